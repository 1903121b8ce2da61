"""An assessment as the place where it is worked on: whose part came, each parent's capacity, needs, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lapwing.conduct import reading
from lapwing.conduct.acting import Acting
from lapwing.conduct.reading import Around, Shown
from lapwing.conduct.verb import VERBS
from lapwing.engine.check import Outcome
from lapwing.vocabulary.codes import IdentityStatus, RelationshipRole
from lapwing.vocabulary.work_codes import AnalysisKind, Dimension, Explored
from lapwing.web.showing.contributions import parts_of, what_of
from lapwing.web.showing.findings import SHOWN_FIRST, tag
from lapwing.web.showing.offers import Offer, may_here, to_do
from lapwing.web.showing.record import OpenRecord
from lapwing.web.templating import address, in_words

ADULTS = (
    RelationshipRole.BIRTH_MOTHER,
    RelationshipRole.BIRTH_FATHER,
    RelationshipRole.SECOND_LEGAL_PARENT,
    RelationshipRole.STEP_PARENT,
    RelationshipRole.PARTNER_OF_PARENT,
)
"""Adults whose capacity is looked at, each by themselves, in this order."""
OF_ASSESSMENTS = ("before_birth.assess", "before_birth.everyone", "parents.", "health.assessment_rests")
"""How the codes of checks begin that look at an assessment and what it rests on."""

COMPLETED = "before_birth.assessment_completed"
"""The check that says by when a pre-birth assessment is to be finished."""


@dataclass(frozen=True)
class Cell:
    """What is written of one adult and one dimension: its text, the day of the evidence, its page, and a link to write it."""

    text: str
    when: str
    href: str | None
    write: str | None
    is_missing: bool


@dataclass(frozen=True)
class Adult:
    """One adult: what they are called and are to the child, a cell for each dimension, and what stands of them as a whole."""

    called: str
    role: str
    says: str
    cells: tuple[Cell, ...]
    write: str | None
    concerns: tuple[Offer, ...]


@dataclass(frozen=True)
class Impact:
    """A concern and what it means for this baby."""

    concern: str
    href: str
    means: str
    write: str | None


def panel(by: Acting, record: OpenRecord, one: Shown) -> Mapping[str, Any]:
    """What the page of an assessment shows besides what the entry says."""
    goes_on = is_open(one) and not record.record.child.has_ended
    adults = list(_adults(record, one, goes_on))
    impacts = list(_impacts(record, one, goes_on))
    parts = parts_of(by, record, "assessment", one, goes_on=goes_on)
    asked = list(_asked_by_checks(by, record)) if goes_on else []
    return {
        "goes_on": goes_on,
        "parts_of_it": parts,
        "dimensions": [dimension.label for dimension in Dimension],
        "adults": adults,
        "impacts": impacts,
        "due": next((found["due"] for found in asked if found["check"] == COMPLETED), ""),
        "asked_by_checks": [one for one in asked if one["is_pressing"]],
        "asked_later": [one for one in asked if not one["is_pressing"]],
        "gaps": gaps(by, record, one),
        "sign_off": _sign_off(by, record, one),
    }


def _sign_off(by: Acting, record: OpenRecord, one: Shown) -> str | None:
    """Where it is signed off, by those who may: never by whoever leads it."""
    if not may_here(by, record, VERBS["sign_off_assessment"]) or one.values.get("led_by") == by.practitioner:
        return None
    return to_do("sign_off_assessment", record.child, assessment=one.key, next=record.page("assessment", one.key))


def is_open(one: Shown) -> bool:
    """Whether an assessment is neither signed off nor given up."""
    return not one.values.get("signed_off_on") and not one.values.get("stopped_on")


def gaps(by: Acting, record: OpenRecord, one: Shown) -> list[str]:
    """What is still missing before an assessment is signed off, a sentence each."""
    waiting = [
        f"{part.who[0].lower()}{part.who[1:]}"
        for part in parts_of(by, record, "assessment", one, goes_on=False)
        if part.is_open
    ]
    found = [f"Nothing from: {', '.join(waiting)}; and no reason why."] if waiting else []
    for adult in _adults(record, one, goes_on=False):
        missing = [dimension.label for dimension, cell in zip(Dimension, adult.cells, strict=False) if cell.is_missing]
        if missing:
            found.append(f"{adult.called}: nothing on {', '.join(missing).lower()}.")
    unwritten = [impact.concern for impact in _impacts(record, one, goes_on=False) if not impact.means]
    return found + [f"What this means for the baby is not written: {concern}." for concern in unwritten]


def _asked_by_checks(by: Acting, record: OpenRecord) -> Iterator[dict[str, Any]]:
    """What the checks ask of an assessment and have not found, with the day by which it is due."""
    for finding in reading.findings_of(by=by, child=record.child):
        if finding.is_open and finding.check.startswith(OF_ASSESSMENTS):
            outcome = Outcome(finding.outcome)
            yield {
                "check": finding.check,
                "asks": finding.asks,
                "outcome": outcome.label,
                "is_pressing": outcome in SHOWN_FIRST,
                "tag": tag(outcome, finding.urgent),
                "due": f"Due {in_words(finding.due_on)}" if finding.due_on else "",
                "href": address("finding", record.child, finding.check, finding.subject),
            }


def _adults(record: OpenRecord, one: Shown, goes_on: bool) -> Iterator[Adult]:
    around = [who for who in record.record.around if who.role in ADULTS and not who.has_ended]
    for who in sorted(around, key=lambda who: [str(role) for role in ADULTS].index(who.role)):
        if who.person is None:
            yield _unnamed(record, who, goes_on)
        else:
            yield _adult(record, one, who, who.person, goes_on)


def _unnamed(record: OpenRecord, who: Around, goes_on: bool) -> Adult:
    """A father nobody named is a gap that anybody sees; one who is withheld is not asked after."""
    is_withheld = who.identity == IdentityStatus.labels()[str(IdentityStatus.WITHHELD_FOR_SAFETY)]
    is_asked = goes_on and not is_withheld and not who.relationship
    name_him = to_do("relate_person", record.child, role=who.role) if is_asked else None
    return Adult(who.called, record.role_of(who.role), "", (), name_him, ())


def _adult(record: OpenRecord, one: Shown, who: Around, person: str, goes_on: bool) -> Adult:
    written = [
        entry
        for entry in record.all("analysis")
        if entry.values.get("kind") == AnalysisKind.PARENTING_CAPACITY and entry.values.get("person_id") == person
    ]
    whole = _latest([entry for entry in written if not entry.values.get("dimension")])
    cells = tuple(_cell(record, one, person, dimension, written, goes_on) for dimension in Dimension)
    concerns = (entry for entry in record.all("concern") if entry.values.get("person_id") == person)
    needs = (
        entry
        for entry in record.all("analysis")
        if entry.values.get("kind") == AnalysisKind.OWN_NEED and entry.values.get("person_id") == person
    )
    listed = [Offer(what_of(record, "concern", entry), record.page("concern", entry.key), "") for entry in concerns]
    listed += [Offer(record.title("analysis", entry), record.page("analysis", entry.key), "") for entry in needs]
    need = _write(record, one, AnalysisKind.OWN_NEED, person=person) if goes_on else None
    return Adult(who.called, record.role_of(who.role), _of_whole(whole), cells, need, tuple(listed))


def _of_whole(whole: Shown | None) -> str:
    """What stands of an adult as a whole: mostly that they are not assessed, why, and until when."""
    if whole is None:
        return ""
    if whole.values.get("explored") == Explored.NOT_EXPLORED:
        again = whole.values.get("review_on")
        until = f" That is looked at again on {in_words(again)}." if again else ""
        return f"Not assessed: {whole.values.get('not_explored_reason')}.{until}"
    return str(whole.values.get("conclusion") or whole.values.get("finding") or "")


def _cell(
    record: OpenRecord, one: Shown, person: str, dimension: Dimension, written: list[Shown], goes_on: bool
) -> Cell:
    entry = _latest([entry for entry in written if entry.values.get("dimension") == dimension])
    write = (
        _write(record, one, AnalysisKind.PARENTING_CAPACITY, person=person, dimension=str(dimension))
        if goes_on
        else None
    )
    if entry is None:
        return Cell("", "", None, write, True)
    said = entry.values
    href = record.page("analysis", entry.key)
    if said.get("explored") == Explored.NOT_EXPLORED:
        return Cell(f"Not explored: {said.get('not_explored_reason')}", "", href, write, False)
    day = said.get("evidence_on") or said.get("written_on")
    elsewhere = "" if said.get("assessment_id") == one.key else ", written outside this assessment"
    texts = [text for text in (said.get("finding"), said.get("conclusion")) if text]
    return Cell("\n".join(texts), f"{in_words(day)}{elsewhere}" if day else "", href, write, False)


def _latest(entries: list[Shown]) -> Shown | None:
    return max(entries, key=lambda one: one.values.get("written_on") or date.min, default=None)


def _impacts(record: OpenRecord, one: Shown, goes_on: bool) -> Iterator[Impact]:
    """Each concern that goes on, with what it means for this baby."""
    means = [entry for entry in record.all("analysis") if entry.values.get("kind") == AnalysisKind.MEANING_FOR_BABY]
    for concern in record.all("concern"):
        if concern.values.get("ended_on"):
            continue
        written = _latest([entry for entry in means if entry.values.get("concern_id") == concern.key])
        write = _write(record, one, AnalysisKind.MEANING_FOR_BABY, concern=concern.key) if goes_on else None
        said = written.values if written is not None else {}
        text = str(said.get("conclusion") or said.get("finding") or "")
        yield Impact(what_of(record, "concern", concern), record.page("concern", concern.key), text, write)


def _write(record: OpenRecord, one: Shown, kind: AnalysisKind, **about: str) -> str:
    """Where an entry of this assessment is written; what is not about anything else is said beforehand to be nothing."""
    nothing = (
        {} if kind is AnalysisKind.OWN_NEED else dict.fromkeys(("dimension", "concern", "concern_kind", "person"), "")
    )
    given = {"kind": str(kind), **nothing, **about}
    return to_do("write_analysis", record.child, assessment=one.key, next=record.page("assessment", one.key), **given)

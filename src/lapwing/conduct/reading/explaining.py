"""One finding of a child with all that stands behind it: the rule, the facts with their entries, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from lapwing.conduct.acting import Acting
from lapwing.conduct.findings import OPEN_OUTCOMES, settings_now
from lapwing.conduct.permissions import NOT_HERE
from lapwing.conduct.reading.record import KEYS_OF_PEOPLE, open_child
from lapwing.conduct.reading.rows import ABOUT_CHILD, rows_about
from lapwing.conduct.reading.seen_findings import answers_seen
from lapwing.conduct.reading.shown import Sight, private_agencies, sight_of
from lapwing.records import links
from lapwing.records.models import FindingAnswer, FindingChange
from lapwing.records.store import NoSuchEntry
from lapwing.report.explained import Explained, explained
from lapwing.vocabulary.care_codes import ExceptionReason
from lapwing.vocabulary.records import TABLES


@dataclass(frozen=True)
class Turn:
    """A day on which a finding opened, changed or closed, and what it was from then on."""

    on: date
    kind: str
    outcome: str | None
    reason: str | None


@dataclass(frozen=True)
class SaidOfFinding:
    """Somebody's word that a finding does not fit, and what a manager made of it; `agreed` is None while it waits."""

    number: int
    reason: str
    says: str
    by: str | None
    at: datetime
    agreed: bool | None
    decided_by: str | None
    decision_says: str


@dataclass(frozen=True)
class FindingExplained:
    """A finding explained, whether anything is to be done, and its history.

    `behind` has the tables of the entries that its facts come from, by key, as far as this reader is shown them.
    """

    finding: Explained
    subject_kind: str
    is_open: bool
    behind: dict[str, str]
    turns: tuple[Turn, ...]
    said: tuple[SaidOfFinding, ...]


def explain_finding(*, by: Acting, child: str, check: str, subject: str) -> FindingExplained:
    """One finding of a child, explained fact by fact; NoSuchEntry where the check says nothing of that subject."""
    open_child(by, child, "finding", check=check)
    kept = links.kept("child", child)
    answer = next(
        (one for one in answers_seen(by, kept) if one.check.code == check and one.subject == subject),
        None,
    )
    if answer is None:
        raise NoSuchEntry(NOT_HERE)
    rows = rows_about(kept)
    sight = sight_of(by, kept, rows)
    told = explained(answer, settings_now())
    keys = {key for some in answer.records.values() for key in some}
    return FindingExplained(
        finding=replace(told, facts=tuple(fact for fact in told.facts if fact.name not in KEYS_OF_PEOPLE)),
        subject_kind=answer.check.about.__name__,
        is_open=str(answer.outcome) in OPEN_OUTCOMES,
        behind={
            one.row[TABLES[table].key]: table
            for table in ABOUT_CHILD
            for one in rows[table]
            if one.row[TABLES[table].key] in keys and sight.shows(table, one.row)
        },
        turns=tuple(_turns(kept, check, subject, sight)),
        said=tuple(_said(by, kept, check, subject, sight, private_agencies(by.agency, rows))),
    )


def _turns(child: str, check: str, subject: str, sight: Sight) -> Iterator[Turn]:
    """How it opened and changed, the latest first; only its outcomes where other services work in private."""
    found = FindingChange.objects.filter(child=child, check_code=check, subject=subject).order_by("-at", "-pk")
    for one in found:
        reason = None if sight.private_agencies or one.reason is None else sight.screen.told(one.reason)
        yield Turn(one.on, one.kind, one.became, reason)


def _said(by: Acting, child: str, check: str, subject: str, sight: Sight, private: set[str]) -> Iterator[SaidOfFinding]:
    found: Sequence[FindingAnswer] = list(
        FindingAnswer.objects.filter(child=child, check_code=check, subject=subject)
        .select_related("answered_by", "decided_by")
        .order_by("-answered_at")
    )
    for one in found:
        if one.answered_by.agency_id in private:
            continue
        yield SaidOfFinding(
            number=one.pk,
            reason=ExceptionReason.labels().get(one.reason, one.reason),
            says=sight.screen.told(one.says),
            by=one.answered_by.name,
            at=one.answered_at,
            agreed=one.agreed,
            decided_by=one.decided_by.name if one.decided_by else None,
            decision_says=sight.screen.told(one.decision_says),
        )

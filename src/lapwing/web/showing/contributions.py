"""Whose part in an assessment or a meeting was asked for, what came, and why there is nothing from somebody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lapwing.conduct import reading
from lapwing.conduct.acting import Acting
from lapwing.conduct.reading import Shown
from lapwing.conduct.verbs.contributions import FAMILY
from lapwing.vocabulary.codes import PARENTS, AgencyKind, ContactSafety, IdentityStatus, RelationshipRole
from lapwing.vocabulary.work_codes import Contributor
from lapwing.web.showing.offers import Offer, to_do
from lapwing.web.showing.record import OpenRecord
from lapwing.web.templating import in_words

EVERY_TIME = (
    Contributor.MOTHER,
    Contributor.FATHER,
    Contributor.MIDWIFERY,
    Contributor.HEALTH_VISITING,
    Contributor.GENERAL_PRACTICE,
)
"""Whose part every assessment of a baby needs (Ages of concern, paragraph 17)."""
ALONE = (ContactSafety.MUST_NOT_CONTACT, ContactSafety.UNAWARE_OF_PREGNANCY)


@dataclass(frozen=True)
class PartOf:
    """One contributor: who, how it stands, whether anything is still open, and what can be done about it."""

    who: str
    stands: str
    is_open: bool
    offers: tuple[Offer, ...]


def parts_of(by: Acting, record: OpenRecord, table: str, one: Shown, *, goes_on: bool) -> list[PartOf]:
    """Every contributor to an assessment or a meeting: those who were asked, and those who should be."""
    given = [part for part in record.all("contribution") if part.values.get(f"{table}_id") == one.key]
    there = {part.values["contributor"] for part in given}
    every = [_part(record, table, one, part, goes_on) for part in given]
    return every + [
        _not_asked(record, table, one, who, goes_on) for who in _expected(by, record) if str(who) not in there
    ]


def _expected(by: Acting, record: OpenRecord) -> Iterator[Contributor]:
    """The parents and the services of every baby, and whoever else works with this child."""
    yield from EVERY_TIME
    working = {one.values.get("agency_id") for one in record.all("involvement") if not one.values.get("ended_on")}
    kinds = {one.kind for one in reading.agencies(by=by) if one.agency in working}
    contributors = {str(who): who for who in Contributor}
    for kind in AgencyKind:
        who = Contributor.SOCIAL_CARE if kind is AgencyKind.CHILDRENS_SOCIAL_CARE else str(kind)
        if kind.label in kinds and who in contributors and who not in (*EVERY_TIME, "other"):
            yield contributors[who]


def _part(record: OpenRecord, table: str, one: Shown, part: Shown, goes_on: bool) -> PartOf:
    said = part.values
    who = next(one for one in Contributor if one == said["contributor"])
    name = record.people.get(said.get("person_id") or "", "")
    called = f"{who.label}: {name}" if name and name != who.label else who.label
    if said.get("received_on"):
        direct = ", from them directly" if said.get("direct") else ""
        return PartOf(called, f"Came on {in_words(said['received_on'])}{direct}", False, ())
    if said.get("not_obtained_reason"):
        return PartOf(called, f"Nothing from them: {said['not_obtained_reason']}", False, ())
    offers = _offers(record, table, one, who, ("contribute", "go_without_contribution"), said.get("person_id"))
    return PartOf(called, f"Asked on {in_words(said.get('asked_on'))}; nothing has come yet", True, offers * goes_on)


def _not_asked(record: OpenRecord, table: str, one: Shown, who: Contributor, goes_on: bool) -> PartOf:
    if must_be_left_alone(record, who):
        offers = _offers(record, table, one, who, ("go_without_contribution",))
        return PartOf(
            who.label, "Not asked: for safety they are not to be contacted. Say so here", True, offers * goes_on
        )
    offers = _offers(record, table, one, who, ("ask_for_contribution", "contribute", "go_without_contribution"))
    return PartOf(who.label, "Not asked yet, and no reason given", True, offers * goes_on)


WORDS = {
    "ask_for_contribution": "Ask",
    "contribute": "Record what came",
    "go_without_contribution": "Say why there is nothing",
}


def _offers(
    record: OpenRecord, table: str, one: Shown, who: Contributor, verbs: tuple[str, ...], person: str | None = None
) -> tuple[Offer, ...]:
    given = {table: one.key, "contributor": str(who), "next": record.page(table, one.key)}
    if person is None and who in FAMILY:
        person = parent_meant(record, who)
    if person is not None:
        given["person"] = person
    return tuple(Offer(WORDS[verb], to_do(verb, record.child, **given), who.label) for verb in verbs)


def what_of(record: OpenRecord, table: str, one: Shown) -> str:
    """An entry by what it is about, where its page has said already what kind of entry it is."""
    title = record.title(table, one)
    what = title.partition(": ")[2] or title
    return what[0].upper() + what[1:]


def parent_meant(record: OpenRecord, who: Contributor) -> str | None:
    """The one parent whom a word means, where there is one whose name is known."""
    roles = (RelationshipRole.BIRTH_MOTHER,) if who is Contributor.MOTHER else PARENTS[1:]
    if who not in (Contributor.MOTHER, Contributor.FATHER):
        return None
    keys = {one.person for one in record.record.around if one.role in roles and not one.has_ended} - {None}
    return keys.pop() if len(keys) == 1 else None


def must_be_left_alone(record: OpenRecord, who: Contributor) -> bool:
    """Whether a parent is not to be contacted, or withheld for safety."""
    if who not in (Contributor.MOTHER, Contributor.FATHER):
        return False
    roles = (RelationshipRole.BIRTH_MOTHER,) if who is Contributor.MOTHER else PARENTS[1:]
    return any(
        one.values.get("contact_safety") in ALONE
        or one.values.get("identity_status") == IdentityStatus.WITHHELD_FOR_SAFETY
        for one in record.all("relationship")
        if one.values.get("role") in roles and one.values.get("ended_on") is None
    )

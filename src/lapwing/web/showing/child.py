"""A child's page: who they are, who is around them, who works with them, the plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lapwing.conduct.acting import Acting
from lapwing.conduct.reading import Around, Shown
from lapwing.vocabulary.codes import ContactSafety, IdentityStatus, RelationshipRole
from lapwing.web.showing.findings import how_old, weeks_pregnant
from lapwing.web.showing.offers import Offer, offers_on, to_do
from lapwing.web.showing.record import Line, OpenRecord
from lapwing.web.templating import in_words
from lapwing.web.words import table_words

PARENTS = (RelationshipRole.BIRTH_MOTHER, RelationshipRole.BIRTH_FATHER, RelationshipRole.SECOND_LEGAL_PARENT)
MUST_NOT = (ContactSafety.MUST_NOT_CONTACT, ContactSafety.UNAWARE_OF_PREGNANCY)


@dataclass(frozen=True)
class Person:
    """Somebody around a child, on a card: what they are to the child and what is known of them, the same for each."""

    role: str
    called: str
    is_known: bool
    has_ended: bool
    lines: tuple[Line, ...]
    entry: str | None
    offers: tuple[Offer, ...]


@dataclass(frozen=True)
class Worker:
    """Somebody who works with a child: who, of which agency, since when, and whether they lead."""

    name: str
    agency: str
    team: str
    since: str
    leads: bool


def who(record: OpenRecord, today: date) -> str:
    """A line under a child's name: when they are due, or how old they are."""
    child = record.record.child
    if child.has_ended:
        return "This record has ended. Nothing is asked of anybody any more."
    if child.born_on is not None:
        return f"Born {in_words(child.born_on)}, {how_old(child.born_on, today)}"
    if child.expected_on is not None:
        weeks = weeks_pregnant(child.expected_on, today)
        return f"Expected {in_words(child.expected_on)}{f' ({weeks} now)' if weeks else ''}"
    return "No expected date stands on record" if record.all("pregnancy") else "No date of birth on record"


def banners(record: OpenRecord) -> Iterator[str]:
    """What somebody must know before they write, ring or visit; it never says where anybody is, nor who is withheld."""
    for one in record.all("relationship"):
        safety = one.values.get("contact_safety")
        if safety in MUST_NOT and one.values.get("ended_on") is None:
            called = record.people.get(one.values.get("person_id") or "", record.role_of(one.values["role"]))
            yield f"{called}: {ContactSafety.labels()[safety].lower()}. Check before you write, ring or visit."
        if one.values.get("identity_status") == IdentityStatus.WITHHELD_FOR_SAFETY:
            yield "Somebody of this family is withheld for safety. Do not ask for the name or write it down."
    if any(one.withheld for one in record.all("address")) or any(
        one.values.get("address_protected") for one in record.all("person")
    ):
        yield "Where this family lives is protected. Do not say or send the address, the school or the surgery to anybody."


def people(by: Acting, record: OpenRecord) -> list[Person]:
    """Everybody around a child: parents first, each as present as the other; who is no longer there last."""
    order = {role: place for place, role in enumerate(PARENTS)}
    every = sorted(record.record.around, key=lambda one: (one.has_ended, order.get(one.role, len(order))))  # type: ignore[call-overload]
    return [_person(by, record, one) for one in every]


def _person(by: Acting, record: OpenRecord, one: Around) -> Person:
    relationship = record.entry("relationship", one.relationship) if one.relationship else None
    is_known = one.person is not None or one.relationship is not None
    offers = tuple(offers_on(by, record, "relationship", relationship))[:6] if relationship is not None else ()
    if not is_known:
        offers = (
            Offer(
                "Record who the father is, or why that is not known",
                to_do("relate_person", record.child, role=one.role),
                "",
            ),
        )
    return Person(
        role=record.role_of(one.role),
        called=one.called,
        is_known=is_known,
        has_ended=one.has_ended,
        lines=tuple(_known_of(record, one, relationship)),
        entry=record.page("relationship", one.relationship) if one.relationship else None,
        offers=offers,
    )


OF_A_RELATIONSHIP = (
    "identity_status", "parental_responsibility", "lives_with_child", "caring_role", "role_in_family", "contact_safety",
)  # fmt: skip
OF_A_PERSON = ("born_on", "language", "ethnicity", "disabilities", "nhs_number")


def _known_of(record: OpenRecord, one: Around, relationship: Shown | None) -> Iterator[Line]:
    """What is recorded of somebody, and plainly what is not: the same questions for each."""
    if relationship is not None:
        said = {line.label: line for line in record.lines("relationship", relationship)}
        for name in OF_A_RELATIONSHIP:
            label = table_words("relationship").labels[name]
            if name not in relationship.withheld:
                yield said.get(label, Line(label, "Not recorded"))
    person = record.entry("person", one.person) if one.person else None
    if person is not None:
        lines = {line.label: line for line in record.lines("person", person)}
        for name in OF_A_PERSON:
            label = table_words("person").labels[name]
            if label in lines:
                yield lines[label]


def workers(record: OpenRecord) -> list[Worker]:
    """Who works with the child now, whoever leads first."""
    going_on = [one for one in record.all("involvement") if one.values.get("ended_on") is None]
    found = [_worker(record, one) for one in going_on]
    return sorted(found, key=lambda one: (not one.leads, one.agency, one.name))


def _worker(record: OpenRecord, one: Shown) -> Worker:
    started = one.values.get("started_on")
    return Worker(
        name=record.record.names.get(one.values.get("practitioner_id") or "", "Nobody named yet"),
        agency=record.record.names.get(one.values.get("agency_id") or "", ""),
        team=one.values.get("team") or "",
        since=in_words(started) if started else "",
        leads=bool(one.values.get("lead")),
    )

"""Who is around a child, each as present as the other, and who works with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lapwing.conduct.acting import Acting
from lapwing.conduct.reading import Around, Shown
from lapwing.vocabulary.codes import PARENTS, IdentityStatus
from lapwing.web.showing.offers import Offer, offers_on, to_do
from lapwing.web.showing.record import Line, OpenRecord
from lapwing.web.templating import in_words
from lapwing.web.words import table_words

OF_A_RELATIONSHIP = ("parental_responsibility", "lives_with_child", "caring_role", "role_in_family", "contact_safety")
OF_A_PERSON = ("born_on",)
ALSO_OF_A_PERSON = ("language", "ethnicity", "disabilities", "nhs_number")
MOST_OFFERS = 6


@dataclass(frozen=True)
class NotRecorded:
    """What is not on record of somebody, and the form in which it is recorded."""

    what: str
    href: str


@dataclass(frozen=True)
class Person:
    """Somebody around a child, on a card: what they are to the child, what is known of them, and what is not."""

    role: str
    called: str
    is_known: bool
    has_ended: bool
    lines: tuple[Line, ...]
    missing: tuple[NotRecorded, ...]
    entry: str | None
    offers: tuple[Offer, ...]


@dataclass(frozen=True)
class Worker:
    """Somebody who works with a child, or did: who, of which agency, since when, and whether they lead."""

    name: str
    is_named: bool
    agency: str
    team: str
    since: str
    until: str
    leads: bool
    entry: str


def people(by: Acting, record: OpenRecord) -> list[Person]:
    """Everybody around a child: parents first, each as present as the other; who is no longer there last."""
    order = {str(role): place for place, role in enumerate(PARENTS)}
    every = sorted(record.record.around, key=lambda one: (one.has_ended, order.get(one.role, len(order))))
    return [_person(by, record, one) for one in every]


def _person(by: Acting, record: OpenRecord, one: Around) -> Person:
    relationship = record.entry("relationship", one.relationship) if one.relationship else None
    is_known = one.person is not None or one.relationship is not None
    if relationship is not None:
        offers = tuple(offers_on(by, record, "relationship", relationship))[:MOST_OFFERS]
    else:
        says = "Record more" if is_known else "Record who the father is, or why that is not known"
        given = {"role": one.role} | ({"person": one.person} if one.person else {})
        offers = (Offer(says, to_do("relate_person", record.child, **given), ""),)
    is_over = one.has_ended or record.record.child.has_ended
    return Person(
        role=record.role_of(one.role),
        called=one.called,
        is_known=is_known,
        has_ended=one.has_ended,
        lines=tuple(_known_of(record, one)),
        missing=() if is_over else tuple(_not_known_of(record, one)),
        entry=record.page("relationship", one.relationship) if one.relationship else None,
        offers=() if record.record.child.has_ended else offers,
    )


def _known_of(record: OpenRecord, one: Around) -> Iterator[Line]:
    """What is recorded of somebody: the same questions for each."""
    relationship = record.entry("relationship", one.relationship) if one.relationship else None
    if relationship is not None:
        status = () if one.called == one.identity else ("identity_status",)
        yield from record.some_lines("relationship", relationship, (*status, *OF_A_RELATIONSHIP))
    person = record.entry("person", one.person) if one.person else None
    if person is not None:
        yield from record.some_lines("person", person, (*OF_A_PERSON, *ALSO_OF_A_PERSON))


def _not_known_of(record: OpenRecord, one: Around) -> Iterator[NotRecorded]:
    """What is plainly not recorded of somebody; of those who are withheld, nothing is asked."""
    if one.identity == IdentityStatus.WITHHELD_FOR_SAFETY.label:
        return
    asked = (
        ("relationship", one.relationship, OF_A_RELATIONSHIP[:-1], "describe_relationship"),
        ("relationship", one.relationship, OF_A_RELATIONSHIP[-1:], "say_whether_to_contact"),
        ("person", one.person, OF_A_PERSON, "update_particulars"),
    )
    for table, key, columns, verb in asked:
        entry = record.entry(table, key) if key else None
        missing = [name for name in columns if entry is not None and _is_missing(entry, name)]
        if missing and key:
            labels = ", ".join(_small(table_words(table).labels[name]) for name in missing)
            yield NotRecorded(labels, to_do(verb, record.child, **{table: key}))


def _is_missing(entry: Shown, name: str) -> bool:
    return name not in entry.withheld and entry.values.get(name) is None


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def workers(record: OpenRecord, *, now: bool = True) -> list[Worker]:
    """Who works with the child now, whoever leads first; or who did before."""
    some = [one for one in record.all("involvement") if (one.values.get("ended_on") is None) is now]
    found = [_worker(record, one) for one in some]
    return sorted(found, key=lambda one: (not one.leads, one.agency, one.name))


def _worker(record: OpenRecord, one: Shown) -> Worker:
    values = one.values
    started, ended = values.get("started_on"), values.get("ended_on")
    name = record.record.names.get(values.get("practitioner_id") or "")
    return Worker(
        name=name or "Nobody named yet",
        is_named=name is not None,
        agency=record.record.names.get(values.get("agency_id") or "", ""),
        team=values.get("team") or "",
        since=in_words(started) if started else "",
        until=in_words(ended) if ended else "",
        leads=bool(values.get("lead")) and ended is None,
        entry=record.page("involvement", one.key),
    )

"""Opening one child's record, and what the checks say of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from lapwing.conduct.acting import Acting
from lapwing.conduct.events import record_event
from lapwing.conduct.findings import OPEN_OUTCOMES
from lapwing.conduct.may import READ
from lapwing.conduct.permissions import check_user_can, is_near, open_glass
from lapwing.conduct.reading.calling import Named, full_name, named
from lapwing.conduct.reading.rows import Row, Rows, named_in, rows_about
from lapwing.conduct.reading.seen_findings import findings_seen
from lapwing.conduct.reading.shown import RAISED, Shown, Sight, sight_of
from lapwing.engine.check import Check
from lapwing.local_checks import all_checks
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.models import BrokenGlass, Finding
from lapwing.vocabulary.codes import IdentityStatus, RelationshipRole

FATHERS = (RelationshipRole.BIRTH_FATHER, RelationshipRole.SECOND_LEGAL_PARENT)
NOBODY = "Nobody is recorded as the father."
WITHHELD = "Withheld for safety"
KEYS_OF_PEOPLE = ("person_id", "owned_by_person_id")
"""Facts that are told of nobody: the key of somebody who is withheld would say who it is wherever else that key stands."""


@dataclass(frozen=True)
class Around:
    """Somebody in a child's life, or that nobody is recorded who should be: in what role, and what they are called.

    `relationship` and `person` are keys of entries; a person withheld for safety has neither name nor key.
    """

    role: str
    called: str
    identity: str | None
    relationship: str | None
    person: str | None
    has_ended: bool


@dataclass(frozen=True)
class OpenInEmergency:
    """That a record is open to its reader for an emergency alone: until when, and who asks them why."""

    until_at: datetime
    reviewer: str


@dataclass(frozen=True)
class ChildRecord:
    """A child's record as one reader is shown it: who they are, who is around them, and every entry by table.

    `names` has what the agencies and practitioners are called whom the entries name, by key.
    """

    child: Named
    around: tuple[Around, ...]
    entries: Mapping[str, tuple[Shown, ...]]
    names: Mapping[str, str]
    emergency: OpenInEmergency | None = None


@dataclass(frozen=True)
class FindingShown:
    """What a check says of a child: its outcome and reason, the facts it rests on, and what is missing."""

    check: str
    asks: str
    lesson: str
    subject_kind: str
    subject: str
    outcome: str
    is_open: bool
    urgent: bool
    due_on: date | None
    since: date | None
    reason: str
    plain_reason: str
    facts: Mapping[str, Any]
    missing: tuple[str, ...]
    would_meet: str
    who_can: str
    basis: str


@lru_cache(maxsize=1)
def _checks() -> Mapping[str, type[Check]]:
    return {check.code: check for check in all_checks()}


def check_called(code: str) -> type[Check] | None:
    """The check of that code; None where a finding was made by one that there is no more."""
    return _checks().get(code)


def note_reading(by: Acting, what: str, *, child: str | None = None, **details: Any) -> BrokenGlass | None:
    """Keeps in the log that somebody read something; keys and numbers, never what it says. The glass they broke, if any."""
    glass = open_glass(by.account, child, by.at) if child is not None else None
    if glass is not None:
        details["glass"] = True
    record_event("read", by=by.account.pk, at=by.at, child=child, details={"what": what, **details})
    return glass


def open_child(by: Acting, child: str, what: str, **details: Any) -> BrokenGlass | None:
    """Checks that somebody may read a child's record, and keeps in the log that they did; the glass they broke, if any."""
    check_user_can("read", READ, by=by, child=child)
    return note_reading(by, what, child=child, **details)


@links.asked_once()
def read_child(*, by: Acting, child: str) -> ChildRecord:
    """A child's record as it stands, as far as this reader may see it."""
    glass = open_child(by, child, "record")
    rows = rows_about(child)
    sight = sight_of(by, child, rows)
    return ChildRecord(
        child=named([child])[child],
        around=tuple(around(rows, sight)),
        entries=entries_shown(rows, sight),
        names=names_in(rows, sight),
        emergency=_emergency(by, child, glass),
    )


def _emergency(by: Acting, child: str, glass: BrokenGlass | None) -> OpenInEmergency | None:
    """Whoever has come to work with the child since needs the glass no more."""
    if glass is None or is_near(READ, by=by, child=child):
        return None
    return OpenInEmergency(glass.until_at, glass.reviewer.name)


def entries_shown(rows: Rows, sight: Sight) -> dict[str, tuple[Shown, ...]]:
    """The entries that a reader learns of, by table, each as it is shown."""
    shown = {
        table: tuple(sight.entry(table, one) for one in some if sight.shows(table, one.row))
        for table, some in rows.items()
    }
    return {table: some for table, some in shown.items() if some}


def names_in(rows: Rows, sight: Sight) -> dict[str, str]:
    """What the agencies and practitioners are called whom a reader is shown, by key."""
    hidden = sight.private_agencies | sight.private_staff
    names: dict[str, str] = {}
    for table in ("agency", "practitioner"):
        found = entries(table).filter(pk__in=_named_to(sight, rows, table) - hidden, name__isnull=False)
        names |= dict(found.values_list("pk", "name"))
    return names


def _named_to(sight: Sight, rows: Rows, table: str) -> set[str]:
    """The keys of another table's entries that a reader is shown: whoever raised a disagreement is named as what else
    they are to the child, so that no gap in the list tells who it was.
    """
    seen = {name: [one for one in some if sight.shows(name, one.row)] for name, some in rows.items()}
    of_raised = {name: some for name, some in seen.items() if name in RAISED}
    others = {name: some for name, some in seen.items() if name not in RAISED}
    return named_in(others, table) | (named_in(of_raised, table) - set(sight.raised_by.values()))


def around(rows: Rows, sight: Sight) -> Iterator[Around]:
    """Everybody around a child: mother, father, partners and others, as they stand on record, all alike."""
    people = {one.row["person_id"]: one.row for one in rows["person"]}
    relationships = [one.row for one in rows["relationship"] if sight.shows("relationship", one.row)]
    for row in relationships:
        yield _around(row, people, sight)
    roles = {row["role"] for row in relationships}
    for pregnancy in (one.row for one in rows["pregnancy"]):
        if RelationshipRole.BIRTH_MOTHER not in roles and pregnancy["mother_id"] is not None:
            mother = pregnancy["mother_id"]
            called = full_name(people.get(mother)) or "Name not recorded"
            yield Around(RelationshipRole.BIRTH_MOTHER, called, None, None, mother, has_ended=False)
    if roles.isdisjoint(FATHERS):
        yield Around(RelationshipRole.BIRTH_FATHER, NOBODY, None, None, None, has_ended=False)


def _around(row: Row, people: Mapping[str, Row], sight: Sight) -> Around:
    status = row["identity_status"]
    is_withheld = row["relationship_id"] in sight.withheld or row["person_id"] in sight.withheld_people
    named_so = full_name(people.get(row["person_id"])) if not is_withheld else WITHHELD
    label = IdentityStatus.labels().get(status)
    return Around(
        role=row["role"],
        called=named_so or label or "Name not recorded",
        identity=label,
        relationship=row["relationship_id"],
        person=None if is_withheld else row["person_id"],
        has_ended=not is_withheld and row["ended_on"] is not None,
    )


@links.asked_once()
def findings_of(*, by: Acting, child: str) -> list[FindingShown]:
    """What the checks say of a child: open findings first, urgent ones before others, then by the day they are due."""
    open_child(by, child, "findings")
    shown = [_finding(one) for one in findings_seen(by, [links.kept("child", child)])]
    return sorted(shown, key=lambda one: (not one.is_open, not one.urgent, one.due_on or date.max, one.check))


def _finding(one: Finding) -> FindingShown:
    check = check_called(one.check_code)
    return FindingShown(
        check=one.check_code,
        asks=check.asks if check else one.check_code,
        lesson=one.lesson,
        subject_kind=one.subject_kind,
        subject=one.subject,
        outcome=one.outcome,
        is_open=one.outcome in OPEN_OUTCOMES,
        urgent=one.urgent,
        due_on=one.due_on,
        since=one.since,
        reason=one.reason,
        plain_reason=one.plain_reason,
        facts={name: fact for name, fact in json.loads(one.facts).items() if name not in KEYS_OF_PEOPLE},
        missing=tuple(json.loads(one.missing)),
        would_meet=check.would_meet if check else "",
        who_can=check.who_can if check else "",
        basis=one.basis,
    )

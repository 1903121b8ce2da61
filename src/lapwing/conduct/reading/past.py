"""Looking back: how an entry came to be what it is, what was known of a child on a day, and who has read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import READ, WHO_READ
from lapwing.conduct.permissions import NOT_HERE, check_user_can, user_can
from lapwing.conduct.reading.calling import Named, named
from lapwing.conduct.reading.record import entries_shown, names_in, note_reading, open_child
from lapwing.conduct.reading.rows import Row, Rows, Standing, rows_about
from lapwing.conduct.reading.shown import RAISED, Shown, Sight, private_agencies, sight_of
from lapwing.conduct.subjects import children_of_people
from lapwing.engine.known import parent_of
from lapwing.engine.known_rows import own_rows
from lapwing.exchange.belonging import OF_A_PERSON
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.models import Account, Event
from lapwing.records.store import CannotEnter, NoSuchEntry, Version, current, versions
from lapwing.records.stored import stored_about
from lapwing.vocabulary.records import TABLES

OPENED_IN_EMERGENCY = ("break_glass", "open_in_emergency")
OPENED = ("read", *OPENED_IN_EMERGENCY)
"""Events that say that somebody opened, or let themselves into, a record."""
STAFF = ("agency", "practitioner")


@dataclass(frozen=True)
class VersionShown:
    """One version of an entry: what it said, what it changed, and who stored it, when and why."""

    number: int
    stored_at: datetime
    stored_by: str | None
    why: str
    changed: tuple[str, ...]
    is_voided: bool
    values: Mapping[str, Any]
    withheld: tuple[str, ...]


@dataclass(frozen=True)
class KnownOn:
    """A child's record as it was known at the end of a day: later entries are not there, and what lay ahead is unseen."""

    child: Named
    day: date
    entries: Mapping[str, tuple[Shown, ...]]
    names: Mapping[str, str]


@dataclass(frozen=True)
class Reading:
    """That somebody opened a child's record: who, for which agency, when, what, and whether by breaking the glass."""

    at: datetime
    by: str | None
    agency: str | None
    what: str
    by_broken_glass: bool


# One entry


def history(*, by: Acting, table: str, key: str) -> list[VersionShown]:
    """Every version of an entry, the first one first; also of one that was made in error."""
    found = _versions(table, key)
    sight = _sight_on(by, table, found)
    note_reading(by, "history", child=sight.child, table=table, key=key)
    return list(_shown(table, found, sight))


def shown_now(*, by: Acting, table: str, key: str) -> Shown:
    """An entry as it stands, as far as this reader may see it."""
    found = _versions(table, key)
    sight = _sight_on(by, table, found)
    note_reading(by, "entry", child=sight.child, table=table, key=key)
    return sight.entry(table, Standing(found[-1].values, found[-1].number))


def _versions(table: str, key: str) -> list[Version]:
    if table not in TABLES:
        raise NoSuchEntry(NOT_HERE)
    current(table, key)
    return versions(table, key)


def _sight_on(by: Acting, table: str, found: Sequence[Version]) -> Sight:
    """What is kept from a reader of an entry; NoSuchEntry or Refused where all of it is."""
    children = sorted(children_of_row(table, found[-1].values))
    if not children:
        raise NoSuchEntry(NOT_HERE)
    for child in children:
        if user_can("read", READ, by=by, child=child):
            sight = sight_of(by, child, rows_about(child), {table: [Standing(one.values, one.number) for one in found]})
            if sight.shows(table, found[-1].values):
                return sight
    check_user_can("read", READ, by=by, child=children[0])
    raise NoSuchEntry(NOT_HERE)


def children_of_row(table: str, row: Row) -> set[str]:
    """The children on whose record an entry stands, or stood before it was voided."""
    if row.get("child_id") is not None:
        return {row["child_id"]}
    if row.get("pregnancy_id") is not None:
        return set(entries("child").filter(pregnancy=row["pregnancy_id"]).values_list("pk", flat=True))
    if table in ("person", *OF_A_PERSON):
        return children_of_people([row["person_id"]])
    holder = parent_of(TABLES[table])
    return children_of_row(holder, current(holder, row[TABLES[holder].key])) if holder else set()


def _shown(table: str, found: Sequence[Version], sight: Sight) -> Iterator[VersionShown]:
    accounts = {one.pk: one for one in Account.objects.filter(pk__in=[one.stored_by for one in found])}
    before: Mapping[str, Any] = {}
    for one in found:
        shown = sight.entry(table, Standing(one.values, one.number))
        account = accounts.get(one.stored_by) if one.stored_by is not None else None
        is_private = account is not None and _is_kept_back(table, account, sight)
        changed = [name for name, value in shown.values.items() if before.get(name) != value]
        yield VersionShown(
            number=one.number,
            stored_at=one.stored_at,
            stored_by=one.feed if account is None else None if is_private else account.name,
            why="" if shown.withheld else sight.screen.told(one.why),
            changed=tuple(changed),
            is_voided=one.values["voided_at"] is not None,
            values=shown.values,
            withheld=shown.withheld,
        )
        before = one.values


def _is_kept_back(table: str, account: Account, sight: Sight) -> bool:
    """Whoever works in private is not named; nor, to others than their colleagues, whoever entered a disagreement."""
    return account.agency_id in sight.private_agencies or (table in RAISED and account.agency_id != sight.agency)


# One day


def as_known_on(*, by: Acting, child: str, day: date) -> KnownOn:
    """A child's record as it was known on a day, as far as this reader may see it now."""
    if day > by.today:
        raise CannotEnter(f"day: has {day:%-d %B} {day.year}, which lies ahead; needs a day up to today.")
    open_child(by, child, "as known on a day", day=day)
    then = rows_known_on(child, day)
    sight = sight_of(by, child, rows_about(child), then)
    return KnownOn(named([child])[child], day, entries_shown(then, sight), names_in(then, sight))


def rows_known_on(child: str, day: date, stored: Mapping[str, Sequence[Row]] | None = None) -> Rows:
    """The rows about a child as they were known on a day, of those that are stored or of some; staff and agencies are told
    by name instead.
    """
    kept = links.kept("child", child)
    known = own_rows(stored_about([kept], TABLES) if stored is None else stored, kept, day, tables=TABLES)
    then: dict[str, list[Standing]] = {name: [] for name in TABLES if name not in STAFF}
    then |= {name: [Standing(row, None) for row in rows] for name, rows in known.items() if name not in STAFF}
    return then


# Who has read


def who_read(*, by: Acting, child: str) -> list[Reading]:
    """Who has opened a child's record, the latest first; for those who work with the child and who oversee that."""
    check_user_can("see_who_read", WHO_READ, by=by, child=child)
    note_reading(by, "readers", child=child)
    private = private_agencies(by.agency, rows_about(child))
    found = (
        Event.objects.filter(child__in=links.one_with("child", [child]), verb__in=OPENED)
        .select_related("by__agency")
        .order_by("-place")
    )
    return [_reading(event, private) for event in found]


def _reading(event: Event, private: set[str]) -> Reading:
    """A reader whose agency works with the child in private is not named."""
    details = json.loads(event.details)
    account = event.by
    is_named = account is not None and account.agency_id not in private
    agency = account.agency if account is not None and is_named else None
    return Reading(
        at=event.at,
        by=account.name if account is not None and is_named else None,
        agency=getattr(agency, "name", None),
        what=details.get("what", event.verb),
        by_broken_glass=bool(details.get("glass")) or event.verb in OPENED_IN_EMERGENCY,
    )

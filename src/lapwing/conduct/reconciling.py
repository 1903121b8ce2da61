"""Where records contradict each other: listed for a person to settle, and shown to those who may see what they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import Any

from django.utils import timezone

from lapwing.conduct.acting import Acting
from lapwing.conduct.identities import OWN_FAMILY, RESTRICTED, WITHHELD, is_withheld
from lapwing.conduct.may import READ, STEWARDS
from lapwing.conduct.permissions import Refused, check_user_can, may_read_although_restricted
from lapwing.conduct.reading.lists import in_sight
from lapwing.conduct.reading.past import children_of_row
from lapwing.conduct.reading.record import note_reading
from lapwing.conduct.reading.rows import Row, Standing, rows_about
from lapwing.conduct.reading.shown import Sight, sight_of
from lapwing.records import links
from lapwing.records.columns import READING
from lapwing.records.entries import entries
from lapwing.records.linking import Keys, contradicting, keys_of
from lapwing.records.merging import LINKED
from lapwing.records.models import Account, FamilyTie, Reconciliation
from lapwing.records.store import STAMPED, NoSuchEntry, current, version_of
from lapwing.vocabulary.records import TABLES

AT_MOST = 50
OF_NO_FAMILY = ("agency", "practitioner")
PRIVATE = "This is kept private at a young person's wish. Those who work with them there settle it."
OF_NOBODY = "This is on no child's record here. Look at it in the system that it came from."


# Listing


def list_contradictions(keys: Keys, *, by: Acting, why: str) -> None:
    """What contradicts itself among linked records now is listed for a person, and what no longer does is settled."""
    found = contradicting(keys)
    for table, own in keys.items():
        for listed in Reconciliation.objects.filter(table=table, key__in=own, feed=None, settled_at=None):
            standing = found.pop((table, listed.key), [])
            if not standing:
                settle(listed, by, why)
            elif standing != listed.columns:
                Reconciliation.objects.filter(pk=listed.pk).update(columns=standing)
    _list(found, by.at)


def list_new_contradictions(*, at: datetime) -> None:
    """After an import: where linked records contradict each other in columns about which nobody was ever asked."""
    if not links.are_there():
        return
    found = contradicting(keys_of(links.all_in_force()))
    for (table, key), columns in found.items():
        asked = Reconciliation.objects.filter(table=table, key=key, feed=None).values_list("columns", flat=True)
        known = {column for some in asked for column in some}
        found[table, key] = [column for column in columns if column not in known]
    _list({which: columns for which, columns in found.items() if columns}, at)


def _list(found: Mapping[tuple[str, str], list[str]], at: datetime) -> None:
    Reconciliation.objects.bulk_create(
        Reconciliation(table=table, key=key, columns=columns, found_at=at) for (table, key), columns in found.items()
    )


def check_may_settle(found: Reconciliation, *, by: Acting) -> None:
    """Refused where it is about somebody's own family, or about a restricted record that is not for them."""
    children = set().union(*(side.children for side in _sides(found)))
    if _is_own_family(by.account, children):
        raise Refused(OWN_FAMILY)
    if not all(may_read_although_restricted(by.account, child) for child in children):
        raise Refused(RESTRICTED)


def _is_own_family(account: Account, children: Iterable[str]) -> bool:
    return FamilyTie.objects.filter(account=account, child__in=list(children)).exists()


def settle(found: Reconciliation, by: Acting, outcome: str) -> None:
    """Keeps who settled it, and how."""
    found.settled_at, found.settled_by, found.outcome = by.at, by.account, outcome
    found.save(update_fields=["settled_at", "settled_by", "outcome"])


# Showing


@dataclass(frozen=True)
class Saying:
    """What one side says in the columns in question: the entry as it stands here, with its `version`, or a feed of it."""

    key: str
    feed: str | None
    version: int | None
    recorded_at: datetime | None
    is_voided: bool
    values: Mapping[str, Any]
    withheld: tuple[str, ...]


@dataclass(frozen=True)
class Contradiction:
    """An entry that a feed contradicts, or two records read as one that say different things, until somebody settles it.

    `number` is the one by which `settle_contradiction` takes it. What stands comes first among the `sides`. `hidden` says
    why nothing more is shown, where it may not be.
    """

    number: int
    found_at: datetime
    table: str
    key: str = ""
    columns: tuple[str, ...] = ()
    children: tuple[str, ...] = ()
    sides: tuple[Saying, ...] = ()
    hidden: str = ""


def open_contradictions(*, by: Acting, first: int = 0, at_most: int = AT_MOST) -> list[Contradiction]:
    """What contradicts itself and waits to be settled, the oldest first; the log keeps who looked.

    Those who look after the record see all but their own family's, and of restricted records only that there is
    something; others see what is about children within their sight.
    """
    check_user_can("look at contradictions", {**READ, **STEWARDS}, by=by, child=None)
    with links.asked_once():
        near = in_sight(by) if by.account.role in READ else set()
        waiting = Reconciliation.objects.filter(settled_at=None).order_by("pk")
        seen = (_seen(by, near, one) for one in waiting)
        told = list(islice((one for one in seen if one is not None), first, first + at_most))
    note_reading(by, "contradictions", shown=[[one.table, one.key] for one in told if not one.hidden])
    return told


@dataclass(frozen=True)
class _Side:
    """What one side says, whole, and the children whom it is about."""

    key: str
    feed: str | None
    version: int | None
    row: Row
    children: frozenset[str]

    @property
    def standing(self) -> Standing:
        """The row as readings take it."""
        return Standing(self.row, self.version)


def _seen(by: Acting, near: set[str], found: Reconciliation) -> Contradiction | None:
    """The contradiction as somebody is shown it; None where they do not learn of it."""
    sides = list(_sides(found))
    children = set().union(*(side.children for side in sides))
    if _is_own_family(by.account, children):
        return None
    if sides and all(not near.isdisjoint(side.children) for side in sides):
        sights = [_sight(by, found.table, min(near & children), sides)]
        return None if _hides(sights, found.table, sides) else _shown(found, sides, sights)
    if by.account.role not in STEWARDS:
        return None
    hidden = _kept_from_stewards(by.account, found, children)
    sights = [] if hidden else [_sight(by, found.table, child, sides) for child in sorted(children)]
    hidden = PRIVATE if _hides(sights, found.table, sides) else hidden
    if hidden:
        return Contradiction(found.pk, found.found_at, found.table, hidden=hidden)
    return _shown(found, sides, sights)


def _kept_from_stewards(account: Account, found: Reconciliation, children: Iterable[str]) -> str:
    """Why nothing of it is shown to somebody who is not near the children; empty where it may be."""
    if any(not may_read_although_restricted(account, child) for child in children):
        return RESTRICTED
    if is_withheld(found.table, found.key):
        return WITHHELD
    return OF_NOBODY if not children and found.table not in OF_NO_FAMILY else ""


def _sides(found: Reconciliation) -> Iterator[_Side]:
    table = found.table
    for key in links.all_of(table, found.key) if table in LINKED and found.feed is None else [found.key]:
        try:
            stands = current(table, key)
        except NoSuchEntry:
            continue  # the feed gave a row that the database would not hold
        yield _Side(key, None, version_of(table, key), stands, _children(table, stands))
    if found.theirs is not None:
        says = _row_given(table, found.theirs)
        yield _Side(found.key, found.feed_id, None, says, _children(table, says))


def _row_given(table: str, theirs: Mapping[str, Any]) -> dict[str, Any]:
    """A row that was kept aside as JSON, in the types of record tables."""
    row: dict[str, Any] = dict.fromkeys(TABLES[table].names)
    for column in TABLES[table]:
        value = theirs.get(column.name)
        if value is not None:
            row[column.name] = READING[column.kind](value) if column.kind in READING else value
    return row


def _children(table: str, row: Row) -> frozenset[str]:
    try:
        found = children_of_row(table, row)
    except NoSuchEntry:
        return frozenset()
    children = links.one_with("child", found)
    return frozenset(entries("child").filter(pk__in=children).values_list("pk", flat=True))


def _sight(by: Acting, table: str, child: str, sides: Iterable[_Side]) -> Sight:
    return sight_of(by, child, rows_about(child), {table: [side.standing for side in sides]})


def _hides(sights: Iterable[Sight], table: str, sides: Sequence[_Side]) -> bool:
    return any(not sight.shows(table, side.row) for sight in sights for side in sides)


def _shown(found: Reconciliation, sides: Iterable[_Side], sights: Sequence[Sight]) -> Contradiction:
    return Contradiction(
        number=found.pk,
        found_at=found.found_at,
        table=found.table,
        key=found.key,
        columns=tuple(found.columns),
        children=tuple(sight.child for sight in sights),
        sides=tuple(_saying(found, side, sights) for side in sides),
    )


def _saying(found: Reconciliation, side: _Side, sights: Iterable[Sight]) -> Saying:
    """What a side says in the columns in question, without what any of these sights withholds."""
    values = {name: side.row[name] for name in found.columns if name not in STAMPED}
    withheld: set[str] = set()
    for sight in sights:
        shown = sight.entry(found.table, replace(side.standing, row={**side.row, **values}))
        values |= {name: value for name, value in shown.values.items() if name in values}
        withheld.update(name for name in shown.withheld if name in values)
    return Saying(
        key=side.key,
        feed=side.feed,
        version=side.version,
        recorded_at=None if side.row["recorded_at"] is None else timezone.make_aware(side.row["recorded_at"]),
        is_voided=side.row["voided_at"] is not None,
        values={name: value for name, value in values.items() if name not in withheld},
        withheld=tuple(sorted(withheld)),
    )

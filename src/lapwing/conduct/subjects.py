"""On whose record something acts: the children of an entry, and the children whom a change concerns."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from lapwing.conduct.acting import Acting, Change
from lapwing.conduct.may import FRONT_LINE, READ, May
from lapwing.conduct.permissions import NOT_HERE, check_user_can, user_can
from lapwing.engine.known import parent_of
from lapwing.exchange.belonging import OF_A_PERSON
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.merging import LINKED
from lapwing.records.store import NoSuchEntry
from lapwing.vocabulary.board import BOARD_TABLES, EVERY_TABLE
from lapwing.vocabulary.records import TABLES

OTHERWISE_NAMED = {"mother": "person", "follows_meeting": "meeting", "repeats_referral": "referral"}
"""Parameters that take the key of an entry and are not named after its table."""

BRING_IN = ("relate_person", "establish_identity")
"""Verbs by which somebody who is around another child comes to be around this one."""


def parameters_naming_entries(body: Callable[..., Any]) -> dict[str, str]:
    """The parameters of a verb that take the key of an entry, each with the table."""
    names = inspect.signature(body).parameters
    tables = {name: OTHERWISE_NAMED.get(name, name) for name in names}
    return {name: table for name, table in tables.items() if table in EVERY_TABLE}


def children_named(entries: Sequence[tuple[str, str]]) -> list[str]:
    """The children on whose records a verb acts: those of the first entry, all of whom every other one has to do with.

    NoSuchEntry where an entry is not there, or is another child's.
    """
    children: set[str] = set()
    for table, key in entries:
        if table in BOARD_TABLES:
            continue
        if table != "child" and not TABLES[table].is_about_child and table not in ("pregnancy", "expected_date"):
            continue
        found = children_of(table, [key])
        if not found or (children and children.isdisjoint(found)):
            raise NoSuchEntry(NOT_HERE)
        children = children & found or found
    return sorted(children)


def check_people_in_sight(
    verb: str, may: May, entries: Sequence[tuple[str, str]], children: Sequence[str], *, by: Acting
) -> None:
    """NoSuchEntry where a verb names a person, or what belongs to one, who is not around the children that it acts on.

    Where it acts on no child's record, or brings somebody into a family, they have to be around a child with whom one works.
    """
    for person in _people_named(entries):
        theirs = children_of_people([person])
        if not theirs.isdisjoint(children):
            continue
        seen = [one for one in sorted(theirs) if user_can("read", READ, by=by, child=one)]
        if not seen or (children and verb not in BRING_IN):
            raise NoSuchEntry(NOT_HERE)
        if any(_may_name(verb, may, by, one) for one in seen):
            continue
        if not children:
            check_user_can(verb, may, by=by, child=seen[0])
        raise NoSuchEntry(NOT_HERE)


def _may_name(verb: str, may: May, by: Acting, child: str) -> bool:
    """Whether somebody works with a child whose people they name, and may do this to them."""
    return all(user_can(verb, needed, by=by, child=child) for needed in (FRONT_LINE, may))


def _people_named(named: Sequence[tuple[str, str]]) -> list[str]:
    """The people whom these entries are, or to whom they belong, as addresses and other names do."""
    people = [key for table, key in named if table == "person"]
    for name in OF_A_PERSON:
        theirs = {key for table, key in named if table == name}
        belonging = entries(name).filter(pk__in=theirs).values_list("person", flat=True)
        if len(belonging) < len(theirs):
            raise NoSuchEntry(NOT_HERE)
        people += belonging
    return people


def children_touched(change: Change) -> set[str]:
    """Every child whose findings may differ after a change."""
    by_table: dict[str, list[str]] = {}
    for one in change.entered:
        by_table.setdefault(one.table, []).append(one.key)
    touched = ((table, keys) for table, keys in by_table.items() if table not in BOARD_TABLES)
    return change.concerns.union(*(children_of(table, keys) for table, keys in touched))


def children_of(table: str, keys: Iterable[str]) -> set[str]:
    """The children whom these entries are about, with every record of each."""
    found = _children(table, links.one_with(table, keys) if table in LINKED else keys)
    return links.one_with("child", found)


def _children(table: str, keys: Iterable[str]) -> set[str]:
    rows = entries(table).filter(pk__in=list(keys))
    match table:
        case "child":
            return set(keys)
        case "pregnancy":
            return _expected_of(rows.values_list("pk", flat=True))
        case "expected_date":
            return _expected_of(rows.values_list("pregnancy", flat=True))
        case "person":
            return children_of_people(list(keys))
        case "address" | "other_name":
            return children_of_people(list(rows.values_list("person", flat=True)))
    if "child_id" not in TABLES[table].names:
        return set()
    found = set(rows.filter(child__isnull=False).values_list("child", flat=True))
    if TABLES[table].reaches_through_pregnancy:
        found |= _expected_of(
            rows.filter(child__isnull=True, pregnancy__isnull=False).values_list("pregnancy", flat=True)
        )
    holder = parent_of(TABLES[table])
    if holder is not None:
        held = list(rows.filter(child__isnull=True).values_list(holder, flat=True))
        found |= _children(holder, held) if held else set()
    return found


def children_of_people(people: list[str]) -> set[str]:
    """The children that these people are, whose relatives they are, or whom they expect."""
    people = list(links.one_with("person", people))
    related = entries("relationship").filter(person__in=people)
    expected = entries("pregnancy").filter(mother__in=people)
    found = (
        _keys(entries("child").filter(person__in=people))
        | set(related.filter(child__isnull=False).values_list("child", flat=True))
        | _expected_of(related.filter(pregnancy__isnull=False).values_list("pregnancy", flat=True))
        | _expected_of(expected.values_list("pk", flat=True))
    )
    return links.one_with("child", found)


def _expected_of(pregnancies: Any) -> set[str]:
    """The children of some pregnancies, and of every record of the same pregnancies."""
    one = links.one_with("pregnancy", pregnancies) if links.are_there() else pregnancies
    return _keys(entries("child").filter(pregnancy__in=one))


def _keys(rows: Any) -> set[str]:
    return set(rows.values_list("pk", flat=True))

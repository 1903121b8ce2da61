"""On whose record something acts: the children of an entry, and the children whom a change concerns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lapwing.conduct.acting import Change
from lapwing.records.models import MODELS
from lapwing.records.store import NoSuchEntry
from lapwing.vocabulary.records import TABLES

HOLDERS = ("meeting", "disagreement")
"""What an entry may belong to instead of a child of its own."""


def children_of(table: str, key: Any) -> list[str]:
    """The children on whose records an entry stands; NoSuchEntry where there is no such entry, or no child to it."""
    if table == "child":
        return [key]
    found = sorted(_children(table, [key]))
    if not found:
        raise NoSuchEntry("There is no such record here, or not for you.")
    return found


def children_touched(change: Change) -> set[str]:
    """Every child whose findings may differ after a change."""
    by_table: dict[str, list[str]] = {}
    for one in change.entered:
        by_table.setdefault(one.table, []).append(one.key)
    return change.concerns.union(*(_children(table, keys) for table, keys in by_table.items()))


def _children(table: str, keys: Iterable[str]) -> set[str]:
    rows = MODELS[table]._default_manager.filter(pk__in=list(keys))
    child = MODELS["child"]._default_manager.filter(only_named=False)
    match table:
        case "child":
            return set(keys)
        case "pregnancy":
            return _keys(child.filter(pregnancy__in=rows))
        case "expected_date":
            return _keys(child.filter(pregnancy__in=rows.values("pregnancy")))
        case "person":
            return _children_of_people(list(keys))
        case "address":
            return _children_of_people(list(rows.values_list("person", flat=True)))
    if "child_id" not in TABLES[table].names:
        return set()
    found = set(rows.filter(child__isnull=False).values_list("child", flat=True))
    if TABLES[table].reaches_through_pregnancy:
        found |= _keys(child.filter(pregnancy__in=rows.filter(child__isnull=True).values("pregnancy")))
    for holder in HOLDERS:
        if f"{holder}_id" in TABLES[table].required:
            held = list(rows.filter(child__isnull=True).values_list(holder, flat=True))
            found |= _children(holder, held) if held else set()
    return found


def _children_of_people(people: list[str]) -> set[str]:
    """The children that these people are, whose relatives they are, or whom they expect."""
    child = MODELS["child"]._default_manager.filter(only_named=False)
    related = MODELS["relationship"]._default_manager.filter(person__in=people)
    expected = MODELS["pregnancy"]._default_manager.filter(mother__in=people)
    return (
        _keys(child.filter(person__in=people))
        | set(related.filter(child__isnull=False).values_list("child", flat=True))
        | _keys(child.filter(pregnancy__in=related.filter(pregnancy__isnull=False).values("pregnancy")))
        | _keys(child.filter(pregnancy__in=expected))
    )


def _keys(rows: Any) -> set[str]:
    return set(rows.values_list("pk", flat=True))

"""The entries about one child as they stand, by table."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from lapwing.engine.known import parent_of
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.models import Entry
from lapwing.records.models.tables import held_in
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Table

Row = Mapping[str, Any]

ABOUT_CHILD = tuple(
    name for name, table in TABLES.items() if table.is_about_child or name in ("child", "pregnancy", "expected_date")
)
"""Tables whose entries are about children, those of the pregnancy among them."""


@dataclass(frozen=True)
class Standing:
    """An entry as it stands, by column, and which version of it that is; of a day gone by, no version is told."""

    row: Row
    version: int | None


Rows = Mapping[str, list[Standing]]


def rows_about(child: str) -> Rows:
    """Every entry about a child, in whichever of its records, with the people whom these name and where they live."""
    children = links.one_with("child", [child])
    expected = entries("child").filter(pk__in=children, pregnancy__isnull=False).values_list("pregnancy", flat=True)
    pregnancies = links.one_with("pregnancy", expected)
    found: dict[str, list[Standing]] = {}
    for name in ABOUT_CHILD:
        found[name] = _select(name, _about(TABLES[name], children, pregnancies))
    people = links.one_with("person", named_in(found, "person"))
    found["person"] = _select("person", Q(pk__in=people))
    found["address"] = _select("address", Q(person__in=people))
    return found


def named_in(rows: Rows, table: str) -> set[str]:
    """The keys of another table's entries that these rows name."""
    return {
        one.row[column.name]
        for name, some in rows.items()
        for column in TABLES[name]
        if column.refers_to == table
        for one in some
        if one.row[column.name] is not None
    }


def _about(table: Table, children: Collection[str], pregnancies: Collection[str]) -> Q:
    if table.name == "child":
        return Q(pk__in=children)
    if table.name in ("pregnancy", "expected_date"):
        return Q(pregnancy_id__in=pregnancies)
    condition = Q(child__in=children)
    if table.reaches_through_pregnancy and pregnancies:
        condition |= Q(pregnancy__in=pregnancies)
    holder = parent_of(table)
    if holder is not None:
        held_by = entries(holder).filter(_about(TABLES[holder], children, pregnancies))
        condition |= Q(child__isnull=True, **{f"{holder}__in": held_by})
    return condition


def _select(name: str, condition: Q) -> list[Standing]:
    names = TABLES[name].names
    held = [held_in(column) for column in TABLES[name]]
    found = entries(name).filter(condition).order_by("stored_at", "pk").values_list("version", *held)
    return [Standing(dict(zip(names, values, strict=True)), version) for version, *values in found]


def row_of(name: str, entry: Any) -> Row:
    """An entry by column, as record tables have it."""
    return {column.name: getattr(entry, held_in(column)) for column in TABLES[name]}

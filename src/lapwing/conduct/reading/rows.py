"""The entries about one child as they stand, by table."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from lapwing.engine.known import parent_of
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.models.tables import held_in
from lapwing.records.stored import standing_among
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
        found[name] = _about(TABLES[name], children, pregnancies, found)
    people = links.one_with("person", named_in(found, "person"))
    found["person"] = _standing("person", {"person_id": people})
    found["address"] = _standing("address", {"person_id": people})
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


def _about(
    table: Table, children: Collection[str], pregnancies: Collection[str], found: Mapping[str, list[Standing]]
) -> list[Standing]:
    """The entries of a table about these children; `found` has those of the tables before it, whose parts others are."""
    if table.name in ("pregnancy", "expected_date"):
        return _standing(table.name, {"pregnancy_id": pregnancies})
    owners = {"child_id": children}
    if table.reaches_through_pregnancy and table.name != "child":
        owners["pregnancy_id"] = pregnancies
    holder = parent_of(table)
    if holder is None:
        return _standing(table.name, owners)
    key = TABLES[holder].key
    return _standing(table.name, owners | {key: {one.row[key] for one in found[holder]}}, of_none=key)


def _standing(name: str, owners: Mapping[str, Collection[str]], of_none: str = "") -> list[Standing]:
    return [Standing(row, version) for version, row in standing_among(name, owners, of_none=of_none)]


def row_of(name: str, entry: Any) -> Row:
    """An entry by column, as record tables have it."""
    return {column.name: getattr(entry, held_in(column)) for column in TABLES[name]}

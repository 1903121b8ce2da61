"""References between record tables: rows that point at a row which is not there."""

from __future__ import annotations

from collections.abc import Mapping
from graphlib import TopologicalSorter

import polars as pl

from lapwing.exchange.checked_tables import CheckedTable
from lapwing.exchange.faults import ROW, Fault, shown
from lapwing.vocabulary.tables import Column, Table


def check_references(tables: Mapping[str, CheckedTable]) -> None:
    """Set aside rows that would belong to nothing, and doubt the rest of what points nowhere.

    A row that names a child, a pregnancy or anything else it cannot do without, and names one that is not
    among the sound rows, is set aside. Any other reference that points nowhere, such as to a practitioner who
    has left, is doubted and the row kept: a concern is not lost because its recorder is not listed.
    Only references into tables that the source carries are looked at.
    """
    for name in _holders_first(tables):
        for column in _belongs_by(tables[name].table):
            _check(tables, name, column, keep=False)
    for name, checked in tables.items():
        for column in checked.table:
            if column not in _belongs_by(checked.table):
                _check(tables, name, column, keep=True)


def _belongs_by(table: Table) -> list[Column]:
    """The references without which a row of the table belongs to nothing."""
    owners = ("child_id", "pregnancy_id") if table.is_about_child else ()
    return [column for column in table if column.refers_to and (column.required or column.name in owners)]


def _holders_first(tables: Mapping[str, CheckedTable]) -> list[str]:
    """The tables in an order in which what a row belongs to has been settled before the row."""
    needs = {name: {str(column.refers_to) for column in _belongs_by(tables[name].table)} for name in tables}
    return [name for name in TopologicalSorter(needs).static_order() if name in tables]


def _check(tables: Mapping[str, CheckedTable], name: str, column: Column, *, keep: bool) -> None:
    checked, target = tables[name], tables.get(column.refers_to or "")
    if target is None or not checked.has(column.name):
        return
    keys = target.rows.select(pl.col(target.table.key).alias(column.name))
    named = checked.rows.select(ROW, column.name).drop_nulls()
    found = named.join(keys, on=column.name, how="anti", maintain_order="left")
    needs = f"needs a {target.table.key} that stands in a sound row of {target.file}"
    fault = Fault(column.name, found, lambda value: shown(column, value), needs + ("; the row is kept" if keep else ""))
    (checked.doubt if keep else checked.set_aside)(fault)

"""Brings together the rows about each child, as known on a day: what the row interpreter works from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import polars as pl

from lapwing.engine.known import KnownRecords
from lapwing.vocabulary.records import TABLES

THROUGH = {"expected_date": "pregnancy", "address": "person"}
"""Tables whose rows nothing of a child names, and what they belong to that is named."""
ChildRows = dict[str, list[dict[str, Any]]]


def rows_by_child(
    records: KnownRecords, tables: Iterable[str], children: Sequence[str] | None = None
) -> Mapping[str, ChildRows]:
    """For every child, or for those named, its rows by table.

    A table that is not about a child is reached through what is: the pregnancy and its expected dates, and the
    people with their addresses, practitioners and agencies that the child's rows name.
    """
    owners = _Owners(records, children)
    gathered: dict[str, ChildRows] = {child: {} for child in owners.children}
    for name in tables:
        for (child,), rows in owners.of(name).partition_by("_child", as_dict=True, include_key=False).items():
            if child in gathered:
                gathered[child][name] = rows.to_dicts()
    return gathered


class _Owners:
    """The rows of each table beside the child they belong to, in the column `_child`."""

    def __init__(self, records: KnownRecords, children: Sequence[str] | None) -> None:
        self.records = records
        child = self._all("child")
        self.child = child if children is None else child.filter(pl.col("child_id").is_in(children))
        self.children: list[str] = self.child["child_id"].to_list()

    def _all(self, name: str) -> pl.DataFrame:
        frame: pl.DataFrame = self.records.of(name).collect("polars").to_native()
        return frame

    def of(self, name: str) -> pl.DataFrame:
        table = TABLES[name]
        if name == "child":
            return self.child.with_columns(pl.col("child_id").alias("_child"))
        rows = self._all(name)
        if table.is_about_child:
            return rows.with_columns(pl.col("child_id").alias("_child")).filter(pl.col("_child").is_in(self.children))
        named = THROUGH.get(name, name)
        return rows.join(self._named(named, rows), on=TABLES[named].key, how="inner")

    def _named(self, name: str, rows: pl.DataFrame) -> pl.DataFrame:
        """Which pregnancies, people, practitioners or agencies, of those in `rows`, the rows of each child name."""
        key = TABLES[name].key
        parts = [
            self._all(other).select(pl.col(column).alias(key), pl.col("child_id").cast(pl.String).alias("_child"))
            for other, column in self._naming(name)
        ]
        nobody = rows.select(key, _child=pl.lit(None, pl.String)).clear()
        return pl.concat([nobody, *parts]).drop_nulls().filter(pl.col("_child").is_in(self.children)).unique()

    def _naming(self, name: str) -> Iterator[tuple[str, str]]:
        """The columns of children's rows that name one of these."""
        for other in self.records.frames:
            if other == "child" or TABLES[other].is_about_child:
                columns = self._all(other).columns
                yield from ((other, c.name) for c in TABLES[other] if c.refers_to == name and c.name in columns)

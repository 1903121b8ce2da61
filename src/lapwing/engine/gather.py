"""Brings together the rows about each child, as known on a day: what the row interpreter works from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import polars as pl

from lapwing.engine.known import KnownRecords
from lapwing.vocabulary.records import TABLES

ChildRows = dict[str, list[dict[str, Any]]]


def rows_by_child(
    records: KnownRecords, tables: Iterable[str], children: Sequence[str] | None = None
) -> Mapping[str, ChildRows]:
    """For every child, or for those named, its rows by table.

    A table that is not about a child is reached through what is: the pregnancy and its expected dates, the
    child as a person, the people around the child.
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
        return rows.join(self._reached(name), on=self._link(name), how="inner")

    def _link(self, name: str) -> str:
        return {"pregnancy": "pregnancy_id", "expected_date": "pregnancy_id"}.get(name, "person_id")

    def _reached(self, name: str) -> pl.DataFrame:
        """Which child each pregnancy or person belongs to."""
        if self._link(name) == "pregnancy_id":
            return self.child.select("pregnancy_id", pl.col("child_id").alias("_child")).drop_nulls()
        people = [self.child.select("person_id", pl.col("child_id").alias("_child"))]
        if "relationship" in self.records.frames:
            around = self._all("relationship").select("person_id", pl.col("child_id").alias("_child"))
            people.append(around)
        return pl.concat(people).drop_nulls().unique()

"""Brings together the rows about each child, as known on a day: what the row interpreter works from.

A child who is a parent has the rows of the baby at hand too, and a baby the bare records of parents who are
children themselves; what is found of those others belongs to them and is left out (`engine.fact_rows`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import polars as pl

from lapwing.engine.known import KnownRecords
from lapwing.vocabulary.codes import PARENTS
from lapwing.vocabulary.records import TABLES

THROUGH = {"expected_date": "pregnancy", "address": "person", "other_name": "person"}
"""Tables whose rows nothing of a child names, and what they belong to that is named."""
ChildRows = dict[str, list[dict[str, Any]]]


def rows_by_child(
    records: KnownRecords, tables: Iterable[str], children: Sequence[str] | None = None
) -> Mapping[str, ChildRows]:
    """For every child, or for those named, its rows by table; its own row stands first among `child`.

    A table that is not about a child is reached through what is: the pregnancy and its expected dates, and the
    people with their addresses, practitioners and agencies that the child's rows name; an agency also through a
    practitioner so named.
    """
    owners = _Owners(records, children)
    every: dict[str, ChildRows] = {child: {} for child in owners.children}
    for name in tables:
        for (child,), rows in owners.of(name).partition_by("_child", as_dict=True, include_key=False).items():
            if child in every:
                every[child][name] = rows.to_dicts()
    return with_parents(every, owners.parents, owners.asked)


def with_parents(
    every: Mapping[str, ChildRows], parents: Iterable[tuple[str, str]], asked: Iterable[str]
) -> dict[str, ChildRows]:
    """The rows of those asked for, with what crosses between a child who is a parent and its baby.

    `every` has the rows of each of them by themselves; `parents` pairs each such parent with the baby.
    """
    gathered = {child: dict(every[child]) for child in asked}
    for young, baby in parents:
        if young in gathered:
            _add(gathered[young], every[baby])
        if baby in gathered:
            _add(gathered[baby], {"child": every[young].get("child", [])})
    return gathered


def _add(rows: ChildRows, others: ChildRows) -> None:
    """Adds the rows of somebody else that are not there already."""
    for name, more in others.items():
        own = rows.get(name, [])
        there = {_identity(name, row) for row in own}
        rows[name] = own + [row for row in more if _identity(name, row) not in there]


def _identity(name: str, row: Mapping[str, Any]) -> tuple[Any, Any]:
    return row[TABLES[name].key], row.get("child_id")


class _Owners:
    """The rows of each table beside the child they belong to, in the column `_child`."""

    def __init__(self, records: KnownRecords, children: Sequence[str] | None) -> None:
        self.records = records
        child = self._all("child")
        self.asked: list[str] = child["child_id"].to_list()
        self.parents = self._parents(child)
        if children is not None:
            wanted = set(children)
            self.asked = [one for one in self.asked if one in wanted]
            self.parents = [pair for pair in self.parents if not wanted.isdisjoint(pair)]
        everybody = {*self.asked, *(one for pair in self.parents for one in pair)}
        self.child = child.filter(pl.col("child_id").is_in(list(everybody)))
        self.children: list[str] = self.child["child_id"].to_list()

    def _parents(self, child: pl.DataFrame) -> list[tuple[str, str]]:
        """Whose record is that of a parent of which child, by a relationship or as the expectant mother."""
        known = set(child["child_id"])
        pairs: dict[tuple[str, str], None] = {}
        for naming, column in (("relationship", "person_id"), ("pregnancy", "mother_id")):
            if naming in self.records.frames:
                pairs |= dict.fromkeys(self._named_as_parents(naming, column, child))
        return [(young, baby) for young, baby in pairs if young != baby and {young, baby} <= known]

    def _named_as_parents(self, name: str, column: str, child: pl.DataFrame) -> list[tuple[str, str]]:
        rows = self._all(name)
        if not {column, "role" if name == "relationship" else column} <= {*rows.columns}:
            return []
        if name == "relationship":
            rows = rows.filter(pl.col("role").is_in([str(role) for role in PARENTS]))
        else:
            rows = rows.join(child.select("pregnancy_id", "child_id"), on="pregnancy_id", how="inner")
        named = rows.select(pl.col("child_id").cast(pl.String).alias("_baby"), pl.col(column).alias("person_id"))
        own = child.select(pl.col("child_id").cast(pl.String).alias("_young"), "person_id")
        return named.drop_nulls().join(own, on="person_id", how="inner").select("_young", "_baby").rows()

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
        if name == "agency":
            parts += self._employers()
        nobody = rows.select(key, _child=pl.lit(None, pl.String)).clear()
        return pl.concat([nobody, *parts]).drop_nulls().filter(pl.col("_child").is_in(self.children)).unique()

    def _employers(self) -> Iterator[pl.DataFrame]:
        """The agencies of the practitioners named in the rows of each child."""
        if "practitioner" in self.records.frames:
            staff = self._all("practitioner")
            if "agency_id" in staff.columns:
                named = staff.select("practitioner_id", "agency_id").join(
                    self._named("practitioner", staff), on="practitioner_id", how="inner"
                )
                yield named.select("agency_id", "_child")

    def _naming(self, name: str) -> Iterator[tuple[str, str]]:
        """The columns of children's rows that name one of these."""
        for other in self.records.frames:
            if other == "child" or TABLES[other].is_about_child:
                columns = self._all(other).columns
                yield from ((other, c.name) for c in TABLES[other] if c.refers_to == name and c.name in columns)

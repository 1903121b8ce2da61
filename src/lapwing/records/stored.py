"""What is stored, as the record tables that the engine reads: whole, or all that concerns one child."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import polars as pl
from django.db import connection

from lapwing.engine.known import parent_of
from lapwing.records.columns import frame_of, placeholders, quoted, rows_of, selected
from lapwing.records.models import Carries
from lapwing.vocabulary.codes import PARENTS
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Table

AT_ONCE = 50_000
"""So many rows are brought from the database at a time."""


def both(table: Table, where: str = "") -> str:
    """The SELECT of a table's entries and of the earlier versions that were seen.

    With `where`, of those entries only of which it is true in any version: an entry may have been another child's before.
    """
    columns, entries, earlier = selected(table, connection.vendor), quoted(table.name), quoted(f"{table.name}_earlier")
    key = quoted(table.key)
    versions = f"SELECT {key} FROM {entries} WHERE {where} UNION SELECT {key} FROM {earlier} WHERE {where}"  # noqa: S608
    sought, also = (f"WITH sought AS ({versions}) ", f" AND {key} IN (SELECT {key} FROM sought)") if where else ("", "")  # noqa: S608
    return (
        f"{sought}SELECT {columns} FROM {entries} WHERE NOT only_named{also} "  # noqa: S608
        f"UNION ALL SELECT {columns} FROM {earlier} WHERE seen{also}"
    )


# Whole


def stored_records() -> RecordSet:
    """Every version of every entry, with what the feeds and what is entered here can say."""
    told = carried_now()
    frames = {name: stored_frame(name) for name in TABLES if name in told.carried}
    versioned = frozenset(name for name, frame in frames.items() if frame[TABLES[name].key].is_duplicated().any())
    return replace(told, frames={name: frame.lazy() for name, frame in frames.items()}, versioned=versioned)


def carried_now() -> RecordSet:
    """What the feeds and what is entered here can say, without the rows."""
    carries = list(Carries.objects.order_by("feed", "table"))
    carried: dict[str, frozenset[str]] = {}
    for one in carries:
        known = frozenset(one.columns) & frozenset(TABLES[one.table].names)
        carried[one.table] = carried.get(one.table, frozenset()) | known
    delivered = {one.table: one.delivered_on for one in carries if one.delivered_on and not _is_also_here(one, carries)}
    return RecordSet({}, carried, frozenset(), _kinds(carries), delivered)


def told_by() -> tuple[tuple[Any, ...], ...]:
    """What tells apart two states of what the feeds can say."""
    return tuple(
        (one.feed_id, one.table, *one.columns, str(one.kinds), one.delivered_on)
        for one in Carries.objects.order_by("feed", "table")
    )


def _is_also_here(one: Carries, carries: Sequence[Carries]) -> bool:
    return any(other.table == one.table and other.delivered_on is None for other in carries)


def _kinds(carries: Iterable[Carries]) -> dict[str, frozenset[str]]:
    """The codes that can be told in a column, where no feed that carries it tells all."""
    told: dict[str, list[frozenset[str] | None]] = {}
    for one in carries:
        for column in one.columns:
            kinds = one.kinds.get(column)
            told.setdefault(f"{one.table}.{column}", []).append(None if kinds is None else frozenset(kinds))
    return {
        column: frozenset().union(*(kinds for kinds in some if kinds is not None))
        for column, some in told.items()
        if None not in some
    }


def stored_frame(name: str) -> pl.DataFrame:
    """Every version of every entry of a table, in the types of record tables."""
    table = TABLES[name]
    parts = [frame_of(table, [])]
    with connection.cursor() as cursor:
        cursor.execute(both(table))
        while found := cursor.fetchmany(AT_ONCE):
            parts.append(frame_of(table, found))
    return pl.concat(parts)


# Of one child


Stored = dict[str, list[dict[str, Any]]]


def stored_about(children: Sequence[str], tables: Iterable[str]) -> Stored:
    """Every version of every row that concerns these children, by table, with those of their parents who are children
    and of the babies whose parents they are.
    """
    return _Gathering(children, set(tables)).rows


class _Gathering:
    """Brings together the rows: first the children and who they belong to, then what names them, then whom that names."""

    def __init__(self, children: Sequence[str], tables: set[str]) -> None:
        self.tables = tables
        self.rows: Stored = {}
        self.children = set(children)
        self._find_family()
        for name in tables - self.rows.keys() - {"practitioner", "agency", "person", "address"}:
            self._take(name, self._about(TABLES[name]))
        for name in ("person", "address", "practitioner", "agency"):
            if name in tables:
                self._take(name, self._named(name))

    def _take(self, name: str, owners: Mapping[str, Iterable[str]]) -> list[dict[str, Any]]:
        """The rows whose column is among some keys, for any of the columns given."""
        sought = {column: sorted(set(keys)) for column, keys in owners.items() if keys}
        self.rows[name] = []
        if not sought:
            return []
        where = " OR ".join(f"{quoted(column)} IN ({placeholders(len(keys))})" for column, keys in sought.items())
        values = [key for keys in sought.values() for key in keys]
        with connection.cursor() as cursor:
            cursor.execute(both(TABLES[name], where), values * 2)
            self.rows[name] = rows_of(name, cursor.fetchall())
        return self.rows[name]

    def _find_family(self) -> None:
        """The children, their pregnancies, their parents who are children, and the babies whose parents they are."""
        self._take("child", {"child_id": self.children})
        people = self._values("child", "person_id")
        parents = {**self._people_of_parents()}
        babies = self._babies_of(people)
        others = {*babies, *self._children_who_are(parents)} - self.children
        if others:
            self.children |= others
        self._take("child", {"child_id": self.children})
        self.pregnancies = self._values("child", "pregnancy_id")

    def _people_of_parents(self) -> dict[str, None]:
        pregnancies = self._values("child", "pregnancy_id")
        self._take("relationship", {"child_id": self.children, "pregnancy_id": pregnancies})
        named = dict.fromkeys(
            r["person_id"] for r in self.rows["relationship"] if r["role"] in PARENTS and r["person_id"]
        )
        self._take("pregnancy", {"pregnancy_id": pregnancies})
        named |= dict.fromkeys(self._values("pregnancy", "mother_id"))
        del self.rows["relationship"], self.rows["pregnancy"]
        return named

    def _children_who_are(self, people: Iterable[str]) -> set[str]:
        return {key for (key,) in self._ask("SELECT child_id FROM child WHERE person_id IN", people)}

    def _babies_of(self, people: Iterable[str]) -> set[str]:
        """The children of these people, by a relationship to the child or to its pregnancy, or as the mother of it."""
        if not people:
            return set()
        related = self._ask("SELECT child_id, pregnancy_id, role FROM relationship WHERE person_id IN", people)
        related += self._ask("SELECT child_id, pregnancy_id, role FROM relationship_earlier WHERE person_id IN", people)
        parents = [row for row in related if row[2] in PARENTS]
        pregnancies = {pregnancy for _, pregnancy, _ in parents if pregnancy}
        pregnancies |= {key for (key,) in self._ask("SELECT pregnancy_id FROM pregnancy WHERE mother_id IN", people)}
        expected = self._ask("SELECT child_id FROM child WHERE pregnancy_id IN", pregnancies)
        return {child for child, _, _ in parents if child} | {key for (key,) in expected}

    def _ask(self, statement: str, keys: Iterable[str]) -> list[tuple[Any, ...]]:
        given = sorted(set(keys))
        if not given:
            return []
        with connection.cursor() as cursor:
            cursor.execute(f"{statement} ({placeholders(len(given))})", given)
            return list(cursor.fetchall())

    def _values(self, name: str, *columns: str) -> set[str]:
        return {row[column] for row in self.rows.get(name, ()) for column in columns if row[column] is not None}

    def _about(self, table: Table) -> dict[str, Iterable[str]]:
        """By which columns the rows of a table belong to the children: theirs, their pregnancies', their meetings'."""
        if table.name == "pregnancy" or table.name == "expected_date":
            return {"pregnancy_id": self.pregnancies}
        owners: dict[str, Iterable[str]] = {"child_id": self.children}
        if table.reaches_through_pregnancy:
            owners["pregnancy_id"] = self.pregnancies
        parent = parent_of(table)
        if parent is not None:
            if parent not in self.rows:
                self._take(parent, self._about(TABLES[parent]))
            owners[TABLES[parent].key] = self._values(parent, TABLES[parent].key)
        return owners

    def _named(self, name: str) -> dict[str, Iterable[str]]:
        """People, practitioners and agencies whom the rows taken so far name."""
        sought = "person" if name == "address" else name
        keys = {
            row[column.name]
            for other, rows in self.rows.items()
            if other != name
            for column in TABLES[other]
            if column.refers_to == sought
            for row in rows
            if row[column.name] is not None
        }
        return {TABLES[sought].key: keys}

"""What is stored, as the record tables that the engine reads: whole, or all that concerns one child."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import polars as pl
from django.db import connection

from lapwing.engine.gather import THROUGH
from lapwing.engine.known import parent_of
from lapwing.records import links
from lapwing.records.columns import frame_of, placeholders, quoted, rows_of, selected
from lapwing.records.merging import LINKED, Same, as_one, as_one_rows
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
    """Every version of every entry, with what the feeds and what is entered here can say; records of one person are one."""
    return as_one(stored_as_recorded(), links.all_in_force())


def stored_as_recorded() -> RecordSet:
    """The same with every record by itself, whatever it is linked to."""
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


NAMED = ("person", "address", "other_name", "practitioner", "agency")
"""Tables whose rows are of somebody whom other rows name: practitioners name agencies, so these come last."""

Stored = dict[str, list[dict[str, Any]]]


def stored_about(children: Sequence[str], tables: Iterable[str]) -> Stored:
    """Every version of every row that concerns these children, by table, with those of their parents who are children
    and of the babies whose parents they are. Records of one child, person or pregnancy are one.
    """
    with links.asked_once():
        found = _Gathering(children, set(tables))
    return as_one_rows(found.rows, found.links) if found.links else found.rows


def rows_among(name: str, owners: Mapping[str, Iterable[str]]) -> list[dict[str, Any]]:
    """Every version of the rows of a table whose column is among some keys, for any of the columns given."""
    sought = {column: sorted(set(keys)) for column, keys in owners.items() if keys}
    if not sought:
        return []
    where = " OR ".join(f"{quoted(column)} IN ({placeholders(len(keys))})" for column, keys in sought.items())
    values = [key for keys in sought.values() for key in keys]
    with connection.cursor() as cursor:
        cursor.execute(both(TABLES[name], where), values * 2)
        return rows_of(name, cursor.fetchall())


def standing_among(
    name: str, owners: Mapping[str, Iterable[str]], *, of_none: str = ""
) -> list[tuple[int, dict[str, Any]]]:
    """The entries of a table as they stand, each with its version, whose column is among some keys, for any of the columns
    given; in the order in which they were stored. For the column `of_none` only where the entry names no child.
    """
    sought = {column: sorted(set(keys)) for column, keys in owners.items() if keys}
    if not sought:
        return []
    where = " OR ".join(
        f"({'child_id IS NULL AND ' if column == of_none else ''}{quoted(column)} IN ({placeholders(len(keys))}))"
        for column, keys in sought.items()
    )
    table = TABLES[name]
    statement = (
        f"SELECT version, {selected(table, connection.vendor)} FROM {quoted(name)} "  # noqa: S608
        f"WHERE NOT only_named AND voided_at IS NULL AND ({where}) ORDER BY stored_at, {quoted(table.key)}"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [key for keys in sought.values() for key in keys])
        found = cursor.fetchall()
    rows = rows_of(name, [values for _, *values in found])
    return [(version, row) for (version, *_), row in zip(found, rows, strict=True)]


class _Gathering:
    """Brings together the rows: first the children and who they belong to, then what names them, then whom that names."""

    def __init__(self, children: Sequence[str], tables: set[str]) -> None:
        self.tables = tables
        self.rows: Stored = {}
        self.children = links.one_with("child", children)
        self._find_family()
        for name in tables - self.rows.keys() - set(NAMED):
            self._take(name, self._about(TABLES[name]))
        self.links = self._links()
        for name in NAMED:
            if name in tables:
                self._take(name, self._named(name))

    def _links(self) -> list[Same]:
        """The links between records that the rows taken so far are or name."""
        return links.in_force({name: self._keys_named(name) for name in LINKED}) if links.are_there() else []

    def _take(self, name: str, owners: Mapping[str, Iterable[str]]) -> list[dict[str, Any]]:
        self.rows[name] = rows_among(name, owners)
        return self.rows[name]

    def _find_family(self) -> None:
        """The children, their pregnancies, their parents who are children, and the babies whose parents they are."""
        self._take("child", {"child_id": self.children})
        people = links.one_with("person", self._values("child", "person_id"))
        parents = links.one_with("person", self._people_of_parents())
        self.children |= {*self._babies_of(people), *self._children_who_are(parents)}
        self.children = links.one_with("child", self.children)
        self._take("child", {"child_id": self.children})
        self.pregnancies = links.one_with("pregnancy", self._values("child", "pregnancy_id"))

    def _people_of_parents(self) -> set[str]:
        pregnancies = links.one_with("pregnancy", self._values("child", "pregnancy_id"))
        self._take("relationship", {"child_id": self.children, "pregnancy_id": pregnancies})
        named = {r["person_id"] for r in self.rows["relationship"] if r["role"] in PARENTS and r["person_id"]}
        self._take("pregnancy", {"pregnancy_id": pregnancies})
        named |= self._values("pregnancy", "mother_id")
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
        pregnancies = links.one_with("pregnancy", pregnancies)
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
        """People, practitioners and agencies whom the rows taken so far name, and records that are one with these."""
        sought = THROUGH.get(name, name)
        one = {key for link in self.links if link.table == sought for key in (link.other, link.keep)}
        return {TABLES[sought].key: self._keys_named(sought) | one}

    def _keys_named(self, sought: str) -> set[str]:
        """The keys of a table that any row taken so far has."""
        return {
            row[column.name]
            for name, rows in self.rows.items()
            for column in TABLES[name]
            if column.refers_to == sought or column.name == TABLES[sought].key
            for row in rows
            if row[column.name] is not None
        }

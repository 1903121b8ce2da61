"""Worlds of many children to try properties on: generated families, and every family of the case tables.

A world is made once for a seed; everything that is asked of it is asked of all checks that there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from random import Random
from typing import Any

from agreement import Findings, by_frames
from case_tables import own_records
from every_table import TABLES as CASE_TABLES
from examples import examples
from generated_records import RecordMaker, Row, Rows, record_set
from lapwing.checks import CHECKS
from lapwing.engine.known import as_known_on
from lapwing.engine.run import Question, polars_frames
from lapwing.lessons.settings import shipped_settings
from lapwing.vocabulary.codes import PARENTS
from lapwing.vocabulary.facts import DAYS_OF_RECORDING
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.records import TABLES

DAY = date(2026, 3, 2)
"""The day on which the case tables are asked."""
FAMILIES = 60
SEEDS = range(examples(1))
NAMED = ("agency", "practitioner", "person", "pregnancy")
"""Tables whose rows belong to whoever names them."""


def every_check(day: date) -> Question:
    """All that there is to ask on a day."""
    return Question(list(CHECKS.values()), day, shipped_settings())


@dataclass(frozen=True)
class World:
    """Families of one seed, with the families of every case table beside them."""

    seed: int

    @cached_property
    def maker(self) -> RecordMaker:
        return RecordMaker(every_check(DAY), Random(self.seed))

    @cached_property
    def rows(self) -> Rows:
        """Every row by table; each table that some check reads is there."""
        rows = self.maker.rows(FAMILIES)
        for name, row in of_case_tables():
            rows.setdefault(name, []).append(dict.fromkeys(TABLES[name].names) | row)
        return rows

    @cached_property
    def strangers(self) -> Rows:
        """Further families, of whom the others' rows say nothing."""
        assert self.rows
        return together(self.maker.family(number) for number in range(10_000, 10_000 + FAMILIES // 2))

    @cached_property
    def records(self) -> RecordSet:
        return record_set(self.rows)

    @cached_property
    def found(self) -> Findings:
        """What all checks say of it on the day."""
        return by_frames(every_check(DAY), self.records)

    @cached_property
    def children(self) -> list[str]:
        return sorted({row["child_id"] for row in self.rows["child"]})


@cache
def world(seed: int) -> World:
    """The world of a seed, made once."""
    return World(seed)


def together(parts: Iterable[Rows]) -> Rows:
    """The rows of several parts, by table."""
    rows: Rows = {}
    for part in parts:
        for name, made in part.items():
            rows.setdefault(name, []).extend(made)
    return rows


def of_case_tables() -> Iterator[tuple[str, Row]]:
    """The rows of every family of every case table, each family's under keys of its own."""
    for place, table in enumerate(CASE_TABLES.values()):
        for number, one in enumerate(table.cases):
            yield from own_records(1000 * (place + 1) + number, one.records)


def _once(rows: Iterable[Row]) -> list[Row]:
    """The rows, each once."""
    return list({id(row): row for row in rows}.values())


def known_on(records: RecordSet, day: date) -> RecordSet:
    """What the records held at the end of a day, as records of their own to which nothing is added later."""
    frames = {
        name: as_known_on(frame, TABLES[name], day, versioned=False, voiding=False).drop(*DAYS_OF_RECORDING).to_native()
        for name, frame in polars_frames(records, records.frames).items()
    }
    return replace(records, frames=frames)


class OwnRows:
    """The rows of each child by itself: those about it, and the people, services and dates that these name.

    A child who is a parent has the baby's rows among its own, and a baby the bare records of parents who are children.
    """

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.by_column: dict[tuple[str, str], dict[Any, list[Row]]] = {}

    def of(self, child: str) -> Rows:
        """The child's own rows, by table."""
        own = self._alone(child)
        babies = [self._alone(baby) for baby in sorted(self._babies_of(own) - {child})]
        parents: Rows = {"child": self._with_any("child", "person_id", self._parents_in(own))}
        return {name: _once([*made, *(row for some in (*babies, parents) for row in some.get(name, ()))])
                for name, made in own.items()}  # fmt: skip

    def _parents_in(self, own: Rows) -> set[Any]:
        named = {row.get("person_id") for row in own.get("relationship", ()) if row.get("role") in PARENTS}
        return named | {row.get("mother_id") for row in own.get("pregnancy", ())}

    def _babies_of(self, own: Rows) -> set[str]:
        """The children whose parent, by a relationship or as the expectant mother, the child is."""
        people = {row.get("person_id") for row in own["child"]}
        as_parent = [row for row in self._with_any("relationship", "person_id", people) if row.get("role") in PARENTS]
        expecting = {row["pregnancy_id"] for row in self._with_any("pregnancy", "mother_id", people)}
        pregnancies = expecting | {row.get("pregnancy_id") for row in as_parent if row.get("child_id") is None}
        born = self._with_any("child", "child_id", {row.get("child_id") for row in as_parent})
        return {row["child_id"] for row in (*born, *self._with_any("child", "pregnancy_id", pregnancies))}

    def _alone(self, child: str) -> Rows:
        """The rows about the child, and what these name."""
        own: Rows = {name: [] for name in self.rows}
        own["child"] = self._with("child", "child_id", child)
        pregnancies = {row.get("pregnancy_id") for row in own["child"]} - {None}
        for name in (name for name in TABLES if name in self.rows and TABLES[name].is_about_child):
            own[name] = [*self._with(name, "child_id", child), *self._through(name, pregnancies, own)]
        own["pregnancy"] = self._with_any("pregnancy", "pregnancy_id", pregnancies)
        for _ in range(2):
            for name in NAMED:
                own[name] = self._with_any(name, TABLES[name].key, {*self._named(own, name)})
        own["expected_date"] = self._with_any("expected_date", "pregnancy_id", pregnancies)
        own["address"] = self._with_any("address", "person_id", {*self._named(own, "person")})
        return own

    def _with(self, name: str, column: str, value: Any) -> list[Row]:
        if (name, column) not in self.by_column:
            index = self.by_column[name, column] = {}
            for row in self.rows.get(name, ()):
                index.setdefault(row.get(column), []).append(row)
        return self.by_column[name, column].get(value, [])

    def _with_any(self, name: str, column: str, values: Iterable[Any]) -> list[Row]:
        return [row for value in sorted({*values} - {None}) for row in self._with(name, column, value)]

    def _through(self, name: str, pregnancies: set[Any], own: Rows) -> list[Row]:
        """Rows that name no child: those of its pregnancy, or of its meetings and disagreements."""
        if TABLES[name].reaches_through_pregnancy:
            some = self._with_any(name, "pregnancy_id", pregnancies)
        else:
            parents = [c for c in TABLES[name] if c.required and c.refers_to in ("meeting", "disagreement")]
            keys = [(c.name, own[c.refers_to]) for c in parents if c.refers_to]
            some = [row for key, owners in keys for row in self._with_any(name, key, {one[key] for one in owners})]
        return [row for row in some if row.get("child_id") is None]

    def _named(self, own: Rows, wanted: str) -> Iterator[Any]:
        for name, some in own.items():
            for column in TABLES[name]:
                if column.refers_to == wanted:
                    yield from (row.get(column.name) for row in some)

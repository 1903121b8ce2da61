"""Worlds of many children to try properties on: generated families, and every family of the case tables.

A world is made once for a seed; everything that is asked of it is asked of all checks that there are.
"""

from __future__ import annotations

from collections.abc import Iterable
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
from lapwing.vocabulary.facts import RECORDED_ON
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.records import TABLES

DAY = date(2026, 3, 2)
"""The day on which most case tables are asked."""
FAMILIES = 100
SEEDS = range(examples(1))


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
        for name, row in _of_case_tables():
            rows.setdefault(name, []).append(dict.fromkeys(TABLES[name].names) | row)
        return rows

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

    def some_children(self, count: int) -> list[str]:
        """So many of the children of whom something is found."""
        spoken_of = sorted({child for child, _, _ in self.found})
        return Random(self.seed).sample(spoken_of, min(count, len(spoken_of)))


@cache
def world(seed: int) -> World:
    """The world of a seed, made once."""
    return World(seed)


def _of_case_tables() -> Iterable[tuple[str, Row]]:
    for place, table in enumerate(CASE_TABLES.values()):
        for number, one in enumerate(table.cases):
            yield from own_records(1000 * (place + 1) + number, one.records)


def known_on(records: RecordSet, day: date) -> RecordSet:
    """What the records held at the end of a day, as records of their own: nothing of it is known to change later."""
    frames = {
        name: as_known_on(frame, TABLES[name], day, versioned=name in records.versioned).drop(RECORDED_ON)
        for name, frame in polars_frames(records, records.frames).items()
    }
    return replace(records, frames={n: f.to_native() for n, f in frames.items()}, versioned=frozenset())


def own_rows(rows: Rows, child: str) -> Rows:
    """The rows of one child by itself: those about it, and the people, services and dates that they speak of."""
    pregnancies = {row.get("pregnancy_id") for row in rows["child"] if row["child_id"] == child} - {None}
    own: Rows = {name: [] for name in rows}
    own["child"] = [row for row in rows["child"] if row["child_id"] == child]
    for name in (name for name in rows if name != "child" and TABLES[name].is_about_child):
        own[name] = [row for row in rows[name] if _is_of(row, name, child, pregnancies, own)]
    for _ in range(2):
        _with_those_named(rows, own, pregnancies)
    return own


def _is_of(row: Row, name: str, child: str, pregnancies: set[Any], own: Rows) -> bool:
    """Whether a row is about the child: by its own word, or that of its pregnancy, or its meeting or disagreement."""
    if row.get("child_id") is not None:
        return bool(row["child_id"] == child)
    if TABLES[name].reaches_through_pregnancy:
        return row.get("pregnancy_id") in pregnancies
    parents = [c for c in TABLES[name] if c.required and c.refers_to in ("meeting", "disagreement")]
    keys = {one[TABLES[c.refers_to].key] for c in parents if c.refers_to for one in own.get(c.refers_to, [])}
    return any(row.get(c.name) in keys for c in parents)


def _with_those_named(rows: Rows, own: Rows, pregnancies: set[Any]) -> None:
    """Adds the people, practitioners, agencies and pregnancies that the rows so far name, and their dates."""
    named: dict[str, set[Any]] = {"pregnancy": set(pregnancies)}
    for name, some in own.items():
        for column in TABLES[name]:
            if column.refers_to is not None and not TABLES[column.refers_to].is_about_child:
                named.setdefault(column.refers_to, set()).update(row.get(column.name) for row in some)
    for name in ("agency", "practitioner", "person", "pregnancy"):
        key = TABLES[name].key
        own[name] = [row for row in rows.get(name, []) if row[key] in named.get(name, set())]
    for name, key in (("expected_date", "pregnancy_id"), ("address", "person_id")):
        whose = {row[key] for row in own["pregnancy" if name == "expected_date" else "person"]}
        own[name] = [row for row in rows.get(name, []) if row[key] in whose]

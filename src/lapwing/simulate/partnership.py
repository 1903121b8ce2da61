"""A whole invented partnership: family after family, until there are as many children as were asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any

import polars as pl

from lapwing.simulate.family import Family
from lapwing.simulate.people import tell_other_names
from lapwing.simulate.stories.told import FOR_ONE, story_of
from lapwing.simulate.workforce import Workforce
from lapwing.vocabulary.record_set import RecordSet, schema_of
from lapwing.vocabulary.records import TABLES

Rows = Mapping[str, Sequence[Mapping[str, Any]]]

FAMILIES_AT_A_TIME = 1_000
"""How many families are told before their rows are laid down as columns; it bounds the memory used."""
FIRST_DAY, LAST_DAY = date(2012, 1, 1), date(2048, 12, 31)
NEVER_SAID = frozenset({"voided_at"})
"""Columns that no row fills: nothing here is entered in error."""


def simulate(children: int, seed: int, *, today: date) -> RecordSet:
    """An invented safeguarding partnership with so many children's records, as it stands on `today`.

    The same children, seed and day give the same rows in the same order. Every record table is carried, with
    all columns but NEVER_SAID. The distributions are plausible, not estimates: nothing may be read from them about any
    real area. All people, places, NHS numbers (999 000 0000 to 999 999 9999) and addresses are made up. Families beyond
    the first 125,000 have no NHS numbers, because the synthetic range is used up.

    ValueError says which of the three cannot be used.
    """
    (whole,) = simulate_in_parts(children, seed, today=today, part_size=max(children, 1))
    return whole


def simulate_in_parts(children: int, seed: int, *, today: date, part_size: int = 20_000) -> Iterator[RecordSet]:
    """The same partnership in parts of about so many children, for sizes that are better not held at once.

    Rows belong to one part each, and their keys are unique across all of them. The agencies and
    practitioners stand in the first part.
    """
    _refuse_unusable(children, today, part_size)
    workforce = Workforce(children, seed, today)
    staff: Rows | None = {"agency": workforce.agencies, "practitioner": workforce.practitioners}
    told = _families(children, seed, today, workforce)
    left = children
    while left > 0 or staff is not None:
        part = _Part(staff)
        left -= part.fill(told, min(part_size, left))
        staff = None
        yield part.records()


def _refuse_unusable(children: int, today: date, part_size: int) -> None:
    if children < 0:
        raise ValueError(f"children: has {children}; needs a number from 0.")
    if part_size < 1:
        raise ValueError(f"part_size: has {part_size}; needs a number from 1.")
    if not FIRST_DAY <= today <= LAST_DAY:
        raise ValueError(f"today: has {today}; needs a day from {FIRST_DAY} to {LAST_DAY}.")


def _families(children: int, seed: int, today: date, workforce: Workforce) -> Iterator[tuple[int, Family]]:
    """Each family told, with how many children's records it takes, until there is no room for another."""
    left, number = children, 0
    while left > 0:
        family = Family(number, seed, workforce, today)
        story = story_of(seed, number)
        story = story if story.children <= left else FOR_ONE
        story.tell(family)
        tell_other_names(family)
        yield story.children, family
        left, number = left - story.children, number + 1


class _Part:
    """Rows on their way to frames, a thousand families at a time."""

    def __init__(self, staff: Rows | None) -> None:
        self.blocks: dict[str, list[pl.DataFrame]] = {name: [] for name in TABLES}
        self.versioned: dict[str, None] = {}
        self._lay_down(staff or {})

    def fill(self, told: Iterator[tuple[int, Family]], size: int) -> int:
        """Takes families until there are at least so many children; how many it took."""
        taken = 0
        waiting: list[Family] = []
        while taken < size and (following := next(told, None)) is not None:
            taken += following[0]
            waiting.append(following[1])
            if len(waiting) == FAMILIES_AT_A_TIME:
                self._take(waiting)
                waiting = []
        self._take(waiting)
        return taken

    def _take(self, families: Sequence[Family]) -> None:
        for family in families:
            self.versioned.update(family.amended)
        self._lay_down({name: list(chain.from_iterable(f.rows.get(name, ()) for f in families)) for name in TABLES})

    def _lay_down(self, rows: Rows) -> None:
        for name, told in rows.items():
            if told:
                self.blocks[name].append(_frame(name, told))

    def records(self) -> RecordSet:
        frames = {
            name: (pl.concat(blocks) if blocks else _frame(name, ())).lazy() for name, blocks in self.blocks.items()
        }
        carried = {name: frozenset(table.names) - NEVER_SAID for name, table in TABLES.items()}
        return RecordSet(frames, carried, frozenset(self.versioned))


def _frame(name: str, rows: Sequence[Mapping[str, Any]]) -> pl.DataFrame:
    table = TABLES[name]
    for written in dict.fromkeys(chain.from_iterable(rows)):
        table.column(written)
    columns = {column: [row.get(column) for row in rows] for column in table.names}
    return pl.DataFrame(columns, schema=schema_of(table))

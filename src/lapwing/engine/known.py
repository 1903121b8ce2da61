"""Records as they were known on a day: what was recorded later is not there, and what lay ahead is unseen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from threading import RLock
from typing import Any, cast

import narwhals as nw
import polars as pl

from lapwing.engine.growth_charts import with_places
from lapwing.vocabulary.facts import DAYS_OF_RECORDING, FIRST_RECORDED_ON, RECORDED_ON
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Column, Kind, Table, WorkedOut

Frame = nw.LazyFrame[Any]


@dataclass
class KnownRecords:
    """The frames of a source as known on `day`, each row beside the child it belongs to.

    A row with several versions stands in the latest recorded by then, and is not there once that is voided; only tables
    in `voiding` can say so. A date on which something happened is empty while it lies after `day`, and so is whatever
    became known on it. A row that names a pregnancy instead of a child, or only its meeting, stands once for each child
    of it. With `wanted`, only those columns are read.
    Columns that are worked out stand beside those of the source; places on growth charts only with `places_weights`.
    """

    frames: Mapping[str, Frame]
    day: date
    versioned: frozenset[str] = frozenset()
    wanted: Mapping[str, frozenset[str]] | None = None
    places_weights: bool = False
    voiding: frozenset[str] = frozenset()
    _known: dict[str, Frame] = field(default_factory=dict)
    _locks: Mapping[str, RLock] = field(default_factory=lambda: {name: RLock() for name in TABLES})

    def of(self, name: str) -> Frame:
        """The rows of a table, worked out once whoever asks."""
        with self._locks[name]:
            if name not in self._known:
                self._known[name] = self._worked_out(name)
            return self._known[name]

    def _worked_out(self, name: str) -> Frame:
        table = TABLES[name]
        versioned, voiding = name in self.versioned, name in self.voiding
        known = as_known_on(self.frames[name], table, self.day, versioned=versioned, voiding=voiding)
        known = _quick_to_join(known, table)
        known = self._by_child(known, table).select(self._columns(table))
        return settled(self._with_worked_out(known, table))

    def let_go(self, name: str) -> None:
        """Forgets a table that nothing more is asked of, unless other tables' rows reach their child through it."""
        if not any(name in ("child", parent_of(TABLES[other])) for other in self.frames):
            self._known.pop(name, None)

    def _with_worked_out(self, frame: Frame, table: Table) -> Frame:
        wanted = None if self.wanted is None else self.wanted.get(table.name, frozenset())
        columns = [one for one in table.worked_out if wanted is None or one.column.name in wanted]
        scaled = [amount_in_units(one) for one in columns if one.factors]
        frame = frame.with_columns(*scaled) if scaled else frame
        places = [one.column for one in columns if not one.factors]
        if places and self.places_weights:
            return with_places(frame, self.of("child"), self.of("person"), self.of("expected_date"))
        return frame.with_columns(*(_nothing(column) for column in places)) if places else frame

    def _columns(self, table: Table) -> list[str]:
        names = [*table.names, *DAYS_OF_RECORDING]
        if self.wanted is None:
            return names
        always = {table.key, "child_id", "pregnancy_id"}
        return [name for name in names if name in always or name in self.wanted.get(table.name, ())]

    def _by_child(self, frame: Frame, table: Table) -> Frame:
        reached = reached_through(table)
        if reached is None or reached[1] not in self.frames:
            return frame
        through, owner = reached
        owners = self.of(owner).select(through, "child_id")
        children = owners.filter(~nw.col(through).is_null() & ~nw.col("child_id").is_null())
        names = [*table.names, *DAYS_OF_RECORDING]
        shared = frame.filter(nw.col("child_id").is_null() & ~nw.col(through).is_null())
        each = shared.drop("child_id").join(children, on=through, how="inner")
        direct = frame.filter(~nw.col("child_id").is_null())
        return nw.concat([direct.select(names), each.select(names)])


def amount_in_units(worked_out: WorkedOut) -> nw.Expr:
    """A number by the factor of the unit beside it, as a whole number; not known in any other unit, nor at or below 0."""
    number, unit = (nw.col(name) for name in worked_out.made_from)
    amount = nw.lit(None, dtype=nw.Float64)
    for written, factor in worked_out.factors:
        amount = nw.when(unit == written).then(number * factor).otherwise(amount)
    rounded = nw.when((amount > 0) & (amount < MOST)).then(amount + 0.5)
    return rounded.cast(nw.Int64).alias(worked_out.column.name)


MOST = 1e9
"""Beyond this a number is no amount of anything about a child."""


def _nothing(column: Column) -> nw.Expr:
    dtype = nw.Int64 if column.kind is Kind.WHOLE else nw.String
    return nw.lit(None, dtype=dtype).alias(column.name)


def parent_of(table: Table) -> str | None:
    """The table of the meeting or disagreement that a row belongs to, and which may name the child for it."""
    if not table.is_about_child:
        return None
    return next((c.refers_to for c in table if c.required and c.refers_to not in (None, "child")), None)


def reached_through(table: Table) -> tuple[str, str] | None:
    """By which column a row that names no child reaches its children, and the table in whose rows these stand."""
    if table.reaches_through_pregnancy:
        return "pregnancy_id", "child"
    parent = parent_of(table)
    return (TABLES[parent].key, parent) if parent else None


def seen_from(table: Table) -> dict[str, tuple[str, ...]]:
    """The columns that are unseen before a date of their row, by the column of that date."""
    dates: dict[str, tuple[str, ...]] = {}
    for column in table:
        unseen_by = column.name if column.happens else column.known_on
        if unseen_by is not None:
            dates[unseen_by] = (*dates.get(unseen_by, ()), column.name)
    return dates


def settled(frame: Frame) -> Frame:
    """The frame worked out now, so that what is built on it twice is not worked out twice."""
    if frame.implementation.is_pyspark():
        return cast(Frame, nw.from_native(frame.to_native().localCheckpoint()))
    return cast(Frame, nw.from_native(frame.collect("polars").to_native().lazy()))


def _quick_to_join(frame: Frame, table: Table) -> Frame:
    """The keys of children as categories, which Polars joins and groups in half the time that text takes."""
    if "child_id" not in table.names or frame.implementation.is_pyspark():
        return frame
    return frame.with_columns(nw.col("child_id").cast(nw.Categorical))


def as_known_on(frame: Frame, table: Table, day: date, *, versioned: bool, voiding: bool) -> Frame:
    """The rows of one table as known at the end of `day`, with the days of recording added.

    `versioned`: whether some key stands in several versions; `voiding`: whether the rows may say that they are voided.
    """
    recorded_on = nw.col("recorded_at").dt.date()
    frame = frame.with_columns(recorded_on.alias(RECORDED_ON))
    frame = frame.filter(nw.col(RECORDED_ON).is_null() | (nw.col(RECORDED_ON) <= nw.lit(day)))
    first = nw.col(RECORDED_ON).alias(FIRST_RECORDED_ON)
    frame = _latest_version(frame, table) if versioned else frame.with_columns(first)
    if voiding:
        voided = nw.col("voided_at").dt.date() <= nw.lit(day)
        frame = frame.filter(~voided.fill_null(False))
    if table.happened_on is not None:
        undated = nw.col(RECORDED_ON).is_null() & (nw.col(table.happened_on) > nw.lit(day))
        frame = frame.filter(~undated.fill_null(False))
    unseen = _unseen(table, day)
    return frame.with_columns(*unseen) if unseen else frame


def _latest_version(frame: Frame, table: Table) -> Frame:
    if frame.implementation.is_pyspark():
        return _newest_of_each(frame, table)
    # Few keys stand in several versions: told apart by their hash, which is quick, only those are compared in full.
    rows = frame.to_native().collect()
    repeated = rows.get_column(table.key).hash().is_duplicated()
    once = rows.filter(~repeated).with_columns(pl.col(RECORDED_ON).alias(FIRST_RECORDED_ON))
    newest = _newest_of_each(nw.from_native(rows.filter(repeated).lazy()), table).to_native().collect()
    return cast(Frame, nw.from_native(pl.concat([once, newest]).lazy()))


def _newest_of_each(frame: Frame, table: Table) -> Frame:
    newest, first = nw.col("recorded_at").max().over(table.key), nw.col(RECORDED_ON).min().over(table.key)
    # A version that does not say when it was recorded may have been there before all others.
    undated = nw.col(RECORDED_ON).is_null().any().over(table.key)
    frame = frame.with_columns(nw.when(~undated).then(first).alias(FIRST_RECORDED_ON))
    is_newest = newest.is_null() | (nw.col("recorded_at") == newest)
    return frame.filter(is_newest.fill_null(False))


def _unseen(table: Table, day: date) -> list[nw.Expr]:
    """Columns with what lies after the day left out."""
    blanked: list[nw.Expr] = []
    for unseen_by, names in seen_from(table).items():
        later = nw.col(unseen_by) > nw.lit(day)
        seen = ~later.fill_null(False)
        blanked += [nw.when(seen).then(nw.col(name)).alias(name) for name in names]
    return blanked

"""Replay: what the checks would have said, day after day, of what was known then: the way to learn without hindsight.

A lesson speaks of a child on a day when one of its checks says *not met*; it warns when one says *due soon*.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

import polars as pl

from lapwing.engine.check import Outcome
from lapwing.engine.explain import answers_by_child
from lapwing.engine.run import CouldNotRun, Frames, Question, polars_frames, run
from lapwing.engine.unable import nobody_to_look_at
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.records import TABLES

MOST_DAYS = 1_000
"""So many days are looked at in one replay at most."""

FIRST = {
    "child": pl.String(),
    "lesson": pl.String(),
    "warned_on": pl.Date(),
    "first_on": pl.Date(),
    "due_on": pl.Date(),
    "check": pl.String(),
    "subject": pl.String(),
    "reason": pl.String(),
    "last_on": pl.Date(),
    "times": pl.UInt32(),
    "goes_on": pl.Boolean(),
}
"""The columns of what a replay gives; the days are those on which it looked, but for `due_on`.

`first_on` is the first day on which the lesson spoke of the child, `check`, `subject`, `due_on` and `reason` what it
said then (of several, what had been due first), `last_on` the last such day, `times` their number, `goes_on` whether
it still spoke on the last day of all; `warned_on` is the first day on which it said that something was due soon.
"""
SAID = ("child", "lesson", "outcome", "due_on", "check", "subject", "reason")


class Every(StrEnum):
    """How often a replay looks."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class TooManyDays(ValueError):
    """A replay over more days than is reasonable; its text says how many there are and what to do."""


@dataclass(frozen=True)
class Replay:
    """What was said over some days: `first` as FIRST has it, and how many children each lesson spoke of on each day."""

    days: Sequence[date]
    first: pl.DataFrame
    spoken: pl.DataFrame
    undated: Sequence[str]
    could_not_run: Sequence[CouldNotRun]


def days_between(start: date, end: date, every: Every) -> list[date]:
    """The days to look at: from the first, at equal steps, and the last day in any case."""
    days = [day for day in _steps(start, end, every) if day < end] + [end]
    if len(days) > MOST_DAYS:
        raise TooManyDays(
            f"from {start} to {end}, looking every {every}, there are {len(days):,} days to look at; a replay takes "
            f"{MOST_DAYS:,} at most. Choose a shorter time, or look less often."
        )
    return days


def _steps(start: date, end: date, every: Every) -> Iterator[date]:
    if every is Every.MONTH:
        months = (end.year - start.year) * 12 + end.month - start.month + 1
        return iter(pl.Series([start]).dt.offset_by(f"{step}mo").item() for step in range(months))
    step = 1 if every is Every.DAY else 7
    return (start + timedelta(gone) for gone in range(0, max((end - start).days, 0), step))


def replay(
    question: Question,
    records: RecordSet,
    days: Sequence[date],
    children: Sequence[str] | None = None,
    frames: Frames = polars_frames,
    tell: Callable[[float], None] | None = None,
) -> Replay:
    """Asks the question anew on each of these days, of all children or of those named, as things were then known."""
    first = pl.DataFrame(schema={name: type for name, type in FIRST.items() if name not in ("goes_on", "warned_on")})
    warned = pl.DataFrame(schema={"child": pl.String(), "lesson": pl.String(), "warned_on": pl.Date()})
    spoken = [pl.DataFrame(schema={"on": pl.Date(), "lesson": pl.String(), "children": pl.UInt32()})]
    could_not_run: dict[str, CouldNotRun] = {}
    for place, day in enumerate(days):
        said, silent = _said_on(replace(question, as_of=day), records, children, frames)
        could_not_run |= {one.check: one for one in silent}
        speaking = _one_each(said.filter(pl.col("outcome") == Outcome.NOT_MET))
        first = _gone_on(first, speaking, day)
        warnings = said.filter(pl.col("outcome") == Outcome.DUE_SOON).select("child", "lesson").unique()
        new = warnings.join(warned, on=["child", "lesson"], how="anti").with_columns(pl.lit(day).alias("warned_on"))
        warned = pl.concat([warned, new])
        spoken.append(
            speaking.group_by("lesson", maintain_order=True)
            .agg(pl.len().alias("children"))
            .select(pl.lit(day).alias("on"), "lesson", "children")
        )
        if tell:
            tell((place + 1) / len(days))
    whole = first.join(warned, on=["child", "lesson"], how="left")
    whole = whole.with_columns((pl.col("last_on") == days[-1]).alias("goes_on")).select(list(FIRST))
    whole = whole.sort("first_on", "child", "lesson")
    return Replay(days, whole, pl.concat(spoken), undated(records), list(could_not_run.values()))


def _said_on(
    question: Question, records: RecordSet, children: Sequence[str] | None, frames: Frames
) -> tuple[pl.DataFrame, Sequence[CouldNotRun]]:
    """What is said on one day, and by which checks nothing at all."""
    if children is None:
        findings = run(question, records, frames)
        return findings.frame.select(*SAID), findings.could_not_run
    said = [
        (one.child, one.check.lesson.id, str(one.outcome), one.due_on, one.check.code, one.subject, one.reason)
        for one in answers_by_child(question, records, children)
    ]
    schema = {name: pl.Date() if name == "due_on" else pl.String() for name in SAID}
    whys = {check.code: nobody_to_look_at(check, records, question.settings) for check in question.checks}
    silent = [CouldNotRun(code, why) for code, why in whys.items() if why]
    return pl.DataFrame(said, schema=schema, orient="row"), silent


def _one_each(said: pl.DataFrame) -> pl.DataFrame:
    """For each child and lesson one line: what had been due first."""
    return said.sort("due_on", "check", "subject", nulls_last=True).unique(
        ["child", "lesson"], keep="first", maintain_order=True
    )


def _gone_on(first: pl.DataFrame, speaking: pl.DataFrame, day: date) -> pl.DataFrame:
    """What has been said so far, with what is said today added: begun, or gone on."""
    today = speaking.select("child", "lesson", pl.lit(1, pl.UInt32()).alias("_again"))
    known = first.join(today, on=["child", "lesson"], how="left", maintain_order="left").with_columns(
        pl.when(pl.col("_again").is_not_null()).then(pl.lit(day)).otherwise(pl.col("last_on")).alias("last_on"),
        (pl.col("times") + pl.col("_again").fill_null(0)).alias("times"),
    )
    begun = speaking.join(first, on=["child", "lesson"], how="anti").with_columns(
        pl.lit(day).alias("first_on"), pl.lit(day).alias("last_on"), pl.lit(1, pl.UInt32()).alias("times")
    )
    return pl.concat([known.drop("_again"), begun.select(first.columns)])


def undated(records: RecordSet) -> list[str]:
    """The record tables of a source with rows that do not say when they were recorded.

    Such a row counts as known from the day of its event, which may be earlier than anybody knew of it.
    """
    nowhere = pl.col("recorded_at").is_null()
    return [
        name
        for name in TABLES
        if name in records.carried and records.frame(name).select(nowhere.any()).collect().item()
    ]

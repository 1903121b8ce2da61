"""Lapwing from Python: read a source, check it, work with the findings as a frame, have one explained.

The command line asks in the same way. `docs/how-to/use-lapwing-from-python.md` shows the whole way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

import polars as pl

from lapwing.engine.run import CouldNotRun, Question
from lapwing.exchange.frames import read_frames
from lapwing.exchange.reading import Notice, Reading
from lapwing.exchange.recognise import read_source
from lapwing.language.calendar import IN_CALENDAR, is_in_calendar
from lapwing.lessons.settings import Settings, overridden, read_overrides, shipped_settings
from lapwing.local_checks import all_checks
from lapwing.report.checked import Checked
from lapwing.report.checked import check as put
from lapwing.report.explained import Explained, explained
from lapwing.report.outcomes import worklist

GivenSettings = Settings | Mapping[str, Any] | Path | str | None
"""Settings as they may be given: a file, or values by key, or as they come from another result; the shipped ones if none."""


@dataclass(frozen=True)
class Source:
    """A source that has been read.

    `tables` has a Polars frame for each record table that the source carries, with the columns that it carries.
    `skipped` says what was set aside, `doubts` what is kept although it looks wrong, each by place; `notes` what
    the format cannot hold, or how something was understood. `counts` says how much was read.
    """

    reading: Reading

    @cached_property
    def tables(self) -> Mapping[str, pl.DataFrame]:
        """The record tables by name."""
        return self.reading.records.carried_frames()

    @property
    def format(self) -> str:
        """What kind of source it is."""
        return self.reading.format

    @property
    def counts(self) -> Mapping[str, int]:
        """How many were read of each kind of record."""
        return dict(self.reading.read)

    @property
    def skipped(self) -> tuple[Notice, ...]:
        """What was set aside."""
        return tuple(self.reading.skipped)

    @property
    def doubts(self) -> tuple[Notice, ...]:
        """What is kept although it looks wrong."""
        return tuple(self.reading.doubted)

    @property
    def notes(self) -> tuple[str, ...]:
        """What the format cannot hold, or how something was understood."""
        return tuple(self.reading.notes)


@dataclass(frozen=True)
class Finding:
    """One finding of a result; `explain` takes it."""

    row: Mapping[str, Any]
    result: Result

    def __repr__(self) -> str:
        return f"Finding({self.row['child']!r}, {self.row['check']!r}, {self.row['outcome']!r})"


@dataclass(frozen=True)
class Result:
    """What checks say of a source on a day.

    `frame` has a row for each subject and check; its columns stand in `docs/how-to/use-lapwing-from-python.md`.
    `could_not_run` has the checks that gave no findings at all, each with why.
    """

    source: Source
    checked: Checked

    @property
    def frame(self) -> pl.DataFrame:
        """Every finding, by child, subject and check."""
        return self.checked.findings.frame

    @cached_property
    def worklist(self) -> pl.DataFrame:
        """The open findings: urgent ones first, then by the day on which they are or were due."""
        return worklist(self.checked)

    @property
    def could_not_run(self) -> tuple[CouldNotRun, ...]:
        """The checks that gave no findings at all."""
        return tuple(self.checked.findings.could_not_run)

    @property
    def as_of(self) -> date:
        """The day on which it was looked."""
        return self.checked.question.as_of

    @property
    def settings(self) -> Settings:
        """The settings that were used."""
        return self.checked.question.settings

    def finding(self, row: Mapping[str, Any] | None = None, **which: str) -> Finding:
        """The one finding that a row of `frame` tells of, or that has these values: child, check, subject, outcome."""
        named = which if row is None else {name: row[name] for name in ("child", "subject", "check")}
        strange = sorted(set(named) - set(self.frame.columns))
        if strange:
            raise ValueError(f"A finding has no {' and no '.join(strange)}; it has {', '.join(self.frame.columns)}.")
        found = self.frame.filter(*(pl.col(name) == value for name, value in named.items()))
        if found.height != 1:
            said = ", ".join(f"{name} {value}" for name, value in named.items())
            raise ValueError(f"{found.height} findings have {said}; needs what only one has: child, subject and check.")
        return Finding(found.row(0, named=True), self)


def read(source: Path | str | Mapping[str, Any]) -> Source:
    """Reads a source: the path of anything that `lapwing check` recognises, or record tables as frames by name.

    UnusableSource says what is wrong with it: which file or table, where, what it has and what it needs.
    """
    return Source(read_frames(source) if isinstance(source, Mapping) else read_source(Path(source)))


def check(
    tables: Source | Path | str | Mapping[str, Any],
    as_of: date | None = None,
    settings: GivenSettings = None,
    checks: Iterable[Path | str] | Path | str = (),
) -> Result:
    """Checks what was read, or what can be read, on a day; today where none is given.

    `checks` are files with checks of your own, which are made beside the shipped ones.
    """
    source = tables if isinstance(tables, Source) else read(tables)
    return Result(source, put(source.reading, question(day_of(as_of), settings, checks)))


def explain(finding: Finding) -> Explained:
    """The finding explained: the rule in words, the facts with their records, and what can be done."""
    row, checked = finding.row, finding.result.checked
    asked = [check for check in checked.checks if check.code == row["check"]]
    answers = checked.answers_of(asked, [row["child"]])
    return explained(answers[row["child"], row["subject"], row["check"]], checked.question.settings)


def question(as_of: date, settings: GivenSettings = None, checks: Iterable[Path | str] | Path | str = ()) -> Question:
    """The question that is put to a source: every check, shipped, installed and given, on a day, with an area's settings."""
    files = [checks] if isinstance(checks, Path | str) else checks
    return Question(all_checks(Path(file) for file in files), as_of, settings_of(settings))


def settings_of(given: GivenSettings) -> Settings:
    """The shipped settings, or as an area has them."""
    if given is None:
        return shipped_settings()
    if isinstance(given, Settings):
        return given
    return overridden(given) if isinstance(given, Mapping) else read_overrides(given)


def day_of(as_of: date | None) -> date:
    """The day asked about."""
    if as_of is None:
        return date.today()
    day = as_of.date() if isinstance(as_of, datetime) else as_of
    if not isinstance(day, date):
        raise TypeError(f"as_of has {day!r}; needs a date, such as date(2026, 6, 1).")
    if not is_in_calendar(day):
        raise ValueError(f"as_of has {day}; needs {IN_CALENDAR}.")
    return day

"""What a setting may hold: numbers with units, gestations, texts, choices, lists and stages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass
from enum import StrEnum

TERM_DAYS = 280
"""From the first day of gestation to the expected date of birth: 40 weeks and 0 days."""


class Unit(StrEnum):
    """What a setting's value is counted in, or what it holds."""

    WORKING_DAYS = "working_days"
    CALENDAR_DAYS = "calendar_days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    HOURS = "hours"
    MINUTES = "minutes"
    GESTATION = "gestation"
    GRAMS = "grams"
    PERCENT = "percent"
    COUNT = "count"
    TEXT = "text"
    CHOICE = "choice"
    LIST = "list"
    TABLE = "table"

    @property
    def label(self) -> str:
        """The unit in words."""
        return self.value.replace("_", " ")

    def said(self, number: int) -> str:
        """A number with this unit, as people say it."""
        if self in (Unit.PERCENT, Unit.COUNT):
            return f"{number}%" if self is Unit.PERCENT else str(number)
        return f"{number} {self.label.removesuffix('s') if number == 1 else self.label}"


class WrongValue(ValueError):
    """A value that a setting cannot have; each of `mistakes` says what it has and what it needs."""

    def __init__(self, *mistakes: str) -> None:
        self.mistakes = mistakes
        super().__init__(" ".join(mistakes))


def has_but_needs(has: object, needs: str) -> str:
    """A mistake as a sentence."""
    return f"has {_shown(has)}; needs {needs}."


def _shown(has: object) -> str:
    if isinstance(has, bool):
        return str(has).lower()
    if isinstance(has, Mapping | list):
        return "a table" if isinstance(has, Mapping) else f"an array of {len(has)}"
    return f'"{has}"' if isinstance(has, str) else str(has)


@dataclass(frozen=True, order=True)
class Gestation:
    """How far a pregnancy has come, in completed weeks and days; 40+0 is the expected date of birth."""

    weeks: int
    days: int

    @classmethod
    def parsed(cls, text: object) -> Gestation:
        """The gestation written as weeks+days, such as "28+0": weeks 0 to 45, days 0 to 6."""
        written = re.fullmatch(r"([0-9]{1,2})\+([0-6])", text) if isinstance(text, str) else None
        if written is None or int(written[1]) > 45:
            needs = 'weeks+days of gestation such as "28+0", weeks from 0 to 45 and days from 0 to 6'
            raise WrongValue(has_but_needs(text, needs))
        return cls(int(written[1]), int(written[2]))

    @classmethod
    def of_days(cls, days: int) -> Gestation:
        """The gestation that many days after its first day."""
        return cls(*divmod(days, 7))

    @property
    def total_days(self) -> int:
        """Days since the first day of gestation."""
        return self.weeks * 7 + self.days

    @property
    def days_before_expected(self) -> int:
        """How many days before the expected date of birth this is; negative after it."""
        return TERM_DAYS - self.total_days

    def __str__(self) -> str:
        return f"{self.weeks}+{self.days}"


@dataclass(frozen=True)
class Listed:
    """One entry of a list that an area may set: a stable code, its words, and whether the area uses it."""

    code: str
    wording: str
    on: bool = True


class ClockFrom(StrEnum):
    """What the clock of a stage of escalation starts from."""

    DISAGREEMENT_RAISED = "disagreement_raised"
    DECISION_RECEIVED = "decision_received"
    PREVIOUS_STAGE = "previous_stage"

    @property
    def label(self) -> str:
        """The moment in words."""
        return {
            ClockFrom.DISAGREEMENT_RAISED: "when the disagreement was raised",
            ClockFrom.DECISION_RECEIVED: "when the decision was received",
            ClockFrom.PREVIOUS_STAGE: "the end of the stage before",
        }[self]


@dataclass(frozen=True)
class Stage:
    """One stage of an area's escalation policy: who is to settle it, and in how many working days from what."""

    stage: int
    who: str
    clock_wd: int
    clock_from: ClockFrom

    @property
    def said(self) -> str:
        """Who is to settle it and within how long, in words."""
        return f"{self.who}: {Unit.WORKING_DAYS.said(self.clock_wd)} from {self.clock_from.label}"


Value = int | str | Gestation | tuple[Listed, ...] | tuple[Stage, ...]


def said(unit: Unit, value: Value) -> str:
    """A value in words: "15 working days", "28+0 weeks", or the entries in use of a list."""
    if isinstance(value, int):
        return unit.said(value)
    if isinstance(value, Gestation):
        return f"{value} weeks"
    if isinstance(value, str):
        return value.replace("_", " ") if unit is Unit.CHOICE else value
    return "; ".join(_each_said(value))


def _each_said(parts: Iterable[Listed | Stage]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Stage):
            yield f"{part.stage}. {part.said}"
        elif part.on:
            yield part.wording


def spelled(value: Value) -> str:
    """A value written out in full, the same from run to run: what a version is made from."""
    if isinstance(value, tuple):
        return "[" + ",".join(repr(tuple(map(str, astuple(part)))) for part in value) + "]"
    return repr(value) if isinstance(value, int) else repr(str(value))

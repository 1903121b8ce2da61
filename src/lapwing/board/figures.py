"""The figures of measures, as they may be told to anybody of the Board.

Whatever two of these answers are held against each other, they tell of no group of children that is smaller than the
area's settings allow: how is said in `engine.recoding`. They stand as they were last counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from lapwing.board.counting import count_due
from lapwing.engine.measure import Measure
from lapwing.engine.measuring import ADULT, DIMENSIONS, UNBORN, UNKNOWN
from lapwing.engine.publishing import NOBODY_YET, Divided, Group, Told
from lapwing.engine.recoding import AGENCY, OTHERS, TEAM, Category
from lapwing.engine.sentences import codes_of
from lapwing.measures import MEASURES
from lapwing.records.entries import entries
from lapwing.records.models import Measured
from lapwing.reviews.prevalence.intervals import wilson
from lapwing.vocabulary.codes import Sex

NOT_COUNTED_YET = "not counted yet: the daily run does that"
DIVISIONS: Mapping[str, str] = {
    "agency": "Agency that leads",
    "team": "Team that leads",
    "age_group": "Age",
    "sex": "Sex",
    "ethnicity": "Ethnicity",
    "disability": "Disability",
}
"""The ways in which every measure is divided, in words."""
WORDS: Mapping[str, str] = {
    UNBORN: "Unborn",
    "under_1": "Under 1",
    "1_to_4": "1 to 4",
    "5_to_9": "5 to 9",
    "10_to_13": "10 to 13",
    "14_and_15": "14 and 15",
    "16_and_17": "16 and 17",
    ADULT: "18 and over",
    "white": "White",
    "mixed": "Mixed or multiple",
    "asian": "Asian",
    "black": "Black",
    "other": "Any other",
    "yes": "Disabled",
    "no": "Not disabled",
    UNKNOWN: "Not recorded",
    OTHERS: "Others together",
    **Sex.labels(),
}
"""Categories in words."""


@dataclass(frozen=True)
class Figure:
    """A figure of a measure for some period or group, as it may be told.

    Numbers that are kept back are None. `low` and `high` are the 95% interval of the share (Wilson). `median` and `tail`
    are of the measure's span, in days; nine in ten are within `tail`. `says` is the share in words.
    """

    measure: str
    asks: str
    since: date
    until: date
    counted_on: date | None
    met: int | None = None
    of: int | None = None
    left_out: int | None = None
    cannot_tell: int | None = None
    share: float | None = None
    low: float | None = None
    high: float | None = None
    median: int | None = None
    tail: int | None = None
    says: str = ""


def count_all(*, day: date, at: datetime) -> None:
    """Counts anew what is due to be counted; the daily run calls it."""
    count_due(day=day, at=at)


def latest(code: str) -> Figure:
    """The last twelve months; where they are too small, the whole window, as its days say."""
    return stands(code).latest


def over_time(code: str) -> tuple[Figure, ...]:
    """The periods of the trend, oldest first: quarters of years, joined where they are small; none where kept back."""
    return stands(code).over_time


def divided(code: str, by: str, *, over_all: bool = False) -> tuple[tuple[str, Figure], ...]:
    """The figure by agency, team, age_group and so on, each group in words; nothing where all but one part is too small.

    Of the same months as the latest figure; with `over_all` of the whole window.
    """
    return stands(code).divided(by, over_all=over_all)


def divisions(code: str) -> dict[str, str]:
    """The ways in which a measure is divided, with what each is called."""
    return stands(code).divisions


def latest_of_all() -> dict[str, Figure]:
    """The latest figure of every measure, by code."""
    rows = {row["code"]: row for row in Measured.objects.values(*_COLUMNS)}
    return {code: _read(code, rows.get(code)).latest for code in MEASURES}


_COLUMNS = ("code", "counted_on", "since", "until", "told", "why_not")


@dataclass(frozen=True)
class Standing:
    """A measure as it was counted last, and what may be told of it; nothing told where it was not."""

    code: str
    counted_on: date | None
    told: Told | None
    empty: Figure

    @property
    def latest(self) -> Figure:
        """The last twelve months, or what stands in their place."""
        return self.of(self.told.latest) if self.told is not None else self.empty

    @property
    def whole(self) -> Figure | None:
        """The whole window of three years; None where it is kept back."""
        return self.of(self.told.whole) if self.told is not None and self.told.whole is not None else None

    @property
    def over_time(self) -> tuple[Figure, ...]:
        """The periods of the trend, oldest first."""
        return tuple(self.of(group) for group in self.told.over_time) if self.told is not None else ()

    @property
    def divisions(self) -> dict[str, str]:
        """The ways in which it is divided, with what each is called."""
        own = {name: fact.label[0].upper() + fact.label[1:] for name, fact in MEASURES[self.code].by.items()}
        every = {**own, **DIVISIONS}
        return {name: every[name] for name in every if self.told is not None and name in self.told.divided}

    @property
    def may_list(self) -> bool:
        """Whether those behind the latest figure may be listed without names."""
        return self.told is not None and self.told.lists

    def divided(self, by: str, *, over_all: bool = False) -> tuple[tuple[str, Figure], ...]:
        """The figure by a division, each group in words."""
        if self.told is None:
            return ()
        some: Divided = (self.told.divided_whole if over_all else self.told.divided).get(by, ())
        words = _labels(MEASURES[self.code], by) if some else {}
        return tuple((_called(key, words), self.of(group)) for key, group in some)

    def of(self, group: Group) -> Figure:
        """A group as a figure."""
        numbers = {name: getattr(group, name) for name in ("met", "of", "left_out", "cannot_tell", "median", "tail")}
        figure = replace(self.empty, since=group.since, until=group.until, says=group.says, **numbers)
        if group.met is None or group.of is None:
            return figure
        if group.of == 0:
            return replace(figure, says=NOBODY_YET)
        share, (low, high) = group.met / group.of, wilson(group.met, group.of)
        says = f"{group.met:,} of {group.of:,} ({share:.0%})"
        return replace(figure, share=share, low=low, high=high, says=says)


def stands(code: str) -> Standing:
    """A measure as it stands."""
    return _read(code, Measured.objects.filter(pk=code).values(*_COLUMNS).first())


def _read(code: str, row: Mapping[str, Any] | None) -> Standing:
    asks = MEASURES[code].asks
    if row is None:
        return Standing(code, None, None, Figure(code, asks, date.min, date.min, None, says=NOT_COUNTED_YET))
    why_not = f"not counted: {row['why_not']}" if row["why_not"] else ""
    empty = Figure(code, asks, row["since"], row["until"], row["counted_on"], says=why_not)
    return Standing(code, row["counted_on"], Told.read(row["told"]) if row["told"] else None, empty)


def _labels(measure: type[Measure], by: str) -> Mapping[str, str]:
    """The words for the categories of a division."""
    if by in (AGENCY, TEAM):
        names = entries("agency").filter(name__isnull=False).values_list("pk", "name")
        return {**dict(names), OTHERS: WORDS[OTHERS], UNKNOWN: "Nobody leads" if by == AGENCY else "No team recorded"}
    return WORDS if by in DIMENSIONS else {**codes_of(measure.by[by]), OTHERS: WORDS[OTHERS], UNKNOWN: WORDS[UNKNOWN]}


def _called(key: Category, words: Mapping[str, str]) -> str:
    return ", ".join(words.get(part, part) for part in reversed(key))

"""A child's age at the incident, from dates or from what the review states, and never more precise than these are.

An age is an interval. Who was born on a day that a month lacks (29 February among them) is a month or year older on
the first of the month after it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from lapwing.reviews.periods import Days
from lapwing.reviews.refusal import Refusal

UNBORN = -1
"""Completed years of a child who is not born yet."""
PREGNANCY = 294
"""Days that a pregnancy lasts at most: 42 weeks."""
OLDEST = 25
"""Completed years up to which somebody may be the subject of a review: as a child, or after leaving care."""


class WrongAge(Refusal):
    """What is written gives no age, or one that no child of a review can have."""


@dataclass(frozen=True)
class Age:
    """From the least to the most days since birth, both inclusive, and completed years likewise.

    Before birth days count down from -1, and completed years are `UNBORN`. Both are kept since 365 days may be a
    completed year or, where they hold a 29 February, not yet one.
    """

    days: tuple[int, int]
    years: tuple[int, int]

    @property
    def exact(self) -> bool:
        """Whether it is known to the day."""
        return self.days[0] == self.days[1]

    def __str__(self) -> str:
        """For a person: `49 days`, `from 365 to 730 days`, `unborn`."""
        least, most = self.days
        if most < 0:
            return "unborn"
        if self.exact:
            return f"{least} day{'' if least == 1 else 's'}"
        return f"from {least} to {most} days" if least >= 0 else f"unborn or up to {most} days"


@dataclass(frozen=True)
class Parts:
    """An age to the day, in completed years, then completed months, then days."""

    years: int
    months: int
    days: int


def age_between(born: Days, occurred: Days) -> Age:
    """The age that somebody born then has on those days; refused where it comes before any pregnancy, or too late."""
    least, most = (occurred.first - born.last).days, (occurred.last - born.first).days
    years = completed_years(born.last, occurred.first), completed_years(born.first, occurred.last)
    if most < -PREGNANCY:
        raise WrongAge(
            f"The incident is {-most} days before the birth, longer than a pregnancy lasts. Look at both dates."
        )
    if years[0] > OLDEST:
        raise WrongAge(
            f"The dates make an age of {years[0]} years; a review is about people up to {OLDEST}. Look at both."
        )
    return Age((max(least, -PREGNANCY), most), years)


def completed_years(born: date, day: date) -> int:
    """How many birthdays there were by the day, the birth itself not counted; `UNBORN` before it."""
    return UNBORN if day < born else _completed_months(born, day) // 12


def parts_of(born: date, day: date) -> Parts:
    """The age on the day in years, months and days; refused before birth."""
    if day < born:
        raise WrongAge("A child who is not born yet has no years, months and days.")
    months = _completed_months(born, day)
    return Parts(months // 12, months % 12, (day - _after_months(born, months)).days)


def _completed_months(born: date, day: date) -> int:
    months = (day.year - born.year) * 12 + day.month - born.month
    return months if _after_months(born, months) <= day else months - 1


def _after_months(born: date, months: int) -> date:
    year, month = divmod(born.month - 1 + months, 12)
    try:
        return date(born.year + year, month + 1, born.day)
    except ValueError:
        return date(born.year + year, month + 2, 1)  # the months that lack a day all have another after them


@cache
def days_in_months(months: int) -> tuple[int, int]:
    """The fewest and the most days that so many months of a life can have, over births on every day of four years."""
    first = date(2001, 1, 1)
    births = (first + timedelta(days) for days in range(4 * 365 + 1))
    lengths = {(_after_months(born, months) - born).days for born in births}
    return min(lengths), max(lengths)


def age_of_months(least: int, most: int) -> Age:
    """The age of somebody who completed from `least` to `most` months of life."""
    return Age((days_in_months(least)[0], days_in_months(most + 1)[1] - 1), (least // 12, most // 12))


def age_of_days(least: int, most: int) -> Age:
    """The age of somebody so many days after birth."""
    return Age((least, most), (_years_at(least, fullest=True), _years_at(most, fullest=False)))


def _years_at(days: int, *, fullest: bool) -> int:
    """Completed years after so many days, where the years were as long (`fullest`) or as short as they can be."""
    years = 0
    while days_in_months(12 * (years + 1))[fullest] <= days:
        years += 1
    return years


def both(one: Age, other: Age) -> Age | None:
    """What two statements of one age leave open together, or None where they contradict each other."""
    days = max(one.days[0], other.days[0]), min(one.days[1], other.days[1])
    years = max(one.years[0], other.years[0]), min(one.years[1], other.years[1])
    return Age(days, years) if days[0] <= days[1] and years[0] <= years[1] else None


def either(one: Age, other: Age) -> Age:
    """From the least to the most of two."""
    days = min(one.days[0], other.days[0]), max(one.days[1], other.days[1])
    return Age(days, (min(one.years[0], other.years[0]), max(one.years[1], other.years[1])))


def youngest(ages: Iterable[Age]) -> Age:
    """The age at the first of several incidents, as far as it is known."""
    known = list(ages)
    days = min(age.days[0] for age in known), min(age.days[1] for age in known)
    return Age(days, (min(age.years[0] for age in known), min(age.years[1] for age in known)))

"""Days as far as they are known, and the years they fall in: April to March, or January to December."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lapwing.reviews.refusal import Refusal

PARTS = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
NOT_KNOWN = "not known which"
"""What stands instead of a cohort or a period that an age or a date does not settle; it is never guessed."""


class WrongDay(Refusal):
    """What is written is no day, month or year."""


@dataclass(frozen=True)
class Days:
    """From the first to the last day that a date, written as far as it is known, can mean; both inclusive."""

    first: date
    last: date

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last


class Calendar(StrEnum):
    """How years are counted."""

    APRIL = "april"
    """From 1 April to 31 March, as English services count: 2010-11."""
    CALENDAR = "calendar"
    """From 1 January to 31 December: 2010."""


class Dated(StrEnum):
    """By which date a review or a child falls in a period."""

    INCIDENT = "incident"
    PUBLICATION = "publication"


def days_of(written: str) -> Days:
    """The days that `2010-05-04`, `2010-05` or `2010` can mean."""
    parts = PARTS.fullmatch(written.strip())
    try:
        if parts is None:
            raise ValueError
        year, month, day = (int(part) if part else None for part in parts.groups())
        first = date(year or 0, month or 1, day or 1)
        last = first if day else date(first.year, month or 12, monthrange(first.year, month or 12)[1])
    except ValueError:
        raise WrongDay(
            f"“{written}” is no date; it needs a day, a month or a year, such as 2010-05-04, 2010-05 or 2010."
        ) from None
    return Days(first, last)


def first_of(several: list[Days]) -> Days:
    """When the first of several things happened, as far as that is known."""
    return Days(min(days.first for days in several), min(days.last for days in several))


def period_of(days: Days | None, calendar: Calendar) -> str:
    """The year that the days fall in, or that it is not known which: a year alone settles no April to March."""
    if days is None:
        return NOT_KNOWN
    first, last = _year_of(days.first, calendar), _year_of(days.last, calendar)
    return first if first == last else NOT_KNOWN


def _year_of(day: date, calendar: Calendar) -> str:
    if calendar is Calendar.CALENDAR:
        return str(day.year)
    begins = day.year if day.month >= 4 else day.year - 1
    return f"{begins}-{(begins + 1) % 100:02}"

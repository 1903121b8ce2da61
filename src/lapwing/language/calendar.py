"""Days, months and working days of England: Monday to Friday, bank holidays left out."""

from __future__ import annotations

from bisect import bisect_right
from calendar import monthrange
from datetime import date, timedelta
from functools import cache

import holidays

FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2050, 12, 31)
"""The days between which working days are counted; outside them the answer is not known."""
IN_CALENDAR = f"a day from {FIRST_DAY} to {LAST_DAY}, for which bank holidays are known"
"""What a day must be to be asked about."""


def is_in_calendar(day: date) -> bool:
    """Whether anything can be asked about that day."""
    return FIRST_DAY <= day <= LAST_DAY


@cache
def working_days() -> tuple[date, ...]:
    """Every working day of the calendar, in order."""
    bank_holidays = holidays.country_holidays("GB", subdiv="ENG", years=range(FIRST_DAY.year, LAST_DAY.year + 1))
    return tuple(day for day in every_day() if day.weekday() < 5 and day not in bank_holidays)


@cache
def every_day() -> tuple[date, ...]:
    """Every day of the calendar, in order."""
    return tuple(FIRST_DAY + timedelta(days) for days in range((LAST_DAY - FIRST_DAY).days + 1))


def add_working_days(day: date, count: int) -> date | None:
    """The working day `count` after `day`, which is itself not counted; from a Saturday, 1 gives Monday.

    A negative count goes back: from a Monday, -1 gives Friday. 0 gives the day itself.
    None where the calendar does not reach.
    """
    if not FIRST_DAY <= day <= LAST_DAY:
        return None
    if count == 0:
        return day
    days = working_days()
    passed = bisect_right(days, day)  # working days up to and including this one
    if count < 0 and passed and days[passed - 1] == day:
        passed -= 1
    place = passed + count - 1 if count > 0 else passed + count
    return days[place] if 0 <= place < len(days) else None


@cache
def moved_days(count: int) -> tuple[date | None, ...]:
    """For every day of the calendar, the working day `count` away: the table that a frame is joined with."""
    return tuple(add_working_days(day, count) for day in every_day())


def add_months(day: date, count: int) -> date:
    """The same day of the month `count` months on, or the month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

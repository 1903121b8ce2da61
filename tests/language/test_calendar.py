"""Working days of England, and months."""

from __future__ import annotations

from datetime import date

import pytest

from lapwing.language.calendar import FIRST_DAY, LAST_DAY, add_months, add_working_days, moved_days, working_days


@pytest.mark.parametrize(
    ("day", "count", "lands_on", "because"),
    [
        (date(2026, 6, 3), 1, date(2026, 6, 4), "the day itself is not counted"),
        (date(2026, 6, 5), 1, date(2026, 6, 8), "a weekend is left out"),
        (date(2026, 6, 6), 1, date(2026, 6, 8), "from a Saturday, Monday is the first"),
        (date(2026, 6, 7), 1, date(2026, 6, 8), "and from a Sunday"),
        (date(2026, 6, 6), 5, date(2026, 6, 12), "five from a Saturday end on the Friday"),
        (date(2026, 4, 2), 1, date(2026, 4, 7), "Good Friday and Easter Monday are left out"),
        (date(2026, 4, 3), 1, date(2026, 4, 7), "and it is no matter that the count begins on one"),
        (date(2026, 12, 24), 1, date(2026, 12, 29), "Boxing Day on a Saturday is kept on the Monday"),
        (date(2027, 12, 24), 1, date(2027, 12, 29), "both substitutes of a Christmas on a Saturday"),
        (date(2026, 8, 28), 1, date(2026, 9, 1), "the last Monday of August"),
        (date(2022, 9, 16), 1, date(2022, 9, 20), "a bank holiday proclaimed for one year alone"),
        (date(2026, 11, 30), 1, date(2026, 12, 1), "St Andrew's Day is a working day in England"),
        (date(2026, 6, 8), -1, date(2026, 6, 5), "back over a weekend"),
        (date(2026, 6, 7), -1, date(2026, 6, 5), "back from a Sunday"),
        (date(2026, 4, 7), -2, date(2026, 4, 1), "back over Easter"),
        (date(2026, 6, 6), 0, date(2026, 6, 6), "none gives the day itself, whatever it is"),
    ],
)
def test_working_days_are_counted(day: date, count: int, lands_on: date, because: str) -> None:
    assert add_working_days(day, count) == lands_on, because


@pytest.mark.parametrize("day", [date(2026, 6, 3), date(2026, 12, 24), date(2026, 4, 1)])
@pytest.mark.parametrize("count", [1, 7, 45])
def test_forth_and_back_from_a_working_day_is_where_it_began(day: date, count: int) -> None:
    there = add_working_days(day, count)
    assert there is not None
    assert add_working_days(there, -count) == day


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (date(1989, 12, 31), 1),
        (date(2051, 1, 1), -1),
        (date(2051, 1, 1), 0),
        (LAST_DAY, 1),
        (FIRST_DAY, -1),
        (date(2050, 12, 1), 100),
        (date(2026, 6, 1), 100_000),
    ],
)
def test_where_the_calendar_does_not_reach_nothing_is_known(day: date, count: int) -> None:
    assert add_working_days(day, count) is None


def test_a_year_has_as_many_working_days_as_the_government_counts() -> None:
    assert sum(day.year == 2026 for day in working_days()) == 253


@pytest.mark.parametrize("count", [0, 1, -1, 15])
def test_the_table_that_frames_are_joined_with_says_the_same(count: int) -> None:
    moved = moved_days(count)
    place = (date(2026, 4, 3) - FIRST_DAY).days
    assert moved[place] == add_working_days(date(2026, 4, 3), count)
    assert len(moved) == (LAST_DAY - FIRST_DAY).days + 1


@pytest.mark.parametrize(
    ("day", "count", "lands_on"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 11, 15), 3, date(2027, 2, 15)),
        (date(2026, 2, 15), -3, date(2025, 11, 15)),
        (date(2026, 12, 31), 0, date(2026, 12, 31)),
    ],
)
def test_months_end_where_the_month_ends(day: date, count: int, lands_on: date) -> None:
    assert add_months(day, count) == lands_on

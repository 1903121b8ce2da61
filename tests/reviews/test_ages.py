"""Ages at the incident, from dates and from what reviews state, and what they leave open."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.reviews.ages import (
    OLDEST,
    UNBORN,
    Age,
    Parts,
    WrongAge,
    age_between,
    age_of_days,
    age_of_months,
    completed_years,
    days_in_months,
    parts_of,
    youngest,
)
from lapwing.reviews.periods import days_of
from lapwing.reviews.stated_ages import age_at_incident, stated_age

DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("born", "day", "parts"),
    [
        ("2009-05-04", "2010-05-03", Parts(0, 11, 29)),
        ("2009-05-04", "2010-05-04", Parts(1, 0, 0)),
        ("2008-02-29", "2009-02-28", Parts(0, 11, 30)),
        ("2008-02-29", "2009-03-01", Parts(1, 0, 0)),
        ("2008-02-29", "2012-02-29", Parts(4, 0, 0)),
        ("2010-01-31", "2010-02-28", Parts(0, 0, 28)),
        ("2010-01-31", "2010-03-01", Parts(0, 1, 0)),
        ("2010-12-31", "2011-01-01", Parts(0, 0, 1)),
        ("2010-03-15", "2010-03-15", Parts(0, 0, 0)),
    ],
)
def test_an_age_to_the_day_counts_birthdays_and_leap_days(born: str, day: str, parts: Parts) -> None:
    assert parts_of(date.fromisoformat(born), date.fromisoformat(day)) == parts


@pytest.mark.parametrize(
    ("born", "occurred", "days", "years"),
    [
        ("2008-02-01", "2009-01-31", (365, 365), (0, 0)),  # a leap year: 365 days, and not one year old
        ("2009-02-01", "2010-02-01", (365, 365), (1, 1)),
        ("2010-03-01", "2010-02-27", (-2, -2), (UNBORN, UNBORN)),
        ("2010", "2010-05-04", (-241, 123), (UNBORN, 0)),
        ("2009", "2010", (1, 729), (0, 1)),
        ("1995-06", "2010-05", (5419, 5478), (14, 14)),
        ("1995-06", "2010-06", (5450, 5508), (14, 15)),
    ],
)
def test_partial_dates_leave_an_age_open(
    born: str, occurred: str, days: tuple[int, int], years: tuple[int, int]
) -> None:
    age = age_between(days_of(born), days_of(occurred))
    assert (age.days, age.years) == (days, years)


@given(DAYS, st.integers(0, 9000))
def test_an_age_to_the_day_is_exact(born: date, days: int) -> None:
    day = born + timedelta(days)
    age = age_between(days_of(born.isoformat()), days_of(day.isoformat()))
    assert age.exact
    assert age.days == (days, days)
    assert age.years == (completed_years(born, day),) * 2


@given(DAYS, st.integers(0, 9000))
def test_the_interval_of_what_is_stated_holds_every_birth(born: date, days: int) -> None:
    day = born + timedelta(days)
    parts = parts_of(born, day)
    months = 12 * parts.years + parts.months
    for stated in (age_of_days(days, days), age_of_months(months, months), stated_age(f"{parts.years} years")):
        assert stated.days[0] <= days <= stated.days[1]
        assert stated.years[0] <= parts.years <= stated.years[1]


def test_months_are_as_long_as_calendars_make_them() -> None:
    assert days_in_months(1) == (28, 31)
    assert days_in_months(12) == (365, 366)
    assert days_in_months(48) == (1461, 1461)


def test_an_incident_long_before_any_pregnancy_is_refused() -> None:
    with pytest.raises(WrongAge, match="longer than a pregnancy"):
        age_between(days_of("2010-01-01"), days_of("2008-01-01"))


def test_an_age_that_no_child_has_is_refused() -> None:
    with pytest.raises(WrongAge, match="up to 25"):
        age_between(days_of("1950-01-01"), days_of("2008-01-01"))


def test_nobody_has_years_and_months_before_birth() -> None:
    with pytest.raises(WrongAge, match="not born yet"):
        parts_of(date(2010, 1, 2), date(2010, 1, 1))


@pytest.mark.parametrize(
    ("written", "days", "years"),
    [
        ("7 weeks", (49, 55), (0, 0)),
        ("Seven weeks old", (49, 55), (0, 0)),
        ("7-week-old", (49, 55), (0, 0)),
        ("3 months", (89, 122), (0, 0)),
        ("18 months", (546, 580), (1, 1)),
        ("15 years", (5478, 5843), (15, 15)),
        ("15", (5478, 5843), (15, 15)),
        ("aged fifteen", (5478, 5843), (15, 15)),
        ("a year", (365, 730), (1, 1)),
        ("1 year and 3 months", (454, 488), (1, 1)),
        ("3 weeks, 2 days", (23, 23), (0, 0)),
        ("2½ years", (730, 1095), (2, 2)),
        ("two and a half years", (730, 1095), (2, 2)),
        ("nearly 2", (365, 730), (1, 1)),
        ("almost 3 months", (59, 91), (0, 0)),
        ("about 15", (5113, 6209), (14, 16)),
        ("under 1", (0, 365), (0, 0)),
        ("over 14", (5113, 9496), (14, OLDEST)),
        ("2-3 years", (730, 1460), (2, 3)),
        ("between 11 and 13 months", (334, 427), (0, 1)),
        ("60 weeks", (420, 426), (1, 1)),
        ("365 days", (365, 365), (0, 1)),
        ("6 hours", (0, 1), (0, 0)),
        ("newborn", (0, 27), (0, 0)),
        ("a baby", (0, 365), (0, 0)),
        ("unborn", (-294, -1), (UNBORN, UNBORN)),
        ("an unborn baby", (-294, -1), (UNBORN, UNBORN)),
        ("28 weeks' gestation", (-294, -1), (UNBORN, UNBORN)),
    ],
)
def test_a_stated_age_is_no_more_precise_than_it_was_stated(
    written: str, days: tuple[int, int], years: tuple[int, int]
) -> None:
    age = stated_age(written)
    assert (age.days, age.years) == (days, years)


@pytest.mark.parametrize("written", ["", "old", "-3", "17th", "Child A", "3 months to 2 months", "1 year 14 months"])
def test_what_states_no_age_is_refused_in_a_sentence(written: str) -> None:
    with pytest.raises(WrongAge, match=r"states no age\. It needs an age such as"):
        stated_age(written)


@pytest.mark.parametrize("written", ["26", "150 years", "2 to 40 years"])
def test_an_age_of_nobody_in_a_review_is_refused(written: str) -> None:
    with pytest.raises(WrongAge, match=f"over {OLDEST} years"):
        stated_age(written)


def test_dates_and_what_is_stated_narrow_each_other() -> None:
    dates = age_between(days_of("2010"), days_of("2010-05-04"))
    assert age_at_incident(dates, stated_age("7 weeks")) == (stated_age("7 weeks"), False)


def test_where_dates_and_what_is_stated_contradict_each_other_both_stay_open() -> None:
    dates = age_between(days_of("2009-01-01"), days_of("2010-05-04"))
    age, contradict = age_at_incident(dates, stated_age("7 weeks"))
    assert contradict
    assert age is not None
    assert age.years == (0, 1)


def test_the_first_of_several_incidents_counts() -> None:
    assert youngest([Age((100, 200), (0, 0)), Age((150, 160), (0, 0))]).days == (100, 160)


@pytest.mark.parametrize(
    ("age", "said"),
    [
        (age_of_days(1, 1), "1 day"),
        (age_of_days(49, 55), "from 49 to 55 days"),
        (Age((-294, -1), (UNBORN, UNBORN)), "unborn"),
        (Age((-10, 20), (UNBORN, 0)), "unborn or up to 20 days"),
    ],
)
def test_an_age_is_said_in_days(age: Age, said: str) -> None:
    assert str(age) == said

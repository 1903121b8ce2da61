"""Which cohort an age belongs to, which year a date falls in, and when neither is settled."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.reviews.ages import UNBORN, Age, age_between
from lapwing.reviews.cohorts import OUTSIDE, SCHEMES, UnknownScheme, scheme_named
from lapwing.reviews.periods import NOT_KNOWN, Calendar, WrongDay, days_of, first_of, period_of
from lapwing.reviews.stated_ages import stated_age


@pytest.mark.parametrize(
    ("stated", "reviews", "report"),
    [
        ("unborn", "under 1", "under 1"),
        ("newborn", "under 1", "under 1"),
        ("11 months", "under 1", "under 1"),
        ("12 months", "1-5", OUTSIDE),
        ("nearly 1", "under 1", "under 1"),
        ("1", "1-5", OUTSIDE),
        ("5", "1-5", OUTSIDE),
        ("6", "6-10", OUTSIDE),
        ("10", "6-10", OUTSIDE),
        ("11", "11-13", OUTSIDE),
        ("13", "11-13", OUTSIDE),
        ("14", "14 and over", "14 and over"),
        ("17", "14 and over", "14 and over"),
        ("about 14", NOT_KNOWN, NOT_KNOWN),
        ("5-6 years", NOT_KNOWN, OUTSIDE),
        ("365 days", NOT_KNOWN, NOT_KNOWN),
    ],
)
def test_a_child_is_in_one_cohort_a_scheme_or_its_age_does_not_settle_it(
    stated: str, reviews: str, report: str
) -> None:
    age = stated_age(stated)
    assert SCHEMES["reviews"].cohort_of(age) == reviews
    assert SCHEMES["report"].cohort_of(age) == report


def test_a_child_of_whom_no_age_is_known_is_in_no_cohort() -> None:
    assert SCHEMES["reviews"].cohort_of(None) == NOT_KNOWN


@pytest.mark.parametrize(("day", "cohort"), [("2009-01-31", "under 1"), ("2009-02-01", "1-5")])
def test_the_first_birthday_ends_the_first_cohort_in_a_leap_year_too(day: str, cohort: str) -> None:
    assert SCHEMES["reviews"].cohort_of(age_between(days_of("2008-02-01"), days_of(day))) == cohort


@given(st.integers(UNBORN, 25))
def test_the_bands_of_reviews_leave_no_age_out_and_none_in_two(years: int) -> None:
    takes = [cohort for cohort in SCHEMES["reviews"].cohorts if cohort.takes(years)]
    assert len(takes) == 1


def test_a_cohort_is_known_whatever_its_capitals() -> None:
    assert SCHEMES["report"].named("14 AND over ") == "14 and over"


def test_an_unknown_scheme_or_cohort_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownScheme, match="There are reviews, report"):
        scheme_named("bands")
    with pytest.raises(UnknownScheme, match="under 1, 14 and over"):
        SCHEMES["report"].named("6-10")


@pytest.mark.parametrize(
    ("written", "april", "calendar"),
    [
        ("2010-03-31", "2009-10", "2010"),
        ("2010-04-01", "2010-11", "2010"),
        ("2011-03", "2010-11", "2011"),
        ("2011-01", "2010-11", "2011"),
        ("2010", NOT_KNOWN, "2010"),
        ("1999-12-31", "1999-00", "1999"),
    ],
)
def test_a_year_alone_settles_no_april_to_march(written: str, april: str, calendar: str) -> None:
    days = days_of(written)
    assert period_of(days, Calendar.APRIL) == april
    assert period_of(days, Calendar.CALENDAR) == calendar


def test_no_date_settles_no_period() -> None:
    assert period_of(None, Calendar.CALENDAR) == NOT_KNOWN


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2010-05-04", "2010-05-04", "2010-05-04"),
        ("2010-02", "2010-02-01", "2010-02-28"),
        ("2008-02", "2008-02-01", "2008-02-29"),
        ("2010", "2010-01-01", "2010-12-31"),
    ],
)
def test_a_partial_date_means_every_day_in_it(written: str, first: str, last: str) -> None:
    days = days_of(written)
    assert (days.first, days.last) == (date.fromisoformat(first), date.fromisoformat(last))
    assert days.exact is (first == last)


@pytest.mark.parametrize("written", ["", "May 2010", "2010-13", "2010-02-30", "04/05/2010", "0000", "2010-5"])
def test_what_is_no_date_is_refused(written: str) -> None:
    with pytest.raises(WrongDay, match="is no date; it needs"):
        days_of(written)


def test_the_first_of_several_dates_is_as_open_as_they_are() -> None:
    first = first_of([days_of("2010"), days_of("2010-05-04")])
    assert (first.first, first.last) == (date(2010, 1, 1), date(2010, 5, 4))


def test_cohorts_of_an_age_that_could_be_before_or_after_birth_are_settled_where_both_count_together() -> None:
    assert SCHEMES["reviews"].cohort_of(Age((-10, 20), (UNBORN, 0))) == "under 1"

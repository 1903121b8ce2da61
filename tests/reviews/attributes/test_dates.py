"""Dates as people write them in a sheet."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.reviews.attributes.dates import WrongDate, written_date

LATEST = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("2010-05-04", "2010-05-04"),
        ("2010-05-04 00:00:00", "2010-05-04"),
        ("4/5/2010", "2010-05-04"),
        ("04.05.10", "2010-05-04"),
        ("4-5-98", "1998-05-04"),
        ("4 May 2010", "2010-05-04"),
        ("4th of May, 2010", "2010-05-04"),
        ("Tuesday 4 may 2010", "2010-05-04"),
        ("Tues 4th May 2010", "2010-05-04"),
        ("May 4, 2010", "2010-05-04"),
        ("04-May-10", "2010-05-04"),
        ("1 Sept 2010", "2010-09-01"),
        ("May 2010", "2010-05"),
        ("May-10", "2010-05"),
        ("05/2010", "2010-05"),
        ("2010-05", "2010-05"),
        ("2010", "2010"),
        (" 2010 ", "2010"),
        ("29 February 2012", "2012-02-29"),
    ],
)
def test_a_date_is_kept_as_far_as_it_is_written(written: str, kept: str) -> None:
    assert written_date(written, LATEST) == kept


@pytest.mark.parametrize(
    ("written", "needs"),
    [
        ("5/13/2010", "day, month, year"),
        ("31 February 2010", "day, month, year"),
        ("spring 2010", "as far as it is known"),
        ("40302", "as far as it is known"),
        ("2010-11", "may be a month or two years"),
        ("2009/10", "may be a month or two years"),
        ("4/5-2010", "as far as it is known"),
        ("3 March 2026", "a date from 1940 to 2026-03-02"),
        ("2027", "a date from 1940"),
        ("1066", "a date from 1940"),
        ("0000", "day, month, year"),
    ],
)
def test_what_is_no_date_or_could_be_two_says_what_is_needed(written: str, needs: str) -> None:
    with pytest.raises(WrongDate, match=needs):
        written_date(written, LATEST)


@given(st.dates(date(1940, 1, 1), LATEST), st.sampled_from(["%d/%m/%Y", "%d %B %Y", "%Y-%m-%d", "%A %d %b %Y"]))
def test_every_day_is_read_in_every_form(day: date, form: str) -> None:
    assert written_date(day.strftime(form), LATEST) == day.isoformat()

"""Who is a young person, on which day: by the date of birth, by two that disagree, and where the age is disputed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from lapwing.language.rows import Given, meaning
from lapwing.lessons.settings import shipped_settings
from lapwing.vocabulary.child import Child
from lapwing.vocabulary.facts import Derived, Fact

SETTINGS = shipped_settings().local(["young_person.from_age", "young_person.until_age"])
LEAP, AFTER = date(2008, 2, 29), date(2008, 3, 1)


def _of(fact: Fact, row: dict[str, object], today: date) -> object:
    assert isinstance(fact.definition, Derived)
    return meaning(fact.definition.expression, Given(today, SETTINGS))(row)


def is_young(*born: date | None, on: date, disputed: bool | None = False) -> object:
    """Whether somebody of these dates of birth is a young person on the day; None where nobody can tell."""
    known = [one for one in born if one]
    row: dict[str, object] = {"age_disputed": disputed, "person_id": "kyra"}
    row |= {"earliest_born_on": min(known, default=None), "latest_born_on": max(known, default=None)}
    row["may_be_young_person"] = _of(Child.may_be_young_person, row, on)
    return _of(Child.is_young_person, row, on)


@pytest.mark.parametrize(
    ("born", "day", "young"),
    [
        (date(2008, 3, 2), date(2026, 3, 1), True),
        (date(2008, 3, 2), date(2026, 3, 2), False),
        (LEAP, date(2026, 2, 28), True),
        (LEAP, date(2026, 3, 1), False),
        (LEAP, date(2022, 2, 28), False),
        (LEAP, date(2022, 3, 1), True),
        (date(2014, 3, 1), date(2028, 2, 29), False),
        (date(2014, 2, 28), date(2028, 2, 29), True),
        (date(2010, 3, 1), date(2028, 2, 29), True),
        (date(2010, 2, 28), date(2028, 2, 29), False),
    ],
)
def test_from_the_start_of_one_birthday_to_the_start_of_another(born: date, day: date, young: bool) -> None:
    assert is_young(born, on=day) is young


def test_it_agrees_with_the_days_on_which_the_ages_are_reached() -> None:
    for born in (LEAP + timedelta(days) for days in range(-3, 369)):
        reached = [_of(fact, {"born_on": born}, born) for fact in (Child.young_person_on, Child.comes_of_age_on)]
        assert all(isinstance(one, date) for one in reached)
        for day in (one + timedelta(step) for one in reached for step in (-1, 0, 1)):  # type: ignore[operator]
            assert is_young(born, on=day) is (reached[0] <= day < reached[1]), (born, day)  # type: ignore[operator]


def test_two_dates_settle_it_only_where_both_say_the_same() -> None:
    day = date(2026, 3, 2)
    assert is_young(date(2010, 5, 14), date(2010, 6, 14), on=day) is True
    assert is_young(date(2006, 9, 8), date(2008, 9, 8), on=day) is None
    assert is_young(date(2011, 9, 8), date(2012, 9, 8), on=day) is None
    assert is_young(date(2006, 9, 8), date(2012, 9, 8), on=day) is None
    assert is_young(date(2006, 9, 8), date(2007, 9, 8), on=day) is False
    assert is_young(None, on=day) is None


@pytest.mark.parametrize("born", [(), (date(1999, 1, 1),), (date(2006, 9, 8), date(2008, 9, 8))])
def test_whoever_is_disputed_is_treated_as_a_child(born: tuple[date, ...]) -> None:
    assert is_young(*born, on=date(2026, 3, 2), disputed=True) is True


def test_somebody_surely_younger_is_a_child_and_no_young_person_yet() -> None:
    assert is_young(date(2014, 9, 8), on=date(2026, 3, 2), disputed=True) is False


def test_a_source_that_does_not_say_whether_ages_are_disputed_still_has_dates() -> None:
    assert is_young(date(2010, 5, 14), on=date(2026, 3, 2), disputed=None) is True
    assert is_young(date(2006, 5, 14), on=date(2026, 3, 2), disputed=None) is not True

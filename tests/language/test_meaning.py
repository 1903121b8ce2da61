"""What expressions mean, on tables small enough to be read: over rows and over frames at once."""

from __future__ import annotations

from datetime import date
from typing import Any

import narwhals as nw
import polars as pl
import pytest

from lapwing.language import frames, rows
from lapwing.language.amounts import less_percent
from lapwing.language.delivered import Delivered
from lapwing.language.expressions import (
    TODAY,
    Expression,
    Local,
    Name,
    Type,
    cases,
    earliest_of,
    how_many,
    latest_of,
    lift,
    unknown,
)
from lapwing.language.rows import Given

DAY = date(2026, 6, 1)
GIVEN = Given(DAY, {"days": 3, "kinds": ("review", "core_group"), "none": ()})
SCHEMA = {
    **{"a": pl.Boolean(), "b": pl.Boolean(), "one": pl.Date(), "other": pl.Date()},
    **{"kind": pl.String(), "number": pl.Int64()},
}
A, B = Name("a", Type.YES_NO), Name("b", Type.YES_NO)
ONE, OTHER = Name("one", Type.DATE), Name("other", Type.DATE)
KIND, number = Name("kind", Type.TEXT), Name("number", Type.WHOLE)


def value(expression: Expression, given: Given = GIVEN, **row: Any) -> Any:
    """The value over one row, the same over frames."""
    whole = {name: row.get(name) for name in SCHEMA}
    frame = nw.from_native(pl.LazyFrame([whole], schema=SCHEMA))
    made = frames.with_values(frame, {"value": expression}, given).collect("polars").to_native()
    assert made.columns == [*SCHEMA, "value"], "the frame's own columns stay, and nothing else is left behind"
    by_row = rows.meaning(expression, given)(whole)
    by_frame = made["value"][0]
    assert by_row == by_frame
    assert type(by_row) is type(by_frame)
    return by_row


YES, NO, NOT_KNOWN = True, False, None


@pytest.mark.parametrize(
    ("a", "b", "both", "either"),
    [
        (YES, YES, YES, YES),
        (YES, NO, NO, YES),
        (NO, YES, NO, YES),
        (NO, NO, NO, NO),
        (YES, NOT_KNOWN, NOT_KNOWN, YES),
        (NOT_KNOWN, YES, NOT_KNOWN, YES),
        (NO, NOT_KNOWN, NO, NOT_KNOWN),
        (NOT_KNOWN, NO, NO, NOT_KNOWN),
        (NOT_KNOWN, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN),
    ],
)
def test_and_and_or_have_three_values(a: bool | None, b: bool | None, both: bool | None, either: bool | None) -> None:
    assert value(A & B, a=a, b=b) is both
    assert value(A | B, a=a, b=b) is either


@pytest.mark.parametrize(
    ("a", "opposite", "is_true", "is_known"), [(YES, NO, YES, YES), (NO, YES, NO, YES), (NOT_KNOWN, NOT_KNOWN, NO, NO)]
)
def test_not_is_true_and_is_known(a: bool | None, opposite: bool | None, is_true: bool, is_known: bool) -> None:
    assert value(~A, a=a) is opposite
    assert value(A.is_true(), a=a) is is_true
    assert value(A.is_known(), a=a) is is_known
    assert value(A.is_unknown(), a=a) is not is_known


EARLY, LATE = date(2026, 5, 1), date(2026, 5, 2)


@pytest.mark.parametrize(
    ("one", "other", "holding"),
    [(EARLY, LATE, {"<", "<=", "!="}), (LATE, EARLY, {">", ">=", "!="}), (EARLY, EARLY, {"<=", ">=", "=="})],
)
def test_dates_are_compared(one: date, other: date, holding: set[str]) -> None:
    asked = {"==": ONE == OTHER, "!=": ONE != OTHER, "<": ONE < OTHER, "<=": ONE <= OTHER}
    asked |= {">": ONE > OTHER, ">=": ONE >= OTHER}
    assert {relation for relation, asks in asked.items() if value(asks, one=one, other=other)} == holding


@pytest.mark.parametrize("row", [{"one": EARLY}, {"other": EARLY}, {}])
def test_nothing_is_known_of_a_comparison_with_what_is_not_known(row: dict[str, date]) -> None:
    for asks in (ONE == OTHER, ONE != OTHER, ONE < OTHER, ONE >= OTHER):
        assert value(asks, **row) is None


@pytest.mark.parametrize(
    ("a", "b", "chosen"),
    [
        (YES, NOT_KNOWN, "first"),
        (NO, YES, "second"),
        (NO, NO, "otherwise"),
        (NOT_KNOWN, YES, None),  # nobody can say that it is not the first case
        (NO, NOT_KNOWN, None),
    ],
)
def test_a_case_not_known_leaves_the_whole_not_known(a: bool | None, b: bool | None, chosen: str | None) -> None:
    assert value(cases((A, "first"), (B, "second"), otherwise="otherwise"), a=a, b=b) == chosen


def test_a_case_known_to_be_one_or_the_other_is_never_not_known() -> None:
    asks = cases((A.is_true(), "yes"), (B.is_known(), "known"), otherwise="neither")
    assert value(asks) == "neither"
    assert value(asks, b=False) == "known"


def test_the_value_of_a_case_may_itself_not_be_known() -> None:
    assert value(cases((A, ONE), otherwise=OTHER), a=True, other=EARLY) is None
    assert value(cases((A, unknown(Type.DATE)), otherwise=OTHER), a=False, other=EARLY) == EARLY


@pytest.mark.parametrize(
    ("one", "other", "earliest", "latest"),
    [
        (EARLY, LATE, EARLY, LATE),
        (LATE, EARLY, EARLY, LATE),
        (EARLY, None, EARLY, EARLY),
        (None, LATE, LATE, LATE),
        (None, None, None, None),
    ],
)
def test_earliest_and_latest_are_of_those_known(
    one: date | None, other: date | None, earliest: date | None, latest: date | None
) -> None:
    assert value(earliest_of(ONE, OTHER), one=one, other=other) == earliest
    assert value(latest_of(ONE, OTHER), one=one, other=other) == latest
    assert value(earliest_of(ONE), one=one) == value(latest_of(ONE), one=one) == one


@pytest.mark.parametrize(
    ("a", "b", "count"), [(YES, YES, 2), (YES, NO, 1), (NO, NO, 0), (YES, NOT_KNOWN, None), (NOT_KNOWN, NO, None)]
)
def test_how_many_hold_is_known_where_each_is(a: bool | None, b: bool | None, count: int | None) -> None:
    assert value(how_many(A, B), a=a, b=b) == count
    assert value(how_many(A), a=a) == (None if a is None else int(a))


@pytest.mark.parametrize(
    ("moved", "one", "lands_on"),
    [
        (ONE.plus_days(30), date(2026, 1, 31), date(2026, 3, 2)),
        (ONE.minus_days(30), date(2026, 3, 2), date(2026, 1, 31)),
        (ONE.plus_months(1), date(2026, 1, 31), date(2026, 2, 28)),
        (ONE.plus_months(1), date(2028, 1, 31), date(2028, 2, 29)),
        (ONE.minus_months(1), date(2026, 3, 31), date(2026, 2, 28)),
        (ONE.plus_months(1).plus_months(1), date(2026, 1, 31), date(2026, 3, 28)),
        (ONE.plus_working_days(1), date(2026, 4, 2), date(2026, 4, 7)),
        (ONE.minus_working_days(1), date(2026, 4, 7), date(2026, 4, 2)),
        (ONE.plus_working_days(2).plus_working_days(1), date(2026, 4, 2), date(2026, 4, 9)),
        (ONE.plus_working_days(Local("days", Type.WHOLE)), date(2026, 6, 5), date(2026, 6, 10)),
        (ONE.minus_days(Local("days", Type.WHOLE)), date(2026, 6, 5), date(2026, 6, 2)),
        (ONE.plus_working_days(0), date(2026, 6, 6), date(2026, 6, 6)),
        (ONE.plus_working_days(1), date(1980, 1, 1), None),
        (ONE.plus_working_days(0), date(1980, 1, 1), None),
        (ONE.plus_working_days(1), None, None),
        (ONE.plus_months(1), None, None),
        (TODAY.plus_days(1), None, date(2026, 6, 2)),
    ],
)
def test_dates_are_moved(moved: Expression, one: date | None, lands_on: date | None) -> None:
    assert value(moved, one=one) == lands_on


@pytest.mark.parametrize(
    ("looked_up", "kind", "found"),
    [
        (KIND.is_in("review", "ended"), "review", YES),
        (KIND.is_in("review", "ended"), "rev", NO),
        (KIND.is_in("review", "ended"), None, NOT_KNOWN),
        (KIND.is_in(Local("kinds", Type.TEXTS)), "core_group", YES),
        (KIND.is_in(Local("none", Type.TEXTS)), "core_group", NO),
        (KIND.is_in(Local("none", Type.TEXTS)), None, NOT_KNOWN),
        (KIND.is_in(), "core_group", NO),
    ],
)
def test_texts_are_looked_up(looked_up: Expression, kind: str | None, found: bool | None) -> None:
    assert value(looked_up, kind=kind) is found


def test_constants_settings_and_today_stand_for_themselves() -> None:
    assert value(lift(7)) == 7
    assert value(Local("days", Type.WHOLE)) == 3
    assert value(TODAY) == DAY
    assert value(unknown(Type.TEXT)) is None
    assert value(number <= Local("days", Type.WHOLE), number=3) is True


def test_what_a_source_is_silent_about_is_known_only_where_it_stands() -> None:
    blind = Given(DAY, blind={"one"})
    assert value(ONE.is_known(), blind, one=EARLY) is True
    assert value(ONE.is_known(), blind) is None
    assert value(ONE.is_unknown(), blind) is None
    assert value(latest_of(ONE, OTHER).is_known(), blind) is None
    assert value(OTHER.is_known(), blind) is False
    assert value(cases((ONE.is_known(), "yes"), otherwise="no"), blind) is None
    assert value(cases((ONE.is_known().is_true(), "yes"), otherwise="no"), blind) == "no"


def test_a_move_used_twice_is_made_once_and_left_nowhere() -> None:
    due_on = ONE.plus_working_days(1)
    assert value((due_on <= TODAY) & (due_on.is_known()), one=date(2026, 5, 29)) is True


@pytest.mark.parametrize(
    ("birth", "percent", "left"),
    [
        (3400, 10, 3060),
        (3405, 10, 3065),
        (3404, 10, 3064),
        (1, 3, 1),
        (0, 10, 0),
        (-3, 10, -2),
        (200, 0, 200),
        (7, 120, -1),
    ],
)
def test_so_many_per_cent_off_a_number_is_rounded_up(birth: int, percent: int, left: int) -> None:
    assert value(less_percent(number, percent), number=birth) == left


def test_what_lies_below_the_rounded_number_lies_below_the_true_one() -> None:
    """3,065 g is a loss of 9.99% from 3,405 g, and 3,064 g one of 10.01%."""
    line = less_percent(lift(3405), Local("days", Type.WHOLE))
    given = Given(DAY, {"days": 10})
    assert value(number < line, given, number=3065) is False
    assert value(number < line, given, number=3064) is True
    assert value(number < less_percent(number, 10)) is None


def test_when_anything_last_reached_the_source() -> None:
    given = Given(DAY, delivered={"measurement": EARLY})
    assert value(Delivered("measurement"), given) == EARLY
    assert value(Delivered("measurement") < ONE, given, one=LATE) is True
    assert value(Delivered("appointment"), given) is None

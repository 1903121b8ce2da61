"""What may be said in the language, and what is refused with a reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest

from lapwing.language.amounts import less_percent
from lapwing.language.expressions import (
    TODAY,
    Constant,
    Expression,
    Local,
    Name,
    Type,
    WrongExpression,
    cases,
    earliest_of,
    how_many,
    latest_of,
    lift,
    unknown,
)
from lapwing.language.spelling import spelled

born_on = Name("born_on", Type.DATE)
seen_on = Name("seen_on", Type.DATE)
KIND = Name("kind", Type.TEXT)
AGREED = Name("agreed", Type.YES_NO)
number = Name("number", Type.WHOLE)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (lambda: born_on == "2026", "A date cannot be compared with a text."),
        (lambda: number > born_on, "A whole number cannot be compared with a date."),
        (lambda: KIND < "review", "A text has no order; compare it with == or !=."),
        (lambda: AGREED >= AGREED, "A yes or no has no order; compare it with == or !=."),
        (lambda: AGREED == 1, "A yes or no cannot be compared with a whole number."),
        (lambda: AGREED & KIND, "A yes or no is needed here, not a text."),
        (lambda: born_on | AGREED, "A yes or no is needed here, not a date."),
        (lambda: ~number, "A yes or no is needed here, not a whole number."),
        (lambda: born_on.is_true(), "A yes or no is needed here, not a date."),
        (lambda: number.is_in("1"), "Only a text can be looked up in a list, not a whole number."),
        (lambda: KIND.is_in(KIND), "What a text is looked up in must be texts, or a setting that lists texts."),
        (lambda: KIND.plus_days(1), "Only a date can be moved, not a text."),
        (lambda: born_on.plus_days(number), "A date is moved by a whole number or by a setting that is one."),
        (lambda: born_on.plus_months(born_on), "A date is moved by a whole number or by a setting that is one."),
        (lambda: born_on.minus_working_days(True), "A date is moved by a whole number or by a setting that is one."),
        (lambda: less_percent(born_on, 10), "Only a whole number can be reduced, not a date."),
        (
            lambda: less_percent(number, number),
            "A number is reduced by a whole number of per cent or by a setting that is one.",
        ),
        (lambda: earliest_of(), "At least one date is needed."),
        (lambda: latest_of(born_on, number), "Dates are needed here, not a whole number."),
        (lambda: how_many(), "At least one yes or no is needed."),
        (lambda: how_many(AGREED, KIND), "A yes or no is needed here, not a text."),
        (lambda: cases((born_on, 1), otherwise=2), "A yes or no is needed here, not a date."),
        (
            lambda: cases((AGREED, born_on), otherwise="never"),
            "Cases yield one type, not a date and a text.",
        ),
        (
            lambda: lift(("a",)) == ("a",),
            "Lists of texts are not compared; ask with is_in whether a text is in one.",
        ),
        (lambda: cases((AGREED, ("a",)), otherwise=("b",)), "Cases yield single values, not lists of texts."),
        (
            lambda: born_on == datetime(2026, 1, 1),
            "datetime.datetime(2026, 1, 1, 0, 0) is neither a date, yes or no, a whole number, a text nor texts.",
        ),
        (lambda: lift(1.5), "1.5 is neither a date, yes or no, a whole number, a text nor texts."),
        (lambda: lift(None), "None is neither a date, yes or no, a whole number, a text nor texts."),
    ],
)
def test_what_cannot_mean_anything_cannot_be_written(wrong: Callable[[], object], says: str) -> None:
    with pytest.raises(WrongExpression) as refused:
        wrong()
    assert str(refused.value) == says


@pytest.mark.parametrize("wrong", [lambda: AGREED and AGREED, lambda: AGREED or AGREED, lambda: not AGREED])
def test_pythons_own_and_or_not_are_refused(wrong: Callable[[], object]) -> None:
    with pytest.raises(WrongExpression, match=r"Join expressions with &, \| and ~"):
        wrong()


@pytest.mark.parametrize(
    ("expression", "type"),
    [
        (born_on == date(2026, 1, 1), Type.YES_NO),
        (KIND.is_in("review"), Type.YES_NO),
        (KIND.is_in(Local("kinds", Type.TEXTS)), Type.YES_NO),
        (born_on.plus_months(1), Type.DATE),
        (earliest_of(born_on, TODAY), Type.DATE),
        (cases((AGREED, 1), otherwise=number), Type.WHOLE),
        (unknown(Type.TEXT), Type.TEXT),
        (lift(True), Type.YES_NO),
        (lift(1), Type.WHOLE),
        (lift(("a", "b")), Type.TEXTS),
    ],
)
def test_every_expression_has_a_type(expression: Expression, type: Type) -> None:
    assert expression.type is type


DISTINCT = (
    born_on,
    Name("born_on", Type.TEXT),
    Local("born_on", Type.WHOLE),
    Constant("born_on"),
    TODAY,
    born_on == TODAY,
    born_on == seen_on,
    seen_on == born_on,
    born_on != TODAY,
    born_on <= TODAY,
    (AGREED & AGREED) | AGREED,
    AGREED & (AGREED | AGREED),
    ~AGREED,
    AGREED.is_true(),
    AGREED.is_known(),
    AGREED.is_unknown(),
    KIND.is_in("a", "b"),
    KIND.is_in("a, b"),
    KIND.is_in("b", "a"),
    born_on.plus_days(1),
    born_on.minus_days(1),
    born_on.plus_months(1),
    born_on.plus_working_days(1),
    born_on.plus_working_days(Local("days", Type.WHOLE)),
    earliest_of(born_on, TODAY),
    latest_of(born_on, TODAY),
    how_many(AGREED, born_on.is_known()),
    how_many(born_on.is_known(), AGREED),
    cases((AGREED, 1), otherwise=2),
    cases((AGREED, 2), otherwise=1),
    unknown(Type.DATE),
    unknown(Type.TEXT),
    Constant(True),
    Constant(1),
    Constant("1"),
)


def test_different_expressions_are_spelled_differently() -> None:
    assert len({spelled(expression) for expression in DISTINCT}) == len(DISTINCT)


def test_an_expression_is_spelled_the_same_whoever_builds_it() -> None:
    def built() -> Expression:
        return cases((KIND.is_in("a", "b"), born_on.plus_working_days(Local("days", Type.WHOLE))), otherwise=TODAY)

    assert spelled(built()) == spelled(built())
    assert spelled(born_on.plus_days(1)) == "Moved(Name('born_on', date), days, Constant(1, None), False)"


def test_all_parts_of_an_expression_are_walked() -> None:
    expression = cases((AGREED & (born_on < TODAY), number), otherwise=1)
    assert {part.name for part in expression.walk() if isinstance(part, Name)} == {"agreed", "born_on", "number"}

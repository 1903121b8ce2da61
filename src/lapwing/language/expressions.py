"""The expression language: what a fact or a check may say, and nothing else.

An expression is a tree of the small classes below. Every one has a type, checked when it is built, so a
wrong expression cannot exist. Logic has three values: what is not known stays not known, and neither
"and", "or", "not" nor a comparison turns it into a yes or a no. `language.rows` and `language.frames`
give expressions their meaning, over one row and over a frame; both must agree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any


class Type(Enum):
    """What an expression yields."""

    DATE = "date"
    YES_NO = "yes or no"
    WHOLE = "whole number"
    TEXT = "text"
    TEXTS = "list of texts"


class Unit(Enum):
    """By what a date is moved."""

    DAYS = "days"
    MONTHS = "months"
    WORKING_DAYS = "working days"


class WrongExpression(TypeError):
    """An expression that cannot mean anything; its text says what was given and what is needed."""


Value = date | bool | int | str


class Expression:
    """Something that yields one value for each row, or nothing where it is not known."""

    type: Type

    def parts(self) -> Iterator[Expression]:
        """The expressions this one is made of, in order."""
        for name in self.__dataclass_fields__:  # type: ignore[attr-defined]
            value = getattr(self, name)
            for part in value if isinstance(value, tuple) else (value,):
                if isinstance(part, Expression):
                    yield part
                elif isinstance(part, tuple):
                    yield from (inner for inner in part if isinstance(inner, Expression))

    def walk(self) -> Iterator[Expression]:
        """This expression and all below it, each before its parts."""
        waiting: list[Expression] = [self]
        while waiting:
            part = waiting.pop()
            yield part
            waiting.extend(reversed([*part.parts()]))

    def __and__(self, other: Expression | bool) -> And:
        return And(self, lift(other))

    def __or__(self, other: Expression | bool) -> Or:
        return Or(self, lift(other))

    def __invert__(self) -> Not:
        return Not(self)

    def __eq__(self, other: object) -> Compare:  # type: ignore[override]
        return Compare("==", self, lift(other))

    def __ne__(self, other: object) -> Compare:  # type: ignore[override]
        return Compare("!=", self, lift(other))

    def __lt__(self, other: Expression | Value) -> Compare:
        return Compare("<", self, lift(other))

    def __le__(self, other: Expression | Value) -> Compare:
        return Compare("<=", self, lift(other))

    def __gt__(self, other: Expression | Value) -> Compare:
        return Compare(">", self, lift(other))

    def __ge__(self, other: Expression | Value) -> Compare:
        return Compare(">=", self, lift(other))

    __hash__ = object.__hash__

    def __bool__(self) -> bool:
        raise WrongExpression(
            "An expression is neither true nor false by itself. "
            "Join expressions with &, | and ~, each in brackets, and not with 'and', 'or', 'not'."
        )

    def is_known(self) -> IsKnown:
        """Yes where there is a value, no where there is none."""
        return IsKnown(self)

    def is_unknown(self) -> Not:
        """No where there is a value, yes where there is none."""
        return Not(IsKnown(self))

    def is_true(self) -> IsTrue:
        """Yes where this is known to be so; no where it is not so, or not known."""
        return IsTrue(self)

    def is_in(self, *values: str | Expression) -> IsIn:
        """Whether this text is one of the values, or of a setting's list."""
        if len(values) == 1 and isinstance(values[0], Expression):
            return IsIn(self, values[0])
        return IsIn(self, Constant(tuple(str(value) for value in values)))

    def plus_days(self, count: int | Expression) -> Moved:
        return Moved(self, Unit.DAYS, lift(count))

    def minus_days(self, count: int | Expression) -> Moved:
        return Moved(self, Unit.DAYS, lift(count), back=True)

    def plus_months(self, count: int | Expression) -> Moved:
        return Moved(self, Unit.MONTHS, lift(count))

    def minus_months(self, count: int | Expression) -> Moved:
        return Moved(self, Unit.MONTHS, lift(count), back=True)

    def plus_working_days(self, count: int | Expression) -> Moved:
        """The working day so many after this one, which is not counted."""
        return Moved(self, Unit.WORKING_DAYS, lift(count))

    def minus_working_days(self, count: int | Expression) -> Moved:
        return Moved(self, Unit.WORKING_DAYS, lift(count), back=True)


def lift(value: object) -> Expression:
    """The value as an expression."""
    if isinstance(value, Expression):
        return value
    return Constant(str(value) if isinstance(value, Enum) else value)


def _need(condition: bool, says: str) -> None:
    if not condition:
        raise WrongExpression(says)


@dataclass(frozen=True, eq=False)
class Constant(Expression):
    """A value written in the expression itself; None is "not known" of a given type."""

    value: Any
    of: Type | None = None

    @property
    def type(self) -> Type:  # type: ignore[override]
        return self.of or _type_of(self.value)

    def __post_init__(self) -> None:
        if self.of is None:
            _type_of(self.value)


def _type_of(value: object) -> Type:
    match value:
        case bool():
            return Type.YES_NO
        case int():
            return Type.WHOLE
        case date() if not isinstance(value, datetime):
            return Type.DATE
        case str():
            return Type.TEXT
        case tuple() if all(isinstance(item, str) for item in value):
            return Type.TEXTS
    raise WrongExpression(f"{value!r} is neither a date, yes or no, a whole number, a text nor texts.")


@dataclass(frozen=True, eq=False)
class Name(Expression):
    """A value that the row holds under a name: a column, or a fact."""

    name: str
    type: Type


@dataclass(frozen=True, eq=False)
class Local(Expression):
    """A number or list that each area sets for itself; looked up when the expression is run."""

    key: str
    type: Type


@dataclass(frozen=True, eq=False)
class Today(Expression):
    """The day for which the question is asked; passed in, never read from a clock."""

    @property
    def type(self) -> Type:  # type: ignore[override]
        return Type.DATE


@dataclass(frozen=True, eq=False)
class Compare(Expression):
    """Whether two values of one type stand in a relation; not known where either is not."""

    relation: str
    left: Expression
    right: Expression
    type = Type.YES_NO

    def __post_init__(self) -> None:
        left, right = self.left.type, self.right.type
        _need(left is right, f"A {left.value} cannot be compared with a {right.value}.")
        _need(left is not Type.TEXTS, "Lists of texts are not compared; ask with is_in whether a text is in one.")
        ordered = left in (Type.DATE, Type.WHOLE)
        _need(ordered or self.relation in ("==", "!="), f"A {left.value} has no order; compare it with == or !=.")


@dataclass(frozen=True, eq=False)
class And(Expression):
    """Yes where both are; no where either is no, even if the other is not known."""

    left: Expression
    right: Expression
    type = Type.YES_NO

    def __post_init__(self) -> None:
        _need_yes_no(self.left, self.right)


@dataclass(frozen=True, eq=False)
class Or(Expression):
    """Yes where either is, even if the other is not known; no where both are no."""

    left: Expression
    right: Expression
    type = Type.YES_NO

    def __post_init__(self) -> None:
        _need_yes_no(self.left, self.right)


@dataclass(frozen=True, eq=False)
class Not(Expression):
    """The opposite; not known stays not known."""

    of: Expression
    type = Type.YES_NO

    def __post_init__(self) -> None:
        _need_yes_no(self.of)


@dataclass(frozen=True, eq=False)
class IsKnown(Expression):
    """Whether there is a value."""

    of: Expression
    type = Type.YES_NO


@dataclass(frozen=True, eq=False)
class IsTrue(Expression):
    """Whether it is known to be so."""

    of: Expression
    type = Type.YES_NO

    def __post_init__(self) -> None:
        _need_yes_no(self.of)


@dataclass(frozen=True, eq=False)
class IsIn(Expression):
    """Whether a text is among texts; not known where the text is not."""

    of: Expression
    choices: Expression
    type = Type.YES_NO

    def __post_init__(self) -> None:
        _need(self.of.type is Type.TEXT, f"Only a text can be looked up in a list, not a {self.of.type.value}.")
        listed = isinstance(self.choices, Constant | Local) and self.choices.type is Type.TEXTS
        _need(listed, "What a text is looked up in must be texts, or a setting that lists texts.")


@dataclass(frozen=True, eq=False)
class Moved(Expression):
    """A date moved on, or back, by a number of days, months or working days; the number is fixed or a setting."""

    of: Expression
    unit: Unit
    count: Expression
    back: bool = False
    type = Type.DATE

    def __post_init__(self) -> None:
        _need(self.of.type is Type.DATE, f"Only a date can be moved, not a {self.of.type.value}.")
        fixed = isinstance(self.count, Constant | Local) and self.count.type is Type.WHOLE
        _need(fixed, "A date is moved by a whole number or by a setting that is one.")


@dataclass(frozen=True, eq=False)
class Earliest(Expression):
    """The earliest of several dates, of those that are known."""

    of: tuple[Expression, ...]
    type = Type.DATE

    def __post_init__(self) -> None:
        _need_dates(self.of)


@dataclass(frozen=True, eq=False)
class Latest(Expression):
    """The latest of several dates, of those that are known."""

    of: tuple[Expression, ...]
    type = Type.DATE

    def __post_init__(self) -> None:
        _need_dates(self.of)


@dataclass(frozen=True, eq=False)
class Cases(Expression):
    """The value beside the first condition that holds; otherwise the last value.

    A condition that is not known makes the whole not known: nobody can say which case it is.
    """

    cases: tuple[tuple[Expression, Expression], ...]
    otherwise: Expression

    @property
    def type(self) -> Type:  # type: ignore[override]
        return self.otherwise.type

    def __post_init__(self) -> None:
        for condition, value in self.cases:
            _need_yes_no(condition)
            _need(self.type is not Type.TEXTS, "Cases yield single values, not lists of texts.")
            _need(value.type is self.type, f"Cases yield one type, not a {value.type.value} and a {self.type.value}.")


@dataclass(frozen=True, eq=False)
class HowMany(Expression):
    """How many of several yes-or-noes are so; not known where any of them is not."""

    of: tuple[Expression, ...]
    type = Type.WHOLE

    def __post_init__(self) -> None:
        _need(len(self.of) > 0, "At least one yes or no is needed.")
        _need_yes_no(*self.of)


def _need_yes_no(*parts: Expression) -> None:
    for part in parts:
        _need(part.type is Type.YES_NO, f"A yes or no is needed here, not a {part.type.value}.")


def _need_dates(parts: tuple[Expression, ...]) -> None:
    _need(len(parts) > 0, "At least one date is needed.")
    for part in parts:
        _need(part.type is Type.DATE, f"Dates are needed here, not a {part.type.value}.")


TODAY = Today()


def earliest_of(*dates: Expression) -> Earliest:
    """The earliest of the dates that are known."""
    return Earliest(dates)


def latest_of(*dates: Expression) -> Latest:
    """The latest of the dates that are known."""
    return Latest(dates)


def how_many(*conditions: Expression) -> HowMany:
    """How many of the conditions hold."""
    return HowMany(conditions)


def cases(*choices: tuple[Expression, object], otherwise: object) -> Cases:
    """The value beside the first condition that holds."""
    return Cases(tuple((condition, lift(value)) for condition, value in choices), lift(otherwise))


def unknown(type: Type) -> Constant:
    """A value of that type that is not known."""
    return Constant(None, type)

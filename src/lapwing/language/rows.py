"""What expressions mean over one row: plain Python, the reference that frames are held to.

An expression is made once into a function of a row (a mapping from names to values); running that is what
a write in the web application does for one child.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from lapwing.language.amounts import Reduced
from lapwing.language.calendar import add_months, add_working_days
from lapwing.language.delivered import Delivered
from lapwing.language.expressions import (
    And,
    Cases,
    Compare,
    Constant,
    Earliest,
    Expression,
    HowMany,
    IsIn,
    IsKnown,
    IsTrue,
    Latest,
    Local,
    Moved,
    Name,
    Not,
    Or,
    Today,
    Unit,
)
from lapwing.language.local_parts import LocalPart, looked_up

Row = Mapping[str, Any]
Meaning = Callable[[Row], Any]

RELATIONS: dict[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


@dataclass(frozen=True)
class Given:
    """What an expression is run with, besides its row.

    `local` holds the value of each setting. `blind` names the values about which the source says nothing:
    where one of them is missing, that it is missing is not known either. `delivered` has, by table, the last day
    on which anything of it reached the source.
    """

    today: date
    local: Mapping[str, Any] = field(default_factory=dict)
    blind: Collection[str] = frozenset()
    delivered: Mapping[str, date] = field(default_factory=dict)

    def count(self, moved: Moved) -> int:
        """By how much a date is moved, back being negative."""
        count = int(self.fixed(moved.count))
        return -count if moved.back else count

    def choices(self, lookup: IsIn) -> tuple[str, ...]:
        """The texts that a text is looked up in."""
        return tuple(self.fixed(lookup.choices))

    def fixed(self, value: Expression) -> Any:
        """The value of a constant or of a setting."""
        return self.local[looked_up(value)] if isinstance(value, Local) else getattr(value, "value", None)

    def is_blind(self, expression: Expression) -> bool:
        """Whether the expression rests on anything the source says nothing about."""
        return any(isinstance(part, Name) and part.name in self.blind for part in expression.walk())


def meaning(expression: Expression, given: Given) -> Meaning:
    """The expression as a function of a row."""
    return _MEANINGS.get(type(expression), _name)(expression, given)


def _constant(node: Constant, given: Given) -> Meaning:
    value = node.value
    return lambda row: value


def _name(node: Name, given: Given) -> Meaning:
    return operator.itemgetter(node.name)


def _local(node: Local, given: Given) -> Meaning:
    value = given.local[looked_up(node)]
    return lambda row: value


def _today(node: Today, given: Given) -> Meaning:
    today = given.today
    return lambda row: today


def _delivered(node: Delivered, given: Given) -> Meaning:
    day = given.delivered.get(node.table)
    return lambda row: day


def _reduced(node: Reduced, given: Given) -> Meaning:
    of, kept = meaning(node.of, given), 100 - int(given.fixed(node.percent))

    def run(row: Row) -> int | None:
        number = of(row)
        return None if number is None else -(-number * kept // 100)

    return run


def _compare(node: Compare, given: Given) -> Meaning:
    left, right, holds = meaning(node.left, given), meaning(node.right, given), RELATIONS[node.relation]

    def run(row: Row) -> bool | None:
        a, b = left(row), right(row)
        return None if a is None or b is None else holds(a, b)

    return run


def _and(node: And, given: Given) -> Meaning:
    left, right = meaning(node.left, given), meaning(node.right, given)

    def run(row: Row) -> bool | None:
        a = left(row)
        if a is False:
            return False
        b = right(row)
        return False if b is False else None if a is None or b is None else True

    return run


def _or(node: Or, given: Given) -> Meaning:
    left, right = meaning(node.left, given), meaning(node.right, given)

    def run(row: Row) -> bool | None:
        a = left(row)
        if a is True:
            return True
        b = right(row)
        return True if b is True else None if a is None or b is None else False

    return run


def _not(node: Not, given: Given) -> Meaning:
    of = meaning(node.of, given)

    def run(row: Row) -> bool | None:
        value = of(row)
        return None if value is None else not value

    return run


def _is_known(node: IsKnown, given: Given) -> Meaning:
    of = meaning(node.of, given)
    missing = None if given.is_blind(node.of) else False
    return lambda row: missing if of(row) is None else True


def _is_true(node: IsTrue, given: Given) -> Meaning:
    of = meaning(node.of, given)
    return lambda row: of(row) is True


def _is_in(node: IsIn, given: Given) -> Meaning:
    of, choices = meaning(node.of, given), frozenset(given.choices(node))

    def run(row: Row) -> bool | None:
        value = of(row)
        return None if value is None else value in choices

    return run


def _moved(node: Moved, given: Given) -> Meaning:
    of, count, move = meaning(node.of, given), given.count(node), _MOVES[node.unit]

    def run(row: Row) -> date | None:
        day = of(row)
        return None if day is None else move(day, count)

    return run


_MOVES: dict[Unit, Callable[[date, int], date | None]] = {
    Unit.DAYS: lambda day, count: day + timedelta(count),
    Unit.MONTHS: add_months,
    Unit.WORKING_DAYS: add_working_days,
}


def _extreme(node: Earliest | Latest, given: Given) -> Meaning:
    parts, pick = [meaning(part, given) for part in node.of], min if isinstance(node, Earliest) else max
    return lambda row: pick((day for part in parts if (day := part(row)) is not None), default=None)


def _how_many(node: HowMany, given: Given) -> Meaning:
    parts = [meaning(part, given) for part in node.of]

    def run(row: Row) -> int | None:
        held = [part(row) for part in parts]
        return None if None in held else sum(held)

    return run


def _cases(node: Cases, given: Given) -> Meaning:
    choices = [(meaning(condition, given), meaning(value, given)) for condition, value in node.cases]
    otherwise = meaning(node.otherwise, given)

    def run(row: Row) -> Any:
        for condition, value in choices:
            holds = condition(row)
            if holds is None:
                return None
            if holds:
                return value(row)
        return otherwise(row)

    return run


_MEANINGS: dict[type, Callable[[Any, Given], Meaning]] = {
    Constant: _constant,
    Name: _name,
    Local: _local,
    LocalPart: _local,
    Today: _today,
    Delivered: _delivered,
    Reduced: _reduced,
    Compare: _compare,
    And: _and,
    Or: _or,
    Not: _not,
    IsKnown: _is_known,
    IsTrue: _is_true,
    IsIn: _is_in,
    Moved: _moved,
    Earliest: _extreme,
    Latest: _extreme,
    HowMany: _how_many,
    Cases: _cases,
}

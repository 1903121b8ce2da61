"""Random well-typed expressions over a small table of facts, and the values that such a table may hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from random import Random
from typing import Any

from lapwing.language import expressions as ex
from lapwing.language.amounts import Reduced
from lapwing.language.delivered import Delivered
from lapwing.language.expressions import TODAY, Expression, Local, Name, Type
from lapwing.language.rows import Given

DAY = date(2026, 4, 7)
"""The day of the question: the first working day after Easter."""
NAMES: Mapping[Type, tuple[str, ...]] = {
    Type.DATE: ("began_on", "ended_on", "due_on", "seen_on"),
    Type.YES_NO: ("agreed", "urgent", "shared"),
    Type.TEXT: ("kind", "status"),
    Type.WHOLE: ("number", "weeks"),
}
"""The columns of the table of facts, by what they hold."""
TYPES = {name: type for type, names in NAMES.items() for name in names}
DATES = (
    *(date(2026, 4, day) for day in (2, 3, 4, 5, 6, 7, 8)),
    *(date(2025, 12, 24), date(2025, 12, 31), date(2026, 1, 1), date(2026, 5, 31), date(2026, 8, 31)),
    *(date(2024, 2, 29), date(2028, 2, 29), date(2026, 1, 31), date(1990, 1, 2), date(2050, 12, 30)),
    *(date(1989, 12, 31), date(2051, 1, 1)),  # where the calendar of working days does not reach
)
VALUES: Mapping[Type, tuple[Any, ...]] = {
    Type.DATE: DATES,
    Type.YES_NO: (True, False),
    Type.TEXT: ("pre_birth", "review", "ended", "", "it's"),
    Type.WHOLE: (0, 1, 2, 40, -3, 3405),
}
LOCAL = {"area.few": 2, "area.many": 40, "area.kinds": ("review", "ended"), "area.nothing": ()}
FEW, MANY = Local("area.few", Type.WHOLE), Local("area.many", Type.WHOLE)
DELIVERED = {"plan": date(2026, 4, 2)}
"""The last day on which plans reached the source; of meetings it does not say."""
COUNTS = (*map(ex.Constant, (0, 1, 2, 5, 15, 45)), FEW, MANY)
SAYS_OF_ITSELF = (Delivered("plan"), Delivered("meeting"))
RELATIONS = {Type.DATE: ("==", "!=", "<", "<=", ">", ">="), Type.WHOLE: ("==", "!=", "<", "<=", ">", ">=")}
EQUALITY = ("==", "!=")


def given(random: Random) -> Given:
    """The day, the area's settings, and a source that is silent about some of the facts."""
    return Given(DAY, LOCAL, frozenset(random.sample(sorted(TYPES), random.choice((0, 0, 1, 3)))), DELIVERED)


def columns(random: Random, rows: int) -> dict[str, list[Any]]:
    """A table of facts: for each name as many values, a third of them not known."""
    return {
        name: [None if random.random() < 0.33 else random.choice(VALUES[type]) for _ in range(rows)]
        for name, type in TYPES.items()
    }


class ExpressionMaker:
    """Makes well-typed expressions, the same ones for the same random numbers."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def any(self, depth: int) -> Expression:
        """An expression of any type, so many levels deep at the most."""
        return self.of(self._type(), depth)

    def of(self, type: Type, depth: int) -> Expression:
        """An expression that yields values of a type."""
        if depth == 0 or self.random.random() < 0.15:
            return self._leaf(type)
        branches = {Type.YES_NO: self._yes_no, Type.DATE: self._date, Type.WHOLE: self._whole}
        if type not in branches or self.random.random() < 0.15:
            return self._cases(type, depth - 1)
        return branches[type](depth - 1)

    def _type(self) -> Type:
        return self.random.choice(tuple(NAMES))

    def _leaf(self, type: Type) -> Expression:
        leaves: list[Expression] = [Name(name, type) for name in NAMES[type]] * 2
        leaves += [ex.Constant(self.random.choice(VALUES[type])), ex.unknown(type)]
        leaves += {Type.DATE: [TODAY, TODAY, *SAYS_OF_ITSELF], Type.WHOLE: [FEW]}.get(type, [])
        return self.random.choice(leaves)

    def _several(self, type: Type, depth: int) -> tuple[Expression, ...]:
        return tuple(self.of(type, depth) for _ in range(self.random.randint(1, 3)))

    def _cases(self, type: Type, depth: int) -> Expression:
        conditions = self._several(Type.YES_NO, depth)
        return ex.Cases(tuple((one, self.of(type, depth)) for one in conditions), self.of(type, depth))

    def _yes_no(self, depth: int) -> Expression:
        kinds: tuple[Callable[[], Expression], ...] = (
            lambda: ex.And(self.of(Type.YES_NO, depth), self.of(Type.YES_NO, depth)),
            lambda: ex.Or(self.of(Type.YES_NO, depth), self.of(Type.YES_NO, depth)),
            lambda: ex.Not(self.of(Type.YES_NO, depth)),
            lambda: ex.IsTrue(self.of(Type.YES_NO, depth)),
            lambda: ex.IsKnown(self.any(depth)),
            lambda: ex.IsIn(self.of(Type.TEXT, depth), self._choices()),
            lambda: self._compare(depth),
            lambda: self._compare(depth),
        )
        return self.random.choice(kinds)()

    def _compare(self, depth: int) -> Expression:
        type = self._type()
        relation = self.random.choice(RELATIONS.get(type, EQUALITY))
        return ex.Compare(relation, self.of(type, depth), self.of(type, depth))

    def _choices(self) -> Expression:
        listed = tuple(self.random.sample(VALUES[Type.TEXT], self.random.randint(0, 3)))
        settings = [Local("area.kinds", Type.TEXTS), Local("area.nothing", Type.TEXTS)]
        return self.random.choice((ex.Constant(listed), ex.Constant(listed), *settings))

    def _whole(self, depth: int) -> Expression:
        if self.random.random() < 0.5:
            return ex.HowMany(self._several(Type.YES_NO, depth))
        return Reduced(self.of(Type.WHOLE, depth), self.random.choice(COUNTS))

    def _date(self, depth: int) -> Expression:
        if self.random.random() < 0.4:
            extreme = self.random.choice((ex.Earliest, ex.Latest))
            return extreme(self._several(Type.DATE, depth))
        unit, back = self.random.choice(tuple(ex.Unit)), self.random.random() < 0.5
        return ex.Moved(self.of(Type.DATE, depth), unit, self.random.choice(COUNTS), back)

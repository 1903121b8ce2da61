"""Random well-typed expressions over a small table of facts, and the values that such a table may hold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from random import Random
from typing import Any

from hypothesis import strategies as st

from lapwing.language import expressions as ex
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
    Type.WHOLE: (0, 1, 2, 40, -3),
}
LOCAL = {"area.few": 2, "area.many": 40, "area.kinds": ("review", "ended"), "area.nothing": ()}
COUNTS = st.one_of(
    st.sampled_from((0, 1, 2, 5, 15, 45)),
    st.sampled_from((Local("area.few", Type.WHOLE), Local("area.many", Type.WHOLE))),
)
CHOICES = st.one_of(
    st.lists(st.sampled_from(VALUES[Type.TEXT]), max_size=3).map(tuple).map(ex.Constant),
    st.sampled_from((Local("area.kinds", Type.TEXTS), Local("area.nothing", Type.TEXTS))),
)
BLIND = st.frozensets(st.sampled_from(sorted(TYPES)), max_size=3)


def givens() -> st.SearchStrategy[Given]:
    """A day, the area's settings, and a source that is silent about some of the facts."""
    return BLIND.map(lambda blind: Given(DAY, LOCAL, blind))


def columns(random: Random, rows: int) -> dict[str, list[Any]]:
    """A table of facts: for each name as many values, a third of them not known."""
    return {
        name: [None if random.random() < 0.33 else random.choice(VALUES[type]) for _ in range(rows)]
        for name, type in TYPES.items()
    }


def expressions(type: Type, depth: int = 3) -> st.SearchStrategy[Expression]:
    """Well-typed expressions that yield values of a type, so many levels deep at the most."""
    leaf = _leaves(type)
    return leaf if depth == 0 else st.one_of(leaf, *_branches(type, depth - 1))


def _leaves(type: Type) -> st.SearchStrategy[Expression]:
    leaves: list[st.SearchStrategy[Expression]] = [
        st.sampled_from(NAMES[type]).map(lambda name: Name(name, type)),
        st.sampled_from(VALUES[type]).map(ex.Constant),
        st.just(ex.unknown(type)),
    ]
    if type is Type.DATE:
        leaves.append(st.just(TODAY))
    if type is Type.WHOLE:
        leaves.append(st.just(Local("area.few", Type.WHOLE)))
    return st.one_of(*leaves)


def _branches(type: Type, depth: int) -> list[st.SearchStrategy[Expression]]:
    own = {Type.YES_NO: _yes_no, Type.DATE: _dates}.get(type, lambda depth: [])
    return [*own(depth), _cases(type, depth)]


def _cases(type: Type, depth: int) -> st.SearchStrategy[Expression]:
    case = st.tuples(expressions(Type.YES_NO, depth), expressions(type, depth))
    several = st.lists(case, min_size=1, max_size=3).map(tuple)
    return st.builds(ex.Cases, several, expressions(type, depth))


def _yes_no(depth: int) -> list[st.SearchStrategy[Expression]]:
    conditions = expressions(Type.YES_NO, depth)
    return [
        st.builds(ex.And, conditions, conditions),
        st.builds(ex.Or, conditions, conditions),
        st.builds(ex.Not, conditions),
        st.builds(ex.IsTrue, conditions),
        st.sampled_from(tuple(TYPES.values())).flatmap(lambda type: st.builds(ex.IsKnown, expressions(type, depth))),
        st.builds(ex.IsIn, expressions(Type.TEXT, depth), CHOICES),
        *(_compared(relation, type, depth) for relation, type in RELATIONS),
    ]


RELATIONS = [(relation, type) for relation in ("==", "!=") for type in NAMES]
RELATIONS += [(relation, type) for relation in ("<", "<=", ">", ">=") for type in (Type.DATE, Type.WHOLE)]


def _compared(relation: str, type: Type, depth: int) -> st.SearchStrategy[Expression]:
    return st.builds(ex.Compare, st.just(relation), expressions(type, depth), expressions(type, depth))


def _dates(depth: int) -> list[st.SearchStrategy[Expression]]:
    days = expressions(Type.DATE, depth)
    several = st.lists(days, min_size=1, max_size=3).map(tuple)
    move = st.builds(ex.Moved, days, st.sampled_from(ex.Unit), COUNTS.map(ex.lift), st.booleans())
    return [move, move, st.builds(ex.Earliest, several), st.builds(ex.Latest, several)]

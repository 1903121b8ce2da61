"""What expressions mean over a frame: Narwhals, and so Polars or Spark alike.

A date is moved by working days through a join with the calendar, which is added here as it is needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, reduce
from typing import Any, cast

import narwhals as nw
import polars as pl

from lapwing.language.calendar import every_day, moved_days
from lapwing.language.expressions import (
    And,
    Cases,
    Compare,
    Constant,
    Earliest,
    Expression,
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
    Type,
    Unit,
    spelled,
)
from lapwing.language.rows import RELATIONS, Given

DTYPES: Mapping[Type, Any] = {Type.DATE: nw.Date, Type.YES_NO: nw.Boolean, Type.WHOLE: nw.Int64, Type.TEXT: nw.String}
"""How each type is held in a frame."""


def with_values(frame: nw.LazyFrame[Any], wanted: Mapping[str, Expression], given: Given) -> nw.LazyFrame[Any]:
    """The frame with a column for each expression; its own columns stay."""
    compiler = _Compiler(given)
    moves = {spelled(move): move for expression in wanted.values() for move in _working_day_moves(expression)}
    for place, move in enumerate(moves.values()):
        frame = compiler.join_calendar(frame, move, f"_moved_{place}")
    added = [compiler.of(expression).alias(name) for name, expression in wanted.items()]
    return frame.with_columns(*added).drop(list(compiler.moved.values()))


def meaning(expression: Expression, given: Given) -> nw.Expr:
    """The expression over a frame; it must move nothing by working days."""
    return _Compiler(given).of(expression)


def _working_day_moves(expression: Expression) -> Iterator[Moved]:
    """Moves by working days, the innermost first."""
    for part in expression.parts():
        yield from _working_day_moves(part)
    if isinstance(expression, Moved) and expression.unit is Unit.WORKING_DAYS:
        yield expression


def calendar_like(frame: nw.LazyFrame[Any], count: int, day: str, moved: str) -> Any:
    """Every day beside the working day `count` away, on the same engine as a frame."""
    if frame.implementation.is_pyspark():
        calendar = nw.from_native(_spark_calendar(frame.to_native().sparkSession, count))
    else:
        calendar = nw.from_native(_polars_calendar(count).lazy())
    return calendar.rename({"day": day, "moved": moved})


@cache
def _spark_calendar(session: Any, count: int) -> Any:
    return session.createDataFrame(_polars_calendar(count).to_arrow())


@cache
def _polars_calendar(count: int) -> pl.DataFrame:
    return pl.DataFrame({"day": every_day(), "moved": moved_days(count)}, schema={"day": pl.Date, "moved": pl.Date})


def never_unknown(expression: Expression, given: Given) -> bool:
    """Whether a yes or no is always one or the other."""
    if isinstance(expression, And | Or):
        return never_unknown(expression.left, given) and never_unknown(expression.right, given)
    if isinstance(expression, Not):
        return never_unknown(expression.of, given)
    known = isinstance(expression, IsKnown) and not given.is_blind(expression)
    return known or isinstance(expression, IsTrue)


class _Compiler:
    """Turns expressions into Narwhals ones, for one set of givens."""

    def __init__(self, given: Given) -> None:
        self.given = given
        self.moved: dict[str, str] = {}

    def join_calendar(self, frame: nw.LazyFrame[Any], move: Moved, column: str) -> nw.LazyFrame[Any]:
        source, count = f"{column}_from", self.given.count(move)
        calendar = calendar_like(frame, count, source, column)
        frame = frame.with_columns(self.of(move.of).alias(source)).join(calendar, on=source, how="left")
        self.moved[spelled(move)] = column
        return frame.drop(source)

    def of(self, node: Expression) -> nw.Expr:
        compile_node = self._kinds.get(type(node), _Compiler._name)
        return cast(nw.Expr, compile_node(self, node))

    def _constant(self, node: Constant) -> nw.Expr:
        return nw.lit(node.value, dtype=DTYPES[node.type])

    def _name(self, node: Name) -> nw.Expr:
        return nw.col(node.name)

    def _local(self, node: Local) -> nw.Expr:
        return nw.lit(self.given.local[node.key], dtype=DTYPES[node.type])

    def _today(self, node: Today) -> nw.Expr:
        return nw.lit(self.given.today, dtype=nw.Date)

    def _compare(self, node: Compare) -> nw.Expr:
        return RELATIONS[node.relation](self.of(node.left), self.of(node.right))  # type: ignore[no-any-return]

    def _and(self, node: And) -> nw.Expr:
        return self.of(node.left) & self.of(node.right)

    def _or(self, node: Or) -> nw.Expr:
        return self.of(node.left) | self.of(node.right)

    def _not(self, node: Not) -> nw.Expr:
        return ~self.of(node.of)

    def _is_known(self, node: IsKnown) -> nw.Expr:
        missing = self.of(node.of).is_null()
        if not self.given.is_blind(node.of):
            return ~missing
        return nw.when(~missing).then(nw.lit(True)).otherwise(nw.lit(None, dtype=nw.Boolean))

    def _is_true(self, node: IsTrue) -> nw.Expr:
        return self.of(node.of).fill_null(False)

    def _is_in(self, node: IsIn) -> nw.Expr:
        choices = self.given.choices(node)
        of = self.of(node.of)
        return of.is_in(list(choices)) if choices else of.is_null() & nw.lit(None, dtype=nw.Boolean)

    def _moved(self, node: Moved) -> nw.Expr:
        if node.unit is Unit.WORKING_DAYS:
            return nw.col(self.moved[spelled(node)])
        step = f"{self.given.count(node)}{'d' if node.unit is Unit.DAYS else 'mo'}"
        return self.of(node.of).dt.offset_by(step).cast(nw.Date)

    def _extreme(self, node: Earliest | Latest) -> nw.Expr:
        parts = [self.of(part) for part in node.of]
        if len(parts) == 1:
            return parts[0]
        return nw.min_horizontal(*parts) if isinstance(node, Earliest) else nw.max_horizontal(*parts)

    def _cases(self, node: Cases) -> nw.Expr:
        nothing = nw.lit(None, dtype=DTYPES[node.type])

        def wrap(rest: nw.Expr, case: tuple[Expression, Expression]) -> nw.Expr:
            condition = self.of(case[0])
            chosen = nw.when(condition).then(self.of(case[1])).otherwise(rest)
            if never_unknown(case[0], self.given):
                return chosen
            return nw.when(condition.is_null()).then(nothing).otherwise(chosen)

        return reduce(wrap, reversed(node.cases), self.of(node.otherwise))

    _kinds: Mapping[type[Expression], Any] = {
        Constant: _constant,
        Name: _name,
        Local: _local,
        Today: _today,
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
        Cases: _cases,
    }

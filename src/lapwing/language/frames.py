"""What expressions mean over a frame: on Polars directly, on Spark through Narwhals, whose words are Polars' own.

A date is moved by working days through a join with the calendar, which is added here as it is needed.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache, reduce
from typing import Any, cast

import narwhals as nw
import polars as pl

from lapwing.language.amounts import Reduced
from lapwing.language.calendar import every_day, moved_days
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
    Type,
    Unit,
)
from lapwing.language.local_parts import LocalPart, looked_up
from lapwing.language.rows import RELATIONS, Given
from lapwing.language.spelling import spelled

TYPES: Mapping[Type, str] = {Type.DATE: "Date", Type.YES_NO: "Boolean", Type.WHOLE: "Int64", Type.TEXT: "String"}
"""How each type is held in a frame, by the name that Narwhals and Polars share."""


def with_values(frame: nw.LazyFrame[Any], wanted: Mapping[str, Expression], given: Given) -> nw.LazyFrame[Any]:
    """The frame with a column for each expression; its own columns stay."""
    return _in_its_own_words(frame, lambda native, words: _Compiler(given, words).added(native, wanted))


def values_alone(
    frame: nw.LazyFrame[Any], keys: Iterable[str], wanted: Mapping[str, Expression], given: Given
) -> nw.LazyFrame[Any]:
    """Some columns of the frame and one for each expression; these must move nothing by working days."""
    return _in_its_own_words(
        frame, lambda native, words: native.select(*keys, *_Compiler(given, words).columns(wanted))
    )


def _in_its_own_words(frame: nw.LazyFrame[Any], work: Callable[[Any, Any], Any]) -> nw.LazyFrame[Any]:
    """Polars is spoken to directly, since Narwhals takes longer to translate for it than an area takes to run."""
    if frame.implementation.is_polars():
        return cast(nw.LazyFrame[Any], nw.from_native(work(frame.to_native(), pl)))
    return cast(nw.LazyFrame[Any], work(frame, nw))


def _working_day_moves(expression: Expression) -> Iterator[Moved]:
    """Moves by working days, the innermost first."""
    for part in expression.parts():
        yield from _working_day_moves(part)
    if isinstance(expression, Moved) and expression.unit is Unit.WORKING_DAYS:
        yield expression


def calendar_like(frame: Any, count: int, day: str, moved: str) -> Any:
    """Every day beside the working day `count` away, on the same engine as a frame."""
    if isinstance(frame, pl.LazyFrame):
        return _polars_calendar(count).lazy().rename({"day": day, "moved": moved})
    calendar = nw.from_native(_spark_calendar(frame.to_native().sparkSession, count))
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


@lru_cache(maxsize=4096, typed=True)
def _literal(words: Any, value: Any, type: Type) -> Any:
    """A constant; the same few stand in almost every rule."""
    return words.lit(value, dtype=getattr(words, TYPES[type]))


class _Compiler:
    """Turns expressions into those of Narwhals or Polars, whose words are the same, for one set of givens."""

    def __init__(self, given: Given, words: Any) -> None:
        self.given = given
        self.words = words
        self.moved: dict[str, str] = {}

    def added(self, frame: Any, wanted: Mapping[str, Expression]) -> Any:
        """The frame with the expressions as columns."""
        moves = {spelled(move): move for expression in wanted.values() for move in _working_day_moves(expression)}
        for place, move in enumerate(moves.values()):
            frame = self._join_calendar(frame, move, f"_moved_{place}")
        return frame.with_columns(*self.columns(wanted)).drop(list(self.moved.values()))

    def columns(self, wanted: Mapping[str, Expression]) -> list[Any]:
        """Each expression under its name."""
        return [self.of(expression).alias(name) for name, expression in wanted.items()]

    def _join_calendar(self, frame: Any, move: Moved, column: str) -> Any:
        source, count = f"{column}_from", self.given.count(move)
        calendar = calendar_like(frame, count, source, column)
        frame = frame.with_columns(self.of(move.of).alias(source)).join(calendar, on=source, how="left")
        self.moved[spelled(move)] = column
        return frame.drop(source)

    def of(self, node: Expression) -> Any:
        """The expression."""
        return self._kinds.get(type(node), _Compiler._name)(self, node)

    def _type(self, type: Type) -> Any:
        return getattr(self.words, TYPES[type])

    def _nothing(self, type: Type) -> Any:
        return _literal(self.words, None, type)

    def _constant(self, node: Constant) -> Any:
        return _literal(self.words, node.value, node.type)

    def _name(self, node: Name) -> Any:
        return self.words.col(node.name)

    def _local(self, node: Local) -> Any:
        return self.words.lit(self.given.local[looked_up(node)], dtype=self._type(node.type))

    def _today(self, node: Today) -> Any:
        return self.words.lit(self.given.today, dtype=self._type(Type.DATE))

    def _delivered(self, node: Delivered) -> Any:
        return self.words.lit(self.given.delivered.get(node.table), dtype=self._type(Type.DATE))

    def _reduced(self, node: Reduced) -> Any:
        kept = 100 - int(self.given.fixed(node.percent))
        return (-((-self.of(node.of) * kept) // 100)).cast(self._type(Type.WHOLE))

    def _compare(self, node: Compare) -> Any:
        return RELATIONS[node.relation](self.of(node.left), self.of(node.right))

    def _and(self, node: And) -> Any:
        return self.of(node.left) & self.of(node.right)

    def _or(self, node: Or) -> Any:
        return self.of(node.left) | self.of(node.right)

    def _not(self, node: Not) -> Any:
        return ~self.of(node.of)

    def _is_known(self, node: IsKnown) -> Any:
        missing = self.of(node.of).is_null()
        if not self.given.is_blind(node.of):
            return ~missing
        return self.words.when(~missing).then(self.words.lit(True)).otherwise(self._nothing(Type.YES_NO))

    def _is_true(self, node: IsTrue) -> Any:
        return self.of(node.of).fill_null(False)

    def _is_in(self, node: IsIn) -> Any:
        choices = self.given.choices(node)
        of = self.of(node.of)
        return of.is_in(list(choices)) if choices else of.is_null() & self._nothing(Type.YES_NO)

    def _moved(self, node: Moved) -> Any:
        if node.unit is Unit.WORKING_DAYS:
            return self.words.col(self.moved[spelled(node)])
        step = f"{self.given.count(node)}{'d' if node.unit is Unit.DAYS else 'mo'}"
        return self.of(node.of).dt.offset_by(step).cast(self._type(Type.DATE))

    def _extreme(self, node: Earliest | Latest) -> Any:
        parts = [self.of(part) for part in node.of]
        if len(parts) == 1:
            return parts[0]
        return self.words.min_horizontal(*parts) if isinstance(node, Earliest) else self.words.max_horizontal(*parts)

    def _how_many(self, node: HowMany) -> Any:
        return reduce(operator.add, (self.of(part).cast(self._type(Type.WHOLE)) for part in node.of))

    def _cases(self, node: Cases) -> Any:
        nothing = self._nothing(node.type)

        def wrap(rest: Any, case: tuple[Expression, Expression]) -> Any:
            condition = self.of(case[0])
            chosen = self.words.when(condition).then(self.of(case[1])).otherwise(rest)
            if never_unknown(case[0], self.given):
                return chosen
            return self.words.when(condition.is_null()).then(nothing).otherwise(chosen)

        return reduce(wrap, reversed(node.cases), self.of(node.otherwise))

    _kinds: Mapping[type[Expression], Any] = {
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

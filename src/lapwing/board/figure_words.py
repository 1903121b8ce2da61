"""A figure in words: its range, what is not in it, and the days or weeks that lie behind it."""

from __future__ import annotations

from lapwing.board.figures import Figure
from lapwing.engine.measure import MEASURES, SpanKind

A_WEEK = 7
NOT_TOLD = "not told"


def with_range(figure: Figure) -> str:
    """What a figure says, with the range in which the true share lies where one can be told."""
    if figure.low is None or figure.high is None:
        return figure.says
    return f"{figure.says}, between {figure.low:.0%} and {figure.high:.0%}"


def not_in_it(figure: Figure) -> str:
    """How many were left out and of how many it cannot be told, as far as that may be told."""
    said = ((figure.left_out, "left out"), (figure.cannot_tell, "cannot tell"))
    if all(number is None for number, _ in said):
        return NOT_TOLD
    return "; ".join(f"{words}: {number}" for number, words in said if number) or "nobody"


def how_long(figure: Figure) -> str:
    """The median and the tail of the days or the gestation behind a figure."""
    span = MEASURES[figure.measure].span
    if span is None:
        return "not asked"
    if figure.median is None:
        return NOT_TOLD
    tail = f", nine in ten by {_long(figure.tail, span.kind)}" if figure.tail is not None else ""
    return f"{span.label}: half by {_long(figure.median, span.kind)}{tail}"


def _long(days: int, kind: SpanKind) -> str:
    if kind is SpanKind.GESTATION:
        return f"{days // A_WEEK} weeks and {days % A_WEEK} days"
    return "1 day" if days == 1 else f"{days} days"

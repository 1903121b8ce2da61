"""A figure in words: its range, what is not in it, and the days or weeks that lie behind it."""

from __future__ import annotations

from lapwing.board.figures import Figure
from lapwing.engine.measure import MEASURES, SpanKind

A_WEEK = 7
KEPT_BACK = "kept back"


def with_range(figure: Figure) -> str:
    """What a figure says, with the range in which the true share lies where one can be told."""
    if figure.low is None or figure.high is None:
        return figure.says
    return f"{figure.says}, between {figure.low:.0%} and {figure.high:.0%}"


def not_in_it(figure: Figure) -> str:
    """How many were left out and of how many it cannot be told; empty where there are none."""
    if figure.counted_on is None:
        return ""
    said = ((figure.left_out, "left out"), (figure.cannot_tell, "cannot tell"))
    return "; ".join(f"{words}: {KEPT_BACK if number is None else number}" for number, words in said if number != 0)


def how_long(figure: Figure) -> str:
    """The median and the tail of the days or the gestation behind a figure; empty where there are none to tell."""
    span = MEASURES[figure.measure].span
    if span is None or figure.median is None:
        return ""
    tail = f", nine in ten by {_long(figure.tail, span.kind)}" if figure.tail is not None else ""
    return f"{span.label}: half by {_long(figure.median, span.kind)}{tail}"


def _long(days: int, kind: SpanKind) -> str:
    if kind is SpanKind.GESTATION:
        return f"{days // A_WEEK} weeks and {days % A_WEEK} days"
    return "1 day" if days == 1 else f"{days} days"

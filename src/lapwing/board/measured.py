"""The figures that stand beside a register: of every measure that serves its lesson."""

from __future__ import annotations

from lapwing.board.figures import Figure, divided, latest
from lapwing.measures import MEASURES


def figures_of(lesson: str) -> list[Figure]:
    """The latest figure of each measure of a lesson, in the order of the measures."""
    return [latest(code) for code, measure in MEASURES.items() if measure.lesson.id == lesson]


def figures_by_agency(lesson: str) -> list[tuple[Figure, tuple[tuple[str, Figure], ...]]]:
    """The same, each with what it is by agency, as far as that may be told."""
    return [(one, divided(one.measure, "agency")) for one in figures_of(lesson)]

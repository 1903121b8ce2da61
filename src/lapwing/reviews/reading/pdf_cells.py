"""Cells: lines that stand side by side, as in a table with or without rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from lapwing.reviews.reading.pdf_pages import Line

_TAB = 0.7
"""A gap from here on, in sizes of the letters, is more than a space, and ends a cell where others begin behind it."""


def split_at_tabs(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, each parted where a gap comes before a place at which two other lines begin."""
    starts = Counter(round(line.x0) for line in lines)
    split: list[Line] = []
    for line in lines:
        cells: list[Line] = []
        for at in range(len(line.words) - 1, 0, -1):
            word, before = line.words[at], line.words[at - 1]
            if word.x0 - before.x1 >= _TAB * line.size and _begin_at(starts, word.x0) > 1:
                cells.append(_parted(line, at))
        split += [line, *reversed(cells)]
    return split


def _begin_at(starts: Counter[int], x: float) -> int:
    return starts[round(x)] + starts[round(x) - 1] + starts[round(x) + 1]


def _parted(line: Line, at: int) -> Line:
    """Takes the words from a place on off a line, as another on the same row."""
    after = Line(line.page, line.row, line.words[at:], line.size, line.bold, line.italic)
    after.settle()
    marker, left = line.marker, line.left
    line.words = line.words[:at]
    line.settle()
    if marker:
        line.take_marker(marker, left)
    return after


@dataclass(slots=True)
class Cells:
    """Which lines of a page stand side by side as cells do (by id), and where the next to the right of each begins."""

    lines: set[int] = field(default_factory=set)
    right_of: dict[int, float] = field(default_factory=dict)


def cells_of(lines: Sequence[Line]) -> Cells:
    """The cells among the lines of a page; two columns of prose are none."""
    cells = Cells()
    by_height = sorted(lines, key=lambda line: -line.y)
    for at, line in enumerate(by_height):
        for other in by_height[at + 1 :]:
            apart = line.y - other.y
            if apart > 1.6 * line.size:
                break
            left, right = (line, other) if line.x0 < other.x0 else (other, line)
            if right.left < left.x1 - 1:
                continue
            edge = right.left - 0.5 * right.size
            cells.right_of[id(left)] = min(edge, cells.right_of.get(id(left), edge))
            if apart < 1.05 * min(line.size, other.size):
                cells.lines |= {id(left), id(right)}
    if _are_columns(lines, cells):
        cells.lines.clear()
    return cells


def _are_columns(lines: Sequence[Line], cells: Cells) -> bool:
    """Whether most lines stand side by side and are long, as in columns of prose."""
    beside = [line for line in lines if id(line) in cells.lines]
    if len(beside) < 12 or len(beside) < 0.5 * len(lines):
        return False
    starts = Counter(round(line.x0 / 6) for line in beside)
    common = sum(times for _, times in starts.most_common(2))
    return common > 0.7 * len(beside) and sum(len(line.text) for line in beside) / len(beside) > 28

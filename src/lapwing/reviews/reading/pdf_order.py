"""The order in which the lines of a page are read.

Most programs draw a page in the order of reading, which also keeps the cells of a table together, so that order is
kept; only what stands wholly above something else comes before it, and columns drawn line by line are taken apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lapwing.reviews.reading.pdf_pages import Line

Run = list[Line]
"""Lines drawn one after the other from the top downwards."""


MOST_RUNS = 100
"""The labels of a large chart may be drawn in any order; beyond this many the order drawn is kept."""


def in_reading_order(lines: Sequence[Line]) -> list[Run]:
    """The lines of a page as runs, in the order of reading."""
    runs: list[Run] = []
    for run in _runs(lines):
        runs += _columns(run)
    return _from_the_top(runs) if len(runs) <= MOST_RUNS else runs


def _runs(lines: Sequence[Line]) -> list[Run]:
    runs: list[Run] = []
    for line in lines:
        if not runs or line.y > runs[-1][-1].y + 0.45 * line.size:
            runs.append([])
        runs[-1].append(line)
    return runs


def _from_the_top(runs: list[Run]) -> list[Run]:
    """In the order drawn, except that a run comes after all that lie wholly above it."""
    waiting = [(max(line.y for line in run), min(line.y for line in run), run) for run in runs]
    ordered: list[Run] = []
    while waiting:
        for at, (top, _, _) in enumerate(waiting):
            if not any(other is not waiting[at] and other[1] > top + 1 for other in waiting):
                break
        ordered.append(waiting.pop(at)[2])
    return ordered


_FEWEST_ROWS = 8
_FEWEST_LETTERS = 22


def _columns(run: Run) -> list[Run]:
    """Takes two columns of prose apart that were drawn line by line across the page."""
    by_row: dict[int, list[Line]] = {}
    for line in run:
        by_row.setdefault(line.row, []).append(line)
    pairs = [row for row in by_row.values() if len(row) == 2]
    if len(pairs) < _FEWEST_ROWS:
        return [run]
    edge, times = Counter(round(right.left / 3) for _, right in pairs).most_common(1)[0]
    letters = sum(min(len(left.text), len(right.text)) for left, right in pairs) / len(pairs)
    if times < 0.7 * len(pairs) or letters < _FEWEST_LETTERS:
        return [run]
    return _apart(list(by_row.values()), 3 * edge - 6)


def _apart(rows: list[list[Line]], edge: float) -> list[Run]:
    """Whatever goes across ends the columns above it."""
    runs: list[Run] = []
    left: Run = []
    right: Run = []
    for row in rows:
        if any(line.left < edge - 12 and line.x1 > edge + 12 for line in row):
            runs += [column for column in (left, right) if column]
            left, right = [], []
            runs.append(row)
        else:
            left += [line for line in row if line.left < edge]
            right += [line for line in row if line.left >= edge]
    return [*runs, *(column for column in (left, right) if column)]

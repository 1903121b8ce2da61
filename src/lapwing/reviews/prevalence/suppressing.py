"""Small numbers kept back, and as many others as keep them from being worked out.

A cell is by cohort and period; its counts are how many are present and how many absent, or for the sizes of columns a
single count. A cell is *small* where a count of it is from 1 to under the threshold. Cells of a cohort add up over the
periods, and those of a period over the cohorts, to a cell for `ALL`. Of reviews they need not, since a review may count
in two cohorts; they are treated as if it were known how many do.

Two things may not be had from what is shown: a small count itself, and the counts that the hidden cells of one line
have together, where those are small. Whether a count can be worked out is asked as a question of flows (Gusfield, 1988):
a hidden cell is open where others of the hidden can make up for a change of it without falling below nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lapwing.lessons.settings import shipped_settings

ALL = "all"
"""Instead of a cohort or a period: over all of them."""
THRESHOLD = shipped_settings().number("suppress.below")
"""Counts under this, but over nothing, are small: the number that is shipped for everything a Board shows."""

Key = tuple[str, str]
"""A cohort and a period, either of which may be `ALL`."""
Counts = tuple[int, ...]
"""Present and absent; or one count alone."""
Line = tuple[tuple[Key, ...], Key]
"""The cells that add up, and the cell that they add up to."""


def is_small(count: int, threshold: int) -> bool:
    """Whether a count could name a child."""
    return 0 < count < threshold


def hidden_cells(
    counts: Mapping[Key, Counts], threshold: int, also: Iterable[Key] = (), least_wanted: Iterable[str] = ()
) -> frozenset[Key]:
    """The cells that may not be shown, with those of `also`, which are hidden for another reason.

    Where something has to be hidden beside a small cell, cells of the cohorts and periods that are `least_wanted` are
    taken first.
    """
    small = {key for key, cell in counts.items() if any(is_small(count, threshold) for count in cell)}
    table = _Table(counts, threshold, tuple(_lines(counts)), frozenset(small), frozenset(least_wanted))
    hidden = small | set(also)
    while (more := table.to_hide_next(hidden)) is not None:
        hidden.add(more)
    return frozenset(hidden)


def _lines(counts: Mapping[Key, Counts]) -> Iterator[Line]:
    for place in (0, 1):
        for fixed in dict.fromkeys(key[1 - place] for key in counts):
            line = [key for key in counts if key[1 - place] == fixed]
            parts = tuple(key for key in line if key[place] != ALL)
            total = next((key for key in line if key[place] == ALL), None)
            if parts and total is not None:
                yield parts, total


@dataclass(frozen=True)
class _Table:
    counts: Mapping[Key, Counts]
    threshold: int
    lines: Sequence[Line]
    small: frozenset[Key]
    least_wanted: frozenset[str]

    def to_hide_next(self, hidden: set[Key]) -> Key | None:
        """A cell more to hide, or None where nothing small can be worked out."""
        for line in self.lines:
            shown = [key for key in (*line[0], line[1]) if key not in hidden]
            if shown and self._tells_small_sum(line, hidden):
                return min(shown, key=self._cost)
        ways = self._ways(hidden)
        for key in sorted(self.small):
            if not self._is_open(key, ways):
                beside = [other for line in self.lines if key in self.cells_of(line) for other in self.cells_of(line)]
                shown = [other for other in beside if other not in hidden] or list(self.counts.keys() - hidden)
                if shown:
                    return min(shown, key=self._cost)
        return None

    @staticmethod
    def cells_of(line: Line) -> tuple[Key, ...]:
        return (*line[0], line[1])

    def _cost(self, key: Key) -> tuple[int, bool, bool, int, Key]:
        """Totals last; before them cells that cannot make up for others; of the rest the least wanted and smallest first."""
        wanted = self.least_wanted.isdisjoint(key)
        return key.count(ALL), 0 in self.counts[key], wanted, sum(self.counts[key]), key

    def _tells_small_sum(self, line: Line, hidden: set[Key]) -> bool:
        """Whether the line's total is shown, and what its hidden cells have together is small."""
        parts, total = line
        together = [self.counts[key] for key in parts if key in hidden]
        if total in hidden or not together:
            return False
        return any(is_small(sum(counts), self.threshold) for counts in zip(*together, strict=True))

    def _can(self, key: Key, rises: bool) -> bool:
        """Whether one more (or one fewer) could be present in the cell, with as many assessed as there are."""
        counts = self._as_added_up[key]
        return (len(counts) == 1 or counts[1] > 0) if rises else counts[0] > 0

    @cached_property
    def _as_added_up(self) -> dict[Key, Counts]:
        """The counts with totals that are the sums of their parts."""
        sums = dict(self.counts)
        for parts, total in sorted(self.lines, key=lambda line: line[1].count(ALL)):
            sums[total] = tuple(map(sum, zip(*(sums[key] for key in parts), strict=True)))
        return sums

    def _ways(self, hidden: set[Key]) -> Ways:
        """How the hidden cells can pass a change on from line to line."""
        ways: Ways = {}
        for key in hidden:
            for rises in (True, False):
                if self._can(key, rises):
                    begins, ends = self._arc(key, rises)
                    ways.setdefault(begins, {}).setdefault(ends, set()).add(key)
        return ways

    def _is_open(self, key: Key, ways: Ways) -> bool:
        """Whether the cell could hold another number for all that is shown."""
        for rises in (True, False):
            begins, ends = self._arc(key, rises)
            if self._can(key, rises) and _is_reached(ways, ends, begins, without=key):
                return True
        return False

    def _arc(self, key: Key, rises: bool) -> tuple[int, int]:
        """From which line to which a change of the cell passes on what it adds; `GROUND` where no line binds it."""
        adds, takes = self._ends[key]
        return (adds, takes) if rises else (takes, adds)

    @cached_property
    def _ends(self) -> dict[Key, tuple[int, int]]:
        """The line that each cell adds to, and the one that it takes from, as the lines are turned."""
        signs: dict[Key, dict[int, int]] = {key: {} for key in self.counts}
        for at, (parts, total) in enumerate(self.lines):
            over_periods, grand = parts[0][0] == total[0], total == (ALL, ALL)
            turned = 1 if over_periods != grand else -1
            for key in (*parts, total):
                signs[key][-turned if key == total else turned] = at
        return {key: (of.get(1, GROUND), of.get(-1, GROUND)) for key, of in signs.items()}


GROUND = -1
Ways = dict[int, dict[int, set[Key]]]
"""The cells that lead from one line to another."""


def _is_reached(ways: Ways, start: int, goal: int, *, without: Key) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        at = waiting.pop()
        if at == goal:
            return True
        for after, cells in ways.get(at, {}).items():
            if after not in seen and cells != {without}:
                seen.add(after)
                waiting.append(after)
    return False

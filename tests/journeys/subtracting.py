"""Learning about a child by arithmetic alone: what is left when numbers that are told are taken from each other.

Whoever does so knows which groups and periods are part of which, and nothing else. They look for a number that is not
nothing, and smaller than what may be told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

Days = tuple[str, str]
Numbers = Mapping[str, int]
FEWEST = 5
LATEST, WHOLE, OVER_TIME, OVER_ALL = "Latest", "Whole window", "Over time", ", whole window"
KINDS = {"Holds of": "holds", "Of": "of", "Left out": "left out", "Cannot tell": "cannot tell"}


@dataclass(frozen=True)
class Line:
    """A line of a file: of which table and group, of which days, with every number that it tells."""

    table: str
    group: str
    days: Days
    numbers: Numbers


def lines_of(rows: Sequence[Mapping[str, str]]) -> list[Line]:
    """The lines of a file with numbers; of how many it does not hold is worked out at once."""
    found = []
    for row in rows:
        numbers = {kind: int(row[head]) for head, kind in KINDS.items() if row.get(head)}
        if {"holds", "of"} <= numbers.keys():
            numbers["does not hold"] = numbers["of"] - numbers["holds"]
        found.append(Line(row["Table"], row["Group"], (row["From"], row["To"]), numbers))
    return found


def left_over(lines: Sequence[Line]) -> Iterator[tuple[str, int]]:
    """Everything that can be worked out of a measure by taking away, with the way to it; numbers as they stand among it."""
    tables: dict[str, list[Line]] = defaultdict(list)
    for one in lines:
        tables[one.table].append(one)
        yield from ((f"{one.table} {one.group} {kind}", number) for kind, number in one.numbers.items())
    totals = [*tables.pop(LATEST, []), *tables.pop(WHOLE, [])]
    periods = tables.pop(OVER_TIME, [])
    runs = [periods[start:end] for start, end in combinations(range(len(periods) + 1), 2)]
    for total in totals:
        yield from (one for run in runs if _lies_in(run, total) for one in _taken(total, run))
        for some in tables.values():
            yield from _taken(total, [one for one in some if _lies_in([one], total)])
            yield from (left for one in some if _lies_in([one], total) for left in _taken(total, [one]))
    yield from (left for more, fewer in combinations(totals[::-1], 2) for left in _taken(more, [fewer]))
    for name, some in tables.items():
        before = {one.group: one for one in tables.get(f"{name}{OVER_ALL}", ())}
        yield from (left for one in some if one.group in before for left in _taken(before[one.group], [one]))


def given_away(lines: Sequence[Line]) -> list[tuple[str, int]]:
    """What was worked out that tells of fewer than may be told, or cannot be."""
    return [(way, number) for way, number in left_over(lines) if number < FEWEST and number != 0]


def _lies_in(some: Sequence[Line], total: Line) -> bool:
    return total.days[0] <= some[0].days[0] and some[-1].days[1] <= total.days[1]


def _taken(total: Line, some: Sequence[Line]) -> Iterator[tuple[str, int]]:
    """What is left of a total, for each kind that all of them tell; what is kept back stays in what is left."""
    for kind, number in total.numbers.items():
        told = [one for one in some if kind in one.numbers]
        if told:
            way = f"{total.table} without {[f'{one.table} {one.group}' for one in told]}: {kind}"
            yield way, number - sum(one.numbers[kind] for one in told)

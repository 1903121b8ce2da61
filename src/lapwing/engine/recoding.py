"""How finely the numbers of one measure may be told: periods joined until each is large enough, categories likewise.

What is told is made of atoms: a period and a status, or half of the window, a category and a status. An atom is nobody
at all, or so many children that it tells of none of them. Every number is a sum of atoms; two ways of dividing are never
crossed, and meet only in a half of the window, which is told anyway. So no difference of what is told is smaller than
an atom.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from functools import reduce
from itertools import combinations, pairwise

import polars as pl

from lapwing.engine.measure import Status
from lapwing.engine.measuring import DIMENSIONS, UNIT, UNKNOWN

QUARTERS, OF_A_YEAR, MONTHS = 12, 4, 3
"""The window has so many quarters, of which so many make a year, each of so many months."""
LAST, EARLIER, WHOLE = range(8, 12), range(8), range(12)
"""The quarters of the last twelve months, of the years before, and of the whole window."""
COUNTED = (Status.MET, Status.NOT_MET)
"""Those in the share: they are told together or not at all."""
BESIDE = (Status.LEFT_OUT, Status.CANNOT_TELL)
"""Those told beside it, each by itself."""
AGENCY, TEAM = "agency", "team"
OTHERS = "others_together"

Category = tuple[str, ...]
"""What a part is of: a category, or an agency and a team."""


@dataclass(frozen=True)
class Cell:
    """How many units, and their children: as many of them as it takes to know that there are enough."""

    units: int = 0
    some: frozenset[str] = frozenset()

    def __add__(self, other: Cell) -> Cell:
        return Cell(self.units + other.units, self.some | other.some)

    def may_be_told(self, fewest: int) -> bool:
        """Whether it is nobody, or so many children that it tells of none."""
        return self.units == 0 or len(self.some) >= fewest


NOBODY = Cell()
Part = Mapping[str, Cell]
"""The cells of a period or a category by status."""


def together(parts: Iterable[Part]) -> Part:
    """Several parts as one."""
    every = list(parts)
    return {status: reduce(Cell.__add__, (part.get(status, NOBODY) for part in every), NOBODY) for status in Status}


def is_safe(part: Part, fewest: int, statuses: Iterable[str] = COUNTED) -> bool:
    """Whether the numbers of a part may be told."""
    return all(part.get(status, NOBODY).may_be_told(fewest) for status in statuses)


class Scope(Enum):
    """Of which stretches of the window numbers are told; those of one scope are told each, and so is their sum."""

    BOTH = (EARLIER, LAST)
    LAST_YEAR = (LAST,)
    WHOLE_WINDOW = (WHOLE,)
    NOTHING = ()


@dataclass(frozen=True)
class Recoding:
    """How one measure is told: the stretches, the periods and the parts of each division by category, with their cells.

    `beside` has the statuses that are told beside the share. Where there is no scope, `in_all` are the quarters of which
    it is told in all of how many a few are, or are not, met. `units` are those counted, each with its `quarter`.
    """

    fewest: int
    scope: Scope
    leaves: tuple[range, ...]
    divided: Mapping[str, Mapping[Category, Category]]
    beside: tuple[str, ...]
    in_all: range | None
    quarters: Sequence[Part]
    categories: Mapping[str, Mapping[Category, Mapping[range, Part]]]
    units: pl.DataFrame

    def of(self, quarters: range) -> Part:
        """The cells of some quarters."""
        return together(self.quarters[one] for one in quarters)

    def less(self, **changed: object) -> Recoding:
        """The same, telling less."""
        return replace(self, **changed)  # type: ignore[arg-type]

    def without_division(self, name: str) -> Recoding:
        """The same without a division; without agencies there are no teams."""
        gone = (AGENCY, TEAM) if name in (AGENCY, TEAM) else (name,)
        return self.less(divided={one: parts for one, parts in self.divided.items() if one not in gone})


def begins(until: date, months: int) -> date:
    """The first day of a period of so many months that ends with a day."""
    year, month = divmod(until.year * 12 + until.month - 1 - months, 12)
    first = date(year, month + 1, 1)
    after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    last = (after - timedelta(1)).day
    return date(year, month + 1, min(until.day, last)) + timedelta(1)


def first_days(until: date) -> list[date]:
    """The first day of each quarter of the window that ends with a day, and the day after it."""
    return [begins(until, MONTHS * (QUARTERS - one)) for one in range(QUARTERS + 1)]


def days_of(quarters: range, until: date) -> tuple[date, date]:
    """The first and the last day of some quarters."""
    days = first_days(until)
    return days[quarters.start], days[quarters.stop] - timedelta(1)


def recode(units: pl.DataFrame, until: date, fewest: int) -> Recoding:
    """How the units of a measure may be told, of a window that ends with a day, where fewer children are kept back."""
    placed = _placed(units, until)
    quarters = _quarters(placed, fewest)
    scope = _scope(quarters, fewest)
    names = [*DIMENSIONS, *(name for name in units.columns if name not in UNIT)]
    categories = {name: _categories(placed, name, scope, fewest) for name in names}
    return Recoding(
        fewest,
        scope,
        _leaves(quarters, scope, fewest),
        _divided(categories, fewest),
        tuple(one for one in BESIDE if scope.value and _all_safe(quarters, scope, fewest, one)),
        None if scope.value else next((some for some in (LAST, WHOLE) if _few(quarters, some, fewest)), None),
        quarters,
        categories,
        placed,
    )


def _placed(units: pl.DataFrame, until: date) -> pl.DataFrame:
    """Each with its quarter; of whom it is not known when stands where things stand now, in the last one."""
    days = first_days(until)
    on = pl.col("on").fill_null(until)
    quarter = pl.sum_horizontal((on >= day).cast(pl.Int32) for day in days[:-1]) - 1
    within = units.filter(on.is_between(days[0], until) & (pl.col("status") != Status.NOT_YET))
    own = [pl.col(name).fill_null(UNKNOWN) for name in units.columns if name in DIMENSIONS or name not in UNIT]
    return within.with_columns(quarter.alias("quarter"), *own)


def _cells(units: pl.DataFrame, by: Sequence[str], fewest: int) -> dict[tuple[object, ...], dict[str, Cell]]:
    some = pl.col("child").unique().head(fewest)
    found: dict[tuple[object, ...], dict[str, Cell]] = {}
    for row in units.group_by(*by, "status").agg(pl.len().alias("units"), some.alias("some")).iter_rows():
        *key, status, count, children = row
        found.setdefault(tuple(key), {})[status] = Cell(count, frozenset(children))
    return found


def _quarters(units: pl.DataFrame, fewest: int) -> list[Part]:
    found = _cells(units, ["quarter"], fewest)
    return [found.get((one,), {}) for one in WHOLE]


def _scope(quarters: Sequence[Part], fewest: int) -> Scope:
    """The first scope all of whose stretches may be told."""
    return next(scope for scope in Scope if _all_safe(quarters, scope, fewest, *COUNTED))


def _all_safe(quarters: Sequence[Part], scope: Scope, fewest: int, *statuses: str) -> bool:
    return all(is_safe(together(quarters[one] for one in some), fewest, statuses) for some in scope.value)


def _few(quarters: Sequence[Part], some: range, fewest: int) -> bool:
    """Whether it can be said that fewer than a number are met, or are not, of how many: each smaller number is possible."""
    part = together(quarters[one] for one in some)
    small, large = sorted((part[status] for status in COUNTED), key=lambda cell: cell.units)
    return 0 < small.units < fewest and large.may_be_told(fewest) and small.units + large.units >= 2 * fewest - 1


def _leaves(quarters: Sequence[Part], scope: Scope, fewest: int) -> tuple[range, ...]:
    """The finest periods that may be told, oldest first: each stretch is divided by years, and each year by quarters."""
    found: list[range] = []
    for stretch in scope.value:
        years = [range(at, at + OF_A_YEAR) for at in range(stretch.start, stretch.stop, OF_A_YEAR)]
        for year in _joined(quarters, years, fewest):
            short = [range(at, at + 1) for at in year]
            found += _joined(quarters, short, fewest) if len(year) == OF_A_YEAR else [year]
    return tuple(found)


def _joined(quarters: Sequence[Part], siblings: Sequence[range], fewest: int) -> list[range]:
    """Neighbours joined until each period may be told, as few as will do, the first such way; at worst all of them."""
    for how_many in reversed(range(len(siblings))):
        for cuts in combinations(range(1, len(siblings)), how_many):
            ends = [0, *cuts, len(siblings)]
            periods = [range(siblings[a].start, siblings[b - 1].stop) for a, b in pairwise(ends)]
            if all(is_safe(together(quarters[one] for one in some), fewest) for some in periods):
                return periods
    return [range(siblings[0].start, siblings[-1].stop)]


def _categories(units: pl.DataFrame, name: str, scope: Scope, fewest: int) -> dict[Category, dict[range, Part]]:
    """The cells of each category by stretch of the scope; of a team under its agency."""
    by = [AGENCY, TEAM] if name == TEAM else [name]
    found: dict[Category, dict[range, Part]] = {}
    for stretch in scope.value:
        some = units.filter(pl.col("quarter").is_between(stretch.start, stretch.stop - 1))
        for key, part in _cells(some, by, fewest).items():
            if any(status in part for status in COUNTED):
                found.setdefault(tuple(map(str, key)), {})[stretch] = part
    return found


def _divided(
    categories: Mapping[str, Mapping[Category, Mapping[range, Part]]], fewest: int
) -> dict[str, dict[Category, Category]]:
    """By division, in which part each category is told; divisions that leave one part alone are none."""
    parts = {name: parts_of(some, fewest) for name, some in categories.items() if name != TEAM}
    teams: dict[Category, Category] = {}
    for (agency,), part in parts.get(AGENCY, {}).items():
        if part != (OTHERS,):
            of_it = {key: cells for key, cells in categories[TEAM].items() if key[0] == agency}
            teams |= parts_of(of_it, fewest)
    return {name: some for name, some in {**parts, TEAM: teams}.items() if some}


def parts_of(categories: Mapping[Category, Mapping[range, Part]], fewest: int) -> dict[Category, Category]:
    """Small categories together, with as many of the smallest others as make them large enough."""
    alone = [key for key, cells in categories.items() if all(is_safe(part, fewest) for part in cells.values())]
    alone.sort(key=lambda key: (-_size(categories[key]), key))
    small = [key for key in categories if key not in alone]
    while small and alone and not _are_safe([categories[key] for key in small], fewest):
        small.append(alone.pop())
    if len(alone) + bool(small) < 2:
        return {}
    return {key: key for key in alone} | {key: (*key[:-1], OTHERS) for key in sorted(small)}


def _size(cells: Mapping[range, Part]) -> int:
    return sum(part.get(status, NOBODY).units for part in cells.values() for status in COUNTED)


def _are_safe(some: Sequence[Mapping[range, Part]], fewest: int) -> bool:
    stretches = {stretch for cells in some for stretch in cells}
    return all(is_safe(together(cells.get(stretch, {}) for cells in some), fewest) for stretch in stretches)

"""Measures of the same subject beside each other: where one tells of few more children than another, one of them tells less.

Of forty-five for whom it was decided and forty-three who were assessed, two were not: whoever holds the two measures
against each other would learn of two children. Every number that two measures tell of the same period, or of the same
category, is compared; so is a category of the one with all of the other, where that looks at nobody else. Where the units
behind one hold all those behind the other and the children of the rest are fewer than may be told, the measure that comes
later tells less, or the earlier one is not divided so, until nothing of that kind is left.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import polars as pl

from lapwing.engine.measure import Status
from lapwing.engine.recoding import AGENCY, COUNTED, LAST, NOBODY, TEAM, WHOLE, Category, Part, Recoding, Scope

KEY = ("child", "subject")
"""What tells one unit of a measure from another."""
TIME = ""
"""Instead of a division: a period and nothing else."""
Kinds = tuple[str, ...]
"""Statuses that are added up."""
SHARE: tuple[Kinds, ...] = ((Status.MET,), (Status.NOT_MET,), COUNTED)


@dataclass(frozen=True)
class Place:
    """Of what a number is: a period, or the categories of a division within one."""

    division: str
    quarters: range
    categories: frozenset[Category] = frozenset()


Told = tuple[Place, Place, Kinds]
"""Of what two numbers are that tell of few children, one of the earlier measure and one of the later; and the later's statuses."""


class Beside:
    """A measure as it stands beside others: what it tells, and of which units."""

    def __init__(self, recoding: Recoding, numbers: pl.DataFrame) -> None:
        self.recoding = recoding
        self.numbers = numbers
        self.units = recoding.units.join(numbers, on=KEY)
        self._behind: dict[tuple[Place, Kinds], pl.DataFrame] = {}

    @cached_property
    def most_of_a_child(self) -> int:
        """How many units one child has at most."""
        counted: list[int] = self.recoding.units.group_by("child").len()["len"].to_list()
        return max(counted, default=0)

    @cached_property
    def periods(self) -> dict[tuple[int, int], dict[Kinds, int]]:
        """How many units stand behind each sum of neighbouring periods, by the statuses added up."""
        leaves = self.recoding.leaves
        runs = [(a.start, b.stop) for at, a in enumerate(leaves) for b in leaves[at:]]
        whole = {(some.start, some.stop) for some in self.recoding.scope.value} | {(0, 12)}
        found = {}
        for run in runs:
            beside = self.recoding.beside if run in whole else ()
            found[run] = dict(_counts(self.recoding.of(range(*run)), beside))
        if (some := self.recoding.in_all) is not None:
            part = self.recoding.of(some)
            found[some.start, some.stop] = {COUNTED: sum(part[status].units for status in COUNTED)}
        return found

    @cached_property
    def times(self) -> list[range]:
        """The stretches of which numbers are told of a category, or of all categories together."""
        told = list(self.recoding.scope.value)
        return told if len(told) < 2 else [*told, range(told[0].start, told[-1].stop)]

    def parts(self, division: str) -> dict[Category, frozenset[Category]]:
        """The categories of each part of a division; where it is not divided so, its number as a whole is of all of them."""
        told_in = self.recoding.divided.get(division) or dict.fromkeys(self.recoding.categories[division], ())
        found: dict[Category, set[Category]] = {}
        for key, part in told_in.items():
            found.setdefault(part, set()).add(key)
        return {part: frozenset(some) for part, some in found.items()}

    def count(self, division: str, categories: Iterable[Category], quarters: range) -> dict[Kinds, int]:
        """How many units of some categories, by the statuses added up."""
        every = [self.recoding.categories[division][key].items() for key in categories]
        cells = [part for some in every for one, part in some if one.start in quarters and one.stop - 1 in quarters]
        return {kinds: sum(part.get(kind, NOBODY).units for part in cells for kind in kinds) for kinds in SHARE}

    def behind(self, place: Place, kinds: Kinds) -> pl.DataFrame:
        """The units behind a number, each by its number and child."""
        if (place, kinds) not in self._behind:
            quarters = place.quarters
            within = pl.col("quarter").is_between(quarters.start, quarters.stop - 1) & pl.col("status").is_in(kinds)
            some = self.units.filter(within)
            if place.division != TIME:
                by = [AGENCY, TEAM] if place.division == TEAM else [place.division]
                wanted = pl.DataFrame(sorted(place.categories), schema=dict.fromkeys(by, pl.String), orient="row")
                some = some.join(wanted, on=by, how="semi")
            self._behind[place, kinds] = some.select("number", "child")
        return self._behind[place, kinds]

    def telling(self, recoding: Recoding) -> Beside:
        """The same measure, telling less; what stands behind a number stays."""
        other = copy(self)
        other.recoding = recoding
        for worked_out in ("periods", "times"):
            other.__dict__.pop(worked_out, None)
        return other


def _counts(part: Part, beside: Iterable[str]) -> Iterator[tuple[Kinds, int]]:
    extra = [(), *((one,) for one in beside), *combinations(beside, 2)]
    for some in ((), *SHARE):
        for more in extra:
            kinds = (*some, *more)
            if kinds:
                yield kinds, sum(part.get(kind, NOBODY).units for kind in kinds)


def kept_apart(recodings: Mapping[str, Recoding]) -> dict[str, Recoding]:
    """Measures of one subject, each telling as much as may be told beside those before it."""
    stand: dict[str, Beside] = {}
    keys = [recoding.units.select(KEY) for recoding in recodings.values()]
    numbers = pl.concat(keys).unique(maintain_order=True).with_row_index("number") if keys else pl.DataFrame()
    for code, recoding in recodings.items():
        one = Beside(recoding, numbers)
        for before in list(stand):
            while (found := _tells_of_few(stand[before], one)) is not None:
                theirs, ours, kinds = found
                earlier = stand[before]
                if _is_part(earlier.recoding, theirs) and not _is_part(one.recoding, ours):
                    # A division of the earlier one costs less than all that the later one tells.
                    stand[before] = earlier.telling(earlier.recoding.without_division(theirs.division))
                else:
                    one = one.telling(_less(one.recoding, ours, kinds))
        stand[code] = one
    # What a measure no longer tells, it cannot tell beside another either: once through is enough.
    return {code: one.recoding for code, one in stand.items()}


def _is_part(recoding: Recoding, place: Place) -> bool:
    """Whether a number is of a part of a division, and not of the measure as a whole."""
    return place.division in recoding.divided and not place.categories >= recoding.categories[place.division].keys()


def _less(recoding: Recoding, place: Place, kinds: Kinds) -> Recoding:
    """The least that is kept back so that a number is not told."""
    if any(kind in recoding.beside for kind in kinds):
        return recoding.less(beside=())
    if _is_part(recoding, place):
        return recoding.without_division(place.division)
    stretches = recoding.scope.value
    if recoding.leaves != stretches and not _is_made_of(place.quarters, stretches):
        return recoding.less(leaves=stretches)
    return _narrowed(recoding, place.quarters)


def _narrowed(recoding: Recoding, quarters: range) -> Recoding:
    """Numbers of a shorter stretch, or of the whole window alone; where there is no such scope, none."""
    if recoding.scope is Scope.BOTH and quarters != LAST:
        within = tuple(one for one in recoding.leaves if one.start >= LAST.start)
        return recoding.less(scope=Scope.LAST_YEAR, leaves=within)
    if recoding.scope is Scope.BOTH:
        return recoding.less(scope=Scope.WHOLE_WINDOW, leaves=(WHOLE,), divided={})
    return recoding.less(scope=Scope.NOTHING, leaves=(), divided={}, beside=(), in_all=None)


def _is_made_of(quarters: range, stretches: Iterable[range]) -> bool:
    return any(quarters.start == one.start for one in stretches) and any(quarters.stop == one.stop for one in stretches)


def _tells_of_few(other: Beside, one: Beside) -> Told | None:
    """A number of `one` that, beside one of `other`, tells of too few children."""
    return next(_periods_alike(other, one), None) or next(_categories_alike(other, one), None)


def _periods_alike(other: Beside, one: Beside) -> Iterator[Told]:
    for run in sorted(other.periods.keys() & one.periods.keys()):
        place = Place(TIME, range(*run))
        yield from _nested(other, one, place, place, other.periods[run], one.periods[run])


def _categories_alike(other: Beside, one: Beside) -> Iterator[Told]:
    times = [some for some in one.times if some in other.times]
    for division in sorted(other.recoding.categories.keys() & one.recoding.categories.keys()):
        for theirs, ours in _same_parts(other.parts(division), one.parts(division)):
            for quarters in times:
                yield from _nested(
                    other,
                    one,
                    Place(division, quarters, theirs),
                    Place(division, quarters, ours),
                    other.count(division, theirs, quarters),
                    one.count(division, ours, quarters),
                )


def _same_parts(
    others: Mapping[Category, frozenset[Category]], ours: Mapping[Category, frozenset[Category]]
) -> set[tuple[frozenset[Category], frozenset[Category]]]:
    """Categories of the one measure and of the other that are the same but for categories of which it has nobody."""
    found = {(some, _same(some, others, ours)) for some in others.values()}
    found |= {(_same(some, ours, others), some) for some in ours.values()}
    return {(theirs, mine) for theirs, mine in found if theirs and mine}


def _same(
    wanted: frozenset[Category],
    among: Mapping[Category, frozenset[Category]],
    parts: Mapping[Category, frozenset[Category]],
) -> frozenset[Category]:
    """The categories of `parts` that together are those wanted; none where a part holds others of `among` too."""
    elsewhere = frozenset().union(*among.values()) - wanted
    touched = [some for some in parts.values() if some & wanted]
    return frozenset().union(*touched) if not any(some & elsewhere for some in touched) else frozenset()


def _nested(
    other: Beside,
    one: Beside,
    theirs: Place,
    ours: Place,
    counts: Mapping[Kinds, int],
    our_counts: Mapping[Kinds, int],
) -> Iterator[Told]:
    """The numbers of `one` that hold, or are held by, a number of `other` with few children between."""
    fewest = one.recoding.fewest
    most = (fewest - 1) * max(other.most_of_a_child, one.most_of_a_child)
    for kinds, count in our_counts.items():
        for their_kinds, their_count in counts.items():
            if 0 < abs(count - their_count) <= most:
                small, large = other.behind(theirs, their_kinds), one.behind(ours, kinds)
                if their_count > count:
                    small, large = large, small
                if _between(small, large, fewest):
                    yield theirs, ours, kinds


def _between(small: pl.DataFrame, large: pl.DataFrame, fewest: int) -> bool:
    """Whether a number's units are all behind another one, and the children of the rest are few."""
    if not bool(small["number"].is_in(large["number"].implode()).all()):
        return False
    rest = large.filter(~pl.col("number").is_in(small["number"].implode()))
    return 0 < rest["child"].n_unique() < fewest

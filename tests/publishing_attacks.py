"""What somebody can work out who holds everything that is told against everything else.

The attacker knows the form of the tables: which periods and categories add up to which. Of a set of units they know what
all that was told leaves possible, found by linear programming, and what two numbers tell of which one holds the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from math import ceil, floor
from typing import Any

import numpy as np
import polars as pl
from scipy.optimize import linprog

from lapwing.engine.measuring import UNKNOWN
from lapwing.engine.publishing import Group, Told
from lapwing.engine.recoding import OTHERS, first_days

MET, NOT_MET, LEFT_OUT, CANNOT_TELL = KINDS = ("met", "not_met", "left_out", "cannot_tell")
SHARE = (MET, NOT_MET)
Unit = dict[str, Any]
Category = tuple[str, ...]


@dataclass(frozen=True)
class Said:
    """That so many units, at least and at most, are of these kinds, quarters and categories (all where None)."""

    quarters: range
    categories: frozenset[Category] | None
    kinds: tuple[str, ...]
    least: int
    most: int

    def holds(self, quarter: int, category: Category, kind: str) -> bool:
        within = self.categories is None or category in self.categories
        return quarter in self.quarters and kind in self.kinds and within


def units_of(frame: pl.DataFrame, until: date) -> list[Unit]:
    """The units of a measure in plain Python, each with its quarter; found anew, without the code that is attacked."""
    days = first_days(until)
    found = []
    for row in frame.iter_rows(named=True):
        on = row["on"] or until
        if days[0] <= on <= until and row["status"] in KINDS:
            quarter = max(at for at, day in enumerate(days[:-1]) if day <= on)
            found.append({**row, "quarter": quarter, **{name: row[name] or UNKNOWN for name in _ways(frame)}})
    return found


def _ways(frame: pl.DataFrame) -> list[str]:
    return [name for name in frame.columns if name not in ("child", "subject", "on", "status", "span")]


def category(unit: Unit, division: str) -> Category:
    return (unit["agency"], unit["team"]) if division in ("agency", "team") else (unit[division],)


def everything(told: Told, until: date, division: str, categories: Iterable[Category], fewest: int) -> list[Said]:
    """All that is told of periods and of a division; with teams also all that is told of agencies."""
    every = set(categories)
    groups: list[tuple[Group, frozenset[Category] | None]] = [
        (one, None) for one in (told.latest, told.whole, *told.over_time) if one is not None
    ]
    for name in {"agency", "team"} if division in ("agency", "team") else {division}:
        for tables in (told.divided, told.divided_whole):
            some = dict(tables).get(name, ())
            groups += [(group, _among(key, [key for key, _ in some], every)) for key, group in some]
    return [said for group, among in groups for said in _said(group, among, until, fewest)]


def _among(key: Category, keys: Sequence[Category], every: Iterable[Category]) -> frozenset[Category]:
    """The categories that a part is known to hold: for those told together, all that are not told by themselves."""
    if key[-1] != OTHERS:
        return frozenset(one for one in every if one[: len(key)] == key)
    under = frozenset(one for one in every if one[: len(key) - 1] == key[:-1])
    return under.difference(*(_among(one, keys, every) for one in keys if one[-1] != OTHERS))


def _said(group: Group, among: frozenset[Category] | None, until: date, fewest: int) -> Iterator[Said]:
    days = first_days(until)
    quarters = range(days.index(group.since), days.index(group.until + timedelta(1)))
    numbers = {(MET,): group.met, SHARE: group.of, (LEFT_OUT,): group.left_out, (CANNOT_TELL,): group.cannot_tell}
    for kinds, number in numbers.items():
        if number is not None:
            yield Said(quarters, among, kinds, number, number)
    if words := re.fullmatch(r"(all but )?fewer than (\d+) of ([\d,]+)", group.says):
        of, few = int(words[3].replace(",", "")), NOT_MET if words[1] else MET
        yield Said(quarters, among, SHARE, of, of)
        yield Said(quarters, among, (few,), 1, fewest - 1)


def pinned(said: Sequence[Said], units: Sequence[Unit], division: str, fewest: int) -> list[str]:
    """Sets of units of a few children, whose number is left no choice by what was said."""
    categories = sorted({category(one, division) for one in units})
    possible = Possible(said, list(product(range(12), categories, KINDS)), len(units))
    found = []
    for target in _targets(categories, said):
        behind = [one for one in units if target.holds(one["quarter"], category(one, division), one["status"])]
        if 0 < len({one["child"] for one in behind}) < fewest and possible.leaves_no_choice(target):
            found.append(f"{len(behind)} {target.kinds} of {target.quarters}, {target.categories}")
    return found


class Possible:
    """What is left possible by what was said, for the numbers of cells: of a quarter, a category and a kind each."""

    def __init__(self, said: Sequence[Said], cells: list[tuple[int, Category, str]], most: int) -> None:
        self.cells, self.most = cells, most
        rows = np.array([[one.holds(*cell) for cell in cells] for one in said], dtype=float).reshape(
            len(said), len(cells)
        )
        # Cells of which the same was said may hold each other's units: they are one variable inside a target, one outside.
        self.alike, self.of_cell = np.unique(rows, axis=1, return_inverse=True)
        self.limits = np.concatenate([[one.most for one in said], [-one.least for one in said]])
        self.asked: dict[tuple[float, ...], bool] = {}

    def leaves_no_choice(self, target: Said) -> bool:
        inside, outside = np.zeros(self.alike.shape[1]), np.zeros(self.alike.shape[1])
        for cell, place in zip(self.cells, self.of_cell.ravel(), strict=True):
            (inside if target.holds(*cell) else outside)[place] = 1
        key = (*inside, *outside)
        if key not in self.asked:
            self.asked[key] = self._asked(inside, outside)
        return self.asked[key]

    def _asked(self, inside: Any, outside: Any) -> bool:
        rows = np.concatenate([self.alike * inside, self.alike * outside], axis=1)
        wanted = np.concatenate([inside, outside * 0])
        least, most = (
            linprog(sign * wanted, np.concatenate([rows, -rows]), self.limits, bounds=(0, self.most), method="highs")
            for sign in (1, -1)
        )
        assert least.success, "what is told contradicts itself"
        assert most.success
        return ceil(least.fun - 1e-6) == floor(-most.fun + 1e-6)


def _targets(categories: Sequence[Category], said: Sequence[Said]) -> list[Said]:
    """Every cell and every sum of neighbouring quarters, of each category and of all, and of each agency."""
    some = [None, *(frozenset([one]) for one in categories)]
    some += [frozenset(one for one in categories if one[0] == first) for first in {one[0] for one in categories}]
    some += [one.categories for one in said]
    periods = {range(a, b) for a in range(12) for b in range(a + 1, 13) if b - a in (1, 2, 3, 4, 8, 12)}
    kinds = [*((kind,) for kind in KINDS), SHARE]
    return [Said(quarters, one, kind, 0, 0) for quarters in periods for one in dict.fromkeys(some) for kind in kinds]


def nested(
    tables: Mapping[str, list[Said]], units: Mapping[str, Sequence[Unit]], division: str, fewest: int
) -> list[str]:
    """Numbers of two measures, told or sums of what is told, of which one holds the other and few children besides."""
    behind = {code: _sums(said, units[code], division) for code, said in tables.items()}
    found = []
    for one, other in product(behind, behind):
        for (place, kinds), mine in behind[one].items() if one != other else ():
            for their_kinds in (*((kind,) for kind in KINDS), SHARE):
                theirs = behind[other].get((place, their_kinds))
                if theirs is not None and mine < theirs and len({child for child, _ in theirs - mine}) < fewest:
                    found.append(f"{one} {kinds} within {other} {their_kinds}: {place}")
    return found


Place = tuple[range, frozenset[Category] | None]


def _sums(
    said: Sequence[Said], units: Sequence[Unit], division: str
) -> dict[tuple[Place, tuple[str, ...]], frozenset[Any]]:
    """The units behind every number that is told, and behind those that follow: who is not met, and earlier years."""
    exact = {(one.quarters, one.categories, one.kinds) for one in said if one.least == one.most}
    exact |= {(q, c, (NOT_MET,)) for q, c, kinds in exact if kinds == SHARE and (q, c, (MET,)) in exact}
    exact |= {
        (range(8), c, kinds) for q, c, kinds in set(exact) if q == range(12) and (range(8, 12), c, kinds) in exact
    }
    return {
        ((quarters, among), kinds): frozenset(
            (one["child"], one["subject"])
            for one in units
            if Said(quarters, among, kinds, 0, 0).holds(one["quarter"], category(one, division), one["status"])
        )
        for quarters, among, kinds in exact
    }

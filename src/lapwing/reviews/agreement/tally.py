"""Ratings added up: all that any coefficient of agreement needs of a table of ratings, as sums over its units.

Because everything is a sum over units, tables of several documents are added by adding their tallies, and a document
that is drawn three times into a resample counts three times.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

MISSING = -1
"""The rating of a coder who did not rate a unit."""

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Tally:
    """Sums over units. Each field may have axes in front, such as documents and themes, the same for all fields.

    The axes that are named below come last: K categories, R coders, P pairs of coders in the order of `combinations`.
    """

    units: Numbers
    """That anybody rated."""
    pairable: Numbers
    """That at least two coders rated."""
    agreeing: Numbers
    """Over pairable units, the share of pairs of their coders who gave the same rating."""
    shares: Numbers
    """K: over all units, the share of their ratings that went to a category."""
    pairable_ratings: Numbers
    """K: ratings of pairable units."""
    coincidences: Numbers
    """Krippendorff's o_kk, over all categories: pairs within a unit with the same rating, each by 1 / (ratings - 1)."""
    joint: Numbers
    """P: units that both of the pair rated."""
    same: Numbers
    """P: of those, rated the same."""
    first: Numbers
    """P x K: how the first of the pair rated them."""
    second: Numbers
    """P x K: how the second did."""
    both: Numbers
    """Pairs of coders of a unit who both gave category 1."""
    either: Numbers
    """Pairs of coders of a unit of whom at least one gave category 1."""
    rated: Numbers
    """R: units that a coder rated."""
    given: Numbers
    """R: of those, how many they gave category 1."""

    def each(self, changed: Callable[[Numbers], Numbers]) -> Tally:
        """The tally with every field changed in the same way."""
        return Tally(**{field.name: changed(getattr(self, field.name)) for field in fields(self)})

    def total(self) -> Tally:
        """Added up over the first axis."""
        return self.each(lambda sums: sums.sum(axis=0))

    def weighed(self, weights: Numbers) -> Tally:
        """Added up over the first axis as often as each row of `weights` says; its rows become the first axis."""
        return self.each(lambda sums: _weighed(weights, sums))


def _weighed(weights: Numbers, sums: Numbers) -> Numbers:
    flat = weights @ sums.reshape(len(sums), -1)
    return flat.reshape(len(weights), *sums.shape[1:])


def tallied(ratings: NDArray[np.integer], categories: int = 2, weights: Numbers | None = None) -> Tally:
    """The tally of a table of ratings: a row a unit, a column a coder, categories from 0, `MISSING` where not rated.

    `weights`: how many units each row stands for, one where it is not given.
    """
    return tallied_by(ratings, np.zeros(len(ratings), dtype=np.intp), 1, categories, weights).total()


def tallied_by(
    ratings: NDArray[np.integer],
    cell: NDArray[np.intp],
    cells: int,
    categories: int = 2,
    weights: Numbers | None = None,
) -> Tally:
    """Tallies of many tables at once: `cell` says for each row to which of the `cells` tables it belongs."""
    weight = np.ones(len(ratings)) if weights is None else weights
    of_rows = _of_rows(ratings, categories)
    return of_rows.each(lambda values: _added(values, weight, cell, cells))


def _added(values: Numbers, weight: Numbers, cell: NDArray[np.intp], cells: int) -> Numbers:
    sums = np.zeros((cells, *values.shape[1:]))
    np.add.at(sums, cell, values * weight.reshape(-1, *[1] * (values.ndim - 1)))
    return sums


def _of_rows(ratings: NDArray[np.integer], categories: int) -> Tally:
    """What a single unit of each row adds."""
    is_given = (ratings[:, :, None] == np.arange(categories)).astype(np.float64)
    by_category = is_given.sum(axis=1)
    count = by_category.sum(axis=1)
    pairable = (count >= 2).astype(np.float64)
    same_pairs = (by_category * (by_category - 1)).sum(axis=1) * pairable
    others = np.maximum(count - 1, 1)
    ones = by_category[:, 1] if categories > 1 else np.zeros(len(ratings))
    joint, same, first, second = _of_pairs(is_given)
    return Tally(
        units=(count >= 1).astype(np.float64),
        pairable=pairable,
        agreeing=same_pairs / (np.maximum(count, 1) * others),
        shares=by_category / np.maximum(count, 1)[:, None],
        pairable_ratings=by_category * pairable[:, None],
        coincidences=same_pairs / others,
        joint=joint,
        same=same,
        first=first,
        second=second,
        both=_pairs_among(ones),
        either=_pairs_among(count) - _pairs_among(count - ones),
        rated=is_given.sum(axis=2),
        given=is_given[:, :, 1] if categories > 1 else np.zeros(ratings.shape),
    )


def _of_pairs(is_given: Numbers) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Joint, same, first and second of `Tally`, a row a unit."""
    pairs = list(combinations(range(is_given.shape[1]), 2))
    one, other = is_given[:, [g for g, _ in pairs]], is_given[:, [h for _, h in pairs]]
    joint = one.sum(axis=2) * other.sum(axis=2)
    return joint, (one * other).sum(axis=2), one * joint[..., None], other * joint[..., None]


def _pairs_among(count: Numbers) -> Numbers:
    return count * (count - 1) / 2

"""Shares, differences of shares, and what chance alone would make of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import comb, sqrt
from statistics import NormalDist

LEVEL = 0.95
"""How much of the time an interval is to hold the share it is about."""
Z = NormalDist().inv_cdf(0.5 + LEVEL / 2)

Interval = tuple[float, float]
"""From the least to the most, as shares of one."""


def wilson(present: int, assessed: int) -> Interval:
    """The score interval of a share, without continuity correction (Wilson, 1927); of nothing it is from 0 to 1."""
    if assessed == 0:
        return 0.0, 1.0
    share, square = present / assessed, Z * Z
    middle = (share + square / (2 * assessed)) / (1 + square / assessed)
    half = Z * sqrt(share * (1 - share) / assessed + square / (4 * assessed**2)) / (1 + square / assessed)
    # At either end the interval ends there exactly, which rounding would miss.
    return (0.0 if present == 0 else middle - half), (1.0 if present == assessed else middle + half)


def newcombe(one: tuple[int, int], other: tuple[int, int]) -> Interval:
    """The interval of the difference of two independent shares, each n of N (Newcombe, 1998, method 10: hybrid score)."""
    (least_one, most_one), (least_other, most_other) = wilson(*one), wilson(*other)
    share_one, share_other = one[0] / one[1], other[0] / other[1]
    difference = share_one - share_other
    below = sqrt((share_one - least_one) ** 2 + (most_other - share_other) ** 2)
    above = sqrt((most_one - share_one) ** 2 + (share_other - least_other) ** 2)
    return difference - below, difference + above


def fisher(one: tuple[int, int], other: tuple[int, int]) -> float:
    """How probable a difference at least as unlikely would be by chance alone (Fisher's exact test, two-sided).

    Every table with the same margins that is no more probable than the one found counts, and probabilities are
    compared as whole numbers, so that none is missed by rounding.
    """
    (found, first), (more, second) = one, other
    present = found + more
    seen = comb(first, found) * comb(second, more)
    return sum(way for way in _ways(first, second, present) if way <= seen) / comb(first + second, present)


def _ways(first: int, second: int, present: int) -> Iterator[int]:
    """In how many ways each table with these margins comes about, each worked out from the one before, without rounding."""
    fewest, most = max(0, present - second), min(present, first)
    way = comb(first, fewest) * comb(second, present - fewest)
    for k in range(fewest, most + 1):
        yield way
        way = way * (first - k) * (present - k) // ((k + 1) * (second - present + k + 1))


@dataclass(frozen=True)
class Difference:
    """Between the shares of two cohorts: the first less the second, its interval, and Fisher's exact p."""

    difference: float
    interval: Interval
    p: float


def difference_of(one: tuple[int, int], other: tuple[int, int]) -> Difference | None:
    """Between two shares, each n of N; None where either has nothing assessed."""
    if not one[1] or not other[1]:
        return None
    return Difference(one[0] / one[1] - other[0] / other[1], newcombe(one, other), fisher(one, other))

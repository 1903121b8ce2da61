"""Chance with a seed: the same seed draws the same story."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping, Sequence
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

Option = TypeVar("Option")


class Odds(Generic[Option]):
    """Options with how often each comes up, relative to one another."""

    def __init__(self, shares: Mapping[Option, float]) -> None:
        self.options = tuple(shares)
        self.ends = tuple(accumulate(shares.values()))

    def at(self, place: float) -> Option:
        """The option that stands at a place from 0 up to 1, each taking as much room as its share."""
        return self.options[bisect(self.ends, place * self.ends[-1])]


class Chance(Random):
    """Draws for one family; nothing secret hangs on it."""

    def yes(self, share: float) -> bool:
        """True in that share of cases, from 0 to 1."""
        return self.random() < share

    def days(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return low + int(self.random() * (high - low + 1))

    def pick(self, options: Sequence[Option]) -> Option:
        """One of the options, each as likely as the next."""
        return options[int(self.random() * len(options))]

    def by_odds(self, odds: Odds[Option]) -> Option:
        """One of the options, as often as its share says."""
        return odds.at(self.random())

"""Intervals by drawing documents again and again: paragraphs of one document are not independent, documents are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from lapwing.reviews.agreement.tally import Numbers, Tally

RESAMPLES = 2_000
SEED = 1960
"""The same project gives the same numbers."""
LEVEL = 0.95
AT_A_TIME = 250
"""Resamples that are worked out together, so that memory stays small however many categories there are."""
DEFINED = 0.9
"""The share of resamples in which a coefficient must be defined for its interval to be given."""


@dataclass(frozen=True)
class Intervals:
    """Percentile intervals (Efron 1979; over clusters, Davison and Hinkley 1997, section 3.8), one for each coefficient.

    `defined` is the share of the resamples in which a coefficient could be worked out; the others are left out.
    """

    low: Numbers
    high: Numbers
    defined: Numbers

    def at(self, place: int) -> Intervals:
        """The interval of one coefficient."""
        return Intervals(self.low[place], self.high[place], self.defined[place])


def intervals(by_document: Tally, worked_out: Callable[[Tally], Numbers]) -> Intervals:
    """Intervals of whatever is worked out of a tally whose first axis is documents.

    `worked_out` gives numbers whose first axis is that of the tally it is given, NaN where undefined.
    """
    parts = [worked_out(by_document.weighed(weights)) for weights in resamples(len(by_document.units))]
    return _percentiles(np.concatenate(parts))


def resamples(documents: int, count: int = RESAMPLES, seed: int = SEED) -> Sequence[Numbers]:
    """How often each document is drawn, a row a resample, in batches."""
    rng = np.random.default_rng(seed)
    return [_drawn(rng, documents, min(AT_A_TIME, count - done)) for done in range(0, count, AT_A_TIME)]


def _drawn(rng: np.random.Generator, documents: int, count: int) -> Numbers:
    drawn = rng.integers(documents, size=(count, documents)) + documents * np.arange(count)[:, None]
    return np.bincount(drawn.ravel(), minlength=count * documents).reshape(count, documents).astype(np.float64)


def _percentiles(values: Numbers) -> Intervals:
    """Over the first axis; undefined values are sorted to the end, and so do not count."""
    is_defined = np.isfinite(values)
    count = is_defined.sum(axis=0)
    ordered = np.sort(values, axis=0)
    tail = (1 - LEVEL) / 2
    low, high = (_at(ordered, count, share) for share in (tail, 1 - tail))
    return Intervals(low, high, count / len(values))


def _at(ordered: Numbers, count: Numbers, share: float) -> Numbers:
    """A percentile, between two values by how near it is to each."""
    place = np.maximum(count - 1, 0) * share
    below = np.floor(place).astype(np.intp)
    above = np.minimum(below + 1, np.maximum(count - 1, 0)).astype(np.intp)
    lower, upper = (np.take_along_axis(ordered, at[None], axis=0)[0] for at in (below, above))
    return np.asarray(lower + (upper - lower) * (place - below))

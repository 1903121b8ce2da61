"""Coefficients of agreement: how much of the agreement that chance leaves room for there was.

Every one of them is (observed - expected) / (1 - expected); they differ in what they expect of chance. Ratings are
nominal; a unit that only one coder rated is left out of what was observed. Each is undefined where no unit was rated by
two coders, and, but for percent agreement, Gwet's and Brennan and Prediger's, where every rating was the same: then
chance is expected to agree always, and nothing is left to correct.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lapwing.reviews.agreement.tally import Numbers, Tally, tallied

NOTHING = 1e-12
"""Less than this is what rounding leaves of nothing."""


@dataclass(frozen=True)
class Parts:
    """Observed and expected agreement, each a number or one for each table of a tally; NaN where nothing was pairable."""

    observed: Numbers
    expected: Numbers

    @property
    def coefficient(self) -> Numbers:
        """(observed - expected) / (1 - expected); NaN where undefined."""
        room = 1 - self.expected
        return _ratio(self.observed - self.expected, np.where(room > NOTHING, room, 0.0))

    def pooled(self, weights: Numbers) -> Numbers:
        """One coefficient over the last axis, such as themes, of which each weighs by its units.

        Observed and expected agreement are averaged before chance is corrected, so that coders gain nothing from
        knowing that one theme is common and another rare (De Vries, Elliott, Kanouse and Teleki 2008).
        """
        weighs = np.where(np.isfinite(self.observed), weights, 0.0)
        total = weighs.sum(axis=-1)
        observed, expected = (
            _ratio((np.nan_to_num(part) * weighs).sum(axis=-1), total) for part in (self.observed, self.expected)
        )
        return Parts(observed, expected).coefficient


def percent(tally: Tally) -> Parts:
    """The share of pairs of coders of a unit who agree, averaged over units; chance is not corrected."""
    observed = _ratio(tally.agreeing, tally.pairable)
    return Parts(observed, np.zeros_like(observed))


def cohen_of_pairs(tally: Tally) -> Parts:
    """Cohen (1960) for each pair of coders, on the units that both rated: chance is how often each gave a category."""
    joint = tally.joint
    chance = (tally.first * tally.second).sum(axis=-1)
    return Parts(_ratio(tally.same, joint), _ratio(chance, joint * joint))


def cohen(tally: Tally) -> Parts:
    """Cohen (1960) for two coders; for more, what Conger (1980) made of it.

    Observed and expected agreement of the pairs are averaged, each pair weighing by the units that both rated; where
    every coder rated every unit, that is Conger's coefficient.
    """
    pairs, weights = cohen_of_pairs(tally), tally.joint
    total = weights.sum(axis=-1)
    observed = _ratio((np.nan_to_num(pairs.observed) * weights).sum(axis=-1), total)
    return Parts(observed, _ratio((np.nan_to_num(pairs.expected) * weights).sum(axis=-1), total))


def cohen_ordered(ratings: NDArray[np.integer], categories: int) -> Parts:
    """Cohen's weighted kappa (1968) for two coders and ordered categories: the further apart, the more it counts against.

    Weights are linear. A distance is the number of cuts between neighbouring categories that lie between two ratings, so
    that this is Cohen's kappa pooled over all cuts (Vanbelle and Albert 2009). `ratings`: a row a unit, two columns, none
    missing, categories from 0 in their order. Observed and expected are means over the cuts.
    """
    cuts = [cohen(tallied((ratings > cut).astype(np.intp))) for cut in range(categories - 1)]
    observed, expected = (np.array([getattr(one, name) for one in cuts]) for name in ("observed", "expected"))
    return Parts(observed.mean(), expected.mean())


def fleiss(tally: Tally) -> Parts:
    """Fleiss (1971): chance is how often all coders together gave a category.

    Where units have different numbers of ratings, each unit weighs the same (Gwet 2014).
    """
    shares = _shares(tally)
    return Parts(_ratio(tally.agreeing, tally.pairable), (shares**2).sum(axis=-1))


def alpha(tally: Tally) -> Parts:
    """Krippendorff's alpha for nominal ratings with missing ones (Krippendorff 2004, chapter 11).

    Only pairable ratings count. Chance is drawing two of them without putting the first back, which is what sets alpha
    a little above Fleiss's kappa in small samples.
    """
    ratings = tally.pairable_ratings
    count = ratings.sum(axis=-1)
    chance = (ratings * (ratings - 1)).sum(axis=-1)
    return Parts(_ratio(tally.coincidences, count), _ratio(chance, count * (count - 1)))


def ac1(tally: Tally) -> Parts:
    """Gwet's AC1 (Gwet 2008), for several coders and with missing ratings (Gwet 2014).

    Chance is guessing, and only on units that are hard to rate; so it holds where a category is rare, and where every
    rating was the same it is 1.
    """
    shares = _shares(tally)
    others = max(shares.shape[-1] - 1, 1)
    return Parts(_ratio(tally.agreeing, tally.pairable), (shares * (1 - shares)).sum(axis=-1) / others)


def brennan_prediger(tally: Tally) -> Parts:
    """Brennan and Prediger (1981): chance is every category as likely as any other."""
    observed = _ratio(tally.agreeing, tally.pairable)
    return Parts(observed, np.full_like(observed, 1 / tally.shares.shape[-1]))


MEASURES: dict[str, Callable[[Tally], Parts]] = {
    "percent": percent,
    "cohen": cohen,
    "fleiss": fleiss,
    "alpha": alpha,
    "ac1": ac1,
    "brennan_prediger": brennan_prediger,
}
"""Every coefficient, by the name it has in JSON."""


def overlap(tally: Tally) -> Numbers:
    """Jaccard (1912): of the pairs of coders of whom one gave category 1 to a unit, the share of whom both did."""
    return _ratio(tally.both, tally.either)


def _shares(tally: Tally) -> Numbers:
    return _ratio(tally.shares, np.asarray(tally.units)[..., None])


def _ratio(part: Numbers, whole: Numbers) -> Numbers:
    """A ratio; NaN where the whole is nothing."""
    whole = np.asarray(whole, dtype=np.float64)
    is_there = whole != 0
    return np.where(is_there, part / np.where(is_there, whole, 1.0), np.nan)

"""Intervals: of documents drawn again and again, the same each time."""

from __future__ import annotations

import numpy as np
import pytest

from lapwing.reviews.agreement.bootstrap import RESAMPLES, Intervals, intervals, resamples
from lapwing.reviews.agreement.coefficients import ac1, alpha, cohen, fleiss
from lapwing.reviews.agreement.tally import Numbers, Tally, tallied_by

PATTERNS = {"000": 74, "001": 3, "010": 2, "011": 1, "100": 4, "101": 15, "110": 2, "111": 45}
CLINICIANS = np.array(
    [[int(rating) for rating in pattern] for pattern, count in PATTERNS.items() for _ in range(count)]
)


def measured(tally: Tally) -> Numbers:
    return np.stack([measure(tally).coefficient for measure in (fleiss, alpha, ac1)], axis=-1)


def of_clinicians() -> Intervals:
    return intervals(tallied_by(CLINICIANS, np.arange(146), 146), measured)


def test_every_resample_has_as_many_documents_as_there_are() -> None:
    drawn = np.concatenate(resamples(31))
    assert drawn.shape == (RESAMPLES, 31)
    assert set(drawn.sum(axis=1)) == {31}


def test_the_same_documents_give_the_same_interval() -> None:
    one, other = of_clinicians(), of_clinicians()
    assert (one.low == other.low).all()
    assert (one.high == other.high).all()


def test_intervals_of_three_clinicians_are_near_those_published_from_a_formula_for_the_variance() -> None:
    found = of_clinicians()
    assert found.low == pytest.approx([0.65864, 0.65922, 0.67593], abs=0.012)
    assert found.high == pytest.approx([0.83206, 0.83264, 0.84607], abs=0.012)
    assert (found.defined == 1).all()


def test_paragraphs_of_one_document_are_not_taken_for_independent() -> None:
    ratings = CLINICIANS[np.random.default_rng(5).permutation(146)]
    copied = np.repeat(ratings, 20, axis=0)
    by_document = tallied_by(copied, np.repeat(np.arange(146), 20), 146)
    as_if_apart = tallied_by(copied, np.arange(146 * 20), 146 * 20)
    clustered, apart = intervals(by_document, measured), intervals(as_if_apart, measured)
    assert (clustered.high - clustered.low > 3 * (apart.high - apart.low)).all()


def test_draws_in_which_nothing_varies_are_left_out_and_counted() -> None:
    ratings = np.array([[1, 1], *[[0, 0]] * 11])

    def kappa(tally: Tally) -> Numbers:
        return cohen(tally).coefficient[..., None]

    found = intervals(tallied_by(ratings, np.arange(12), 12), kappa)
    assert found.defined[0] == pytest.approx(1 - (11 / 12) ** 12, abs=0.03)
    assert (found.low[0], found.high[0]) == (1, 1)


def test_percentiles_are_those_of_numpy() -> None:
    ratings = np.random.default_rng(3).integers(0, 2, size=(40, 2))
    tally = tallied_by(ratings, np.arange(40), 40)
    values = np.concatenate([measured(tally.weighed(weights)) for weights in resamples(40)])
    found = intervals(tally, measured)
    assert found.low == pytest.approx(np.percentile(values, 2.5, axis=0))
    assert found.high == pytest.approx(np.percentile(values, 97.5, axis=0))

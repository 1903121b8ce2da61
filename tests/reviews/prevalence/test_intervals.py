"""Shares, differences and exact tests beside published figures and other people's code."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import fisher_exact
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from lapwing.reviews.prevalence.intervals import difference_of, fisher, newcombe, wilson


@st.composite
def _counts(draw: st.DrawFn, least: int = 1) -> tuple[int, int]:
    assessed = draw(st.integers(least, 602))
    return draw(st.integers(0, assessed)), assessed


@pytest.mark.parametrize(
    ("present", "assessed", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_is_as_newcombe_published_it(present: int, assessed: int, low: float, high: float) -> None:
    """Newcombe (1998), two-sided intervals for the single proportion, table I, method 3."""
    assert wilson(present, assessed) == pytest.approx((low, high), abs=5e-5)


@given(_counts())
def test_wilson_is_what_statsmodels_makes_of_it(counts: tuple[int, int]) -> None:
    assert wilson(*counts) == pytest.approx(proportion_confint(*counts, method="wilson"), abs=1e-12)


def test_of_nothing_any_share_is_possible() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


@given(_counts())
def test_a_share_is_within_its_interval_and_that_between_none_and_all(counts: tuple[int, int]) -> None:
    low, high = wilson(*counts)
    assert 0 <= low <= counts[0] / counts[1] <= high <= 1


@pytest.mark.parametrize(
    ("one", "other", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0),
        ((10, 10), (0, 10), 0.6075, 1.0),
    ],
)
def test_newcombe_is_as_published(one: tuple[int, int], other: tuple[int, int], low: float, high: float) -> None:
    """Newcombe (1998), interval estimation for the difference between independent proportions, table II, method 10."""
    assert newcombe(one, other) == pytest.approx((low, high), abs=5e-5)


@given(_counts(), _counts())
def test_newcombe_is_what_statsmodels_makes_of_it(one: tuple[int, int], other: tuple[int, int]) -> None:
    known = confint_proportions_2indep(*one, *other, method="newcomb", compare="diff")
    assert newcombe(one, other) == pytest.approx(known, abs=1e-9)


def test_fisher_is_right_on_the_lady_tasting_tea() -> None:
    """Fisher (1935): three of four cups right, by chance alone in 34 of 70, both sides counted."""
    assert fisher((3, 4), (1, 4)) == pytest.approx(34 / 70)


@settings(max_examples=60, deadline=None)
@given(_counts(), _counts())
def test_fisher_is_what_scipy_makes_of_it(one: tuple[int, int], other: tuple[int, int]) -> None:
    table = [[one[0], one[1] - one[0]], [other[0], other[1] - other[0]]]
    assert fisher(one, other) == pytest.approx(fisher_exact(table).pvalue, rel=1e-6)


@given(_counts(), _counts())
def test_a_comparison_turned_round_is_its_opposite(one: tuple[int, int], other: tuple[int, int]) -> None:
    there, back = difference_of(one, other), difference_of(other, one)
    assert there is not None
    assert back is not None
    assert there.difference == pytest.approx(-back.difference)
    assert there.interval == pytest.approx((-back.interval[1], -back.interval[0]))
    assert there.p == back.p


def test_nothing_is_compared_with_nothing() -> None:
    assert difference_of((0, 0), (1, 2)) is None

"""Coefficients: what is known of published tables, what other libraries make of the same, and the traps."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from numpy.typing import NDArray
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

from lapwing.reviews.agreement.coefficients import (
    MEASURES,
    ac1,
    alpha,
    brennan_prediger,
    cohen,
    cohen_of_pairs,
    cohen_ordered,
    fleiss,
    overlap,
    percent,
)
from lapwing.reviews.agreement.tally import MISSING, Tally, tallied, tallied_by

_ = MISSING


def of_patterns(**patterns: int) -> Tally:
    """A tally of 0 and 1, from how often each pattern of the coders occurs: `_110=2`."""
    ratings = [[int(rating) for rating in pattern[1:]] for pattern in patterns]
    return tallied(np.array(ratings), weights=np.array(list(patterns.values()), dtype=float))


def of_overlap(whole: int, both: int, one: int, other: int) -> Tally:
    """A tally of two coders: how many units there are, both coded, the one coded and the other coded."""
    return of_patterns(_11=both, _10=one - both, _01=other - both, _00=whole - one - other + both)


CHILD_AND_SUICIDE = of_patterns(_000=74, _001=3, _010=2, _011=1, _100=4, _101=15, _110=2, _111=45)
"""Three clinicians on 146 reports of deaths, as published with the study of prevention of future deaths reports."""
CHILD = of_patterns(_000=66, _001=2, _100=3, _101=7, _110=1, _111=67)
SUICIDE = of_patterns(_000=64, _001=1, _010=3, _011=1, _100=1, _101=12, _110=2, _111=62)


@pytest.mark.parametrize(
    ("measure", "known"),
    [(fleiss, 0.745349), (alpha, 0.745930), (ac1, 0.76100), (cohen, 0.74659), (brennan_prediger, 0.75342)],
)
def test_three_clinicians_agree_as_published(measure, known: float) -> None:  # type: ignore[no-untyped-def]
    assert measure(CHILD_AND_SUICIDE).coefficient == pytest.approx(known, abs=5e-6)


def test_two_clinicians_at_a_time_agree_as_published() -> None:
    pairs = cohen_of_pairs(CHILD_AND_SUICIDE)
    assert pairs.coefficient == pytest.approx([0.6892, 0.8614, 0.6865], abs=5e-5)
    assert pairs.observed == pytest.approx([0.8493, 0.9315, 0.8493], abs=5e-5)


def test_alpha_of_each_question_is_as_published() -> None:
    assert alpha(CHILD).coefficient == pytest.approx(0.881527, abs=5e-7)
    assert alpha(SUICIDE).coefficient == pytest.approx(0.817753, abs=5e-7)


def test_a_consensus_and_a_machine_that_differ_five_times_in_146_agree_as_published() -> None:
    table = of_patterns(_11=70, _10=2, _01=3, _00=71)
    assert percent(table).coefficient == pytest.approx(141 / 146)
    assert cohen(table).coefficient == pytest.approx(0.9315, abs=5e-5)


def test_alpha_is_a_little_above_fleiss_since_it_draws_without_putting_back() -> None:
    assert 0 < alpha(CHILD_AND_SUICIDE).coefficient - fleiss(CHILD_AND_SUICIDE).coefficient < 0.001


@pytest.mark.parametrize(
    ("overlapping", "known"),
    [((2000, 1500, 1700, 1700), 0.216), ((1000, 50, 125, 125), 0.314), ((10000, 5, 500, 500), -0.042)],
)
def test_what_neither_coded_counts_and_overlap_alone_is_no_kappa(
    overlapping: tuple[int, int, int, int], known: float
) -> None:
    assert cohen(of_overlap(*overlapping)).coefficient == pytest.approx(known, abs=5e-4)


def test_overlap_is_what_both_coded_of_what_either_did() -> None:
    assert overlap(of_overlap(2000, 1500, 1700, 1700)) == pytest.approx(1500 / 1900)


FLEISS_1971 = [
    [0, 0, 0, 0, 14],
    [0, 2, 6, 4, 2],
    [0, 0, 3, 5, 6],
    [0, 3, 9, 2, 0],
    [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0],
    [2, 5, 3, 2, 2],
    [6, 5, 2, 1, 0],
    [0, 2, 2, 3, 7],
]
"""Fourteen coders, ten subjects, five categories: how many coders gave each."""


def test_fleiss_on_the_table_that_textbooks_work_through() -> None:
    ratings = [[k for k, count in enumerate(row) for _ in range(count)] for row in FLEISS_1971]
    assert fleiss(tallied(np.array(ratings), categories=5)).coefficient == pytest.approx(0.210, abs=5e-4)


KRIPPENDORFF = {
    "two observers, yes or no": (
        [[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]],
        0.095,
    ),
    "two observers, five categories": (
        [[0, 0, 1, 1, 3, 2, 2, 2, 4, 3, 3, 0], [1, 0, 1, 1, 1, 2, 2, 2, 4, 3, 3, 3]],
        0.692,
    ),
    "four observers, ratings missing": (
        [
            [0, 1, 2, 2, 1, 0, 3, 0, 1, _, _, _],
            [0, 1, 2, 2, 1, 1, 3, 0, 1, 4, _, 2],
            [_, 2, 2, 2, 1, 2, 3, 1, 1, 4, 0, _],
            [0, 1, 2, 2, 1, 3, 3, 0, 1, 4, 0, _],
        ],
        0.743,
    ),
}
"""Krippendorff (2011), Computing Krippendorff's alpha-reliability: its tables, an observer a line."""


@pytest.mark.parametrize("case", KRIPPENDORFF)
def test_alpha_on_the_tables_that_krippendorff_works_through(case: str) -> None:
    observers, known = KRIPPENDORFF[case]
    assert alpha(tallied(np.array(observers).T, categories=5)).coefficient == pytest.approx(known, abs=5e-4)


def test_fleiss_and_ac1_with_missing_ratings_as_gwet_works_them_out() -> None:
    tally = tallied(np.array(KRIPPENDORFF["four observers, ratings missing"][0]).T, categories=5)
    assert fleiss(tally).coefficient == pytest.approx(0.76117, abs=5e-6)
    assert ac1(tally).coefficient == pytest.approx(0.77544, abs=5e-6)


Table = NDArray[np.int64]


@st.composite
def tables(draw: st.DrawFn, *, missing: bool, coders: tuple[int, int] = (2, 5), categories: int = 4) -> Table:
    """Tables of ratings of up to 30 units."""
    width = draw(st.integers(*coders))
    rating = st.integers(MISSING if missing else 0, categories - 1)
    return np.array(draw(st.lists(st.lists(rating, min_size=width, max_size=width), min_size=2, max_size=30)))


@given(tables(missing=False, coders=(2, 2)))
def test_cohen_is_what_scikit_learn_makes_of_it(table: Table) -> None:
    assume(len(np.unique(table)) > 1)
    ours = cohen(tallied(table, categories=4)).coefficient
    assert ours == pytest.approx(cohen_kappa_score(table[:, 0], table[:, 1]), abs=1e-9)


@given(tables(missing=True, coders=(2, 2)))
def test_cohen_looks_at_units_that_both_rated(table: Table) -> None:
    rated = table[(table != MISSING).all(axis=1)]
    assume(len(np.unique(rated)) > 1)
    ours = cohen(tallied(table, categories=4)).coefficient
    assert ours == pytest.approx(cohen_kappa_score(rated[:, 0], rated[:, 1]), abs=1e-9)


@given(tables(missing=False))
def test_fleiss_is_what_statsmodels_makes_of_it(table: Table) -> None:
    assume(len(np.unique(table)) > 1)
    counts, _categories = aggregate_raters(table, n_cat=4)
    ours = fleiss(tallied(table, categories=4)).coefficient
    assert ours == pytest.approx(fleiss_kappa(counts, method="fleiss"), abs=1e-9)


@given(tables(missing=False))
def test_brennan_prediger_is_randolphs_kappa_of_statsmodels(table: Table) -> None:
    counts, _categories = aggregate_raters(table, n_cat=4)
    ours = brennan_prediger(tallied(table, categories=4)).coefficient
    assert ours == pytest.approx(fleiss_kappa(counts, method="randolph"), abs=1e-9)


@given(tables(missing=False))
def test_for_several_coders_cohen_averages_what_pairs_observe_and_expect(table: Table) -> None:
    assume(len(np.unique(table)) > 1)
    observed, expected = [], []
    for one, other in combinations(table.T, 2):
        observed.append(np.mean(one == other))
        expected.append(sum(np.mean(one == k) * np.mean(other == k) for k in range(4)))
    by_hand = (np.mean(observed) - np.mean(expected)) / (1 - np.mean(expected))
    assert cohen(tallied(table, categories=4)).coefficient == pytest.approx(by_hand, abs=1e-9)


@given(tables(missing=True))
def test_alpha_is_what_its_definition_by_pairs_gives(table: Table) -> None:
    units = [[rating for rating in row if rating != MISSING] for row in table]
    pairable = [unit for unit in units if len(unit) > 1]
    given_ = Counter(rating for unit in pairable for rating in unit)
    assume(len(given_) > 1)
    count = given_.total()
    differing = sum(2 * sum(a != b for a, b in combinations(unit, 2)) / (len(unit) - 1) for unit in pairable)
    by_chance = sum(given_[a] * given_[b] for a in given_ for b in given_ if a != b) / (count - 1)
    assert alpha(tallied(table, categories=4)).coefficient == pytest.approx(1 - differing / by_chance, abs=1e-9)


@given(tables(missing=True))
def test_ac1_is_what_its_definition_gives(table: Table) -> None:
    units = [[rating for rating in row if rating != MISSING] for row in table]
    rated = [unit for unit in units if unit]
    pairs = [[a == b for a, b in combinations(unit, 2)] for unit in rated if len(unit) > 1]
    assume(pairs)
    observed = np.mean([np.mean(one) for one in pairs])
    shares = [np.mean([unit.count(k) / len(unit) for unit in rated]) for k in range(4)]
    expected = sum(share * (1 - share) for share in shares) / 3
    by_hand = (observed - expected) / (1 - expected)
    assert ac1(tallied(table, categories=4)).coefficient == pytest.approx(by_hand, abs=1e-9)


@pytest.mark.parametrize("name", MEASURES)
@given(table=tables(missing=True), data=st.data())
def test_the_order_of_units_and_coders_makes_no_difference(name: str, table: Table, data: st.DataObject) -> None:
    rows, columns = (data.draw(st.permutations(range(size))) for size in table.shape)
    one, other = (MEASURES[name](tallied(each, categories=4)).coefficient for each in (table, table[rows][:, columns]))
    assert one == pytest.approx(other, abs=1e-9, nan_ok=True)


@given(tables(missing=True), st.integers(0, 3))
def test_a_unit_that_one_coder_rated_changes_nothing_that_is_observed(table: Table, rating: int) -> None:
    lone = np.vstack([table, [rating, *[MISSING] * (table.shape[1] - 1)]])
    for measure in (percent, cohen, alpha):
        before, after = (measure(tallied(each, categories=4)).coefficient for each in (table, lone))
        assert before == pytest.approx(after, abs=1e-9, nan_ok=True)


@given(tables(missing=True))
def test_a_row_of_weight_three_is_three_rows(table: Table) -> None:
    weighed = tallied(table, categories=4, weights=np.full(len(table), 3.0))
    repeated = tallied(np.repeat(table, 3, axis=0), categories=4)
    for measure in MEASURES.values():
        assert measure(weighed).coefficient == pytest.approx(measure(repeated).coefficient, abs=1e-9, nan_ok=True)


@given(tables(missing=True), st.data())
def test_tallies_of_parts_add_up_to_that_of_the_whole(table: Table, data: st.DataObject) -> None:
    cell = np.array(data.draw(st.lists(st.integers(0, 2), min_size=len(table), max_size=len(table))))
    added = tallied_by(table, cell, 3, categories=4).total()
    whole = tallied(table, categories=4)
    for measure in MEASURES.values():
        assert measure(added).coefficient == pytest.approx(measure(whole).coefficient, abs=1e-9, nan_ok=True)


@pytest.mark.parametrize("name", ["cohen", "fleiss", "alpha"])
def test_where_every_rating_is_the_same_nothing_can_be_corrected(name: str) -> None:
    assert np.isnan(MEASURES[name](of_patterns(_00=40)).coefficient)
    assert np.isnan(MEASURES[name](of_patterns(_11=40)).coefficient)


@pytest.mark.parametrize("name", ["percent", "ac1", "brennan_prediger"])
def test_where_every_rating_is_the_same_these_are_one(name: str) -> None:
    assert MEASURES[name](of_patterns(_00=40)).coefficient == 1


@pytest.mark.parametrize("name", MEASURES)
def test_where_no_two_coders_rated_a_unit_there_is_no_coefficient(name: str) -> None:
    assert np.isnan(MEASURES[name](tallied(np.array([[1, MISSING], [MISSING, 0]]))).coefficient)


def test_a_rare_theme_pulls_kappa_down_and_not_ac1() -> None:
    rare = of_overlap(1000, 5, 10, 10)
    assert percent(rare).coefficient == pytest.approx(0.99)
    assert cohen(rare).coefficient == pytest.approx(0.495, abs=5e-4)
    assert ac1(rare).coefficient == pytest.approx(0.990, abs=5e-4)


def by_theme(*tallies: Tally) -> Tally:
    """Tallies of several themes, themes being the axis in front."""
    joined = {name: np.stack([getattr(one, name) for one in tallies]) for name in vars(tallies[0])}
    return Tally(**joined)


def test_pooled_over_themes_what_is_observed_and_expected_is_averaged_first() -> None:
    common, rare = of_overlap(100, 50, 60, 60), of_overlap(100, 1, 5, 5)
    parts = [cohen(one) for one in (common, rare)]
    observed, expected = np.mean([one.observed for one in parts]), np.mean([one.expected for one in parts])
    pooled = cohen(by_theme(common, rare))
    assert pooled.pooled(np.array([100.0, 100.0])) == pytest.approx((observed - expected) / (1 - expected))


def test_pooled_coders_gain_nothing_from_knowing_that_one_theme_is_common_and_another_rare() -> None:
    by_chance = by_theme(of_patterns(_11=81, _10=9, _01=9, _00=1), of_patterns(_11=1, _10=9, _01=9, _00=81))
    assert cohen(by_chance).pooled(by_chance.pairable) == pytest.approx(0, abs=1e-9)
    assert cohen(by_chance.total()).coefficient > 0.6


def test_pooled_a_theme_that_nobody_coded_adds_nothing_to_kappa() -> None:
    used, unused = of_overlap(100, 20, 30, 25), of_patterns(_11=0, _10=0, _01=0, _00=100)
    both = by_theme(used, unused)
    for measure in (cohen, fleiss, alpha):
        assert measure(both).pooled(both.pairable) == pytest.approx(measure(used).coefficient)


def test_the_weighted_kappa_of_ordered_categories_is_what_its_distances_give() -> None:
    ratings = np.random.default_rng(11).integers(0, 4, size=(40, 2))
    first, second = ratings.T
    observed = np.abs(first - second).mean()
    by_chance = np.abs(first[:, None] - second[None, :]).mean()
    assert float(cohen_ordered(ratings, 4).coefficient) == pytest.approx(1 - observed / by_chance)


def test_with_two_categories_the_weighted_kappa_is_cohens() -> None:
    ratings = np.random.default_rng(12).integers(0, 2, size=(40, 2))
    assert float(cohen_ordered(ratings, 2).coefficient) == pytest.approx(float(cohen(tallied(ratings)).coefficient))

"""No small number can be read, or worked out, from the cells that are shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from lapwing.reviews.prevalence.suppressing import ALL, Counts, Key, hidden_cells, is_small

THRESHOLD = 5
Parts = dict[Key, Counts]


def _with_totals(parts: Parts, *, by_period: bool) -> dict[Key, Counts]:
    """The cells with the totals that they add up to."""

    def total(of: Callable[[Key], bool]) -> Counts:
        chosen = [counts for key, counts in parts.items() if of(key)]
        return tuple(map(sum, zip(*chosen, strict=True)))

    whole = dict(parts)
    if by_period:
        for cohort in {cohort for cohort, _ in parts}:
            whole[cohort, ALL] = total(lambda key, cohort=cohort: key[0] == cohort)  # type: ignore[misc]
        for period in {period for _, period in parts}:
            whole[ALL, period] = total(lambda key, period=period: key[1] == period)  # type: ignore[misc]
    whole[ALL, ALL] = total(lambda _: True)
    return whole


counts = st.tuples(st.integers(0, 12), st.integers(0, 12))
one_way = st.lists(counts, min_size=1, max_size=6).map(
    lambda cells: _with_totals({(f"c{at}", ALL): cell for at, cell in enumerate(cells)}, by_period=False)
)


@st.composite
def _two_ways(draw: st.DrawFn) -> dict[Key, Counts]:
    cohorts, periods = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    parts = {(f"c{c}", f"p{p}"): draw(counts) for c in range(cohorts) for p in range(periods)}
    return _with_totals(parts, by_period=True)


def _could_be(whole: Mapping[Key, Counts], hidden: frozenset[Key], key: Key, place: int) -> tuple[float, float]:
    """The least and the most that somebody who knows how many were assessed in each cell can work a count out to."""
    parts = [cell for cell in whole if cell[0] != ALL and (cell[1] != ALL or not _has_periods(whole))]
    rows, values = [], []
    for cell in whole.keys() - hidden:
        rows.append([float(_adds_to(part, cell)) for part in parts])
        values.append(whole[cell][place])
    limits = Bounds([0] * len(parts), [sum(whole[part]) for part in parts])
    sought = np.array([float(_adds_to(part, key)) for part in parts])
    known = [LinearConstraint(np.array(rows), values, values)] if rows else []
    found = [milp(way * sought, constraints=known, bounds=limits, integrality=np.ones(len(parts))) for way in (1, -1)]
    assert all(one.success for one in found)
    return round(found[0].fun), round(-found[1].fun)


def _has_periods(whole: Mapping[Key, Counts]) -> bool:
    return any(key[1] != ALL for key in whole)


def _adds_to(part: Key, cell: Key) -> bool:
    return cell[0] in (part[0], ALL) and cell[1] in (part[1], ALL)


def _nothing_small_is_told(whole: dict[Key, Counts]) -> None:
    hidden = hidden_cells(whole, THRESHOLD)
    for key, cell in whole.items():
        for place, count in enumerate(cell):
            if is_small(count, THRESHOLD):
                assert key in hidden
                least, most = _could_be(whole, hidden, key, place)
                assert least < most, f"{key} can be worked out to be {count}"


@settings(max_examples=150, deadline=None)
@given(one_way)
def test_no_hidden_cell_of_a_row_can_be_worked_out(whole: dict[Key, Counts]) -> None:
    _nothing_small_is_told(whole)


@settings(max_examples=100, deadline=None)
@given(_two_ways())
def test_no_hidden_cell_by_cohort_and_period_can_be_worked_out(whole: dict[Key, Counts]) -> None:
    _nothing_small_is_told(whole)


@settings(max_examples=100, deadline=None)
@given(one_way, st.integers(0, 10), st.integers(0, 10))
def test_of_reviews_in_several_columns_nothing_can_be_worked_out_though_one_knows_how_many_they_are(
    whole: dict[Key, Counts], present: int, absent: int
) -> None:
    """The total has each such review once; whoever knows how many there are knows what the columns add up to."""
    both = whole[ALL, ALL]
    once = whole | {(ALL, ALL): (max(both[0] - present, 0), max(both[1] - absent, 0))}
    hidden = hidden_cells(once, THRESHOLD)
    for key, cell in whole.items():
        for place, count in enumerate(cell):
            if key != (ALL, ALL) and is_small(count, THRESHOLD):
                least, most = _could_be(whole, hidden, key, place)
                assert least < most


@given(one_way)
def test_what_the_hidden_cells_have_together_is_not_small_either(whole: dict[Key, Counts]) -> None:
    hidden = hidden_cells(whole, THRESHOLD)
    if (ALL, ALL) not in hidden:
        left = [
            [
                whole[ALL, ALL][place]
                - sum(cell[place] for key, cell in whole.items() if key not in hidden and key != (ALL, ALL))
            ]
            for place in (0, 1)
        ]
        assert not any(is_small(count, THRESHOLD) for (count,) in left)


@given(one_way)
def test_nothing_is_hidden_where_nothing_is_small(whole: dict[Key, Counts]) -> None:
    if not any(is_small(count, THRESHOLD) for cell in whole.values() for count in cell):
        assert hidden_cells(whole, THRESHOLD) == frozenset()


def test_a_small_cell_takes_the_next_smallest_with_it() -> None:
    whole = _with_totals({("a", ALL): (2, 30), ("b", ALL): (9, 20), ("c", ALL): (40, 60)}, by_period=False)
    assert hidden_cells(whole, THRESHOLD) == {("a", ALL), ("b", ALL)}


def test_what_is_least_wanted_is_hidden_beside_a_small_cell_first() -> None:
    whole = _with_totals({("a", ALL): (2, 30), ("b", ALL): (9, 20), ("c", ALL): (40, 60)}, by_period=False)
    assert hidden_cells(whole, THRESHOLD, least_wanted=["c"]) == {("a", ALL), ("c", ALL)}


def test_what_is_hidden_for_another_reason_stays_hidden() -> None:
    whole = _with_totals({("a", ALL): (8, 30), ("b", ALL): (9, 20)}, by_period=False)
    assert hidden_cells(whole, THRESHOLD, also=[("a", ALL)]) == {("a", ALL)}


@pytest.mark.parametrize(("count", "small"), [(0, False), (1, True), (4, True), (5, False)])
def test_a_count_is_small_from_one_to_under_the_threshold(count: int, small: bool) -> None:
    assert is_small(count, THRESHOLD) is small

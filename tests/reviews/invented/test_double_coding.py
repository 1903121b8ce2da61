"""Invented coders: their error rates, and contingency tables that are known."""

from __future__ import annotations

from functools import cache

import pytest

from lapwing.reviews.invented import Review, invent_reviews
from lapwing.reviews.invented.double_coding import CODERS, TwoCoders, coded_as, coded_twice, truth
from lapwing.reviews.invented.planting import PLANTED

SUICIDE_PATTERNS = {"000": 74, "001": 3, "010": 2, "011": 1, "100": 4, "101": 15, "110": 2, "111": 45}
"""Three raters over 146 reports: counts of a published replication (PFD Toolkit)."""


@cache
def corpus() -> tuple[Review, ...]:
    return tuple(invent_reviews(200, 4, pages=5))


def test_truth_has_each_theme_in_each_review() -> None:
    known = truth(corpus())
    assert len(known) == 200 * len(PLANTED)
    assert sum(known.values()) == sum(state == "present" for review in corpus() for state in review.states().values())


def test_coders_err_as_often_as_they_are_said_to() -> None:
    known = truth(corpus())
    coding = coded_twice(corpus(), 1, CODERS)
    for at, coder in enumerate(CODERS):
        missed = [not coding.said[unit][at] for unit, there in known.items() if there]
        added = [coding.said[unit][at] for unit, there in known.items() if not there]
        assert sum(missed) / len(missed) == pytest.approx(coder.misses, abs=0.04)
        assert sum(added) / len(added) == pytest.approx(coder.adds, abs=0.03)


def test_a_coder_who_never_errs_says_the_truth() -> None:
    never = type(CODERS[0])("Never Wrong", 0.0, 0.0)
    coding = coded_twice(corpus(), 1, (never,))
    assert {unit: said for unit, (said,) in coding.said.items()} == truth(corpus())


def test_tables_count_what_was_said() -> None:
    coding = coded_twice(corpus(), 1)
    for theme in ("", *PLANTED):
        table = coding.table(0, 1, theme)
        patterns = coding.patterns(theme)
        assert table == TwoCoders(patterns["11"], patterns["10"], patterns["01"], patterns["00"])
        assert sum(patterns.values()) == 200 * (1 if theme else len(PLANTED))
    assert len(coding.of("fathers")) == 200


def test_the_same_seed_draws_the_same_errors() -> None:
    assert coded_twice(corpus(), 1).said == coded_twice(corpus(), 1).said
    assert coded_twice(corpus(), 1).said != coded_twice(corpus(), 2).said


def test_codings_of_a_given_table_have_that_table() -> None:
    coding = coded_as(SUICIDE_PATTERNS, 1)
    assert coding.patterns("fathers") == SUICIDE_PATTERNS
    assert coding.table(0, 1) == TwoCoders(both=47, first_only=19, second_only=3, neither=77)
    assert len(coding.coders) == 3

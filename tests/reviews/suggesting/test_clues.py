"""What tells of a theme: its own words, and what coding teaches."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st
from read_rooms import FATHERS, Reviewed
from scipy.stats import chi2_contingency

from lapwing.reviews.suggesting.clues import LEARNED, Clues, clues_of, log_likelihood_ratio
from lapwing.reviews.suggesting.passages import Known
from lapwing.reviews.suggesting.terms import Terms
from lapwing.reviews.themes import Theme, newest_book

FATHER = Theme(
    "men",
    "Fathers and partners",
    definition="A father or partner was not seen.",
    include="Men in the household.",
    exclude="Grandparents.",
    example="A man upstairs whom the telephone system never reached.",
)
OTHER = Theme("order", "Files and order", definition="A partner was not seen in the files.")


@pytest.fixture
def terms(room: Reviewed) -> Iterator[Terms]:
    for name in ("one", "two", "three"):
        room.review_with(name, *FATHERS, "Grandparents were telephoned.")
    for name in ("four", "five", "six", "seven", "eight", "nine", "ten"):
        room.review_with(name)
    with closing(Terms(room.project)) as terms:
        yield terms


def weight(clues: Clues, *stems: str) -> float:
    return clues.by_stems[stems].weight if stems in clues.by_stems else 0.0


def test_the_name_tells_more_than_the_definition_and_that_more_than_the_example(terms: Terms) -> None:
    clues = clues_of(FATHER, [FATHER, OTHER], terms)
    assert clues.by_stems[("father",)].source == "name"
    assert clues.by_stems[("household",)].source == "include"
    assert clues.by_stems[("telephon",)].source == "example"
    named = clues_of(Theme("a", "Household telephone"), [FATHER], terms)
    assert weight(named, "household") > weight(clues, "household") > 0
    assert weight(named, "telephon") > weight(clues, "telephon") > 0


def test_a_word_that_other_themes_share_tells_less(terms: Terms) -> None:
    alone = clues_of(FATHER, [FATHER, Theme("order", "Files and order")], terms)
    beside = clues_of(FATHER, [FATHER, OTHER], terms)
    assert weight(beside, "partner") < weight(alone, "partner")
    assert weight(beside, "household") == weight(alone, "household")


def test_what_the_theme_excludes_counts_against(terms: Terms) -> None:
    rare = Theme("men", "Fathers", exclude="The interpreters of one.")
    assert weight(clues_of(rare, [rare], terms), "interpret") == 0  # in one of eight passages: it says nothing
    terms.passages *= 10
    assert weight(clues_of(rare, [rare], terms), "interpret") < 0


def test_a_word_that_no_passage_has_is_no_clue(terms: Terms) -> None:
    assert weight(clues_of(Theme("men", "Stepfathers"), [FATHER], terms), "stepfath") == 0


def test_what_a_person_adds_is_a_clue(terms: Terms) -> None:
    clues = clues_of(FATHER, [FATHER, OTHER], terms, cues=["interpreter"])
    assert clues.by_stems[("interpret",)].source == "cues"


def test_coding_teaches_words_once_there_is_enough_of_it(room: Reviewed, terms: Terms) -> None:
    def learned() -> set[str]:
        known = Known(room.project, newest_book(room.project))
        clues = clues_of(Theme("fathers", "Men"), [FATHER], terms, known.examples("fathers"))
        return {clue.stems[0] for clue in clues.by_stems.values() if clue.source == LEARNED}

    for name in ("one", "two"):
        for sentence in FATHERS[:2]:
            room.code(name, sentence)
    assert learned() == set()
    room.code("two", FATHERS[2])
    room.code("one", FATHERS[2])
    assert learned() == {"father", "partner"}


def test_an_own_word_that_coding_does_not_bear_out_fades(room: Reviewed, terms: Terms) -> None:
    theme = Theme("fathers", "Telephone")
    before = weight(clues_of(theme, [FATHER], terms), "telephon")
    for sentence in FATHERS:
        room.code("one", sentence)
    examples = Known(room.project, newest_book(room.project)).examples("fathers")
    assert weight(clues_of(theme, [FATHER], terms, examples), "telephon") < before


counts = st.integers(1, 200)


@given(counts, counts, counts, counts)
def test_the_log_likelihood_ratio_is_that_of_the_g_test(a: int, rest: int, b: int, other_rest: int) -> None:
    expected = chi2_contingency([[a, rest], [b, other_rest]], correction=False, lambda_="log-likelihood").statistic
    assert log_likelihood_ratio(a, a + rest, b, b + other_rest) == pytest.approx(expected, abs=1e-6)


def test_equal_shares_give_a_ratio_of_nothing() -> None:
    assert log_likelihood_ratio(5, 10, 50, 100) == pytest.approx(0)
    assert log_likelihood_ratio(0, 10, 0, 100) == 0

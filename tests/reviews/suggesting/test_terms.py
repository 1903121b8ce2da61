"""Words as the index has them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from math import log

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from read_rooms import Reviewed

from lapwing.reviews.suggesting.terms import Terms

LINES = (
    "1. The father was not seen.",
    "2. Fathers were not named, nor was the health visitor.",
    "3. The babies cried.",
)


@pytest.fixture
def terms(room: Reviewed) -> Iterator[Terms]:
    room.document("one.txt", *LINES)
    with closing(Terms(room.project)) as terms:
        yield terms


def stems(terms: Terms, text: str) -> list[str]:
    return [" ".join(term.stems) for term in terms.with_pairs(text)]


def test_words_of_one_stem_are_one_term(terms: Terms) -> None:
    assert stems(terms, "Fathers fathered a father's father") == ["father"] * 4 + ["father father"] * 3


def test_small_words_stand_between_the_words_of_a_pair_and_sentences_do_not(terms: Terms) -> None:
    assert "father partner" in stems(terms, "the father and his partner")
    assert "father partner" not in stems(terms, "the father. His partner")


def test_not_tells_something_of_the_word_after_it_only(terms: Terms) -> None:
    assert stems(terms, "He was not seen") == ["not seen"]
    assert stems(terms, "He was seen") == []


def test_a_term_says_where_it_stands(terms: Terms) -> None:
    text = "He had not been seen by the health visitor."
    assert [text[term.start : term.end] for term in terms.with_pairs(text)] == [
        "health",
        "visitor",
        "not been seen",
        "health visitor",
    ]


def test_a_word_tells_the_more_the_fewer_passages_have_it(terms: Terms) -> None:
    assert [terms.passages_with(stem) for stem in ("father", "babi", "uncl")] == [2, 1, 0]
    assert terms.telling(("father",)) == pytest.approx(-log(2.5 / 4))
    assert terms.telling(("babi",)) > terms.telling(("father",))
    assert terms.telling(("father", "babi")) == pytest.approx(
        (terms.telling(("father",)) + terms.telling(("babi",))) / 2
    )


def test_the_index_says_which_blocks_have_a_stem(terms: Terms) -> None:
    (found,) = terms.of("babies")
    assert found.stems == ("babi",)
    (block,) = terms.blocks_with("babi")
    assert "babies" in terms.project.rows("SELECT words FROM block_words WHERE rowid = ?", (block,))[0]["words"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.from_regex(r"[a-z]{2,12}", fullmatch=True), min_size=1, max_size=12))
def test_stems_are_those_that_the_index_would_keep(terms: Terms, words: list[str]) -> None:
    with closing(sqlite3.connect(":memory:")) as index:
        index.execute("CREATE VIRTUAL TABLE block_words USING fts5 (words, tokenize = 'porter unicode61')")
        index.execute("CREATE VIRTUAL TABLE term USING fts5vocab (block_words, instance)")
        index.execute("INSERT INTO block_words (words) VALUES (?)", (" ".join(words),))
        kept = {row[0] for row in index.execute("SELECT term FROM term")}
    assert {term.stems[0] for term in terms.of(" ".join(words))} <= kept

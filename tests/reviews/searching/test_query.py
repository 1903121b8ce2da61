"""The language in which people search: what each form asks for, and that nothing typed is an error of syntax."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.reviews.refusal import Refusal
from lapwing.reviews.searching import as_fts5

TEXTS = (
    "The father was not seen before the birth.",
    "The mother and her partner attended the pre-birth assessment.",
    "A prebirth assessment did not ask about fathers.",
    "Babies were neglected; neglect was named late.",
    "The child’s views were sought by the health visitor.",
)


@pytest.fixture(scope="module")
def words() -> Iterator[sqlite3.Connection]:
    """The five passages, in a table like the project's."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE block_words USING fts5 (words, tokenize = 'porter unicode61')")
    connection.executemany("INSERT INTO block_words (words) VALUES (?)", [(text,) for text in TEXTS])
    yield connection
    connection.close()


def found(words: sqlite3.Connection, query: str) -> list[int]:
    """Which passages, from 1, a query finds."""
    rows = words.execute("SELECT rowid FROM block_words WHERE block_words MATCH ? ORDER BY rowid", (as_fts5(query),))
    return [row[0] for row in rows]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("father", [1, 3]),
        ("FATHERS", [1, 3]),
        ("father seen", [1]),
        ("“not seen”", [1]),
        ('"seen not"', []),
        ("father OR partner", [1, 2, 3]),
        ("father OR partner assessment", [2, 3]),
        ("(father seen) OR partner", [1, 2]),
        ("father -seen", [3]),
        ("father NOT seen", [3]),
        ("assessment -(mother OR child)", [3]),
        ("assessment -“pre-birth”", [3]),
        ("neglec*", [4]),
        ("assessm*", [2, 3]),
        ("pre-birth", [2, 3]),
        ("prebirth", [2, 3]),
        ("“pre-birth”", [2]),
        ("prebir*", [2, 3]),
        ("father NEAR/3 seen", [1]),
        ("father NEAR/1 birth", []),
        ("NEAR(mother assessment, 7)", [2]),
        ("NEAR(mother assessment)", [2]),
        ("the views of the child", [5]),
        ("child's", [5]),
        ("and", [2]),
        ("father AND seen", [1]),
    ],
)
def test_a_query_finds_what_a_person_means(words: sqlite3.Connection, query: str, expected: list[int]) -> None:
    assert found(words, query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("father)", [1, 3]),
        ("(father", [1, 3]),
        ('"father', [1, 3]),
        ("father OR", [1, 3]),
        ("OR father", [1, 3]),
        ("words:father", []),
        ("fa^ther", []),
        ("father; DROP TABLE block_words", []),
        ("father NEAR", []),
        ("{father}", [1, 3]),
        ("father & seen", [1]),
        ("+father +seen", [1]),
        ("(" * 29 + "father" + ")" * 29, [1, 3]),
        ("(father " * 25, [1, 3]),
    ],
)
def test_odd_input_is_read_as_words(words: sqlite3.Connection, query: str, expected: list[int]) -> None:
    assert found(words, query) == expected


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("", "has no words"),
        ("  ?! ", "has no words"),
        ("()", "has no words"),
        ("NEAR(,)", "has no words"),
        ("-father", "only what must not be there"),
        ("x" * 2000, "2000 letters"),
        ("father " * 61, "61 words"),
    ],
)
def test_a_query_that_asks_for_nothing_is_refused_with_a_sentence(query: str, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        as_fts5(query)


PIECES = st.sampled_from(
    [
        '"',
        "(",
        ")",
        "-",
        "*",
        "OR",
        "AND",
        "NOT",
        "NEAR",
        "NEAR(",
        "NEAR/3",
        "father",
        "pre-birth",
        "the",
        ",5",
        "^",
        ":",
        "+",
    ]
)


@given(
    st.one_of(
        st.text(max_size=80), st.lists(PIECES, max_size=30).map(" ".join), st.lists(PIECES, max_size=30).map("".join)
    )
)
def test_nothing_typed_is_an_error_of_syntax(query: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE block_words USING fts5 (words, tokenize = 'porter unicode61')")
    connection.execute("INSERT INTO block_words (words) VALUES ('The father was not seen.')")
    with closing(connection), suppress(Refusal):
        assert len(found(connection, query)) <= 1

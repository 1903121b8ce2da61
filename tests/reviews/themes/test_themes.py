"""The theme book: how it is written, what it must satisfy, and that versions stay."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rooms import AT, Room

from lapwing.reviews.refusal import Refusal
from lapwing.reviews.themes import (
    Book,
    Theme,
    WrongThemes,
    book_of,
    keep_book,
    newest_book,
    read_themes,
    starting_themes,
)
from lapwing.reviews.themes.book import written_themes
from lapwing.reviews.themes.rules import mistakes, weaknesses

FATHERS = Theme("fathers", "Fathers left out", "Not spoken to.", "Partners.", "Found.", "Nobody asked.", "K4")
MOTHERS = Theme("mothers", "Mothers left out", "Asked of nothing.", "Carers.", "Found.", "No visit.", "P31.2")

MUST: list[tuple[str, tuple[Theme, ...], str]] = [
    ("a code with a space", (replace(FATHERS, code="the fathers"),), "small letters"),
    ("a code twice", (FATHERS, replace(MOTHERS, code="fathers")), "stands for two themes"),
    ("a name twice", (FATHERS, replace(MOTHERS, name="FATHERS left out")), "could not tell them apart"),
    ("under nothing", (replace(FATHERS, parent="family"),), "which is no theme"),
    ("under itself", (replace(FATHERS, parent="mothers"), replace(MOTHERS, parent="fathers")), "stands under itself"),
    ("taken in twice", (replace(FATHERS, takes_in=("men",)), replace(MOTHERS, takes_in=("men",))), "count twice"),
    ("taken in, and still there", (replace(FATHERS, takes_in=("mothers",)), MOTHERS), "still is a theme"),
    ("a lesson that is not", (replace(FATHERS, lesson="P99.1"),), "the report has not"),
    ("a colour by name", (replace(FATHERS, colour="red"),), "#RRGGBB"),
]
OUGHT: list[tuple[str, tuple[Theme, ...], str]] = [
    ("no exclude", (replace(FATHERS, exclude=""),), "has no exclude"),
    ("a catch-all", (replace(FATHERS, name="Other matters"),), "gathers what fits nowhere"),
    ("an only child", (FATHERS, replace(MOTHERS, parent="fathers")), "one theme under it"),
    ("defined alike", (FATHERS, replace(MOTHERS, definition=FATHERS.definition)), "defined almost alike"),
    ("no lesson", (replace(FATHERS, lesson=""),), "leads to no check"),
]


@pytest.mark.parametrize(("themes", "said"), [case[1:] for case in MUST], ids=[case[0] for case in MUST])
def test_a_rule_that_must_hold_is_refused_with_its_reason(themes: tuple[Theme, ...], said: str) -> None:
    assert any(said in sentence for sentence in mistakes(themes))


@pytest.mark.parametrize(("themes", "said"), [case[1:] for case in OUGHT], ids=[case[0] for case in OUGHT])
def test_a_rule_that_ought_to_hold_is_said_with_its_reason(themes: tuple[Theme, ...], said: str) -> None:
    assert mistakes(themes) == []
    assert any(said in sentence for sentence in weaknesses(themes))


def test_the_starting_book_satisfies_every_rule() -> None:
    assert mistakes(starting_themes()) == []
    assert weaknesses(starting_themes()) == []


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_themes_are_read_as_they_were_written(words: str) -> None:
    themes = (replace(FATHERS, definition=words, takes_in=("men", "partners")), MOTHERS)
    assert read_themes(written_themes(themes), "themes.toml") == themes


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[theme", "is not TOML"),
        ("name = 'x'", "has no themes"),
        ("[[theme]]\ncode = 'a'", "needs name"),
        ("[[theme]]\ncode = 'a'\nname = 'A'\ndefinitions = 'x'", "says definitions"),
        ("[[theme]]\ncode = 'a'\nname = 'A'\nlesson = 4", "lesson needs text"),
        ("[[theme]]\ncode = 'a'\nname = 'A'\ntakes_in = 'b'", "needs a list"),
    ],
)
def test_a_file_that_cannot_be_used_says_where(text: str, said: str) -> None:
    with pytest.raises(WrongThemes, match=said):
        read_themes(text, "themes.toml")


def test_every_version_stays_and_a_theme_stays_itself(room: Room) -> None:
    before = newest_book(room.project)
    renamed = [replace(theme, name="Fathers", guid="") if theme.code == "fathers" else theme for theme in before.themes]
    version = keep_book(room.project, renamed, name="Ours", why="shorter", coder_id=room.coder("Anna"), at=AT)
    assert version == 2
    assert book_of(room.project, 1) == before
    assert newest_book(room.project)["fathers"] == replace(before["fathers"], name="Fathers")


def test_a_book_that_cannot_be_counted_with_is_not_kept(room: Room) -> None:
    with pytest.raises(WrongThemes, match="stands for two themes"):
        keep_book(room.project, [FATHERS, FATHERS], name="Ours", why="", coder_id=room.coder("Anna"), at=AT)
    assert newest_book(room.project).version == 1


def test_a_coding_counts_for_its_theme_and_those_above_and_for_what_took_it_in() -> None:
    family = Theme("family", "The family was not known")
    book = Book(1, "Ours", (family, replace(FATHERS, parent="family", takes_in=("men",)), MOTHERS))
    assert book.counted_as("men") == ("fathers", "family")
    assert book.counted_as("mothers") == ("mothers",)
    assert book.counted_as("gone") == ()


def test_a_theme_is_found_by_code_or_name() -> None:
    book = Book(1, "Ours", (FATHERS, MOTHERS))
    assert book.named(" FATHERS left out").code == book.named("Fathers").code == "fathers"
    with pytest.raises(Refusal, match=r"has no theme uncles\. It has: fathers, mothers"):
        book.named("uncles")

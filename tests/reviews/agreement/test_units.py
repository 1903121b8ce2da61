"""What agreement is counted over: when a theme is on a paragraph, and what characters are compared."""

from __future__ import annotations

import pytest
from double_coding import Double
from hypothesis import given
from hypothesis import strategies as st

from lapwing.reviews.agreement.agreeing import agreement
from lapwing.reviews.agreement.result import Agreed
from lapwing.reviews.agreement.units import SUBSTANTIAL, Paragraph, Unit, paragraphs_under
from lapwing.reviews.agreement.work import Passage

LONG = [Paragraph(2, ((10, 110),)), Paragraph(3, ((112, 212),)), Paragraph(5, ((220, 230),))]
"""Two of 100 characters and one of 10, with a line between them, and a heading between the last two."""
BROKEN = [Paragraph(2, ((0, 50), (90, 140))), Paragraph(4, ((141, 241),))]
"""One that goes on after the end of a page, of which 40 characters of head and foot are set aside."""


def on(paragraphs: list[Paragraph], start: int, end: int) -> list[int]:
    return paragraphs_under(Passage(1, frozenset(), start, end, ""), paragraphs)


@pytest.mark.parametrize(
    ("start", "end", "positions"),
    [
        (10, 110, [2]),
        (30, 60, [2]),
        (10, 113, [2]),
        (10, 112 + SUBSTANTIAL - 1, [2]),
        (10, 112 + SUBSTANTIAL, [2, 3]),
        (109, 212, [3]),
        (50, 57, [2]),
        (105, 114, [2]),
        (220, 225, [5]),
        (112, 224, [3]),
        (112, 225, [3, 5]),
        (10, 230, [2, 3, 5]),
        (213, 219, []),
        (300, 320, []),
    ],
)
def test_a_theme_is_on_each_paragraph_of_which_a_passage_covers_a_substantial_part(
    start: int, end: int, positions: list[int]
) -> None:
    assert on(LONG, start, end) == positions


def test_what_is_set_aside_between_two_pages_does_not_count() -> None:
    assert on(BROKEN, 40, 95) == [2]
    assert on(BROKEN, 52, 88) == []
    assert Paragraph(2, ((0, 50), (90, 140))).length == 100


def test_a_passage_that_was_lost_is_on_no_paragraph() -> None:
    assert paragraphs_under(Passage(1, frozenset(), None, None, ""), LONG) == []


@given(st.integers(0, 240), st.integers(1, 240))
def test_a_passage_that_touches_a_paragraph_is_on_one(start: int, length: int) -> None:
    touches = any(one.covered(start, start + length) for one in LONG)
    assert bool(on(LONG, start, start + length)) == touches


def fathers(double: Double, unit: Unit) -> Agreed:
    return agreement(double.project, unit=unit, themes=["fathers"]).themes[0]


def test_where_passages_begin_a_letter_apart_coders_agree_on_passages_and_not_on_characters(double: Double) -> None:
    for document_id in double.documents(3):
        double.code(document_id, 2, "Asha")
        double.code(document_id, 2, "Ben", start=1)
    double.hand_out()
    double.lock()
    passages, characters = fathers(double, Unit.PASSAGES), fathers(double, Unit.CHARACTERS)
    assert passages.figures["cohen"].value == 1
    assert passages.overlap == 1
    assert characters.figures["cohen"].value == pytest.approx(0.99, abs=0.01)
    assert characters.figures["cohen"].value != 1


def test_passages_are_paragraphs_and_items_and_those_that_nobody_coded_count(double: Double) -> None:
    (document_id,) = double.documents(1)
    double.code(document_id, 2, "Asha")
    double.code(document_id, 4, "Ben")
    double.hand_out()
    double.lock()
    found = fathers(double, Unit.PASSAGES)
    assert found.units == 5
    assert found.figures["percent"].value == pytest.approx(3 / 5)
    assert [(one.coder, one.units, one.of) for one in found.used] == [("Asha", 1, 5), ("Ben", 1, 5)]


def test_by_characters_what_neither_coded_counts(double: Double) -> None:
    document_id = double.document("long.txt", "a" * 300 + "b" * 1500 + "c" * 200)
    double.code(document_id, 1, "Asha", start=100, end=-200)
    double.code(document_id, 1, "Ben", start=300, end=0)
    double.hand_out()
    double.lock()
    found = fathers(double, Unit.CHARACTERS)
    assert found.units == 2000
    assert [one.units for one in found.used] == [1700, 1700]
    assert found.overlap == pytest.approx(1500 / 1900, abs=1e-6)
    assert found.figures["cohen"].value == pytest.approx(0.216, abs=5e-4)


def test_overlapping_passages_of_one_coder_count_once(double: Double) -> None:
    document_id = double.document("long.txt", "a" * 1000)
    double.code(document_id, 1, "Asha", end=-400)
    double.code(document_id, 1, "Asha", start=300, end=-200)
    double.code(document_id, 1, "Ben", end=-200)
    double.hand_out()
    double.lock()
    found = fathers(double, Unit.CHARACTERS)
    assert [one.units for one in found.used] == [800, 800]
    assert found.figures["percent"].value == 1


def test_codings_in_a_heading_are_left_out_and_said_to_be(double: Double) -> None:
    (document_id,) = double.documents(1)
    double.code(document_id, 1, "Asha")
    double.hand_out()
    double.lock()
    found = agreement(double.project)
    assert found.overall.used[0].units == 0
    assert "1 coding left out: the passage is in a heading, a table or a footnote." in found.notes

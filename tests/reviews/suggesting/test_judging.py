"""How good suggestions are, told by leaving one document out at a time."""

from __future__ import annotations

import pytest
from read_rooms import FATHERS, FILLING, Reviewed
from rooms import AT

from lapwing.reviews.coding.passages import finish
from lapwing.reviews.suggesting import Judged, accept, judge


@pytest.fixture
def coded(room: Reviewed) -> Reviewed:
    """Three reviews on fathers, each coded by hand in full, and three of filling."""
    for name in ("one", "two", "three"):
        room.review_with(name, *FATHERS)
        for sentence in FATHERS:
            room.code(name, sentence)
    for name in ("four", "five", "six"):
        room.review_with(name)
    return room


def by(judged: list[Judged], way: str, depth: int) -> Judged:
    (one,) = [one for one in judged if (one.way, one.depth) == (way, depth)]
    return one


def test_what_other_documents_teach_finds_the_same_sentences_again(coded: Reviewed) -> None:
    one = by(judge(coded.project), "alike", 5)
    assert (one.theme, one.documents, one.coded, one.hits, one.recall) == ("fathers", 3, 12, 12, 1.0)
    assert one.precision >= 12 / 15
    assert 0 < one.recall_least < 1 == one.recall_most


def test_a_document_teaches_nothing_about_itself(room: Reviewed) -> None:
    for name, sentence in (("one", FILLING[1]), ("two", FILLING[3])):
        room.document(
            f"{name}.txt", *[f"{n}. {line}" for n, line in enumerate(FILLING[:2] if name == "one" else FILLING[2:4])]
        )
        room.code(name, sentence)
    one = by(judge(room.project), "alike", 5)
    assert (one.coded, one.hits, one.recall) == (2, 0, 0.0)


def test_what_is_coded_elsewhere_than_the_best_counts_against_precision(coded: Reviewed) -> None:
    coded.code("four", "budget for interpreters")
    one = by(judge(coded.project), "words", 5)
    assert (one.documents, one.coded, one.hits) == (4, 13, 12)


def test_the_doubts_are_counted(coded: Reviewed) -> None:
    finish(coded.project, document_id=coded.number("one"), coder_id=coded.coder("Anna"), at=AT)
    coded.review_with("seven", FATHERS[0])
    (suggested,) = coded.suggested(document="seven")
    accept(coded.project, [suggested.reasons[0].id], coder_id=coded.coder("Anna"), at=AT)
    one = by(judge(coded.project), "words", 5)
    assert (one.documents, one.unfinished, one.accepted) == (4, 3, 1)


def test_a_theme_of_one_document_is_not_judged(room: Reviewed) -> None:
    room.review_with("one", *FATHERS)
    room.code("one", FATHERS[0])
    assert judge(room.project) == []

"""Accepting, declining, and how often people did either."""

from __future__ import annotations

import pytest
from read_rooms import FATHERS, Reviewed
from rooms import AT, document_of

from lapwing.reviews.coding.passages import withdraw
from lapwing.reviews.coding.states import visible_codings
from lapwing.reviews.prevalence.intervals import wilson
from lapwing.reviews.project.documents import keep_reading
from lapwing.reviews.refusal import Refusal
from lapwing.reviews.suggesting import accept, acceptances, decline


@pytest.fixture
def ids(room: Reviewed) -> list[int]:
    """The numbers of four suggestions by words."""
    room.review_with("one", *FATHERS)
    room.review_with("two")
    return [one.reasons[0].id for one in room.suggested(way="words")]


def test_accepting_codes_the_passage_as_the_persons_own_work(room: Reviewed, ids: list[int]) -> None:
    (coding_id,) = accept(room.project, ids[:1], coder_id=room.coder("Anna"), at=AT)
    (coding,) = visible_codings(room.project)
    assert (coding["coding_id"], coding["suggestion_id"], coding["theme"]) == (coding_id, ids[0], "fathers")
    assert coding["quote"] in FATHERS
    decided = room.project.rows(
        "SELECT decided, decided_by, decided_at FROM suggestion WHERE suggestion_id = ?", (ids[0],)
    )
    assert tuple(decided[0]) == ("accepted", room.coder("Anna"), "2026-03-02T09:30:00Z")


def test_all_are_decided_or_none(room: Reviewed, ids: list[int]) -> None:
    with pytest.raises(Refusal, match="no suggestion 999"):
        accept(room.project, [ids[0], 999], coder_id=room.coder("Anna"), at=AT)
    assert visible_codings(room.project) == []
    assert len(accept(room.project, ids, coder_id=room.coder("Anna"), at=AT)) == 4


def test_what_is_decided_is_not_decided_again(room: Reviewed, ids: list[int]) -> None:
    decline(room.project, ids[:1], coder_id=room.coder("Anna"), at=AT)
    with pytest.raises(Refusal, match="was declined by Anna already"):
        accept(room.project, ids[:1], coder_id=room.coder("Ben"), at=AT)


def test_one_decision_is_on_the_passage_whichever_way_found_it(room: Reviewed, ids: list[int]) -> None:
    accept(room.project, ids[:1], coder_id=room.coder("Anna"), at=AT)
    room.review_with("three", *FATHERS)
    both = next(one for one in room.suggested() if len(one.reasons) == 2)
    accept(room.project, [both.reasons[0].id], coder_id=room.coder("Anna"), at=AT)
    with pytest.raises(Refusal, match="was accepted by Anna already"):
        decline(room.project, [both.reasons[1].id], coder_id=room.coder("Ben"), at=AT)
    assert {one.way: one.accepted for one in acceptances(room.project)} == {"words": 2, "alike": 1}


def test_a_suggestion_of_an_earlier_reading_is_made_again_before_it_is_accepted(room: Reviewed, ids: list[int]) -> None:
    keep_reading(room.project, room.number("one"), document_of("1. Something else.", f"2. {FATHERS[0]}"), AT)
    with pytest.raises(Refusal, match="has been read anew"):
        accept(room.project, ids[:1], coder_id=room.coder("Anna"), at=AT)
    fresh = room.suggested(way="words")[0]
    assert accept(room.project, [fresh.reasons[0].id], coder_id=room.coder("Anna"), at=AT)


def test_acceptance_is_reported_by_way_and_theme_with_its_interval(room: Reviewed, ids: list[int]) -> None:
    assert acceptances(room.project) == []
    accept(room.project, ids[:3], coder_id=room.coder("Anna"), at=AT)
    decline(room.project, ids[3:], coder_id=room.coder("Ben"), at=AT)
    (one,) = acceptances(room.project)
    assert (one.way, one.theme, one.accepted, one.decided, one.share) == ("words", "fathers", 3, 4, 0.75)
    assert (one.least, one.most) == wilson(3, 4)


def test_an_accepted_coding_that_was_taken_back_counts_as_declined(room: Reviewed, ids: list[int]) -> None:
    (coding, _) = accept(room.project, ids[:2], coder_id=room.coder("Anna"), at=AT)
    withdraw(room.project, coding_id=coding, coder_id=room.coder("Anna"), why="on reading again", at=AT)
    (one,) = acceptances(room.project)
    assert (one.accepted, one.decided) == (1, 2)

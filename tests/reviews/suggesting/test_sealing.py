"""Double coding stays blind: sealed work reaches nobody through the machine, and the machine stays out of the round."""

from __future__ import annotations

from typing import Any

import pytest
from read_rooms import FATHERS, Reviewed
from rooms import AT

from lapwing.reviews.coding.passages import finish
from lapwing.reviews.refusal import Refusal
from lapwing.reviews.suggesting import Wanted, accept, acceptances, decline, judge, suggest

SEALED_WORD = "A lodger whom the landlord called uncle minded the baby while lodger and landlord quarrelled."


@pytest.fixture
def reviews(room: Reviewed) -> Reviewed:
    """Reviews that Anna has coded openly, and one that she and Ben are about to code blind."""
    for name in ("one", "two", "three"):
        room.review_with(name, *FATHERS)
    for name in ("four", "five", "six", "seven", "eight"):
        room.review_with(name, f"{SEALED_WORD[:-1]} of {name}.")
    room.review_with("blind", FATHERS[0], SEALED_WORD, FATHERS[2])
    for name in ("one", "two"):
        room.code(name, FATHERS[0])
        room.code(name, FATHERS[1])
    return room


def everything(room: Reviewed) -> Any:
    """All that the machine says of anything, but for numbers."""
    made = suggest(room.project, Wanted(), at=AT, limit=500)
    told = [{**one.as_json(), "id": 0, "also": [(r.way, r.score, r.why) for r in one.reasons]} for one in made.listed]
    return told, made.total, made.closed, acceptances(room.project), judge(room.project)


def test_sealed_codings_change_nothing_that_the_machine_says(reviews: Reviewed) -> None:
    reviews.hand_out("blind", "Anna", "Ben")
    before = everything(reviews)
    for _ in range(2):
        reviews.code("blind", SEALED_WORD, by="Anna")
        reviews.code("blind", FATHERS[2], by="Ben", theme="parents_needs")
    finish(reviews.project, document_id=reviews.number("blind"), coder_id=reviews.coder("Anna"), at=AT)
    assert everything(reviews) == before
    reviews.lock_all()
    told = everything(reviews)
    assert told != before
    assert any("blind.txt that Anna coded" in reason[2] for one in told[0] for reason in one["also"])


def test_nothing_is_suggested_in_a_document_that_is_being_double_coded(reviews: Reviewed) -> None:
    assert {one.quote for one in reviews.suggested(document="blind")} >= {FATHERS[0], FATHERS[2]}
    reviews.hand_out("blind", "Anna", "Ben")
    made = suggest(reviews.project, Wanted(documents=(reviews.number("blind"),)), at=AT)
    assert (made.listed, made.total, made.closed) == ((), 0, ("blind.txt",))
    assert "blind.txt" not in {one.document for one in reviews.suggested()}
    reviews.lock_all()
    assert {one.quote for one in reviews.suggested(document="blind")} >= {FATHERS[0], FATHERS[2]}


def test_a_round_that_begins_hides_what_was_coded_there_before(reviews: Reviewed) -> None:
    reviews.code("blind", SEALED_WORD, by="Anna")
    assert any(
        one.document == "four.txt" and "blind.txt" in one.reasons[0].why for one in reviews.suggested(way="alike")
    )
    reviews.hand_out("blind", "Anna", "Ben")
    assert not any("blind.txt" in one.reasons[0].why for one in reviews.suggested(way="alike"))


def test_a_suggestion_made_before_the_round_waits_for_its_end(reviews: Reviewed) -> None:
    waiting = reviews.suggested(document="blind")[0].reasons[0].id
    reviews.hand_out("blind", "Anna", "Ben")
    for decide in (accept, decline):
        with pytest.raises(Refusal, match="is being double-coded"):
            decide(reviews.project, [waiting], coder_id=reviews.coder("Ben"), at=AT)
    reviews.lock_all()
    assert len(accept(reviews.project, [waiting], coder_id=reviews.coder("Ben"), at=AT)) == 1


def test_decisions_of_a_coder_on_a_sealed_document_are_not_reported(reviews: Reviewed) -> None:
    suggested = reviews.suggested(document="blind")
    accept(reviews.project, [suggested[0].reasons[0].id], coder_id=reviews.coder("Anna"), at=AT)
    assert acceptances(reviews.project)
    reviews.hand_out("blind", "Anna", "Ben")
    assert acceptances(reviews.project) == []

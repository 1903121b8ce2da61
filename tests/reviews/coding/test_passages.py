"""Coding passages and whole documents: what is kept, what is refused."""

from __future__ import annotations

from typing import Any

import pytest
from rooms import AT, Room

from lapwing.reviews.coding.passages import assess, code_passage, finish, withdraw, write_memo
from lapwing.reviews.refusal import Refusal

LINES = ("1. The father was not seen.", "= Page 4", "2. The mother was 16.")


def code(room: Room, document_id: int, start: int = 3, end: int = 27, theme: str = "fathers", **more: Any) -> int:
    return code_passage(
        room.project,
        document_id=document_id,
        start=start,
        end=end,
        theme=theme,
        coder_id=more.pop("coder_id", None) or room.coder("Anna"),
        at=AT,
        **more,
    )


def test_a_passage_is_kept_with_its_words_and_what_is_around_it(room: Room) -> None:
    code(room, room.document("a.txt", *LINES), 2, 28)
    passage = room.project.rows("SELECT * FROM passage")[0]
    assert (passage["quote"], passage["before"]) == ("The father was not seen.", "1. ")
    assert passage["after"].startswith("\n= Page 4")


def test_one_passage_has_many_themes_and_passages_overlap(room: Room) -> None:
    document_id = room.document("a.txt", *LINES)
    code(room, document_id)
    code(room, document_id, theme="health_agencies")
    code(room, document_id, 7, 27, theme="fragility")
    assert len(room.project.rows("SELECT * FROM passage")) == 2
    assert len(room.project.rows("SELECT * FROM standing_coding")) == 3


def test_saying_the_same_again_changes_nothing(room: Room) -> None:
    document_id = room.document("a.txt", *LINES)
    assert code(room, document_id) == code(room, document_id)


@pytest.mark.parametrize(("start", "end"), [(5, 5), (-1, 4), (9, 4), (0, 999)])
def test_a_passage_outside_the_text_is_refused(room: Room, start: int, end: int) -> None:
    with pytest.raises(Refusal, match="is no part of the text"):
        code(room, room.document("a.txt", *LINES), start, end)


def test_a_passage_of_nothing_but_a_page_foot_is_refused(room: Room) -> None:
    document_id = room.document("a.txt", *LINES)
    with pytest.raises(Refusal, match="no words that people read"):
        code(room, document_id, 30, 36)


def test_a_theme_that_the_book_has_not_is_refused(room: Room) -> None:
    with pytest.raises(Refusal, match="has no theme uncles"):
        code(room, room.document("a.txt", *LINES), theme="uncles")


def test_a_coding_is_about_children_of_its_own_review(room: Room) -> None:
    document_id = room.document("a.txt", *LINES, review=room.review("Review 1", "Child A"))
    room.review("Review 2", "Child B")
    code(room, document_id, children=[room.child("Child A")])
    with pytest.raises(Refusal, match="children of the document's own review"):
        code(room, document_id, theme="fragility", children=[room.child("Child B")])


def test_said_again_of_another_child_it_is_about_both(room: Room) -> None:
    document_id = room.document("a.txt", *LINES, review=room.review("Review 1", "Child A", "Child B", "Child C"))

    def about() -> int:
        return len(room.project.rows("SELECT * FROM coding_child"))

    first = code(room, document_id, children=[room.child("Child A")])
    assert code(room, document_id, children=[room.child("Child B")]) == first
    assert about() == 2
    code(room, document_id)
    assert about() == 3
    whole = code(room, document_id, theme="fragility")
    assert code(room, document_id, theme="fragility", children=[room.child("Child A")]) == whole
    assert about() == 3, "it is about every child already"


def test_a_sealed_coding_can_be_taken_back_by_its_coder_alone(room: Room) -> None:
    document_id = room.document("a.txt", *LINES)
    anna, bela = room.coder("Anna"), room.coder("Bela")
    sealed = code(room, document_id, coder_id=anna)
    room.project.insert(
        "coding_round", round_id=1, name="First", share=1, seed=1, strata="[]", version=1, coder_id=anna, made_at="2026"
    )
    for coder_id in (anna, bela):
        room.project.insert("assignment", round_id=1, document_id=document_id, coder_id=coder_id)
    with pytest.raises(Refusal, match=f"There is no coding {sealed} that stands"):
        withdraw(room.project, coding_id=sealed, coder_id=bela, why="I disagree.", at=AT)
    withdraw(room.project, coding_id=sealed, coder_id=anna, why="It is about the uncle.", at=AT)


def test_a_coding_taken_back_stays_on_record(room: Room) -> None:
    coding_id = code(room, room.document("a.txt", *LINES))
    with pytest.raises(Refusal, match="needs a reason"):
        withdraw(room.project, coding_id=coding_id, coder_id=room.coder("Anna"), why=" ", at=AT)
    withdraw(room.project, coding_id=coding_id, coder_id=room.coder("Anna"), why="It is about the uncle.", at=AT)
    assert room.project.rows("SELECT * FROM standing_coding") == []
    assert room.project.rows("SELECT withdrawn_why FROM coding")[0]["withdrawn_why"] == "It is about the uncle."


def test_present_needs_a_passage_or_a_reason(room: Room) -> None:
    document_id = room.document("a.txt", *LINES)
    said: dict[str, Any] = {"document_id": document_id, "theme": "fathers", "state": "present", "coder_id": 1, "at": AT}
    with pytest.raises(Refusal, match="Code one, or say"):
        assess(room.project, **said)
    assess(room.project, **said, why="It runs through the whole of the chronology.")
    code(room, document_id, coder_id=1)
    assess(room.project, **said)


def test_absent_is_refused_where_the_coder_has_passages(room: Room) -> None:
    document_id = room.document("a.txt", *LINES)
    code(room, document_id)
    with pytest.raises(Refusal, match="You coded 1 of its passages"):
        assess(
            room.project, document_id=document_id, theme="fathers", state="absent", coder_id=room.coder("Anna"), at=AT
        )


def test_who_has_locked_waits_for_the_others(room: Room) -> None:
    document_id = room.document("a.txt", *LINES)
    anna, bela = room.coder("Anna"), room.coder("Bela")
    room.project.insert(
        "coding_round", round_id=1, name="First", share=1, seed=1, strata="[]", version=1, coder_id=anna, made_at="2026"
    )
    room.project.insert("assignment", round_id=1, document_id=document_id, coder_id=anna, locked_at="2026")
    room.project.insert("assignment", round_id=1, document_id=document_id, coder_id=bela)
    with pytest.raises(Refusal, match="You locked your coding of this document in the round “First”"):
        code(room, document_id, coder_id=anna)
    code(room, document_id, coder_id=bela)
    room.project.connection.execute("UPDATE assignment SET locked_at = '2026'")
    code(room, document_id, coder_id=anna)


def test_a_memo_and_a_finished_document_say_by_whom_and_when(room: Room) -> None:
    document_id = room.document("a.txt", *LINES)
    finish(room.project, document_id=document_id, coder_id=room.coder("Anna"), at=AT)
    write_memo(room.project, about="document", key=document_id, words="Read it twice.", coder_id=1, at=AT)
    assert room.project.rows("SELECT finished_at FROM finished")[0]["finished_at"] == "2026-03-02T09:30:00Z"
    assert room.project.rows("SELECT words, made_at FROM memo")[0]["made_at"] == "2026-03-02T09:30:00Z"

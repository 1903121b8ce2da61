"""A passage outlives a re-reading of its document, or says what was lost."""

from __future__ import annotations

import pytest
from rooms import AT, Room, document_of

from lapwing.reviews.coding.anchors import anchor_again
from lapwing.reviews.coding.passages import code_passage
from lapwing.reviews.document import Document
from lapwing.reviews.project.documents import keep_reading
from lapwing.reviews.project.file import Project

LINES = (
    "1. The midwife met the mother four times.",
    "2. The father was not asked about, though he lived in the house and had been violent before.",
    "3. Nobody asked. Nobody asked. A nurse asked once.",
)
QUOTE = "The father was not asked about, though he lived in the house"


def coded(room: Room, quote: str = QUOTE, at: int = 0) -> int:
    document_id = room.document("a.txt", *LINES)
    text = document_of(*LINES).text
    start = text.index(quote, at)
    code_passage(
        room.project,
        document_id=document_id,
        start=start,
        end=start + len(quote),
        theme="fathers",
        coder_id=room.coder("Anna"),
        at=AT,
    )
    return document_id


def read_again(project: Project, document_id: int, document: Document) -> tuple[str, str, list[str]]:
    """How the passage is anchored in a new reading, what stands there, and what was told."""
    reading_id = keep_reading(project, document_id, document, AT)
    shifted = anchor_again(project, document_id, reading_id, AT)
    anchor = project.rows('SELECT "start", "end", how FROM anchor WHERE reading_id = ?', (reading_id,))[0]
    there = "" if anchor["start"] is None else document.quote(anchor["start"], anchor["end"])
    return anchor["how"], there, [one.how for one in shifted]


def test_a_reading_that_is_the_same_moves_nothing(room: Room) -> None:
    assert read_again(room.project, coded(room), document_of(*LINES)) == ("same place", QUOTE, [])


def test_a_passage_moves_with_its_words(room: Room) -> None:
    document = document_of("# Introduction", "A new first paragraph.", *LINES)
    assert read_again(room.project, coded(room), document) == ("moved", QUOTE, ["moved"])


def test_line_ends_and_a_footer_in_the_middle_lose_nothing(room: Room) -> None:
    first, second = LINES[1].split(", though")
    document = document_of(LINES[0], first.removeprefix("2. ") + ",", "= Page 4", "though" + second)
    how, there, _ = read_again(room.project, coded(room), document)
    assert (how, there) == ("moved", QUOTE)


@pytest.mark.parametrize("which", [0, 1])
def test_of_two_places_with_the_same_words_the_surroundings_decide(room: Room, which: int) -> None:
    text = document_of(*LINES).text
    places = [text.index("Nobody asked."), text.rindex("Nobody asked.")]
    document_id = coded(room, "Nobody asked.", places[which])
    document = document_of("New.", *LINES)
    read_again(room.project, document_id, document)
    start = room.project.rows('SELECT "start" FROM anchor ORDER BY reading_id DESC')[0]["start"]
    assert start == places[which] + len("New.\n")


def test_a_passage_with_a_letter_mended_is_found_nearly(room: Room) -> None:
    document = document_of(LINES[0], LINES[1].replace("lived in", "1ived in"), LINES[2])
    how, there, told = read_again(room.project, coded(room), document)
    assert (how, there, told) == ("nearly", QUOTE.replace("lived", "1ived"), ["nearly"])


def test_a_passage_with_words_put_in_is_found_to_its_end(room: Room) -> None:
    document = document_of(LINES[0], LINES[1].replace("lived", "had lived"), LINES[2])
    how, there, _ = read_again(room.project, coded(room), document)
    assert (how, there) == ("nearly", QUOTE.replace("lived", "had lived"))


def test_a_passage_that_is_gone_is_said_to_be_lost(room: Room) -> None:
    assert read_again(room.project, coded(room), document_of(LINES[0], LINES[2])) == ("lost", "", ["lost"])


def test_a_lost_passage_is_found_again_by_a_better_reading(room: Room) -> None:
    document_id = coded(room)
    read_again(room.project, document_id, document_of(LINES[0]))
    assert read_again(room.project, document_id, document_of(*LINES))[:2] == ("same place", QUOTE)


def test_what_a_new_reading_moved_is_told_without_its_words_while_its_coding_is_sealed(room: Room) -> None:
    document_id = coded(room)
    room.project.insert(
        "coding_round", round_id=1, name="R", share=1, seed=1, strata="[]", version=1, coder_id=1, made_at="2026"
    )
    for name in ("Anna", "Bela"):
        room.project.insert("assignment", round_id=1, document_id=document_id, coder_id=room.coder(name))
    reading_id = keep_reading(room.project, document_id, document_of("A new first paragraph.", *LINES), AT)
    assert [(one.how, one.quote) for one in anchor_again(room.project, document_id, reading_id, AT)] == [("moved", "")]

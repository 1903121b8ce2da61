"""The page of an analysis: what it shows the team, and what it keeps back from everybody else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from counted_rooms import CountedRoom
from rooms import AT

from lapwing.report.reviewed import analysed, reviews_page
from lapwing.reviews.agreement.rounds import make_round
from lapwing.reviews.coding.passages import finish
from lapwing.reviews.messages.implications import keep_implication
from lapwing.reviews.messages.kept import keep_message
from lapwing.reviews.prevalence import Asked

DAY = date(2026, 3, 2)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[CountedRoom]:
    """Eight reviews of babies, fathers left out in six; three of young people, fathers left out in one."""
    made = CountedRoom(tmp_path)
    for number in range(8):
        made.review_of(f"Baby {number}", {"Child A": "7 weeks"})
    for number in range(3):
        made.review_of(f"Young {number}", {"Child A": "15 years"})
    for reference in [f"Baby {number}" for number in range(6)] + ["Young 0"]:
        made.present(reference)
    for row in made.project.rows("SELECT document_id FROM document"):
        finish(made.project, document_id=row["document_id"], coder_id=made.coder("Ann"), at=AT)
    yield made
    made.project.close()


def page(room: CountedRoom, *, show_small: bool) -> str:
    return "".join(reviews_page(analysed(room.project, Asked(), show_small=show_small), DAY))


def test_the_teams_page_has_every_number_with_the_passages_behind_it(room: CountedRoom) -> None:
    told = page(room, show_small=True)
    assert "6 of 8, 75% (41% to 93%)" in told
    assert 'href="#fathers-under-1-all"' in told
    assert 'id="fathers-under-1-all"' in told
    assert "Young 0: Young 0.txt, page 1, paragraph 1 (Ann)" in told


def test_the_teams_page_says_that_it_is_not_to_be_passed_on(room: CountedRoom) -> None:
    assert "Do not pass this page on." in page(room, show_small=True)
    assert "Do not pass this page on." not in page(room, show_small=False)


def test_the_matrix_has_a_line_for_each_review(room: CountedRoom) -> None:
    told = page(room, show_small=True)
    assert told.count('<tr><th scope="row">Baby ') == 8
    assert told.count('class="state present"') == 7


def test_a_page_for_others_names_no_review_behind_a_small_number(room: CountedRoom) -> None:
    told = page(room, show_small=False)
    assert "kept back" in told
    assert "1 of 3" not in told
    assert "Young 0" not in told
    assert "Baby 1" not in told, "the reviews of the total would leave those of the small number over"


def test_what_was_counted_twice_says_how_far_coders_agree_and_why_if_nobody_did(room: CountedRoom) -> None:
    assert "No document was read to its end by two coders" in page(room, show_small=True)
    for row in room.project.rows("SELECT document_id FROM document"):
        finish(room.project, document_id=row["document_id"], coder_id=room.coder("Bea"), at=AT)
    assert "Ann, Bea over 11 documents" in page(room, show_small=True)


def test_what_is_sealed_is_not_among_the_passages_that_are_counted(room: CountedRoom) -> None:
    before = analysed(room.project, Asked()).counts["coded passages"]
    make_round(room.project, share=1, coders=["Ann", "Bea"], made_by="Ann", at=AT)
    assert (before, analysed(room.project, Asked()).counts["coded passages"]) == (7, 0)


def test_messages_are_told_as_n_of_n(room: CountedRoom) -> None:
    said = {"coder_id": room.coder("Ann"), "at": AT}
    keep_message(room.project, "Fathers are left out too often.", ["fathers"], **said)
    keep_message(room.project, "Of babies' fathers little is known.", ["fathers"], cohort="under 1", **said)
    told = page(room, show_small=True)
    assert "7 of 11, 64% (35% to 85%)</strong>, of reviews.</p>" in told
    assert "6 of 8, 75% (41% to 93%)</strong>, of reviews with a child aged under 1.</p>" in told


def test_a_message_tells_no_total_that_the_table_above_it_keeps_back(room: CountedRoom) -> None:
    for reference in ("Baby 6", "Baby 7", "Young 1", "Young 2"):
        room.present(reference)
    keep_message(room.project, "Fathers are left out.", ["fathers"], coder_id=room.coder("Ann"), at=AT)
    told = analysed(room.project, Asked())
    assert told.table.is_hidden(told.table.cell("fathers"))
    assert "11 of 11" not in page(room, show_small=False)


def test_whose_age_is_in_doubt_is_for_the_team_alone(room: CountedRoom) -> None:
    room.project.connection.execute("UPDATE child SET born_on = '2012-01-01' WHERE child_id = 1")
    assert "Baby 0, Child A: " in page(room, show_small=True)
    told = page(room, show_small=False)
    assert "Baby 0" not in told
    assert "Some ages or dates are in doubt." in told


def test_words_of_a_document_cannot_become_part_of_the_page(room: CountedRoom) -> None:
    review = room.review("Review <b>1</b>")
    room.document("<script>.txt", "1. The father was not seen.", review=review)
    assert "<script>" not in page(room, show_small=True)


def test_what_follows_stands_by_audience_and_its_sources_are_for_the_team(room: CountedRoom) -> None:
    passage = room.project.rows("SELECT passage_id FROM passage")[0]["passage_id"]
    keep_implication(
        room.project,
        audience="the Board",
        action="Ask about fathers.",
        passages=[passage],
        coder_id=1,
        at=AT,
        theme="fathers",
    )
    assert "Baby 0.txt, page 1, paragraph 1" in page(room, show_small=True).partition('id="implications"')[2]
    told = page(room, show_small=False)
    assert "<h3>the Board</h3>" in told
    assert "Ask about fathers." in told
    assert "Baby 0" not in told

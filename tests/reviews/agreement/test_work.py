"""Whose work is compared, and as it stood when."""

from __future__ import annotations

import pytest
from double_coding import LATER, LATEST, Double
from rooms import AT, document_of

from lapwing.reviews.agreement.agreeing import agreement
from lapwing.reviews.agreement.comparing import NothingToCompare
from lapwing.reviews.agreement.result import Agreed
from lapwing.reviews.agreement.units import Unit
from lapwing.reviews.coding.passages import assess, finish, withdraw
from lapwing.reviews.project.documents import keep_reading, stored_document
from lapwing.reviews.refusal import Refusal
from lapwing.reviews.themes import Theme, keep_book, newest_book


def fathers(double: Double, unit: Unit = Unit.PASSAGES, *, unfinished: bool = False) -> Agreed:
    return agreement(double.project, unit=unit, themes=["fathers"], unfinished=unfinished).themes[0]


def used(found: Agreed) -> dict[str, int]:
    return {one.coder: one.units for one in found.used}


def test_nothing_is_compared_before_every_coder_has_locked(double: Double) -> None:
    double.documents(2)
    double.hand_out()
    double.lock("Asha")
    with pytest.raises(NothingToCompare, match="Ben did not lock"):
        agreement(double.project)


def test_documents_that_all_locked_are_compared_while_others_are_sealed(double: Double) -> None:
    first, _second = double.documents(2)
    double.code(first, 2, "Asha")
    double.hand_out()
    double.lock("Asha")
    double.lock("Ben", document_id=first)
    found = agreement(double.project)
    assert found.documents == 1
    assert "1 document left out: not every coder has locked." in found.notes


def test_what_a_coder_locked_counts_whatever_is_coded_or_withdrawn_later(double: Double) -> None:
    (document_id,) = double.documents(1)
    coding_id = double.code(document_id, 2, "Asha")
    double.hand_out()
    double.lock(at=LATER)
    before = fathers(double)
    withdraw(double.project, coding_id=coding_id, coder_id=double.coder("Asha"), why="talked over", at=LATEST)
    double.code(document_id, 3, "Ben", at=LATEST)
    assert fathers(double) == before
    assert used(before) == {"Asha": 1, "Ben": 0}


def test_a_coding_withdrawn_before_the_lock_does_not_count(double: Double) -> None:
    (document_id,) = double.documents(1)
    coding_id = double.code(document_id, 2, "Asha")
    withdraw(double.project, coding_id=coding_id, coder_id=double.coder("Asha"), why="by mistake", at=AT)
    double.hand_out()
    double.lock()
    assert used(fathers(double)) == {"Asha": 0, "Ben": 0}


def test_after_locking_a_coder_changes_nothing_until_the_others_have_locked(double: Double) -> None:
    (document_id,) = double.documents(1)
    double.hand_out()
    double.lock("Asha")
    with pytest.raises(Refusal, match="You locked your coding of this document"):
        double.code(document_id, 2, "Asha")
    double.code(document_id, 2, "Ben")
    double.lock("Ben")
    double.code(document_id, 2, "Asha", at=LATEST)
    assert used(fathers(double)) == {"Asha": 0, "Ben": 1}


def test_outside_a_round_those_who_finished_are_compared_as_their_work_stands(double: Double) -> None:
    (document_id,) = double.documents(1)
    for name in ("Asha", "Ben"):
        finish(double.project, document_id=document_id, coder_id=double.coder(name), at=AT)
    double.code(document_id, 2, "Asha", at=LATER)
    assert used(fathers(double)) == {"Asha": 1, "Ben": 0}


def test_who_only_began_counts_where_that_is_asked_for(double: Double) -> None:
    (document_id,) = double.documents(1)
    double.code(document_id, 2, "Asha")
    with pytest.raises(NothingToCompare, match="No document was coded by two coders"):
        agreement(double.project, unfinished=True)
    double.code(document_id, 3, "Ben")
    with pytest.raises(NothingToCompare, match="--unfinished"):
        agreement(double.project)
    assert used(fathers(double, unfinished=True)) == {"Asha": 1, "Ben": 1}


def test_a_theme_set_aside_as_not_assessed_is_no_rating(double: Double) -> None:
    document_ids = double.documents(2)
    for document_id in document_ids:
        double.code(document_id, 2, "Ben")
    assess(
        double.project,
        document_id=document_ids[0],
        theme="fathers",
        state="not assessed",
        coder_id=double.coder("Asha"),
        at=AT,
    )
    double.hand_out()
    double.lock()
    found = fathers(double)
    assert (found.units, found.documents) == (5, 1)
    assert {one.coder: one.of for one in found.used} == {"Asha": 5, "Ben": 10}


def test_whole_documents_are_compared_by_what_coders_said_of_them(double: Double) -> None:
    documents = double.documents(3)
    for name, states in {"Asha": ("present", "absent", "absent"), "Ben": ("present", "present", "absent")}.items():
        for document_id, state in zip(documents, states, strict=True):
            assess(
                double.project,
                document_id=document_id,
                theme="fathers",
                state=state,
                coder_id=double.coder(name),
                at=AT,
                why="throughout",
            )
    found = fathers(double, Unit.DOCUMENTS)
    assert found.units == 3
    assert used(found) == {"Asha": 1, "Ben": 2}
    with pytest.raises(NothingToCompare, match="--unit documents"):
        agreement(double.project, unit=Unit.PASSAGES)


def test_of_a_theme_said_of_one_child_alone_only_its_presence_is_said_of_the_document(double: Double) -> None:
    review = double.review("Review 1", "Child A", "Child B")
    (document_id,) = double.documents(1, review=review)
    for theme, state in (("fathers", "present"), ("fragility", "absent")):
        for name in ("Asha", "Ben"):
            assess(
                double.project,
                document_id=document_id,
                theme=theme,
                state=state,
                coder_id=double.coder(name),
                at=AT,
                child_id=double.child("Child A"),
                why="said of him alone",
            )
    themes = {one.theme: one for one in agreement(double.project, unit=Unit.DOCUMENTS).themes}
    assert used(themes["fathers"]) == {"Asha": 1, "Ben": 1}
    assert themes["fragility"].units == 0


def test_a_theme_that_the_rounds_book_did_not_have_was_not_looked_for(double: Double) -> None:
    (document_id,) = double.documents(1)
    double.hand_out()
    double.lock()
    new = (*newest_book(double.project).themes, Theme("housing", "Moves between homes"))
    keep_book(double.project, new, name="More", why="moves recur", coder_id=double.coder("Ada"), at=LATEST)
    themes = {one.theme: one for one in agreement(double.project).themes}
    assert themes["fathers"].units == 5
    assert themes["housing"].units == 0
    assert document_id


def test_a_theme_counts_for_those_that_it_stands_under(double: Double) -> None:
    new = (*newest_book(double.project).themes, Theme("men", "Men upstairs", parent="fathers"))
    keep_book(double.project, new, name="More", why="to tell apart", coder_id=double.coder("Ada"), at=AT)
    (document_id,) = double.documents(1)
    double.code(document_id, 2, "Asha", theme="men")
    double.code(document_id, 2, "Ben", theme="fathers")
    double.hand_out()
    double.lock()
    themes = {one.theme: one for one in agreement(double.project).themes}
    assert themes["fathers"].figures["cohen"].value == 1
    assert themes["men"].figures["cohen"].value == 0


def test_a_passage_that_a_later_reading_lost_counts_nowhere_and_that_is_said(double: Double) -> None:
    (document_id,) = double.documents(1)
    double.code(document_id, 2, "Asha")
    double.hand_out()
    double.lock()
    keep_reading(double.project, document_id, document_of("1. Other words.", "2. Yet others."), LATEST)
    assert stored_document(double.project, document_id).text.startswith("1. Other")
    found = agreement(double.project)
    assert found.overall.used[0].units == 0
    assert any("1 coding left out: the passage was not found again" in note for note in found.notes)

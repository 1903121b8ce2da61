"""Handing documents out, and locking them."""

from __future__ import annotations

import pytest
from double_coding import LATER, Double

from lapwing.reviews.agreement.rounds import all_rounds, lock, round_named
from lapwing.reviews.agreement.sampling import By
from lapwing.reviews.coding.states import State, states_by_review, visible_codings
from lapwing.reviews.refusal import Refusal
from lapwing.reviews.themes import newest_book


def test_a_round_hands_the_same_share_of_the_documents_to_every_coder(double: Double) -> None:
    double.documents(10)
    made = double.hand_out("Asha", "Ben", "Caro", share=0.3)
    assert (made.documents, made.coders) == (3, ("Asha", "Ben", "Caro"))
    assert len(made.assignments) == 9
    assert not any(one.locked_at or one.is_open for one in made.assignments)


def test_a_round_says_how_its_documents_were_drawn(double: Double) -> None:
    double.documents(10)
    assert double.hand_out(share=0.3).explained == "3 documents, 30% of those that could be drawn, from seed 1."
    told = double.hand_out("Caro", "Dan", share=0.3, by=By.AREA, seed=7).explained
    assert told.startswith("3 documents, 30% of those that could be drawn, from seed 7; from each area in proportion")
    assert told.endswith("no review: 3 of 10.")


def test_documents_that_a_coder_already_has_are_not_drawn_again(double: Double) -> None:
    double.documents(4)
    first = double.hand_out(share=0.5)
    second = double.hand_out("Ben", "Caro", share=1)
    assert second.documents == 2
    assert not {one.document for one in first.assignments} & {one.document for one in second.assignments}
    with pytest.raises(Refusal, match="in a round of one of these coders already"):
        double.hand_out("Asha", "Ben")


@pytest.mark.parametrize(
    ("coders", "share", "needs"),
    [
        (("Asha",), 0.5, "two or more coders"),
        (("Asha", "asha "), 0.5, "named twice"),
        (("Asha", ""), 0.5, "two or more coders"),
        (("Asha", "Ben"), 0, "over 0 and up to 1"),
        (("Asha", "Ben"), 1.5, "over 0 and up to 1"),
    ],
)
def test_what_is_no_double_coding_is_refused_and_nothing_is_kept(
    double: Double, coders: tuple[str, ...], share: float, needs: str
) -> None:
    double.documents(4)
    with pytest.raises(Refusal, match=needs):
        double.hand_out(*coders, share=share)
    assert all_rounds(double.project) == []


def test_a_project_without_documents_has_nothing_to_hand_out(double: Double) -> None:
    with pytest.raises(Refusal, match="no documents yet"):
        double.hand_out()


def test_two_rounds_have_two_names(double: Double) -> None:
    double.documents(4)
    double.hand_out(share=0.5, name="Pilot")
    with pytest.raises(Refusal, match="There is a round “Pilot” already"):
        double.hand_out("Caro", "Dan", name="Pilot")


def test_coders_see_nothing_of_each_other_until_both_have_locked(double: Double) -> None:
    (document_id,) = double.documents(1)
    double.hand_out()
    for name in ("Asha", "Ben"):
        double.code(document_id, 2, name)
    seen = []
    for coders in ([], ["Asha"], ["Ben"]):
        double.lock(*coders) if coders else None
        seen.append([len(visible_codings(double.project, double.coder(name))) for name in ("Asha", "Ben", "Ada")])
    assert seen == [[1, 1, 0], [1, 1, 0], [2, 2, 2]]


def test_locking_says_whom_it_waits_for_and_what_was_coded(double: Double) -> None:
    first, _second = double.documents(2)
    double.code(first, 2, "Asha")
    double.hand_out()
    locked = lock(double.project, coder_name="asha", at=LATER)
    assert [(one.document, one.coded, one.waiting_for) for one in locked] == [
        ("review-01.txt", 1, ("Ben",)),
        ("review-02.txt", 0, ("Ben",)),
    ]
    assert lock(double.project, coder_name="Ben", at=LATER, document_id=first)[0].waiting_for == ()


def test_what_a_coder_does_not_have_open_is_not_locked(double: Double) -> None:
    double.documents(1)
    double.hand_out()
    with pytest.raises(Refusal, match="Nobody called “Zoe” codes in this project"):
        double.lock("Zoe")
    double.lock("Asha")
    with pytest.raises(Refusal, match="does not have any document to lock"):
        double.lock("Asha")


def test_who_locks_has_read_the_document_for_every_theme(double: Double) -> None:
    (document_id,) = double.documents(1, review=double.review("Review 1"))
    double.hand_out()
    double.code(document_id, 2, "Asha")
    double.code(document_id, 2, "Ben")
    double.lock()
    states = {one.theme: one.state for one in states_by_review(double.project, newest_book(double.project))}
    assert states["fathers"] is State.PRESENT
    assert states["fragility"] is State.ABSENT


def test_a_round_is_found_by_number_or_name(double: Double) -> None:
    with pytest.raises(Refusal, match="no round of double coding yet"):
        round_named(double.project, "1")
    double.documents(2)
    double.hand_out(name="Pilot")
    assert round_named(double.project, "pilot") == round_named(double.project, "1")
    with pytest.raises(Refusal, match="There is 1 \\(Pilot\\)"):
        round_named(double.project, "2")

"""Where coders differ, settling it, and each coder beside the consensus."""

from __future__ import annotations

import pytest
from double_coding import LATEST, LINES, Double
from rooms import AT, document_of

from lapwing.reviews.agreement.agreeing import agreement
from lapwing.reviews.agreement.comparing import compared_in
from lapwing.reviews.agreement.consensus import Beside, beside_consensus
from lapwing.reviews.agreement.differing import (
    Disagreement,
    differing_at,
    disagreements,
    lost_settlements,
    settle,
)
from lapwing.reviews.agreement.units import Unit
from lapwing.reviews.coding.anchors import anchor_again
from lapwing.reviews.coding.passages import assess
from lapwing.reviews.project.documents import keep_reading
from lapwing.reviews.refusal import Refusal


class Differing(Double):
    """Three coders on one document: all find fathers in paragraph 1, they differ in 2, in its item and in 3."""

    def begin(self) -> None:
        (self.about,) = self.documents(1)
        for block, names in {2: ("Asha", "Ben", "Caro"), 3: ("Asha", "Ben"), 4: ("Caro",), 5: ("Ben",)}.items():
            for name in names:
                self.code(self.about, block, name)
        self.hand_out("Asha", "Ben", "Caro")
        self.lock("Asha", "Ben", "Caro")

    def found(self, unit: Unit = Unit.PASSAGES) -> list[Disagreement]:
        return disagreements(self.project, compared_in(self.project, unit))

    def settle(self, paragraph: str, state: str, why: str = "talked over") -> None:
        meant = differing_at(self.found(), self.about, paragraph, "fathers")
        settle(self.project, meant, state=state, why=why, coder_id=self.coder("Ada"), at=LATEST)

    def read_anew(self, *lines: str) -> None:
        reading_id = keep_reading(self.project, self.about, document_of(*lines), LATEST)
        anchor_again(self.project, self.about, reading_id, LATEST)

    def beside(self, unit: Unit = Unit.PASSAGES) -> dict[str, Beside]:
        found = beside_consensus(self.project, compared_in(self.project, unit), ["fathers"])
        return {one.coder: one for one in found}


@pytest.fixture
def differing(double: Double) -> Differing:
    double.__class__ = Differing
    assert isinstance(double, Differing)
    double.begin()
    return double


def test_each_disagreement_says_where_it_is_who_found_it_in_which_words_and_who_did_not(differing: Differing) -> None:
    first = differing.found()[0]
    assert (first.document, first.where, first.theme) == ("review-01.txt", "page 1, paragraph 2", "fathers")
    assert [(one.coder, one.quotes) for one in first.found_by] == [
        ("Asha", ("The health visitor wrote to the surgery, which did not answer.",)),
        ("Ben", ("The health visitor wrote to the surgery, which did not answer.",)),
    ]
    assert first.not_by == ("Caro",)
    assert first.settled is None


def test_a_theme_found_in_a_document_as_a_whole_is_told_with_why_and_not_as_a_quote(double: Double) -> None:
    (about,) = double.documents(1)
    why = "It runs through the whole of the chronology."
    assess(
        double.project,
        document_id=about,
        theme="fathers",
        state="present",
        coder_id=double.coder("Asha"),
        at=AT,
        why=why,
    )
    double.hand_out("Asha", "Ben")
    double.lock("Asha", "Ben")
    (one,) = disagreements(double.project, compared_in(double.project, Unit.DOCUMENTS))
    assert [(found.quotes, found.why) for found in one.found_by] == [((), why)]


def test_disagreements_stand_in_the_order_of_the_text_and_where_all_agree_there_is_none(differing: Differing) -> None:
    assert [one.position for one in differing.found()] == [3, 4, 5]
    assert [one.position for one in differing.found(Unit.CHARACTERS)] == [3, 4, 5]
    assert differing.found(Unit.DOCUMENTS) == []


def test_what_is_settled_stands_beside_what_was_coded_with_why_and_by_whom(differing: Differing) -> None:
    differing.settle("3", "absent", "it is about the mother")
    settled = differing.found()[2].settled
    assert settled is not None
    assert (settled.state, settled.why, settled.by) == ("absent", "it is about the mother", "Ada")
    assert [one.coder for one in differing.found()[2].found_by] == ["Ben"]


def test_of_several_words_on_the_same_the_last_counts(differing: Differing) -> None:
    differing.settle("3", "absent")
    differing.settle("3", "present")
    settled = differing.found()[2].settled
    assert settled is not None
    assert settled.state == "present"


def test_settling_changes_no_figure_of_agreement(differing: Differing) -> None:
    before = [agreement(differing.project, unit=unit) for unit in Unit]
    differing.settle("3", "absent")
    differing.settle("block 3", "present")
    assert [agreement(differing.project, unit=unit) for unit in Unit] == before


def test_where_a_paragraph_has_several_items_the_block_says_which(differing: Differing) -> None:
    with pytest.raises(Refusal, match="“block 3”, “block 4”"):
        differing.settle("2", "present")
    differing.settle("block 4", "present")
    assert [one.settled is not None for one in differing.found()] == [False, True, False]


@pytest.mark.parametrize(
    ("paragraph", "state", "why", "needs"),
    [
        ("1", "present", "seen", "Coders do not differ in paragraph 1 over fathers"),
        ("", "present", "seen", "Coders do not differ about the document as a whole"),
        ("3", "maybe", "seen", "present or absent; has “maybe”"),
        ("3", "present", " ", "needs a reason"),
    ],
)
def test_what_cannot_be_settled_is_refused(
    differing: Differing, paragraph: str, state: str, why: str, needs: str
) -> None:
    with pytest.raises(Refusal, match=needs):
        differing.settle(paragraph, state, why)
    assert differing.project.rows("SELECT * FROM adjudication") == []


def test_before_anything_is_settled_the_consensus_is_what_all_agree_on(differing: Differing) -> None:
    assert {name: (one.same, one.units) for name, one in differing.beside().items()} == {
        "Asha": (2, 2),
        "Ben": (2, 2),
        "Caro": (2, 2),
    }


def test_each_coder_is_told_beside_what_was_settled(differing: Differing) -> None:
    differing.settle("block 3", "present")
    differing.settle("block 4", "present")
    differing.settle("block 5", "absent")
    beside = differing.beside()
    assert {name: (one.same, one.units) for name, one in beside.items()} == {
        "Asha": (4, 5),
        "Ben": (3, 5),
        "Caro": (4, 5),
    }
    assert beside["Asha"].kappa == pytest.approx((0.8 - 0.48) / 0.52, abs=1e-6)


def test_whole_documents_are_settled_and_told_likewise(double: Double) -> None:
    documents = double.documents(3)
    double.code(documents[0], 2, "Asha")
    double.code(documents[1], 2, "Asha")
    double.code(documents[1], 2, "Ben")
    double.hand_out()
    double.lock()
    compared = compared_in(double.project, Unit.DOCUMENTS)
    (only,) = disagreements(double.project, compared)
    assert (only.document, only.where, only.position) == ("review-01.txt", "the whole document", None)
    settle(double.project, only, state="absent", why="not him", coder_id=double.coder("Ada"), at=LATEST)
    beside = beside_consensus(double.project, compared, ["fathers"])
    assert [(one.coder, one.same, one.units) for one in beside] == [("Asha", 2, 3), ("Ben", 3, 3)]


def test_what_is_settled_goes_with_its_paragraph_into_a_new_reading(differing: Differing) -> None:
    differing.settle("block 4", "present")
    differing.read_anew("A paragraph that was overlooked before.", *LINES)
    assert [(one.position, one.settled is not None) for one in differing.found()] == [(4, False), (5, True), (6, False)]
    assert lost_settlements(differing.project, compared_in(differing.project, Unit.PASSAGES)) == []


def test_what_was_settled_in_a_paragraph_that_a_new_reading_has_lost_is_said_and_settles_nothing(
    differing: Differing,
) -> None:
    differing.settle("3", "absent", "it is about the mother")
    differing.read_anew(*LINES[:-1])
    (lost,) = lost_settlements(differing.project, compared_in(differing.project, Unit.PASSAGES))
    assert (lost.document, lost.theme, lost.settled.state) == ("review-01.txt", "fathers", "absent")
    assert lost.quote == "The young mother was asked about her own childhood once."
    assert [one.settled for unit in Unit for one in differing.found(unit)] == [None] * 4
    assert lost_settlements(differing.project, compared_in(differing.project, Unit.PASSAGES), ["fragility"]) == []

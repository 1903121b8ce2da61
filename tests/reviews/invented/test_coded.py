"""The invented corpus as a project: what is counted there is what was planted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sklearn.metrics import cohen_kappa_score

from lapwing.reviews.agreement.agreeing import agreement
from lapwing.reviews.agreement.units import Unit
from lapwing.reviews.beginning import begin_project
from lapwing.reviews.coding.states import State
from lapwing.reviews.invented import Review, invent_reviews
from lapwing.reviews.invented.coded import FIRST, SECOND, code_files, keep_files
from lapwing.reviews.invented.corpus import content, files_of
from lapwing.reviews.invented.double_coding import DoubleCoding
from lapwing.reviews.invented.known_counts import Known, known_by_child, known_by_review
from lapwing.reviews.invented.planting import PLANTED
from lapwing.reviews.prevalence import Asked, By, Of, prevalence
from lapwing.reviews.project import Project
from lapwing.reviews.project.documents import stored_document

AT = datetime(2026, 6, 1, 9, tzinfo=UTC)
COHORTS = {"under 1": "under 1", "1 to 5": "1-5", "6 to 10": "6-10", "11 to 13": "11-13", "14 and over": "14 and over"}
"""What the shipped scheme of cohorts calls ours."""
Coded = tuple[Project, list[Review], DoubleCoding]


@pytest.fixture(scope="module")
def coded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Coded]:
    """Twenty-seven reviews, in every form, read and coded, half of them twice."""
    reviews = invent_reviews(27, 7, pages=6)
    files = files_of(reviews)
    contents = {name: content(name, review) for name, review in files.items()}
    path = tmp_path_factory.mktemp("coded") / "reviews.lapwing"
    with begin_project(path, "Invented", AT) as project:
        ids = keep_files(project, files, contents, AT)
        double = code_files(project, files, ids, 7, AT, share=0.5)
        yield project, reviews, double


def test_every_planted_sentence_was_coded_in_its_paragraph(coded: Coded) -> None:
    project, reviews, _ = coded
    rows = project.rows(
        """SELECT theme, "start", "end", document_id, reference FROM standing_coding JOIN review USING (review_id)
        JOIN coder USING (coder_id) WHERE coder.name = ?""",
        (FIRST.name,),
    )
    found = []
    for row in rows:
        document = stored_document(project, row["document_id"])
        found.append((row["reference"], row["theme"], document.place_of(row["start"]).paragraph))
        assert document.text[row["end"] - 1] == "."
    planted = [each for review in reviews for each in review.planted if each.state == "present"]
    assert sorted(found) == sorted((each.review, each.theme, each.paragraph) for each in planted)


@pytest.mark.parametrize(("of", "known"), [(Of.CHILDREN, known_by_child), (Of.REVIEWS, known_by_review)])
def test_prevalence_by_cohort_is_what_was_planted(coded: Coded, of: Of, known: object) -> None:
    project, reviews, double = coded
    assert callable(known)
    table = prevalence(project, Asked(of=of, by=By.COHORT), threshold=None)
    disputed = 0
    for each in known(reviews):
        assert isinstance(each, Known)
        cell = table.cell(each.theme, COHORTS[each.cohort])
        disputed += cell.count(State.DISPUTED)
        assert cell.assessed + cell.count(State.DISPUTED) == each.of
        assert cell.present <= each.present <= cell.present + cell.count(State.DISPUTED)
    assert disputed
    differing = double.table(0, 1)
    assert disputed >= differing.first_only + differing.second_only


def test_agreement_over_documents_is_that_of_the_known_table(coded: Coded) -> None:
    project, _, double = coded
    found = agreement(project, unit=Unit.DOCUMENTS)
    assert set(found.coders) == {FIRST.name, SECOND.name}
    for theme in ("", *PLANTED):
        said = [said for (_, named), said in double.said.items() if theme in ("", named)]
        first, second = zip(*said, strict=True)
        agreed = found.overall if not theme else next(each for each in found.themes if each.theme == theme)
        assert agreed.units == len(said)
        assert agreed.figures["percent"].value == pytest.approx(sum(a == b for a, b in said) / len(said))
        if theme and len({*first, *second}) == 2:
            assert agreed.figures["cohen"].value == pytest.approx(cohen_kappa_score(first, second), abs=1e-5)


def test_everybody_has_locked_and_nothing_is_sealed(coded: Coded) -> None:
    project, reviews, double = coded
    assert not project.rows("SELECT * FROM sealed")
    assert len({review for review, _ in double.said}) == pytest.approx(len(reviews) / 2, abs=1)

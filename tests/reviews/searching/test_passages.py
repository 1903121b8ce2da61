"""Searching passages of a project: what a result says, what narrows a search, and whose codings are seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from rooms import AT, Room

from lapwing.reviews.coding.passages import code_passage
from lapwing.reviews.document import Block, Document, Kind, Page
from lapwing.reviews.project import document_named
from lapwing.reviews.project.documents import keep_document, keep_reading, stored_document
from lapwing.reviews.refusal import Refusal
from lapwing.reviews.searching import Within, search

ONE = (
    "= Serious case review of Child A: father",
    "# Fathers and partners",
    "16. The father was not seen before the birth.",
    "17. The agencies should:",
    "- ask every mother about the baby's father",
    "18. The mother had not been weighed.",
)
TWO = ("1. Nobody asked who the father was, and the father's own record was not read by those who met the father.",)


@pytest.fixture
def opened(room: Room) -> Room:
    """Two documents of two reviews, in two areas."""
    room.document("one.pdf", *ONE, review=room.review("Review A", "Child A"))
    room.document("two.pdf", *TWO, review=room.review("Review B", "Child B"))
    room.project.connection.execute("UPDATE review SET area = 'Northshire' WHERE reference = 'Review B'")
    return room


def quotes(room: Room, query: str, within: Within | None = None) -> set[str]:
    return {result.quote for result in search(room.project, query, within).results}


def number(room: Room, document: str) -> int:
    return int(document_named(room.project, document)["document_id"])


def code(room: Room, document: str, words: str, by: str, theme: str = "fathers") -> None:
    document_id = number(room, document)
    start = stored_document(room.project, document_id).text.index(words)
    end, coder_id = start + len(words), room.coder(by)
    code_passage(room.project, document_id=document_id, start=start, end=end, theme=theme, coder_id=coder_id, at=AT)


def test_a_result_says_where_the_passage_stands(opened: Room) -> None:
    findings = search(opened.project, "mother baby")
    assert findings.total == 1
    (found,) = findings.results
    assert (found.document, found.review, found.kind) == ("one.pdf", "Review A", "bullet")
    assert (found.page, found.paragraph, found.heading) == (1, "17", "Fathers and partners")
    assert found.quote == "ask every mother about the baby's father"
    assert [found.quote[start:end] for start, end in found.marks] == ["mother", "baby"]
    assert found.shown("<", ">") == "ask every <mother> about the <baby>'s father"
    text = stored_document(opened.project, number(opened, "one.pdf")).text
    assert text[found.start : found.end] == found.quote


def test_every_result_stands_where_the_document_says(opened: Room) -> None:
    for found in search(opened.project, "father OR mother OR agencies").results:
        document = stored_document(opened.project, number(opened, found.document))
        place = document.place_of(found.start)
        assert (found.page, found.paragraph, found.heading) == (place.page, place.paragraph, place.heading)


def test_the_passage_that_says_most_of_it_comes_first(opened: Room) -> None:
    results = search(opened.project, "father").results
    assert results[0].document == "one.pdf"
    assert [result.score for result in results] == sorted((result.score for result in results), reverse=True)


def test_what_runs_along_the_head_of_pages_is_not_searched(opened: Room) -> None:
    assert quotes(opened, "serious case review") == set()


def test_the_total_counts_what_the_limit_leaves_out(opened: Room) -> None:
    findings = search(opened.project, "father", limit=1)
    assert (findings.total, len(findings.results)) == (4, 1)
    for limit in (0, 10**20):
        with pytest.raises(Refusal, match="needs 1 to 1000000"):
            search(opened.project, "father", limit=limit)


def test_a_search_is_narrowed_to_reviews_documents_areas_and_kinds(opened: Room) -> None:
    project = opened.project
    both = project.rows("SELECT review_id FROM review ORDER BY review_id")
    of_two = set(TWO[0][3:].splitlines())
    assert quotes(opened, "father", Within(reviews=[both[1]["review_id"]])) == of_two
    assert quotes(opened, "father", Within(documents=[number(opened, "two.pdf")])) == of_two
    assert quotes(opened, "father", Within(area="northshire")) == of_two
    assert quotes(opened, "father", Within(kinds=["heading"])) == {"Fathers and partners"}
    assert quotes(opened, "father", Within(reviews=[])) == set()


def test_a_search_is_narrowed_to_what_is_coded_or_is_not(opened: Room) -> None:
    code(opened, "one.pdf", "not seen before", by="Anna")
    seen = "The father was not seen before the birth."
    assert quotes(opened, "father", Within(theme="fathers")) == {seen}
    assert quotes(opened, "father", Within(theme="fathers", coded=False)) == quotes(opened, "father") - {seen}
    themes = {result.quote: result.themes for result in search(opened.project, "father").results}
    assert themes.pop(seen) == ("fathers",)
    assert set(themes.values()) == {()}


def test_codings_sealed_in_a_round_are_seen_by_their_coder_alone(opened: Room) -> None:
    project = opened.project
    code(opened, "one.pdf", "not seen before", by="Anna")
    anna, ben = opened.coder("Anna"), opened.coder("Ben")
    round_id = project.insert(
        "coding_round",
        name="Blind",
        share=1,
        seed=1,
        strata="[]",
        version=1,
        coder_id=anna,
        made_at="2026-03-02T09:30:00Z",
    )
    for coder_id in (anna, ben):
        project.insert("assignment", round_id=round_id, document_id=number(opened, "one.pdf"), coder_id=coder_id)

    def seen(viewer: int | None) -> tuple[int, int]:
        found = search(project, "father", Within(viewer=viewer))
        themes = sum(len(result.themes) for result in found.results)
        return themes, search(project, "father", Within(theme="fathers", viewer=viewer)).total

    assert seen(anna) == (1, 1)
    assert seen(ben) == (0, 0)
    assert seen(None) == (0, 0)


def test_only_the_newest_reading_is_searched(opened: Room) -> None:
    document_id = number(opened, "one.pdf")
    text = "The carer was not seen."
    keep_reading(
        opened.project,
        document_id,
        Document(text, (Block(Kind.PARAGRAPH, ((0, len(text)),), 1),), (Page(1, 0, len(text)),)),
        AT,
    )
    assert {result.document for result in search(opened.project, "father").results} == {"two.pdf"}
    assert quotes(opened, "carer") == {text}


def test_a_passage_over_two_pages_is_one_with_its_whole_place(room: Room, tmp_path: Path) -> None:
    text = "The father was\nPage 1\nnot seen."
    blocks = (Block(Kind.PARAGRAPH, ((0, 14), (22, 31)), 1, "4"), Block(Kind.SET_ASIDE, ((15, 21),), 1))
    pages = (Page(1, 0, 22), Page(2, 22, len(text)))
    keep_document(
        room.project,
        name="split.pdf",
        media_type="application/pdf",
        original=b"split",
        document=Document(text, blocks, pages),
        at=AT,
    )
    (found,) = search(room.project, '"was not"').results
    assert (found.quote, found.start, found.end) == ("The father was not seen.", 0, 31)
    assert [found.quote[start:end] for start, end in found.marks] == ["was not"]


def test_of_a_long_passage_the_part_with_most_matches_is_shown(room: Room) -> None:
    filling = "Many things were written down in the records of those years. " * 8
    room.document("long.txt", f"1. {filling}The father and his partner were not seen. {filling}")
    (found,) = search(room.project, "father partner").results
    shown = found.shown()
    assert "[father] and his [partner]" in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 280

"""The long report: its findings, twice, and its implications by audience, in known places and numbers."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO

import docx
import pypdfium2
import pytest

from lapwing.reviews.document import Kind
from lapwing.reviews.invented.long_report import LongReport, invent_long_report, lists_over_page_ends
from lapwing.reviews.invented.pdf import Printed, as_pdf
from lapwing.reviews.invented.word import as_word
from lapwing.reviews.refusal import Refusal


@cache
def report() -> LongReport:
    return invent_long_report(1)


@cache
def printed() -> Printed:
    return as_pdf(report().manuscript)


def lists() -> dict[str, tuple[str, list[str]]]:
    """What each list hangs from, and its items, by the number of the paragraph."""
    found: dict[str, tuple[str, list[str]]] = {}
    number = ""
    for element in report().manuscript.elements:
        if element.kind is Kind.PARAGRAPH:
            number = element.number
            found[number] = (element.text, [])
        elif element.kind is Kind.BULLET:
            found[number][1].append(element.text)
    return {number: (asked, items) for number, (asked, items) in found.items() if items}


def test_it_has_about_sixty_pages() -> None:
    assert printed().pages == pytest.approx(60, abs=3)
    assert len(pypdfium2.PdfDocument(printed().content)) == printed().pages


def test_ten_findings_stand_twice_and_one_of_them_in_other_words() -> None:
    findings = report().findings
    assert [finding.group for finding in findings] == ["babies"] * 7 + ["young people"] * 3
    for finding in findings:
        assert finding.words in lists()[finding.paragraph][1]
        assert finding.again in lists()[finding.again_in][1]
        assert finding.paragraph != finding.again_in
    (reworded,) = report().reworded()
    assert "both those that commission" in reworded.words
    assert "both those that commission" not in reworded.again


def test_implications_stand_in_their_paragraphs_with_their_audience() -> None:
    for implication in report().implications:
        asked, items = lists()[implication.paragraph]
        assert asked.lower() == f"{implication.audience.lower()} should:"
        assert implication.words in items


def test_implications_are_nineteen_for_practitioners_and_twelve_for_boards() -> None:
    assert report().counts() == {"practitioners": [4, 3, 3, 2, 3, 4], "Boards": [2, 2, 1, 3, 2, 2]}
    every_item = sum(len(items) for _, items in lists().values())
    assert every_item == len(report().implications) + 2 * len(report().findings)


def test_statements_on_each_topic_stand_first_in_their_paragraphs() -> None:
    paragraphs = {each.number: each.text for each in report().manuscript.elements if each.kind is Kind.PARAGRAPH}
    assert len(report().statements) == 18
    for statement in report().statements:
        assert paragraphs[statement.paragraph].startswith(statement.words)
    assert {statement.topic for statement in report().statements} == {each.topic for each in report().implications}


def test_one_item_lacks_its_full_stop_and_pre_birth_is_written_in_two_ways() -> None:
    assert len(report().without_full_stop()) == 1
    asked = " ".join(implication.words for implication in report().implications)
    assert "pre-birth" in asked
    assert "prebirth" in asked


def test_some_list_goes_on_over_the_end_of_a_page() -> None:
    over = lists_over_page_ends(report(), printed())
    assert over
    pages = pypdfium2.PdfDocument(printed().content)
    first = next(at for at, element in enumerate(report().manuscript.elements) if element.text == over[0])
    page = pages[printed().places[first][0] - 1].get_textpage().get_text_range()
    assert over[0][:30] in re.sub(r"\s+", " ", page)


def test_the_word_document_says_the_same() -> None:
    document = docx.Document(BytesIO(as_word(report().manuscript)))
    texts = {paragraph.text for paragraph in document.paragraphs}
    assert {implication.words for implication in report().implications} <= texts


def test_another_seed_keeps_findings_and_implications_and_changes_what_stands_between() -> None:
    other = invent_long_report(2)
    assert other.counts() == report().counts()
    assert [finding.words for finding in other.findings] == [finding.words for finding in report().findings]
    assert other.manuscript.elements != report().manuscript.elements
    assert invent_long_report(1) == report()


def test_too_short_a_report_is_refused() -> None:
    with pytest.raises(Refusal, match="20 or more"):
        invent_long_report(1, pages=3)

"""Files of invented reviews: each opens in the library it is for, says what was written, and is the same each time."""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
from functools import cache
from io import BytesIO, StringIO
from pathlib import Path

import docx
import pypdfium2
import pytest
from lxml import html
from openpyxl import load_workbook

from lapwing.reviews.document import Kind
from lapwing.reviews.invented import Review, invent_reviews
from lapwing.reviews.invented.corpus import FORMS, PLANTED, REPORT, REVIEWS, SHEET, content, files_of, write_corpus
from lapwing.reviews.invented.manuscript import Look
from lapwing.reviews.invented.pdf import as_pdf
from lapwing.reviews.invented.plain_text import as_text, as_web_page
from lapwing.reviews.invented.sheet import COLUMNS, as_csv, as_excel, sheet_rows
from lapwing.reviews.invented.word import BULLETS, as_word


@cache
def four() -> tuple[Review, ...]:
    """One review of each look."""
    reviews = tuple(invent_reviews(4, 2, pages=8))
    assert [review.manuscript.look for review in reviews] == list(Look)
    return reviews


def of(look: Look) -> Review:
    return next(review for review in four() if review.manuscript.look is look)


def plainly(words: str) -> str:
    """Without parted words, spaces and line ends."""
    return re.sub(r"[\ufffe\xad\s]+", "", words)


def pages_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    return [document[at].get_textpage().get_text_range() for at in range(len(document))]


@pytest.mark.parametrize("form", FORMS)
def test_the_same_review_gives_the_same_bytes(form: str) -> None:
    once, again = invent_reviews(4, 2, pages=6), invent_reviews(4, 2, pages=6)
    for first, second in zip(once, again, strict=True):
        assert FORMS[form](first.manuscript) == FORMS[form](second.manuscript)


def test_another_process_makes_the_same_files() -> None:
    made = (
        "import hashlib; from lapwing.reviews.invented import invent_reviews; from lapwing.reviews.invented.corpus import *;"
        "files = files_of(invent_reviews(9, 2, pages=5));"
        "print(hashlib.sha256(b''.join(content(*each) for each in files.items())).hexdigest())"
    )
    told = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        ran = subprocess.run([sys.executable, "-c", made], env=environment, capture_output=True, text=True, check=True)
        told.add(ran.stdout)
    assert len(told) == 1


@pytest.mark.parametrize("look", Look)
def test_a_pdf_says_every_planted_sentence_on_the_pages_that_are_named(look: Look) -> None:
    review = of(look)
    printed = as_pdf(review.manuscript)
    pages = pages_of(printed.content)
    assert len(pages) == printed.pages
    for element, (first, last) in zip(review.manuscript.elements, printed.places, strict=True):
        within = "".join(map(plainly, pages[first - 1 : last]))
        for planted in review.planted:
            if planted.sentence in element.text:
                words = plainly(planted.sentence)
                assert words in within or (first != last and words[:12] in within and words[-12:] in within), planted


@pytest.mark.parametrize("look", Look)
def test_a_pdf_has_about_as_many_pages_as_were_asked_for(look: Look) -> None:
    for pages in (8, 30):
        review = next(one for one in invent_reviews(4, 5, pages=pages) if one.manuscript.look is look)
        assert as_pdf(review.manuscript).pages == pytest.approx(pages, abs=3)


def test_looks_print_numbers_bullets_heads_and_feet_in_ways_of_their_own() -> None:
    whole = {look: "\n".join(pages_of(as_pdf(of(look).manuscript).content)) for look in Look}
    assert re.search(r"^1\.1 ", whole[Look.NUMBERED], re.MULTILINE)
    assert re.search(r"^\(a\) ", whole[Look.NUMBERED], re.MULTILINE)
    assert re.search(r"^17 ", whole[Look.PLAIN], re.MULTILINE)
    assert "\u2022" in whole[Look.PLAIN]
    assert "\u25a0" in whole[Look.COLUMNS]
    assert "Dear colleagues" in whole[Look.LETTER]
    assert "Contents" not in whole[Look.LETTER]
    assert "Page 3 of " in whole[Look.COLUMNS]
    assert of(Look.PLAIN).manuscript.running in whole[Look.PLAIN]


def test_a_look_parts_long_words_at_line_ends() -> None:
    review = next(one for one in invent_reviews(4, 5, pages=40) if one.manuscript.look is Look.COLUMNS)
    assert "\ufffe" in "".join(pages_of(as_pdf(review.manuscript).content))


def test_an_executive_summary_stands_in_two_columns() -> None:
    page = pypdfium2.PdfDocument(as_pdf(of(Look.COLUMNS).manuscript).content)[2].get_textpage()
    lefts = {round(page.get_charbox(at)[0]) for at in range(page.count_chars()) if page.get_text_range(at, 1) == "1"}
    assert any(left > 280 for left in lefts)
    assert any(left < 100 for left in lefts)


@pytest.mark.parametrize("look", Look)
def test_a_word_document_has_the_words_and_leaves_the_numbers_to_word(look: Look) -> None:
    review = of(look)
    document = docx.Document(BytesIO(as_word(review.manuscript)))
    texts = [paragraph.text for paragraph in document.paragraphs]
    for planted in review.planted:
        assert any(planted.sentence in text for text in texts)
    assert not any(re.match(r"\d+\.\d+ ", text) for text in texts)
    numbered = sum(
        paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None for paragraph in document.paragraphs
    )
    elements = review.manuscript.elements
    assert numbered == sum(bool(element.number) or element.kind is Kind.BULLET for element in elements)
    assert len(document.tables) == sum(element.kind is Kind.CELL for element in elements)
    assert document.sections[0].footer.paragraphs[0].text.startswith("Page ")


def test_every_list_that_a_word_document_uses_is_defined_and_definitions_come_first() -> None:
    document = docx.Document(BytesIO(as_word(of(Look.NUMBERED).manuscript)))
    tags = [element.tag.rpartition("}")[2] for element in document.part.numbering_part.element]
    assert tags.index("num") > max(at for at, tag in enumerate(tags) if tag == "abstractNum")
    given = {num.numId for num in document.part.numbering_part.element.num_lst}
    used = {
        paragraph._p.pPr.numPr.numId.val
        for paragraph in document.paragraphs
        if paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None
    }
    assert used <= given
    assert BULLETS not in used  # this look letters its lists
    assert len(used) == 1 + len({recommended.audience for recommended in of(Look.NUMBERED).recommended})


@pytest.mark.parametrize("look", Look)
def test_a_web_page_has_the_words_in_its_main_part(look: Look) -> None:
    review = of(look)
    page = html.fromstring(as_web_page(review.manuscript))
    main = page.get_element_by_id("content").text_content()
    assert all(planted.sentence in main for planted in review.planted)
    assert len(page.findall(".//li")) == len(review.recommended)
    assert page.findtext(".//title") == review.facts.title


@pytest.mark.parametrize("look", Look)
def test_a_text_has_the_words_once_its_lines_are_joined(look: Look) -> None:
    review = of(look)
    text = as_text(review.manuscript).decode()
    joined = re.sub(r"\s+", " ", text)
    assert all(planted.sentence in joined for planted in review.planted)
    assert max(map(len, text.splitlines())) <= 110


def test_the_sheet_has_a_row_for_each_child_in_each_incident() -> None:
    reviews = invent_reviews(60, 2, pages=5)
    rows = list(sheet_rows(files_of(reviews)))
    incidents = [incident for review in reviews for incident in review.facts.incidents]
    assert len(rows) == sum(len(incident.children) for incident in incidents)
    sheet = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
    assert all(row["born_on"] or row["age"] for row in sheet if row["incident"] == "Incident 1")
    assert any(not row["born_on"] for row in sheet)
    assert {row["incident"] for row in sheet} == {"Incident 1", "Incident 2"}


def test_the_sheet_says_the_same_as_csv_and_as_excel() -> None:
    rows = list(sheet_rows(files_of(four())))
    read = list(csv.reader(StringIO(as_csv(rows).decode(), newline="")))
    cells = load_workbook(BytesIO(as_excel(rows))).active
    assert read == [list(COLUMNS), *map(list, rows)]
    assert [[cell or "" for cell in row] for row in cells.iter_rows(values_only=True)] == read
    assert as_excel(rows) == as_excel(rows)


def test_a_corpus_is_written_whole_and_the_same_each_time(tmp_path: Path) -> None:
    reviews = invent_reviews(9, 2, pages=5)
    for folder in ("once", "again"):
        files = write_corpus(tmp_path / folder, reviews, 2)
    written = sorted(path.relative_to(tmp_path / "once") for path in (tmp_path / "once").rglob("*.*"))
    sheets = [f"{SHEET}.csv", f"{SHEET}.xlsx", PLANTED, f"{REPORT}.pdf", f"{REPORT}.docx"]
    assert sorted(map(str, written)) == sorted([*(f"{REVIEWS}/{name}" for name in files), *sheets])
    assert {name.rpartition(".")[2] for name in files} == set(FORMS)
    for path in written:
        assert (tmp_path / "once" / path).read_bytes() == (tmp_path / "again" / path).read_bytes()
    for name, review in files.items():
        assert (tmp_path / "once" / REVIEWS / name).read_bytes() == content(name, review)


def test_what_was_planted_stands_in_a_table_beside_the_files(tmp_path: Path) -> None:
    files = write_corpus(tmp_path, invent_reviews(9, 2, pages=5), 2)
    rows = list(csv.DictReader(StringIO((tmp_path / PLANTED).read_text("utf-8"), newline="")))
    assert [row["sentence"] for row in rows] == [each.sentence for review in files.values() for each in review.planted]
    assert {row["file"] for row in rows} <= set(files)

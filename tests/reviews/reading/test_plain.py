"""Plain text as read: paragraphs, headings and lists found, and no character moved."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.reviews.document import Document, Kind
from lapwing.reviews.reading.plain import read_plain
from lapwing.reviews.reading.unusable import UnusableDocument


def read(text: str) -> Document:
    return read_plain(text.encode())


def kinds(document: Document) -> list[tuple[Kind, str, str]]:
    """Each block: what it is, its number, its words."""
    return [(block.kind, block.number, document.words(block)) for block in document.blocks]


def words(document: Document) -> list[str]:
    return [document.words(block) for block in document.blocks]


def test_empty_lines_part_paragraphs_and_wrapped_lines_are_joined() -> None:
    document = read("The midwife was not told\nof the father.\n\nNobody asked.\n")
    assert words(document) == ["The midwife was not told of the father.", "Nobody asked."]
    assert document.text == "The midwife was not told of the father.\n\nNobody asked.\n"
    assert "Lines that a paragraph was wrapped into are joined by a space." in document.notes


@given(st.text(st.sampled_from("Ab1. -•\t\n\f#=") | st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
def test_no_character_is_moved(text: str) -> None:
    try:
        document = read(text)
    except UnusableDocument:
        return
    kept = text.removeprefix("\ufeff")
    assert len(document.text) == len(kept)
    assert all(made == was or was in "\n\f" for made, was in zip(document.text, kept, strict=True))
    assert (document.pages[0].start, document.pages[-1].end) == (0, len(kept))
    at = 0
    for block in document.blocks:
        for start, end in block.spans:
            assert at <= start < end
            assert document.text[start:end] == document.text[start:end].strip()
            at = end


def test_a_line_set_in_begins_a_paragraph() -> None:
    text = "    The midwife was not told of the father, who\nhad moved in.\n    Nobody asked who lived in the home,\nor why.\n"
    assert len(words(read(text))) == 2


WIDE = "The midwife was not told of the father, who had lately moved in."


def test_a_line_that_was_ended_on_purpose_ends_its_paragraph() -> None:
    text = f"Overview report\nChild A\n\n{WIDE}\n{WIDE}\nThe end.\nMore of\nit is\n{WIDE}\n"
    assert words(read(text)) == ["Overview report", "Child A", f"{WIDE} {WIDE} The end.", "More of it is", WIDE]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Overview report\n\n{WIDE}", "Overview report"),
        (f"OVERVIEW REPORT\n\n{WIDE}", "OVERVIEW REPORT"),
        (WIDE, ""),
        (f"1. Overview\n\n{WIDE}", ""),
    ],
)
def test_a_short_line_at_the_beginning_is_the_title(text: str, title: str) -> None:
    assert read(text).title == title


def test_a_file_that_was_not_wrapped_has_a_paragraph_a_line() -> None:
    line = "The midwife was not told of the father, who had moved in with the mother and her two children in May."
    assert words(read(f"{line}\nnobody asked\n{line}")) == [line, "nobody asked", line]


def test_printed_numbers_begin_paragraphs_and_stand_before_them() -> None:
    document = read(
        "17. The midwife was not told.\n18. Nobody asked\n    the father.\n2.3  A plan was made.\nNot inside it.\n"
    )
    assert kinds(document)[:2] == [
        (Kind.PARAGRAPH, "17", "The midwife was not told."),
        (Kind.PARAGRAPH, "18", "Nobody asked the father."),
    ]
    assert kinds(document)[2][1] == "2.3"


def test_a_line_that_happens_to_begin_with_a_number_goes_on() -> None:
    text = "It is set out at length in what is now paragraph\n12. That was not known to the midwife at the time."
    assert len(words(read(text))) == 1


def test_items_of_lists_have_a_level_by_how_far_they_are_set_in() -> None:
    document = read("Practitioners should:\n- ask\n  about fathers\n  - and partners\n- listen\n(a) to babies\n")
    assert [(block.kind, block.level, document.words(block)) for block in document.blocks] == [
        (Kind.PARAGRAPH, 0, "Practitioners should:"),
        (Kind.BULLET, 1, "ask about fathers"),
        (Kind.BULLET, 2, "and partners"),
        (Kind.BULLET, 1, "listen"),
        (Kind.BULLET, 1, "to babies"),
    ]


@pytest.mark.parametrize(
    ("text", "number", "level"),
    [
        ("KEY FINDINGS\n\nWords.", "", 1),
        ("2.1 BACKGROUND\n\nWords.", "2.1", 2),
        ("Key findings\n============\nWords.", "", 1),
        ("3 Key findings\n==============\nWords.", "3", 1),
        ("Key findings\n---\nWords.", "", 0),
        ("Key findings\n------------\nWords.", "", 2),
        ("### Key findings\nWords.", "", 3),
        ("Chapter 3: Babies\n\nWords.", "", 1),
        ("Key findings\n\nWords.", "", 0),
        ("NHS.\n\nWords.", "", 0),
    ],
)
def test_headings_are_taken_where_they_are_clear(text: str, number: str, level: int) -> None:
    document = read(text)
    heading = document.blocks[0]
    assert (heading.number, heading.level, heading.kind is Kind.HEADING) == (number, level, level > 0)
    assert words(document)[-1] == "Words."


def test_form_feeds_end_pages_and_a_sentence_may_go_on() -> None:
    document = read("The midwife was\n\n\fnot told.\n\n\fNobody asked.\n\f")
    assert words(document) == ["The midwife was not told.", "Nobody asked."]
    assert [block.page for block in document.blocks] == [1, 3]
    assert [document.page_at(start) for start, _ in document.blocks[0].spans] == [1, 2]
    assert len(document.pages) == 3
    assert "\f" not in document.text


@pytest.mark.parametrize(
    ("encoding", "called", "guessed"),
    [
        ("utf-8", "UTF-8", False),
        ("utf-8-sig", "UTF-8", False),
        ("utf-16", "UTF-16-LE", False),
        ("utf-16-be", "UTF-16-BE", False),
        ("cp1252", "Windows-1252", True),
        ("mac_roman", "Mac OS Roman", True),
    ],
)
def test_the_encoding_is_found_and_said(encoding: str, called: str, guessed: bool) -> None:
    document = read_plain("The mother’s partner \u2013 a “new” man \u2013 cost £40.".encode(encoding))
    assert document.text == "The mother’s partner \u2013 a “new” man \u2013 cost £40."
    assert document.notes[0] == f"Read as {called}" + (", which was guessed." if guessed else ".")


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_machine_are_read(ends: str) -> None:
    assert words(read_plain(ends.join(["One", "two.", "", "Three."]).encode())) == ["One two.", "Three."]


@pytest.mark.parametrize(
    "content", [b"", b" \n\n", b"-----\n", bytes(range(256)), b"%PDF-1.4\0\0\0", b"\x01\x02\x03words"]
)
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(UnusableDocument):
        read_plain(content)


@pytest.mark.parametrize("sign", "•◼◻∙⮚❑→")
def test_a_sign_that_opens_an_item_in_a_pdf_opens_one_in_plain_text(sign: str) -> None:
    assert kinds(read(f"{sign} ask about fathers")) == [(Kind.BULLET, "", "ask about fathers")]

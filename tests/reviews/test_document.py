"""A document as read: places, paragraphs over page ends, what is set aside."""

from __future__ import annotations

from rooms import document_of

from lapwing.reviews.coding.anchors import Letters
from lapwing.reviews.document import Block, Document, Kind, Page

FIRST = "17. The midwife wrote that the father was"
FOOT = "Page 4 of 60"
SECOND = "not known to her."
TEXT = f"{FIRST}\n{FOOT}\n{SECOND}\n"
OVER = Document(
    TEXT,
    (
        Block(Kind.PARAGRAPH, ((4, len(FIRST)), (TEXT.index(SECOND), len(TEXT) - 1)), 4, "17"),
        Block(Kind.SET_ASIDE, ((len(FIRST) + 1, len(FIRST) + 1 + len(FOOT)),), 4),
    ),
    (Page(4, 0, len(FIRST) + len(FOOT) + 2, "4"), Page(5, len(FIRST) + len(FOOT) + 2, len(TEXT), "5")),
)


def test_a_paragraph_over_a_page_end_reads_as_one() -> None:
    assert OVER.words(OVER.blocks[0]) == "The midwife wrote that the father was not known to her."


def test_what_is_set_aside_stays_in_the_text_and_out_of_quotes() -> None:
    assert OVER.quote(TEXT.index("father"), TEXT.index("known")) == "father was not"
    assert FOOT in OVER.text


def test_a_place_is_a_page_and_a_printed_paragraph() -> None:
    assert str(OVER.place_of(TEXT.index("midwife"))) == "page 4, paragraph 17"


def test_what_goes_on_over_a_page_end_is_cited_by_its_own_paragraph() -> None:
    assert str(OVER.place_of(TEXT.index("known"))) == "page 5, paragraph 17"


def test_an_item_is_cited_by_the_paragraph_that_its_list_hangs_from() -> None:
    document = document_of("# Implications", "17. The Board should:", "- audit assessments", "- assure their quality")
    assert document.place_of(document.text.index("assure")).paragraph == "17"
    assert document.place_of(document.text.index("assure")).heading == "Implications"


def test_a_heading_without_a_number_ends_what_paragraphs_are_cited_by() -> None:
    document = document_of("17. Something.", "# Fathers", "A paragraph without a number.")
    assert str(document.place_of(document.text.index("A paragraph"))) == "page 1, block 3"


def test_a_footnote_that_a_paragraph_goes_on_over_is_no_part_of_its_quotes() -> None:
    text = "The plan was\n1 The plan of May.\nOur Board 3\nnever made."
    kinds = ((Kind.PARAGRAPH, ((0, 12), (44, 55))), (Kind.FOOTNOTE, ((15, 31),)), (Kind.SET_ASIDE, ((32, 43),)))
    document = Document(text, tuple(Block(kind, spans, 1) for kind, spans in kinds), (Page(1, 0, 55),))
    assert document.quote(4, 55) == "plan was never made."
    assert document.quote(15, 30) == "The plan of May"
    letters = Letters(document)
    assert letters.spans("plan was never made") == [(4, 54)]
    assert letters.spans("1 The plan of May.") == [(13, 31)]
    assert letters.find("The plan of May!", "", "", None).start == 15

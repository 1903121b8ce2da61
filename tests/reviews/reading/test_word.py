"""Word documents as read: what a reader of the page sees, in its order."""

from __future__ import annotations

import io

import pytest
from docx import Document as new_word
from word_files import paragraph, run, style, word_file

from lapwing.reviews.document import Document, Kind
from lapwing.reviews.reading.word import read_word

FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def read(body: str, **parts: str) -> Document:
    return read_word(word_file(body, **parts))


def kinds(document: Document) -> list[tuple[Kind, int, str]]:
    """Each block: what it is, how deep, and its words."""
    return [(block.kind, block.level, document.words(block)) for block in document.blocks]


def words(document: Document) -> list[str]:
    return [document.words(block) for block in document.blocks]


def test_a_document_of_python_docx_is_read_in_order() -> None:
    made = new_word()
    made.add_heading("Overview report", 0)
    made.add_heading("Findings", 1)
    made.add_paragraph("The midwife was not told.")
    made.add_paragraph("of the father", style="List Bullet")
    made.add_paragraph("Ask", style="List Number")
    made.add_paragraph("Listen", style="List Number")
    file = io.BytesIO()
    made.save(file)
    document = read_word(file.getvalue())
    assert document.title == "Overview report"
    assert kinds(document) == [
        (Kind.HEADING, 1, "Overview report"),
        (Kind.HEADING, 1, "Findings"),
        (Kind.PARAGRAPH, 0, "The midwife was not told."),
        (Kind.BULLET, 1, "of the father"),
        (Kind.PARAGRAPH, 0, "Ask"),
        (Kind.PARAGRAPH, 0, "Listen"),
    ]
    assert [block.number for block in document.blocks][-2:] == ["1", "2"]


@pytest.mark.parametrize(
    ("styles", "used", "level"),
    [
        (style("Heading2", "heading 2"), "Heading2", 2),
        (style("berschrift3", "heading 3"), "berschrift3", 3),
        (style("x", "Überschrift 1"), "x", 1),
        (style("x", "Our heading", paragraph='<w:outlineLvl w:val="1"/>'), "x", 2),
        (style("Heading1", "heading 1") + style("Ours", based_on="Heading1"), "Ours", 1),
        ("", "Heading4", 4),
        (
            style("Heading1", "heading 1") + style("Ours", based_on="Heading1", paragraph='<w:outlineLvl w:val="9"/>'),
            "Ours",
            0,
        ),
        (style("a", based_on="b") + style("b", based_on="a"), "a", 0),
    ],
    ids=[
        "by name",
        "localised id",
        "localised name",
        "outline level",
        "based on",
        "no styles",
        "body text",
        "in a ring",
    ],
)
def test_headings_are_known_by_their_style(styles: str, used: str, level: int) -> None:
    (block,) = read(paragraph("Findings", style=used), styles=styles).blocks
    assert (block.kind, block.level) == ((Kind.HEADING, level) if level else (Kind.PARAGRAPH, 0))


def test_a_paragraph_may_have_an_outline_level_itself() -> None:
    assert kinds(read(paragraph("Findings", '<w:outlineLvl w:val="2"/>'))) == [(Kind.HEADING, 3, "Findings")]


def test_a_short_bold_line_is_a_heading_and_said_to_be_taken_as_one() -> None:
    body = paragraph(run("What was known", "<w:b/>")) + paragraph(run("She was seen.", "<w:b/>")) + paragraph("Words")
    document = read(body)
    assert kinds(document)[0] == (Kind.HEADING, 1, "What was known")
    assert [kind for kind, _, _ in kinds(document)][1:] == [Kind.PARAGRAPH, Kind.PARAGRAPH]
    assert "1 short bold line was taken as a heading." in document.notes


def test_numbers_and_signs_that_were_typed_stand_before_the_words() -> None:
    body = paragraph(run("2.3") + "<w:r><w:tab/></w:r>" + run("The review found")) + paragraph("(a) a child")
    document = read(body + paragraph("• a bullet") + paragraph("12 children were seen"))
    assert [(block.kind, block.number, document.words(block)) for block in document.blocks] == [
        (Kind.PARAGRAPH, "2.3", "The review found"),
        (Kind.BULLET, "(a)", "a child"),
        (Kind.BULLET, "", "a bullet"),
        (Kind.PARAGRAPH, "", "12 children were seen"),
    ]
    assert document.text.startswith("2.3 The review found\n(a) a child\n• a bullet\n")


def test_the_table_of_contents_is_told_apart() -> None:
    styles = style("TOC1", "toc 1")
    assert kinds(read(paragraph("Findings 4", style="TOC1"), styles=styles)) == [(Kind.CONTENTS, 0, "Findings 4")]


# Words


def test_words_are_those_that_the_page_shows() -> None:
    inside = (
        run("The over")
        + "<w:r><w:softHyphen/></w:r>"
        + run("view\u00ad  report")
        + "<w:r><w:tab/><w:noBreakHyphen/><w:br/></w:r>"
        + run("was\u00a0late")
    )
    assert words(read(paragraph(inside))) == ["The overview report - was late"]


def test_links_and_the_results_of_fields_are_words() -> None:
    link = f'<w:hyperlink r:id="rId9">{run("the guidance")}</w:hyperlink>'
    code = "<w:r><w:instrText> REF x </w:instrText></w:r>"
    nested = FIELD.format("begin") + run("unseen") + code + FIELD.format("end")
    field = FIELD.format("begin") + code + nested + FIELD.format("separate") + run("paragraph 4") + FIELD.format("end")
    simple = f'<w:fldSimple w:instr="DATE">{run(" of May")}</w:fldSimple>'
    assert words(read(paragraph(link + run(", ") + field + simple))) == ["the guidance, paragraph 4 of May"]


def test_a_field_may_go_on_into_the_next_paragraph() -> None:
    body = paragraph(FIELD.format("begin") + run("code")) + paragraph(
        run("more") + FIELD.format("separate") + run("shown")
    )
    assert words(read(body + paragraph(FIELD.format("end") + run("after")))) == ["shown", "after"]


def test_content_controls_are_read_and_their_prompts_are_not() -> None:
    filled = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('Area X')}</w:sdtContent></w:sdt>"
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Click here')}</w:sdtContent></w:sdt>"
    block = f"<w:sdt><w:sdtContent>{paragraph('A whole paragraph')}</w:sdtContent></w:sdt>"
    assert words(read(paragraph(filled + prompt) + block)) == ["Area X", "A whole paragraph"]


def test_symbols_become_letters_that_can_be_searched() -> None:
    known = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    strange = '<w:r><w:sym w:font="Unheard of" w:char="F021"/></w:r>'
    greek = run(" a", '<w:rFonts w:ascii="Symbol"/>')
    document = read(paragraph(run("Seen: ") + known + greek + strange))
    assert words(document) == ["Seen: ✓ \u03b1\ufffd"]
    assert any(note.startswith("1 sign of a symbol font is not known") for note in document.notes)


def test_hidden_words_are_left_out_and_said_to_be() -> None:
    styles = style("Secret", run="<w:vanish/>")
    document = read(
        paragraph(run("Seen ") + run("unseen", "<w:vanish/>")) + paragraph("unseen", style="Secret"), styles=styles
    )
    assert words(document) == ["Seen"]
    assert "2 runs of hidden text are left out." in document.notes


def test_insertions_are_kept_and_deletions_left_out_and_both_are_said() -> None:
    inside = (
        run("The ")
        + f'<w:ins w:author="A">{run("midwife ")}</w:ins>'
        + f'<w:del w:author="A"><w:r><w:delText>nurse </w:delText></w:r></w:del><w:moveFrom>{run("there ")}</w:moveFrom>'
        + f"<w:moveTo>{run('came')}</w:moveTo>"
    )
    document = read(paragraph(inside))
    assert words(document) == ["The midwife came"]
    assert {"2 tracked insertions are kept.", "2 tracked deletions are left out."} <= set(document.notes)


def test_a_paragraph_whose_end_is_deleted_is_one_with_the_next() -> None:
    body = paragraph("The midwife ", "<w:rPr><w:del/></w:rPr>") + paragraph("was not told.")
    assert words(read(body)) == ["The midwife was not told."]


def test_comments_in_the_margin_are_left_out_and_said_to_be() -> None:
    document = read(paragraph(run("Words") + '<w:r><w:commentReference w:id="0"/></w:r>'))
    assert (words(document), "1 comment in the margin is left out." in document.notes) == (["Words"], True)


# Tables, boxes and notes


def cell(inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def table(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def test_cells_come_in_order_and_merged_ones_once() -> None:
    under = cell(paragraph("under"), "<w:vMerge/>")
    body = table(
        cell(paragraph("Child"), '<w:vMerge w:val="restart"/>') + cell(paragraph("Wide"), '<w:gridSpan w:val="2"/>'),
        under + cell(paragraph("Age")) + cell(paragraph("4 weeks")),
    )
    assert kinds(read(body)) == [(Kind.CELL, 0, at) for at in ("Child", "Wide", "Age", "4 weeks")]


def test_a_table_within_a_table_is_read_where_it_stands() -> None:
    inner = table(cell(paragraph("inner 1")) + cell(paragraph("inner 2")))
    assert words(read(table(cell(paragraph("first") + inner) + cell(paragraph("last"))))) == [
        "first", "inner 1", "inner 2", "last",
    ]  # fmt: skip


def test_a_row_that_was_deleted_is_left_out() -> None:
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{cell(paragraph('gone'))}</w:tr>"
    assert words(read(f"<w:tbl>{gone}<w:tr>{cell(paragraph('a'))}{cell(paragraph('b'))}</w:tr></w:tbl>")) == ["a", "b"]


def test_a_table_of_one_cell_is_a_frame_around_paragraphs() -> None:
    assert kinds(read(table(cell(paragraph("Learning point") + paragraph("17. Agencies"))))) == [
        (Kind.PARAGRAPH, 0, "Learning point"),
        (Kind.PARAGRAPH, 0, "Agencies"),
    ]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('In the box')}</w:txbxContent>"
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    document = read(paragraph(run("Before ") + f"<w:r>{both}</w:r>" + run("after")) + paragraph("Next"))
    assert words(document) == ["Before after", "In the box", "Next"]
    assert "1 text box stands after the paragraph that it hangs from." in document.notes


def test_notes_stand_at_the_end_with_the_sign_by_which_they_are_cited() -> None:
    cited = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="5"/></w:r>'
    document = read(
        paragraph(run("He was known") + cited + run(".")) + paragraph("Next"),
        footnotes=f'<w:footnote w:id="2">{paragraph("To the police")}{paragraph("and to others")}</w:footnote>',
        endnotes=f'<w:endnote w:id="5">{paragraph("See the file")}</w:endnote>',
    )
    assert document.text.split("\n") == [
        "He was known[1][i].", "Next", "[1] To the police", "and to others", "[i] See the file",
    ]  # fmt: skip
    assert [(block.kind, block.number) for block in document.blocks][2:] == [
        (Kind.FOOTNOTE, "1"), (Kind.FOOTNOTE, ""), (Kind.FOOTNOTE, "i"),
    ]  # fmt: skip


def test_the_file_says_how_its_notes_are_counted() -> None:
    cited = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    settings = '<w:footnotePr><w:numFmt w:val="upperLetter"/><w:numStart w:val="3"/></w:footnotePr>'
    note = f'<w:footnote w:id="2">{paragraph("A note")}</w:footnote>'
    assert read(paragraph(run("Known") + cited), footnotes=note, settings=settings).text == "Known[C]\n[C] A note"


def test_headers_and_footers_stand_once_at_the_end_set_aside() -> None:
    section = '<w:sectPr><w:headerReference r:id="rHeader"/><w:footerReference r:id="rFooter"/></w:sectPr>'
    body = paragraph("Words", section) + paragraph("More") + section
    document = read(body, header=paragraph("Official"), footer=paragraph("Official") + paragraph("Page 1"))
    assert [said for said in kinds(document) if said[0] is Kind.SET_ASIDE] == [
        (Kind.SET_ASIDE, 0, "Official"), (Kind.SET_ASIDE, 0, "Page 1"),
    ]  # fmt: skip
    assert [document.words(block) for block in document.body()] == ["Words", "More"]
    assert "Headers and footers stand once, at the end, set aside." in document.notes


# Pages


BY_HAND = '<w:r><w:br w:type="page"/></w:r>'
LAID_OUT = "<w:r><w:lastRenderedPageBreak/></w:r>"


def pages(document: Document) -> list[int]:
    return [block.page for block in document.blocks]


def test_pages_turn_by_hand_and_where_word_laid_them_out() -> None:
    body = paragraph(run("One") + BY_HAND) + paragraph(LAID_OUT + run("Two")) + paragraph(LAID_OUT + run("Three"))
    document = read(body)
    assert pages(document) == [1, 2, 3]
    assert [document.text[page.start : page.end].strip() for page in document.pages] == ["One", "Two", "Three"]
    assert document.notes[0].startswith("Pages are as Word last laid them out")


def test_a_paragraph_over_the_end_of_a_page_has_a_part_on_each() -> None:
    document = read(paragraph(run("She was ") + LAID_OUT + run("not seen.")))
    (block,) = document.blocks
    assert (len(block.spans), document.words(block), document.text) == (2, "She was not seen.", "She was not seen.")
    assert [document.page_at(start) for start, _ in block.spans] == [1, 2]


def test_a_word_over_the_end_of_a_page_stays_whole() -> None:
    document = read(paragraph(run("The over") + LAID_OUT + run("view report")))
    assert document.words(document.blocks[0]) == "The overview report"
    assert document.page_at(document.text.index("report")) == 2


def test_a_row_over_the_end_of_a_page_turns_it_once() -> None:
    body = table(cell(paragraph(run("a ") + LAID_OUT + run("b"))) + cell(paragraph(run("c ") + LAID_OUT + run("d"))))
    assert [page.number for page in read(body + paragraph("After")).pages] == [1, 2]


def test_a_section_turns_the_page_unless_it_goes_on() -> None:
    ended, goes_on = "<w:sectPr/>", '<w:sectPr><w:type w:val="continuous"/></w:sectPr>'
    assert pages(read(paragraph("One", ended) + paragraph("Two") + ended)) == [1, 2]
    assert pages(read(paragraph("One", ended) + paragraph("One too") + goes_on)) == [1, 1]


def test_a_style_may_begin_a_page() -> None:
    styles = style("Chapter", paragraph="<w:pageBreakBefore/>")
    body = paragraph("First", style="Chapter") + paragraph("Words") + paragraph("Next", style="Chapter")
    document = read(body, styles=styles)
    assert pages(document) == [1, 1, 2]
    assert document.notes[0].startswith("Only pages turned by hand are known")


def test_two_pages_turned_by_hand_leave_one_empty() -> None:
    document = read(paragraph(run("One") + BY_HAND + BY_HAND) + paragraph("Three"))
    assert pages(document) == [1, 3]
    assert document.pages[1].start == document.pages[1].end


def test_a_file_without_pages_says_so() -> None:
    assert read(paragraph("Words")).notes == (
        "The file says nothing of its pages, so that everything stands on page 1.",
    )


# Titles


@pytest.mark.parametrize(
    ("core", "title"),
    [
        ("<dc:title>Child B: overview</dc:title>", "Child B: overview"),
        ("<dc:title>Microsoft Word - final3.doc</dc:title>", ""),
        ("", ""),
    ],
)
def test_the_title_is_what_the_file_calls_itself(core: str, title: str) -> None:
    assert read(paragraph("Words"), core=core).title == title

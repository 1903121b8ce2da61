"""A report as a Word document that a screen reader finds its way about in: real headings, contents, tables with their heads."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import Any

from docx import Document as word_document
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from lapwing.board.yearly.document import Block, Chapter, Document, Paragraph, Points, Sheet

LANGUAGE = "en-GB"
DEEPEST = 3
"""Headings of more levels than this stand in no contents."""


def as_word(document: Document, *, at: datetime, author: str) -> bytes:
    """The file: title, contents, and what the structure has, in its order and in the same words."""
    made = word_document()
    _lay_out(made, document, at, author)
    made.add_paragraph(document.title, style="Title")
    for line in document.lines:
        made.add_paragraph(line, style="Subtitle")
    _contents(made, document)
    for chapter in document.chapters:
        _write(made, chapter, level=1)
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def _lay_out(made: Any, document: Document, at: datetime, author: str) -> None:
    normal = made.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(11)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), LANGUAGE)
    normal.element.get_or_add_rPr().append(language)
    about = made.core_properties
    about.title, about.language, about.author, about.last_modified_by, about.comments = (
        document.title,
        LANGUAGE,
        author,
        author,
        "",
    )
    about.created = about.modified = datetime(at.year, at.month, at.day)
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.header.paragraphs[0].text = document.title
    footer = section.footer.paragraphs[0]
    footer.add_run("Page ")
    _field(footer, "PAGE", "1")


def _field(paragraph: Any, instruction: str, shown: str) -> None:
    """Something that the reader's own program works out: the number of a page, or the contents."""
    for kind in ("begin", "separate", "end"):
        if kind == "separate":
            told = OxmlElement("w:instrText")
            told.set(qn("xml:space"), "preserve")
            told.text = f" {instruction} "
            paragraph.add_run()._r.append(told)
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        paragraph.add_run()._r.append(mark)
        if kind == "separate":
            paragraph.add_run(shown)


def _contents(made: Any, document: Document) -> None:
    """The contents, with the headings of the chapters to read until the program has numbered the pages."""
    made.add_paragraph("Contents", style="TOC Heading" if "TOC Heading" in made.styles else "Heading 1")
    shown = "; ".join(one.heading for one in document.chapters)
    _field(made.add_paragraph(), f'TOC \\o "1-{DEEPEST}" \\h \\z \\u', shown)
    made.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _write(made: Any, chapter: Chapter, level: int) -> None:
    made.add_heading(chapter.heading, level=level)
    for block in chapter.blocks:
        _block(made, block)
    for inner in chapter.chapters:
        _write(made, inner, level + 1)


def _block(made: Any, block: Block) -> None:
    match block:
        case Paragraph(text, by):
            made.add_paragraph(text)
            if by:
                made.add_paragraph().add_run(by).italic = True
        case Points(says, points):
            made.add_paragraph(says).paragraph_format.keep_with_next = True
            for point in points:
                made.add_paragraph(point, style="List Bullet")
        case Sheet():
            _table(made, block)


def _table(made: Any, sheet: Sheet) -> None:
    made.add_paragraph(sheet.caption, style="Caption").paragraph_format.keep_with_next = True
    table = made.add_table(rows=1, cols=len(sheet.columns), style="Table Grid")
    _describe(table, sheet)
    _fill(table.rows[0], sheet.columns, bold=True)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in sheet.rows:
        added = table.add_row()
        _fill(added, row)
        added._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    made.add_paragraph()


def _describe(table: Any, sheet: Sheet) -> None:
    """What the table is, for those who hear it before they read it."""
    for name, says in (("tblCaption", sheet.caption), ("tblDescription", f"Columns: {', '.join(sheet.columns)}.")):
        said = OxmlElement(f"w:{name}")
        said.set(qn("w:val"), says)
        table._tbl.tblPr.append(said)


def _fill(row: Any, texts: Iterable[str], *, bold: bool = False) -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        run = cell.paragraphs[0].add_run(text)
        run.bold, run.font.size = bold, Pt(9)

"""A briefing as a Word document: one A4 page with real headings and lists, in English as it is written here."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from lapwing.board.briefing_page import Page, Section

LANGUAGE = "en-GB"
MARGIN = Cm(1.9)
FOOT = "Nobody is named here. What is told is how people worked together, so that it goes better."


def as_word(page: Page, *, edition: int, at: datetime) -> bytes:
    """The document of a version of a briefing."""
    made = Document()
    _lay_out(made, page.title, at)
    made.add_heading(page.title, level=1)
    for section in page.sections:
        _write(made, section)
    made.sections[0].footer.paragraphs[0].text = f"{FOOT} Lessons from: {page.source}. Version {edition}."
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def _write(made: Any, section: Section) -> None:
    made.add_heading(section.heading, level=2)
    for line in section.lines:
        made.add_paragraph(line, style="List Bullet" if section.is_list else None)


def _lay_out(made: Any, title: str, at: datetime) -> None:
    sheet = made.sections[0]
    sheet.page_width, sheet.page_height = Cm(21), Cm(29.7)
    sheet.left_margin = sheet.right_margin = sheet.top_margin = sheet.bottom_margin = MARGIN
    for style, size in (("Normal", 10.5), ("Heading 1", 17), ("Heading 2", 12), ("List Bullet", 10.5)):
        made.styles[style].font.name, made.styles[style].font.size = "Arial", Pt(size)
        made.styles[style].paragraph_format.space_after = Pt(3)
    made.styles["Heading 2"].paragraph_format.space_before = Pt(7)
    _speak(made)
    about = made.core_properties
    about.title, about.language, about.author, about.comments = title, LANGUAGE, "", ""
    about.created = about.modified = datetime(at.year, at.month, at.day)


def _speak(made: Any) -> None:
    """Says in which language the whole is, so that it is read aloud and spelt as such."""
    defaults = made.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for one in defaults.findall(qn("w:lang")):
        defaults.remove(one)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), LANGUAGE)
    defaults.append(language)

"""Manuscripts as Word documents, whose numbers, letters and bullets are Word's own and stand nowhere in the text."""

from __future__ import annotations

from io import BytesIO
from itertools import groupby
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from lapwing.reviews.document import Kind
from lapwing.reviews.invented.fixed_zip import WRITTEN_AT, with_fixed_times
from lapwing.reviews.invented.manuscript import NUMBERINGS, Element, Look, Manuscript, Numbering

PARAGRAPHS, BULLETS, FIRST_LETTERED = 90, 91, 100
"""Ids of lists in the document's numbering, well above those that the template brings."""
LEVEL = (
    '<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>'
)
INDENT = '<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'
SYMBOL = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol" w:hint="default"/></w:rPr>'
BULLET = "\uf0b7"
"""Word's own bullet, of the font Symbol."""
FIELD = (
    '<w:r {names}><w:fldChar w:fldCharType="begin"/></w:r>',
    '<w:r {names}><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>',
    '<w:r {names}><w:fldChar w:fldCharType="end"/></w:r>',
)


def as_word(manuscript: Manuscript) -> bytes:
    """The manuscript as .docx. Footnotes stand as notes at the end, their marks raised."""
    document: Any = docx.Document()
    numbering = NUMBERINGS[manuscript.look]
    _define_lists(document, numbering)
    _properties(document, manuscript)
    document.add_paragraph(manuscript.title, style="Title")
    for line in manuscript.front[1:]:
        document.add_paragraph(line)
    notes: list[str] = []
    lists = 0
    for is_list, elements in groupby(manuscript.elements, lambda element: element.kind is Kind.BULLET):
        lists += is_list
        for element in elements:
            _put(document, element, numbering, lists, notes)
    _end_notes(document, notes)
    content = BytesIO()
    document.save(content)
    return with_fixed_times(content.getvalue())


def _define_lists(document: Any, numbering: Numbering) -> None:
    """Paragraph numbers in one list over the whole document; headings are its first level where sections count."""
    sections = numbering is Numbering.SECTIONS
    indent = INDENT.format(left=720, hanging=720)
    first = LEVEL.format(level=0, form="decimal", text="%1" if sections else "%1.", more=indent)
    second = LEVEL.format(level=1, form="decimal", text="%1.%2", more=indent)
    _define(document, PARAGRAPHS, first + second)
    item = INDENT.format(left=1080, hanging=360)
    _define(document, BULLETS, LEVEL.format(level=0, form="bullet", text=BULLET, more=item + SYMBOL))


def _define(document: Any, number: int, levels: str) -> None:
    """A definition and its one list, under the same id; all definitions come before all lists, as the format wants it."""
    root = document.part.numbering_part.element
    names = nsdecls("w")
    kind = '<w:multiLevelType w:val="multilevel"/>'
    root.insert(0, parse_xml(f'<w:abstractNum {names} w:abstractNumId="{number}">{kind}{levels}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {names} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))


def _properties(document: Any, manuscript: Manuscript) -> None:
    properties = document.core_properties
    properties.title, properties.author = manuscript.title, manuscript.front[1]
    properties.created = properties.modified = WRITTEN_AT
    properties.comments = ""
    section = document.sections[0]
    section.header.paragraphs[0].text = manuscript.running
    foot = section.footer.paragraphs[0]
    foot.add_run("Page ")
    for part in FIELD:
        foot._p.append(parse_xml(part.format(names=nsdecls("w"))))
    font = document.styles["Normal"].font
    font.size, font.name = Pt(11), "Arial" if manuscript.look in (Look.NUMBERED, Look.LETTER) else "Times New Roman"


def _put(document: Any, element: Element, numbering: Numbering, lists: int, notes: list[str]) -> None:
    match element.kind:
        case Kind.HEADING:
            paragraph = document.add_heading(element.text, element.level)
            if element.number:
                _number(paragraph, PARAGRAPHS, 0)
        case Kind.BULLET:
            paragraph = document.add_paragraph(element.text)
            _number(paragraph, _lettered(document, lists) if element.number else BULLETS, 0)
        case Kind.CELL:
            _table(document, element)
        case _:
            paragraph = document.add_paragraph(element.text)
            if element.number:
                _number(paragraph, PARAGRAPHS, 1 if numbering is Numbering.SECTIONS else 0)
            if element.note:
                notes.append(element.note)
                paragraph.add_run(str(len(notes))).font.superscript = True


def _number(paragraph: Any, number: int, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = number


def _lettered(document: Any, lists: int) -> int:
    """The list (a), (b), (c) of a place in the document, made where it is not there yet, so that each begins at (a)."""
    number = FIRST_LETTERED + lists
    numbers = {element.get(qn("w:numId")) for element in document.part.numbering_part.element.findall(qn("w:num"))}
    if str(number) not in numbers:
        item = INDENT.format(left=1180, hanging=460)
        _define(document, number, LEVEL.format(level=0, form="lowerLetter", text="(%1)", more=item))
    return number


def _table(document: Any, element: Element) -> None:
    table = document.add_table(len(element.rows), len(element.rows[0]), style="Table Grid")
    cells = iter(table._cells)
    for row in element.rows:
        for words in row:
            next(cells).text = words


def _end_notes(document: Any, notes: list[str]) -> None:
    for at, note in enumerate(notes, 1):
        paragraph = document.add_paragraph()
        paragraph.add_run(str(at)).font.superscript = True
        paragraph.add_run(f" {note}").font.size = Pt(8)

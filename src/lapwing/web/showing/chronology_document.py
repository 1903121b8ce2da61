"""A chronology as a Word document for an agency: what both may see, in time, with what it leaves out said on its first page."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt

from lapwing.conduct.acting import Acting
from lapwing.conduct.reading import Chronology
from lapwing.web.showing.child import who
from lapwing.web.showing.record import OpenRecord
from lapwing.web.showing.timeline import Gap, in_words_of_time
from lapwing.web.templating import counted, in_words

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LEFT_OUT = (
    "where anybody lives whose address is protected, in whatever entry it was written;",
    "who somebody is that is withheld for safety;",
    "work that a young person asked to keep within one service;",
    "who raised a disagreement, where another agency did;",
    "entries made in error, and what the person who made this document may not see themselves.",
)
"""What no such document has. It is the same in each, so that it tells of nobody that there is something to leave out."""
COLUMNS = (("Day", 3.2), ("What happened", 14.5), ("Recorded by", 4.2), ("Recorded", 3.4))


def document_of(found: Chronology, by: Acting, purpose: str, *, goes_to: str = "agency") -> bytes:
    """The document: for an agency, or in the bundle of an inspection, whichever it goes to."""
    record = OpenRecord(found.record)
    made = Document()
    _lay_out(made, by)
    made.add_heading(f"Chronology: {record.record.child.called}", level=1)
    made.add_paragraph(who(record, by.today))
    _first_page(made, found, by, purpose, goes_to)
    made.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    _in_time(made, found, record, by)
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def _lay_out(made: Any, by: Acting) -> None:
    made.styles["Normal"].font.name, made.styles["Normal"].font.size = "Arial", Pt(10.5)
    section = made.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(2)
    about = made.core_properties
    about.author, about.last_modified_by, about.title, about.comments = (
        by.account.name,
        by.account.name,
        "Chronology",
        "",
    )
    about.created = about.modified = datetime(by.at.year, by.at.month, by.at.day)


def _first_page(made: Any, found: Chronology, by: Acting, purpose: str, goes_to: str) -> None:
    names = found.record.names
    made.add_paragraph(f"For: {names.get(found.agency or '', f'the {goes_to} named when it was made')}")
    made.add_paragraph(f"What it is for: {purpose}")
    made.add_paragraph(f"Made by {by.account.name} on {in_words(by.at)}")
    made.add_paragraph(
        f"It has {counted(len(found.happened), 'entry', 'entries')} of every agency, in the order in which things "
        "happened, as far as they were recorded by that day. An entry that has no day stands where it was recorded."
    )
    made.add_heading("What is left out, and why", level=2)
    made.add_paragraph(
        f"It is for this {goes_to} alone, and has what both that {goes_to} and whoever made it may see. To keep people "
        f"safe, and because it is not the {goes_to}'s to know, no such document has:"
    )
    for one in LEFT_OUT:
        made.add_paragraph(one, style="List Bullet")
    made.add_paragraph("Where something was taken out of what somebody wrote, it says [withheld].")
    made.add_paragraph(f"Do not pass it on. Another {goes_to} gets its own, made for it.")


def _in_time(made: Any, found: Chronology, record: OpenRecord, by: Acting) -> None:
    made.add_heading("In the order in which things happened", level=2)
    table = made.add_table(rows=1, cols=len(COLUMNS), style="Table Grid")
    _head(table.rows[0])
    for one in in_words_of_time(record, found.happened, today=by.today, order="oldest"):
        cells = table.add_row().cells
        if isinstance(one, Gap):
            cells[0].merge(cells[-1]).text = one.says
            continue
        for cell, text in zip(cells, (one.on, one.line, one.agency, one.recorded), strict=True):
            cell.text = text
    for row in table.rows:
        for cell, (_, width) in zip(row.cells, COLUMNS, strict=True):
            cell.width = Cm(width)


def _head(row: Any) -> None:
    """The headings of the columns, again on each page."""
    for cell, (title, _) in zip(row.cells, COLUMNS, strict=True):
        cell.text = ""
        cell.paragraphs[0].add_run(title).bold = True
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))

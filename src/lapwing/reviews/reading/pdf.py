"""Reads a PDF: its lines, what runs along head and foot, paragraphs and their kinds, and the text of them all."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import pypdfium2.raw as pdfium

from lapwing.reviews.document import Document, Kind
from lapwing.reviews.reading.glyphs import Repairs
from lapwing.reviews.reading.hyphens import LineEnds
from lapwing.reviews.reading.pdf_cells import cells_of, split_at_tabs
from lapwing.reviews.reading.pdf_contents import with_contents
from lapwing.reviews.reading.pdf_footnotes import split_footnotes
from lapwing.reviews.reading.pdf_kinds import body_letters, settle_kinds
from lapwing.reviews.reading.pdf_markers import with_markers
from lapwing.reviews.reading.pdf_order import Run, in_reading_order
from lapwing.reviews.reading.pdf_pages import Line, PageLines, pages_of
from lapwing.reviews.reading.pdf_paragraphs import Draft, Drafting, Leading, right_margin
from lapwing.reviews.reading.running_heads import RunningHeads, running_heads
from lapwing.reviews.reading.unusable import UnusableDocument
from lapwing.reviews.reading.writing import Placed, Writing


def read_pdf(content: bytes) -> Document:
    """A PDF as read.

    Raises:
        UnusableDocument: it is broken, locked by a password, without pages, or only pictures of pages.
    """
    repairs = Repairs()
    pages = _pages(content, repairs)
    _refuse_pictures(pages)
    return _Reading(pages, repairs).document()


def _pages(content: bytes, repairs: Repairs) -> list[PageLines]:
    opened = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
    if not opened:
        raise UnusableDocument(_why(pdfium.FPDF_GetLastError()))
    try:
        pages = list(pages_of(opened, repairs))
    finally:
        pdfium.FPDF_CloseDocument(opened)
    if not pages:
        raise UnusableDocument("This PDF has no pages. Ask for the file again where it came from.")
    return pages


def _why(error_code: int) -> str:
    if error_code == pdfium.FPDF_ERR_PASSWORD:
        return (
            "This PDF is locked by a password, so nothing can be read from it. "
            "Open it with the password, save it without one, and read that file."
        )
    if error_code == pdfium.FPDF_ERR_SECURITY:
        return (
            "This PDF is protected in a way that cannot be undone here, so nothing can be read from it. "
            "Ask whoever made it for a copy without protection."
        )
    return (
        "This PDF is broken: it begins as one, but its pages cannot be found. "
        "It may have been cut off when it was downloaded; download it again and read the whole file."
    )


def _refuse_pictures(pages: Sequence[PageLines]) -> None:
    """Refuses a document with nothing to read in it."""
    if any(page.lines and not page.is_picture for page in pages):
        return
    pictures = sum(page.is_picture for page in pages)
    of_pages = "its only page is" if len(pages) == 1 else f"all its {len(pages)} pages are"
    if pictures:
        raise UnusableDocument(
            f"This PDF has no text: {of_pages} without any, {pictures} of them a picture of a page, as a scanner makes. "
            "Have the text recognised (OCR) and read the file made so, or ask for the original."
        )
    raise UnusableDocument(
        f"This PDF has no text: {of_pages} empty, or drawn as shapes. "
        "Ask for the original, or have the text recognised (OCR) and read the file made so."
    )


class _Reading:
    """The pages of one document on their way to its text."""

    def __init__(self, pages: Sequence[PageLines], repairs: Repairs) -> None:
        self.pages, self.repairs = pages, repairs
        self.heads = running_heads(pages)
        self.contents: set[int] = set()
        self.bodies = [self._body(page, heads) for page, heads in zip(pages, self.heads, strict=True)]
        self.letters = body_letters(line for body in self.bodies for line in body)
        self.leading = Leading()

    def _body(self, page: PageLines, heads: RunningHeads) -> list[Line]:
        """The lines of a page that do not run on from page to page, with their markers and page numbers of contents."""
        aside = {id(line) for line in (*heads.head, *heads.foot)}
        lines, contents = with_contents([line for line in page.lines if id(line) not in aside], len(self.pages))
        self.contents |= contents
        return split_at_tabs(with_markers(lines))

    def document(self) -> Document:
        """The document as written, block after block."""
        ordered = [split_footnotes(in_reading_order(body), self.letters[0]) for body in self.bodies]
        for runs, _ in ordered:
            for run in runs:
                self.leading.learn(run)
        margins = [margin for margin in map(right_margin, self.bodies) if margin]
        drafting = Drafting(self.leading, median(margins) if margins else 0.0)
        placed = [self._placed(drafting, runs, notes) for runs, notes in ordered]
        settle_kinds(drafting.drafts, self.letters)
        line_ends = LineEnds([line.text for body in self.bodies for line in body], self.repairs)
        writing = Writing(line_ends)
        for page, heads, body in zip(self.pages, self.heads, placed, strict=True):
            set_aside = [_set_aside(heads.head), _set_aside(heads.foot)]
            writing.page(page.number, heads.label, [*set_aside[0], *body, *set_aside[1]])
        return writing.document(_title(drafting.drafts), self._notes())

    def _placed(self, drafting: Drafting, runs: Sequence[Run], notes: Run) -> list[Placed]:
        """The drafts of a page; what its body ends in may go on over the footnotes."""
        cells = cells_of([line for run in runs for line in run])
        placed = drafting.page(runs, cells, self.contents)
        return placed + [(note, note.lines) for note in self._footnotes(notes, drafting)]

    def _footnotes(self, lines: Run, drafting: Drafting) -> list[Draft]:
        notes: list[Draft] = []
        for line in lines:
            if line.marker or not notes:
                notes.append(Draft([line], Kind.FOOTNOTE, line.marker))
            else:
                notes[-1].lines.append(line)
        drafting.drafts += notes
        return notes

    def _notes(self) -> list[str]:
        without = [str(page.number) for page in self.pages if page.is_picture]
        notes = self.repairs.notes()
        if without:
            named = f"page {without[0]} is a picture" if len(without) == 1 else f"pages {_listed(without)} are pictures"
            notes.insert(0, f"Of {len(self.pages)} pages, {named} of a page, and nothing was read from there.")
        return notes


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _set_aside(lines: Sequence[Line]) -> list[Placed]:
    return [(Draft([line], Kind.SET_ASIDE), [line]) for line in lines]


def _title(drafts: Sequence[Draft]) -> str:
    """What stands largest on the first page, with the heading that follows it; else the first heading."""
    headings = [draft for draft in drafts if draft.kind is Kind.HEADING and draft.first.page == 1]
    if not headings:
        return ""
    largest = min(headings, key=lambda heading: -heading.first.size)
    at = headings.index(largest)
    if largest.first.size == headings[-1].first.size:
        return headings[0].text
    return ": ".join(heading.text for heading in headings[at : at + 2])

"""Manuscripts as PDF, the same bytes each time: title page, contents, running heads and feet around what was set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from lapwing.reviews.document import Kind
from lapwing.reviews.invented.manuscript import Element, Look, Manuscript
from lapwing.reviews.invented.typesetting import (
    FOOT,
    GUTTER,
    HANGING,
    HEAD,
    HEIGHT,
    MARGIN,
    NOTE_GAP,
    STYLES,
    WIDTH,
    Piece,
    Setting,
    Sheet,
    Style,
    broken,
    footnotes,
    widths,
)

RUNNING_SIZE = 8.5
ENTRIES_A_PAGE = 36
SALUTATION, CLOSING = "Dear colleagues", "Yours sincerely"


@dataclass(frozen=True)
class Printed:
    """A PDF. `places` are, for each element of the manuscript, the first and the last page on which it stands."""

    content: bytes
    pages: int
    places: tuple[tuple[int, int], ...]


def as_pdf(manuscript: Manuscript) -> Printed:
    """The manuscript in its own look. Pages are counted from 1, the title page among them."""
    style = STYLES[manuscript.look]
    setting = Setting(style)
    if manuscript.look is Look.LETTER:
        _letterhead(setting, manuscript.front)
    places = []
    for element in manuscript.elements:
        if element.in_summary and manuscript.look is Look.COLUMNS:
            setting.columns(2, _depth(manuscript.elements, setting))
        else:
            setting.columns(1)
        places.append(setting.put(element))
    before: list[Sheet] = []
    if manuscript.look is Look.LETTER:
        setting.lines(["", CLOSING], style.body, style.size, style.leading)
    else:
        before = [_title_page(manuscript.front, style), *_contents(manuscript.elements, places, style)]
    sheets = [*before, *setting.pages]
    moved = tuple((first + len(before), last + len(before)) for first, last in places)
    return Printed(_drawn(manuscript, sheets, style), len(sheets), moved)


def _depth(elements: Sequence[Element], setting: Setting) -> float:
    """How deep two columns of about equal depth must be for the executive summary."""
    style, width = setting.style, (WIDTH - 2 * MARGIN - GUTTER) / 2 - HANGING
    texts = [element.text for element in elements if element.in_summary]
    lines = [len(broken(text, style.body, style.size, width)) + 0.45 for text in texts]
    return (sum(lines) / 2 + 4) * style.leading


def _letterhead(setting: Setting, front: Sequence[str]) -> None:
    style = setting.style
    title, *lines = front
    setting.lines(lines, style.body, style.size, style.leading)
    setting.space(style.leading)
    setting.lines([SALUTATION], style.body, style.size, style.leading)
    setting.space(style.leading)
    setting.lines(
        broken(title, style.bold, style.size + 3, setting.width), style.bold, style.size + 3, style.leading + 4
    )
    setting.space(style.leading * 0.5)


def _title_page(front: Sequence[str], style: Style) -> Sheet:
    sheet = Sheet()
    y = HEIGHT - 220
    for at, words in enumerate(front):
        font, size = (style.bold, 24.0) if at == 0 else (style.body, 13.0)
        for line in broken(words, font, size, WIDTH - 2 * MARGIN):
            sheet.pieces.append(Piece(MARGIN, y, font, size, line))
            y -= size * 1.3
        y -= 12
    return sheet


def _contents(elements: Sequence[Element], places: Sequence[tuple[int, int]], style: Style) -> list[Sheet]:
    entries = [
        (element, first) for element, (first, _) in zip(elements, places, strict=True) if element.kind is Kind.HEADING
    ]
    pages = -(-len(entries) // ENTRIES_A_PAGE)
    sheets = []
    for at in range(pages):
        sheet = Sheet()
        y = HEIGHT - HEAD
        if at == 0:
            sheet.pieces.append(Piece(MARGIN, y - 10, style.bold, style.size + 5, "Contents"))
        y -= 40
        for element, first in entries[at * ENTRIES_A_PAGE : (at + 1) * ENTRIES_A_PAGE]:
            sheet.pieces += _entry(element, first + 1 + pages, y, style)
            y -= style.leading * 1.2
        sheets.append(sheet)
    return sheets


def _entry(element: Element, page: int, y: float, style: Style) -> list[Piece]:
    """A line of the contents: the heading, dots, the page."""
    x = MARGIN + (14 if element.level > 1 else 0)
    words = f"{element.number} {element.text}".strip()
    measured = widths(style.body, style.size)
    end = WIDTH - MARGIN
    room = end - x - measured[words] - measured[str(page)] - 8
    dots = "." * int(room / measured["."])
    return [
        Piece(x, y, style.body, style.size, f"{words} {dots}"),
        Piece(end - measured[str(page)], y, style.body, style.size, str(page)),
    ]


def _drawn(manuscript: Manuscript, sheets: Sequence[Sheet], style: Style) -> bytes:
    content = BytesIO()
    canvas = Canvas(content, pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=1)
    canvas.setTitle(manuscript.title)
    canvas.setAuthor(manuscript.front[1])
    canvas.setLineWidth(0.5)
    for number, sheet in enumerate(sheets, 1):
        for piece in [*_running(manuscript, number, len(sheets), style), *sheet.pieces, *footnotes(sheet, style)]:
            canvas.setFont(piece.font, piece.size)
            canvas.drawString(piece.x, piece.y, piece.words)
        if sheet.notes:
            rule = FOOT + sheet.notes_height - NOTE_GAP / 2
            canvas.line(MARGIN, rule, MARGIN + 110, rule)
        for line in sheet.rules:
            canvas.line(*line)
        canvas.showPage()
    canvas.save()
    return content.getvalue()


def _running(manuscript: Manuscript, number: int, pages: int, style: Style) -> list[Piece]:
    """What runs along the head and foot of a page, in the way of each look; the first page has none."""
    if number == 1:
        return []
    measured = widths(style.body, RUNNING_SIZE)

    def at(x: float, y: float, words: str) -> Piece:
        return Piece(x, y, style.body, RUNNING_SIZE, words)

    head, foot = HEIGHT - 44, 40.0
    match manuscript.look:
        case Look.NUMBERED:
            return [at(MARGIN, head, manuscript.running), at(WIDTH - MARGIN - measured[str(number)], foot, str(number))]
        case Look.PLAIN:
            return [
                at((WIDTH - measured[str(number)]) / 2, foot, str(number)),
                at(MARGIN, foot - 12, manuscript.running),
            ]
        case Look.LETTER:
            return [at(MARGIN, foot, f"{manuscript.running}, page {number}")]
        case Look.COLUMNS:
            told = f"Page {number} of {pages}"
            return [at(MARGIN, head, "Confidential until published"), at(WIDTH - MARGIN - measured[told], foot, told)]

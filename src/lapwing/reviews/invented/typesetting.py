"""Sets a manuscript on pages: lines of type, lists, tables, footnotes and columns, each with where it came to stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth

from lapwing.reviews.document import Kind
from lapwing.reviews.invented.manuscript import Element, Look

WIDTH, HEIGHT = float(A4[0]), float(A4[1])
MARGIN, HEAD, FOOT = 68.0, 78.0, 76.0
"""Points at the sides, at the head and at the foot of a page."""
HANGING, BULLET_HANGING = 40.0, 17.0
GUTTER, CELL_PADDING = 22.0, 4.0
NOTE_SIZE, NOTE_LEADING, NOTE_GAP, MARK_SIZE = 8.0, 9.6, 12.0, 6.5
SHORTEST_PART = 4
"""Letters of a word on either side of a soft hyphen, at the least."""
PARTING = re.compile(r"(?<=[aeiou])(?=[bcdfglmnprstv][aeiou])")
HYPHEN = "\xad"


@dataclass(frozen=True)
class Style:
    """Fonts, sizes and what the look of a document needs besides."""

    body: str
    bold: str
    size: float
    leading: float
    bullet: tuple[str, str]
    hyphens: bool = False


STYLES = {
    Look.NUMBERED: Style("Helvetica", "Helvetica-Bold", 10.5, 14.2, ("Helvetica", "\u2022")),
    Look.PLAIN: Style("Times-Roman", "Times-Bold", 11.5, 14.4, ("Symbol", "\u2022")),
    Look.LETTER: Style("Helvetica", "Helvetica-Bold", 10.5, 14.0, ("Helvetica", "\u2022")),
    Look.COLUMNS: Style("Times-Roman", "Times-Bold", 11.5, 14.4, ("ZapfDingbats", "\u25a0"), hyphens=True),
}


@dataclass(frozen=True)
class Piece:
    """Words on one line, by the left end of their baseline in points from the page's lower left corner."""

    x: float
    y: float
    font: str
    size: float
    words: str


@dataclass
class Sheet:
    """A page: its words, its rules (from x, y to x, y), and how much of its foot the footnotes take."""

    pieces: list[Piece] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)
    notes: list[tuple[int, list[str]]] = field(default_factory=list)
    notes_height: float = 0.0


class _Widths(dict[str, float]):
    """Widths of words in one font and size, each measured once."""

    def __init__(self, font: str, size: float) -> None:
        super().__init__()
        self.font, self.size = font, size

    def __missing__(self, word: str) -> float:
        self[word] = width = float(stringWidth(word, self.font, self.size))
        return width


@cache
def widths(font: str, size: float) -> _Widths:
    """Widths of words in a font and size."""
    return _Widths(font, size)


def broken(words: str, font: str, size: float, width: float, *, hyphens: bool = False) -> list[str]:
    """The lines into which words break, as many to a line as fit; with `hyphens` a long word may be parted."""
    measured = widths(font, size)
    space = measured[" "]
    lines: list[str] = []
    line: list[str] = []
    left = width
    for word in words.split(" "):
        if line and measured[word] > left:
            head, word = _parted(word, measured, left) if hyphens else ("", word)
            lines.append(" ".join([*line, head] if head else line))
            line, left = [], width
        line.append(word)
        left -= measured[word] + space
    return [*lines, " ".join(line)]


def _parted(word: str, measured: _Widths, left: float) -> tuple[str, str]:
    """As much of a word as there is room for, with a soft hyphen, and what is left of it."""
    for at in reversed([found.start() for found in PARTING.finditer(word)]):
        if at >= SHORTEST_PART and len(word) - at >= SHORTEST_PART and word.isalpha():
            head = word[:at] + HYPHEN
            if measured[head] <= left:
                return head, word[at:]
    return "", word


class Setting:
    """Sets elements one below the other, page after page, in one column or two."""

    def __init__(self, style: Style) -> None:
        """With an empty page."""
        self.style = style
        self.pages = [Sheet()]
        self.y = HEIGHT - HEAD
        self._bottom = FOOT
        self._columns = 1
        self._column = 0
        self._note = 0

    @property
    def page(self) -> Sheet:
        """The page that is being set."""
        return self.pages[-1]

    @property
    def left(self) -> float:
        """Where the column begins."""
        return MARGIN + self._column * (self.width + GUTTER)

    @property
    def width(self) -> float:
        """How wide the column is."""
        return (WIDTH - 2 * MARGIN - GUTTER * (self._columns - 1)) / self._columns

    def columns(self, count: int, depth: float = HEIGHT) -> None:
        """Goes on in so many columns, on a page of its own, each no deeper than so many points."""
        if count != self._columns:
            if self.page.pieces:
                self._new_page()
            self._columns = count
            self._bottom = max(FOOT, HEIGHT - HEAD - depth)

    def need(self, height: float) -> None:
        """Goes on to the next column or page where so much room is not left."""
        if self.y - height >= self._bottom + self.page.notes_height:
            return
        if self._column + 1 < self._columns:
            self._column += 1
            self.y = HEIGHT - HEAD
        elif self.y < HEIGHT - HEAD:
            self._new_page()

    def put(self, element: Element) -> tuple[int, int]:
        """Sets an element; the first and last page on which it stands, from 1."""
        match element.kind:
            case Kind.HEADING:
                return self._heading(element)
            case Kind.CELL:
                return self._table(element.rows)
            case Kind.BULLET:
                return self._item(element)
            case _:
                return self._paragraph(element)

    def lines(self, lines: Sequence[str], font: str, size: float, leading: float, indent: float = 0.0) -> int:
        """Sets lines below one another; the page of the first."""
        first = 0
        for words in lines:
            self.need(leading)
            first = first or len(self.pages)
            self.y -= leading
            self.page.pieces.append(Piece(self.left + indent, self.y, font, size, words))
        return first

    def space(self, height: float) -> None:
        """Leaves room, but not at the head of a page."""
        if self.y < HEIGHT - HEAD:
            self.y -= height

    def _new_page(self) -> None:
        self.pages.append(Sheet())
        self._column, self.y = 0, HEIGHT - HEAD

    def _heading(self, element: Element) -> tuple[int, int]:
        style = self.style
        size = style.size + (5 if element.level == 1 else 2)
        self.space(style.leading * 0.8)
        words = f"{element.number} {element.text}".strip()
        lines = broken(words, style.bold, size, self.width)
        self.need(len(lines) * size * 1.25 + 3 * style.leading)
        first = self.lines(lines, style.bold, size, size * 1.25)
        self.space(style.leading * 0.4)
        return first, len(self.pages)

    def _hanging(self, element: Element, lines: Sequence[str], sign: Piece | None, indent: float) -> tuple[int, int]:
        """Lines beside a number or a bullet, which stands on the first."""
        style = self.style
        self.need(2 * style.leading if len(lines) > 1 else style.leading)
        if sign:
            self.page.pieces.append(Piece(self.left + sign.x, self.y - style.leading, sign.font, sign.size, sign.words))
        first = self.lines(lines, style.body, style.size, style.leading, indent)
        if element.note:
            self._mark(indent + widths(style.body, style.size)[lines[-1]])
        self.space(style.leading * 0.45)
        return first, len(self.pages)

    def _paragraph(self, element: Element) -> tuple[int, int]:
        style = self.style
        indent = HANGING if element.number else 0.0
        lines = broken(element.text, style.body, style.size, self.width - indent, hyphens=style.hyphens)
        if element.note:
            self._make_room(len(lines) * style.leading, element.note)
        sign = Piece(0.0, 0.0, style.body, style.size, element.number) if element.number else None
        return self._hanging(element, lines, sign, indent)

    def _item(self, element: Element) -> tuple[int, int]:
        style = self.style
        font, bullet = (style.body, element.number) if element.number else style.bullet
        before = HANGING if style.body == "Helvetica" else HANGING / 2
        indent = before + (BULLET_HANGING + 6 if element.number else BULLET_HANGING)
        lines = broken(element.text, style.body, style.size, self.width - indent, hyphens=style.hyphens)
        size = style.size if font == style.body else style.size * 0.8
        return self._hanging(element, lines, Piece(before, 0.0, font, size, bullet), indent)

    def _make_room(self, height: float, note: str) -> None:
        """Keeps a paragraph on one page with its footnote."""
        lines = broken(note, self.style.body, NOTE_SIZE, WIDTH - 2 * MARGIN - 12)
        needed = len(lines) * NOTE_LEADING + NOTE_GAP
        self.need(height + needed)
        self._note += 1
        self.page.notes.append((self._note, lines))
        self.page.notes_height += needed

    def _mark(self, x: float) -> None:
        mark = Piece(self.left + x + 0.5, self.y + 4, self.style.body, MARK_SIZE, str(self._note))
        self.page.pieces.append(mark)

    def _table(self, rows: Sequence[Sequence[str]]) -> tuple[int, int]:
        shares = (0.22, 0.26, 0.52) if len(rows[0]) == 3 else (1 / len(rows[0]),) * len(rows[0])
        first = 0
        for at, row in enumerate(rows):
            self._row(row, shares, self.style.body if at else self.style.bold, ruled=not at)
            first = first or len(self.pages)
        self.space(self.style.leading)
        return first, len(self.pages)

    def _row(self, row: Sequence[str], shares: Sequence[float], font: str, *, ruled: bool) -> None:
        size, leading = self.style.size - 1, self.style.leading - 1.5
        cells = [
            broken(cell, font, size, self.width * share - 2 * CELL_PADDING)
            for cell, share in zip(row, shares, strict=True)
        ]
        height = max(map(len, cells)) * leading + CELL_PADDING
        page = len(self.pages)
        self.need(height)
        top, bottom = self.y, self.y - height
        x = self.left
        for cell, share in zip(cells, shares, strict=True):
            for at, words in enumerate(cell, 1):
                self.page.pieces.append(Piece(x + CELL_PADDING, top - at * leading, font, size, words))
            self.page.rules.append((x, top, x, bottom))
            x += self.width * share
        self.page.rules.append((x, top, x, bottom))
        self.page.rules.append((self.left, bottom, x, bottom))
        if ruled or len(self.pages) > page:
            self.page.rules.append((self.left, top, x, top))
        self.y = bottom


def footnotes(sheet: Sheet, style: Style) -> Iterator[Piece]:
    """A page's footnotes, above its foot."""
    y = FOOT + sheet.notes_height - NOTE_LEADING - NOTE_GAP / 2
    for number, lines in sheet.notes:
        yield Piece(MARGIN, y + 2, style.body, MARK_SIZE, str(number))
        for words in lines:
            yield Piece(MARGIN + 8, y, style.body, NOTE_SIZE, words)
            y -= NOTE_LEADING
        y -= NOTE_GAP / 2

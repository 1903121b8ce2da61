"""The lines of each page of a PDF, with their places, the size of their letters and whether these are bold.

PDFium gives the characters of a page in the order in which they were drawn. Every call costs about half a microsecond,
so that places are asked for at the ends of words, and fonts three times a line. PDFium is not thread-safe: documents
are read side by side only in processes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from ctypes import POINTER, byref, c_double, c_int, c_ushort, cast, create_string_buffer
from dataclasses import dataclass, field
from math import hypot, inf
from statistics import median
from typing import Any

import pypdfium2.raw as pdfium

from lapwing.reviews.reading.glyphs import HYPHEN_AT_LINE_END, Repair, Repairs, raised

WIDE_GAP = 1.8
"""Words further apart than this, in sizes of their letters, belong to different columns or cells."""

FEW_LETTERS = 60
"""A page with fewer letters and a large picture is a picture of a page with a stamp on it."""


@dataclass(slots=True)
class Word:
    """A word from `x0` to `x1` on the baseline `y`, in points; `glued` where no space stands before it.

    `at` is its first character's place among those of the page.
    """

    text: str
    x0: float
    x1: float
    y: float
    at: int
    size: float
    scale: float
    turn: int
    is_slanted: bool = False
    glued: bool = False


@dataclass(slots=True)
class Line:
    """Words on one baseline without a wide gap among them; lines on the same baseline of a page share a `row`.

    `marker` is the number or sign of a list at its head, which the words then leave out; `left` is where the line
    begins with it, `x0` where the words begin.
    """

    page: int
    row: int
    words: list[Word]
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    marker: str = ""
    left: float = 0.0
    x0: float = 0.0
    x1: float = 0.0
    y: float = 0.0
    text: str = field(default="")

    def settle(self) -> None:
        """Works out the place and the text from the words."""
        words = self.words
        self.left = self.x0 = words[0].x0
        self.x1 = words[-1].x1
        self.y = min(words[0].y, words[-1].y)  # one of them may be raised
        text = words[0].text + "".join(w.text if w.glued else f" {w.text}" for w in words[1:])
        if HYPHEN_AT_LINE_END in text[:-1]:
            text = text[:-1].replace(HYPHEN_AT_LINE_END, "-") + text[-1]
        self.text = text

    def take_marker(self, marker: str, left: float) -> None:
        """Holds a number or sign apart from the words that it opens."""
        self.marker, self.left = marker, left


@dataclass(slots=True)
class PageLines:
    """The lines of one page in the order drawn, its foot and top in points, and whether it is only a picture."""

    number: int
    lines: list[Line]
    foot: float = 0.0
    top: float = 0.0
    is_picture: bool = False


def pages_of(document: Any, repairs: Repairs) -> Iterator[PageLines]:
    """Every page of an open document of PDFium, as its raw handle."""
    fonts = _Fonts()
    for at in range(pdfium.FPDF_GetPageCount(document)):
        page = pdfium.FPDF_LoadPage(document, at)
        if not page:
            yield PageLines(at + 1, [])
            continue
        text_page = pdfium.FPDFText_LoadPage(page)
        try:
            fonts.text_page = text_page
            yield _page_lines(page, fonts, at + 1, repairs)
        finally:
            pdfium.FPDFText_ClosePage(text_page)
            pdfium.FPDF_ClosePage(page)


def _page_lines(page: Any, fonts: _Fonts, number: int, repairs: Repairs) -> PageLines:
    text_page = fonts.text_page
    characters = _characters(text_page)
    words = _Words(page, text_page, characters, repairs).found()
    lines = _in_lines(words, characters, number)
    for line in lines:
        fonts.ask(line)
        _raise_footnote_numbers(line, text_page, repairs)
        if not characters.text.isascii():
            for word in line.words:
                word.text = word.text if word.text.isascii() else repairs.mended(word.text)
            line.words = [word for word in line.words if word.text] or line.words[:1]
        line.settle()
    lines = [line for line in lines if line.text]
    is_picture = sum(len(line.text) for line in lines) < FEW_LETTERS and _has_large_picture(page)
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, byref(box))
    is_on_its_side = bool(words) and words[len(words) // 2].turn % 2 == 1
    foot, top = (0.0, box.right - box.left) if is_on_its_side else (box.bottom, box.top)
    return PageLines(number, lines, foot, top, is_picture)


def _has_large_picture(page: Any) -> bool:
    """Whether pictures cover a third of the page."""
    covered = 0.0
    left, bottom, right, top = (pdfium.c_float() for _ in range(4))
    for at in range(pdfium.FPDFPage_CountObjects(page)):
        drawn = pdfium.FPDFPage_GetObject(page, at)
        if pdfium.FPDFPageObj_GetType(drawn) == pdfium.FPDF_PAGEOBJ_IMAGE:
            pdfium.FPDFPageObj_GetBounds(drawn, byref(left), byref(bottom), byref(right), byref(top))
            covered += (right.value - left.value) * (top.value - bottom.value)
    return bool(covered > pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page) / 3)


@dataclass(slots=True)
class _Characters:
    """The text of a page; aligned where each of its characters is one as PDFium counts them, which is nearly always."""

    text: str
    text_page: Any
    is_aligned: bool

    def index(self, at: int) -> int:
        """PDFium's index of the character at a place of the text."""
        return int(pdfium.FPDFText_GetCharIndexFromTextIndex(self.text_page, at))


def _characters(text_page: Any) -> _Characters:
    count = max(pdfium.FPDFText_CountChars(text_page), 0)
    buffer = create_string_buffer(4 * count + 2)
    written = pdfium.FPDFText_GetText(text_page, 0, count, cast(buffer, POINTER(c_ushort)))
    text = buffer.raw[: max(2 * written - 2, 0)].decode("utf-16-le", "replace")
    return _Characters(text, text_page, len(text) == count)


_WORD = re.compile(rf"[^\s\x00-\x1f{HYPHEN_AT_LINE_END}]+{HYPHEN_AT_LINE_END}?|{HYPHEN_AT_LINE_END}")


class _Words:
    """The words of a page in the order drawn, turned upright."""

    def __init__(self, page: Any, text_page: Any, characters: _Characters, repairs: Repairs) -> None:
        self.text_page, self.characters, self.repairs = text_page, characters, repairs
        self.width, self.height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        if pdfium.FPDFPage_GetRotation(page) % 2:
            self.width, self.height = self.height, self.width
        self.matrix = pdfium.FS_MATRIX()
        self.is_slanted = False

    def found(self) -> list[Word]:
        """All words but those drawn a second time on the same place."""
        text, index, is_aligned = self.characters.text, self.characters.index, self.characters.is_aligned
        text_page = self.text_page
        x, y, box = c_double(), c_double(), pdfium.FS_RECTF()
        x_at, y_at, box_at = byref(x), byref(y), byref(box)
        origin, loose_box = pdfium.FPDFText_GetCharOrigin, pdfium.FPDFText_GetLooseCharBox
        words: list[Word] = []
        size, scale, turn, end, drawn_at = 0.0, 1.0, 0, 0, inf
        for match in _WORD.finditer(text):
            before = end
            start, end = match.span()
            if "\n" in text[before:start]:
                drawn_at = inf
            at, last = (start, end - 1) if is_aligned else (index(start), index(end - 1))
            origin(text_page, at, x_at, y_at)
            loose_box(text_page, last, box_at)
            x0, x1, base = x.value, box.right, y.value
            if abs(base - drawn_at) > 0.5:  # raised or lowered within a line, and so perhaps of another size
                size, scale, turn = self._letters(at)
            drawn_at = base
            if turn:
                x0, x1, base = self._upright(turn, x0, base, box)
            words.append(Word(match[0], x0, x1, base, at, size, scale, turn, self.is_slanted))
        return self._without_those_drawn_again(words)

    def _letters(self, at: int) -> tuple[float, float, int]:
        """The size of the letters, the scale that it comes from, and by how many quarters they are turned."""
        matrix = self.matrix
        pdfium.FPDFText_GetMatrix(self.text_page, at, byref(matrix))
        wide = hypot(matrix.a, matrix.b) or 1.0
        scale = abs(matrix.a * matrix.d - matrix.b * matrix.c) / wide or 1.0
        self.is_slanted = abs(matrix.a * matrix.c + matrix.b * matrix.d) > 0.15 * wide * scale
        size = pdfium.FPDFText_GetFontSize(self.text_page, at) * scale
        if abs(matrix.b) > abs(matrix.a):
            return size, scale, 1 if matrix.b > 0 else 3
        return size, scale, 2 if matrix.a < 0 and matrix.d < 0 else 0

    def _upright(self, turn: int, x: float, y: float, box: Any) -> tuple[float, float, float]:
        """The left end, the right end and the baseline, seen as the letters stand."""
        if turn == 1:
            return y, box.top, self.width - x
        if turn == 3:
            return self.height - y, self.height - box.bottom, x
        return self.width - x, self.width - box.left, self.height - y

    def _without_those_drawn_again(self, words: list[Word]) -> list[Word]:
        """Leaves out a word drawn a second time; the first of several such goes back to the left."""
        kept: list[Word] = []
        was_again, last_x1 = False, 0.0
        for word in words:
            goes_back = word.x0 < last_x1 - word.size / 4
            was_again = (goes_back or was_again) and _is_among(word, kept)
            last_x1 = word.x1
            if was_again:
                self.repairs.counted[Repair.DOUBLED] += 1
            else:
                kept.append(word)
        return kept


def _is_among(word: Word, drawn: Sequence[Word]) -> bool:
    """Whether the same word stands in the same place among those drawn last on its baseline."""
    for other in reversed(drawn):
        if abs(word.y - other.y) >= _SAME_PLACE:
            return False
        if word.text == other.text and abs(word.x0 - other.x0) < _SAME_PLACE:
            return True
    return False


_SAME_PLACE = 1.5


def _in_lines(words: list[Word], characters: _Characters, page: int) -> list[Line]:
    """Words that follow each other on one baseline; a raised number is on the line that it is raised from."""
    text, lines, row = characters.text, [], 0
    line: list[Word] = []
    for word in words:
        if line:
            last = line[-1]
            size, gap = max(word.size, last.size), word.x0 - last.x1
            if gap < -0.4 * size or word.turn != last.turn or not _is_level(word, last, line[0], size):
                lines.append(Line(page, row, line))
                line, row = [], row + 1
            elif gap > WIDE_GAP * size:
                lines.append(Line(page, row, line))
                line = []
            elif word.at - last.at == len(last.text):
                word.glued = not text[word.at - 1 : word.at].isspace()  # as after a hyphen taken for one at a line end
            elif gap < 0.15 * size:
                word.glued = word.text[0] in ",.;:)’”"
        line.append(word)
    return [*lines, Line(page, row, line)] if line else lines


def _is_level(word: Word, last: Word, first: Word, size: float) -> bool:
    """Whether a word stands on the baseline of a line or as little above or below it as a raised number."""
    rise = word.y - last.y
    return -0.5 * size <= rise <= 0.5 * size or abs(word.y - first.y) <= 0.5 * size


_ITALIC = re.compile(rb"italic|oblique", re.IGNORECASE)
_BOLD = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
_BOLD_WEIGHT = 600


class _Fonts:
    """How large and heavy the letters of lines are; the fonts of a document are looked at once each."""

    def __init__(self) -> None:
        self.text_page: Any = None
        self.styles: dict[bytes, tuple[bool, bool]] = {}
        self.name, self.flags = create_string_buffer(128), c_int()
        self.flags_at = byref(self.flags)

    def ask(self, line: Line) -> None:
        """Asks at the first, the middle and the last word that has letters."""
        words = [word for word in line.words if word.text[0].isalnum()] or line.words
        asked = {words[at].at: words[at].scale for at in (0, len(words) // 2, -1)}
        size_of = pdfium.FPDFText_GetFontSize
        line.size = round(median(size_of(self.text_page, at) * scale for at, scale in asked.items()), 1)
        styles = [self._style(at) for at in asked]
        line.bold = all(bold for bold, _ in styles)
        line.italic = all(italic for _, italic in styles) or all(word.is_slanted for word in words)

    def _style(self, at: int) -> tuple[bool, bool]:
        """Whether a character is bold, and whether it is italic."""
        pdfium.FPDFText_GetFontInfo(self.text_page, at, self.name, 127, self.flags_at)
        name = self.name.value
        style = self.styles.get(name)
        if style is None:
            is_bold = _BOLD.search(name) or pdfium.FPDFText_GetFontWeight(self.text_page, at) >= _BOLD_WEIGHT
            style = self.styles[name] = bool(is_bold), _ITALIC.search(name) is not None
        return style


_DIGITS_AT_END = re.compile(r"(?<=[^\W\d_]|[.,;:’”)])\d{1,3}(?=[.,;:’”)]?$)")


def _raise_footnote_numbers(line: Line, text_page: Any, repairs: Repairs) -> None:
    """Writes as raised the digits that are printed so after a word, which else would read as a part of it."""
    x, y = c_double(), c_double()
    for at, word in enumerate(line.words):
        if word.text.isdigit() and at and word.y > line.words[at - 1].y + 0.15 * line.size and word.size < line.size:
            word.text, word.glued = raised(word.text), word.x0 - line.words[at - 1].x1 < 0.15 * line.size
            repairs.counted[Repair.RAISED] += 1
        elif word.text[-1].isdigit() or word.text[-2:-1].isdigit():
            digits = _DIGITS_AT_END.search(word.text)
            if digits is None:
                continue
            pdfium.FPDFText_GetCharOrigin(text_page, word.at + digits.start(), byref(x), byref(y))
            size = pdfium.FPDFText_GetFontSize(text_page, word.at + digits.start()) * word.scale
            if y.value > word.y + 0.15 * line.size or size < 0.8 * line.size:
                word.text = word.text[: digits.start()] + raised(digits[0]) + word.text[digits.end() :]
                repairs.counted[Repair.RAISED] += 1

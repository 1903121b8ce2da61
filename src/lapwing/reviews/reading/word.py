"""Word documents (.docx) as read: headings, numbered paragraphs, lists, tables, notes, text boxes, pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from lapwing.reviews.document import Document, Kind
from lapwing.reviews.reading.building import Building, joined_over_pages
from lapwing.reviews.reading.printed import NOTHING, printed_before
from lapwing.reviews.reading.safe_zip import UnusableZip
from lapwing.reviews.reading.unusable import UnusableDocument
from lapwing.reviews.reading.word_notes import notes_on
from lapwing.reviews.reading.word_numbers import Numbered, WordNumbers
from lapwing.reviews.reading.word_pages import Pages
from lapwing.reviews.reading.word_parts import DUBLIN_CORE, Element, W, WordParts, is_on, number, value, word_parts
from lapwing.reviews.reading.word_styles import Styles
from lapwing.reviews.reading.word_words import NoteCited, Seen, WordsOfParagraphs, read_children
from lapwing.reviews.reading.written_numbers import written

MOST_WORDS_OF_A_HEADING = 14
"""A bold line with more is a paragraph."""


def read_word(content: bytes) -> Document:
    """A Word document as read; `UnusableDocument` where it is locked, damaged, of another kind, or without text."""
    try:
        return _WordReader(word_parts(content)).read()
    except UnusableZip as why:
        raise UnusableDocument(f"It cannot be read as a Word document: {why}") from None


@dataclass
class _Within:
    """What a paragraph stands in: `kind` is what its block will be whatever it looks like, unless it is an item."""

    kind: Kind = Kind.PARAGRAPH
    sign: str = ""
    """Of the footnote that begins with it."""


@dataclass
class _WordReader:
    parts: WordParts
    building: Building = field(default_factory=Building)
    title: str = ""
    _last_level: int = 0
    _bold_headings: int = 0
    _held_over: list[str] = field(default_factory=list)
    """Words of paragraphs whose end was deleted: they belong to the next."""

    def __post_init__(self) -> None:
        self.styles = Styles(self.parts.styles)
        self.numbers = WordNumbers(self.parts.numbering, self.styles)
        self.words = WordsOfParagraphs(
            self.styles, {kind: _signs(self.parts, kind) for kind in ("footnote", "endnote")}
        )
        self.pages = Pages(self.building, self.parts.main)

    def read(self) -> Document:
        body = self.parts.main.find(W + "body")
        if body is not None:
            self._blocks(body, _Within())
        self._notes_cited()
        if self.building.is_empty:
            raise UnusableDocument(_why_empty(self.pages.pictures))
        for root in self.parts.running:
            self._running(root)
        self.building.notes.extend(notes_on(self.words.seen, self.pages, self._bold_headings, len(self.parts.running)))
        return self.building.document(self.title or _core_title(self.parts.core))

    def _blocks(self, element: Element, within: _Within) -> None:
        for child in read_children(element):
            if child.tag == W + "p":
                self._paragraph(child, within)
            elif child.tag == W + "tbl":
                self._table(child, within)
            elif child.tag == W + "altChunk":
                self.words.seen[Seen.EMBEDDED] += 1
            elif child.tag not in (W + "del", W + "moveFrom"):
                self._blocks(child, within)

    def _paragraph(self, paragraph: Element, within: _Within) -> None:
        properties = paragraph.find(W + "pPr")
        style_id = "" if properties is None else value(properties.find(W + "pStyle"))
        if self._starts_page(properties, style_id):
            self.pages.turn_unless_fresh()
        raw = self.pages.parts_of(self.words.of(paragraph))
        raw[0] = "".join(self._held_over) + raw[0]
        self._held_over.clear()
        if _ends_deleted(properties) and len(raw) == 1:
            self._held_over.append(raw[0])
        else:
            numbering = None if properties is None else properties.find(W + "numPr")
            numbered = self.numbers.next(numbering, style_id)
            self._add(raw, numbered, self._heading_level(properties, style_id), style_id, within)
        self._boxes(within)
        if properties is not None and properties.find(W + "sectPr") is not None:
            self.pages.end_section()

    def _starts_page(self, properties: Element | None, style_id: str) -> bool:
        own = None if properties is None else properties.find(W + "pageBreakBefore")
        if own is not None:
            return is_on(own)
        return any(style.starts_page for style in self.styles.chain(style_id))

    def _heading_level(self, properties: Element | None, style_id: str) -> int:
        own = None if properties is None else properties.find(W + "outlineLvl")
        if own is not None:
            level = value(own)
            return int(level) + 1 if level.isdecimal() and int(level) < 9 else 0
        return self.styles.heading_level(style_id)

    def _add(self, raw: list[str], numbered: Numbered | None, level: int, style_id: str, within: _Within) -> None:
        parts = joined_over_pages(raw)
        whole = " ".join(part for part in parts if part)
        if within.kind in (Kind.FOOTNOTE, Kind.SET_ASIDE):
            self._add_within(parts, within)
        elif self.styles.is_contents(style_id):
            self.building.add(Kind.CONTENTS, parts, printed=numbered.printed if numbered else "")
        elif numbered is not None:
            self._add_numbered(parts, numbered, level, within)
        elif level or self._looks_like_heading(whole, within):
            self._add_heading(raw, level, style_id)
        else:
            self._add_plain(raw, within)

    def _add_within(self, parts: list[str], within: _Within) -> None:
        printed = f"[{within.sign}] " if within.sign else ""
        self.building.add(within.kind, parts, printed=printed, number=within.sign)
        if any(parts):
            within.sign = ""

    def _add_numbered(self, parts: list[str], numbered: Numbered, level: int, within: _Within) -> None:
        if level:
            self._last_level = level
            self.building.add(Kind.HEADING, parts, number=numbered.number, level=level, printed=numbered.printed)
        elif _is_item(numbered):
            self.building.add(
                Kind.BULLET, parts, number=numbered.number, level=numbered.level + 1, printed=numbered.printed
            )
        else:
            self.building.add(within.kind, parts, number=numbered.number, printed=numbered.printed)

    def _looks_like_heading(self, whole: str, within: _Within) -> bool:
        is_short = 0 < len(whole.split()) <= MOST_WORDS_OF_A_HEADING and whole[-1] not in ".,;:"
        return within.kind is Kind.PARAGRAPH and is_short and self.words.all_bold and not printed_before(whole).is_item

    def _add_heading(self, raw: list[str], level: int, style_id: str) -> None:
        if not level:
            self._bold_headings += 1
        elif not self.styles.is_title(style_id):
            self._last_level = level
        printed, parts = _taken_apart(raw, in_heading=True)
        self.building.add(
            Kind.HEADING, parts, number=printed.number, level=level or self._last_level + 1, printed=printed.printed
        )
        if self.styles.is_title(style_id):
            self.title = " ".join([self.title, *parts]).strip()

    def _add_plain(self, raw: list[str], within: _Within) -> None:
        printed, parts = _taken_apart(raw)
        if printed.is_item:
            self.building.add(Kind.BULLET, parts, number=printed.number, level=1, printed=printed.printed)
        else:
            self.building.add(within.kind, parts, number=printed.number, printed=printed.printed)

    def _boxes(self, within: _Within) -> None:
        boxes, self.words.boxes = self.words.boxes, []
        for box in boxes:
            self._blocks(box, within)

    def _table(self, table: Element, within: _Within) -> None:
        rows = [[cell for cell in read_children(row) if _is_shown(cell)] for row in _rows(table)]
        is_box = sum(map(len, rows)) == 1
        inside = within if is_box or within.kind is not Kind.PARAGRAPH else _Within(Kind.CELL)
        for row in rows:
            with self.pages.row() as cell_begins:
                for cell in row:
                    cell_begins()
                    self._blocks(cell, inside)

    def _notes_cited(self) -> None:
        at = 0
        while at < len(self.words.cited):  # a note may cite another
            cited, at = self.words.cited[at], at + 1
            note = _note(self.parts, cited)
            if note is not None:
                self._blocks(note, _Within(Kind.FOOTNOTE, cited.sign))

    def _running(self, root: Element) -> None:
        aside = _WordReader(WordParts(self.parts.main, self.parts.styles, None, None, None, None))
        aside._blocks(root, _Within(Kind.SET_ASIDE))
        document = aside.building.document()
        for block in document.blocks:
            self.building.add_once(Kind.SET_ASIDE, document.words(block))


@dataclass(frozen=True)
class _PrintedBefore:
    printed: str = ""
    number: str = ""
    is_item: bool = False


def _taken_apart(raw: list[str], *, in_heading: bool = False) -> tuple[_PrintedBefore, list[str]]:
    """What the author typed before the words (*2.3*, a bullet), and the words by page."""
    first = next((at for at, part in enumerate(raw) if part.strip()), 0)
    start = raw[first].lstrip()
    found = printed_before(start, in_heading=in_heading)
    if found is NOTHING:
        return _PrintedBefore(), joined_over_pages(raw)
    printed = " ".join(start[: found.length].split()) + " "
    parts = joined_over_pages([*raw[:first], start[found.length :], *raw[first + 1 :]])
    return _PrintedBefore(printed, found.number, found.is_item), parts


def _is_item(numbered: Numbered) -> bool:
    """Bullets, letters and Roman figures mark items of a list, and so does a plain number below the first level."""
    if numbered.form in ("bullet", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman", "none"):
        return True
    return numbered.level > 0 and numbered.number.strip("()").isdecimal()


def _ends_deleted(properties: Element | None) -> bool:
    return properties is not None and properties.find(f"{W}rPr/{W}del") is not None


def _rows(table: Element) -> Iterator[Element]:
    for row in read_children(table):
        if row.tag == W + "tr" and row.find(f"{W}trPr/{W}del") is None:
            yield row


def _is_shown(cell: Element) -> bool:
    """Whether it is a cell, and none that another has been merged over, nor a deleted one."""
    properties = cell.find(W + "tcPr")
    if cell.tag != W + "tc" or properties is None:
        return cell.tag == W + "tc"
    merged = [merge for name in ("vMerge", "hMerge") if (merge := properties.find(W + name)) is not None]
    is_under = any(value(merge, otherwise="continue") == "continue" for merge in merged)
    return not is_under and properties.find(W + "cellDel") is None


def _signs(parts: WordParts, kind: str) -> Iterator[str]:
    """The signs of notes, one after the other, in the form that the file asks for."""
    asked = [e for root in (parts.settings, parts.main) if root is not None for e in root.iter(f"{W}{kind}Pr")]
    forms = [value(form) for e in asked for form in e.findall(W + "numFmt")]
    starts = [number(start) for e in asked for start in e.findall(W + "numStart")]
    form = forms[-1] if forms else ("decimal" if kind == "footnote" else "lowerRoman")
    first = (starts[-1] if starts else None) or 1
    return (written(at, form) for at in count(first))


def _note(parts: WordParts, cited: NoteCited) -> Element | None:
    root = parts.footnotes if cited.kind == "footnote" else parts.endnotes
    if root is None:
        return None
    return next((note for note in root.findall(W + cited.kind) if value(note, "id") == cited.id), None)


def _core_title(core: Element | None) -> str:
    title = None if core is None else core.find(DUBLIN_CORE + "title")
    words = " ".join((title.text or "").split()) if title is not None else ""
    return (
        ""
        if words.lower().startswith(("microsoft word", "document")) or words.lower().endswith((".doc", ".docx"))
        else words
    )


def _why_empty(pictures: int) -> str:
    if pictures:
        return (
            f"It holds no text, only {pictures} pictures, perhaps scanned pages; have the text recognised, "
            "or ask for the file that it was made from."
        )
    return "It is a Word document without text; ask for the file again."

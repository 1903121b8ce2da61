"""The words of a paragraph of Word: what a reader of the page sees, with where pages turn within them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from lapwing.reviews.reading.word_parts import MATHS, MC, Element, W, is_on, value
from lapwing.reviews.reading.word_styles import Styles
from lapwing.reviews.reading.word_symbols import UNKNOWN, readable, sign_of


class Mark(Enum):
    """What stands between words."""

    PAGE_BY_HAND = auto()
    PAGE_AS_LAID_OUT = auto()
    PICTURE = auto()


class Seen(Enum):
    """What was met on the way and is told in the notes."""

    INSERTED = auto()
    DELETED = auto()
    HIDDEN = auto()
    COMMENT = auto()
    BOX = auto()
    UNKNOWN_SIGN = auto()
    EMBEDDED = auto()


_LEFT_OUT = frozenset(
    [W + name for name in ("del", "moveFrom", "rPr", "pPr", "rt", "instrText", "delText", "sdtPr", "sdtEndPr", "tblPr")]
)
_DELETED = frozenset([W + "del", W + "moveFrom"])
_INSERTED = frozenset([W + "ins", W + "moveTo"])
_AS_WORDS = {
    W + "tab": "\t", W + "ptab": "\t", W + "cr": " ", W + "noBreakHyphen": "-", W + "softHyphen": "",
}  # fmt: skip
_TIDIED = str.maketrans({"\N{SOFT HYPHEN}": "", "\u200b": "", "\ufeff": "", "\u00a0": " ", "\u2011": "-"})
_PICTURES = frozenset([W + "drawing", W + "pict", W + "object"])
_NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}


@dataclass(frozen=True)
class NoteCited:
    """A footnote or endnote that the text cites, with its sign; empty where the author typed one."""

    kind: str
    id: str
    sign: str


@dataclass
class WordsOfParagraphs:
    """Reads paragraphs in their order, for fields go on from one to the next; what is met on the way gathers here."""

    styles: Styles
    signs: Mapping[str, Iterator[str]]
    """The signs of footnotes and of endnotes to come."""
    seen: Counter[Seen] = field(default_factory=Counter)
    boxes: list[Element] = field(default_factory=list)
    """Contents of text boxes that hang from the paragraph, for the caller to take."""
    cited: list[NoteCited] = field(default_factory=list)
    _fields: list[bool] = field(default_factory=list)
    """For every field that is open, whether its result has begun."""
    _bold: int = 0
    _plain: int = 0

    def of(self, paragraph: Element) -> list[str | Mark]:
        """Its words and the marks between them; whether all of them are bold, `all_bold` says."""
        self._bold = self._plain = 0
        return list(self._inside(paragraph, value(paragraph.find(f"{W}pPr/{W}pStyle"))))

    @property
    def all_bold(self) -> bool:
        """Whether every letter of the paragraph read last is bold."""
        return self._bold > 0 and not self._plain

    def _inside(self, element: Element, style_id: str) -> Iterator[str | Mark]:
        for child in read_children(element):
            if child.tag in _LEFT_OUT:
                self.seen[Seen.DELETED] += child.tag in _DELETED and len(child) > 0
            elif child.tag == W + "r":
                yield from self._run(child, style_id)
            elif child.tag == MATHS + "t":
                yield child.text or ""
            elif child.tag == W + "txbxContent":
                self._box(child)
            else:
                self.seen[Seen.INSERTED] += child.tag in _INSERTED
                yield from self._inside(child, style_id)

    def _box(self, content: Element) -> None:
        self.seen[Seen.BOX] += 1
        self.boxes.append(content)

    def _run(self, run: Element, style_id: str) -> Iterator[str | Mark]:
        style = value(run.find(f"{W}rPr/{W}rStyle"))
        if self._is_hidden(run, style_id, style):
            self.seen[Seen.HIDDEN] += any(child.tag == W + "t" and all(self._fields) for child in run)
            return
        is_bold = self._is_bold(run, style_id, style)
        fonts = run.find(f"{W}rPr/{W}rFonts")
        for piece in self._pieces(run, value(fonts, "ascii") or value(fonts, "hAnsi"), style_id):
            if isinstance(piece, str):
                letters = sum(map(str.isalpha, piece))
                self._bold, self._plain = self._bold + letters * is_bold, self._plain + letters * (not is_bold)
            yield piece

    def _is_hidden(self, run: Element, style_id: str, run_style: str) -> bool:
        own = run.find(f"{W}rPr/{W}vanish")
        if own is not None:
            return is_on(own)
        chains = [*self.styles.chain(style_id), *(self.styles.chain(run_style) if run_style else ())]
        return any(style.is_hidden for style in chains)

    def _is_bold(self, run: Element, style_id: str, run_style: str) -> bool:
        own = run.find(f"{W}rPr/{W}b")
        if own is not None:
            return is_on(own)
        by_run = self.styles.first(run_style, lambda style: style.is_bold) if run_style else None
        return bool(by_run if by_run is not None else self.styles.first(style_id, lambda style: style.is_bold))

    def _pieces(self, run: Element, font: str, style_id: str) -> Iterator[str | Mark]:
        for child in read_children(run):
            if child.tag == W + "fldChar":
                self._field(value(child, "fldCharType"))
            elif child.tag == W + "lastRenderedPageBreak":
                yield Mark.PAGE_AS_LAID_OUT
            elif child.tag == W + "br":
                yield Mark.PAGE_BY_HAND if value(child, "type") == "page" else "\n"
            elif child.tag in _PICTURES:
                yield Mark.PICTURE
                yield from self._inside(child, style_id)
            elif all(self._fields):
                yield from self._piece_shown(child, font, style_id)

    def _piece_shown(self, child: Element, font: str, style_id: str) -> Iterator[str | Mark]:
        if child.tag == W + "t":
            yield self._readable(child.text or "", font)
        elif child.tag in _AS_WORDS:
            yield _AS_WORDS[child.tag]
        elif child.tag == W + "sym":
            yield self._symbol(child)
        elif child.tag in _NOTES:
            yield self._note(child)
        elif child.tag == W + "commentReference":
            self.seen[Seen.COMMENT] += 1
        elif child.tag not in _LEFT_OUT:
            yield from self._inside(child, style_id)

    def _readable(self, words: str, font: str) -> str:
        made = readable(words.translate(_TIDIED), font)
        self.seen[Seen.UNKNOWN_SIGN] += made.count(UNKNOWN) - words.count(UNKNOWN)
        return made

    def _symbol(self, element: Element) -> str:
        try:
            sign = sign_of(int(value(element, "char"), 16), value(element, "font"))
        except ValueError:
            sign = UNKNOWN
        self.seen[Seen.UNKNOWN_SIGN] += sign == UNKNOWN
        return sign

    def _note(self, reference: Element) -> str:
        kind = _NOTES[reference.tag]
        sign = "" if value(reference, "customMarkFollows") in ("1", "true", "on") else next(self.signs[kind])
        self.cited.append(NoteCited(kind, value(reference, "id"), sign))
        return f"[{sign}]" if sign else ""

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()


def read_children(element: Element) -> Iterator[Element]:
    """The children of an element, those of content controls and alternatives in place of these."""
    for child in element:
        if child.tag == W + "sdt":
            content = child.find(W + "sdtContent")
            if content is not None and not is_on(child.find(f"{W}sdtPr/{W}showingPlcHdr")):
                yield from read_children(content)
        elif child.tag == MC + "AlternateContent":
            chosen = child.find(MC + "Choice")
            chosen = child.find(MC + "Fallback") if chosen is None else chosen
            yield from read_children(chosen) if chosen is not None else ()
        else:
            yield child

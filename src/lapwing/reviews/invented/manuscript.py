"""A document before it is set: elements in order, each with the number that is printed beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from lapwing.reviews.document import Kind


class Numbering(StrEnum):
    """How the paragraphs of a document are numbered."""

    SECTIONS = "1.1"
    """Within their section."""
    PLAIN = "1"
    """From 1 to the last."""
    NONE = ""


class Look(StrEnum):
    """What a document looks like, as PDF and as Word document."""

    NUMBERED = "numbered"
    PLAIN = "plain"
    LETTER = "letter"
    COLUMNS = "columns"
    """With an executive summary in two columns, and words parted at line ends by soft hyphens."""


NUMBERINGS = {
    Look.NUMBERED: Numbering.SECTIONS,
    Look.PLAIN: Numbering.PLAIN,
    Look.LETTER: Numbering.NONE,
    Look.COLUMNS: Numbering.SECTIONS,
}


@dataclass(frozen=True)
class Element:
    """A heading, paragraph, item of a list, or table. `number` is as printed, without a full stop after it.

    `rows` are those of a table, the first its head. `note` is the words of a footnote, whose mark stands at the
    element's end. `in_summary` tells what belongs to the executive summary.
    """

    kind: Kind
    text: str = ""
    number: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    note: str = ""
    in_summary: bool = False


@dataclass(frozen=True)
class Manuscript:
    """A whole document. `front` are the lines of its title page or letterhead, the first being the title."""

    look: Look
    front: tuple[str, ...]
    running: str
    elements: tuple[Element, ...]

    @property
    def title(self) -> str:
        """What the document calls itself."""
        return self.front[0]


@dataclass
class Writing:
    """Puts elements one after another and gives each its number."""

    look: Look
    elements: list[Element] = field(default_factory=list)
    in_summary: bool = False
    words: int = 0
    """How many stand so far, those of tables among them."""
    _section: int = 0
    _paragraph: int = 0

    def heading(self, words: str, level: int = 1) -> None:
        """A heading; one of the first level begins a section."""
        number = ""
        if level == 1:
            self._section += 1
            if NUMBERINGS[self.look] is Numbering.SECTIONS:
                number, self._paragraph = str(self._section), 0
        self._put(Element(Kind.HEADING, words, number, level, in_summary=self.in_summary))

    def paragraph(self, words: str, note: str = "") -> str:
        """A paragraph; its number as printed, which is empty in a letter."""
        self._paragraph += 1
        number = {
            Numbering.SECTIONS: f"{self._section}.{self._paragraph}",
            Numbering.PLAIN: str(self._paragraph),
            Numbering.NONE: "",
        }[NUMBERINGS[self.look]]
        self._put(Element(Kind.PARAGRAPH, words, number, note=note, in_summary=self.in_summary))
        return number

    def items(self, items: Iterable[str], *, lettered: bool = False) -> None:
        """The items of a list, after a bullet or after (a), (b), (c)."""
        for at, words in enumerate(items):
            number = f"({chr(ord('a') + at)})" if lettered else ""
            self._put(Element(Kind.BULLET, words, number, 1, in_summary=self.in_summary))

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """A table, the first row its head."""
        self._put(Element(Kind.CELL, rows=tuple(tuple(row) for row in rows)))

    def _put(self, element: Element) -> None:
        self.elements.append(element)
        self.words += len(element.text.split()) + sum(len(cell.split()) for row in element.rows for cell in row)

"""A document as read: one text, and where in it the pages, paragraphs, headings and bullets stand.

Every place is a span of the one text, in Unicode code points, end exclusive. What runs along the head or foot of
each page stays in the text where it stood, so that nothing shifts, but belongs to no paragraph: it is set aside.
Lines that a paragraph was wrapped into are joined by one space (a line break is one character too, so that nothing
shifts); blocks are separated by one line feed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

Span = tuple[int, int]
"""From, and up to but not including, in code points of the document's text."""


class Kind(StrEnum):
    """What a block of text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    """An item of a list, bulleted or lettered."""
    CELL = "table cell"
    FOOTNOTE = "footnote"
    CONTENTS = "contents"
    """A line of the table of contents."""
    SET_ASIDE = "set aside"
    """What runs along the head or foot of pages."""


@dataclass(frozen=True)
class Block:
    """One heading, paragraph, item of a list, cell, footnote, or what was set aside.

    `spans` has more than one part where the block goes on over the end of a page. `number` is the number as printed
    or as Word would print it (`17`, `2.3`, `(a)`), without the full stop that follows it, and empty where there is
    none; the printed number and bullet sign stand in the text, before the spans. `level` is a heading's depth from 1,
    or an item's depth in its list from 1, and 0 for everything else. `page` is the page on which it starts, from 1.
    """

    kind: Kind
    spans: tuple[Span, ...]
    page: int
    number: str = ""
    level: int = 0

    @property
    def start(self) -> int:
        """Where it starts."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where it ends, exclusive."""
        return self.spans[-1][1]


@dataclass(frozen=True)
class Page:
    """One page of the original; a document without pages, such as a web page, has one.

    `label` is the page number as printed on it, or empty; `number` counts from 1.
    """

    number: int
    start: int
    end: int
    label: str = ""


@dataclass(frozen=True)
class Place:
    """Where somebody finds a passage: the page, the printed number of its paragraph, and the heading above it.

    `paragraph` is the printed number of the paragraph itself or, for an item of a list, of the paragraph that the list
    belongs to; it is empty where the document prints none, and then `block`, which counts blocks from 1, tells it.
    """

    page: int
    paragraph: str
    heading: str
    block: int

    def __str__(self) -> str:
        """As people cite it: page 4, paragraph 17."""
        return f"page {self.page}, " + (f"paragraph {self.paragraph}" if self.paragraph else f"block {self.block}")


@dataclass(frozen=True)
class Document:
    """A document as read.

    `notes` are sentences on what the reader doubted or mended, for the person who handed the file in (*12 bullets of
    a symbol font were turned into bullets*). `title` is what the document calls itself, or empty.
    """

    text: str
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...]
    title: str = ""
    notes: tuple[str, ...] = ()
    _starts: list[int] = field(init=False, repr=False, compare=False, default_factory=list)
    _parts: list[tuple[int, int]] = field(init=False, repr=False, compare=False, default_factory=list)

    def __post_init__(self) -> None:
        """Blocks stand in the order of the text, and so can be found by a place in it."""
        self._starts.extend(block.start for block in self.blocks)
        self._parts.extend(sorted((start, at) for at, block in enumerate(self.blocks) for start, _ in block.spans))

    def words(self, block: Block) -> str:
        """The text of a block, its parts joined by a space where a page ended between them."""
        return " ".join(self.text[start:end] for start, end in block.spans)

    def body(self) -> Iterator[Block]:
        """The blocks that people read: all but what was set aside and the table of contents."""
        return (block for block in self.blocks if block.kind not in (Kind.SET_ASIDE, Kind.CONTENTS))

    def block_at(self, offset: int) -> int | None:
        """Which block (from 0) a place belongs to: the one of the last part that starts at or before it, if any does."""
        at = bisect_right(self._parts, (offset, len(self.blocks))) - 1
        return self._parts[at][1] if at >= 0 else None

    def page_at(self, offset: int) -> int:
        """The number of the page on which a place stands."""
        at = bisect_right([page.start for page in self.pages], offset) - 1
        return self.pages[max(at, 0)].number

    def quote(self, start: int, end: int) -> str:
        """The text from a place up to another, without what was set aside between them or passed over by a block."""
        kept = []
        for part_start, part_end in self.without_set_aside(start, end):
            kept.append(self.text[part_start:part_end].strip())
        return " ".join(part for part in kept if part)

    def without_set_aside(self, start: int, end: int) -> Sequence[Span]:
        """The parts of a span that people read on, in order: what runs along the head or foot of pages is left out.

        So are the footnotes over which a block goes on, where its parts on either side are in the span.
        """
        parts: list[Span] = []
        at = start
        for first, last in self._left_out_within(start, end):
            if first > at:
                parts.append((at, first))
            at = max(at, last)
        if at < end:
            parts.append((at, end))
        return parts

    def passed_over(self, start: int, end: int) -> Iterator[Span]:
        """What blocks go on over between a place and another: from where a part ends to where its next begins."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        for block in self.blocks[first:]:
            if block.start >= end:
                return
            for upper, lower in pairwise(block.spans):
                if start < upper[1] and lower[0] < end:
                    yield upper[1], lower[0]

    def _left_out_within(self, start: int, end: int) -> list[Span]:
        return sorted([*self._set_aside_within(start, end), *self.passed_over(start, end)])

    def _set_aside_within(self, start: int, end: int) -> Iterator[Span]:
        first = max(bisect_right(self._starts, start) - 1, 0)
        for block in self.blocks[first:]:
            if block.start >= end:
                return
            if block.kind is Kind.SET_ASIDE:
                yield from (span for span in block.spans if span[0] < end and span[1] > start)

    def place_of(self, start: int) -> Place:
        """Where somebody finds what starts here."""
        at = self.block_at(start)
        if at is None:
            return Place(self.page_at(start), "", "", 1)
        heading = next(
            (self.words(block) for block in reversed(self.blocks[: at + 1]) if block.kind is Kind.HEADING), ""
        )
        return Place(self.page_at(start), self._printed_number(at), heading, at + 1)

    def _printed_number(self, at: int) -> str:
        """The number of the paragraph, or of the one that a list without numbers of its own hangs from."""
        for block in reversed(self.blocks[: at + 1]):
            if block.kind is Kind.PARAGRAPH:
                return block.number
            if block.kind is Kind.HEADING:
                return block.number if block is self.blocks[at] else ""
        return ""

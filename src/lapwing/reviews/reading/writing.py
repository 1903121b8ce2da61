"""The text of a document written down, block after block, with the spans of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from lapwing.reviews.document import Block, Document, Page, Span
from lapwing.reviews.reading.glyphs import HYPHEN_AT_LINE_END
from lapwing.reviews.reading.hyphens import LineEnds
from lapwing.reviews.reading.pdf_pages import Line
from lapwing.reviews.reading.pdf_paragraphs import Draft

Placed = tuple[Draft, list[Line]]
"""A draft, and those of its lines that stand on a page."""


@dataclass
class Writing:
    """What has been written so far."""

    line_ends: LineEnds
    parts: list[str] = field(default_factory=list)
    length: int = 0
    spans: dict[int, list[Span]] = field(default_factory=dict)
    order: list[Draft] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)

    def page(self, number: int, label: str, placed: Sequence[Placed]) -> None:
        """Writes a page; a draft that began on an earlier one is given another span."""
        start = self.length
        for draft, lines in placed:
            self._put("\n" if self.length else "")
            if id(draft) not in self.spans:
                self.order.append(draft)
                self.spans[id(draft)] = []
                self._put(f"{draft.marker} " if draft.marker else "")
            self._write(draft, lines)
        self.pages.append(Page(number, min(start + (1 if start and placed else 0), self.length), self.length, label))

    def _write(self, draft: Draft, lines: Sequence[Line]) -> None:
        joined = self.line_ends.joined
        texts = [joined(upper.text, lower.text) for upper, lower in pairwise(lines)]
        last = lines[-1].text
        text = "".join(texts) + (f"{last[:-1]}-" if last.endswith(HYPHEN_AT_LINE_END) else last)
        start = self.length
        self._put(text)
        self.spans[id(draft)].append((start, self.length))

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def document(self, title: str, notes: Sequence[str]) -> Document:
        """The document as written."""
        blocks = tuple(
            Block(draft.kind, tuple(self.spans[id(draft)]), draft.first.page, draft.number, draft.level)
            for draft in self.order
        )
        return Document("".join(self.parts), blocks, tuple(self.pages), title, tuple(notes))

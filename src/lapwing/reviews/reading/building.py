"""A document put together block by block, for files whose text is laid out afresh rather than found on a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from lapwing.reviews.document import Block, Document, Kind, Page, Span


@dataclass
class Building:
    """The text so far, its blocks, and where its pages start."""

    notes: list[str] = field(default_factory=list)
    _written: list[str] = field(default_factory=list)
    _length: int = 0
    _blocks: list[Block] = field(default_factory=list)
    _page_starts: list[int] = field(default_factory=lambda: [0])
    _next_page_waits: int = 0
    _once: set[tuple[Kind, str]] = field(default_factory=set)

    @property
    def page(self) -> int:
        """The page on which the next block will start."""
        return len(self._page_starts) + self._next_page_waits

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been written."""
        return not self._blocks

    def turn_page(self, times: int = 1) -> None:
        """What comes next stands on the next page, or `times` pages on."""
        self._next_page_waits += times

    def add(self, kind: Kind, parts: Sequence[str], *, number: str = "", level: int = 0, printed: str = "") -> None:
        """A block of words, in several parts where pages end within it; `printed` stands before it, as on the page."""
        first = next((at for at, part in enumerate(parts) if part), len(parts) - 1)
        last = max((at for at, part in enumerate(parts) if part), default=first)
        self.turn_page(first)
        if any(parts):
            self._start_block(printed)
            page = len(self._page_starts)
            self._blocks.append(Block(kind, self._spans(parts[first : last + 1]), page, number, level))
        self.turn_page(len(parts) - 1 - last)

    def add_once(self, kind: Kind, words: str) -> None:
        """A block as it is, unless one of that kind says the same already."""
        if (kind, words) not in self._once:
            self._once.add((kind, words))
            self.add(kind, [words])

    def document(self, title: str = "") -> Document:
        """What was put together."""
        text = "".join(self._written)
        ends = [*self._page_starts[1:], len(text)]
        pages = [Page(at + 1, start, end) for at, (start, end) in enumerate(zip(self._page_starts, ends, strict=True))]
        return Document(text, tuple(self._blocks), tuple(pages), title, tuple(self.notes))

    def _start_block(self, printed: str) -> None:
        if self._blocks:
            self._write("\n")
        self._page_starts.extend([self._length] * self._next_page_waits)
        self._next_page_waits = 0
        self._write(printed)

    def _spans(self, parts: Sequence[str]) -> tuple[Span, ...]:
        spans: list[Span] = []
        for at, part in enumerate(parts):
            if at:
                if spans and part:
                    self._write(" ")
                self._page_starts.append(self._length)
            if part:
                spans.append((self._length, self._length + len(part)))
                self._write(part)
        return tuple(spans)

    def _write(self, words: str) -> None:
        self._written.append(words)
        self._length += len(words)


def joined_over_pages(parts: Sequence[str]) -> list[str]:
    """Parts of a paragraph, tidied, each a page; a word that a page ended within stays whole on the earlier page."""
    tidied = [" ".join(part.split()) for part in parts]
    for at, (before, after) in enumerate(pairwise(parts)):
        if before and after and not before[-1].isspace() and not after[0].isspace():
            rest, _, left = tidied[at + 1].partition(" ")
            tidied[at], tidied[at + 1] = tidied[at] + rest, left
    return tidied

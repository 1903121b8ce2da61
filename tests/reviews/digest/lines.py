"""Documents for tests, from lines as one would type them."""

from __future__ import annotations

import re

from lapwing.reviews.document import Block, Document, Kind, Page, Span

_MARKS = re.compile(
    r"(?P<heading>#+) |(?P<bullet>-+) |(?P<aside>~) |(?P<note>\^) |(?P<contents>\.\.) |(?P<cell>\|) |(?P<number>\d+(?:\.\d+)*)\. "
)


class _Reading:
    def __init__(self) -> None:
        self.text, self.blocks, self.pages = "", [], []
        self.page_starts = [0]

    def page(self) -> None:
        self.page_starts.append(len(self.text))

    def line(self, line: str) -> None:
        mark = _MARKS.match(line)
        shown = mark[0] if mark and mark["number"] else ""
        words = line[mark.end() :] if mark else line
        start = len(self.text) + len(shown)
        self.text += shown + words + "\n"
        kind, number, level = _kind(mark)
        self.blocks.append(Block(kind, ((start, start + len(words)),), len(self.page_starts), number, level))

    def goes_on(self, words: str) -> None:
        """The rest of the paragraph before a new page."""
        start = len(self.text)
        self.text += words + "\n"
        at = max(at for at, block in enumerate(self.blocks) if block.kind is not Kind.SET_ASIDE)
        before = self.blocks[at]
        spans: tuple[Span, ...] = (*before.spans, (start, start + len(words)))
        self.blocks[at] = Block(before.kind, spans, before.page, before.number, before.level)


def _kind(mark: re.Match[str] | None) -> tuple[Kind, str, int]:
    if mark is None:
        return Kind.PARAGRAPH, "", 0
    if mark["heading"]:
        return Kind.HEADING, "", len(mark["heading"])
    if mark["bullet"]:
        return Kind.BULLET, "", len(mark["bullet"])
    if mark["number"]:
        return Kind.PARAGRAPH, mark["number"], 0
    named = {"aside": Kind.SET_ASIDE, "note": Kind.FOOTNOTE, "contents": Kind.CONTENTS, "cell": Kind.CELL}
    return next(kind for name, kind in named.items() if mark[name]), "", 0


def document_of(lines: str, title: str = "") -> Document:
    """A document from lines.

    `# ` begins a heading (`## ` one below it), `- ` an item (`-- ` one below it), `17. ` a numbered paragraph, `~ ` what
    is set aside, `^ ` a footnote, `.. ` a line of contents, `| ` a cell; `---page---` a new page, and `... ` goes on with
    the paragraph before it.
    """
    reading = _Reading()
    for line in lines.strip().splitlines():
        stripped = line.strip()
        if stripped == "---page---":
            reading.page()
        elif stripped.startswith("... "):
            reading.goes_on(stripped[4:])
        elif stripped:
            reading.line(stripped)
    ends = [*reading.page_starts[1:], len(reading.text)]
    pages = [Page(at, start, end) for at, (start, end) in enumerate(zip(reading.page_starts, ends, strict=True), 1)]
    return Document(reading.text, tuple(reading.blocks), tuple(pages), title)

"""Plain text as read: no character is moved, so that places in the file stay places in the text.

Line ends become line feeds, and those within a paragraph become spaces; form feeds end pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from lapwing.reviews.document import Block, Document, Kind, Page, Span
from lapwing.reviews.reading.decoding import Decoded, NoText, decoded
from lapwing.reviews.reading.plain_lines import Group, groups_of, lines_of
from lapwing.reviews.reading.printed import printed_before
from lapwing.reviews.reading.unusable import UnusableDocument

_CHAPTER = re.compile(
    r"(?:chapter|section|part|appendix|annex|recommendation|finding) (?:\d+|[A-Z]|[IVX]+)\b[^.]*", re.I
)
_MARKDOWN = re.compile(r"(#{1,6})\s+(?=\S)")
MOST_WORDS_OF_A_HEADING = 14


def read_plain(content: bytes) -> Document:
    """Plain text as read; `UnusableDocument` where the bytes are no text, or hold no words."""
    read = _decoded(content)
    text = read.text.replace("\r\n", "\n").replace("\r", "\n")
    blocks = [_block(group) for group in groups_of(lines_of(text))]
    if not blocks:
        raise UnusableDocument("It is a text file without words; ask for the file again.")
    joined = _joined(text, blocks)
    title = _title(joined[blocks[0].start : blocks[0].end], blocks[0])
    return Document(joined, tuple(blocks), tuple(_pages(text)), title, tuple(_notes(read, text, blocks)))


def _decoded(content: bytes) -> Decoded:
    try:
        return decoded(content)
    except NoText:
        raise UnusableDocument(
            "Its bytes are no text in any encoding; give it as PDF, as Word (.docx), as a web page or as plain text."
        ) from None


def _block(group: Group) -> Block:
    level, length = _heading(group)
    if level:
        printed = printed_before(group.lines[0].words[length:], in_heading=True)
        return _with_spans(group, Kind.HEADING, length + printed.length, printed.number, level)
    printed = printed_before(group.lines[0].words)
    if printed.is_item:
        return _with_spans(group, Kind.BULLET, printed.length, printed.number, group.depth)
    return _with_spans(group, Kind.PARAGRAPH, printed.length, printed.number, 0)


def _heading(group: Group) -> tuple[int, int]:
    """The level of a heading, 0 for what is none, and how many characters mark it as one."""
    words = group.lines[0].words
    marked = _MARKDOWN.match(words)
    if len(group.lines) > 1 or len(words.split()) > MOST_WORDS_OF_A_HEADING:
        return 0, 0
    if marked:
        return len(marked[1]), marked.end()
    if group.underline:
        return (1 if group.underline in "=*#" else 2), 0
    printed = printed_before(words)
    if words.isupper() and sum(map(str.isalpha, words)) > 3 and not words.endswith((".", ",", ";")):
        return printed.number.count(".") + 1, 0
    return (1, 0) if _CHAPTER.fullmatch(words) and words[0].isupper() else (0, 0)


def _with_spans(group: Group, kind: Kind, before: int, number: str, level: int) -> Block:
    """A block of the lines of a group, the first without what is printed before its words.

    Lines that nothing but a line end parts make one span, and so no more is parted than must be.
    """
    spans: list[Span] = []
    for at, line in enumerate(group.lines):
        start = line.start + (before if at == 0 else 0)
        joins = spans and spans[-1][1] + 1 == start and line.page == group.lines[at - 1].page
        spans[-1:] = [(spans[-1][0], line.end)] if joins else [*spans[-1:], (start, line.end)]
    return Block(kind, tuple(spans), group.lines[0].page, number, level)


def _joined(text: str, blocks: Sequence[Block]) -> str:
    """The text with the line ends within blocks as spaces, and those between them as line feeds."""
    pieces, at = [], 0
    for block in blocks:
        pieces += [text[at : block.start].replace("\f", "\n"), re.sub(r"[\n\f]", " ", text[block.start : block.end])]
        at = block.end
    return "".join([*pieces, text[at:].replace("\f", "\n")])


def _title(words: str, first: Block) -> str:
    """What the file begins with, where that is a heading or a short line that is no sentence."""
    words = " ".join(words.split())
    is_short = len(words.split()) <= MOST_WORDS_OF_A_HEADING and not words.endswith((".", ":", ";", ","))
    return words if first.kind is Kind.HEADING or (is_short and not first.number) else ""


def _pages(text: str) -> Iterator[Page]:
    parts = text.split("\f")
    if len(parts) > 1 and not parts[-1].strip():
        parts[-2:] = ["\f".join(parts[-2:])]
    ends = list(accumulate(len(part) + 1 for part in parts))
    for number, (part, end) in enumerate(zip(parts, ends, strict=True), 1):
        yield Page(number, end - len(part) - 1, min(end, len(text)))


def _notes(read: Decoded, text: str, blocks: Sequence[Block]) -> Iterator[str]:
    yield f"Read as {read.encoding}" + (", which was guessed." if read.is_guessed else ".")
    if "\f" not in text:
        yield "The file has no form feeds and so no pages: everything stands on page 1."
    if any("\n" in text[start:end] for block in blocks for start, end in block.spans):
        yield "Lines that a paragraph was wrapped into are joined by a space."

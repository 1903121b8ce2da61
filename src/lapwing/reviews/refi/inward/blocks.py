"""A text that comes without a layout, split into blocks: each line that has words is a paragraph."""

from __future__ import annotations

import re

from lapwing.reviews.document import Block, Document, Kind, Page

LINE = re.compile(r"[^\n]*\S[^\n]*")
NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,2})+|\d{1,3}(?=[.)]))[.)]?[ \t]+(?=\S)")
"""A printed number: 2.3, or 17 with a full stop or bracket after it, so that a year is none."""
NOTE = "It came by REFI-QDA as text alone: each line is a paragraph, and pages are not known."


def document_of_text(text: str) -> Document:
    """The text as a document of one page."""
    blocks = []
    for line in LINE.finditer(text):
        words = line[0].strip()
        start = line.start() + line[0].index(words)
        number = NUMBER.match(words)
        first = start + (number.end() if number else 0)
        blocks.append(Block(Kind.PARAGRAPH, ((first, start + len(words)),), 1, number[1] if number else ""))
    return Document(text, tuple(blocks), (Page(1, 0, len(text)),), notes=(NOTE,))

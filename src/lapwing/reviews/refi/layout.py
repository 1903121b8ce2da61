"""The side file of an export: what a document looks like, which REFI-QDA has no place for.

Pages, headings, printed numbers and what was set aside, and which of the files beside it is the original.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lapwing.reviews.document import Block, Document, Kind, Page
from lapwing.reviews.project.documents import sha256_of


@dataclass(frozen=True)
class Laid:
    """One document's layout: `original` is the bare name of the file among the sources that it was read from."""

    document: Document
    media_type: str
    original: str
    reader: str


def layout_json(laid: Mapping[str, Laid]) -> bytes:
    """The side file for the documents of these guids."""
    documents = {guid: _plain(one) for guid, one in sorted(laid.items())}
    return json.dumps({"documents": documents}, ensure_ascii=False, indent=0, sort_keys=True).encode()


def _plain(laid: Laid) -> dict[str, Any]:
    document = laid.document
    return {
        "blocks": [[block.kind, block.spans, block.page, block.number, block.level] for block in document.blocks],
        "media_type": laid.media_type,
        "notes": document.notes,
        "original": laid.original,
        "pages": [[page.number, page.start, page.end, page.label] for page in document.pages],
        "reader": laid.reader,
        "text": sha256_of(document.text.encode()),
        "title": document.title,
    }


class Layouts:
    """The layouts of a side file; one that cannot be read is as if it were not there."""

    def __init__(self, content: bytes) -> None:
        """Takes the content of the side file, or nothing."""
        try:
            self.of: dict[str, Any] = json.loads(content)["documents"] if content else {}
        except (ValueError, TypeError, KeyError, RecursionError):
            self.of = {}

    def laid(self, guid: str, text: str) -> Laid | None:
        """The layout of a document, where there is one and it fits the text that came."""
        known = self.of.get(guid) if isinstance(self.of, dict) else None
        try:
            return _laid(known, text) if known and known["text"] == sha256_of(text.encode()) else None
        except (ValueError, TypeError, KeyError, IndexError, AttributeError):
            return None


def _laid(known: Mapping[str, Any], text: str) -> Laid | None:
    blocks = tuple(
        Block(Kind(kind), tuple((int(start), int(end)) for start, end in spans), int(page), str(number), int(level))
        for kind, spans, page, number, level in known["blocks"]
    )
    pages = tuple(Page(int(number), int(start), int(end), str(label)) for number, start, end, label in known["pages"])
    if not pages or not _within(blocks, pages, len(text)):
        return None
    document = Document(text, blocks, pages, str(known["title"]), tuple(map(str, known["notes"])))
    return Laid(document, str(known["media_type"]), str(known["original"]), str(known["reader"]))


def _within(blocks: tuple[Block, ...], pages: tuple[Page, ...], length: int) -> bool:
    """Whether everything lies within the text, and the blocks in its order."""
    spans = [span for block in blocks for span in block.spans] + [(page.start, page.end) for page in pages]
    starts = [block.start for block in blocks]
    return all(0 <= start <= end <= length for start, end in spans) and starts == sorted(starts)

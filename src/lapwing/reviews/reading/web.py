"""Web pages as read: headings, numbered and bulleted lists, tables, paragraphs; what surrounds the page set aside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree, html

from lapwing.reviews.document import Document, Kind
from lapwing.reviews.reading.building import Building
from lapwing.reviews.reading.decoding import Decoded, NoText, decoded
from lapwing.reviews.reading.printed import printed_before
from lapwing.reviews.reading.unusable import UnusableDocument
from lapwing.reviews.reading.web_blocks import WebBlock, blocks_of, main_part, words_of
from lapwing.reviews.reading.web_trouble import trouble_with

_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_LOOKED_FOR_IN = 4096
"""Bytes at the start of a page within which browsers look for its encoding, and some more."""
_AS_BROWSERS_READ = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
"""What pages call by these names is Windows-1252 (WHATWG Encoding Standard)."""


def read_web_page(content: bytes) -> Document:
    """A web page as read; `UnusableDocument` where it is no page, an error page, or one to sign in on."""
    read = _decoded(content)
    root = _parsed(read.text)
    building = Building()
    try:
        blocks = list(blocks_of(root, main_part(root)))
    except RecursionError:
        raise UnusableDocument("It is nested too deeply to be read; save the page anew, or print it to PDF.") from None
    trouble = trouble_with(root, blocks)
    if trouble:
        raise UnusableDocument(trouble)
    for block in blocks:
        _add(building, block)
    building.notes.extend(_notes(blocks, read))
    return building.document(_title(root, blocks))


def _decoded(content: bytes) -> Decoded:
    declared = _DECLARED.search(content[:_LOOKED_FOR_IN])
    name = declared[1].decode("ascii", "ignore").lower() if declared else ""
    try:
        return decoded(content, _AS_BROWSERS_READ.get(name, name))
    except NoText:
        raise UnusableDocument("It is no web page: its bytes are no text. Save the page anew.") from None


def _parsed(text: str) -> etree._Element:
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        return html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise UnusableDocument("It is an empty web page; save it anew.") from None


def _add(building: Building, block: WebBlock) -> None:
    if block.printed or block.kind in (Kind.SET_ASIDE, Kind.CELL):
        building.add(block.kind, [block.words], number=block.number, level=block.level, printed=block.printed)
        return
    found = printed_before(block.words, in_heading=block.kind is Kind.HEADING)
    kind, level = (Kind.BULLET, 1) if found.is_item and block.kind is Kind.PARAGRAPH else (block.kind, block.level)
    words = block.words[found.length :]
    building.add(kind, [words], number=found.number, level=level, printed=block.words[: found.length])


def _notes(blocks: list[WebBlock], read: Decoded) -> Iterator[str]:
    yield f"Read as {read.encoding}" + (", which was guessed." if read.is_guessed else ".")
    yield "A web page has no pages: everything stands on page 1. Scripts, styles, forms and what is hidden are left out."
    aside = Counter(block.kind for block in blocks)[Kind.SET_ASIDE]
    if aside:
        yield f"{aside} lines around the page's own text (navigation, header, footer) are set aside."


def _title(root: etree._Element, blocks: list[WebBlock]) -> str:
    """The page's heading of the first level, where there is one alone; else what its tab says."""
    first = [block.words for block in blocks if block.kind is Kind.HEADING and block.level == 1]
    tab = root.find(".//title")
    if len(first) == 1:
        return first[0]
    return words_of(tab) if tab is not None else ""

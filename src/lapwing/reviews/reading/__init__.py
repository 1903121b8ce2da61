"""Documents as read, from Word, web pages and plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lapwing.reviews.document import Document
from lapwing.reviews.reading.plain import read_plain
from lapwing.reviews.reading.unusable import UnusableDocument
from lapwing.reviews.reading.web import read_web_page
from lapwing.reviews.reading.word import read_word

READER = "1"
"""Which version of the reader; it goes up whenever the same file would be read otherwise than before."""

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def media_type_of(name: str, content: bytes) -> str:
    """What a file is, by what is in it."""
    if content.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        return _WORD
    return "text/html" if b"<html" in content[:4096].lower() else "text/plain"


def read_document(name: str, content: bytes) -> Document:
    """The document in a file; `UnusableDocument` where it cannot be read."""
    readers = {_WORD: read_word, "text/html": read_web_page, "text/plain": read_plain}
    return readers[media_type_of(name, content)](content)


def read_many(files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, Document | UnusableDocument]]:
    """Each file by name with what was read from it or the refusal, in the order given."""
    for name, content in files:
        try:
            yield name, read_document(name, content)
        except UnusableDocument as refusal:
            yield name, refusal


__all__ = ["READER", "UnusableDocument", "media_type_of", "read_document", "read_many"]

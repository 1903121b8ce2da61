"""One file read, whatever it is."""

from __future__ import annotations

from lapwing.reviews.document import Document
from lapwing.reviews.reading.recognise import MediaType, media_type_of
from lapwing.reviews.reading.unusable import UnusableDocument

READER = "1"
"""Which version of the reader; it goes up whenever the same file would be read otherwise than before."""


LARGEST_TEXT = 20 * 1024 * 1024
"""Bytes of a web page or of plain text, as many as some thousands of pages have."""


def read_document(name: str, content: bytes) -> Document:
    """The document in a file. What it is, is told by its content; `name` only says what somebody expects.

    Raises:
        UnusableDocument: it cannot be read; the text says what it is, what is wrong and what to do.
    """
    media_type = media_type_of(name, content)
    if media_type in (MediaType.WEB_PAGE, MediaType.PLAIN_TEXT) and len(content) > LARGEST_TEXT:
        raise UnusableDocument(
            f"It has more than {LARGEST_TEXT // 1024**2} MB of text, which is more than any review has. "
            "Look whether it is what you meant, and split it if it is."
        )
    match media_type:
        case MediaType.PDF:
            from lapwing.reviews.reading.pdf import read_pdf

            return read_pdf(content)
        case MediaType.WORD:
            from lapwing.reviews.reading.word import read_word

            return read_word(content)
        case MediaType.WEB_PAGE:
            from lapwing.reviews.reading.web import read_web_page

            return read_web_page(content)
        case MediaType.PLAIN_TEXT:
            from lapwing.reviews.reading.plain import read_plain

            return read_plain(content)

"""What a file is, by what is in it; its name is believed in nothing."""

from __future__ import annotations

import re
from enum import StrEnum
from html import unescape
from io import BytesIO
from zipfile import ZipFile

from lapwing.reviews.reading.decoding import by_zeros
from lapwing.reviews.reading.safe_zip import DAMAGED, LOCKED, OLE
from lapwing.reviews.reading.unusable import UnusableDocument


class MediaType(StrEnum):
    """What can be read."""

    PDF = "application/pdf"
    WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    WEB_PAGE = "text/html"
    PLAIN_TEXT = "text/plain"


_SAVE_AS = "Open it in the program that made it, save it as PDF or as Word (.docx), and read that file."
_OCR = "Have the text in it recognised (OCR) and saved as PDF or Word (.docx), or ask for the original."

_SIGNATURES = (
    (OLE, f"an old Word document (.doc) or another old Office file. {_SAVE_AS}"),
    (b"{\\rtf", f"a rich text file (.rtf). {_SAVE_AS}"),
    (b"\x89PNG", f"a picture (PNG). {_OCR}"),
    (b"\xff\xd8\xff", f"a picture (JPEG). {_OCR}"),
    (b"GIF8", f"a picture (GIF). {_OCR}"),
    (b"II*\x00", f"a picture (TIFF). {_OCR}"),
    (b"MM\x00*", f"a picture (TIFF). {_OCR}"),
    (b"BM", f"a picture (BMP). {_OCR}"),
    (b"%!PS", f"a PostScript file. {_SAVE_AS}"),
    (b"\x1f\x8b", "a compressed file (gzip). Unpack it, and read what is in it."),
    (b"7z\xbc\xaf", "an archive (7-Zip). Unpack it, and read the documents in it."),
    (b"Rar!", "an archive (RAR). Unpack it, and read the documents in it."),
)

_INSIDE = (
    (
        "xl/workbook.xml",
        "an Excel workbook. Where it is the sheet of attributes, hand it in as such; else save it as PDF.",
    ),
    (
        "xl/workbook.bin",
        "an Excel workbook. Where it is the sheet of attributes, hand it in as such; else save it as PDF.",
    ),
    ("ppt/presentation.xml", f"a PowerPoint presentation. {_SAVE_AS}"),
    ("content.xml", f"an OpenDocument file, such as .odt. {_SAVE_AS}"),
    ("META-INF/container.xml", "an e-book (EPUB). Save it as PDF or as a web page, and read that file."),
    ("project.qde", "a project of another program (REFI-QDA). Bring it in by `lapwing reviews import`."),
)

_FIRST = 1024
"""A PDF says so within its first 1,024 bytes (as readers since Acrobat accept it)."""

_HTML = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_HTML_PART = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)?<(?:h[1-6]|p|div|table|ul|ol|article|section|main|title|meta|style)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
"""Browsers show a page all the same where nothing says that it is one."""
_WEB_ARCHIVE = re.compile(
    rb"^mime-version:.{0,900}?^content-type:\s*multipart/", re.IGNORECASE | re.MULTILINE | re.DOTALL
)
_HTML_TITLE = re.compile(rb"<title[^>]*>(.*?)</title", re.IGNORECASE | re.DOTALL)


def media_type_of(name: str, content: bytes) -> MediaType:
    """What a file is; its name is looked at only for whether somebody expects something else in it.

    Raises:
        UnusableDocument: it is empty, cannot be read, or is not what its name promises, as an error page saved as .pdf.
    """
    if not content.strip(b"\x00 \t\r\n\x0b\x0c\xef\xbb\xbf"):
        raise UnusableDocument("This file is empty. Download it or ask for it again.")
    if content.startswith(b"PK"):  # first, for a PDF packed as it is begins within the first bytes too
        return _in_a_zip(content)
    if b"%PDF-" in content[:_FIRST]:
        return MediaType.PDF
    if content.startswith(OLE) and LOCKED in content:
        raise UnusableDocument("This file is locked with a password. Ask for one without, or save it without.")
    for signature, what in _SIGNATURES:
        if content.startswith(signature) and not (signature == b"BM" and _is_text(content)):
            raise UnusableDocument(f"This file cannot be read: it is {what}")
    start = content[: 4 * _FIRST].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")  # in UTF-16 every other is zero
    if _WEB_ARCHIVE.search(start[:_FIRST]):
        raise UnusableDocument(
            "This file cannot be read: it is a web archive (.mht) or a message. "
            "Open it in a browser or in the program that made it, and save it as PDF."
        )
    if _HTML.search(start) or _HTML_PART.match(start):
        _refuse_if_promised(
            name, f"a web page{_title_of(content)}, perhaps an error page of the web site that it came from"
        )
        return MediaType.WEB_PAGE
    if start.startswith(b"<?xml"):
        raise UnusableDocument(f"This file cannot be read: it is XML that is no web page. {_SAVE_AS}")
    if not _is_text(content):
        raise UnusableDocument(
            "This file cannot be read: it is neither PDF, Word (.docx), a web page nor plain text. " + _SAVE_AS
        )
    _refuse_if_promised(name, "plain text")
    return MediaType.PLAIN_TEXT


def _in_a_zip(content: bytes) -> MediaType:
    try:
        with ZipFile(BytesIO(content)) as packed:
            names = frozenset(packed.namelist())
    except DAMAGED as error:
        raise UnusableDocument(
            "This file is broken: it begins as a Word document or another packed file, and ends too early. "
            "Download it or ask for it again."
        ) from error
    if any(name.startswith("word/document") and name.endswith(".xml") for name in names):
        return MediaType.WORD
    for inside, what in _INSIDE:
        if inside in names:
            raise UnusableDocument(f"This file cannot be read: it is {what}")
    raise UnusableDocument("This file cannot be read: it is an archive (zip). Unpack it, and read the documents in it.")


def _refuse_if_promised(name: str, what: str) -> None:
    """Refuses what is named as one thing and is another."""
    named = re.search(r"\.(pdf|docx)$", name, re.IGNORECASE)
    if named:
        ending = named[1].lower()
        raise UnusableDocument(
            f"This file is named .{ending} but is {what}. Download the document again; "
            f"if this is really what should be read, name it {'.html' if 'web' in what else '.txt'}."
        )


def _title_of(content: bytes) -> str:
    found = _HTML_TITLE.search(content[: 64 * _FIRST].replace(b"\0", b""))
    title = " ".join(unescape(found[1].decode("utf-8", "replace")).split()) if found else ""
    return f" with the title “{title[:120]}”" if title else " without a title"


_TEXT_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def _is_text(content: bytes) -> bool:
    """Whether a file marks itself as text, is UTF-16, or has hardly any bytes that text does not use."""
    if content.startswith(_TEXT_MARKS) or by_zeros(content):
        return True
    sample = content[: 64 * _FIRST]
    controls = sum(byte < 9 or (13 < byte < 32 and byte != 27) for byte in sample)
    return controls <= len(sample) / 1000

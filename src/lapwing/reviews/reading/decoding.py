"""Bytes of text in whatever encoding they were written, and which that was."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GUESSES = ("cp1252", "mac_roman", "cp850")
"""In which English was written before Unicode: on Windows, on a Mac, under DOS."""
_SIGNS = "\u2018\u2019“”\u2013—…£•½é"
"""What is not ASCII and yet common in English; few such signs tell more than a language's letters do."""
_CALLED = {"utf-8": "UTF-8", "cp1252": "Windows-1252", "mac_roman": "Mac OS Roman", "cp850": "DOS 850"}
LOOKED_AT = 1 << 16
"""Bytes from which an encoding that is not said is guessed."""


class NoText(ValueError):
    """The bytes are no text in any encoding."""


@dataclass(frozen=True)
class Decoded:
    """The text without a mark of byte order, the encoding as people call it, and whether that was guessed."""

    text: str
    encoding: str
    is_guessed: bool = False


def decoded(content: bytes, declared: str = "") -> Decoded:
    """The text: by its byte order mark, as UTF-16 by its zeros, as declared, as UTF-8, else as it most likely is."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _as(content[len(mark) :], encoding)
    for encoding in filter(None, (by_zeros(content), declared, "utf-8")):
        try:
            text = content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        return _without_controls(text, encoding)
    return _guessed(content)


def _as(content: bytes, encoding: str) -> Decoded:
    try:
        return _without_controls(content.decode(encoding), encoding)
    except UnicodeDecodeError:
        raise NoText(f"marked as {encoding} and is not") from None


def by_zeros(content: bytes) -> str:
    """Which UTF-16 it is, without a mark: in Latin letters every other byte is zero, and hardly any in between."""
    start = content[:LOOKED_AT]
    even, odd = start[::2].count(0), start[1::2].count(0)
    if len(start) < 4 or max(even, odd) < len(start) / 6 or min(even, odd) > len(start) / 100:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _guessed(content: bytes) -> Decoded:
    if content.count(0):
        raise NoText("zeros")
    start = content[:LOOKED_AT]
    encoding = max(_GUESSES, key=lambda guess: _signs_of_english(start, guess))
    if not _signs_of_english(start, encoding):
        best = from_bytes(start).best()
        encoding = "cp1252" if best is None or "cp1252" in best.could_be_from_charset else best.encoding
    try:
        return _without_controls(content.decode(encoding), encoding, is_guessed=True)
    except UnicodeDecodeError:
        return _without_controls(content.decode("cp1252", "replace"), "cp1252", is_guessed=True)


def _signs_of_english(content: bytes, encoding: str) -> int:
    return sum(map(content.decode(encoding, "ignore").count, _SIGNS))


def _without_controls(text: str, encoding: str, *, is_guessed: bool = False) -> Decoded:
    controls = sum(text.count(chr(code)) for code in range(32) if code not in (9, 10, 11, 12, 13))
    if "\0" in text or controls * 100 > len(text):
        raise NoText("control characters")
    return Decoded(text.removeprefix("\ufeff"), _CALLED.get(encoding, encoding.upper()), is_guessed)

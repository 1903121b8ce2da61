"""Where sentences end."""

from __future__ import annotations

import re

from lapwing.reviews.digest.cues import cues
from lapwing.reviews.document import Span

_END = re.compile(r"(?P<stop>[.!?…]+)(?P<close>[”’\"')\]]*)(?P<note>\d{1,2})?(?P<space>\s+)")
_LAST_WORD = re.compile(r"[(\[“‘\"']*([\w.]+)$")
_NUMBER_OF_PARAGRAPH = re.compile(r"^\s*\(?(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)$")


def sentences(text: str) -> list[Span]:
    """The sentences of a text, as spans of it without the spaces around them.

    A full stop after an abbreviation, an initial or the number of a paragraph ends none, and neither does one before a
    small letter. A mark of a footnote that is printed after the stop belongs to the sentence before it.
    """
    found: list[Span] = []
    start = 0
    for end in _END.finditer(text):
        if _ends(text, start, end):
            found.append((start, end.start("space")))
            start = end.end()
    found.append((start, len(text)))
    trimmed = [_without_spaces(text, first, last) for first, last in found]
    return [(first, last) for first, last in trimmed if first < last]


def _ends(text: str, start: int, end: re.Match[str]) -> bool:
    after = text[end.end() : end.end() + 2].lstrip("“‘\"'([")
    if not after or not (after[0].isupper() or after[0].isdigit() or after[0] in "•\u2013-"):
        return False
    before = text[start : end.start()]
    if end["note"] and (before[-1:].isdigit() or not after[0].isupper()):
        return False
    if end["stop"] != "." or end["close"]:
        return True
    last = _LAST_WORD.search(before)
    return last is None or not (_is_abbreviation(last[1], after) or _NUMBER_OF_PARAGRAPH.match(before))


def _is_abbreviation(word: str, after: str) -> bool:
    if len(word) == 1 and word.isalpha() and word.isupper():
        return True
    if word.casefold() in ("etc", "al"):
        return not after[0].isupper()
    return word.casefold() in cues().abbreviations and not (
        word.casefold() in ("no", "co", "st", "est", "art") and word.islower()
    )


def _without_spaces(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end

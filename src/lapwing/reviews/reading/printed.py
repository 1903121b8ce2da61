"""Numbers and signs that stand printed at the start of a paragraph: 17., 2.3, (a), a bullet."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lapwing.reviews.reading.glyphs import BULLETS

_BULLETS = "".join(sorted(BULLETS))
_NUMBER = re.compile(r"\(?(?P<number>\d{1,3}(?:\.\d{1,3}){0,4})(?P<close>[.)]?)(?P<gap>\s+)(?=\S)")
_LETTER = re.compile(
    r"(?P<number>\([a-zA-Z]\)|\([ivx]{1,5}\)|(?:[a-z]|[ivx]{2,5})\)|[A-Z]\)|(?:[a-z]|[ivx]{2,5})\.)\s+(?=\S)"
)
_BULLET = re.compile(rf"(?:[{_BULLETS}]\s*|[-\u2013—*]\s+|o(?:\t| {{2,}})\s*)(?=\S)")
_BEGINS_A_SENTENCE = re.compile(r"[A-Z‘’“”\"'(\[£]")


@dataclass(frozen=True)
class Printed:
    """What is printed before a paragraph: how many characters it takes, its number if any, whether it marks an item."""

    length: int = 0
    number: str = ""
    is_item: bool = False


NOTHING = Printed()


def printed_before(words: str, *, in_heading: bool = False) -> Printed:
    """What stands printed at the start of a paragraph's words.

    A bare number without a full stop or bracket (*17 Agencies*) is a paragraph's number only where a gap wider than
    one space follows it, or it has parts (*2.3*), or it is a heading, and a sentence begins after it; *12 children* is
    no number.
    """
    bullet = _BULLET.match(words)
    if bullet:
        return Printed(bullet.end(), "", is_item=True)
    letter = _LETTER.match(words)
    if letter:
        return Printed(letter.end(), letter["number"].rstrip("."), is_item=True)
    number = _NUMBER.match(words)
    return _numbered(number, words, in_heading) if number else NOTHING


def _numbered(found: re.Match[str], words: str, in_heading: bool) -> Printed:
    opened, closed = words.startswith("("), found["close"] == ")"
    if opened != closed and opened:
        return NOTHING
    set_apart = in_heading or bool(found["close"]) or "." in found["number"] or found["gap"] != " "
    if not set_apart or not (found["close"] or _BEGINS_A_SENTENCE.match(words, found.end())):
        return NOTHING
    number = f"({found['number']})" if opened else found["number"] + (")" if closed else "")
    return Printed(found.end(), number, is_item=closed)

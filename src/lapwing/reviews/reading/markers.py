"""The number or sign that opens a paragraph or an item of a list."""

from __future__ import annotations

import re
from enum import Enum

from lapwing.reviews.reading.glyphs import BULLETS, BULLETS_WITH_A_GAP

DASHES = frozenset("-\u2013\u2014\u2015")
"""At the beginning of a paragraph a dash opens an item, whatever the gap after it."""


class Opens(Enum):
    """What the first word of a line may open."""

    BULLET = "an item with a sign"
    LETTER = "an item with a letter or a number in brackets"
    NUMBER = "a numbered paragraph"
    PLAIN_NUMBER = "a paragraph with a number that no stop follows"
    NOTHING = "nothing"


_NUMBER = re.compile(r"\d{1,3}[.)]|\d{1,2}(\.\d{1,3}){1,4}\.?\)?")
_PLAIN_NUMBER = re.compile(r"\d{1,3}")
_LETTER = re.compile(r"\(?(?:[a-z]|[ivx]{1,5})\)|\((?:\d{1,2}|[A-Z])\)|(?:[a-z]|[ivx]{2,5})\.|[A-Z]\)")


def opens(word: str) -> Opens:
    """What a word opens where it stands at the head of a line with a gap after it."""
    if word in BULLETS or word in BULLETS_WITH_A_GAP or (len(word) == 1 and "\ue000" <= word <= "\uf8ff"):
        return Opens.BULLET
    if _NUMBER.fullmatch(word):
        return Opens.NUMBER
    if _LETTER.fullmatch(word):
        return Opens.LETTER
    return Opens.PLAIN_NUMBER if _PLAIN_NUMBER.fullmatch(word) else Opens.NOTHING


def needs_a_gap(word: str) -> bool:
    """Whether a word opens something only where more than a space follows it."""
    return word not in BULLETS and not "\ue000" <= word[0] <= "\uf8ff"


def counts_on(marker: str, word: str) -> bool:
    """Whether a word is the next after a number, letter or sign: 5. after 4., (c) after (b), a dash after a dash."""
    if opens(marker) is Opens.BULLET:
        return word == marker
    before, after = (one.strip("().") for one in (marker, word))
    if marker.replace(before, "", 1) != word.replace(after, "", 1):
        return False
    if before.isalpha() and after.isalpha():
        return len(before) == len(after) == 1 and ord(after) == ord(before) + 1
    *upper, last = before.split(".")
    *upper_after, last_after = after.split(".")
    return upper == upper_after and last.isdigit() and last_after.isdigit() and int(last_after) == int(last) + 1


def as_number(marker: str) -> str:
    """The number as a block has it: without the full stop that follows it; empty for a sign."""
    return "" if opens(marker) in (Opens.BULLET, Opens.NOTHING) else marker.removesuffix(".")


def depth(number: str) -> int:
    """How deep a number such as 2.3.4 is: 3."""
    return number.count(".") + 1

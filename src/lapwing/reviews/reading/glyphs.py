"""Signs that a file gives otherwise than they are printed: what was mended, and how often."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

HYPHEN_AT_LINE_END = "\ufffe"
"""What PDFium gives for a hyphen at the end of a line, whether a hyphen of the word or of the typesetter."""

BULLETS = frozenset("•◦‣\u2043∙·●○■□▪▫◼◻◆◇❖➢➤►▶✓✔⮚❑➔→")
"""Signs that open an item of a list and hardly anything else."""

BULLETS_WITH_A_GAP = frozenset("-\u2013\u2014\u2015o*§Øü")
"""Signs and letters that open an item where a gap as of a tab follows them."""

_SYMBOLS = {
    "\uf02d": "\u2013",
    "\uf06c": "●",
    "\uf06d": "○",
    "\uf06e": "■",
    "\uf06f": "□",
    "\uf071": "❑",
    "\uf075": "◆",
    "\uf076": "❖",
    "\uf0a7": "▪",
    "\uf0a8": "◻",
    "\uf0b7": "•",
    "\uf0d8": "➢",
    "\uf0e0": "→",
    "\uf0e8": "➔",
    "\uf0fb": "✗",
    "\uf0fc": "✓",
    "\uf0fe": "☑",
}
"""The usual signs of Wingdings and Symbol, which Word gives as private-use characters."""

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_WITHOUT_WIDTH = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


class Repair(StrEnum):
    """What was mended; the number of times goes after it."""

    BULLET = "Signs of a symbol font turned into what they print, such as bullets"
    UNKNOWN = "Signs of a symbol font that could not be told, and stand as they are in the file"
    LIGATURE = "Letters drawn as one sign and written apart, such as fi"
    HYPHEN_KEPT = "Hyphens at line ends kept, as hyphens of the word"
    HYPHEN_LEFT_OUT = "Hyphens at line ends left out, as the word is written without"
    INVISIBLE = "Signs without width left out"
    DOUBLED = "Words drawn twice in the same place, which makes them bold, and read once"
    RAISED = "Numbers of footnotes that stand raised in the text"
    UNREADABLE = "Characters that this file gives no letter for; look at the original where a word is broken"


@dataclass
class Repairs:
    """How often each thing was mended."""

    counted: Counter[Repair] = field(default_factory=Counter)

    def mended(self, text: str) -> str:
        """A word with ligatures written apart, private-use signs as they print, and nothing invisible."""
        if text.isascii():
            return text
        text = self._swapped(text, _LIGATURES, Repair.LIGATURE)
        text = self._swapped(text, _SYMBOLS, Repair.BULLET)
        self.counted[Repair.UNKNOWN] += len(_PRIVATE.findall(text))
        self.counted[Repair.UNREADABLE] += text.count("\ufffd")
        text, without = _WITHOUT_WIDTH.subn("", text)
        self.counted[Repair.INVISIBLE] += without
        return unicodedata.normalize("NFC", text)

    def _swapped(self, text: str, signs: dict[str, str], repair: Repair) -> str:
        for sign in signs.keys() & set(text):
            self.counted[repair] += text.count(sign)
            text = text.replace(sign, signs[sign])
        return text

    def notes(self) -> list[str]:
        """A sentence for each kind of repair, in a fixed order."""
        return [f"{repair}: {self.counted[repair]}." for repair in Repair if self.counted[repair]]


def raised(digits: str) -> str:
    """The digits of a footnote's number as they are printed in the text."""
    return digits.translate(_RAISED)


def lowered(digits: str) -> str:
    """The digits of a raised number as they stand before the footnote itself."""
    return digits.translate(_LOWERED)

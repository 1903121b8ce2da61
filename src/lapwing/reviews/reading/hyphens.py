"""What becomes of a hyphen at the end of a line: a hyphen of the word stays, one of the typesetter goes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from lapwing.reviews.reading.glyphs import HYPHEN_AT_LINE_END, Repair, Repairs

_PART = re.compile(rf"[\w{HYPHEN_AT_LINE_END}-]")
_LAST = re.compile(r"([^\W_]+)$")
_FIRST = re.compile(r"[^\W_]+")


class LineEnds:
    """Joins the lines of a document, by how it writes the same words elsewhere."""

    def __init__(self, texts: Iterable[str], repairs: Repairs) -> None:
        self._texts, self._repairs = texts, repairs

    @cached_property
    def _text(self) -> str:
        return "\n".join(self._texts).replace("\u2010", "-").casefold()

    def _is_written(self, word: str) -> bool:
        """Whether the word stands somewhere in the document, whole and on one line."""
        text, at = self._text, -1
        while (at := text.find(word, at + 1)) >= 0:  # finding is ten times as quick as a regular expression
            if not _PART.match(text[at - 1 : at]) and not _PART.match(text[at + len(word) : at + len(word) + 1]):
                return True
        return False

    def joined(self, upper: str, lower: str) -> str:
        """The upper line as it stands before the lower: with a space, a hyphen or nothing after it."""
        if upper.endswith(HYPHEN_AT_LINE_END):
            return upper[:-1] + self._hyphen(upper[:-1], lower)
        is_broken_word = upper[-1:] in "-\u2010/" and upper[-2:-1].isalnum() and lower[:1].isalnum()
        return upper if is_broken_word or self._is_broken_range(upper, lower) else f"{upper} "

    @staticmethod
    def _is_broken_range(upper: str, lower: str) -> bool:
        return upper[-1:] in "\u2013\u2014" and upper[-2:-1].isdigit() and lower[:1].isdigit()

    def _hyphen(self, upper: str, lower: str) -> str:
        before, after = _LAST.search(upper), _FIRST.match(lower)
        if before is None or after is None:
            return "- " if before is None and upper[-1:] in ("", " ") else "-"
        first, second = before[1].casefold(), after[0].casefold()
        is_one_word = self._is_written(f"{first}{second}") and not self._is_written(f"{first}-{second}")
        stays = not is_one_word and (self._is_written(f"{first}-{second}") or self._are_words(first, second))
        self._repairs.counted[Repair.HYPHEN_KEPT if stays else Repair.HYPHEN_LEFT_OUT] += 1
        return "-" if stays else ""

    def _are_words(self, first: str, second: str) -> bool:
        """Whether both halves are words by themselves, or one is a number."""
        if first.isdigit() or second.isdigit():
            return True
        return self._is_written(first) and self._is_written(second)

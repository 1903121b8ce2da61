"""What becomes of a hyphen at the end of a line: a hyphen of the word stays, one of the typesetter goes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from lapwing.reviews.reading.glyphs import HYPHEN_AT_LINE_END, Repair, Repairs

_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_LAST = re.compile(r"([^\W_]+)$")
_FIRST = re.compile(r"[^\W_]+")


class LineEnds:
    """Joins the lines of a document, by how it writes the same words elsewhere."""

    def __init__(self, texts: Iterable[str], repairs: Repairs) -> None:
        self._texts, self._repairs = texts, repairs

    @cached_property
    def _words(self) -> frozenset[str]:
        """Every word that stands whole on a line."""
        return frozenset(
            word.replace("\u2010", "-").casefold()
            for text in self._texts
            for word in _WORD.findall(text.removesuffix(HYPHEN_AT_LINE_END))
        )

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
        stays = f"{first}-{second}" in self._words or (
            f"{first}{second}" not in self._words and self._are_words(first, second)
        )
        self._repairs.counted[Repair.HYPHEN_KEPT if stays else Repair.HYPHEN_LEFT_OUT] += 1
        return "-" if stays else ""

    def _are_words(self, first: str, second: str) -> bool:
        """Whether both halves are words by themselves, or a half is a number."""
        return (
            all(half.isdigit() or half in self._words for half in (first, second))
            or first.isdigit()
            or second.isdigit()
        )

"""What becomes of a hyphen at the end of a line: a hyphen of the word stays, one of the typesetter goes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from lapwing.reviews.reading.glyphs import HYPHEN_AT_LINE_END, Repair, Repairs

_BEFORE = (
    "anti bi co cross cyber de e ex half ill in inter intra long mid multi non off on out over pan post pre pro re self"
    " semi short sub super tri ultra un under up well one two three four five six seven eight nine ten eleven twelve"
    " twenty thirty forty fifty sixty seventy eighty ninety first second third fourth fifth sixth"
)
_AFTER = (
    "aged appropriate based bound centred driven finding focused focussed free friendly funded going informed led level"
    " maker makers making old olds orientated oriented related sensitive specific term time to type wide year"
)
FIRST_PARTS, SECOND_PARTS = frozenset(_BEFORE.split()), frozenset(_AFTER.split())
"""What often stands before a hyphen, and what often stands after one."""

_PART = re.compile(rf"[\w{HYPHEN_AT_LINE_END}-]")
_LAST = re.compile(r"([^\W_]+)$")
_FIRST = re.compile(r"[^\W_]+")


class LineEnds:
    """Joins the lines of a document, by how it writes the same words elsewhere."""

    def __init__(self, texts: Sequence[str], repairs: Repairs) -> None:
        self._texts, self._repairs = texts, repairs

    @cached_property
    def _text(self) -> str:
        return "\n".join(self._texts).replace("\u2010", "-").casefold()

    def _is_written(self, word: str) -> bool:
        """Whether the word stands somewhere in the document, whole and on one line."""
        text, at = self._text, -1
        while (at := text.find(word, at + 1)) >= 0:  # finding is ten times as quick as a regular expression
            if text[max(at - 2, 0) : at] == f"{HYPHEN_AT_LINE_END}\n":
                continue  # the rest of another broken word
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
        halves = _halves(upper, lower)
        if halves is None:
            return "- " if upper[-1:] in ("", " ") else "-"
        stays = self._stays(*halves)
        self._repairs.counted[Repair.HYPHEN_KEPT if stays else Repair.HYPHEN_LEFT_OUT] += 1
        return "-" if stays else ""

    def _stays(self, first: str, second: str) -> bool:
        """Whether there is evidence that the hyphen is the word's own."""
        if self._is_written(f"{first}-{second}".casefold()):
            return True
        if self._is_written(f"{first}{second}".casefold()):
            return False
        if first.isdigit() or second[0].isdigit() or second[0].isupper():
            return True
        opens = first.casefold() in FIRST_PARTS
        if not self._is_hyphenated and (opens or second.casefold() in SECOND_PARTS or first.endswith("ly")):
            return True
        return (opens or self._is_word(first.casefold())) and self._is_word(second.casefold())

    def _is_word(self, half: str) -> bool:
        """Whether half a word stands somewhere as a word of its own; letters alone do not."""
        return len(half) > 1 and self._is_written(half)

    @cached_property
    def _is_hyphenated(self) -> bool:
        """Whether the typesetter broke words: a third of those at line ends are written without hyphen elsewhere.

        Word processors as councils use them break none, so that each hyphen at the end of a line is the word's own.
        """
        ends = [(upper[:-1], lower) for upper, lower in pairwise(self._texts) if upper.endswith(HYPHEN_AT_LINE_END)]
        broken = [halves for halves in (_halves(*end) for end in ends) if halves is not None]
        whole = sum(self._is_written("".join(halves).casefold()) for halves in broken)
        return whole > 1 and whole >= len(broken) / 3


def _halves(upper: str, lower: str) -> tuple[str, str] | None:
    """The two parts of the word at the end of a line, or none where there is no word."""
    before, after = _LAST.search(upper), _FIRST.match(lower)
    return None if before is None or after is None else (before[1], after[0])

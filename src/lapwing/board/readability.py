"""How easy a text is to read, by counts: sentence and word lengths and two published formulas. A prompt to read it again.

Grade level: J. P. Kincaid and others, *Derivation of new readability formulas for Navy enlisted personnel*, Research Branch
Report 8-75, 1975. SMOG: G. H. McLaughlin, "SMOG grading: a new readability formula", Journal of Reading 12(8), 1969, with the
usual extension to texts of 10 to 29 sentences. Both give years of school in the United States, whose first grade is of
children of 6: an age is a grade and 5. Whether parents understand a text, only parents can tell.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from lapwing.board.syllables import syllables

SCHOOL_BEGINS = 5
"""Years to add to a grade for the age of whoever is in it."""
LEAST_WORDS = 30
"""Of fewer words nothing is said: one long word would decide."""
LEAST_SENTENCES = 10
"""SMOG is not given for fewer."""
LONG_SENTENCE = 20
"""Words; a longer sentence is shown as one to look at."""
LONG_WORD = 3
"""Syllables; McLaughlin counts words from so many on."""

WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
END = re.compile(r"(?<=[.!?])[\"'’”)\]]*\s+|;\s+")
SHORTENED = re.compile(r"\b(e\.g|i\.e|etc|Dr|Mr|Mrs|Ms|St|approx)\.(?=\s)")
POINT = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s+")


def sentences(text: str) -> list[str]:
    """The sentences of a text: what ends with a stop, a mark, a semicolon or a line; so each point of a list is one."""
    lines = (POINT.sub("", line) for line in SHORTENED.sub(r"\1", text).splitlines())
    parts = (part.strip() for line in lines for part in END.split(line))
    return [part for part in parts if WORD.search(part)]


def words(text: str) -> list[str]:
    """The words of a text; one with a hyphen is one. Figures are none, for how they are read out differs."""
    return WORD.findall(text)


def grade_level(words: int, sentences: int, syllables: int) -> float:
    """The years of school that a text asks for (Kincaid and others, 1975)."""
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def smog_grade(long_words: int, sentences: int) -> float:
    """The years of school that a text asks for (McLaughlin, 1969): the long words are brought to 30 sentences."""
    return 3.1291 + 1.0430 * math.sqrt(long_words * 30 / sentences)


@dataclass(frozen=True)
class Readability:
    """What was counted of a text, and what two formulas make of it.

    `grade` is Kincaid's, and `smog` is None for a text of few sentences. `long_words` are those of three syllables and
    more, each once with how often it stands there; `long_sentences` those of more than 20 words.
    """

    sentences: int
    words: int
    syllables: int
    grade: float
    smog: float | None
    long_words: tuple[tuple[str, int], ...]
    long_sentences: tuple[str, ...]

    @property
    def words_a_sentence(self) -> float:
        """How many words a sentence has on average."""
        return self.words / self.sentences

    @property
    def reading_age(self) -> int:
        """The age in years of a child who can be expected to read it, by the grade level; 6 at least."""
        return max(SCHOOL_BEGINS + 1, round(self.grade) + SCHOOL_BEGINS)

    @property
    def smog_age(self) -> int | None:
        """The same by SMOG; None where that is not given."""
        return None if self.smog is None else round(self.smog) + SCHOOL_BEGINS


def readability(text: str | None) -> Readability | None:
    """What can be said of how easy a text is to read; None of a text of fewer than 30 words, or of none."""
    found = words(text or "")
    if len(found) < LEAST_WORDS:
        return None
    parts = sentences(text or "")
    counts = [syllables(word) for word in found]
    long = [word.lower() for word, count in zip(found, counts, strict=True) if count >= LONG_WORD]
    return Readability(
        sentences=len(parts),
        words=len(found),
        syllables=sum(counts),
        grade=grade_level(len(found), len(parts), sum(counts)),
        smog=smog_grade(len(long), len(parts)) if len(parts) >= LEAST_SENTENCES else None,
        long_words=tuple(sorted({(word, long.count(word)) for word in long}, key=lambda one: (-one[1], one[0]))),
        long_sentences=tuple(part for part in parts if len(words(part)) > LONG_SENTENCE),
    )

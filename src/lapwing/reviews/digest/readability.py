"""How hard a text is to read: reading ease, grades, and the sentences that make it so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from lapwing.reviews.digest.sentences import sentences
from lapwing.reviews.digest.syllables import syllables

SENTENCES_FOR_SMOG = 30
SYLLABLES_OF_A_LONG_WORD = 3
WORDS_OF_A_HARD_SENTENCE = 30
_WORD = re.compile(r"[^\W_]+(?:[-\u2010\u2011’'.,][^\W_]+)*")


@dataclass(frozen=True)
class Readability:
    """Figures on a text.

    `reading_ease` is Flesch's (1948): 60 to 70 is plain English, below 30 very hard. `grade` is Flesch and Kincaid's
    (Kincaid and others 1975), `smog` McLaughlin's (1969), both in years of American schooling; SMOG needs 30 sentences
    and is None below that. `long_words` are those of three syllables or more.
    """

    sentences: int
    words: int
    syllables: int
    long_words: int
    reading_ease: float | None
    grade: float | None
    smog: float | None

    @property
    def words_a_sentence(self) -> float | None:
        """How long a sentence is, on average."""
        return self.words / self.sentences if self.sentences else None

    @property
    def on_smog(self) -> str:
        """Why there is no SMOG, or empty where there is."""
        needs = f"SMOG needs {SENTENCES_FOR_SMOG} sentences; here are {self.sentences}."
        return "" if self.smog is not None else needs


def readability(texts: Iterable[str]) -> Readability:
    """The figures on paragraphs and items of lists together; each ends a sentence, with or without a full stop."""
    each = [found for text in texts for start, end in sentences(text) if (found := spoken_words(text[start:end]))]
    counts = [[syllables(word) for word in sentence] for sentence in each]
    words = sum(len(one) for one in counts)
    total = sum(sum(one) for one in counts)
    if not words:
        return Readability(0, 0, 0, 0, None, None, None)
    a_sentence, a_word = words / len(counts), total / words
    return Readability(
        sentences=len(counts),
        words=words,
        syllables=total,
        long_words=sum(is_long(count) for one in counts for count in one),
        reading_ease=206.835 - 1.015 * a_sentence - 84.6 * a_word,
        grade=0.39 * a_sentence + 11.8 * a_word - 15.59,
        smog=_smog(counts),
    )


def is_long(count: int) -> bool:
    """Whether a word of so many syllables is a long one."""
    return count >= SYLLABLES_OF_A_LONG_WORD


def spoken_words(text: str) -> list[str]:
    """The words of a sentence as they are counted: bullets and lone marks are none."""
    return _WORD.findall(text)


def _smog(counts: Sequence[Sequence[int]]) -> float | None:
    """McLaughlin's grade from ten sentences each at the beginning, in the middle and at the end; all 30 of just 30."""
    if len(counts) < SENTENCES_FOR_SMOG:
        return None
    middle = (len(counts) - 10) // 2
    sample = [*counts[:10], *counts[middle : middle + 10], *counts[-10:]]
    return 3.1291 + 1.0430 * sqrt(sum(is_long(count) for one in sample for count in one))


@dataclass(frozen=True)
class HardSentence:
    """A sentence that is hard to read, and why, in words."""

    words: str
    why: str


def hard_sentences(texts: Iterable[str], most: int = 5) -> list[HardSentence]:
    """The hardest sentences: over 30 words, the longest first."""
    found = []
    for text in texts:
        for start, end in sentences(text):
            spoken = spoken_words(text[start:end])
            if len(spoken) > WORDS_OF_A_HARD_SENTENCE:
                long = sum(is_long(syllables(word)) for word in spoken)
                found.append((len(spoken), HardSentence(text[start:end], f"{len(spoken)} words, {long} of them long")))
    return [sentence for _, sentence in sorted(found, key=lambda one: -one[0])[:most]]

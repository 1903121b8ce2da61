"""What one agency's advice says and no other agency's does: sentences put before whoever compares them, and no more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz, process

from lapwing.board.readability import sentences, words

ALIKE = 60
"""From so many of a hundred on, by the words that two sentences share, they are taken to say the same."""
LEAST = 3
"""Shorter sentences are headings and the like."""


def only_one_says(texts: Mapping[str, str]) -> dict[str, list[str]]:
    """By whose they are, the sentences to which nobody else's text has a near one; all of a text where nobody else has any."""
    parted = {whose: [one for one in sentences(text) if len(words(one)) >= LEAST] for whose, text in texts.items()}
    return {
        whose: [
            one for one in own if not _has_near(one, [s for other in parted if other != whose for s in parted[other]])
        ]
        for whose, own in parted.items()
    }


def _has_near(sentence: str, others: Sequence[str]) -> bool:
    found = process.extractOne(
        sentence, others, scorer=fuzz.token_sort_ratio, processor=str.casefold, score_cutoff=ALIKE
    )
    return found is not None

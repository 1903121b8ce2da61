"""Suggestions by words: passages that share a theme's telling words, and which words those are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from lapwing.reviews.suggesting.clues import LEARNED, Clue, Clues
from lapwing.reviews.suggesting.passages import Passage
from lapwing.reviews.suggesting.terms import Stems, Term, Terms

LEAST = 0.12
"""A lower score is not worth anybody's reading."""
USUAL_TERMS = 40
"""So many terms has a usual passage; a longer one shares words by chance more easily, and is scored down."""
BEST_BY_INDEX = 2000
"""So many passages are read in full for a theme, chosen by the index alone."""
WORDS_SHOWN = 4
ENOUGH_ALONE = ("cues", "name", LEARNED)
"""Where a single word may come from to be suggested for; of all others it takes two."""

_PART = {
    "cues": "the words that you gave",
    "name": "the theme's name",
    "definition": "the theme's definition",
    "include": "what the theme includes",
    "example": "the theme's example",
    LEARNED: LEARNED,
}


@dataclass(frozen=True)
class Scored:
    """How much a passage is about a theme, from 0 to 1, by one way, and why as a sentence."""

    passage: Passage
    theme: str
    way: str
    score: float
    why: str


def blocks_by_words(clues: Clues, terms: Terms) -> list[int]:
    """The blocks that the index says have most of a theme's single words, by weight."""
    weights: dict[Stems, float] = {stems: clue.weight for stems, clue in clues.by_stems.items() if len(stems) == 1}
    return blocks_weighing_most({stems[0]: weight for stems, weight in weights.items()}, terms)


def blocks_weighing_most(weights: dict[str, float], terms: Terms) -> list[int]:
    """The blocks whose stems weigh most together, at most `BEST_BY_INDEX` of them: one pass of the index for each stem."""
    last = terms.project.rows("SELECT ifnull(max(rowid), 0) AS last FROM block_words")[0]["last"]
    sums = np.zeros(last + 1, dtype=np.float32)
    for stem, weight in weights.items():
        sums[terms.blocks_with(stem)] += weight
    best = np.argpartition(-sums, min(BEST_BY_INDEX, last))[:BEST_BY_INDEX] if last else np.zeros(0, dtype=np.int64)
    return [int(block) for block in best if sums[block] > 0]


def score_by_words(clues: Clues, passages: Iterable[Passage], terms: Terms) -> list[Scored]:
    """The passages that are worth reading for a theme, the best first."""
    full = clues.full
    scored = (_scored(clues, passage, terms, full) for passage in passages) if full else ()
    return sorted((one for one in scored if one), key=lambda one: (-one.score, one.passage.block_id))


def _scored(clues: Clues, passage: Passage, terms: Terms, full: float) -> Scored | None:
    found: dict[Clue, Term] = {}
    there = terms.with_pairs(passage.words)
    for term in there:
        if term.stems in clues.by_stems:
            found.setdefault(clues.by_stems[term.stems], term)
    for_it = [clue for clue in found if clue.weight > 0]
    if not (len(for_it) > 1 or any(clue.source in ENOUGH_ALONE for clue in for_it)):
        return None
    length = sum(len(term.stems) == 1 for term in there)
    score = sum(clue.weight for clue in found) / full / (0.7 + 0.3 * max(length / USUAL_TERMS, 1))
    if score < LEAST:
        return None
    return Scored(passage, clues.theme, "words", round(min(score, 1.0), 3), _why(found, passage.words))


def _why(found: dict[Clue, Term], words: str) -> str:
    """Shares “father” and “not been seen” with the theme's definition."""
    shown: list[Clue] = []
    for clue in sorted(found, key=lambda clue: (-clue.weight * (1 + 0.2 * (len(clue.stems) > 1)), clue.stems)):
        if (
            clue.weight > 0
            and len(shown) < WORDS_SHOWN
            and not any(set(clue.stems) & set(other.stems) for other in shown)
        ):
            shown.append(clue)
    by_source: dict[str, list[str]] = {}
    for clue in shown:
        term = found[clue]
        by_source.setdefault(clue.source, []).append(words[term.start : term.end])
    shares = [f"{quoted(said)} with {_PART[source]}" for source, said in by_source.items()]
    against = [words[found[clue].start : found[clue].end] for clue in found if clue.weight < 0 and len(clue.stems) == 1]
    but = f", though {quoted(against[:2])} with what the theme excludes" if against else ""
    return f"Shares {', '.join(shares)}{but}."


def quoted(words: list[str]) -> str:
    """“father”, “partner” and “not seen”."""
    named = [f"“{word}”" for word in dict.fromkeys(words)]
    return " and ".join(filter(None, [", ".join(named[:-1]), named[-1]])) if named else ""

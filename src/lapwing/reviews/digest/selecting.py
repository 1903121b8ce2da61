"""Which sentences carry a report: by the words of weight in them, where they stand, and how central they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from math import log

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from lapwing.reviews.digest.cues import Role, cues
from lapwing.reviews.digest.statements import Statement
from lapwing.reviews.digest.structure import Part
from lapwing.reviews.digest.words import norms
from lapwing.reviews.document import Document

Floats = NDArray[np.float32]

DAMPING = 0.85
"""Of TextRank (Mihalcea and Tarau 2004), as of PageRank."""
ROUNDS = 30
CUE, POSITION, CENTRALITY = 0.4, 0.25, 0.35
"""What each counts for, after Edmundson (1969), who weighed cues and places, and Mihalcea and Tarau."""
PLACES = {Role.KEY_FINDINGS: 1.0, Role.FINDINGS: 0.7}
LEANS = 0.5
"""What is taken off a sentence that leans on the one before it."""
MARKED = 0.15
"""What a sentence gains whose paragraph says that a recommendation rests on it."""
ALIKE = 85.0
"""From this likeness on, in per cent of the words, two sentences say the same."""


def ranked(document: Document, offered: Sequence[tuple[Statement, Part, bool]]) -> list[Statement]:
    """The sentences on offer, the weightiest first, each with its weight and why."""
    if not offered:
        return []
    texts = [statement.words(document) for statement, _, _ in offered]
    central = centrality([norms(text) for text in texts])
    weighed = []
    for (statement, part, first), text, rank in zip(offered, texts, central, strict=True):
        cue, place = _cue(text), _place(part, first)
        weight = CUE * cue + POSITION * place + CENTRALITY * float(rank)
        weight -= LEANS if cues().leaning.match(cues().connectives.sub("", text, count=1)) else 0.0
        weight += MARKED if "(Recommendation" in text else 0.0
        weighed.append(replace(statement, weight=round(weight, 4), found_by=_why(cue, place, float(rank))))
    return sorted(weighed, key=lambda one: (-one.weight, one.start))


def _cue(text: str) -> float:
    return min(sum(weight for pattern, weight in cues().weighty if pattern.search(text)) / 2, 1.0)


def _place(part: Part, first: bool) -> float:
    return PLACES.get(part.role, 0.0) * 0.7 + (0.3 if first else 0.0)


def _why(cue: float, place: float, rank: float) -> str:
    """How it was ranked, in words with figures from 0 to 1."""
    return f"chosen: words of weight {cue:.2f}, place {place:.2f}, central {rank:.2f}"


def centrality(sentences: Sequence[Sequence[str]]) -> Floats:
    """How central each sentence is to all of them, from 0 to 1: TextRank over the cosine of their weighted words."""
    vectors = _vectors(sentences)
    alike = vectors @ vectors.T
    np.fill_diagonal(alike, 0.0)
    totals = alike.sum(axis=1, keepdims=True)
    steps = np.divide(alike, totals, out=np.zeros_like(alike), where=totals > 0)
    rank = np.full(len(sentences), 1 / len(sentences), dtype=np.float32)
    for _ in range(ROUNDS):
        rank = (1 - DAMPING) / len(sentences) + DAMPING * (steps.T @ rank)
    spread = rank.max() - rank.min()
    scaled: Floats = ((rank - rank.min()) / spread if spread > 0 else np.zeros_like(rank)).astype(np.float32)
    return scaled


def _vectors(sentences: Sequence[Sequence[str]]) -> Floats:
    """A row of unit length for each sentence; words of one sentence only tell nothing of likeness and are left out."""
    told = [Counter(word for word in sentence if word not in cues().light) for sentence in sentences]
    seen = Counter(word for counts in told for word in counts)
    columns = {word: at for at, word in enumerate(word for word, count in seen.items() if count > 1)}
    vectors = np.zeros((len(sentences), max(len(columns), 1)), dtype=np.float32)
    for row, counts in enumerate(told):
        for word, count in counts.items():
            if word in columns:
                vectors[row, columns[word]] = count * log(1 + len(sentences) / seen[word])
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Floats = np.divide(vectors, lengths, out=vectors, where=lengths > 0)
    return unit


def chosen(
    document: Document, in_order: Sequence[Statement], words: int, already: Sequence[Statement]
) -> list[Statement]:
    """The first of the ranked that fit into so many words, none of them like another or like one that is held already."""
    kept: list[Statement] = []
    held = [" ".join(norms(one.words(document))) for one in already]
    for statement in in_order:
        length = statement.length(document)
        text = " ".join(norms(statement.words(document)))
        if length <= words and not _is_held(text, held):
            kept.append(statement)
            held.append(text)
            words -= length
        if words <= 0:
            break
    return sorted(kept, key=lambda one: one.start)


def _is_held(text: str, held: Sequence[str]) -> bool:
    return any(fuzz.token_sort_ratio(text, other, score_cutoff=ALIKE) for other in held)

"""Suggestions by likeness: passages whose words are like those of one that people coded, and which that is.

Likeness is the cosine of the angle between two passages, each word weighing the logarithm of how few passages have it
(Salton and Buckley 1988) and, so that passages are alike in what makes them examples of the theme, the root of the share
of its examples that have it. Exact for every passage of a document; over all documents, for the best by the index.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from lapwing.reviews.suggesting.by_words import Scored, blocks_weighing_most, quoted
from lapwing.reviews.suggesting.passages import Coded, Passage
from lapwing.reviews.suggesting.terms import NO, Terms

LEAST = 0.3
MOST_EXAMPLES = 400
"""Of a theme; of more, the newest are compared with."""
WORDS_ASKED = 60
"""So many of the examples' most telling words are asked of the index."""
AT_ONCE = 512
"""Passages compared at a time, which bounds the memory."""

Vector = dict[str, float]


@dataclass
class Examples:
    """What people coded to a theme, as rows of a matrix with a column for each stem, each of length 1.

    `times` is in how many of them each stem is.
    """

    theme: str
    coded: Sequence[Coded]
    times: Counter[str]
    vectors: list[Vector]
    columns: dict[str, int]
    matrix: NDArray[np.float32]

    def vector_of(self, text: str, terms: Terms) -> Vector:
        """How much each stem weighs in a text, the whole being of length 1; empty where nothing tells."""
        return _vector(text, terms, self.times, len(self.coded))


def examples_as_vectors(theme: str, coded: Sequence[Coded], terms: Terms) -> Examples | None:
    """The examples of a theme, made ready for comparing; None where there are none with words that tell."""
    newest = sorted(coded, key=lambda one: -one.coding_id)[:MOST_EXAMPLES]
    times = Counter(stem for one in newest for stem in {term.stems[0] for term in terms.of(one.quote)})
    vectors = [_vector(one.quote, terms, times, len(newest)) for one in newest]
    columns = {stem: at for at, stem in enumerate(dict.fromkeys(stem for vector in vectors for stem in vector))}
    return Examples(theme, newest, times, vectors, columns, _matrix(vectors, columns)) if columns else None


def _vector(text: str, terms: Terms, times: Counter[str], examples: int) -> Vector:
    counts = Counter(term.stems[0] for term in terms.of(text) if term.stems[0] not in NO)
    weights = {
        stem: (1 + log(count)) * terms.telling((stem,)) * sqrt(max(times[stem], 1) / examples)
        for stem, count in counts.items()
    }
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {stem: weight / length for stem, weight in weights.items()} if length else {}


def _matrix(vectors: Sequence[Vector], columns: dict[str, int]) -> NDArray[np.float32]:
    matrix = np.zeros((len(vectors), len(columns)), dtype=np.float32)
    for at, vector in enumerate(vectors):
        for stem, weight in vector.items():
            if stem in columns:
                matrix[at, columns[stem]] = weight
    return matrix


def blocks_alike(examples: Examples, terms: Terms) -> list[int]:
    """The blocks that the index says share most with the examples, taken together."""
    together = Counter(
        {stem: float(examples.matrix[:, at].sum()) * terms.telling((stem,)) for stem, at in examples.columns.items()}
    )
    return blocks_weighing_most(dict(together.most_common(WORDS_ASKED)), terms)


def score_alike(examples: Examples, passages: Sequence[Passage], terms: Terms) -> list[Scored]:
    """The passages that are like an example, the most alike first, each with the nearest example as the reason."""
    scored = []
    for first in range(0, len(passages), AT_ONCE):
        some = passages[first : first + AT_ONCE]
        vectors = [examples.vector_of(passage.words, terms) for passage in some]
        likeness = _matrix(vectors, examples.columns) @ examples.matrix.T
        nearest = likeness.argmax(axis=1)
        for at in np.flatnonzero(likeness.max(axis=1) >= LEAST).tolist():
            score = float(likeness[at, nearest[at]])
            why = _why(examples, int(nearest[at]), some[at], vectors[at], terms)
            scored.append(Scored(some[at], examples.theme, "alike", round(min(score, 1.0), 3), why))
    return sorted(scored, key=lambda one: (-one.score, one.passage.block_id))


def _why(examples: Examples, nearest: int, passage: Passage, vector: Vector, terms: Terms) -> str:
    example, other = examples.coded[nearest], examples.vectors[nearest]
    shared = sorted(vector.keys() & other.keys(), key=lambda stem: (-vector[stem] * other[stem], stem))[:3]
    words = {term.stems[0]: passage.words[term.start : term.end] for term in reversed(terms.of(passage.words))}
    return f"Like {called(example)}: both have {quoted([words[stem] for stem in shared])}."


def called(example: Coded) -> str:
    """An example as a person would look it up."""
    quote = example.quote if len(example.quote) <= 80 else example.quote[:80].rsplit(" ", 1)[0] + " …"
    where = f"on page {example.page} of {example.document}" if example.page else f"in {example.document}"
    return f"the passage {where} that {example.coder} coded (“{quote}”)"

"""Suggestions by meaning: passages near to what the theme says, or to a passage that people coded, in other words.

Slow to begin with, so that what each passage means is kept in the project; optional, and offline.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from lapwing.reviews.project import Project
from lapwing.reviews.suggesting.alike import MOST_EXAMPLES, called
from lapwing.reviews.suggesting.by_words import Scored
from lapwing.reviews.suggesting.minilm import MODEL, Numbers, Reader, installed_reader
from lapwing.reviews.suggesting.passages import Coded, Passage
from lapwing.reviews.themes import Theme

LEAST = 0.45
"""A cosine below it is found between passages that have nothing to do with each other."""
FEWEST_WORDS = 5
"""Of a sentence or clause of the theme's, which says too little alone if it is shorter."""
FEWEST_LETTERS = 60
"""Of a passage, likewise."""
KEPT_AT_ONCE = 64


@dataclass(frozen=True)
class Meant:
    """What a theme means: texts with what each is called, and a row for each."""

    theme: str
    called: tuple[str, ...]
    rows: Numbers


class Meanings:
    """What texts mean, each passage read once for the project and kept."""

    def __init__(self, project: Project) -> None:
        """Needs nothing of the extra before something is asked."""
        self.project = project

    @cached_property
    def reader(self) -> Reader:
        """The reader, read in when first needed; refused where it is not installed."""
        return installed_reader()

    def of_theme(self, theme: Theme, examples: Sequence[Coded]) -> Meant:
        """What the theme's own sentences and people's codings to it mean."""
        texts = [(f"{_PART[part]} (“{text}”)", text) for part in _PART for text in _clauses(getattr(theme, part))]
        texts = texts or [("the theme's name", theme.name)]
        newest = sorted(examples, key=lambda one: -one.coding_id)[:MOST_EXAMPLES]
        texts += [(called(example), example.quote) for example in newest]
        return Meant(theme.code, tuple(what for what, _ in texts), self.reader.vectors([text for _, text in texts]))

    def of_passages(self, passages: Sequence[Passage]) -> Numbers:
        """A row for each passage; those read for the first time are kept."""
        kept = self._kept(passages)
        new = [passage for passage in passages if passage.block_id not in kept]
        for first in range(0, len(new), KEPT_AT_ONCE):
            some = new[first : first + KEPT_AT_ONCE]
            rows = self.reader.vectors([passage.words for passage in some]).astype(np.float16)
            with self.project.changing():
                self.project.connection.executemany(
                    "INSERT OR REPLACE INTO block_meaning VALUES (?, ?, ?)",
                    [(passage.block_id, MODEL, row.tobytes()) for passage, row in zip(some, rows, strict=True)],
                )
            kept |= {passage.block_id: row for passage, row in zip(some, rows, strict=True)}
        return np.array([kept[passage.block_id] for passage in passages], dtype=np.float32)

    def _kept(self, passages: Sequence[Passage]) -> dict[int, np.ndarray[tuple[int, ...], np.dtype[np.float16]]]:
        """What was read before of these passages, which are of one document."""
        rows = self.project.rows(
            "SELECT block_id, vector FROM block_meaning JOIN block USING (block_id) WHERE reading_id = ? AND model = ?",
            (passages[0].reading_id, MODEL),
        )
        return {row["block_id"]: np.frombuffer(row["vector"], dtype=np.float16) for row in rows}

    def scored(self, meant: Meant, documents: Iterable[Sequence[Passage]]) -> list[Scored]:
        """The passages near to what is meant, document by document, the nearest first."""
        found = []
        for document in documents:
            passages = [passage for passage in document if len(passage.words) >= FEWEST_LETTERS]
            if not passages:
                continue
            likeness = self.of_passages(passages) @ meant.rows.T
            nearest = likeness.argmax(axis=1)
            for at in np.flatnonzero(likeness.max(axis=1) >= LEAST).tolist():
                score = float(likeness[at, nearest[at]])
                why = f"Close in meaning, whatever its words, to {meant.called[nearest[at]]}."
                found.append(Scored(passages[at], meant.theme, "meaning", round(min(score, 1.0), 3), why))
        return sorted(found, key=lambda one: (-one.score, one.passage.block_id))


_PART = {
    "definition": "the theme's definition",
    "include": "what the theme includes",
    "example": "the theme's example",
}


def _clauses(text: str) -> list[str]:
    clauses = (clause.strip(" ;") for clause in re.split(r"(?<=[.;])\s+", text))
    return [clause for clause in clauses if len(clause.split()) >= FEWEST_WORDS]

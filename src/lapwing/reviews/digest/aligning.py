"""Where a wording stands in a document, to the letter or nearly: runs of words that both have, chained.

As in comparing genomes: runs of three words that both have are found by an index, runs that follow each other are put
together, and a jump from one place of the document to another costs as much as a few words that do not match.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from rapidfuzz import fuzz, process

from lapwing.reviews.digest.advice import glued_number, label
from lapwing.reviews.digest.sentences import sentences
from lapwing.reviews.digest.words import Word, words
from lapwing.reviews.document import Block, Document, Kind, Place

SEED = 3
"""Words of a run that is looked for."""
COMMON = 60
"""A run that stands in the document more often than that tells nothing."""
MOST_RUNS = 160
NEAR = 60
"""Words of the document that may lie between two runs of one place."""
JUMP = 3.0
"""What it costs to go on elsewhere, in words."""
FEWEST_ELSEWHERE = 4
"""A piece of a wording from elsewhere has at least so many words."""


@dataclass(frozen=True)
class Run:
    """Words that a wording and a document both have: from `at` in the wording, `there` in the document, so `many`."""

    at: int
    there: int
    many: int

    @property
    def end(self) -> int:
        return self.at + self.many

    @property
    def there_end(self) -> int:
        return self.there + self.many


@dataclass(frozen=True)
class Stretch:
    """A stretch of a wording, from word `start` up to `end`, and of the document, likewise."""

    start: int
    end: int
    there: int
    there_end: int
    matched: int


class Wording:
    """The words of a document that people read, indexed for finding others' words in them."""

    def __init__(self, document: Document) -> None:
        """Reads the document once."""
        self.document = document
        self.words: list[Word] = []
        self.sentence_starts: list[int] = []
        self.block_of: list[int] = []
        self._of_block: dict[int, tuple[int, int]] = {}
        self._places: dict[int, Place] = {}
        # A footnote would part a paragraph that goes on over the page from its rest.
        for block in sorted(document.body(), key=lambda block: block.kind is Kind.FOOTNOTE):
            self._take(block)
        self.norms = [word.norm for word in self.words]
        self._index: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for at in range(len(self.norms) - SEED + 1):
            self._index[tuple(self.norms[at : at + SEED])].append(at)

    def _take(self, block: Block) -> None:
        """Adds a block: its words with their places in the document, and where its sentences begin."""
        text = self.document.words(block)
        places = [place for start, end in block.spans for place in (*range(start, end), end)]
        # What stands after “Recommendation 3:” or “145.” is a sentence by itself.
        begins = sorted({first for first, _ in sentences(text)} | {label(text)[1], glued_number(text)[1]})
        first = len(self.words)
        for word in words(text):
            if begins and word.start >= begins[0]:
                self.sentence_starts.append(len(self.words))
                begins = [place for place in begins if place > word.start]
            self.words.append(Word(word.norm, places[word.start], places[word.end - 1] + 1))
            self.block_of.append(block.start)
        self._of_block[block.start] = first, len(self.words)

    def sentence_of(self, at: int) -> tuple[int, int]:
        """The words of the sentence that a word belongs to, from and up to."""
        number = bisect_right(self.sentence_starts, at) - 1
        after = self.sentence_starts[number + 1] if number + 1 < len(self.sentence_starts) else len(self.words)
        return self.sentence_starts[number], after

    def place(self, at: int) -> Place:
        """Where a word stands: the place of its block, on the word's own page."""
        start = self.block_of[at]
        if start not in self._places:
            self._places[start] = self.document.place_of(start)
        return replace(self._places[start], page=self.document.page_at(self.words[at].start))

    @cached_property
    def sentence_places(self) -> list[Place]:
        """Where each sentence begins."""
        return [self.place(start) for start in self.sentence_starts]

    def range_of(self, block: Block, start: int, end: int) -> tuple[int, int]:
        """The words of a block that stand between two places of the text, from and up to."""
        inside = [at for at in range(*self._of_block.get(block.start, (0, 0))) if start <= self.words[at].start < end]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)

    def quote(self, there: int, there_end: int) -> str:
        """What the document has from a word up to another."""
        return self.document.quote(self.words[there].start, self.words[there_end - 1].end) if there < there_end else ""

    def exactly(self, wording: Sequence[str]) -> list[int]:
        """Every place at which the very words stand, as the number of the first of them."""
        if len(wording) < SEED:
            return self._short(wording)
        starts = range(len(wording) - SEED + 1)
        rarest = min(starts, key=lambda at: len(self._index.get(tuple(wording[at : at + SEED]), ())))
        found = (there - rarest for there in self._index.get(tuple(wording[rarest : rarest + SEED]), ()))
        return [at for at in found if at >= 0 and self.norms[at : at + len(wording)] == list(wording)]

    def _short(self, wording: Sequence[str]) -> list[int]:
        many = len(wording)
        return (
            [at for at in range(len(self.norms) - many + 1) if self.norms[at : at + many] == list(wording)]
            if many
            else []
        )

    def stretches(self, wording: Sequence[str], beside: Iterable[tuple[int, int]] = ()) -> list[Stretch]:
        """The best way to lay a wording on the document, in the order of the wording; nothing from `beside`."""
        chain = _best_chain(self._runs(wording, list(beside)))
        return [one for one in _pieces(chain) if one.matched >= min(FEWEST_ELSEWHERE, len(wording))]

    def _runs(self, wording: Sequence[str], beside: list[tuple[int, int]]) -> list[Run]:
        seeds: dict[int, list[int]] = defaultdict(list)
        for at in range(len(wording) - SEED + 1):
            places = self._index.get(tuple(wording[at : at + SEED]), [])
            if len(places) <= COMMON:
                for there in places:
                    if not any(first - SEED < there < last for first, last in beside):
                        seeds[there - at].append(at)
        runs = [run for shift, starts in seeds.items() for run in _joined(shift, starts)]
        return sorted(sorted(runs, key=lambda run: -run.many)[:MOST_RUNS], key=lambda run: (run.at, run.there))

    def nearest(self, text: str) -> tuple[int, int, float]:
        """The sentence most like a text, as words from and up to, and how like it is from 0 to 1."""
        found = process.extractOne(text.casefold(), self._sentences, scorer=fuzz.token_sort_ratio)
        if found is None:
            return 0, 0, 0.0
        start = self.sentence_starts[found[2]]
        return (*self.sentence_of(start), found[1] / 100)

    @cached_property
    def _sentences(self) -> list[str]:
        ends = [*self.sentence_starts[1:], len(self.words)]
        return [" ".join(self.norms[a:b]) for a, b in zip(self.sentence_starts, ends, strict=True)]


def _joined(shift: int, starts: list[int]) -> Iterator[Run]:
    """Seeds that follow each other at one distance, as runs."""
    first = before = starts[0]
    for at in starts[1:]:
        if at > before + 1:
            yield Run(first, first + shift, before - first + SEED)
            first = at
        before = at
    yield Run(first, first + shift, before - first + SEED)


def _best_chain(runs: list[Run]) -> list[Run]:
    """The runs that together match most of a wording at least cost, trimmed where they overlap in it."""
    if not runs:
        return []
    at, end = np.array([run.at for run in runs]), np.array([run.end for run in runs])
    there_end = np.array([run.there_end for run in runs])
    score, before = np.array([float(run.many) for run in runs]), np.full(len(runs), -1)
    for number, run in enumerate(runs[1:], 1):
        overlap = np.maximum(end[:number] - run.at, 0)
        new = run.many - overlap
        gap = (run.there + overlap) - there_end[:number]
        near = (gap >= 0) & (gap <= NEAR)
        cost = np.where(near, 0.3 + 0.02 * np.abs(gap - (run.at + overlap - end[:number])), JUMP)
        total = np.where((new > 0) & (at[:number] < run.at), score[:number] + new - cost, -1.0)
        best = int(total.argmax())
        if total[best] > score[number]:
            score[number], before[number] = total[best], best
    chain = [int(score.argmax())]
    while before[chain[-1]] >= 0:
        chain.append(int(before[chain[-1]]))
    return _trimmed([runs[number] for number in reversed(chain)])


def _trimmed(chain: list[Run]) -> list[Run]:
    kept = chain[:1]
    for run in chain[1:]:
        overlap = max(kept[-1].end - run.at, 0)
        kept.append(Run(run.at + overlap, run.there + overlap, run.many - overlap))
    return kept


def _pieces(chain: list[Run]) -> Iterator[Stretch]:
    """The chain cut where it jumps."""
    together: list[Run] = []
    for run in chain:
        if together and not 0 <= run.there - together[-1].there_end <= NEAR:
            yield _stretch(together)
            together = []
        together.append(run)
    if together:
        yield _stretch(together)


def _stretch(runs: list[Run]) -> Stretch:
    return Stretch(runs[0].at, runs[-1].end, runs[0].there, runs[-1].there_end, sum(run.many for run in runs))

"""Words as the index has them: by stem, with how telling each is in this corpus."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from math import log
from statistics import fmean

from lapwing.reviews.project import Project
from lapwing.reviews.searching.query import SMALL_WORDS

Stems = tuple[str, ...]
"""One stem, or the two of words that follow each other."""

_WORDS = re.compile(r"[^\W\d_]{2,}")
_STOPS = re.compile(r"[.;:!?\n]")
NO = frozenset({"no", "not", "nor", "never", "nobody", "none", "without"})
"""They tell something of the word that follows, and nothing by themselves."""


_GENERAL = (
    "about above absent after again all also always another any anyone anything around asked asking away back based because "
    "become before began began behind below better between both bring called came can cannot case cases come comes could day "
    "days different done down during each either else end enough even ever every everyone few first five followed for found "
    "four full further gave get give given gives go goes going gone good got group half hard held help here how however if "
    "including instead itself just keep kept knew know known knows last least left less let like little long look looked "
    "looking made make makes making many matter matters may meet might more most much must named need needed needs new next "
    "nine now number off offer often old once one only order other others otherwise out over own part parts people perhaps "
    "person place places point present put quite rather reach read ready right said same saw say saying says second see seeing "
    "seem seemed seen set seven several shall should show side since six so some somebody someone something soon spoken still "
    "such take taken takes taking ten than themselves thing things think though thought three through thus time times together "
    "told too took toward turn turned two under until up upon use used using very want wanted way ways weeks well went whether "
    "while whole within word work worked working year years yes yet"
)
GENERAL = frozenset(_GENERAL.split())
"""Words that tell of no theme by themselves; after *not* they may: not seen."""


@dataclass(frozen=True)
class Term:
    """A word, or two that follow each other but for small words between them, and where it stands in the text."""

    stems: Stems
    start: int
    end: int


class Terms:
    """Takes texts apart into terms, and says in how many passages of the project each is.

    Stems are those of the index itself: SQLite's porter stemmer makes both (Porter 1980).
    """

    def __init__(self, project: Project) -> None:
        """Asks a project's index, and changes nothing in it."""
        self.project = project
        self._stem_of: dict[str, str] = {}
        self._word_of: dict[str, str] = {}
        self._passages_with: dict[str, int] = {}
        self._kinds_in: dict[str, frozenset[Stems]] = {}
        self._stemmer = sqlite3.connect(":memory:")
        self._stemmer.execute(
            "CREATE VIRTUAL TABLE dictionary USING fts5 (word, content = '', tokenize = 'porter unicode61')"
        )
        self._stemmer.execute("CREATE VIRTUAL TABLE stem USING fts5vocab (dictionary, instance)")
        project.connection.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.block_term USING fts5vocab (main, block_words, row)"
        )
        self.passages = max(int(project.rows("SELECT count(*) AS passages FROM block_words")[0]["passages"]), 1)

    def close(self) -> None:
        """Lets go of the stemmer."""
        self._stemmer.close()

    def of(self, text: str) -> list[Term]:
        """The single words of a text, in order, without the smallest ones."""
        found = [(match[0].lower(), match.start(), match.end()) for match in _WORDS.finditer(text)]
        self._learn({word for word, _, _ in found})
        return [Term((self._stem_of[word],), start, end) for word, start, end in found if word not in SMALL_WORDS]

    def with_pairs(self, text: str) -> list[Term]:
        """The words of a text and the pairs of words that follow each other within a sentence."""
        single = self.of(text)
        alone = [term for term in single if term.stems[0] not in NO and not self._is_general(term, text)]
        return alone + [
            pair for pair in _pairs(single, text) if pair.stems[0] in NO or not self._is_general(pair, text)
        ]

    @staticmethod
    def _is_general(term: Term, text: str) -> bool:
        """Whether some word of it tells of no theme."""
        return any(word in GENERAL for word in text[term.start : term.end].lower().split())

    def kinds_in(self, text: str) -> frozenset[Stems]:
        """Which words and pairs a text has; remembered, for what people coded is asked about again and again."""
        if text not in self._kinds_in:
            self._kinds_in[text] = frozenset(term.stems for term in self.with_pairs(text))
        return self._kinds_in[text]

    def telling(self, stems: Stems) -> float:
        """How much it tells of a passage that it has the term: the logarithm of how few have it; of a pair, the mean."""
        return fmean(-log(self.share(stem)) for stem in stems)

    def share(self, stem: str) -> float:
        """In which share of all passages a stem is, never quite 0 nor 1."""
        return (self.passages_with(stem) + 0.5) / (self.passages + 1)

    def passages_with(self, stem: str) -> int:
        """In how many passages of the project a stem is."""
        if stem not in self._passages_with:
            row = self.project.one("SELECT doc FROM temp.block_term WHERE term = ?", (stem,))
            self._passages_with[stem] = row["doc"] if row else 0
        return self._passages_with[stem]

    def blocks_with(self, stem: str) -> list[int]:
        """The ids of the blocks that a stem is in."""
        rows = self.project.rows(
            "SELECT rowid FROM block_words WHERE block_words MATCH ?", (f'"{self._word_of.get(stem, stem)}"',)
        )
        return [row["rowid"] for row in rows]

    def _learn(self, words: Collection[str]) -> None:
        """Asks the stemmer for the stems of words that are new."""
        new = [word for word in words if word not in self._stem_of]
        if not new:
            return
        self._stemmer.executemany("INSERT INTO dictionary (rowid, word) VALUES (?, ?)", enumerate(new))
        for at, stem in self._stemmer.execute("SELECT doc, term FROM stem ORDER BY doc, offset DESC"):
            self._stem_of[new[at]] = stem
        self._stemmer.execute("INSERT INTO dictionary (dictionary) VALUES ('delete-all')")
        for word in new:
            self._word_of.setdefault(self._stem_of.setdefault(word, word), word)


def _pairs(terms: Iterable[Term], text: str) -> Iterator[Term]:
    before = None
    for term in terms:
        if before and not _STOPS.search(text, before.end, term.start) and term.stems[0] not in NO:
            yield Term(before.stems + term.stems, before.start, term.end)
        before = term

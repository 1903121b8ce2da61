"""Making suggestions: every way asked, what is known already left out, the best first with variety, each kept."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import datetime
from heapq import nlargest
from math import prod
from typing import Any

from lapwing.reviews.project import Project, moment, new_guid
from lapwing.reviews.refusal import Refusal
from lapwing.reviews.suggesting.alike import blocks_alike, examples_as_vectors, score_alike
from lapwing.reviews.suggesting.by_words import Scored, blocks_by_words, score_by_words
from lapwing.reviews.suggesting.clues import clues_of
from lapwing.reviews.suggesting.meaning import Meanings
from lapwing.reviews.suggesting.passages import Known, Passage, passages_of_blocks, passages_of_document, place_of
from lapwing.reviews.suggesting.terms import Terms
from lapwing.reviews.themes import Book, Theme, newest_book

WAYS = ("words", "alike", "meaning")
AGAIN_IN_DOCUMENT = 0.85
AGAIN_IN_THEME = 0.9
"""What a suggestion counts for in the order, for each that stands before it from the same document, or for the theme."""

LOOKED_AT = 20
"""So many times the limit are put in order."""

Scope = Collection[int] | None
"""The documents that are asked about; None means all."""


@dataclass(frozen=True)
class Wanted:
    """What suggestions are asked for: themes by code (None: all), documents, ways, and a person's own cues."""

    themes: Collection[str] | None = None
    documents: Scope = None
    ways: tuple[str, ...] = ("words", "alike")
    cues: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reason:
    """One way's reason for a suggestion, with the number that a person accepts or declines it by."""

    id: int
    way: str
    score: float
    why: str


@dataclass(frozen=True)
class Suggestion:
    """What the machine suggests and nobody has decided: a passage, a theme, and why; the strongest reason first."""

    document: str
    page: int
    paragraph: str
    heading: str
    quote: str
    start: int
    end: int
    theme: str
    reasons: tuple[Reason, ...]

    def as_json(self) -> dict[str, Any]:
        """Everything about it, marked as the machine's."""
        first, *also = self.reasons
        told = asdict(self)
        del told["reasons"]
        return {**asdict(first), **told, "also": [asdict(reason) for reason in also], "by": "machine"}


@dataclass(frozen=True)
class Suggestions:
    """The best suggestions, how many more there are, and the documents that none were made for."""

    listed: tuple[Suggestion, ...]
    total: int
    closed: tuple[str, ...]


def suggest(project: Project, wanted: Wanted, *, at: datetime, limit: int = 20) -> Suggestions:
    """Makes suggestions of what nobody has coded or declined, keeps the best `limit` of them, and gives these.

    One that was made before keeps its number. None counts before a person accepts it.
    """
    if limit < 1:
        raise Refusal(f"--limit: has {limit}; needs 1 or more.")
    with closing(Terms(project)) as terms:
        making = Making(project, terms)
        themes = making.themes_of(wanted)
        scored = [one for theme in themes for way in wanted.ways for one in making.scored(theme, way, wanted)]
    together = _together(one for one in scored if making.is_open(one.passage, one.theme))
    best = list(_with_variety(together, limit))
    with project.changing():
        listed = tuple(_kept(project, reasons, at) for reasons in best)
    return Suggestions(listed, len(together), making.closed_among(wanted.documents))


class Making:
    """What all ways of suggesting need, read once."""

    def __init__(self, project: Project, terms: Terms) -> None:
        """Reads the newest book and all that everybody may see."""
        self.project, self.terms = project, terms
        self.book: Book = newest_book(project)
        self.known = Known(project, self.book)
        self.meanings = Meanings(project)

    def themes_of(self, wanted: Wanted) -> list[Theme]:
        """The themes that are asked about; refused where cues are given for several."""
        themes = [theme for theme in self.book.themes if wanted.themes is None or theme.code in wanted.themes]
        if wanted.cues and len(themes) != 1:
            raise Refusal("--cue: words tell of one theme; give --theme with it.")
        return themes

    def scored(self, theme: Theme, way: str, wanted: Wanted, without: int | None = None) -> list[Scored]:
        """What one way makes of one theme, the best first; `without` a document, as if it had never been coded."""
        examples = self.known.examples(theme.code, without)
        if way == "words":
            clues = clues_of(theme, self.book.themes, self.terms, examples, wanted.cues)
            passages = self._passages(wanted.documents, lambda: blocks_by_words(clues, self.terms))
            return score_by_words(clues, passages, self.terms)
        if way == "meaning":
            meant = self.meanings.of_theme(theme, examples)
            return self.meanings.scored(meant, map(self.of_document, self._in(wanted.documents)))
        vectors = examples_as_vectors(theme.code, examples, self.terms)
        if vectors is None:
            return []
        passages = self._passages(wanted.documents, lambda: blocks_alike(vectors, self.terms))
        return score_alike(vectors, passages, self.terms)

    def _in(self, documents: Scope) -> list[int]:
        """The ids of the documents that are asked about."""
        rows = self.project.rows("SELECT document_id FROM document ORDER BY document_id")
        return [row["document_id"] for row in rows if documents is None or row["document_id"] in documents]

    def _passages(self, documents: Scope, by_index: Callable[[], list[int]]) -> Sequence[Passage]:
        if documents is None:
            return passages_of_blocks(self.project, by_index())
        return [passage for document_id in self._in(documents) for passage in self.of_document(document_id)]

    def of_document(self, document_id: int) -> list[Passage]:
        """The passages of a document, unless it is closed."""
        return [] if document_id in self.known.closed else passages_of_document(self.project, document_id)

    def is_open(self, passage: Passage, theme: str) -> bool:
        """Whether a passage may be suggested for a theme: not coded to it, not declined, and not being double-coded."""
        return not (
            passage.document_id in self.known.closed
            or self.known.is_about(passage, theme)
            or self.known.was_declined(passage, theme)
        )

    def closed_among(self, documents: Scope) -> tuple[str, ...]:
        """The names of the documents asked about that are being double-coded."""
        closed = self.known.closed if documents is None else self.known.closed & set(documents)
        rows = self.project.rows("SELECT document_id, name FROM document ORDER BY name")
        return tuple(row["name"] for row in rows if row["document_id"] in closed)


def _together(scored: Iterable[Scored]) -> list[list[Scored]]:
    """What several ways say of one passage and theme, the strongest first."""
    found: dict[tuple[int, str], list[Scored]] = defaultdict(list)
    for one in scored:
        found[one.passage.block_id, one.theme].append(one)
    return [sorted(ways, key=lambda one: -one.score) for ways in found.values()]


def _with_variety(together: list[list[Scored]], limit: int) -> Iterator[list[Scored]]:
    """The best first, each counting for less the more stand before it from its document and for its theme.

    Ways that agree count together as independent chances would: 1 - (1 - a)(1 - b).
    """
    scores = ((1 - prod(1 - one.score for one in ways), ways) for ways in together)
    left = nlargest(limit * LOOKED_AT, scores, key=lambda entry: (entry[0], -entry[1][0].passage.block_id))
    documents: Counter[int] = Counter()
    themes: Counter[str] = Counter()

    def counts(entry: tuple[float, list[Scored]]) -> tuple[float, int]:
        score, (first, *_) = entry
        less = AGAIN_IN_DOCUMENT ** documents[first.passage.document_id] * AGAIN_IN_THEME ** themes[first.theme]
        return score * less, -first.passage.block_id

    while left and limit:
        best = max(left, key=counts)
        left.remove(best)
        limit -= 1
        documents[best[1][0].passage.document_id] += 1
        themes[best[1][0].theme] += 1
        yield best[1]


def _kept(project: Project, ways: list[Scored], at: datetime) -> Suggestion:
    passage = ways[0].passage
    paragraph, heading = place_of(project, passage)
    reasons = tuple(Reason(_kept_reason(project, one, at), one.way, one.score, one.why) for one in ways)
    return Suggestion(
        passage.document,
        passage.page,
        paragraph,
        heading,
        passage.words,
        passage.start,
        passage.end,
        ways[0].theme,
        reasons,
    )


def _kept_reason(project: Project, one: Scored, at: datetime) -> int:
    """The number of a suggestion, new unless it was made before; nobody has decided it, so its reason is brought up to date."""
    passage = one.passage
    known = project.one(
        'SELECT suggestion_id FROM suggestion WHERE reading_id = ? AND "start" = ? AND "end" = ? AND theme = ? AND way = ? '
        "AND decided = ''",
        (passage.reading_id, passage.start, passage.end, one.theme, one.way),
    )
    if known:
        project.connection.execute(
            "UPDATE suggestion SET score = ?, why = ?, made_at = ? WHERE suggestion_id = ?",
            (one.score, one.why, moment(at), known["suggestion_id"]),
        )
        return int(known["suggestion_id"])
    return project.insert(
        "suggestion",
        guid=new_guid(),
        document_id=passage.document_id,
        reading_id=passage.reading_id,
        start=passage.start,
        end=passage.end,
        theme=one.theme,
        way=one.way,
        score=one.score,
        why=one.why,
        made_at=moment(at),
    )

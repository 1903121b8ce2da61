"""How good suggestions are, told against what people coded by themselves: each document in turn as if not yet coded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from typing import Any

from lapwing.reviews.prevalence.intervals import wilson
from lapwing.reviews.project import Project
from lapwing.reviews.suggesting.making import Making, Wanted
from lapwing.reviews.suggesting.terms import Terms

DEPTHS = (5, 10, 20)
"""So many of the best suggestions in a document are looked at."""


@dataclass(frozen=True)
class Judged:
    """What one way finds of one theme in documents it learned nothing from.

    Of `coded` passages in `documents` documents the best `depth` suggestions in each document hit `hits`: `recall` is
    their share of what is coded, `precision` their share of the `made` suggestions, each with its Wilson interval
    (95 %). `accepted` of the coded passages had been suggested by the machine, which flatters recall; in documents
    that nobody finished, a passage may be uncoded because it is unread, which does the opposite to precision:
    `unfinished` counts these.
    """

    way: str
    theme: str
    depth: int
    documents: int
    unfinished: int
    coded: int
    accepted: int
    made: int
    hits: int
    recall: float
    recall_least: float
    recall_most: float
    precision: float
    precision_least: float
    precision_most: float

    def as_json(self) -> dict[str, Any]:
        """As plain values, shares to four decimals."""
        return {name: round(said, 4) if isinstance(said, float) else said for name, said in asdict(self).items()}


def judge(project: Project, ways: Sequence[str] = ("words", "alike"), theme: str | None = None) -> list[Judged]:
    """Recall and precision of each way for each theme coded in two documents or more, one document left out at a time.

    The theme book, unlike the coding, is seen whole: whoever wrote a theme's example after a document knows it.
    """
    with closing(Terms(project)) as terms:
        judging = _Judging(Making(project, terms))
        return [
            one
            for code in (theme.code for theme in judging.making.book.themes)
            for way in ways
            if theme in (None, code)
            for one in judging.of(code, way)
        ]


class _Judging:
    def __init__(self, making: Making) -> None:
        self.making = making
        rows = making.project.rows("SELECT document_id, coder_id FROM finished")
        self.finished = {row["document_id"] for row in rows} - making.known.closed

    def of(self, theme: str, way: str) -> Iterator[Judged]:
        """At each depth; nothing where the theme is coded in fewer than two documents."""
        documents = sorted(
            {coded.document_id for coded in self.making.known.examples(theme)} - self.making.known.closed
        )
        if len(documents) < 2:
            return
        counted: dict[int, list[int]] = defaultdict(lambda: [0, 0])
        coded, accepted = 0, 0
        for document_id in documents:
            about = {p.block_id for p in self.making.of_document(document_id) if self.making.known.is_about(p, theme)}
            coded += len(about)
            accepted += self._accepted(document_id, theme)
            ranked = self._ranked(document_id, theme, way)
            for depth in DEPTHS:
                counted[depth][0] += len(ranked[:depth])
                counted[depth][1] += len(about & set(ranked[:depth]))
        unfinished = len(set(documents) - self.finished)
        for depth, (made, hits) in counted.items():
            yield _judged(way, theme, depth, (len(documents), unfinished), (coded, accepted), made, hits)

    def _ranked(self, document_id: int, theme: str, way: str) -> list[int]:
        """The blocks of a document, the best first, by what other documents teach."""
        wanted = Wanted(documents=(document_id,))
        scored = self.making.scored(self.making.book[theme], way, wanted, without=document_id)
        return [one.passage.block_id for one in scored]

    def _accepted(self, document_id: int, theme: str) -> int:
        examples = self.making.known.examples(theme)
        return sum(coded.accepted for coded in examples if coded.document_id == document_id)


def _judged(
    way: str, theme: str, depth: int, documents: tuple[int, int], coded: tuple[int, int], made: int, hits: int
) -> Judged:
    return Judged(
        way,
        theme,
        depth,
        *documents,
        *coded,
        made,
        hits,
        hits / coded[0] if coded[0] else 0.0,
        *wilson(hits, coded[0]),
        hits / made if made else 0.0,
        *wilson(hits, made),
    )

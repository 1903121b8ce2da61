"""What agreement is counted over: documents, passages or characters; and the ratings of every coder of each.

Passages are the paragraphs and items of lists of a document. A coder's theme is on one where one of their passages
covers at least `SUBSTANTIAL` characters of it, or half of it where that is less; a passage that covers so much of none
is on the one of which it covers most. So where a passage begins or ends a few letters earlier or later makes no
difference, and a word picked out of a long paragraph still counts.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from lapwing.reviews.agreement.tally import MISSING, Tally, tallied_by
from lapwing.reviews.agreement.work import Passage, Work
from lapwing.reviews.document import Kind, Span
from lapwing.reviews.project import Project

SUBSTANTIAL = 20
"""Characters, some four words: fewer than any sentence, more than a difference over where a passage begins."""


class Unit(StrEnum):
    """What coders agree or differ about, one by one."""

    PASSAGES = "passages"
    DOCUMENTS = "documents"
    CHARACTERS = "characters"


MEANS = {
    Unit.PASSAGES: "Paragraphs and items of lists. A theme is on one where a passage of the coder's covers at least "
    f"{SUBSTANTIAL} characters of it, or half of it where that is less; a shorter passage is on the one it lies in.",
    Unit.DOCUMENTS: "Whole documents. A theme is present where the coder coded a passage to it or said so of the document, "
    "and absent where they said so, or read all of it without finding one.",
    Unit.CHARACTERS: "Each character of the paragraphs and items of lists, spaces included: it has a theme where a passage of "
    "the coder's covers it. Where passages begin and end counts as much as whether there is one.",
}
"""What each unit is, for whoever reads the result."""

RATED_KINDS = (Kind.PARAGRAPH, Kind.BULLET)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph or item of a list: its place among the blocks of its document, from 1, and where it stands."""

    position: int
    spans: tuple[Span, ...]

    @cached_property
    def length(self) -> int:
        """In characters, without what was set aside within it."""
        return sum(end - start for start, end in self.spans)

    def covered(self, start: int, end: int) -> int:
        """How many of its characters lie within a passage."""
        return sum(max(0, min(end, last) - max(start, first)) for first, last in self.spans)


Paragraphs = Mapping[int, Sequence[Paragraph]]
"""The paragraphs and items of lists of documents, by document."""


def paragraphs_of(project: Project, documents: Iterable[int]) -> Paragraphs:
    """The paragraphs and items of lists of documents as they were last read."""
    rows = project.rows(
        """WITH newest AS MATERIALIZED (
            SELECT document_id, reading_id FROM newest_reading
            WHERE document_id IN (SELECT value FROM json_each(?1))
        )
        SELECT document_id, json_group_array(json_array(position, json(spans))) AS paragraphs
        FROM newest JOIN block USING (reading_id)
        WHERE kind IN (SELECT value FROM json_each(?2)) GROUP BY document_id""",
        (json.dumps(list(documents)), json.dumps(RATED_KINDS)),
    )
    return {
        row["document_id"]: [
            Paragraph(position, tuple((start, end) for start, end in spans))
            for position, spans in sorted(json.loads(row["paragraphs"]))
        ]
        for row in rows
    }


def paragraphs_under(passage: Passage, paragraphs: Sequence[Paragraph]) -> list[int]:
    """The positions of the paragraphs that a passage is on; none where it stands in none of them."""
    if passage.start is None or passage.end is None:
        return []
    touched = list(_touched(passage.start, passage.end, paragraphs))
    enough = [one.position for one, covered in touched if covered >= min(SUBSTANTIAL, one.length / 2)]
    if enough or not touched:
        return enough
    return [max(touched, key=lambda one: one[1])[0].position]


def _touched(start: int, end: int, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, int]]:
    """The paragraphs of which a stretch covers anything, and how many characters."""
    first = bisect_right(paragraphs, start, key=lambda one: one.spans[-1][1])
    for paragraph in paragraphs[first:]:
        if paragraph.spans[0][0] >= end:
            return
        covered = paragraph.covered(start, end)
        if covered:
            yield paragraph, covered


@dataclass(frozen=True)
class Ratings:
    """Every coder's rating of every unit, for every theme: 1 present, 0 absent, `MISSING` where they did not look.

    Rows that are the same in a document are one, with their number in `weights`. `document` and `theme` have the place
    of each row's document and theme in `documents` and `themes`.
    """

    unit: Unit
    documents: tuple[int, ...]
    themes: tuple[str, ...]
    coders: tuple[int, ...]
    values: NDArray[np.int8]
    weights: NDArray[np.float64]
    document: NDArray[np.intp]
    theme: NDArray[np.intp]

    def by_document_and_theme(self) -> Tally:
        """The tally of each theme in each document, in this order of axes."""
        shape = len(self.documents), len(self.themes)
        cell = self.document * shape[1] + self.theme
        tally = tallied_by(self.values, cell, shape[0] * shape[1], weights=self.weights)
        return tally.each(lambda sums: sums.reshape(*shape, *sums.shape[1:]))


Pattern = tuple[int, ...]
"""The rating of each coder, in the order of the coders."""


def ratings_of(unit: Unit, work: Sequence[Work], themes: Sequence[str], paragraphs: Paragraphs) -> Ratings:
    """The ratings of documents as they were worked through; `paragraphs` are not looked at for whole documents."""
    whole = unit is Unit.DOCUMENTS
    coders = tuple(sorted({who for one in work for theme in themes for who in one.raters_of(theme, whole=whole)}))
    rows: list[tuple[int, int, float, Pattern]] = []
    for at, one in enumerate(work):
        for place, theme in enumerate(themes):
            patterns = _patterns(unit, one, theme, coders, paragraphs.get(one.document_id, ()))
            rows += [(at, place, float(count), pattern) for pattern, count in patterns.items() if count]
    return Ratings(
        unit,
        tuple(one.document_id for one in work),
        tuple(themes),
        coders,
        np.array([row[3] for row in rows], dtype=np.int8).reshape(len(rows), len(coders)),
        np.array([row[2] for row in rows], dtype=np.float64),
        np.array([row[0] for row in rows], dtype=np.intp),
        np.array([row[1] for row in rows], dtype=np.intp),
    )


def _patterns(
    unit: Unit, work: Work, theme: str, coders: Sequence[int], paragraphs: Sequence[Paragraph]
) -> Counter[Pattern]:
    """How many units of a document were rated in which way."""
    if unit is Unit.CHARACTERS:
        marked = list(_stretches(work.passages_on(theme), paragraphs))
        whole = sum(one.length for one in paragraphs)
    else:
        marked = [(set(found), 1) for found in found_in(unit, work, theme, paragraphs).values()]
        whole = len(paragraphs) if unit is Unit.PASSAGES else 1
    raters = work.raters_of(theme, whole=unit is Unit.DOCUMENTS)
    patterns: Counter[Pattern] = Counter()
    for present, count in [*marked, (set(), whole - sum(count for _, count in marked))]:
        patterns[pattern_of(present, raters, coders)] += count
    return patterns


def pattern_of(present: Collection[int], raters: Collection[int], coders: Sequence[int]) -> Pattern:
    """The rating that each of the coders gave."""
    return tuple(int(who in present) if who in raters else MISSING for who in coders)


FoundIn = Mapping[int | None, Mapping[int, Sequence[str]]]
"""By position of paragraph, None for the document as a whole: by coder, the words that put a theme there."""


def found_in(unit: Unit, work: Work, theme: str, paragraphs: Sequence[Paragraph]) -> FoundIn:
    """Where coders found a theme, each with the quotes of their passages; by characters, in paragraphs too."""
    if unit is Unit.DOCUMENTS:
        present = [who for who, state in work.states_of(theme).items() if state]
        return {None: {who: work.quotes(theme, who) for who in present}}
    found: dict[int | None, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for passage in work.passages_on(theme):
        for position in paragraphs_under(passage, paragraphs):
            found[position][passage.coder_id].append(passage.quote)
    return found


def _stretches(passages: Sequence[Passage], paragraphs: Sequence[Paragraph]) -> Iterator[tuple[set[int], int]]:
    """The stretches between any begin or end of a passage: who has the theme there, and how many characters it has."""
    placed = [(one.start, one.end, one.coder_id) for one in passages if one.start is not None and one.end is not None]
    cuts = sorted({cut for start, end, _ in placed for cut in (start, end)})
    for start, end in pairwise(cuts):
        present = {who for first, last, who in placed if first <= start and end <= last}
        length = sum(covered for _, covered in _touched(start, end, paragraphs))
        if present and length:
            yield present, length

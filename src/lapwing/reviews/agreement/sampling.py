"""Which documents are coded twice: a share of them, drawn so that every kind of them is in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from lapwing.reviews.cohorts import OUTSIDE, scheme_named
from lapwing.reviews.periods import NOT_KNOWN, Calendar, Dated
from lapwing.reviews.prevalence.placing import placed
from lapwing.reviews.project import Project


class By(StrEnum):
    """By what documents are told apart before some of each kind are drawn."""

    COHORT = "cohort"
    AREA = "area"
    LENGTH = "length"
    NONE = "none"


SCHEME = "reviews"
"""Of cohorts, from which documents are drawn."""
NO_REVIEW = "no review"
NOT_SAID = "not said"
ALL = "all"
THIRDS = ("shortest third", "middle third", "longest third")


@dataclass(frozen=True)
class Stratum:
    """Documents of one kind, how many there are and how many were drawn."""

    name: str
    documents: int
    drawn: int


@dataclass(frozen=True)
class Draw:
    """The documents drawn, in order of their names, and out of which strata."""

    documents: tuple[int, ...]
    strata: tuple[Stratum, ...]


def draw(kinds: Mapping[int, str], names: Mapping[int, str], share: float, seed: int) -> Draw:
    """A share of documents, from each stratum in proportion, and at least one of each.

    `kinds` says of each document in which stratum it is. Proportions are rounded by the largest remainder, so that
    the whole comes to the share; it exceeds it where there are more strata than documents to draw. The same documents,
    share and seed draw the same, in whatever order the documents were read in.
    """
    strata: dict[str, list[int]] = defaultdict(list)
    for document_id in sorted(kinds, key=lambda document_id: names[document_id]):
        strata[kinds[document_id]].append(document_id)
    ordered = dict(sorted(strata.items()))
    sizes = allocation([len(documents) for documents in ordered.values()], share)
    rng = np.random.default_rng(seed)
    drawn = []
    for documents, size in zip(ordered.values(), sizes, strict=True):
        drawn += [documents[at] for at in rng.permutation(len(documents))[:size]]
    told = tuple(
        Stratum(name, len(documents), size) for (name, documents), size in zip(ordered.items(), sizes, strict=True)
    )
    return Draw(tuple(sorted(drawn, key=lambda document_id: names[document_id])), told)


def allocation(sizes: Sequence[int], share: float) -> list[int]:
    """How many to draw of each stratum: in proportion, at least one, by the largest remainder."""
    exact = [size * share for size in sizes]
    drawn = [min(size, max(1, int(part))) for size, part in zip(sizes, exact, strict=True)]
    wanted = max(round(sum(sizes) * share), len(sizes))
    by_remainder = sorted(range(len(sizes)), key=lambda at: drawn[at] - exact[at])
    for at in by_remainder:
        if sum(drawn) < wanted and drawn[at] < sizes[at]:
            drawn[at] += 1
    return drawn


def kinds_of(project: Project, documents: Sequence[int], by: By) -> dict[int, str]:
    """The stratum of each document."""
    if by is By.AREA:
        return _areas(project, documents)
    if by is By.LENGTH:
        return _lengths(project, documents)
    if by is By.COHORT:
        return _cohorts(project, documents)
    return dict.fromkeys(documents, ALL)


def _areas(project: Project, documents: Sequence[int]) -> dict[int, str]:
    rows = project.rows("SELECT document_id, review_id, area FROM document LEFT JOIN review USING (review_id)")
    known = {row["document_id"]: (row["area"] or NOT_SAID) if row["review_id"] else NO_REVIEW for row in rows}
    return {document_id: known[document_id] for document_id in documents}


def _lengths(project: Project, documents: Sequence[int]) -> dict[int, str]:
    """Thirds of the documents by the length of their text; of those of one length, the one named first is shorter."""
    rows = project.rows(
        "SELECT document_id FROM newest_reading JOIN document USING (document_id) ORDER BY length(text), name"
    )
    wanted = set(documents)
    ordered = [row["document_id"] for row in rows if row["document_id"] in wanted]
    return {document_id: THIRDS[at * len(THIRDS) // len(ordered)] for at, document_id in enumerate(ordered)}


def _cohorts(project: Project, documents: Sequence[int]) -> dict[int, str]:
    """The cohort of the youngest child of each document's review whose cohort is known, in the scheme of reviews."""
    scheme = scheme_named(SCHEME)
    order = [*scheme.names, OUTSIDE, NOT_KNOWN]
    youngest: dict[int, str] = {}
    for one in placed(project, scheme, Calendar.CALENDAR, Dated.INCIDENT).children:
        known = youngest.get(one.review_id, NOT_KNOWN)
        youngest[one.review_id] = min(one.cohort, known, key=order.index)
    rows = project.rows("SELECT document_id, review_id FROM document")
    of_document = {row["document_id"]: youngest.get(row["review_id"], NO_REVIEW) for row in rows}
    return {document_id: of_document[document_id] for document_id in documents}

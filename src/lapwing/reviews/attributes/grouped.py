"""Rows of a sheet brought together: which review, child and incident each is about, and where rows contradict each other.

A row that names no child but states an age or a birth is a child of its own, and one that names no incident shares
one with those rows of its review that state the same day and kind. Such children and incidents are called Child 1,
Incident 1 and so on, in the order of the rows; those that are not sound are counted, so that mending one moves none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lapwing.reviews.attributes.checked import Fault, Stated, fault
from lapwing.reviews.attributes.columns import Column


@dataclass
class Facts:
    """What rows say of one thing: each value with the number of the row that said it first."""

    said: dict[Column, tuple[str, int]] = field(default_factory=dict)

    def contradicted(self, stated: Mapping[Column, str]) -> tuple[Column, str, int] | None:
        """The first value that differs from what a row said before: the column, what it said, and the row."""
        for column, value in stated.items():
            before = self.said.get(column)
            if value and before and before[0] != value:
                return column, *before
        return None

    def take(self, stated: Mapping[Column, str], row: int) -> None:
        """Takes in what a row says that none has said before."""
        for column, value in stated.items():
            if value:
                self.said.setdefault(column, (value, row))

    def __getitem__(self, column: Column) -> str:
        return self.said[column][0] if column in self.said else ""


@dataclass
class Review:
    """A review as the sheet states it: its documents by id, children and incidents by label, ages by both."""

    facts: Facts = field(default_factory=Facts)
    documents: set[int] = field(default_factory=set)
    children: dict[str, Facts] = field(default_factory=dict)
    incidents: dict[str, Facts] = field(default_factory=dict)
    ages: dict[tuple[str, str], Facts] = field(default_factory=dict)
    further: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Placed:
    """A row with the reference of its review, and the document that it names, if any."""

    stated: Stated
    reference: str
    document_id: int | None


@dataclass
class Grouped:
    """Reviews by reference, the faults of rows that were not taken in, and how many children no row named."""

    reviews: dict[str, Review] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    unnamed: int = 0


def grouped(rows: Sequence[Placed]) -> Grouped:
    """Everything that the rows state, each row taken in whole or not at all."""
    by_reference: dict[str, list[Placed]] = {}
    for placed in rows:
        by_reference.setdefault(placed.reference, []).append(placed)
    result = Grouped()
    for reference, of_review in by_reference.items():
        _Grouping(of_review, result).into(reference)
    return result


@dataclass
class _Grouping:
    rows: list[Placed]
    result: Grouped

    def into(self, reference: str) -> None:
        """Takes in the rows of one review."""
        incidents = _labels_of_incidents([placed.stated for placed in self.rows])
        children = _labels_of_children([placed.stated for placed in self.rows])
        review = Review()
        for placed, child, incident in zip(self.rows, children, incidents, strict=True):
            if not placed.stated.is_sound:
                continue
            wrong = None if incident is not None else _no_incident(placed.stated)
            wrong = wrong or _take(review, placed, child, incident or "")
            if wrong is not None:
                self.result.faults.append(wrong)
            else:
                self.result.unnamed += bool(child and not placed.stated.child)
                self.result.reviews[reference] = review


def _take(review: Review, placed: Placed, child: str, incident: str) -> Fault | None:
    """Takes the row in, unless it contradicts an earlier one."""
    stated = placed.stated
    of_child, of_incident = _like(review.children, child), _like(review.incidents, incident)
    wanted: list[tuple[Facts, dict[Column, str]]] = [(review.facts, _of_review(stated))]
    if child:
        wanted.append((review.children.get(of_child, Facts()), {Column.BORN_ON: stated.born_on}))
    if incident:
        wanted.append((review.incidents.get(of_incident, Facts()), _of_incident(stated)))
    if child and incident:
        wanted.append((review.ages.get((of_child, of_incident), Facts()), {Column.AGE: stated.age}))
    for facts, said in wanted:
        contradicted = facts.contradicted(said)
        if contradicted:
            column, before, row = contradicted
            return fault(
                stated.row, column, f"“{said[column]}”", f"what row {row} says of it too, “{before}”, or another name"
            )
    _keep(review, placed, of_child, of_incident)
    return None


def _keep(review: Review, placed: Placed, child: str, incident: str) -> None:
    stated, row = placed.stated, placed.stated.row.number
    review.facts.take(_of_review(stated), row)
    if placed.document_id is not None:
        review.documents.add(placed.document_id)
    if child:
        review.children.setdefault(child, Facts()).take({Column.BORN_ON: stated.born_on}, row)
    if incident:
        review.incidents.setdefault(incident, Facts()).take(_of_incident(stated), row)
    if child and incident:
        review.ages.setdefault((child, incident), Facts()).take({Column.AGE: stated.age}, row)
    for name, value in stated.further.items():
        values = review.further.setdefault(name, [])
        values += [] if value in values else [value]


def _of_review(stated: Stated) -> dict[Column, str]:
    return {Column.TITLE: stated.title, Column.AREA: stated.area, Column.PUBLISHED_ON: stated.published_on}


def _of_incident(stated: Stated) -> dict[Column, str]:
    return {Column.INCIDENT_ON: stated.incident_on, Column.INCIDENT_KIND: stated.incident_kind}


def _like(labels: Mapping[str, Facts], label: str) -> str:
    """The label as it was first written; upper and lower case are one."""
    return next((known for known in labels if known.casefold() == label.casefold()), label)


def _labels_of_children(rows: Sequence[Stated]) -> Iterator[str]:
    """The child of each row, numbered where it has none of its own; empty where the row is about none."""
    count = 0
    for stated in rows:
        count += stated.has_child and not stated.child
        yield stated.child or (f"Child {count}" if stated.has_child else "")


def _labels_of_incidents(rows: Sequence[Stated]) -> list[str | None]:
    """The incident of each row; empty where the row is about none, None where it could be one of several."""
    numbered: dict[tuple[str, str], str] = {}
    labels: list[str | None] = []
    for stated in rows:
        key = (stated.incident_on, stated.incident_kind)
        if stated.incident or not any(key):
            labels.append(stated.incident)
        else:
            labels.append(numbered.setdefault(key, f"Incident {len(numbered) + 1}"))
    known = {label for label in labels if label}
    return [label or _shared(stated, known) for stated, label in zip(rows, labels, strict=True)]


def _shared(stated: Stated, known: set[str]) -> str | None:
    """The incident of a row that says nothing of it: the only one of the review, or, with an age, one of its own."""
    if not stated.has_child or (not known and not stated.has_incident):
        return ""
    if len(known) > 1:
        return None if stated.has_incident else ""
    return next(iter(known), "Incident 1")


def _no_incident(stated: Stated) -> Fault:
    needs = "the incident at which the child was that old, for the review has several"
    return fault(stated.row, Column.INCIDENT, "nothing", needs)

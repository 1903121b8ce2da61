"""What stands behind a cell: its reviews or children, and the passages that say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from sqlite3 import Row

from lapwing.reviews.coding.sealing import sealed_from
from lapwing.reviews.coding.states import State
from lapwing.reviews.document import Document
from lapwing.reviews.prevalence.counting import Cell, Of, Prevalence
from lapwing.reviews.prevalence.suppressing import ALL
from lapwing.reviews.project import Project, coder_names
from lapwing.reviews.project.documents import stored_document
from lapwing.reviews.refusal import Refusal


@dataclass(frozen=True)
class Passage:
    """A passage that a theme rests on, as people cite it.

    `page` and `block` are None where the passage was lost when its document was read again, or where somebody found the
    theme in the document as a whole; then `quote` is empty and `why` says what that rests on.
    """

    theme: str
    review: str
    child: str
    document: str
    page: int | None
    paragraph: str
    quote: str
    coder: str
    why: str = ""
    heading: str = ""
    block: int | None = None

    @property
    def cited(self) -> str:
        """Document, page and paragraph."""
        return citation(self.document, self.page, self.paragraph, self.block)


def citation(document: str, page: int | None, paragraph: str, block: int | None) -> str:
    """Document, page and printed paragraph, or block where none is printed; of a lost passage the document alone."""
    if page is None:
        return document
    return f"{document}, page {page}, " + (f"paragraph {paragraph}" if paragraph else f"block {block}")


class KeptBack(Refusal):
    """What stands behind a cell may not be shown."""


class Behind:
    """Opens the cells of a table; documents are read from the project once."""

    def __init__(self, project: Project, table: Prevalence, documents: dict[int, Document] | None = None) -> None:
        """Reads nothing yet. `documents` are those that were read already, by id; it takes in what is read."""
        self.project, self.table = project, table
        self.coders = coder_names(project)
        self._documents = {} if documents is None else documents

    def units(self, cell: Cell, state: State = State.PRESENT) -> list[str]:
        """The reviews, or children with their review, that are in a state there; refused where they are kept back."""
        self._may_be_told(cell)
        return [self._called(unit) for unit in cell.ids.get(state, ())]

    def passages(self, cell: Cell) -> list[Passage]:
        """The passages by which the theme is present in a cell; refused where they are kept back."""
        self._may_be_told(cell)
        return [passage for unit in cell.ids.get(State.PRESENT, ()) for passage in self._of(cell, unit)]

    def _may_be_told(self, cell: Cell) -> None:
        if self.table.lists_hidden(cell):
            raise KeptBack(
                f"What is behind {cell.theme} in {' and '.join(part for part in cell.key)} is kept back, since it or a cell "
                "beside it is a small number. Give --show-small for the team's own eyes."
            )

    def _called(self, unit: int) -> str:
        one = self._placed[unit]
        return one[0] if self.table.asked.of is Of.REVIEWS else f"{one[0]}, {one[1]}"

    @cached_property
    def _placed(self) -> dict[int, tuple[str, str]]:
        by_review = self.table.asked.of is Of.REVIEWS
        return {
            (one.review_id if by_review else one.child_id or 0): (one.reference, "" if by_review else one.label)
            for one in self.table.rests_on.children
        }

    def _of(self, cell: Cell, unit: int) -> Iterator[Passage]:
        review, child = self._placed[unit]
        found = False
        for coding_id in self._codings(cell, unit):
            found = True
            yield self._passage(self._standing[coding_id], cell.theme, review, child)
        if not found:
            yield from self._as_a_whole(cell.theme, review, child)

    def _codings(self, cell: Cell, unit: int) -> Iterable[int]:
        """Of a review in a cohort or period, only what is said of its children there."""
        rests = self.table.rests_on
        if self.table.asked.of is Of.CHILDREN:
            return rests.of_child[unit, cell.theme].codings
        if cell.key == (ALL, ALL):
            return rests.of_review[unit, cell.theme].codings
        cohort, period = cell.key
        children = [
            one
            for one in rests.children
            if one.review_id == unit and cohort in (ALL, one.cohort) and period in (ALL, one.period)
        ]
        if len(children) == rests.children_of[unit]:
            return rests.of_review[unit, cell.theme].codings
        told = [rests.of_child[one.child_id or 0, cell.theme] for one in children]
        return dict.fromkeys(coding for one in told for coding in one.codings)

    @cached_property
    def _standing(self) -> dict[int, Row]:
        rows = self.project.rows(
            "SELECT standing_coding.*, document.name FROM standing_coding JOIN document USING (document_id)"
        )
        return {row["coding_id"]: row for row in rows}

    def _passage(self, row: Row, theme: str, review: str, child: str) -> Passage:
        by = self.coders[row["coder_id"]]
        if row["start"] is None:
            return Passage(theme, review, child, row["name"], None, "", row["quote"], by)
        place = self._document(row["document_id"]).place_of(row["start"])
        return Passage(
            theme,
            review,
            child,
            row["name"],
            place.page,
            place.paragraph,
            row["quote"],
            by,
            heading=place.heading,
            block=place.block,
        )

    def _document(self, document_id: int) -> Document:
        if document_id not in self._documents:
            self._documents[document_id] = stored_document(self.project, document_id)
        return self._documents[document_id]

    def _as_a_whole(self, theme: str, review: str, child: str) -> Iterator[Passage]:
        """What was said of the review's documents as a whole, where no passage was coded."""
        sought = set(self.table.rests_on.stands_for.get(theme, (theme,)))
        for row in self._assessed_present.get(review, ()):
            if sought.intersection(self.table.book.counted_as(row["theme"])) and (
                not child or row["label"] in (None, child)
            ):
                by = self.coders[row["coder_id"]]
                yield Passage(theme, review, child, row["name"], None, "", "", by, row["why"])

    @cached_property
    def _assessed_present(self) -> dict[str, list[Row]]:
        rows = self.project.rows(
            """
            SELECT assessed.*, document.name, review.reference, child.label
            FROM standing_assessment AS assessed JOIN document USING (document_id) JOIN review USING (review_id)
            LEFT JOIN child USING (child_id) WHERE state = 'present' ORDER BY assessment_id
            """
        )
        hidden = sealed_from(self.project, None)
        gathered: dict[str, list[Row]] = {}
        for row in rows:
            if (row["document_id"], row["coder_id"]) not in hidden:
                gathered.setdefault(row["reference"], []).append(row)
        return gathered

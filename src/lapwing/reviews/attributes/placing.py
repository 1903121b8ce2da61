"""The document and the review that each row of a sheet is about, among those that the project has."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz import process

from lapwing.reviews.attributes.checked import Fault, Stated, fault
from lapwing.reviews.attributes.columns import Column
from lapwing.reviews.attributes.grouped import Placed
from lapwing.reviews.attributes.sheets import Sheet
from lapwing.reviews.project import Project
from lapwing.reviews.project.default_reviews import default_reference

NEAR = 80
"""How like a name must be, of 100, to be offered in place of one that is not known."""


@dataclass(frozen=True)
class UnknownFile:
    """A row about a file that the project does not have, with the name nearest to it, if one is near."""

    row: int
    file: str
    near: str
    cells: dict[str, str]


@dataclass
class _Known:
    """A document of the project, with the reference of its review, which is empty where it has none."""

    document_id: int
    name: str
    reference: str


@dataclass
class Placing:
    """Rows with their documents and reviews, and those for which none was found."""

    project: Project
    placed: list[Placed] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    unknown: list[UnknownFile] = field(default_factory=list)

    def __post_init__(self) -> None:
        rows = self.project.rows(
            "SELECT document_id, name, ifnull(reference, '') AS reference FROM document LEFT JOIN review USING (review_id) "
            "ORDER BY name"
        )
        self.documents = {row["name"]: _Known(row["document_id"], row["name"], row["reference"]) for row in rows}
        self._by_plain_name: dict[str, list[str]] = {}
        for name in self.documents:
            for plain in set(_plain_names(name)):
                self._by_plain_name.setdefault(plain, []).append(name)
        self._references: dict[str, str] = {
            row["reference"].casefold(): row["reference"] for row in self.project.rows("SELECT reference FROM review")
        }
        self._had = frozenset(self._references)

    def place(self, rows: Sequence[Stated]) -> None:
        """Places every row that can be; a review is called as the first row that names it writes it."""
        self._references |= {stated.review.casefold(): stated.review for stated in reversed(rows) if stated.review}
        found = [(stated, document) for stated in rows for document in self._document_of(stated)]
        reviews = self._reviews_of_documents(found)
        for stated, document in found:
            named = self._as_written(stated.review)
            reference, row = reviews[document.name] if document else (named, 0)
            if document is None and reference.casefold() not in self._had | self._named_with_file(found):
                needs = "a review that another row names with its file, or that the project has"
                self.faults.append(fault(stated.row, Column.REVIEW, f"“{stated.review}”", needs))
            elif named and named != reference:
                needs = f"the review that row {row} names for the same file, “{reference}”"
                self.faults.append(fault(stated.row, Column.REVIEW, f"“{stated.review}”", needs))
            else:
                self.placed.append(Placed(stated, reference, document.document_id if document else None))

    def without_row(self, sheet: Sheet) -> list[str]:
        """Documents that no row of the sheet names, by file or by review, whether it was taken in or not."""
        files = {name for row in sheet.rows for name in self._named(row.cells.get(Column.FILE, ""))}
        reviews = {row.cells.get(Column.REVIEW, "").casefold() for row in sheet.rows if not row.cells.get(Column.FILE)}
        known = self.documents.values()
        return [one.name for one in known if one.name not in files and one.reference.casefold() not in reviews - {""}]

    def _document_of(self, stated: Stated) -> Iterator[_Known | None]:
        """The row's document; None where it names a review alone, and nothing where its file is not there."""
        names = self._named(stated.file)
        if not stated.file:
            yield None
        elif len(names) == 1:
            yield self.documents[names[0]]
        elif names:
            needs = f"the whole name of one of {', '.join(names)}"
            self.faults.append(fault(stated.row, Column.FILE, f"“{stated.file}”", needs))
        else:
            near = process.extractOne(stated.file, list(self.documents), score_cutoff=NEAR)
            self.unknown.append(UnknownFile(stated.row.number, stated.file, near[0] if near else "", stated.row.cells))

    def _named(self, file: str) -> list[str]:
        """The documents that a name fits: as it is, else without folders, ending, or upper and lower case."""
        if file in self.documents:
            return [file]
        tried = _plain_names(file.replace("\\", "/")) if file else ()
        return next((self._by_plain_name[plain] for plain in tried if plain in self._by_plain_name), [])

    def _reviews_of_documents(self, rows: Sequence[tuple[Stated, _Known | None]]) -> dict[str, tuple[str, int]]:
        """For each document the review that a row names first, with the row; else the one it has, or one of its own."""
        reviews: dict[str, tuple[str, int]] = {}
        for stated, document in rows:
            if document and stated.review:
                reviews.setdefault(document.name, (self._as_written(stated.review), stated.row.number))
        for stated, document in rows:
            if document and document.name not in reviews:
                reference = document.reference or default_reference(self.project, document.name)
                reviews[document.name] = self._as_written(reference), stated.row.number
        return reviews

    def _named_with_file(self, rows: Sequence[tuple[Stated, _Known | None]]) -> frozenset[str]:
        return frozenset(stated.review.casefold() for stated, document in rows if document)

    def _as_written(self, reference: str) -> str:
        """A reference as the sheet writes it, else as the project does; upper and lower case are one."""
        return self._references.get(reference.casefold(), reference)


def _plain_names(name: str) -> tuple[str, str, str, str]:
    """A file's name by which it may be known: whole, its last part, and both without the ending."""
    whole = name.casefold()
    last = posixpath.basename(whole)
    return whole, last, posixpath.splitext(whole)[0], posixpath.splitext(last)[0]

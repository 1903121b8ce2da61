"""Rows of a sheet of attributes, each checked by itself: what it states, or what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from lapwing.reviews.ages import WrongAge
from lapwing.reviews.attributes.columns import DATES, Column
from lapwing.reviews.attributes.dates import WrongDate, written_date
from lapwing.reviews.attributes.sheets import Row, Sheet
from lapwing.reviews.stated_ages import stated_age

_NOTHING = re.compile(r"|-+|\u2013|—|n/?a|none|nil|unknown|not (?:known|stated|given|recorded|applicable)|\?+", re.I)
NEEDS_AGE = "an age as the review states it, such as 7 weeks, 18 months, 15 years or unborn"


@dataclass(frozen=True)
class Fault:
    """What is wrong with a cell: where it is, what it has, what it needs; and the whole row as written."""

    file: str
    row: int
    column: str
    has: str
    needs: str
    cells: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        """As a sentence, with the row as a spreadsheet numbers it."""
        return f"Row {self.row}, {self.column}: has {self.has}; needs {self.needs}."


@dataclass(frozen=True)
class Stated:
    """What a row states; what it does not say is empty. Dates are as far as known, ages as written.

    A row that is not sound is only counted with the others of its review, its dates as written.
    """

    row: Row
    is_sound: bool
    file: str
    review: str
    title: str
    area: str
    published_on: str
    child: str
    born_on: str
    age: str
    incident: str
    incident_on: str
    incident_kind: str
    further: dict[str, str]

    @property
    def has_child(self) -> bool:
        """Whether it says anything of a child."""
        return bool(self.child or self.born_on or self.age)

    @property
    def has_incident(self) -> bool:
        """Whether it says anything of an incident; an age is one at an incident."""
        return bool(self.incident or self.incident_on or self.incident_kind or self.age)


def checked(sheet: Sheet, latest: date) -> tuple[list[Stated], list[Fault]]:
    """What the rows state, and the faults of those that are not sound; no date may lie after `latest`."""
    stated, faults = [], []
    for row in sheet.rows:
        dates: dict[Column, str] = {}
        found = [*_faults_of_row(sheet, row), *_faults_of_dates(row, latest, dates)]
        faults += found
        stated.append(_stated(sheet, row, dates, is_sound=not found))
    return stated, faults


def fault(row: Row, column: str, has: str, needs: str) -> Fault:
    """A fault of a cell; `has` is told in words, a cell's own in quotation marks."""
    return Fault(row.cells.get(Column.FILE, ""), row.number, column, has, needs, row.cells)


def _faults_of_row(sheet: Sheet, row: Row) -> Iterator[Fault]:
    if row.beyond:
        needs = "no more cells than the sheet has headings; put a value with a comma in it in quotation marks"
        yield fault(row, "(no heading)", f"“{row.beyond[0]}”", needs)
    if not row.cells.get(Column.FILE) and not row.cells.get(Column.REVIEW):
        yield fault(row, Column.FILE, "nothing", "the name of a file, or of a review")
    if Column.AGE in row.turned_into_dates:
        yield fault(
            row, Column.AGE, f"the day {row.cells[Column.AGE]}", f"{NEEDS_AGE}; the workbook took it for a date"
        )
    elif _said(row, Column.AGE) and not _is_age(row.cells[Column.AGE]):
        yield fault(row, Column.AGE, f"“{row.cells[Column.AGE]}”", NEEDS_AGE)


def _faults_of_dates(row: Row, latest: date, dates: dict[Column, str]) -> Iterator[Fault]:
    for column in DATES:
        said = _said(row, column)
        try:
            dates[column] = written_date(said, latest) if said else ""
        except WrongDate as wrong:
            yield fault(row, column, f"“{said}”", str(wrong))
    if is_after(dates.get(Column.BORN_ON, ""), dates.get(Column.PUBLISHED_ON, "")):
        yield fault(row, Column.BORN_ON, dates[Column.BORN_ON], "a day before the review was published")


def is_after(one: str, other: str) -> bool:
    """Whether a date is after another as far as both are known; not where one is empty."""
    known = min(len(one), len(other))
    return known > 0 and one[:known] > other[:known]


def _is_age(said: str) -> bool:
    try:
        stated_age(said)
    except WrongAge:
        return False
    return True


def _said(row: Row, column: Column) -> str:
    """What a cell says, nothing where it only says that nothing is known."""
    said = row.cells.get(column, "")
    return "" if _NOTHING.fullmatch(said) else said


def _stated(sheet: Sheet, row: Row, dates: dict[Column, str], *, is_sound: bool) -> Stated:
    words = {
        column.value: row.cells.get(column, "") if column is Column.FILE else _said(row, column) for column in Column
    }
    words |= {column.value: day for column, day in dates.items()}
    return Stated(
        row=row,
        is_sound=is_sound,
        **words,
        further={name: row.cells[name] for name in sheet.further if row.cells.get(name)},
    )

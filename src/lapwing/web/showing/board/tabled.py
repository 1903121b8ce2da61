"""Tables of the registers, as a page has them and as a file of values: the same rows for both."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from io import StringIO
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse

from lapwing.conduct.acting import Acting
from lapwing.conduct.verb import VERBS
from lapwing.web.templating import address, in_words
from lapwing.web.words import words_of

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""With what a cell begins that a spreadsheet would work out instead of showing."""


@dataclass(frozen=True)
class Cell:
    """What stands in a cell, where it leads, and how its tag looks; without a look it is plain text."""

    text: str
    href: str = ""
    look: str = ""


@dataclass(frozen=True)
class Table:
    """A table: what it is of, its columns, and rows of which the first cell says what each is."""

    caption: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    nothing: str = "Nothing is entered."


@dataclass(frozen=True)
class Part:
    """A part of a page: its title, what it says, a table, and what can be done there."""

    title: str = ""
    says: Sequence[str] = ()
    table: Table | None = None
    lines: Sequence[tuple[str, str]] = ()
    offers: Sequence[Cell] = field(default_factory=tuple)


def cell(value: Any, *, href: str = "", look: str = "") -> Cell:
    """A cell of a day, a number, a yes or no, or a text; empty for nothing."""
    text = {True: "Yes", False: "No"}[value] if isinstance(value, bool) else in_words(value)
    return Cell(text, href, look)


def rows_of(*rows: Iterable[Any]) -> list[list[Cell]]:
    """Rows of cells, of whatever values."""
    return [[one if isinstance(one, Cell) else cell(one) for one in row] for row in rows]


def offers(by: Acting, here: str, *asked: tuple[str, dict[str, Any]]) -> list[Cell]:
    """What somebody may do here of some verbs, each with what the address says beforehand."""
    return [
        Cell(words_of(verb).title, f"{address('do_anywhere', verb)}?{urlencode({**given, 'next': here})}")
        for verb, given in asked
        if by.account.role in VERBS[verb].may
    ]


def as_csv(table: Table, name: str) -> HttpResponse:
    """A table as a file of values, in which no cell is worked out by whatever opens it."""
    written = StringIO()
    writer = csv.writer(written)
    writer.writerow(table.columns)
    writer.writerows([_plain(one.text) for one in row] for row in table.rows)
    answer = HttpResponse("\ufeff" + written.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer


def _plain(text: str) -> str:
    return f"'{text}" if text.startswith(STARTS_A_FORMULA) else text


def is_over(day: date | None, today: date) -> bool:
    """Whether a day by which something was due has gone by."""
    return day is not None and day < today

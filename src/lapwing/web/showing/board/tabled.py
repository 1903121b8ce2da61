"""Tables of the registers, as a page has them and as a file of values: the same rows for both."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from io import StringIO
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lapwing.board.figures import Figure
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


@dataclass(frozen=True)
class Choice:
    """Something by which a page is narrowed, with what can be chosen: each with its text."""

    name: str
    label: str
    options: Sequence[tuple[str, str]]
    chosen: str

    @property
    def items(self) -> list[dict[str, Any]]:
        """The options as a list to open has them."""
        return [{"value": value, "text": text, "selected": value == self.chosen} for value, text in self.options]


def drawn(
    request: HttpRequest,
    heading: str,
    parts: Sequence[Part],
    *,
    back: Cell,
    says: Sequence[str] = (),
    csv: str = "",
    choices: Sequence[Choice] = (),
    pages: str = "",
) -> HttpResponse:
    """A page of a register: what it says, what it can be narrowed by, its parts, and the file of the same values."""
    shown = {
        "heading": heading,
        "parts": parts,
        "back": back,
        "says": says,
        "csv": csv,
        "choices": choices,
        "pages": pages,
    }
    return render(request, "board/register.html", shown)


def _months(one: Figure) -> str:
    """The months of a figure; none where it was never counted."""
    return f"{in_words(one.since)} to {in_words(one.until)}" if one.counted_on else ""


def to_registers() -> Cell:
    """The way back to the list of registers."""
    return Cell("Registers", address("board_registers"))


def asked(figure: Figure) -> Cell:
    """The question of a figure, which leads to how it is made."""
    return Cell(figure.asks, address("board_measure", figure.measure))


def capital(said: str) -> str:
    """The same, beginning with a capital."""
    return said[:1].upper() + said[1:]


def told(figure: Figure) -> str:
    """A figure in words, as a cell has it."""
    return capital(figure.says)


def figures_table(caption: str, figures: Iterable[Figure]) -> Table:
    """Figures of measures, each with its question and its months."""
    rows = ((asked(one), told(one), _months(one)) for one in figures)
    return Table(caption, ("What is asked", "Figure", "Of which months"), rows_of(*rows), "No measure serves this yet.")

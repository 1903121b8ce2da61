"""Prevalence as a table on the screen, as JSON, as CSV, and as an Excel workbook."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from lapwing.reviews.coding.states import State
from lapwing.reviews.prevalence import (
    MARKS,
    Behind,
    By,
    Cell,
    Compared,
    Prevalence,
    on_looking,
    on_reviews_in_both,
    presence_matrix,
)
from lapwing.reviews.prevalence.behind import Passage
from lapwing.reviews.prevalence.told import as_whole, differences, headings, lines, meaning

WIDTH = 120
FIRST_COLUMN, WIDE_COLUMN = 28, 18
"""What the names, and a column of n of N, take with their lines; a table of many columns is wider than `WIDTH`."""
KEPT_BACK = "kept back"
MOST_DOUBTS = 10
"""Doubts told on the screen; the other formats have all."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


@dataclass(frozen=True)
class Told:
    """A table, with a comparison of two of its cohorts where one was asked for."""

    table: Prevalence
    behind: Behind
    several: Sequence[Compared] = ()

    @property
    def on_comparing(self) -> list[str]:
        """What is to be known of the comparisons, a sentence each."""
        if not self.several:
            return []
        one, other = self.several[0].one.key[0], self.several[0].other.key[0]
        return [on_looking(self.several), on_reviews_in_both(self.table, one, other)]


# ---------------------------------------------------------------- the screen


def as_table(told: Told) -> Iterator[str]:
    """For a person at a terminal: n of N, per cent and interval in each cell."""
    table = told.table
    both = table.asked.by is By.BOTH
    width = max(WIDTH, WIDE_COLUMN * len(table.periods if both else table.keys) + FIRST_COLUMN)
    paper = Console(file=io.StringIO(), width=width, highlight=False, color_system=None)
    if both:
        for theme in table.cells:
            paper.print(escape(f"\n{table.book[theme].name} ({theme})"))
            paper.print(_by_both(table, theme))
    else:
        paper.print(_by_one(table))
    if told.several:
        paper.print(_compared(told.several))
    for sentence in (*told.on_comparing, *meaning(table), *_doubts(table.doubts)):
        paper.print(escape(sentence))
    text = paper.file.getvalue()  # type: ignore[attr-defined]
    yield "\n".join(line.rstrip() for line in text.splitlines()) + "\n"


def _by_one(table: Prevalence) -> Table:
    drawn = Table(f"Theme, in {table.asked.of}", show_lines=True)
    for heading, key in zip(headings(table), table.keys, strict=True):
        drawn.add_column(f"{heading}\n{_size(table, key)}", justify="right")
    for theme, cells in table.cells.items():
        drawn.add_row(escape(theme), *(_in_words(table, cell) for cell in cells.values()))
    return drawn


def _by_both(table: Prevalence, theme: str) -> Table:
    drawn = Table(f"In {table.asked.of}", show_lines=True)
    for period in table.periods:
        drawn.add_column(period, justify="right")
    for cohort in table.cohorts:
        drawn.add_row(cohort, *(_in_words(table, table.cell(theme, cohort, period)) for period in table.periods))
    return drawn


def _size(table: Prevalence, key: tuple[str, str]) -> str:
    return KEPT_BACK if key in table.hidden_sizes else f"{table.sizes[key]} {table.asked.of}"


def _in_words(table: Prevalence, cell: Cell) -> str:
    if table.is_hidden(cell):
        return KEPT_BACK
    apart = [f"{cell.count(state)} {state}" for state in (State.NOT_ASSESSED, State.DISPUTED) if cell.count(state)]
    if cell.share is None or cell.interval is None:
        return "\n".join(["none assessed", *apart])
    low, high = cell.interval
    return "\n".join(
        [f"{cell.present} of {cell.assessed}", f"{_percent(cell.share)} ({_percent(low)} to {_percent(high)})", *apart]
    )


def _percent(share: float) -> str:
    return f"{100 * share:.0f}%"


def _compared(several: Sequence[Compared]) -> Table:
    one, other = several[0].one.key[0], several[0].other.key[0]
    drawn = Table("Theme", one, other, "Difference, in points (95% interval)", "Fisher's exact p")
    for line in differences(list(several)):
        if line["kept_back"]:
            drawn.add_row(escape(line["theme"]), *[KEPT_BACK] * 4)
            continue
        sides = [f"{line[side + '_n']} of {line[side + '_N']}" for side in ("one", "other")]
        if line["difference"] is None:
            drawn.add_row(escape(line["theme"]), *sides, "-", "-")
            continue
        points = [f"{100 * line[part]:+.1f}" for part in ("difference", "low", "high")]
        drawn.add_row(
            escape(line["theme"]), *sides, f"{points[0]} ({points[1]} to {points[2]})", _probability(line["p"])
        )
    return drawn


def _probability(p: float) -> str:
    return f"{p:.4f}" if p >= 0.0001 else "under 0.0001"


def _doubts(doubts: Sequence[str]) -> list[str]:
    more = len(doubts) - MOST_DOUBTS
    return [*doubts[:MOST_DOUBTS], *([f"... and {more} more such; --format json has them."] if more > 0 else [])]


# ---------------------------------------------------------------- programs


def as_json(told: Told) -> Iterator[str]:
    """One JSON document: the columns, the cells with who is in them, their passages, and what the numbers mean."""
    whole = as_whole(told.table, told.behind)
    whole["differences"] = list(differences(list(told.several)))
    whole["on_comparing"] = told.on_comparing
    if told.table.threshold is None:
        whole["presence"] = list(_presence(told.table))
    yield json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _presence(table: Prevalence) -> Iterator[dict[str, Any]]:
    for row in presence_matrix(table):
        marks = {theme: MARKS[state] for theme, state in row.states.items()}
        yield {"review": row.review, "child": row.child, "cohort": row.cohort, "period": row.period, "themes": marks}


def as_csv(told: Told) -> Iterator[str]:
    """A line a cell, beginning with what is counted; what is kept back is empty and says so."""
    written = io.StringIO()
    rows = list(lines(told.table))
    writer = csv.DictWriter(written, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _plain(value) for name, value in row.items()})
    yield written.getvalue()


def _plain(value: Any) -> Any:
    """Text that no spreadsheet runs as a formula."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


# ---------------------------------------------------------------- Excel


def as_workbook(told: Told) -> bytes:
    """An Excel workbook: a sheet a table, numbers as numbers, and a sheet that says what they mean."""
    book = Workbook()
    book.remove(book.active)
    _sheet(book, "Prevalence", [_in_excel(line) for line in lines(told.table)])
    if told.several:
        _sheet(book, "Differences", [_in_excel(line) for line in differences(list(told.several))])
    if told.table.threshold is None:
        _sheet(book, "Presence", [_flat(row) for row in _presence(told.table)])
    _sheet(book, "Passages", [_cited(passage) for passage in _passages(told)])
    sentences = [*meaning(told.table), *told.on_comparing, *told.table.doubts]
    _sheet(book, "What the numbers mean", [{"what": sentence} for sentence in sentences])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _in_excel(line: Mapping[str, Any]) -> dict[str, Any]:
    return {name.replace("_", " "): _plain(value) if isinstance(value, bool) else value for name, value in line.items()}


def _flat(row: Mapping[str, Any]) -> dict[str, Any]:
    return {**{name: value for name, value in row.items() if name != "themes"}, **row["themes"]}


def _passages(told: Told) -> Iterable[Passage]:
    """Each passage once, of the cells whose lists may be told."""
    cells = (cell for of_theme in told.table.cells.values() for cell in of_theme.values())
    listed = (passage for cell in cells if not told.table.lists_hidden(cell) for passage in told.behind.passages(cell))
    return dict.fromkeys(listed)


def _cited(passage: Passage) -> dict[str, Any]:
    return {
        "theme": passage.theme,
        "review": passage.review,
        "child": passage.child,
        "document": passage.document,
        "page": passage.page,
        "paragraph": passage.paragraph,
        "heading": passage.heading,
        "quote": passage.quote or passage.why,
        "coder": passage.coder,
    }


SHARES = ("share", "low", "high", "difference")


def _sheet(book: Workbook, name: str, rows: Sequence[Mapping[str, Any]]) -> None:
    sheet: Worksheet = book.create_sheet(name)
    names = list(rows[0]) if rows else ["nothing to list"]
    for column, heading in enumerate(names, 1):
        sheet.cell(1, column, heading).font = Font(bold=True)
        sheet.column_dimensions[sheet.cell(1, column).column_letter].width = _width(heading, rows)
    for at, row in enumerate(rows, 2):
        for column, (heading, value) in enumerate(row.items(), 1):
            _fill(sheet, at, column, heading, value)
    sheet.freeze_panes = "A2"


def _width(heading: str, rows: Sequence[Mapping[str, Any]]) -> int:
    longest = max((len(str(row[heading])) for row in rows if not isinstance(row[heading], float)), default=0)
    return min(max(len(heading), longest, 8) + 2, 80)


def _fill(sheet: Worksheet, row: int, column: int, heading: str, value: Any) -> None:
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.data_type = "s"  # whatever it begins with, it is no formula
        cell.alignment = Alignment(wrap_text=len(value) > 60, vertical="top")
        return
    cell.value = value
    if heading in SHARES and value is not None:
        cell.number_format = "0.0%"

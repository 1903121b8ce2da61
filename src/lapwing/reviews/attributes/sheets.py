"""Sheets of attributes as tables of text: CSV in the usual encodings, or the first fitting sheet of a workbook."""

from __future__ import annotations

import csv
import io
import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

import openpyxl

from lapwing.reviews.attributes.columns import Column, UnusableSheet, column_headed, columns_of
from lapwing.reviews.reading.decoding import NoText, decoded
from lapwing.reviews.reading.safe_zip import SafeZip, UnusableZip, open_zip

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
HEADER_WITHIN = 20
"""Rows at the top within which the headings are looked for; titles and notes may stand above them."""
_SIGNS_AROUND = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')


@dataclass(frozen=True)
class Row:
    """A row as written, with its number as a spreadsheet shows it; `beyond` are cells without a heading."""

    number: int
    cells: dict[str, str]
    beyond: tuple[str, ...] = ()
    turned_into_dates: frozenset[str] = frozenset()
    """Columns in which the workbook holds a day rather than what was typed."""


@dataclass(frozen=True)
class Sheet:
    """A table: its rows, and the headings of what are no columns of ours."""

    name: str
    rows: tuple[Row, ...]
    further: tuple[str, ...]
    notes: tuple[str, ...] = field(default=())


@dataclass(frozen=True)
class _Cell:
    text: str
    is_date: bool = False


_Table = list[list[_Cell]]
MOST_ROWS = 10_000
"""Of a sheet; the reviews of four years and their children are some hundreds."""


def sheet_of(name: str, content: bytes) -> Sheet:
    """The sheet in a file; `UnusableSheet` where it is neither CSV nor a workbook, or has no headings that are known."""
    if content.startswith((_ZIP, _OLE)):
        table, notes = _of_workbook(name, content)
    else:
        table, notes = _of_text(name, content)
    header = _header(table)
    if header is None:
        raise UnusableSheet(f"{name} has no row of headings among which is file or review; give its columns headings.")
    headings = [cell.text for cell in table[header]]
    columns = columns_of(headings)
    rows = tuple(_rows(table[header + 1 :], [str(column) for column in columns], header + 2))
    if len(rows) > MOST_ROWS:
        raise UnusableSheet(
            f"{name} has {len(rows)} rows, and {MOST_ROWS} is the most. Look whether it is the sheet of attributes."
        )
    further = tuple(str(column) for column in columns if column and not isinstance(column, Column))
    return Sheet(name, rows, further, tuple(notes))


def _header(table: _Table) -> int | None:
    """The row near the top with the most headings that are known."""
    known = [sum(column_headed(cell.text) is not None for cell in row) for row in table[:HEADER_WITHIN]]
    names = [
        any(column_headed(cell.text) in (Column.FILE, Column.REVIEW) for cell in row) for row in table[:HEADER_WITHIN]
    ]
    fitting = [at for at, has_name in enumerate(names) if has_name]
    return (
        max(fitting, key=lambda at: known[at]) if fitting else next((at for at, row in enumerate(table) if row), None)
    )


def _rows(table: _Table, columns: Sequence[str], first: int) -> Iterator[Row]:
    for number, cells in enumerate(table, first):
        if any(cell.text for cell in cells):
            named = {column: cell for column, cell in zip(columns, cells, strict=False) if column}
            unnamed = [cell for at, cell in enumerate(cells) if at >= len(columns) or not columns[at]]
            yield Row(
                number,
                {column: cell.text for column, cell in named.items()},
                tuple(cell.text for cell in unnamed if cell.text),
                frozenset(column for column, cell in named.items() if cell.is_date),
            )


def _of_text(name: str, content: bytes) -> tuple[_Table, list[str]]:
    try:
        read = decoded(content)
    except NoText:
        raise UnusableSheet(
            f"{name} is neither CSV nor an Excel workbook (.xlsx); save the sheet as one of these."
        ) from None
    tables = [_separated(name, read.text, separator) for separator in ",;\t"]
    table = max(tables, key=_headings_known)
    return table, [f"{name} was read as {read.encoding}, which was guessed."] if read.is_guessed else []


def _headings_known(table: _Table) -> int:
    return max((sum(column_headed(cell.text) is not None for cell in row) for row in table[:HEADER_WITHIN]), default=0)


def _separated(name: str, text: str, separator: str) -> _Table:
    try:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        return [[_Cell(cell.strip()) for cell in line] for line in lines]
    except csv.Error:
        raise UnusableSheet(
            f"{name} is not a table of CSV: a cell is far too long. Look for a stray quotation mark."
        ) from None


def _of_workbook(name: str, content: bytes) -> tuple[_Table, list[str]]:
    try:
        _refuse_entities(open_zip(content, "Excel workbook (.xlsx)"))
    except UnusableZip as why:
        raise UnusableSheet(f"{name} cannot be read: {why}") from None
    try:
        tables = _tables_of_workbook(content)
    except Exception:  # openpyxl raises whatever its parts meet in a damaged file
        raise UnusableSheet(f"{name} is no Excel workbook (.xlsx), or is damaged; save the sheet as CSV.") from None
    if not tables:
        raise UnusableSheet(f"{name} is an Excel workbook without a sheet of cells; save the sheet as CSV.")
    title, table = max(tables, key=lambda named: _headings_known(named[1]))
    others = [other for other, _ in tables if other != title]
    return table, [f"Of {name} the sheet {title} was read, and not {', '.join(others)}."] if others else []


def _refuse_entities(opened: SafeZip) -> None:
    for part in opened.names:
        if part.endswith((".xml", ".rels")) and b"<!DOCTYPE" in opened.beginning(part, 4096):
            raise UnusableZip("its parts declare entities, which no workbook needs.")


def _tables_of_workbook(content: bytes) -> list[tuple[str, _Table]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and extensions that do not touch the cells
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        try:
            return [
                (sheet.title, [[_cell(cell) for cell in row] for row in sheet.iter_rows()]) for sheet in book.worksheets
            ]
        finally:
            book.close()


def _cell(cell: Any) -> _Cell:
    value = cell.value
    if isinstance(value, datetime | date):
        return _Cell(_as_shown(value, cell.number_format or ""), is_date=True)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if value is None or isinstance(value, time):
        return _Cell("" if value is None else value.isoformat())
    return _Cell(str(value).strip())


def _as_shown(value: datetime | date, shown: str) -> str:
    """A day as far as the cell shows it: who types May 2010 gets the first of May, shown as May-10."""
    signs = _SIGNS_AROUND.sub("", shown.lower())
    if "y" in signs and "d" not in signs:
        return f"{value:%Y-%m}" if "m" in signs else f"{value:%Y}"
    return f"{value:%Y-%m-%d}"

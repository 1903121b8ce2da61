"""A table as a file: CSV for programs, a workbook for people."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO

from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.styles import Font

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDE = 60
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for the beginning of a formula."""


def as_csv(name: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> HttpResponse:
    """The table as CSV, in UTF-8."""
    written = StringIO()
    csv.writer(written).writerows([heads, *([_plain(cell) for cell in row] for row in rows)])
    return _file(written.getvalue().encode("utf-8-sig"), "text/csv; charset=utf-8", f"{name}.csv")


def as_workbook(name: str, title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> HttpResponse:
    """The table as a workbook for Excel, with its first row held."""
    book = Workbook()
    sheet = book.active
    sheet.title = title[:31]
    sheet.append(list(heads))
    for row in rows:
        sheet.append([_plain(cell) for cell in row])
    for head, column in zip(sheet[1], sheet.columns, strict=True):
        head.font = Font(bold=True)
        sheet.column_dimensions[head.column_letter].width = min(
            WIDE, max(len(str(one.value or "")) for one in column) + 2
        )
    sheet.freeze_panes = "A2"
    made = BytesIO()
    book.save(made)
    return _file(made.getvalue(), XLSX, f"{name}.xlsx")


def _plain(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _file(made: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(made, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer

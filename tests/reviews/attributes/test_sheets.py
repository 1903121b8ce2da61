"""Sheets of attributes as tables, whatever program saved them."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from openpyxl import Workbook
from word_files import zipped

from lapwing.reviews.attributes import Sheet, UnusableSheet, sheet_of
from lapwing.reviews.attributes.columns import Column, column_headed


def of_text(text: str, encoding: str = "utf-8") -> Sheet:
    return sheet_of("sheet.csv", text.encode(encoding))


def workbook(*rows: list[Any], shown: dict[str, str] | None = None, before: str = "") -> bytes:
    """A workbook with these rows; `shown` are the formats of cells; `before` names an empty sheet in front."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for place, form in (shown or {}).items():
        sheet[place].number_format = form
    if before:
        book.create_sheet(before, 0)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("file", Column.FILE),
        ("File Name", Column.FILE),
        ("PUBLISHED_ON", Column.PUBLISHED_ON),
        ("Date of publication", Column.PUBLISHED_ON),
        ("Child's age", Column.AGE),
        ("D.O.B.", Column.BORN_ON),
        ("Local Authority", Column.AREA),
        ("Type of incident", Column.INCIDENT_KIND),
        ("Ethnicity", None),
    ],
)
def test_headings_are_matched_leniently(heading: str, column: Column | None) -> None:
    assert column_headed(heading) is column


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_csv_is_read_in_the_usual_encodings_and_with_the_usual_separators(separator: str, encoding: str) -> None:
    sheet = of_text(separator.join(["File", "Area", "Notes\nB.pdf", "“Bala”", "x"]), encoding)
    (row,) = sheet.rows
    assert (row.number, row.cells) == (2, {"file": "B.pdf", "area": "“Bala”", "Notes": "x"})
    assert sheet.further == ("Notes",)


def test_rows_are_numbered_as_a_spreadsheet_shows_them_and_empty_ones_passed_over() -> None:
    sheet = of_text('Our reviews,,\n\nfile,title,\nA.pdf,"one\ntwo",\n,,\nB.pdf,,\n')
    assert [(row.number, row.cells["file"]) for row in sheet.rows] == [(4, "A.pdf"), (6, "B.pdf")]


def test_a_workbook_is_read_with_its_days_as_far_as_they_are_shown() -> None:
    day = date(2010, 5, 4)
    content = workbook(
        ["file", "published", "born", "incident date", "age"],
        ["A.pdf", day, date(2010, 5, 1), date(2010, 1, 1), 15],
        ["B.pdf", 2010, None, "May 2010", date(2026, 4, 3)],
        shown={"B2": "dd/mm/yyyy", "C2": "mmm-yy", "D2": "yyyy"},
    )
    first, second = sheet_of("sheet.xlsx", content).rows
    assert first.cells == {
        "file": "A.pdf", "published_on": "2010-05-04", "born_on": "2010-05", "incident_on": "2010", "age": "15",
    }  # fmt: skip
    assert (second.cells["published_on"], second.cells["incident_on"]) == ("2010", "May 2010")
    assert Column.AGE in second.turned_into_dates


def test_the_sheet_of_a_workbook_that_has_the_headings_is_read_and_said() -> None:
    sheet = sheet_of("sheet.xlsx", workbook(["file"], ["A.pdf"], before="Notes"))
    assert [row.cells for row in sheet.rows] == [{"file": "A.pdf"}]
    assert sheet.notes == ("Of sheet.xlsx the sheet Sheet was read, and not Notes.",)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"name,area\nA,B\n", "needs a column headed file or review; its columns are: name, area"),
        (b"", "no row of headings"),
        (b"file,File name\nA,B\n", "columns file and File name, and needs one of them"),
        (b"file,Sex,Sex\nA,B,C\n", "columns Sex and Sex, and needs one of them"),
        (b"\0\1\2\3", "neither CSV nor an Excel workbook"),
        (b"PK\x03\x04", "no Excel workbook"),
        (zipped({"a.txt": b"x"}), "no Excel workbook"),
        (zipped({"xl/workbook.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x/>'}), "declare entities"),
        (bytes.fromhex("d0cf11e0a1b11ae1"), "before 2007"),
        (b"file\n" + b"A\n" * 10_001, "has 10001 rows, and 10000 is the most"),
        (b"file,title\nA," + b'"' + b"x" * 200_000, "stray quotation mark"),
    ],
)
def test_a_sheet_that_cannot_be_read_says_why(content: bytes, why: str) -> None:
    with pytest.raises(UnusableSheet, match=why):
        sheet_of("sheet", content)

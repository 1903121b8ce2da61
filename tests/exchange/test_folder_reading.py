"""Reading a folder of record tables: which files it takes, how cells are understood, what it refuses."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from lapwing.exchange.folder import FolderReading, read_folder
from lapwing.exchange.reading import UnusableSource
from lapwing.vocabulary.record_set import schema_of
from lapwing.vocabulary.records import TABLES


def folder_of(folder: Path, **files: str | bytes) -> Path:
    """A folder with one CSV file for each table named."""
    for name, content in files.items():
        (folder / f"{name}.csv").write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def only_row(reading: FolderReading, table: str) -> dict[str, Any]:
    assert reading.skipped == []
    (row,) = reading.records.frame(table).collect().to_dicts()
    return row


def refusal(folder: Path) -> str:
    with pytest.raises(UnusableSource) as refused:
        read_folder(folder)
    return str(refused.value).replace(str(folder), "FOLDER")


UNDERSTOOD = {
    "ISO day": ("pregnancy", "known_on", "2026-03-14", date(2026, 3, 14)),
    "UK day": ("pregnancy", "known_on", "14/03/2026", date(2026, 3, 14)),
    "UK day without noughts": ("pregnancy", "known_on", "4/3/2026", date(2026, 3, 4)),
    "day as databases export it": ("pregnancy", "known_on", "2026-03-14 00:00:00.000", date(2026, 3, 14)),
    "day with spaces around": ("pregnancy", "known_on", " 2026-03-14 ", date(2026, 3, 14)),
    "moment": ("pregnancy", "recorded_at", "2026-03-14T09:30:15", datetime(2026, 3, 14, 9, 30, 15)),
    "moment with a space": ("pregnancy", "recorded_at", "2026-03-14 09:30", datetime(2026, 3, 14, 9, 30)),
    "UK moment": ("pregnancy", "recorded_at", "14/03/2026 09:30", datetime(2026, 3, 14, 9, 30)),
    "moment that is a day": ("pregnancy", "recorded_at", "2026-03-14", datetime(2026, 3, 14)),
    "summer moment in universal time": (
        "pregnancy",
        "recorded_at",
        "2026-07-14T09:30:00Z",
        datetime(2026, 7, 14, 10, 30),
    ),
    "moment with an offset": ("pregnancy", "recorded_at", "2026-07-14T09:30:00+01:00", datetime(2026, 7, 14, 9, 30)),
    "yes": ("pregnancy", "concealed", "Yes", True),
    "y": ("pregnancy", "concealed", "y", True),
    "one": ("pregnancy", "concealed", "1", True),
    "TRUE": ("pregnancy", "concealed", "TRUE", True),
    "no": ("pregnancy", "concealed", "no", False),
    "nought": ("pregnancy", "concealed", "0", False),
    "whole number": ("pregnancy", "babies_expected", "2", 2),
    "whole number as spreadsheets export it": ("pregnancy", "babies_expected", "2.0", 2),
    "code in any letters": ("pregnancy", "outcome", "Live_Birth", "live_birth"),
    "NULL": ("pregnancy", "outcome", "NULL", None),
    "blank": ("pregnancy", "outcome", "   ", None),
    "identifier with spaces around": ("pregnancy", "mother_id", " p1 ", "p1"),
    "text keeps its spaces": ("pregnancy", "booked_with", " Anytown ", " Anytown "),
    "postcode": ("address", "postcode", "zz99 9zz", "ZZ999ZZ"),
}


@pytest.mark.parametrize(("table", "column", "cell", "value"), UNDERSTOOD.values(), ids=UNDERSTOOD)
def test_a_cell_is_understood(tmp_path: Path, table: str, column: str, cell: str, value: object) -> None:
    needed = dict.fromkeys(TABLES[table].required, "x")
    cells = needed | {column: f'"{cell}"'}
    content = f"{','.join(cells)}\n{','.join(cells.values())}\n"
    assert only_row(read_folder(folder_of(tmp_path, **{table: content})), table)[column] == value


def test_columns_come_in_any_order_and_with_spaces_and_capitals(tmp_path: Path) -> None:
    row = only_row(read_folder(folder_of(tmp_path, child="Birth Order,CHILD_ID\n2,c1\n")), "child")
    assert (row["child_id"], row["birth_order"]) == ("c1", 2)


def test_a_frame_has_every_column_of_its_table_typed(tmp_path: Path) -> None:
    reading = read_folder(folder_of(tmp_path, child="child_id\nc1\n"))
    assert reading.records.frame("child").collect_schema() == schema_of(TABLES["child"])


def test_only_the_columns_of_the_file_are_carried(tmp_path: Path) -> None:
    reading = read_folder(
        folder_of(tmp_path, child="child_id,pregnancy_id\nc1,g1\n", concern="concern_id,child_id,kind\n")
    )
    assert reading.records.carried == {
        "child": {"child_id", "pregnancy_id"},
        "concern": {"concern_id", "child_id", "kind"},
    }
    assert reading.read == {"child": 1, "concern": 0}


def test_a_table_with_several_versions_of_a_row_is_told(tmp_path: Path) -> None:
    folder_of(tmp_path, child="child_id,recorded_at\nc1,2026-01-01\nc1,2026-02-01\n", person="person_id\np1\np2\n")
    assert read_folder(tmp_path).records.versioned == {"child"}


def test_windows_lines_and_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    content = '\ufeffperson_id,given_name\r\np1,Zoë\r\np2,"A\r\nB"\r\n'
    reading = read_folder(folder_of(tmp_path, person=content))
    assert reading.records.frame("person").collect()["given_name"].to_list() == ["Zoë", "A\r\nB"]


def test_files_beside_the_tables_are_left_alone(tmp_path: Path) -> None:
    folder_of(tmp_path, child="child_id\nc1\n")
    for name in ("report.html", "report.csv", "README.txt", ".hidden.csv", "notes.docx"):
        (tmp_path / name).write_text("anything")
    (tmp_path / "older").mkdir()
    reading = read_folder(tmp_path)
    assert list(reading.records.frames) == ["child"]
    assert reading.notes == ["notes.docx was not read.", "older was not read."]


def test_progress_grows_to_the_whole(tmp_path: Path) -> None:
    shares: list[float] = []
    read_folder(folder_of(tmp_path, child="child_id\nc1\n", person="person_id\np1\n"), shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


REFUSED = {
    "a file that is nearly a table": (
        {"childs": "child_id\nc1\n"},
        (
            "FOLDER: childs.csv is not named after a record table. The nearest is child. "
            "The list of tables is in docs/reference/tables.md."
        ),
    ),
    "an empty file": (
        {"child": ""},
        "FOLDER: child.csv is empty; it needs a first row with the names of its columns.",
    ),
    "no key": (
        {"child": "birth_order,upn\n1,2\n"},
        "FOLDER: child.csv has the columns birth_order, upn; it also needs child_id.",
    ),
    "nothing to say whose row it is": (
        {"concern": "concern_id,kind\nk1,drugs\n"},
        "FOLDER: concern.csv has the columns concern_id, kind; it also needs child_id or pregnancy_id.",
    ),
    "a column twice": (
        {"child": "child_id,upn,upn\nc1,1,2\n"},
        "FOLDER: child.csv has the column upn more than once; it needs each once.",
    ),
    "no header, and so no value of it repeated": (
        {"person": "p1,Lapwingson\n"},
        (
            "FOLDER: person.csv has no column of the table person in its first row; "
            "it needs the names of columns there, as docs/reference/tables.md lists them."
        ),
    ),
    "semicolons": (
        {"child": "child_id;upn\nc1;2\n"},
        (
            "FOLDER: child.csv has no column of the table child in its first row, which is divided by semicolons; "
            "it needs commas."
        ),
    ),
    "another encoding": (
        {"person": "person_id,given_name\np1,Ann\np2,Zoë\n".encode("windows-1252")},
        "FOLDER: person.csv, line 3: has a letter that is not UTF-8; save the file as “CSV UTF-8”.",
    ),
    "UTF-16": (
        {"child": "child_id\nc1\n".encode("utf-16")},
        "FOLDER: child.csv is UTF-16 text; save it as “CSV UTF-8”.",
    ),
    "old line ends": (
        {"child": "child_id\rc1\r"},
        "FOLDER: child.csv ends its lines as old Macintosh programs did; save it as “CSV UTF-8”.",
    ),
    "a stray quotation mark": (
        {"child": 'child_id,upn\nc1,1\nc2,"2\nc3,3\n'},
        (
            "FOLDER: child.csv, row 3: has a quotation mark out of place; "
            "a cell that begins with one needs one at its end, and any inside it written twice."
        ),
    ),
}


@pytest.mark.parametrize(("files", "sentence"), REFUSED.values(), ids=REFUSED)
def test_a_folder_that_cannot_be_read_is_refused_in_a_sentence(
    tmp_path: Path, files: dict[str, str | bytes], sentence: str
) -> None:
    assert refusal(folder_of(tmp_path, **files)) == sentence


def test_all_faults_of_a_folder_are_told_at_once(tmp_path: Path) -> None:
    folder_of(tmp_path, child="upn\n1\n", person="")
    assert refusal(tmp_path) == (
        "FOLDER has 2 things to put right:\n"
        "- person.csv is empty; it needs a first row with the names of its columns.\n"
        "- child.csv has the columns upn; it also needs child_id."
    )


def test_columns_without_a_name_are_left_out_and_told_if_they_hold_anything(tmp_path: Path) -> None:
    reading = read_folder(folder_of(tmp_path, child="child_id,,,\nc1,,x,\nc2,,,\n"))
    assert [notice.field for notice in reading.doubted] == ["unnamed column 3"]
    assert reading.read == {"child": 2}


def test_a_path_that_is_no_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableSource, match="is not a folder; give the folder that holds the record tables"):
        read_folder(tmp_path / "nowhere")


def test_a_table_given_as_csv_and_as_parquet_is_refused(tmp_path: Path) -> None:
    folder_of(tmp_path, child="child_id\nc1\n")
    pl.DataFrame({"child_id": ["c1"]}).write_parquet(tmp_path / "child.parquet")
    assert refusal(tmp_path) == "FOLDER: child.csv and child.parquet are the same table; it needs one of them."


def test_a_table_in_a_workbook_is_refused(tmp_path: Path) -> None:
    (tmp_path / "child.xlsx").write_bytes(b"PK\x03\x04")
    assert refusal(tmp_path) == "FOLDER: child.xlsx is neither CSV nor Parquet; save it as child.csv."


# Parquet that somebody else wrote


def parquet_of(folder: Path, table: str, **columns: Any) -> Path:
    pl.DataFrame(columns).write_parquet(folder / f"{table}.parquet")
    return folder


def test_parquet_is_read_whatever_type_says_the_same(tmp_path: Path) -> None:
    parquet_of(tmp_path, "child", child_id=[1], birth_order=[2.0], opened_in_error=["no"])
    parquet_of(
        tmp_path,
        "pregnancy",
        pregnancy_id=["g1"],
        known_on=[datetime(2026, 3, 14)],
        booked_on=[date(2026, 4, 1)],
        ended_on=["14/09/2026"],
        concealed=[False],
        recorded_at=[datetime(2026, 7, 14, 9, 30)],
    )
    reading = read_folder(tmp_path)
    child, pregnancy = only_row(reading, "child"), only_row(reading, "pregnancy")
    assert (child["child_id"], child["birth_order"], child["opened_in_error"]) == ("1", 2, False)
    days = (pregnancy["known_on"], pregnancy["booked_on"], pregnancy["ended_on"])
    assert days == (date(2026, 3, 14), date(2026, 4, 1), date(2026, 9, 14))
    assert (pregnancy["concealed"], pregnancy["recorded_at"]) == (False, datetime(2026, 7, 14, 9, 30))


def test_moments_of_parquet_with_a_time_zone_are_brought_to_the_clocks_of_england(tmp_path: Path) -> None:
    moment = pl.Series([datetime(2026, 7, 14, 9, 30)], dtype=pl.Datetime("ms")).dt.replace_time_zone("UTC")
    parquet_of(tmp_path, "child", child_id=["c1"], recorded_at=moment)
    assert only_row(read_folder(tmp_path), "child")["recorded_at"] == datetime(2026, 7, 14, 10, 30)


def test_columns_of_parquet_that_no_table_has_are_told_whatever_they_hold(tmp_path: Path) -> None:
    reading = read_folder(parquet_of(tmp_path, "child", child_id=["c1"], names=[["a", "b"]], photograph=[b"1"]))
    assert [notice.field for notice in reading.doubted] == ["names", "photograph"]


def test_rows_of_parquet_are_checked_and_numbered_from_one(tmp_path: Path) -> None:
    reading = read_folder(parquet_of(tmp_path, "pregnancy", pregnancy_id=["g1", "g2"], known_on=["2026-03-14", "soon"]))
    assert [notice.place for notice in reading.skipped] == ["pregnancy.parquet, row 2"]


def test_parquet_of_a_type_that_cannot_be_right_is_refused(tmp_path: Path) -> None:
    parquet_of(tmp_path, "pregnancy", pregnancy_id=["g1"], known_on=[True])
    assert refusal(tmp_path) == (
        "FOLDER: pregnancy.parquet has Boolean values in known_on, which needs date values or text."
    )


def test_a_broken_parquet_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "child.parquet").write_bytes(b"PAR1 and no more")
    assert refusal(tmp_path) == "FOLDER: child.parquet is not a whole Parquet file; write it again."

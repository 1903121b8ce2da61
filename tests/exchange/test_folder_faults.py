"""Faulty rows of record tables: a line or two of CSV, and the sentence that its owner reads."""

from __future__ import annotations

from pathlib import Path

import nhs_number
import polars as pl
import pytest

from lapwing.exchange.checked_tables import is_nhs_number
from lapwing.exchange.folder import FolderReading, read_folder

Tables = dict[str, str]


def reading_of(folder: Path, **tables: str) -> FolderReading:
    for name, content in tables.items():
        (folder / f"{name}.csv").write_text(content, encoding="utf-8")
    return read_folder(folder)


def rows_of(reading: FolderReading, table: str) -> list[dict[str, object]]:
    return reading.records.frame(table).collect().to_dicts()


SET_ASIDE = {
    "a word for a number": (
        {"child": "child_id,birth_order\nc1,1\nc2,two\n"},
        "child.csv, row 3, birth_order: has “two”; needs a whole number, such as 2",
    ),
    "a day that does not exist": (
        {"pregnancy": "pregnancy_id,known_on\ng1,31/02/2026\n"},
        (
            "pregnancy.csv, row 2, known_on: has “31/02/2026”; "
            "needs a day between 1900 and 2099, such as 2026-03-14 or 14/03/2026"
        ),
    ),
    "a year mistyped": (
        {"pregnancy": "pregnancy_id,known_on\ng1,0206-03-14\n"},
        (
            "pregnancy.csv, row 2, known_on: has “0206-03-14”; "
            "needs a day between 1900 and 2099, such as 2026-03-14 or 14/03/2026"
        ),
    ),
    "a time where only a day makes sense": (
        {"pregnancy": "pregnancy_id,known_on\ng1,2026-03-14T09:30\n"},
        (
            "pregnancy.csv, row 2, known_on: has “2026-03-14T09:30”; "
            "needs a day between 1900 and 2099, such as 2026-03-14 or 14/03/2026"
        ),
    ),
    "a moment with an offset no clock has": (
        {"child": "child_id,recorded_at\nc1,2026-03-14T09:30:00+58:00\n"},
        (
            "child.csv, row 2, recorded_at: has “2026-03-14T09:30:00+58:00”; "
            "needs a day and time, such as 2026-03-14T09:30"
        ),
    ),
    "neither yes nor no": (
        {"child": "child_id,opened_in_error\nc1,perhaps\n"},
        "child.csv, row 2, opened_in_error: has “perhaps”; needs yes or no",
    ),
    "a number with its unit": (
        {"measurement": "measurement_id,child_id,kind,value\nm1,c1,weight,3.4kg\n"},
        "measurement.csv, row 2, value: has “3.4kg”; needs a number, such as 3.4",
    ),
    "a code of a short list": (
        {"person": "person_id,sex\np1,M\n"},
        "person.csv, row 2, sex: has “M”; needs “female”, “male” or “unknown”",
    ),
    "a code of a long list, misspelt": (
        {"concern": "concern_id,child_id,kind\nk1,c1,alchohol\n"},
        (
            "concern.csv, row 2, kind: has “alchohol”; "
            "needs one of the codes listed in docs/reference/tables.md; the nearest is “alcohol”"
        ),
    ),
    "the words of a code instead of the code": (
        {"concern": "concern_id,child_id,kind\nk1,c1,Female genital mutilation\n"},
        (
            "concern.csv, row 2, kind: has “Female genital mutilation”; "
            "needs one of the codes listed in docs/reference/tables.md; the nearest is “female_genital_mutilation”"
        ),
    ),
    "free text that slipped into another column": (
        {"child": "child_id,opened_in_error\nc1,the mother told the midwife that he had come back\n"},
        "child.csv, row 2, opened_in_error: has a long text that is not shown here; needs yes or no",
    ),
    "an NHS number in the wrong column": (
        {"person": "person_id,born_on\np1,999 000 0018\n"},
        (
            "person.csv, row 2, born_on: has a value that is not shown here; "
            "needs a day between 1900 and 2099, such as 2026-03-14 or 14/03/2026"
        ),
    ),
    "no key": (
        {"child": "child_id,birth_order\n,1\n"},
        "child.csv, row 2, child_id: has nothing; needs an identifier",
    ),
    "no value where every row needs one": (
        {"concern": "concern_id,child_id,kind\nk1,c1,NULL\n"},
        "concern.csv, row 2, kind: has nothing; needs one of the codes listed in docs/reference/tables.md",
    ),
    "a row about nobody": (
        {"concern": "concern_id,child_id,pregnancy_id,kind\nk1,,,drugs\n"},
        "concern.csv, row 2, child_id, pregnancy_id: has neither a child nor a pregnancy; needs one of the two",
    ),
    "a row about a child and a whole pregnancy": (
        {"concern": "concern_id,child_id,pregnancy_id,kind\nk1,c1,g1,drugs\n"},
        "concern.csv, row 2, child_id, pregnancy_id: has both a child and a pregnancy; needs one of the two, not both",
    ),
    "the same key twice": (
        {"child": "child_id,birth_order\nc1,1\nc1,2\n"},
        (
            "child.csv, row 3, child_id: has “c1”, as row 2 has; "
            "needs another child_id, or its own recorded_at if it is a later version of the same child"
        ),
    ),
    "the same version twice": (
        {"child": "child_id,recorded_at\nc1,2026-01-01\nc1,2026-02-01\nc1,01/02/2026 00:00\n"},
        (
            "child.csv, row 4, child_id: has “c1”, as row 3 has; "
            "needs another child_id, or its own recorded_at if it is a later version of the same child"
        ),
    ),
    "a child who is not there": (
        {"child": "child_id\nc1\n", "concern": "concern_id,child_id,kind\nk1,c9,drugs\n"},
        "concern.csv, row 2, child_id: has “c9”; needs a child_id that stands in a sound row of child.csv",
    ),
    "an unquoted comma": (
        {
            "address": 'address_id,person_id,address\na1,p1,12 Acacia Avenue, Anytown\na2,p1,"14 Acacia Avenue, Anytown"\n'
        },
        (
            "address.csv, row 2: has more cells than the header has columns; "
            "needs no more cells than columns; put a value with a comma in it in quotation marks"
        ),
    ),
}


@pytest.mark.parametrize(("tables", "sentence"), SET_ASIDE.values(), ids=SET_ASIDE)
def test_a_faulty_row_is_set_aside_and_says_what_it_needs(tmp_path: Path, tables: Tables, sentence: str) -> None:
    reading = reading_of(tmp_path, **tables)
    assert [str(notice) for notice in reading.skipped] == [sentence]
    assert reading.doubted == []


DOUBTED = {
    "a column that is misspelt": (
        {"person": "person_id,famly_name\np1,Invented\n"},
        (
            "person.csv, famly_name: has a column that person does not have; "
            "needs the name family_name if that is what it is, and is left out"
        ),
    ),
    "a column like no other": (
        {"person": "person_id,zzzzz\np1,1\n"},
        "person.csv, zzzzz: has a column that person does not have; it is left out",
    ),
    "an NHS number whose check digit is wrong": (
        {"person": "person_id,nhs_number\np1,9990000019\n"},
        (
            "person.csv, row 2, nhs_number: has a value that is not shown here; "
            "needs ten digits that pass the check of NHS numbers; the number is left out and the row kept"
        ),
    ),
    "a period that ends before it begins": (
        {"plan": "plan_id,child_id,kind,started_on,ended_on\nl1,c1,child_protection,2026-03-14,2026-03-01\n"},
        (
            "plan.csv, row 2, ended_on: has 2026-03-01, which is before started_on (2026-03-14); "
            "needs a day on or after started_on; the row is kept as it stands"
        ),
    ),
    "a practitioner who is not listed": (
        {"practitioner": "practitioner_id\nw1\n", "child": "child_id,recorded_by\nc1,w9\n"},
        (
            "child.csv, row 2, recorded_by: has “w9”; "
            "needs a practitioner_id that stands in a sound row of practitioner.csv; the row is kept"
        ),
    ),
}


@pytest.mark.parametrize(("tables", "sentence"), DOUBTED.values(), ids=DOUBTED)
def test_what_looks_wrong_is_kept_and_said(tmp_path: Path, tables: Tables, sentence: str) -> None:
    reading = reading_of(tmp_path, **tables)
    assert [str(notice) for notice in reading.doubted] == [sentence]
    assert reading.skipped == []
    assert all(reading.read[table] == 1 for table in tables)


def test_the_rest_of_a_file_with_faulty_rows_is_kept(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, child="child_id,birth_order\nc1,1\nc2,two\nc3,3\n")
    assert [row["child_id"] for row in rows_of(reading, "child")] == ["c1", "c3"]
    assert reading.read == {"child": 2}
    assert reading.notes == ["child.csv: 1 of 3 rows set aside."]


def test_rows_set_aside_are_kept_in_their_own_words(tmp_path: Path) -> None:
    reading = reading_of(
        tmp_path, child="child_id,nickname,birth_order,opened_in_error\nc1,Wren,two,perhaps\nc2,,1,no\n"
    )
    (row,) = reading.set_aside["child"].to_dicts()
    why = "birth_order needs a whole number, such as 2; opened_in_error needs yes or no"
    own = {"child_id": "c1", "nickname": "Wren", "birth_order": "two", "opened_in_error": "perhaps"}
    assert row == {"row_in_file": 2, "why_set_aside": why} | own


def test_rows_set_aside_can_be_put_right_and_given_again(tmp_path: Path) -> None:
    aside = reading_of(tmp_path, child="child_id,birth_order\nc1,two\n").set_aside["child"]
    reading = reading_of(tmp_path, child=aside.write_csv().replace("two", "2"))
    assert (reading.read, reading.skipped, reading.doubted) == ({"child": 1}, [], [])


def test_cells_beyond_the_header_are_kept_with_the_row_set_aside(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, child="child_id,upn\nc1,A,B,C\n")
    (row,) = reading.set_aside["child"].to_dicts()
    assert [row["child_id"], row["upn"], row["beyond_the_header_1"], row["beyond_the_header_2"]] == [
        "c1",
        "A",
        "B",
        "C",
    ]


def test_many_rows_with_one_fault_are_listed_in_part_and_counted_in_full(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, child="child_id,birth_order\n" + "".join(f"c{n},x\n" for n in range(1_025)))
    assert len(reading.skipped) == 21
    assert str(reading.skipped[0]) == "child.csv, row 2, birth_order: has “x”; needs a whole number, such as 2"
    assert str(reading.skipped[-1]) == (
        "child.csv, birth_order: has 1,005 more rows like these; needs a whole number, such as 2"
    )
    assert reading.set_aside["child"].height == 1_025


def test_rows_are_numbered_as_a_spreadsheet_does_whatever_stands_in_them(tmp_path: Path) -> None:
    """A cell may hold several lines, and an empty line is a row."""
    reading = reading_of(tmp_path, concern='concern_id,child_id,kind,note\nk1,c1,drugs,"one\ntwo"\n,,,\n\nk2,c1,x,\n')
    assert [notice.place for notice in reading.skipped] == ["concern.csv, row 5"]


def test_what_belongs_to_a_row_set_aside_is_set_aside_with_it(tmp_path: Path) -> None:
    reading = reading_of(
        tmp_path,
        child="child_id,birth_order\nc1,x\nc2,1\n",
        meeting="meeting_id,child_id,kind\nm1,c1,core_group\nm2,c2,core_group\n",
        review_line="review_line_id,meeting_id,about\nl1,m1,health_and_weight\nl2,m2,health_and_weight\n",
    )
    assert reading.read == {"child": 1, "meeting": 1, "review_line": 1}
    assert [(notice.place, notice.field) for notice in reading.skipped] == [
        ("child.csv, row 2", "birth_order"),
        ("meeting.csv, row 2", "child_id"),
        ("review_line.csv, row 2", "meeting_id"),
    ]


def test_a_reference_into_a_table_that_is_not_given_is_left_alone(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, concern="concern_id,child_id,kind\nk1,c1,drugs\n")
    assert (reading.skipped, reading.doubted, reading.read["concern"]) == ([], [], 1)


def test_a_wrong_nhs_number_is_left_out_and_its_person_kept(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, person="person_id,nhs_number\np1,999 000 0018\np2,9990000019\np3,unknown\n")
    assert [row["nhs_number"] for row in rows_of(reading, "person")] == ["9990000018", None, None]
    assert len(reading.doubted) == 2


def test_nothing_said_of_a_fault_repeats_a_name_an_address_or_an_nhs_number(tmp_path: Path) -> None:
    reading = reading_of(
        tmp_path,
        person="person_id,nhs_number,family_name,sex\np1,9990000019,Lapwingson,x\np1,9990000019,Lapwingson,female\n",
        address="address_id,person_id,postcode,from_on\na1,p9,ZZ99 9ZZ,yesterday\n",
        child="child_id,authority_child_id,birth_order\n9990000018,LA77777,x\n9990000018,LA77777,1\n9990000018,LA7,1\n",
    )
    told = "\n".join(str(notice) for notice in [*reading.skipped, *reading.doubted])
    assert told.count("\n") >= 4
    for secret in ("Lapwingson", "9990000019", "9990000018", "ZZ99", "LA7"):
        assert secret not in told


def test_the_check_of_nhs_numbers_agrees_with_the_library() -> None:
    numbers = [f"99900000{end:02}" for end in range(100)] + ["999000001", "99900000189", "abcdefghij", "", "999-000-18"]
    ours = pl.DataFrame({"number": numbers}).select(is_nhs_number(pl.col("number")))["number"].to_list()
    assert ours == [nhs_number.is_valid(number) and number.isdigit() for number in numbers]
    assert any(ours)

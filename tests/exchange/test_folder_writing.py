"""Writing record tables and reading them back: the same rows, the same bytes, and never half a folder."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lapwing.exchange.folder import CannotWrite, read_folder, write_folder
from lapwing.exchange.manifest import FileKind
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Column, Kind

CHILD = {"child_id": "c1", "pregnancy_id": "g1", "birth_order": 1, "recorded_at": datetime(2026, 3, 14, 9, 30)}


def children(*keys: str) -> RecordSet:
    return RecordSet.of_rows({"child": [CHILD | {"child_id": key} for key in keys]})


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


# Round trips

_LETTERS = st.characters(codec="utf-8", exclude_characters="\0", exclude_categories=["Cs"])
_WORDS = st.text(_LETTERS, min_size=1, max_size=12).filter(lambda text: text.strip() not in ("", "NULL"))
_BARE = _WORDS.filter(lambda text: text == text.strip())
_VALUES: dict[Kind, st.SearchStrategy[Any]] = {
    Kind.IDENTIFIER: _BARE,
    Kind.TEXT: _WORDS,
    Kind.DATE: st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    Kind.MOMENT: st.datetimes(datetime(1900, 1, 1), datetime(2099, 12, 31)),
    Kind.YES_NO: st.booleans(),
    Kind.WHOLE: st.integers(-(10**15), 10**15),
    Kind.NUMBER: st.floats(allow_nan=False, allow_infinity=False),
}


def value_of(column: Column, key: str) -> st.SearchStrategy[Any]:
    if column.name == key:
        return _BARE
    if column.name in ("child_id", "pregnancy_id"):
        return st.just("c1") if column.name == "child_id" else st.none()
    value = st.sampled_from([str(code) for code in column.codes]) if column.codes else _VALUES[column.kind]
    return value if column.required else st.none() | value


def rows_of(name: str) -> st.SearchStrategy[list[dict[str, Any]]]:
    table = TABLES[name]
    row = st.fixed_dictionaries({column.name: value_of(column, table.key) for column in table})
    return st.lists(row, max_size=6, unique_by=lambda row: (row[table.key], row["recorded_at"]))


@contextmanager
def new_folder() -> Iterator[Path]:
    with TemporaryDirectory() as around:
        yield Path(around) / "tables"


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_rows_come_back_as_they_were(kind: FileKind) -> None:
    @settings(max_examples=15, deadline=None)
    @given(st.fixed_dictionaries({"measurement": rows_of("measurement"), "pregnancy": rows_of("pregnancy")}))
    def round_trip(rows: dict[str, list[dict[str, Any]]]) -> None:
        records = RecordSet.of_rows(rows)
        with new_folder() as folder:
            write_folder(records, folder, kind)
            reading = read_folder(folder)
            for table in rows:
                order = [TABLES[table].key, "recorded_at"]
                written, read = (r.frame(table).collect().sort(order) for r in (records, reading.records))
                assert read.to_dicts() == written.to_dicts()
        assert reading.skipped == []
        assert reading.records.carried == records.carried

    round_trip()


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_only_what_is_carried_is_written_and_carried_again(tmp_path: Path, kind: FileKind) -> None:
    records = RecordSet.of_rows({"child": [CHILD]}, {"child": ["child_id", "upn"]})
    write_folder(records, tmp_path / "tables", kind)
    reading = read_folder(tmp_path / "tables")
    assert reading.records.carried == {"child": {"child_id", "upn"}}
    assert reading.records.frame("child").collect()["birth_order"].to_list() == [None]


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_until_when_rows_were_delivered_is_kept(tmp_path: Path, kind: FileKind) -> None:
    until = {"measurement": date(2026, 2, 22)}
    records = replace(RecordSet.of_rows({"measurement": []}), delivered=until)
    write_folder(records, tmp_path / "tables", kind)
    assert read_folder(tmp_path / "tables").records.delivered == until


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_kinds_that_the_source_can_have_are_kept(tmp_path: Path, kind: FileKind) -> None:
    records = RecordSet.of_rows({}, {"plan": ["plan_id", "child_id", "kind"]}, {"plan.kind": ["child_in_need"]})
    write_folder(records, tmp_path / "tables", kind)
    assert read_folder(tmp_path / "tables").records.kinds == {"plan.kind": {"child_in_need"}}


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_the_same_rows_give_the_same_bytes_in_whatever_order_they_come(tmp_path: Path, kind: FileKind) -> None:
    c1, c2, c3 = ({"child_id": key, "birth_order": 1} for key in ("c1", "c2", "c3"))
    write_folder(RecordSet.of_rows({"child": [c1, c2, c3], "person": []}), tmp_path / "one", kind)
    write_folder(RecordSet.of_rows({"person": [], "child": [c3, c1, c2]}), tmp_path / "two", kind)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_csv_opens_in_a_spreadsheet_with_its_letters_right(tmp_path: Path) -> None:
    write_folder(RecordSet.of_rows({"person": [{"person_id": "p1", "given_name": "Zoë"}]}), tmp_path / "tables", "csv")
    assert (tmp_path / "tables/person.csv").read_bytes().startswith(b"\xef\xbb\xbfperson_id,")


# Trust in what Lapwing wrote


def test_parquet_that_lapwing_wrote_is_not_checked_again(tmp_path: Path) -> None:
    """A row that a check would set aside comes back, because nothing looked."""
    nobodys = {"concern_id": "k1", "kind": "drugs"}
    write_folder(RecordSet.of_rows({"concern": [nobodys]}), tmp_path / "tables")
    reading = read_folder(tmp_path / "tables")
    assert (reading.read, reading.skipped) == ({"concern": 1}, [])


def test_versions_are_known_without_looking(tmp_path: Path) -> None:
    rows = [CHILD, CHILD | {"recorded_at": datetime(2026, 4, 1)}]
    write_folder(RecordSet.of_rows({"child": rows, "person": [{"person_id": "p1"}]}), tmp_path / "tables")
    assert read_folder(tmp_path / "tables").records.versioned == {"child"}


def _another_file(folder: Path) -> None:
    pl.DataFrame({"person_id": ["p1"]}).write_parquet(folder / "person.parquet")


def _a_changed_file(folder: Path) -> None:
    nobodys = {"concern_id": ["k1", "k2"], "child_id": ["c1", None], "kind": ["drugs", "drugs"]}
    pl.DataFrame(nobodys).write_parquet(folder / "concern.parquet")


def _another_vocabulary(folder: Path) -> None:
    manifest = json.loads((folder / "lapwing.json").read_text())
    (folder / "lapwing.json").write_text(json.dumps(manifest | {"vocabulary": "of another version"}))


@pytest.mark.parametrize("change", [_another_file, _a_changed_file, _another_vocabulary])
def test_a_folder_that_changed_since_is_checked_row_by_row(tmp_path: Path, change: Any) -> None:
    nobodys = {"concern_id": "k2", "kind": "drugs"}
    folder = tmp_path / "tables"
    write_folder(RecordSet.of_rows({"concern": [nobodys | {"concern_id": "k1", "child_id": "c1"}, nobodys]}), folder)
    change(folder)
    reading = read_folder(folder)
    assert reading.read["concern"] == 1
    assert [notice.has for notice in reading.skipped] == ["neither a child nor a pregnancy"]
    assert "The folder is not as Lapwing wrote it, so every row was checked." in reading.notes


def test_a_table_that_has_gone_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    write_folder(RecordSet.of_rows({"child": [CHILD], "person": []}), folder)
    (folder / "person.parquet").unlink()
    assert "lapwing.json lists person.parquet, which is not there." in read_folder(folder).notes


def test_a_manifest_of_nonsense_is_not_believed(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    write_folder(children("c1"), folder)
    (folder / "lapwing.json").write_text('{"holds": "record tables", "format": 1, "kind": "parquet", "tables": 3}')
    assert read_folder(folder).read == {"child": 1}


# Where it writes


def test_a_folder_that_lapwing_wrote_is_replaced_whole(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    write_folder(RecordSet.of_rows({"child": [CHILD], "person": [{"person_id": "p1"}]}), folder, "csv")
    (folder / "report.html").write_text("kept")
    write_folder(children("c2"), folder)
    assert sorted(contents(folder)) == ["child.parquet", "lapwing.json", "report.html"]
    assert [entry.name for entry in tmp_path.iterdir()] == ["tables"]


def test_a_source_may_be_written_over_with_what_was_read_from_it(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    write_folder(children("c1", "c2"), folder)
    before = contents(folder)
    write_folder(read_folder(folder).records, folder)
    assert contents(folder) == before


def test_a_folder_of_other_things_is_not_written_over(tmp_path: Path) -> None:
    for name in "abcd":
        (tmp_path / f"{name}.txt").write_text(name)
    with pytest.raises(CannotWrite) as refused:
        write_folder(children("c1"), tmp_path)
    assert str(refused.value) == (
        f"{tmp_path} holds what Lapwing did not write there (a.txt, b.txt, c.txt and 1 more); "
        "give the name of a new folder."
    )
    assert len(contents(tmp_path)) == 4


def test_a_file_somebody_put_into_a_folder_of_tables_is_not_lost(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    write_folder(children("c1"), folder)
    (folder / "concern.csv").write_text("concern_id,child_id,kind\n")
    with pytest.raises(CannotWrite, match=r"\(concern.csv\)"):
        write_folder(children("c1"), folder)


def test_a_file_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("something")
    with pytest.raises(CannotWrite, match="is a file; give the name of a folder"):
        write_folder(children("c1"), tmp_path / "out")


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CannotWrite, match=r"cannot be written \(.+\)\. Nothing there was changed\."):
        write_folder(children("c1"), tmp_path / "file" / "tables")


def test_writing_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    write_folder(children("c1"), folder)
    before = contents(tmp_path)
    broken = RecordSet({"child": pl.LazyFrame({"child_id": ["c1"]})}, {"child": frozenset({"child_id", "upn"})})
    with pytest.raises(pl.exceptions.PolarsError):
        write_folder(broken, folder)
    assert contents(tmp_path) == before


def test_rows_set_aside_are_written_beside_the_tables_and_not_read_as_one(tmp_path: Path) -> None:
    (tmp_path / "given").mkdir()
    (tmp_path / "given/child.csv").write_text("child_id,birth_order\nc1,two\nc2,1\n")
    reading = read_folder(tmp_path / "given")
    write_folder(reading.records, tmp_path / "tables", set_aside=reading.set_aside)
    assert (tmp_path / "tables/set_aside/child.csv").read_text(encoding="utf-8-sig") == (
        'row_in_file,why_set_aside,child_id,birth_order\n2,"birth_order needs a whole number, such as 2",c1,two\n'
    )
    again = read_folder(tmp_path / "tables")
    assert again.read == {"child": 1}
    assert again.notes == ["set_aside holds rows of an earlier source, which are not among the tables."]

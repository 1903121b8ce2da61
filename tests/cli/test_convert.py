"""`lapwing convert`: any known format to record tables, and what was read, skipped and doubted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from command_line import DAY, Lapwing
from lapwing.vocabulary.records import TABLES


def _read(folder: Path) -> dict[str, pl.DataFrame]:
    return {
        name: pl.read_parquet(folder / f"{name}.parquet") for name in TABLES if (folder / f"{name}.parquet").exists()
    }


def test_record_tables_come_out_as_they_went_in(lapwing: Lapwing, partnership: Path, tmp_path: Path) -> None:
    as_csv, back = tmp_path / "csv", tmp_path / "back"
    assert lapwing("convert", partnership, as_csv, "--format", "csv").exit == 0
    assert lapwing("convert", as_csv, back).exit == 0
    before, after = _read(partnership), _read(back)
    assert list(before) == list(after)
    assert all(before[name].equals(after[name]) for name in before)


@pytest.mark.long  # all checks twice, in processes of their own; what the rows become is tested above
def test_the_same_findings_come_from_a_converted_folder(
    lapwing: Lapwing, partnership: Path, tmp_path: Path, found: dict[str, Any]
) -> None:
    lapwing("convert", partnership, tmp_path / "copy", "--format", "csv")
    two = json.loads(lapwing("check", tmp_path / "copy", "--as-of", DAY, "--format", "json").out)
    assert found["findings"] == two["findings"]


def test_faulty_rows_are_set_aside_and_the_rest_is_kept(lapwing: Lapwing, tmp_path: Path) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    (source / "pregnancy.csv").write_text("pregnancy_id,known_on\np1,2026-01-05\np2,the fifth\n")
    ran = lapwing("convert", source, out)
    assert ran.exit == 0
    assert pl.read_parquet(out / "pregnancy.parquet")["pregnancy_id"].to_list() == ["p1"]
    report = json.loads((out / "report.json").read_text())
    (skipped,) = report["skipped"]
    assert (skipped["place"], skipped["field"], skipped["has"]) == ("pregnancy.csv, row 3", "known_on", "“the fifth”")
    assert "pregnancy.csv, row 3" in ran.err
    assert "p2" in (out / "set_aside" / "pregnancy.csv").read_text(encoding="utf-8-sig")


def test_a_later_extract_is_brought_together_with_the_earlier_one(lapwing: Lapwing, tmp_path: Path) -> None:
    first, second, out = tmp_path / "first", tmp_path / "second", tmp_path / "out"
    for folder, name in ((first, "a"), (second, "b")):
        folder.mkdir()
        (folder / "child.csv").write_text(f"child_id\n{name}\n")
    assert lapwing("convert", first, out).exit == 0
    ran = lapwing("convert", second, out)
    assert "Brought together with what stood in" in ran.err
    assert pl.read_parquet(out / "child.parquet")["child_id"].sort().to_list() == ["a", "b"]


def test_a_folder_of_other_things_is_left_alone(lapwing: Lapwing, partnership: Path, tmp_path: Path) -> None:
    (tmp_path / "accounts.xlsx").write_text("not ours")
    ran = lapwing("convert", partnership, tmp_path)
    assert ran.exit == 2
    assert "accounts.xlsx" in ran.err
    assert [entry.name for entry in tmp_path.iterdir()] == ["accounts.xlsx"]

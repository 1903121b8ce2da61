"""Findings written as Parquet: whole or not at all, the same as in memory, and never over somebody's files."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from lapwing.analysis import question
from lapwing.engine.run import run
from lapwing.exchange.folder import CannotWrite
from lapwing.report.parquet import ASKED, read_findings, write_findings
from lapwing.simulate import simulate
from lapwing.vocabulary.record_set import RecordSet

DAY = date(2026, 6, 1)
ASKING = question(DAY)


@pytest.fixture(scope="module")
def records() -> RecordSet:
    return simulate(120, 3, today=DAY)


def test_what_is_written_is_what_was_found(records: RecordSet, tmp_path: Path) -> None:
    assert write_findings(ASKING, records, tmp_path / "findings") == []
    found = run(ASKING, records).frame
    order = ["check", "child", "subject"]
    assert read_findings(tmp_path / "findings").collect().sort(order).equals(found.sort(order))


def test_what_was_asked_stands_beside_it(records: RecordSet, tmp_path: Path) -> None:
    without = RecordSet(
        {name: frame for name, frame in records.frames.items() if name != "meeting"},
        {name: columns for name, columns in records.carried.items() if name != "meeting"},
    )
    missed = write_findings(ASKING, without, tmp_path / "findings")
    told = json.loads((tmp_path / "findings" / ASKED).read_text("utf-8"))
    assert (told["as_of"], told["settings_version"]) == ("2026-06-01", ASKING.settings.version)
    assert set(told["could_not_run"]) == {one.check for one in missed}
    assert told["could_not_run"]["before_birth.health_line_written"].startswith("This source carries no meeting")
    assert sum(told["findings"].values()) == read_findings(tmp_path / "findings").collect().height


def test_findings_take_the_place_of_earlier_ones(records: RecordSet, tmp_path: Path) -> None:
    for _ in range(2):
        write_findings(ASKING, records, tmp_path / "findings")
    assert [entry.name for entry in tmp_path.iterdir()] == ["findings"]


@pytest.mark.parametrize("own", ["file", "folder"])
def test_files_of_somebody_else_are_left_alone(records: RecordSet, tmp_path: Path, own: str) -> None:
    place = tmp_path / "findings"
    if own == "folder":
        place.mkdir()
    mine = place / "mine.txt" if own == "folder" else place
    mine.write_text("mine", "utf-8")
    with pytest.raises(CannotWrite, match="give the name of a"):
        write_findings(ASKING, records, place)
    assert mine.read_text("utf-8") == "mine"

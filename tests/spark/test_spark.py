"""Spark finds the same: over generated expressions and records, every case table, and on the command line."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from agreement import by_frames, by_rows, differences, disagreements
from case_tables import records_of
from every_table import TABLES
from generated_expressions import ExpressionMaker, columns, given
from generated_records import RecordMaker, record_set
from lapwing.checks import CHECKS
from lapwing.cli import main
from lapwing.engine.run import Frames, Question
from lapwing.exchange.folder import write_folder
from lapwing.lessons.settings import shipped_settings
from lapwing.simulate import simulate

pytestmark = pytest.mark.spark
DAY = date(2026, 6, 1)
QUESTION = Question(list(CHECKS.values()), DAY, shipped_settings())


def test_generated_expressions_mean_the_same(spark: Frames) -> None:
    random = Random(11)
    maker, with_given = ExpressionMaker(random), given(random)
    several = [maker.any(3) for _ in range(40)]
    assert disagreements(several, columns(random, 60), with_given, spark) == []


def test_it_finds_the_same_in_generated_records(spark: Frames) -> None:
    records = record_set(RecordMaker(QUESTION, Random(7)).rows(200))
    assert differences(by_frames(QUESTION, records), by_frames(QUESTION, records, spark)) == []


def test_the_command_line_gives_the_same_on_both(
    spark: Frames, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_folder(simulate(400, 2, today=DAY), tmp_path / "records")
    found = {}
    for engine in ("polars", "spark"):
        words = ["check", str(tmp_path / "records"), "--as-of", DAY.isoformat(), "--format", "json", "--engine", engine]
        monkeypatch.setattr(sys, "argv", ["lapwing", *words])
        main_ended_well()
        found[engine] = json.loads(capsys.readouterr().out)
    assert (found["polars"].pop("engine"), found["spark"].pop("engine")) == ("polars", "spark")
    assert found["polars"] == found["spark"]


def main_ended_well() -> None:
    """Runs the command line, which ends by saying so."""
    with pytest.raises(SystemExit) as ended:
        main()
    assert not ended.value.code


def _alike() -> dict[str, list[str]]:
    """The case tables by what they are asked with: a run on Spark costs about the same for one table as for several."""
    alike: dict[str, list[str]] = {}
    for name, table in TABLES.items():
        alike.setdefault(f"{table.today} {table.question.settings.version} {sorted(table.delivered)}", []).append(name)
    return alike


@pytest.mark.parametrize("names", _alike().values(), ids=", ".join)
def test_it_says_what_the_case_tables_say(spark: Frames, names: list[str]) -> None:
    first = TABLES[names[0]]
    headings = {TABLES[name].heading for name in names}
    checks = [check for code, check in CHECKS.items() if code.partition(".")[0] in headings]
    asked = Question(checks, first.today, first.question.settings)
    records = records_of({name: TABLES[name].cases for name in names})
    records = replace(records, delivered=first.delivered)
    assert differences(by_rows(asked, records), by_frames(asked, records, spark)) == []

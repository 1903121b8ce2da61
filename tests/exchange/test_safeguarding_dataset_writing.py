"""Writing a Standard Safeguarding Dataset: what is written is read back, and stands in the published schema."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

import polars as pl
import pytest
import yaml

from lapwing.checks import CHECKS
from lapwing.engine.run import Question, run
from lapwing.exchange.folder import CannotWrite
from lapwing.exchange.safeguarding_dataset import read_safeguarding_dataset
from lapwing.exchange.safeguarding_dataset_tables import SOURCES, columns_read
from lapwing.exchange.safeguarding_dataset_writing import write_safeguarding_dataset
from lapwing.lessons.settings import shipped_settings
from lapwing.simulate import simulate
from lapwing.vocabulary.record_set import RecordSet

DAY = date(2026, 6, 1)
SCHEMA = Path(__file__).parents[3] / "shared" / "samples" / "ssd"
SHIPPED_ONLY = {"pers_single_unique_id", "pers_upn", "pers_forename", "pers_surname", "cinv_cin_plan_id"}
"""Columns that the systems ship and the published specification lacks."""


@pytest.fixture(scope="module")
def invented() -> RecordSet:
    return simulate(250, 3, today=DAY)


@pytest.fixture(scope="module", params=["csv", "parquet", "json"])
def back(request: pytest.FixtureRequest, invented: RecordSet, tmp_path_factory: pytest.TempPathFactory) -> RecordSet:
    kind: Literal["csv", "parquet", "json"] = request.param
    out = tmp_path_factory.mktemp("written") / "dataset"
    write_safeguarding_dataset(invented, out, DAY, kind=kind)
    reading = read_safeguarding_dataset(out)
    assert reading.skipped == []
    return reading.records


def _frame(records: RecordSet, table: str, *columns: str) -> pl.DataFrame:
    return records.frame(table).select(columns).collect().unique().sort(columns)


def test_every_child_comes_back(invented: RecordSet, back: RecordSet) -> None:
    assert _frame(invented, "child", "child_id").equals(_frame(back, "child", "child_id"))


def test_dates_of_birth_come_back(invented: RecordSet, back: RecordSet) -> None:
    people = invented.frame("person").sort("recorded_at").unique("person_id", keep="last").collect()
    children = invented.frame("child").sort("recorded_at").unique("child_id", keep="last").collect()
    born = (
        children.join(people.select("person_id", "born_on"), on="person_id").select("child_id", "born_on").drop_nulls()
    )
    read = back.frame("person").select(pl.col("person_id").alias("child_id"), "born_on").collect().drop_nulls()
    joined = born.join(read, on="child_id", how="left", suffix="_read")
    assert joined.height > 200
    assert (joined["born_on"] == joined["born_on_read"]).all()


def test_expected_dates_of_the_unborn_come_back(invented: RecordSet, back: RecordSet) -> None:
    read = back.frame("expected_date").collect()
    assert read.height
    stood = invented.frame("expected_date").collect()["expected_on"].to_list()
    assert set(read["expected_on"]) <= set(stood)


def test_referrals_assessments_and_plans_come_back(invented: RecordSet, back: RecordSet) -> None:
    for table, day in (("referral", "received_on"), ("assessment", "started_on"), ("plan", "started_on")):
        key = f"{table}_id"
        read, stood = _frame(back, table, key, day), _frame(invented, table, key, day)
        own = read.filter(~pl.col(key).str.contains(":"))
        assert own.height > 10
        assert own.join(stood, on=[key, day], how="anti").is_empty()


def test_checks_on_it_never_say_that_something_was_not_done(back: RecordSet) -> None:
    found = run(Question(list(CHECKS.values()), DAY, shipped_settings()), back).frame
    assert set(found.filter(pl.col("outcome") == "not_met")["word"]) <= {"not_quorate"}, "that alone it does say"
    assert "cannot_tell" in set(found["outcome"])


def test_the_same_records_give_the_same_bytes(invented: RecordSet, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_safeguarding_dataset(invented, tmp_path / name, DAY)
    one, two = ({file.name: file.read_bytes() for file in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert one == two


def test_a_folder_that_holds_anything_is_left_alone(invented: RecordSet, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(CannotWrite, match="is there already"):
        write_safeguarding_dataset(invented, tmp_path, DAY)
    assert [entry.name for entry in tmp_path.iterdir()] == ["notes.txt"]


def test_every_column_stands_in_the_published_schema() -> None:
    if not SCHEMA.is_dir():
        pytest.skip("the published schema is not beside the project")
    for source in SOURCES:
        (node,) = yaml.safe_load((SCHEMA / "schema" / f"{source}.yml").read_text(encoding="utf-8"))["nodes"]
        known = {field["name"] for field in node["fields"]}
        assert set(columns_read(source)) - known <= SHIPPED_ONLY, source

"""Every row that the simulator makes keeps to the description of its table."""

from __future__ import annotations

import nhs_number
import polars as pl
import pytest

from lapwing.simulate.partnership import NEVER_SAID
from lapwing.vocabulary.record_set import RecordSet, schema_of
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Kind, Table

from .conftest import TODAY

Frames = dict[str, pl.DataFrame]
EVERY_TABLE = pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)


@EVERY_TABLE
def test_every_table_is_carried_and_has_rows(table: Table, partnership: RecordSet, frames: Frames) -> None:
    assert partnership.carried[table.name] == frozenset(table.names) - NEVER_SAID
    assert frames[table.name].schema == pl.Schema(schema_of(table))
    assert frames[table.name].height > 0


@EVERY_TABLE
def test_what_is_required_is_there_and_a_key_stands_once_for_each_moment(table: Table, frames: Frames) -> None:
    frame = frames[table.name]
    for name in (*table.required, "recorded_at", "recorded_agency_id", "source_system"):
        assert frame[name].null_count() == 0, name
    assert frame.select(table.key, "recorded_at").is_unique().all()


@EVERY_TABLE
def test_only_tables_named_as_versioned_have_versions(table: Table, partnership: RecordSet, frames: Frames) -> None:
    has_versions = not frames[table.name][table.key].is_unique().all()
    assert has_versions == (table.name in partnership.versioned)


@EVERY_TABLE
def test_codes_are_from_their_lists(table: Table, frames: Frames) -> None:
    for column in table:
        if column.codes is not None:
            strange = set(frames[table.name][column.name].drop_nulls()) - set(column.codes.labels())
            assert not strange, column.name


@EVERY_TABLE
def test_every_reference_resolves(table: Table, frames: Frames) -> None:
    for column in table:
        if column.refers_to is not None:
            known = frames[column.refers_to][TABLES[column.refers_to].key]
            lost = set(frames[table.name][column.name].drop_nulls()) - set(known)
            assert not lost, column.name


@EVERY_TABLE
def test_nothing_is_later_than_today(table: Table, frames: Frames) -> None:
    frame = frames[table.name]
    for column in table:
        if column.happens and (latest := frame[column.name].drop_nulls()).len():
            assert latest.max() <= TODAY, column.name
    assert frame["recorded_at"].dt.date().max() <= TODAY


@EVERY_TABLE
def test_a_row_is_about_one_child_or_about_one_pregnancy(table: Table, frames: Frames) -> None:
    if table.reaches_through_pregnancy:
        named = pl.sum_horizontal(pl.col("child_id").is_not_null(), pl.col("pregnancy_id").is_not_null())
        assert frames[table.name].filter(named != 1).is_empty()


@EVERY_TABLE
def test_what_became_known_on_a_day_is_empty_until_there_is_one(table: Table, frames: Frames) -> None:
    for column in table:
        if column.known_on is not None:
            unknown = pl.col(column.known_on).is_null() | (pl.col(column.known_on) > TODAY)
            early = frames[table.name].filter(unknown & pl.col(column.name).is_not_null())
            assert early.is_empty(), column.name


@EVERY_TABLE
def test_who_recorded_a_row_worked_there_then(table: Table, frames: Frames) -> None:
    if table.name in ("agency", "practitioner"):
        return
    staff = frames["practitioner"].select("practitioner_id", "agency_id", "started_on", "left_on")
    rows = frames[table.name].join(staff, left_on="recorded_by", right_on="practitioner_id", how="left", suffix="_own")
    own = "agency_id_own" if "agency_id_own" in rows.columns else "agency_id"
    assert (rows[own] == rows["recorded_agency_id"]).all()
    assert rows["left_on"].null_count() == rows.height


def test_nhs_numbers_are_synthetic_right_and_each_persons_own(latest: Frames) -> None:
    numbers = latest["person"]["nhs_number"].drop_nulls()
    assert numbers.len() > 0.85 * latest["person"].height
    assert numbers.is_unique().all()
    assert all(number.startswith("999") and nhs_number.is_valid(number) for number in numbers)


def test_postcodes_are_of_an_area_that_does_not_exist(frames: Frames) -> None:
    assert frames["address"]["postcode"].str.contains(r"^ZZ\d{1,2}\d[A-Z]{2}$").all()


def test_keys_name_nobody(frames: Frames) -> None:
    words = {word.lower() for name in ("given_name", "family_name") for word in frames["person"][name].drop_nulls()}
    for table in TABLES.values():
        if table.name not in ("agency", "practitioner"):
            assert not words & set(frames[table.name][table.key].str.split("-").explode())


def test_every_child_has_the_authoritys_own_number(latest: Frames) -> None:
    numbers = latest["child"]["authority_child_id"]
    assert numbers.null_count() == 0
    assert numbers.is_unique().all()


def test_every_date_and_moment_is_of_our_time(frames: Frames) -> None:
    for table in TABLES.values():
        for column in table:
            days = frames[table.name][column.name].drop_nulls()
            if column.kind is Kind.DATE and days.len() and column.name not in ("born_on", "started_on"):
                assert days.min().year >= TODAY.year - 12, f"{table.name}.{column.name}"
                assert days.max().year <= TODAY.year + 2, f"{table.name}.{column.name}"

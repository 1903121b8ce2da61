"""Record tables written as a census and read again: what the format holds comes back as it was."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from lxml import etree

from lapwing.exchange.cin_census import read_cin_census
from lapwing.exchange.cin_census_writing import write_cin_census
from lapwing.exchange.cin_codes import CLOSURE_REASONS, FACTORS, REFERRAL_SOURCES
from lapwing.exchange.cin_codes_written import CLOSURE_CODES, FACTOR_CODES, REFERRAL_CODES
from lapwing.exchange.folder import CannotWrite
from lapwing.exchange.reading import Reading
from lapwing.simulate import simulate
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.work_codes import ReferralSource

DAY = date(2026, 6, 1)
SCHEMA = Path(__file__).parents[3] / "shared" / "samples" / "cin" / "CIN_schema_2024.xsd"


@pytest.fixture(scope="module")
def simulated() -> RecordSet:
    return simulate(200, 1, today=DAY)


@pytest.fixture(scope="module")
def reread(simulated: RecordSet, tmp_path_factory: pytest.TempPathFactory) -> Reading:
    return written_and_read(simulated, tmp_path_factory.mktemp("census"))


def written_and_read(records: RecordSet, folder: Path, day: date = DAY) -> Reading:
    write_cin_census(records, folder / "census.xml", day)
    return read_cin_census(folder / "census.xml")


def latest(records: RecordSet, table: str) -> pl.DataFrame:
    """The rows of a table in their latest versions."""
    key = f"{table}_id"
    return records.frame(table).sort("recorded_at").unique(key, keep="last").collect()


def each_child(records: RecordSet, table: str) -> pl.DataFrame:
    """The latest rows of a table, those about a pregnancy once for each child of it."""
    rows = latest(records, table)
    children = latest(records, "child").select("pregnancy_id", "child_id").drop_nulls("pregnancy_id")
    shared = rows.filter(pl.col("child_id").is_null()).drop("child_id").join(children, on="pregnancy_id")
    return pl.concat([rows.filter(pl.col("child_id").is_not_null()), shared.select(rows.columns)])


def by_number(records: RecordSet, table: str, *columns: str) -> set[tuple[Any, ...]]:
    """The rows of a table beside the child's own number, by which both sides know the child."""
    numbers = latest(records, "child").select("child_id", number="authority_child_id")
    return set(each_child(records, table).join(numbers, on="child_id").select("number", *columns).rows())


def referred(records: RecordSet) -> pl.DataFrame:
    """The children who have had a referral."""
    referrals = each_child(records, "referral").filter(pl.col("repeats_referral_id").is_null())
    return latest(records, "child").join(referrals, on="child_id", how="semi")


def test_the_children_who_have_had_a_referral_come_back(simulated: RecordSet, reread: Reading) -> None:
    was = set(referred(simulated)["authority_child_id"])
    assert len(was) > 100
    assert set(latest(reread.records, "child")["authority_child_id"]) == was


def test_dates_of_birth_and_sex_come_back(simulated: RecordSet, reread: Reading) -> None:
    def persons(records: RecordSet, children: pl.DataFrame) -> set[tuple[Any, ...]]:
        people = latest(records, "person").select("person_id", "born_on", "sex")
        joined = children.join(people, on="person_id").filter(pl.col("born_on").is_not_null())
        return set(joined.select("authority_child_id", "born_on", "sex").rows())

    assert persons(simulated, referred(simulated)) == persons(reread.records, latest(reread.records, "child"))


def test_an_unborn_child_comes_back_with_the_expected_date_in_force(simulated: RecordSet, reread: Reading) -> None:
    def expected(records: RecordSet, children: pl.DataFrame) -> set[tuple[Any, ...]]:
        dates = records.frame("expected_date").filter(pl.col("superseded_on").is_null()).collect()
        unborn = children.filter(pl.col("person_id").is_null())
        return set(unborn.join(dates, on="pregnancy_id").select("authority_child_id", "expected_on").rows())

    was, now = expected(simulated, referred(simulated)), expected(reread.records, latest(reread.records, "child"))
    assert now
    assert now <= was
    # Where two dates that disagree are in force, a census can give only one of them.
    assert {number for number, _ in now} == {number for number, _ in was}


def test_referrals_come_back_with_their_days(simulated: RecordSet, reread: Reading) -> None:
    first = simulated.frame("referral").filter(pl.col("repeats_referral_id").is_null())
    once = RecordSet({**simulated.frames, "referral": first}, simulated.carried)
    columns = ("received_on", "closed_on", "primary_need")
    assert by_number(once, "referral", *columns) == by_number(reread.records, "referral", *columns)


def test_plans_come_back_with_their_days_and_categories(simulated: RecordSet, reread: Reading) -> None:
    kinds = {"child_in_need": "child_in_need", "child_protection": "child_protection"}
    kinds["unborn_child_protection"] = "child_protection"
    columns = ("kind", "started_on", "ended_on", "latest_category")
    numbers = set(latest(reread.records, "child")["authority_child_id"])
    was = {
        (number, kinds[kind], *rest)
        for number, kind, *rest in by_number(simulated, "plan", *columns)
        if kind in kinds and number in numbers
    }
    assert was
    assert by_number(reread.records, "plan", *columns) == was


def test_assessments_and_enquiries_come_back_with_their_days(simulated: RecordSet, reread: Reading) -> None:
    kinds = {"child_and_family": "child_and_family", "pre_birth": "child_and_family", "section_47": "section_47"}
    numbers = set(latest(reread.records, "child")["authority_child_id"])
    was = {
        (number, kinds[kind], started)
        for number, kind, started in by_number(simulated, "assessment", "kind", "started_on")
        if kind in kinds and number in numbers
    }
    assert by_number(reread.records, "assessment", "kind", "started_on") == was


def test_codes_are_read_as_what_they_were_written_for() -> None:
    assert {kind: FACTORS[code].kind for kind, code in FACTOR_CODES.items()} == {kind: kind for kind in FACTOR_CODES}
    referral_codes = {
        source: REFERRAL_SOURCES[code] for source, code in REFERRAL_CODES.items() if source != "midwifery"
    }
    assert referral_codes == {source: source for source in referral_codes}
    assert set(REFERRAL_CODES) == set(ReferralSource)
    closures = {
        reason: CLOSURE_REASONS[code] for reason, code in CLOSURE_CODES.items() if reason != "concerns_resolved"
    }
    assert closures == {reason: reason for reason in closures}


def test_the_same_records_give_the_same_bytes(simulated: RecordSet, tmp_path: Path) -> None:
    write_cin_census(simulated, tmp_path / "one.xml", DAY)
    write_cin_census(simulated, tmp_path / "two.xml", DAY)
    assert (tmp_path / "one.xml").read_bytes() == (tmp_path / "two.xml").read_bytes()


def test_what_happened_after_the_reference_date_is_left_out(simulated: RecordSet, tmp_path: Path) -> None:
    reading = written_and_read(simulated, tmp_path, date(2025, 12, 31))
    assert not [notice for notice in reading.doubted if "not after the day the census speaks of" in notice.needs]
    assert 0 < reading.read["referrals"] < written_and_read(simulated, tmp_path).read["referrals"]


def test_before_2025_sex_is_written_as_gender_in_numbers(tmp_path: Path) -> None:
    one_child(tmp_path, date(2024, 3, 31))
    assert "<GenderCurrent>2</GenderCurrent>" in (tmp_path / "census.xml").read_text()
    one_child(tmp_path, date(2025, 3, 31))
    assert "<Sex>F</Sex>" in (tmp_path / "census.xml").read_text()


def one_child(folder: Path, day: date) -> Reading:
    at = datetime(2020, 1, 1)
    rows: dict[str, list[dict[str, Any]]] = {
        "person": [{"person_id": "p", "born_on": date(2019, 5, 1), "sex": "female", "recorded_at": at}],
        "child": [{"child_id": "c", "person_id": "p", "recorded_at": at}],
        "referral": [{"referral_id": "r", "child_id": "c", "received_on": date(2021, 1, 4), "recorded_at": at}],
    }
    return written_and_read(RecordSet.of_rows(rows), folder, day)


def test_a_child_without_the_authoritys_number_is_written_with_its_key(tmp_path: Path) -> None:
    reading = one_child(tmp_path, date(2024, 3, 31))
    assert latest(reading.records, "child")["child_id"].to_list() == ["cin:999:c"]


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match=r"census\.xml cannot be written"):
        write_cin_census(RecordSet.of_rows({"child": []}), tmp_path / "nowhere" / "census.xml", DAY)


@pytest.mark.skipif(not SCHEMA.exists(), reason="the shared samples are not here")
def test_what_is_written_is_valid_by_the_published_schema(simulated: RecordSet, tmp_path: Path) -> None:
    # The schema asks for a positive number of earlier plans, although a first plan has none.
    text = SCHEMA.read_bytes().replace(b"xs:positiveInteger", b"xs:nonNegativeInteger")
    schema = etree.XMLSchema(etree.fromstring(text))
    write_cin_census(simulated, tmp_path / "census.xml", date(2024, 12, 31))
    document = etree.parse(tmp_path / "census.xml")
    assert len(document.findall(".//Child")) > 5
    assert schema.validate(document), schema.error_log

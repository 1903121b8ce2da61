"""Reading a Standard Safeguarding Dataset: what becomes of it, in whichever form it comes, and what is doubted."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from lapwing.checks import CHECKS
from lapwing.engine.run import Question, run
from lapwing.exchange.merge import merge
from lapwing.exchange.reading import Reading, UnusableSource
from lapwing.exchange.recognise import read_source
from lapwing.exchange.safeguarding_dataset import read_safeguarding_dataset
from lapwing.lessons.settings import shipped_settings

Tables = Mapping[str, str]
"""The CSV text of each file by its name."""

PEOPLE = """pers_person_id,pers_sex,pers_dob,pers_expected_dob,pers_single_unique_id,pers_upn,pers_is_mother
101,F,2019-05-06 00:00:00.000,NULL,9990000018,A123456789012,N
102,U,,10/08/2026,NULL,,
900,F,1999-01-02,,,,Y
"""
REFERRALS = """cine_referral_id,cine_person_id,cine_referral_date,cine_referral_source_code,cine_referral_nfa,\
cine_close_date,cine_close_reason,cine_cin_primary_need_code
R1,101,2026-01-12,6,N,,,N1
R2,102,2026-02-02 14:35:00.000,3B,N,2026-04-01,RC8,N1
"""


def written(folder: Path, **tables: str) -> Path:
    """A folder of CSV files; the names are those of tables without their prefix."""
    folder.mkdir(exist_ok=True)
    for name, text in tables.items():
        (folder / f"ssd_{name}.csv").write_text(text, encoding="utf-8-sig")
    return folder


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    return read_safeguarding_dataset(written(tmp_path / "ssd", person=PEOPLE, cin_episodes=REFERRALS))


def rows(reading: Reading, table: str) -> pl.DataFrame:
    return reading.records.frame(table).collect()


# Who is who


def test_a_child_keeps_the_number_of_the_dataset(reading: Reading) -> None:
    child = rows(reading, "child")
    assert child["child_id"].to_list() == ["101", "102"]
    assert child["person_id"].to_list() == ["101", None]


def test_an_unborn_child_has_a_pregnancy_an_expected_date_and_no_person(reading: Reading) -> None:
    assert rows(reading, "child")["pregnancy_id"].to_list() == [None, "102:pregnancy"]
    assert rows(reading, "expected_date").select("pregnancy_id", "expected_on").rows() == [
        ("102:pregnancy", date(2026, 8, 10))
    ]
    assert "102" not in rows(reading, "person")["person_id"]


def test_a_mother_who_is_not_worked_with_is_a_person_and_no_child(reading: Reading) -> None:
    assert "900" in rows(reading, "person")["person_id"]
    assert "900" not in rows(reading, "child")["child_id"]


def test_a_young_mother_with_a_referral_of_her_own_is_a_child(tmp_path: Path) -> None:
    referral = "cine_referral_id,cine_person_id,cine_referral_date\nR1,900,2026-01-12\n"
    reading = read_safeguarding_dataset(written(tmp_path / "ssd", person=PEOPLE, cin_episodes=referral))
    assert "900" in rows(reading, "child")["child_id"]


def test_mothers_stand_in_relationships_and_with_the_pregnancy(tmp_path: Path) -> None:
    mothers = "moth_table_id,moth_person_id,moth_childs_person_id\nM1,900,102\n"
    reading = read_safeguarding_dataset(written(tmp_path / "ssd", person=PEOPLE, mother=mothers))
    assert rows(reading, "relationship").select("child_id", "person_id", "role").rows() == [
        ("102", "900", "birth_mother")
    ]
    assert rows(reading, "pregnancy").select("pregnancy_id", "mother_id").rows() == [("102:pregnancy", "900")]


def test_an_expected_date_before_the_first_referral_is_an_estimated_birthday(tmp_path: Path) -> None:
    people = "pers_person_id,pers_dob,pers_expected_dob\n103,,2009-06-01\n"
    referral = "cine_referral_id,cine_person_id,cine_referral_date\nR1,103,2026-01-12\n"
    reading = read_safeguarding_dataset(written(tmp_path / "ssd", person=people, cin_episodes=referral))
    assert rows(reading, "child")["pregnancy_id"].to_list() == [None]
    (doubt,) = reading.doubted
    assert "ssd_person.csv, row 2, child 103" in str(doubt)
    assert "estimated date of birth of a child already born" in str(doubt)


def test_disabilities_are_gathered(tmp_path: Path) -> None:
    disabilities = "disa_person_id,disa_disability_code\n101,HEAR\n101,VIS\n"
    reading = read_safeguarding_dataset(written(tmp_path / "ssd", person=PEOPLE, disability=disabilities))
    assert rows(reading, "person").filter(pl.col("person_id") == "101")["disabilities"].to_list() == ["HEAR VIS"]


# What was done


def test_referrals_come_with_their_codes_in_our_words(reading: Reading) -> None:
    referral = rows(reading, "referral")
    assert referral["received_on"].to_list() == [date(2026, 1, 12), date(2026, 2, 2)]
    assert referral["source"].to_list() == ["police", "health_visitor"]
    assert referral["closed_reason"].to_list() == [None, "no_further_action"]


def test_factors_become_concerns_of_the_day_of_authorisation(tmp_path: Path) -> None:
    columns = "cina_assessment_id,cina_person_id,cina_assessment_start_date,cina_assessment_auth_date"
    assessments = f"{columns}\nA1,101,2026-01-13,2026-02-10\n"
    factors = 'cinf_table_id,cinf_assessment_id,cinf_assessment_factors_json\n1,A1,"[""1B"", ""21""]"\n'
    reading = read_safeguarding_dataset(
        written(tmp_path / "ssd", person=PEOPLE, cin_assessments=assessments, assessment_factors=factors)
    )
    found = rows(reading, "concern").select("child_id", "kind", "identified_on", "assessment_id").rows()
    assert found == [("101", "alcohol", date(2026, 2, 10), "A1")]


def test_of_factors_with_answers_only_those_answered_yes_are_concerns(tmp_path: Path) -> None:
    assessments = "cina_assessment_id,cina_person_id,cina_assessment_start_date\nA1,101,2026-01-13\n"
    factors = 'cinf_assessment_id,cinf_assessment_factors_json\nA1,"{""2B"": ""Yes"", ""3B"": ""No""}"\n'
    reading = read_safeguarding_dataset(
        written(tmp_path / "ssd", person=PEOPLE, cin_assessments=assessments, assessment_factors=factors)
    )
    assert rows(reading, "concern")["kind"].to_list() == ["drugs"]


def test_a_review_says_whether_the_plan_goes_on(tmp_path: Path) -> None:
    columns = "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_initial_category"
    plans = f"{columns}\nP1,101,2026-01-20,Neglect\n"
    reviews = """cppr_cp_review_id,cppr_person_id,cppr_cp_plan_id,cppr_cp_review_due,cppr_cp_review_date,\
cppr_cp_review_quorate,cppr_cp_review_outcome_continue_cp
V1,101,P1,2026-04-20,2026-04-17,Y,Y
V2,101,P1,2026-10-17,2026-05-29,N,N
"""
    reading = read_safeguarding_dataset(written(tmp_path / "ssd", person=PEOPLE, cp_plans=plans, cp_reviews=reviews))
    meeting = rows(reading, "meeting")
    assert meeting["outcome"].to_list() == ["continue", "end"]
    assert meeting["quorate"].to_list() == [True, False]
    assert rows(reading, "plan")["initial_category"].to_list() == ["NEG"]


# What it cannot hold


def test_a_column_that_no_file_has_is_not_carried(reading: Reading) -> None:
    assert reading.records.carries("referral", "received_on")
    assert not reading.records.carries("referral", "acknowledged_on")
    assert not reading.records.carries("referral", "recorded_at")
    assert "decision" not in reading.records.carried
    assert "milestone" not in reading.records.carried


def test_a_column_in_which_nothing_stands_is_not_carried(tmp_path: Path) -> None:
    people = "pers_person_id,pers_dob,pers_death_date\n101,2019-05-06,NULL\n"
    reading = read_safeguarding_dataset(written(tmp_path / "ssd", person=people))
    assert reading.records.carries("person", "born_on")
    assert not reading.records.carries("person", "died_on")


def test_addresses_are_left_out_because_it_does_not_say_which_are_protected(tmp_path: Path) -> None:
    addresses = "addr_table_id,addr_person_id,addr_address_postcode\n1,101,XX11XX\n"
    reading = read_safeguarding_dataset(written(tmp_path / "ssd", person=PEOPLE, address=addresses))
    assert "address" not in reading.records.carried
    assert any("must not become known" in note for note in reading.notes)


def test_nothing_is_called_not_done_that_the_dataset_could_not_have_said(tmp_path: Path) -> None:
    plans = "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date\nP1,102,2026-02-20\n"
    reading = read_safeguarding_dataset(
        written(tmp_path / "ssd", person=PEOPLE, cin_episodes=REFERRALS, cp_plans=plans)
    )
    found = run(Question(list(CHECKS.values()), date(2026, 7, 20), shipped_settings()), reading.records).frame
    assert set(found["outcome"]) == {"cannot_tell"}
    assert found.height > 8


# Three systems, one dataset


def test_mosaic_names_reviews_and_plans_otherwise(tmp_path: Path) -> None:
    reference = written(
        tmp_path / "reference",
        person=PEOPLE,
        cin_plans="cinp_cin_plan_id,cinp_person_id,cinp_cin_plan_start_date\nC1,101,2026-01-20\n",
        cin_visits="cinv_cin_visit_id,cinv_person_id,cinv_cin_visit_date,cinv_cin_visit_seen\n1,101,2026-02-02,Y\n",
        cp_plans="cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date\nP1,101,2026-01-20\n",
        cp_reviews="cppr_cp_review_id,cppr_person_id,cppr_cp_plan_id,cppr_cp_review_date,cppr_cp_review_quorate\n"
        "V1,101,P1,2026-04-17,Y\n",
    )
    mosaic = written(
        tmp_path / "mosaic",
        person=PEOPLE.replace("pers_single_unique_id", "pers_common_child_id"),
        cin_plans="cin_plan_id,cinp_person_id,cinp_cin_plan_start_date\nC1,101,2026-01-20\n",
        cin_visits="cinv_cin_visit_id,cinv_cin_plan_id,cinv_cin_visit_date,cinv_cin_visit_seen\n1,C1,2026-02-02,Y\n",
        cp_plans="CPPL_CP_PLAN_ID,CPPL_PERSON_ID,CPPL_CP_PLAN_START_DATE\nP1,101,2026-01-20\n",
        cp_reviews="review_id,person_id,registration_id,actual_date,quorate\nV1,101,P1,2026-04-17,Y\n",
    )
    assert_same(read_safeguarding_dataset(reference), read_safeguarding_dataset(mosaic))


def test_system_c_gives_gender_in_numbers_and_the_time_of_day(tmp_path: Path) -> None:
    people = "pers_person_id,pers_gender,pers_dob\n101,02,2019-05-06T00:00:00\n104,01,06/05/2019\n"
    reading = read_safeguarding_dataset(written(tmp_path / "ssd", person=people))
    assert rows(reading, "person").select("sex", "born_on").rows() == [
        ("female", date(2019, 5, 6)),
        ("male", date(2019, 5, 6)),
    ]


def test_eclipse_pads_its_flags_and_leaves_prefixes_out(tmp_path: Path) -> None:
    visits = "cp_visit_id,person_id,cp_visit_date,cp_visit_seen\n1,101,2026-02-02,Y    \n"
    reading = read_safeguarding_dataset(written(tmp_path / "ssd", person=PEOPLE, cp_visits=visits))
    assert rows(reading, "contact").select("child_id", "kind", "child_seen").rows() == [("101", "visit", True)]


def assert_same(one: Reading, other: Reading) -> None:
    assert one.records.carried == other.records.carried
    for name in one.records.carried:
        assert rows(one, name).equals(rows(other, name)), name


# CSV, Parquet and JSON


def test_every_form_gives_the_same(tmp_path: Path) -> None:
    folder = written(tmp_path / "csv", person=PEOPLE, cin_episodes=REFERRALS)
    parquet, tables = tmp_path / "parquet", {}
    parquet.mkdir()
    for file in folder.iterdir():
        frame = pl.read_csv(file, infer_schema=False)
        frame.write_parquet(parquet / f"{file.stem}.parquet")
        tables[file.stem] = frame.to_dicts()
    (tmp_path / "ssd.json").write_text(json.dumps(tables))
    for other in (parquet, tmp_path / "ssd.json"):
        assert_same(read_source(folder), read_source(other))


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    folder = written(tmp_path / "ssd", person=PEOPLE, cin_episodes=REFERRALS)
    assert_same(read_safeguarding_dataset(folder), read_safeguarding_dataset(folder))


def test_a_file_that_is_not_utf_8_is_read_and_said_to_be(tmp_path: Path) -> None:
    folder = tmp_path / "ssd"
    folder.mkdir()
    (folder / "ssd_person.csv").write_bytes("pers_person_id,pers_surname\n101,Françoise\n".encode("cp1252"))
    reading = read_safeguarding_dataset(folder)
    assert rows(reading, "person")["family_name"].to_list() == ["Françoise"]
    assert any("not UTF-8" in note for note in reading.notes)


def test_an_expected_date_outlives_the_birth_when_extracts_are_brought_together(tmp_path: Path) -> None:
    before = read_safeguarding_dataset(written(tmp_path / "one", person=PEOPLE)).records
    born = PEOPLE.replace("102,U,,10/08/2026", "102,F,2026-08-03,")
    after = read_safeguarding_dataset(written(tmp_path / "two", person=born)).records
    both = merge(before, after)
    assert both.frame("expected_date").collect()["expected_on"].to_list() == [date(2026, 8, 10)]
    child = both.frame("child").collect().filter(pl.col("child_id") == "102")
    assert child.select("person_id", "pregnancy_id").rows() == [("102", "102:pregnancy")]


# What is set aside, and what is doubted


def test_a_row_without_its_key_or_its_child_is_set_aside(tmp_path: Path) -> None:
    referrals = (
        "cine_referral_id,cine_person_id,cine_referral_date\n,101,2026-01-12\nR2,,2026-01-12\nR3,101,2026-01-12\n"
    )
    reading = read_safeguarding_dataset(written(tmp_path / "ssd", person=PEOPLE, cin_episodes=referrals))
    assert rows(reading, "referral")["referral_id"].to_list() == ["R3"]
    assert [(notice.place, notice.field) for notice in reading.skipped] == [
        ("ssd_cin_episodes.csv, row 2", "cine_referral_id"),
        ("ssd_cin_episodes.csv, row 3", "cine_person_id"),
    ]


def test_a_value_that_cannot_be_used_is_left_out_and_told(tmp_path: Path) -> None:
    referrals = "cine_referral_id,cine_person_id,cine_referral_date,cine_referral_source_code\nR1,101,31/02/2026,77\n"
    reading = read_safeguarding_dataset(written(tmp_path / "ssd", person=PEOPLE, cin_episodes=referrals))
    told = [str(notice) for notice in reading.doubted]
    assert any("row 2, cine_referral_date: has “31/02/2026”; needs a day" in each for each in told)
    assert any("row 2, cine_referral_source_code: has “77”; needs a code" in each for each in told)
    assert rows(reading, "referral")["received_on"].to_list() == [None]


def test_an_nhs_number_with_a_wrong_check_digit_is_left_out_and_never_shown(tmp_path: Path) -> None:
    people = "pers_person_id,pers_dob,pers_single_unique_id\n101,2019-05-06,9990000019\n105,2019-05-06,999 000 0018\n"
    reading = read_safeguarding_dataset(written(tmp_path / "ssd", person=people))
    assert rows(reading, "person")["nhs_number"].to_list() == [None, "9990000018"]
    (doubt,) = reading.doubted
    assert "9990000019" not in str(doubt)
    assert "check digit" in str(doubt)


def test_a_column_and_a_table_that_are_not_known_are_told_of(tmp_path: Path) -> None:
    people = PEOPLE.replace("pers_sex", "sexx")
    reading = read_safeguarding_dataset(written(tmp_path / "ssd", person=people, sdq_scores="csdq_table_id\n1\n"))
    assert any(notice.field == "sexx" for notice in reading.skipped)
    assert any("ssd_sdq_scores" in note for note in reading.notes)


def test_a_child_whom_only_other_tables_name_is_kept(tmp_path: Path) -> None:
    referrals = "cine_referral_id,cine_person_id,cine_referral_date\nR1,777,2026-01-12\n"
    reading = read_safeguarding_dataset(written(tmp_path / "ssd", person=PEOPLE, cin_episodes=referrals))
    assert "777" in rows(reading, "child")["child_id"]
    assert any("777" in str(notice) for notice in reading.doubted)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("ssd_person.csv", b"", "is empty"),
        ("ssd_person.csv", b"a,b\n1,2\n", "none of the columns of ssd_person"),
        ("ssd_person.csv", b'pers_person_id,pers_dob\n"1,2\n', "not a whole CSV file"),
        ("ssd_person.parquet", b"PAR1 and no more", "not a whole Parquet file"),
        ("ssd_all.json", b'{"ssd_person": [{"pers_person_id": ', "JSON that is not whole"),
        ("ssd_all.json", b'{"ssd_person": 7}', "ssd_person needs a list of rows"),
        (
            "ssd_sdq_scores.csv",
            b"csdq_table_id\n1\n",
            "no table of the Standard Safeguarding Dataset that Lapwing reads",
        ),
    ],
)
def test_what_cannot_be_read_at_all_is_refused(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UnusableSource, match=said):
        read_safeguarding_dataset(tmp_path)

"""Reading a Standard Safeguarding Dataset as it comes: numbers, flags and names as systems export them, and its gaps."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import polars as pl
import pytest

from lapwing.checks import CHECKS
from lapwing.engine.run import Question, run
from lapwing.exchange.reading import Reading, UnusableSource
from lapwing.exchange.safeguarding_dataset import read_safeguarding_dataset
from lapwing.exchange.safeguarding_dataset_writing import write_safeguarding_dataset
from lapwing.lessons.settings import shipped_settings
from lapwing.simulate import simulate

PEOPLE = "pers_person_id,pers_dob\n101,2019-05-06\n102,2020-01-02\n"


def read(folder: Path, **tables: str) -> Reading:
    """A folder of CSV files, read; the names are those of tables without their prefix."""
    folder.mkdir(exist_ok=True)
    for name, text in {"person": PEOPLE, **tables}.items():
        (folder / f"ssd_{name}.csv").write_text(text, encoding="utf-8")
    return read_safeguarding_dataset(folder)


def rows(reading: Reading, table: str) -> pl.DataFrame:
    return reading.records.frame(table).collect()


# Keys


def test_one_number_in_two_tables_is_two_plans_and_reviews_go_with_theirs(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        cin_plans="cinp_cin_plan_id,cinp_person_id,cinp_cin_plan_start_date\n7,101,2026-01-20\n",
        cp_plans="cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date\n7,102,2026-02-20\n",
        cp_reviews="cppr_cp_review_id,cppr_cp_plan_id,cppr_cp_review_date\n1,7,2026-04-17\n",
    )
    assert rows(reading, "plan").select("plan_id", "child_id").rows() == [
        ("ssd_cin_plans:7", "101"),
        ("ssd_cp_plans:7", "102"),
    ]
    assert rows(reading, "meeting").select("child_id", "plan_id").rows() == [("102", "ssd_cp_plans:7")]
    assert reading.skipped == []


def test_factors_find_their_assessment_by_number(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        cin_assessments="cina_assessment_id,cina_person_id,cina_assessment_auth_date\n5,101,2026-02-10\n",
        assessment_factors='cinf_assessment_id,cinf_assessment_factors_json\n5,"[""1B""]"\n',
    )
    assert rows(reading, "concern")["assessment_id"].to_list() == rows(reading, "assessment")["assessment_id"].to_list()


def test_a_key_for_a_second_time_is_set_aside_with_its_row(tmp_path: Path) -> None:
    referrals = "cine_referral_id,cine_person_id,cine_referral_date\nR1,101,2026-01-12\nR1,102,2026-01-13\n"
    reading = read(tmp_path, cin_episodes=referrals)
    assert rows(reading, "referral")["child_id"].to_list() == ["101"]
    (notice,) = reading.skipped
    assert str(notice).startswith("ssd_cin_episodes.csv, row 3, cine_referral_id: has a key for a second time")


def test_a_key_that_became_a_decimal_number_is_the_same_key(tmp_path: Path) -> None:
    mothers = "moth_table_id,moth_person_id,moth_childs_person_id\n1.0,900.0,101.0\n"
    reading = read(tmp_path, mother=mothers)
    assert rows(reading, "relationship").select("child_id", "person_id").rows() == [("101", "900")]
    assert rows(reading, "child")["child_id"].to_list() == ["101", "102"]


def test_a_system_that_ships_involvements_without_the_child_leads_there_by_the_referral(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        cin_episodes="cine_referral_id,cine_person_id,cine_referral_date\nR1,101,2026-01-12\n",
        involvements="invo_involvements_id,invo_referral_id,invo_involvement_start_date\nI1,R1,2026-01-13\n",
    )
    assert rows(reading, "involvement").select("child_id", "started_on").rows() == [("101", date(2026, 1, 13))]


def test_a_table_without_the_column_of_its_child_is_told_of_once(tmp_path: Path) -> None:
    reading = read(tmp_path, cin_plans="cinp_cin_plan_id,cinp_cin_plan_start_date\nC1,2026-01-20\nC2,2026-01-21\n")
    (notice,) = reading.skipped
    assert str(notice) == (
        "ssd_cin_plans.csv, cinp_person_id: has no such column; needs it in every row; all 2 rows were set aside"
    )


# Values


def test_flags_are_understood_however_they_are_written(tmp_path: Path) -> None:
    columns = "cppr_cp_review_id,cppr_person_id,cppr_cp_review_outcome_continue_cp"
    reviews = f"{columns}\nV1,101,Yes\nV2,101,true\nV3,101,0\nV4,101,N    \n"
    assert rows(read(tmp_path, cp_reviews=reviews), "meeting")["outcome"].to_list() == ["continue"] * 2 + ["end"] * 2


def test_what_stands_behind_a_colon_explains_the_code(tmp_path: Path) -> None:
    columns = "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_initial_category"
    reading = read(tmp_path, cp_plans=f'{columns}\nP1,101,"Multiple: Neglect, Physical abuse"\n')
    assert rows(reading, "plan")["initial_category"].to_list() == ["MUL"]
    assert reading.doubted == []


def test_a_day_given_as_midnight_elsewhere_is_the_day_here(tmp_path: Path) -> None:
    referrals = [
        {"cine_referral_id": "R1", "cine_person_id": 101, "cine_referral_date": "2026-05-31T23:00:00.000Z"},
        {"cine_referral_id": "R2", "cine_person_id": 101, "cine_referral_date": "2026-01-12T00:00:00+00:00"},
    ]
    file = tmp_path / "extract.json"
    file.write_text(json.dumps({"ssd_cin_episodes": referrals}))
    found = rows(read_safeguarding_dataset(file), "referral")["received_on"].to_list()
    assert found == [date(2026, 6, 1), date(2026, 1, 12)]


def test_a_parquet_file_may_hold_moments_with_their_time_zone_and_true_and_false(tmp_path: Path) -> None:
    people = {"pers_person_id": [101, 900], "pers_dob": [datetime(2019, 5, 5, 23, tzinfo=UTC)] * 2}
    pl.DataFrame(people | {"pers_is_mother": [False, True]}).write_parquet(tmp_path / "ssd_person.parquet")
    reading = read_safeguarding_dataset(tmp_path)
    assert rows(reading, "person")["born_on"].to_list() == [date(2019, 5, 6)] * 2
    assert rows(reading, "child")["child_id"].to_list() == ["101"]


def test_an_end_before_its_beginning_is_doubted_and_kept(tmp_path: Path) -> None:
    columns = "cinp_cin_plan_id,cinp_person_id,cinp_cin_plan_start_date,cinp_cin_plan_end_date"
    reading = read(tmp_path, cin_plans=f"{columns}\nC1,101,2026-03-01,2026-02-01\n")
    assert rows(reading, "plan")["ended_on"].to_list() == [date(2026, 2, 1)]
    assert ["2026-02-01, before 2026-03-01" in str(notice) for notice in reading.doubted] == [True]


def test_placeholders_of_tables_that_no_system_fills_are_nothing(tmp_path: Path) -> None:
    columns = "prep_table_id,prep_person_id,prep_pre_pro_decision_date"
    reading = read(tmp_path, pre_proceedings=f"{columns}\nPLACEHOLDER_DATA,PLACEHOLDER_DATA,PLACEHOLDER_DATA\n")
    assert rows(reading, "plan").is_empty()
    assert reading.skipped == reading.doubted == []


def test_a_value_in_the_wrong_column_that_may_be_an_nhs_number_is_not_shown(tmp_path: Path) -> None:
    columns = "cine_referral_id,cine_person_id,cine_close_reason"
    reading = read(tmp_path, cin_episodes=f"{columns}\nR1,101,9990000018\n")
    (notice,) = reading.doubted
    assert "9990000018" not in str(notice)


def test_of_many_bad_values_the_first_are_listed_and_the_rest_counted(tmp_path: Path) -> None:
    bad = "".join(f"R{n},101,2026-01-12,X{n}\n" for n in range(25))
    columns = "cine_referral_id,cine_person_id,cine_referral_date,cine_close_reason"
    reading = read(tmp_path, cin_episodes=f"{columns}\n{bad}")
    assert len(reading.doubted) == 21
    assert str(reading.doubted[-1]).startswith("ssd_cin_episodes.csv, cine_close_reason: has 5 more rows like these")


# Looked-after children


def test_reviews_in_care_lead_to_the_child_by_the_time_in_care_and_a_cancelled_one_was_not_held(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        cla_episodes="clae_cla_episode_id,clae_cla_id,clae_person_id\nE1,K1,101\nE2,K1,101\n",
        cla_reviews="clar_cla_review_id,clar_cla_id,clar_cla_review_date,clar_cla_review_cancelled\n"
        "V1,K1,2026-02-01,N\nV2,K1,2026-03-01,Y\n",
    )
    assert rows(reading, "meeting").select("child_id", "kind", "held_on").rows() == [
        ("101", "looked_after_review", date(2026, 2, 1)),
        ("101", "looked_after_review", None),
    ]


def test_placements_say_where_a_child_lives(tmp_path: Path) -> None:
    columns = "clap_cla_placement_id,clap_person_id,clap_cla_placement_type,clap_cla_placement_start_date"
    reading = read(tmp_path, cla_placement=f"{columns}\nL1,101,U6,2026-01-12\nL2,101,R3,2026-03-12\n")
    assert rows(reading, "accommodation")["kind"].to_list() == ["foster_home", "mother_and_baby"]


def test_a_return_interview_was_not_offered_or_was_declined_and_more_is_not_said(tmp_path: Path) -> None:
    columns = "miss_table_id,miss_person_id,miss_missing_rhi_offered,miss_missing_rhi_accepted"
    reading = read(tmp_path, missing=f"{columns}\nM1,101,N,NA\nM2,101,Y,N\nM3,101,Y,Y\n")
    assert rows(reading, "missing_episode")["interview_outcome"].to_list() == ["not_offered", "declined", None]
    assert not reading.records.carries("missing_episode", "interview_outcome")


def test_a_child_assessment_order_is_no_remand(tmp_path: Path) -> None:
    columns = "lega_legal_status_id,lega_person_id,lega_legal_status"
    reading = read(tmp_path, legal_status=f"{columns}\nS1,101,L3\nS2,101,J1\n")
    assert rows(reading, "legal_status").select("legal_status_id", "kind").rows() == [("S2", "remand")]


# Names


def test_a_misspelt_column_is_told_of_and_one_that_is_only_not_read_is_not(tmp_path: Path) -> None:
    reading = read(tmp_path, cin_plans="cinp_cin_plan_id,cinp_person_id,cinp_cin_plan_team,cinp_cin_plan_strt_date\n")
    (notice,) = reading.skipped
    assert str(notice) == (
        "ssd_cin_plans.csv, cinp_cin_plan_strt_date: has a column that ssd_cin_plans does not have; "
        "needs the name cinp_cin_plan_start_date if that is what it is, and is left out"
    )


def test_a_misspelt_table_is_told_of_with_the_nearest_name(tmp_path: Path) -> None:
    reading = read(tmp_path, cp_plan="cppl_cp_plan_id,cppl_person_id\nP1,101\n")
    (notice,) = reading.skipped
    assert notice.field == "ssd_cp_plan"
    assert "needs the name ssd_cp_plans" in str(notice)


def test_a_file_named_after_its_database_and_schema_is_known(tmp_path: Path) -> None:
    (tmp_path / "HDM.SSD_Development.ssd_person.csv").write_text(PEOPLE)
    assert rows(read_safeguarding_dataset(tmp_path), "child").height == 2


def test_utf_16_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "ssd_person.csv").write_text(PEOPLE, encoding="utf-16")
    with pytest.raises(UnusableSource, match="is UTF-16 text; save it as “CSV UTF-8”"):
        read_safeguarding_dataset(tmp_path)


# What is silent


def test_without_the_table_of_protection_plans_no_child_is_said_to_have_none(tmp_path: Path) -> None:
    day = date(2026, 6, 1)
    write_safeguarding_dataset(simulate(120, 1, today=day), tmp_path / "ssd", day)
    (tmp_path / "ssd" / "ssd_cp_plans.csv").unlink()
    records = read_safeguarding_dataset(tmp_path / "ssd").records
    assert "child_protection" not in records.kinds["plan.kind"]
    found = run(Question(list(CHECKS.values()), day, shipped_settings()), records).frame
    depends = found.filter(pl.col("check") == "before_birth.birth_plan_agreed")
    assert depends.height
    assert set(depends["outcome"]) == {"cannot_tell"}


def test_where_no_expected_date_stands_nothing_is_said_of_pregnancies(tmp_path: Path) -> None:
    reading = read(tmp_path, person="pers_person_id,pers_dob,pers_expected_dob\n101,2019-05-06,NULL\n")
    assert not {"pregnancy", "expected_date"} & set(reading.records.carried)


def test_a_person_named_as_a_mother_is_no_child_although_nothing_flags_her(tmp_path: Path) -> None:
    mothers = "moth_table_id,moth_person_id,moth_childs_person_id\nM1,102,101\n"
    assert rows(read(tmp_path, mother=mothers), "child")["child_id"].to_list() == ["101"]

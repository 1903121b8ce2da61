"""What becomes of each part of a children in need census in the record tables."""

from __future__ import annotations

from datetime import date
from functools import reduce
from pathlib import Path

import polars as pl
import pytest

from cin_censuses import (
    assessment,
    born,
    census,
    child,
    el,
    fields,
    frames_of,
    header,
    protection_plan,
    read,
    referral,
    row,
    rows,
    unborn,
)
from lapwing.exchange.cin_codes import FACTORS
from lapwing.exchange.merge import merge
from lapwing.exchange.recognise import read_source
from lapwing.vocabulary.record_set import RecordSet, schema_of
from lapwing.vocabulary.records import TABLES

CHILD = "cin:201:A1"
REFERRAL = f"{CHILD}:referral:2022-01-10"


# Who a child is


def test_a_child_with_a_date_of_birth_is_a_person(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        census(born(UPN="A999000000001", GenderCurrent="2", Ethnicity="WBRI", Disability=["HEAR", "LD"])),
    )
    assert row(reading, "child") == {
        "child_id": CHILD,
        "person_id": f"{CHILD}:person",
        "authority_child_id": "A1",
        "upn": "A999000000001",
    }
    assert row(reading, "person") == {
        "person_id": f"{CHILD}:person",
        "born_on": date(2015, 5, 1),
        "sex": "female",
        "ethnicity": "WBRI",
        "disabilities": "HEAR LD",
    }
    assert reading.read["children, born"] == 1


def test_a_child_with_an_expected_date_alone_is_unborn_and_no_person(tmp_path: Path) -> None:
    reading = read(tmp_path, census(unborn(GenderCurrent="0")))
    assert row(reading, "child") == {
        "child_id": CHILD,
        "pregnancy_id": f"{CHILD}:pregnancy",
        "authority_child_id": "A1",
    }
    assert rows(reading, "person", "person_id") == []
    assert row(reading, "pregnancy") == {"pregnancy_id": f"{CHILD}:pregnancy"}
    assert reading.read["children, unborn"] == 1


def test_an_expected_date_is_stated_on_the_reference_date(tmp_path: Path) -> None:
    assert row(read(tmp_path, census(unborn())), "expected_date") == {
        "expected_date_id": f"{CHILD}:expected:2022-06-01:2022-03-31",
        "pregnancy_id": f"{CHILD}:pregnancy",
        "expected_on": date(2022, 6, 1),
        "method": "as_recorded",
        "stated_on": date(2022, 3, 31),
    }


def test_a_census_made_before_its_reference_date_states_what_was_known_that_day(tmp_path: Path) -> None:
    reading = read(tmp_path, census(unborn(), head=header(made="2022-01-20T11:14:05")))
    assert row(reading, "expected_date")["stated_on"] == date(2022, 1, 20)


def test_where_both_dates_stand_both_are_kept(tmp_path: Path) -> None:
    reading = read(tmp_path, census(unborn(PersonBirthDate="2022-03-20")))
    assert rows(reading, "expected_date", "expected_on") == [(date(2022, 6, 1),)]
    assert rows(reading, "person", "born_on") == [(date(2022, 3, 20),)]
    assert rows(reading, "child", "person_id", "pregnancy_id") == [(f"{CHILD}:person", f"{CHILD}:pregnancy")]


def test_without_either_date_a_child_is_a_person_only_if_the_census_shows_so(tmp_path: Path) -> None:
    reading = read(tmp_path, census(child("A1", Sex="M"), child("A2", Sex="U")))
    assert rows(reading, "child", "child_id", "person_id") == [(CHILD, f"{CHILD}:person"), ("cin:201:A2", None)]
    assert reading.read["children, not known whether born"] == 1


@pytest.mark.parametrize(
    ("field", "code", "sex"),
    [
        ("GenderCurrent", "1", "male"),
        ("GenderCurrent", "2", "female"),
        ("GenderCurrent", "0", "unknown"),
        ("GenderCurrent", "9", "unknown"),
        ("Gender", "2", "female"),
        ("Sex", "F", "female"),
        ("Sex", "m", "male"),
        ("Sex", "U", "unknown"),
    ],
)
def test_gender_in_numbers_and_sex_in_letters_are_both_read(tmp_path: Path, field: str, code: str, sex: str) -> None:
    assert rows(read(tmp_path, census(born(**{field: code}))), "person", "sex") == [(sex,)]


# Referrals and what came of them


def test_a_referral_is_read_with_its_source_need_and_closure(tmp_path: Path) -> None:
    details = referral(
        ReferralSource="3A",
        PrimaryNeedCode="N1",
        CINclosureDate="2022-03-01",
        ReasonForClosure="RC9",
        ReferralNFA="TRUE",
    )
    assert row(read(tmp_path, census(born("A1", details))), "referral") == {
        "referral_id": REFERRAL,
        "child_id": CHILD,
        "source": "general_practice",
        "received_on": date(2022, 1, 10),
        "outcome": "no_further_action",
        "primary_need": "N1",
        "closed_on": date(2022, 3, 1),
        "closed_reason": "stepped_down",
    }


@pytest.mark.parametrize("text", ["false", "FALSE", "0"])
def test_a_referral_that_was_acted_on_has_no_outcome_for_the_census_does_not_say_which(
    tmp_path: Path, text: str
) -> None:
    reading = read(tmp_path, census(born("A1", referral(ReferralNFA=text))))
    assert rows(reading, "referral", "outcome") == [(None,)]
    assert reading.doubted == []


def test_an_assessment_is_signed_off_when_it_is_authorised(tmp_path: Path) -> None:
    reading = read(tmp_path, census(born("A1", referral("2022-01-10", assessment("2022-01-11", "2022-02-15")))))
    assert row(reading, "assessment") == {
        "assessment_id": f"{REFERRAL}:assessment:2022-01-11",
        "child_id": CHILD,
        "kind": "child_and_family",
        "referral_id": REFERRAL,
        "started_on": date(2022, 1, 11),
        "signed_off_on": date(2022, 2, 15),
    }


def test_a_factor_is_a_concern_found_when_the_assessment_was_authorised(tmp_path: Path) -> None:
    details = referral("2022-01-10", assessment("2022-01-11", "2022-02-15", "3B"))
    assert row(read(tmp_path, census(unborn("A1", details))), "concern") == {
        "concern_id": f"{REFERRAL}:assessment:2022-01-11:factor:3B",
        "child_id": CHILD,
        "kind": "domestic_abuse",
        "part": "harmed",
        "identified_on": date(2022, 2, 15),
        "assessment_id": f"{REFERRAL}:assessment:2022-01-11",
        "note": "Subject to domestic abuse: a parent or carer; the census does not say which (factor 3B)",
    }


def test_a_factor_of_the_child_names_the_child_and_one_of_somebody_else_names_nobody(tmp_path: Path) -> None:
    details = referral("2022-01-10", assessment("2022-01-11", "2022-02-15", "1A", "1B", "1C"))
    assert rows(read(tmp_path, census(born("A1", details))), "concern", "kind", "person_id") == [
        ("child_substances", f"{CHILD}:person"),
        ("alcohol", None),
        ("alcohol", None),
    ]


def test_no_factors_identified_is_no_concern(tmp_path: Path) -> None:
    reading = read(tmp_path, census(born("A1", referral("2022-01-10", assessment("2022-01-11", "2022-02-15", "21")))))
    assert rows(reading, "concern", "concern_id") == []
    assert reading.read["assessments with no factor identified"] == 1


def test_every_factor_of_the_censuss_list_is_understood(tmp_path: Path) -> None:
    details = referral("2022-01-10", assessment("2022-01-11", "2022-02-15", *FACTORS))
    reading = read(tmp_path, census(born("A1", details)))
    assert reading.read["factors"] == len(FACTORS)
    assert reading.doubted == []


def test_a_section_47_enquiry_is_an_assessment_and_its_conference_a_meeting(tmp_path: Path) -> None:
    enquiry = fields(
        S47ActualStartDate="2022-01-12",
        InitialCPCtarget="2022-02-02",
        DateOfInitialCPC="2022-02-01",
        ICPCnotRequired="false",
    )
    reading = read(tmp_path, census(born("A1", referral("2022-01-10", el("Section47", enquiry)))))
    assert rows(reading, "assessment", "kind", "started_on") == [("section_47", date(2022, 1, 12))]
    assert row(reading, "meeting") == {
        "meeting_id": f"{REFERRAL}:section_47:2022-01-12:initial_conference",
        "child_id": CHILD,
        "kind": "initial_conference",
        "due_on": date(2022, 2, 2),
        "held_on": date(2022, 2, 1),
    }


def test_a_conference_that_the_referral_and_the_enquiry_both_give_is_one(tmp_path: Path) -> None:
    enquiry = el("Section47", fields(S47ActualStartDate="2022-01-12", DateOfInitialCPC="2022-02-01"))
    details = referral("2022-01-10", enquiry, DateOfInitialCPC="2022-02-01")
    assert rows(read(tmp_path, census(born("A1", details))), "meeting", "held_on") == [(date(2022, 2, 1),)]


def test_a_conference_that_two_enquiries_led_to_is_one(tmp_path: Path) -> None:
    enquiries = [
        el("Section47", fields(S47ActualStartDate=day, DateOfInitialCPC="2022-02-01"))
        for day in ("2022-01-12", "2022-01-14")
    ]
    reading = read(tmp_path, census(born("A1", referral("2022-01-10", *enquiries))))
    assert rows(reading, "meeting", "held_on") == [(date(2022, 2, 1),)]


@pytest.mark.parametrize(("not_required", "meetings"), [("true", 0), ("false", 1)])
def test_a_conference_with_a_target_and_no_day_is_awaited_unless_none_is_required(
    tmp_path: Path, not_required: str, meetings: int
) -> None:
    enquiry = fields(S47ActualStartDate="2022-03-12", InitialCPCtarget="2022-04-02", ICPCnotRequired=not_required)
    reading = read(tmp_path, census(born("A1", referral("2022-01-10", el("Section47", enquiry)))))
    assert rows(reading, "meeting", "due_on", "held_on") == [(date(2022, 4, 2), None)] * meetings


def test_plans_are_read_with_their_days_and_categories(tmp_path: Path) -> None:
    in_need = el("CINPlanDates", fields(CINPlanStartDate="2022-01-20", CINPlanEndDate="2022-02-01"))
    protection = protection_plan("2022-02-01", InitialCategoryOfAbuse="NEG", LatestCategoryOfAbuse="EMO")
    reading = read(tmp_path, census(born("A1", referral("2022-01-10", in_need, protection))))
    wanted = ("kind", "referral_id", "started_on", "ended_on", "initial_category", "latest_category")
    assert rows(reading, "plan", *wanted) == [
        ("child_in_need", REFERRAL, date(2022, 1, 20), date(2022, 2, 1), None, None),
        ("child_protection", REFERRAL, date(2022, 2, 1), None, "NEG", "EMO"),
    ]


def test_each_review_of_a_protection_plan_is_a_meeting_on_that_plan(tmp_path: Path) -> None:
    details = referral("2021-10-01", protection_plan("2021-11-01", None, "2022-01-20", "2022-03-20"))
    reading = read(tmp_path, census(born("A1", details)))
    plan_id = f"{CHILD}:referral:2021-10-01:child_protection:2021-11-01"
    assert rows(reading, "meeting", "kind", "plan_id", "held_on") == [
        ("review_conference", plan_id, date(2022, 1, 20)),
        ("review_conference", plan_id, date(2022, 3, 20)),
    ]


def test_pre_proceedings_are_a_plan_from_their_decision_to_the_next_and_a_first_meeting(tmp_path: Path) -> None:
    block = fields(PPStartDate="2022-02-01", InitialPPMeetingDate="2022-02-10", StepDecisionDate="2022-03-20")
    reading = read(tmp_path, census(unborn("A1", referral("2022-01-10", el("PreProceedingsandFGDM", block)))))
    assert rows(reading, "plan", "kind", "started_on", "ended_on") == [
        ("pre_proceedings", date(2022, 2, 1), date(2022, 3, 20))
    ]
    assert rows(reading, "meeting", "kind", "plan_id", "held_on") == [
        ("pre_proceedings", f"{REFERRAL}:pre_proceedings:2022-02-01", date(2022, 2, 10))
    ]


def test_what_the_record_tables_have_no_place_for_is_counted_in_a_note(tmp_path: Path) -> None:
    block = fields(PPStartDate="2022-02-01", LBPSentDate="2022-02-03", FGDMMeetingOffer="1", PPOutcome="1")
    reading = read(tmp_path, census(unborn("A1", referral("2022-01-10", el("PreProceedingsandFGDM", block)))))
    assert any("LBPSentDate (1), FGDMMeetingOffer (1), PPOutcome (1)" in note for note in reading.notes)


# One child from many places


def test_several_referrals_of_a_child_stand_side_by_side(tmp_path: Path) -> None:
    reading = read(tmp_path, census(born("A1", referral("2021-05-01"), referral("2022-01-10"))))
    assert rows(reading, "referral", "child_id", "received_on") == [
        (CHILD, date(2021, 5, 1)),
        (CHILD, date(2022, 1, 10)),
    ]


def test_a_child_that_stands_twice_is_one_child_with_all_its_referrals(tmp_path: Path) -> None:
    twice = (born("A1", referral("2021-05-01")), child("A1", referral("2022-01-10"), GenderCurrent="1"))
    reading = read(tmp_path, census(*twice))
    assert rows(reading, "child", "child_id") == [(CHILD,)]
    assert rows(reading, "person", "born_on", "sex") == [(date(2015, 5, 1), "male")]
    assert len(rows(reading, "referral", "referral_id")) == 2
    assert reading.read["repeated children, joined"] == 1


def test_what_falls_on_the_same_day_a_second_time_has_a_key_of_its_own(tmp_path: Path) -> None:
    reading = read(tmp_path, census(born("A1", referral("2022-01-10"), referral("2022-01-10"))))
    assert rows(reading, "referral", "referral_id") == [(REFERRAL,), (f"{REFERRAL}:2",)]


def test_a_child_without_a_number_is_known_by_the_pupil_number_which_its_key_does_not_show(tmp_path: Path) -> None:
    reading = read(tmp_path, census(born(UPN="A999000000001").replace("<LAchildID>A1</LAchildID>", "")))
    ((key, number),) = rows(reading, "child", "child_id", "authority_child_id")
    assert number is None
    assert key.startswith("cin:201:upn-")
    assert "999000000001" not in key


def test_a_child_with_neither_number_is_set_aside_with_its_place(tmp_path: Path) -> None:
    text = census(born("A1"), child(None, PersonBirthDate="2015-05-01"))
    reading = read(tmp_path, text)
    line = text[: text.rindex("<Child>")].count("\n") + 1
    assert rows(reading, "child", "child_id") == [(CHILD,)]
    assert [str(notice) for notice in reading.skipped] == [
        f"line {line}, LAchildID: has nothing; needs the child's number; the child is set aside"
    ]


# What the reading as a whole says


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    text = census(unborn("A1", referral("2022-01-10", assessment("2022-01-11", "2022-02-15", "3B"))), born("A2"))
    first, second = read(tmp_path, text), read(tmp_path, text)
    assert all(frame.equals(frames_of(second)[name]) for name, frame in frames_of(first).items())
    assert (first.read, first.doubted, first.notes) == (second.read, second.doubted, second.notes)


def test_frames_have_every_column_of_the_record_tables_and_say_where_they_come_from(tmp_path: Path) -> None:
    for name, frame in frames_of(read(tmp_path, census(born("A1", referral())))).items():
        assert dict(frame.schema) == schema_of(TABLES[name])
        assert set(frame["source_system"]) <= {"children in need census 2022"}


def test_columns_that_a_census_does_not_carry_are_empty(tmp_path: Path) -> None:
    reading = read(tmp_path, census(unborn("A1", referral("2022-01-10", assessment("2022-01-11", "2022-02-15", "3B")))))
    for name, frame in frames_of(reading).items():
        silent = [column for column in frame.columns if column not in reading.records.carried[name]]
        assert frame.select(silent).null_count().sum_horizontal().to_list() == [len(silent) * frame.height]


def test_a_census_carries_no_decisions_contributions_actions_milestones_or_moments_of_recording(
    tmp_path: Path,
) -> None:
    carried = read(tmp_path, census(born())).records.carried
    assert carried.keys().isdisjoint({"decision", "contribution", "action", "milestone", "relationship", "observation"})
    assert not any("recorded_at" in columns for columns in carried.values())


def test_its_notes_say_what_a_census_cannot_say(tmp_path: Path) -> None:
    notes = " ".join(read(tmp_path, census(born())).notes)
    assert "says nothing of parents, fathers" in notes
    assert "who decided" in notes
    assert "not when they were recorded" in notes


def test_it_tells_how_far_it_has_come(tmp_path: Path) -> None:
    file = tmp_path / "census.xml"
    file.write_text(census(*(born(f"A{number}") for number in range(600))))
    told: list[float] = []
    read_source(file, told.append)
    assert len(told) == 3
    assert told == sorted(told)
    assert told[-1] == 1.0


# One census after another


def test_an_expected_date_outlives_the_birth_after_which_the_census_forgets_it(tmp_path: Path) -> None:
    before = read(tmp_path, census(unborn("A1", referral())))
    after = read(tmp_path, census(born("A1", referral(), PersonBirthDate="2022-05-28"), head=header("2023-03-31")))
    both = merge(before.records, after.records)
    assert both.frame("expected_date").select("expected_on", "superseded_on").collect().rows() == [
        (date(2022, 6, 1), None)
    ]
    assert both.frame("child").select("child_id", "person_id", "pregnancy_id").collect().rows() == [
        (CHILD, f"{CHILD}:person", f"{CHILD}:pregnancy")
    ]
    assert both.frame("referral").collect().height == 1


def test_a_later_census_with_another_expected_date_supersedes_the_earlier_one(tmp_path: Path) -> None:
    before = read(tmp_path, census(unborn(), head=header(made="2022-01-20T09:00:00")))
    after = read(tmp_path, census(unborn(ExpectedPersonBirthDate="2022-06-09")))
    both = merge(before.records, after.records)
    assert both.frame("expected_date").select("expected_on", "stated_on", "superseded_on").collect().rows() == [
        (date(2022, 6, 1), date(2022, 1, 20), date(2022, 3, 31)),
        (date(2022, 6, 9), date(2022, 3, 31), None),
    ]


def test_an_expected_date_stated_again_and_again_stands_until_another_is_stated(tmp_path: Path) -> None:
    def stated(expected: str, made: str) -> RecordSet:
        return read(tmp_path, census(unborn(ExpectedPersonBirthDate=expected), head=header(made=made))).records

    months = [
        stated("2022-06-01", "2021-12-01"),
        stated("2022-06-01", "2022-01-01"),
        stated("2022-06-09", "2022-02-01"),
        stated("2022-06-01", "2022-03-01"),
    ]
    dates = reduce(merge, months).frame("expected_date").filter(pl.col("superseded_on").is_null())
    assert dates.select("expected_on", "stated_on").collect().rows() == [(date(2022, 6, 1), date(2022, 3, 1))]


def test_a_conference_that_was_awaited_and_then_held_is_one_meeting(tmp_path: Path) -> None:
    def made(**held: str) -> RecordSet:
        enquiry = fields(S47ActualStartDate="2022-01-12", InitialCPCtarget="2022-02-02", **held)
        return read(tmp_path, census(born("A1", referral("2022-01-10", el("Section47", enquiry))))).records

    both = merge(made(), made(DateOfInitialCPC="2022-02-01"))
    assert both.frame("meeting").select("due_on", "held_on").collect().rows() == [(date(2022, 2, 2), date(2022, 2, 1))]


# Real files

SAMPLES = Path(__file__).parents[3] / "shared" / "samples" / "cin"
needs_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the shared samples are not here")


@needs_samples
def test_the_sample_of_2022_is_read_whole() -> None:
    reading = read_source(SAMPLES / "cin-2022.xml", None)
    assert rows(reading, "person", "born_on", "sex", "died_on") == [(date(1966, 3, 24), "male", date(1980, 10, 8))]
    assert rows(reading, "expected_date", "expected_on") == [(date(1966, 3, 22),)]
    assert len(rows(reading, "meeting", "meeting_id")) == 3
    assert reading.skipped == []


@needs_samples
def test_the_sample_of_2021_is_read_with_its_stray_text_and_its_date_of_1066_noted() -> None:
    reading = read_source(SAMPLES / "CIN_Census_2021.xml", None)
    assert rows(reading, "expected_date", "expected_on") == []
    assert "has “1066-04-13”; needs a day between 1900 and 2099" in " ".join(map(str, reading.doubted))
    assert [(notice.place, notice.has) for notice in reading.skipped] == [
        ("CIN_Census_2021.xml, line 23", "text outside any field, once")
    ]

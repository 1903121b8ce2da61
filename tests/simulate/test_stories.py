"""The stories that make the picture: each can be found on the record as services would find it."""

from __future__ import annotations

import importlib
import pkgutil
from datetime import timedelta

import polars as pl
import pytest

import lapwing.checks
from lapwing.engine.check import CHECKS

from .conftest import TODAY

Frames = dict[str, pl.DataFrame]
is_, col = pl.lit, pl.col


@pytest.fixture(scope="module")
def ages(latest: Frames) -> pl.DataFrame:
    """Every child with their age in days; none for the unborn."""
    born = latest["child"].join(latest["person"].select("person_id", "born_on"), on="person_id", how="left")
    return born.with_columns((is_(TODAY) - col("born_on")).dt.total_days().alias("days"))


def test_ages_are_those_of_an_area(ages: pl.DataFrame) -> None:
    young = ages.filter(col("days").is_null() | (col("days") < 365)).height / ages.height
    teenage = ages.filter(col("days") >= 14 * 365.25).height / ages.height
    assert 0.14 < young < 0.35
    assert 0.15 < teenage < 0.35
    assert ages.filter(col("days").is_null()).height > 80
    assert ages["days"].max() < 18.5 * 365.25


def test_twins_share_what_is_known_of_the_pregnancy(latest: Frames) -> None:
    twins = latest["child"].group_by("pregnancy_id").len().drop_nulls().filter(col("len") == 2)
    shared = latest["concern"].join(twins, on="pregnancy_id", how="semi")
    assert shared.height
    assert latest["action"].join(shared, on="concern_id", how="semi")["pregnancy_id"].null_count() == 0


@pytest.mark.parametrize(
    "status", ["withheld_for_safety", "unknown_to_mother", "not_disclosed", "no_legal_father", "deceased", "disputed"]
)
def test_fathers_who_are_not_named_stand_with_the_reason(latest: Frames, status: str) -> None:
    rows = latest["relationship"].filter((col("role") == "birth_father") & (col("identity_status") == status))
    assert rows.height
    if status != "deceased":
        assert rows["person_id"].null_count() == rows.height


def test_a_father_named_later_is_unnamed_in_the_earlier_version(frames: Frames) -> None:
    versions = frames["relationship"].filter(col("role") == "birth_father").sort("recorded_at")
    told = versions.group_by("relationship_id").agg(
        col("person_id").first().alias("was"), col("person_id").last().alias("is")
    )
    assert told.filter(col("was").is_null() & col("is").is_not_null()).height


def test_fathers_unaware_of_the_pregnancy_are_marked_so(latest: Frames) -> None:
    assert latest["relationship"].filter(col("contact_safety") == "unaware_of_pregnancy").height


def test_two_mothers(latest: Frames) -> None:
    second = latest["relationship"].filter(col("role") == "second_legal_parent")
    assert set(second.join(latest["person"], on="person_id")["sex"]) == {"female"}


def test_young_mothers_and_young_fathers_have_their_own_records(latest: Frames) -> None:
    parents = latest["relationship"].join(latest["child"].drop("pregnancy_id"), on="person_id", how="inner")
    assert {"birth_mother", "birth_father"} <= set(parents["role"])
    decided = latest["decision"].filter(col("kind") == "young_parent_in_need")
    assert decided.join(parents, left_on="child_id", right_on="child_id_right", how="semi").height


def test_care_leavers_expecting(latest: Frames) -> None:
    assert latest["concern"].filter(col("kind") == "care_experienced_parent").height
    assert latest["decision"].filter(col("kind") == "support_for_care_leaver_parent").height


def test_a_refuge_is_protected_on_the_address_and_on_the_person(latest: Frames) -> None:
    refuge = latest["address"].filter(col("kind") == "refuge")
    assert refuge.height
    assert refuge["protected"].all()
    assert refuge.join(latest["person"], on="person_id")["address_protected"].all()
    shown = latest["address"].filter(~col("protected")).join(refuge, on="address", how="inner")
    assert shown.is_empty()
    babies = refuge.join(latest["child"], on="person_id", how="semi")
    assert babies.height


def test_expected_dates_are_missing_revised_and_contradicted(latest: Frames) -> None:
    dates = latest["expected_date"]
    assert dates["superseded_on"].drop_nulls().len()
    standing = dates.filter(col("superseded_on").is_null()).group_by("pregnancy_id").len()
    assert standing.filter(col("len") > 1).height
    assert latest["pregnancy"].join(dates, on="pregnancy_id", how="anti").height


def test_some_things_are_written_down_months_later(latest: Frames) -> None:
    late = latest["observation"].filter(col("recorded_at").dt.date() > col("observed_on") + timedelta(60))
    same_day = latest["observation"].filter(col("recorded_at").dt.date() == col("observed_on"))
    assert 0 < late.height < 0.01 * latest["observation"].height
    assert same_day.height > 0.8 * latest["observation"].height


def test_assessments_before_birth_are_in_time_late_unfinished_and_missing(latest: Frames) -> None:
    prebirth = latest["assessment"].filter(col("kind") == "pre_birth")
    days = (prebirth["signed_off_on"] - prebirth["started_on"]).dt.total_days()
    assert days.filter(days < 50).len()
    assert days.filter(days > 63).len()
    assert prebirth["stopped_on"].drop_nulls().len()
    assert prebirth.filter(col("signed_off_on").is_null() & col("stopped_on").is_null()).height


def test_decisions_not_to_assess_come_with_and_without_reasons(latest: Frames) -> None:
    no = latest["decision"].filter((col("kind") == "pre_birth_assessment") & (col("outcome") == "not_required"))
    assert no["reasons"].drop_nulls().len() > no["reasons"].null_count() > 0


def test_babies_born_in_these_weeks_without_an_assessment(latest: Frames, ages: pl.DataFrame) -> None:
    newborn = ages.filter((col("days") < 60) & col("pregnancy_id").is_not_null())
    assessed = latest["assessment"].filter(col("kind") == "pre_birth")
    assert newborn.join(assessed, on="child_id", how="anti").join(latest["concern"], on="child_id", how="semi").height


def test_actions_are_owned_declined_left_to_agencies_and_only_referred(latest: Frames) -> None:
    action = latest["action"]
    assert action.filter(col("owned_by").is_null()).height
    assert action.filter(col("kind") == "referral_only").height
    assert action.filter(col("declined_on").is_not_null() & col("declined_next").is_not_null()).height
    assert action.filter(col("declined_on").is_not_null() & col("declined_next").is_null()).height
    assert action["owned_by_person_id"].drop_nulls().len()
    assert latest["concern"]["no_action_on"].drop_nulls().len()


def test_reviews_lie_ahead_as_drafts_and_were_held_with_all_their_variety(latest: Frames) -> None:
    reviews = latest["meeting"].filter(col("kind") == "review_conference")
    held = reviews.filter(col("held_on").is_not_null())
    assert reviews.filter(col("held_on").is_null() & col("proposed_outcome").is_not_null()).height
    assert set(held["outcome"].drop_nulls()) >= {"continue", "step_down", "end"}
    assert set(held["dissent"].drop_nulls()) == {"recorded", "none_expressed"}
    assert not held["quorate"].all()
    for name in ("proceed_reason", "chair_statement", "unfinished_actions_reason"):
        assert held.height > held[name].drop_nulls().len() > 0, name
    assert set(latest["concern_review"]["basis"]) == {"seen", "reported"}


def test_a_review_was_a_plan_before_it_was_held(frames: Frames) -> None:
    versions = frames["meeting"].filter(col("kind") == "review_conference").sort("recorded_at")
    first = versions.unique("meeting_id", keep="first")
    assert first["held_on"].null_count() == first.height


def test_records_that_end_by_a_move_an_error_or_a_closing(latest: Frames) -> None:
    reasons = set(latest["involvement"]["ended_reason"].drop_nulls())
    assert {"moved_accepted_elsewhere", "pregnancy_ended"} <= reasons
    assert latest["child"]["opened_in_error"].any()
    assert latest["referral"]["closed_on"].drop_nulls().len() > 0.2 * latest["referral"].height
    assert latest["address"]["out_of_area"].any()


def test_babies_are_weighed_by_professionals_and_others_in_grams_and_kilograms(latest: Frames) -> None:
    weights = latest["measurement"].filter(col("kind") == "weight")
    assert set(weights["source"]) == {"health_professional", "parent"}
    assert weights["unit"].null_count() > 0, "now and then a unit is left out"
    grams = pl.when(col("unit") == "kg").then(col("value") * 1000).otherwise(col("value"))
    assert weights.drop_nulls("unit").select(grams.is_between(1_900, 14_500).all()).item()
    assert weights["needs_response"].any()


def test_hand_overs_are_accepted_declined_and_waiting(latest: Frames) -> None:
    hand_over = latest["hand_over"]
    assert hand_over["accepted_on"].drop_nulls().len() > hand_over["accepted_on"].null_count() > 0
    assert hand_over["declined_on"].drop_nulls().len()
    assert len(set(hand_over["kind"])) == 8


def test_young_people_are_missing_and_spoken_to_afterwards_or_not(latest: Frames) -> None:
    assert len(set(latest["missing_episode"]["interview_outcome"].drop_nulls())) == 4


def test_young_people_are_placed_where_they_should_not_be(latest: Frames) -> None:
    kinds = set(latest["accommodation"]["kind"])
    assert {"bed_and_breakfast", "adult_ward", "police_cell", "adult_hostel"} <= kinds
    assert latest["person"].filter(col("born_on_certainty") == "disputed").height


def test_disagreements_go_from_stage_to_stage(latest: Frames) -> None:
    stages = latest["disagreement_stage"]
    assert set(stages["stage"]) == {0, 1, 2, 3, 4}, "one goes beyond the policy's last stage, the third"
    assert {"raised", "answered", "escalated", "resolved"} <= set(stages["step"])
    assert latest["disagreement"]["resolved_on"].null_count() > 0


def test_exceptions_are_in_force_and_expired(latest: Frames) -> None:
    expires = latest["exception"]["expires_on"]
    assert expires.filter(expires >= TODAY).len()
    assert expires.filter(expires < TODAY).len()


def test_exceptions_are_made_of_checks_that_there_are(latest: Frames) -> None:
    for module in pkgutil.iter_modules(lapwing.checks.__path__):
        importlib.import_module(f"lapwing.checks.{module.name}")
    headings = {code.split(".")[0] for code in CHECKS}
    named = latest["exception"].filter(col("check").str.split(".").list.first().is_in(headings))
    assert set(named["check"])
    assert set(named["check"]) <= set(CHECKS)


def test_practitioners_leave_and_what_they_had_is_handed_over(latest: Frames) -> None:
    left = latest["practitioner"].filter(col("left_on").is_not_null())
    passed = latest["hand_over"].filter(col("kind") == "change_of_worker")
    assert passed.join(left, left_on="from_practitioner_id", right_on="practitioner_id", how="semi").height

"""The settings register as shipped: what it must have, and what each setting says of itself."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from lapwing.lessons.ages_of_concern import LESSONS
from lapwing.lessons.settings import (
    SETTINGS,
    Basis,
    ClockFrom,
    Established,
    Gestation,
    Settings,
    Stage,
    Unit,
    UnknownSetting,
    WrongUse,
    setting,
    shipped_settings,
)
from lapwing.vocabulary import care_codes, codes, work_codes

NUMBERS = {
    # partnership and every check
    "access.emergency_hours": (24, "hours"),
    "due_soon.working_days": (5, "working_days"),
    "due_soon.calendar_days": (7, "calendar_days"),
    "suppress.below": (5, "count"),
    # referral, assessment, conference and review
    "referral.ack_wd": (1, "working_days"),
    "assessment.max_wd": (45, "working_days"),
    "icpc.max_wd": (15, "working_days"),
    "core_group.first_wd": (10, "working_days"),
    "core_group.repeat_weeks": (6, "weeks"),
    "review.first_months": (3, "months"),
    "review.then_months": (6, "months"),
    "review.baby_months": (12, "months"),
    "review.early_days_after_birth": (12 * 7, "calendar_days"),
    "baby.under_months": (12, "months"),
    # before birth
    "prebirth.refer_by": (16 * 7, "gestation"),
    "prebirth.start_by": (20 * 7, "gestation"),
    "prebirth.start_after_decision_wd": (10, "working_days"),
    "prebirth.complete_by": (28 * 7, "gestation"),
    "prebirth.compressed_start_wd": (5, "working_days"),
    "prebirth.compressed_complete_days": (21, "calendar_days"),
    "prebirth.compressed_complete_before_expected_days": (14, "calendar_days"),
    "prebirth.icpc_by": (30 * 7, "gestation"),
    "prebirth.plan_by": (34 * 7, "gestation"),
    "prebirth.late_plan_wd": (5, "working_days"),
    "prebirth.review_after_birth_wd": (20, "working_days"),
    "prebirth.trigger_decision_wd": (5, "working_days"),
    "prebirth.look_back_wd": (45, "working_days"),
    "prebirth.birth_unrecorded_days": (21, "calendar_days"),
    "prebirth.urgent_days_before_expected": (28, "calendar_days"),
    "prebirth.cpis_wd": (1, "working_days"),
    "prebirth.action_assigned_wd": (10, "working_days"),
    "prebirth.action_started_wd": (15, "working_days"),
    "prebirth.effect_review_days": (6 * 7, "calendar_days"),
    "late_booking_week": (20 * 7, "gestation"),
    # parents
    "young_parent.under_age": (18, "years"),
    "young_parent.auto_refer_age": (16, "years"),
    "young_parent.always_refer_age": (13, "years"),
    "young_parent.decision_wd": (10, "working_days"),
    "young_parent.refer_wd": (1, "working_days"),
    "young_parent.own_worker_wd": (10, "working_days"),
    "young_parent.review_after_change_wd": (10, "working_days"),
    "young_parent.review_months": (6, "months"),
    "young_parent.review_before_adult_months": (3, "months"),
    "young_parent.care_leaver_under_age": (25, "years"),
    "father.identify_wd": (10, "working_days"),
    "father.in_plan_wd": (10, "working_days"),
    "parents.refresh_wd": (10, "working_days"),
    # health
    "observation.within_days": (28, "calendar_days"),
    "observation.within_young_days": (7, "calendar_days"),
    "observation.young_under_weeks": (8, "weeks"),
    "observation.entry_wd": (1, "working_days"),
    "observation.share_wd": (5, "working_days"),
    "observation.share_significant_days": (0, "calendar_days"),
    "observation.ack_wd": (1, "working_days"),
    "handover.antenatal_by": (28 * 7, "gestation"),
    "handover.antenatal_by_vulnerable": (20 * 7, "gestation"),
    "handover.mw_hv_ack_wd": (2, "working_days"),
    "handover.verbal_vulnerable_days": (0, "calendar_days"),
    "handover.hv_named_by_days": (14, "calendar_days"),
    "gp_registered_by_days": (42, "calendar_days"),
    "transfer_in.hv_contact_wd": (10, "working_days"),
    "transfer_in.hv_contact_vulnerable_wd": (5, "working_days"),
    "hv.antenatal_from": (28 * 7, "gestation"),
    "hv.new_birth_days": (14, "calendar_days"),
    "hv.six_to_eight_weeks_days": (56, "calendar_days"),
    "hv.nine_to_twelve_months": (12, "months"),
    "hv.look_back_months": (3, "months"),
    "wnb.pattern_count": (2, "count"),
    "wnb.pattern_days": (90, "calendar_days"),
    "wnb.pattern_count_on_plan": (1, "count"),
    "wnb.response_wd": (2, "working_days"),
    # weight
    "weight.birth_days": (1, "calendar_days"),
    "weight.first_week_days": (5, "calendar_days"),
    "weight.new_birth_days": (14, "calendar_days"),
    "weight.six_to_eight_weeks_days": (56, "calendar_days"),
    "weight.twelve_weeks_days": (84, "calendar_days"),
    "weight.sixteen_weeks_days": (112, "calendar_days"),
    "weight.older_from_months": (6, "months"),
    "weight.max_gap_days": (28, "calendar_days"),
    "weight.max_gap_older_days": (56, "calendar_days"),
    "weight.routine_gap_days": (28, "calendar_days"),
    "weight.routine_gap_older_days": (56, "calendar_days"),
    "weight.regain_days": (21, "calendar_days"),
    "weight.loss_pct": (10, "percent"),
    "weight.response_wd": (1, "working_days"),
    "weight.early_days": (14, "calendar_days"),
    "weight.after_ward_days": (5, "calendar_days"),
    "weight.least_grams": (300, "grams"),
    "weight.most_grams": (20_000, "grams"),
    "weight.most_at_birth_grams": (7_000, "grams"),
    "weight.small_at_birth_grams": (2_500, "grams"),
    "weight.fall_if_born_small": (1, "count"),
    "weight.fall": (2, "count"),
    "weight.fall_if_born_large": (3, "count"),
    # fragility, advice and housing
    "fragility.considered_wd": (5, "working_days"),
    "fragility.new_incident_considered_wd": (1, "working_days"),
    "fragility.new_incident_days": (7, "calendar_days"),
    "fragility.past_months": (24, "months"),
    "fragility.mark_referral_days": (0, "calendar_days"),
    "fragility.mark_examined_days": (0, "calendar_days"),
    "fragility.mark_strategy_wd": (1, "working_days"),
    "advice.review_months": (12, "months"),
    "housing.notify_days": (0, "calendar_days"),
    "housing.decision_wd": (1, "working_days"),
    "housing.threatened_within_days": (56, "calendar_days"),
    # young people
    "young_person.from_age": (14, "years"),
    "young_person.until_age": (18, "years"),
    "behaviour.explored_wd": (10, "working_days"),
    "behaviour.refresh_incidents": (2, "count"),
    "behaviour.refresh_window_days": (30, "calendar_days"),
    "behaviour.refresh_wd": (10, "working_days"),
    "behaviour.afresh_months": (6, "months"),
    "behaviour.look_back_months": (12, "months"),
    "behaviour.cause_action_wd": (10, "working_days"),
    "behaviour.sustained_weeks": (12, "weeks"),
    "behaviour.self_harm_spoken_days": (0, "calendar_days"),
    "rhi.hours": (72, "hours"),
    "rhi.used_wd": (10, "working_days"),
    "young_person.status_wd": (5, "working_days"),
    "young_person.reverify_months": (6, "months"),
    "young_person.reverify_after_move_wd": (5, "working_days"),
    "young_person.rights_wd": (10, "working_days"),
    "young_person.appropriate_adult_days": (1, "calendar_days"),
    "young_person.unsuitable_setting_days": (0, "calendar_days"),
    "transition.plan_age_months": (17 * 12 + 6, "months"),
    "transition.late_plan_wd": (20, "working_days"),
    # responsibility
    "decision.urgent_record_wd": (1, "working_days"),
    "decision.look_back_months": (12, "months"),
    "collaboration.least_agencies": (2, "count"),
    "collaboration.map_wd": (10, "working_days"),
    "action.owner_ack_wd": (2, "working_days"),
    "follow_through.chase_wd": (1, "working_days"),
    "follow_through.overdue_wd": (3, "working_days"),
    "follow_through.outcome_wd": (5, "working_days"),
    "escalation.immediate_days": (1, "calendar_days"),
    "escalation.interim_safety_days": (1, "calendar_days"),
    "escalation.feedback_wd": (2, "working_days"),
    "follow_through.look_back_months": (6, "months"),
    "escalation.prompt_declined_referrals": (2, "count"),
    "escalation.prompt_overdue_times": (2, "count"),
    # the Board
    "audit.prebirth_months": (12, "months"),
    "audit.dip_rate": (10, "percent"),
    "audit.dip_least_a_month": (5, "count"),
    "audit.system_review_months": (12, "months"),
    "audit.quick_sign_off_minutes": (5, "minutes"),
    "fathers.review_months": (12, "months"),
    "resources.check_months": (12, "months"),
    "handover.report_months": (3, "months"),
    "handover.traced_cases": (5, "count"),
    "inspection.notice_wd": (10, "working_days"),
    "inspection.months_back": (6, "months"),
    "tools.return_months": (12, "months"),
    "audit.older_rounds_a_year": (2, "count"),
    "audit.older_least_agencies": (3, "count"),
    "audit.older_least_concern_kinds": (2, "count"),
    "audit.disseminate_weeks": (8, "weeks"),
    "audit.practice_check_months": (6, "months"),
    "escalation.policy_review_months": (24, "months"),
    "escalation.scrutiny_months": (12, "months"),
    "escalation.quiet_months": (12, "months"),
    "escalation.roster_answer_wd": (2, "working_days"),
    "escalation.roster_test_months": (6, "months"),
    "report.first_month": (4, "count"),
    "report.publish_months": (6, "months"),
}
"""The specification of the numbers: what each is, and in what it is counted; gestations in days."""

CHOICES_AND_TEXTS = {
    "partnership.name": "Safeguarding partnership",
    "partnership.looked_after_term": "child looked after",
    "partnership.assessment_term": "child and family assessment",
    "edition": "WT2026",
    "weight.centiles": "off",
    "icpc.clock": "section_47_strategy_discussion",
    "young_parent.decide_for": "with_significant_concern",
    "father.seen_by": "assessment_sign_off",
}

LISTS = {
    "prebirth.triggers": codes.ConcernKind,
    "parents.refresh_events": None,
    "parents.own_needs": codes.ConcernKind,
    "parents.capacity_dimensions": work_codes.Dimension,
    "observation.appointment_kinds": care_codes.AppointmentKind,
    "weight.vulnerable": None,
    "wnb.counted": care_codes.Kept,
    "fragility.concern_kinds": codes.ConcernKind,
    "advice.topics": care_codes.AdviceTopic,
    "behaviour.concern_kinds": codes.ConcernKind,
    "behaviour.abuse_kinds": codes.ConcernKind,
    "behaviour.causes": None,
    "young_person.unsuitable_settings": care_codes.SettingKind,
    "young_person.capacity_kinds": work_codes.DecisionKind,
    "decision.significant_kinds": work_codes.DecisionKind,
    "collaboration.universal_kinds": codes.AgencyKind,
    "escalation.declined_outcomes": work_codes.ReferralOutcome,
    "collaboration.meeting_kinds": work_codes.MeetingKind,
    "collaboration.joint_plan_kinds": work_codes.PlanKind,
}
"""The lists, and the codes that records use for their entries, where records have a closed list of them."""


def test_the_register_has_every_setting_and_no_other():
    assert set(SETTINGS) == {*NUMBERS, *CHOICES_AND_TEXTS, *LISTS, "escalation.stages"}


@pytest.mark.parametrize(("key", "number", "unit"), [(key, *pair) for key, pair in NUMBERS.items()])
def test_each_number_and_its_unit(key, number, unit):
    assert (SETTINGS.number(key), setting(key).unit) == (number, unit)


@pytest.mark.parametrize(("key", "value"), CHOICES_AND_TEXTS.items())
def test_each_choice_and_text(key, value):
    assert SETTINGS.value(key) == value


@pytest.mark.parametrize(("key", "listing"), [(key, listing) for key, listing in LISTS.items() if listing])
def test_lists_use_the_codes_that_records_use(key, listing):
    assert {entry.code for entry in SETTINGS.value(key)} <= set(listing)


def test_the_circumstances_that_ask_for_a_decision_before_birth():
    assert SETTINGS.codes("prebirth.triggers") == (
        *("previous_child_harmed", "previous_child_died", "previous_child_removed", "sibling_on_plan"),
        *("person_posing_risk", "sexual_offences", "domestic_abuse", "alcohol", "drugs", "parental_mental_health"),
        *("learning_disability", "young_parent", "care_experienced_parent", "late_booking", "concealed_pregnancy"),
        *("poor_antenatal_engagement", "homelessness", "father_not_named", "honour_based_abuse"),
        *("female_genital_mutilation", "relinquishment"),
    )


def test_lists_of_a_fixed_content():
    assert SETTINGS.codes("advice.topics") == ("co_sleeping", "overlay", "parental_substances", "prescribed_medicines")
    assert SETTINGS.codes("young_person.unsuitable_settings") == (
        *("bed_and_breakfast", "adult_hostel"),
        *("adult_ward", "police_cell"),
    )
    assert SETTINGS.codes("parents.capacity_dimensions") == tuple(work_codes.Dimension)
    assert len(SETTINGS.codes("parents.own_needs")) == 12
    assert len(SETTINGS.codes("behaviour.causes")) == 12
    assert len(SETTINGS.codes("decision.significant_kinds")) == 11


def test_escalation_has_three_stages_of_two_five_and_five_days():
    stages = SETTINGS.stages("escalation.stages")
    assert [(stage.stage, stage.clock_wd) for stage in stages] == [(1, 2), (2, 5), (3, 5)]
    assert [stage.clock_from for stage in stages] == [
        ClockFrom.DISAGREEMENT_RAISED,
        ClockFrom.PREVIOUS_STAGE,
        ClockFrom.PREVIOUS_STAGE,
    ]
    assert Stage(1, "Managers", 1, ClockFrom.DECISION_RECEIVED).said == (
        "Managers: 1 working day from when the decision was received"
    )


@pytest.mark.parametrize("each", SETTINGS.values(), ids=lambda each: each.key)
def test_every_setting_says_what_it_governs_and_on_whose_word(each):
    assert each.governs[0].isupper()
    assert each.governs.endswith(".")
    assert all((each.observed, each.source, each.edition))
    assert set(each.lessons) <= {lesson.id for lesson in LESSONS}
    assert each.confirmed == "not confirmed by anybody yet"
    assert each.source_note == ("" if each.established is Established.SEEN else "source to confirm")
    assert not each.is_overridden


def test_a_proposal_of_ours_never_claims_more_than_local_procedure():
    ours = [each for each in SETTINGS.values() if each.edition == "proposal"]
    assert len(ours) > 50
    assert {each.basis for each in ours} == {Basis.LOCAL_PROCEDURE}
    assert {each.established for each in ours} == {Established.INFERENCE}


def test_every_bullet_is_served_by_some_setting():
    served = {id for each in SETTINGS.values() for id in each.lessons}
    assert {lesson.id for lesson in LESSONS if lesson.id[0] in "PB"} <= served


@pytest.mark.parametrize(
    ("text", "days", "before_expected"), [("28+0", 196, 84), ("40+0", 280, 0), ("0+6", 6, 274), ("45+6", 321, -41)]
)
def test_gestation_in_days(text, days, before_expected):
    gestation = Gestation.parsed(text)
    assert (gestation.total_days, gestation.days_before_expected, str(gestation)) == (days, before_expected, text)
    assert Gestation.of_days(days) == gestation


@pytest.mark.parametrize("text", ["28", "28+7", "46+0", "-1+0", "28 + 0", "²8+0", 28, None, ""])
def test_gestation_refused(text):
    with pytest.raises(ValueError, match=r"needs weeks\+days of gestation such as \"28\+0\""):
        Gestation.parsed(text)


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("referral.ack_wd", "1 working day"),
        ("assessment.max_wd", "45 working days"),
        ("prebirth.complete_by", "28+0 weeks"),
        ("weight.loss_pct", "10%"),
        ("suppress.below", "5"),
        ("icpc.clock", "section 47 strategy discussion"),
        ("fragility.concern_kinds", "Domestic abuse; Alcohol; Drugs"),
    ],
)
def test_values_in_words(key, said):
    assert setting(key).said == said


def test_as_checks_reckon_with_them():
    keys = ["prebirth.complete_by", "assessment.max_wd", "fragility.concern_kinds", "rhi.hours"]
    assert SETTINGS.local(keys) == {
        "prebirth.complete_by": 196,
        "assessment.max_wd": 45,
        "fragility.concern_kinds": ("domestic_abuse", "alcohol", "drugs"),
        "rhi.hours": 3,
    }


def test_of_a_table_each_number_and_text_stands_by_itself():
    reckoned = SETTINGS.local(["escalation.stages"])
    assert reckoned["escalation.stages.1.clock_from"] == ("disagreement_raised",)
    assert reckoned["escalation.stages.2.clock_wd"] == 5
    assert reckoned["escalation.stages.2.clock_from"] == ("previous_stage",)
    assert (reckoned["escalation.stages.4.clock_wd"], reckoned["escalation.stages.4.clock_from"]) == (0, ())
    assert "escalation.stages.7.clock_wd" not in reckoned


@pytest.mark.parametrize(
    ("ask", "key", "said"),
    [
        (SETTINGS.number, "partnership.name", "partnership.name holds a text, not a number."),
        (SETTINGS.number, "prebirth.triggers", "prebirth.triggers holds a list, not a number."),
        (SETTINGS.codes, "assessment.max_wd", "assessment.max_wd holds a working_days, not a list of codes."),
        (SETTINGS.stages, "prebirth.triggers", "prebirth.triggers holds a list, not stages."),
    ],
)
def test_asked_for_as_what_it_is_not(ask, key, said):
    with pytest.raises(WrongUse) as refused:
        ask(key)
    assert str(refused.value) == said


def test_an_unknown_key_is_refused_naming_those_near():
    with pytest.raises(UnknownSetting) as refused:
        setting("prebirth.complet_by")
    assert str(refused.value).startswith("There is no setting 'prebirth.complet_by'. Nearest: prebirth.complete_by")
    assert "prebirth.complet_by" not in SETTINGS


def test_settings_are_a_snapshot():
    assert shipped_settings() is SETTINGS
    with pytest.raises(FrozenInstanceError):
        setting("referral.ack_wd").value = 2
    with pytest.raises(TypeError):
        SETTINGS.entries["referral.ack_wd"] = setting("assessment.max_wd")


def test_the_version_changes_with_the_edition_and_not_with_who_confirmed():
    each = setting("assessment.max_wd")
    assert Settings({**SETTINGS, each.key: replace(each, edition="WT2029")}).version != SETTINGS.version
    assert Settings({**SETTINGS, each.key: replace(each, confirmed_by="Head")}).version == SETTINGS.version


def test_units_are_a_closed_list():
    used = {each.unit for each in SETTINGS.values()}
    assert used == set(Unit)

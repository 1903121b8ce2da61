"""The Standard Safeguarding Dataset beside the record tables: what each of its tables becomes, column by column.

One declaration a record table and source; reading and writing both follow it. The names are those of the
published specification; `ALIASES` has those under which Mosaic, System C and Eclipse ship the same column.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lapwing.exchange import cin_codes
from lapwing.vocabulary.care_codes import LegalStatusKind
from lapwing.vocabulary.codes import HelpLevel, RelationshipRole
from lapwing.vocabulary.work_codes import (
    AssessmentKind,
    ContactKind,
    MeetingKind,
    PlanKind,
    ReferralOutcome,
    ReviewOutcome,
)

PREFIX = "ssd_"


@dataclass(frozen=True)
class Coded:
    """A column of the dataset whose values stand for ours; what stands for nothing is left out and doubted."""

    column: str
    codes: Mapping[str, str]


@dataclass(frozen=True)
class Target:
    """One record table filled from one table of the dataset.

    `columns` gives for each column of ours the column that it comes from; `fixed` are values that every such row
    has. `through` names the plan by whose child a row is told that does not name its own.
    """

    table: str
    source: str
    columns: Mapping[str, str | Coded]
    fixed: Mapping[str, str] = field(default_factory=dict)
    through: str | None = None


def _same(codes: str) -> dict[str, str]:
    return {code: code for code in codes.split()}


def _values(codes: Mapping[str, object]) -> dict[str, str]:
    return {code: str(value) for code, value in codes.items()}


SEXES = {**_values(cin_codes.SEXES), "00": "unknown", "01": "male", "02": "female", "09": "unknown"}
NO_FURTHER_ACTION = {"Y": ReferralOutcome.NO_FURTHER_ACTION.value, "N": ""}
CONTINUES = {"Y": ReviewOutcome.CONTINUE.value, "N": ReviewOutcome.END.value}
CATEGORIES = {
    **_same("NEG PHY SAB EMO MUL"),
    "NEGLECT": "NEG",
    "PHYSICAL ABUSE": "PHY",
    "PHYSICAL": "PHY",
    "SEXUAL ABUSE": "SAB",
    "SEXUAL": "SAB",
    "EMOTIONAL ABUSE": "EMO",
    "EMOTIONAL": "EMO",
    "MULTIPLE": "MUL",
}
LEGAL_STATUSES = {
    "C1": LegalStatusKind.INTERIM_CARE_ORDER.value,
    "C2": LegalStatusKind.SECTION_31.value,
    "V2": LegalStatusKind.SECTION_20.value,
    "V3": LegalStatusKind.SECTION_20.value,
    "V4": LegalStatusKind.SECTION_20.value,
    "J1": LegalStatusKind.REMAND.value,
    "L1": LegalStatusKind.EMERGENCY_PROTECTION.value,
    "L2": LegalStatusKind.EMERGENCY_PROTECTION.value,
}
"""By the codes of the return on looked-after children; a placement order (E1) has no counterpart of ours."""
TRANSFERS = {"Y": MeetingKind.TRANSFER_CONFERENCE.value, "N": MeetingKind.INITIAL_CONFERENCE.value}

TARGETS = (
    Target(
        "person",
        "ssd_person",
        {
            "person_id": "pers_person_id",
            "nhs_number": "pers_single_unique_id",
            "given_name": "pers_forename",
            "family_name": "pers_surname",
            "born_on": "pers_dob",
            "sex": Coded("pers_sex", SEXES),
            "ethnicity": "pers_ethnicity",
            "died_on": "pers_death_date",
        },
    ),
    Target(
        "practitioner",
        "ssd_professionals",
        {
            "practitioner_id": "prof_professional_id",
            "name": "prof_professional_name",
            "team": "prof_professional_department",
        },
    ),
    Target(
        "relationship",
        "ssd_mother",
        {"relationship_id": "moth_table_id", "child_id": "moth_childs_person_id", "person_id": "moth_person_id"},
        {"role": RelationshipRole.BIRTH_MOTHER.value},
    ),
    # Plans first: visits and reviews that do not name their child are told by the plan's.
    Target(
        "plan",
        "ssd_cin_plans",
        {
            "plan_id": "cinp_cin_plan_id",
            "child_id": "cinp_person_id",
            "referral_id": "cinp_referral_id",
            "led_by": "cinp_cin_plan_worker_id",
            "started_on": "cinp_cin_plan_start_date",
            "ended_on": "cinp_cin_plan_end_date",
        },
        {"kind": PlanKind.CHILD_IN_NEED.value},
    ),
    Target(
        "plan",
        "ssd_cp_plans",
        {
            "plan_id": "cppl_cp_plan_id",
            "child_id": "cppl_person_id",
            "referral_id": "cppl_referral_id",
            "started_on": "cppl_cp_plan_start_date",
            "ended_on": "cppl_cp_plan_end_date",
            "initial_category": Coded("cppl_cp_plan_initial_category", CATEGORIES),
            "latest_category": Coded("cppl_cp_plan_latest_category", CATEGORIES),
        },
        {"kind": PlanKind.CHILD_PROTECTION.value},
    ),
    Target(
        "plan",
        "ssd_pre_proceedings",
        {
            "plan_id": "prep_table_id",
            "child_id": "prep_person_id",
            "started_on": "prep_pre_pro_decision_date",
            "ended_on": "prep_agree_stepdown_issue_date",
        },
        {"kind": PlanKind.PRE_PROCEEDINGS.value},
    ),
    Target(
        "contact",
        "ssd_contacts",
        {
            "contact_id": "cont_contact_id",
            "child_id": "cont_person_id",
            "happened_on": "cont_contact_date",
            "source": Coded("cont_contact_source_code", _values(cin_codes.REFERRAL_SOURCES)),
        },
        {"kind": ContactKind.INCOMING.value},
    ),
    Target(
        "contact",
        "ssd_cin_visits",
        {
            "contact_id": "cinv_cin_visit_id",
            "child_id": "cinv_person_id",
            "happened_on": "cinv_cin_visit_date",
            "child_seen": "cinv_cin_visit_seen",
            "seen_alone": "cinv_cin_visit_seen_alone",
        },
        {"kind": ContactKind.VISIT.value},
        through="cinv_cin_plan_id",
    ),
    Target(
        "contact",
        "ssd_cp_visits",
        {
            "contact_id": "cppv_cp_visit_id",
            "child_id": "cppv_person_id",
            "happened_on": "cppv_cp_visit_date",
            "child_seen": "cppv_cp_visit_seen",
            "seen_alone": "cppv_cp_visit_seen_alone",
        },
        {"kind": ContactKind.VISIT.value},
        through="cppv_cp_plan_id",
    ),
    Target(
        "involvement",
        "ssd_involvements",
        {
            "involvement_id": "invo_involvements_id",
            "child_id": "invo_person_id",
            "practitioner_id": "invo_professional_id",
            "team": "invo_professional_team",
            "started_on": "invo_involvement_start_date",
            "ended_on": "invo_involvement_end_date",
        },
    ),
    Target(
        "involvement",
        "ssd_early_help_episodes",
        {
            "involvement_id": "earl_episode_id",
            "child_id": "earl_person_id",
            "practitioner_id": "earl_episode_worker_id",
            "started_on": "earl_episode_start_date",
            "ended_on": "earl_episode_end_date",
        },
        {"level": HelpLevel.EARLY_HELP.value},
    ),
    Target(
        "referral",
        "ssd_cin_episodes",
        {
            "referral_id": "cine_referral_id",
            "child_id": "cine_person_id",
            "source": Coded("cine_referral_source_code", _values(cin_codes.REFERRAL_SOURCES)),
            "received_on": "cine_referral_date",
            "outcome": Coded("cine_referral_nfa", NO_FURTHER_ACTION),
            "primary_need": Coded("cine_cin_primary_need_code", _same("N0 N1 N2 N3 N4 N5 N6 N7 N8 N9")),
            "closed_on": "cine_close_date",
            "closed_reason": Coded("cine_close_reason", _values(cin_codes.CLOSURE_REASONS)),
        },
    ),
    Target(
        "assessment",
        "ssd_cin_assessments",
        {
            "assessment_id": "cina_assessment_id",
            "child_id": "cina_person_id",
            "referral_id": "cina_referral_id",
            "led_by": "cina_assessment_worker_id",
            "started_on": "cina_assessment_start_date",
            "signed_off_on": "cina_assessment_auth_date",
            "child_seen": "cina_assessment_child_seen",
            "outcome": Coded("cina_assessment_outcome_nfa", NO_FURTHER_ACTION),
        },
        {"kind": AssessmentKind.CHILD_AND_FAMILY.value},
    ),
    Target(
        "assessment",
        "ssd_s47_enquiry",
        {
            "assessment_id": "s47e_s47_enquiry_id",
            "child_id": "s47e_person_id",
            "referral_id": "s47e_referral_id",
            "led_by": "s47e_s47_completed_by_worker_id",
            "started_on": "s47e_s47_start_date",
            "outcome": Coded("s47e_s47_nfa", NO_FURTHER_ACTION),
        },
        {"kind": AssessmentKind.SECTION_47.value},
    ),
    Target(
        "meeting",
        "ssd_initial_cp_conference",
        {
            "meeting_id": "icpc_icpc_id",
            "child_id": "icpc_person_id",
            "kind": Coded("icpc_icpc_transfer_in", TRANSFERS),
            "plan_id": "icpc_cp_plan_id",
            "due_on": "icpc_icpc_target_date",
            "held_on": "icpc_icpc_date",
        },
    ),
    Target(
        "meeting",
        "ssd_cp_reviews",
        {
            "meeting_id": "cppr_cp_review_id",
            "child_id": "cppr_person_id",
            "plan_id": "cppr_cp_plan_id",
            "due_on": "cppr_cp_review_due",
            "held_on": "cppr_cp_review_date",
            "quorate": "cppr_cp_review_quorate",
            "outcome": Coded("cppr_cp_review_outcome_continue_cp", CONTINUES),
        },
        {"kind": MeetingKind.REVIEW_CONFERENCE.value},
        through="cppr_cp_plan_id",
    ),
    Target(
        "missing_episode",
        "ssd_missing",
        {
            "missing_episode_id": "miss_table_id",
            "child_id": "miss_person_id",
            "missing_from_on": "miss_missing_episode_start_date",
            "returned_on": "miss_missing_episode_end_date",
        },
    ),
    Target(
        "legal_status",
        "ssd_legal_status",
        {
            "legal_status_id": "lega_legal_status_id",
            "child_id": "lega_person_id",
            "kind": Coded("lega_legal_status", LEGAL_STATUSES),
            "started_on": "lega_legal_status_start_date",
            "ended_on": "lega_legal_status_end_date",
        },
    ),
)

BESIDE = {
    "ssd_person": ("pers_person_id", "pers_expected_dob", "pers_upn", "pers_gender", "pers_is_mother"),
    "ssd_disability": ("disa_person_id", "disa_disability_code"),
    "ssd_assessment_factors": ("cinf_assessment_id", "cinf_assessment_factors_json"),
    "ssd_cin_visits": ("cinv_cin_plan_id",),
    "ssd_cp_visits": ("cppv_cp_plan_id",),
}
"""Columns that are read besides those of the targets, because more than one row or column makes one of ours."""

ALIASES: Mapping[str, Mapping[str, str]] = {
    "ssd_person": {"pers_common_child_id": "pers_single_unique_id"},
    "ssd_cin_plans": {"cin_plan_id": "cinp_cin_plan_id"},
    "ssd_cin_visits": {"cin_plan_id": "cinv_cin_plan_id"},
    "ssd_cp_reviews": {
        "review_id": "cppr_cp_review_id",
        "person_id": "cppr_person_id",
        "registration_id": "cppr_cp_plan_id",
        "due_date": "cppr_cp_review_due",
        "actual_date": "cppr_cp_review_date",
        "quorate": "cppr_cp_review_quorate",
        "review_outcome": "cppr_cp_review_outcome_continue_cp",
        "review_participation": "cppr_cp_review_participation",
    },
}
"""By table, the names under which a system ships a column that the specification calls otherwise."""

NOT_KEPT = {
    "ssd_address": "addresses, because the dataset does not say which of them must not become known",
    "ssd_family": "family groups, which do not say who is what to whom",
    "ssd_department": "the tree of teams",
    "ssd_care_leavers": "care leavers' accommodation and activity",
}
"""Tables that are known and not taken as a whole; others of the specification say nothing that checks look at."""


def columns_read(source: str) -> dict[str, None]:
    """Every column of a table of the dataset that is looked at, in order."""
    named = [
        column.column if isinstance(column, Coded) else column
        for target in TARGETS
        if target.source == source
        for column in target.columns.values()
    ]
    return dict.fromkeys([*named, *BESIDE.get(source, ())])


SOURCES = tuple(dict.fromkeys([*(target.source for target in TARGETS), *BESIDE]))
"""Every table of the dataset that is read."""

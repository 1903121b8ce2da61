"""The Standard Safeguarding Dataset beside the record tables: what each of its tables becomes, column by column.

One declaration a record table and source; reading and writing both follow it. The names are those of the
published specification; the aliases beside this module are those under which systems ship the same column.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lapwing.exchange import safeguarding_dataset_codes as codes
from lapwing.exchange.kinds import kinds_told
from lapwing.vocabulary.codes import HelpLevel, RelationshipRole
from lapwing.vocabulary.work_codes import (
    AssessmentKind,
    ContactKind,
    MeetingKind,
    PlanKind,
)


@dataclass(frozen=True)
class Coded:
    """A column of the dataset whose values stand for ours; what stands for nothing is left out and doubted."""

    column: str
    codes: Mapping[str, str]


@dataclass(frozen=True)
class Through:
    """How a row that does not name its child leads to one: `column` holds the `key` of a row of `source`."""

    column: str
    source: str
    key: str
    child: str


@dataclass(frozen=True)
class Target:
    """One record table filled from one table of the dataset.

    `columns` gives for each column of ours the column that it comes from; `fixed` are values that every such row
    has. `unsaid` are columns that the source fills for some rows only, so that nothing follows where they are empty.
    """

    table: str
    source: str
    columns: Mapping[str, str | Coded]
    fixed: Mapping[str, str] = field(default_factory=dict)
    through: Through | None = None
    unsaid: frozenset[str] = frozenset()


PERIOD_OF_CARE = ("ssd_cla_episodes", "clae_cla_id", "clae_person_id")

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
            "sex": Coded("pers_sex", codes.SEXES),
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
            "initial_category": Coded("cppl_cp_plan_initial_category", codes.CATEGORIES),
            "latest_category": Coded("cppl_cp_plan_latest_category", codes.CATEGORIES),
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
            "source": Coded("cont_contact_source_code", codes.REFERRAL_SOURCES),
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
        through=Through("cinv_cin_plan_id", "ssd_cin_plans", "cinp_cin_plan_id", "cinp_person_id"),
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
        through=Through("cppv_cp_plan_id", "ssd_cp_plans", "cppl_cp_plan_id", "cppl_person_id"),
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
        through=Through("invo_referral_id", "ssd_cin_episodes", "cine_referral_id", "cine_person_id"),
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
            "source": Coded("cine_referral_source_code", codes.REFERRAL_SOURCES),
            "received_on": "cine_referral_date",
            "outcome": Coded("cine_referral_nfa", codes.NO_FURTHER_ACTION),
            "primary_need": Coded("cine_cin_primary_need_code", codes.PRIMARY_NEEDS),
            "closed_on": "cine_close_date",
            "closed_reason": Coded("cine_close_reason", codes.CLOSURE_REASONS),
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
            "outcome": Coded("cina_assessment_outcome_nfa", codes.NO_FURTHER_ACTION),
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
            "outcome": Coded("s47e_s47_nfa", codes.NO_FURTHER_ACTION),
        },
        {"kind": AssessmentKind.SECTION_47.value},
    ),
    Target(
        "meeting",
        "ssd_initial_cp_conference",
        {
            "meeting_id": "icpc_icpc_id",
            "child_id": "icpc_person_id",
            "kind": Coded("icpc_icpc_transfer_in", codes.TRANSFERS),
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
            "outcome": Coded("cppr_cp_review_outcome_continue_cp", codes.CONTINUES),
        },
        {"kind": MeetingKind.REVIEW_CONFERENCE.value},
        through=Through("cppr_cp_plan_id", "ssd_cp_plans", "cppl_cp_plan_id", "cppl_person_id"),
    ),
    Target(
        "missing_episode",
        "ssd_missing",
        {
            "missing_episode_id": "miss_table_id",
            "child_id": "miss_person_id",
            "missing_from_on": "miss_missing_episode_start_date",
            "returned_on": "miss_missing_episode_end_date",
            "interview_outcome": Coded("miss_missing_rhi_accepted", codes.INTERVIEWS),
        },
        unsaid=frozenset({"interview_outcome"}),
    ),
    Target(
        "accommodation",
        "ssd_cla_placement",
        {
            "accommodation_id": "clap_cla_placement_id",
            "child_id": "clap_person_id",
            "kind": Coded("clap_cla_placement_type", codes.PLACEMENTS),
            "started_on": "clap_cla_placement_start_date",
            "ended_on": "clap_cla_placement_end_date",
        },
        through=Through("clap_cla_id", *PERIOD_OF_CARE),
    ),
    Target(
        "contact",
        "ssd_cla_visits",
        {
            "contact_id": "clav_cla_visit_id",
            "child_id": "clav_person_id",
            "happened_on": "clav_cla_visit_date",
            "child_seen": "clav_cla_visit_seen",
            "seen_alone": "clav_cla_visit_seen_alone",
        },
        {"kind": ContactKind.VISIT.value},
        through=Through("clav_cla_id", *PERIOD_OF_CARE),
    ),
    Target(
        "meeting",
        "ssd_cla_reviews",
        {
            "meeting_id": "clar_cla_review_id",
            "due_on": "clar_cla_review_due_date",
            "held_on": "clar_cla_review_date",
        },
        {"kind": MeetingKind.LOOKED_AFTER_REVIEW.value},
        through=Through("clar_cla_id", *PERIOD_OF_CARE),
    ),
    Target(
        "legal_status",
        "ssd_legal_status",
        {
            "legal_status_id": "lega_legal_status_id",
            "child_id": "lega_person_id",
            "kind": Coded("lega_legal_status", codes.LEGAL_STATUSES),
            "started_on": "lega_legal_status_start_date",
            "ended_on": "lega_legal_status_end_date",
        },
    ),
)

BESIDE = {
    "ssd_person": ("pers_person_id", "pers_expected_dob", "pers_upn", "pers_gender", "pers_is_mother"),
    "ssd_disability": ("disa_person_id", "disa_disability_code"),
    "ssd_assessment_factors": ("cinf_assessment_id", "cinf_assessment_factors_json"),
    "ssd_missing": ("miss_missing_rhi_offered",),
    "ssd_cla_reviews": ("clar_cla_review_cancelled",),
    "ssd_cla_episodes": ("clae_cla_id", "clae_person_id"),
}
"""Columns that are read besides those of the targets, because more than one row or column makes one of ours."""

KIND_COLUMNS = ("kind", "role")
"""Columns that say of what kind a row is; the dataset has rows of those kinds only that its tables give."""


def kinds_given(target: Target) -> dict[str, frozenset[str]]:
    """By `table.column`, the kinds of row that a target can give."""
    given: dict[str, frozenset[str]] = {}
    for name in KIND_COLUMNS:
        column = target.columns.get(name)
        some = set(column.codes.values()) - {""} if isinstance(column, Coded) else set()
        some |= {target.fixed[name]} if name in target.fixed else set()
        if some:
            given[f"{target.table}.{name}"] = kinds_told(some)
    return given


def columns_read(source: str) -> dict[str, None]:
    """Every column of a table of the dataset that is looked at, in order."""
    targets = [target for target in TARGETS if target.source == source]
    named = [column_of(column) for target in targets for column in target.columns.values()]
    leading = [target.through.column for target in targets if target.through]
    return dict.fromkeys([*named, *BESIDE.get(source, ()), *leading])


def column_of(column: str | Coded) -> str:
    """The name in the dataset of a column that a target takes."""
    return column.column if isinstance(column, Coded) else column


SOURCES = tuple(dict.fromkeys([*(target.source for target in TARGETS), *BESIDE]))
"""Every table of the dataset that is read."""

SHARED = frozenset(one.table for one in TARGETS for other in TARGETS if one is not other and one.table == other.table)
"""Record tables that several tables of the dataset fill, each with numbers of its own."""


MEANT = {"plan": "ssd_cp_plans", "assessment": "ssd_cin_assessments"}
"""Of several tables of the dataset that fill one record table, the one whose rows other tables refer to."""


def qualified(source: str, key: str) -> str:
    """A key as it is in a record table that several tables fill: a bare number may stand for another row there."""
    return f"{source}:{key}" if key.isascii() and key.isdecimal() else key


def unqualified(key: str) -> str:
    """The key as the dataset has it."""
    source, _, number = key.partition(":")
    return number if source in SOURCES and number.isdecimal() else key

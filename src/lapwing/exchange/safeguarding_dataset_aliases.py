"""Names in the Standard Safeguarding Dataset: those under which systems ship a column, and those left unread."""

from __future__ import annotations

from collections.abc import Mapping

PREFIX = "ssd_"


def table_called(name: str) -> str:
    """The name of a table, without the database and schema that some exports put before it."""
    return name.lower().rpartition(".")[2].strip()


def is_table(name: str) -> bool:
    """Whether a file, by its name without the ending, or a key in JSON is a table of the dataset."""
    return table_called(name).startswith(PREFIX)


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

UNREAD: Mapping[str, str] = {
    "ssd_person": "pers_legacy_id pers_upn_unknown pers_send_flag pers_nationality",
    "ssd_professionals": "prof_staff_id prof_social_worker_registration_no prof_professional_job_title "
    "prof_professional_caseload prof_full_time_equivalency prof_agency_worker_flag",
    "ssd_mother": "moth_childs_dob",
    "ssd_cin_plans": "cinp_cin_plan_team",
    "ssd_cp_plans": "cppl_icpc_id cppl_cp_plan_ola",
    "ssd_pre_proceedings": "prep_plo_family_id prep_initial_pre_pro_meeting_date prep_pre_pro_outcome "
    "prep_cp_plans_referral_period prep_legal_gateway_outcome prep_prev_pre_proc_child prep_prev_care_proc_child "
    "prep_pre_pro_letter_date prep_care_pro_letter_date prep_pre_pro_meetings_num prep_pre_pro_parents_legal_rep "
    "prep_parents_legal_rep_point_of_issue prep_court_reference prep_care_proc_court_hearings "
    "prep_care_proc_short_notice prep_proc_short_notice_reason prep_la_inital_plan_approved prep_la_initial_care_plan "
    "prep_la_final_plan_approved prep_la_final_care_plan",
    "ssd_contacts": "cont_contact_source_desc cont_contact_outcome_json",
    "ssd_cin_visits": "cinv_cin_visit_bedroom",
    "ssd_cp_visits": "cppv_cp_visit_bedroom",
    "ssd_involvements": "invo_professional_role_id invo_worker_change_reason",
    "ssd_early_help_episodes": "earl_episode_reason earl_episode_end_reason earl_episode_organisation",
    "ssd_cin_episodes": "cine_referral_source_desc cine_referral_outcome_json cine_referral_team "
    "cine_referral_worker_id",
    "ssd_cin_assessments": "cina_assessment_outcome_json cina_assessment_team",
    "ssd_s47_enquiry": "s47e_s47_end_date s47e_s47_outcome_json s47e_s47_completed_by_team",
    "ssd_initial_cp_conference": "icpc_icpc_meeting_id icpc_s47_enquiry_id icpc_referral_id icpc_icpc_outcome_cp_flag "
    "icpc_icpc_outcome_json icpc_icpc_team icpc_icpc_worker_id",
    "ssd_cp_reviews": "cppr_cp_review_meeting_id cppr_cp_review_participation",
    "ssd_missing": "miss_missing_episode_type",
    "ssd_disability": "disa_table_id",
    "ssd_assessment_factors": "cinf_table_id",
    "ssd_cla_episodes": "clae_cla_episode_id clae_cla_episode_start_date clae_cla_episode_start_reason "
    "clae_cla_primary_need_code clae_cla_episode_ceased_date clae_cla_episode_ceased_reason clae_referral_id "
    "clae_cla_placement_id clae_entered_care_date clae_cla_last_iro_contact_date",
    "ssd_cla_placement": "clap_cla_placement_urn clap_cla_placement_distance clap_cla_placement_provider "
    "clap_cla_placement_postcode clap_cla_placement_change_reason",
    "ssd_cla_reviews": "clar_cla_review_participation",
    "ssd_cla_visits": "",
}
"""By table that is read, the columns of the dataset that are known and say nothing that is kept."""

NOT_KEPT: Mapping[str, str] = {
    "ssd_address": "addresses, because the dataset does not say which of them must not become known",
    "ssd_family": "family groups, which do not say who is what to whom",
    "ssd_department": "the tree of teams",
    "ssd_care_leavers": "care leavers' accommodation and activity, which are not dated",
    "ssd_immigration_status": "immigration status, which is in words of each area's own",
    "ssd_cla_care_plan": "care plans, whose content is one text",
    "ssd_cla_convictions": "convictions",
    "ssd_cla_health": "health checks of looked-after children",
    "ssd_cla_immunisations": "immunisations of looked-after children",
    "ssd_cla_previous_permanence": "earlier permanence orders",
    "ssd_cla_substance_misuse": "substance misuse of looked-after children",
    "ssd_permanence": "the steps to adoption",
    "ssd_sdq_scores": "scores of the strengths and difficulties questionnaire",
    "ssd_ehcp_requests": "education, health and care plans",
    "ssd_ehcp_assessment": "education, health and care plans",
    "ssd_ehcp_named_plan": "education, health and care plans",
    "ssd_ehcp_active_plans": "education, health and care plans",
    "ssd_send": "special educational needs",
    "ssd_sen_need": "special educational needs",
    "ssd_s251_finance": "spending",
    "ssd_linked_identifiers": "a table that no system fills yet",
    "ssd_voice_of_child": "a table that no system fills yet",
    "ssd_version_log": "the version of the dataset",
    "ssd_api_data_staging": "copies of what was sent on",
    "ssd_api_data_staging_anon": "copies of what was sent on",
}
"""Tables that are known and not taken, and why."""

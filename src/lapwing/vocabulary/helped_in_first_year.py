"""Babies whose family was helped before the birth or in the first year, whether or not help goes on today."""

from __future__ import annotations

from collections.abc import Mapping

from lapwing.language.expressions import earliest_of
from lapwing.vocabulary import records
from lapwing.vocabulary.child import Child
from lapwing.vocabulary.codes import ConcernKind
from lapwing.vocabulary.facts import Link, columns, derived, earliest, wider
from lapwing.vocabulary.parents_of_baby import STANDS, AssessedBaby, look_into_by, sign_off_due
from lapwing.vocabulary.pre_birth_cohort import FIRST_YEAR_MONTHS
from lapwing.vocabulary.unborn_child import HELP, HELP_PLANS, PROTECTION_PLANS
from lapwing.vocabulary.work_codes import Contributor, MeetingKind

plan = columns(records.plan)
involvement = columns(records.involvement)
meeting = columns(records.meeting)
concern = columns(records.concern)
contribution = columns(records.contribution)

BABIES_OF_YEARS: Mapping[str, int] = {"baby.under_months": 48}
"""Babies of three years and the one before, so that each is looked at whose first year fell into them."""
WITH_PARENTS = (
    MeetingKind.INITIAL_CONFERENCE,
    MeetingKind.REVIEW_CONFERENCE,
    MeetingKind.TRANSFER_CONFERENCE,
    MeetingKind.CORE_GROUP,
    MeetingKind.CHILD_IN_NEED_REVIEW,
    MeetingKind.FAMILY_HELP_REVIEW,
    MeetingKind.LOOKED_AFTER_REVIEW,
    MeetingKind.DISCHARGE_PLANNING,
    MeetingKind.PRE_PROCEEDINGS,
    MeetingKind.FAMILY_GROUP,
)
"""Meetings to which a parent would be invited."""


class HelpedInFirstYear(AssessedBaby):
    """An unborn child or baby, as a look back over the help for the family sees it."""

    _child = (Link("child_id", AssessedBaby.child_id),)
    opened_in_error = wider(Child.opened_in_error)
    pregnancy_lost = wider(Child.pregnancy_lost)
    never_was = derived(
        pregnancy_lost | opened_in_error.is_true(),
        "whether the pregnancy ended without a birth, or the record should never have been opened",
    )
    first_birthday_on = derived(AssessedBaby.born_on.plus_months(FIRST_YEAR_MONTHS), "the first birthday")
    plan_begun_on = earliest(
        plan.started_on,
        "when the first plan began",
        by=_child,
        where=plan.kind.is_in(*HELP_PLANS, *PROTECTION_PLANS),
    )
    work_begun_on = earliest(
        involvement.started_on, "when work with the family first began", by=_child, where=involvement.level.is_in(*HELP)
    )
    came_to_help_on = derived(
        earliest_of(plan_begun_on, work_begun_on, AssessedBaby.assessment_begun_on),
        "when help or an assessment first began",
    )
    was_helped = derived(
        came_to_help_on.is_known() & ~(came_to_help_on >= first_birthday_on).is_true(),
        "whether the family was helped or assessed before the first birthday",
    )
    assess_due = derived(
        sign_off_due(AssessedBaby.first_signed_off_on, came_to_help_on),
        "when an assessment was signed off, or was to be",
    )
    look_into_due = derived(
        look_into_by(AssessedBaby.initial_conference_on, assess_due), "by when each parent is looked into"
    )
    met_parents_on = earliest(
        meeting.held_on, "the first meeting for parents", by=_child, where=meeting.kind.is_in(*WITH_PARENTS)
    )

    mental_health_raised_on = earliest(
        concern.first_recorded_on,
        "when a parent's mental health was first recorded as a concern",
        by=_child,
        where=(concern.kind == ConcernKind.PARENTAL_MENTAL_HEALTH) & STANDS,
    )
    substances_raised_on = earliest(
        concern.first_recorded_on,
        "when drink or drugs were first recorded as a concern",
        by=_child,
        where=concern.kind.is_in(ConcernKind.ALCOHOL, ConcernKind.DRUGS) & STANDS,
    )
    mental_health_service_said_on = earliest(
        contribution.received_on,
        "what adult mental health contributed",
        by=_child,
        where=contribution.contributor == Contributor.ADULT_MENTAL_HEALTH,
    )
    substance_service_said_on = earliest(
        contribution.received_on,
        "what the drug and alcohol service contributed",
        by=_child,
        where=contribution.contributor == Contributor.SUBSTANCE_SERVICE,
    )


helped_in_first_year = HelpedInFirstYear

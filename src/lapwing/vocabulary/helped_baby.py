"""Facts about the help that an unborn child or a baby is receiving: since when, and what was assessed."""

from __future__ import annotations

from lapwing.language.expressions import earliest_of
from lapwing.vocabulary import records
from lapwing.vocabulary.facts import Link, columns, derived, earliest, latest
from lapwing.vocabulary.fragile_baby import FragileBaby
from lapwing.vocabulary.unborn_child import HELP, HELP_PLANS, PROTECTION_PLANS
from lapwing.vocabulary.work_codes import AssessmentKind

plan = columns(records.plan)
involvement = columns(records.involvement)
assessment = columns(records.assessment)

OF_FAMILY = (
    AssessmentKind.PRE_BIRTH,
    AssessmentKind.CHILD_AND_FAMILY,
    AssessmentKind.SECTION_47,
    AssessmentKind.PARENTING,
)
"""Assessments that ask how a family cares for a child."""


class HelpedBaby(FragileBaby):
    """What is known of the help for an unborn child or baby that goes on today."""

    _child = (Link("child_id", FragileBaby.child_id),)
    _goes_on = assessment.kind.is_in(*OF_FAMILY) & assessment.stopped_on.is_unknown()

    on_plan_since = earliest(
        plan.started_on,
        "when the plan began",
        by=_child,
        where=plan.kind.is_in(*HELP_PLANS, *PROTECTION_PLANS) & plan.ended_on.is_unknown(),
    )
    worked_with_since = earliest(
        involvement.started_on,
        "when the work with the family began",
        by=_child,
        where=involvement.level.is_in(*HELP) & involvement.ended_on.is_unknown(),
    )
    being_assessed_since = earliest(
        assessment.started_on,
        "when the assessment now going on began",
        by=_child,
        where=_goes_on & assessment.signed_off_on.is_unknown(),
    )
    helped_since = derived(earliest_of(on_plan_since, worked_with_since, being_assessed_since), "when help began")
    assessed_on = latest(assessment.signed_off_on, "when the last assessment was signed off", by=_child, where=_goes_on)
    is_helped = derived(helped_since.is_known(), "whether the family is being helped or assessed")


helped_baby = HelpedBaby

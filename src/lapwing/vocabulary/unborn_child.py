"""Facts about an unborn child, and about a baby just born whose time before birth is looked back on."""

from __future__ import annotations

from lapwing.language.expressions import TODAY, Expression, cases, earliest_of, latest_of
from lapwing.vocabulary import records
from lapwing.vocabulary.child import Child
from lapwing.vocabulary.codes import ConcernStatus, ContactSafety, HelpLevel, IdentityStatus, RelationshipRole
from lapwing.vocabulary.facts import (
    Fact,
    Link,
    Subject,
    any_of,
    columns,
    count_of,
    derived,
    earliest,
    its,
    latest,
    own,
    wider,
)
from lapwing.vocabulary.local import local
from lapwing.vocabulary.work_codes import (
    AssessmentKind,
    Contributor,
    DecisionKind,
    DecisionOutcome,
    MilestoneKind,
    PlanKind,
)

TERM_DAYS = 280
"""From the first day of gestation to the expected date, 40 weeks and 0 days."""
PARENTS = (RelationshipRole.BIRTH_FATHER, RelationshipRole.SECOND_LEGAL_PARENT)
HELP = (
    HelpLevel.EARLY_HELP,
    HelpLevel.FAMILY_HELP,
    HelpLevel.PRE_BIRTH,
    HelpLevel.CHILD_IN_NEED,
    HelpLevel.SECTION_47,
    HelpLevel.CHILD_PROTECTION,
)
HELP_PLANS = (PlanKind.EARLY_HELP, PlanKind.FAMILY_HELP, PlanKind.CHILD_IN_NEED)
PROTECTION_PLANS = (PlanKind.CHILD_PROTECTION, PlanKind.UNBORN_CHILD_PROTECTION)

child = columns(records.child)
concern = columns(records.concern)
referral = columns(records.referral)
decision = columns(records.decision)
assessment = columns(records.assessment)
contribution = columns(records.contribution)
relationship = columns(records.relationship)
involvement = columns(records.involvement)
plan = columns(records.plan)
milestone = columns(records.milestone)


def _in_place(kind: MilestoneKind, label: str, by: tuple[Link, ...]) -> Fact:
    """When something around the birth was in place, or was found with reason not to be needed."""
    settled = milestone.done_on.is_known() | milestone.not_needed_reason.is_known()
    return earliest(
        earliest_of(milestone.done_on, milestone.not_needed_on), label, by=by, where=(milestone.kind == kind) & settled
    )


class UnbornChild(Subject):
    """A child known before birth: still expected, or born within the look-back."""

    table = records.child
    called = "unborn child"

    # Who, and when expected
    child_id = own(child.child_id, "the child")
    pregnancy_id = own(child.pregnancy_id, "the pregnancy")

    _child = (Link("child_id", child_id),)

    born_on = wider(Child.born_on)
    pregnancy_known_on = wider(Child.pregnancy_known_on)
    expected_on = wider(Child.expected_on)
    expected_on_earliest = wider(Child.expected_on_earliest)
    expected_on_latest = wider(Child.expected_on_latest)
    expected_dates_disagree = derived(
        expected_on_earliest != expected_on_latest, "whether records give different expected dates"
    )
    birth_or_expected_on = derived(
        cases((born_on.is_known(), born_on), otherwise=expected_on), "the date of birth or expected date"
    )

    # Whether anything more is to be asked
    record_has_ended = wider(Child.record_has_ended)
    birth_unrecorded = derived(
        born_on.is_unknown() & (expected_on.plus_days(local("prebirth.birth_unrecorded_days")) < TODAY),
        "whether the expected date is long past with nothing recorded",
    )

    # What put the question, and how it was answered
    _is_trigger = (
        concern.kind.is_in(local("prebirth.triggers"))
        & ~(concern.status == ConcernStatus.CLEARED).is_true()
        & (its(born_on).is_unknown() | (concern.first_recorded_on < its(born_on)))
    )
    _is_reasoned = (
        (decision.kind == DecisionKind.PRE_BIRTH_ASSESSMENT)
        & decision.reasons.is_known()
        & (its(born_on).is_unknown() | (decision.decided_on < its(born_on)))
    )
    has_trigger = any_of(concern, "whether a circumstance on the area's list is recorded", by=_child, where=_is_trigger)
    trigger_count = count_of(
        concern, "how many circumstances on the area's list are recorded", by=_child, where=_is_trigger
    )
    first_trigger_on = earliest(
        concern.first_recorded_on, "when the first circumstance was recorded", by=_child, where=_is_trigger
    )
    decided_not_required_on = latest(
        decision.decided_on,
        "when it was decided that none is needed",
        by=_child,
        where=_is_reasoned & (decision.outcome == DecisionOutcome.NOT_REQUIRED),
    )
    decided_required_on = latest(
        decision.decided_on,
        "when it was decided that one is needed",
        by=_child,
        where=_is_reasoned & (decision.outcome == DecisionOutcome.REQUIRED),
    )
    reopened_on = earliest(
        concern.first_recorded_on,
        "when a further circumstance was recorded after that decision",
        by=_child,
        where=_is_trigger & (concern.first_recorded_on > its(decided_not_required_on)),
    )
    question_arose_on = derived(
        latest_of(cases((reopened_on.is_known(), reopened_on), otherwise=first_trigger_on), pregnancy_known_on),
        "when the question arose",
    )
    decided_on = earliest(
        decision.decided_on,
        "the decision, with reasons",
        by=_child,
        where=_is_reasoned
        & decision.outcome.is_in(DecisionOutcome.REQUIRED, DecisionOutcome.NOT_REQUIRED)
        & (its(reopened_on).is_unknown() | (decision.decided_on >= its(reopened_on))),
    )
    stands_not_required = derived(
        decided_not_required_on.is_known()
        & reopened_on.is_unknown()
        & (decided_required_on.is_unknown() | (decided_required_on < decided_not_required_on)),
        "whether it stands decided that none is needed",
    )
    referred_on = earliest(
        referral.received_on,
        "when a referral was received",
        by=_child,
        where=referral.repeats_referral_id.is_unknown()
        & (its(reopened_on).is_unknown() | (referral.received_on >= its(reopened_on)))
        & (its(born_on).is_unknown() | (referral.received_on < its(born_on))),
    )

    asked_of_social_care_on = derived(
        latest_of(referred_on, question_arose_on), "when social care was asked with the question on record"
    )

    # The assessment itself
    _is_prebirth = (
        (
            assessment.kind.is_unknown()
            | assessment.kind.is_in(AssessmentKind.PRE_BIRTH, AssessmentKind.CHILD_AND_FAMILY)
        )
        & assessment.stopped_on.is_unknown()
        & (its(born_on).is_unknown() | (assessment.started_on < its(born_on)))
    )
    started_on = earliest(assessment.started_on, "when the assessment began", by=_child, where=_is_prebirth)
    signed_off_on = earliest(
        assessment.signed_off_on, "when the assessment was signed off", by=_child, where=_is_prebirth
    )

    # What each agency and each parent put into it
    _for_assessment = contribution.assessment_id.is_known() & (
        its(born_on).is_unknown() | (contribution.recorded_on <= its(born_on))
    )
    _given = contribution.received_on.is_known() | contribution.not_obtained_reason.is_known()
    _given_directly = (contribution.received_on.is_known() & contribution.direct) | (
        contribution.not_obtained_reason.is_known()
    )
    midwifery_contributed_on = earliest(
        contribution.recorded_on,
        "midwifery's contribution",
        by=_child,
        where=_for_assessment & _given & (contribution.contributor == Contributor.MIDWIFERY),
    )
    health_visiting_contributed_on = earliest(
        contribution.recorded_on,
        "health visiting's contribution",
        by=_child,
        where=_for_assessment & _given & (contribution.contributor == Contributor.HEALTH_VISITING),
    )
    gp_contributed_on = earliest(
        contribution.recorded_on,
        "the GP's contribution",
        by=_child,
        where=_for_assessment & _given & (contribution.contributor == Contributor.GENERAL_PRACTICE),
    )
    mother_contributed_on = earliest(
        contribution.recorded_on,
        "the mother's own contribution",
        by=_child,
        where=_for_assessment & _given_directly & (contribution.contributor == Contributor.MOTHER),
    )
    father_or_second_parent_contributed_on = earliest(
        contribution.recorded_on,
        "the father's or second parent's own contribution",
        by=_child,
        where=_for_assessment & _given_directly & (contribution.contributor == Contributor.FATHER),
    )
    no_contact_with_father_on = earliest(
        relationship.recorded_on,
        "why the father is not asked",
        by=_child,
        where=relationship.role.is_in(*PARENTS)
        & (
            relationship.identity_status.is_in(
                IdentityStatus.NO_LEGAL_FATHER, IdentityStatus.DECEASED, IdentityStatus.UNKNOWN_TO_MOTHER
            )
            | (
                (relationship.identity_status == IdentityStatus.WITHHELD_FOR_SAFETY)
                & relationship.identity_decided_by.is_known()
                & relationship.identity_review_on.is_known()
            )
            | (
                relationship.contact_safety.is_in(ContactSafety.MUST_NOT_CONTACT, ContactSafety.UNAWARE_OF_PREGNANCY)
                & relationship.contact_safety_reason.is_known()
            )
        ),
    )
    father_heard_on = derived(
        earliest_of(father_or_second_parent_contributed_on, no_contact_with_father_on),
        "the father's own contribution, or why he is not asked",
    )

    _all_parts = (
        midwifery_contributed_on,
        health_visiting_contributed_on,
        gp_contributed_on,
        mother_contributed_on,
        father_heard_on,
    )
    all_contributed = derived(
        midwifery_contributed_on.is_known()
        & health_visiting_contributed_on.is_known()
        & gp_contributed_on.is_known()
        & mother_contributed_on.is_known()
        & father_heard_on.is_known(),
        "whether all have contributed",
    )
    last_contributed_on = derived(latest_of(*_all_parts), "when the last contribution was recorded")

    # The help the family has, and what must be in place around the birth
    _open_at_birth = plan.ended_on.is_unknown() | (plan.ended_on >= its(born_on))
    _before = its(born_on).is_unknown() | (plan.started_on < its(born_on))
    on_help_plan_since = earliest(
        plan.started_on,
        "when the plan began",
        by=_child,
        where=plan.kind.is_in(*HELP_PLANS, *PROTECTION_PLANS) & _open_at_birth & _before,
    )
    on_protection_plan_since = earliest(
        plan.started_on,
        "when the child protection plan began",
        by=_child,
        where=plan.kind.is_in(*PROTECTION_PLANS) & _open_at_birth & _before,
    )
    worked_with_since = earliest(
        involvement.started_on,
        "when the work with the family began",
        by=_child,
        where=involvement.level.is_in(*HELP)
        & (involvement.ended_on.is_unknown() | (involvement.ended_on >= its(born_on)))
        & (its(born_on).is_unknown() | (involvement.started_on < its(born_on))),
    )
    helped_since = derived(earliest_of(on_help_plan_since, worked_with_since), "when help began")

    birth_plan_on = _in_place(MilestoneKind.SAFEGUARDING_BIRTH_PLAN, "the safeguarding birth plan", _child)
    alert_on = _in_place(MilestoneKind.OUT_OF_HOURS_ALERT, "the contingency and out-of-hours alert", _child)
    discharge_meeting_on = _in_place(MilestoneKind.DISCHARGE_PLANNING, "the discharge planning meeting", _child)
    family_group_on = _in_place(
        MilestoneKind.FAMILY_GROUP_DECISION_MAKING, "the offer of family group decision-making", _child
    )
    legal_gateway_on = _in_place(MilestoneKind.LEGAL_GATEWAY, "the decision on legal advice", _child)
    cpis_confirmed_on = _in_place(MilestoneKind.CPIS_CONFIRMATION, "the confirmation of the CP-IS upload", _child)

    is_member = derived(
        pregnancy_id.is_known()
        & (born_on.is_unknown() | (born_on.plus_working_days(local("prebirth.look_back_wd")) >= TODAY)).is_true(),
        "whether the child is unborn or just born",
    )
    members = is_member
    ended = record_has_ended


unborn_child = UnbornChild
"""The subject, as checks speak of it."""


def at_gestation(key: str) -> Expression:
    """The day on which the pregnancy reaches the weeks and days that a setting gives, in days."""
    return unborn_child.expected_on.minus_days(TERM_DAYS).plus_days(local(key))

"""Facts about decisions that change much for a young person, and about steps that call for one."""

from __future__ import annotations

from lapwing.language.expressions import TODAY, Expression, Type, cases, unknown
from lapwing.vocabulary import records
from lapwing.vocabulary.care_codes import SettingKind
from lapwing.vocabulary.child import Child
from lapwing.vocabulary.facts import Link, Subject, any_of, columns, derived, earliest, its, latest, own, wider
from lapwing.vocabulary.local import local
from lapwing.vocabulary.work_codes import ActionKind, ClosureReason, DecisionKind, DecisionOutcome

decision = columns(records.decision)
referral = columns(records.referral)
accommodation = columns(records.accommodation)
plan = columns(records.plan)
action = columns(records.action)

NO_DAY = unknown(Type.DATE)
ENDING = (DecisionKind.CLOSE, DecisionKind.NO_FURTHER_ACTION, DecisionKind.STEP_DOWN)
MOVING = (
    DecisionKind.MOVE,
    DecisionKind.RETURN_HOME,
    DecisionKind.BAIL_OR_REMAND_ADDRESS,
    DecisionKind.DISCHARGE,
    DecisionKind.STEP_UP,
)
ONLY_IF_NOT = (DecisionKind.STRATEGY_DISCUSSION, DecisionKind.SECTION_47)
"""Decisions that change much where the answer is no: the safeguards that come with a yes are a path of their own."""
BY_OWN_CHOICE = (
    ClosureReason.CONCERNS_RESOLVED,
    ClosureReason.STEPPED_DOWN,
    ClosureReason.NO_FURTHER_ACTION,
    ClosureReason.TRANSFERRED_TO_ADULT_SERVICES,
    ClosureReason.OTHER,
)
"""Endings that somebody decides on; the others come of a court, a birthday, a move or a death."""
HELD_BY_POLICE = SettingKind.POLICE_CELL
"""The decision stands in police records, which these only refer to."""


def _recent(day: Expression) -> Expression:
    """Whether a day is within the look-back."""
    return day >= TODAY.minus_months(local("decision.look_back_months"))


class SignificantDecision(Subject):
    """A decision, of a kind on the area's list, about a young person."""

    table = records.decision
    called = "significant decision about a young person"

    child_id = own(decision.child_id, "the child")
    decision_id = own(decision.decision_id, "the decision")
    kind = own(decision.kind, "what was decided about")
    outcome = own(decision.outcome, "which way it went")
    decided_on = own(decision.decided_on, "the day of the decision")
    recorded_on = own(decision.recorded_on, "when it was recorded as it stands")
    reasons = own(decision.reasons, "the reasons")
    decided_by = own(decision.decided_by, "who decided")
    authority = own(decision.authority, "in what capacity they decided")
    consulted = own(decision.consulted, "who was consulted")
    options = own(decision.options, "what else was considered")
    harms = own(decision.harms, "the harms weighed, at home and outside it")
    protective_factors = own(decision.protective_factors, "what protects the young person")
    childs_view = own(decision.childs_view, "the young person's view")
    contingency = own(decision.contingency, "what happens if it does not hold")
    review_on = own(decision.review_on, "when it is looked at again")
    is_urgent = own(decision.urgent, "whether it could not wait")

    is_young_person = wider(Child.is_young_person)
    young_person_on = wider(Child.young_person_on)
    record_has_ended = wider(Child.record_has_ended)

    record_due_on = derived(
        cases(
            (is_urgent.is_true(), decided_on.plus_working_days(local("decision.urgent_record_wd"))),
            otherwise=decided_on,
        ),
        "by when it is on record",
    )
    risks_weighed_on = derived(
        cases((options.is_known() & harms.is_known() & protective_factors.is_known(), recorded_on), otherwise=NO_DAY),
        "the risks weighed",
    )
    view_recorded_on = derived(
        cases((childs_view.is_known(), recorded_on), otherwise=NO_DAY), "the young person's view in it"
    )
    owned_on = derived(
        cases(
            (
                reasons.is_known() & decided_by.is_known() & authority.is_known() & consulted.is_known(),
                recorded_on,
            ),
            otherwise=NO_DAY,
        ),
        "its reasons, and who made it",
    )
    looked_ahead_on = derived(
        cases((contingency.is_known() & review_on.is_known(), recorded_on), otherwise=NO_DAY),
        "what happens if it does not hold",
    )

    members = (
        is_young_person
        & kind.is_in(local("decision.significant_kinds"))
        & (~kind.is_in(*ONLY_IF_NOT) | (outcome == DecisionOutcome.NOT_REQUIRED)).is_true()
        & (decided_on >= young_person_on)
        & _recent(decided_on)
    )
    ended = record_has_ended


class ClosedCase(Subject):
    """A referral of a young person on which the work has been closed by somebody's choice."""

    table = records.referral
    called = "closed case of a young person"

    child_id = own(referral.child_id, "the child")
    referral_id = own(referral.referral_id, "the referral")
    closed_on = own(referral.closed_on, "when the case was closed")
    closed_reason = own(referral.closed_reason, "why it was closed")
    received_on = own(referral.received_on, "when the referral was received")
    is_young_person = wider(Child.is_young_person)
    young_person_on = wider(Child.young_person_on)
    record_has_ended = wider(Child.record_has_ended)

    _child = (Link("child_id", child_id),)
    _of_this = (
        decision.kind.is_in(*ENDING)
        & (decision.referral_id.is_unknown() | (decision.referral_id == its(referral_id)))
        & (decision.decided_on >= its(received_on))
        & (decision.decided_on <= its(closed_on))
    )
    decided_on = earliest(decision.first_recorded_on, "a recorded decision to close", by=_child, where=_of_this)
    was_urgent = any_of(
        decision, "whether the decision could not wait", by=_child, where=_of_this & decision.urgent.is_true()
    )
    decision_due_on = derived(
        cases((was_urgent, closed_on.plus_working_days(local("decision.urgent_record_wd"))), otherwise=closed_on),
        "by when the decision is on record",
    )

    members = (
        is_young_person
        & (closed_on >= young_person_on)
        & _recent(closed_on)
        & closed_reason.is_in(*BY_OWN_CHOICE).is_true()
    )
    ended = record_has_ended


class MoveOfYoungPerson(Subject):
    """A young person's change from one place to another."""

    table = records.accommodation
    called = "move of a young person"

    child_id = own(accommodation.child_id, "the child")
    accommodation_id = own(accommodation.accommodation_id, "the stay")
    kind = own(accommodation.kind, "where the young person moved to")
    started_on = own(accommodation.started_on, "the day of the move")
    is_young_person = wider(Child.is_young_person)
    young_person_on = wider(Child.young_person_on)
    record_has_ended = wider(Child.record_has_ended)

    _child = (Link("child_id", child_id),)
    came_before_on = latest(
        accommodation.started_on,
        "when the stay before it began",
        by=_child,
        where=accommodation.started_on < its(started_on),
    )
    _of_this = (
        decision.kind.is_in(*MOVING)
        & (its(came_before_on).is_unknown() | (decision.decided_on > its(came_before_on)))
        & (decision.decided_on <= its(started_on))
    )
    decided_on = latest(decision.first_recorded_on, "a recorded decision to move", by=_child, where=_of_this)
    was_urgent = any_of(
        decision, "whether the decision could not wait", by=_child, where=_of_this & decision.urgent.is_true()
    )
    decision_due_on = derived(
        cases((was_urgent, started_on.plus_working_days(local("decision.urgent_record_wd"))), otherwise=started_on),
        "by when the decision is on record",
    )

    members = (
        is_young_person & (started_on >= young_person_on) & _recent(started_on) & ~(kind == HELD_BY_POLICE).is_true()
    )
    ended = record_has_ended


class EndedPlan(Subject):
    """A plan of a young person that has ended by somebody's choice."""

    table = records.plan
    called = "ended plan of a young person"

    child_id = own(plan.child_id, "the child")
    plan_id = own(plan.plan_id, "the plan")
    kind = own(plan.kind, "what plan it was")
    started_on = own(plan.started_on, "when the plan began")
    ended_on = own(plan.ended_on, "when the plan ended")
    ended_reason = own(plan.ended_reason, "why it ended")
    is_young_person = wider(Child.is_young_person)
    young_person_on = wider(Child.young_person_on)
    record_has_ended = wider(Child.record_has_ended)

    _child = (Link("child_id", child_id),)
    _of_this = (
        decision.kind.is_in(*ENDING)
        & (its(started_on).is_unknown() | (decision.decided_on >= its(started_on)))
        & (decision.decided_on <= its(ended_on))
    )
    decided_on = latest(
        decision.first_recorded_on, "a recorded decision to end it or step down", by=_child, where=_of_this
    )
    was_urgent = any_of(
        decision, "whether the decision could not wait", by=_child, where=_of_this & decision.urgent.is_true()
    )
    decision_due_on = derived(
        cases((was_urgent, ended_on.plus_working_days(local("decision.urgent_record_wd"))), otherwise=ended_on),
        "by when the decision is on record",
    )

    members = (
        is_young_person
        & (ended_on >= young_person_on)
        & _recent(ended_on)
        & ended_reason.is_in(*BY_OWN_CHOICE).is_true()
    )
    ended = record_has_ended


class PlannedAction(Subject):
    """An action in a young person's plan, other than one that only watches or passes on."""

    table = records.action
    called = "action in a young person's plan"

    child_id = own(action.child_id, "the child")
    action_id = own(action.action_id, "the action")
    kind = own(action.kind, "what it is")
    plan_id = own(action.plan_id, "the plan")
    decision_id = own(action.decision_id, "the decision behind it")
    assigned_on = own(action.assigned_on, "when it was given to its owner")
    recorded_on = own(action.recorded_on, "when it was recorded as it stands")
    is_young_person = wider(Child.is_young_person)
    young_person_on = wider(Child.young_person_on)
    record_has_ended = wider(Child.record_has_ended)
    linked_on = derived(cases((decision_id.is_known(), recorded_on), otherwise=NO_DAY), "the decision behind it")

    members = (
        is_young_person
        & plan_id.is_known()
        & kind.is_in(ActionKind.DIRECT_WORK, ActionKind.SERVICE, ActionKind.SAFETY)
        & (assigned_on >= young_person_on)
        & _recent(assigned_on)
    )
    ended = record_has_ended


significant_decision = SignificantDecision
closed_case = ClosedCase
move_of_young_person = MoveOfYoungPerson
ended_plan = EndedPlan
planned_action = PlannedAction

"""Facts about what was asked of somebody: a referral, a task, a hand-over, a worry, and what became of it.

What still waits for somebody stays in view however old it is; what is settled is looked back at for some months.
Whether a record has ended is known of every child on record; rows about anybody else are not looked at.
"""

from __future__ import annotations

from lapwing.language.expressions import TODAY, Expression, Type, cases, earliest_of, latest_of, unknown
from lapwing.vocabulary import records
from lapwing.vocabulary.child import Child
from lapwing.vocabulary.codes import ConcernStatus
from lapwing.vocabulary.facts import Fact, Link, Subject, columns, derived, earliest, its, latest, own, wider
from lapwing.vocabulary.fragile_baby import FragileBaby
from lapwing.vocabulary.local import local
from lapwing.vocabulary.work_codes import ActionEffect, ReferralSource

referral = columns(records.referral)
action = columns(records.action)
hand_over = columns(records.hand_over)
concern = columns(records.concern)
decision = columns(records.decision)
plan = columns(records.plan)
practitioner = columns(records.practitioner)

NO_DAY = unknown(Type.DATE)
NOT_PRACTITIONERS = (ReferralSource.INDIVIDUAL, ReferralSource.ANONYMOUS, ReferralSource.UNKNOWN)
"""Who refers without being owed a practitioner's answer: they hear what is safe for the child, and in their own way."""


def recent(day: Expression) -> Expression:
    """Whether a day is within the look-back."""
    return (day >= TODAY.minus_months(local("follow_through.look_back_months"))).is_true()


def _earliest_from(start: Expression, *days: Expression) -> Expression:
    """The earliest of the days that do not lie before the start."""
    return earliest_of(*(cases(((day >= start).is_true(), day), otherwise=NO_DAY) for day in days))


def by_practitioner(source: Expression, referred_by: Expression) -> Expression:
    """Whether a practitioner referred."""
    named = source.is_unknown() & referred_by.is_known()
    return (~source.is_in(*NOT_PRACTITIONERS)).is_true() | named.is_true()


def asked_again_on(due_on: Expression) -> Fact:
    """From when whoever waits for an answer would ask again."""
    return derived(due_on.plus_working_days(local("follow_through.chase_wd")), "when somebody would ask again")


def told_above_on(due_on: Expression) -> Fact:
    """From when a supervisor would know, and a disagreement may be raised."""
    return derived(due_on.plus_working_days(local("follow_through.overdue_wd")), "when a supervisor would know of it")


class SentReferral(Subject):
    """A referral that a practitioner made to children's social care; each that was merged with another stands for itself."""

    table = records.referral
    called = "referral by a practitioner"

    child_id = own(referral.child_id, "the child")
    referral_id = own(referral.referral_id, "the referral")
    source = own(referral.source, "who referred")
    referred_by = own(referral.referred_by, "the practitioner who referred")
    to_agency_id = own(referral.to_agency_id, "who was asked to act")
    received_on = own(referral.received_on, "when it was received")
    acknowledged_on = own(referral.acknowledged_on, "when the referrer was told that it had arrived")
    decided_on = own(referral.decided_on, "when it was decided what happens")
    referrer_told_on = own(referral.referrer_told_on, "when the referrer was told the outcome")
    closed_on = own(referral.closed_on, "when the work on it closed")
    record_has_ended = wider(Child.record_has_ended)
    never_was = wider(Child.never_was)

    answered_on = derived(
        earliest_of(acknowledged_on, referrer_told_on), "when the referrer first heard that it had arrived"
    )
    answer_due_on = derived(
        received_on.plus_working_days(local("referral.ack_wd")), "by when the referrer hears that it has arrived"
    )
    outcome_due_on = derived(
        received_on.plus_working_days(local("follow_through.outcome_wd")), "by when the referrer knows the outcome"
    )
    ask_again_on = asked_again_on(answer_due_on)
    above_on = told_above_on(answer_due_on)
    lies_untouched = derived(
        (answer_due_on < TODAY) & answered_on.is_unknown() & decided_on.is_unknown() & closed_on.is_unknown(),
        "whether nobody has answered it or decided on it",
    )
    waits = derived(referrer_told_on.is_unknown() & closed_on.is_unknown(), "whether the referrer still waits")

    members = (
        received_on.is_known()
        & by_practitioner(source, referred_by)
        & (recent(received_on) | recent(referrer_told_on) | recent(closed_on) | waits.is_true())
        & record_has_ended.is_known()
    )
    ended = record_has_ended


class GivenTask(Subject):
    """Something that somebody was given to do for a child."""

    table = records.action
    called = "task given to somebody"

    child_id = own(action.child_id, "the child")
    action_id = own(action.action_id, "the task")
    kind = own(action.kind, "what it is")
    plan_id = own(action.plan_id, "the plan")
    owner_agency_id = own(action.owner_agency_id, "the agency it was given to")
    owned_by = own(action.owned_by, "the person who has it")
    owned_by_person_id = own(action.owned_by_person_id, "the parent who has it")
    assigned_on = own(action.assigned_on, "when it was given")
    accepted_on = own(action.accepted_on, "when it was accepted")
    task_due_on = own(action.due_on, "by when it is to be done")
    started_on = own(action.started_on, "when it was begun")
    completed_on = own(action.completed_on, "when it was finished")
    effect = own(action.effect, "whether it worked")
    effect_reviewed_on = own(action.effect_reviewed_on, "when somebody looked at whether it worked")
    declined_on = own(action.declined_on, "when the family declined it")
    declined_next = own(action.declined_next, "what happens instead")
    record_has_ended = wider(Child.record_has_ended)
    never_was = wider(Child.never_was)

    plan_ended_on = latest(
        plan.ended_on, "when the plan ended", by=(Link("child_id", child_id), Link("plan_id", plan_id))
    )
    owner_left_on = latest(
        practitioner.left_on, "when the person who had it left", by=(Link("practitioner_id", owned_by),)
    )

    is_unfinished = derived(completed_on.is_unknown() & declined_on.is_unknown(), "whether it is still to be done")
    is_over = derived(
        completed_on.is_known() | declined_on.is_known() | plan_ended_on.is_known(),
        "whether it was finished or declined, or its plan has ended",
    )
    has_person = derived(owned_by.is_known() | owned_by_person_id.is_known(), "whether a person has it")
    # After it was given to somebody else, acceptance counts from that day: an earlier one was another person's.
    taken_on = derived(
        _earliest_from(assigned_on, accepted_on, started_on, completed_on), "when it was accepted or begun"
    )
    is_left_behind = derived(
        owner_left_on.is_known() & is_unfinished & plan_ended_on.is_unknown(),
        "whether the person who had it has left",
    )
    accepted_by_person_on = derived(
        cases((has_person & ~is_left_behind.is_true(), taken_on), otherwise=NO_DAY), "acceptance by a named person"
    )
    had_until = derived(
        cases((is_left_behind.is_true(), latest_of(assigned_on, owner_left_on)), otherwise=assigned_on),
        "when it was last somebody's",
    )
    accept_by = derived(had_until.plus_working_days(local("action.owner_ack_wd")), "by when a named person has it")
    above_on = told_above_on(accept_by)

    looked_at_on = derived(
        cases(((effect == ActionEffect.TOO_EARLY).is_true(), NO_DAY), otherwise=effect_reviewed_on),
        "when it was found whether it worked",
    )
    settled_on = derived(
        earliest_of(completed_on, looked_at_on, cases((declined_next.is_known(), declined_on), otherwise=NO_DAY)),
        "what came of it",
    )
    outcome_wanted_on = derived(
        cases((task_due_on.is_known(), task_due_on), otherwise=plan_ended_on), "when it was to be done"
    )
    outcome_due_on = derived(
        outcome_wanted_on.plus_working_days(local("follow_through.overdue_wd")), "by when it is known what came of it"
    )

    members = (
        assigned_on.is_known()
        & (recent(assigned_on) | recent(task_due_on) | recent(completed_on) | is_unfinished.is_true())
        & record_has_ended.is_known()
    )
    ended = record_has_ended


class PassedOn(Subject):
    """Work with a child that one practitioner passed on to another."""

    table = records.hand_over
    called = "hand-over"

    child_id = own(hand_over.child_id, "the child")
    hand_over_id = own(hand_over.hand_over_id, "the hand-over")
    kind = own(hand_over.kind, "what was passed on")
    to_practitioner_id = own(hand_over.to_practitioner_id, "the practitioner asked to take over")
    sent_on = own(hand_over.sent_on, "when it was sent")
    accepted_on = own(hand_over.accepted_on, "when it was accepted")
    accepted_by = own(hand_over.accepted_by, "who accepted it")
    declined_on = own(hand_over.declined_on, "when it was declined")
    record_has_ended = wider(Child.record_has_ended)

    accepted_by_person_on = derived(
        cases((accepted_by.is_known(), accepted_on), otherwise=NO_DAY), "acceptance by a named person"
    )
    sent_again_on = earliest(
        hand_over.sent_on,
        "when it was sent again",
        by=(Link("child_id", child_id),),
        where=(hand_over.kind == its(kind)) & (hand_over.sent_on > its(sent_on)),
    )
    accept_by = derived(sent_on.plus_working_days(local("action.owner_ack_wd")), "by when a named person accepts it")
    above_on = told_above_on(accept_by)
    somebody_named = derived(
        to_practitioner_id.is_known() | accepted_by.is_known(), "whether a person was asked to take over"
    )

    members = (
        sent_on.is_known()
        & (recent(sent_on) | recent(accepted_on) | accepted_by_person_on.is_unknown())
        & record_has_ended.is_known()
    )
    ended = record_has_ended


class RaisedConcern(Subject):
    """A concern that was marked significant, other than those of which the checks before birth and of babies ask it."""

    table = records.concern
    called = "significant concern"

    child_id = own(concern.child_id, "the child")
    concern_id = own(concern.concern_id, "the concern")
    kind = own(concern.kind, "what it is")
    status = own(concern.status, "where it stands")
    significant = own(concern.significant, "whether it was marked significant")
    recorded_on = own(concern.first_recorded_on, "when it was recorded")
    ended_on = own(concern.ended_on, "when it ceased to be a concern")
    ended_reason = own(concern.ended_reason, "why it ceased to be one")
    no_action_on = own(concern.no_action_on, "when it was found to need no action")
    no_action_reason = own(concern.no_action_reason, "why it needs no action")
    came_in_id = own(concern.referral_id, "the referral it came in")
    pregnancy_id = wider(Child.pregnancy_id)
    born_on = wider(Child.born_on)
    is_of_baby = wider(FragileBaby.is_member)
    record_has_ended = wider(Child.record_has_ended)

    _concern = (Link("child_id", child_id), Link("concern_id", concern_id))
    acted_on = earliest(
        earliest_of(action.assigned_on, action.accepted_on, action.started_on), "an action on it", by=_concern
    )
    decided_on = earliest(decision.decided_on, "a decision on it", by=_concern, where=decision.reasons.is_known())
    came_in_decided_on = earliest(
        referral.decided_on,
        "a decision on the referral it came in",
        by=(Link("child_id", child_id), Link("referral_id", came_in_id)),
    )
    reasoned_on = derived(
        cases((no_action_reason.is_known(), no_action_on), otherwise=NO_DAY), "why it needs no action"
    )
    ended_with_reason_on = derived(
        cases((ended_reason.is_known(), ended_on), otherwise=NO_DAY), "why it ceased to be a concern"
    )
    outcome_on = derived(
        earliest_of(acted_on, decided_on, came_in_decided_on, reasoned_on, ended_with_reason_on), "what came of it"
    )
    outcome_due_on = derived(
        recorded_on.plus_working_days(local("follow_through.outcome_wd")), "by when it is known what came of it"
    )
    above_on = told_above_on(outcome_due_on)

    asked_before_birth = derived(
        pregnancy_id.is_known() & ~(recorded_on >= born_on).is_true(), "whether it was recorded before the birth"
    )
    asked_of_baby = derived(
        is_of_baby.is_true() & kind.is_in(local("fragility.concern_kinds")),
        "whether it is of the kinds that are asked of babies",
    )
    members = (
        significant.is_true()
        & ~(status == ConcernStatus.CLEARED).is_true()
        & (recent(recorded_on) | ended_on.is_unknown())
        & ~asked_before_birth.is_true()
        & ~asked_of_baby.is_true()
        & record_has_ended.is_known()
    )
    ended = record_has_ended


sent_referral = SentReferral
given_task = GivenTask
passed_on = PassedOn
raised_concern = RaisedConcern

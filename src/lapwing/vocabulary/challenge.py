"""Facts about disagreements between agencies, stage by stage, and about what would call for one.

Stages, their times and what their clocks run from are the area's own table; nothing here knows how many there are.
"""

from __future__ import annotations

from lapwing.language.expressions import TODAY, Expression, Type, cases, earliest_of, latest_of, unknown
from lapwing.lessons.settings import ClockFrom
from lapwing.vocabulary import records
from lapwing.vocabulary.care_codes import DisagreementStep
from lapwing.vocabulary.child import Child
from lapwing.vocabulary.facts import (
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
from lapwing.vocabulary.follow_through import by_practitioner, recent
from lapwing.vocabulary.local import MOST_STAGES, local, stage_clock, stage_runs_from
from lapwing.vocabulary.work_codes import DecisionKind, MeetingKind

disagreement = columns(records.disagreement)
event = columns(records.disagreement_stage)
decision = columns(records.decision)
referral = columns(records.referral)
action = columns(records.action)
meeting = columns(records.meeting)

NO_DAY = unknown(Type.DATE)
IMMEDIATE = 0
"""The stage by which events of the immediate route go."""
OPENED = (DisagreementStep.RAISED, DisagreementStep.ESCALATED)
ANSWERED = (DisagreementStep.ANSWERED, DisagreementStep.RESOLVED)
DECLINED = local("escalation.declined_outcomes")
"""What a practitioner who asked for help is told when nobody takes it up."""

REVIEWS = (
    MeetingKind.REVIEW_CONFERENCE,
    MeetingKind.CORE_GROUP,
    MeetingKind.CHILD_IN_NEED_REVIEW,
    MeetingKind.FAMILY_HELP_REVIEW,
    MeetingKind.LOOKED_AFTER_REVIEW,
)
"""Meetings that go through a plan and what was to be done by it."""


def answer_due_at(stage: int, raised_on: Expression, received_on: Expression, began_on: Expression) -> Expression:
    """By when a stage is answered; not known where the area's policy has no such stage."""
    starts = cases(
        (stage_runs_from(stage, ClockFrom.DISAGREEMENT_RAISED), raised_on),
        (stage_runs_from(stage, ClockFrom.DECISION_RECEIVED), received_on),
        (stage_runs_from(stage, ClockFrom.PREVIOUS_STAGE), began_on),
        otherwise=NO_DAY,
    )
    return starts.plus_working_days(stage_clock(stage))


def answer_due_above_first(
    stage: Expression, raised_on: Expression, received_on: Expression, began_on: Expression
) -> Expression:
    """By when the stage reached is answered, as the area's policy has it."""
    due = {number: answer_due_at(number, raised_on, received_on, began_on) for number in range(2, MOST_STAGES + 1)}
    return cases(*(((stage == number).is_true(), on) for number, on in due.items()), otherwise=NO_DAY)


class Disagreement(Subject):
    """One agency's challenge to another about a child."""

    table = records.disagreement
    called = "disagreement between agencies"

    child_id = own(disagreement.child_id, "the child")
    disagreement_id = own(disagreement.disagreement_id, "the disagreement")
    decision_id = own(disagreement.decision_id, "the decision disputed")
    referral_id = own(disagreement.referral_id, "the referral disputed")
    raised_on = own(disagreement.raised_on, "when it was raised")
    immediate = own(disagreement.immediate, "whether the child is at risk now")
    resolved_on = own(disagreement.resolved_on, "when it ended")
    outcome = own(disagreement.outcome, "the outcome and its reasons")
    raiser_told_on = own(disagreement.raiser_told_on, "when whoever raised it was told")
    learning = own(disagreement.learning, "whether there is something to learn from it")
    record_has_ended = wider(Child.record_has_ended)

    _events = (Link("child_id", child_id), Link("disagreement_id", disagreement_id))
    _decision = (Link("child_id", child_id), Link("decision_id", decision_id))
    last_opened_on = latest(
        event.happened_on, "when the last stage was opened", by=_events, where=event.step.is_in(*OPENED)
    )
    first_answer_on = earliest(
        event.happened_on,
        "when the first stage ended",
        by=_events,
        where=((event.stage == 1) & event.step.is_in(*ANSWERED)) | (event.stage > 1) | (event.stage == IMMEDIATE),
    )
    immediate_from = earliest(
        event.happened_on, "when the immediate route was first taken", by=_events, where=event.stage == IMMEDIATE
    )
    immediate_opened_on = latest(
        event.happened_on,
        "when the immediate route was last opened",
        by=_events,
        where=(event.stage == IMMEDIATE) & event.step.is_in(*OPENED),
    )
    withdrawn_on = earliest(
        event.happened_on, "when it was withdrawn", by=_events, where=event.step == DisagreementStep.WITHDRAWN
    )
    withdrawn_with_reason_on = earliest(
        event.happened_on,
        "when it was withdrawn, with the reason",
        by=_events,
        where=(event.step == DisagreementStep.WITHDRAWN) & event.says.is_known(),
    )
    decided_on = latest(decision.decided_on, "when the decision disputed was made", by=_decision)
    referrer_told_on = latest(
        referral.referrer_told_on,
        "when the referrer was told",
        by=(Link("child_id", child_id), Link("referral_id", referral_id)),
    )
    about_conference = any_of(
        decision,
        "whether it is about a child protection conference",
        by=_decision,
        where=decision.kind == DecisionKind.CONFERENCE,
    )

    received_on = derived(earliest_of(decided_on, referrer_told_on), "when the decision disputed was received")
    first_answer_due_on = derived(
        answer_due_at(1, raised_on, received_on, raised_on), "by when the first stage is answered"
    )
    first_ended_on = derived(earliest_of(first_answer_on, resolved_on), "when the first stage ended")
    immediate_since = derived(
        latest_of(immediate_opened_on, cases((immediate.is_true(), raised_on), otherwise=immediate_from)),
        "since when the child was thought to be at risk now",
    )
    immediate_answered_on = earliest(
        event.happened_on,
        "when it was settled on the immediate route",
        by=_events,
        where=(event.stage == IMMEDIATE) & event.step.is_in(*ANSWERED) & (event.happened_on >= its(immediate_since)),
    )
    settled_at_once_on = derived(
        earliest_of(immediate_answered_on, resolved_on), "when it was settled on the immediate route"
    )
    stage_began_on = derived(latest_of(raised_on, last_opened_on), "when the present stage began")
    line_on = earliest(
        event.happened_on,
        "what keeps the child safe meanwhile",
        by=_events,
        where=event.interim_safety.is_known() & (event.happened_on >= its(stage_began_on)),
    )
    line_due_on = derived(
        stage_began_on.plus_days(local("escalation.interim_safety_days")),
        "by when it is written what keeps the child safe meanwhile",
    )
    ended_on = derived(
        cases((resolved_on.is_known(), resolved_on), otherwise=withdrawn_on), "when it ended or was withdrawn"
    )
    feedback_due_on = derived(
        ended_on.plus_working_days(local("escalation.feedback_wd")), "by when its outcome is on record"
    )
    learnt_from_on = derived(
        cases((outcome.is_known() & learning.is_known(), resolved_on), otherwise=NO_DAY),
        "the outcome, and whether there is something to learn",
    )

    members = raised_on.is_known() & record_has_ended.is_known()
    ended = record_has_ended


class HigherStage(Subject):
    """A stage, above the first, to which a disagreement was taken."""

    table = records.disagreement_stage
    called = "further stage of a disagreement"

    child_id = own(event.child_id, "the child")
    disagreement_stage_id = own(event.disagreement_stage_id, "the stage reached")
    disagreement_id = own(event.disagreement_id, "the disagreement")
    stage = own(event.stage, "the stage")
    step = own(event.step, "what happened")
    began_on = own(event.happened_on, "when it was taken to this stage")
    record_has_ended = wider(Child.record_has_ended)

    _of = (Link("child_id", child_id), Link("disagreement_id", disagreement_id))
    raised_on = earliest(Disagreement.raised_on, "when it was raised", by=_of)
    received_on = earliest(Disagreement.received_on, "when the decision disputed was received", by=_of)
    resolved_on = earliest(Disagreement.resolved_on, "when it ended", by=_of)
    withdrawn_on = earliest(Disagreement.withdrawn_on, "when it was withdrawn", by=_of)
    about_conference = any_of(
        Disagreement,
        "whether it is about a child protection conference",
        by=_of,
        where=Disagreement.about_conference.is_true(),
    )
    answered_on = earliest(
        event.happened_on,
        "when this stage was answered, or the next began",
        by=_of,
        where=(event.happened_on >= its(began_on))
        & (
            ((event.stage == its(stage)) & event.step.is_in(*ANSWERED))
            | (event.stage > its(stage))
            | (event.stage == IMMEDIATE)
        ),
    )
    stage_ended_on = derived(earliest_of(answered_on, resolved_on), "when this stage ended")
    answer_due_on = derived(
        answer_due_above_first(stage, raised_on, received_on, began_on),
        "by when this stage is answered, in the area's policy",
    )

    members = (step == DisagreementStep.ESCALATED) & (stage > 1) & began_on.is_known() & record_has_ended.is_known()
    ended = record_has_ended


class DeclinedReferral(Subject):
    """A practitioner's referral with which it became so many in the look-back that nobody took up."""

    table = records.referral
    called = "referral declined again"

    child_id = own(referral.child_id, "the child")
    referral_id = own(referral.referral_id, "the referral")
    source = own(referral.source, "who referred")
    referred_by = own(referral.referred_by, "the practitioner who referred")
    outcome = own(referral.outcome, "what was decided")
    decided_on = own(referral.decided_on, "when it was decided")
    record_has_ended = wider(Child.record_has_ended)

    _child = (Link("child_id", child_id),)
    look_back_from = derived(
        decided_on.minus_months(local("follow_through.look_back_months")), "how far back it is looked"
    )
    times_declined = count_of(
        referral,
        "how many referrals were not taken up",
        by=_child,
        where=referral.outcome.is_in(DECLINED)
        & by_practitioner(referral.source, referral.referred_by)
        & (referral.decided_on <= its(decided_on))
        & (referral.decided_on >= its(look_back_from)),
    )
    challenged_on = earliest(
        disagreement.raised_on, "a challenge", by=_child, where=disagreement.raised_on >= its(decided_on)
    )
    taken_up_on = earliest(
        referral.decided_on,
        "a referral that was taken up",
        by=_child,
        where=(referral.decided_on > its(decided_on)) & ~referral.outcome.is_in(DECLINED),
    )
    answered_on = derived(earliest_of(challenged_on, taken_up_on), "a challenge, or a referral that was taken up")

    members = (
        outcome.is_in(DECLINED)
        & by_practitioner(source, referred_by)
        & recent(decided_on)
        & record_has_ended.is_known()
        & (times_declined == local("escalation.prompt_declined_referrals"))
    )
    ended = record_has_ended


class TaskNotDone(Subject):
    """A task that was past its day, and not done, at so many reviews of the plan it belongs to, as far as that is recorded."""

    table = records.action
    called = "task overdue at several reviews"

    child_id = own(action.child_id, "the child")
    action_id = own(action.action_id, "the task")
    kind = own(action.kind, "what it is")
    plan_id = own(action.plan_id, "the plan")
    task_due_on = own(action.due_on, "by when it is to be done")
    completed_on = own(action.completed_on, "when it was finished")
    declined_on = own(action.declined_on, "when the family declined it")
    record_has_ended = wider(Child.record_has_ended)

    _child = (Link("child_id", child_id),)
    done_on = derived(earliest_of(completed_on, declined_on), "when it was finished or declined")
    _undone = (
        meeting.kind.is_in(*REVIEWS)
        & (meeting.plan_id.is_unknown() | its(plan_id).is_unknown() | (meeting.plan_id == its(plan_id)))
        & (meeting.held_on > its(task_due_on))
        & ~(its(done_on) <= meeting.held_on).is_true()
    )
    reviews = count_of(meeting, "at how many reviews it was overdue", by=_child, where=_undone)
    last_review_on = latest(meeting.held_on, "the last review at which it was overdue", by=_child, where=_undone)
    challenged_on = earliest(
        disagreement.raised_on,
        "a challenge",
        by=_child,
        where=disagreement.raised_on >= its(task_due_on),
    )
    answered_on = derived(earliest_of(done_on, challenged_on), "that it was done, or a challenge")

    members = (
        (task_due_on < TODAY)
        & ~(done_on <= task_due_on).is_true()
        & (recent(task_due_on) | done_on.is_unknown().is_true() | recent(done_on))
        & record_has_ended.is_known()
        & (reviews >= local("escalation.prompt_overdue_times"))
    )
    ended = record_has_ended


a_disagreement = Disagreement
higher_stage = HigherStage
declined_referral = DeclinedReferral
task_not_done = TaskNotDone

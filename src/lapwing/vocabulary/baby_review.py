"""Facts about one review of the plan of an unborn child or a baby: what was looked at before it was decided."""

from __future__ import annotations

from lapwing.language.expressions import TODAY, Constant, cases, latest_of
from lapwing.vocabulary import records
from lapwing.vocabulary.care_codes import ObservedWhat
from lapwing.vocabulary.child import Child
from lapwing.vocabulary.codes import ConcernStatus
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
from lapwing.vocabulary.local import local
from lapwing.vocabulary.work_codes import (
    ClosureReason,
    ConcernChange,
    EvidenceBasis,
    MeetingKind,
    PlanKind,
    ReviewLineAbout,
    ReviewOutcome,
)

meeting = columns(records.meeting)
plan = columns(records.plan)
concern = columns(records.concern)
concern_review = columns(records.concern_review)
review_line = columns(records.review_line)
observation = columns(records.observation)
action = columns(records.action)

LESS = (ReviewOutcome.END, ReviewOutcome.STEP_DOWN)
"""Outcomes of a review after which the family has less help than before."""
NOT_BY_CHOICE = (
    ClosureReason.COURT_ORDER,
    ClosureReason.DIED,
    ClosureReason.MOVED_ACCEPTED_ELSEWHERE,
    ClosureReason.PREGNANCY_ENDED,
    ClosureReason.ADOPTED,
    ClosureReason.OPENED_IN_ERROR,
    ClosureReason.CONCERN_WAS_WRONG,
)
"""Why a plan may end although nobody has weighed its risks down."""


class ConcernAtReview(Subject):
    """One concern of a child beside one review of the child's plan."""

    table = records.concern
    beside = records.meeting
    called = "concern at a review"

    child_id = own(concern.child_id, "the child")
    concern_id = own(concern.concern_id, "the concern")
    meeting_id = own(meeting.meeting_id, "the review")
    review_kind = own(meeting.kind, "what the review is")
    held_on = own(meeting.held_on, "when the review was held")
    planned_for_on = own(meeting.planned_for_on, "when the review is planned for")
    status = own(concern.status, "where the concern stands")
    recorded_on = own(concern.first_recorded_on, "when the concern was recorded")
    review_on = derived(cases((held_on.is_known(), held_on), otherwise=planned_for_on), "the day of the review")

    _line = (Link("child_id", child_id), Link("concern_id", concern_id), Link("meeting_id", meeting_id))
    _is_whole = concern_review.change.is_known() & concern_review.basis.is_known()
    line_written_on = earliest(concern_review.recorded_on, "the line on the concern", by=_line, where=_is_whole)
    change_seen = any_of(
        concern_review,
        "whether a change for the better was seen, and since when it has held",
        by=_line,
        where=concern_review.change.is_in(ConcernChange.IMPROVED, ConcernChange.RESOLVED, ConcernChange.WAS_MISTAKEN)
        & (concern_review.basis == EvidenceBasis.SEEN)
        & (concern_review.sustained_since_on.is_known() | (concern_review.change == ConcernChange.WAS_MISTAKEN)),
    )
    change_only_reported = any_of(
        concern_review,
        "whether a change for the better was only reported",
        by=_line,
        where=concern_review.change.is_in(ConcernChange.IMPROVED, ConcernChange.RESOLVED)
        & (concern_review.basis == EvidenceBasis.REPORTED),
    )

    members = (
        review_kind.is_in(MeetingKind.REVIEW_CONFERENCE, MeetingKind.CHILD_IN_NEED_REVIEW)
        & ~(status == ConcernStatus.CLEARED).is_true()
        & (recorded_on <= review_on)
    )


class BabyReview(Subject):
    """A review of the child protection plan of an unborn child or baby, or of help that followed one."""

    table = records.meeting
    called = "review of a baby's plan"

    child_id = own(meeting.child_id, "the child")
    meeting_id = own(meeting.meeting_id, "the review")
    kind = own(meeting.kind, "what the review is")
    held_on = own(meeting.held_on, "when it was held")
    planned_for_on = own(meeting.planned_for_on, "when it is planned for")
    quorate = own(meeting.quorate, "whether enough agencies took part")
    dissent = own(meeting.dissent, "whether anybody disagreed")
    proposed_outcome = own(meeting.proposed_outcome, "the outcome proposed")
    outcome = own(meeting.outcome, "the outcome")
    ended_reason = own(meeting.ended_reason, "why the plan ends")
    chair_statement = own(meeting.chair_statement, "the chair's reasons")
    proceed_reason = own(meeting.proceed_reason, "why the chair goes on although something is missing")
    unfinished_actions_reason = own(meeting.unfinished_actions_reason, "why actions are unfinished")

    _child = (Link("child_id", child_id),)
    _meeting = (Link("child_id", child_id), Link("meeting_id", meeting_id))
    pregnancy_id = wider(Child.pregnancy_id)
    opened_in_error = wider(Child.opened_in_error)
    born_on = wider(Child.born_on)
    died_on = wider(Child.died_on)
    pregnancy_lost = wider(Child.pregnancy_lost)

    review_on = derived(cases((held_on.is_known(), held_on), otherwise=planned_for_on), "the day of the review")
    is_born = derived(born_on.is_known() & (born_on <= review_on), "whether the child was born by then")
    on_protection_plan_since = earliest(
        plan.started_on,
        "when the child protection plan began",
        by=_child,
        where=plan.kind.is_in(PlanKind.CHILD_PROTECTION, PlanKind.UNBORN_CHILD_PROTECTION),
    )
    proposes_less = derived(
        cases(
            (proposed_outcome.is_in(*LESS).is_true(), Constant(True)),
            (outcome.is_known(), outcome.is_in(*LESS)),
            otherwise=proposed_outcome.is_known() & proposed_outcome.is_in(*LESS),
        ),
        "whether ending or stepping down is proposed",
    )
    ends_not_by_choice = derived(
        ended_reason.is_in(*NOT_BY_CHOICE).is_true(), "whether the plan ends for a reason outside the review"
    )
    earlier_review_on = latest(
        meeting.held_on,
        "the review before it",
        by=_child,
        where=(meeting.kind == MeetingKind.REVIEW_CONFERENCE) & (meeting.held_on < its(review_on)),
    )
    previous_meeting_on = latest(
        meeting.held_on,
        "the last conference or core group before it",
        by=_child,
        where=meeting.kind.is_in(
            MeetingKind.INITIAL_CONFERENCE,
            MeetingKind.TRANSFER_CONFERENCE,
            MeetingKind.REVIEW_CONFERENCE,
            MeetingKind.CORE_GROUP,
        )
        & (meeting.held_on < its(review_on)),
    )
    is_early = derived(
        earlier_review_on.is_unknown()
        | ~is_born
        | (born_on.plus_days(local("review.early_days_after_birth")) > review_on),
        "whether it is the first review, or soon after birth",
    )

    concern_count = count_of(ConcernAtReview, "how many concerns there were", by=_meeting)
    unlined_count = count_of(
        ConcernAtReview,
        "how many concerns have no line",
        by=_meeting,
        where=ConcernAtReview.line_written_on.is_unknown(),
    )
    last_line_on = latest(ConcernAtReview.line_written_on, "when the last line on a concern was written", by=_meeting)
    unchanged_count = count_of(
        ConcernAtReview,
        "how many concerns have no evidence of change that was seen",
        by=_meeting,
        where=~ConcernAtReview.change_seen,
    )
    only_reported_count = count_of(
        ConcernAtReview,
        "how many concerns rest only on what was reported",
        by=_meeting,
        where=ConcernAtReview.change_only_reported & ~ConcernAtReview.change_seen,
    )
    seen_on = latest(
        observation.observed_on,
        "when the baby was last seen by a practitioner",
        by=_child,
        where=(observation.basis == EvidenceBasis.SEEN)
        & observation.of.is_in(ObservedWhat.BABY, ObservedWhat.PARENT_WITH_BABY)
        & (observation.observed_on <= its(review_on))
        & (observation.first_recorded_on <= its(review_on))
        & (its(previous_meeting_on).is_unknown() | (observation.observed_on > its(previous_meeting_on))),
    )
    health_line_on = earliest(
        review_line.recorded_on,
        "the line on the baby's health and weight",
        by=_meeting,
        where=review_line.about == ReviewLineAbout.HEALTH_AND_WEIGHT,
    )
    father_line_on = earliest(
        review_line.recorded_on,
        "the line on the father and any partner",
        by=_meeting,
        where=review_line.about == ReviewLineAbout.FATHER_AND_PARTNERS,
    )
    unfinished_count = count_of(
        action,
        "how many actions were unfinished",
        by=_child,
        where=(action.assigned_on <= its(review_on))
        & (action.completed_on.is_unknown() | (action.completed_on > its(review_on))),
    )

    members = (
        kind.is_in(MeetingKind.REVIEW_CONFERENCE, MeetingKind.CHILD_IN_NEED_REVIEW)
        & (
            (kind == MeetingKind.REVIEW_CONFERENCE)
            | ((kind == MeetingKind.CHILD_IN_NEED_REVIEW) & on_protection_plan_since.is_known().is_true())
        )
        & review_on.is_known()
        & (born_on.is_unknown() | (born_on.plus_months(local("review.baby_months")) > latest_of(review_on, TODAY)))
        & (born_on.is_known() | pregnancy_id.is_known())
    )
    ended = died_on.is_known().is_true() | pregnancy_lost | opened_in_error.is_true() | ends_not_by_choice


baby_review = BabyReview

"""Facts about a mark or injury on a baby who cannot yet move about, and what was done on that day."""

from __future__ import annotations

from lapwing.language.expressions import cases, earliest_of
from lapwing.vocabulary import records
from lapwing.vocabulary.care_codes import AppointmentKind
from lapwing.vocabulary.child import Child
from lapwing.vocabulary.codes import ConcernKind, ConcernStatus
from lapwing.vocabulary.facts import Link, Subject, columns, derived, earliest, its, own, wider
from lapwing.vocabulary.fragile_baby import FragileBaby
from lapwing.vocabulary.work_codes import DecisionKind, DecisionOutcome, MeetingKind

concern = columns(records.concern)
referral = columns(records.referral)
appointment = columns(records.appointment)
meeting = columns(records.meeting)
decision = columns(records.decision)

IS_MARK = (concern.kind == ConcernKind.MARK_OR_INJURY_NOT_MOBILE) & ~(concern.status == ConcernStatus.CLEARED).is_true()


class MarkOnBaby(Subject):
    """A mark, bruise or injury on a baby; two people's records of the same day's mark are one."""

    table = records.concern
    called = "mark or injury on a baby"

    child_id = own(concern.child_id, "the child")
    concern_id = own(concern.concern_id, "the concern")
    kind = own(concern.kind, "what it is")
    status = own(concern.status, "where it stands")
    referral_id = own(concern.referral_id, "the referral it came in")
    identified_on = own(concern.identified_on, "when it was found")
    recorded_on = own(concern.first_recorded_on, "when it was recorded")
    ended_on = own(concern.ended_on, "when it ceased to be a concern")

    is_of_baby = wider(FragileBaby.is_member)
    record_has_ended = wider(FragileBaby.record_has_ended)
    opened_in_error = wider(Child.opened_in_error)
    seen_on = derived(cases((identified_on.is_known(), identified_on), otherwise=recorded_on), "when it was seen")
    first_of_day = earliest(
        concern.concern_id,
        "the first record of it",
        by=(Link("child_id", child_id), Link("identified_on", identified_on)),
        where=IS_MARK,
    )

    _child = (Link("child_id", child_id),)
    referred_on = earliest(
        referral.received_on,
        "the referral to children's social care",
        by=_child,
        where=(referral.received_on >= its(seen_on)) | (referral.referral_id == its(referral_id)),
    )
    examined_on = earliest(
        appointment.held_on,
        "the examination by a paediatrician",
        by=_child,
        where=(appointment.kind == AppointmentKind.MEDICAL) & (appointment.held_on >= its(seen_on)),
    )
    discussed_on = earliest(
        meeting.held_on,
        "the strategy discussion",
        by=_child,
        where=(meeting.kind == MeetingKind.STRATEGY_DISCUSSION) & (meeting.held_on >= its(seen_on)),
    )
    found_not_needed_on = earliest(
        decision.decided_on,
        "why no strategy discussion is needed",
        by=_child,
        where=(decision.kind == DecisionKind.STRATEGY_DISCUSSION)
        & (decision.outcome == DecisionOutcome.NOT_REQUIRED)
        & decision.reasons.is_known()
        & (decision.decided_on >= its(seen_on)),
    )
    with_social_care_on = derived(earliest_of(referred_on, discussed_on), "the referral to children's social care")
    strategy_settled_on = derived(
        earliest_of(discussed_on, found_not_needed_on), "the strategy discussion, or why none is needed"
    )
    is_open = derived(
        ~(status == ConcernStatus.PAST).is_true() & ended_on.is_unknown(), "whether the concern is still open"
    )

    members = (
        is_of_baby
        & (kind == ConcernKind.MARK_OR_INJURY_NOT_MOBILE)
        & ~(status == ConcernStatus.CLEARED).is_true()
        & (first_of_day.is_unknown() | (first_of_day == concern_id))
    )
    ended = record_has_ended


mark_on_baby = MarkOnBaby

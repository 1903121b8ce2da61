"""Facts about services that work with a young person side by side: who they are, who leads, who is heard.

A service whose work the young person asked to keep private is left out of all of these, and of every count.
"""

from __future__ import annotations

from lapwing.language.expressions import Expression, Type, cases, earliest_of, latest_of, unknown
from lapwing.vocabulary import records
from lapwing.vocabulary.care_codes import ShareDecision
from lapwing.vocabulary.child import Child
from lapwing.vocabulary.codes import AgencyKind, ConcernStatus, HelpLevel
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
    only,
    own,
    wider,
)
from lapwing.vocabulary.local import local
from lapwing.vocabulary.work_codes import Contributor, PlanKind
from lapwing.vocabulary.young_person import YoungPerson

involvement = columns(records.involvement)
agency = columns(records.agency)
practitioner = columns(records.practitioner)
plan = columns(records.plan)
concern = columns(records.concern)
action = columns(records.action)
meeting = columns(records.meeting)
attendance = columns(records.attendance)
contribution = columns(records.contribution)
information_share = columns(records.information_share)

NO_DAY = unknown(Type.DATE)
GOES_ON = involvement.ended_on.is_unknown()
PRIVATE = involvement.kept_private.is_true()
FIRST_SHOWN = latest_of(involvement.started_on, involvement.first_recorded_on)
"""From when the record shows that somebody works with the young person: not before they do, nor before it says so."""
IN_FORCE = plan.ended_on.is_unknown()
IS_JOINT = plan.kind.is_in(local("collaboration.joint_plan_kinds"))
CAN_RUN_SIDE_BY_SIDE = plan.kind.is_in(*(kind for kind in PlanKind if kind is not PlanKind.UNBORN_CHILD_PROTECTION))
"""Every kind, named one by one: a source that holds only some kinds of plan cannot say that there is but one."""
WITHIN = local("collaboration.map_wd")


class InvolvedService(Subject):
    """One entry of a service's work that goes on with a young person."""

    table = records.involvement
    called = "entry of a service's work with a young person"

    child_id = own(involvement.child_id, "the child")
    involvement_id = own(involvement.involvement_id, "the entry")
    agency_id = own(involvement.agency_id, "the service")
    ended_on = own(involvement.ended_on, "when the work ended")
    kept_private = own(involvement.kept_private, "whether the young person asked that others not be told")
    is_young_person = wider(Child.is_young_person)

    _child = (Link("child_id", child_id),)
    _of_service = (Link("child_id", child_id), Link("agency_id", agency_id))
    kind = only(agency.kind, "which service it is", by=(Link("agency_id", agency_id),))
    first_entry = earliest(involvement.involvement_id, "the entry that stands for it", by=_of_service, where=GOES_ON)
    since = earliest(involvement.started_on, "since when it works with them", by=_of_service, where=GOES_ON)
    shown_on = earliest(FIRST_SHOWN, "from when the record shows it", by=_of_service, where=GOES_ON)
    is_private = any_of(involvement, "whether it is kept private", by=_of_service, where=PRIVATE)
    gives_more = any_of(
        involvement,
        "whether it gives more than everybody gets",
        by=_of_service,
        where=GOES_ON & ~(involvement.level == HelpLevel.UNIVERSAL).is_true(),
    )
    has_plan = any_of(plan, "whether there is a plan", by=_child, where=IN_FORCE)
    has_concern = any_of(
        concern,
        "whether there is a concern",
        by=_child,
        where=concern.ended_on.is_unknown()
        & ~concern.status.is_in(ConcernStatus.PAST, ConcernStatus.CLEARED).is_true(),
    )
    counts = derived(
        gives_more & ~kind.is_in(local("collaboration.universal_kinds")).is_true() | has_plan | has_concern,
        "whether it counts: a GP or school alone only with a plan or a concern",
    )
    stands_for_service = derived(
        counts & ~is_private.is_true() & (first_entry == involvement_id), "whether this entry stands for the service"
    )

    members = is_young_person & agency_id.is_known() & ended_on.is_unknown() & ~kept_private.is_true()


class ServiceInTurn(Subject):
    """A service that works with a young person, in the order in which they came."""

    table = records.involvement
    called = "service in the order in which they came"

    child_id = own(involvement.child_id, "the child")
    involvement_id = own(involvement.involvement_id, "the entry that stands for the service")
    agency_id = own(involvement.agency_id, "the service")
    ended_on = own(involvement.ended_on, "when the work ended")
    is_young_person = wider(Child.is_young_person)
    _itself = (Link("child_id", child_id), Link("involvement_id", involvement_id))
    stands = any_of(
        InvolvedService, "whether it stands for a service", by=_itself, where=InvolvedService.stands_for_service
    )
    shown_on = earliest(InvolvedService.shown_on, "from when the record shows it", by=_itself)
    place = count_of(
        InvolvedService,
        "how many services there were when it came, itself among them",
        by=(Link("child_id", child_id),),
        where=InvolvedService.stands_for_service & (InvolvedService.shown_on <= its(shown_on)),
    )

    members = is_young_person & agency_id.is_known() & ended_on.is_unknown() & stands


class SharedWork(YoungPerson):
    """What all the services around one young person do together: who leads, their plans, their meetings."""

    _of_child = (Link("child_id", YoungPerson.child_id),)
    services = count_of(ServiceInTurn, "how many services work with the young person", by=_of_child)
    work_together = derived(
        services >= local("collaboration.least_agencies"), "whether several services work with them"
    )
    together_since = earliest(
        ServiceInTurn.shown_on,
        "since when several services work with them",
        by=_of_child,
        where=ServiceInTurn.place >= local("collaboration.least_agencies"),
    )
    shown_by = derived(together_since.plus_working_days(WITHIN), "by when the record shows who is involved")

    _leads = GOES_ON & ~PRIVATE & involvement.lead.is_true() & involvement.practitioner_id.is_known()
    has_lead = any_of(involvement, "whether anybody is marked as leading", by=_of_child, where=_leads)
    marked_as_leading = count_of(involvement, "how many entries are marked as leading", by=_of_child, where=_leads)
    lead_id = only(involvement.practitioner_id, "the one person who leads", by=_of_child, where=_leads)
    lead_shown_on = earliest(FIRST_SHOWN, "from when a lead is marked", by=_of_child, where=_leads)
    plan_lead_id = only(plan.led_by, "the one person who leads every plan", by=_of_child, where=IN_FORCE)
    plan_lead_on = earliest(
        plan.started_on, "when a plan with a lead began", by=_of_child, where=IN_FORCE & plan.led_by.is_known()
    )
    leads_disagree = derived(
        has_lead.is_true() & lead_id.is_unknown(), "whether more than one person is marked as leading"
    )
    led_since = derived(
        cases(
            (lead_id.is_known(), lead_shown_on),
            (~leads_disagree & plan_lead_id.is_known(), plan_lead_on),
            otherwise=NO_DAY,
        ),
        "one person who leads",
    )

    plans = count_of(plan, "how many plans run side by side", by=_of_child, where=IN_FORCE & CAN_RUN_SIDE_BY_SIDE)
    last_plan_on = latest(plan.started_on, "when the latest plan began", by=_of_child, where=IN_FORCE)
    plans_compared_by = derived(last_plan_on.plus_working_days(WITHIN), "by when the plans are read together")
    joint_plan_on = earliest(plan.started_on, "when the joint plan began", by=_of_child, where=IN_FORCE & IS_JOINT)
    compared_on = earliest(
        plan.compared_on,
        "when the plans were read side by side",
        by=_of_child,
        where=IN_FORCE & (plan.compared_on >= its(last_plan_on)),
    )

    _joint_meeting = meeting.kind.is_in(local("collaboration.meeting_kinds"))
    last_met_on = latest(meeting.held_on, "the last meeting", by=_of_child, where=_joint_meeting)
    met_before_on = latest(
        meeting.held_on, "the meeting before", by=_of_child, where=_joint_meeting & (meeting.held_on < its(last_met_on))
    )


class PartInMeeting(Subject):
    """One entry of who was asked to a meeting about a young person, came, or sent word."""

    table = records.attendance
    called = "part in a meeting about a young person"

    child_id = own(attendance.child_id, "the child")
    attendance_id = own(attendance.attendance_id, "the part")
    meeting_id = own(attendance.meeting_id, "the meeting")
    agency_id = own(attendance.agency_id, "the service at the meeting")
    attendee = own(attendance.attendee, "who")
    invited_on = own(attendance.invited_on, "when they were invited")
    attended = own(attendance.attended, "whether they came")
    report_received_on = own(attendance.report_received_on, "when their report came")
    absent_reason = own(attendance.absent_reason, "why they were not invited or did not come")
    recorded_on = own(attendance.recorded_on, "when it was recorded as it stands")
    is_young_person = wider(Child.is_young_person)

    _meeting = (Link("child_id", child_id), Link("meeting_id", meeting_id))
    meeting_kind = only(meeting.kind, "what meeting it was", by=_meeting)
    held_on = only(meeting.held_on, "when it was held", by=_meeting)
    explained_on = derived(
        cases((absent_reason.is_unknown(), NO_DAY), (recorded_on.is_known(), recorded_on), otherwise=held_on),
        "when it was explained why not",
    )
    asked_on = derived(
        cases(((invited_on <= held_on).is_true(), invited_on), (attended.is_true(), held_on), otherwise=explained_on),
        "when they were asked, or it was explained why not",
    )
    heard_on = derived(
        cases(
            (attended.is_true(), held_on),
            (report_received_on.is_known(), report_received_on),
            otherwise=explained_on,
        ),
        "when they were heard, or it was explained why not",
    )

    members = is_young_person & meeting_kind.is_in(local("collaboration.meeting_kinds"))


class PartInPlan(Subject):
    """An action in a plan that services have made together for a young person."""

    table = records.action
    called = "action in a joint plan for a young person"

    child_id = own(action.child_id, "the child")
    action_id = own(action.action_id, "the action")
    plan_id = own(action.plan_id, "the plan")
    owner_agency_id = own(action.owner_agency_id, "the service it was given to")
    owned_by = own(action.owned_by, "who owns it")
    assigned_on = own(action.assigned_on, "when it was given to its owner")
    is_young_person = wider(Child.is_young_person)
    owner_works_at = only(practitioner.agency_id, "where its owner works", by=(Link("practitioner_id", owned_by),))
    is_of_joint_plan = any_of(
        plan,
        "whether it is of a joint plan",
        by=(Link("child_id", child_id), Link("plan_id", plan_id)),
        where=IN_FORCE & IS_JOINT,
    )

    members = is_young_person & plan_id.is_known() & is_of_joint_plan


def _same(agency_id: Expression, who: Expression, service: Expression, as_contributor: Expression) -> Expression:
    """Whether an entry is of the service: by its agency, or where that is not given by what kind of service it is."""
    return (agency_id == service).is_true() | (agency_id.is_unknown() & (who == as_contributor)).is_true()


class ServiceAtWork(Subject):
    """A service that works with a young person beside others."""

    table = records.involvement
    called = "service that works with a young person beside others"

    child_id = own(involvement.child_id, "the child")
    involvement_id = own(involvement.involvement_id, "the entry that stands for the service")
    agency_id = own(involvement.agency_id, "the service")
    ended_on = own(involvement.ended_on, "when the work ended")
    is_young_person = wider(Child.is_young_person)
    work_together = wider(SharedWork.work_together)
    record_has_ended = wider(Child.record_has_ended)
    together_since = wider(SharedWork.together_since)
    joint_plan_on = wider(SharedWork.joint_plan_on)
    last_met_on = wider(SharedWork.last_met_on)
    met_before_on = wider(SharedWork.met_before_on)

    _child = (Link("child_id", child_id),)
    _itself = (Link("child_id", child_id), Link("involvement_id", involvement_id))
    _of_service = (Link("child_id", child_id), Link("agency_id", agency_id))
    stands = any_of(ServiceInTurn, "whether it stands for a service", by=_itself)
    kind = only(InvolvedService.kind, "which service it is", by=_itself)
    since = earliest(InvolvedService.since, "since when it works with them", by=_itself)
    shown_on = earliest(InvolvedService.shown_on, "from when the record shows it", by=_itself)
    as_contributor = derived(
        cases((kind == AgencyKind.CHILDRENS_SOCIAL_CARE, Contributor.SOCIAL_CARE), otherwise=kind),
        "the service as meetings and assessments name it",
    )
    shown_by = derived(
        latest_of(together_since, shown_on).plus_working_days(WITHIN), "by when the record shows its part"
    )

    named_on = earliest(
        FIRST_SHOWN, "a named person", by=_of_service, where=GOES_ON & involvement.practitioner_id.is_known()
    )

    # The last meeting since the service began, and the one before it
    due_at_meeting_on = derived(
        cases(((last_met_on >= since).is_true(), last_met_on), otherwise=NO_DAY), "the last meeting since it began"
    )
    _part = _same(PartInMeeting.agency_id, PartInMeeting.attendee, its(agency_id), its(as_contributor))
    _of_last = _part & (PartInMeeting.held_on == its(due_at_meeting_on))
    asked_to_last_on = earliest(PartInMeeting.asked_on, "an invitation to it", by=_child, where=_of_last)
    heard_at_last_on = earliest(PartInMeeting.heard_on, "its part in the meeting", by=_child, where=_of_last)
    part_in_one_on = latest(
        PartInMeeting.held_on, "the last meeting to which it was asked", by=_child,
        where=_part & PartInMeeting.asked_on.is_known(),
    )  # fmt: skip
    called_one_on = latest(
        meeting.held_on,
        "the last meeting that it called itself",
        by=_child,
        where=SharedWork._joint_meeting & (meeting.recorded_agency_id == its(agency_id)),
    )
    asked_to_one_on = derived(latest_of(part_in_one_on, called_one_on), "the last meeting to which it was asked")
    missed = count_of(
        meeting,
        "how many meetings since had no place for it",
        by=_child,
        where=SharedWork._joint_meeting
        & (meeting.held_on >= its(since))
        & ~(meeting.held_on <= its(asked_to_one_on)).is_true(),
    )
    _called_last = (called_one_on == due_at_meeting_on).is_true()
    invited_on = derived(
        cases((_called_last, due_at_meeting_on), otherwise=asked_to_last_on), "an invitation to the meeting"
    )
    sent_word_on = earliest(
        contribution.received_on,
        "what it sent in since the meeting before",
        by=_child,
        where=(contribution.contributor == its(as_contributor))
        & (contribution.received_on >= its(since))
        & (its(met_before_on).is_unknown() | (contribution.received_on > its(met_before_on))),
    )
    heard_on = derived(
        cases((_called_last, due_at_meeting_on), otherwise=earliest_of(heard_at_last_on, sent_word_on)),
        "what it brought to the meeting, or why not",
    )

    has_action_on = earliest(
        PartInPlan.assigned_on,
        "an action given to it",
        by=_child,
        where=(PartInPlan.owner_agency_id == its(agency_id)) | (PartInPlan.owner_works_at == its(agency_id)),
    )
    keeps_plan_on = earliest(
        plan.started_on,
        "a joint plan that it keeps",
        by=_child,
        where=IN_FORCE & IS_JOINT & (plan.recorded_agency_id == its(agency_id)),
    )
    in_plan_on = derived(earliest_of(has_action_on, keeps_plan_on), "its part in the plan")
    in_plan_by = derived(
        latest_of(together_since, shown_on, joint_plan_on).plus_working_days(WITHIN), "by when the plan has its part"
    )
    share_logged_on = earliest(
        information_share.happened_on,
        "what was shared with it or by it",
        by=_child,
        where=(
            (information_share.to_agency_id == its(agency_id)) | (information_share.from_agency_id == its(agency_id))
        )
        & information_share.person_id.is_unknown()
        & cases(
            (information_share.decision == ShareDecision.SHARED, information_share.what.is_known()),
            otherwise=information_share.reason.is_known(),
        )
        & (information_share.happened_on >= its(since)),
    )

    members = is_young_person & agency_id.is_known() & ended_on.is_unknown() & work_together & stands
    ended = record_has_ended


shared_work = SharedWork
service_at_work = ServiceAtWork

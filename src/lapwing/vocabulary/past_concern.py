"""Facts about what was feared for young people over some years: of which kinds, what lay behind it, and what was done."""

from __future__ import annotations

from lapwing.language.expressions import Type, cases, unknown
from lapwing.vocabulary import records
from lapwing.vocabulary.behaviour import OF_CAUSE, causes_looked_into
from lapwing.vocabulary.child import Child
from lapwing.vocabulary.codes import ConcernStatus
from lapwing.vocabulary.facts import Link, Subject, any_of, columns, derived, earliest, its, latest, own, wider
from lapwing.vocabulary.local import local
from lapwing.vocabulary.past_young_person import young_on
from lapwing.vocabulary.work_codes import ActionAim, ActionKind, Explored

concern = columns(records.concern)
analysis = columns(records.analysis)
action = columns(records.action)

NO_DAY = unknown(Type.DATE)


class PastConcern(Subject):
    """Something feared for somebody who was a young person when it was found: of themselves, or of nobody by name."""

    table = records.concern
    called = "concern for a young person"

    child_id = own(concern.child_id, "the child")
    concern_id = own(concern.concern_id, "the concern")
    person_id = own(concern.person_id, "whom it is about")
    kind = own(concern.kind, "what it is")
    status = own(concern.status, "where it stands")
    identified_on = own(concern.identified_on, "when it was identified")
    incident_on = own(concern.incident_on, "the day of the incident")
    ended_on = own(concern.ended_on, "when it ceased to be a concern")
    recorded_on = own(concern.first_recorded_on, "when it was recorded")
    no_action_on = own(concern.no_action_on, "when it was found to need no action")
    no_action_reason = own(concern.no_action_reason, "why it needs no action")

    young_persons_id = wider(Child.person_id)
    young_person_on = wider(Child.young_person_on)
    comes_of_age_on = wider(Child.comes_of_age_on)
    never_was = wider(Child.never_was)
    found_on = derived(
        cases((identified_on.is_known(), identified_on), otherwise=recorded_on), "when the concern was found"
    )
    is_of_behaviour = derived(
        kind.is_in(local("behaviour.concern_kinds"))
        & ~((status == ConcernStatus.PAST) & (ended_on.is_unknown() | (ended_on < found_on))).is_true(),
        "whether it is of behaviour whose causes are to be looked into",
    )
    reasoned_on = derived(
        cases((no_action_reason.is_known(), no_action_on), otherwise=NO_DAY), "why no action is needed"
    )
    stands_beside_another = any_of(
        concern,
        "whether something of another kind is feared for the same child",
        by=(Link("child_id", child_id),),
        where=(concern.kind != its(kind)) & ~(concern.status == ConcernStatus.CLEARED).is_true(),
    )

    members = (
        ~(status == ConcernStatus.CLEARED).is_true()
        & young_on(found_on, young_person_on, comes_of_age_on)
        & (person_id.is_unknown() | (person_id == young_persons_id))
    )
    ended = never_was


class PastRun(Subject):
    """The first concern about a young person's behaviour after a long quiet: once, however many were found that day."""

    table = records.concern
    called = "concern about behaviour that came after a long quiet"

    child_id = own(concern.child_id, "the child")
    concern_id = own(concern.concern_id, "the concern")
    kind = own(concern.kind, "what it is")

    _child = (Link("child_id", child_id),)
    _this = (Link("child_id", child_id), Link("concern_id", concern_id))
    never_was = wider(Child.never_was)
    found_on = earliest(PastConcern.found_on, "when it was found", by=_this, where=PastConcern.is_of_behaviour)
    recorded_on = earliest(PastConcern.recorded_on, "when it was recorded", by=_this)
    reasoned_on = earliest(PastConcern.reasoned_on, "why no action is needed", by=_this)
    first_of_day = earliest(
        PastConcern.concern_id,
        "the first record of that day",
        by=(Link("child_id", child_id), Link("found_on", found_on)),
        where=PastConcern.is_of_behaviour,
    )
    came_before_on = latest(
        PastConcern.found_on,
        "when the one before it was found",
        by=_child,
        where=PastConcern.is_of_behaviour & (PastConcern.found_on < its(found_on)),
    )
    begins_afresh = derived(
        came_before_on.is_unknown() | (came_before_on.plus_months(local("behaviour.afresh_months")) < found_on),
        "whether it comes after a long quiet",
    )

    # What may lie behind it: under more than one heading, so that no single explanation stands alone
    _since = OF_CAUSE & (analysis.written_on >= its(found_on))
    first_cause_on, first_cause, explored_on = causes_looked_into(_child, _since)
    explore_by = derived(
        recorded_on.plus_working_days(local("behaviour.explored_wd")), "by when causes are looked into"
    )
    cause_found_on = earliest(
        analysis.written_on, "when a cause was found", by=_child, where=_since & (analysis.explored == Explored.FOUND)
    )
    act_by = derived(
        cause_found_on.plus_working_days(local("behaviour.cause_action_wd")), "by when an action aims at it"
    )
    at_cause_on = earliest(
        action.assigned_on,
        "an action at a cause, with a named person",
        by=_child,
        where=(action.aim == ActionAim.CAUSE)
        & ~(action.kind == ActionKind.REFERRAL_ONLY).is_true()
        & (action.completed_on.is_unknown() | (action.completed_on >= its(found_on)))
        & action.owned_by.is_known()
        & (action.declined_on.is_unknown() | action.declined_next.is_known()),
    )

    members = (
        kind.is_in(local("behaviour.concern_kinds"))
        & found_on.is_known()
        & (first_of_day == concern_id)
        & begins_afresh
    )
    ended = never_was


past_concern = PastConcern
past_run = PastRun

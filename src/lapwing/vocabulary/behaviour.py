"""Facts about concerns over a young person's behaviour: what they are, what lies behind them, what was done."""

from __future__ import annotations

from lapwing.language.expressions import TODAY, Expression, Type, cases, earliest_of, unknown
from lapwing.vocabulary import records
from lapwing.vocabulary.care_codes import AppointmentKind
from lapwing.vocabulary.child import Child
from lapwing.vocabulary.codes import ConcernKind, ConcernStatus
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
from lapwing.vocabulary.work_codes import AnalysisKind, ContactKind, Explored

concern = columns(records.concern)
analysis = columns(records.analysis)
contact = columns(records.contact)
appointment = columns(records.appointment)

STANDS = ~(concern.status == ConcernStatus.CLEARED).is_true()
"""Whether a concern has not been looked into and cleared."""
OF_CAUSE = (
    (analysis.kind == AnalysisKind.CAUSE_OF_BEHAVIOUR)
    & analysis.concern_kind.is_in(local("behaviour.causes"))
    & (
        analysis.explored.is_in(Explored.FOUND, Explored.NOT_FOUND)
        | ((analysis.explored == Explored.NOT_EXPLORED) & analysis.not_explored_reason.is_known())
    )
)
"""An entry on a possible cause: found, not found, or not explored with the reason."""


def causes_looked_into(by: tuple[Link, ...], since: Expression) -> tuple[Fact, Fact, Fact]:
    """When a first cause was looked into, which it was, and when a second one was: so no explanation stands alone."""
    first_on = earliest(analysis.written_on, "when a first cause was looked into", by=by, where=since)
    first = earliest(
        analysis.concern_kind,
        "the first cause that was looked into",
        by=by,
        where=since & (analysis.written_on == its(first_on)),
    )
    explored_on = earliest(
        analysis.written_on,
        "what may lie behind it, under more than one heading",
        by=by,
        where=since & (analysis.concern_kind != its(first)),
    )
    return first_on, first, explored_on


class ConcernAboutBehaviour(Subject):
    """A concern about a young person's own behaviour, of a kind on the area's list, as somebody recorded it."""

    table = records.concern
    called = "concern about a young person's behaviour"

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
    is_young_person = wider(Child.is_young_person)
    young_person_on = wider(Child.young_person_on)
    young_persons_id = wider(Child.person_id)
    found_on = derived(
        cases((identified_on.is_known(), identified_on), otherwise=recorded_on), "when the concern was found"
    )
    was_past = derived(
        ((status == ConcernStatus.PAST) & (ended_on.is_unknown() | (ended_on < found_on))).is_true(),
        "whether it was past when it was found",
    )

    # One incident that two services wrote down is one.
    first_of_incident = earliest(
        concern.concern_id,
        "the first record of the same incident",
        by=(Link("child_id", child_id), Link("kind", kind), Link("incident_on", incident_on)),
        where=STANDS & (concern.person_id.is_unknown() | (concern.person_id == its(young_persons_id))),
    )
    lead_id = derived(
        cases((first_of_incident.is_known(), first_of_incident), otherwise=concern_id), "the record that stands for it"
    )
    is_lead = derived(lead_id == concern_id, "whether this record stands for it")
    reasoned_on = derived(
        cases((no_action_reason.is_known(), no_action_on), otherwise=unknown(Type.DATE)), "why no action is needed"
    )

    members = (
        kind.is_in(local("behaviour.concern_kinds"))
        & ~(status == ConcernStatus.CLEARED).is_true()
        & ~was_past
        & is_young_person
        & ~(found_on < young_person_on).is_true()
        & (person_id.is_unknown() | (person_id == young_persons_id))
    )


class BehaviourIncident(Subject):
    """An incident, or a standing concern, about a young person's behaviour: once, however many wrote it down."""

    table = records.concern
    called = "incident or concern about a young person's behaviour"

    child_id = own(concern.child_id, "the child")
    concern_id = own(concern.concern_id, "the concern")
    kind = own(concern.kind, "what it is")

    _child = (Link("child_id", child_id),)
    _lead = (Link("child_id", child_id), Link("lead_id", concern_id))
    stands_for_it = any_of(ConcernAboutBehaviour, "whether this record stands for it", by=_lead)
    found_on = earliest(ConcernAboutBehaviour.found_on, "when it was found or reported", by=_lead)
    recorded_on = earliest(ConcernAboutBehaviour.recorded_on, "when it was recorded", by=_lead)
    reasoned_on = earliest(ConcernAboutBehaviour.reasoned_on, "why no action is needed", by=_lead)

    came_before_on = latest(
        ConcernAboutBehaviour.found_on,
        "when the one before it was found",
        by=_child,
        where=ConcernAboutBehaviour.found_on < its(found_on),
    )
    begins_afresh = derived(
        came_before_on.is_unknown() | (came_before_on.plus_months(local("behaviour.afresh_months")) < found_on),
        "whether it comes after a long quiet",
    )
    explored_before_on = latest(
        analysis.written_on,
        "when causes were last looked into before it",
        by=_child,
        where=OF_CAUSE & (analysis.written_on < its(found_on)),
    )
    explored_since_on = earliest(
        analysis.written_on,
        "when causes were looked into since",
        by=_child,
        where=OF_CAUSE & (analysis.written_on >= its(found_on)),
    )
    further_count = count_of(
        ConcernAboutBehaviour,
        "how many there were within weeks, it among them, since causes were looked into",
        by=_child,
        where=ConcernAboutBehaviour.is_lead
        & (ConcernAboutBehaviour.found_on > its(explored_before_on))
        & (ConcernAboutBehaviour.found_on <= its(found_on))
        & (ConcernAboutBehaviour.found_on.plus_days(local("behaviour.refresh_window_days")) >= its(found_on)),
    )
    calls_for_another_look = derived(
        further_count >= local("behaviour.refresh_incidents"), "whether causes are to be looked into again"
    )

    members = kind.is_in(local("behaviour.concern_kinds")) & stands_for_it


class SelfHarm(Subject):
    """Self-harm or thoughts of suicide of which somebody learned; what is recorded of it twice is one."""

    table = records.concern
    called = "self-harm of a young person"

    child_id = own(concern.child_id, "the child")
    concern_id = own(concern.concern_id, "the concern")
    kind = own(concern.kind, "what it is")
    young_persons_id = wider(Child.person_id)
    record_has_ended = wider(Child.record_has_ended)

    _child = (Link("child_id", child_id),)
    _lead = (Link("child_id", child_id), Link("lead_id", concern_id))
    found_on = earliest(ConcernAboutBehaviour.found_on, "when it became known", by=_lead)
    recorded_on = earliest(ConcernAboutBehaviour.recorded_on, "when it was recorded", by=_lead)

    spoken_with_on = earliest(
        contact.happened_on,
        "a conversation with the young person",
        by=_child,
        where=contact.kind.is_in(ContactKind.VISIT, ContactKind.OFFICE, ContactKind.TELEPHONE)
        & (contact.happened_on >= its(found_on))
        & (contact.child_seen.is_true() | (contact.person_id == its(young_persons_id)).is_true()),
    )
    seen_on = earliest(
        appointment.held_on,
        "an appointment with somebody who talked with them",
        by=_child,
        where=appointment.kind.is_in(AppointmentKind.MEDICAL, AppointmentKind.CHILD_MENTAL_HEALTH)
        & (appointment.held_on >= its(found_on)),
    )
    talked_on = derived(earliest_of(spoken_with_on, seen_on), "a conversation with the young person")

    members = (
        (kind == ConcernKind.SELF_HARM)
        & found_on.is_known()
        & (found_on >= TODAY.minus_months(local("behaviour.look_back_months")))
    )
    ended = record_has_ended


self_harm = SelfHarm

"""Facts about domestic abuse, drugs or alcohol around a baby: what is known of it, and what was thought and done."""

from __future__ import annotations

from lapwing.language.expressions import Expression, Type, cases, earliest_of, latest_of, unknown
from lapwing.vocabulary import records
from lapwing.vocabulary.codes import ConcernKind, ConcernPart, ConcernStatus, RelationshipRole
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
from lapwing.vocabulary.fragile_baby import NOT_ASKED_AS_CARERS, NOT_TO_CONTACT, SLEEP, STORAGE, FragileBaby
from lapwing.vocabulary.local import local
from lapwing.vocabulary.work_codes import AnalysisKind, Contributor, DecisionKind, DecisionOutcome

concern = columns(records.concern)
relationship = columns(records.relationship)
analysis = columns(records.analysis)
action = columns(records.action)
decision = columns(records.decision)
contribution = columns(records.contribution)
advice = columns(records.advice)

SUBSTANCES = (ConcernKind.ALCOHOL, ConcernKind.DRUGS)
STANDS = ~(concern.status == ConcernStatus.CLEARED).is_true()
"""Whether a concern has not been looked into and cleared."""


def _about(person: Expression, person_id: Expression) -> Expression:
    """Whether a row is about the person of the concern, so far as either says whom it is about."""
    return person.is_unknown() | person_id.is_unknown() | (person == person_id)


def cares_for_child(caring_role: Expression, lives_with_child: Expression, role: Expression) -> Expression:
    """Whether somebody cares for a child in the family: not as a foster carer, nor as a brother or sister."""
    cares = caring_role.is_true() | lives_with_child.is_true()
    is_mother = (role == RelationshipRole.BIRTH_MOTHER) & caring_role.is_unknown()
    return (cares | is_mother) & ~role.is_in(*NOT_ASKED_AS_CARERS).is_true()


class ConcernAboutAdult(Subject):
    """A concern of the kinds of paragraph 53 around a baby, as it stands in the record: about one adult."""

    table = records.concern
    called = "concern about an adult around a baby"

    child_id = own(concern.child_id, "the child")
    concern_id = own(concern.concern_id, "the concern")
    person_id = own(concern.person_id, "whom it is about")
    kind = own(concern.kind, "what it is")
    part = own(concern.part, "the person's part in it")
    status = own(concern.status, "where it stands")
    identified_on = own(concern.identified_on, "when it was found")
    incident_on = own(concern.incident_on, "the day of the incident")
    recorded_on = own(concern.first_recorded_on, "when it was recorded")
    as_it_stands_on = own(concern.recorded_on, "when it was recorded as it stands")
    no_action_on = own(concern.no_action_on, "when it was found to need no action")
    no_action_reason = own(concern.no_action_reason, "why it needs no action")
    is_of_baby = wider(FragileBaby.is_member)
    born_on = wider(FragileBaby.born_on)
    found_on = derived(earliest_of(identified_on, recorded_on), "when it became known")

    # One incident, or one account of abuse, that was written down about each of two adults is one thing.
    first_of_incident = earliest(
        concern.concern_id,
        "the first concern about the same incident",
        by=(Link("child_id", child_id), Link("kind", kind), Link("incident_on", incident_on)),
        where=STANDS,
    )
    first_of_account = earliest(
        concern.concern_id,
        "the first concern of the same account",
        by=(Link("child_id", child_id), Link("kind", kind), Link("identified_on", identified_on)),
        where=STANDS & concern.incident_on.is_unknown() & (concern.kind == ConcernKind.DOMESTIC_ABUSE),
    )
    lead_id = derived(
        cases(
            (first_of_incident.is_known(), first_of_incident),
            (incident_on.is_unknown() & first_of_account.is_known(), first_of_account),
            otherwise=concern_id,
        ),
        "the concern that stands for it",
    )

    _child = (Link("child_id", child_id),)
    _concern = (Link("child_id", child_id), Link("concern_id", concern_id))
    _adult = (Link("child_id", child_id), Link("person_id", person_id))
    role_goes_on = any_of(
        relationship,
        "whether the adult has a part in the child's life",
        by=_adult,
        where=relationship.ended_on.is_unknown(),
    )
    role_ended_on = latest(relationship.ended_on, "when the adult's part in the child's life ended", by=_adult)
    has_left = derived(
        role_ended_on.is_known() & ~role_goes_on, "whether the adult has no part in the child's life any more"
    )

    _says_meaning = (
        (analysis.kind == AnalysisKind.MEANING_FOR_BABY)
        & (analysis.finding.is_known() | analysis.conclusion.is_known())
        & (
            (analysis.concern_id == its(concern_id)).is_true()
            | (analysis.concern_id.is_unknown() & (analysis.concern_kind == its(kind)))
        )
    )
    meaning_written_on = earliest(
        analysis.written_on,
        "what it means for this baby",
        by=_child,
        where=_says_meaning & (analysis.written_on >= its(found_on)),
    )
    meaning_since_birth_on = earliest(
        analysis.written_on,
        "what it means for the baby, now born",
        by=_child,
        where=_says_meaning & (analysis.written_on >= its(born_on)),
    )
    acted_on = earliest(
        action.assigned_on,
        "an action with a named person",
        by=_concern,
        where=action.owned_by.is_known() & (action.declined_on.is_unknown() | action.declined_next.is_known()),
    )
    reasoned_on = derived(
        cases((no_action_reason.is_known(), no_action_on), otherwise=unknown(Type.DATE)), "why no action is needed"
    )
    high_risk_considered_on = earliest(
        decision.decided_on,
        "whether the case goes to MARAC, with reasons",
        by=_child,
        where=(decision.kind == DecisionKind.MARAC)
        & decision.reasons.is_known()
        & decision.outcome.is_in(DecisionOutcome.REQUIRED, DecisionOutcome.NOT_REQUIRED)
        & (decision.decided_on >= its(found_on))
        & (
            decision.concern_id.is_unknown()
            | (decision.concern_id == its(lead_id))
            | (decision.concern_id == its(concern_id))
        ),
    )
    service_heard_on = earliest(
        cases((contribution.received_on.is_known(), contribution.received_on), otherwise=contribution.recorded_on),
        "what the treatment service says",
        by=_child,
        where=(contribution.contributor == Contributor.SUBSTANCE_SERVICE)
        & (contribution.received_on.is_known() | contribution.not_obtained_reason.is_known())
        & (contribution.received_on.is_unknown() | (contribution.received_on >= its(found_on)))
        & (contribution.recorded_on >= its(found_on))
        & _about(contribution.person_id, its(person_id)),
    )
    storage_agreed_on = earliest(
        advice.given_on,
        "where drugs, drink or medicines are kept, as seen or agreed",
        by=_child,
        where=advice.topic.is_in(*STORAGE)
        & advice.agreed.is_known()
        & (advice.given_on >= its(found_on))
        & (its(born_on).is_unknown() | (advice.given_on >= its(born_on)))
        & _about(advice.person_id, its(person_id)),
    )

    members = is_of_baby & kind.is_in(local("fragility.concern_kinds")) & ~(status == ConcernStatus.CLEARED).is_true()


class HeightenedRisk(Subject):
    """One incident, or one standing concern, of domestic abuse, drugs or alcohol around a baby."""

    table = records.concern
    called = "heightened risk to a baby"

    child_id = own(concern.child_id, "the child")
    concern_id = own(concern.concern_id, "the concern")
    kind = own(concern.kind, "what it is")
    status = own(concern.status, "where it stands")
    incident_on = own(concern.incident_on, "the day of the incident")
    ended_on = own(concern.ended_on, "when it ceased to be a concern")

    record_has_ended = wider(FragileBaby.record_has_ended)
    birth_unrecorded = wider(FragileBaby.birth_unrecorded)
    pregnancy_known_on = wider(FragileBaby.pregnancy_known_on)
    born_on = wider(FragileBaby.born_on)
    home_since = wider(FragileBaby.home_since)
    is_away = wider(FragileBaby.is_away)

    _lead = (Link("child_id", child_id), Link("lead_id", concern_id))
    stands_for_it = any_of(ConcernAboutAdult, "whether this record stands for it", by=_lead)
    recorded_on = earliest(ConcernAboutAdult.recorded_on, "when it was recorded", by=_lead)
    found_on = earliest(ConcernAboutAdult.found_on, "when it became known", by=_lead)
    has_adult_in_role = any_of(
        ConcernAboutAdult,
        "whether such an adult has a part in the baby's life",
        by=_lead,
        where=~ConcernAboutAdult.has_left,
    )
    clock_from = derived(latest_of(recorded_on, pregnancy_known_on), "when the question arose")

    # How far back a past concern is looked at, and whether an incident is new
    is_abuse = derived(kind == ConcernKind.DOMESTIC_ABUSE, "whether it is domestic abuse")
    is_substance = derived(kind.is_in(*SUBSTANCES), "whether it is drugs or alcohol")
    is_past = derived((status == ConcernStatus.PAST).is_true() | ended_on.is_known().is_true(), "whether it is past")
    last_known_on = derived(cases((ended_on.is_known(), ended_on), otherwise=incident_on), "when it was last so")
    is_recent = derived(
        ~is_past | (last_known_on.plus_months(local("fragility.past_months")) >= recorded_on),
        "whether it is current, or not long past",
    )
    is_new_incident = derived(
        (incident_on.plus_days(local("fragility.new_incident_days")) >= recorded_on).is_true(),
        "whether it is a new incident",
    )
    is_asked = derived(
        is_recent & (is_abuse | has_adult_in_role), "whether it is recent and about an adult in the baby's life"
    )

    # What was thought and done
    meaning_written_on = earliest(ConcernAboutAdult.meaning_written_on, "what it means for this baby", by=_lead)
    meaning_since_birth_on = earliest(
        ConcernAboutAdult.meaning_since_birth_on, "what it means for the baby, now born", by=_lead
    )
    acted_on = earliest(ConcernAboutAdult.acted_on, "an action with a named person", by=_lead)
    reasoned_on = earliest(ConcernAboutAdult.reasoned_on, "why no action is needed", by=_lead)
    past_reasoned_on = derived(
        cases((is_past, reasoned_on), otherwise=unknown(Type.DATE)), "why a past concern needs no more"
    )
    considered_on = derived(
        earliest_of(meaning_written_on, reasoned_on), "what it means for this baby, or why nothing is needed"
    )
    answered_on = derived(earliest_of(acted_on, reasoned_on), "an action, or why none is needed")
    high_risk_considered_on = earliest(
        ConcernAboutAdult.high_risk_considered_on, "whether the case goes to MARAC, with reasons", by=_lead
    )
    high_risk_weighed_on = derived(
        earliest_of(high_risk_considered_on, past_reasoned_on), "whether it goes to MARAC, with reasons"
    )
    looked_again_on = derived(
        earliest_of(meaning_since_birth_on, past_reasoned_on), "what it means for the baby, now born"
    )
    responsible_recorded_on = earliest(
        ConcernAboutAdult.as_it_stands_on,
        "who is recorded as responsible for it",
        by=_lead,
        where=ConcernAboutAdult.part == ConcernPart.RESPONSIBLE,
    )
    unheard_count = count_of(
        ConcernAboutAdult,
        "of how many adults no treatment service has been heard",
        by=_lead,
        where=ConcernAboutAdult.service_heard_on.is_unknown() & ~ConcernAboutAdult.has_left,
    )
    last_service_heard_on = latest(ConcernAboutAdult.service_heard_on, "what the treatment service says", by=_lead)
    service_heard_on = derived(
        earliest_of(cases((unheard_count == 0, last_service_heard_on), otherwise=unknown(Type.DATE)), past_reasoned_on),
        "what the treatment service says, of each adult",
    )
    part_settled_on = derived(
        earliest_of(responsible_recorded_on, past_reasoned_on), "who is recorded as responsible for it"
    )
    storage_agreed_on = earliest(
        ConcernAboutAdult.storage_agreed_on, "where drugs, drink or medicines are kept, as seen or agreed", by=_lead
    )

    members = stands_for_it
    ended = record_has_ended


class CarerOfBaby(Subject):
    """Somebody who cares, or will care, for a baby: a parent, a partner, a relative."""

    table = records.relationship
    called = "carer of a baby"

    child_id = own(relationship.child_id, "the child")
    relationship_id = own(relationship.relationship_id, "the carer")
    person_id = own(relationship.person_id, "who the carer is")
    role = own(relationship.role, "who they are to the child")
    caring_role = own(relationship.caring_role, "whether they care for the child")
    lives_with_child = own(relationship.lives_with_child, "whether they live with the child")
    contact_safety = own(relationship.contact_safety, "whether they may be contacted")
    mentioned_on = own(relationship.mentioned_on, "when they were first mentioned")
    ended_on = own(relationship.ended_on, "when their part ended")

    is_of_baby = wider(FragileBaby.is_member)
    record_has_ended = wider(FragileBaby.record_has_ended)
    birth_unrecorded = wider(FragileBaby.birth_unrecorded)
    born_on = wider(FragileBaby.born_on)
    home_since = wider(FragileBaby.home_since)
    is_away = wider(FragileBaby.is_away)

    _child = (Link("child_id", child_id),)
    _asked = HeightenedRisk.is_substance & HeightenedRisk.is_asked
    substances_known_on = latest(
        HeightenedRisk.clock_from, "when drugs or alcohol were last recorded", by=_child, where=_asked
    )
    substances_found_on = latest(
        HeightenedRisk.found_on, "when drugs or alcohol last became known", by=_child, where=_asked
    )
    has_new_incident = any_of(
        HeightenedRisk,
        "whether it was a new incident",
        by=_child,
        where=_asked & HeightenedRisk.is_new_incident & (HeightenedRisk.clock_from == its(substances_known_on)),
    )
    may_be_spoken_to = derived(
        ~contact_safety.is_in(*NOT_TO_CONTACT).is_true(), "whether services may speak to them about this child"
    )
    clock_from = derived(latest_of(substances_known_on, home_since, mentioned_on), "when the time for the talk began")
    sleep_due_on = derived(
        cases(
            (
                (has_new_incident & (clock_from == substances_known_on)).is_true(),
                clock_from.plus_working_days(local("fragility.new_incident_considered_wd")),
            ),
            otherwise=clock_from.plus_working_days(local("fragility.considered_wd")),
        ),
        "by when the talk is expected",
    )
    sleep_discussed_on = earliest(
        advice.given_on,
        "the talk about safer sleep",
        by=(Link("child_id", child_id), Link("person_id", person_id)),
        where=advice.topic.is_in(*SLEEP)
        & advice.discussed
        & (advice.given_on >= its(substances_found_on))
        & (its(born_on).is_unknown() | (advice.given_on >= its(born_on))),
    )

    members = is_of_baby & cares_for_child(caring_role, lives_with_child, role)
    ended = record_has_ended | ended_on.is_known().is_true()


heightened_risk = HeightenedRisk
carer_of_baby = CarerOfBaby

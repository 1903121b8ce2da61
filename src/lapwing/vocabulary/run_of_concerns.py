"""Facts about the run of concerns over a young person's behaviour that goes on, and about what is done about it."""

from __future__ import annotations

from lapwing.language.expressions import TODAY, Type, cases, earliest_of, latest_of, unknown
from lapwing.vocabulary import records
from lapwing.vocabulary.behaviour import OF_CAUSE, STANDS, BehaviourIncident, causes_looked_into
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
    ActionAim,
    ActionEffect,
    ActionKind,
    Contributor,
    DecisionKind,
    DecisionOutcome,
    Explored,
    MeetingKind,
)

child = columns(records.child)
concern = columns(records.concern)
analysis = columns(records.analysis)
contribution = columns(records.contribution)
missing_episode = columns(records.missing_episode)
meeting = columns(records.meeting)
decision = columns(records.decision)
action = columns(records.action)

NO_DAY = unknown(Type.DATE)


class RunOfConcerns(Subject):
    """Concerns about one young person's behaviour, from the first that came after a long quiet."""

    table = records.child
    called = "run of concerns about a young person's behaviour"

    child_id = own(child.child_id, "the child")
    is_young_person = wider(Child.is_young_person)
    record_has_ended = wider(Child.record_has_ended)

    _child = (Link("child_id", child_id),)
    since_on = latest(
        BehaviourIncident.found_on,
        "when this run of concerns began",
        by=_child,
        where=BehaviourIncident.begins_afresh,
    )
    last_on = latest(BehaviourIncident.found_on, "when the last of them was found", by=_child)
    _of_run = BehaviourIncident.found_on >= its(since_on)
    known_on = earliest(BehaviourIncident.recorded_on, "when the first of them was recorded", by=_child, where=_of_run)
    incident_count = count_of(BehaviourIncident, "how many there are", by=_child, where=_of_run)
    no_action_reasoned_on = earliest(BehaviourIncident.reasoned_on, "why no action is needed", by=_child, where=_of_run)

    # What may lie behind it: under more than one heading, so that no single explanation stands alone
    _since = OF_CAUSE & (analysis.written_on >= its(since_on))
    first_cause_on, first_cause, explored_on = causes_looked_into(_child, _since)
    causes_so_far = derived(
        cases(
            (first_cause_on.is_known(), "Only one possible cause has been looked into."),
            otherwise="Nothing is recorded on what may lie behind them.",
        ),
        "what has been looked into so far",
    )
    cause_found_on = earliest(
        analysis.written_on,
        "when a cause was found",
        by=_child,
        where=_since & (analysis.explored == Explored.FOUND),
    )

    # The young person's own account, or what was done to hear it
    account_on = earliest(
        cases((contribution.received_on.is_known(), contribution.received_on), otherwise=contribution.recorded_on),
        "the young person's own account, or how it was sought",
        by=_child,
        where=(contribution.contributor == Contributor.CHILD)
        & (
            ((contribution.received_on >= its(since_on)) & ~(~contribution.direct).is_true())
            | (
                contribution.received_on.is_unknown()
                & contribution.not_obtained_reason.is_known()
                & (contribution.recorded_on >= its(since_on))
            )
        ),
    )
    interviewed_on = earliest(
        missing_episode.interview_held_on,
        "when a return interview was held",
        by=_child,
        where=missing_episode.interview_held_on >= its(since_on),
    )
    heard_on = derived(earliest_of(account_on, interviewed_on), "the young person's own account, or how it was sought")

    # Signs of abuse or exploitation, and what was made of them
    _is_sign = (
        concern.kind.is_in(local("behaviour.abuse_kinds"))
        & STANDS
        & ~((concern.status == ConcernStatus.PAST) & concern.ended_on.is_unknown()).is_true()
        & ~(concern.ended_on < its(since_on)).is_true()
    )
    signs_found_on = earliest(
        cases((concern.identified_on.is_known(), concern.identified_on), otherwise=concern.first_recorded_on),
        "when signs of abuse or exploitation were first noted",
        by=_child,
        where=_is_sign,
    )
    signs_recorded_on = earliest(
        concern.first_recorded_on, "when signs of abuse or exploitation were first recorded", by=_child, where=_is_sign
    )
    strategy_clock_from = derived(latest_of(known_on, signs_recorded_on), "when both were on record")
    discussed_on = earliest(
        meeting.held_on,
        "the strategy discussion",
        by=_child,
        where=(meeting.kind == MeetingKind.STRATEGY_DISCUSSION)
        & (meeting.held_on >= its(signs_found_on))
        & (meeting.held_on.plus_months(local("behaviour.afresh_months")) >= its(since_on)),
    )
    found_not_needed_on = earliest(
        decision.decided_on,
        "why no strategy discussion is needed",
        by=_child,
        where=(decision.kind == DecisionKind.STRATEGY_DISCUSSION)
        & (decision.outcome == DecisionOutcome.NOT_REQUIRED)
        & decision.reasons.is_known()
        & (decision.decided_on >= its(signs_found_on))
        & (decision.decided_on.plus_months(local("behaviour.afresh_months")) >= its(since_on)),
    )
    strategy_settled_on = derived(
        earliest_of(discussed_on, found_not_needed_on), "a strategy discussion, or why none is needed"
    )

    # What is done: about the behaviour, and about a cause
    _goes_on = action.completed_on.is_unknown() | (action.completed_on >= its(since_on))
    _at_cause = (action.aim == ActionAim.CAUSE) & ~(action.kind == ActionKind.REFERRAL_ONLY).is_true() & _goes_on
    at_cause_on = earliest(
        action.assigned_on,
        "an action at a cause, with a named person",
        by=_child,
        where=_at_cause
        & action.owned_by.is_known()
        & (action.declined_on.is_unknown() | action.declined_next.is_known()),
    )
    at_behaviour_count = count_of(
        action,
        "how many actions answer the behaviour",
        by=_child,
        where=(action.aim == ActionAim.BEHAVIOUR) & _goes_on,
    )
    cause_known_on = derived(
        latest_of(known_on, earliest_of(cause_found_on, signs_recorded_on)), "when a cause, or signs of one, were known"
    )
    acted_on = derived(earliest_of(at_cause_on, no_action_reasoned_on), "an action at a cause, or why none is needed")
    actions_so_far = derived(
        cases(
            (at_cause_on.is_known(), "An action aims at what may lie behind it."),
            ((at_behaviour_count > 0).is_true(), "The actions so far answer the behaviour alone."),
            otherwise="No action at a cause is recorded.",
        ),
        "what the actions so far aim at",
    )

    # Whether help with a cause lasts
    _ended_on = earliest_of(action.completed_on, action.declined_on)
    support_began_on = earliest(
        action.started_on, "when help with a cause began", by=_child, where=_at_cause & action.started_on.is_known()
    )
    support_day = derived(
        support_began_on.plus_days(local("behaviour.sustained_weeks")), "the day up to which help is to last"
    )
    support_went_on = any_of(
        action,
        "whether help with a cause still went on that day",
        by=_child,
        where=_at_cause
        & (action.started_on <= its(support_day))
        & (_ended_on.is_unknown() | (_ended_on >= its(support_day))),
    )
    support_taken_up_again_on = earliest(
        action.started_on,
        "when help with a cause was taken up again",
        by=_child,
        where=_at_cause & (action.started_on > its(support_day)),
    )
    support_settled_on = earliest(
        cases(((action.effect == ActionEffect.WORKED).is_true(), _ended_on), otherwise=action.declined_on),
        "when help had worked, or was declined and something else agreed",
        by=_child,
        where=_at_cause
        & action.started_on.is_known()
        & ((action.effect == ActionEffect.WORKED).is_true() | action.declined_next.is_known()),
    )
    support_lasted_on = derived(
        earliest_of(
            cases(((support_went_on & (support_day <= TODAY)).is_true(), support_day), otherwise=NO_DAY),
            support_settled_on,
            support_taken_up_again_on,
        ),
        "help with a cause that lasted, or why it ended sooner",
    )

    # Further incidents, and whether causes were looked into again
    _calls = BehaviourIncident.calls_for_another_look & (BehaviourIncident.explored_before_on >= its(explored_on))
    open_call_on = earliest(
        BehaviourIncident.recorded_on,
        "when further incidents called for another look that is to come",
        by=_child,
        where=_calls & BehaviourIncident.explored_since_on.is_unknown(),
    )
    last_answered_on = latest(
        BehaviourIncident.explored_since_on, "when further incidents were last looked into", by=_child, where=_calls
    )
    answered_call_on = earliest(
        BehaviourIncident.recorded_on,
        "when the further incidents that were looked into were recorded",
        by=_child,
        where=_calls & (BehaviourIncident.explored_since_on == its(last_answered_on)),
    )
    called_again_on = derived(
        cases((open_call_on.is_known(), open_call_on), otherwise=answered_call_on),
        "when further incidents called for another look",
    )
    looked_again_on = derived(
        cases((open_call_on.is_known(), NO_DAY), otherwise=last_answered_on), "another look at the causes"
    )

    members = (
        is_young_person & since_on.is_known() & (last_on >= TODAY.minus_months(local("behaviour.look_back_months")))
    )
    ended = record_has_ended


run_of_concerns = RunOfConcerns

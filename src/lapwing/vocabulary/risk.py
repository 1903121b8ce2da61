"""Facts about one risk to an unborn child: what is done about it, by whom, and whether it helps."""

from __future__ import annotations

from lapwing.language.expressions import latest_of
from lapwing.vocabulary import records
from lapwing.vocabulary.codes import ConcernStatus
from lapwing.vocabulary.facts import Link, Subject, any_of, columns, derived, earliest, own, wider
from lapwing.vocabulary.unborn_child import UnbornChild
from lapwing.vocabulary.work_codes import ActionKind

concern = columns(records.concern)
action = columns(records.action)

IS_REAL = ~(action.kind == ActionKind.REFERRAL_ONLY).is_true() & action.declined_on.is_unknown()
"""Of an action: that it is help itself, and more than asking for it."""


class Risk(Subject):
    """A concern on the record of an unborn child, or of a baby just born."""

    table = records.concern
    called = "risk to an unborn child"

    child_id = own(concern.child_id, "the child")
    concern_id = own(concern.concern_id, "the risk")
    kind = own(concern.kind, "what the risk is")
    status = own(concern.status, "where the risk stands")
    ended_on = own(concern.ended_on, "when it ceased to be a concern")
    recorded_on = own(concern.first_recorded_on, "when it was recorded")
    no_action_on = own(concern.no_action_on, "when it was found to need no action")
    no_action_reason = own(concern.no_action_reason, "why it needs no action")

    is_of_unborn_child = wider(UnbornChild.is_member, "whether it is about an unborn child")
    record_has_ended = wider(UnbornChild.record_has_ended)
    helped_since = wider(UnbornChild.helped_since)
    born_on = wider(UnbornChild.born_on)
    expected_on = wider(UnbornChild.expected_on)
    birth_or_expected_on = wider(UnbornChild.birth_or_expected_on)

    clock_from = derived(latest_of(recorded_on, helped_since), "when the time for an action began")

    _risk = (Link("concern_id", concern_id), Link("child_id", child_id))
    assigned_on = earliest(
        action.assigned_on,
        "an action given to a named person, with its intended effect",
        by=_risk,
        where=action.owned_by.is_known() & action.intended_effect.is_known() & action.declined_on.is_unknown(),
    )
    has_action = any_of(action, "whether any action is linked to it", by=_risk)
    begun_on = earliest(action.started_on, "when an action began", by=_risk, where=IS_REAL)
    next_start_on = earliest(
        action.starts_on, "when an action is to start", by=_risk, where=IS_REAL & action.started_on.is_unknown()
    )
    effect_reviewed_on = earliest(action.effect_reviewed_on, "when the effect was looked at", by=_risk, where=IS_REAL)
    declined_on = earliest(action.declined_on, "when help was declined", by=_risk)
    declined_with_next_on = earliest(
        action.declined_on,
        "what happens instead of help that was declined",
        by=_risk,
        where=action.declined_next.is_known(),
    )

    members = is_of_unborn_child & ~(recorded_on >= born_on).is_true()
    ended = record_has_ended | ended_on.is_known().is_true() | (status == ConcernStatus.CLEARED).is_true()


risk = Risk

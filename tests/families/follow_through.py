"""What was asked of somebody about Kyra, and what became of it; and what services disagreed on."""

from __future__ import annotations

from typing import Any

from families import Story, _recorded, day

KYRA = "kyra-record"


def _days(values: dict[str, Any]) -> dict[str, Any]:
    return {name: day(value) if name.endswith("_on") and value else value for name, value in values.items()}


def referral_of(
    source: str | None, on: str, *, key: str = "referral", recorded: str | None = None, **values: Any
) -> Story:
    """A referral about Kyra to children's social care."""
    told = {"child_id": KYRA, "source": source, "received_on": day(on), **_days(values)}
    return [_recorded("referral", recorded or on, referral_id=key, **told)]


def task(on: str, *, key: str = "task", owner: str | None = "sam", recorded: str | None = None, **values: Any) -> Story:
    """Something that somebody was given to do for Kyra."""
    told = {"kind": "direct_work", "owner_agency_id": "clinic", "owned_by": owner, "assigned_on": day(on)}
    return [_recorded("action", recorded or on, action_id=key, child_id=KYRA, **{**told, **_days(values)})]


def works(who: str = "sam", *, left: str | None = None) -> Story:
    """A practitioner, and the last day in the post."""
    told = {"practitioner_id": who, "left_on": day(left) if left else None}
    return [_recorded("practitioner", left or "2020-01-06", **told)]


def handed_over(kind: str, on: str, *, key: str = "hand-over", to: str | None = "ola", **values: Any) -> Story:
    """Work with Kyra passed from one service or worker to another."""
    told = {"kind": kind, "sent_on": day(on), "to_practitioner_id": to, **_days(values)}
    return [_recorded("hand_over", on, hand_over_id=key, child_id=KYRA, **told)]


def worry(kind: str, on: str, *, recorded: str | None = None, **values: Any) -> Story:
    """A concern about Kyra that whoever recorded it marked significant."""
    told = {"status": "current", "significant": True, "identified_on": day(on), **_days(values)}
    return [_recorded("concern", recorded or on, concern_id=kind, child_id=KYRA, kind=kind, **told)]


def decided_on_worry(kind: str, on: str, *, reasons: str | None = "as discussed") -> Story:
    """A decision that answers a concern."""
    told = {"kind": "other", "decided_on": day(on), "reasons": reasons, "concern_id": kind}
    return [_recorded("decision", on, decision_id=f"on-{kind}", child_id=KYRA, **told)]


def plan_reviewed(*on: str) -> Story:
    """Reviews of Kyra's plan."""
    told = {"kind": "child_in_need_review", "plan_id": "child_in_need-plan", "child_id": KYRA}
    return [_recorded("meeting", one, meeting_id=f"review-{one}", held_on=day(one), **told) for one in on]


# ---------------------------------------------------------------- disagreements


def disagreed(on: str, *, recorded: str | None = None, **values: Any) -> Story:
    """School challenges social care about Kyra."""
    told = {"raised_on": day(on), "from_agency_id": "school", "raised_by": "mr-abbot", "to_agency_id": "care"}
    told |= {"immediate": False, **_days(values)}
    return [_recorded("disagreement", recorded or on, disagreement_id="challenge", child_id=KYRA, **told)]


def at_stage(
    stage: int, step: str, on: str, *, safe: str | None = None, says: str | None = None, key: str | None = None
) -> Story:
    """Something that happened at a stage of the disagreement."""
    told = {"disagreement_id": "challenge", "stage": stage, "step": step, "happened_on": day(on)}
    told |= {"interim_safety": safe, "says": says}
    named = key or f"stage-{stage}-{step}"
    return [_recorded("disagreement_stage", on, disagreement_stage_id=named, child_id=KYRA, **told)]


def disputed_decision(kind: str, on: str) -> Story:
    """The decision that is disputed."""
    told = {"kind": kind, "decided_on": day(on), "outcome": "not_required"}
    return [_recorded("decision", on, decision_id="disputed", child_id=KYRA, **told)]

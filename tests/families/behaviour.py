"""Young people whose behaviour worries somebody, and what was done: for the case tables of paragraph 67."""

from __future__ import annotations

from datetime import date
from typing import Any

from families import Story, _recorded, day

KYRA = "kyra-record"


def _days(values: dict[str, Any]) -> dict[str, Any]:
    return {name: day(value) if value and name.endswith("_on") else value for name, value in values.items()}


def worry(kind: str, on: str, *, recorded: str | None = None, key: str | None = None, **values: Any) -> Story:
    """A concern about Kyra, found on that day and recorded then unless said."""
    told = {"kind": kind, "identified_on": on, "status": "current", "person_id": "kyra", **values}
    return [_recorded("concern", recorded or on, concern_id=key or f"{kind}-{on}", child_id=KYRA, **_days(told))]


def incident(kind: str, on: str, **values: Any) -> Story:
    """Something that happened on a day, and was reported on it."""
    return worry(kind, on, incident_on=on, **values)


def cause(heading: str, on: str, *, explored: str | None = "found", reason: str | None = None) -> Story:
    """What came of looking into one possible cause."""
    told = {"concern_kind": heading, "explored": explored, "not_explored_reason": reason, "written_on": day(on)}
    key = f"cause-{heading}-{on}"
    return [_recorded("analysis", on, analysis_id=key, child_id=KYRA, kind="cause_of_behaviour", **told)]


def account(on: str, *, why_not: str | None = None, direct: bool | None = True, by: str = "child") -> Story:
    """What Kyra said, or why there is nothing of hers."""
    received = {"received_on": None if why_not else day(on), "direct": None if why_not else direct}
    told = {"contributor": by, "not_obtained_reason": why_not, **received}
    return [_recorded("contribution", on, contribution_id=f"account-{on}", child_id=KYRA, **told)]


def help_given(
    aim: str | None, on: str, *, owner: str | None = "worker", key: str | None = None, **values: Any
) -> Story:
    """An action for Kyra, aimed at a cause, at the behaviour, or at neither that is stated."""
    told = {"aim": aim, "kind": "direct_work", "owned_by": owner, "assigned_on": on, **values}
    return [_recorded("action", on, action_id=key or f"{aim}-{on}", child_id=KYRA, **_days(told))]


def strategy_for_kyra(on: str) -> Story:
    """Social care, police and health spoke with one another about Kyra."""
    told = {"kind": "strategy_discussion", "held_on": day(on)}
    return [_recorded("meeting", on, meeting_id=f"strategy-{on}", child_id=KYRA, **told)]


def strategy_decided(outcome: str, on: str, *, reasons: str | None = "as discussed with police") -> Story:
    """Whether a strategy discussion is needed: "required" or "not_required"."""
    told = {"kind": "strategy_discussion", "outcome": outcome, "reasons": reasons, "decided_on": day(on)}
    return [_recorded("decision", on, decision_id=f"strategy-{on}", child_id=KYRA, **told)]


def missing(
    since: str, *, back: str | None, key: str | None = None, recorded: str | None = None, **values: Any
) -> Story:
    """A time of being missing; what came of the interview is what the values say."""
    told = {"missing_from_on": since, "returned_on": back, **values}
    at: str | date = recorded or back or since
    return [
        _recorded("missing_episode", at, missing_episode_id=key or f"missing-{since}", child_id=KYRA, **_days(told))
    ]


def talked(on: str, *, kind: str = "visit", **values: Any) -> Story:
    """A contact with Kyra herself."""
    told = {"kind": kind, "happened_on": day(on), "person_id": "kyra", **values}
    return [_recorded("contact", on, contact_id=f"{kind}-{on}", child_id=KYRA, **told)]


def appointment(on: str, *, held: bool = True, kind: str = "child_mental_health") -> Story:
    """An appointment of Kyra's."""
    told = {"kind": kind, "booked_for_on": day(on), "held_on": day(on) if held else None}
    return [_recorded("appointment", on, appointment_id=f"{kind}-{on}", child_id=KYRA, **told)]


def died(on: str) -> Story:
    """Kyra has died."""
    return [_recorded("person", on, person_id="kyra", born_on=day("2010-05-14"), died_on=day(on))]


def young_people_set_aside(check: str, *, until: str) -> Story:
    """A manager sets a check about young people aside for Kyra."""
    told = {"check": f"young_people.{check}", "decided_by": "manager", "reason": "safety", "expires_on": day(until)}
    return [_recorded("exception", "2026-02-02", exception_id=check, child_id=KYRA, **told)]

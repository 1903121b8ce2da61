"""Invented families, told in a few words: what the case tables of checks are made of.

Each function gives rows of record tables. Keys are short and are a family's own ("baby", "drinking"); a case
makes them its own. Days are written as in a record; whatever happened was recorded the same day, unless said.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

Record = tuple[str, dict[str, Any]]
Story = list[Record]


def day(written: str | date) -> date:
    """A day, from the way it is written."""
    return written if isinstance(written, date) else date.fromisoformat(written)


def _recorded(table: str, on: str | date | None, **values: Any) -> Record:
    at = datetime.combine(day(on), datetime.min.time()).replace(hour=9) if on is not None else None
    return table, {**values, "recorded_at": at}


# ---------------------------------------------------------------- the pregnancy and the child


def expecting(due: str | None, *, known: str = "2025-10-06", babies: tuple[str, ...] = ("baby",)) -> Story:
    """A pregnancy that services know of, and the children expected of it."""
    story = [_recorded("pregnancy", known, pregnancy_id="pregnancy", known_on=day(known))]
    story += [_recorded("child", known, child_id=baby, pregnancy_id="pregnancy") for baby in babies]
    return story + (expected(due, stated=known) if due else [])


def expected(due: str, *, stated: str, superseded: str | None = None, key: str = "scan") -> Story:
    """A statement of when the birth is expected; a later one supersedes it."""
    values = {"expected_date_id": key, "pregnancy_id": "pregnancy", "expected_on": day(due), "stated_on": day(stated)}
    return [_recorded("expected_date", stated, **values, superseded_on=day(superseded) if superseded else None)]


def born(on: str, *, baby: str = "baby") -> Story:
    """The birth: from now on the child is a person."""
    person = _recorded("person", on, person_id=f"{baby}-person", born_on=day(on))
    child = _recorded("child", on, child_id=baby, pregnancy_id="pregnancy", person_id=f"{baby}-person")
    ended = _recorded(
        "pregnancy", on, pregnancy_id="pregnancy", known_on=day("2025-10-06"), ended_on=day(on), outcome="live_birth"
    )
    return [person, child, ended]


def lost(on: str) -> Story:
    """The pregnancy ended without a living child."""
    known = day("2025-10-06")
    return [
        _recorded("pregnancy", on, pregnancy_id="pregnancy", known_on=known, ended_on=day(on), outcome="miscarriage")
    ]


def opened_in_error(on: str) -> Story:
    """The record should never have been opened."""
    return [_recorded("child", on, child_id="baby", pregnancy_id="pregnancy", opened_in_error=True)]


def moved_and_accepted(on: str) -> Story:
    """Another area has taken the family on."""
    values = {"ended_on": day(on), "ended_reason": "moved_accepted_elsewhere", "started_on": day("2025-11-03")}
    return [_recorded("involvement", on, involvement_id="team", child_id="baby", **values)]


# ---------------------------------------------------------------- concerns, referral, decision, assessment


def concern(kind: str, on: str, *, key: str | None = None, of: str = "pregnancy", **values: Any) -> Story:
    """A circumstance or risk that somebody recorded, of the whole pregnancy unless `of` names a child."""
    whose = {"pregnancy_id": of} if of == "pregnancy" else {"child_id": of}
    days = {name: day(value) if name.endswith("_on") else value for name, value in values.items()}
    standing = {"status": "current", "identified_on": day(on), **days}
    return [_recorded("concern", on, concern_id=key or kind, kind=kind, **whose, **standing)]


def referred(on: str, *, key: str = "referral", repeats: str | None = None) -> Story:
    """A referral to children's social care."""
    values = {"child_id": "baby", "received_on": day(on), "repeats_referral_id": repeats}
    return [_recorded("referral", on, referral_id=key, **values)]


def decided(outcome: str, on: str, *, reasons: str | None = "as discussed", key: str = "decision") -> Story:
    """A decision whether to assess before birth: "required" or "not_required"."""
    values = {"decided_on": day(on), "outcome": outcome, "reasons": reasons, "decided_by": "manager"}
    return [_recorded("decision", on, decision_id=key, child_id="baby", kind="pre_birth_assessment", **values)]


def assessed(
    began: str, *, signed_off: str | None = None, stopped: str | None = None, kind: str = "pre_birth"
) -> Story:
    """A pre-birth assessment, begun and perhaps signed off."""
    values = {"started_on": day(began), "signed_off_on": day(signed_off) if signed_off else None}
    values["stopped_on"] = day(stopped) if stopped else None
    return [_recorded("assessment", began, assessment_id="assessment", child_id="baby", kind=kind, **values)]


def contributed(*who: str, on: str, direct: bool = True, reason_without: str | None = None) -> Story:
    """What agencies and parents put into the assessment, or why one of them did not."""
    received = None if reason_without else day(on)
    return [
        _recorded(
            "contribution",
            on,
            contribution_id=f"{one}-{on}",
            child_id="baby",
            assessment_id="assessment",
            contributor=one,
            received_on=received,
            direct=direct,
            not_obtained_reason=reason_without,
        )
        for one in who
    ]


def father(identity: str, *, on: str = "2025-12-01", **values: Any) -> Story:
    """The father as the record knows him, or why it does not."""
    role = {"role": "birth_father", "identity_status": identity, "child_id": "baby"}
    days = {name: day(value) if name.endswith("_on") else value for name, value in values.items()}
    return [_recorded("relationship", on, relationship_id="father", **role, **days)]


AGENCIES = ("midwifery", "health_visiting", "general_practice")
EVERYBODY = (*AGENCIES, "mother", "father")


# ---------------------------------------------------------------- help, plans, actions, milestones


def plan(kind: str, since: str, *, ended: str | None = None, **values: Any) -> Story:
    """A plan for the child."""
    until = {"ended_on": day(ended) if ended else None}
    return [
        _recorded("plan", since, plan_id="plan", child_id="baby", kind=kind, started_on=day(since), **until, **values)
    ]


def serious_incident(on: str | None, *, known: str, kind: str = "seriously_harmed") -> Story:
    """The child was seriously harmed or died, abuse or neglect being known or suspected."""
    told = {"kind": kind, "occurred_on": day(on) if on else None, "known_on": day(known)}
    return [_recorded("serious_incident", known, serious_incident_id="incident", child_id="baby", **told)]


def action(risk: str, *, assigned: str, key: str = "action", owner: str | None = "sam", **values: Any) -> Story:
    """Something to be done about a risk, by a named person, to change something."""
    told = {"kind": "direct_work", "owned_by": owner, "intended_effect": "fewer drinks, a safe evening", **values}
    days = {name: day(value) if name.endswith("_on") else value for name, value in told.items()}
    whose = {"pregnancy_id": "pregnancy", "concern_id": risk}
    return [_recorded("action", assigned, action_id=key, assigned_on=day(assigned), **whose, **days)]


def in_place(kind: str, on: str) -> Story:
    """Something around the birth is in place."""
    return [_recorded("milestone", on, milestone_id=kind, child_id="baby", kind=kind, done_on=day(on))]


def not_needed(kind: str, on: str, *, reason: str | None = "considered at the core group") -> Story:
    """Something around the birth was considered and found not to be needed."""
    values = {"not_needed_on": day(on), "not_needed_reason": reason}
    return [_recorded("milestone", on, milestone_id=kind, child_id="baby", kind=kind, **values)]


ALL_IN_PLACE = (
    "safeguarding_birth_plan",
    "out_of_hours_alert",
    "discharge_planning",
    "family_group_decision_making",
    "legal_gateway",
    "cpis_confirmation",
)


def set_aside(
    check: str, *, until: str, on: str = "2026-02-02", reason: str | None = "agreed with the family"
) -> Story:
    """A manager sets a check aside for this child."""
    values = {"check": f"before_birth.{check}", "decided_on": day(on), "decided_by": "manager", "reason": reason}
    return [_recorded("exception", on, exception_id=check, child_id="baby", expires_on=day(until), **values)]


# ---------------------------------------------------------------- reviews


def review(on: str, *, held: bool = True, key: str = "review", recorded: str | None = None, **values: Any) -> Story:
    """A review of the plan: held, or planned for that day."""
    days: dict[str, Any] = {"planned_for_on": day(on), "held_on": day(on) if held else None}
    told = {name: day(value) if name.endswith("_on") else value for name, value in values.items()}
    told = {"kind": "review_conference", "plan_id": "plan", **told}
    written = recorded or (on if held else str(day(on) - timedelta(21)))
    return [_recorded("meeting", written, meeting_id=key, child_id="baby", **told, **days)]


def core_group(on: str) -> Story:
    """A core group of the plan."""
    days = {"held_on": day(on), "planned_for_on": day(on)}
    return [
        _recorded("meeting", on, meeting_id=f"core-{on}", child_id="baby", kind="core_group", plan_id="plan", **days)
    ]


def line_on(concern: str, on: str, *, change: str = "improved", basis: str = "seen", **values: Any) -> Story:
    """The review's line on one concern: what changed and how that is known."""
    told = {"change": change, "basis": basis, "written_on": day(on), **values}
    days = {name: day(value) if name == "sustained_since_on" else value for name, value in told.items()}
    key = f"{concern}-line"
    return [
        _recorded(
            "concern_review",
            on,
            concern_review_id=key,
            meeting_id="review",
            child_id="baby",
            concern_id=concern,
            **days,
        )
    ]


def line_about(what: str, on: str, *, says: str = "as seen on the day") -> Story:
    """The review's line on health and weight, or on the father and partners."""
    values = {"about": what, "says": says, "written_on": day(on), "evidence_on": day(on)}
    return [_recorded("review_line", on, review_line_id=what, meeting_id="review", child_id="baby", **values)]


def seen(on: str, *, basis: str = "seen", of: str = "baby") -> Story:
    """A practitioner wrote down what they saw of the baby."""
    return [
        _recorded(
            "observation", on, observation_id=f"seen-{on}", child_id="baby", observed_on=day(on), basis=basis, of=of
        )
    ]


# ---------------------------------------------------------------- fragility


def adult(who: str, role: str, *, mentioned: str | None = None, ended: str | None = None, **values: Any) -> Story:
    """Somebody around the baby: a carer unless said otherwise."""
    days = {"mentioned_on": day(mentioned) if mentioned else None, "ended_on": day(ended) if ended else None}
    told = {"caring_role": True, "role": role, "person_id": who, **days, **values}
    return [
        _recorded("relationship", mentioned or "2025-12-01", relationship_id=f"{who}-{role}", child_id="baby", **told)
    ]


def meaning(
    on: str, *, about: str | None = None, of: str = "baby", finding: str | None = "sleep", **values: Any
) -> Story:
    """What a concern means for this baby, written down: of one concern, or of a kind."""
    told = {"kind": "meaning_for_baby", "concern_id": about, "finding": finding, "written_on": day(on), **values}
    return [_recorded("analysis", on, analysis_id=f"meaning-{about}-{of}-{on}", child_id=of, **told)]


def danger_weighed(outcome: str, on: str, *, reasons: str | None = "as discussed", about: str | None = None) -> Story:
    """Whether the case goes to a multi-agency risk assessment conference: "required" or "not_required"."""
    told = {"kind": "marac", "outcome": outcome, "reasons": reasons, "concern_id": about, "decided_on": day(on)}
    return [_recorded("decision", on, decision_id=f"marac-{on}", child_id="baby", **told)]


def treatment_service(on: str, *, about: str | None = None, why_not: str | None = None) -> Story:
    """What the drug and alcohol service said of somebody, or why it said nothing."""
    told = {"contributor": "substance_service", "person_id": about, "not_obtained_reason": why_not}
    received = {"received_on": None if why_not else day(on)}
    return [_recorded("contribution", on, contribution_id=f"service-{about}-{on}", child_id="baby", **told, **received)]


def advised(who: str | None, topic: str, on: str, *, discussed: bool | None = True, agreed: str | None = None) -> Story:
    """Advice to one carer, talked through unless it was a leaflet alone."""
    told = {"person_id": who, "topic": topic, "given_on": day(on), "discussed": discussed, "agreed": agreed}
    return [_recorded("advice", on, advice_id=f"{topic}-{who}-{on}", child_id="baby", **told)]


def stays(kind: str, since: str, *, until: str | None = None) -> Story:
    """Where the baby is for a time: a ward, or another carer's home."""
    days = {"started_on": day(since), "ended_on": day(until) if until else None}
    return [_recorded("accommodation", until or since, accommodation_id=kind, child_id="baby", kind=kind, **days)]


def examined(on: str) -> Story:
    """A paediatrician saw the baby."""
    told = {"kind": "medical", "booked_for_on": day(on), "held_on": day(on), "kept": "kept"}
    return [_recorded("appointment", on, appointment_id=f"medical-{on}", child_id="baby", **told)]


def strategy_discussion(on: str) -> Story:
    """Social care, police and health spoke with one another."""
    told = {"kind": "strategy_discussion", "held_on": day(on)}
    return [_recorded("meeting", on, meeting_id=f"strategy-{on}", child_id="baby", **told)]


def no_strategy_discussion(on: str, *, reasons: str | None = "a birthmark, as the paediatrician found") -> Story:
    """It was decided that no strategy discussion is needed."""
    told = {"kind": "strategy_discussion", "outcome": "not_required", "reasons": reasons, "decided_on": day(on)}
    return [_recorded("decision", on, decision_id=f"no-strategy-{on}", child_id="baby", **told)]


def fragility_set_aside(check: str, *, until: str, **values: Any) -> Story:
    """A manager sets a check on a baby's fragility aside."""
    told = {"check": f"fragility.{check}", "decided_by": "manager", "reason": "safety", "expires_on": day(until)}
    return [_recorded("exception", "2026-02-02", exception_id=check, child_id="baby", **told, **values)]


# ---------------------------------------------------------------- responsibility: decisions


def young_person(born: str = "2010-05-14", *, known: str = "2025-05-05") -> Story:
    """A child who is no baby any more, and what services know of the date of birth."""
    return [
        _recorded("person", known, person_id="kyra", born_on=day(born)),
        _recorded("child", known, child_id="kyra-record", person_id="kyra"),
    ]


WHOLE = {
    "outcome": "required",
    "reasons": "as discussed",
    "decided_by": "manager",
    "authority": "team manager",
    "options": "to stay",
    "harms": "at home and outside it",
    "protective_factors": "her aunt",
    "childs_view": "“I want to go home.”",
    "consulted": "school and police",
    "contingency": "back to her aunt",
    "review_on": day("2026-06-01"),
}
"""A decision with every part of it on record."""


def decided_about(kind: str, on: str, *, recorded: str | None = None, **values: Any) -> Story:
    """A whole decision about a young person, but for what is said to be otherwise."""
    told = {**WHOLE, "kind": kind, "decided_on": day(on), **values}
    return [_recorded("decision", recorded or on, decision_id=f"{kind}-{on}", child_id="kyra-record", **told)]


def case_closed(on: str, *, reason: str = "concerns_resolved", received: str = "2025-06-02") -> Story:
    """A referral, and the closing of the work on it."""
    days = {"received_on": day(received), "closed_on": day(on)}
    return [_recorded("referral", on, referral_id="case", child_id="kyra-record", closed_reason=reason, **days)]


def lived(kind: str, since: str, *, until: str | None = None) -> Story:
    """A place where the young person stays for a time."""
    days = {"started_on": day(since), "ended_on": day(until) if until else None}
    return [
        _recorded("accommodation", since, accommodation_id=f"{kind}-{since}", child_id="kyra-record", kind=kind, **days)
    ]


def plan_of_young_person(
    kind: str, since: str, *, until: str | None = None, reason: str | None = None, key: str | None = None
) -> Story:
    """A plan for the young person, and how it ended."""
    told = {"started_on": day(since), "ended_on": day(until) if until else None, "ended_reason": reason}
    return [_recorded("plan", until or since, plan_id=key or f"{kind}-plan", child_id="kyra-record", kind=kind, **told)]


def action_of_plan(on: str, *, kind: str = "direct_work", decision: str | None = None, **values: Any) -> Story:
    """An action in the young person's plan."""
    told = {"plan_id": "child_in_need-plan", "kind": kind, "decision_id": decision, "assigned_on": day(on), **values}
    return [_recorded("action", on, action_id=f"{kind}-{on}", child_id="kyra-record", owned_by="worker", **told)]


def left_for_another_area(on: str) -> Story:
    """Another area has taken the young person on."""
    ended = {"started_on": day("2025-06-02"), "ended_on": day(on), "ended_reason": "moved_accepted_elsewhere"}
    return [_recorded("involvement", on, involvement_id="moved", child_id="kyra-record", agency_id="care", **ended)]


def responsibility_set_aside(check: str, *, until: str) -> Story:
    """A manager sets a check about responsibility aside for the young person."""
    told = {"check": f"responsibility.{check}", "decided_by": "manager", "reason": "safety", "expires_on": day(until)}
    return [_recorded("exception", "2026-02-02", exception_id=check, child_id="kyra-record", **told)]

"""Invented young people whose standing and rights are asked after: stories beside those of `families`.

Kyra is fifteen on 2 March 2026 unless a story gives another date of birth; services have worked with her since June.
"""

from __future__ import annotations

from typing import Any

from families import Story, _recorded, day

KYRA = "kyra-record"


def said_to_be(
    born: str | None, certainty: str | None = "verified", *, on: str = "2025-06-02", language: str | None = None
) -> Story:
    """The date of birth as a system has it, and how sure it is."""
    told = {"born_on": day(born) if born else None, "born_on_certainty": certainty, "language": language}
    return [_recorded("person", on, person_id="kyra", **told)]


def known_as(born: str | None, certainty: str | None = "verified", **told: Any) -> Story:
    """A young person with a record, and what it says of their age."""
    child = _recorded("child", "2025-06-02", child_id=KYRA, person_id="kyra")
    return [*said_to_be(born, certainty, **told), child]


def worked_with(since: str, *, until: str | None = None, level: str = "child_in_need", key: str = "work") -> Story:
    """A service's work with the young person, for a time or still going on."""
    days = {"started_on": day(since), "ended_on": day(until) if until else None}
    return [_recorded("involvement", since, involvement_id=key, child_id=KYRA, level=level, **days)]


def kyra(born: str | None = "2010-05-14", certainty: str | None = "verified", *, since: str = "2025-06-02") -> Story:
    """A young person whom a service works with."""
    return known_as(born, certainty) + worked_with(since)


def another_area_leads(since: str, on: str) -> Story:
    """Another area's social care has taken the young person on."""
    ended = {"started_on": day(since), "ended_on": day(on), "ended_reason": "moved_accepted_elsewhere"}
    return [_recorded("involvement", on, involvement_id="social-care", child_id=KYRA, level="child_in_need", **ended)]


def status(kind: str, since: str | None, *, until: str | None = None, verified: str | None = None) -> Story:
    """A standing in law, and when somebody last checked what shows it."""
    days = {name: day(value) if value else None for name, value in (
        ("started_on", since), ("ended_on", until), ("verified_on", verified))}  # fmt: skip
    recorded = until or verified or since or "2026-02-02"
    return [_recorded("legal_status", recorded, legal_status_id=kind, child_id=KYRA, kind=kind, **days)]


def told(
    kind: str, on: str, *, decision: str | None = None, says: str = "“I would like to stay near school.”"
) -> Story:
    """Something the young person was told, offered or asked."""
    values = {"kind": kind, "happened_on": day(on), "decision_id": decision, "says": says}
    return [_recorded("rights", on, rights_id=f"{kind}-{on}", child_id=KYRA, **values)]


def stayed(kind: str, since: str | None, *, until: str | None = None, moving: str | None = None) -> Story:
    """A stay, with the day planned for a move where there is one."""
    days = {name: day(value) if value else None for name, value in (
        ("started_on", since), ("ended_on", until), ("move_planned_on", moving))}  # fmt: skip
    key = f"{kind}-{since}"
    return [_recorded("accommodation", until or since, accommodation_id=key, child_id=KYRA, kind=kind, **days)]


def set_aside_for_kyra(check: str, *, until: str, **values: Any) -> Story:
    """A manager sets a check about young people aside for her."""
    told = {"check": f"young_people.{check}", "decided_by": "manager", "reason": "safety", "expires_on": day(until)}
    return [_recorded("exception", "2026-02-02", exception_id=check, child_id=KYRA, **{**told, **values})]

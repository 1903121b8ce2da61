"""Invented families around whom health practitioners see, write, contribute and share: a few words for each.

Bea is the health visitor, Mo the midwife, Dr Ali the doctor on the ward, Sam the social worker.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from families import Record, Story, born, day, expecting

AGENCIES = {
    "visiting": "health_visiting",
    "midwives": "midwifery",
    "ward": "hospital",
    "care": "childrens_social_care",
}
STAFF = {
    "bea": ("visiting", "health_visitor"),
    "mo": ("midwives", "midwife"),
    "ali": ("ward", "doctor"),
    "sam": ("care", "social_worker"),
}
WORKFORCE: Story = [
    *[("agency", {"agency_id": agency, "kind": kind}) for agency, kind in AGENCIES.items()],
    *[
        ("practitioner", {"practitioner_id": who, "agency_id": agency, "role": role})
        for who, (agency, role) in STAFF.items()
    ],
]


def _written(table: str, on: str | None, by: str | None, **values: Any) -> Record:
    """A row written by one of them, for the agency they work for."""
    at = datetime.combine(day(on), datetime.min.time()).replace(hour=15) if on is not None else None
    agency = STAFF[by][0] if by in STAFF else None
    return table, {"recorded_by": by, "recorded_agency_id": agency, "child_id": "baby", **values, "recorded_at": at}


def helped(since: str = "2025-12-08", *, until: str | None = None, key: str = "plan") -> Story:
    """A child in need plan, and who works in the area."""
    days = {"started_on": day(since), "ended_on": day(until) if until else None}
    return [*WORKFORCE, _written("plan", since, "sam", plan_id=key, kind="child_in_need", **days)]


def baby_born(on: str, *babies: str) -> Story:
    """A baby, or twins, known of before the birth."""
    names = babies or ("baby",)
    known = str(day(on) - timedelta(210))
    return [*expecting(on, known=known, babies=names), *(row for one in names for row in born(on, baby=one))]


def appointment(on: str | None, *, kind: str = "new_birth", booked: str | None = None, **values: Any) -> Story:
    """An appointment with the health visitor, kept unless it is said otherwise."""
    told = {"kind": kind, "kept": "kept", "agency_id": "visiting", "held_on": day(on) if on else None, **values}
    booked_for = booked or on
    key = f"{kind}-{booked_for}"
    days = {"booked_for_on": day(booked_for) if booked_for else None}
    return [_written("appointment", booked_for, "bea", appointment_id=key, **days, **told)]


def visited(on: str | None, *, by: str | None = "bea", kind: str = "visit", **values: Any) -> Story:
    """Somebody was in touch with the family: face to face unless it is said otherwise."""
    told = {"kind": kind, "happened_on": day(on) if on else None, **values}
    return [_written("contact", on or "2026-02-24", by, contact_id=f"{kind}-{by}-{on}", **told)]


def saw(
    on: str | None,
    *,
    by: str | None = "bea",
    basis: str = "seen",
    of: str | None = "baby",
    written: str | None = "same day",
    key: str = "saw",
    **values: Any,
) -> Story:
    """An entry of what somebody saw; or was told, or thinks."""
    at = (on or "2026-02-24") if written == "same day" else written
    told = {"basis": basis, "of": of, "observed_on": day(on) if on else None, "observed_by": by, "significant": False}
    return [_written("observation", at, by, observation_id=key, **{**told, **values})]


def signed_off(on: str | None, *, kind: str = "child_and_family", began: str = "2026-01-05", of: str = "baby") -> Story:
    """An assessment by social care, and the day it was signed off."""
    told = {"started_on": day(began), "signed_off_on": day(on) if on else None, "kind": kind, "child_id": of}
    return [*WORKFORCE, _written("assessment", on or began, "sam", assessment_id=f"assessment-of-{of}", **told)]


def conference(on: str, *, held: bool = True, kind: str = "review_conference", **values: Any) -> Story:
    """A conference that was held, or is planned."""
    days = {"planned_for_on": day(on), "held_on": day(on) if held else None}
    written = on if held else str(day(on) - timedelta(21))
    return [*WORKFORCE, _written("meeting", written, "sam", meeting_id="conference", kind=kind, **days, **values)]


def contributed(
    who: str,
    on: str,
    *,
    to: str = "assessment",
    of: str = "baby",
    resting_on: str | None = "saw",
    why_not: str | None = None,
) -> Story:
    """What a service put into the assessment or conference, and the observation behind it; or why nothing came."""
    whose = {"assessment_id": f"assessment-of-{of}"} if to == "assessment" else {"meeting_id": "conference"}
    told = {"contributor": who, "not_obtained_reason": why_not, "received_on": None if why_not else day(on)}
    rests = {"observation_id": None if why_not else resting_on}
    return [
        _written("contribution", on, "sam", contribution_id=f"{who}-{to}-{of}", child_id=of, **whose, **told, **rests)
    ]


def works_with(agency: str, *, who: str | None, since: str = "2025-11-03", until: str | None = None) -> Story:
    """A health service's work with the family, by somebody named or by nobody just now."""
    days = {"started_on": day(since), "ended_on": day(until) if until else None}
    told = {"agency_id": agency, "practitioner_id": who, "role": STAFF[who][1] if who else None, "level": "universal"}
    return [_written("involvement", since, "bea", involvement_id=f"work-{agency}", **told, **days)]


def told(on: str | None, *, to: str | None = "sam", of: str = "saw", key: str = "share", **values: Any) -> Story:
    """An observation was shared: with a named person, or with an office and nobody in it."""
    days = {name: day(value) if name.endswith("_on") else value for name, value in values.items()}
    said = {"decision": "shared", "to_agency_id": "care", "to_practitioner_id": to, "observation_id": of}
    happened = {"happened_on": day(on) if on else None}
    written = on or "2026-02-24"
    return [_written("information_share", written, "bea", information_share_id=key, **said, **happened, **days)]


def kept_back(on: str, *, reason: str | None = "he reads her letters", of: str = "saw") -> Story:
    """It was decided not to share an observation."""
    said = {"decision": "not_shared", "reason": reason, "observation_id": of, "happened_on": day(on)}
    return [_written("information_share", on, "bea", information_share_id="kept-back", **said)]


def health_set_aside(check: str, *, until: str, **values: Any) -> Story:
    """A manager sets a check on what health does aside."""
    said = {"check": f"health.{check}", "decided_by": "manager", "reason": "safety", "expires_on": day(until)}
    return [_written("exception", "2026-02-02", "sam", exception_id=check, **said, **values)]

"""Stories of a vulnerable baby's weights, routine contacts and missed appointments."""

from __future__ import annotations

from datetime import date
from typing import Any

from families import Story, _recorded, born, day, expecting, plan

BORN = "2025-12-01"
"""A Monday; on 2 March 2026 the baby is thirteen weeks old."""


def known_baby(on: str = BORN, *, due: str | None = None, sex: str | None = "female") -> Story:
    """A baby whose birth is on record, born on the expected date unless said."""
    story = [*expecting(due or on, known="2025-01-06"), *born(on)]
    return [(name, {**values, "sex": sex} if name == "person" else values) for name, values in story]


def vulnerable_baby(on: str = BORN, **values: Any) -> Story:
    """A baby with a child in need plan."""
    return [*known_baby(on, **values), *plan("child_in_need", on)]


def weighed(on: str, value: float | None, unit: str | None = "g", **values: Any) -> Story:
    """A weight by a health professional, unless said otherwise; what was done on a day is recorded on it."""
    told = {"kind": "weight", "source": "health_professional", "undressed": True, **values}
    days = {name: day(said) if name.endswith("_on") and said else said for name, said in told.items()}
    key = f"{told['kind']}-{on}-{value}"
    measured = {"measured_on": day(on), "value": value, "unit": unit}
    return [_recorded("measurement", on, measurement_id=key, child_id="baby", **{**measured, **days})]


def birth_weight(grams: float, on: str = BORN, **values: Any) -> Story:
    """The weight at birth."""
    return weighed(on, grams, **{"kind": "birth_weight", **values})


def weighed_until(*on: str, grams: int = 3400, gain: int = 180) -> Story:
    """A birth weight and then weights that come on, one for each day given."""
    story = birth_weight(grams)
    return story + [row for place, each in enumerate(on) for row in weighed(each, grams - 60 + gain * place)]


def appointed(kind: str, on: str, *, kept: str | None = "kept", response: str | None = None, **values: Any) -> Story:
    """An appointment for the baby, and what came of it."""
    told = {"kind": kind, "booked_for_on": day(on), "held_on": day(on) if kept == "kept" else None, "kept": kept}
    key = f"{kind}-{on}"
    return [_recorded("appointment", on, appointment_id=key, child_id="baby", response=response, **{**told, **values})]


def on_ward(since: str, *, until: str | None = None, kind: str = "neonatal_unit") -> Story:
    """A stay in hospital."""
    days: dict[str, date | None] = {"started_on": day(since), "ended_on": day(until) if until else None}
    return [_recorded("accommodation", until or since, accommodation_id="ward", child_id="baby", kind=kind, **days)]


def health_set_aside(check: str, *, until: str) -> Story:
    """A manager sets a check about health aside for the baby."""
    told = {"check": f"health.{check}", "decided_by": "manager", "reason": "done_another_way", "expires_on": day(until)}
    return [_recorded("exception", "2026-02-02", exception_id=check, child_id="baby", **told)]

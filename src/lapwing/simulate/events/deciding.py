"""Decisions, with as much behind them as somebody wrote down."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from lapwing.simulate.family import Family, Subject
from lapwing.simulate.workforce import Duty
from lapwing.vocabulary.work_codes import DecisionKind, DecisionOutcome

WHOLE = {
    "reasons": "What is known points this way; what would change it is written down.",
    "options": "Wait and see; family help; a plan.",
    "harms": "At home: what has been seen. Outside: the people around the child.",
    "protective_factors": "A grandparent who helps; school knows the child well.",
    "childs_view": "Asked, and written down in their own words.",
    "consulted": "Health, school and the police.",
    "contingency": "If it does not hold, a discussion the same day.",
}
"""What a decision can have behind it."""


def decide(
    family: Family,
    about: Subject,
    kind: DecisionKind,
    on: date | None,
    outcome: DecisionOutcome = DecisionOutcome.REQUIRED,
    *,
    reasoned: bool = True,
    duty: Duty = Duty.MANAGER,
    **more: Any,
) -> str | None:
    """A decision; how much is written beside it goes by how pressed people are around this family."""
    if on is None:
        return None
    by = family.worker(duty)
    review_on = on + timedelta(family.chance.days(30, 120)) if family.chance.yes(0.7) else None
    values = {
        **_written(family, reasoned),
        "decided_by": by.practitioner_id,
        "authority": "Team manager" if duty is Duty.MANAGER else "Lead practitioner",
        "review_on": review_on,
        "urgent": False,
    }
    return family.record("decision", by, on, about, kind=kind, decided_on=on, outcome=outcome, **{**values, **more})


def _written(family: Family, reasoned: bool) -> dict[str, str]:
    if not reasoned:
        return {}
    if family.chance.yes(0.5 / family.strain):
        return WHOLE
    written = {name: says for name, says in WHOLE.items() if family.chance.yes(0.5)}
    return {**written, "reasons": WHOLE["reasons"]}

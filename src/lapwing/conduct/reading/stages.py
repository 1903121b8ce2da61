"""The stage that a disagreement has reached, whether it was answered there, and by when it is to be.

The stages and their clocks are the area's own, as the checks on challenge read them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from lapwing.conduct.acting import Acting
from lapwing.conduct.findings import settings_now
from lapwing.conduct.may import OVERSIGHT
from lapwing.conduct.reading import turns
from lapwing.conduct.reading.turns import Turn, WaitsFor, is_me
from lapwing.language.calendar import add_working_days
from lapwing.lessons.settings import ClockFrom
from lapwing.records.entries import entries
from lapwing.vocabulary.care_codes import DisagreementStep
from lapwing.vocabulary.challenge import ANSWERED, IMMEDIATE, OPENED
from lapwing.vocabulary.work_codes import DecisionKind

REPLY = "Another agency disagrees with yours about a child and waits for an answer. {stage}"
WAIT = "The disagreement that you raised waits for an answer. {stage}"
ANSWER_CAME = "The disagreement that you raised was answered. Settle it, or take it further. {stage}"

DISAGREEMENT = (
    *("pk", "child_id", "pregnancy_id", "raised_on", "raised_by_id", "from_agency_id", "to_agency_id", "immediate"),
    *("decision__kind", "decision__decided_on", "referral__referrer_told_on"),
)


@dataclass(frozen=True)
class Stage:
    """Where a disagreement stands. `due_on`: by when it is answered; None where the area's policy gives no time."""

    number: int
    since: date | None
    due_on: date | None
    is_answered: bool

    @property
    def said(self) -> str:
        """The stage, and who settles it there, in words."""
        if self.number == IMMEDIATE:
            return "It is on the immediate route, to be settled at once."
        who = next((one.who for one in settings_now().stages("escalation.stages") if one.stage == self.number), None)
        return f"It is at stage {self.number}" + (f", which these settle: {who[0].lower()}{who[1:]}." if who else ".")


def disagreements(by: Acting) -> Iterator[Turn]:
    """Open disagreements: those that somebody's agency has to answer, and their own; for overseers all that the agency raised."""
    raised = is_me(by, "raised_by")
    if by.account.role in OVERSIGHT:
        raised |= Q(from_agency=by.agency)
    found = entries("disagreement").filter(Q(to_agency=by.agency) | raised, resolved_on__isnull=True)
    rows = list(found.order_by("raised_on", "pk").values(*DISAGREEMENT)[: turns.MOST + 1])
    events = events_of([row["pk"] for row in rows])
    for row in rows:
        of_it = events.get(row["pk"], [])
        if any(event["step"] == DisagreementStep.WITHDRAWN for event in of_it):
            continue
        stage = stage_of(row, of_it)
        if row["to_agency_id"] == by.agency:
            if not stage.is_answered:
                told = _turn(WaitsFor.DISAGREEMENT_WITH_US, row, REPLY, stage, agency=by.agency)
                yield replace(told, own_only=by.account.role not in OVERSIGHT)
        elif stage.is_answered:
            ours = {"practitioner": row["raised_by_id"], "agency": row["from_agency_id"]}
            yield _turn(WaitsFor.DISAGREEMENT_OF_MINE, row, ANSWER_CAME, stage, **ours)
        else:
            yield _turn(WaitsFor.DISAGREEMENT_OF_MINE, row, WAIT, stage, agency=row["to_agency_id"])


def _turn(kind: WaitsFor, row: Mapping[str, Any], what: str, stage: Stage, **whose: Any) -> Turn:
    said = what.format(stage=stage.said)
    due_on = None if stage.is_answered else stage.due_on
    whom = row["pk"], row["child_id"], row["pregnancy_id"]
    return Turn(kind, "disagreement", *whom, said, stage.since, due_on, **whose)


def events_of(disagreements: Iterable[str]) -> dict[str, list[Mapping[str, Any]]]:
    """What happened in each of these, in the order in which it was recorded."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    stored = entries("disagreement_stage").filter(disagreement__in=list(disagreements))
    for row in stored.order_by("recorded_at", "stored_at", "pk").values(
        "disagreement_id", "stage", "step", "happened_on"
    ):
        found.setdefault(row["disagreement_id"], []).append(row)
    return found


def stage_of(row: Mapping[str, Any], events: Sequence[Mapping[str, Any]]) -> Stage:
    """The stage that was opened last: 1 where nothing is said, 0 for the immediate route."""
    opened = [place for place, event in enumerate(events) if event["step"] in OPENED]
    first = IMMEDIATE if row["immediate"] else 1
    number, since, place = first, row["raised_on"], -1
    if opened:
        place = opened[-1]
        number = first if events[place]["stage"] is None else events[place]["stage"]
        since = events[place]["happened_on"] or since
    answered = any(event["step"] in ANSWERED for event in events[place + 1 :])
    return Stage(number, since, _due_on(number, since, row), answered)


def _due_on(number: int, since: date | None, row: Mapping[str, Any]) -> date | None:
    """By when a stage is answered. What is about a child protection conference has a route of its own, and no time here."""
    if number == IMMEDIATE:
        days = settings_now().number("escalation.immediate_days")
        return None if since is None else since + timedelta(days=days)
    stage = next((one for one in settings_now().stages("escalation.stages") if one.stage == number), None)
    if stage is None or row["decision__kind"] == DecisionKind.CONFERENCE:
        return None
    heard = [day for day in (row["decision__decided_on"], row["referral__referrer_told_on"]) if day is not None]
    begins = {
        ClockFrom.DISAGREEMENT_RAISED: row["raised_on"],
        ClockFrom.DECISION_RECEIVED: min(heard, default=None),
        ClockFrom.PREVIOUS_STAGE: since,
    }[stage.clock_from]
    return None if begins is None else add_working_days(begins, stage.clock_wd)

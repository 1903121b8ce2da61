"""A disagreement as its page shows it: stages with their clocks, who is next by name, and what keeps the child safe meanwhile.

Nobody is named as whoever raised it but to their own agency; what a stage says comes from entries as this reader is shown them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lapwing.conduct import reading
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import OVERSIGHT
from lapwing.conduct.reading import Settling, Shown, Side, StageShown
from lapwing.conduct.verb import VERBS
from lapwing.vocabulary.care_codes import DisagreementStep
from lapwing.vocabulary.challenge import IMMEDIATE, OPENED
from lapwing.web.showing.offers import Offer, may_here, to_do
from lapwing.web.showing.record import OpenRecord
from lapwing.web.showing.track import agency_named, offered, person_named
from lapwing.web.templating import counted, in_words

STEP: Mapping[str, str] = {
    DisagreementStep.RAISED: "Raised",
    DisagreementStep.ACKNOWLEDGED: "Arrived",
    DisagreementStep.ANSWERED: "Answered",
    DisagreementStep.MET: "Those who disagree met",
    DisagreementStep.KEPT_SAFE: "What keeps the child safe was written",
    DisagreementStep.ESCALATED: "Taken further",
    DisagreementStep.RESOLVED: "Ended",
    DisagreementStep.WITHDRAWN: "Withdrawn",
}


@dataclass(frozen=True)
class Happened:
    """One thing that happened at a stage: what, when, by whom as far as that is shown, and what was said."""

    what: str
    when: str
    who: str
    says: str


@dataclass(frozen=True)
class StagePart:
    """One stage: its clock in words, who settles it, what happened at it, and what keeps the child safe meanwhile."""

    title: str
    look: str
    stands: str
    clock: str
    who: str
    sides: tuple[Side, ...]
    happened: tuple[Happened, ...]
    safe: tuple[str, ...]
    asks_for_safety: bool


def panel(by: Acting, record: OpenRecord, one: Shown) -> dict[str, Any]:
    """What the page of a disagreement shows besides what it says."""
    settling = reading.how_settled(by=by, child=record.child)[one.key]
    stages = tuple(_stages(record, one, settling))
    goes_on = not settling.is_over and not record.record.child.has_ended
    now = next((stage for stage in stages if stage.asks_for_safety), None)
    return {
        "stages": stages,
        "turn": _turn(record, one, settling) if goes_on else "",
        "whose_names": settling.turn.people if goes_on and settling.turn is not None else (),
        "overdue": _overdue(settling) if goes_on else "",
        "is_immediate": goes_on and any(stage.is_now and stage.number == IMMEDIATE for stage in settling.stages),
        "asks_for_safety": goes_on and now is not None,
        "raised_by": _raised_by(by, record, one),
        "is_protected": "raised_by" in one.withheld,
        "about_entries": tuple(_about(record, one)),
        "ended": _ended(record, one, settling),
        "does": _next(by, record, one, settling, goes_on),
    }


def _stages(record: OpenRecord, one: Shown, settling: Settling) -> Iterator[StagePart]:
    segments = list(_segments(record, one))
    for place, stage in enumerate(settling.stages):
        events = segments[place] if stage.since is not None and place < len(segments) else []
        safe = tuple(event.values["interim_safety"] for event in events if event.values.get("interim_safety"))
        yield StagePart(
            title="At once: the child may be in danger now" if stage.number == IMMEDIATE else f"Stage {stage.number}",
            look="now" if stage.is_now else "done" if stage.since else "later",
            stands=_stands(stage),
            clock=_clock(stage),
            who=stage.who,
            sides=stage.sides,
            happened=tuple(_happened(record, event) for event in events),
            safe=safe,
            asks_for_safety=stage.is_now and not safe,
        )


def _segments(record: OpenRecord, one: Shown) -> Iterator[list[Shown]]:
    """What happened, stage by stage, in the order in which it was recorded."""
    events = [event for event in record.all("disagreement_stage") if event.values.get("disagreement_id") == one.key]
    stage: list[Shown] = []
    for event in sorted(events, key=lambda event: (event.recorded_at is not None, event.recorded_at)):
        if event.values.get("step") in OPENED and stage:
            yield stage
            stage = []
        stage.append(event)
    if stage:
        yield stage


def _happened(record: OpenRecord, event: Shown) -> Happened:
    when = event.values.get("happened_on")
    return Happened(
        what=STEP.get(str(event.values.get("step")), ""),
        when=in_words(when) if when else "",
        who=person_named(record, event, "happened_by") or agency_of(record, event),
        says=event.values.get("says") or "",
    )


def agency_of(record: OpenRecord, event: Shown) -> str:
    """The agency that entered something, where no person is named to this reader."""
    return record.record.names.get(event.recorded_agency or "", "")


def _stands(stage: StageShown) -> str:
    if stage.since is None:
        return "Not reached"
    if stage.answered_on is not None:
        return f"Answered on {in_words(stage.answered_on)}"
    if stage.is_now:
        return "Overdue: no answer yet" if stage.is_overdue else "Waits for an answer"
    return "Taken further without an answer"


def _clock(stage: StageShown) -> str:
    kind = "day" if stage.number == IMMEDIATE else "working day"
    within = f"To be answered within {counted(stage.within, kind)}"
    if stage.since is None:
        return within
    due = f", by {in_words(stage.due_on)}" if stage.due_on is not None and stage.answered_on is None else ""
    return f"Since {in_words(stage.since)}. {within}{due}."


def _turn(record: OpenRecord, one: Shown, settling: Settling) -> str:
    """Whose turn it is, in a sentence; the names stand beside it."""
    turn = settling.turn
    asked = agency_named(record, one, "to_agency_id", "the other agency")
    raised = agency_named(record, one, "from_agency_id", "whoever raised it")
    if settling.is_answered:
        return f"{asked} answered. It is for {raised} to settle it, or to take it further."
    who = next((stage.who for stage in settling.stages if stage.is_now), "")
    if turn is not None and turn.people:
        return f"It is for {asked} to answer. Next there, by name:"
    return f"It is for {asked} to answer. Nobody there has an account here for this stage; it is for: {who}."


def _overdue(settling: Settling) -> str:
    late = next((stage for stage in settling.stages if stage.is_overdue), None)
    if late is None:
        return ""
    further = (
        "Have it settled at once if the child is at risk"
        if settling.is_last
        else "Anybody still worried may take it further now"
    )
    return f"No answer was recorded by {in_words(late.due_on)}. {further}."


def _raised_by(by: Acting, record: OpenRecord, one: Shown) -> str:
    agency = agency_named(record, one, "from_agency_id", "Another agency")
    name = person_named(record, one, "raised_by")
    return f"{name}, {agency}" if name else agency


def _about(record: OpenRecord, one: Shown) -> Iterator[Offer]:
    for column, table in (("decision_id", "decision"), ("referral_id", "referral")):
        entry = record.entry(table, one.values.get(column) or "")
        if entry is not None:
            yield Offer(record.title(table, entry), record.page(table, entry.key), "")


def _ended(record: OpenRecord, one: Shown, settling: Settling) -> str:
    if not settling.is_over:
        return ""
    on = one.values.get("resolved_on")
    if on is None:
        return "It was withdrawn."
    outcome = one.values.get("outcome") or "how is not on record"
    return f"It ended on {in_words(on)}: {outcome}. {_learnt(one)} {_told(one)}"


def _learnt(one: Shown) -> str:
    learning = one.values.get("learning")
    if learning is None:
        return "Whether there is something to learn from it is not on record."
    return "There is something to learn from it." if learning else "There is nothing to learn from it."


def _told(one: Shown) -> str:
    told = one.values.get("raiser_told_on")
    if told is None:
        return "It is not on record that whoever raised it was told."
    return f"Whoever raised it was told on {in_words(told)}."


def _next(by: Acting, record: OpenRecord, one: Shown, settling: Settling, goes_on: bool) -> list[Offer]:
    """What this reader does next, the likeliest first; nothing where a disagreement is between two other agencies."""
    if not goes_on:
        has_outcome = settling.is_over and one.values.get("resolved_on") is not None
        return offered(by, record, "disagreement", one, "tell_raiser", "say_whether_to_learn") if has_outcome else []
    settles = by.account.role in OVERSIGHT or any(stage.is_now and stage.number == 1 for stage in settling.stages)
    answers = ["resolve_disagreement", "answer_disagreement"] if settling.is_answered else ["answer_disagreement"]
    further = [] if settling.is_last else ["escalate_disagreement"]
    is_late = any(stage.is_overdue for stage in settling.stages) and one.values.get("to_agency_id") != by.agency
    names = [
        *(further if is_late or (settling.is_answered and not settles) else []),
        *(answers if settles else []),
        *(
            "acknowledge_disagreement",
            "keep_safe_meanwhile",
            "meet_about_disagreement",
            *further,
            "take_immediate_route",
        ),
        *(["resolve_disagreement"] if settles else []),
        "withdraw_disagreement",
    ]
    return offered(by, record, "disagreement", one, *dict.fromkeys(names))


# Disagreeing with something


DISPUTED = ("decision", "referral", "meeting", "plan", "assessment", "hand_over", "action")
"""What somebody of another agency may disagree with: a decision, an outcome, an ending, or silence."""
OF_AGENCY = {"referral": "to_agency_id", "hand_over": "to_agency_id", "action": "owner_agency_id"}
"""Whose it is that something was decided or was not answered; otherwise whoever recorded it."""


def disagree_with(by: Acting, record: OpenRecord, table: str, one: Shown) -> Offer | None:
    """The way to disagree with an entry, with the agency whose it is; None where it is one's own agency's."""
    if table not in DISPUTED or record.record.child.has_ended or not may_here(by, record, VERBS["disagree"]):
        return None
    agency = one.values.get(OF_AGENCY.get(table, "")) or (one.recorded_agency if table not in OF_AGENCY else None)
    if agency is None or agency == by.agency or agency not in record.record.names:
        return None
    given = {"to_agency": agency, "next": record.page(table, one.key)}
    if table in ("decision", "referral"):
        given[table] = one.key
    return Offer(
        "Disagree with this",
        to_do("disagree", record.child, **given),
        f"With {record.record.names[agency]}. They see your agency, and never your name.",
    )

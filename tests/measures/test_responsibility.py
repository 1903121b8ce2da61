"""Responsibility: every measure counted again in plain Python on invented partnerships."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from measures.plain import (
    Counted,
    Row,
    Told,
    World,
    after,
    birthday,
    codes,
    days_between,
    differences,
    done,
    first,
    found_on,
    last,
    number,
    status,
    working,
)

NOT_PRACTITIONERS = ("individual", "anonymous", "unknown")
LOOKED_BACK = date(2023, 3, 9)


# ---------------------------------------------------------------- counted by hand


def recent(*days: date | None) -> bool:
    return any(day is not None and day >= LOOKED_BACK for day in days)


def referrals(world: World, answer: Callable[[Row], date | None], due: Callable[[date], date]) -> Counted:
    told = {}
    for child, row in world.each("referral"):
        received, source = row["received_on"], row["source"]
        by_practitioner = source not in (None, *NOT_PRACTITIONERS) or (source is None and row["referred_by"])
        waits = row["referrer_told_on"] is None and row["closed_on"] is None
        if received and by_practitioner and (recent(received, row["referrer_told_on"], row["closed_on"]) or waits):
            by, answered = due(received), answer(row)
            what = status(world, done(answered, by), out=world.never_was(child), settled=by)
            span = days_between(received, answered)
            told[child, row["referral_id"]] = Told(what, received, span, {"source": source})
    return told


def acknowledged(world: World) -> Counted:
    return referrals(
        world,
        lambda row: first([row["acknowledged_on"], row["referrer_told_on"]]),
        lambda received: working(received, number("referral.ack_wd")),
    )


def outcome_told(world: World) -> Counted:
    return referrals(
        world,
        lambda row: row["referrer_told_on"],
        lambda received: working(received, number("follow_through.outcome_wd")),
    )


def plan_end(world: World, child: str, row: Row) -> date | None:
    return last(one["ended_on"] for one in world.of(child, "plan") if one["plan_id"] == row["plan_id"])


def tasks(tell: Callable[[World, str, Row], Told | None]) -> Callable[[World], Counted]:
    def count(world: World) -> Counted:
        told = {}
        for child, row in world.each("action"):
            unfinished = row["completed_on"] is None and row["declined_on"] is None
            if row["assigned_on"] and (recent(row["assigned_on"], row["due_on"], row["completed_on"]) or unfinished):
                one = tell(world, child, row)
                if one is not None:
                    told[child, row["action_id"]] = Told(one.status, one.on, one.span, {"kind": row["kind"]})
        return told

    return count


def has_person(row: Row) -> bool:
    return bool(row["owned_by"] or row["owned_by_person_id"])


@tasks
def task_has_person(world: World, child: str, row: Row) -> Told:
    return Told(status(world, has_person(row), out=world.never_was(child)), row["assigned_on"])


@tasks
def task_accepted(world: World, child: str, row: Row) -> Told:
    given = row["assigned_on"]
    taken = first(d for d in (row["accepted_on"], row["started_on"], row["completed_on"]) if d and d >= given)
    left = world.practitioner.get(row["owned_by"], {}).get("left_on")
    unfinished = row["completed_on"] is None and row["declined_on"] is None
    orphaned = left is not None and unfinished and plan_end(world, child, row) is None
    due = working(max(given, left) if orphaned else given, number("action.owner_ack_wd"))
    accepted = taken if has_person(row) and not orphaned else None
    is_over = not unfinished or plan_end(world, child, row) is not None
    out = world.never_was(child) or (accepted is None and is_over)
    return Told(status(world, done(accepted, due), out=out, settled=due), given, days_between(given, taken))


@tasks
def task_outcome(world: World, child: str, row: Row) -> Told | None:
    wanted = row["due_on"] or plan_end(world, child, row)
    if wanted is None:
        return None
    looked_at = None if row["effect"] == "too_early" else row["effect_reviewed_on"]
    settled = first([row["completed_on"], looked_at, row["declined_on"] if row["declined_next"] else None])
    due = working(wanted, number("follow_through.overdue_wd"))
    what = status(world, done(settled, due), out=world.never_was(child), settled=due)
    return Told(what, wanted, days_between(row["assigned_on"], settled))


def contributions(world: World) -> Counted:
    told = {}
    for child, row in world.each("contribution"):
        people = ("mother", "father", "other_carer", "child")
        if row["asked_on"] is None or row["contributor"] in people or not (row["assessment_id"] or row["meeting_id"]):
            continue
        signed, stopped = (
            last(one[name] for one in world.of(child, "assessment") if one["assessment_id"] == row["assessment_id"])
            for name in ("signed_off_on", "stopped_on")
        )
        held = last(one["held_on"] for one in world.of(child, "meeting") if one["meeting_id"] == row["meeting_id"])
        until, came = signed or held or world.today, row["received_on"]
        without = came is None and row["not_obtained_reason"] is not None
        out = world.never_was(child) or without or stopped is not None
        what = status(world, bool(done(came, until)), out=out, settled=until)
        span = days_between(row["asked_on"], came)
        told[child, row["contribution_id"]] = Told(what, row["asked_on"], span, {"contributor": row["contributor"]})
    return told


def concern_beside_others(world: World) -> Counted:
    told = {}
    for child, row in world.each("concern"):
        born, found = world.born(child), found_on(row)
        is_young = born is not None and birthday(born, 14) <= found < birthday(born, 18)
        own = row["person_id"] in (None, world.child[child]["person_id"])
        if row["status"] != "cleared" and is_young and own:
            others = [one for one in world.of(child, "concern") if one["status"] != "cleared"]
            met = any(one["kind"] != row["kind"] for one in others)
            what = status(world, met, out=world.never_was(child))
            told[child, row["concern_id"]] = Told(what, found, None, {"kind": row["kind"]})
    return told


STAGES = {1: 2, 2: 5, 3: 5}
"""The shipped policy: by stage, in how many working days of its beginning it is answered."""


def named(stage: int) -> str:
    """A stage as the figures divide them: those above the third stand together."""
    return f"stage_{stage}" if stage <= 3 else "above_stage_3"


class Challenge:
    """A disagreement with its events, and what they come to."""

    def __init__(self, world: World, child: str, row: Row) -> None:
        self.world, self.child, self.row = world, child, row
        events = world.of(child, "disagreement_stage")
        self.events = [one for one in events if one["disagreement_id"] == row["disagreement_id"]]
        disputed = [one for one in world.of(child, "decision") if one["decision_id"] == row["decision_id"]]
        self.disputed = disputed[0] if disputed else {}
        at_once = self.on(lambda one: one["stage"] == 0)
        opened = last(self.on(lambda one: one["stage"] == 0 and one["step"] in ("raised", "escalated")))
        self.immediate_from = first(at_once)
        self.immediate_since = last([opened, row["raised_on"] if row["immediate"] else self.immediate_from])
        self.withdrawn = first(self.on(lambda one: one["step"] == "withdrawn"))

    def on(self, which: Callable[[Row], Any]) -> list[date]:
        return [one["happened_on"] for one in self.events if which(one)]

    def told(self, met: bool | None, on: date, span: int | None = None, **more: Any) -> Told:
        stages = [one["stage"] for one in self.events]
        highest = max(stages, default=1)
        stage = "immediate" if self.row["immediate"] or self.immediate_from else named(highest)
        theme = self.disputed.get("kind") or ("referral" if self.row["referral_id"] else None)
        out = self.world.never_was(self.child) or more.pop("out", False)
        return Told(status(self.world, met, out=out, **more), on, span, {"stage": stage, "theme": theme})


def challenges(tell: Callable[[Challenge], Told | None]) -> Callable[[World], Counted]:
    def count(world: World) -> Counted:
        found = {
            (child, row["disagreement_id"]): tell(Challenge(world, child, row))
            for child, row in world.each("disagreement")
        }
        return {key: one for key, one in found.items() if one is not None}

    return count


@challenges
def first_stage(one: Challenge) -> Told | None:
    row = one.row
    if row["immediate"]:
        return None
    answer = first(
        one.on(
            lambda e: (e["stage"] == 1 and e["step"] in ("answered", "resolved")) or e["stage"] > 1 or e["stage"] == 0
        )
    )
    answered, due = first([answer, row["resolved_on"]]), working(row["raised_on"], STAGES[1])
    withdrawn = row["resolved_on"] is None and one.withdrawn is not None
    out = withdrawn or one.disputed.get("kind") == "conference"
    span = days_between(row["raised_on"], answered)
    return one.told(done(answered, due), row["raised_on"], span, out=out, settled=due)


@challenges
def at_once(one: Challenge) -> Told | None:
    since, resolved = one.immediate_since, one.row["resolved_on"]
    if since is None:
        return None
    answer = first(
        day for day in one.on(lambda e: e["stage"] == 0 and e["step"] in ("answered", "resolved")) if day >= since
    )
    due = after(since, number("escalation.immediate_days"))
    out = resolved is None and one.withdrawn is not None
    return one.told(done(first([answer, resolved]), due), since, out=out, settled=due)


@challenges
def resolved(one: Challenge) -> Told:
    on, end = one.row["raised_on"], one.row["resolved_on"]
    return one.told(end is not None, on, days_between(on, end), out=end is None and one.withdrawn is not None)


@challenges
def raiser_told(one: Challenge) -> Told | None:
    end = one.row["resolved_on"]
    if end is None:
        return None
    due = working(end, number("escalation.feedback_wd"))
    return one.told(done(one.row["raiser_told_on"], due), end, settled=due)


@challenges
def decision_changed(one: Challenge) -> Told | None:
    row, raised = one.row, one.row["raised_on"]
    if row["resolved_on"] is None or not (one.disputed.get("outcome") or row["referral_id"]):
        return None
    otherwise = any(
        other["kind"] == one.disputed.get("kind")
        and one.disputed.get("outcome")
        and other["outcome"] not in (None, one.disputed["outcome"])
        and other["decided_on"]
        and other["decided_on"] >= raised
        for other in one.world.of(one.child, "decision")
    )
    taken_up = any(
        row["referral_id"] in (other["referral_id"], other["repeats_referral_id"])
        and other["outcome"] not in (None, *codes("escalation.declined_outcomes"))
        and other["decided_on"]
        and other["decided_on"] >= raised
        for other in one.world.of(one.child, "referral")
        if row["referral_id"]
    )
    return one.told(otherwise or taken_up, raised)


def higher_stages(world: World) -> Iterator[tuple[Challenge, Row]]:
    for child, row in world.each("disagreement"):
        one = Challenge(world, child, row)
        for event in one.events:
            if event["step"] == "escalated" and event["stage"] > 1:
                yield one, event


def higher_stage(world: World) -> Counted:
    told = {}
    for one, event in higher_stages(world):
        stage, began = event["stage"], event["happened_on"]
        ends = one.on(
            lambda e, stage=stage, began=began: (
                e["happened_on"] >= began
                and (
                    (e["stage"] == stage and e["step"] in ("answered", "resolved"))
                    or e["stage"] > stage
                    or e["stage"] == 0
                )
            )
        )
        over = first([*ends, one.row["resolved_on"]])
        due = working(began, STAGES[stage]) if stage in STAGES else None
        withdrawn = over is None and one.withdrawn is not None
        out = withdrawn or one.disputed.get("kind") == "conference"
        what = one.told(done(over, due), began, days_between(began, over), out=out, settled=due)
        key = one.child, event["disagreement_stage_id"]
        told[key] = Told(what.status, began, what.span, {"stage": named(stage)})
    return told


BY_HAND = {
    "responsibility.referral_acknowledged": acknowledged,
    "responsibility.outcome_told": outcome_told,
    "responsibility.task_has_person": task_has_person,
    "responsibility.task_accepted": task_accepted,
    "responsibility.task_outcome_known": task_outcome,
    "responsibility.contribution_received": contributions,
    "responsibility.concern_beside_others": concern_beside_others,
    "responsibility.first_stage_answered": first_stage,
    "responsibility.immediate_settled": at_once,
    "responsibility.disagreement_resolved": resolved,
    "responsibility.raiser_told": raiser_told,
    "responsibility.decision_changed": decision_changed,
    "responsibility.higher_stage_answered": higher_stage,
}


@pytest.mark.parametrize("code", BY_HAND)
@pytest.mark.parametrize("seed", [3, 11])
def test_measure_is_what_plain_python_counts(code: str, seed: int) -> None:
    assert differences(code, seed, BY_HAND[code]) == []

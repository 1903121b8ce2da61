"""Tracing a few hand-overs from end to end: drawing them, giving each to somebody by name, and what they found."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import islice
from random import SystemRandom
from secrets import randbelow
from typing import Any

from lapwing.board.giving import give_to, take_back
from lapwing.board.tracing import drawn
from lapwing.board.wording import check_written
from lapwing.conduct.acting import Acting
from lapwing.conduct.findings import settings_now
from lapwing.conduct.may import AUDITORS, OFFICERS, READ
from lapwing.conduct.permissions import READING, Refused, check_user_can
from lapwing.conduct.policies import NotPossible, check_lies_ahead, check_not_yet, is_own
from lapwing.conduct.posts import account_numbered, practitioners_of_same
from lapwing.conduct.verb import verb
from lapwing.language.calendar import add_months
from lapwing.records.entries import entries
from lapwing.records.models import Account
from lapwing.records.store import CannotEnter, current
from lapwing.vocabulary.board.codes import TaskKind
from lapwing.vocabulary.board.tracing import FamilySaid, LostAt, Traced

SEEDS = 1_000_000
REASON = "To trace a hand-over from end to end"
TO_TRACE = "A hand-over was given to you to trace from end to end. You find it under Board, Hand-overs that you trace."


@verb(may=OFFICERS)
def draw_hand_overs(*, by: Acting, due_on: date, seed: int | None = None, on: date) -> str:
    """Draws as many hand-overs of late as the area traces; whose they are is not said. The key of the round."""
    check_lies_ahead(due_on, by, "due_on")
    since = add_months(on, -int(settings_now().number("handover.report_months")))
    chosen = seed if seed is not None else randbelow(SEEDS)
    found = list(islice(drawn(seed=chosen, since=since, until=on), int(settings_now().number("handover.traced_cases"))))
    if not found:
        raise NotPossible("No hand-over that could be traced was sent in that time.")
    key = by.enter("tracing_round", drawn_on=on, sent_since=since, seed=chosen, due_on=due_on)
    numbers = list(range(1, len(found) + 1))
    SystemRandom().shuffle(numbers)  # so that a number tells nothing of the place in the draw
    for number, (hand_over, child) in zip(numbers, found, strict=True):
        by.enter("traced_case", tracing_round_id=key, number=number, hand_over_id=hand_over, child_id=child)
    return key


@verb(may=OFFICERS)
def give_traced_case(*, by: Acting, traced_case: str, account: int, on: date) -> None:
    """Gives a hand-over to somebody by name, who reads the record and traces it; nobody traces their own work."""
    was = current("traced_case", traced_case)
    check_not_yet(was["traced_on"], "This hand-over was traced")
    check_not_yet(was["set_aside_on"], "This case was set aside")
    reader = account_numbered(account)
    if reader is None or reader.role not in AUDITORS:
        raise CannotEnter("account: needs somebody who works with families, or an auditor.")
    if _has_part_in(reader, was):
        raise NotPossible("That person cannot be given this case; choose somebody else.")
    if was["given_case_id"] is not None:
        take_back(by, was["given_case_id"], on=by.today)
    until = max(by.today, current("tracing_round", was["tracing_round_id"])["due_on"])
    given = give_to(by, reader, was["child_id"], task=TaskKind.AUDIT, reason=REASON, until_on=until)
    by.tell(reader.pk, TO_TRACE)
    by.amend("traced_case", traced_case, tracer_account_id=reader.pk, given_case_id=given)


@verb(may=OFFICERS)
def set_traced_case_aside(*, by: Acting, traced_case: str, reason: str, on: date) -> str:
    """Sets a case aside that nobody can be given, for the next one of the same draw; the key of that one."""
    was = current("traced_case", traced_case)
    check_written("reason", reason, "why it is set aside, naming nobody")
    check_not_yet(was["traced_on"], "This hand-over was traced")
    check_not_yet(was["set_aside_on"], "This case was set aside")
    round_ = current("tracing_round", was["tracing_round_id"])
    cases = entries("traced_case").filter(tracing_round=was["tracing_round_id"])
    there = set(cases.values_list("hand_over", flat=True))
    every = drawn(seed=round_["seed"], since=round_["sent_since"], until=round_["drawn_on"])
    other = next((one for one in every if one[0] not in there), None)
    if other is None:
        raise NotPossible("There is no other hand-over of that time to take instead.")
    if was["given_case_id"] is not None:
        take_back(by, was["given_case_id"], on=by.today)
    by.amend("traced_case", traced_case, set_aside_on=on, set_aside_reason=reason)
    return by.enter(
        "traced_case",
        tracing_round_id=was["tracing_round_id"],
        number=cases.count() + 1,
        hand_over_id=other[0],
        child_id=other[1],
    )


@verb(may=AUDITORS)
def trace_hand_over(
    *,
    by: Acting,
    traced_case: str,
    sent: Traced,
    arrived: Traced,
    accepted_by_name: Traced,
    first_contact: Traced,
    lost_at: LostAt,
    family_said: FamilySaid,
    on: date,
) -> None:
    """Says of each step of a hand-over what was found; the record that was given for it is closed again."""
    was = current("traced_case", traced_case)
    if not is_own(by, was["tracer_account_id"]):
        raise Refused("This was given to somebody else to trace.")
    check_not_yet(was["traced_on"], "This hand-over was traced")
    check_not_yet(was["set_aside_on"], "This case was set aside")
    check_user_can(READING, READ, by=by, child=was["child_id"])
    if (lost_at == LostAt.NOWHERE) != (first_contact == Traced.YES):
        raise CannotEnter("lost_at: it was lost nowhere if, and only if, the new service saw the family.")
    by.amend(
        "traced_case",
        traced_case,
        sent=sent,
        arrived=arrived,
        accepted_by_name=accepted_by_name,
        first_contact=first_contact,
        lost_at=lost_at,
        family_said=family_said,
        traced_on=by.today,
    )
    take_back(by, was["given_case_id"], on=by.today)


def _has_part_in(reader: Account, case: Mapping[str, Any]) -> bool:
    """Whether somebody handed this over, was asked to take it or took it, or works or worked with the child."""
    theirs = practitioners_of_same(reader)
    hand_over = current("hand_over", case["hand_over_id"])
    people = {hand_over[name] for name in ("from_practitioner_id", "to_practitioner_id", "accepted_by")}
    working = entries("involvement").filter(child=case["child_id"], practitioner__in=theirs)
    return bool(people & theirs) or working.exists()

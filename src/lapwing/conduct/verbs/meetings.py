"""Verbs: a meeting is planned, people are asked to it, it is held, and its chair records what came of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import FRONT_LINE
from lapwing.conduct.notifications import account_of
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import (
    NotPossible,
    check_held,
    check_in_words,
    check_is_there,
    check_never_led,
    check_not_yet,
    in_own_name,
)
from lapwing.conduct.verb import verb
from lapwing.conduct.whose import Whose
from lapwing.records.entries import entries
from lapwing.records.store import CannotEnter, current
from lapwing.vocabulary.baby_review import LESS
from lapwing.vocabulary.work_codes import ClosureReason, Dissent, MeetingKind, ReviewOutcome

CONFERENCES = (MeetingKind.INITIAL_CONFERENCE, MeetingKind.REVIEW_CONFERENCE, MeetingKind.TRANSFER_CONFERENCE)
"""Meetings whose chair stands outside the work (Working Together to Safeguard Children 2023, chapter 3)."""


@verb(may=FRONT_LINE)
def plan_meeting(
    *,
    by: Acting,
    on: date,
    child: str | None = None,
    pregnancy: str | None = None,
    kind: MeetingKind,
    planned_for_on: date,
    due_on: date | None = None,
    plan: str | None = None,
    chaired_by: str | None = None,
    follows_meeting: str | None = None,
) -> str:
    """Plans a meeting about a child for a day, with who is to chair it; the meeting's key.

    `due_on` is the day by which it should be held. A conference is chaired by somebody who does not lead the plan.
    """
    if planned_for_on < on:
        raise CannotEnter(
            "planned_for_on: lies in the past. Record a meeting that was held without having been planned."
        )
    check_is_there(chaired_by, on)
    _check_chair_stands_outside(kind, plan, chaired_by)
    meeting = by.enter(
        "meeting",
        **Whose(child, pregnancy).columns,
        kind=kind,
        plan_id=plan,
        due_on=due_on,
        planned_for_on=planned_for_on,
        chaired_by=chaired_by,
        follows_meeting_id=follows_meeting,
    )
    by.tell(account_of(chaired_by), "You are to chair a meeting.", child=child, table="meeting", key=meeting)
    return meeting


@verb(may=FRONT_LINE)
def record_meeting(
    *,
    by: Acting,
    on: date,
    child: str | None = None,
    pregnancy: str | None = None,
    kind: MeetingKind,
    plan: str | None = None,
    chaired_by: str | None = None,
    quorate: bool | None = None,
    dissent: Dissent | None = None,
    follows_meeting: str | None = None,
) -> str:
    """Records a meeting that was held without having been planned here, such as a strategy discussion; its key."""
    _check_chair_stands_outside(kind, plan, chaired_by)
    return by.enter(
        "meeting",
        **Whose(child, pregnancy).columns,
        kind=kind,
        plan_id=plan,
        held_on=on,
        chaired_by=chaired_by,
        quorate=quorate,
        dissent=dissent,
        follows_meeting_id=follows_meeting,
    )


@verb(may=FRONT_LINE)
def move_meeting(
    *, by: Acting, on: date, meeting: str, planned_for_on: date, reason: str, seen: int | None = None
) -> None:
    """Moves a meeting to another day, and says why; those who were asked to it are told."""
    check_in_words(reason=reason)
    was = current("meeting", meeting)
    check_not_yet(was["held_on"], "This meeting was held")
    if planned_for_on < on:
        raise CannotEnter("planned_for_on: lies in the past; needs the day on which the meeting is to be.")
    by.amend("meeting", meeting, seen=seen, why=reason, planned_for_on=planned_for_on)
    _tell_all(by, was, "A meeting that you were asked to was moved to another day.")


@verb(may=FRONT_LINE)
def name_chair(*, by: Acting, on: date, meeting: str, chaired_by: str, seen: int | None = None) -> None:
    """Says who chairs a meeting; of a conference, somebody who does not lead the plan."""
    was = current("meeting", meeting)
    check_not_yet(was["outcome_recorded_on"], "The outcome of this meeting was recorded")
    check_is_there(chaired_by, on)
    _check_chair_stands_outside(was["kind"], was["plan_id"], chaired_by)
    by.amend("meeting", meeting, seen=seen, chaired_by=chaired_by)
    by.tell(account_of(chaired_by), "You are to chair a meeting.", child=was["child_id"], table="meeting", key=meeting)


@verb(may=FRONT_LINE)
def hold_meeting(
    *,
    by: Acting,
    on: date,
    meeting: str,
    quorate: bool | None = None,
    dissent: Dissent | None = None,
    seen: int | None = None,
) -> None:
    """Records that a meeting was held, whether enough agencies took part, and whether anybody disagreed."""
    was = current("meeting", meeting)
    check_not_yet(was["held_on"], "This meeting was held")
    by.amend(
        "meeting",
        meeting,
        seen=seen,
        held_on=on,
        quorate=quorate,
        dissent=was["dissent"] if dissent is None else dissent,
    )


@verb(may=FRONT_LINE)
def record_dissent(*, by: Acting, on: date, meeting: str, says: str, seen: int | None = None) -> None:
    """Records that somebody at a meeting disagreed, and with what; nobody takes that out again by this."""
    check_in_words(says=says)
    was = current("meeting", meeting)
    check_held(was["held_on"], "who disagreed")
    by.amend("meeting", meeting, seen=seen, why=says, dissent=Dissent.RECORDED)
    what = "Somebody disagreed at a meeting that you chair. Read with what."
    by.tell(account_of(was["chaired_by"]), what, child=was["child_id"], table="meeting", key=meeting)


@verb(may=FRONT_LINE)
def propose_outcome(
    *,
    by: Acting,
    on: date,
    meeting: str,
    outcome: ReviewOutcome,
    ended_reason: ClosureReason | None = None,
    seen: int | None = None,
) -> None:
    """Proposes the outcome of a review; it stays a proposal until the chair records one."""
    was = current("meeting", meeting)
    check_not_yet(was["outcome_recorded_on"], "The outcome of this meeting was recorded")
    _check_says_why(outcome, ended_reason)
    by.amend("meeting", meeting, seen=seen, proposed_outcome=outcome, ended_reason=ended_reason)
    what = "An outcome was proposed for a review that you chair."
    by.tell(account_of(was["chaired_by"]), what, child=was["child_id"], table="meeting", key=meeting)


@verb(may=FRONT_LINE)
def explain_unfinished_actions(*, by: Acting, on: date, meeting: str, reason: str, seen: int | None = None) -> None:
    """Says why unfinished actions do not stand in the way of what a review decides, or that there are none."""
    check_in_words(reason=reason)
    by.amend("meeting", meeting, seen=seen, unfinished_actions_reason=reason)


@verb(may=FRONT_LINE)
def record_outcome(
    *,
    by: Acting,
    on: date,
    meeting: str,
    outcome: ReviewOutcome,
    ended_reason: ClosureReason | None = None,
    chair_statement: str | None = None,
    proceed_reason: str | None = None,
    seen: int | None = None,
) -> None:
    """Records the outcome of a review; only its chair does, and nobody ends or steps down a plan that they lead or led.

    `chair_statement` has the chair's reasons; `proceed_reason` says why the chair goes on although something is missing.
    """
    was = current("meeting", meeting)
    check_not_yet(was["outcome_recorded_on"], "The outcome of this meeting was recorded")
    check_held(was["held_on"], "its outcome")
    _check_is_chair(by, was)
    _check_says_why(outcome, ended_reason)
    if outcome in LESS and was["plan_id"]:
        check_never_led(by, "plan", was["plan_id"])
    by.amend(
        "meeting",
        meeting,
        seen=seen,
        outcome_recorded_on=on,
        outcome=outcome,
        ended_reason=ended_reason,
        chair_statement=chair_statement,
        proceed_reason=proceed_reason,
    )
    _tell_all(
        by, was, "The outcome of a meeting that you were asked to was recorded. Read it, and say so if you disagree."
    )


def _check_is_chair(by: Acting, was: dict[str, Any]) -> None:
    if was["chaired_by"] is None:
        raise NotPossible("Nobody is named as the chair of this meeting. Name the chair, who then records the outcome.")
    if was["chaired_by"] != in_own_name(by):
        raise Refused("Only the chair of this meeting can record its outcome; you can propose one, or record dissent.")


def _check_chair_stands_outside(kind: str, plan: str | None, chaired_by: str | None) -> None:
    if kind not in CONFERENCES or plan is None or chaired_by is None:
        return
    if current("plan", plan)["led_by"] == chaired_by:
        raise NotPossible("A conference is chaired by somebody who does not lead the plan; name another chair.")


def _check_says_why(outcome: ReviewOutcome, ended_reason: ClosureReason | None) -> None:
    if outcome in LESS and ended_reason is None:
        raise CannotEnter("ended_reason: ending or stepping down needs its reason.")
    if outcome not in LESS and ended_reason is not None:
        raise CannotEnter("ended_reason: belongs to ending or stepping down; leave it out.")


def _tell_all(by: Acting, meeting: dict[str, Any], what: str) -> None:
    """Tells the chair and every practitioner who was asked to a meeting."""
    asked = entries("attendance").filter(meeting=meeting["meeting_id"], practitioner__isnull=False)
    for practitioner in sorted({*asked.values_list("practitioner", flat=True), meeting["chaired_by"]} - {None}):
        by.tell(account_of(practitioner), what, child=meeting["child_id"], table="meeting", key=meeting["meeting_id"])

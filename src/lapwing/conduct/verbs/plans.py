"""Verbs: a plan for a child begins, is read beside the child's other plans, passes to another lead, and ends with a reason."""

from __future__ import annotations

from datetime import date
from typing import Any

from lapwing.conduct.acting import Acting
from lapwing.conduct.at_work import concerning, record_has_ended
from lapwing.conduct.may import FRONT_LINE, OVERSIGHT
from lapwing.conduct.notifications import account_of
from lapwing.conduct.policies import (
    WHY,
    NotPossible,
    agency_leading,
    check_goes_on,
    check_is_there,
    check_may_hand_on,
    check_never_led,
    check_not_yet,
    check_same_agency,
    check_says,
)
from lapwing.conduct.verb import verb
from lapwing.conduct.whose import Whose
from lapwing.records.entries import entries
from lapwing.records.store import CannotEnter, current
from lapwing.vocabulary.baby_review import NOT_BY_CHOICE
from lapwing.vocabulary.work_codes import ClosureReason, PlanKind

QUIETLY = (ClosureReason.DIED, ClosureReason.PREGNANCY_ENDED)
"""After a loss nobody is sent anything."""


@verb(may=FRONT_LINE)
def start_plan(
    *,
    by: Acting,
    on: date,
    child: str | None = None,
    pregnancy: str | None = None,
    kind: PlanKind,
    led_by: str | None = None,
    referral: str | None = None,
    category: str | None = None,
) -> str:
    """Starts a plan, led by whoever starts it unless another practitioner is named; the plan's key.

    `category` is the category of abuse, as the children in need census codes it.
    """
    whose = Whose(child, pregnancy)
    if kind == PlanKind.UNBORN_CHILD_PROTECTION and pregnancy is None:
        raise CannotEnter(
            "kind: a plan for an unborn child is made for a pregnancy; give the pregnancy, or another kind."
        )
    if _in_force(whose).filter(kind=str(kind)).exists():
        raise NotPossible(
            f"There is a plan of this kind in force already ({kind.label}). End that one first, or go on with it."
        )
    check_goes_on(child, pregnancy)
    check_is_there(led_by)
    lead = led_by or by.practitioner
    plan = by.enter(
        "plan",
        **whose.columns,
        kind=kind,
        referral_id=referral,
        led_by=lead,
        started_on=on,
        initial_category=category,
        latest_category=category,
    )
    by.tell(account_of(lead), "A plan was started for you to lead.", child=child, table="plan", key=plan)
    return plan


@verb(may=FRONT_LINE)
def change_plan_category(*, by: Acting, on: date, plan: str, category: str, seen: int | None = None) -> None:
    """Records another category of abuse for a plan, as the children in need census codes it."""
    _standing(plan)
    by.amend("plan", plan, seen=seen, latest_category=category)


@verb(may=FRONT_LINE)
def compare_plan(*, by: Acting, on: date, plan: str, seen: int | None = None) -> None:
    """Records that a plan was read beside the child's other plans, and that what clashes was noted or nothing did."""
    was = _standing(plan)
    if not _in_force(Whose.of(was)).exclude(pk=plan).exists():
        raise NotPossible("There is no other plan in force to read this one beside.")
    by.amend("plan", plan, seen=seen, compared_on=on)


@verb(may=FRONT_LINE)
def hand_on_plan(*, by: Acting, on: date, plan: str, led_by: str, reason: str, seen: int | None = None) -> None:
    """Gives a plan to another practitioner to lead, and says why; its lead does, or a manager of the lead's agency."""
    check_says(reason, "reason", WHY)
    was = _standing(plan)
    check_may_hand_on(by, was, "this plan")
    check_is_there(led_by)
    by.amend("plan", plan, seen=seen, why=reason, led_by=led_by)
    for practitioner, what in (
        (led_by, "A plan was given to you to lead."),
        (was["led_by"], "A plan that you led was given to somebody else."),
    ):
        by.tell(account_of(practitioner), what, child=was["child_id"], table="plan", key=plan)


@verb(may=OVERSIGHT)
def end_plan(*, by: Acting, on: date, plan: str, reason: ClosureReason, seen: int | None = None) -> None:
    """Ends a plan with its reason; it takes a manager or named professional, who never led it.

    Where it ends by choice, nothing in it may be left with somebody who has gone.
    """
    was = _standing(plan)
    check_same_agency(by, agency_leading(was), "This plan")
    check_never_led(by, "plan", plan)
    if reason not in NOT_BY_CHOICE:
        _check_nothing_left_behind(plan)
    by.amend("plan", plan, seen=seen, ended_on=on, ended_reason=reason)
    if reason not in QUIETLY and not record_has_ended(was["child_id"], was["pregnancy_id"]):
        _tell_whoever_works_in_it(by, was)


def _tell_whoever_works_in_it(by: Acting, was: dict[str, Any]) -> None:
    what = "A plan that you lead, or have something to do in, has ended. Read why, and say so if you disagree."
    owners = _unfinished(was["plan_id"]).filter(owned_by__isnull=False).values_list("owned_by", flat=True)
    for practitioner in sorted({*owners, was["led_by"]} - {None}):
        by.tell(account_of(practitioner), what, child=was["child_id"], table="plan", key=was["plan_id"])


def _standing(plan: str) -> dict[str, Any]:
    was = current("plan", plan)
    check_not_yet(was["ended_on"], "This plan ended")
    return was


def _in_force(whose: Whose) -> Any:
    return entries("plan").filter(concerning(**whose.named), ended_on__isnull=True)


def _unfinished(plan: str) -> Any:
    return entries("action").filter(plan=plan, completed_on__isnull=True, declined_on__isnull=True)


def _check_nothing_left_behind(plan: str) -> None:
    left = _unfinished(plan).filter(owned_by__isnull=False, owned_by__left_on__isnull=False).count()
    if left:
        raise NotPossible(
            f"Unfinished actions of this plan are with somebody who has left: {left}. Reassign them, or record what came of them."
        )

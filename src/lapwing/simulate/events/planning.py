"""Plans, what is done about each concern, and what must be in place around a birth."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from lapwing.simulate.chance import Odds
from lapwing.simulate.events.referring import Concern, Referral
from lapwing.simulate.family import Family, Subject
from lapwing.simulate.workforce import Duty
from lapwing.simulate.worries import BEHAVIOUR, WORRIES
from lapwing.vocabulary.codes import ConcernKind
from lapwing.vocabulary.work_codes import ActionAim, ActionEffect, ActionKind, ClosureReason, MilestoneKind, PlanKind

CATEGORIES = {
    ConcernKind.NEGLECT: "NEG",
    ConcernKind.PHYSICAL_ABUSE: "PHY",
    ConcernKind.SEXUAL_ABUSE: "SAB",
    ConcernKind.DOMESTIC_ABUSE: "EMO",
    ConcernKind.EMOTIONAL_ABUSE: "EMO",
}
"""The category of abuse that a plan is made under, as the census codes it; neglect otherwise."""
PROTECTION = (PlanKind.CHILD_PROTECTION, PlanKind.UNBORN_CHILD_PROTECTION)
EFFECTS = Odds(
    {ActionEffect.WORKED: 35, ActionEffect.PARTLY: 30, ActionEffect.DID_NOT_WORK: 15, ActionEffect.TOO_EARLY: 20}
)


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan on the record."""

    plan_id: str | None
    kind: PlanKind
    started_on: date


def make_plan(
    family: Family,
    about: Subject,
    kind: PlanKind,
    on: date | None,
    concerns: Iterable[Concern] = (),
    referral: Referral | None = None,
    duty: Duty = Duty.SOCIAL_WORKER,
) -> Plan | None:
    """A plan and who leads it; None where it has not begun."""
    by = family.worker(duty)
    found = next((CATEGORIES[concern.kind] for concern in concerns if concern.kind in CATEGORIES), "NEG")
    category = found if kind in PROTECTION else None
    values = {
        "referral_id": referral.referral_id if referral else None,
        "led_by": by.practitioner_id,
        "initial_category": category,
        "latest_category": category,
    }
    key = family.record("plan", by, on, about, wait=0, kind=kind, started_on=on, **values)
    return Plan(key, kind, on) if key and on else None


def end_plan(family: Family, about: Subject, plan: Plan | None, on: date | None, reason: ClosureReason) -> None:
    if plan is not None and on is not None and on <= about.until:
        family.settle("plan", plan.plan_id, about.until, ended_on=on, ended_reason=reason)


def act_on(
    family: Family, about: Subject, concerns: Iterable[Concern], plan: Plan | None, on: date | None, **more: Any
) -> None:
    """For each concern an action, or one of the ways in which there is none to speak of."""
    for concern in concerns:
        if on is not None:
            family.chance.by_odds(ANSWERS)(family, about, concern, plan, max(on, concern.on), **more)


def give_action(
    family: Family, about: Subject, concern: Concern, plan: Plan | None, on: date, **more: Any
) -> str | None:
    """An action given to a named person, begun, looked at after some weeks, and mostly finished."""
    worry = WORRIES[concern.kind]
    owner = family.worker(worry.owner)
    assigned_on = family.after(on, (0, 9))
    started_on = family.done(assigned_on, (1, 8), (20, 60), slow=0.15, never=0.1)
    values = {
        "plan_id": plan.plan_id if plan else None,
        "concern_id": concern.concern_id,
        "kind": worry.action,
        "aim": ActionAim.BEHAVIOUR if concern.kind in BEHAVIOUR else ActionAim.CAUSE,
        "says": worry.says,
        "intended_effect": worry.effect,
        "owner_agency_id": owner.agency_id,
        "owned_by": owner.practitioner_id,
        "assigned_on": assigned_on,
        "accepted_on": family.done(assigned_on, (0, 2), (4, 15), never=0.12),
        **_course(family, started_on or family.after(assigned_on, (7, 30)), begun=started_on is not None),
    }
    by = family.worker(Duty.SOCIAL_WORKER)
    return family.record("action", by, assigned_on, about, **{**values, **more})


def _course(family: Family, starts_on: date | None, *, begun: bool) -> dict[str, Any]:
    if starts_on is None or not begun:
        return {"starts_on": starts_on}
    completed_on = family.done(starts_on, (40, 120), never=0.35)
    return {
        "starts_on": starts_on,
        "started_on": starts_on,
        "due_on": starts_on + timedelta(family.chance.days(60, 100)),
        "effect_reviewed_on": family.done(starts_on, (30, 42), (50, 90), slow=0.25, never=0.2),
        "effect": family.chance.by_odds(EFFECTS),
        "completed_on": completed_on,
    }


def only_refer_on(family: Family, about: Subject, concern: Concern, plan: Plan | None, on: date, **more: Any) -> None:
    """Passed to another service, whose practitioner has not taken it up."""
    untaken = {"kind": ActionKind.REFERRAL_ONLY, "accepted_on": None, "effect_reviewed_on": None, "completed_on": None}
    give_action(family, about, concern, plan, on, says="Referred on.", **{**untaken, **more})


def leave_to_agency(family: Family, about: Subject, concern: Concern, plan: Plan | None, on: date, **more: Any) -> None:
    """Given to an agency and to nobody in it."""
    nobody = {"owned_by": None, "accepted_on": None, "started_on": None, "effect_reviewed_on": None}
    give_action(family, about, concern, plan, on, intended_effect=None, **{**nobody, **more})


def help_declined(family: Family, about: Subject, concern: Concern, plan: Plan | None, on: date, **more: Any) -> None:
    """Help was offered and declined; what happens instead is written down more often than not."""
    declined_on = family.after(on, (3, 25))
    instead = "Her health visitor keeps the door open; looked at again at the next review."
    refused = {
        "declined_on": declined_on,
        "declined_next": instead if family.chance.yes(0.6) else None,
        "started_on": None,
        "effect_reviewed_on": None,
        "completed_on": None,
    }
    give_action(family, about, concern, plan, on, **{**refused, **more})


def owned_by_parent(family: Family, about: Subject, concern: Concern, plan: Plan | None, on: date, **more: Any) -> None:
    """An action that a parent has taken on, beside the practitioner who helps with it."""
    parent = about.father or about.mother
    give_action(family, about, concern, plan, on, owned_by_person_id=parent.person_id if parent else None, **more)


def found_to_need_none(
    family: Family, about: Subject, concern: Concern, plan: Plan | None, on: date, **more: Any
) -> None:
    """Looked at, and found with reasons to need no action."""
    weighed = {"no_action_on": on, "no_action_reason": "Already met by the work under way."}
    family.settle("concern", concern.concern_id, about.until, **weighed)


def nothing(family: Family, about: Subject, concern: Concern, plan: Plan | None, on: date, **more: Any) -> None:
    """Nobody has been asked to do anything about it."""


ANSWERS = Odds(
    {
        give_action: 66.0,
        owned_by_parent: 8.0,
        only_refer_on: 6.0,
        leave_to_agency: 4.0,
        help_declined: 6.0,
        found_to_need_none: 3.0,
        nothing: 7.0,
    }
)


def set_milestones(family: Family, about: Subject, plan: Plan, expected_on: date) -> None:
    """What must be in place around the birth, each done, not needed, late or forgotten."""
    by = family.worker(Duty.SOCIAL_WORKER)
    for kind in MilestoneKind:
        if kind in ONLY_WITH_PROTECTION and plan.kind not in PROTECTION:
            continue
        if kind is MilestoneKind.CPIS_CONFIRMATION:
            in_place = family.done(plan.started_on, (0, 1), (4, 30), never=0.15)
        else:
            in_place = family.done(expected_on - timedelta(84), (0, 40), (43, 75), slow=0.2, never=0.2)
        ready_on = in_place and max(in_place, plan.started_on)
        needed = family.chance.yes(0.92)
        settled = {"done_on": ready_on} if needed else {"not_needed_on": ready_on, "not_needed_reason": NOT_NEEDED}
        due_on = expected_on - timedelta(42) if family.chance.yes(0.4) else None
        family.record(
            "milestone", by, plan.started_on, about, plan_id=plan.plan_id, kind=kind, due_on=due_on, **settled
        )


ONLY_WITH_PROTECTION = (MilestoneKind.CPIS_CONFIRMATION, MilestoneKind.LEGAL_GATEWAY)
NOT_NEEDED = "Talked through with the family and found not to be needed."

"""Verbs: something to be done is given to a person, who accepts it; it is begun, finished, and looked at for whether it worked."""

from __future__ import annotations

from datetime import date
from typing import Any

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import FRONT_LINE
from lapwing.conduct.notifications import account_of, entered_by, managers_of
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import (
    WHY,
    NotPossible,
    check_agency_asked,
    check_goes_on,
    check_is_there,
    check_may_be_asked,
    check_not_done_by,
    check_not_private,
    check_not_yet,
    check_not_yet_said,
    check_one_of,
    check_says,
    in_own_name,
)
from lapwing.conduct.verb import verb
from lapwing.conduct.whose import Whose
from lapwing.records.models import Role
from lapwing.records.store import CannotEnter, current
from lapwing.vocabulary.work_codes import ActionAim, ActionEffect, ActionKind


@verb(may=FRONT_LINE)
def give_action(
    *,
    by: Acting,
    on: date,
    child: str | None = None,
    pregnancy: str | None = None,
    says: str,
    kind: ActionKind | None = None,
    aim: ActionAim | None = None,
    intended_effect: str | None = None,
    owned_by: str | None = None,
    person: str | None = None,
    owner_agency: str | None = None,
    plan: str | None = None,
    concern: str | None = None,
    decision: str | None = None,
    due_on: date | None = None,
    starts_on: date | None = None,
) -> str:
    """Gives something to do to a practitioner, a parent or an agency, and says what it is meant to change; the action's key.

    An agency alone is not an owner: anybody there may take it, and until somebody does it is still with whoever gave it.
    What one gives oneself one has accepted.
    """
    check_says(says, "says", "what is to be done, in words")
    check_one_of(owned_by=owned_by, person=person, owner_agency=owner_agency)
    whose = Whose(child, pregnancy)
    owner = _owner(owned_by, person, owner_agency)
    check_goes_on(child, pregnancy)
    _check_keeps_private(by, whose, owner)
    check_may_be_asked(whose, person, None, "Give the action to a practitioner.")
    mine = owned_by is not None and owned_by == by.practitioner
    action = by.enter(
        "action",
        **whose.columns,
        **owner,
        plan_id=plan,
        concern_id=concern,
        decision_id=decision,
        kind=kind,
        aim=aim,
        says=says,
        intended_effect=intended_effect,
        assigned_on=on,
        accepted_on=on if mine else None,
        due_on=due_on,
        starts_on=starts_on,
    )
    _tell_owner(by, action, child, owned_by, owner_agency)
    return action


@verb(may=FRONT_LINE)
def accept_action(*, by: Acting, on: date, action: str, seen: int | None = None) -> None:
    """Accepts an action in one's own name, or takes one up that was given to one's agency; of a parent, that they said yes."""
    was = _open(action)
    check_not_yet(was["accepted_on"], "This action was accepted")
    if _has_nobody(was):
        check_agency_asked(by, was["owner_agency_id"])
        by.amend("action", action, seen=seen, accepted_on=on, owned_by=in_own_name(by))
    else:
        if was["owned_by_person_id"] is None and was["owned_by"] != by.practitioner:
            raise Refused("This action was given to somebody else; only they can accept it. It can be reassigned.")
        by.amend("action", action, seen=seen, accepted_on=on)
    _tell_giver(by, was, "An action that you gave was accepted.")


@verb(may=FRONT_LINE)
def give_back_action(*, by: Acting, on: date, action: str, reason: str, seen: int | None = None) -> None:
    """Gives an action back to whoever gave it, unfinished, and says why; from that day it is theirs again to accept."""
    check_says(reason, "reason", WHY)
    was = _open(action)
    if was["owned_by"] != in_own_name(by):
        raise Refused("This action is not yours to give back; whoever has it, or their manager, can reassign it.")
    giver = was["recorded_by"]
    if giver is None or giver == by.practitioner:
        raise NotPossible("You gave yourself this action, or it is not known who gave it. Reassign it instead.")
    by.amend("action", action, seen=seen, why=reason, assigned_on=on, accepted_on=None, **_owner(giver))
    _tell_giver(by, was, "An action that you gave came back to you. Read why, and find somebody who takes it.")


@verb(may=FRONT_LINE)
def reassign_action(
    *,
    by: Acting,
    on: date,
    action: str,
    reason: str,
    owned_by: str | None = None,
    person: str | None = None,
    owner_agency: str | None = None,
    seen: int | None = None,
) -> None:
    """Gives an action to another owner, and says why: whoever has it does, whoever gave it, or a manager of either's agency.

    The new owner has to accept it anew.
    """
    check_says(reason, "reason", WHY)
    check_one_of(owned_by=owned_by, person=person, owner_agency=owner_agency)
    was = _open(action)
    _check_may_reassign(by, was)
    check_may_be_asked(Whose.of(was), person, None, "Give the action to a practitioner.")
    mine = owned_by is not None and owned_by == by.practitioner
    owner = _owner(owned_by, person, owner_agency)
    _check_keeps_private(by, Whose.of(was), owner)
    by.amend("action", action, seen=seen, why=reason, assigned_on=on, accepted_on=on if mine else None, **owner)
    _tell_owner(by, action, was["child_id"], owned_by, owner_agency)
    what = "An action that you had was given to somebody else."
    by.tell(account_of(was["owned_by"]), what, child=was["child_id"], table="action", key=action)


@verb(may=FRONT_LINE)
def start_action(*, by: Acting, on: date, action: str, seen: int | None = None) -> None:
    """Records that an action has begun; its owner does, or anybody at work for a parent."""
    was = _open(action)
    check_not_yet(was["started_on"], "This action began")
    _check_may_do(by, was)
    by.amend("action", action, seen=seen, started_on=on)


@verb(may=FRONT_LINE)
def complete_action(*, by: Acting, on: date, action: str, seen: int | None = None) -> None:
    """Records that an action is finished; its owner does, or anybody at work for a parent. Whether it worked is looked at after."""
    was = _open(action)
    _check_may_do(by, was)
    by.amend("action", action, seen=seen, completed_on=on)
    _tell_giver(by, was, "An action that you gave is finished. Look with the family at whether it worked.")


@verb(may=FRONT_LINE)
def review_effect(*, by: Acting, on: date, action: str, effect: ActionEffect, seen: int | None = None) -> None:
    """Records whether an action worked; somebody who does not own it looks. What was too early to say is looked at again."""
    was = current("action", action)
    if was["started_on"] is None and was["completed_on"] is None:
        raise NotPossible("This action has not begun, so there is no effect to look at. Record its start first.")
    if was["effect"] != ActionEffect.TOO_EARLY:
        check_not_yet(was["effect_reviewed_on"], "The effect of this action was looked at")
    check_not_done_by(by, was["owned_by"], "This action")
    by.amend("action", action, seen=seen, effect_reviewed_on=on, effect=effect)
    what = "Somebody looked at whether an action that you have works. Read what they found."
    by.tell(account_of(was["owned_by"]), what, child=was["child_id"], table="action", key=action)


@verb(may=FRONT_LINE)
def decline_action(*, by: Acting, on: date, action: str, instead: str | None = None, seen: int | None = None) -> None:
    """Records that the parent or young person declined what was offered, and what happens instead."""
    was = _open(action)
    by.amend("action", action, seen=seen, declined_on=on, declined_next=instead)
    _tell_giver(
        by, was, "What you gave to be done was declined by the family. Think with them of what happens instead."
    )


@verb(may=FRONT_LINE)
def say_what_next(*, by: Acting, on: date, action: str, instead: str, seen: int | None = None) -> None:
    """Says what happens instead of help that was declined, where that was not known on the day."""
    check_says(instead, "instead", "what happens instead, in words")
    was = current("action", action)
    if was["declined_on"] is None:
        raise NotPossible("This action was not declined. Record that first, with what happens instead.")
    check_not_yet_said(was["declined_next"], "What happens instead")
    by.amend("action", action, seen=seen, declined_next=instead)


@verb(may=FRONT_LINE)
def postpone_action(
    *,
    by: Acting,
    on: date,
    action: str,
    reason: str,
    due_on: date | None = None,
    starts_on: date | None = None,
    seen: int | None = None,
) -> None:
    """Moves the day on which an action is to be done or to start, and says why; what was planned before stays to be seen."""
    check_says(reason, "reason", WHY)
    moved: dict[str, Any] = {n: day for n, day in (("due_on", due_on), ("starts_on", starts_on)) if day is not None}
    if not moved:
        raise CannotEnter("Give the new due_on or starts_on.")
    _open(action)
    by.amend("action", action, seen=seen, why=reason, **moved)


@verb(may=FRONT_LINE)
def tie_action(
    *,
    by: Acting,
    on: date,
    action: str,
    concern: str | None = None,
    decision: str | None = None,
    plan: str | None = None,
    seen: int | None = None,
) -> None:
    """Ties an action to the concern that it answers, the decision behind it, or the plan that it belongs to."""
    tied: dict[str, Any] = {"concern_id": concern, "decision_id": decision, "plan_id": plan}
    given = {name: key for name, key in tied.items() if key is not None}
    if not given:
        raise CannotEnter("Give the concern, the decision or the plan to tie the action to.")
    was = current("action", action)
    if any(was[name] not in (None, key) for name, key in given.items()):
        raise NotPossible("This action is tied to another one already. If that is wrong, correct the entry.")
    by.amend("action", action, seen=seen, **given)


def _open(action: str) -> dict[str, Any]:
    was = current("action", action)
    check_not_yet(was["completed_on"], "This action was finished")
    check_not_yet(was["declined_on"], "This action was declined")
    return was


def _owner(owned_by: str | None, person: str | None = None, agency: str | None = None) -> dict[str, Any]:
    """The three columns that say who has an action; of a practitioner, with their agency."""
    check_is_there(owned_by)
    if owned_by is not None:
        agency = current("practitioner", owned_by)["agency_id"]
    return {"owner_agency_id": agency, "owned_by": owned_by, "owned_by_person_id": person}


def _check_keeps_private(by: Acting, whose: Whose, owner: dict[str, Any]) -> None:
    if owner["owner_agency_id"] is not None:
        check_not_private(by, **whose.named, to_agency=owner["owner_agency_id"])


def _has_nobody(was: dict[str, Any]) -> bool:
    return was["owned_by"] is None and was["owned_by_person_id"] is None


def _check_may_do(by: Acting, was: dict[str, Any]) -> None:
    if _has_nobody(was):
        raise NotPossible("Nobody has this action by name yet. Accept it first.")
    is_manager = by.account.role == Role.MANAGER and by.agency == was["owner_agency_id"]
    if was["owned_by"] is not None and was["owned_by"] != by.practitioner and not is_manager:
        raise Refused(
            "This action is somebody else's. They can record this, or their manager; or it can be reassigned."
        )


def _check_may_reassign(by: Acting, was: dict[str, Any]) -> None:
    is_manager = by.account.role == Role.MANAGER and by.agency in (was["owner_agency_id"], was["recorded_agency_id"])
    if not is_manager and in_own_name(by) not in (was["owned_by"], was["recorded_by"]):
        raise Refused(
            "Whoever has this action can reassign it, whoever gave it, or a manager of either; ask one of them."
        )


def _tell_owner(by: Acting, action: str, child: str | None, owned_by: str | None, agency: str | None) -> None:
    what = "You were given an action. Accept it, or give it back and say why."
    by.tell(account_of(owned_by), what, child=child, table="action", key=action)
    what = "Your agency was given an action, and nobody there has it yet. See that somebody takes it up."
    for manager in managers_of(agency):
        by.tell(manager, what, child=child, table="action", key=action)


def _tell_giver(by: Acting, was: dict[str, Any], what: str) -> None:
    by.tell(entered_by("action", was["action_id"]), what, child=was["child_id"], table="action", key=was["action_id"])

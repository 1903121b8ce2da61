"""Whose an entry of a register is: an agency's people keep their own, and officers of the partnership keep any."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lapwing.conduct.acting import Acting
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible, check_says
from lapwing.records.entries import entries
from lapwing.records.models import Account, Role
from lapwing.records.store import CannotEnter
from lapwing.vocabulary.board.codes import ArisesFrom

ANOTHERS = (
    "This belongs to another agency; its managers and named professionals can change it, and a partnership officer can."
)
THE_PARTNERSHIPS = "This belongs to no one agency; a partnership officer can change it."
TO_DO = "You were asked to see to something for the partnership. You find it under Board."


def may_keep(by: Acting, agency: str | None) -> bool:
    """Whether somebody may enter and change what belongs to an agency; to none, where it is the partnership's."""
    if by.account.role == Role.PARTNERSHIP_OFFICER:
        return True
    return agency is not None and agency == by.agency


def check_may_keep(by: Acting, agency: str | None) -> None:
    """Refused where an entry is another agency's, or the whole partnership's."""
    if not may_keep(by, agency):
        raise Refused(THE_PARTNERSHIPS if agency is None else ANOTHERS)


def check_in_use(withdrawn_on: date | None) -> None:
    """NotPossible where something was withdrawn."""
    if withdrawn_on is not None:
        raise NotPossible(f"This was withdrawn on {withdrawn_on:%-d %B %Y}. Enter it anew where it is used again.")


def check_number(value: int | None, name: str, *, least: int = 0) -> None:
    """CannotEnter where a number is smaller than it can be."""
    if value is not None and value < least:
        raise CannotEnter(f"{name}: has {value}, needs a number from {least}.")


def plan_action(by: Acting, *, lesson: str, key: str, says: str, account: int, due_on: date) -> str:
    """Gives somebody an action about a gap in a register, and tells them; the key of the action."""
    check_says(says, "says", "what is to be done, in words")
    if due_on < by.today:
        raise CannotEnter(f"due_on: has {due_on:%-d %B %Y}, which has gone by; needs a day ahead.")
    action = by.enter(
        "board_action",
        says=says,
        arises_from=ArisesFrom.REGISTER,
        arises_from_key=key,
        lesson=lesson,
        owner_account_id=account,
        due_on=due_on,
    )
    by.tell(account, TO_DO)
    return action


def agencies_by_key(keys: Iterable[str | None]) -> dict[str | None, str]:
    """The names of agencies."""
    named = entries("agency").filter(pk__in=set(keys) - {None})
    return dict(named.values_list("pk", "name"))


def people_by_account(accounts: Iterable[int | None]) -> dict[int | None, str]:
    """The names of those who work in the partnership, by account."""
    known = {one for one in accounts if one is not None}
    return dict(Account.objects.filter(pk__in=known).values_list("pk", "name"))

"""Actions of the partnership: who is to do what, that a named person said yes to it, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from lapwing.board.lessons_named import joined
from lapwing.board.wording import check_written
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import EVERYBODY, MANAGERS, SCRUTINY, May, Scope
from lapwing.conduct.notifications import entered_by, overseers_of
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible, check_lies_ahead, check_one_of, is_own
from lapwing.conduct.posts import account_numbered
from lapwing.conduct.verb import verb
from lapwing.records.models import Account, Role
from lapwing.records.store import CannotEnter, current
from lapwing.vocabulary.board.codes import ArisesFrom

GIVERS: May = {**SCRUTINY, **dict.fromkeys(MANAGERS, Scope.NONE)}
"""Who gives actions: officers to anybody, managers within their agency; a scrutineer proposes."""
ASKED = "You were asked to see to something for the partnership. Look under Board, Your actions, and accept it or hand it back."
YOUR_AGENCY = (
    "Your agency was asked to see to something for the partnership. Somebody there has to accept it in person."
)
WORDS = "what is to be done, in words"


@verb(may=GIVERS)
def give_board_action(
    *,
    by: Acting,
    on: date,
    says: str,
    arises_from: ArisesFrom,
    due_on: date,
    arises_from_key: str = "",
    learning_item: str | None = None,
    lesson: str = "",
    owner_account: int | None = None,
    owner_agency: str | None = None,
) -> str:
    """Gives somebody, or an agency, something to do for the partnership; nobody has it until a person accepts it."""
    check_written("says", says, WORDS)
    check_lies_ahead(due_on, by, "due_on")
    owner = _owner(by, owner_account, owner_agency)
    key = by.enter(
        "board_action",
        says=says,
        arises_from=arises_from,
        arises_from_key=arises_from_key,
        learning_item_id=learning_item,
        lesson=joined("lesson", [lesson]),
        due_on=due_on,
        given_on=on,
        **owner,
    )
    _tell_owner(by, owner)
    return key


@verb(may=EVERYBODY)
def accept_board_action(*, by: Acting, on: date, board_action: str, seen: int | None = None) -> None:
    """Says yes to an action that was given to oneself, or to one's agency: from then on it is one's own."""
    was = _open(board_action)
    if was["accepted_on"] is not None:
        raise NotPossible("Somebody has accepted this action already.")
    if not _may_accept(by, was):
        raise Refused("This action was given to somebody else, and only they can accept it.")
    by.amend("board_action", board_action, seen=seen, owner_account_id=by.account.pk, accepted_on=on)
    by.tell(entered_by("board_action", board_action), "An action that you gave was accepted.")


@verb(may=EVERYBODY)
def hand_back_board_action(*, by: Acting, on: date, board_action: str, reason: str, seen: int | None = None) -> None:
    """Hands an action back that one cannot see to, with the reason; it waits until it is given to somebody else."""
    was = _open(board_action)
    check_written("reason", reason, "why it cannot be done by you")
    if was["handed_back_on"] is not None:
        raise NotPossible("This action was handed back already. It waits to be given to somebody else.")
    if not (is_own(by, was["owner_account_id"]) or _may_accept(by, was)):
        raise Refused("This is somebody else's action, and only they can hand it back.")
    by.amend(
        "board_action",
        board_action,
        seen=seen,
        why=reason,
        accepted_on=None,
        handed_back_on=on,
        handed_back_reason=reason,
    )
    by.tell(entered_by("board_action", board_action), "An action that you gave was handed back. Read why.")


@verb(may=EVERYBODY)
def complete_board_action(*, by: Acting, on: date, board_action: str, evidence: str, seen: int | None = None) -> None:
    """Says that an action is done, with what shows it. Only the person who accepted it says so."""
    was = _open(board_action)
    check_written("evidence", evidence, "what shows that it was done, in words")
    if was["accepted_on"] is None:
        raise NotPossible("Nobody has accepted this action. Accept it first; then say that it is done.")
    if not is_own(by, was["owner_account_id"]):
        raise Refused("This is somebody else's action, and only they can say that it is done.")
    by.amend("board_action", board_action, seen=seen, done_on=on, evidence=evidence)
    by.tell(entered_by("board_action", board_action), "An action that you gave is done. Look at what shows it.")


@verb(may=GIVERS)
def drop_board_action(*, by: Acting, on: date, board_action: str, reason: str, seen: int | None = None) -> None:
    """Gives an action up, and says why; it stays to be seen."""
    was = _open(board_action)
    check_written("reason", reason, "why it is given up")
    _check_steers(by, board_action, was)
    by.amend("board_action", board_action, seen=seen, why=reason, dropped_on=on, dropped_reason=reason)
    by.tell(was["owner_account_id"], "An action of the partnership that was given to you was given up.")


@verb(may=GIVERS)
def reassign_board_action(
    *,
    by: Acting,
    on: date,
    board_action: str,
    reason: str,
    owner_account: int | None = None,
    owner_agency: str | None = None,
    due_on: date | None = None,
    seen: int | None = None,
) -> None:
    """Gives an action to somebody else, who has to accept it anew; with another day where that is needed."""
    was = _open(board_action)
    check_written("reason", reason, "why it goes to somebody else")
    _check_steers(by, board_action, was)
    owner = _owner(by, owner_account, owner_agency)
    if due_on is not None:
        check_lies_ahead(due_on, by, "due_on")
    by.amend(
        "board_action",
        board_action,
        seen=seen,
        why=reason,
        accepted_on=None,
        handed_back_on=None,
        handed_back_reason=None,
        due_on=due_on or was["due_on"],
        **owner,
    )
    _tell_owner(by, owner)


def _owner(by: Acting, account: int | None, agency: str | None) -> dict[str, Any]:
    """Whom an action is given to, as its columns; a manager gives within their own agency."""
    check_one_of(owner_account=account, owner_agency=agency)
    one = account_numbered(account) if account is not None else None
    if account is not None and one is None:
        raise CannotEnter("owner_account: has somebody who cannot sign in, needs somebody who can.")
    if by.account.role == Role.MANAGER and by.agency != (one.agency_id if one is not None else agency):
        raise Refused("A manager gives actions within their own agency; a partnership officer can give them to others.")
    return {"owner_account_id": account, "owner_agency_id": agency}


def _tell_owner(by: Acting, owner: Mapping[str, Any]) -> None:
    by.tell(owner["owner_account_id"], ASKED)
    for account in overseers_of(owner["owner_agency_id"]):
        by.tell(account, YOUR_AGENCY)


def _open(board_action: str) -> dict[str, Any]:
    """An action that is neither done nor given up."""
    was = current("board_action", board_action)
    for name, how in (("done_on", "is done"), ("dropped_on", "was given up")):
        if was[name] is not None:
            raise NotPossible(f"This action {how}. If something is to be done again, give a new one.")
    return was


def _may_accept(by: Acting, was: Mapping[str, Any]) -> bool:
    """Whether it was given to somebody in person, or to their agency where they answer for it."""
    if was["owner_account_id"] is not None:
        return is_own(by, was["owner_account_id"])
    answers = by.account.role in (Role.MANAGER, Role.NAMED_PROFESSIONAL)
    return answers and was["owner_agency_id"] is not None and was["owner_agency_id"] == by.agency


def _check_steers(by: Acting, board_action: str, was: Mapping[str, Any]) -> None:
    """Officers steer every action; whoever gave one, that one; a manager those that their own agency has."""
    if by.account.role == Role.PARTNERSHIP_OFFICER or is_own(by, entered_by("board_action", board_action)):
        return
    if by.account.role == Role.MANAGER and by.agency == _agency_of(was):
        return
    raise Refused("This action was given by somebody else; they can change it, or a partnership officer.")


def _agency_of(was: Mapping[str, Any]) -> str | None:
    owner = was["owner_account_id"]
    found = Account.objects.filter(pk=owner).values_list("agency_id", flat=True).first() if owner else None
    return found or was["owner_agency_id"]

"""Actions of the partnership as people read them: everybody's for the Board, and one's own for anybody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from django.db.models import Q, QuerySet

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import BOARD, EVERYBODY
from lapwing.conduct.permissions import NOT_HERE, check_user_can
from lapwing.conduct.posts import accounts_of_same
from lapwing.conduct.reading.record import note_reading
from lapwing.records.entries import entries
from lapwing.records.models import Account, Role
from lapwing.records.store import NoSuchEntry, versions
from lapwing.vocabulary.board.codes import ArisesFrom


class Stands(StrEnum):
    """How an action stands."""

    UNACCEPTED = "Nobody has accepted it"
    HANDED_BACK = "Handed back"
    ACCEPTED = "Accepted"
    DONE = "Done"
    DROPPED = "Given up"

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self not in (Stands.DONE, Stands.DROPPED)


@dataclass(frozen=True)
class BoardAction:
    """An action: what, out of what, for which lesson; whose it is, by name; by when, and how it stands today.

    `owner` is the named person and None where nobody is named; `agency` is the agency of that person, or the one asked.
    """

    key: str
    version: int
    says: str
    arises_from: str
    arises_from_code: str
    arises_from_key: str
    learning_item: str | None
    learning_title: str
    lesson: str
    owner: str | None
    agency: str
    due_on: date | None
    given_on: date | None
    stands: Stands
    is_overdue: bool
    is_mine: bool
    is_for_me_to_accept: bool
    done_on: date | None
    evidence: str
    reason: str


@dataclass(frozen=True)
class ActionThen:
    """One version of an action: when and by whom it was made, how it stood, whose it was, and why it was changed."""

    at: datetime
    by: str
    stands: Stands
    owner: str
    why: str


def actions_of_the_board(*, by: Acting) -> list[BoardAction]:
    """Every action of the partnership: one's own before others', what is open before what is over, by the day it is due."""
    check_user_can("see_board", BOARD, by=by, child=None)
    note_reading(by, "board_actions")
    return _listed(by, entries("board_action"))


def my_actions_of_the_board(*, by: Acting) -> list[BoardAction]:
    """The actions of the partnership that are one's own, or that wait for one to accept them."""
    check_user_can("see_own", EVERYBODY, by=by, child=None)
    note_reading(by, "my_board_actions")
    return _listed(by, _mine(by))


def one_action_of_the_board(*, by: Acting, key: str) -> tuple[BoardAction, list[ActionThen]]:
    """An action with its history, the latest first; NoSuchEntry where it is neither one's own nor for one to see."""
    sees_all = by.account.role in BOARD
    check_user_can("see_board" if sees_all else "see_own", BOARD if sees_all else EVERYBODY, by=by, child=None)
    row = (entries("board_action") if sees_all else _mine(by)).filter(pk=key)
    found = _listed(by, row)
    if not found:
        raise NoSuchEntry(NOT_HERE)
    note_reading(by, "board_action", key=key)
    return found[0], _history(key)


def actions_of_item(item: str, by: Acting) -> list[BoardAction]:
    """The actions of an item of learning; for readings that have checked who asks."""
    return _listed(by, entries("board_action").filter(learning_item=item))


def actions_out_of(kind: ArisesFrom, keys: Iterable[str], by: Acting) -> dict[str, list[BoardAction]]:
    """The actions that came out of things of a kind, by the key of each; for readings that have checked who asks."""
    found: dict[str, list[BoardAction]] = {}
    for one in _listed(by, entries("board_action").filter(arises_from=kind, arises_from_key__in=list(keys))):
        found.setdefault(one.arises_from_key, []).append(one)
    return found


def _mine(by: Acting) -> QuerySet[Any]:
    own = Q(owner_account__in=accounts_of_same(by.account))
    if _answers_for_agency(by):
        own |= Q(owner_account__isnull=True, owner_agency=by.agency)
    return entries("board_action").filter(own)


def _answers_for_agency(by: Acting) -> bool:
    return by.agency is not None and by.account.role in (Role.MANAGER, Role.NAMED_PROFESSIONAL)


def _listed(by: Acting, rows: QuerySet[Any]) -> list[BoardAction]:
    same = set(accounts_of_same(by.account).values_list("pk", flat=True))
    found = rows.select_related("owner_account__agency", "owner_agency", "learning_item").order_by("due_on", "pk")
    every = [_action(by, same, row) for row in found]
    return sorted(every, key=lambda one: (not one.is_mine, not one.stands.is_open, one.due_on or date.max))


def _action(by: Acting, same: set[int], row: Any) -> BoardAction:
    stands = stands_of(_values(row))
    agency = getattr(row.owner_account, "agency", None) or row.owner_agency
    asked = row.owner_account_id is None and row.owner_agency_id == by.agency and _answers_for_agency(by)
    mine = row.owner_account_id in same
    return BoardAction(
        key=row.pk,
        version=row.version,
        says=row.says or "",
        arises_from=ArisesFrom.labels().get(row.arises_from, ""),
        arises_from_code=row.arises_from or "",
        arises_from_key=row.arises_from_key or "",
        learning_item=row.learning_item_id,
        learning_title=getattr(row.learning_item, "title", None) or "",
        lesson=row.lesson or "",
        owner=getattr(row.owner_account, "name", None),
        agency=getattr(agency, "name", None) or "",
        due_on=row.due_on,
        given_on=row.given_on,
        stands=stands,
        is_overdue=stands.is_open and row.due_on is not None and row.due_on < by.today,
        is_mine=mine or asked,
        is_for_me_to_accept=stands is Stands.UNACCEPTED and (mine or asked),
        done_on=row.done_on,
        evidence=row.evidence or "",
        reason=row.dropped_reason or row.handed_back_reason or "",
    )


SAID = ("done_on", "dropped_on", "handed_back_on", "accepted_on")


def _values(row: Any) -> Mapping[str, Any]:
    return {name: getattr(row, name) for name in SAID}


def stands_of(values: Mapping[str, Any]) -> Stands:
    """How an action stands, from its columns."""
    order = (Stands.DONE, Stands.DROPPED, Stands.HANDED_BACK, Stands.ACCEPTED)
    return next((one for name, one in zip(SAID, order, strict=True) if values[name] is not None), Stands.UNACCEPTED)


def _history(key: str) -> list[ActionThen]:
    every = versions("board_action", key)
    owners = {one.values["owner_account_id"] for one in every} | {one.stored_by for one in every}
    names = _names(owners)
    agencies = dict(entries("agency").values_list("pk", "name"))
    return [
        ActionThen(
            one.stored_at,
            names.get(one.stored_by, ""),
            stands_of(one.values),
            names.get(one.values["owner_account_id"]) or agencies.get(one.values["owner_agency_id"]) or "",
            one.why,
        )
        for one in reversed(every)
    ]


def _names(accounts: Iterable[int | None]) -> dict[int | None, str]:
    known = [one for one in accounts if one is not None]
    return dict(Account.objects.filter(pk__in=known).values_list("pk", "name"))


READ_HERE = {
    actions_of_the_board: BOARD,
    my_actions_of_the_board: EVERYBODY,
    one_action_of_the_board: EVERYBODY,
}

"""What is overdue over all the registers of the Board."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lapwing.board.owning import people_by_account
from lapwing.board.reading.advice_catalogue import comparisons_due, items_as_they_stand
from lapwing.board.reading.agency_tools import returns_as_they_stand
from lapwing.board.reading.materials import MaterialStands, materials_as_they_stand
from lapwing.board.reading.policies_in_force import PolicyStands, policies_as_they_stand
from lapwing.board.reading.prebirth_quality import system_review_due
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import BOARD
from lapwing.conduct.permissions import check_user_can
from lapwing.conduct.reading.record import note_reading
from lapwing.records.entries import entries
from lapwing.vocabulary.board.codes import ArisesFrom


@dataclass(frozen=True)
class Overdue:
    """Something that is due: in which register, what it is, what is due with it, since when, and whose it is.

    `register` and `key` say where it is found; the day is None for what was never done.
    """

    register: str
    key: str
    what: str
    due: str
    since: date | None
    whose: str


def overdue_in_registers(*, by: Acting) -> list[Overdue]:
    """Everything in a register that is overdue today: what was never done first, then what has waited longest."""
    check_user_can("see_board", BOARD, by=by, child=None)
    note_reading(by, "overdue_in_registers")
    found = [*_policies(by), *_materials(by), *_advice(by), *_returns(by), *_review(by), *_actions(by)]
    return sorted(found, key=lambda one: (one.since or date.min, one.register, one.what.casefold()))


def _policies(by: Acting) -> Iterator[Overdue]:
    for one in policies_as_they_stand(by):
        if one.stands is PolicyStands.REVIEW_OVERDUE:
            yield Overdue("policies", one.policy, one.called, "Review", one.review_on, one.keeper or one.agency)
        if one.stands is PolicyStands.NOT_SIGNED_OFF and one.in_force_on is not None and one.in_force_on < by.today:
            yield Overdue("policies", one.policy, one.called, "Sign-off", one.in_force_on, one.keeper or one.agency)


def _materials(by: Acting) -> Iterator[Overdue]:
    due = {
        MaterialStands.OVERDUE: "Check",
        MaterialStands.NEVER: "First check",
        MaterialStands.NOT_OFFERED: "Withdrawal",
    }
    for one in materials_as_they_stand(by):
        if one.stands in due:
            since = one.last.checked_on if one.last and one.stands is MaterialStands.NOT_OFFERED else one.due_on
            yield Overdue("materials", one.material, one.name, due[one.stands], since, one.keeper or one.agency)


def _advice(by: Acting) -> Iterator[Overdue]:
    items = items_as_they_stand(by)
    for one in items:
        if not one.is_current:
            yield Overdue("advice", one.advice_item, one.name, "Review", one.review_on, one.keeper or one.agency)
    for topic in comparisons_due(items):
        yield Overdue("comparison", str(topic), topic.label, "Comparison of what agencies say", None, "")


def _returns(by: Acting) -> Iterator[Overdue]:
    for one in returns_as_they_stand(by.today):
        if one.is_due:
            yield Overdue("tools", one.agency, one.agency_name, "Yearly word on ages", one.due_on, one.agency_name)


def _review(by: Acting) -> Iterator[Overdue]:
    due_on = system_review_due()
    if due_on is None or due_on < by.today:
        yield Overdue("prebirth", "", "How we assure pre-birth assessments", "Review of the system", due_on, "")


def _actions(by: Acting) -> Iterator[Overdue]:
    """Actions out of gaps in a register whose day has gone by."""
    of_registers = entries("board_action").filter(arises_from=ArisesFrom.REGISTER, due_on__lt=by.today)
    waiting = list(of_registers.filter(done_on__isnull=True, dropped_on__isnull=True).values())
    people = people_by_account(row["owner_account_id"] for row in waiting)
    for row in waiting:
        whose = people.get(row["owner_account_id"], "")
        yield Overdue("actions", row["board_action_id"], row["says"] or "", "Action", row["due_on"], whose)


READ_HERE = {overdue_in_registers: BOARD}

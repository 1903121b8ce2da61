"""The ages that each agency's assessment tools, thresholds and services are for, and its yearly word on them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from lapwing.board.owning import check_in_use, check_may_keep, check_number, plan_action
from lapwing.board.wording import check_written
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import OFFICERS, PARTNERS
from lapwing.conduct.notifications import overseers_of
from lapwing.conduct.policies import WHY, NotPossible, check_says
from lapwing.conduct.verb import verb
from lapwing.records.entries import entries
from lapwing.records.store import CannotEnter, current
from lapwing.vocabulary.board.register_codes import ToolKind

ASKED = (
    "The partnership asks up to what age your agency's assessments and services go. You find it under Board, Registers."
)
OLDEST = 25
"""Services for care leavers go to 25; no tool that is in the register goes further."""


@verb(may=PARTNERS)
def list_tool(
    *,
    by: Acting,
    owner_agency: str,
    kind: ToolKind,
    name: str,
    from_age: int,
    to_age: int,
    from_16: str | None = None,
    age_appropriate: bool | None = None,
    evidence: str | None = None,
    wait_weeks: int | None = None,
    reviewed_on: date | None = None,
) -> str:
    """Enters an assessment tool, a threshold or a service of an agency, with the ages that it is for; its key."""
    check_may_keep(by, owner_agency)
    return by.enter(
        "agency_tool",
        owner_agency_id=owner_agency,
        kind=kind,
        **_said(by, name, from_age, to_age, wait_weeks, reviewed_on),
        from_16=from_16,
        age_appropriate=age_appropriate,
        evidence=evidence,
    )


@verb(may=PARTNERS)
def revise_tool(
    *,
    by: Acting,
    agency_tool: str,
    kind: ToolKind,
    name: str,
    from_age: int,
    to_age: int,
    from_16: str | None = None,
    age_appropriate: bool | None = None,
    evidence: str | None = None,
    wait_weeks: int | None = None,
    reviewed_on: date | None = None,
    seen: int | None = None,
) -> None:
    """Puts what is said of a tool, threshold or service right."""
    _of_ones_own(by, agency_tool)
    by.amend(
        "agency_tool",
        agency_tool,
        seen=seen,
        kind=kind,
        **_said(by, name, from_age, to_age, wait_weeks, reviewed_on),
        from_16=from_16,
        age_appropriate=age_appropriate,
        evidence=evidence,
    )


@verb(may=PARTNERS)
def withdraw_tool(*, by: Acting, on: date, agency_tool: str, why: str, seen: int | None = None) -> None:
    """Records that a tool, threshold or service is no longer used, and why."""
    check_says(why, "why", WHY)
    _of_ones_own(by, agency_tool)
    by.amend("agency_tool", agency_tool, seen=seen, why=why, withdrawn_on=on)


@verb(may=OFFICERS)
def ask_for_return(*, by: Acting, on: date, owner_agency: str) -> str:
    """Asks an agency for its yearly word on the ages that it serves, or once more where it was asked; the return's key."""
    asked = overseers_of(owner_agency)
    if not asked:
        raise NotPossible("Nobody who answers for that agency can sign in here; ask an administrator for an account.")
    key = _waiting_return(owner_agency)
    if key is None:
        key = by.enter("tool_return", owner_agency_id=owner_agency, asked_on=on)
    else:
        by.amend("tool_return", key, asked_on=on)
    for account in asked:
        by.tell(account, ASKED)
    return key


@verb(may=PARTNERS)
def make_return(*, by: Acting, on: date, owner_agency: str, says: str) -> str:
    """Gives an agency's yearly word: that its entries are right as they stand, and what is so at 16 and 17; its key."""
    check_written("says", says, "what is so at 16 and 17, in words")
    check_may_keep(by, owner_agency)
    said: dict[str, Any] = {"returned_on": on, "returned_by_account_id": by.account.pk, "says": says}
    key = _waiting_return(owner_agency)
    if key is None:
        return by.enter("tool_return", owner_agency_id=owner_agency, **said)
    by.amend("tool_return", key, **said)
    return key


@verb(may=PARTNERS)
def plan_for_tool_gap(*, by: Acting, agency_tool: str, says: str, account: int, due_on: date) -> str:
    """Gives somebody the action of closing a gap at 16 and 17 that a tool, threshold or service leaves; its key."""
    was = current("agency_tool", agency_tool)
    check_may_keep(by, was["owner_agency_id"])
    return plan_action(by, lesson="B67.1", key=f"agency_tool:{agency_tool}", says=says, account=account, due_on=due_on)


def _said(
    by: Acting, name: str, from_age: int, to_age: int, wait_weeks: int | None, reviewed_on: date | None
) -> Mapping[str, Any]:
    """What stands of every tool, looked at as it is entered."""
    check_says(name, "name", "what it is called")
    check_number(wait_weeks, "wait_weeks")
    if not 0 <= from_age <= to_age <= OLDEST:
        raise CannotEnter(f"to_age: has {from_age} to {to_age}, needs years from 0 to {OLDEST}, the younger first.")
    if reviewed_on is not None and reviewed_on > by.today:
        raise CannotEnter(f"reviewed_on: has {reviewed_on:%-d %B %Y}, which lies ahead; needs the day on which it was.")
    return {
        "name": name,
        "from_age": from_age,
        "to_age": to_age,
        "wait_weeks": wait_weeks,
        "reviewed_on": reviewed_on,
    }


def _of_ones_own(by: Acting, agency_tool: str) -> None:
    was = current("agency_tool", agency_tool)
    check_may_keep(by, was["owner_agency_id"])
    check_in_use(was["withdrawn_on"])


def _waiting_return(agency: str) -> str | None:
    """The return that an agency was asked for and has not given."""
    waiting = entries("tool_return").filter(owner_agency=agency, returned_on__isnull=True)
    key: str | None = waiting.values_list("pk", flat=True).first()
    return key

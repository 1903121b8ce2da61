"""Getting a bundle ready for an inspection: opening it, choosing cases, looking at what is taken out of them, closing it."""

from __future__ import annotations

from datetime import date
from typing import Any

from lapwing.board.identities import check_names_nobody
from lapwing.board.inspecting import check_may_make_of, open_inspection_case
from lapwing.conduct.acting import Acting
from lapwing.conduct.findings import settings_now
from lapwing.conduct.may import AUDITORS, OFFICERS, OVERSIGHT, PARTNERS
from lapwing.conduct.permissions import NOT_HERE, check_user_can
from lapwing.conduct.policies import NotPossible, check_not_yet, check_says
from lapwing.conduct.posts import account_numbered
from lapwing.conduct.taking_out import restricted_now
from lapwing.conduct.verb import verb
from lapwing.language.calendar import add_working_days
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.store import CannotEnter, NoSuchEntry, current
from lapwing.vocabulary.board.inspections import DoubtDecision, InspectionKind


@verb(may=OFFICERS)
def open_inspection(
    *, by: Acting, inspection_kind: InspectionKind, theme: str, notified_on: date, led_by_account: int, on: date
) -> str:
    """Opens an inspection that was announced; the day by which its bundle is to be ready is worked out in working days."""
    if notified_on > by.today:
        raise CannotEnter("notified_on: needs a day up to today.")
    leads = account_numbered(led_by_account)
    if leads is None:
        raise CannotEnter("led_by_account: there is nobody with that account who can sign in.")
    due_on = add_working_days(notified_on, int(settings_now().number("inspection.notice_wd")))
    if due_on is None:
        raise CannotEnter("notified_on: needs a day within the calendar.")
    return by.enter(
        "inspection",
        kind=inspection_kind,
        theme=theme,
        notified_on=notified_on,
        due_on=due_on,
        led_by_account_id=leads.pk,
    )


@verb(may=OVERSIGHT)
def choose_inspection_case(*, by: Acting, child: str, inspection: str, reason: str, on: date) -> str:
    """Puts a child's case into the bundle of an inspection, under a number."""
    check_says(reason, "reason", "why this case, naming nobody")
    check_names_nobody(reason, [child], "reason")
    _open(inspection)
    if links.kept("child", child) in restricted_now():
        raise NotPossible("This record cannot leave as part of a bundle. Take another case.")
    cases = entries("inspection_case").filter(inspection=inspection)
    if cases.filter(child__in=links.one_with("child", [child]), taken_out_on__isnull=True).exists():
        raise NotPossible("This case is in the bundle already.")
    return by.enter(
        "inspection_case",
        inspection_id=inspection,
        child_id=child,
        number=max(cases.values_list("number", flat=True), default=0) + 1,
        reason=reason,
        chosen_by_account_id=by.account.pk,
        chosen_on=on,
    )


@verb(may=PARTNERS)
def take_inspection_case_out(*, by: Acting, inspection_case: str, reason: str, on: date) -> None:
    """Takes a case out of a bundle: whoever chose it, whoever oversees the child's case, or an officer by its number."""
    case = open_inspection_case(inspection_case)
    if case["chosen_by_account_id"] != by.account.pk and by.account.role not in OFFICERS:
        check_user_can("take_inspection_case_out", OVERSIGHT, by=by, child=case["child_id"])
    check_says(reason, "reason", "why it is taken out, naming nobody")
    if by.account.role not in OFFICERS:
        check_names_nobody(reason, [case["child_id"]], "reason")
    by.amend("inspection_case", inspection_case, taken_out_on=on, taken_out_reason=reason)


@verb(may=AUDITORS)
def look_over_inspection_case(*, by: Acting, inspection_case: str, sign: str, on: date) -> str:
    """Says that one has looked at everything that is taken out of a case before it leaves."""
    return _look(by, inspection_case, sign, on)


@verb(may=AUDITORS)
def decide_on_doubt(
    *, by: Acting, inspection_case: str, sign: str, doubt_decision: DoubtDecision, on: date, reason: str = ""
) -> str:
    """Decides whether words that may say where somebody can be found are taken out, or go for a reason."""
    if doubt_decision is DoubtDecision.MAY_GO:
        check_says(reason, "reason", "why it may go")
    return _look(by, inspection_case, sign, on, decision=doubt_decision, reason=reason)


def _look(by: Acting, inspection_case: str, sign: str, on: date, **more: Any) -> str:
    case = current("inspection_case", inspection_case)
    check_may_make_of(by, [case["child_id"]])
    open_inspection_case(inspection_case)
    check_says(sign, "sign", "the sign of what was seen")
    return by.enter(
        "inspection_look",
        inspection_case_id=inspection_case,
        child_id=case["child_id"],
        sign=sign,
        looked_by_account_id=by.account.pk,
        looked_on=on,
        **more,
    )


@verb(may=OFFICERS)
def close_inspection(*, by: Acting, inspection: str, on: date) -> None:
    """Closes an inspection: no bundle of it is made any more."""
    _open(inspection)
    by.amend("inspection", inspection, closed_on=on)


def _open(inspection: str) -> None:
    if not entries("inspection").filter(pk=inspection).exists():
        raise NoSuchEntry(NOT_HERE)
    check_not_yet(current("inspection", inspection)["closed_on"], "This inspection was closed")

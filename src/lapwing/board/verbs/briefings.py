"""Briefings: one page that tells people what was learned; to whom it goes, who opened it and who talked about it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet

from lapwing.board.briefing_page import check_is_one_page, page_of
from lapwing.board.learning import Stage, stage_now
from lapwing.board.wording import check_names_nobody, check_written
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import EVERYBODY, MANAGERS, OFFICERS, PARTNERS, May, Scope
from lapwing.conduct.permissions import NOT_HERE, Refused
from lapwing.conduct.policies import NotPossible, check_by_then
from lapwing.conduct.posts import accounts_of_same
from lapwing.conduct.verb import verb
from lapwing.records.entries import entries
from lapwing.records.models import Account, Role
from lapwing.records.store import CannotEnter, NoSuchEntry, current, version_of

LEADERS: May = dict.fromkeys(MANAGERS, Scope.NONE)
SENT = "A briefing was sent to you: one page. Look under Board, Briefings for you."
REMINDED = "A briefing that was sent to you waits to be read: one page. Look under Board, Briefings for you."


@verb(may=OFFICERS)
def write_briefing(
    *,
    by: Acting,
    on: date,
    learning_item: str,
    title: str,
    happened: str,
    matters: str,
    differently: str,
    questions: str,
    report_says: str = "",
    more: str = "",
) -> str:
    """Writes the briefing of an item; the key of the briefing. Nobody may be recognised in it, and it is one page."""
    if entries("briefing").filter(learning_item=learning_item).exists():
        raise NotPossible("This item has a briefing already. Change that one; each version is kept.")
    lessons = current("learning_item", learning_item)["lessons"]
    values = _worded(lessons, title, happened, matters, differently, questions, report_says, more)
    return by.enter("briefing", learning_item_id=learning_item, written_on=on, **values)


@verb(may=OFFICERS)
def revise_briefing(
    *,
    by: Acting,
    on: date,
    briefing: str,
    title: str,
    happened: str,
    matters: str,
    differently: str,
    questions: str,
    report_says: str = "",
    more: str = "",
    seen: int | None = None,
) -> None:
    """Changes a briefing; the version that was sent before is kept."""
    lessons = current("learning_item", current("briefing", briefing)["learning_item_id"])["lessons"]
    values = _worded(lessons, title, happened, matters, differently, questions, report_says, more)
    by.amend("briefing", briefing, seen=seen, **values)


@verb(may=PARTNERS)
def issue_briefing(
    *,
    by: Acting,
    on: date,
    briefing: str,
    to_agency: str | None = None,
    to_role: Role | None = None,
    to_team: str = "",
    to_account: int | None = None,
) -> int:
    """Sends a briefing to a person, or to everybody of an agency, role or team, each once; to how many it went.

    Of agency, role and team every one that is given narrows it. Managers and named professionals send it within their agency.
    """
    item = current("briefing", briefing)["learning_item_id"]
    if stage_now(item, by.today) is Stage.NO_CHECK:
        raise NotPossible("Choose first how practice is looked at again for this; then send the briefing.")
    found = list(_readers(by, to_agency, to_role, to_team, to_account))
    had = set(entries("briefing_sent").filter(briefing=briefing).values_list("to_account", flat=True))
    new = [one for one in found if one.pk not in had]
    if not new:
        raise NotPossible(
            "Everybody whom you name has it already." if found else "Nobody is there whom that would reach."
        )
    edition = version_of("briefing", briefing)
    for account in new:
        by.enter(
            "briefing_sent",
            briefing_id=briefing,
            to_account_id=account.pk,
            to_agency_id=account.agency_id,
            edition=edition,
            sent_on=on,
        )
        by.tell(account.pk, SENT)
    by.note(sent=len(new))
    return len(new)


@verb(may=EVERYBODY)
def open_briefing(*, by: Acting, on: date, briefing: str) -> None:
    """Keeps that somebody opened a briefing that was sent to them, the first time."""
    for row in _mine(by, briefing).filter(opened_on__isnull=True):
        by.amend("briefing_sent", row.pk, opened_on=on)


@verb(may=EVERYBODY)
def say_briefing_read(*, by: Acting, on: date, briefing: str) -> None:
    """Says that one has read a briefing and talked about it with one's team."""
    for row in _mine(by, briefing).filter(read_on__isnull=True):
        by.amend("briefing_sent", row.pk, read_on=on, opened_on=row.opened_on or on)


@verb(may=LEADERS)
def say_team_discussed(*, by: Acting, on: date, briefing: str, discussed_on: date) -> None:
    """Says on which day one's team talked about a briefing."""
    check_by_then("discussed_on", discussed_on, on)
    for row in _mine(by, briefing):
        by.amend("briefing_sent", row.pk, discussed_on=discussed_on, opened_on=row.opened_on or on)


@verb(may=PARTNERS)
def remind_of_briefing(*, by: Acting, on: date, briefing: str) -> int:
    """Reminds those who have not opened a briefing, each at most once a day; how many were."""
    current("briefing", briefing)
    waiting = entries("briefing_sent").filter(briefing=briefing, opened_on__isnull=True, read_on__isnull=True)
    waiting = waiting.exclude(sent_on=by.today).exclude(reminded_on=by.today)
    if by.account.role != Role.PARTNERSHIP_OFFICER:
        waiting = waiting.filter(to_agency=by.agency)
    rows = list(waiting.filter(to_account__is_active=True, to_account__ended_at__isnull=True))
    if not rows:
        raise NotPossible("There is nobody to remind today: they have opened it, or it went to them today.")
    for row in rows:
        by.amend("briefing_sent", row.pk, reminded_on=by.today)
        by.tell(row.to_account_id, REMINDED)
    by.note(reminded=len(rows))
    return len(rows)


def _worded(
    lessons: str | None,
    title: str,
    happened: str,
    matters: str,
    differently: str,
    questions: str,
    report_says: str,
    more: str,
) -> dict[str, Any]:
    needed = {
        "title": title,
        "happened": happened,
        "matters": matters,
        "differently": differently,
        "questions": questions,
    }
    for name, text in needed.items():
        check_written(name, text, "words for this part of the page")
    check_names_nobody(report_says=report_says, more=more)
    values = {**needed, "report_says": report_says, "more": more}
    check_is_one_page(page_of(values, lessons))
    return values


def _readers(by: Acting, agency: str | None, role: Role | None, team: str, account: int | None) -> Iterable[Account]:
    narrowed = {"agency": agency, "role": role, "team": team.strip() or None, "pk": account}
    given = {name: value for name, value in narrowed.items() if value is not None}
    if not given or (account is not None and len(given) > 1):
        raise CannotEnter("to_agency: needs an agency, a role or a team, or else one person alone.")
    found = Account.objects.filter(is_active=True, is_system=False, ended_at__isnull=True, **given).order_by("pk")
    if by.account.role == Role.PARTNERSHIP_OFFICER:
        return found
    if agency not in (None, by.agency):
        raise Refused("You send a briefing within your own agency; a partnership officer can send it to others.")
    return found.filter(agency=by.agency)


def _mine(by: Acting, briefing: str) -> QuerySet[Any]:
    """The sendings of a briefing to whoever acts; NoSuchEntry where it was not sent to them."""
    found = entries("briefing_sent").filter(briefing=briefing, to_account__in=accounts_of_same(by.account))
    if not found.exists():
        raise NoSuchEntry(NOT_HERE)
    return found

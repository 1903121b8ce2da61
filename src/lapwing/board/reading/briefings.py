"""Briefings for those to whom they went, and how far each has reached."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from lapwing.board.briefing_page import Page, page_of
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import BOARD, EVERYBODY
from lapwing.conduct.permissions import NOT_HERE, check_user_can
from lapwing.conduct.posts import accounts_of_same
from lapwing.conduct.reading.record import note_reading
from lapwing.records.entries import entries
from lapwing.records.models import Role
from lapwing.records.store import NoSuchEntry, versions

NO_AGENCY = "No agency"


@dataclass(frozen=True)
class BriefingShown:
    """A briefing to be read: its page and version, its item, and what its reader has done with it, where it went to them."""

    key: str
    version: int
    page: Page
    written_on: date | None
    learning_item: str
    was_sent_to_me: bool
    has_opened: bool
    read_on: date | None
    discussed_on: date | None
    is_changed_since: bool


@dataclass(frozen=True)
class ForMe:
    """A briefing that went to its reader: when, and whether they have opened and read it."""

    key: str
    title: str
    sent_on: date | None
    opened_on: date | None
    read_on: date | None


@dataclass(frozen=True)
class OfAgency:
    """How far a briefing has reached at one agency: to how many it went, who opened it, read it, and how many teams met on it.

    `people` has each with how far they have come; it is told to officers, and to those who answer for that agency.
    """

    agency: str
    sent: int
    opened: int
    read: int
    teams: int
    people: tuple[tuple[str, str], ...]


def briefing_to_read(*, by: Acting, key: str) -> BriefingShown:
    """A briefing for somebody to whom it went, or who sees what the Board sees; NoSuchEntry for anybody else."""
    sees_all = by.account.role in BOARD
    check_user_can("see_board" if sees_all else "see_own", BOARD if sees_all else EVERYBODY, by=by, child=None)
    row = entries("briefing").filter(pk=key).select_related("learning_item").first()
    mine = _mine(by).filter(briefing=key).order_by("sent_on").first()
    if row is None or not (sees_all or mine):
        raise NoSuchEntry(NOT_HERE)
    note_reading(by, "briefing", key=key)
    values = versions("briefing", key)[-1].values
    return BriefingShown(
        key,
        row.version,
        page_of(values, row.learning_item.lessons),
        row.written_on,
        row.learning_item_id,
        mine is not None,
        getattr(mine, "opened_on", None) is not None,
        getattr(mine, "read_on", None),
        getattr(mine, "discussed_on", None),
        mine is not None and mine.edition != row.version,
    )


def briefings_for_me(*, by: Acting) -> list[ForMe]:
    """The briefings that went to somebody: those that they have not read first, the latest first in each."""
    check_user_can("see_own", EVERYBODY, by=by, child=None)
    note_reading(by, "briefings_for_me")
    rows = _mine(by).select_related("briefing").order_by("-sent_on", "-recorded_at")
    found = {row.briefing_id: row for row in rows}
    told = [
        ForMe(row.briefing_id, row.briefing.title or "", row.sent_on, row.opened_on, row.read_on)
        for row in found.values()
    ]
    return sorted(told, key=lambda one: one.read_on is not None)


def reach_of(*, by: Acting, key: str) -> list[OfAgency]:
    """How far a briefing has reached, by agency and by name of the agency: nobody is ranked."""
    check_user_can("see_board", BOARD, by=by, child=None)
    if not entries("briefing").filter(pk=key).exists():
        raise NoSuchEntry(NOT_HERE)
    note_reading(by, "reach_of", key=key)
    rows = entries("briefing_sent").filter(briefing=key).select_related("to_account", "to_agency")
    by_agency: dict[tuple[str, str | None], list[Any]] = {}
    for row in rows:
        by_agency.setdefault((getattr(row.to_agency, "name", None) or NO_AGENCY, row.to_agency_id), []).append(row)
    return [
        _of_agency(name, some, _may_see_names(by, agency))
        for (name, agency), some in sorted(by_agency.items(), key=_by_name)
    ]


def _by_name(one: tuple[tuple[str, str | None], list[Any]]) -> tuple[bool, str]:
    name = one[0][0]
    return name == NO_AGENCY, name.casefold()


def _may_see_names(by: Acting, agency: str | None) -> bool:
    answers = by.account.role in (Role.MANAGER, Role.NAMED_PROFESSIONAL)
    return by.account.role == Role.PARTNERSHIP_OFFICER or (answers and agency is not None and agency == by.agency)


def _of_agency(name: str, rows: list[Any], with_names: bool) -> OfAgency:
    people = sorted((row.to_account.name, _how_far(row)) for row in rows) if with_names else []
    return OfAgency(
        name,
        len(rows),
        _filled(rows, "opened_on"),
        _filled(rows, "read_on"),
        _filled(rows, "discussed_on"),
        tuple(people),
    )


def _filled(rows: Iterable[Any], column: str) -> int:
    return sum(getattr(row, column) is not None for row in rows)


def _how_far(row: Any) -> str:
    if row.read_on is not None:
        return "Read and talked about"
    return "Opened" if row.opened_on is not None else "Not opened"


def _mine(by: Acting) -> Any:
    return entries("briefing_sent").filter(to_account__in=accounts_of_same(by.account))


READ_HERE = {briefing_to_read: EVERYBODY, briefings_for_me: EVERYBODY, reach_of: BOARD}

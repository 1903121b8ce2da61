"""Where somebody may go from any page, by their role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import ANYBODY, BOARD, OVERSIGHT, READ, WHO_READ, WORKLIST
from lapwing.conduct.permissions import BREAK_GLASS, user_can
from lapwing.conduct.verb import VERBS
from lapwing.web.words import Place, groups

CHILD_TABS = (
    ("Overview", "child"),
    ("Checks", "checks"),
    ("People and agencies", "people"),
    ("Plan", "plan"),
    ("Chronology", "chronology"),
    ("All entries", "every_entry"),
    ("Record something", "begin_about"),
    ("Sharing", "sharing"),
    ("Who has opened it", "readers"),
)
"""The pages of a child, each by its name."""


@dataclass(frozen=True)
class Link:
    """A place in the navigation."""

    text: str
    href: str
    current: bool


def links_for(by: Acting, path: str) -> list[Link]:
    """The places for this role, the one where they are marked."""
    return [Link(text, href, path == href or path.startswith(href.rstrip("/") + "/")) for text, href in _places(by)]


def asides_for(by: Acting) -> list[Link]:
    """The places for this role that are seldom wanted: below every page."""
    return [Link(text, href, current=False) for text, href in _asides(by)]


def tabs_of_child(by: Acting, child: str) -> list[tuple[str, str]]:
    """The pages of a child that lead somewhere for somebody who has the record open: what each is called, and its name."""
    closed = {
        "begin_about": not _may_record(by, child),
        "readers": not user_can("see_who_read", WHO_READ, by=by, child=child),
    }
    return [(text, name) for text, name in CHILD_TABS if not closed.get(name)]


def _may_record(by: Acting, child: str) -> bool:
    """Whether there is anything that somebody may record about a child: whoever was given the case to read may not."""
    offered = (VERBS[name] for group in groups(Place.CHILD) for name in group.verbs if name != BREAK_GLASS)
    mine = (verb for verb in offered if by.account.role in verb.may)
    return any(user_can(verb.name, verb.may, by=by, child=child) for verb in mine)


def _asides(by: Acting) -> Iterator[tuple[str, str]]:
    role = by.account.role
    if role not in BOARD:
        yield "Briefings, audits and cases given to you", reverse("board")
    if role in ANYBODY:
        yield "A child in danger whose record you cannot see", reverse("emergency")
    if role in OVERSIGHT:
        yield "Work to hand on", reverse("handing_on")
        yield "Opened in an emergency, for you to review", reverse("reviews")


def _places(by: Acting) -> Iterator[tuple[str, str]]:
    role = by.account.role
    if role in WORKLIST:
        yield "Work", reverse("work")
    if role in READ:
        yield "Children", reverse("children")
        yield "Search", reverse("search")
    if role in ANYBODY:
        yield "Record", reverse("begin")
    if role in BOARD:
        yield "Board", reverse("board")

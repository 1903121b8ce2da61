"""Where somebody may go from any page, by their role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import ANYBODY, BOARD, OVERSIGHT, READ, WORKLIST


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

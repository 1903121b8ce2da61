"""The daily e-mail: what waits for somebody, without anything that says of whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from lapwing.conduct.reading import Digest, WaitsFor
from lapwing.web.showing.work import KINDS
from lapwing.web.templating import address, counted

SUBJECT = "Lapwing: what waits for you"

WORDS: Mapping[WaitsFor, tuple[str, str]] = {
    WaitsFor.HANDED_OVER_TO_US: ("hand-over that nobody has accepted", "hand-overs that nobody has accepted"),
    WaitsFor.ACTION_TO_ACCEPT: ("action to accept or give back", "actions to accept or give back"),
    WaitsFor.REFERRAL_TO_US: ("referral to answer", "referrals to answer"),
    WaitsFor.DISAGREEMENT_WITH_US: ("disagreement to answer", "disagreements to answer"),
    WaitsFor.SHARED_WITH_US: ("message shared with you to read", "messages shared with you to read"),
    WaitsFor.GLASS_TO_REVIEW: ("emergency opening to review", "emergency openings to review"),
    WaitsFor.ACTION_TO_FINISH: ("action of yours that is due", "actions of yours that are due"),
    WaitsFor.HANDED_OVER_BY_ME: (
        "hand-over of yours that nobody has accepted: it is still yours",
        "hand-overs of yours that nobody has accepted: they are still yours",
    ),
    WaitsFor.CONCERN_OF_MINE: ("concern of yours without an answer", "concerns of yours without an answer"),
    WaitsFor.REFERRAL_OF_MINE: ("referral of yours without an answer", "referrals of yours without an answer"),
    WaitsFor.DISAGREEMENT_OF_MINE: ("disagreement of yours that is open", "disagreements of yours that are open"),
    WaitsFor.EXCEPTION_ENDING: ("check set aside that speaks again soon", "checks set aside that speak again soon"),
    WaitsFor.NEW_TO_ME: ("child who is new to you", "children who are new to you"),
}
"""What waits, one and several, naming nobody."""


@dataclass(frozen=True)
class Item:
    """A line of the e-mail, with the page where it is done."""

    says: str
    href: str


@dataclass(frozen=True)
class Letter:
    """An e-mail, in plain words and the same as a page."""

    subject: str
    text: str
    html: str


def letter(found: Digest, at: str) -> Letter:
    """The e-mail for somebody; `at` is where people reach Lapwing."""
    every = [("What waits", list(_waits(found, at))), ("What you were told and have not read", list(_told(found, at)))]
    lists = [(title, items) for title, items in every if items]
    work_at, you_at = at + address("work"), at + address("you")
    page = {"subject": SUBJECT, "lists": lists, "why": WHY, "work_at": work_at, "you_at": you_at}
    return Letter(SUBJECT, _plain(lists, work_at, you_at), render_to_string("mail/digest.html", page))


def _waits(found: Digest, at: str) -> Iterator[Item]:
    for kind, count, overdue in found.waits:
        late = f" ({overdue:,} overdue)" if overdue else ""
        yield Item(counted(count, *WORDS[kind]) + late, f"{at}{address('work')}?kind={KINDS[kind]}")


def _told(found: Digest, at: str) -> Iterator[Item]:
    for says, count in found.told:
        yield Item(says + (f" ({count:,} times)" if count > 1 else ""), at + address("notices"))


WHY = "No names are in this e-mail. Sign in to see whom it is about."


def _plain(lists: list[tuple[str, list[Item]]], work_at: str, you_at: str) -> str:
    lines: list[str] = []
    for title, items in lists:
        lines += [title, "", *(f"- {one.says}\n  {one.href}" for one in items), ""]
    return "\n".join([*lines, WHY, f"Your work: {work_at}", f"If you do not want this e-mail: {you_at}", ""])


def send_digest(to: str, found: Digest, *, at: str) -> None:
    """Sends it. SMTPException or OSError where that cannot be done."""
    one = letter(found, at)
    message = EmailMultiAlternatives(one.subject, one.text, to=[to], headers={"Auto-Submitted": "auto-generated"})
    message.attach_alternative(one.html, "text/html")
    message.send()

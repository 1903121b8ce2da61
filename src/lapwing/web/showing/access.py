"""Who has opened a record, and what somebody opened in an emergency, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import OVERSIGHT
from lapwing.conduct.reading import Opened, Reading, Restricted
from lapwing.conduct.restrictions import Grounds
from lapwing.conduct.verb import VERBS
from lapwing.web.showing.offers import Offer, may_at_all, to_do
from lapwing.web.templating import counted, in_words
from lapwing.web.words import words_of

NOT_NAMED = "Not named here"
OPENED_ON_READERS = {
    "record": "The record",
    "findings": "What the checks say",
    "finding": "What a check says",
    "entry": "An entry",
    "history": "How an entry came to be",
    "as known on a day": "The record as it was known on a day",
    "readers": "Who has opened it",
    "restriction": "Who may open it",
    "family": "Brothers and sisters",
    "how disagreements are settled": "A disagreement",
    "break_glass": "Let themselves in, and said why",
    "open_in_emergency": "Let themselves in by the NHS number, and said why",
}
"""What of a record was opened, in words; what is not here reads as it is."""


@dataclass(frozen=True)
class DayOfReading:
    """What one person opened on one day: how often, from when to when, what, and whether in an emergency."""

    day: date
    who: str
    agency: str
    times: str
    what: str
    in_emergency: bool


@dataclass(frozen=True)
class Reader:
    """Somebody by whom the list may be filtered."""

    who: str
    is_chosen: bool


def days_of_reading(found: Iterable[Reading], who: str | None, *, in_emergency: bool = False) -> list[DayOfReading]:
    """Who opened a record, a line a person and day, the latest first; of one person only, or in an emergency only."""
    grouped: dict[tuple[date, str, str], list[Reading]] = {}
    for one in found:
        name = one.by or NOT_NAMED
        if who in (None, name) and (one.by_broken_glass or not in_emergency):
            day = timezone.localdate(one.at)
            grouped.setdefault((day, name, one.agency or ""), []).append(one)
    return [_day(*of_whom, some) for of_whom, some in grouped.items()]


def _day(day: date, who: str, agency: str, some: list[Reading]) -> DayOfReading:
    clocks = [f"{timezone.localtime(one.at):%H:%M}" for one in reversed(some)]
    times = clocks[0] if len(set(clocks)) == 1 else f"{clocks[0]} to {clocks[-1]}"
    what = dict.fromkeys(said_of_reading(one.what) for one in reversed(some))
    return DayOfReading(
        day=day,
        who=who,
        agency=agency,
        times=f"{times} ({counted(len(some), 'time')})" if len(some) > 1 else times,
        what=", ".join(what),
        in_emergency=any(one.by_broken_glass for one in some),
    )


def said_of_reading(what: str) -> str:
    """What of a record was opened, in words."""
    return OPENED_ON_READERS.get(what, what.replace("_", " ").capitalize())


def readers_named(found: Iterable[Reading], chosen: str | None) -> list[Reader]:
    """Everybody in the list, by name."""
    names = sorted({one.by or NOT_NAMED for one in found}, key=str.casefold)
    return [Reader(name, name == chosen) for name in names]


def restricting(by: Acting, child: str, restricted: list[Restricted]) -> Iterator[Offer]:
    """What a manager or named professional may do about who opens a record."""
    if by.account.role not in OVERSIGHT:
        return
    if not restricted:
        names: tuple[str, ...] = ("restrict_record",)
    elif any(one.grounds == Grounds.ADOPTION.label for one in restricted):
        names = ("change_readers",)
    else:
        names = ("change_readers", "lift_restriction")
    yield from _offers(by, child, names)


def own_family(by: Acting, child: str) -> list[Offer]:
    """The way to say that a child is of one's own family."""
    return list(_offers(by, child, ("declare_family",)))


def _offers(by: Acting, child: str, verbs: tuple[str, ...]) -> Iterator[Offer]:
    for name in verbs:
        if may_at_all(by, VERBS[name]):
            yield Offer(words_of(name).title, to_do(name, child), words_of(name).hint)


# What a reviewer looks at


@dataclass(frozen=True)
class ToReview:
    """A record that somebody opened in an emergency, in words."""

    who: str
    post: str
    when: str
    until: str
    reason: str
    child: Offer | None
    did: tuple[str, ...]
    review: Offer | None
    verdict: str


def to_review(one: Opened) -> ToReview:
    """One of them."""
    review = to_do("review_glass", None, glass=str(one.glass))
    is_reviewed = one.reviewed_at is not None
    return ToReview(
        who=one.who.name,
        post=one.who.role,
        when=in_words(one.at),
        until=in_words(one.until_at),
        reason=one.reason,
        child=Offer(one.child.called, f"/children/{one.child.child}/", "") if one.child is not None else None,
        did=tuple(_did(one)),
        review=None if is_reviewed else Offer("Write your review", review, ""),
        verdict=_verdict(one) if is_reviewed else "",
    )


def _did(one: Opened) -> Iterator[str]:
    """What they did, the same thing once, with how often."""
    counts: dict[str, int] = {}
    for done in one.did:
        said = f"Read: {said_of_reading(done.what).lower()}" if done.is_reading else words_of(done.what).title
        counts[said] = counts.get(said, 0) + 1
    yield from (said if times == 1 else f"{said} ({times} times)" for said, times in counts.items())


def _verdict(one: Opened) -> str:
    found = "Found justified" if one.justified else "Found not justified"
    return f"{found}, {in_words(one.reviewed_at)}: {one.review_says}"

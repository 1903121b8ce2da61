"""What waits to be done, in words: sections, each with its lines, and what each line leads to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

from lapwing.checks import CHECKS
from lapwing.conduct.acting import Acting
from lapwing.conduct.drafts import DraftKept
from lapwing.conduct.reading import Line, Named, Waits, WaitsFor
from lapwing.conduct.reading.worklist import Waiting
from lapwing.conduct.verb import VERBS
from lapwing.engine.check import Outcome
from lapwing.web.showing.asked import OF_FINDINGS, Age, Asked, Kind, age_of
from lapwing.web.showing.findings import SHOWN_FIRST, tag
from lapwing.web.showing.offers import Offer, may_at_all, to_do
from lapwing.web.templating import address, counted, in_words
from lapwing.web.words import answers_to, words_of

AT_FIRST: Mapping[Kind, int] = {Kind.URGENT: 20, Kind.NOT_DONE: 15, Kind.CANNOT_TELL: 5}
"""So many lines of a section are shown beside the others; the rest is a link away."""
OTHERWISE = 8

KINDS: Mapping[WaitsFor, Kind] = {
    **dict.fromkeys(
        (
            WaitsFor.HANDED_OVER_TO_US,
            WaitsFor.ACTION_TO_ACCEPT,
            WaitsFor.REFERRAL_TO_US,
            WaitsFor.DISAGREEMENT_WITH_US,
            WaitsFor.SHARED_WITH_US,
            WaitsFor.GLASS_TO_REVIEW,
            WaitsFor.ACTION_TO_FINISH,
            WaitsFor.EXCEPTION_ENDING,
        ),
        Kind.FOR_YOU,
    ),
    **dict.fromkeys(
        (
            WaitsFor.HANDED_OVER_BY_ME,
            WaitsFor.CONCERN_OF_MINE,
            WaitsFor.REFERRAL_OF_MINE,
            WaitsFor.DISAGREEMENT_OF_MINE,
        ),
        Kind.FOR_OTHERS,
    ),
    WaitsFor.NEW_TO_ME: Kind.NEW,
}
DOES: Mapping[WaitsFor, tuple[str, str]] = {
    WaitsFor.HANDED_OVER_TO_US: ("accept_hand_over", "hand_over"),
    WaitsFor.ACTION_TO_ACCEPT: ("accept_action", "action"),
    WaitsFor.DISAGREEMENT_WITH_US: ("answer_disagreement", "disagreement"),
    WaitsFor.GLASS_TO_REVIEW: ("review_glass", "glass"),
    WaitsFor.ACTION_TO_FINISH: ("complete_action", "action"),
}
"""The verb that does what waits, and its parameter that names the entry; for the rest one reads the entry first."""


@dataclass(frozen=True)
class WorkLine:
    """Something to do: what is asked or said, where it is explained, of whom, by when, whose turn it is, and what does it."""

    says: str
    href: str | None
    tag: str
    look: str
    due: str
    more: str
    whose: str
    children: tuple[tuple[str, str], ...]
    does: Offer | None
    due_on: date | None


@dataclass(frozen=True)
class WorkGroup:
    """Lines about the same children, under their names; under none where the lines are by day."""

    children: tuple[tuple[str, str], ...]
    lines: tuple[WorkLine, ...]


@dataclass(frozen=True)
class WorkSection:
    """What waits of one kind: how much it is, what of it is shown here, and where all of it is, if that is more."""

    kind: Kind
    count: int
    groups: tuple[WorkGroup, ...]
    all_at: str | None


class ToldWhenShown(Sequence[WorkLine]):
    """What is to do, of which only as much is put into words as is shown."""

    def __init__(self, tell: Callable[[Any], WorkLine]) -> None:
        self.found: list[Any] = []
        self.tell = tell

    def __len__(self) -> int:
        return len(self.found)

    def __getitem__(self, which: Any) -> Any:
        some = self.found[which]
        return [self.tell(one) for one in some] if isinstance(which, slice) else self.tell(some)


Lines = dict[Kind, ToldWhenShown]


# What the checks say


def lines_of_findings(by: Acting, asked: Asked, found: Iterable[Line], back: str) -> Lines:
    """What the checks say that somebody can do something about now, by kind; what is urgent is not said twice."""
    lines: Lines = {}
    for one in found:
        if one.outcome in SHOWN_FIRST and _is_of(asked.age, one.children, by.today):
            lines.setdefault(_kind(one, asked), ToldWhenShown(partial(_of_finding, by, back=back))).found.append(one)
    return lines


def _is_of(age: Age | None, children: Iterable[Waiting | Named], today: date) -> bool:
    return age is None or any(age_of(child.born_on, today) == age for child in children)


def _kind(one: Line, asked: Asked) -> Kind:
    """What is urgent is overdue or due soon besides, which is said where that alone is asked for."""
    if one.urgent and asked.kind in (None, Kind.URGENT):
        return Kind.URGENT
    kinds = {Outcome.NOT_MET: Kind.NOT_DONE, Outcome.DUE_SOON: Kind.DUE_SOON}
    return kinds.get(Outcome(one.outcome), Kind.CANNOT_TELL)


def _of_finding(by: Acting, one: Line, back: str) -> WorkLine:
    first, outcome = one.children[0], Outcome(one.outcome)
    several = one.subjects - len(one.children)
    return WorkLine(
        says=one.asks,
        href=address("finding", first.child, one.check, first.subject),
        tag=f"Urgent: {outcome.label.lower()}" if one.urgent else outcome.label,
        look=tag(outcome, one.urgent),
        due=when_due(one.due_on, by.today),
        more=f"and {several} more of the same" if several > 0 else "",
        whose=one.who_can,
        children=tuple((child.called, address("child", child.child)) for child in one.children),
        does=_does(by, one, first, back),
        due_on=one.due_on,
    )


def _does(by: Acting, one: Line, first: Waiting, back: str) -> Offer | None:
    """The form that would meet it, where that needs nothing but the child and what the finding is about."""
    if one.check not in CHECKS:
        return None
    way = next((way for way in answers_to(one.check) if may_at_all(by, VERBS[way.verb])), None)
    if way is None or way.among or way.tied_by or words_of(way.verb).offered.ours:
        return None
    known = {CHECKS[one.check].about.table.key: first.subject, "child_id": first.child}
    if not set(way.takes.values()) <= set(known):
        return None
    given = way.given(known, child=first.child)
    given.pop("child", None)
    return Offer(words_of(way.verb).title, to_do(way.verb, first.child, **given, next=back), "")


def when_due(day: date | None, today: date) -> str:
    """By when something is or was due, and how long ago that is."""
    if day is None:
        return ""
    days = (today - day).days
    if days == 0:
        return "Due today"
    ago = f", {counted(days, 'day')} ago" if 0 < days <= 99 else ""
    return f"{'Was due' if days > 0 else 'Due'} {in_words(day)}{ago}"


# What people put to each other


def lines_that_wait(by: Acting, asked: Asked, found: Iterable[Waits], back: str) -> Lines:
    """What waits for somebody, and what they wait for, by kind."""
    lines: Lines = {}
    for one in found:
        if _is_of(asked.age, one.children, by.today):
            lines.setdefault(KINDS[one.kind], ToldWhenShown(partial(_that_waits, by, back=back))).found.append(one)
    return lines


def _that_waits(by: Acting, one: Waits, back: str) -> WorkLine:
    children = tuple((child.called, address("child", child.child)) for child in one.children)
    is_entry = bool(one.children) and one.kind not in (WaitsFor.GLASS_TO_REVIEW, WaitsFor.NEW_TO_ME)
    return WorkLine(
        says=one.what,
        href=address("entry", one.children[0].child, one.table, one.key) if is_entry else None,
        tag="Overdue" if one.is_overdue else "",
        look="lw-tag--not-met",
        due=when_due(one.due_on, by.today) or (f"Since {in_words(one.since)}" if one.since else ""),
        more="",
        whose=_whose_turn(by, one),
        children=children,
        does=_answer(by, one, back),
        due_on=one.due_on,
    )


def _whose_turn(by: Acting, one: Waits) -> str:
    if one.kind is WaitsFor.NEW_TO_ME or one.whose is None:
        return ""
    return "Your turn" if one.whose == by.account.name else f"{one.whose}’s turn"


def _answer(by: Acting, one: Waits, back: str) -> Offer | None:
    if one.kind not in DOES:
        return None
    verb, parameter = DOES[one.kind]
    if not may_at_all(by, VERBS[verb]):
        return None
    child = one.children[0].child if one.children else None
    return Offer(words_of(verb).title, to_do(verb, child, **{parameter: one.key}, next=back), "")


# What somebody began to write


@dataclass(frozen=True)
class Unfinished:
    """A form that somebody began to fill in: what it is, of whom, since when, and where it goes on."""

    title: str
    href: str
    saved: str
    children: tuple[tuple[str, str], ...]


def unfinished(drafts: Iterable[DraftKept]) -> Iterator[Unfinished]:
    """What somebody began to write and neither sent nor threw away."""
    for one in drafts:
        try:
            verb = resolve(urlsplit(one.form).path).kwargs.get("verb", "")
        except Resolver404:
            continue
        if verb in VERBS:
            children = ((one.called, address("child", one.child)),) if one.child and one.called else ()
            yield Unfinished(words_of(verb).title, one.form, f"Kept {in_words(one.saved_at)}", children)


# Sections


def sections(asked: Asked, lines: Lines, page: Callable[[Sequence[WorkLine]], list[WorkLine]]) -> Iterator[WorkSection]:
    """Every kind that is asked for and of which there is something; `page` gives the part of a long list to show."""
    for kind in Kind:
        found = lines.get(kind)
        if not found or asked.kind not in (None, kind):
            continue
        some = _by_child(found) if asked.by_child and kind in OF_FINDINGS else found
        shown = page(some) if asked.kind else some[: AT_FIRST.get(kind, OTHERWISE)]
        all_at = asked.narrowed(kind=kind) if len(shown) < len(some) and not asked.kind else None
        grouped = asked.by_child and kind in OF_FINDINGS
        yield WorkSection(kind, len(some), tuple(_groups(shown, grouped=grouped)), all_at)


def _by_child(lines: Sequence[WorkLine]) -> list[WorkLine]:
    return sorted(lines, key=lambda one: [called.casefold() for called, _ in one.children])


def _groups(lines: Sequence[WorkLine], *, grouped: bool) -> Iterator[WorkGroup]:
    if not grouped:
        yield WorkGroup((), tuple(lines))
        return
    for children, some in groupby(lines, key=lambda one: one.children):
        yield WorkGroup(children, tuple(some))

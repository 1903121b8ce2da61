"""How work is spread at an agency, and what waits for a decision there, in words and links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from lapwing.conduct.acting import Acting
from lapwing.conduct.reading import Awaited, Decides, Load
from lapwing.conduct.verb import VERBS
from lapwing.web.showing.asked import FEW, Kind
from lapwing.web.showing.offers import Offer, may_at_all, to_do
from lapwing.web.templating import address, in_words
from lapwing.web.words import words_of
from lapwing.web.words.of_tables import table_words

COLUMNS: Mapping[str, str] = {
    "name": "Who",
    "children": "Children",
    "urgent": "Urgent",
    "overdue": "Overdue",
    "due_soon": "Due soon",
    "to_accept": "To accept",
    "unfinished": "Actions taken on",
}
"""The columns by which the table may be sorted, each by its name in the address."""
BEHIND: Mapping[str, Kind] = {"urgent": Kind.URGENT, "overdue": Kind.NOT_DONE, "due_soon": Kind.DUE_SOON}
"""The list of work behind a number, where there is one."""


@dataclass(frozen=True)
class Column:
    """A column's heading: where the table is sorted by it, and whether it is now."""

    text: str
    href: str
    is_sorted: bool


@dataclass(frozen=True)
class TeamMember:
    """Somebody's line in the table: each number with the list behind it, where there is something in it."""

    name: str
    post: str
    left: str
    work: str
    numbers: tuple[tuple[str, int, str | None], ...]


def columns(sorted_by: str, team: str, *, by_name_only: bool) -> list[Column]:
    """The headings, each with where the table is sorted by it; where it is by name only, without."""
    return [
        Column(
            text,
            "" if by_name_only else f"{address('team')}?{urlencode({'sort': name, 'team': team})}",
            name == sorted_by,
        )
        for name, text in COLUMNS.items()
    ]


def team_choices(teams: Sequence[str], wanted: str) -> list[dict[str, Any]]:
    """The teams of an agency as choices, where they are few."""
    if len(teams) > FEW:
        return []
    every = [("", "Everybody at the agency"), *((one, one) for one in teams)]
    return [{"value": value, "text": text, "selected": value == wanted} for value, text in every]


def members(loads: Iterable[Load], sorted_by: str) -> list[TeamMember]:
    """Everybody of a team; first whoever has left and whose work must be given to somebody, then as the address says."""
    every = sorted(loads, key=lambda one: one.practitioner.name.casefold())
    if sorted_by in COLUMNS and sorted_by != "name":
        every.sort(key=lambda one: -int(getattr(one, sorted_by)))
    every.sort(key=lambda one: one.left_on is None)
    return [_member(one) for one in every]


def _member(one: Load) -> TeamMember:
    whose = one.practitioner.practitioner
    return TeamMember(
        name=one.practitioner.name,
        post=", ".join(part for part in (one.practitioner.role, one.practitioner.team) if part),
        left=f"Left on {in_words(one.left_on)}." if one.left_on else "",
        work=_work_of(whose),
        numbers=tuple(
            (text, getattr(one, name), _work_of(whose, BEHIND[name]) if name in BEHIND and getattr(one, name) else None)
            for name, text in COLUMNS.items()
            if name != "name"
        ),
    )


def _work_of(practitioner: str, kind: Kind | None = None) -> str:
    asked = {"whose": practitioner, **({"kind": str(kind)} if kind else {})}
    return f"{address('work')}?{urlencode(asked)}"


# What waits for a decision


DECIDED_BY: Mapping[Decides, tuple[str, ...]] = {
    Decides.ANSWER: ("agree_with_answer", "disagree_with_answer"),
    Decides.VOIDING: ("agree_to_void", "decline_to_void"),
    Decides.EXCEPTION: (),
}
"""The verbs that decide each; a check that speaks again needs none."""


@dataclass(frozen=True)
class Deciding:
    """Something that waits for a decision: what it is, of which child, by whom, and what can be done."""

    says: str
    href: str
    child: tuple[str, str]
    put: str
    offers: tuple[Offer, ...]


TITLES: Mapping[Decides, str] = {
    Decides.ANSWER: "Findings that somebody says do not fit",
    Decides.VOIDING: "Entries to be voided",
    Decides.EXCEPTION: "Checks set aside that soon speak again",
}


def decisions(by: Acting, awaited: Iterable[Awaited], back: str) -> list[tuple[str, list[Deciding]]]:
    """What waits for a decision, by kind; only kinds of which there is something."""
    every = list(awaited)
    groups = [
        (title, [_deciding(by, one, back) for one in every if one.kind is kind]) for kind, title in TITLES.items()
    ]
    return [(title, some) for title, some in groups if some]


def _deciding(by: Acting, one: Awaited, back: str) -> Deciding:
    child = one.child.child
    if one.kind is Decides.ANSWER:
        says, href = one.asks, address("finding", child, one.check, one.subject)
        given = {"answer": str(one.number)}
    elif one.kind is Decides.VOIDING:
        words = table_words(str(one.table)).one
        says, href = f"{words[0].upper()}{words[1:]} that is said to be made in error", ""
        given = {"table": str(one.table), "key": str(one.key)}
    else:
        says, href, given = one.asks, "", {}
    href = href or address("entry", child, one.table, one.key)
    offers = tuple(
        Offer(words_of(name).title, to_do(name, child, **given, next=back), "")
        for name in DECIDED_BY[one.kind]
        if may_at_all(by, VERBS[name])
    )
    return Deciding(says, href, (one.child.called, address("child", child)), _put(one), offers)


def _put(one: Awaited) -> str:
    who = f"by {one.put_by}" if one.put_by else ""
    when = f"on {in_words(one.put_on)}" if one.put_on else ""
    done = "Set aside" if one.kind is Decides.EXCEPTION else "Asked" if one.kind is Decides.VOIDING else "Said"
    until = f", until {in_words(one.ends_on)}" if one.ends_on else ""
    return " ".join(part for part in (done, who, when) if part) + until

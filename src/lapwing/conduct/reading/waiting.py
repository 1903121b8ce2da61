"""What waits: for somebody, or for others whom they wait for. Nothing is another's until a person there has accepted it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import ANYBODY_REACHED, READ, Scope
from lapwing.conduct.permissions import check_user_can
from lapwing.conduct.reading import stages, turns
from lapwing.conduct.reading.calling import Named, in_batches, named
from lapwing.conduct.reading.lists import in_sight
from lapwing.conduct.reading.record import note_reading
from lapwing.conduct.reading.turns import Turn, Turns, WaitsFor
from lapwing.records import links
from lapwing.records.entries import entries

IN_TURN: tuple[Turns, ...] = (
    turns.hand_overs,
    turns.actions,
    turns.referrals,
    stages.disagreements,
    turns.shares,
    turns.glasses,
    turns.exceptions,
    turns.new_children,
)
ORDER = list(WaitsFor)
ANOTHER_SERVICE = "another service"
"""Stands for an agency with whose work a young person wants to be kept private, and for whoever works there."""


@dataclass(frozen=True)
class Waits:
    """Something that waits: an entry, the children whom it is about, a sentence that names nobody, and its clock.

    `due_on` is by the area's settings, None where they give no time. `whose`: the person, or the agency where nobody is
    named, whose turn it is. Without `child` it is about a record that is not open to the reader.
    """

    kind: WaitsFor
    table: str
    key: str
    children: tuple[Named, ...]
    what: str
    since: date | None
    due_on: date | None
    is_overdue: bool
    whose: str | None


@dataclass(frozen=True)
class WhatWaits:
    """What waits, by kind; `more`: the kinds of which there is more than is listed, which waits for a shorter time."""

    waits: tuple[Waits, ...]
    more: tuple[WaitsFor, ...]


def waiting(*, by: Acting) -> WhatWaits:
    """What waits for somebody or their agency, and what they wait for; by kind, then by the day on which it is due.

    Whoever oversees an agency's work sees all that was put to it. After a loss, a death or a move nothing waits any more.
    """
    check_user_can("read", READ, by=by, child=None)
    found = what_waits(by)
    note_reading(by, "waiting", count=len(found.waits))
    return found


@links.asked_once()
def what_waits(by: Acting) -> WhatWaits:
    """The same, where nobody reads it yet."""
    found, more = _longest(by)
    children = _children(found)
    open_to = _open_to(by, found, children)
    who = {child: one for child, one in named(set().union(*open_to.values())).items() if not one.has_ended}
    names = _names(found)
    private = _private(by, set().union(*children.values()))
    waits = []
    for one in found:
        shown = tuple(sorted((who[child] for child in open_to[one] if child in who), key=lambda child: child.called))
        if shown or one.kind is WaitsFor.GLASS_TO_REVIEW:
            waits.append(_waits(by, one, shown, _whose(one, names, private, children[one])))
    return WhatWaits(tuple(sorted(waits, key=_order)), tuple(more))


def _order(one: Waits) -> tuple[int, date, date, str]:
    return ORDER.index(one.kind), one.due_on or date.max, one.since or date.max, one.key


def _longest(by: Acting) -> tuple[list[Turn], list[WaitsFor]]:
    """What waits the longest of each kind, and the kinds of which there is more."""
    by_kind: dict[WaitsFor, list[Turn]] = {kind: [] for kind in ORDER}
    for one in (one for these in IN_TURN for one in these(by)):
        by_kind[one.kind].append(one)
    return [one for some in by_kind.values() for one in some[: turns.MOST]], [
        kind for kind, some in by_kind.items() if len(some) > turns.MOST
    ]


def _open_to(by: Acting, found: Iterable[Turn], children: Mapping[Turn, set[str]]) -> dict[Turn, set[str]]:
    """The children of each whom the reader may be told of."""
    ways: dict[tuple[bool, bool], set[Turn]] = {}
    for one in found:
        ways.setdefault((one.by_name, one.own_only), set()).add(one)
    shown: dict[Turn, set[str]] = {}
    for (by_name, own_only), some in ways.items():
        every = set().union(*(children[one] for one in some))
        within = Scope.OWN if own_only else None
        seen = in_sight(by, within=within, among=every, may=ANYBODY_REACHED if by_name else READ)
        shown |= {one: children[one] & seen for one in some}
    return shown


def _waits(by: Acting, one: Turn, shown: tuple[Named, ...], whose: str | None) -> Waits:
    is_overdue = one.due_on is not None and one.due_on < by.today
    return Waits(one.kind, one.table, one.key, shown, one.what, one.since, one.due_on, is_overdue, whose)


def _children(found: Iterable[Turn]) -> dict[Turn, set[str]]:
    """The children whom each is about."""
    some = list(found)
    about = whose_children((one.child, one.pregnancy) for one in some)
    return {one: about[one.child, one.pregnancy] for one in some}


def whose_children(some: Iterable[tuple[str | None, str | None]]) -> dict[tuple[str | None, str | None], set[str]]:
    """The children of these, each a child or instead a pregnancy, by the records that are kept."""
    whose = set(some)
    pregnancies = {pregnancy for _, pregnancy in whose if pregnancy is not None}
    same = links.groups("pregnancy", pregnancies)
    expected: dict[str, set[str]] = {}
    for batch in in_batches(pregnancies.union(*same.values())):
        for child, pregnancy in entries("child").filter(pregnancy__in=batch).values_list("pk", "pregnancy_id"):
            for one in same.get(pregnancy, [pregnancy]):
                expected.setdefault(one, set()).add(child)
    about = {one: {one[0]} if one[0] is not None else expected.get(one[1] or "", set()) for one in whose}
    kept = {key: group[0] for key, group in links.groups("child", set().union(*about.values())).items()}
    return {one: {kept.get(child, child) for child in children} for one, children in about.items()}


Names = tuple[Mapping[str, tuple[str | None, str | None]], Mapping[str, str | None]]


def _names(found: Iterable[Turn]) -> Names:
    """What the practitioners are called whose turn it is, with their agency, and the agencies."""
    some = list(found)
    practitioners = entries("practitioner").filter(pk__in={one.practitioner for one in some} - {None})
    agencies = entries("agency").filter(pk__in={one.agency for one in some} - {None})
    people = {key: (name, agency) for key, name, agency in practitioners.values_list("pk", "name", "agency_id")}
    return people, dict(agencies.values_list("pk", "name"))


def _whose(one: Turn, names: Names, private: Mapping[str, set[str]], children: Collection[str]) -> str | None:
    people, agencies = names
    name, agency = people.get(one.practitioner or "", (None, None))
    hidden = set().union(*(private.get(child, ()) for child in children))
    if hidden & {agency or one.agency, one.agency}:
        return ANOTHER_SERVICE
    return name or agencies.get(one.agency or "")


def _private(by: Acting, children: Collection[str]) -> dict[str, set[str]]:
    """The other agencies that work with each of these children in private."""
    found: dict[str, set[str]] = {}
    private = entries("involvement").filter(kept_private=True).exclude(agency=by.agency)
    rows = list(private.values_list("child", "pregnancy", "agency"))
    about = whose_children((child, pregnancy) for child, pregnancy, _ in rows)
    for child, pregnancy, agency in rows:
        for one in about[child, pregnancy] & set(children):
            found.setdefault(one, set()).add(agency)
    return found

"""How work is spread at an agency: for its managers, a line a practitioner. Work is counted, and nobody is scored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Case, Q, QuerySet, When
from django.db.models.functions import Lower

from lapwing.conduct.acting import Acting
from lapwing.conduct.at_work import ended_among
from lapwing.conduct.findings import OPEN_OUTCOMES
from lapwing.conduct.may import MANAGERS
from lapwing.conduct.permissions import check_user_can
from lapwing.conduct.reading.calling import in_batches
from lapwing.conduct.reading.lists import in_sight
from lapwing.conduct.reading.record import note_reading
from lapwing.conduct.reading.seen_findings import gaps_seen
from lapwing.conduct.reading.staff import PractitionerListed, practitioner_listed
from lapwing.conduct.reading.turns import GOES_ON, UNANSWERED
from lapwing.conduct.reading.waiting import whose_children
from lapwing.engine.check import Outcome
from lapwing.records import links
from lapwing.records.entries import entries


@dataclass(frozen=True)
class Load:
    """What one practitioner has: children, lines of the worklist by how they stand, and what waits for them to accept.

    A line may be urgent and overdue at once. `left_on`: they have left, and what they have must be given to somebody.
    """

    practitioner: PractitionerListed
    children: int
    overdue: int
    due_soon: int
    urgent: int
    to_accept: int
    unfinished: int
    left_on: date | None


@links.asked_once()
def team_load(*, by: Acting, team: str | None = None, first: int = 0, at_most: int | None = None) -> list[Load]:
    """What each practitioner of a manager's agency, or of one team there, has to do; by team and name.

    `first` and `at_most` give a part of the list, in which whoever has left stands first. They are listed as long as they
    have work: it must be given to somebody else.
    """
    check_user_can("see_team_load", MANAGERS, by=by, child=None)
    note_reading(by, "team load", **({"team": team} if team is not None else {}))
    ordered = _staff(by, team).order_by(Case(When(left_on__lt=by.today, then=0), default=1), Lower("name"), "pk")
    rows = ordered.values("pk", "name", "role", "team", "left_on")
    staff = {row["pk"]: row for row in rows[first : None if at_most is None else first + at_most]}
    has = _in_hand(by, staff)
    gaps = _gaps(by, set().union(*(one.children for one in has.values())))
    loads = (_load(by, row, has.get(key, InHand()), gaps) for key, row in staff.items())
    found = [one for one in loads if one is not None]
    return sorted(found, key=lambda one: (one.practitioner.team or "", one.practitioner.name.casefold()))


def how_many_at_work(*, by: Acting, team: str | None = None) -> int:
    """Of how many people `team_load` tells, or of a few fewer: who left with work on records that have ended is not told of."""
    check_user_can("see_team_load", MANAGERS, by=by, child=None)
    note_reading(by, "team size", **({"team": team} if team is not None else {}))
    return _staff(by, team).count()


Gap = tuple[str, str, str]
"""A line of the worklist: about whom, the check, and the outcome."""


@dataclass
class InHand:
    """What one practitioner has: the children they work with, and how much else, by what it waits for."""

    children: set[str] = field(default_factory=set)
    waits: Counter[str] = field(default_factory=Counter)


@dataclass
class Gaps:
    """The lines of the worklist about one child, and those of them that are urgent."""

    every: set[Gap] = field(default_factory=set)
    urgent: set[Gap] = field(default_factory=set)


def _load(by: Acting, row: Mapping[str, Any], has: InHand, gaps: Mapping[str, Gaps]) -> Load | None:
    has_left = row["left_on"] is not None and row["left_on"] < by.today
    if has_left and not (has.children or has.waits):
        return None
    theirs = [gaps[child] for child in has.children if child in gaps]
    stands = Counter(outcome for _, _, outcome in set().union(*(one.every for one in theirs)))
    return Load(
        practitioner=practitioner_listed(row),
        children=len(has.children),
        overdue=stands[str(Outcome.NOT_MET)],
        due_soon=stands[str(Outcome.DUE_SOON)],
        urgent=len(set().union(*(one.urgent for one in theirs))),
        to_accept=has.waits[TO_ACCEPT],
        unfinished=has.waits[UNFINISHED],
        left_on=row["left_on"] if has_left else None,
    )


def _staff(by: Acting, team: str | None) -> QuerySet[Any]:
    """Those of the agency or the team who work there now, or left with something that waits for them."""
    ours = entries("practitioner").filter(
        agency=by.agency, name__isnull=False, **({} if team is None else {"team": team})
    )
    left = list(ours.filter(left_on__lt=by.today).values_list("pk", flat=True))
    still = {one for _, some in _put(by, left) for one, *_ in some} if left else set()
    return ours.exclude(pk__in=set(left) - still)


def _in_hand(by: Acting, staff: Collection[str]) -> dict[str, InHand]:
    """What each of them has, of children in the manager's sight whose records have not ended."""
    rows = [(what, *row) for what, some in _put(by, staff) for row in some]
    about = whose_children((child, pregnancy) for _, _, child, pregnancy in rows)
    seen = in_sight(by, among=set().union(*about.values()))
    going_on = seen - ended_among(seen)
    found: dict[str, InHand] = {}
    for what, practitioner, *whose in rows:
        children = about[whose[0], whose[1]] & going_on
        one = found.setdefault(practitioner, InHand())
        if what == WORK:
            one.children |= children
        elif children:
            one.waits[what] += 1
    return found


WORK, TO_ACCEPT, UNFINISHED = "children", "to_accept", "unfinished"


def _put(by: Acting, staff: Collection[str]) -> Iterator[tuple[str, Iterable[Any]]]:
    """What is with each practitioner: work with children, what was put to them, what they have taken on."""
    work = entries("involvement").filter(ended_on__isnull=True, practitioner__in=staff)
    rows = work.values_list(
        "practitioner", "child", "pregnancy", "agency"
    )  # by agency it would look through all of its work
    yield WORK, [whose for *whose, agency in rows if agency == by.agency]
    put = entries("hand_over").filter(UNANSWERED, to_agency=by.agency, to_practitioner__in=staff)
    yield TO_ACCEPT, put.values_list("to_practitioner", "child", "pregnancy")
    new = Q(accepted_on__isnull=True, started_on__isnull=True)
    given = entries("action").filter(GOES_ON, owned_by__in=staff)
    yield TO_ACCEPT, given.filter(new).values_list("owned_by", "child", "pregnancy")
    yield UNFINISHED, given.exclude(new).values_list("owned_by", "child", "pregnancy")


def _gaps(by: Acting, children: set[str]) -> dict[str, Gaps]:
    """The lines of the worklist by child; those of one pregnancy have a line together until they are born."""
    pregnancies: dict[str, str] = {}
    for batch in in_batches(children):
        unborn = entries("child").filter(pk__in=batch, person__isnull=True, pregnancy__isnull=False)
        pregnancies |= dict(unborn.values_list("pk", "pregnancy"))
    found: dict[str, Gaps] = {}
    for child, check, outcome, urgent in gaps_seen(by, children, OPEN_OUTCOMES):
        line = pregnancies.get(child, child), check, outcome
        one = found.setdefault(child, Gaps())
        one.every.add(line)
        if urgent:
            one.urgent.add(line)
    return found

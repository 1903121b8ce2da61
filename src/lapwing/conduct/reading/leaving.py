"""What somebody who left, or is about to, leaves behind: for their manager, child by child. Nothing closes by itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q

from lapwing.conduct.acting import Acting
from lapwing.conduct.at_work import LEFT_BEHIND
from lapwing.conduct.may import OVERSIGHT
from lapwing.conduct.permissions import NOT_HERE, check_user_can
from lapwing.conduct.reading.calling import Named, named
from lapwing.conduct.reading.lists import in_sight
from lapwing.conduct.reading.record import note_reading
from lapwing.conduct.reading.staff import PractitionerListed, practitioner_listed
from lapwing.conduct.reading.waiting import whose_children
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.store import NoSuchEntry
from lapwing.vocabulary.records import TABLES


@dataclass(frozen=True)
class LeftEntry:
    """Something with a practitioner that goes on: an entry, by table and key, and what it says that tells what it is."""

    table: str
    key: str
    values: Mapping[str, Any]


@dataclass(frozen=True)
class LeftChild:
    """A child, and what of theirs is with somebody who leaves."""

    child: Named
    entries: tuple[LeftEntry, ...]


@dataclass(frozen=True)
class Leaver:
    """Somebody at one's agency, the last day in their post where it is known, and what is with them, child by child."""

    practitioner: PractitionerListed
    left_on: date | None
    children: tuple[LeftChild, ...]


@links.asked_once()
def left_behind(*, by: Acting, practitioner: str | None = None) -> list[Leaver]:
    """What is still with whoever has left one's agency; or with one practitioner there, who may be about to leave.

    Of children in sight whose records go on. NoSuchEntry where there is no such practitioner at the agency.
    """
    check_user_can("see_what_is_left_behind", OVERSIGHT, by=by, child=None)
    note_reading(by, "left behind", **({"practitioner": practitioner} if practitioner is not None else {}))
    ours = entries("practitioner").filter(agency=by.agency, name__isnull=False)
    chosen = ours.filter(left_on__isnull=False) if practitioner is None else ours.filter(pk=practitioner)
    staff = list(chosen.order_by("name", "pk").values("pk", "name", "role", "team", "left_on"))
    if practitioner is not None and not staff:
        raise NoSuchEntry(NOT_HERE)
    left = _left(by, [row["pk"] for row in staff])
    found = [Leaver(practitioner_listed(row), row["left_on"], left.get(row["pk"], ())) for row in staff]
    return [one for one in found if one.children or practitioner is not None]


HELD_BY = {
    "involvement": "practitioner_id",
    "action": "owned_by_id",
    "hand_over": "to_practitioner_id",
    "referral": "referred_by_id",
    "assessment": "led_by_id",
    "plan": "led_by_id",
    "disagreement": "raised_by_id",
}
"""Who has an entry that somebody may leave behind, by table."""
TELLS = ("kind", "lead", "due_on")
GOES_ON: Mapping[str, Any] = {**LEFT_BEHIND, "plan": lambda who: Q(led_by=who, ended_on__isnull=True)}


def _left(by: Acting, staff: Collection[str]) -> dict[str, tuple[LeftChild, ...]]:
    """What is with each of them, child by child, by name."""
    rows = [(table, row) for table in HELD_BY for row in _rows(table, staff)]
    about = whose_children((row["child_id"], row["pregnancy_id"]) for _, row in rows)
    seen = named(in_sight(by, among=set().union(*about.values())))
    going_on = {child: one for child, one in seen.items() if not one.has_ended}
    found: dict[str, dict[str, list[LeftEntry]]] = {}
    for table, row in rows:
        one = LeftEntry(table, row["pk"], {name: row[name] for name in TELLS if name in row})
        for child in sorted(about[row["child_id"], row["pregnancy_id"]] & set(going_on))[:1]:
            found.setdefault(row[HELD_BY[table]], {}).setdefault(child, []).append(one)
    return {who: tuple(_in_order(children, going_on)) for who, children in found.items()}


def _rows(table: str, staff: Collection[str]) -> Iterable[Mapping[str, Any]]:
    tells = [name for name in TELLS if name in TABLES[table].names]
    theirs = reduce(or_, (GOES_ON[table](who) for who in staff), Q(pk__in=[]))
    found = entries(table).filter(theirs).order_by("stored_at", "pk")
    return found.values("pk", "child_id", "pregnancy_id", HELD_BY[table], *tells)


def _in_order(children: Mapping[str, list[LeftEntry]], who: Mapping[str, Named]) -> Iterable[LeftChild]:
    found = [LeftChild(who[child], tuple(some)) for child, some in children.items()]
    return sorted(found, key=lambda one: (one.child.called.casefold(), one.child.child))

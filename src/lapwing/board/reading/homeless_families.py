"""Families with a baby who came to a housing authority, from notice to roof: named within one's reach, else as figures.

Where a family sleeps is never in it: the kind of place would already say that somebody is in a refuge.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from lapwing.board.figures import Figure
from lapwing.board.measured import figures_of
from lapwing.conduct.acting import Acting
from lapwing.conduct.at_work import ended_among
from lapwing.conduct.may import BOARD, OVERSIGHT
from lapwing.conduct.permissions import check_user_can
from lapwing.conduct.reading.calling import named
from lapwing.conduct.reading.lists import in_sight
from lapwing.conduct.reading.record import note_reading
from lapwing.language.calendar import add_months
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.vocabulary.care_codes import HousingFinding, SettingKind
from lapwing.vocabulary.codes import AgencyKind

BABY_MONTHS = 12
"""Up to this age, and before birth, a family is one with a baby (paragraph 53)."""


@dataclass(frozen=True)
class Approach:
    """A family's approach to a housing authority. `has_roof` is None where nothing is on record of where they sleep.

    `handed_on` says of a family outside the area whether a hand-over was sent to whoever is there.
    """

    approached_on: date | None
    finding: str
    consent: str
    told_on: date | None
    decided_on: date | None
    has_roof: bool | None
    out_of_area: bool
    handed_on: bool
    closed_on: date | None

    @property
    def closed_without_roof(self) -> bool:
        """Closed by housing with no roof on record."""
        return self.closed_on is not None and not self.has_roof


@dataclass(frozen=True)
class FamilyNamed:
    """An approach of a family within one's reach, with the child by key and name."""

    child: str
    called: str
    approach: Approach


@links.asked_once()
def families_without_home(*, by: Acting) -> list[FamilyNamed]:
    """The families with an unborn child or a baby, within one's reach, who came to a housing authority; the open ones first."""
    check_user_can("read", OVERSIGHT, by=by, child=None)
    found = _of_babies(by)
    called = named({child for child, _ in found})
    note_reading(by, "families_without_home", count=len(called))
    some = [FamilyNamed(child, called[child].called, one) for child, one in found]
    return sorted(some, key=lambda one: (one.approach.closed_on is not None, one.approach.approached_on or date.min))


def housing_steps(*, by: Acting) -> list[Figure]:
    """From notice to roof in figures. No case stands by itself: a row would tell of one family, under whatever sign."""
    check_user_can("see_board", BOARD, by=by, child=None)
    note_reading(by, "housing_steps")
    return figures_of("B53.2")


def _of_babies(by: Acting) -> list[tuple[str, Approach]]:
    """The approaches of families within reach with a child who is unborn or a baby, and whose record goes on.

    A child has its own of each.
    """
    rows = list(entries("housing_approach").values())
    of_pregnancies = _children_of_pregnancies({row["pregnancy_id"] for row in rows} - {None})
    children_of = [_children_of(row, of_pregnancies) for row in rows]
    same = links.groups("child", {one for some in children_of for one in some})
    pairs = [
        (child, row)
        for row, some in zip(rows, children_of, strict=True)
        for child in {same.get(one, [one])[0] for one in some}
    ]
    near = in_sight(by, among=_unborn_or_babies({child for child, _ in pairs}, by.today), may=OVERSIGHT)
    shown = near - ended_among(near)
    sent = _handed_on(shown)
    return [(child, _approach(row, child in sent)) for child, row in pairs if child in shown]


def _approach(row: Mapping[str, Any], handed_on: bool) -> Approach:
    given = row["consent_given"]
    asked = "Asked, not answered" if row["consent_asked_on"] else "Not asked"
    sleeping = row["sleeping_at"]
    return Approach(
        approached_on=row["approached_on"],
        finding=HousingFinding.labels().get(row["finding"], "Not recorded"),
        consent=asked if given is None else ("Given" if given else "Refused"),
        told_on=row["social_care_told_on"],
        decided_on=row["social_care_decided_on"],
        has_roof=None if sleeping is None else sleeping != SettingKind.NO_FIXED_ADDRESS,
        out_of_area=bool(row["out_of_area"]),
        handed_on=handed_on,
        closed_on=row["closed_on"],
    )


def _children_of_pregnancies(pregnancies: set[str]) -> dict[str, list[str]]:
    """The children of each of these pregnancies, by whichever of its records."""
    same = links.groups("pregnancy", pregnancies)
    expected: dict[str, list[str]] = defaultdict(list)
    rows = entries("child").filter(pregnancy__in=pregnancies.union(*same.values()))
    for child, pregnancy in rows.values_list("pk", "pregnancy_id"):
        expected[pregnancy].append(child)
    return {one: [child for record in same.get(one, [one]) for child in expected[record]] for one in pregnancies}


def _children_of(row: Mapping[str, Any], of_pregnancies: Mapping[str, Sequence[str]]) -> Sequence[str]:
    return [row["child_id"]] if row["child_id"] else of_pregnancies.get(row["pregnancy_id"], ())


def _unborn_or_babies(children: set[str], today: date) -> set[str]:
    born = entries("child").filter(pk__in=children).values_list("pk", "person_id", "person__born_on")
    return {
        child
        for child, person, born_on in born
        if person is None or (born_on is not None and add_months(born_on, BABY_MONTHS) > today)
    }


def _handed_on(children: set[str]) -> set[str]:
    """Those of whom health visiting or a GP was sent a hand-over, as a child or before birth."""
    health = (AgencyKind.HEALTH_VISITING, AgencyKind.GENERAL_PRACTICE)
    sent = entries("hand_over").filter(to_agency__kind__in=health, sent_on__isnull=False)
    expected = dict(entries("child").filter(pk__in=children).values_list("pk", "pregnancy_id"))
    before_birth = set(sent.filter(pregnancy__in=set(expected.values()) - {None}).values_list("pregnancy", flat=True))
    named_in = set(sent.filter(child__in=children).values_list("child", flat=True))
    return named_in | {child for child, pregnancy in expected.items() if pregnancy in before_birth}


READ_HERE = {families_without_home: OVERSIGHT, housing_steps: BOARD}

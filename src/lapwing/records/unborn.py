"""Which records of unborn children may be of one child: by the mother, the time of the pregnancy and the order of birth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from lapwing.records.candidates import Pair, in_order
from lapwing.records.matching import Alike, Likeness

TERM = timedelta(280)
"""From the first day of the last period to the expected date: 40 weeks."""
OVERDUE = timedelta(21)
"""How long after its expected date a pregnancy that nobody recorded as ended may still go on."""
NEAR = timedelta(14)
FAR = timedelta(42)
"""Expected dates of one pregnancy lie within six weeks of each other: a scan corrects a date by less than that."""
OVERLAP = timedelta(14)
"""Two pregnancies of one woman do not overlap by more, whichever day each is counted from."""
SAME_MOTHER, MATCHED_MOTHER = "Same mother.", "Their mothers may be one woman; that is not confirmed."


@dataclass(frozen=True)
class UnbornParticulars:
    """What a record says of a child known before birth. `ended_on`: when the pregnancy ended, by birth or otherwise."""

    key: str
    mother: str | None
    pregnancy: str | None = None
    birth_order: int | None = None
    expected_on: date | None = None
    known_on: date | None = None
    ended_on: date | None = None

    @property
    def began_on(self) -> date | None:
        """About when the pregnancy began, at the earliest that its dates allow."""
        if self.expected_on is not None:
            return self.expected_on - TERM
        return self.ended_on - TERM if self.ended_on is not None else self.known_on

    @property
    def over_on(self) -> date | None:
        """When it ended, or by when it must have."""
        if self.ended_on is not None:
            return self.ended_on
        if self.expected_on is not None:
            return self.expected_on + OVERDUE
        return self.known_on + TERM if self.known_on is not None else None


def unborn_likeness(one: UnbornParticulars, other: UnbornParticulars, *, mother_confirmed: bool) -> Likeness | None:
    """Why two records of unborn children of one mother may be of one child; None where they are of two.

    `mother_confirmed`: whether both name the same mother, or a mother that a person found to be the same.
    """
    if _are_siblings(one, other) or not _at_one_time(one, other):
        return None
    apart = _apart(one.expected_on, other.expected_on)
    is_near = apart is not None and apart <= NEAR
    speaks_for, speaks_against = [SAME_MOTHER if mother_confirmed else MATCHED_MOTHER], []
    if apart is None:
        speaks_for.append("The pregnancies overlap in time; an expected date is missing.")
    elif apart <= FAR:
        speaks_for.append(f"Expected dates {_days(apart)} apart.")
    else:
        speaks_for.append("The pregnancies overlap in time.")
        speaks_against.append(f"Expected dates {_days(apart)} apart.")
    if one.birth_order is not None and one.birth_order == other.birth_order:
        speaks_for.append("Same order of birth.")
    elif one.birth_order is not None or other.birth_order is not None:
        speaks_against.append("The order of birth is recorded for one of them alone: there may be several babies.")
    if (one.ended_on is None) != (other.ended_on is None):
        speaks_against.append("One of the records says that the pregnancy is over.")
    how = Alike.LIKELY if is_near and mother_confirmed else Alike.POSSIBLE
    score = 90 - min(apart or FAR, 2 * FAR).days // 2 - 10 * len(speaks_against) - (0 if mother_confirmed else 20)
    return Likeness(how, score, tuple(speaks_for), tuple(speaks_against))


def unborn_candidates(unborn: Sequence[UnbornParticulars], alike_mothers: Iterable[tuple[str, str]] = ()) -> list[Pair]:
    """The pairs of records that may be of one unborn child, the likeliest first.

    `alike_mothers`: the keys of people who may be one woman, such as `candidates` gives, and nobody has confirmed.
    """
    by_mother: dict[str, list[UnbornParticulars]] = {}
    for one in unborn:
        if one.mother is not None:
            by_mother.setdefault(one.mother, []).append(one)
    compared = [
        *((one, other, True) for some in by_mother.values() for one, other in combinations(some, 2)),
        *((one, other, False) for one, other in _across(by_mother, alike_mothers)),
    ]
    found = (
        Pair(one.key, other.key, likeness)
        for one, other, confirmed in compared
        if (likeness := unborn_likeness(one, other, mother_confirmed=confirmed)) is not None
    )
    return in_order(found)


def _across(
    by_mother: dict[str, list[UnbornParticulars]], mothers: Iterable[tuple[str, str]]
) -> Iterator[tuple[UnbornParticulars, UnbornParticulars]]:
    for hers, of_other in {(min(pair), max(pair)) for pair in mothers if pair[0] != pair[1]}:
        yield from ((one, other) for one in by_mother.get(hers, ()) for other in by_mother.get(of_other, ()))


def _are_siblings(one: UnbornParticulars, other: UnbornParticulars) -> bool:
    """Two babies of one pregnancy: of different order of birth, or entered as two under one pregnancy."""
    orders = {one.birth_order, other.birth_order}
    of_one_record = one.pregnancy is not None and one.pregnancy == other.pregnancy
    return (None not in orders and len(orders) == 2) or (of_one_record and len(orders) == 2)


def _at_one_time(one: UnbornParticulars, other: UnbornParticulars) -> bool:
    """Whether the times of the two pregnancies overlap, so that they must be one; not without dates."""
    days = (one.began_on, one.over_on, other.began_on, other.over_on)
    if None in days:
        return False
    began = max(day for day in (one.began_on, other.began_on) if day is not None)
    over = min(day for day in (one.over_on, other.over_on) if day is not None)
    return over - began > OVERLAP


def _apart(one: date | None, other: date | None) -> timedelta | None:
    return None if one is None or other is None else abs(one - other)


def _days(apart: timedelta) -> str:
    return "1 day" if apart.days == 1 else f"{apart.days} days"

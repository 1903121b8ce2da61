"""A picture of who is around a child: the child in the middle, its family around it, agencies with their people outside.

It is drawn as SVG by a template, with attributes alone; the same list gives the picture and the words beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from textwrap import wrap

from lapwing.conduct.reading import Shown
from lapwing.web.showing.around import Person, Worker
from lapwing.web.showing.record import OpenRecord

LINE, LETTERS, MOST_PEOPLE = 17, 19, 3
"""The height of a line of text; how many letters it has at most; how many people of an agency are named in the picture."""
INNER, OUTER = (185, 125), (345, 285)
"""How far from the child the family and the agencies stand, to the side and up, where there are few."""
FEW_PEOPLE, FEW_AGENCIES = 8, 11
BOX = 150


@dataclass(frozen=True)
class Tied:
    """Somebody or some service around the child, in words: `is_sure` is no where nobody is known, or nobody has accepted."""

    called: str
    tie: str
    people: tuple[str, ...]
    is_sure: bool
    href: str | None


@dataclass(frozen=True)
class Box:
    """A box of the picture: its middle, its size, and its lines of text, each with its height above the middle."""

    x: int
    y: int
    width: int
    height: int
    lines: tuple[tuple[int, str, bool], ...]
    is_sure: bool
    is_outer: bool


@dataclass(frozen=True)
class Picture:
    """The whole picture, and how large it is."""

    width: int
    height: int
    child: Box
    boxes: tuple[Box, ...]


def family(people: Sequence[Person]) -> list[Tied]:
    """The people around the child now, each by what they are to it; a father whom nobody named is there as a gap."""
    return [Tied(one.called, one.role, (), one.is_known, one.entry) for one in people if not one.has_ended]


def agencies(record: OpenRecord, workers: Sequence[Worker]) -> list[Tied]:
    """The agencies that work with the child now with their people, and those to which it was put and that have not accepted."""
    found: dict[str, list[Worker]] = {}
    for one in workers:
        found.setdefault(one.agency or "An agency not named here", []).append(one)
    tied = [
        Tied(
            called=agency,
            tie="Leads" if any(one.leads for one in some) else "Works with the child",
            people=tuple(one.name for one in some),
            is_sure=any(one.is_named for one in some),
            href=some[0].entry,
        )
        for agency, some in found.items()
    ]
    return tied + [one for one in _waiting(record) if one.called not in found]


def _waiting(record: OpenRecord) -> Iterator[Tied]:
    waiting = (
        ("hand_over", ("accepted_on", "declined_on"), "Handed over, not accepted"),
        ("referral", ("acknowledged_on", "closed_on", "decided_on"), "Referred, not answered"),
    )
    told: set[str] = set()
    for table, answered, tie in waiting:
        for one in record.all(table):
            name = record.record.names.get(one.values.get("to_agency_id") or "")
            if name and name not in told and not _is_any(one, answered):
                told.add(name)
                yield Tied(name, tie, (), is_sure=False, href=record.page(table, one.key))


def _is_any(one: Shown, columns: Sequence[str]) -> bool:
    return any(one.values.get(name) is not None for name in columns)


def picture(called: str, family: Sequence[Tied], agencies: Sequence[Tied]) -> Picture:
    """Where each stands."""
    near, far = max(1.0, len(family) / FEW_PEOPLE), max(1.0, len(agencies) / FEW_AGENCIES, len(family) / FEW_PEOPLE)
    width = int(2 * (OUTER[0] * far + BOX / 2 + 8))
    height = int(2 * (OUTER[1] * far + 62))
    middle = (width // 2, height // 2)
    boxes = [
        *(
            _box(one, at, is_outer=False)
            for one, at in zip(family, _ring(middle, INNER, near, len(family), 0), strict=True)
        ),
        *(
            _box(one, at, is_outer=True)
            for one, at in zip(agencies, _ring(middle, OUTER, far, len(agencies), 0.5), strict=True)
        ),
    ]
    return Picture(
        width, height, _made(middle, wrap(called, LETTERS)[:3], (), is_sure=True, is_outer=False), tuple(boxes)
    )


def _ring(
    middle: tuple[int, int], radii: tuple[int, int], larger: float, number: int, offset: float
) -> Iterator[tuple[int, int]]:
    """Places on a ring, the first at the top left, so that parents stand beside one another above the child."""
    for place in range(number):
        turn = 2 * pi * (place + offset) / number - 2 * pi / 3
        yield (
            int(middle[0] + radii[0] * larger * cos(turn)),
            int(middle[1] + radii[1] * larger * sin(turn)),
        )


def _box(one: Tied, at: tuple[int, int], *, is_outer: bool) -> Box:
    people = one.people[:MOST_PEOPLE] if len(one.people) <= MOST_PEOPLE else one.people[: MOST_PEOPLE - 1]
    rest = (f"and {len(one.people) - len(people)} more",) if len(people) < len(one.people) else ()
    quiet = [line for text in (one.tie, *people, *rest) for line in _short(text)]
    return _made(at, wrap(one.called, LETTERS)[:3], quiet, is_sure=one.is_sure, is_outer=is_outer)


def _short(text: str) -> list[str]:
    return wrap(text, LETTERS + 3)[:2]


def _made(at: tuple[int, int], strong: Sequence[str], quiet: Sequence[str], *, is_sure: bool, is_outer: bool) -> Box:
    every = [*((text, True) for text in strong), *((text, False) for text in quiet)]
    top = at[1] - (len(every) - 1) * LINE // 2 + 5
    return Box(
        x=at[0],
        y=at[1],
        width=BOX,
        height=len(every) * LINE + 12,
        lines=tuple((top + number * LINE, text, is_strong) for number, (text, is_strong) in enumerate(every)),
        is_sure=is_sure,
        is_outer=is_outer,
    )

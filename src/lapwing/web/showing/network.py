"""A picture of who is around a child: the child in the middle, its family around it, agencies with their people outside.

It is drawn as SVG by a template, with attributes alone; the same list gives the picture and the words beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import cos, radians, sin
from textwrap import wrap

from lapwing.conduct.reading import Shown
from lapwing.web.showing.around import Person, Worker
from lapwing.web.showing.record import OpenRecord

LINE, LETTERS, MOST_PEOPLE = 17, 18, 3
"""The height of a line of text; how many letters it has at most; how many people of an agency are named in the picture."""
INNER, OUTER = (215, 125), (360, 235)
"""How far from the child the family and the agencies stand, to the side and up, where there are few."""
FEW_PEOPLE, FEW_AGENCIES = 8, 11
SPREAD = 3
"""Up to so many of the family stand above the child, so that no line to an agency runs behind them."""
BOX, MARGIN = 168, 12


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
    return [Tied(one.called.rstrip("."), one.role, (), one.is_known, one.entry) for one in people if not one.has_ended]


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
    if record.record.child.has_ended:
        return
    for table, answered, tie in waiting:
        for one in record.all(table):
            name = record.record.names.get(one.values.get("to_agency_id") or "")
            if name and name not in told and not _is_any(one, answered):
                told.add(name)
                yield Tied(name, tie, (), is_sure=False, href=record.page(table, one.key))


def _is_any(one: Shown, columns: Sequence[str]) -> bool:
    return any(one.values.get(name) is not None for name in columns)


def picture(called: str, family: Sequence[Tied], agencies: Sequence[Tied]) -> Picture:
    """Where each stands: the child's place is worked out as 0, 0, and all is moved so that the picture begins there."""
    near, far = max(1.0, len(family) / FEW_PEOPLE), max(1.0, len(agencies) / FEW_AGENCIES, len(family) / FEW_PEOPLE)
    child = _made((0, 0), wrap(called, LETTERS)[:3], (), is_sure=True, is_outer=False)
    boxes = [
        child,
        *(_box(one, _at(INNER, near, turn), is_outer=False) for one, turn in _above(family)),
        *(_box(one, _at(OUTER, far, turn), is_outer=True) for one, turn in _below(agencies, len(family))),
    ]
    left, top = min(one.x for one in boxes) - BOX // 2, min(one.y - one.height // 2 for one in boxes)
    right, bottom = max(one.x for one in boxes) + BOX // 2, max(one.y + one.height // 2 for one in boxes)
    middle, *others = (_moved(one, MARGIN - left, MARGIN - top) for one in boxes)
    return Picture(right - left + 2 * MARGIN, bottom - top + 2 * MARGIN, middle, tuple(others))


def _moved(one: Box, right: int, down: int) -> Box:
    lines = tuple((y + down, text, is_strong) for y, text, is_strong in one.lines)
    return replace(one, x=one.x + right, y=one.y + down, lines=lines)


def _above(some: Sequence[Tied]) -> Iterator[tuple[Tied, float]]:
    """A few stand beside one another above the child, parents first; many all around it, the first at the top left."""
    number = len(some)
    step = 60.0 if number <= SPREAD else 360 / number
    first = -90 - step * (number - 1) / 2 if number <= SPREAD else -120
    return ((one, first + place * step) for place, one in enumerate(some))


def _below(some: Sequence[Tied], above: int) -> Iterator[tuple[Tied, float]]:
    """Where only a few stand above the child, below and beside it; otherwise all around it, between those of the family."""
    number = len(some)
    if above <= SPREAD and number <= FEW_PEOPLE:
        step = min(60.0, 210 / max(1, number - 1))
        first = 90 - step * (number - 1) / 2
    else:
        step = 360 / number if number else 0
        first = -120 + step / 2
    return ((one, first + place * step) for place, one in enumerate(some))


def _at(radii: tuple[int, int], larger: float, turn: float) -> tuple[int, int]:
    """A place on a ring, by the turn in degrees from the right, clockwise."""
    return int(radii[0] * larger * cos(radians(turn))), int(radii[1] * larger * sin(radians(turn)))


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

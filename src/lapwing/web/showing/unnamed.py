"""What is open in a partnership, naming nobody: how many children, by check, agency, team or pseudonym.

A number of children so small that it might tell who they are is kept back, as the area's settings say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode

from lapwing.conduct.findings import settings_now
from lapwing.conduct.reading import Line
from lapwing.engine.check import Outcome
from lapwing.web.showing.findings import SHOWN_FIRST
from lapwing.web.templating import address

NOBODY_LEADS = "Nobody leads"
COUNTED = ("Urgent", "Overdue or not done", "Due soon", "Cannot tell")
"""What is counted of each row: the children of whom something stands so. There is no sum, from which what is kept back
could be worked out.
"""


class By(StrEnum):
    """What a row is of."""

    CHECK = "check"
    AGENCY = "agency"
    TEAM = "team"
    CHILD = "child"


TITLES: Mapping[By, str] = {
    By.CHECK: "By what is asked",
    By.AGENCY: "By the agency that leads",
    By.TEAM: "By the team that leads",
    By.CHILD: "By child, under a pseudonym",
}


@dataclass(frozen=True)
class Asked:
    """What the address asks for: rows of what, of which agency's children, and of one child by pseudonym."""

    by: By = By.CHECK
    agency: str = ""
    child: str = ""

    def narrowed(self, **changed: Any) -> str:
        """The address of the same list, but for what is changed."""
        other = replace(self, **changed)
        said = {"by": str(other.by), "agency": other.agency, "child": other.child}
        return f"{address('work')}?{urlencode({name: one for name, one in said.items() if one})}"


@dataclass(frozen=True)
class Row:
    """One row: what it is of, where more of it is, and its numbers; `stands` says how one gap of one child stands."""

    title: str
    href: str | None
    numbers: tuple[str, ...] = ()
    stands: str = ""


def asked_by(given: Mapping[str, str]) -> Asked:
    """What an address asks for; what nobody can make sense of is as if it were not there."""
    by = given.get("by")
    return Asked(By(by) if by in list(By) else By.CHECK, given.get("agency", ""), given.get("child", ""))


def fewest() -> int:
    """The smallest number of children that is told."""
    return int(settings_now().number("suppress.below"))


def told(number: int) -> str:
    """A number of children, unless it is so small that it might tell who they are."""
    return f"fewer than {fewest()}" if 0 < number < fewest() else f"{number:,}"


def pressing(lines: Iterable[Line]) -> list[Line]:
    """The gaps about which somebody can do something now."""
    return [one for one in lines if one.outcome in SHOWN_FIRST]


def rows(lines: Sequence[Line], asked: Asked) -> list[Row]:
    """What the address asks for, by name; of one child what is open, in the list's order."""
    large = _large_enough(lines)
    if asked.child:
        return [Row(one.asks, None, stands=_stands(one)) for one in lines if one.pseudonym == asked.child]
    some = [one for one in lines if not asked.agency or (one.agency == asked.agency and asked.agency in large)]
    if asked.by is By.CHILD:
        found = _grouped(some, lambda one: str(one.pseudonym))
        return [Row(name, asked.narrowed(child=name), _gaps(of_it)) for name, of_it in sorted(found.items())]
    key: Callable[[Line], str] = {
        By.CHECK: lambda one: one.asks,
        By.AGENCY: lambda one: one.agency or NOBODY_LEADS,
        By.TEAM: lambda one: ", ".join(part for part in (one.team, one.agency) if part) or NOBODY_LEADS,
    }[asked.by]
    found = _grouped(some, key)
    return [Row(name, _behind(asked, name, large), tuple(_numbers(found[name]))) for name in sorted(found)]


def _grouped(lines: Iterable[Line], key: Callable[[Line], str]) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = {}
    for one in lines:
        found.setdefault(key(one), []).append(one)
    return found


def _behind(asked: Asked, name: str, large: set[str]) -> str | None:
    """From an agency to its children's checks, where there are children enough."""
    return asked.narrowed(by=By.CHECK, agency=name) if asked.by is By.AGENCY and name in large else None


def _large_enough(lines: Iterable[Line]) -> set[str]:
    """The agencies that lead for so many children that a list of theirs tells of nobody."""
    found = _grouped((one for one in lines if one.agency), lambda one: str(one.agency))
    return {agency for agency, some in found.items() if len(_children(some)) >= fewest()}


def _children(lines: Iterable[Line]) -> set[str | None]:
    return {one.pseudonym for one in lines}


def _parts(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines behind each of what is counted."""
    by_outcome = [[one for one in lines if one.outcome == outcome] for outcome in SHOWN_FIRST]
    return [[one for one in lines if one.urgent], *by_outcome]


def _numbers(lines: Sequence[Line]) -> Iterable[str]:
    return (told(len(_children(some))) for some in _parts(lines))


def _gaps(lines: Sequence[Line]) -> tuple[str, ...]:
    """Of one child: how many gaps there are, and how they stand."""
    return tuple(str(len(some)) for some in _parts(lines))


def _stands(one: Line) -> str:
    label = Outcome(one.outcome).label
    return f"Urgent: {label.lower()}" if one.urgent else label


def filters(lines: Iterable[Line], asked: Asked) -> dict[str, list[dict[str, Any]]]:
    """The choices: rows of what, and of which agency's children; agencies that lead for few are no choice."""
    agencies = [("", "Every agency"), *((one, one) for one in sorted(_large_enough(lines)))]
    return {
        "by": [{"value": str(one), "text": TITLES[one], "selected": one is asked.by} for one in By],
        "agency": [{"value": one, "text": text, "selected": one == asked.agency} for one, text in agencies],
    }

"""What is open in a partnership, naming nobody: how many children, by check, agency, team or pseudonym.

A number of children so small that it might tell who they are is kept back, as the area's settings say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode

from lapwing.checks import CHECKS
from lapwing.conduct.findings import settings_now
from lapwing.conduct.reading import ANY, URGENT, Counted, Line
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
    """What the address asks for: rows of what, of which agency's or team's children, and of one child by pseudonym."""

    by: By = By.CHECK
    agency: str = ""
    team: str = ""
    child: str = ""

    def narrowed(self, **changed: Any) -> str:
        """The address of the same list, but for what is changed."""
        other = replace(self, **changed)
        said = {"by": str(other.by), "agency": other.agency, "team": other.team, "child": other.child}
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
    return Asked(
        By(by) if by in list(By) else By.CHECK, given.get("agency", ""), given.get("team", ""), given.get("child", "")
    )


def fewest() -> int:
    """The smallest number of children that is told."""
    return int(settings_now().number("suppress.below"))


def told(number: int) -> str:
    """A number of children, unless it is so small that it might tell who they are."""
    return f"fewer than {fewest()}" if 0 < number < fewest() else f"{number:,}"


Stands = Mapping[str, int]
"""Numbers of children by how something stands."""


def _sums(counts: Iterable[Counted], key: Callable[[Counted], str]) -> dict[str, Stands]:
    """Added up by what a row is of: a child has one agency and one team that lead, and so is in one count alone."""
    found: dict[str, Counter[str]] = {}
    for one in counts:
        found.setdefault(key(one), Counter())[one.stands] += one.children
    return dict(found)


def _is_large(stands: Stands) -> bool:
    """Whether there are so many children that a list of theirs tells of nobody."""
    return stands.get(ANY, 0) >= fewest()


def _by_agency(counts: Iterable[Counted]) -> dict[str, Stands]:
    return _sums((one for one in counts if one.check is None), lambda one: one.agency or NOBODY_LEADS)


def _large(counts: Iterable[Counted]) -> list[str]:
    return sorted(name for name, stands in _by_agency(counts).items() if name != NOBODY_LEADS and _is_large(stands))


def rows(counts: Sequence[Counted], asked: Asked) -> list[Row]:
    """Rows of checks, agencies or teams, by name."""
    large = set(_large(counts))
    some = [one for one in counts if not asked.agency or (one.agency == asked.agency and asked.agency in large)]
    if asked.by is By.AGENCY:
        found = _by_agency(some)
        behind = {name: asked.narrowed(by=By.CHECK, agency=name) for name in found if name in large}
    elif asked.by is By.CHECK:
        found, behind = _sums((one for one in some if one.check is not None), _asks), {}
    else:
        found, behind = _teams(some)
    return [Row(name, behind.get(name), _numbers(found[name])) for name in sorted(found)]


def _teams(counts: Iterable[Counted]) -> tuple[dict[str, Stands], dict[str, str]]:
    """Teams, and where their children are listed under pseudonyms, if there are enough."""
    of_teams = [one for one in counts if one.check is None]
    found = _sums(of_teams, _team)
    behind = {
        _team(one): Asked(By.CHILD, one.agency, one.team or "").narrowed()
        for one in of_teams
        if one.agency and one.stands == ANY and _is_large(found[_team(one)])
    }
    return found, behind


def _team(one: Counted) -> str:
    return ", ".join(part for part in (one.team, one.agency) if part) or NOBODY_LEADS


def _asks(one: Counted) -> str:
    check = CHECKS.get(one.check or "")
    return check.asks if check else str(one.check)


def _numbers(stands: Stands) -> tuple[str, ...]:
    return tuple(told(stands.get(name, 0)) for name in (URGENT, *map(str, SHOWN_FIRST)))


def may_list(counts: Sequence[Counted], asked: Asked) -> bool:
    """Whether the address names a team with so many children that they may be listed under pseudonyms."""
    named = [one for one in counts if one.check is None and (one.agency, one.team or "") == (asked.agency, asked.team)]
    return bool(asked.agency) and any(_is_large({one.stands: one.children}) for one in named)


def of_children(lines: Iterable[Line], asked: Asked) -> list[Row]:
    """Of one team's children, each under a pseudonym, how many gaps there are; of one child what is open."""
    pressing = [one for one in lines if one.outcome in SHOWN_FIRST]
    if asked.child:
        return [Row(one.asks, None, stands=_stands(one)) for one in pressing if one.pseudonym == asked.child]
    found: dict[str, Counter[str]] = {}
    for one in pressing:
        stands = found.setdefault(str(one.pseudonym), Counter())
        stands.update([one.outcome, *([URGENT] if one.urgent else [])])
    return [
        Row(name, asked.narrowed(child=name), tuple(str(found[name][kind]) for kind in (URGENT, *SHOWN_FIRST)))
        for name in sorted(found)
    ]


def _stands(one: Line) -> str:
    label = Outcome(one.outcome).label
    return f"Urgent: {label.lower()}" if one.urgent else label


def filters(counts: Sequence[Counted], asked: Asked) -> dict[str, list[dict[str, Any]]]:
    """The choices: rows of what, and of which agency's children; agencies that lead for few are no choice."""
    agencies = [("", "Every agency"), *((one, one) for one in _large(counts))]
    kinds = [one for one in By if one is not By.CHILD]
    return {
        "by": [{"value": str(one), "text": TITLES[one], "selected": one is asked.by} for one in kinds],
        "agency": [{"value": one, "text": text, "selected": one == asked.agency} for one, text in agencies],
    }

"""What a list of work is asked for by the address: whose work, of which kind, of which children, in which order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import OVERSIGHT, Scope
from lapwing.conduct.reading import PractitionerListed
from lapwing.web.templating import address

MINE, TEAM, AGENCY = "mine", "team", "agency"
FEW = 30
"""So many teams or people are choices of a list; more would be a long way to look for one."""
A_TEAM = "team:"
"""What stands before the name of a team, where it is not one's own."""


class Kind(StrEnum):
    """What waits, in the order in which it is shown."""

    URGENT = "urgent"
    FOR_YOU = "for_you"
    NOT_DONE = "not_done"
    DUE_SOON = "due_soon"
    FOR_OTHERS = "for_others"
    NEW = "new"
    UNFINISHED = "unfinished"
    CANNOT_TELL = "cannot_tell"

    @property
    def label(self) -> str:
        """What a list of it is called."""
        return TITLES[self]


TITLES: Mapping[Kind, str] = {
    Kind.URGENT: "Urgent",
    Kind.FOR_YOU: "Waits for your answer",
    Kind.NOT_DONE: "Overdue or not done",
    Kind.DUE_SOON: "Due soon",
    Kind.FOR_OTHERS: "What you wait for",
    Kind.NEW: "Children new to you",
    Kind.UNFINISHED: "What you began to write",
    Kind.CANNOT_TELL: "Cannot tell: something is not on record",
}
OF_FINDINGS = (Kind.URGENT, Kind.NOT_DONE, Kind.DUE_SOON, Kind.CANNOT_TELL)
"""What the checks say; the rest is what people put to each other or left unfinished."""


class Age(StrEnum):
    """Which children: by whether they are born, and how old they are."""

    UNBORN = "unborn"
    BABIES = "babies"
    CHILDREN = "children"
    YOUNG_PEOPLE = "young_people"

    @property
    def label(self) -> str:
        """What they are called."""
        return AGES[self]


AGES: Mapping[Age, str] = {
    Age.UNBORN: "Unborn children",
    Age.BABIES: "Babies under one",
    Age.CHILDREN: "Children of 1 to 13",
    Age.YOUNG_PEOPLE: "Young people of 14 and over",
}


def age_of(born_on: date | None, today: date) -> Age:
    """Among whom a child is: a baby to the first birthday, a young person from the fourteenth on."""
    if born_on is None:
        return Age.UNBORN
    years = today.year - born_on.year - ((today.month, today.day) < (born_on.month, born_on.day))
    return Age.BABIES if years < 1 else Age.YOUNG_PEOPLE if years >= 14 else Age.CHILDREN


@dataclass(frozen=True)
class Asked:
    """What an address asks for: `whose` is one's own work, a team's, the whole agency's, or one practitioner's, by key."""

    whose: str
    kind: Kind | None
    age: Age | None
    by_child: bool

    def within(self, by: Acting) -> dict[str, Any]:
        """The same as the worklist asks it."""
        if self.whose == MINE:
            return {"within": Scope.OWN}
        if self.whose == AGENCY:
            return {}
        if self.whose == TEAM:
            return {"team": by.account.team}
        if self.whose.startswith(A_TEAM):
            return {"team": self.whose.removeprefix(A_TEAM)}
        return {"practitioner": self.whose}

    @property
    def is_for_oneself(self) -> bool:
        """Whether what waits for oneself belongs to it, as it does unless one looks at somebody else's work."""
        return self.whose in (MINE, TEAM)

    def narrowed(self, **changed: Any) -> str:
        """The address of the same list, but for what is changed."""
        other = replace(self, **changed)
        said = {"whose": other.whose, "kind": other.kind, "age": other.age, "order": "child" if other.by_child else ""}
        return f"{address('work')}?{urlencode({name: str(one) for name, one in said.items() if one})}"


def asked_by(by: Acting, given: Mapping[str, str]) -> Asked:
    """What an address asks for; what nobody can make sense of is as if it were not there."""
    kind, age, whose = given.get("kind"), given.get("age"), given.get("whose")
    return Asked(
        whose=whose or usual(by),
        kind=Kind(kind) if kind in list(Kind) else None,
        age=Age(age) if age in list(Age) else None,
        by_child=given.get("order") == "child",
    )


def usual(by: Acting) -> str:
    """Whose work somebody sees if they do not say: their own; who oversees a team sees the team's."""
    return TEAM if by.account.role in OVERSIGHT and by.account.team else MINE


Option = dict[str, Any]


def whose_options(
    by: Acting, asked: Asked, colleagues: Sequence[PractitionerListed], teams: Sequence[str] = (), *, all_of_it: bool
) -> list[Option]:
    """Whose work may be looked at: for who oversees others also theirs, by team and by practitioner.

    Of teams or people beyond a few only the one looked at is a choice; the team's page lists them all.
    """
    choices = [(MINE, "My own")]
    if by.account.team:
        choices.append((TEAM, f"My team’s: {by.account.team}"))
    if by.account.role in OVERSIGHT:
        choices += [(AGENCY, "Everybody’s at my agency: urgent")] if all_of_it else []
        others = [(A_TEAM + team, f"The team’s: {team}") for team in teams if team != by.account.team]
        choices += _few(others, asked) + _few([(one.practitioner, one.name) for one in colleagues], asked)
    return [{"value": value, "text": text, "selected": value == asked.whose} for value, text in choices]


def _few(choices: list[tuple[str, str]], asked: Asked) -> list[tuple[str, str]]:
    return choices if len(choices) <= FEW else [one for one in choices if one[0] == asked.whose]


def options(choices: Iterable[Kind | Age], chosen: Kind | Age | None, everything: str) -> list[Option]:
    """The choices of a filter, and first that it filters nothing."""
    every = [("", everything), *((str(one), one.label) for one in choices)]
    return [{"value": value, "text": text, "selected": value == (chosen or "")} for value, text in every]

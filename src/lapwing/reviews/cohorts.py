"""Named schemes that put a child in one cohort by its age at the incident."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from lapwing.reviews.ages import UNBORN, Age
from lapwing.reviews.periods import NOT_KNOWN
from lapwing.reviews.refusal import Refusal

OUTSIDE = "outside the scheme"
"""The ages of which a scheme says nothing."""


class UnknownScheme(Refusal):
    """No scheme, or no cohort of it, has that name."""


@dataclass(frozen=True)
class Cohort:
    """Children of the ages from `least` to `most` completed years, both inclusive; `most` None has no end."""

    name: str
    least: int
    most: int | None
    unborn: bool

    def takes(self, years: int) -> bool:
        """Whether a child of so many completed years belongs to it."""
        if years == UNBORN:
            return self.unborn
        return self.least <= years and (self.most is None or years <= self.most)


@dataclass(frozen=True)
class Scheme:
    """Cohorts that do not overlap, in order of age; ages in none of them are outside the scheme."""

    name: str
    title: str
    source: str
    cohorts: tuple[Cohort, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """What its cohorts are called, youngest first."""
        return tuple(cohort.name for cohort in self.cohorts)

    def cohort_of(self, age: Age | None) -> str:
        """The cohort that the age settles, that it lies outside the scheme, or that it is not known which."""
        if age is None:
            return NOT_KNOWN
        possible = {self._of_years(years) for years in range(age.years[0], age.years[1] + 1)}
        return possible.pop() if len(possible) == 1 else NOT_KNOWN

    def _of_years(self, years: int) -> str:
        return next((cohort.name for cohort in self.cohorts if cohort.takes(years)), OUTSIDE)

    def named(self, name: str) -> str:
        """The cohort's name as the scheme writes it; upper and lower case are one."""
        for known in (*self.names, OUTSIDE, NOT_KNOWN):
            if known.casefold() == name.strip().casefold():
                return known
        raise UnknownScheme(f"The scheme {self.name} has no cohort “{name}”. It has {', '.join(self.names)}.")


def _read() -> dict[str, Scheme]:
    kept = tomllib.loads(files(__package__).joinpath("cohorts.toml").read_text("utf-8"))
    return {
        name: Scheme(
            name,
            entry["title"],
            entry["source"],
            tuple(Cohort(one["name"], one["from"], one.get("to"), one.get("unborn", False)) for one in entry["cohort"]),
        )
        for name, entry in kept.items()
    }


SCHEMES: Mapping[str, Scheme] = _read()
"""Every scheme by its name."""


def scheme_named(name: str) -> Scheme:
    """The scheme of that name."""
    if name not in SCHEMES:
        raise UnknownScheme(f"There is no scheme of cohorts “{name}”. There are {', '.join(SCHEMES)}.")
    return SCHEMES[name]

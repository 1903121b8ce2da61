"""The groups in which verbs are listed where somebody asks what they can record."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from lapwing.web.words.of_verbs import every_verb
from lapwing.web.words.written import Written, written


class Place(StrEnum):
    """Where a group is listed: for a child, beside a finding, on every entry, or apart from any child."""

    CHILD = "child"
    FINDING = "finding"
    ENTRY = "entry"
    APART = "apart"


@dataclass(frozen=True)
class Group:
    """Verbs that a person would look for together, in that order."""

    name: str
    title: str
    place: Place
    verbs: tuple[str, ...]


def groups(place: Place = Place.CHILD) -> tuple[Group, ...]:
    """The groups of a place, in order."""
    return tuple(group for group in every_group() if group.place is place)


@cache
def every_group() -> tuple[Group, ...]:
    """Every group; WrongWords where one names a verb that is not there, or is not well formed."""
    words = written("groups.toml")
    words.only("group")
    found = words.values.get("group", [])
    return tuple(_read(Written(f"{words.where}, group {place}", one)) for place, one in enumerate(found, start=1))


def _read(words: Written) -> Group:
    words.only("name", "title", "place", "verbs")
    words.known([words.text("place")], list(Place), "a place")
    words.known(words.texts("verbs"), every_verb(), "a verb")
    place = Place(words.text("place"))
    return Group(words.text("name"), words.text("title"), place, words.texts("verbs"))

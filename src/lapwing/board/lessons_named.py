"""The lessons of the report that something of the Board's names, by their ids."""

from __future__ import annotations

from collections.abc import Iterable

from lapwing.lessons.ages_of_concern import LESSONS, Lesson
from lapwing.lessons.near import nearest_said
from lapwing.records.store import CannotEnter

BETWEEN = ", "
BY_ID: dict[str, Lesson] = {one.id: one for one in LESSONS}


def joined(name: str, given: Iterable[str]) -> str:
    """Ids as a column of text holds them, each once and in the report's order; CannotEnter where one is none of the report's."""
    ids = list(dict.fromkeys(one.strip() for one in given if one.strip()))
    for one in ids:
        if one not in BY_ID:
            raise CannotEnter(f"{name}: has {one}, needs lessons of the report. {nearest_said(one, BY_ID)}")
    return BETWEEN.join(one for one in BY_ID if one in ids)


def parted(held: str | None) -> tuple[Lesson, ...]:
    """The lessons that a column of text holds."""
    return tuple(BY_ID[one] for one in (held or "").split(BETWEEN) if one in BY_ID)

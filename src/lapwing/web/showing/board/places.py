"""Where the first page of the Board leads, by what one wants to do there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import May


class Heading(StrEnum):
    """The parts of the Board's work, in the order in which the first page has them."""

    SEE = "See"
    AUDIT = "Audit"
    ASSURE = "Assure"
    CHALLENGE = "Challenge"
    LEARN = "Learn"
    REPORT = "Report"
    YOURS = "Yours"


@dataclass(frozen=True)
class Place:
    """A page of the Board: under which heading it stands, what it is called and says, its address by name, and who may.

    `lessons` are those of the report that it carries out.
    """

    heading: Heading
    title: str
    says: str
    name: str
    may: May
    lessons: tuple[str, ...] = ()


def places_for(by: Acting, places: Iterable[Place]) -> dict[Heading, list[Place]]:
    """The pages that somebody may open, by heading; headings without any are left out."""
    mine = [place for place in places if by.account.role in place.may]
    return {one: some for one in Heading if (some := [place for place in mine if place.heading is one])}

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


ORDER = (
    "board_findings",
    "board_before_birth",
    "board_fathers",
    "board_hand_overs",
    "board_older_children",
    "board_measures",
    "board_audits",
    "board_audit_tools",
    "board_traced",
    "board_inspections",
    "board_registers",
    "board_registers_overdue",
    "board_prebirth_quality",
    "board_policies",
    "board_materials",
    "board_advice",
    "board_housing",
    "board_tools",
    "board_self_assessment",
    "board_challenge",
    "board_challenge_roster",
    "board_pulse",
    "board_learning",
    "board_actions",
    "board_reports",
    "board_audit_parts",
    "board_to_trace",
    "board_given",
    "board_actions_mine",
    "board_briefings",
    "board_challenge_answer",
)
"""The pages under all headings, in the order of the work: what tells of the whole before what tells of a part."""


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
    mine = sorted((one for one in places if by.account.role in one.may), key=lambda one: ORDER.index(one.name))
    return {one: some for one in Heading if (some := [place for place in mine if place.heading is one])}


def places_of(lessons: Iterable[str], by: Acting, places: Iterable[Place]) -> list[Place]:
    """The pages that carry out any of these lessons of the report, for somebody, in the order of the work."""
    asked = set(lessons)
    return sorted(
        (one for one in places if asked & set(one.lessons) and by.account.role in one.may),
        key=lambda one: ORDER.index(one.name),
    )

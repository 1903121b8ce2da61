"""Who can sign in to the invented partnership: one person a role, each with work of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from lapwing.records.models import Role
from lapwing.simulate.workforce import Duty
from lapwing.vocabulary.codes import PractitionerRole

PASSWORD = "lapwing-demo"  # noqa: S105  # said to everybody: the people and the families are invented
"""What everybody signs in with; in a demonstration alone."""


class Who(StrEnum):
    """Somebody who can sign in, by what they are."""

    SOCIAL_WORKER = "social.worker"
    MIDWIFE = "midwife"
    HEALTH_VISITOR = "health.visitor"
    GP = "gp"
    POLICE_OFFICER = "police.officer"
    SCHOOL_LEAD = "school.lead"
    HOUSING_OFFICER = "housing.officer"
    YOUTH_JUSTICE_WORKER = "youth.justice"
    TEAM_MANAGER = "team.manager"
    MIDWIFERY_MANAGER = "midwifery.manager"
    NAMED_NURSE = "named.nurse"
    PARTNERSHIP_OFFICER = "partnership.officer"
    AUDITOR = "auditor"
    SCRUTINEER = "scrutineer"
    ADMINISTRATOR = "administrator"

    @property
    def email(self) -> str:
        """The address to sign in with, in a domain that cannot exist (RFC 2606)."""
        return f"{self}@lapwing.example"


@dataclass(frozen=True)
class Part:
    """What somebody is, what there is for them to look at first, and who they are.

    With a `duty` it is one of the simulated practitioners, who works with about so many children; otherwise somebody
    for whom the simulation has no post, at no agency or entered at a simulated one.
    """

    post: str
    role: Role
    look_first: str
    duty: Duty | None = None
    children: int = 0
    name: str = ""
    agency: str | None = None
    works_as: PractitionerRole | None = None
    team: str = ""


PRACTITIONER, MANAGER = Role.PRACTITIONER, Role.MANAGER

CAST: Mapping[Who, Part] = {
    Who.SOCIAL_WORKER: Part(
        "Social worker", PRACTITIONER, "Marnie Loxley's baby, due in four weeks with no birth plan",
        Duty.SOCIAL_WORKER, 11,
    ),
    Who.MIDWIFE: Part(
        "Community midwife", PRACTITIONER, "Juno Petrie, handed over and not accepted", Duty.MIDWIFE, 7
    ),
    Who.HEALTH_VISITOR: Part(
        "Health visitor", PRACTITIONER, "Robin Ashby, seven weeks old and losing weight", Duty.HEALTH_VISITOR, 8
    ),
    Who.GP: Part("GP", PRACTITIONER, "Robin Ashby, not brought at six weeks", Duty.GP),
    Who.POLICE_OFFICER: Part("Police officer", PRACTITIONER, "Kit Harrow, missing four times", Duty.POLICE, 3),
    Who.SCHOOL_LEAD: Part(
        "School's safeguarding lead", PRACTITIONER, "Asa Wilder, a disagreement at its second stage", Duty.SCHOOL, 7
    ),
    Who.HOUSING_OFFICER: Part(
        "Housing officer", PRACTITIONER, "Milo Sayer, in bed and breakfast", Duty.HOUSING, 4
    ),
    Who.YOUTH_JUSTICE_WORKER: Part(
        "Youth justice worker", PRACTITIONER, "Kit Harrow, whose words came into no plan", Duty.YOUTH_JUSTICE, 12
    ),
    Who.TEAM_MANAGER: Part(
        "Team manager, social care", MANAGER, "Ivy Calder, referred and not answered; the team of five", Duty.MANAGER
    ),
    Who.MIDWIFERY_MANAGER: Part(
        "Manager of midwifery", MANAGER, "hand-overs that nobody has accepted",
        name="Bethan Garside", agency="agency-midwifery", works_as=PractitionerRole.TEAM_MANAGER,
        team="Community midwives",
    ),
    Who.NAMED_NURSE: Part(
        "Named nurse", Role.NAMED_PROFESSIONAL, "Ivy Calder: health visiting asked, and heard nothing",
        name="Sunita Mistry", agency="agency-health-visiting", works_as=PractitionerRole.OTHER, team="Safeguarding",
    ),
    Who.PARTNERSHIP_OFFICER: Part(
        "Partnership officer", Role.PARTNERSHIP_OFFICER, "Board: a year of audits, learning and registers",
        name="Owen Hallam",
    ),
    Who.AUDITOR: Part("Auditor", Role.AUDITOR, "Board: a case of an older child to mark", name="Nadia Rahman"),
    Who.SCRUTINEER: Part(
        "Independent scrutineer", Role.SCRUTINEER, "Board: what the report found, and what the figures leave open",
        name="Grace Adeyemi",
    ),
    Who.ADMINISTRATOR: Part("Administrator", Role.ADMINISTRATOR, "accounts and feeds", name="Ada Kettle"),
}  # fmt: skip
"""Everybody who can sign in. The team manager is the social worker's own."""

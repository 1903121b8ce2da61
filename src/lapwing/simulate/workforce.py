"""The agencies of an invented partnership, and the people who work for them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any, NamedTuple

from lapwing.simulate.chance import Chance
from lapwing.simulate.names import ETHNICITIES, given_name
from lapwing.vocabulary.codes import AgencyKind, PractitionerRole, Sex

AREA, NEIGHBOUR = "Marlbeck", "Stanmoor"
SYSTEM = "simulated"
LEAVERS = 0.07
"""The share of posts whose holder has left in the last year."""


class Duty(Enum):
    """What a practitioner is there for: what a story asks for when it needs one."""

    SOCIAL_WORKER = "social worker"
    MANAGER = "manager"
    CHAIR = "chair"
    FAMILY_HELP = "family help"
    MIDWIFE = "midwife"
    HEALTH_VISITOR = "health visitor"
    FAMILY_NURSE = "family nurse"
    GP = "gp"
    SCHOOL_NURSE = "school nurse"
    DOCTOR = "doctor"
    CHILD_MENTAL_HEALTH = "child mental health"
    ADULT_MENTAL_HEALTH = "adult mental health"
    SUBSTANCES = "substances"
    DOMESTIC_ABUSE = "domestic abuse"
    POLICE = "police"
    PROBATION = "probation"
    YOUTH_JUSTICE = "youth justice"
    SCHOOL = "school"
    HOUSING = "housing"
    ADVOCATE = "advocate"
    NEIGHBOUR_SOCIAL_CARE = "neighbour social care"
    NEIGHBOUR_HEALTH_VISITOR = "neighbour health visitor"


class Worker(NamedTuple):
    """A practitioner, as the rows they record name them."""

    practitioner_id: str
    agency_id: str
    role: PractitionerRole
    team: str


class Post(NamedTuple):
    """A kind of post at an agency: how many children there are for each, and how many there are at least.

    `in_a_team` of them make up a team, and the teams are numbered; without it there is one.
    """

    agency_id: str
    duty: Duty
    role: PractitionerRole
    team: str
    children: int
    least: int = 2
    in_a_team: int | None = None

    def team_of(self, place: int) -> str:
        """The team of the post that is so many places after the first."""
        return self.team if self.in_a_team is None else f"{self.team} {place // self.in_a_team + 1}"


AGENCIES: dict[str, tuple[str, AgencyKind, str]] = {
    "agency-social-care": ("Marlbeck children's social care", AgencyKind.CHILDRENS_SOCIAL_CARE, AREA),
    "agency-family-help": ("Marlbeck family help", AgencyKind.EARLY_HELP, AREA),
    "agency-midwifery": ("Osmere General midwifery", AgencyKind.MIDWIFERY, AREA),
    "agency-health-visiting": ("Marlbeck health visiting", AgencyKind.HEALTH_VISITING, AREA),
    "agency-family-nurse": ("Marlbeck family nurses", AgencyKind.FAMILY_NURSE, AREA),
    "agency-gp-cobble": ("Cobble Street Surgery", AgencyKind.GENERAL_PRACTICE, AREA),
    "agency-gp-fell": ("Fell View Practice", AgencyKind.GENERAL_PRACTICE, AREA),
    "agency-school-nursing": ("Marlbeck school nursing", AgencyKind.SCHOOL_NURSING, AREA),
    "agency-hospital": ("Osmere General Hospital", AgencyKind.HOSPITAL, AREA),
    "agency-child-mental-health": ("Marlbeck young people's clinic", AgencyKind.CHILD_MENTAL_HEALTH, AREA),
    "agency-adult-mental-health": ("Marlbeck adult mental health", AgencyKind.ADULT_MENTAL_HEALTH, AREA),
    "agency-substances": ("Tarnley recovery service", AgencyKind.SUBSTANCE_SERVICE, AREA),
    "agency-domestic-abuse": ("Marlbeck refuge and advice", AgencyKind.DOMESTIC_ABUSE_SERVICE, AREA),
    "agency-police": ("Wendleshire Police", AgencyKind.POLICE, AREA),
    "agency-probation": ("Wendleshire probation", AgencyKind.PROBATION, AREA),
    "agency-youth-justice": ("Marlbeck youth justice", AgencyKind.YOUTH_JUSTICE, AREA),
    "agency-schools": ("Tarnley schools", AgencyKind.EDUCATION, AREA),
    "agency-housing": ("Marlbeck housing options", AgencyKind.HOUSING, AREA),
    "agency-advocacy": ("Marlbeck advocates", AgencyKind.VOLUNTARY, AREA),
    "agency-neighbour-social-care": ("Stanmoor children's social care", AgencyKind.CHILDRENS_SOCIAL_CARE, NEIGHBOUR),
    "agency-neighbour-health-visiting": ("Stanmoor health visiting", AgencyKind.HEALTH_VISITING, NEIGHBOUR),
}
"""Every agency: its name, what it does, and the area it serves."""

Role = PractitionerRole
POSTS = (
    Post("agency-social-care", Duty.SOCIAL_WORKER, Role.SOCIAL_WORKER, "Assessment and support", 20, 12, in_a_team=5),
    Post("agency-social-care", Duty.MANAGER, Role.TEAM_MANAGER, "Assessment and support", 140, 4, in_a_team=1),
    Post("agency-social-care", Duty.CHAIR, Role.CONFERENCE_CHAIR, "Safeguarding unit", 400, 3),
    Post("agency-family-help", Duty.FAMILY_HELP, Role.FAMILY_HELP_WORKER, "Family help", 60, 5),
    Post("agency-midwifery", Duty.MIDWIFE, Role.MIDWIFE, "Community midwives", 90, 6),
    Post("agency-health-visiting", Duty.HEALTH_VISITOR, Role.HEALTH_VISITOR, "Health visitors", 90, 6),
    Post("agency-family-nurse", Duty.FAMILY_NURSE, Role.FAMILY_NURSE, "Family nurses", 600),
    Post("agency-gp-cobble", Duty.GP, Role.GP, "Partners", 300, 4),
    Post("agency-gp-fell", Duty.GP, Role.GP, "Partners", 300, 4),
    Post("agency-school-nursing", Duty.SCHOOL_NURSE, Role.SCHOOL_NURSE, "School nurses", 300),
    Post("agency-hospital", Duty.DOCTOR, Role.DOCTOR, "Paediatrics", 300, 4),
    Post("agency-child-mental-health", Duty.CHILD_MENTAL_HEALTH, Role.MENTAL_HEALTH_WORKER, "Young people", 250, 3),
    Post("agency-adult-mental-health", Duty.ADULT_MENTAL_HEALTH, Role.MENTAL_HEALTH_WORKER, "Perinatal", 400),
    Post("agency-substances", Duty.SUBSTANCES, Role.SUBSTANCE_WORKER, "Recovery", 300, 3),
    Post("agency-domestic-abuse", Duty.DOMESTIC_ABUSE, Role.OTHER, "Advisers", 300, 3),
    Post("agency-police", Duty.POLICE, Role.POLICE_OFFICER, "Public protection", 150, 5),
    Post("agency-probation", Duty.PROBATION, Role.OTHER, "Probation officers", 600),
    Post("agency-youth-justice", Duty.YOUTH_JUSTICE, Role.YOUTH_JUSTICE_WORKER, "Case workers", 250, 3),
    Post("agency-schools", Duty.SCHOOL, Role.TEACHER, "Safeguarding leads", 80, 6),
    Post("agency-housing", Duty.HOUSING, Role.HOUSING_OFFICER, "Housing options", 400),
    Post("agency-advocacy", Duty.ADVOCATE, Role.ADVOCATE, "Advocates", 500),
    Post("agency-neighbour-social-care", Duty.NEIGHBOUR_SOCIAL_CARE, Role.SOCIAL_WORKER, "Duty", 2000),
    Post(
        "agency-neighbour-health-visiting", Duty.NEIGHBOUR_HEALTH_VISITOR, Role.HEALTH_VISITOR, "Health visitors", 2000
    ),
)


class Workforce:
    """Everybody who works for the partnership's agencies, those who left in the last year included."""

    def __init__(self, children: int, seed: int, today: date) -> None:
        self.today = today
        self.chance = Chance(f"{seed}:workforce")
        self.agencies = [self._agency(*entry) for entry in AGENCIES.items()]
        self.practitioners: list[dict[str, Any]] = []
        self.staying: dict[Duty, list[Worker]] = {}
        self.leavers: dict[Duty, list[tuple[Worker, date]]] = {}
        for post in POSTS:
            for place in range(max(post.least + 1, children // post.children)):
                self._appoint(post, post.team_of(place))

    def _agency(self, agency_id: str, about: tuple[str, AgencyKind, str]) -> dict[str, Any]:
        name, kind, area = about
        return {"agency_id": agency_id, "name": name, "kind": kind, "area": area, **self._recorded(4000)}

    def _appoint(self, post: Post, team: str) -> None:
        worker = Worker(f"practitioner-{len(self.practitioners) + 1}", post.agency_id, post.role, team)
        staying = self.staying.setdefault(post.duty, [])
        left_on = None
        if len(staying) >= post.least and self.chance.yes(LEAVERS):
            left_on = self.today - timedelta(self.chance.days(20, 360))
            self.leavers.setdefault(post.duty, []).append((worker, left_on))
        else:
            staying.append(worker)
        self.practitioners.append(self._row(worker, left_on))

    def _row(self, worker: Worker, left_on: date | None) -> dict[str, Any]:
        _, naming = self.chance.by_odds(ETHNICITIES)
        given = given_name(self.chance, naming, self.chance.pick((Sex.FEMALE, Sex.FEMALE, Sex.MALE)))
        days_ago = self.chance.days(1100, 3900)
        return {
            "practitioner_id": worker.practitioner_id,
            "agency_id": worker.agency_id,
            "team": worker.team,
            "name": f"{given} {self.chance.pick(naming.families)}",
            "role": worker.role,
            "started_on": self.today - timedelta(days_ago),
            "left_on": left_on,
            **self._recorded(days_ago),
        }

    def _recorded(self, days_ago: int) -> dict[str, Any]:
        return {
            "recorded_agency_id": "agency-social-care",
            "source_system": SYSTEM,
            "recorded_at": datetime.combine(self.today - timedelta(days_ago), time(9)),
        }

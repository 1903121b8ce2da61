"""Stories of the adults around a baby that is being helped: looked into in time, late, just now or not at all.

What paragraph 31 asks of fathers, partners and each parent's capacity comes to everything that it can come to.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from lapwing.simulate.events.assessing import OWN_NEEDS, assess, hear
from lapwing.simulate.events.planning import make_plan
from lapwing.simulate.events.referring import involve, raise_concern, touch
from lapwing.simulate.events.sharing import set_aside
from lapwing.simulate.family import Family, Person, Subject
from lapwing.simulate.fathers import FATHER, lives_with_mother
from lapwing.simulate.people import a_child, a_man, a_mother, at_home, relate
from lapwing.simulate.stories.case import begin
from lapwing.simulate.workforce import Duty
from lapwing.vocabulary.codes import ConcernKind, ContactSafety, HelpLevel, IdentityStatus, RelationshipRole
from lapwing.vocabulary.work_codes import (
    ActionKind,
    AnalysisKind,
    AssessmentKind,
    ContactKind,
    Contributor,
    Dimension,
    Explored,
    PlanKind,
)

CHECKS = (
    "father_or_second_parent_recorded",
    "identity_recorded",
    "safety_decision_kept_up",
    "role_in_family_written",
    "own_needs_considered",
    "meaning_of_needs_written",
    "seen_or_spoken_to",
    "other_agencies_asked",
    "included_in_plan",
    "looked_at_again",
    "second_parents_capacity_analysed",
    "carers_capacity_analysed",
    "capacity_looked_at_again",
    "assessment_adapted",
    "mothers_needs_weighed",
)
PARTNER, STEP_PARENT = RelationshipRole.PARTNER_OF_PARENT, RelationshipRole.STEP_PARENT
GRANDPARENT = RelationshipRole.GRANDPARENT
DISABILITY = ConcernKind.LEARNING_DISABILITY
UNNAMED: dict[str, Any] = {"identity_status": None, "identity_status_on": None, "role_in_family": None}
"""Somebody who was mentioned, and of whom nothing more is known."""


@dataclass(slots=True)
class Home:
    """A baby being helped since a day, and the day on which something is written of the adults around it."""

    family: Family
    baby: Subject
    since: date
    plan_id: str | None = None

    def day(self, after: int) -> date:
        """So many days after help began."""
        return self.since + timedelta(after)

    def adult(self, role: RelationshipRole, at: int = 0, **more: Any) -> Person:
        """An adult first mentioned so many days after help began."""
        on = self.day(at)
        man = a_man(self.family, on)
        relate(self.family, self.baby, man, role, on, **{"wait": 0, "role_in_family": "Does the nights.", **more})
        return man

    def think(self, kind: AnalysisKind, who: Person, at: int, **told: Any) -> None:
        """An entry of analysis on an adult."""
        on, by = self.day(at), self.family.worker(Duty.SOCIAL_WORKER)
        named: dict[str, Any] = {"person_id": who.person_id, "written_on": on}
        self.family.record("analysis", by, on, self.baby, wait=0, kind=kind, **named, **told)

    def needs(self, who: Person, at: int, found: Iterable[ConcernKind] = ()) -> None:
        """Every heading of an adult's own needs, some of them found."""
        for need in OWN_NEEDS:
            explored = Explored.FOUND if need in found else Explored.NOT_FOUND
            self.think(AnalysisKind.OWN_NEED, who, at, concern_kind=need, explored=explored)

    def capacity(self, who: Person, at: int) -> None:
        """Every dimension of what an adult can give."""
        told: dict[str, Any] = {"finding": "Seen at bath time.", "conclusion": "Enough.", "evidence_on": self.day(at)}
        for dimension in Dimension:
            self.think(AnalysisKind.PARENTING_CAPACITY, who, at, dimension=dimension, **told)

    def not_assessed(self, who: Person, at: int) -> None:
        """It is said why an adult is not assessed, and when that is looked at again."""
        why: dict[str, Any] = {"explored": Explored.NOT_EXPLORED, "not_explored_reason": "At sea until the autumn."}
        self.think(AnalysisKind.PARENTING_CAPACITY, who, at, review_on=self.family.today + timedelta(60), **why)

    def meaning(self, who: Person, at: int) -> None:
        """What an adult's needs mean for the baby."""
        self.think(AnalysisKind.MEANING_FOR_BABY, who, at, finding="Somebody else is there on the bad days.")

    def fitted(self, who: Person, at: int) -> None:
        """How the assessment was fitted to a learning disability."""
        told: dict[str, Any] = {"concern_kind": DISABILITY, "finding": "Shown rather than told, with an advocate."}
        self.think(AnalysisKind.PARENTING_CAPACITY, who, at, **told)

    def spoken_and_asked(self, who: Person, at: int) -> None:
        """A talk, a question to the police, and an action of the plan that the adult took on."""
        on, by = self.day(at), self.family.worker(Duty.SOCIAL_WORKER)
        touch(self.family, self.baby, Duty.SOCIAL_WORKER, ContactKind.VISIT, on, person_id=who.person_id, wait=0)
        hear(self.family, self.baby, Contributor.POLICE, on, None, person_id=who.person_id, wait=0)
        told: dict[str, Any] = {"plan_id": self.plan_id, "kind": ActionKind.DIRECT_WORK, "says": "Baths on Sundays."}
        owner: dict[str, Any] = {"owned_by_person_id": who.person_id, "assigned_on": on}
        self.family.record("action", by, on, self.baby, wait=0, **told, **owner)

    def support_ends(self, at: int) -> None:
        """A service for the family comes to its end: everybody is looked at again."""
        by = self.family.worker(Duty.FAMILY_HELP)
        told: dict[str, Any] = {"kind": ActionKind.SERVICE, "plan_id": self.plan_id, "owned_by": by.practitioner_id}
        days = {"assigned_on": self.since, "completed_on": self.day(at)}
        self.family.record("action", by, self.since, self.baby, wait=0, says="A group for parents.", **told, **days)

    def relapse(self, who: Person, on: date) -> None:
        """An adult drinks again."""
        raise_concern(self.family, self.baby, ConcernKind.ALCOHOL, on, person_id=who.person_id, wait=0)


def _helped(family: Family, baby: Subject, since: date, signed_off_on: date | None) -> Home:
    involve(family, baby, Duty.SOCIAL_WORKER, since, HelpLevel.CHILD_IN_NEED, wait=0)
    assess(family, baby, AssessmentKind.CHILD_AND_FAMILY, since, signed_off_on, wait=0)
    plan = make_plan(family, baby, PlanKind.CHILD_IN_NEED, since)
    return Home(family, baby, since, plan.plan_id if plan else None)


def _home(family: Family, ago: int, signed_off: int | None) -> Home:
    """A baby a few weeks old when help began so many days ago, assessed by so many days after that."""
    since = family.today - timedelta(ago)
    mother = a_mother(family, since)
    at_home(family, mother, since)
    baby = a_child(family, since, since - timedelta(20), mother)
    relate(family, baby, mother, RelationshipRole.BIRTH_MOTHER, since, wait=0, role_in_family="Main carer.")
    baby.mother = mother
    return _helped(family, baby, since, since + timedelta(signed_off) if signed_off is not None else None)


def _mother(home: Home) -> Person:
    assert home.baby.mother is not None  # noqa: S101
    return home.baby.mother


def looked_into_in_time(family: Family) -> None:
    """Both parents were looked into; a partner is withheld, a step-parent kept away, a grandparent far off for now."""
    home = _home(family, family.chance.days(80, 110), 30)
    mother, father = _mother(home), home.adult(FATHER)
    decided = family.worker(Duty.MANAGER).practitioner_id
    ahead = family.today + timedelta(80)
    withheld: dict[str, Any] = {"identity_status": IdentityStatus.WITHHELD_FOR_SAFETY, "identity_decided_by": decided}
    home.adult(PARTNER, identity_review_on=ahead, contact_safety=ContactSafety.MUST_NOT_CONTACT, **withheld)
    kept_away: dict[str, Any] = {"contact_safety": ContactSafety.MUST_NOT_CONTACT, "caring_role": False}
    home.adult(STEP_PARENT, contact_safety_reason="A court order.", contact_safety_review_on=ahead, **kept_away)
    home.not_assessed(home.adult(GRANDPARENT), 12)
    for who in (mother, father):
        home.needs(who, 12, (DISABILITY,))
        home.meaning(who, 14)
        home.capacity(who, 20)
        home.fitted(who, 15)
    home.spoken_and_asked(father, 8)
    home.support_ends(45)
    for who in (mother, father):
        home.capacity(who, 50)
        home.needs(who, 50)


def looked_into_late(family: Family) -> None:
    """Nobody thought of the father for weeks, nor wrote anything of either parent by the signing off."""
    home = _home(family, family.chance.days(110, 130), 30)
    mother = _mother(home)
    father = home.adult(FATHER, 25, identity_status_on=home.day(55))
    for who in (mother, father):
        home.needs(who, 60, (DISABILITY,))
        home.capacity(who, 60)
    home.spoken_and_asked(father, 60)
    home.support_ends(62)
    for who in (mother, father):
        home.meaning(who, 85)
        home.fitted(who, 85)
        home.capacity(who, 88)


def _barely_known(family: Family, ago: int, signed_off: int | None) -> None:
    """One baby whose father, partner and step-parent were first mentioned as help began; another with nobody yet."""
    home = _home(family, ago, signed_off)
    mother, father = _mother(home), home.adult(FATHER, **UNNAMED)
    home.adult(STEP_PARENT, contact_safety=ContactSafety.MUST_NOT_CONTACT, caring_role=False)
    for who in (mother, father):
        home.think(AnalysisKind.OWN_NEED, who, 0, concern_kind=DISABILITY, explored=Explored.FOUND)
    _home(family, ago, signed_off)


def help_begins_today(family: Family) -> None:
    """Help begins for the babies of two sisters."""
    _barely_known(family, 0, None)


def help_began_last_week(family: Family) -> None:
    """A short assessment of two sisters and their babies is signed off; much is still to be asked of those around them."""
    _barely_known(family, 10, 1)


def something_has_changed(family: Family) -> None:
    """One parent only was to be assessed; since then the partner has drunk again, and this morning the grandfather."""
    home = _home(family, family.chance.days(90, 110), 30)
    home.not_assessed(home.adult(FATHER), 15)
    partner, grandfather = home.adult(PARTNER), home.adult(GRANDPARENT)
    for who in (partner, grandfather):
        home.needs(who, 12)
        home.capacity(who, 12)
    home.relapse(partner, family.today - timedelta(10))
    home.relapse(grandfather, family.today)


def _left_open(home: Home, partner: Person, other: Person) -> None:
    """What was found is left without what it means; one adult was looked into, and then things changed."""
    for who in (_mother(home), partner):
        home.think(AnalysisKind.OWN_NEED, who, 5, concern_kind=DISABILITY, explored=Explored.FOUND)
    home.adult(STEP_PARENT, contact_safety=ContactSafety.MUST_NOT_CONTACT, caring_role=False)
    home.needs(other, 5)
    home.capacity(other, 5)
    home.support_ends(25)


def questions_set_aside(family: Family) -> None:
    """Mother and baby are far away in hospital; a manager has set the questions aside until they are back."""
    home = _home(family, family.chance.days(60, 90), 15)
    _left_open(home, home.adult(PARTNER, **UNNAMED), home.adult(GRANDPARENT))
    for check in CHECKS:
        on = family.today - timedelta(5)
        set_aside(family, home.baby, f"parents.{check}", on, family.chance.days(30, 80), wait=0)


def not_heard_of_since(family: Family) -> None:
    """The expected date is weeks past; nothing is recorded of a birth, nor of anything since."""
    case = begin(family, (ConcernKind.SOCIAL_ISOLATION,), lives_with_mother, expected_in=(-60, -30))
    about, father = case.expecting.about, case.father.person
    for subject in (about, *case.expecting.babies):
        subject.until = case.expecting.expected_on - timedelta(20)
    since = about.until - timedelta(60)
    home = _helped(family, about, since, since + timedelta(15))
    if father is not None:
        _left_open(home, home.adult(PARTNER, **UNNAMED), father)

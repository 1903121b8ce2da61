"""Assessments: who put what into them, and the thinking about each parent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from lapwing.simulate.events.referring import Concern, Referral, touch
from lapwing.simulate.family import Family, Person, Subject
from lapwing.simulate.fathers import Father
from lapwing.simulate.workforce import Duty
from lapwing.vocabulary.codes import ConcernKind
from lapwing.vocabulary.work_codes import (
    AnalysisKind,
    AssessmentKind,
    ContactKind,
    Contributor,
    Dimension,
    Explored,
    ReferralOutcome,
)

OWN_NEEDS = (
    ConcernKind.DRUGS,
    ConcernKind.ALCOHOL,
    ConcernKind.PARENTAL_MENTAL_HEALTH,
    ConcernKind.DOMESTIC_ABUSE,
    ConcernKind.LEARNING_DISABILITY,
    ConcernKind.CARE_EXPERIENCED_PARENT,
    ConcernKind.PARENT_ABUSED_IN_CHILDHOOD,
    ConcernKind.PREVIOUS_CHILD_REMOVED,
    ConcernKind.OFFENDING_BY_ADULT,
    ConcernKind.PHYSICAL_HEALTH,
    ConcernKind.SOCIAL_ISOLATION,
    ConcernKind.HOMELESSNESS,
)
"""The headings under which a parent's own needs are asked after."""

SERVICES: dict[Contributor, Duty] = {
    Contributor.MIDWIFERY: Duty.MIDWIFE,
    Contributor.HEALTH_VISITING: Duty.HEALTH_VISITOR,
    Contributor.GENERAL_PRACTICE: Duty.GP,
    Contributor.ADULT_MENTAL_HEALTH: Duty.ADULT_MENTAL_HEALTH,
    Contributor.SUBSTANCE_SERVICE: Duty.SUBSTANCES,
    Contributor.POLICE: Duty.POLICE,
    Contributor.PROBATION: Duty.PROBATION,
    Contributor.HOUSING: Duty.HOUSING,
    Contributor.EDUCATION: Duty.SCHOOL,
    Contributor.YOUTH_JUSTICE: Duty.YOUTH_JUSTICE,
    Contributor.CHILD_MENTAL_HEALTH: Duty.CHILD_MENTAL_HEALTH,
    Contributor.SOCIAL_CARE: Duty.SOCIAL_WORKER,
}
"""Which practitioner speaks for each service."""
KNOWS_OF: dict[ConcernKind, Contributor] = {
    ConcernKind.DRUGS: Contributor.SUBSTANCE_SERVICE,
    ConcernKind.ALCOHOL: Contributor.SUBSTANCE_SERVICE,
    ConcernKind.PARENTAL_MENTAL_HEALTH: Contributor.ADULT_MENTAL_HEALTH,
    ConcernKind.OFFENDING_BY_ADULT: Contributor.PROBATION,
    ConcernKind.PERSON_POSING_RISK: Contributor.PROBATION,
    ConcernKind.DOMESTIC_ABUSE: Contributor.POLICE,
    ConcernKind.HOMELESSNESS: Contributor.HOUSING,
}


@dataclass(frozen=True, slots=True)
class Assessment:
    """An assessment on the record."""

    assessment_id: str | None
    started_on: date
    signed_off_on: date | None


def assess(
    family: Family,
    about: Subject,
    kind: AssessmentKind,
    started_on: date | None,
    signed_off_on: date | None,
    referral: Referral | None = None,
    **more: Any,
) -> Assessment | None:
    """An assessment from its start to its signing off; None where it has not begun."""
    by = family.worker(Duty.SOCIAL_WORKER)
    signed = {"signed_off_on": signed_off_on, "signed_off_by": family.worker(Duty.MANAGER).practitioner_id}
    values = {
        "referral_id": referral.referral_id if referral else None,
        "led_by": by.practitioner_id,
        "child_seen": family.chance.yes(0.9) if about.person else None,
        "outcome": ReferralOutcome.ASSESSMENT if kind is AssessmentKind.EARLY_HELP else None,
        **(signed if signed_off_on and signed_off_on <= about.until else {}),
    }
    key = family.record("assessment", by, started_on, about, kind=kind, started_on=started_on, **{**values, **more})
    return Assessment(key, started_on, signed_off_on) if key and started_on else None


def hear(
    family: Family, about: Subject, who: Contributor, asked_on: date | None, received_on: date | None, **more: Any
) -> None:
    """A contribution, recorded when it came, or when it was asked for where it has not come."""
    if asked_on is None:
        return
    came = received_on is not None and received_on <= about.until
    by = family.worker(SERVICES.get(who, Duty.SOCIAL_WORKER) if came else Duty.SOCIAL_WORKER)
    values = {"asked_on": asked_on, "received_on": received_on, **more}
    family.record("contribution", by, received_on if came else asked_on, about, contributor=who, **values)


def hear_services(
    family: Family, about: Subject, whom: Iterable[Contributor], assessment: Assessment, **more: Any
) -> None:
    """Each service is asked at the start; most answer, some late, some never."""
    for who in dict.fromkeys(whom):
        asked_on = family.after(assessment.started_on, (0, 5))
        received_on = family.done(asked_on, (3, 20), (21, 60), slow=0.1, never=0.07)
        hear(family, about, who, asked_on, received_on, assessment_id=assessment.assessment_id, **more)


def hear_parent(
    family: Family, about: Subject, who: Contributor, person: Person | None, assessment: Assessment, why_not: str | None
) -> None:
    """A parent is met, and speaks for themselves; or somebody else speaks for them; or it is said why not."""
    asked_on = family.after(assessment.started_on, (0, 6))
    given = {"assessment_id": assessment.assessment_id, "person_id": person.person_id if person else None}
    if why_not is not None:
        hear(family, about, who, asked_on, None, not_obtained_reason=why_not, **given)
    elif person is not None:
        met_on = family.done(asked_on, (2, 20), (25, 50), never=0.15)
        direct = family.chance.yes(0.85)
        hear(family, about, who, asked_on, met_on, direct=direct, **given)
        if direct:
            touch(family, about, Duty.SOCIAL_WORKER, ContactKind.VISIT, met_on,
                  person_id=person.person_id, seen_alone=family.chance.yes(0.6))  # fmt: skip


def think_about_parents(family: Family, about: Subject, assessment: Assessment, father: Father) -> None:
    """Each parent's capacity by dimension and own needs by heading: often fuller for the mother."""
    written_on = family.after(assessment.started_on, (8, 30))
    if about.mother is not None:
        _capacity(family, about, about.mother, assessment, written_on, 0.93)
        _own_needs(family, about, about.mother, assessment, written_on, 0.8)
    if father.person is not None and father.may_be_asked and family.chance.yes(0.75 / max(1.0, family.strain)):
        _capacity(family, about, father.person, assessment, written_on, 0.75)
        _own_needs(family, about, father.person, assessment, written_on, 0.5)


def _capacity(
    family: Family, about: Subject, person: Person, assessment: Assessment, on: date | None, share: float
) -> None:
    for dimension in Dimension:
        if on and family.chance.yes(share):
            told = {
                "dimension": dimension,
                "finding": "Seen and talked about on two visits.",
                "conclusion": "Good enough with help." if family.chance.yes(0.8) else None,
                "evidence_on": on - timedelta(family.chance.days(1, 14)),
            }
            _think(family, about, AnalysisKind.PARENTING_CAPACITY, on, assessment, person, **told)


def _own_needs(
    family: Family, about: Subject, person: Person, assessment: Assessment, on: date | None, share: float
) -> None:
    asked = 0.97 if family.chance.yes(share) else 0.4
    for heading in OWN_NEEDS:
        if family.chance.yes(asked):
            drawn = family.chance.random()
            explored = Explored.NOT_FOUND if drawn < 0.6 else Explored.FOUND if drawn < 0.9 else Explored.NOT_EXPLORED
            why = explored is Explored.NOT_EXPLORED and family.chance.yes(0.7)
            told: dict[str, Any] = {"concern_kind": heading, "explored": explored}
            if why and on is not None:
                told |= {"not_explored_reason": "Not at home on either visit.", "review_on": on + timedelta(40)}
            _think(family, about, AnalysisKind.OWN_NEED, on, assessment, person, **told)


def _think(
    family: Family,
    about: Subject,
    kind: AnalysisKind,
    on: date | None,
    assessment: Assessment | None,
    person: Person | None,
    **told: Any,
) -> str | None:
    by = family.worker(Duty.SOCIAL_WORKER)
    named: dict[str, Any] = {
        "assessment_id": assessment.assessment_id if assessment else None,
        "person_id": person.person_id if person else None,
    }
    return family.record("analysis", by, on, about, kind=kind, written_on=on, **named, **told)


def think_of_baby(family: Family, about: Subject, concern: Concern, on: date | None) -> None:
    """What a concern means for this baby."""
    told = {
        "concern_id": concern.concern_id,
        "concern_kind": concern.kind,
        "finding": "What this could mean for a baby who depends on others for everything.",
        "conclusion": "Who will be there, where the baby sleeps, and who steps in.",
    }
    _think(family, about, AnalysisKind.MEANING_FOR_BABY, on, None, concern.person, **told)


def think_of_cause(family: Family, about: Subject, heading: ConcernKind, on: date | None, **told: Any) -> None:
    """What may lie behind a young person's behaviour."""
    values = {
        "concern_kind": heading,
        "explored": Explored.FOUND if family.chance.yes(0.6) else Explored.NOT_FOUND,
        "finding": "Talked about with the young person, and with those who know them.",
    }
    _think(family, about, AnalysisKind.CAUSE_OF_BEHAVIOUR, on, None, about.person, **{**values, **told})

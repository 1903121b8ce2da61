"""What stories of an expected baby have in common: the steps from the first concern to the first birthday."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from lapwing.simulate.chance import Odds
from lapwing.simulate.events.assessing import (
    KNOWS_OF,
    Assessment,
    assess,
    hear_parent,
    hear_services,
    think_about_parents,
    think_of_baby,
)
from lapwing.simulate.events.deciding import decide
from lapwing.simulate.events.health import appoint, observe
from lapwing.simulate.events.meeting import AROUND_BABY, core_groups, initial_conference
from lapwing.simulate.events.planning import Plan, act_on, make_plan, set_milestones
from lapwing.simulate.events.pregnancy import Expecting, antenatal_care, expect, give_birth
from lapwing.simulate.events.referring import (
    BEFORE_BIRTH,
    Concern,
    Referral,
    brought,
    involve,
    raise_concern,
    raise_concerns,
    refer,
)
from lapwing.simulate.events.sharing import ask_about_father, share
from lapwing.simulate.events.standing import ask_for_housing
from lapwing.simulate.family import Family, Span
from lapwing.simulate.fathers import Father, Standing, some_father
from lapwing.simulate.workforce import Duty
from lapwing.simulate.worries import EXPECTING
from lapwing.vocabulary.care_codes import AppointmentKind, ObservedWhat
from lapwing.vocabulary.codes import ConcernKind, HelpLevel
from lapwing.vocabulary.work_codes import (
    AssessmentKind,
    Contributor,
    DecisionKind,
    DecisionOutcome,
    PlanKind,
)

AHEAD, BEHIND = 196, 350
"""A baby of these stories is expected at most so many days ahead of today, and was at most so many days before it."""


@dataclass(slots=True)
class Case:
    """What is known around one expected baby, or around twins.

    `begun_early`: help began while the assessment was still under way.
    """

    expecting: Expecting
    father: Father
    concerns: list[Concern]
    referral: Referral | None = None
    decided_on: date | None = None
    plan: Plan | None = None
    begun_early: bool = False
    born: bool = False


def begin(
    family: Family,
    kinds: Sequence[ConcernKind] | None = None,
    standing: Standing | None = None,
    concern_week: Span = (9, 16),
    expected_in: Span = (-BEHIND, AHEAD),
    **more: Any,
) -> Case:
    """A pregnancy, what is known of the father, and the first concerns."""
    expected_on = family.today + timedelta(family.chance.days(*expected_in))
    expecting = expect(family, expected_on, **more)
    return with_concerns(family, expecting, kinds, standing, concern_week)


def with_concerns(
    family: Family,
    expecting: Expecting,
    kinds: Sequence[ConcernKind] | None = None,
    standing: Standing | None = None,
    concern_week: Span = (9, 16),
) -> Case:
    """The father as far as he is known, and the first concerns, recorded by whoever saw them."""
    father = some_father(family, expecting.about, expecting.known_on, standing)
    first_on = max(expecting.known_on, family.on_weekday(expecting.at(family.chance.days(*concern_week))))
    found = raise_concerns(family, expecting.about, kinds or family.chance.pick(EXPECTING), first_on)
    for concern in found:
        follow_up(family, expecting, concern)
    return Case(expecting, father, found)


OWN_SERVICES = {
    ConcernKind.ALCOHOL: Duty.SUBSTANCES,
    ConcernKind.DRUGS: Duty.SUBSTANCES,
    ConcernKind.PARENTAL_MENTAL_HEALTH: Duty.ADULT_MENTAL_HEALTH,
}


def follow_up(family: Family, expecting: Expecting, concern: Concern) -> None:
    """What some concerns bring of themselves: a parent's own appointments, housing, word from the police."""
    about, on = expecting.about, family.after(concern.on, (5, 30))
    duty = OWN_SERVICES.get(concern.kind)
    if duty is not None and concern.person is not None:
        for _ in range(3):
            appoint(family, about, AppointmentKind.PARENT_SERVICE, duty, on, person_id=concern.person.person_id)
            on = family.after(on, (10, 25))
    elif concern.kind is ConcernKind.HOMELESSNESS:
        ask_for_housing(family, about, on)
    elif concern.kind is ConcernKind.DOMESTIC_ABUSE:
        told_on = family.done(concern.on, (0, 2), (6, 20), never=0.3)
        what = "That police were called, and when."
        share(family, about, Duty.POLICE, Duty.MIDWIFE, told_on, concern_id=concern.concern_id, what=what)


def refer_case(family: Family, case: Case, span: Span = (0, 6), **more: Any) -> None:
    """A referral some days after the first concern; where there is no concern on record yet, none."""
    if not case.concerns:
        return
    on = family.after(case.concerns[0].on, span)
    if on is not None and on <= case.expecting.about.until and on < case.expecting.birth_on:
        case.referral = refer(family, case.expecting.about, on, family.chance.by_odds(BEFORE_BIRTH), **more)
        brought(family, case.expecting.about, case.concerns, case.referral)


def decide_case(
    family: Family,
    case: Case,
    outcome: DecisionOutcome = DecisionOutcome.REQUIRED,
    *,
    on: date | None = None,
    reasoned: bool = True,
) -> None:
    """Whether to assess before birth: mostly with the decision on the referral."""
    on = on or (case.referral.decided_on if case.referral else None)
    if on is None or on >= case.expecting.birth_on:
        return
    referral_id = case.referral.referral_id if case.referral else None
    key = decide(family, case.expecting.about, DecisionKind.PRE_BIRTH_ASSESSMENT, on, outcome,
                 reasoned=reasoned, referral_id=referral_id)  # fmt: skip
    if key is not None:
        case.decided_on = on


def assess_case(
    family: Family, case: Case, start: Span = (2, 9), length: Span = (18, 38), **more: Any
) -> Assessment | None:
    """The assessment before birth, with what each agency and each parent put into it; spans in working days."""
    about = case.expecting.about
    started_on = family.working_days(case.decided_on, start)
    if started_on is None or started_on >= case.expecting.birth_on:
        return None
    signed_off_on = family.working_days(started_on, length)
    if signed_off_on and family.chance.yes(0.04 * family.strain):
        signed_off_on = None
    case_work = family.working_days(case.decided_on, (0, 3))
    involve(family, about, Duty.SOCIAL_WORKER, case_work, HelpLevel.PRE_BIRTH)
    assessment = assess(family, about, AssessmentKind.PRE_BIRTH, started_on, signed_off_on, case.referral, **more)
    if assessment is None:
        return None
    if family.chance.yes(0.5 / family.strain):
        case.begun_early = True
        act_on(family, about, case.concerns, None, case_work)
    gather(family, case, assessment)
    think_about_parents(family, about, assessment, case.father)
    weigh_concerns(family, case)
    if family.chance.yes(0.12):
        found_on = family.after(started_on, (8, 25))
        concern = raise_concern(family, about, ConcernKind.POVERTY, found_on, seen_by=Duty.SOCIAL_WORKER,
                                assessment_id=assessment.assessment_id)  # fmt: skip
        case.concerns.extend([concern] if concern else [])
    return assessment


def gather(family: Family, case: Case, assessment: Assessment) -> None:
    """What each agency and each parent puts into the assessment."""
    about = case.expecting.about
    knowing = [KNOWS_OF[concern.kind] for concern in case.concerns if concern.kind in KNOWS_OF]
    seen_on = family.after(assessment.started_on, (0, 15))
    seen = {"person_id": about.mother.person_id if about.mother else None}
    seen_id = observe(family, about, Duty.MIDWIFE, seen_on, ObservedWhat.PARENT, **seen)
    hear_services(family, about, (Contributor.MIDWIFERY,), assessment, observation_id=seen_id)
    hear_services(family, about, (Contributor.HEALTH_VISITING, Contributor.GENERAL_PRACTICE, *knowing), assessment)
    hear_parent(family, about, Contributor.MOTHER, about.mother, assessment, None)
    hear_parent(family, about, Contributor.FATHER, case.father.person, assessment, case.father.why_not)
    ask_about_father(family, about, family.after(assessment.started_on, (1, 6)))


def weigh_concerns(family: Family, case: Case) -> None:
    """What each concern means for this baby, written soon after it, late or not at all."""
    for concern in case.concerns:
        on = family.done(concern.on, (1, 7), (12, 50), slow=0.25, never=0.25)
        think_of_baby(family, case.expecting.about, concern, on)


LEVELS = Odds({PlanKind.UNBORN_CHILD_PROTECTION: 45, PlanKind.CHILD_IN_NEED: 30, PlanKind.FAMILY_HELP: 25})
HELP = {
    PlanKind.UNBORN_CHILD_PROTECTION: HelpLevel.CHILD_PROTECTION,
    PlanKind.CHILD_IN_NEED: HelpLevel.CHILD_IN_NEED,
    PlanKind.FAMILY_HELP: HelpLevel.FAMILY_HELP,
}


def plan_case(family: Family, case: Case, from_on: date | None, kind: PlanKind | None = None) -> None:
    """A plan before the birth, with a conference where it is for protection, actions and milestones."""
    about = case.expecting.about
    kind = kind or family.chance.by_odds(LEVELS)
    on = family.after(from_on, (3, 16))
    if kind is PlanKind.UNBORN_CHILD_PROTECTION and on is not None:
        on = family.on_weekday(max(on, case.expecting.at(family.chance.days(25, 30))))
    if on is None or on >= case.expecting.birth_on:
        return
    duty = Duty.FAMILY_HELP if kind is PlanKind.FAMILY_HELP else Duty.SOCIAL_WORKER
    case.plan = make_plan(family, about, kind, on, case.concerns, case.referral, duty)
    if case.plan is None:
        return
    if kind is PlanKind.UNBORN_CHILD_PROTECTION:
        initial_conference(family, about, on, AROUND_BABY)
    involve(family, about, duty, on, HELP[kind])
    if not case.begun_early:
        act_on(family, about, case.concerns, case.plan, on)
    set_milestones(family, about, case.plan, case.expecting.expected_on)
    if kind is PlanKind.UNBORN_CHILD_PROTECTION:
        core_groups(family, about, case.plan, on, case.expecting.birth_on - timedelta(1), AROUND_BABY)


def reach_birth(family: Family, case: Case) -> bool:
    """Antenatal care up to the birth; True once the birth is on record."""
    antenatal_care(family, case.expecting)
    case.born = give_birth(family, case.expecting)
    return case.born


def further_concern(family: Family, case: Case, kind: ConcernKind, on: date) -> Concern | None:
    """One more concern, later on."""
    concern = raise_concern(family, case.expecting.about, kind, on)
    if concern is not None:
        case.concerns.append(concern)
    return concern

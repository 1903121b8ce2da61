"""Stories of babies whom services first knew, or first worried about, after the birth."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from lapwing.simulate.events.courses import assess_family, enquire, protected
from lapwing.simulate.events.deciding import decide
from lapwing.simulate.events.health import appoint, observe, weigh
from lapwing.simulate.events.meeting import AROUND_BABY, initial_conference, meet_about
from lapwing.simulate.events.planning import act_on, make_plan
from lapwing.simulate.events.pregnancy import wind_up
from lapwing.simulate.events.referring import (
    Concern,
    Referral,
    brought,
    involve,
    raise_concern,
    raise_concerns,
    refer,
)
from lapwing.simulate.events.sharing import disagree_at_once
from lapwing.simulate.events.standing import ask_for_housing, come_to_harm, stand, stay
from lapwing.simulate.family import Family, Subject
from lapwing.simulate.fathers import some_father
from lapwing.simulate.people import a_child, a_mother, as_mother, at_home
from lapwing.simulate.stories.first_year import grow, incident, live_on
from lapwing.simulate.workforce import Duty
from lapwing.simulate.worries import EXPECTING
from lapwing.vocabulary.care_codes import (
    AppointmentKind,
    LegalStatusKind,
    ObservedWhat,
    SeriousIncidentKind,
    SettingKind,
)
from lapwing.vocabulary.codes import ConcernKind, HelpLevel
from lapwing.vocabulary.work_codes import (
    ClosureReason,
    Contributor,
    DecisionKind,
    MeetingKind,
    PlanKind,
    ReferralOutcome,
    ReferralSource,
)

ASKED = (Contributor.HEALTH_VISITING, Contributor.GENERAL_PRACTICE, Contributor.MIDWIFERY)


def a_baby(family: Family, age: int, opened_at: int = 4, until_age: int | None = None) -> tuple[Subject, date]:
    """A baby of so many days today, with a record opened some days after the birth, and both parents as known.

    Nothing is recorded after `until_age`, where it is given.
    """
    born_on = family.today - timedelta(age)
    opened_on = born_on + timedelta(min(age, opened_at))
    mother = a_mother(family, opened_on)
    at_home(family, mother, opened_on)
    baby = a_child(family, opened_on, born_on, mother)
    if until_age is not None:
        baby.until = baby.at_age(until_age)
    as_mother(family, baby, mother, opened_on)
    some_father(family, baby, opened_on)
    return baby, opened_on


def _worried(
    family: Family, baby: Subject, kinds: Sequence[ConcernKind], source: ReferralSource, at: tuple[int, int] = (8, 120)
) -> tuple[list[Concern], Referral]:
    """Concerns, and the referral they came in."""
    on = family.on_weekday(baby.at_age(family.chance.days(*at)))
    concerns = raise_concerns(family, baby, kinds, on, (0, 4))
    referral = refer(family, baby, on, source)
    brought(family, baby, concerns, referral)
    return concerns, referral


def first_known_after_birth(family: Family) -> None:
    """Nobody worried before the birth; the health visitor or the police do now."""
    baby, _ = a_baby(family, family.chance.days(15, 355))
    source = family.chance.pick((ReferralSource.HEALTH_VISITOR, ReferralSource.POLICE, ReferralSource.INDIVIDUAL))
    concerns, referral = _worried(family, baby, family.chance.pick(EXPECTING), source)
    assessment = assess_family(family, baby, referral, ASKED)
    on = family.after(assessment.signed_off_on, (1, 9)) if assessment and family.chance.yes(0.7) else None
    plan = make_plan(family, baby, PlanKind.CHILD_IN_NEED, on, concerns, referral)
    involve(family, baby, Duty.SOCIAL_WORKER, on, HelpLevel.CHILD_IN_NEED)
    act_on(family, baby, concerns, plan, on)
    live_on(family, baby, concerns, plan, referral)


def on_a_plan(family: Family) -> None:
    """A plan for protection within the first months."""
    baby, _ = a_baby(family, family.chance.days(30, 355))
    kinds = (ConcernKind.NEGLECT, *family.chance.pick(((ConcernKind.ALCOHOL,), (ConcernKind.DOMESTIC_ABUSE,), ())))
    concerns, referral = _worried(family, baby, kinds, ReferralSource.HEALTH_VISITOR, (8, 90))
    protected(family, baby, referral, concerns, referral.decided_on, AROUND_BABY)
    grow(family, baby, concerns)


def police_called(family: Family) -> None:
    """An incident at home, and sometimes another."""
    baby, _ = a_baby(family, family.chance.days(15, 355))
    first_on = baby.at_age(family.chance.days(6, 200))
    concern = incident(family, baby, first_on)
    grow(family, baby, [concern] if concern else [])
    if concern is None:
        return
    referral = refer(family, baby, concern.on, ReferralSource.POLICE)
    assess_family(family, baby, referral, ASKED)
    if family.chance.yes(0.5):
        incident(family, baby, first_on + timedelta(family.chance.days(10, 90)))


def mark_on_baby(family: Family) -> None:
    """A small bruise on a baby who cannot yet roll over: seen by a paediatrician the same day, or days later."""
    baby, _ = a_baby(family, family.chance.days(30, 250))
    on = family.on_weekday(baby.at_age(family.chance.days(15, 120)))
    concern = raise_concern(family, baby, ConcernKind.MARK_OR_INJURY_NOT_MOBILE, on, significant=True)
    grow(family, baby, [concern] if concern else [], 9)
    if concern is None:
        return
    observe(family, baby, Duty.HEALTH_VISITOR, on, ObservedWhat.BABY, says="A round mark on the left cheek.",
            significant=True)  # fmt: skip
    referral = refer(family, baby, family.done(on, (0, 0), (2, 6), slow=0.2, never=0.0) or on, ReferralSource.HEALTH_VISITOR,
                     ReferralOutcome.SECTION_47)  # fmt: skip
    appoint(family, baby, AppointmentKind.MEDICAL, Duty.DOCTOR, family.done(on, (0, 0), (2, 5), slow=0.2, never=0.05))
    if family.chance.yes(0.4):
        disagree_at_once(family, baby, on)
    enquire(family, baby, referral, referral.decided_on)


def slow_to_gain(family: Family) -> None:
    """Weight does not come on as it should; some weeks it is answered, some weeks not."""
    baby, _ = a_baby(family, family.chance.days(60, 300))
    on = family.on_weekday(baby.at_age(family.chance.days(30, 90)))
    concern = raise_concern(family, baby, ConcernKind.FALTERING_GROWTH, on)
    grow(family, baby, [concern] if concern else [])
    for week in range(5):
        day = on + timedelta(7 * week)
        responded_on = family.done(day, (0, 1), (3, 10), slow=0.2, never=0.25)
        weigh(family, baby, day, 3300 + 60 * week, needs_response=True, centile_space="0.4th-2nd",
              responded_on=responded_on, response="A feed observed; top-ups agreed.")  # fmt: skip


def born_too_soon(family: Family) -> None:
    """Weeks in the neonatal unit, with a meeting before going home; the ward saw the baby every day."""
    baby, opened_on = a_baby(family, family.chance.days(20, 300))
    raise_concern(family, baby, ConcernKind.PREMATURE_OR_SMALL, opened_on)
    home_on = baby.at_age(family.chance.days(25, 70))
    stay(family, baby, SettingKind.NEONATAL_UNIT, opened_on, home_on)
    for day in range(6, 40, 9):
        on = baby.at_age(day)
        if on < home_on:
            observe(family, baby, Duty.DOCTOR, on, ObservedWhat.PARENT_WITH_BABY, place=SettingKind.NEONATAL_UNIT)
    meet_about(family, baby, MeetingKind.DISCHARGE_PLANNING, family.done(home_on, (-9, -2), never=0.2), AROUND_BABY[:5])
    decide(family, baby, DecisionKind.DISCHARGE, family.done(home_on, (-2, 0), never=0.2), duty=Duty.DOCTOR)
    grow(family, baby)


def without_a_home(family: Family) -> None:
    """The family asks for housing; social care is told at once, late, or not at all."""
    baby, _ = a_baby(family, family.chance.days(20, 340))
    on = family.on_weekday(baby.at_age(family.chance.days(5, 150)))
    concern = raise_concern(family, baby, ConcernKind.HOMELESSNESS, on)
    ask_for_housing(family, baby, on)
    grow(family, baby, [concern] if concern else [], 10)


def removed_at_birth(family: Family) -> None:
    """A court order within days; some come home with a parent in a placement, some are adopted."""
    baby, opened_on = a_baby(family, family.chance.days(20, 350))
    concerns = raise_concerns(family, baby, (ConcernKind.PREVIOUS_CHILD_REMOVED, ConcernKind.DRUGS), opened_on)
    referral = refer(family, baby, opened_on, ReferralSource.MIDWIFERY)
    initial_conference(family, baby, family.after(opened_on, (1, 6)), AROUND_BABY)
    plan = make_plan(family, baby, PlanKind.CHILD_PROTECTION, family.after(opened_on, (2, 8)), concerns, referral)
    order_on = family.after(opened_on, (9, 20))
    stand(family, baby, LegalStatusKind.INTERIM_CARE_ORDER, order_on)
    together = family.chance.yes(0.4)
    stay(family, baby, SettingKind.MOTHER_AND_BABY if together else SettingKind.FOSTER_HOME, order_on)
    involve(family, baby, Duty.SOCIAL_WORKER, order_on, HelpLevel.LOOKED_AFTER)
    make_plan(family, baby, PlanKind.CARE, order_on, (), referral)
    if plan is not None and order_on is not None and order_on <= baby.until:
        ended = {"ended_on": order_on, "ended_reason": ClosureReason.COURT_ORDER}
        family.settle("plan", plan.plan_id, baby.until, **ended)
    grow(family, baby, concerns)
    meet_about(family, baby, MeetingKind.LOOKED_AFTER_REVIEW, family.after(order_on, (15, 28)), AROUND_BABY[:5])


def came_with_a_plan(family: Family) -> None:
    """On a plan elsewhere; the family moved here, and a conference takes it on, within fifteen working days or not."""
    baby, _ = a_baby(family, family.chance.days(60, 350), 40)
    arrived_on = family.on_weekday(baby.at_age(45))
    concerns = raise_concerns(family, baby, (ConcernKind.NEGLECT, ConcernKind.ALCOHOL), arrived_on,
                              seen_by=Duty.NEIGHBOUR_SOCIAL_CARE)  # fmt: skip
    referral = refer(family, baby, arrived_on, ReferralSource.LOCAL_AUTHORITY)
    held_on = (
        family.working_days(arrived_on, (8, 15))
        if family.chance.yes(0.75)
        else family.working_days(arrived_on, (16, 35))
    )
    meet_about(family, baby, MeetingKind.TRANSFER_CONFERENCE, held_on, AROUND_BABY)
    plan = make_plan(family, baby, PlanKind.CHILD_PROTECTION, held_on, concerns, referral)
    live_on(family, baby, concerns, plan, referral)


def died(family: Family) -> None:
    """The baby has died. What was under way ends that day, and nothing more is recorded."""
    baby, _ = a_baby(family, family.chance.days(60, 350), until_age=family.chance.days(20, 59))
    died_on = baby.until
    concerns, referral = _worried(family, baby, (ConcernKind.NEGLECT,), ReferralSource.HEALTH_VISITOR, (6, 15))
    assess_family(family, baby, referral, ASKED)
    live_on(family, baby, concerns, None, referral)
    if baby.person is not None:
        by = family.worker(Duty.DOCTOR)
        family.amend("person", baby.person.person_id, by, died_on, died_on, died_on=died_on)
    if family.chance.yes(0.4):
        come_to_harm(family, baby, died_on, SeriousIncidentKind.DIED, died_on)
    wind_up(family, died_on, ClosureReason.DIED)

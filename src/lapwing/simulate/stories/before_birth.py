"""Stories of babies known before birth: assessed in good time, late, not at all, or rightly not."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from lapwing.simulate.chance import Odds
from lapwing.simulate.events.health import observe
from lapwing.simulate.events.planning import ANSWERS, help_declined, make_plan
from lapwing.simulate.events.pregnancy import Dating, antenatal_care, expect, lose, wind_up
from lapwing.simulate.events.referring import involve, raise_concern
from lapwing.simulate.events.sharing import (
    EXCEPTED_BEFORE_BIRTH,
    EXCEPTED_OF_RISK,
    decline_hand_over,
    disagree,
    hand_over,
    set_aside,
)
from lapwing.simulate.family import Family, Span, Subject
from lapwing.simulate.fathers import lives_with_mother
from lapwing.simulate.people import lives
from lapwing.simulate.stories.case import (
    Case,
    assess_case,
    begin,
    decide_case,
    further_concern,
    plan_case,
    reach_birth,
    refer_case,
    weigh_concerns,
    with_concerns,
)
from lapwing.simulate.stories.first_year import grow, live_on
from lapwing.simulate.workforce import Duty
from lapwing.vocabulary.care_codes import HandOverKind, ObservedWhat
from lapwing.vocabulary.codes import ConcernKind, HelpLevel, PregnancyOutcome
from lapwing.vocabulary.work_codes import ClosureReason, DecisionOutcome, PlanKind, ReferralOutcome


def carry_on(family: Family, case: Case, start: Span = (2, 9), length: Span = (18, 38)) -> None:
    """From the decision to assess, through assessment and plan, to the birth and the first year."""
    assessment = assess_case(family, case, start, length)
    signed_off_on = assessment.signed_off_on if assessment else None
    plan_case(family, case, signed_off_on)
    be_born(family, case)


def be_born(family: Family, case: Case) -> None:
    """The birth and the first year, for each baby."""
    if reach_birth(family, case):
        for baby in case.expecting.babies:
            live_on(family, baby, case.concerns, case.plan, case.referral)


def in_good_time(family: Family) -> None:
    """Known early, referred, decided, assessed and planned in good time."""
    dating = Dating.REVISED if family.chance.yes(0.3) else Dating.ONCE
    case = begin(family, dating=dating)
    refer_case(family, case)
    decide_case(family, case)
    carry_on(family, case)


def referred_late(family: Family) -> None:
    """The midwife knew at twelve weeks; social care was told three months later."""
    case = begin(family)
    refer_case(family, case, (60, 120))
    decide_case(family, case)
    carry_on(family, case)


def assessed_late(family: Family) -> None:
    """Decided in time; then nobody was free to begin, or it was not signed off. In some a manager set the date aside."""
    case = begin(family)
    refer_case(family, case)
    decide_case(family, case)
    if case.decided_on and family.chance.yes(0.35):
        check = family.chance.pick(EXCEPTED_BEFORE_BIRTH)
        set_aside(family, case.expecting.babies[0], check, case.decided_on + timedelta(20), family.chance.days(15, 90))
    carry_on(family, case, (18, 60), (30, 75))


def assessment_stopped(family: Family) -> None:
    """Begun, and given up unfinished when the family missed two visits."""
    case = begin(family)
    refer_case(family, case)
    decide_case(family, case)
    stopped_on = family.after(case.decided_on, (20, 45))
    assess_case(family, case, (2, 6), (900, 1000), stopped_on=stopped_on, stopped_reason="Nobody at home twice.")
    be_born(family, case)


def nobody_decided(family: Family) -> None:
    """Concerns are on record, and no decision on an assessment: some were never referred."""
    case = begin(family)
    if family.chance.yes(0.5):
        refer_case(family, case)
    weigh_concerns(family, case)
    be_born(family, case)


def decided_without_reasons(family: Family) -> None:
    case = begin(family)
    refer_case(family, case)
    outcome = DecisionOutcome.REQUIRED if family.chance.yes(0.4) else DecisionOutcome.NOT_REQUIRED
    decide_case(family, case, outcome, reasoned=False)
    if outcome is DecisionOutcome.REQUIRED:
        carry_on(family, case)
    else:
        be_born(family, case)


def decided_not_required(family: Family) -> None:
    """Looked at with reasons, and family help found to be enough."""
    kinds = family.chance.pick(((ConcernKind.SOCIAL_ISOLATION, ConcernKind.CARE_EXPERIENCED_PARENT),
                                (ConcernKind.PARENTAL_MENTAL_HEALTH,), (ConcernKind.LATE_BOOKING,)))  # fmt: skip
    case = begin(family, kinds)
    refer_case(family, case, outcome=ReferralOutcome.EARLY_OR_FAMILY_HELP)
    decide_case(family, case, DecisionOutcome.NOT_REQUIRED)
    plan_case(family, case, case.decided_on, PlanKind.FAMILY_HELP)
    be_born(family, case)


def worry_after_no(family: Family) -> None:
    """Decided not required; then something new came up, and the question was put again, or was not."""
    case = begin(family, (ConcernKind.PARENTAL_MENTAL_HEALTH,))
    refer_case(family, case, outcome=ReferralOutcome.INFORMATION_OR_ADVICE)
    decide_case(family, case, DecisionOutcome.NOT_REQUIRED)
    again_on = family.after(case.decided_on, (20, 70))
    case.decided_on = None
    if again_on and further_concern(family, case, ConcernKind.DOMESTIC_ABUSE, again_on) and family.chance.yes(0.6):
        decide_case(family, case, on=family.after(again_on, (1, 12)))
        carry_on(family, case)
    else:
        be_born(family, case)


def concealed(family: Family) -> None:
    """Found at 30 weeks and more: everything in a few weeks."""
    case = begin(family, (ConcernKind.CONCEALED_PREGNANCY, ConcernKind.LATE_BOOKING), known_week=(30, 36),
                 concern_week=(1, 2), expected_in=(-340, 55), concealed=True)  # fmt: skip
    refer_case(family, case, (0, 2))
    decide_case(family, case)
    carry_on(family, case, (1, 6), (5, 16))


def found_late(family: Family) -> None:
    """Booked after 24 weeks, with a history elsewhere that came to light slowly."""
    kinds = (ConcernKind.LATE_BOOKING, ConcernKind.PREVIOUS_CHILD_REMOVED)
    case = begin(family, kinds, known_week=(24, 30), concern_week=(24, 28), expected_in=(-340, 90))
    refer_case(family, case, (0, 6))
    decide_case(family, case)
    carry_on(family, case, (1, 7), (10, 25))


def twins(family: Family) -> None:
    """Two babies expected: concerns and actions are about both."""
    case = begin(family, babies=2)
    refer_case(family, case)
    decide_case(family, case)
    carry_on(family, case)


LOSSES = Odds({PregnancyOutcome.MISCARRIAGE: 40, PregnancyOutcome.TERMINATION: 25, PregnancyOutcome.STILLBIRTH: 30,
               PregnancyOutcome.OTHER: 5})  # fmt: skip
LOST_AT = {PregnancyOutcome.MISCARRIAGE: (12, 22), PregnancyOutcome.TERMINATION: (10, 20)}


def lost(family: Family) -> None:
    """The pregnancy ended. Work was under way; from that day on nothing more is recorded of it."""
    outcome = family.chance.by_odds(LOSSES)
    week = family.chance.days(*LOST_AT.get(outcome, (25, 39)))
    ended_on = family.today - timedelta(family.chance.days(5, 300))
    expected_on = ended_on + timedelta(7 * (40 - week))
    expecting = expect(family, expected_on, known_week=(6, 8), until=ended_on)
    expecting.birth_on = ended_on
    case = with_concerns(family, expecting, concern_week=(8, 10))
    refer_case(family, case, (0, 8))
    decide_case(family, case)
    assessment = assess_case(family, case)
    plan_case(family, case, assessment.signed_off_on if assessment else None)
    antenatal_care(family, expecting)
    lose(family, expecting, outcome, ended_on)


def moved_away(family: Family) -> None:
    """The family moved before or after the birth; the next area has accepted the baby, or has not yet."""
    case = begin(family, expected_in=(-200, 120))
    refer_case(family, case)
    decide_case(family, case)
    moved_on = min(case.expecting.at(family.chance.days(22, 44)), family.today - timedelta(12))
    accepted_on = family.after(moved_on, (3, 9)) if family.chance.yes(0.7) else None
    if accepted_on is not None:
        case.expecting.end_record(accepted_on)
    carry_on(family, case)
    lives(family, case.expecting.mother, moved_on, moved_on, elsewhere=True)
    for subject in case.expecting.babies if case.born else [case.expecting.about]:
        pass_to_next_area(family, subject, moved_on, accepted_on)
    if accepted_on is not None:
        wind_up(family, accepted_on, ClosureReason.MOVED_ACCEPTED_ELSEWHERE)


def pass_to_next_area(family: Family, subject: Subject, moved_on: date, accepted_on: date | None) -> None:
    """What is known goes to the health visitors of the area that the family has moved to."""
    taker, sender = Duty.NEIGHBOUR_HEALTH_VISITOR, Duty.HEALTH_VISITOR
    answer: dict[str, Any] = {
        "received_on": moved_on,
        "accepted_on": accepted_on,
        "accepted_by": family.worker(taker).practitioner_id if accepted_on else None,
        "first_contact_on": None,
    }
    hand_over(family, subject, HandOverKind.AREA_MOVE, sender, taker, moved_on, moved_on + timedelta(7), **answer)


def opened_in_error(family: Family) -> None:
    """The wrong woman's record; seen within days and marked so, with nothing added since."""
    expected_on = family.today + timedelta(family.chance.days(-200, 150))
    seen_on = min(family.today, expected_on - timedelta(family.chance.days(180, 195)))
    expecting = expect(family, expected_on, known_week=(9, 10), until=seen_on)
    with_concerns(family, expecting)
    antenatal_care(family, expecting)
    by = family.worker(Duty.MANAGER)
    for baby in expecting.babies:
        family.amend("child", baby.child_id, by, seen_on, baby.until, opened_in_error=True)
    wind_up(family, seen_on, ClosureReason.OPENED_IN_ERROR)


def no_expected_date(family: Family) -> None:
    """Nobody has written down when the baby is expected."""
    case = begin(family, expected_in=(10, 180), dating=Dating.MISSING)
    refer_case(family, case)
    decide_case(family, case)
    carry_on(family, case)


def dates_disagree(family: Family) -> None:
    """Social care has one expected date and midwifery another, and both stand."""
    case = begin(family, expected_in=(10, 180), dating=Dating.CONTRADICTED)
    refer_case(family, case)
    decide_case(family, case)
    carry_on(family, case)


def born_unassessed(family: Family) -> None:
    """Born in these weeks without an assessment, although there was time for one."""
    born_on = family.today - timedelta(family.chance.days(2, 58))
    expecting = expect(family, born_on + timedelta(family.chance.days(-6, 12)))
    expecting.birth_on = born_on
    case = with_concerns(family, expecting)
    if family.chance.yes(0.6):
        refer_case(family, case, (20, 90))
        decide_case(family, case, reasoned=family.chance.yes(0.7))
    weigh_concerns(family, case)
    be_born(family, case)


def born_elsewhere(family: Family) -> None:
    """The birth came early and in another area, before the plan was ready."""
    case = begin(family, expected_in=(-300, 20))
    born_on = case.expecting.birth_on = case.expecting.expected_on - timedelta(family.chance.days(20, 45))
    refer_case(family, case)
    decide_case(family, case)
    assessment = assess_case(family, case)
    plan_case(family, case, assessment.signed_off_on if assessment else None)
    if born_on <= family.today - timedelta(4):
        lives(family, case.expecting.mother, born_on, born_on - timedelta(3), elsewhere=True)
    be_born(family, case)


def birth_not_recorded(family: Family) -> None:
    """The expected date is weeks past, and nothing is recorded: neither a birth nor an ending."""
    case = begin(family, expected_in=(-70, -30))
    refer_case(family, case)
    decide_case(family, case)
    for subject in (case.expecting.about, *case.expecting.babies):
        subject.until = case.expecting.expected_on - timedelta(20)
    assess_case(family, case)
    antenatal_care(family, case.expecting)


def help_refused(family: Family) -> None:
    """The parents would rather not have the help that was offered; sometimes there is a plan B."""
    case = begin(family, (ConcernKind.ALCOHOL, ConcernKind.PARENTAL_MENTAL_HEALTH), lives_with_mother)
    refer_case(family, case)
    decide_case(family, case)
    assessment = assess_case(family, case)
    if assessment and assessment.signed_off_on:
        on = family.after(assessment.signed_off_on, (1, 10))
        plan = make_plan(family, case.expecting.about, PlanKind.CHILD_IN_NEED, on, (), case.referral)
        case.plan = plan
        involve(family, case.expecting.about, Duty.SOCIAL_WORKER, on, HelpLevel.CHILD_IN_NEED)
        for concern in case.concerns if plan and on else ():
            answer = help_declined if family.chance.yes(0.7) else family.chance.by_odds(ANSWERS)
            answer(
                family, case.expecting.about, concern, plan, max(plan.started_on, concern.on) if plan else concern.on
            )
    be_born(family, case)


def agencies_disagree(family: Family) -> None:
    """The midwife thinks that social care should assess; social care does not, and the midwife takes it further."""
    case = begin(family)
    refer_case(family, case, outcome=ReferralOutcome.NO_FURTHER_ACTION)
    decide_case(family, case, DecisionOutcome.NOT_REQUIRED)
    raised_on = family.after(case.decided_on, (1, 12))
    referral_id = case.referral.referral_id if case.referral else None
    if raised_on is not None:
        disagree(family, case.expecting.about, raised_on, Duty.MIDWIFE, Duty.SOCIAL_WORKER, referral_id=referral_id)
        notice = HandOverKind.ANTENATAL_NOTICE
        decline_hand_over(family, case.expecting.about, notice, Duty.MIDWIFE, Duty.FAMILY_NURSE, raised_on)
    be_born(family, case)


def nothing_feared(family: Family) -> None:
    """An ordinary pregnancy: nothing on the list, and the care that everybody has."""
    expected_on = family.today + timedelta(family.chance.days(-330, 190))
    expecting = expect(family, expected_on)
    case = Case(expecting, lives_with_mother(family, expecting.about, expecting.known_on), [])
    expecting.about.father = case.father.person
    observe(family, expecting.about, Duty.MIDWIFE, family.after(expecting.at(17), (0, 60)), ObservedWhat.PARENT)
    if reach_birth(family, case):
        grow(family, expecting.babies[0], (), 6)


def set_aside_for_one_risk(family: Family) -> None:
    """One concern is met in a way the rule does not foresee, and a manager has said so."""
    case = begin(family, (ConcernKind.LEARNING_DISABILITY, ConcernKind.POVERTY))
    refer_case(family, case)
    decide_case(family, case)
    concern = case.concerns[0] if case.concerns else None
    if concern:
        on = concern.on + timedelta(family.chance.days(10, 40))
        set_aside(family, case.expecting.babies[0], family.chance.pick(EXCEPTED_OF_RISK), on,
                  family.chance.days(20, 150), concern_id=concern.concern_id)  # fmt: skip
    raise_concern(family, case.expecting.about, ConcernKind.POVERTY, case.decided_on, seen_by=Duty.HEALTH_VISITOR)
    carry_on(family, case)

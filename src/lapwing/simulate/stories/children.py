"""Stories of children from one to thirteen: ordinary children's social care."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from lapwing.simulate.events.assessing import hear_services
from lapwing.simulate.events.courses import assess_family, in_need, protected
from lapwing.simulate.events.deciding import decide
from lapwing.simulate.events.health import appoint
from lapwing.simulate.events.meeting import AROUND_CHILD, Review, hold_review, meet_about
from lapwing.simulate.events.planning import act_on, end_plan, make_plan
from lapwing.simulate.events.pregnancy import wind_up
from lapwing.simulate.events.referring import SOURCES, Concern, Referral, brought, close, involve, raise_concerns, refer
from lapwing.simulate.events.sharing import change_of_worker, disagree, hand_over
from lapwing.simulate.events.standing import ask_for_housing, stand, stay
from lapwing.simulate.family import Family, Span, Subject
from lapwing.simulate.fathers import some_father
from lapwing.simulate.people import a_child, a_mother, as_mother, as_sibling, at_home, birthday, lives
from lapwing.simulate.workforce import Duty
from lapwing.simulate.worries import GROWING_UP
from lapwing.vocabulary.care_codes import AppointmentKind, HandOverKind, LegalStatusKind, SettingKind
from lapwing.vocabulary.codes import ConcernKind, HelpLevel
from lapwing.vocabulary.work_codes import (
    ClosureReason,
    Contributor,
    DecisionKind,
    DecisionOutcome,
    MeetingKind,
    PlanKind,
    ReferralOutcome,
    ReviewOutcome,
)

AGES = (1, 13)
ASKED = (Contributor.EDUCATION, Contributor.GENERAL_PRACTICE, Contributor.HEALTH_VISITING)


def household(family: Family, count: int, since: Span, ages: Span = AGES) -> tuple[list[Subject], date]:
    """Brothers and sisters known since so many days ago, with their mother and what is known of their father."""
    opened_on = family.on_weekday(family.today - timedelta(family.chance.days(*since)))
    opened_on = min(opened_on, family.today)
    mother = a_mother(family, opened_on, (23, 45))
    at_home(family, mother, opened_on)
    children = [a_child(family, opened_on, _born(family, opened_on, ages), mother) for _ in range(count)]
    for child in children:
        as_mother(family, child, mother, opened_on)
        for other in children:
            if other is not child:
                as_sibling(family, child, other, opened_on)
    some_father(family, children[0], opened_on)
    for child in children[1:]:
        child.father = children[0].father
    return children, opened_on


def _born(family: Family, opened_on: date, ages: Span) -> date:
    """A date of birth that makes the child of that age today, and born when the record was opened."""
    return min(birthday(family, family.today, ages), opened_on - timedelta(3))


def put_to_social_care(
    family: Family,
    child: Subject,
    on: date,
    kinds: Sequence[ConcernKind] | None = None,
    outcome: ReferralOutcome = ReferralOutcome.ASSESSMENT,
    need: str | None = "N1",
) -> tuple[list[Concern], Referral]:
    """Concerns, and the referral that brought them."""
    concerns = raise_concerns(family, child, kinds or family.chance.pick(GROWING_UP), on, (0, 3))
    referral = refer(family, child, on, family.chance.by_odds(SOURCES), outcome, need)
    brought(family, child, concerns, referral)
    return concerns, referral


def no_further_action(family: Family) -> None:
    """Referred, looked at, and nothing more was needed."""
    (child,), on = household(family, 1, (5, 500))
    _, referral = put_to_social_care(family, child, on, outcome=ReferralOutcome.NO_FURTHER_ACTION)
    close(family, child, referral, referral.decided_on, ClosureReason.NO_FURTHER_ACTION)


def advice_given(family: Family) -> None:
    """A contact that ended in advice, or in family help."""
    (child,), on = household(family, 1, (3, 400))
    outcome = family.chance.pick((ReferralOutcome.INFORMATION_OR_ADVICE, ReferralOutcome.EARLY_OR_FAMILY_HELP))
    concerns, referral = put_to_social_care(family, child, on, outcome=outcome)
    if outcome is ReferralOutcome.EARLY_OR_FAMILY_HELP:
        start = family.after(referral.decided_on, (3, 25))
        plan = make_plan(family, child, PlanKind.FAMILY_HELP, start, (), referral, Duty.FAMILY_HELP)
        involve(family, child, Duty.FAMILY_HELP, start, HelpLevel.FAMILY_HELP)
        act_on(family, child, concerns, plan, start)
    close(family, child, referral, family.after(referral.decided_on, (0, 5)), ClosureReason.STEPPED_DOWN)


def assessed_and_closed(family: Family) -> None:
    (child,), on = household(family, 1, (10, 500))
    _, referral = put_to_social_care(family, child, on)
    assessment = assess_family(family, child, referral, ASKED, outcome=ReferralOutcome.NO_FURTHER_ACTION)
    closed_on = family.after(assessment.signed_off_on, (0, 8)) if assessment else None
    decide(family, child, DecisionKind.NO_FURTHER_ACTION, closed_on, DecisionOutcome.REQUIRED)
    close(family, child, referral, closed_on, ClosureReason.NO_FURTHER_ACTION)


def child_in_need(family: Family) -> None:
    (child,), on = household(family, 1, (20, 600))
    _help(family, child, on)


def brothers_and_sisters_in_need(family: Family) -> None:
    """Two children of one family, each with a plan."""
    children, on = household(family, 2, (20, 600))
    kinds = family.chance.pick(GROWING_UP)
    for child in children:
        _help(family, child, on, kinds)


def _help(family: Family, child: Subject, on: date, kinds: Sequence[ConcernKind] | None = None) -> None:
    concerns, referral = put_to_social_care(family, child, on, kinds)
    assessment = assess_family(family, child, referral, ASKED)
    if family.chance.yes(0.06):
        change_of_worker(family, child, on)
    if assessment is not None:
        in_need(family, child, referral, concerns, family.after(assessment.signed_off_on, (1, 12)), AROUND_CHILD)


def on_protection_plan(family: Family) -> None:
    (child,), on = household(family, 1, (10, 700))
    _protect(family, child, on)


def three_on_plans(family: Family) -> None:
    """Three children of one family at one conference after another."""
    children, on = household(family, 3, (10, 600))
    kinds = family.chance.pick(GROWING_UP[:5])
    for child in children:
        _protect(family, child, on, kinds)


def _protect(family: Family, child: Subject, on: date, kinds: Sequence[ConcernKind] | None = None) -> None:
    concerns, referral = put_to_social_care(family, child, on, kinds, ReferralOutcome.SECTION_47)
    assess_family(family, child, referral, (*ASKED, Contributor.POLICE))
    protected(family, child, referral, concerns, referral.decided_on, AROUND_CHILD)


def disabled(family: Family) -> None:
    """Help with a disability: short breaks, equipment, and a long plan."""
    (child,), on = household(family, 1, (200, 900))
    concerns, referral = put_to_social_care(family, child, on, (ConcernKind.CHILD_DISABILITY,), need="N2")
    assessment = assess_family(family, child, referral, ASKED)
    start = family.after(assessment.signed_off_on, (5, 20)) if assessment else None
    plan = make_plan(family, child, PlanKind.CHILD_IN_NEED, start, (), referral)
    involve(family, child, Duty.SOCIAL_WORKER, start, HelpLevel.CHILD_IN_NEED)
    act_on(family, child, concerns, plan, start)
    involve(family, child, Duty.SCHOOL, start, HelpLevel.UNIVERSAL)
    review = Review(MeetingKind.CHILD_IN_NEED_REVIEW, around=AROUND_CHILD)
    hold_review(family, child, plan, family.after(start, (150, 180)), concerns, review)


def looked_after(family: Family) -> None:
    """In foster care or with kin, with reviews; some moves."""
    (child,), on = household(family, 1, (60, 1400), (1, 13))
    concerns, referral = put_to_social_care(family, child, on)
    order = family.chance.pick(
        (LegalStatusKind.SECTION_20, LegalStatusKind.INTERIM_CARE_ORDER, LegalStatusKind.SECTION_31)
    )
    start = family.after(on, (5, 50))
    stand(family, child, order, start)
    place_for(family, child, start)
    involve(family, child, Duty.SOCIAL_WORKER, start, HelpLevel.LOOKED_AFTER)
    plan = make_plan(family, child, PlanKind.CARE, start, (), referral)
    act_on(family, child, concerns, plan, start)
    looked_after_reviews(family, child, start)


def place_for(family: Family, child: Subject, start: date | None) -> None:
    """Where a looked-after child lives, and a move for some."""
    if start is None:
        return
    kinds = (SettingKind.FOSTER_HOME, SettingKind.FOSTER_HOME, SettingKind.KINSHIP, SettingKind.CHILDRENS_HOME)
    moved_on = family.after(start, (60, 400)) if family.chance.yes(0.3) else None
    stay(family, child, family.chance.pick(kinds), start, moved_on)
    if moved_on is not None:
        decide(family, child, DecisionKind.MOVE, family.after(moved_on, (-6, 1)), DecisionOutcome.REQUIRED)
        stay(family, child, family.chance.pick(kinds), moved_on)


def looked_after_reviews(family: Family, child: Subject, start: date | None) -> None:
    """At four weeks, three months, then half-yearly; the last year of them."""
    around = (Contributor.CHILD, Contributor.SOCIAL_CARE, Contributor.EDUCATION)
    on = family.after(start, (15, 28))
    gaps = ((55, 65), (150, 183))
    step = 0
    while on is not None and on <= child.until:
        if on > family.today - timedelta(500):
            meet_about(family, child, MeetingKind.LOOKED_AFTER_REVIEW, on, around)
        on = family.after(on, gaps[min(step, 1)])
        step += 1


def special_guardians(family: Family) -> None:
    """Lives with grandparents under an order; the work has closed."""
    (child,), on = household(family, 1, (300, 1200))
    _, referral = put_to_social_care(family, child, on)
    order_on = family.after(on, (120, 250))
    stand(family, child, LegalStatusKind.SPECIAL_GUARDIANSHIP, order_on)
    stay(family, child, SettingKind.KINSHIP, order_on)
    close(family, child, referral, family.after(order_on, (5, 40)), ClosureReason.ARRANGEMENT_ORDER)


def adopted(family: Family) -> None:
    """An adoption order; nothing more is recorded here."""
    (child,), on = household(family, 1, (400, 1300), (2, 7))
    order_on = min(family.today, on + timedelta(family.chance.days(300, 390)))
    family.end_record(child, order_on)
    put_to_social_care(family, child, on)
    start = family.after(on, (10, 60))
    stand(family, child, LegalStatusKind.INTERIM_CARE_ORDER, start)
    place_for(family, child, start)
    stand(family, child, LegalStatusKind.ADOPTION_ORDER, order_on, verified_on=order_on)
    wind_up(family, order_on, ClosureReason.ADOPTED)


def moved_here(family: Family) -> None:
    """Moved in from the next area, which passed the work on; accepted late or not at all by some."""
    (child,), on = household(family, 1, (15, 300))
    if child.mother is not None:
        lives(family, child.mother, on, on)
    hand_over(family, child, HandOverKind.AREA_MOVE, Duty.NEIGHBOUR_HEALTH_VISITOR, Duty.HEALTH_VISITOR, on)
    concerns, referral = put_to_social_care(family, child, on)
    assess_family(family, child, referral, ASKED)
    act_on(family, child, concerns, None, referral.decided_on)
    if family.chance.yes(0.3):
        ask_for_housing(family, child, family.after(on, (2, 30)))


def referred_again(family: Family) -> None:
    """The school refers, is told no, refers again, and then challenges the decision."""
    (child,), on = household(family, 1, (40, 400))
    _, first = put_to_social_care(family, child, on, (ConcernKind.NEGLECT,), ReferralOutcome.NO_FURTHER_ACTION)
    close(family, child, first, first.decided_on, ClosureReason.NO_FURTHER_ACTION)
    again_on = family.after(on, (12, 35))
    if again_on is None or again_on > child.until:
        return
    source = family.chance.by_odds(SOURCES)
    again = refer(
        family, child, again_on, source, ReferralOutcome.NO_FURTHER_ACTION, repeats_referral_id=first.referral_id
    )
    if again.decided_on is not None and family.chance.yes(0.7):
        raised_on = family.after(again.decided_on, (0, 6)) or again_on
        disagree(family, child, raised_on, Duty.SCHOOL, Duty.MANAGER, referral_id=again.referral_id)


def plan_ended_early(family: Family) -> None:
    """The plan ended at its first review."""
    (child,), on = household(family, 1, (120, 500), (1, 5))
    concerns, referral = put_to_social_care(family, child, on, outcome=ReferralOutcome.SECTION_47)
    start = family.working_days(referral.decided_on, (9, 15))
    plan = make_plan(family, child, PlanKind.CHILD_PROTECTION, start, concerns, referral)
    act_on(family, child, concerns, plan, start)
    on = family.after(start, (55, 80)) or on
    review = Review(outcome=ReviewOutcome.END, ended_reason=ClosureReason.CONCERNS_RESOLVED, around=AROUND_CHILD)
    hold_review(family, child, plan, on, concerns, review)
    end_plan(family, child, plan, on, ClosureReason.CONCERNS_RESOLVED)
    if plan is not None:
        hear_about(family, child, referral)


def hear_about(family: Family, child: Subject, referral: Referral) -> None:
    """The assessment behind the plan, and routine health at two."""
    assessment = assess_family(family, child, referral, ASKED)
    if assessment is not None:
        hear_services(family, child, (Contributor.POLICE,), assessment)
    on = child.at_age(family.chance.days(735, 900))
    if on > family.today - timedelta(400):
        appoint(family, child, AppointmentKind.TWO_YEARS, Duty.HEALTH_VISITOR, family.on_weekday(on))

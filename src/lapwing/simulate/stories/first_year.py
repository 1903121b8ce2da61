"""The first year of a baby whom services know: health, hand-overs, incidents, reviews of the plan, and its end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from lapwing.simulate.chance import Odds
from lapwing.simulate.events.assessing import think_of_baby
from lapwing.simulate.events.deciding import decide
from lapwing.simulate.events.health import advise, observe, routine_contacts, watch_over, weights
from lapwing.simulate.events.meeting import AROUND_BABY, Review, core_groups, hold_review
from lapwing.simulate.events.planning import PROTECTION, Plan, act_on, end_plan, make_plan
from lapwing.simulate.events.referring import (
    Concern,
    Referral,
    close,
    end_involvement,
    involve,
    raise_concern,
    resolve_concern,
    touch,
)
from lapwing.simulate.events.sharing import EXCEPTED_OF_REVIEWS, hand_over, set_aside
from lapwing.simulate.events.standing import come_to_harm
from lapwing.simulate.family import Family, Subject
from lapwing.simulate.workforce import Duty
from lapwing.vocabulary.care_codes import HandOverKind, ObservedWhat, SeriousIncidentKind
from lapwing.vocabulary.codes import ConcernKind, HelpLevel
from lapwing.vocabulary.work_codes import (
    ClosureReason,
    ContactKind,
    DecisionKind,
    DecisionOutcome,
    MeetingKind,
    PlanKind,
    ReviewOutcome,
)

FIRST_OUTCOMES = Odds({ReviewOutcome.CONTINUE: 70, ReviewOutcome.STEP_DOWN: 18, ReviewOutcome.END: 12})
LATER_OUTCOMES = Odds({ReviewOutcome.CONTINUE: 45, ReviewOutcome.STEP_DOWN: 30, ReviewOutcome.END: 25})
SUBSTANCES = (ConcernKind.ALCOHOL, ConcernKind.DRUGS)


def grow(family: Family, baby: Subject, concerns: Sequence[Concern] = (), months: int = 12) -> None:
    """What every baby is offered, and what is seen of this one."""
    end = baby.at_age(months * 30)
    weights(family, baby, months * 30)
    routine_contacts(family, baby)
    hand_overs(family, baby)
    advised_on = family.after(baby.at_age(1), (0, 12))
    advise(family, baby, baby.mother, advised_on, Duty.MIDWIFE, 0.85)
    advise(family, baby, baby.father, advised_on, Duty.HEALTH_VISITOR, 0.4)
    watch_over(family, baby, Duty.HEALTH_VISITOR, baby.at_age(20), end, (35, 70))
    for concern in concerns:
        if concern.kind in SUBSTANCES or concern.kind is ConcernKind.DOMESTIC_ABUSE:
            think_of_baby(family, baby, concern, family.done(baby.at_age(1), (0, 7), (12, 40), slow=0.2, never=0.35))


def hand_overs(family: Family, baby: Subject) -> None:
    """Midwife to health visitor, health visitor to GP, and the GP's list."""
    midwife, visitor, gp = Duty.MIDWIFE, Duty.HEALTH_VISITOR, Duty.GP
    sent_on = family.done(baby.at_age(9), (0, 5), (8, 25), slow=0.15, never=0.06)
    hand_over(family, baby, HandOverKind.POSTNATAL_TRANSFER, midwife, visitor, sent_on, baby.at_age(14))
    end_involvement(family, baby, ("agency-midwifery",), sent_on, ClosureReason.OTHER)
    told_on = family.done(baby.at_age(15), (0, 20), (30, 60), never=0.2)
    hand_over(family, baby, HandOverKind.HEALTH_VISITING_TO_GP, visitor, gp, told_on)
    registered_on = family.done(baby.at_age(14), (0, 26), (35, 80), slow=0.12, never=0.05)
    hand_over(family, baby, HandOverKind.GP_REGISTRATION, midwife, gp, registered_on, baby.at_age(42))


def incident(family: Family, baby: Subject, on: date) -> Concern | None:
    """Police are called to the home; what it means for the baby, and a conference on the risk to the mother."""
    reported_on = on + timedelta(family.chance.days(0, 5))
    concern = raise_concern(family, baby, ConcernKind.DOMESTIC_ABUSE, reported_on, incident_on=on,
                            note="Neighbours called the police; the baby was in the next room.")  # fmt: skip
    if concern is None:
        return None
    thought_on = family.done(reported_on, (0, 1), (3, 30), slow=0.3, never=0.25)
    think_of_baby(family, baby, concern, thought_on)
    marac_on = family.done(reported_on, (0, 2), (5, 20), slow=0.2, never=0.2)
    decide(family, baby, DecisionKind.MARAC, marac_on, concern_id=concern.concern_id, duty=Duty.DOMESTIC_ABUSE)
    act_on(family, baby, [concern], None, reported_on)
    observe(family, baby, Duty.HEALTH_VISITOR, family.done(reported_on, (1, 6), never=0.3), ObservedWhat.BABY)
    return concern


def incidents(family: Family, baby: Subject, concerns: Sequence[Concern]) -> None:
    """Where there has been abuse at home, further incidents in the first year are not rare."""
    if any(concern.kind is ConcernKind.DOMESTIC_ABUSE for concern in concerns):
        for _ in range(family.chance.days(0, 2)):
            incident(family, baby, baby.at_age(family.chance.days(5, 330)))


REVIEWS = {
    PlanKind.CHILD_IN_NEED: MeetingKind.CHILD_IN_NEED_REVIEW,
    PlanKind.FAMILY_HELP: MeetingKind.FAMILY_HELP_REVIEW,
}


def review_plan(
    family: Family, baby: Subject, plan: Plan, concerns: Sequence[Concern], referral: Referral | None
) -> date | None:
    """Reviews from soon after the birth until the plan ends or steps down; the day on which it does."""
    kind = REVIEWS.get(plan.kind, MeetingKind.REVIEW_CONFERENCE)
    start = max(plan.started_on, baby.at_age(0))
    due_on = family.working_days(start, (20, 20))
    on = family.done(start, (14, 27), (32, 60), slow=0.2, never=0.03)
    outcomes = FIRST_OUTCOMES
    while on is not None and on <= baby.until + timedelta(30):
        outcome = family.chance.by_odds(outcomes)
        review = Review(kind, outcome, _reason(outcome), AROUND_BABY, due_on=due_on)
        meeting_id = hold_review(family, baby, plan, on, concerns, review)
        if meeting_id and family.chance.yes(0.03):
            check = family.chance.pick(EXCEPTED_OF_REVIEWS)
            set_aside(family, baby, check, on, family.chance.days(10, 200), meeting_id=meeting_id)
        if outcome is not ReviewOutcome.CONTINUE:
            leave_plan(family, baby, plan, concerns, referral, outcome, on, meeting_id)
            return on
        outcomes, due_on = LATER_OUTCOMES, on + timedelta(91)
        on = family.after(on, (75, 100))
    return None


def _reason(outcome: ReviewOutcome) -> ClosureReason | None:
    return {
        ReviewOutcome.END: ClosureReason.CONCERNS_RESOLVED,
        ReviewOutcome.STEP_DOWN: ClosureReason.STEPPED_DOWN,
    }.get(outcome)


def leave_plan(
    family: Family,
    baby: Subject,
    plan: Plan,
    concerns: Sequence[Concern],
    referral: Referral | None,
    outcome: ReviewOutcome,
    on: date,
    meeting_id: str | None,
) -> None:
    """A plan ends, or gives way to lighter help."""
    reason = _reason(outcome) or ClosureReason.OTHER
    end_plan(family, baby, plan, on, reason)
    for concern in concerns:
        if family.chance.yes(0.5):
            resolve_concern(family, baby, concern, on, "Looked at by the review.")
    if outcome is ReviewOutcome.STEP_DOWN:
        lighter = make_plan(family, baby, PlanKind.CHILD_IN_NEED, family.after(on, (0, 5)), (), referral)
        involve(family, baby, Duty.SOCIAL_WORKER, on, HelpLevel.CHILD_IN_NEED)
        review = Review(MeetingKind.CHILD_IN_NEED_REVIEW, ReviewOutcome.CONTINUE, around=AROUND_BABY[:5])
        hold_review(family, baby, lighter, family.after(on, (60, 95)), concerns, review)
    elif referral is not None:
        closed_on = family.after(on, (1, 20))
        decide(family, baby, DecisionKind.CLOSE, on, DecisionOutcome.REQUIRED, meeting_id=meeting_id)
        close(family, baby, referral, closed_on, ClosureReason.CONCERNS_RESOLVED)


def visits(family: Family, baby: Subject, end: date) -> None:
    """Home visits by the social worker: each parent seen or not, and the baby seen or not."""
    on = family.after(baby.at_age(4), (0, 10))
    while on is not None and on <= min(baby.until, end):
        person = baby.father if baby.father and family.chance.yes(0.3) else baby.mother
        reached = family.chance.yes(0.88)
        kind = ContactKind.VISIT if reached else ContactKind.ATTEMPT
        seen = {"person_id": person.person_id if person else None, "child_seen": reached}
        touch(family, baby, Duty.SOCIAL_WORKER, kind, on, **seen)
        if reached and family.chance.yes(0.65):
            observe(family, baby, Duty.SOCIAL_WORKER, on, ObservedWhat.PARENT_WITH_BABY)
        on = family.after(on, (12, 30))


def live_on(
    family: Family, baby: Subject, concerns: Sequence[Concern], plan: Plan | None, referral: Referral | None
) -> None:
    """The whole first year of a baby with concerns; nobody from social care visits where nobody referred."""
    grow(family, baby, concerns)
    incidents(family, baby, concerns)
    end = baby.at_age(360)
    if plan is not None:
        end = review_plan(family, baby, plan, concerns, referral) or end
        if plan.kind in PROTECTION:
            core_groups(family, baby, plan, max(plan.started_on, baby.at_age(0)), end, AROUND_BABY)
    if referral is not None:
        visits(family, baby, end)
    if family.chance.yes(0.08):
        harmed_on = baby.at_age(family.chance.days(14, 330))
        known_on = family.after(harmed_on, (0, 4))
        come_to_harm(family, baby, harmed_on, SeriousIncidentKind.SERIOUSLY_HARMED, known_on)

"""The usual courses of social care after a referral, for a child of any age."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from lapwing.simulate.chance import Odds
from lapwing.simulate.events.assessing import Assessment, assess, hear_parent, hear_services
from lapwing.simulate.events.deciding import decide
from lapwing.simulate.events.health import observe
from lapwing.simulate.events.meeting import Review, core_groups, hold_review, initial_conference
from lapwing.simulate.events.planning import Plan, act_on, end_plan, make_plan
from lapwing.simulate.events.referring import Concern, Referral, close, involve, resolve_concern, touch
from lapwing.simulate.family import Family, Subject
from lapwing.simulate.workforce import Duty
from lapwing.vocabulary.care_codes import ObservedWhat
from lapwing.vocabulary.codes import HelpLevel
from lapwing.vocabulary.work_codes import (
    AssessmentKind,
    ClosureReason,
    ContactKind,
    Contributor,
    DecisionKind,
    DecisionOutcome,
    MeetingKind,
    PlanKind,
    ReferralOutcome,
    ReviewOutcome,
)

OUTCOMES = Odds({ReviewOutcome.CONTINUE: 55, ReviewOutcome.STEP_DOWN: 22, ReviewOutcome.END: 23})


def assess_family(
    family: Family, about: Subject, referral: Referral, services: Iterable[Contributor], **more: Any
) -> Assessment | None:
    """A child and family assessment within 45 working days of the referral, or beyond them."""
    started_on = family.working_days(referral.decided_on, (1, 6))
    signed_off_on = family.done(started_on, (15, 55), (66, 110), slow=0.15, never=0.03)
    kind = AssessmentKind.CHILD_AND_FAMILY
    assessment = assess(family, about, kind, started_on, signed_off_on, referral, **more)
    if assessment is None:
        return None
    hear_services(family, about, services, assessment)
    hear_parent(family, about, Contributor.MOTHER, about.mother, assessment, None)
    if about.father is not None:
        hear_parent(family, about, Contributor.FATHER, about.father, assessment, None)
    return assessment


def enquire(family: Family, about: Subject, referral: Referral, on: date | None) -> None:
    """A section 47 enquiry, after the decision to make one."""
    decide(family, about, DecisionKind.SECTION_47, on, referral_id=referral.referral_id)
    ended_on = family.working_days(on, (5, 15))
    assess(family, about, AssessmentKind.SECTION_47, on, ended_on, referral, outcome=ReferralOutcome.SECTION_47)


def see(family: Family, about: Subject, start: date, end: date, gap: tuple[int, int]) -> None:
    """The social worker visits, sees the child, now and then does not get in."""
    on = family.after(start, (1, gap[0]))
    age = (start - about.person.born_on).days / 365.25 if about.person else 0.0
    of = ObservedWhat.PARENT_WITH_BABY if age < 1 else ObservedWhat.PARENT if age < 14 else ObservedWhat.YOUNG_PERSON
    while on is not None and on <= min(end, about.until):
        reached = family.chance.yes(0.88)
        kind = ContactKind.VISIT if reached else ContactKind.ATTEMPT
        touch(family, about, Duty.SOCIAL_WORKER, kind, on, child_seen=reached)
        if reached and family.chance.yes(0.35):
            observe(family, about, Duty.SOCIAL_WORKER, on, of)
        on = family.after(on, gap)


def in_need(
    family: Family,
    about: Subject,
    referral: Referral,
    concerns: Sequence[Concern],
    on: date | None,
    around: Sequence[Contributor],
) -> Plan | None:
    """A child in need plan with actions and reviews, until it ends."""
    plan = make_plan(family, about, PlanKind.CHILD_IN_NEED, on, concerns, referral)
    if plan is None:
        return None
    involve(family, about, Duty.SOCIAL_WORKER, plan.started_on, HelpLevel.CHILD_IN_NEED)
    act_on(family, about, concerns, plan, plan.started_on)
    ended_on = family.done(plan.started_on, (90, 300), never=0.3)
    see(family, about, plan.started_on, min(ended_on or about.until, plan.started_on + timedelta(300)), (18, 40))
    review = Review(MeetingKind.CHILD_IN_NEED_REVIEW, around=tuple(around))
    reviewed_on = family.after(plan.started_on, (40, 90))
    if reviewed_on and (ended_on is None or reviewed_on < ended_on):
        hold_review(family, about, plan, reviewed_on, concerns, review)
    finish(family, about, referral, concerns, plan, ended_on)
    return plan


def protected(
    family: Family,
    about: Subject,
    referral: Referral,
    concerns: Sequence[Concern],
    on: date | None,
    around: Sequence[Contributor],
) -> Plan | None:
    """Enquiries, a conference, a plan, core groups and reviews, until the plan ends or steps down."""
    enquire(family, about, referral, on)
    held_on = family.working_days(on, (9, 15)) if family.chance.yes(0.85) else family.working_days(on, (16, 30))
    initial_conference(family, about, held_on, around)
    plan = make_plan(family, about, PlanKind.CHILD_PROTECTION, held_on, concerns, referral)
    if plan is None:
        return None
    involve(family, about, Duty.SOCIAL_WORKER, plan.started_on, HelpLevel.CHILD_PROTECTION)
    act_on(family, about, concerns, plan, plan.started_on)
    ended_on = _reviews(family, about, plan, concerns, around)
    last_on = min(ended_on or about.until, plan.started_on + timedelta(400))
    core_groups(family, about, plan, plan.started_on, last_on)
    see(family, about, plan.started_on, last_on, (9, 18))
    finish(family, about, referral, concerns, plan, ended_on)
    return plan


def _reviews(
    family: Family, about: Subject, plan: Plan, concerns: Sequence[Concern], around: Sequence[Contributor]
) -> date | None:
    """Within three months, then every six, until one of them ends the plan; the day it ended."""
    on = family.done(plan.started_on, (70, 90), (95, 130), slow=0.1, never=0.01)
    while on is not None and on <= about.until + timedelta(30):
        outcome = family.chance.by_odds(OUTCOMES)
        less = {ReviewOutcome.END: ClosureReason.CONCERNS_RESOLVED, ReviewOutcome.STEP_DOWN: ClosureReason.STEPPED_DOWN}
        review = Review(outcome=outcome, ended_reason=less.get(outcome), around=tuple(around))
        hold_review(family, about, plan, on, concerns, review)
        if outcome is not ReviewOutcome.CONTINUE:
            return on
        on = family.after(on, (160, 185))
    return None


def finish(
    family: Family, about: Subject, referral: Referral, concerns: Sequence[Concern], plan: Plan | None, on: date | None
) -> None:
    """The plan ends, most concerns with it, and the work closes with a decision to close."""
    if on is None or on > about.until:
        return
    end_plan(family, about, plan, on, ClosureReason.CONCERNS_RESOLVED)
    for concern in concerns:
        if family.chance.yes(0.6):
            resolve_concern(family, about, concern, on, "Looked at when the plan ended.")
    decide(family, about, DecisionKind.CLOSE, on, DecisionOutcome.REQUIRED)
    close(family, about, referral, family.after(on, (1, 15)), ClosureReason.CONCERNS_RESOLVED)

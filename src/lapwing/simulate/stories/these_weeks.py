"""Stories of these very weeks: what stands half-way, or has just been set aside, on the day of the partnership."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from lapwing.simulate.events.meeting import AROUND_BABY, BARE, LINES, Review, hold_review
from lapwing.simulate.events.planning import Plan, give_action, make_plan
from lapwing.simulate.events.pregnancy import Dating, expect
from lapwing.simulate.events.referring import Concern, involve, raise_concern
from lapwing.simulate.events.sharing import set_aside
from lapwing.simulate.family import Family, Subject
from lapwing.simulate.stories.babies import a_baby
from lapwing.simulate.stories.case import Case, begin, decide_case, reach_birth, with_concerns
from lapwing.simulate.workforce import Duty
from lapwing.vocabulary.codes import ConcernKind, HelpLevel
from lapwing.vocabulary.work_codes import (
    AssessmentKind,
    ClosureReason,
    ConcernChange,
    DecisionOutcome,
    EvidenceBasis,
    PlanKind,
    ReviewOutcome,
)

STEPS = (
    "decision_recorded",
    "assessment_started",
    "assessment_completed",
    "everyone_contributed",
    "assessed_before_birth",
    "each_risk_has_an_action",
    "action_begun_before_birth",
    "effect_looked_at",
    "birth_plan_agreed",
    "out_of_hours_alert_set",
    "discharge_meeting_set",
    "family_group_offered",
    "legal_advice_considered",
    "unborn_plan_on_cpis",
)
OF_REVIEWS = (
    "each_concern_has_a_line",
    "baby_seen_since_last_meeting",
    "health_line_written",
    "father_line_written",
    "unfinished_actions_explained",
    "held_with_enough_voices",
    "ending_rests_on_change_seen",
    "early_ending_reasoned",
)
NEGLECT_AND_DRINK = (ConcernKind.NEGLECT, ConcernKind.ALCOHOL)
DRINK = (ConcernKind.ALCOHOL,)


def _ago(family: Family, low: int, high: int) -> date:
    """A weekday so many days before today."""
    return family.on_weekday(family.today - timedelta(family.chance.days(low, high)))


def _protect(family: Family, case: Case, on: date) -> Plan | None:
    """A protection plan for the unborn child, with nothing around the birth arranged yet."""
    about = case.expecting.about
    case.plan = make_plan(family, about, PlanKind.UNBORN_CHILD_PROTECTION, on, case.concerns, case.referral)
    involve(family, about, Duty.SOCIAL_WORKER, on, HelpLevel.CHILD_PROTECTION, wait=0)
    return case.plan


def _decide(family: Family, case: Case, on: date) -> None:
    decide_case(family, case, DecisionOutcome.REQUIRED, on=on)


def _assess(family: Family, case: Case, on: date, signed_off_on: date | None = None) -> None:
    by = family.worker(Duty.SOCIAL_WORKER)
    dates = {"started_on": on, "signed_off_on": signed_off_on}
    family.record("assessment", by, on, case.expecting.about, wait=0, kind=AssessmentKind.PRE_BIRTH, **dates)


def _begin_action(family: Family, case: Case, on: date) -> None:
    """Somebody has begun on each concern, and nobody has yet looked at whether it helps."""
    begun = {"wait": 0, "assigned_on": on, "starts_on": on, "started_on": on, "declined_on": None}
    for concern in case.concerns:
        open_still = {"effect_reviewed_on": None, "effect": None, "completed_on": None}
        give_action(family, case.expecting.about, concern, case.plan, on, **begun, **open_still)


def _set_all_aside(family: Family, child: Subject, checks: Iterable[str], on: date) -> None:
    for check in checks:
        set_aside(family, child, f"before_birth.{check}", on, family.chance.days(40, 90), wait=0)


def steps_set_aside(family: Family) -> None:
    """The mother is in hospital far away; until she is back a manager has set every step aside."""
    case = begin(family, DRINK, expected_in=(60, 110))
    on = _ago(family, 30, 50)
    if family.chance.yes(0.5):
        _decide(family, case, on)
        _assess(family, case, family.on_weekday(on + timedelta(7)))
    _protect(family, case, on)
    if case.decided_on:
        _begin_action(family, case, on)
    _set_all_aside(family, case.expecting.babies[0], STEPS, _ago(family, 3, 9))


def before_anything_was_due(family: Family) -> None:
    """Found out on one day, planned for on the next, and born on the third: weeks early."""
    born_on = _ago(family, 3, 30)
    eve = born_on - timedelta(1)
    expecting = expect(family, born_on + timedelta(family.chance.days(49, 60)), known_week=(7, 9))
    expecting.birth_on = born_on
    case = with_concerns(family, expecting, DRINK, concern_week=(32, 33))
    case.concerns = _found(family, expecting.about, DRINK, eve)
    _protect(family, case, eve)
    reach_birth(family, case)


def _found(family: Family, about: Subject, kinds: Sequence[ConcernKind], on: date) -> list[Concern]:
    """Concerns that were written down on the day itself."""
    found = [raise_concern(family, about, kind, on, wait=0) for kind in kinds]
    return [concern for concern in found if concern]


def just_found(family: Family) -> None:
    """A circumstance on the list was recorded two days ago, late in the pregnancy; nothing is decided yet."""
    expecting = expect(family, family.today + timedelta(family.chance.days(40, 62)), known_week=(7, 9))
    case = with_concerns(family, expecting, DRINK, concern_week=(39, 40))
    case.concerns = _found(family, expecting.about, DRINK, family.today - timedelta(family.chance.days(0, 2)))


def sign_off_due(family: Family) -> None:
    """Found late in the pregnancy; the three weeks for the assessment are nearly over."""
    expecting = expect(family, family.today + timedelta(family.chance.days(45, 62)), known_week=(7, 9))
    found_on = family.today - timedelta(family.chance.days(15, 18))
    case = with_concerns(family, expecting, DRINK, concern_week=(39, 40))
    case.concerns = _found(family, expecting.about, DRINK, family.on_weekday(found_on))
    _decide(family, case, family.on_weekday(found_on + timedelta(2)))
    _assess(family, case, family.on_weekday(found_on + timedelta(4)))


def birth_any_day(family: Family) -> None:
    """The baby is expected within the week, and the assessment is not signed off."""
    case = begin(family, DRINK, expected_in=(3, 7))
    case.expecting.birth_on = case.expecting.expected_on
    on = _ago(family, 60, 80)
    _decide(family, case, on)
    _assess(family, case, on + timedelta(5))


def signed_off_after_birth(family: Family) -> None:
    """The assessment was under way when the baby came, and was signed off a week later."""
    case = begin(family, DRINK, expected_in=(-16, -12))
    case.expecting.birth_on = case.expecting.expected_on
    on = _ago(family, 70, 90)
    _decide(family, case, on)
    _assess(family, case, on + timedelta(5), _ago(family, 4, 6))
    reach_birth(family, case)


def plan_just_begun(family: Family) -> None:
    """A protection plan of yesterday, a month before the birth: everything around it is due within days."""
    case = begin(family, DRINK, expected_in=(20, 38))
    case.expecting.birth_on = case.expecting.expected_on
    _protect(family, case, family.today - timedelta(1))


def effect_due(family: Family) -> None:
    """Work began five weeks ago; whether it helps is to be looked at in these days."""
    case = begin(family, DRINK, expected_in=(60, 100))
    _protect(family, case, _ago(family, 50, 60))
    _begin_action(family, case, family.today - timedelta(family.chance.days(36, 41)))


def protected_and_unheard_of(family: Family) -> None:
    """On a protection plan before birth; the expected date is weeks past, and nothing more is recorded."""
    case = begin(family, DRINK, expected_in=(-60, -30))
    until = case.expecting.expected_on - timedelta(20)
    _protect(family, case, family.on_weekday(until - timedelta(14)))
    for subject in (case.expecting.about, *case.expecting.babies):
        subject.until = until


def helped_without_a_date(family: Family) -> None:
    """Help has just begun, and nobody has written down when the baby is expected."""
    case = begin(family, DRINK, expected_in=(60, 120), dating=Dating.MISSING)
    _protect(family, case, _ago(family, 3, 6))


# ---------------------------------------------------------------- reviews of a baby's plan

ENDING: dict[str, Any] = {"quorate": True, "dissent": None, "chair_statement": None, "proceed_reason": None}


def _baby_on_plan(
    family: Family, kinds: Sequence[ConcernKind] = NEGLECT_AND_DRINK
) -> tuple[Subject, Plan | None, list[Concern]]:
    baby, opened_on = a_baby(family, family.chance.days(130, 330))
    on = family.on_weekday(max(opened_on, family.today - timedelta(100)))
    concerns = _found(family, baby, kinds, on)
    plan = make_plan(family, baby, PlanKind.CHILD_PROTECTION, on, concerns)
    for concern in concerns:
        give_action(family, baby, concern, plan, on, wait=0, assigned_on=on, started_on=None, completed_on=None)
    return baby, plan, concerns


def _ending(**more: Any) -> Review:
    told = {**ENDING, "unfinished_actions_reason": None, **more}
    return Review(outcome=ReviewOutcome.END, thoroughness=BARE, around=AROUND_BABY, more=told)


def review_set_aside(family: Family) -> None:
    """A first review proposed to end the plan with hardly a line written; a manager has set the questions aside."""
    baby, plan, concerns = _baby_on_plan(family)
    on = _ago(family, 6, 20)
    hold_review(family, baby, plan, on, concerns, _ending())
    _set_all_aside(family, baby, OF_REVIEWS, on + timedelta(1))


def review_went_on(family: Family) -> None:
    """The chair went on although much was missing, and wrote down why."""
    baby, plan, concerns = _baby_on_plan(family)
    reason = "The family moves on Friday; what is missing follows within a week."
    hold_review(family, baby, plan, _ago(family, 6, 20), concerns, _ending(proceed_reason=reason))


def ended_by_court(family: Family) -> None:
    """The plan ends because a court has made an order; nobody has weighed the risks down."""
    baby, plan, concerns = _baby_on_plan(family)
    review = Review(outcome=ReviewOutcome.END, ended_reason=ClosureReason.COURT_ORDER)
    hold_review(family, baby, plan, _ago(family, 6, 20), concerns, review)


def lines_after_review(family: Family) -> None:
    """The plan ended on changes that were seen and have lasted; the lines on them were written days later."""
    baby, plan, concerns = _baby_on_plan(family)
    on = _ago(family, 14, 24)
    key = hold_review(family, baby, plan, on, (), _ending())
    by, written_on = family.worker(Duty.SOCIAL_WORKER), family.on_weekday(on + timedelta(4))
    seen = {"change": ConcernChange.RESOLVED, "basis": EvidenceBasis.SEEN, "sustained_since_on": on - timedelta(40)}
    for concern in concerns:
        told = {"meeting_id": key, "concern_id": concern.concern_id, "written_on": written_on, **seen}
        family.record("concern_review", by, written_on, baby, wait=0, **told)
    for line, says in LINES.items():
        told = {"meeting_id": key, "about": line, "says": says, "written_on": written_on, "evidence_on": on}
        family.record("review_line", by, written_on, baby, wait=0, **told)


def ending_in_preparation(family: Family) -> None:
    """In ten days a first review is to end the plan; its draft says little yet, or no concern is on record."""
    _draft_ending(family, family.today + timedelta(family.chance.days(9, 13)))


def ending_this_week(family: Family) -> None:
    """The same, with the review only days away."""
    _draft_ending(family, family.today + timedelta(family.chance.days(2, 5)))


def _draft_ending(family: Family, on: date) -> None:
    baby, plan, _ = _baby_on_plan(family, NEGLECT_AND_DRINK if family.chance.yes(0.7) else ())
    chair, on = family.worker(Duty.CHAIR), family.on_weekday(on)
    ahead = {"plan_id": plan.plan_id if plan else None, "planned_for_on": on, "due_on": on}
    key = family.record("meeting", chair, _ago(family, 14, 20), baby, wait=0, kind=Review().kind, **ahead)
    drafted_on = family.today - timedelta(family.chance.days(2, 6))
    family.amend("meeting", key, chair, drafted_on, baby.until, proposed_outcome=ReviewOutcome.END)

"""Stories of what was asked and what became of it, and of how services settled what they disagreed on (paragraph 81)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from lapwing.simulate.events.planning import Plan, make_plan
from lapwing.simulate.events.pregnancy import wind_up
from lapwing.simulate.events.referring import involve, raise_concern, refer
from lapwing.simulate.events.sharing import decline_hand_over, hand_over, set_aside
from lapwing.simulate.family import Family, Subject
from lapwing.simulate.stories.children import household
from lapwing.simulate.workforce import Duty
from lapwing.vocabulary.care_codes import DisagreementStep, HandOverKind
from lapwing.vocabulary.codes import ConcernKind, ConcernStatus, HelpLevel
from lapwing.vocabulary.work_codes import (
    ActionAim,
    ActionKind,
    ClosureReason,
    MeetingKind,
    PlanKind,
    ReferralOutcome,
    ReferralSource,
)

OF_FOLLOW_THROUGH = (
    "referral_acknowledged",
    "referrer_told_outcome",
    "task_accepted_by_person",
    "task_outcome_known",
    "hand_over_accepted",
    "concern_has_outcome",
)
OF_CHALLENGE = (
    "first_stage_answered",
    "further_stage_answered",
    "immediate_route_settled",
    "child_safe_meanwhile",
    "outcome_and_learning_recorded",
    "raiser_told_of_ending",
    "declined_referrals_challenged",
    "overdue_task_challenged",
)
REASON = "More is known now; both sides see it alike."
SAFE = "Seen every day by her school until it is settled."


def _a_child(family: Family) -> tuple[Subject, date]:
    """A child, and the day some months ago on which services first heard of them."""
    (child,), on = household(family, 1, (200, 300), (4, 15))
    return child, on


def _ago(family: Family, days: int) -> date:
    return family.on_weekday(family.today - timedelta(days))


def _refuse(family: Family, child: Subject, on: date) -> None:
    """The school refers; nobody takes it up."""
    outcome = ReferralOutcome.NO_FURTHER_ACTION
    refer(family, child, on, ReferralSource.EDUCATION, outcome, decided_on=on, referrer_told_on=on)


def _lay_down(family: Family, child: Subject, on: date) -> None:
    """A referral that nobody opened."""
    refer(family, child, on, ReferralSource.HOUSING, decided_on=None, acknowledged_on=None, referrer_told_on=None)


def _give(family: Family, child: Subject, on: date, **more: Any) -> str | None:
    """Something that the school is asked to do, by somebody there unless it is said otherwise."""
    owner = family.worker(Duty.SCHOOL)
    told: dict[str, Any] = {
        "kind": ActionKind.SERVICE,
        "aim": ActionAim.CAUSE,
        "says": "Breakfast, and somebody to talk to.",
    }
    told |= {"owner_agency_id": owner.agency_id, "owned_by": owner.practitioner_id, "accepted_on": on}
    return family.record("action", owner, on, child, wait=0, assigned_on=on, **{**told, **more})


def _plan(family: Family, child: Subject, on: date) -> Plan | None:
    return make_plan(family, child, PlanKind.CHILD_IN_NEED, on)


def _overdue_at_reviews(family: Family, child: Subject, on: date, second: date, **more: Any) -> None:
    """A task of a plan that was past its day when the plan was reviewed, and again at the second review."""
    plan = _plan(family, child, on)
    plan_id = plan.plan_id if plan else None
    _give(family, child, on, plan_id=plan_id, due_on=on + timedelta(14), **more)
    by = family.worker(Duty.SOCIAL_WORKER)
    for held_on in (family.on_weekday(second - timedelta(42)), second):
        told = {"kind": MeetingKind.CHILD_IN_NEED_REVIEW, "plan_id": plan_id, "planned_for_on": held_on}
        family.record("meeting", by, held_on, child, wait=0, held_on=held_on, **told)


def _disagree(family: Family, child: Subject, on: date, **more: Any) -> str | None:
    """The school disagrees with social care."""
    raiser, other = family.worker(Duty.SCHOOL), family.worker(Duty.MANAGER)
    told: dict[str, Any] = {"from_agency_id": raiser.agency_id, "to_agency_id": other.agency_id}
    told |= {
        "raised_by": raiser.practitioner_id,
        "about": "Whether the child is safe enough at home.",
        "immediate": False,
    }
    return family.record("disagreement", raiser, on, child, wait=0, raised_on=on, **{**told, **more})


def _step(
    family: Family, child: Subject, key: str | None, stage: int, step: DisagreementStep, on: date, **more: Any
) -> None:
    """Something that happened at a stage of it."""
    by = family.worker(Duty.SCHOOL)
    told = {"disagreement_id": key, "stage": stage, "step": step, "happened_by": by.practitioner_id, **more}
    family.record("disagreement_stage", by, on, child, wait=0, happened_on=on, **told)


def _disagree_in_every_way(family: Family, child: Subject, on: date) -> None:
    """Four disagreements: at its first stage, at its second, at once, and ended with nothing said of how."""
    _disagree(family, child, on)
    higher = _disagree(family, child, on)
    _step(family, child, higher, 2, DisagreementStep.ESCALATED, on)
    _disagree(family, child, on, immediate=True)
    _disagree(family, child, on, resolved_on=on)


def settling_today(family: Family) -> None:
    """Everything was raised and asked this morning."""
    child, _ = _a_child(family)
    _lay_down(family, child, family.today)
    _give(family, child, family.today, accepted_on=None)
    _disagree_in_every_way(family, child, family.today)


def all_set_aside(family: Family) -> None:
    """Nothing came of anything; a manager has set the questions aside while an inquiry has the file."""
    child, _ = _a_child(family)
    _lay_down(family, child, _ago(family, 30))
    _refuse(family, child, _ago(family, 80))
    _refuse(family, child, _ago(family, 60))
    _overdue_at_reviews(family, child, _ago(family, 150), _ago(family, 50), owned_by=None, accepted_on=None)
    hand_over(family, child, HandOverKind.AREA_MOVE, Duty.SCHOOL, Duty.SOCIAL_WORKER, _ago(family, 30), wait=0,
              to_practitioner_id=None, accepted_on=None, accepted_by=None)  # fmt: skip
    raise_concern(family, child, ConcernKind.NEGLECT, _ago(family, 30), wait=0, significant=True)
    _disagree_in_every_way(family, child, _ago(family, 140))
    for check in OF_FOLLOW_THROUGH + OF_CHALLENGE:
        set_aside(family, child, f"responsibility.{check}", _ago(family, 20), family.chance.days(60, 90), wait=0)


def withdrawn(family: Family) -> None:
    """Disagreements taken back, with the reason and without; one went beyond the policy's last stage. A no again today."""
    child, _ = _a_child(family)
    on = _ago(family, 30)
    for stage in (0, 1, 2):
        key = _disagree(family, child, on, immediate=stage == 0)
        if stage == 2:
            _step(family, child, key, 2, DisagreementStep.ESCALATED, on)
        _step(family, child, key, stage, DisagreementStep.WITHDRAWN, on + timedelta(1), says=REASON)
    _step(family, child, _disagree(family, child, on), 1, DisagreementStep.WITHDRAWN, on + timedelta(1))
    slow = _disagree(family, child, on)
    _step(family, child, slow, 2, DisagreementStep.ESCALATED, on)
    _step(family, child, slow, 2, DisagreementStep.ANSWERED, on + timedelta(14), interim_safety=SAFE)
    beyond = _disagree(family, child, on)
    _step(family, child, beyond, 4, DisagreementStep.ESCALATED, on + timedelta(2))
    _disagree(family, child, on, immediate=True)
    _refuse(family, child, _ago(family, 40))
    _refuse(family, child, family.today)
    late = _disagree(family, child, on)
    _step(family, child, late, 1, DisagreementStep.ACKNOWLEDGED, on + timedelta(7), interim_safety=SAFE)


def done_after_reviews(family: Family) -> None:
    """What two reviews had found undone was done soon after the second, or late; a concern was closed bare."""
    child, _ = _a_child(family)
    second = _ago(family, 40)
    for days in (1, 14):
        done_on = family.on_weekday(second + timedelta(days))
        _overdue_at_reviews(family, child, _ago(family, 150), second, completed_on=done_on)
    decline_hand_over(
        family, child, HandOverKind.ADULT_SERVICES, Duty.SCHOOL, Duty.ADULT_MENTAL_HEALTH, _ago(family, 30)
    )
    bare = {"status": ConcernStatus.PAST, "ended_on": _ago(family, 50)}
    raise_concern(family, child, ConcernKind.NEGLECT, _ago(family, 60), wait=0, significant=True, **bare)


def left_behind(family: Family) -> None:
    """Whoever had the task has left, and nobody else has it; what was declined twice was challenged weeks later."""
    child, _ = _a_child(family)
    _refuse(family, child, _ago(family, 80))
    _refuse(family, child, _ago(family, 60))
    settled_on = _ago(family, 40)
    _disagree(family, child, settled_on, resolved_on=settled_on, outcome=REASON, learning=True)
    leavers = [one for gone in family.workforce.leavers.values() for one in gone]
    if leavers:
        worker, left_on = family.chance.pick(leavers)
        on = family.on_weekday(left_on - timedelta(60))
        owner = {"owned_by": worker.practitioner_id, "owner_agency_id": worker.agency_id}
        _give(family, child, on, **owner)


def reviewed_today(family: Family) -> None:
    """Today's review found for the second time that something was not done."""
    child, _ = _a_child(family)
    _overdue_at_reviews(family, child, _ago(family, 150), family.today)


def before_moving_away(family: Family) -> None:
    """What had been declined and left undone is not asked after any more: another area has accepted the child."""
    child, _ = _a_child(family)
    moved_on = max(_ago(family, 20), family.last_recorded_on)
    child.until = moved_on
    _refuse(family, child, _ago(family, 80))
    _refuse(family, child, _ago(family, 60))
    _overdue_at_reviews(family, child, _ago(family, 150), _ago(family, 50))
    involve(family, child, Duty.SOCIAL_WORKER, _ago(family, 150), HelpLevel.CHILD_IN_NEED, wait=0)
    wind_up(family, moved_on, ClosureReason.MOVED_ACCEPTED_ELSEWHERE)

"""Stories of steps that change much for a young person, and of the decisions behind them, as paragraph 81 asks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from lapwing.simulate.events.deciding import WHOLE, decide
from lapwing.simulate.events.planning import end_plan, make_plan
from lapwing.simulate.events.pregnancy import wind_up
from lapwing.simulate.events.referring import close, involve, refer
from lapwing.simulate.events.sharing import set_aside
from lapwing.simulate.events.standing import stay
from lapwing.simulate.family import Family, Subject
from lapwing.simulate.stories.young_people import a_young_person
from lapwing.simulate.workforce import Duty
from lapwing.vocabulary.care_codes import SettingKind
from lapwing.vocabulary.codes import HelpLevel
from lapwing.vocabulary.work_codes import ActionAim, ActionKind, ClosureReason, DecisionKind, PlanKind, ReferralSource

CHECKS = (
    "risks_weighed",
    "view_in_decision",
    "decision_reasoned_and_owned",
    "decision_looks_ahead",
    "closure_decided",
    "move_decided",
    "ending_decided",
    "action_rests_on_decision",
)
BEHIND = (DecisionKind.MOVE, DecisionKind.CLOSE, DecisionKind.STEP_DOWN)
"""The decisions behind the steps of these stories."""


def _young_person(family: Family) -> Subject:
    young, _ = a_young_person(family, (120, 300), (15, 17))
    return young


def _steps(family: Family, young: Subject, on: date, decision_id: str | None = None) -> str | None:
    """Moved, an action given, a plan ended and a case closed, all on one day; the key of the action."""
    referral = refer(family, young, family.on_weekday(on - timedelta(60)), ReferralSource.EDUCATION)
    begun_on = family.on_weekday(on - timedelta(40))
    plan = make_plan(family, young, PlanKind.CHILD_IN_NEED, begun_on, (), referral)
    stay(family, young, SettingKind.KINSHIP, on, wait=0)
    owner = family.worker(Duty.SCHOOL)
    told = {"plan_id": plan.plan_id if plan else None, "decision_id": decision_id, "owned_by": owner.practitioner_id}
    what = {"kind": ActionKind.SERVICE, "aim": ActionAim.CAUSE, "says": "A school place, with somebody to meet there."}
    key = family.record("action", owner, on, young, wait=0, assigned_on=on, starts_on=on, **told, **what)
    end_plan(family, young, plan, on, ClosureReason.STEPPED_DOWN)
    close(family, young, referral, on, ClosureReason.CONCERNS_RESOLVED)
    return key


def _decided(family: Family, young: Subject, kinds: Sequence[DecisionKind], on: date, wait: int) -> list[str | None]:
    """Whole decisions of the day, written down so many days after."""
    whole = {**WHOLE, "review_on": on + timedelta(60), "wait": wait}
    return [decide(family, young, kind, on, **whole) for kind in kinds]  # type: ignore[arg-type]


def _ago(family: Family, low: int, high: int) -> date:
    return family.on_weekday(family.today - timedelta(family.chance.days(low, high)))


def steps_of_today(family: Family) -> None:
    """Everything happens today; what was decided is not written down yet, and what is decided is not whole."""
    young = _young_person(family)
    _steps(family, young, family.today)
    bare: dict[str, Any] = {"decided_by": None, "authority": None, "review_on": None, "wait": 0}
    decide(family, young, DecisionKind.EXCLUSION, family.today, reasoned=False, **bare)


def steps_nobody_decided(family: Family) -> None:
    """A move, an ending and a closing, and not a line on who decided them."""
    _steps(family, _young_person(family), _ago(family, 10, 60))


def steps_decided(family: Family) -> None:
    """Each step rests on a decision of that day."""
    young, on = _young_person(family), _ago(family, 10, 60)
    decisions = _decided(family, young, BEHIND, on, 0)
    _steps(family, young, on, decisions[-1])


def steps_written_up_late(family: Family) -> None:
    """Each step was decided, and written up days after."""
    young, on = _young_person(family), _ago(family, 20, 60)
    decisions = _decided(family, young, BEHIND, on, 4)
    action = _steps(family, young, on)
    by, later_on = family.worker(Duty.SOCIAL_WORKER), on + timedelta(5)
    family.amend("action", action, by, later_on, young.until, decision_id=decisions[-1])


def steps_before_moving_away(family: Family) -> None:
    """What nobody had decided is not asked after any more: another area has accepted the young person."""
    on = _ago(family, 40, 70)
    moved_on = family.on_weekday(on + timedelta(20))
    young = _young_person(family)
    family.end_record(young, moved_on)
    _steps(family, young, on)
    decide(family, young, DecisionKind.EXCLUSION, on, reasoned=False)
    involve(family, young, Duty.SOCIAL_WORKER, on, HelpLevel.CHILD_IN_NEED, wait=0)
    wind_up(family, moved_on, ClosureReason.MOVED_ACCEPTED_ELSEWHERE)


def steps_set_aside(family: Family) -> None:
    """The records of the time are with an inquiry; a manager has set the questions aside until they are back."""
    young, on = _young_person(family), _ago(family, 10, 40)
    _steps(family, young, on)
    bare: dict[str, Any] = {"decided_by": None, "authority": None, "review_on": None, "wait": 0}
    decide(family, young, DecisionKind.EXCLUSION, on, reasoned=False, **bare)
    for check in CHECKS:
        set_aside(family, young, f"responsibility.{check}", on + timedelta(3), family.chance.days(60, 90), wait=0)

"""Plans for a child, and what must be in place around a birth."""

from __future__ import annotations

import pytest
from at_work import days_on, expected_baby, me, outcomes, told, works_with, young_person
from cast import MONDAY, Partnership, morning

from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.verbs.actions import give_action
from lapwing.conduct.verbs.decisions import decide
from lapwing.conduct.verbs.milestones import complete_milestone, find_milestone_not_needed, set_milestone
from lapwing.conduct.verbs.plans import (
    change_plan_category,
    compare_plan,
    end_plan,
    hand_on_plan,
    start_plan,
)
from lapwing.records.store import CannotEnter, Stamp, amend, current
from lapwing.vocabulary.work_codes import ClosureReason, DecisionKind, DecisionOutcome, MilestoneKind, PlanKind


@pytest.fixture
def tess(area: Partnership) -> str:
    return young_person(area)


@pytest.fixture
def plan(area: Partnership, tess: str) -> str:
    return start_plan(by=area.as_("Sam Birch"), on=MONDAY, child=tess, kind=PlanKind.CHILD_IN_NEED)


@pytest.fixture
def pregnancy(area: Partnership) -> str:
    return expected_baby(area)


def test_a_plan_ends_with_its_reason_and_the_decision_behind_it(
    area: Partnership, tess: str, plan: str, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        end_plan(by=area.as_("Sela Marsh"), on=MONDAY, plan=plan, reason=ClosureReason.CONCERNS_RESOLVED)
    assert outcomes("responsibility.ending_decided") == ["due_soon"]
    decide(
        by=area.as_("Sela Marsh"),
        on=MONDAY,
        child=tess,
        kind=DecisionKind.CLOSE,
        outcome=DecisionOutcome.REQUIRED,
        reasons="She is safe with her aunt, and has been since March.",
    )
    assert outcomes("responsibility.ending_decided") == ["met"]
    assert [what.partition(".")[0] for what in told("Sam Birch")] == [
        "A plan that you lead, or have something to do in, has ended"
    ]


def test_ending_a_plan_takes_a_manager_who_does_not_lead_it(area: Partnership, tess: str, plan: str) -> None:
    with pytest.raises(Refused, match="Practitioners cannot end plan"):
        end_plan(by=area.as_("Sam Birch"), on=MONDAY, plan=plan, reason=ClosureReason.STEPPED_DOWN)
    for leads in ("Sela Marsh", "Sam Birch"):
        hand_on_plan(by=area.as_("Sela Marsh"), on=MONDAY, plan=plan, led_by=me(area, leads), reason="For a week.")
    with pytest.raises(Refused, match="You lead or led this plan"):
        end_plan(by=area.as_("Sela Marsh"), on=MONDAY, plan=plan, reason=ClosureReason.STEPPED_DOWN)


def test_a_plan_is_handed_on_by_its_lead_or_their_manager_to_somebody_who_is_there(
    area: Partnership, tess: str, plan: str
) -> None:
    works_with(area, "Perry Stone", child=tess)
    given = {"on": MONDAY, "plan": plan, "reason": "Sam leaves."}
    with pytest.raises(Refused, match="Whoever leads this plan can hand it on"):
        hand_on_plan(by=area.as_("Perry Stone"), **given, led_by=me(area, "Perry Stone"))
    amend("practitioner", me(area, "Mira Wells"), {"left_on": days_on(-1)}, Stamp(morning(MONDAY), None))
    with pytest.raises(NotPossible, match="has left"):
        hand_on_plan(by=area.as_("Sam Birch"), **given, led_by=me(area, "Mira Wells"))
    hand_on_plan(by=area.as_("Sam Birch"), **given, led_by=me(area, "Perry Stone"))
    assert current("plan", plan)["led_by"] == me(area, "Perry Stone")


def test_what_somebody_left_behind_stands_in_the_way_of_ending_by_choice(
    area: Partnership, tess: str, plan: str
) -> None:
    perry = me(area, "Perry Stone")
    give_action(by=area.as_("Sam Birch"), on=MONDAY, child=tess, plan=plan, says="Watch the flat", owned_by=perry)
    amend("practitioner", perry, {"left_on": days_on(1)}, Stamp(morning(days_on(1)), None))
    with pytest.raises(NotPossible, match=r"with somebody who has left: 1\. Reassign them"):
        end_plan(
            by=area.as_("Sela Marsh", days_on(1)), on=days_on(1), plan=plan, reason=ClosureReason.CONCERNS_RESOLVED
        )
    end_plan(by=area.as_("Sela Marsh"), on=days_on(1), plan=plan, reason=ClosureReason.COURT_ORDER)
    assert current("plan", plan)["ended_reason"] == "court_order"


def test_nobody_is_told_that_a_plan_ended_with_a_loss(
    area: Partnership, pregnancy: str, django_capture_on_commit_callbacks
) -> None:
    plan = start_plan(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, kind=PlanKind.CHILD_IN_NEED)
    with django_capture_on_commit_callbacks(execute=True):
        end_plan(by=area.as_("Mona Reed"), on=MONDAY, plan=plan, reason=ClosureReason.PREGNANCY_ENDED)
    assert told("Mira Wells") == []


def test_a_plan_ends_once(area: Partnership, plan: str) -> None:
    end_plan(by=area.as_("Sela Marsh"), on=MONDAY, plan=plan, reason=ClosureReason.COURT_ORDER)
    with pytest.raises(NotPossible, match="ended on 1 June 2026 already"):
        end_plan(by=area.as_("Sela Marsh"), on=MONDAY, plan=plan, reason=ClosureReason.COURT_ORDER)


def test_there_is_one_plan_of_a_kind(area: Partnership, tess: str, plan: str) -> None:
    with pytest.raises(NotPossible, match=r"of this kind in force already \(Child in need plan\)"):
        start_plan(by=area.as_("Sela Marsh"), on=MONDAY, child=tess, kind=PlanKind.CHILD_IN_NEED)


def test_plans_that_run_side_by_side_are_read_together(area: Partnership, tess: str, plan: str) -> None:
    works_with(area, "Perry Stone", child=tess)
    with pytest.raises(NotPossible, match="no other plan in force"):
        compare_plan(by=area.as_("Sam Birch"), on=MONDAY, plan=plan)
    start_plan(by=area.as_("Perry Stone"), on=MONDAY, child=tess, kind=PlanKind.YOUTH_JUSTICE)
    assert outcomes("responsibility.plans_read_together") == ["not_yet_due"]
    compare_plan(by=area.as_("Sam Birch"), on=MONDAY, plan=plan)
    assert outcomes("responsibility.plans_read_together") == ["met"]


def test_a_plan_keeps_its_first_category_beside_the_latest(area: Partnership, pregnancy: str) -> None:
    plan = start_plan(
        by=area.as_("Mira Wells"),
        on=MONDAY,
        pregnancy=pregnancy,
        kind=PlanKind.UNBORN_CHILD_PROTECTION,
        category="NEG",
    )
    change_plan_category(by=area.as_("Mira Wells"), on=MONDAY, plan=plan, category="PHY")
    entry = current("plan", plan)
    assert (entry["initial_category"], entry["latest_category"]) == ("NEG", "PHY")


def test_a_plan_for_an_unborn_child_is_made_for_a_pregnancy(area: Partnership, tess: str) -> None:
    with pytest.raises(CannotEnter, match="give the pregnancy, or another kind"):
        start_plan(by=area.as_("Sam Birch"), on=MONDAY, child=tess, kind=PlanKind.UNBORN_CHILD_PROTECTION)


def test_whoever_is_to_lead_is_told(area: Partnership, tess: str, django_capture_on_commit_callbacks) -> None:
    sela = me(area, "Sela Marsh")
    with django_capture_on_commit_callbacks(execute=True):
        start_plan(by=area.as_("Sam Birch"), on=MONDAY, child=tess, kind=PlanKind.PATHWAY, led_by=sela)
    assert told("Sela Marsh") == ["A plan was started for you to lead."]


# Around the birth


@pytest.fixture
def birth_plan(area: Partnership, pregnancy: str) -> str:
    start_plan(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, kind=PlanKind.CHILD_IN_NEED)
    return set_milestone(
        by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, kind=MilestoneKind.SAFEGUARDING_BIRTH_PLAN
    )


def test_what_must_be_in_place_around_a_birth_is_done(area: Partnership, birth_plan: str) -> None:
    assert outcomes("before_birth.birth_plan_agreed") == ["not_yet_due"]
    complete_milestone(by=area.as_("Mira Wells"), on=MONDAY, milestone=birth_plan)
    assert outcomes("before_birth.birth_plan_agreed") == ["met"]
    with pytest.raises(NotPossible, match="in place on 1 June 2026 already"):
        find_milestone_not_needed(by=area.as_("Mira Wells"), on=MONDAY, milestone=birth_plan, reason="Not so.")


def test_or_found_not_to_be_needed(area: Partnership, birth_plan: str) -> None:
    find_milestone_not_needed(
        by=area.as_("Mira Wells"),
        on=MONDAY,
        milestone=birth_plan,
        reason="The birth is at another unit, which has one.",
    )
    assert outcomes("before_birth.birth_plan_agreed") == ["met"]
    with pytest.raises(NotPossible, match="found not to be needed on 1 June 2026 already"):
        find_milestone_not_needed(by=area.as_("Mira Wells"), on=MONDAY, milestone=birth_plan, reason="Once more.")


def test_a_milestone_is_set_once(area: Partnership, pregnancy: str, birth_plan: str) -> None:
    with pytest.raises(NotPossible, match=r"set already \(Safeguarding birth plan\)"):
        set_milestone(
            by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, kind=MilestoneKind.SAFEGUARDING_BIRTH_PLAN
        )

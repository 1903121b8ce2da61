"""After a loss nothing is planned or asked, and nobody is sent anything; what was is still brought to an end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from cast import MONDAY, Partnership
from everyday import days_on, expected_baby, lose, me, told

from lapwing.conduct.policies import NotPossible
from lapwing.conduct.verbs.actions import give_action
from lapwing.conduct.verbs.assessments import start_assessment, stop_assessment
from lapwing.conduct.verbs.attendances import invite_to_meeting
from lapwing.conduct.verbs.contributions import ask_for_contribution
from lapwing.conduct.verbs.meetings import plan_meeting
from lapwing.conduct.verbs.milestones import set_milestone
from lapwing.conduct.verbs.plans import end_plan, start_plan
from lapwing.records.models import Finding
from lapwing.records.store import current
from lapwing.vocabulary.work_codes import (
    AssessmentKind,
    ClosureReason,
    Contributor,
    MeetingKind,
    MilestoneKind,
    PlanKind,
)


@pytest.fixture
def pregnancy(area: Partnership) -> str:
    return expected_baby(area)


@pytest.mark.parametrize(
    ("verb", "given"),
    [
        (start_assessment, {"kind": AssessmentKind.PRE_BIRTH}),
        (start_plan, {"kind": PlanKind.CHILD_IN_NEED}),
        (plan_meeting, {"kind": MeetingKind.DISCHARGE_PLANNING, "planned_for_on": days_on(7)}),
        (set_milestone, {"kind": MilestoneKind.SAFEGUARDING_BIRTH_PLAN}),
        (give_action, {"says": "Visit the ward", "owner_agency": "Social care"}),
    ],
)
def test_nothing_is_planned(area: Partnership, pregnancy: str, verb: Callable[..., str], given: dict[str, Any]) -> None:
    lose(area, pregnancy)
    given = {name: area.agencies.get(value, value) for name, value in given.items()}
    with pytest.raises(NotPossible, match="nothing is planned on it any more"):
        verb(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, **given)


def test_nobody_is_asked(area: Partnership, pregnancy: str) -> None:
    mira = area.as_("Mira Wells")
    assessment = start_assessment(by=mira, on=MONDAY, pregnancy=pregnancy, kind=AssessmentKind.PRE_BIRTH)
    meeting = plan_meeting(
        by=mira, on=MONDAY, pregnancy=pregnancy, kind=MeetingKind.CORE_GROUP, planned_for_on=days_on(7)
    )
    lose(area, pregnancy)
    with pytest.raises(NotPossible, match="nothing is planned on it any more"):
        ask_for_contribution(by=mira, on=MONDAY, assessment=assessment, contributor=Contributor.MOTHER)
    with pytest.raises(NotPossible, match="nothing is planned on it any more"):
        invite_to_meeting(by=mira, on=MONDAY, meeting=meeting, attendee=Contributor.MOTHER)


def test_what_was_begun_comes_to_an_end_quietly(
    area: Partnership, pregnancy: str, django_capture_on_commit_callbacks
) -> None:
    mira = area.as_("Mira Wells")
    assessment = start_assessment(by=mira, on=MONDAY, pregnancy=pregnancy, kind=AssessmentKind.PRE_BIRTH)
    plan = start_plan(by=mira, on=MONDAY, pregnancy=pregnancy, kind=PlanKind.CHILD_IN_NEED)
    lose(area, pregnancy)
    with django_capture_on_commit_callbacks(execute=True):
        stop_assessment(by=area.as_("Mona Reed"), on=MONDAY, assessment=assessment, reason="The pregnancy ended.")
        end_plan(by=area.as_("Mona Reed"), on=MONDAY, plan=plan, reason=ClosureReason.OTHER)
    assert (current("assessment", assessment)["stopped_on"], current("plan", plan)["ended_on"]) == (MONDAY, MONDAY)
    assert current("plan", plan)["led_by"] == me(area, "Mira Wells")
    assert told("Mira Wells") == []
    assert Finding.objects.count() == 0

"""Decisions: who makes them, what they rest on, and how they are looked at again."""

from __future__ import annotations

from datetime import date

import pytest
from at_work import days_on, expected_baby, me, outcomes, told, works_with, young_person
from cast import MONDAY, Partnership

from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.verbs.concerns import raise_concern
from lapwing.conduct.verbs.decisions import complete_decision, decide, review_decision
from lapwing.conduct.verbs.referrals import refer
from lapwing.records.store import CannotEnter, current
from lapwing.vocabulary.codes import ConcernKind
from lapwing.vocabulary.work_codes import DecisionKind, DecisionOutcome

WEIGHED = {
    "authority": "Team manager",
    "options": "Stay with her aunt; a foster carer",
    "harms": "Older men near the old flat; arguments at home",
    "protective_factors": "Her aunt, her school",
    "childs_view": "I want to be with my aunt.",
    "consulted": "School nurse, police",
    "contingency": "Her aunt rings the duty line",
    "review_on": date(2026, 6, 29),
}
ON_ONE_DECISION = ("risks_weighed", "view_in_decision", "decision_reasoned_and_owned", "decision_looks_ahead")


@pytest.fixture
def tess(area: Partnership) -> str:
    return young_person(area)


def on_one_decision() -> list[list[str]]:
    return [outcomes(f"responsibility.{check}") for check in ON_ONE_DECISION]


def test_a_whole_decision_meets_all_that_is_asked_of_it(area: Partnership, tess: str) -> None:
    decision = decide(
        by=area.as_("Sela Marsh"),
        on=MONDAY,
        child=tess,
        kind=DecisionKind.MOVE,
        outcome=DecisionOutcome.REQUIRED,
        reasons="She is not safe there at night.",
        **WEIGHED,
    )
    assert on_one_decision() == [["met"]] * 4
    assert current("decision", decision)["decided_by"] == me(area, "Sela Marsh")


def test_a_decision_needs_its_reasons(area: Partnership, tess: str) -> None:
    with pytest.raises(CannotEnter, match="reasons: needs words"):
        decide(
            by=area.as_("Sela Marsh"),
            on=MONDAY,
            child=tess,
            kind=DecisionKind.CLOSE,
            outcome=DecisionOutcome.REQUIRED,
            reasons="",
        )


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        (DecisionKind.CLOSE, DecisionOutcome.REQUIRED),
        (DecisionKind.RETURN_HOME, DecisionOutcome.REQUIRED),
        (DecisionKind.SECTION_47, DecisionOutcome.NOT_REQUIRED),
        (DecisionKind.CONFERENCE, DecisionOutcome.DEFERRED),
    ],
)
def test_ending_help_or_doing_without_protection_takes_a_manager(
    area: Partnership, tess: str, kind: DecisionKind, outcome: DecisionOutcome
) -> None:
    with pytest.raises(Refused, match="takes a manager or a named professional; ask one of them"):
        decide(by=area.as_("Sam Birch"), on=MONDAY, child=tess, kind=kind, outcome=outcome, reasons="It is quiet.")


@pytest.mark.parametrize("kind", [DecisionKind.SECTION_47, DecisionKind.STRATEGY_DISCUSSION, DecisionKind.MARAC])
def test_anybody_at_work_decides_for_protection(area: Partnership, tess: str, kind: DecisionKind) -> None:
    decision = decide(
        by=area.as_("Sam Birch"),
        on=MONDAY,
        child=tess,
        kind=kind,
        outcome=DecisionOutcome.REQUIRED,
        reasons="What she told her teacher.",
    )
    assert current("decision", decision)["outcome"] == "required"


def test_what_cannot_wait_is_decided_and_then_completed(
    area: Partnership, tess: str, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        decision = decide(
            by=area.as_("Sam Birch"),
            on=MONDAY,
            child=tess,
            kind=DecisionKind.MOVE,
            outcome=DecisionOutcome.REQUIRED,
            reasons="A threat tonight.",
            urgent=True,
        )
    assert told("Sela Marsh") == ["An urgent decision was made that usually takes a manager. Look at it again today."]
    assert on_one_decision() == [["due_soon"]] * 4
    complete_decision(by=area.as_("Sam Birch", days_on(1)), on=days_on(1), decision=decision, **WEIGHED)
    assert on_one_decision() == [["met"]] * 4


def test_only_whoever_made_a_decision_completes_it_and_changes_nothing_in_it(area: Partnership, tess: str) -> None:
    decision = decide(
        by=area.as_("Sam Birch"),
        on=MONDAY,
        child=tess,
        kind=DecisionKind.EXCLUSION,
        outcome=DecisionOutcome.NOT_REQUIRED,
        reasons="She stays at school.",
        harms="Being out all day",
    )
    with pytest.raises(Refused, match="somebody else's"):
        complete_decision(by=area.as_("Sela Marsh"), on=MONDAY, decision=decision, options="None")
    with pytest.raises(NotPossible, match="has harms already"):
        complete_decision(by=area.as_("Sam Birch"), on=MONDAY, decision=decision, harms="Others")


def test_a_decision_is_looked_at_again_by_somebody_else(
    area: Partnership, tess: str, django_capture_on_commit_callbacks
) -> None:
    first = decide(
        by=area.as_("Sam Birch"),
        on=MONDAY,
        child=tess,
        kind=DecisionKind.SECTION_47,
        outcome=DecisionOutcome.REQUIRED,
        reasons="What she told her teacher.",
    )
    with pytest.raises(Refused, match="your own work"):
        review_decision(
            by=area.as_("Sam Birch"), on=MONDAY, decision=first, outcome=DecisionOutcome.REQUIRED, reasons="Still so."
        )
    with django_capture_on_commit_callbacks(execute=True):
        again = review_decision(
            by=area.as_("Sela Marsh"),
            on=MONDAY,
            decision=first,
            outcome=DecisionOutcome.NOT_REQUIRED,
            reasons="She meant another girl.",
            **WEIGHED,
        )
    assert (current("decision", first)["outcome"], current("decision", again)["outcome"]) == (
        "required",
        "not_required",
    )
    assert current("decision", again)["kind"] == "section_47"
    assert told("Sam Birch") == ["A decision that you made was looked at again. Read what was decided now."]


def test_nobody_turns_down_what_they_raised_or_asked_for(area: Partnership, tess: str) -> None:
    raised = raise_concern(by=area.as_("Sela Marsh"), on=MONDAY, child=tess, kind=ConcernKind.GANGS, significant=True)
    asked = refer(by=area.as_("Sela Marsh"), on=MONDAY, child=tess, to_agency=area.agencies["Police"])
    for named in ({"concern": raised}, {"referral": asked}):
        with pytest.raises(Refused, match="is your own work"):
            decide(
                by=area.as_("Sela Marsh"),
                on=MONDAY,
                child=tess,
                kind=DecisionKind.NO_FURTHER_ACTION,
                outcome=DecisionOutcome.REQUIRED,
                reasons="It is quiet.",
                **named,
            )


def test_a_decision_on_a_concern_is_what_came_of_it(
    area: Partnership, tess: str, django_capture_on_commit_callbacks
) -> None:
    raised = raise_concern(by=area.as_("Sam Birch"), on=MONDAY, child=tess, kind=ConcernKind.GANGS, significant=True)
    with django_capture_on_commit_callbacks(execute=True):
        decide(
            by=area.as_("Sela Marsh"),
            on=MONDAY,
            child=tess,
            kind=DecisionKind.STRATEGY_DISCUSSION,
            outcome=DecisionOutcome.REQUIRED,
            reasons="Two reports.",
            concern=raised,
        )
    assert outcomes("responsibility.concern_has_outcome") == ["met"]
    assert [what.partition(".")[0] for what in told("Sam Birch")] == [
        "A decision was made on a concern that you raised"
    ]


def test_the_question_of_an_assessment_before_birth_is_answered(area: Partnership) -> None:
    pregnancy = expected_baby(area)
    works_with(area, "Sam Birch", pregnancy=pregnancy)
    raise_concern(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, kind=ConcernKind.DOMESTIC_ABUSE)
    assert outcomes("before_birth.decision_recorded") == ["due_soon"]
    decide(
        by=area.as_("Sam Birch"),
        on=MONDAY,
        pregnancy=pregnancy,
        kind=DecisionKind.PRE_BIRTH_ASSESSMENT,
        outcome=DecisionOutcome.REQUIRED,
        reasons="He has hit her before.",
    )
    assert outcomes("before_birth.decision_recorded") == ["met"]

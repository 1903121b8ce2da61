"""P81.4, challenge: what is said of each situation, with the stages that are shipped and with others.

The day is Monday 2 March 2026. The first stage has two working days from the disagreement, the second and the third
five each from the stage before, the immediate route one day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from agreement import by_frames, by_rows, differences
from case_tables import ALWAYS_KNOWN, MET_ON_THE_DAY, WITHIN_THE_WARNING, Says, Table, case, every_line, no_longer_met
from families import left_for_another_area, plan_of_young_person, responsibility_set_aside, young_person
from families.follow_through import (
    at_stage,
    disagreed,
    disputed_decision,
    plan_reviewed,
    referral_of,
    task,
)
from lapwing.checks.responsibility.challenge import FirstStageAnswered, FurtherStageAnswered
from lapwing.engine.rule import rule_in_words
from lapwing.engine.run import Question
from lapwing.lessons.settings import Settings, overridden

CODES = (
    "first_stage_answered",
    "further_stage_answered",
    "immediate_route_settled",
    "child_safe_meanwhile",
    "outcome_and_learning_recorded",
    "raiser_told_of_ending",
    "declined_referrals_challenged",
    "overdue_task_challenged",
)
SILENT = {
    "disagreement_stage": ("first_stage_answered", "immediate_route_settled", "child_safe_meanwhile"),
    "disagreement": ("declined_referrals_challenged", "overdue_task_challenged"),
}
CANNOT_BE = {
    ("not_yet_due", WITHIN_THE_WARNING): CODES,
    ("cannot_tell", ALWAYS_KNOWN): tuple(code for code in CODES if code != "further_stage_answered"),
    ("met_late", MET_ON_THE_DAY): ("outcome_and_learning_recorded",),
}


def on(outcome: str, **more: object) -> Says:
    """The same of Kyra."""
    return Says(outcome, of="kyra-record", **more)  # type: ignore[arg-type]


PLAN = plan_of_young_person("child_in_need", "2025-09-01")
NFA: dict[str, Any] = {"outcome": "no_further_action", "acknowledged_on": "2026-02-02"}
TABLE = Table(
    "responsibility",
    "2026-03-02",
    [
        case(
            "Nobody has disagreed about anything",
            young_person(),
            first_stage_answered=on("nothing"),
            child_safe_meanwhile=on("nothing"),
        ),
        case(
            "Raised two weeks ago, and no answer: the next stage is open",
            young_person(),
            disagreed("2026-02-16"),
            at_stage(1, "raised", "2026-02-16"),
            first_stage_answered=on(
                "not_met", word="overdue", due="2026-02-18", has="to the next stage if there is one", has_not="abbot"
            ),
            immediate_route_settled=on("not_applicable"),
            child_safe_meanwhile=on("not_met", due="2026-02-17", missing=("what keeps the child safe meanwhile",)),
            outcome_and_learning_recorded=on("not_applicable"),
            raiser_told_of_ending=on("not_applicable"),
        ),
        case(
            "Raised and put down in one line, without any stage",
            young_person(),
            disagreed("2026-02-16"),
            first_stage_answered=on("not_met", word="overdue"),
            child_safe_meanwhile=on("not_met"),
        ),
        case(
            "Acknowledged is not yet answered",
            young_person(),
            disagreed("2026-02-16"),
            at_stage(1, "acknowledged", "2026-02-16"),
            first_stage_answered=on("not_met", word="overdue"),
        ),
        case(
            "Raised this morning",
            young_person(),
            disagreed("2026-03-02"),
            first_stage_answered=on("due_soon", due="2026-03-04"),
            child_safe_meanwhile=on("due_soon", due="2026-03-03"),
        ),
        case(
            "Answered, settled, and all told, within two days",
            young_person(),
            disagreed(
                "2026-02-16", resolved_on="2026-02-18", outcome="as agreed", raiser_told_on="2026-02-18", learning=False
            ),
            at_stage(1, "raised", "2026-02-16", safe="her aunt sees her daily"),
            at_stage(1, "resolved", "2026-02-18"),
            first_stage_answered=on("met", has="taken further on 18 February 2026"),
            child_safe_meanwhile=on("met", has_not="aunt"),
            outcome_and_learning_recorded=on("met", due="2026-02-20", has_not="as agreed"),
            raiser_told_of_ending=on("met", due="2026-02-20"),
        ),
        case(
            "Settled the same day: no line on her safety was needed in between",
            young_person(),
            disagreed("2026-02-16", resolved_on="2026-02-16"),
            child_safe_meanwhile=on("not_applicable", has="16 February 2026"),
        ),
        case(
            "Settled a fortnight ago; how, what it taught and that she was told are not written",
            young_person(),
            disagreed("2026-02-10", resolved_on="2026-02-12"),
            outcome_and_learning_recorded=on(
                "not_met",
                due="2026-02-16",
                missing=("the outcome and its reasons", "whether there is something to learn from it"),
            ),
            raiser_told_of_ending=on("not_met", due="2026-02-16", has="whoever raised it was told", has_not="abbot"),
        ),
        case(
            "Settled on Friday",
            young_person(),
            disagreed("2026-02-25", resolved_on="2026-02-27"),
            outcome_and_learning_recorded=on("due_soon", due="2026-03-03"),
            raiser_told_of_ending=on("due_soon", due="2026-03-03"),
        ),
        case(
            "Told a week after it was settled",
            young_person(),
            disagreed("2026-02-10", resolved_on="2026-02-12", raiser_told_on="2026-02-20"),
            raiser_told_of_ending=on("met_late", due="2026-02-16"),
        ),
        case(
            "No answer in time; taken to the second stage late, and that is overdue too",
            young_person(),
            disagreed("2026-02-10"),
            at_stage(1, "raised", "2026-02-10", safe="daily calls"),
            at_stage(2, "escalated", "2026-02-16"),
            first_stage_answered=on("met_late", due="2026-02-12"),
            further_stage_answered=on(
                "not_met", word="overdue", due="2026-02-23", has="Stage 2, begun on 16 February 2026"
            ),
            child_safe_meanwhile=on("not_met", due="2026-02-17"),
        ),
        case(
            "Answered at the second stage in time, taken to the third, where the five days still run",
            young_person(),
            disagreed("2026-02-16"),
            at_stage(1, "answered", "2026-02-17"),
            at_stage(2, "escalated", "2026-02-18"),
            at_stage(2, "answered", "2026-02-23"),
            at_stage(3, "escalated", "2026-02-25", safe="she sleeps at her aunt's"),
            first_stage_answered=on("met", due="2026-02-18"),
            further_stage_answered=[
                on("met", subject="stage-2-escalated", due="2026-02-25"),
                on("due_soon", subject="stage-3-escalated", due="2026-03-04"),
            ],
            child_safe_meanwhile=on("met", due="2026-02-26"),
        ),
        case(
            "Answered at the second stage, days after it was due",
            young_person(),
            disagreed("2026-02-09"),
            at_stage(2, "escalated", "2026-02-11", safe="daily calls"),
            at_stage(2, "answered", "2026-02-24"),
            further_stage_answered=on("met_late", due="2026-02-18"),
        ),
        case(
            "A fourth stage, which this area's policy has not",
            young_person(),
            disagreed("2026-02-09"),
            at_stage(4, "escalated", "2026-02-20"),
            further_stage_answered=on("cannot_tell", has="the area's policy has no such stage"),
        ),
        case(
            "Withdrawn with the reason before anybody answered",
            young_person(),
            disagreed("2026-02-16"),
            at_stage(1, "withdrawn", "2026-02-17", says="more was known"),
            first_stage_answered=on(
                "not_applicable", word="withdrawn", has="17 February 2026", has_not="more was known"
            ),
            outcome_and_learning_recorded=on("not_applicable", word="withdrawn"),
            raiser_told_of_ending=on("not_applicable"),
        ),
        case(
            "Withdrawn at the second stage, and nobody wrote why",
            young_person(),
            disagreed("2026-02-09"),
            at_stage(1, "answered", "2026-02-10"),
            at_stage(2, "escalated", "2026-02-11", safe="daily calls"),
            at_stage(2, "withdrawn", "2026-02-12"),
            first_stage_answered=on("met"),
            further_stage_answered=on("not_applicable", word="withdrawn"),
            outcome_and_learning_recorded=on("not_met", word="withdrawn_without_reason", due="2026-02-16"),
        ),
        case(
            "Withdrawn at the second stage, with the reason; what was answered before stays answered",
            young_person(),
            disagreed("2026-02-09"),
            at_stage(1, "answered", "2026-02-10"),
            at_stage(2, "escalated", "2026-02-11", safe="daily calls"),
            at_stage(2, "withdrawn", "2026-02-12", says="agreed after all"),
            first_stage_answered=on("met"),
            further_stage_answered=on("not_applicable", word="withdrawn"),
        ),
        case(
            "In danger now, and settled that night",
            young_person(),
            disagreed("2026-02-16", immediate=True),
            at_stage(0, "raised", "2026-02-16", safe="on the ward"),
            at_stage(0, "resolved", "2026-02-17"),
            first_stage_answered=on("not_applicable", word="immediate"),
            immediate_route_settled=on("met", due="2026-02-17"),
        ),
        case(
            "In danger now, settled three days later",
            young_person(),
            disagreed("2026-02-16", immediate=True, resolved_on="2026-02-19"),
            immediate_route_settled=on("met_late", due="2026-02-17"),
        ),
        case(
            "In danger now, and nothing since",
            young_person(),
            disagreed("2026-02-26", immediate=True),
            immediate_route_settled=on("not_met", due="2026-02-27"),
        ),
        case(
            "The immediate route was opened in the middle of the second stage, today",
            young_person(),
            disagreed("2026-02-24"),
            at_stage(1, "answered", "2026-02-25"),
            at_stage(2, "escalated", "2026-02-26", safe="daily calls"),
            at_stage(0, "escalated", "2026-03-02", safe="at her aunt's tonight"),
            further_stage_answered=on("met"),
            immediate_route_settled=on("due_soon", due="2026-03-03"),
            child_safe_meanwhile=on("met"),
        ),
        case(
            "Settled at once, and the immediate route opened again a week later: the new danger counts by itself",
            young_person(),
            disagreed("2026-02-16", immediate=True),
            at_stage(0, "raised", "2026-02-16", safe="on the ward"),
            at_stage(0, "resolved", "2026-02-16"),
            at_stage(0, "escalated", "2026-02-23"),
            immediate_route_settled=on("not_met", due="2026-02-24", has="opened on 23 February 2026"),
            child_safe_meanwhile=on("not_met", due="2026-02-24"),
        ),
        case(
            "The immediate route was opened, and withdrawn with the reason",
            young_person(),
            disagreed("2026-02-16", immediate=True),
            at_stage(0, "withdrawn", "2026-02-16", says="she had gone home"),
            immediate_route_settled=on("not_applicable", word="withdrawn"),
        ),
        case(
            "About a conference: that has a route of its own",
            young_person(),
            disputed_decision("conference", "2026-02-09"),
            disagreed("2026-02-10", decision_id="disputed"),
            at_stage(2, "escalated", "2026-02-16", safe="daily calls"),
            first_stage_answered=on("not_applicable", word="own_route"),
            further_stage_answered=on("not_applicable", word="own_route"),
        ),
        case(
            "A manager sets it aside: that is shown, with its end, and hides nothing",
            young_person(),
            disagreed("2026-02-10", immediate=True, resolved_on=None),
            *[responsibility_set_aside(code, until="2026-04-01") for code in CODES],
            immediate_route_settled=on("excepted", has="until 1 April 2026"),
            child_safe_meanwhile=on("excepted"),
        ),
        case(
            "A manager cannot set an overdue stage aside without its being seen",
            young_person(),
            disagreed("2026-02-10"),
            responsibility_set_aside("first_stage_answered", until="2026-04-01"),
            first_stage_answered=on("excepted", has="A manager has set this aside"),
        ),
        case(
            "She moved, and another area has taken her on",
            young_person(),
            disagreed("2026-02-10"),
            left_for_another_area("2026-02-20"),
            first_stage_answered=on("not_applicable", has="Nothing more is asked"),
        ),
        # -------------------------------------------------------- what would call for a challenge
        case(
            "Declined twice, and nobody said anything more",
            young_person(),
            referral_of("education", "2026-01-12", key="first", decided_on="2026-01-13", **NFA),
            referral_of("education", "2026-02-09", key="second", decided_on="2026-02-10", **NFA),
            declined_referrals_challenged=on(
                "not_met", subject="second", due="2026-02-13", has="the last of 2", has_not="abbot"
            ),
        ),
        case(
            "Declined once, and once what a neighbour had said",
            young_person(),
            referral_of("education", "2026-01-12", key="first", decided_on="2026-01-13", **NFA),
            referral_of("individual", "2026-02-09", key="second", decided_on="2026-02-10", **NFA),
            declined_referrals_challenged=on("nothing"),
        ),
        case(
            "A neighbour in between does not count: the school's second is the second",
            young_person(),
            referral_of("education", "2026-01-12", key="first", decided_on="2026-01-13", **NFA),
            referral_of("individual", "2026-01-19", key="neighbour", decided_on="2026-01-20", **NFA),
            referral_of("education", "2026-02-09", key="second", decided_on="2026-02-10", **NFA),
            declined_referrals_challenged=on("not_met", subject="second"),
        ),
        case(
            "Declined twice, a year apart",
            young_person(),
            referral_of("education", "2025-02-10", key="first", decided_on="2025-02-11", **NFA),
            referral_of("education", "2026-02-09", key="second", decided_on="2026-02-10", **NFA),
            declined_referrals_challenged=on("nothing"),
        ),
        case(
            "Declined three times, and challenged after the third: asked once, of the second",
            young_person(),
            referral_of("education", "2026-01-12", key="first", decided_on="2026-01-13", **NFA),
            referral_of("education", "2026-02-02", key="second", decided_on="2026-02-03", **NFA),
            referral_of("education", "2026-02-16", key="third", decided_on="2026-02-17", **NFA),
            disagreed("2026-02-18"),
            declined_referrals_challenged=on("met_late", subject="second", due="2026-02-06"),
        ),
        case(
            "Declined twice; the third was taken up two days later",
            young_person(),
            referral_of("education", "2026-01-12", key="first", decided_on="2026-01-13", **NFA),
            referral_of("police", "2026-02-09", key="second", decided_on="2026-02-10", **NFA),
            referral_of("police", "2026-02-11", key="third", decided_on="2026-02-12", outcome="assessment"),
            declined_referrals_challenged=on("met", subject="second"),
        ),
        case(
            "Declined for the second time on Friday",
            young_person(),
            referral_of("education", "2026-01-12", key="first", decided_on="2026-01-13", **NFA),
            referral_of("education", "2026-02-26", key="second", decided_on="2026-02-27", **NFA),
            declined_referrals_challenged=on("due_soon", due="2026-03-04"),
        ),
        case(
            "Declined twice, and a manager says why nobody is worried any more",
            young_person(),
            referral_of("education", "2026-01-12", key="first", decided_on="2026-01-13", **NFA),
            referral_of("education", "2026-02-09", key="second", decided_on="2026-02-10", **NFA),
            responsibility_set_aside("declined_referrals_challenged", until="2026-04-01"),
            declined_referrals_challenged=on("excepted"),
        ),
        case(
            "Not done at two reviews of the plan",
            young_person(),
            PLAN,
            task("2025-10-06", due_on="2025-12-01", plan_id="child_in_need-plan"),
            plan_reviewed("2025-11-10", "2026-01-12", "2026-02-16"),
            overdue_task_challenged=on(
                "not_met", due="2026-02-19", has="not recorded as done at 2 reviews since, the last on 16 February 2026"
            ),
        ),
        case(
            "Overdue at one review, and done before the next",
            young_person(),
            PLAN,
            task("2025-10-06", due_on="2025-12-01", completed_on="2026-02-10", plan_id="child_in_need-plan"),
            plan_reviewed("2026-01-12", "2026-02-16"),
            overdue_task_challenged=on("nothing"),
        ),
        case(
            "Overdue at two reviews, then done, late",
            young_person(),
            PLAN,
            task("2025-10-06", due_on="2025-12-01", completed_on="2026-02-25", plan_id="child_in_need-plan"),
            plan_reviewed("2026-01-12", "2026-02-16"),
            overdue_task_challenged=on("met_late", due="2026-02-19"),
        ),
        case(
            "Overdue at two reviews, and challenged the next day",
            young_person(),
            PLAN,
            task("2025-10-06", due_on="2025-12-01", plan_id="child_in_need-plan"),
            plan_reviewed("2026-01-12", "2026-02-16"),
            disagreed("2026-02-17"),
            overdue_task_challenged=on("met"),
        ),
        case(
            "Overdue at a second review on Friday",
            young_person(),
            PLAN,
            task("2025-10-06", due_on="2025-12-01", plan_id="child_in_need-plan"),
            plan_reviewed("2026-01-12", "2026-02-27"),
            overdue_task_challenged=on("due_soon", due="2026-03-04"),
        ),
        case(
            "Overdue at two reviews; a manager has set it aside",
            young_person(),
            PLAN,
            task("2025-10-06", due_on="2025-12-01", plan_id="child_in_need-plan"),
            plan_reviewed("2026-01-12", "2026-02-16"),
            responsibility_set_aside("overdue_task_challenged", until="2026-04-01"),
            overdue_task_challenged=on("excepted"),
        ),
    ],
)


@every_line(TABLE)
def test_what_is_said(engine: str, number: int, check: str, says: Says) -> None:
    TABLE.assert_says(engine, number, check, says)


def test_only_the_immediate_route_and_untouched_referrals_are_urgent() -> None:
    urgent = {code for (_, _, code), one in TABLE.found("polars").items() if one["urgent"]}
    assert urgent <= {"responsibility.immediate_route_settled", "responsibility.referral_acknowledged"}
    assert "responsibility.immediate_route_settled" in urgent


def test_what_was_met_once_is_met_on_every_later_day() -> None:
    assert no_longer_met(TABLE, CODES) == []


def test_nobody_who_raised_a_disagreement_is_named() -> None:
    told = [one["reason"] + one["plain_reason"] + str(one["facts"]) for one in TABLE.found("polars").values()]
    assert told
    assert not [one for one in told if "abbot" in one]


# ---------------------------------------------------------------- stages as an area has them

STAGED = [FirstStageAnswered, FurtherStageAnswered]


def _policy(*stages: tuple[int, str]) -> Settings:
    rows = [
        {"stage": number, "who": "Somebody", "clock_wd": days, "clock_from": start}
        for number, (days, start) in enumerate(stages, start=1)
    ]
    return overridden({"escalation.stages": rows})


def _due(stories: Sequence[Any], policy: Settings) -> Mapping[str, tuple[str, str | None]]:
    """The outcome and the due date of each stage, by rows and frames alike."""
    table = Table("responsibility", "2026-03-02", [case("The disagreement", *stories)])
    question = Question(STAGED, table.today, policy)
    found = by_frames(question, table.records())
    assert differences(found, by_rows(question, table.records())) == []
    return {
        subject.removeprefix("0:"): (str(one["outcome"]), one["due_on"] and str(one["due_on"]))
        for (_, subject, _), one in found.items()
    }


SIX = ((1, "decision_received"), (2, "previous_stage"), *[(3, "previous_stage")] * 3, (10, "disagreement_raised"))
UP_TO_SIX = [
    young_person(),
    disputed_decision("close", "2026-02-12"),
    disagreed("2026-02-16", decision_id="disputed"),
    *[at_stage(stage, "escalated", f"2026-02-{15 + stage}") for stage in range(2, 7)],
]


def test_six_stages_each_with_a_clock_of_its_own() -> None:
    assert _due(UP_TO_SIX, _policy(*SIX)) == {
        "challenge": ("met_late", "2026-02-13"),
        "stage-2-escalated": ("met", "2026-02-19"),
        "stage-3-escalated": ("met", "2026-02-23"),
        "stage-4-escalated": ("met", "2026-02-24"),
        "stage-5-escalated": ("met", "2026-02-25"),
        "stage-6-escalated": ("due_soon", "2026-03-02"),
    }


def test_a_clock_from_a_decision_that_nobody_recorded_tells_nothing() -> None:
    stories = [young_person(), disagreed("2026-02-16")]
    assert _due(stories, _policy(*SIX)) == {"challenge": ("cannot_tell", None)}


def test_a_clock_from_the_decision_on_a_referral_runs_from_when_the_referrer_heard() -> None:
    told = referral_of("education", "2026-02-10", referrer_told_on="2026-02-12")
    stories = [young_person(), told, disagreed("2026-02-16", referral_id="referral")]
    assert _due(stories, _policy(*SIX)) == {"challenge": ("not_met", "2026-02-13")}


def test_where_the_policy_has_three_stages_a_fourth_has_no_clock() -> None:
    assert _due(UP_TO_SIX, _policy(*SIX[:3]))["stage-4-escalated"] == ("cannot_tell", None)


@pytest.mark.parametrize(("policy", "last"), [(SIX, 6), (SIX[:3], 3)])
def test_the_rule_in_words_has_the_areas_own_stages_and_where_they_stand(policy: Any, last: int) -> None:
    (due,) = [part.says for part in rule_in_words(FurtherStageAnswered, _policy(*policy)) if part.decides == "Due on"]
    assert f"[escalation.stages, stage {last}]" in due
    assert "[escalation.stages, stage 1]" not in due
    (first,) = [part.says for part in rule_in_words(FirstStageAnswered, _policy(*policy)) if part.decides == "Due on"]
    assert first.startswith("1 working day [escalation.stages, stage 1] after")

"""What measures of responsibility say of lives made for each answer, on 9 March 2026."""

from __future__ import annotations

import pytest

from families import Story, day, left_for_another_area, young_person
from families.behaviour import died
from families.follow_through import at_stage, disagreed, referral_of, task, works, worry
from lapwing.measures import MEASURES
from measures.of_families import Families, situation

KYRA = young_person("2010-05-14")
CHILD = "kyra-record"


def asked(who: str, on: str, *, came: str | None = None, why_not: str | None = None) -> Story:
    """An agency is asked to put something into the assessment."""
    told = {"contributor": who, "asked_on": day(on), "received_on": day(came) if came else None}
    key = {"contribution_id": f"{who}-{on}", "child_id": CHILD, "assessment_id": "assessment"}
    return [("contribution", {**key, **told, "not_obtained_reason": why_not, "recorded_at": None})]


def assessed(*, signed_off: str | None = None, stopped: str | None = None) -> Story:
    """The assessment to which they were asked to contribute."""
    days = {"signed_off_on": day(signed_off) if signed_off else None, "stopped_on": day(stopped) if stopped else None}
    key = {"assessment_id": "assessment", "child_id": CHILD, "started_on": day("2026-01-05")}
    return [("assessment", {**key, **days, "kind": "child_and_family", "recorded_at": None})]


def decided(key: str, kind: str, outcome: str, on: str) -> Story:
    """A decision about Kyra."""
    told = {"kind": kind, "outcome": outcome, "decided_on": day(on), "recorded_at": None}
    return [("decision", {"decision_id": key, "child_id": CHILD, **told})]


FAMILIES = Families(
    "responsibility",
    [
        situation(
            "acknowledged the next day, and the outcome told in the week",
            KYRA,
            referral_of("education", "2026-01-12", acknowledged_on="2026-01-13", referrer_told_on="2026-01-19"),
            referral_acknowledged="met",
            outcome_told="met",
        ),
        situation(
            "no word of its arrival, and the outcome late",
            KYRA,
            referral_of("education", "2026-01-12", referrer_told_on="2026-01-20"),
            referral_acknowledged="not_met",
            outcome_told="not_met",
        ),
        situation("received on Friday", KYRA, referral_of("police", "2026-03-06"), referral_acknowledged="not_yet"),
        situation("a neighbour", KYRA, referral_of("individual", "2026-01-12"), referral_acknowledged=()),
        situation(
            "more than two years ago",
            KYRA,
            referral_of("education", "2023-06-05", acknowledged_on="2023-06-06", closed_on="2023-07-03"),
            referral_acknowledged="met",
        ),
        situation(
            "died, and moved, since: counted by what was done before",
            KYRA,
            died("2026-02-16"),
            left_for_another_area("2026-02-02"),
            referral_of("education", "2026-01-12"),
            task("2026-01-12", accepted_on="2026-01-13"),
            disagreed("2026-01-12", resolved_on="2026-01-13"),
            referral_acknowledged="not_met",
            task_accepted="met",
            first_stage_answered="met",
        ),
        situation(
            "opened in error",
            [(table, {**told, "opened_in_error": True} if table == "child" else told) for table, told in KYRA],
            referral_of("education", "2026-01-12"),
            task("2026-01-12"),
            disagreed("2026-01-12"),
            at_stage(2, "escalated", "2026-01-15"),
            worry("aggression", "2026-01-12"),
            referral_acknowledged="left_out",
            outcome_told="left_out",
            task_has_person="left_out",
            task_accepted="left_out",
            disagreement_resolved="left_out",
            higher_stage_answered="left_out",
            concern_beside_others="left_out",
        ),
        situation(
            "a person has it, accepted it in time and finished it",
            KYRA,
            task("2026-01-12", accepted_on="2026-01-14", due_on="2026-02-02", completed_on="2026-02-05"),
            task_has_person="met",
            task_accepted="met",
            task_outcome_known="met",
        ),
        situation(
            "an agency has it, and nobody in it; what came of it is not on record",
            KYRA,
            task("2026-01-12", owner=None, accepted_on="2026-01-13", due_on="2026-02-02"),
            task_has_person="not_met",
            task_accepted="not_met",
            task_outcome_known="not_met",
        ),
        situation(
            "finished before anybody by name had it",
            KYRA,
            task("2026-01-12", owner=None, completed_on="2026-01-13"),
            task_accepted="left_out",
        ),
        situation(
            "given on Friday, to be done by last week",
            KYRA,
            task("2026-03-06", due_on="2026-03-05"),
            task_accepted="not_yet",
            task_outcome_known="not_yet",
        ),
        situation(
            "whoever had it has left",
            KYRA,
            works("sam", left="2026-02-02"),
            task("2026-01-12", accepted_on="2026-01-13"),
            task_accepted="not_met",
        ),
        situation(
            "asked: one came before the sign-off, one after, one never, one with the reason",
            KYRA,
            assessed(signed_off="2026-02-16"),
            asked("education", "2026-01-12", came="2026-02-02"),
            asked("general_practice", "2026-01-12", came="2026-02-23"),
            asked("health_visiting", "2026-01-12"),
            asked("police", "2026-01-12", why_not="knew nobody of the family"),
            asked("mother", "2026-01-12"),
            contribution_received=("met", "not_met", "not_met", "left_out"),
        ),
        situation(
            "asked for an assessment that goes on",
            KYRA,
            assessed(),
            asked("education", "2026-01-12"),
            asked("police", "2026-01-12", came="2026-02-02"),
            contribution_received=("not_yet", "met"),
        ),
        situation(
            "asked for an assessment that was given up",
            KYRA,
            assessed(stopped="2026-02-16"),
            asked("education", "2026-01-12"),
            contribution_received="left_out",
        ),
        situation("one worry alone, twice", KYRA, worry("aggression", "2026-01-12"), concern_beside_others="not_met"),
        situation(
            "two worries of two kinds, and a third that was cleared",
            KYRA,
            worry("aggression", "2026-01-12"),
            worry("bereavement", "2026-01-14"),
            worry("gangs", "2026-01-15", status="cleared"),
            concern_beside_others=("met", "met"),
        ),
        situation("a worry at thirteen", KYRA, worry("aggression", "2024-03-04"), concern_beside_others=()),
        situation(
            "answered in two days and resolved, and whoever raised it was told",
            KYRA,
            disagreed("2026-01-12", resolved_on="2026-01-14", raiser_told_on="2026-01-15"),
            at_stage(1, "answered", "2026-01-14"),
            first_stage_answered="met",
            disagreement_resolved="met",
            raiser_told="met",
            immediate_settled=(),
            decision_changed=(),
        ),
        situation(
            "no answer, and taken further; the second stage late",
            KYRA,
            disagreed("2026-01-12"),
            at_stage(2, "escalated", "2026-01-16"),
            at_stage(2, "answered", "2026-01-27"),
            first_stage_answered="not_met",
            higher_stage_answered="not_met",
            disagreement_resolved="not_met",
            raiser_told=(),
        ),
        situation(
            "the second stage in time, whoever raised it told late",
            KYRA,
            disagreed("2026-01-12", resolved_on="2026-01-16", raiser_told_on="2026-01-26"),
            at_stage(2, "escalated", "2026-01-14"),
            at_stage(2, "resolved", "2026-01-16"),
            higher_stage_answered="met",
            raiser_told="not_met",
        ),
        situation(
            "a stage that the policy does not have",
            KYRA,
            disagreed("2026-01-12"),
            at_stage(4, "escalated", "2026-01-16"),
            higher_stage_answered="cannot_tell",
        ),
        situation(
            "raised on Friday, settled on Friday, and taken further today",
            KYRA,
            disagreed("2026-03-06"),
            at_stage(2, "escalated", "2026-03-09"),
            first_stage_answered="met",
            higher_stage_answered="not_yet",
        ),
        situation("raised on Friday", KYRA, disagreed("2026-03-06"), first_stage_answered="not_yet"),
        situation("resolved today", KYRA, disagreed("2026-03-06", resolved_on="2026-03-09"), raiser_told="not_yet"),
        situation(
            "withdrawn",
            KYRA,
            disagreed("2026-01-12"),
            at_stage(1, "withdrawn", "2026-01-20", says="talked over"),
            first_stage_answered="left_out",
            disagreement_resolved="left_out",
        ),
        situation(
            "at risk now, settled that day",
            KYRA,
            disagreed("2026-01-12", immediate=True),
            at_stage(0, "raised", "2026-01-12"),
            at_stage(0, "resolved", "2026-01-12"),
            immediate_settled="met",
            first_stage_answered=(),
        ),
        situation(
            "at risk now, settled in the week",
            KYRA,
            disagreed("2026-01-12", immediate=True, resolved_on="2026-01-15"),
            immediate_settled="not_met",
        ),
        situation("at risk now", KYRA, disagreed("2026-03-09", immediate=True), immediate_settled="not_yet"),
        situation(
            "no strategy discussion at first, and one after the challenge",
            KYRA,
            decided("first", "strategy_discussion", "not_required", "2026-01-09"),
            disagreed("2026-01-12", decision_id="first", resolved_on="2026-01-14"),
            decided("second", "strategy_discussion", "required", "2026-01-14"),
            decision_changed="met",
        ),
        situation(
            "the decision stands",
            KYRA,
            decided("first", "strategy_discussion", "not_required", "2026-01-09"),
            disagreed("2026-01-12", decision_id="first", resolved_on="2026-01-14"),
            decided("second", "strategy_discussion", "not_required", "2026-01-14"),
            decision_changed="not_met",
        ),
        situation(
            "the referral was taken up after the challenge",
            KYRA,
            referral_of("education", "2026-01-05", outcome="assessment", decided_on="2026-01-14"),
            disagreed("2026-01-12", referral_id="referral", resolved_on="2026-01-14"),
            decision_changed="met",
        ),
        situation(
            "about a conference, which has its own way",
            KYRA,
            decided("first", "conference", "not_required", "2026-01-09"),
            disagreed("2026-01-12", decision_id="first"),
            at_stage(2, "escalated", "2026-01-20"),
            first_stage_answered="left_out",
            higher_stage_answered="left_out",
        ),
    ],
)


@pytest.mark.parametrize(("number", "code"), FAMILIES.lines(), ids=FAMILIES.named())
def test_measure_says_of_young_person(number: int, code: str) -> None:
    assert FAMILIES.said(number, code) == FAMILIES.situations[number].expected[code]


@pytest.mark.parametrize("code", [code.partition(".")[2] for code in MEASURES if code.startswith("responsibility.")])
def test_each_measure_is_both_met_and_not_met_in_some_life(code: str) -> None:
    assert {"met", "not_met"} <= FAMILIES.statuses(code)

"""At 2,000 children every check comes to every outcome that it can come to."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from lapwing.checks import CHECKS
from lapwing.engine.check import Outcome
from lapwing.engine.run import Question, run
from lapwing.lessons.settings import shipped_settings
from lapwing.simulate import simulate
from lapwing.vocabulary.record_set import RecordSet

DAY = date(2026, 6, 1)
WITHIN_THE_WARNING = "it is due in no more working days than the warning before it"
MET_ON_THE_DAY = "what meets it is dated on or before the day of the review"
ALWAYS_KNOWN = "by when it is due is always known where every table is carried"
CANNOT_BE = {
    ("decision_recorded", "not_yet_due"): WITHIN_THE_WARNING,
    ("unborn_plan_on_cpis", "not_yet_due"): WITHIN_THE_WARNING,
    ("each_risk_has_an_action", "cannot_tell"): ALWAYS_KNOWN,
    ("effect_looked_at", "cannot_tell"): ALWAYS_KNOWN,
    ("baby_seen_since_last_meeting", "cannot_tell"): ALWAYS_KNOWN,
    ("health_line_written", "cannot_tell"): ALWAYS_KNOWN,
    ("father_line_written", "cannot_tell"): ALWAYS_KNOWN,
    ("unfinished_actions_explained", "cannot_tell"): ALWAYS_KNOWN,
    ("held_with_enough_voices", "cannot_tell"): ALWAYS_KNOWN,
    ("early_ending_reasoned", "cannot_tell"): ALWAYS_KNOWN,
    ("baby_seen_since_last_meeting", "met_late"): MET_ON_THE_DAY,
    ("unfinished_actions_explained", "met_late"): MET_ON_THE_DAY,
    ("held_with_enough_voices", "met_late"): MET_ON_THE_DAY,
    ("early_ending_reasoned", "met_late"): MET_ON_THE_DAY,
    **{
        (code.partition(".")[2], "not_yet_due"): WITHIN_THE_WARNING
        for code, check in CHECKS.items()
        if check.lesson.id in ("P53.1", "P81.1")
    },
    **{
        (code.partition(".")[2], "cannot_tell"): ALWAYS_KNOWN
        for code, check in CHECKS.items()
        if check.lesson.id == "P81.1"
    },
    ("meaning_looked_at_again_at_birth", "cannot_tell"): ALWAYS_KNOWN,
    ("mark_referred_same_day", "cannot_tell"): ALWAYS_KNOWN,
    ("mark_seen_by_paediatrician_same_day", "cannot_tell"): ALWAYS_KNOWN,
    ("mark_strategy_discussed", "cannot_tell"): ALWAYS_KNOWN,
}
"""Outcomes that a check cannot come to, by its own rule."""


@pytest.fixture(scope="module")
def partnership() -> RecordSet:
    return simulate(2_000, 1, today=DAY)


@pytest.fixture(scope="module")
def found(partnership: RecordSet) -> pl.DataFrame:
    findings = run(Question(list(CHECKS.values()), DAY, shipped_settings()), partnership)
    assert findings.could_not_run == []
    return findings.frame


def test_every_check_comes_to_every_outcome_that_it_can(found: pl.DataFrame) -> None:
    come_to = {(check.partition(".")[2], outcome) for check, outcome in found.select("check", "outcome").rows()}
    possible = {(code.partition(".")[2], str(outcome)) for code in CHECKS for outcome in Outcome} - set(CANNOT_BE)
    assert sorted(possible - come_to) == []


def test_what_cannot_be_is_not(found: pl.DataFrame) -> None:
    come_to = {(check.partition(".")[2], outcome) for check, outcome in found.select("check", "outcome").rows()}
    assert sorted(come_to & set(CANNOT_BE)) == []


def test_every_word_of_every_check_is_said(found: pl.DataFrame) -> None:
    said = set(found.select("check", "word").rows())
    assert sorted({(code, word) for code, check in CHECKS.items() for word in check.words} - said) == []


def test_managers_set_aside_checks_that_there_are_or_are_to_be(partnership: RecordSet) -> None:
    codes = set(partnership.frame("exception").collect()["check"])
    to_be = {code for code in codes if code.startswith("young_people.")}
    assert codes - to_be <= set(CHECKS)

"""At 2,000 children every check comes to every outcome that it can come to."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from every_table import TABLE_MODULES
from lapwing.checks import CHECKS
from lapwing.engine.check import Outcome
from lapwing.engine.run import Question, run
from lapwing.lessons.settings import shipped_settings
from lapwing.simulate import simulate
from lapwing.vocabulary.record_set import RecordSet

DAY = date(2026, 6, 1)
CANNOT_BE = {
    (code, outcome): why
    for module in TABLE_MODULES.values()
    for (outcome, why), codes in module.CANNOT_BE.items()
    for code in codes
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

"""The checks made over a census: what it cannot hold is never said not to have been done."""

from __future__ import annotations

from datetime import date

import pytest

from cin_censuses import assessment, census, protection_plan, read, referral, unborn
from lapwing.checks import before_birth  # noqa: F401  (the checks register themselves)
from lapwing.engine.check import CHECKS
from lapwing.engine.run import Question, run
from lapwing.lessons.settings import shipped_settings

FULL = referral(
    "2021-12-01",
    assessment("2021-12-02", "2022-01-10", "3B", "1B"),
    protection_plan("2022-01-15", None, "2022-03-25"),
)
BARE = referral("2021-12-01")


CHILDREN = (
    unborn("unborn", FULL),
    unborn("referred-only", BARE),
    unborn("born", FULL, PersonBirthDate="2022-03-20"),
    unborn("born-referred-only", BARE, PersonBirthDate="2022-03-20"),
    unborn("overdue", FULL, ExpectedPersonBirthDate="2022-02-20"),
)

Outcomes = dict[str, dict[str, set[str]]]


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> Outcomes:
    """For each child the outcomes of every check."""
    reading = read(tmp_path_factory.mktemp("census"), census(*CHILDREN))
    found = run(Question(list(CHECKS.values()), date(2022, 3, 31), shipped_settings()), reading.records)
    assert all("This source carries no" in one.why for one in found.could_not_run)
    by_child: Outcomes = {}
    for child, check, outcome in found.frame.select("child", "check", "outcome").iter_rows():
        by_child.setdefault(child.removeprefix("cin:201:"), {}).setdefault(check, set()).add(outcome)
    return by_child


@pytest.mark.parametrize("child", ["unborn", "referred-only", "born", "born-referred-only", "overdue"])
def test_nothing_is_found_undone_that_a_census_could_not_have_shown(outcomes: Outcomes, child: str) -> None:
    found = outcomes[child]
    assert set().union(*found.values()) <= {"cannot_tell", "not_applicable", "met", "met_late"}


@pytest.mark.parametrize(
    "check",
    [
        "decision_recorded",
        "everyone_contributed",
        "each_risk_has_an_action",
        "action_begun_before_birth",
        "birth_plan_agreed",
        "legal_advice_considered",
        "each_concern_has_a_line",
        "father_line_written",
        "held_with_enough_voices",
        "unfinished_actions_explained",
    ],
)
def test_what_a_census_does_not_hold_cannot_be_told(outcomes: Outcomes, check: str) -> None:
    assert outcomes["unborn"][f"before_birth.{check}"] == {"cannot_tell"}


def test_an_assessment_signed_off_before_the_expected_date_is_met(outcomes: Outcomes) -> None:
    assert outcomes["unborn"]["before_birth.assessed_before_birth"] == {"met"}

"""Each story of the invented partnership gives the findings that it is told for; nobody in it is real."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.hashers import check_password
from nhs_number import is_valid

from lapwing.checks import CHECKS
from lapwing.demonstration.cast import CAST, PASSWORD, Who

pytestmark = pytest.mark.long  # makes a whole partnership, once

Ask = Callable[..., list[tuple[Any, ...]]]

TOLD = """
FROM child c LEFT JOIN person p USING (person_id) LEFT JOIN pregnancy g ON g.pregnancy_id = c.pregnancy_id
LEFT JOIN person m ON m.person_id = g.mother_id WHERE c.feed_id IS NULL AND ? IN (p.family_name, m.family_name)
"""
"""The children of a family that a story is about."""

OPEN = "('not_met', 'due_soon', 'not_yet_due', 'cannot_tell')"

FINDINGS = {
    "Loxley": (
        "before_birth.birth_plan_agreed",
        "parents.father_or_second_parent_recorded",
        "parents.own_needs_considered",
        "parents.seen_or_spoken_to",
        "parents.other_agencies_asked",
    ),
    "Marlow": ("parents.young_parent_has_record_of_own",),
    "Ashby": ("health.marked_measurement_answered", "health.missed_appointments_answered"),
    "Harrow": (
        "young_people.return_interview_offered",
        "young_people.return_interview_used",
        "responsibility.task_accepted_by_person",
    ),
    "Calder": ("responsibility.referral_acknowledged",),
    "Lowry": ("fragility.who_is_responsible_recorded", "fragility.high_risk_case_considered"),
    "Petrie": ("responsibility.hand_over_accepted",),
}
"""What each family's record shows as not done, by the mother's or the child's name."""


@pytest.fixture(scope="module")
def ask(demonstration: Path) -> Ask:
    """What the database says."""

    def asked(statement: str, *values: object) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(f"file:{demonstration}?mode=ro", uri=True)) as connection:
            return connection.execute(statement, values).fetchall()

    return asked


def findings(ask: Ask, family: str, outcomes: str = "('not_met')") -> set[str]:
    """The checks whose findings of a family's children have one of these outcomes."""
    children = f"SELECT c.child_id {TOLD}"
    found = f'SELECT "check" FROM finding WHERE outcome IN {outcomes} AND child_id IN ({children})'  # noqa: S608
    return {check for (check,) in ask(found, family)}


@pytest.mark.parametrize("family", FINDINGS)
def test_each_story_gives_the_findings_that_it_is_told_for(ask: Ask, family: str) -> None:
    assert set(FINDINGS[family]) <= CHECKS.keys()
    assert set(FINDINGS[family]) <= findings(ask, family)


def test_a_missing_birth_plan_four_weeks_before_the_birth_and_a_silent_referral_are_urgent(ask: Ask) -> None:
    for family, check in (
        ("Loxley", "before_birth.birth_plan_agreed"),
        ("Calder", "responsibility.referral_acknowledged"),
    ):
        found = f'SELECT urgent FROM finding WHERE "check" = ? AND child_id IN (SELECT c.child_id {TOLD})'  # noqa: S608
        assert ask(found, check, family) == [(1,)]


def test_the_clock_of_the_second_stage_of_a_disagreement_is_running(ask: Ask) -> None:
    due = 'SELECT due_on FROM finding f WHERE "check" = ? AND outcome = ? AND child_id IN'
    ((due_on,),) = ask(
        f"{due} (SELECT c.child_id {TOLD})", "responsibility.further_stage_answered", "due_soon", "Wilder"
    )
    assert date.today() < date.fromisoformat(due_on) <= date.today() + timedelta(14)
    assert ask("SELECT max(stage) FROM disagreement_stage WHERE feed_id IS NULL") == [(2,)]


def test_after_a_loss_nothing_is_asked_and_nobody_is_prompted(ask: Ask) -> None:
    children = ask(f"SELECT c.child_id {TOLD}", "Brook")
    assert len(children) == 1
    assert findings(ask, "Brook", OPEN) == set()
    unread = "SELECT count(*) FROM notification WHERE read_at IS NULL AND quiet_at IS NULL AND child = ?"
    assert ask(unread, *children[0]) == [(0,)]


def test_the_twins_are_two_their_father_is_withheld_and_their_address_kept_secret(ask: Ask) -> None:
    twins = ask(f"SELECT p.given_name, p.address_protected {TOLD} ORDER BY c.birth_order", "Lowry")
    assert twins == [("Otto", 1), ("Wren", 1)]
    withheld = "SELECT person_id FROM relationship WHERE identity_status = 'withheld_for_safety' AND feed_id IS NULL"
    assert ask(withheld) == [(None,)]
    assert ask("SELECT DISTINCT protected FROM address WHERE feed_id IS NULL") == [(1,)]


def test_one_record_is_closed_and_another_lies_beyond_the_social_worker(ask: Ask) -> None:
    assert ask("SELECT child_id FROM restriction WHERE lifted_at IS NULL") == ask(f"SELECT c.child_id {TOLD}", "Hart")
    at_work = f"SELECT count(*) FROM involvement WHERE child_id IN (SELECT c.child_id {TOLD}) AND agency_id = "  # noqa: S608
    assert ask(f"{at_work} 'simulated:agency-social-care'", "Sayer") == [(0,)]
    assert ask(f"{at_work} 'simulated:agency-housing'", "Sayer") == [(1,)]


def test_everybody_signs_in_as_somebody_and_the_front_line_has_work_of_its_own(ask: Ask) -> None:
    accounts = dict(ask("SELECT email, role FROM account"))
    assert accounts == {who.email: part.role for who, part in CAST.items()}
    assert all(check_password(PASSWORD, kept) for (kept,) in ask("SELECT DISTINCT password FROM account"))
    work = """
        SELECT count(DISTINCT coalesce(i.child_id, i.pregnancy_id)) FROM involvement i
        JOIN account a USING (practitioner_id) WHERE a.email = ? AND i.ended_on IS NULL
    """
    for who, part in CAST.items():
        if part.role == "practitioner":
            assert ask(work, who.email)[0][0] >= 1, who


def test_the_social_workers_team_is_five_with_uneven_work_under_its_own_manager(ask: Ask) -> None:
    ((team,),) = set(
        ask("SELECT team FROM account WHERE email IN (?, ?)", Who.SOCIAL_WORKER.email, Who.TEAM_MANAGER.email)
    )
    work = """
        SELECT count(i.involvement_id) FROM practitioner p
        LEFT JOIN involvement i ON i.practitioner_id = p.practitioner_id AND i.ended_on IS NULL
        WHERE p.team = ? AND p.role = 'social_worker' AND p.left_on IS NULL GROUP BY p.practitioner_id
    """
    loads = [load for (load,) in ask(work, team)]
    assert len(loads) == 5
    assert max(loads) >= 2 * min(loads)


def test_nobody_is_real(ask: Ask) -> None:
    numbers = [number for (number,) in ask("SELECT nhs_number FROM person WHERE nhs_number IS NOT NULL")]
    assert all(is_valid(number) and number.startswith("999") for number in numbers)
    assert len(numbers) == len(set(numbers))
    assert all(email.endswith("@lapwing.example") for (email,) in ask("SELECT email FROM account"))


def test_findings_have_a_history_and_notices_wait(ask: Ask) -> None:
    days = [day for (day,) in ask('SELECT DISTINCT "on" FROM finding_change ORDER BY 1')]
    assert len(days) == 4
    assert days[-1] == date.today().isoformat()
    assert ask("SELECT count(*) > 10 FROM notification WHERE read_at IS NULL") == [(1,)]

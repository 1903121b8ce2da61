"""The invented partnership has a year of Board life behind it, told by the verbs; in a small area some of it is left out."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from lapwing.demonstration.making import invent_into

pytestmark = pytest.mark.long  # makes a whole partnership, once

Ask = Callable[..., list[tuple[Any, ...]]]
TODAY = date(2026, 11, 27)
ENOUGH = 300
"""So many children that audits can be drawn from them without telling who they are."""


def _asking(file: Path) -> Ask:
    def asked(statement: str, *values: object) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
            return connection.execute(statement, values).fetchall()

    return asked


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """What the database of a partnership of some size says."""
    file = tmp_path_factory.mktemp("year") / "demo.sqlite3"
    invent_into(file, children=ENOUGH, today=TODAY)
    return _asking(file)


@pytest.fixture(scope="module")
def ask_small(demonstration: Path) -> Ask:
    """What the database of a small partnership says."""
    return _asking(demonstration)


def test_the_audit_of_work_before_birth_is_finished_and_was_done_again(ask: Ask) -> None:
    rounds = ask(
        "SELECT title, closed_on IS NOT NULL, repeats_audit_round_id IS NOT NULL FROM audit_round "
        "WHERE lesson = 'B17.1' ORDER BY opened_on"
    )
    assert rounds == [("Before birth, first round", 1, 0), ("Before birth, done again", 1, 1)]
    parts = """
        SELECT p.kind, count(*), count(p.submitted_on), count(DISTINCT p.agency_id) FROM audit_part p
        JOIN audit_case c USING (audit_case_id) JOIN audit_round r USING (audit_round_id)
        WHERE r.lesson = 'B17.1' GROUP BY p.kind ORDER BY p.kind
    """
    assert ask(parts) == [("first", 24, 24, 2), ("moderation", 2, 2, 0), ("second", 2, 2, 1)]
    assert ask("SELECT count(*) FROM audit_moderation") == [(2,)]


def test_nobody_of_the_board_can_read_a_record_of_a_closed_round_any_more(ask: Ask) -> None:
    standing = """
        SELECT count(*) FROM given_case g JOIN audit_part p USING (given_case_id) JOIN audit_case c USING (audit_case_id)
        JOIN audit_round r USING (audit_round_id) WHERE r.closed_on IS NOT NULL AND g.ended_on IS NULL
    """
    assert ask(standing) == [(0,)]


def test_of_the_actions_of_the_audit_one_is_done_with_evidence_and_one_is_overdue(ask: Ask) -> None:
    actions = "SELECT done_on IS NOT NULL, evidence IS NOT NULL, due_on < ? FROM board_action WHERE lesson = 'B17.1'"
    assert sorted(ask(actions, TODAY.isoformat())) == [(0, 0, 1), (1, 1, 1)]


def test_in_the_audit_that_goes_on_a_part_waits_for_each_account_of_the_demonstration(ask: Ask) -> None:
    waiting = """
        SELECT a.email FROM audit_part p JOIN account a ON a.id = p.auditor_account_id
        JOIN audit_case c USING (audit_case_id) JOIN audit_round r USING (audit_round_id)
        WHERE r.closed_on IS NULL AND p.submitted_on IS NULL
    """
    assert {email for (email,) in ask(waiting)} == {
        "auditor@lapwing.example",
        "named.nurse@lapwing.example",
        "midwifery.manager@lapwing.example",
    }
    assert ask("SELECT lesson FROM audit_round WHERE closed_on IS NULL") == [("B81.1",)]


def test_an_audit_of_fathers_is_due_and_nobody_has_begun_it(ask: Ask) -> None:
    assert ask("SELECT count(*) FROM audit_tool WHERE lesson = 'B31.1'") == [(1,)]
    assert ask("SELECT count(*) FROM audit_round WHERE lesson = 'B31.1'") == [(0,)]


@pytest.mark.parametrize("size", ["ask", "ask_small"])
def test_one_lesson_worked_and_one_did_not_and_is_looked_at_again(size: str, request: pytest.FixtureRequest) -> None:
    ask: Ask = request.getfixturevalue(size)
    effects = """
        SELECT i.lessons, e.effect FROM learning_effect e JOIN practice_check c USING (practice_check_id)
        JOIN learning_item i USING (learning_item_id) ORDER BY 1
    """
    assert ask(effects) == [("B31.1", "worked"), ("B53.1", "did_not")]
    ahead = "SELECT number, due_on > ? FROM practice_check c JOIN learning_item USING (learning_item_id) WHERE lessons = 'B53.1'"
    assert ask(ahead, date.today().isoformat()) == [(1, 0), (2, 1)]
    assert ask("SELECT count(*) FROM briefing_sent WHERE read_on IS NULL") < ask(
        "SELECT count(*) FROM briefing_sent WHERE read_on IS NOT NULL"
    )


def test_what_is_said_of_the_lesson_that_worked_is_what_the_audits_say(ask: Ask) -> None:
    good = """
        SELECT sum(coalesce(m.answer, j.answer) = 'Good'), count(*) FROM audit_judgement j
        JOIN audit_question q USING (audit_question_id) JOIN audit_part p USING (audit_part_id)
        JOIN audit_case c USING (audit_case_id) JOIN audit_round r USING (audit_round_id)
        LEFT JOIN audit_moderation m ON m.audit_case_id = c.audit_case_id AND m.audit_question_id = q.audit_question_id
            AND m.agency_id = p.agency_id
        WHERE r.lesson = 'B17.1' AND q.number = 4 AND p.kind = 'first' GROUP BY r.audit_round_id ORDER BY r.opened_on
    """
    assert ask(good) == [(2, 8), (7, 8)]
    ((said,),) = ask("SELECT then_and_now FROM learning_effect WHERE effect = 'worked'")
    assert "two of eight" in said
    assert "Seven of eight" in said


def test_a_small_area_has_no_audit_that_would_tell_who_was_drawn(ask_small: Ask) -> None:
    assert ask_small("SELECT count(*) FROM audit_case") == [(0,)]
    assert ask_small("SELECT count(*) FROM audit_tool") == [(4,)]


def test_registers_leave_the_gaps_that_they_are_told_for(ask_small: Ask) -> None:
    overdue = "SELECT name FROM policy WHERE review_on < ? AND withdrawn_on IS NULL"
    assert ask_small(overdue, date.today().isoformat()) == [("Working with fathers and partners",)]
    medicines = (
        "SELECT count(*) FROM advice_item WHERE topics LIKE '%prescribed_medicines%' AND made_for LIKE '%young%'"
    )
    assert ask_small(medicines) == [(0,)]
    planned = "SELECT arises_from_key FROM board_action WHERE arises_from_key LIKE 'material:%' AND done_on IS NULL"
    assert ask_small(planned) == [("material:young:crying",)]
    assert ask_small("SELECT owner_agency_id FROM tool_return WHERE returned_on IS NULL") == [
        ("simulated:agency-health-visiting",)
    ]


def test_one_deputy_did_not_answer_the_test_of_the_roster(ask_small: Ask) -> None:
    silent = """
        SELECT a.email, c.part FROM roster_answer r JOIN challenge_contact c USING (challenge_contact_id)
        JOIN account a ON a.id = c.contact_account_id WHERE r.answered_on IS NULL
    """
    assert ask_small(silent) == [("health.visitor@lapwing.example", "deputy")]


def test_last_years_report_is_published_and_this_years_is_begun(ask_small: Ask) -> None:
    reports = ask_small("SELECT published_on IS NOT NULL FROM yearly_report ORDER BY year")
    assert reports == [(1,), (0,)]
    assert ask_small(
        "SELECT count(*) FROM report_part p JOIN yearly_report USING (yearly_report_id) WHERE part = 'scrutiny'"
    ) == [(1,)]


def test_last_years_self_assessment_was_answered_by_three_and_this_years_is_open(ask_small: Ask) -> None:
    sent = """
        SELECT s.title, count(r.submitted_on) FROM self_assessment s JOIN agency_return r USING (self_assessment_id)
        GROUP BY s.title ORDER BY s.opened_on
    """
    assert ask_small(sent) == [("Section 11, last year", 3), ("Section 11, this year", 0)]
    assert ask_small("SELECT count(*) FROM standard_answer WHERE moderated_on IS NOT NULL") == [(1,)]


def test_the_pulse_is_over_and_enough_answered_for_it_to_be_told(ask_small: Ask) -> None:
    ((closes_on,),) = ask_small("SELECT closes_on FROM staff_pulse")
    assert date.fromisoformat(closes_on) < date.today() - timedelta(days=30)
    assert ask_small("SELECT count(*) >= 5 FROM pulse_taken") == [(1,)]


def test_everything_of_the_year_was_entered_by_somebody_before_today(ask_small: Ask) -> None:
    moments = ask_small("SELECT min(at), max(at) FROM event WHERE verb IN ('comment', 'enter_policy', 'state_effect')")
    earliest, latest = (date.fromisoformat(at[:10]) for at in moments[0])
    assert earliest < date.today() - timedelta(days=340)
    assert latest < date.today()

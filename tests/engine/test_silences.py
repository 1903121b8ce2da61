"""What a source cannot say is named, with the checks that wait for it and whose systems hold it."""

from __future__ import annotations

from datetime import date

from lapwing.checks import CHECKS
from lapwing.engine.run import Question
from lapwing.engine.silences import silences
from lapwing.engine.unable import nobody_to_look_at
from lapwing.lessons.settings import shipped_settings
from lapwing.report.words import lacks
from lapwing.vocabulary.held import HELD_BY, NOWHERE, held_in_words
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.records import TABLES

QUESTION = Question([CHECKS["before_birth.decision_recorded"]], date(2026, 1, 12), shipped_settings())
EVERYTHING = {name: table.names for name, table in TABLES.items()}


def test_a_source_that_carries_everything_is_silent_about_nothing() -> None:
    assert silences(QUESTION, RecordSet.of_rows({}, EVERYTHING)) == []


def test_a_table_that_is_not_there_is_named_whole_with_the_checks_that_need_it() -> None:
    without = {name: columns for name, columns in EVERYTHING.items() if name != "decision"}
    (silence,) = silences(QUESTION, RecordSet.of_rows({}, without))
    assert (silence.table, silence.columns) == ("decision", ())
    assert silence.checks == ("before_birth.decision_recorded",)
    assert silence.held_by == "Children's social care"


def test_of_a_table_that_is_there_the_columns_are_named() -> None:
    less = [name for name in TABLES["decision"].names if name != "reasons"]
    (silence,) = silences(QUESTION, RecordSet.of_rows({}, EVERYTHING | {"decision": less}))
    assert (silence.table, silence.columns) == ("decision", ("reasons",))


def test_every_record_table_says_whose_systems_hold_it() -> None:
    assert set(HELD_BY) == set(TABLES)
    assert held_in_words("hand_over") == "Midwifery, health visiting, Family Nurse Partnership"
    assert held_in_words("disagreement") == NOWHERE


def test_rows_of_a_kind_that_a_source_cannot_have_are_named_by_their_kind() -> None:
    records = RecordSet.of_rows({}, EVERYTHING, {"decision.kind": ["conference"]})
    (silence,) = silences(QUESTION, records)
    assert (silence.table, silence.columns) == ("decision", ("kind=pre_birth_assessment",))


def test_of_kinds_that_an_area_lists_it_is_said_that_others_are_lacking() -> None:
    question = Question([CHECKS["responsibility.service_has_part_in_plan"]], date(2026, 1, 12), shipped_settings())
    records = RecordSet.of_rows({}, EVERYTHING, {"plan.kind": ["child_in_need"]})
    (silence,) = silences(question, records)
    assert (silence.table, silence.columns) == ("plan", ("kind=*",))
    assert lacks(silence) == "any other kind"


def test_a_column_that_tells_whom_to_look_at_keeps_a_check_from_running() -> None:
    check = CHECKS["responsibility.service_has_named_person"]
    less = [name for name in TABLES["involvement"].names if name != "agency_id"]
    for carried, told in (
        (EVERYTHING, ""),
        (EVERYTHING | {"involvement": less}, "no agency id in its involvement records"),
    ):
        why = nobody_to_look_at(check, RecordSet.of_rows({}, carried), shipped_settings())
        assert told in why
        assert bool(why) == bool(told)

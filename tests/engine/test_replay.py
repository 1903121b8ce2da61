"""Replay: on which day each lesson first spoke of a child, of what was known on that day alone."""

from __future__ import annotations

from datetime import date

import pytest

from case_tables import own_records
from families import Story, assessed, concern, decided, expecting, lost
from generated_records import record_set
from lapwing.checks import CHECKS
from lapwing.engine.replay import Every, Replay, TooManyDays, days_between, replay, undated
from lapwing.engine.run import Question
from lapwing.lessons.settings import shipped_settings
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.records import TABLES

END = date(2026, 3, 2)
QUESTION = Question([one for one in CHECKS.values() if one.lesson.id == "P17.1"], END, shipped_settings())
MONDAYS = days_between(date(2026, 1, 5), END, Every.WEEK)
WORRIED = [*expecting("2026-06-15", known="2025-12-01"), *concern("drugs", "2026-01-12")]


def _records(*families: Story) -> RecordSet:
    rows: dict[str, list[dict[str, object]]] = {name: [] for name in TABLES}
    for number, family in enumerate(families):
        for name, values in own_records(number, family):
            rows[name].append(values)
    return record_set(rows)


def _replayed(*families: Story, children: list[str] | None = None) -> Replay:
    return replay(QUESTION, _records(*families), MONDAYS, children)


def test_a_lesson_first_speaks_on_the_first_look_after_the_day_by_which_it_was_due() -> None:
    """Drugs are recorded on Monday 12 January; the decision is due five working days later, on the 19th."""
    (row,) = _replayed(WORRIED).first.to_dicts()
    assert (row["child"], row["lesson"], row["check"]) == ("0:baby", "P17.1", "before_birth.decision_recorded")
    assert row["warned_on"] == date(2026, 1, 12)
    assert row["due_on"] == date(2026, 1, 19)
    assert row["first_on"] == date(2026, 1, 26)
    assert row["last_on"] == END
    assert row["goes_on"]
    assert row["times"] == 6
    assert "No decision on a pre-birth assessment is recorded" in row["reason"]


def test_it_stops_speaking_when_what_was_missing_is_recorded() -> None:
    (row,) = _replayed([*WORRIED, *decided("not_required", "2026-02-04")]).first.to_dicts()
    assert (row["first_on"], row["last_on"]) == (date(2026, 1, 26), date(2026, 2, 2))
    assert not row["goes_on"]


def test_what_was_written_down_late_leaves_what_was_known_then_as_it_was() -> None:
    """The decision bears the day of 14 January and was entered on 4 February: until then nobody could read it."""
    name, late = decided("not_required", "2026-02-04")[0]
    (row,) = _replayed([*WORRIED, (name, late | {"decided_on": date(2026, 1, 14)})]).first.to_dicts()
    assert (row["first_on"], row["last_on"]) == (date(2026, 1, 26), date(2026, 2, 2))


def test_it_says_nothing_of_a_family_about_whom_everything_was_done() -> None:
    done = [*WORRIED, *decided("required", "2026-01-14"), *assessed("2026-01-20")]
    assert _replayed(done).first.is_empty()


def test_after_a_loss_nothing_speaks_and_what_was_said_before_stays_history() -> None:
    (row,) = _replayed([*WORRIED, *lost("2026-02-05")]).first.to_dicts()
    assert (row["last_on"], row["goes_on"]) == (date(2026, 2, 2), False)


def test_on_each_day_it_is_counted_of_how_many_children_a_lesson_spoke() -> None:
    spoken = _replayed(WORRIED, [*WORRIED, *decided("not_required", "2026-02-04")]).spoken
    counts = {row["on"].isoformat(): row["children"] for row in spoken.to_dicts()}
    assert counts == {
        **{"2026-01-26": 2, "2026-02-02": 2},
        **{"2026-02-09": 1, "2026-02-16": 1, "2026-02-23": 1, "2026-03-02": 1},
    }


def test_a_child_asked_about_alone_is_told_the_same() -> None:
    both = (WORRIED, [*WORRIED, *decided("not_required", "2026-02-04")])
    alone, among = _replayed(*both, children=["1:baby"]), _replayed(*both)
    assert alone.first.to_dicts() == [row for row in among.first.to_dicts() if row["child"] == "1:baby"]


def test_checks_that_could_not_run_are_named_either_way() -> None:
    records = RecordSet.of_rows({"agency": [{"agency_id": "a"}]})
    for children in (None, ["nobody"]):
        silent = replay(QUESTION, records, MONDAYS[:1], children).could_not_run
        assert [one.check for one in silent] == [check.code for check in QUESTION.checks]


def test_tables_with_rows_that_say_not_when_they_were_recorded_are_named() -> None:
    assert undated(_records(WORRIED)) == []
    name, row = concern("drugs", "2026-01-12")[0]
    assert undated(_records([*WORRIED, (name, row | {"concern_id": "other", "recorded_at": None})])) == ["concern"]


@pytest.mark.parametrize(
    ("every", "days"),
    [
        (Every.DAY, ["2026-01-30", "2026-01-31", "2026-02-01"]),
        (Every.WEEK, ["2026-01-30", "2026-02-01"]),
        (Every.MONTH, ["2026-01-30", "2026-02-01"]),
    ],
)
def test_the_last_day_is_looked_at_in_any_case(every: Every, days: list[str]) -> None:
    assert [str(day) for day in days_between(date(2026, 1, 30), date(2026, 2, 1), every)] == days


def test_months_are_counted_from_the_first_day() -> None:
    days = days_between(date(2026, 1, 31), date(2026, 4, 30), Every.MONTH)
    assert [str(day) for day in days] == ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]


def test_one_day_is_one_look() -> None:
    assert days_between(END, END, Every.WEEK) == [END]


def test_more_days_than_is_reasonable_are_refused() -> None:
    with pytest.raises(TooManyDays, match="1,000 at most"):
        days_between(date(2020, 1, 1), END, Every.DAY)

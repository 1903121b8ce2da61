"""Records as they were known on a day."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from generated_records import record_set
from lapwing.engine.known import KnownRecords
from lapwing.engine.run import polars_frames
from lapwing.vocabulary.record_set import RecordSet

DAY = date(2026, 6, 1)


def _known(name: str, *rows: dict[str, Any], day: date = DAY, **others: list[dict[str, Any]]) -> list[dict[str, Any]]:
    source = record_set({"child": [], **others, name: list(rows)})
    return _of(source, name, day)


def _of(source: RecordSet, name: str, day: date) -> list[dict[str, Any]]:
    known = KnownRecords(polars_frames(source, source.frames), day, source.versioned, voiding=frozenset(source.carried))
    made = known.of(name).collect("polars").to_native().to_dicts()
    return [{column: value for column, value in row.items() if value is not None} for row in made]


def _plan(**more: Any) -> dict[str, Any]:
    return {"plan_id": "plan", "child_id": "ann", "kind": "child_in_need", **more}


def test_what_is_recorded_later_is_not_there() -> None:
    late = _plan(recorded_at=datetime(2026, 6, 2))
    assert _known("plan", late) == []
    assert len(_known("plan", late, day=date(2026, 6, 2))) == 1


def test_what_is_recorded_on_the_day_itself_is_there_to_its_last_moment() -> None:
    (row,) = _known("plan", _plan(recorded_at=datetime(2026, 6, 1, 23, 59, 59, 999_999)))
    assert row["recorded_on"] == DAY


def test_what_says_not_when_it_was_recorded_is_there() -> None:
    (row,) = _known("plan", _plan())
    assert "recorded_on" not in row


def test_of_several_versions_the_latest_by_then_is_there() -> None:
    versions = [
        _plan(led_by="first", recorded_at=datetime(2026, 1, 1)),
        _plan(led_by="second", recorded_at=datetime(2026, 5, 31, 9)),
        _plan(led_by="third", recorded_at=datetime(2026, 6, 2)),
    ]
    assert [row["led_by"] for row in _known("plan", *versions)] == ["second"]
    assert [row["led_by"] for row in _known("plan", *versions, day=date(2026, 5, 30))] == ["first"]
    assert [row["led_by"] for row in _known("plan", *versions, day=date(2027, 1, 1))] == ["third"]


def test_a_later_version_does_not_move_the_day_on_which_a_row_became_known() -> None:
    versions = [_plan(recorded_at=datetime(2026, month, 1)) for month in (3, 1, 5, 7)]
    (row,) = _known("plan", *versions)
    assert (row["first_recorded_on"], row["recorded_on"]) == (date(2026, 1, 1), date(2026, 5, 1))
    (only,) = _known("plan", _plan(recorded_at=datetime(2026, 3, 1)))
    assert only["first_recorded_on"] == only["recorded_on"] == date(2026, 3, 1)


def test_it_is_not_known_when_a_row_became_known_where_one_version_does_not_say_when() -> None:
    versions = [_plan(), _plan(recorded_at=datetime(2026, 5, 1))]
    (row,) = _known("plan", *versions)
    assert row["recorded_on"] == date(2026, 5, 1)
    assert "first_recorded_on" not in row, "the version that does not say when may have been there long before"
    (before,) = _known("plan", *versions, day=date(2026, 4, 30))
    assert not before.keys() & {"recorded_on", "first_recorded_on"}


VOIDED = datetime(2026, 6, 1, 14, 30)
ENTRY = _plan(led_by="first", recorded_at=datetime(2026, 3, 1))
IN_ERROR = ENTRY | {"recorded_at": VOIDED, "voided_at": VOIDED}


@pytest.mark.parametrize(
    ("day", "led_by"),
    [
        (date(2026, 2, 28), []),
        (date(2026, 3, 1), ["first"]),
        (date(2026, 5, 31), ["first"]),
        (date(2026, 6, 1), []),
        (date(2026, 6, 2), []),
    ],
)
def test_an_entry_made_in_error_is_there_until_the_day_before_it_was_voided(day: date, led_by: list[str]) -> None:
    assert [row["led_by"] for row in _known("plan", ENTRY, IN_ERROR, day=day)] == led_by


def test_a_voided_entry_is_not_there_in_a_source_that_has_but_its_last_version() -> None:
    assert _known("plan", IN_ERROR) == []
    assert _known("plan", IN_ERROR | {"recorded_at": None}) == []


def test_an_entry_that_was_voided_by_mistake_comes_back_with_a_later_version() -> None:
    back = ENTRY | {"recorded_at": datetime(2026, 6, 4)}
    (row,) = _known("plan", ENTRY, IN_ERROR, back, day=date(2026, 6, 4))
    assert row["first_recorded_on"] == date(2026, 3, 1)


def test_what_hangs_on_a_voided_meeting_goes_with_it() -> None:
    """A line that names no child reaches it through the meeting alone."""
    meeting = {"meeting_id": "m", "child_id": "ann", "kind": "core_group"}
    line = {"review_line_id": "l", "meeting_id": "m", "about": "health_and_weight"}
    assert len(_known("review_line", line, child=TWINS, meeting=[meeting])) == 1
    assert _known("review_line", line, child=TWINS, meeting=[meeting | {"voided_at": VOIDED}]) == []


def test_a_version_that_says_when_comes_after_one_that_does_not() -> None:
    versions = [_plan(led_by="when unknown"), _plan(led_by="recorded", recorded_at=datetime(2026, 1, 1))]
    assert [row["led_by"] for row in _known("plan", *versions)] == ["recorded"]
    assert [row["led_by"] for row in _known("plan", *versions, day=date(2025, 12, 31))] == ["when unknown"]


def test_a_correction_takes_back_what_it_leaves_out() -> None:
    versions = [
        _plan(ended_on=date(2026, 3, 1), recorded_at=datetime(2026, 3, 1)),
        _plan(recorded_at=datetime(2026, 4, 1)),
    ]
    assert "ended_on" in _known("plan", *versions, day=date(2026, 3, 31))[0]
    assert "ended_on" not in _known("plan", *versions)[0]


def test_what_happens_later_has_not_happened() -> None:
    row = _plan(started_on=date(2026, 1, 1), ended_on=date(2026, 6, 2), ended_reason="court_order")
    (known,) = _known("plan", row)
    assert known["started_on"] == date(2026, 1, 1)
    assert not known.keys() & {"ended_on", "ended_reason"}, "nor is it known why"
    (on_the_day,) = _known("plan", row, day=date(2026, 6, 2))
    assert on_the_day["ended_reason"] == "court_order"


def test_a_row_that_came_about_later_is_not_there_where_nobody_says_when_it_was_recorded() -> None:
    begun_later = _plan(started_on=date(2026, 6, 2))
    assert _known("plan", begun_later) == []
    (known,) = _known("plan", begun_later | {"recorded_at": datetime(2026, 5, 1)})
    assert "started_on" not in known, "recorded beforehand it is there, and has not begun"


def test_a_date_that_lies_ahead_is_seen() -> None:
    meeting = {"meeting_id": "m", "child_id": "ann", "kind": "core_group", "planned_for_on": date(2026, 9, 1)}
    (known,) = _known("meeting", meeting | {"held_on": date(2026, 9, 1), "quorate": True})
    assert known["planned_for_on"] == date(2026, 9, 1)
    assert not known.keys() & {"held_on", "quorate"}


TWINS = [
    {"child_id": "ann", "pregnancy_id": "pregnancy"},
    {"child_id": "bob", "pregnancy_id": "pregnancy"},
    {"child_id": "cat", "pregnancy_id": "another"},
    {"child_id": "dan"},
]


def test_a_row_about_a_pregnancy_stands_once_for_each_child_of_it() -> None:
    shared = _plan(child_id=None, pregnancy_id="pregnancy")
    assert sorted(row["child_id"] for row in _known("plan", shared, child=TWINS)) == ["ann", "bob"]


def test_a_row_about_one_twin_is_about_that_twin() -> None:
    assert [row["child_id"] for row in _known("plan", _plan(), child=TWINS)] == ["ann"]


def test_a_child_who_came_to_the_pregnancy_later_is_not_yet_there() -> None:
    later = [TWINS[0], TWINS[1] | {"recorded_at": datetime(2026, 6, 2)}]
    shared = _plan(child_id=None, pregnancy_id="pregnancy")
    assert [row["child_id"] for row in _known("plan", shared, child=later)] == ["ann"]


def test_a_row_about_nobody_is_not_there() -> None:
    assert _known("plan", _plan(child_id=None), _plan(child_id=None, pregnancy_id="none"), child=TWINS) == []


def test_a_line_that_names_no_child_stands_for_each_child_of_its_meeting() -> None:
    shared = {"meeting_id": "m", "pregnancy_id": "pregnancy", "kind": "core_group"}
    unnamed = {"review_line_id": "l1", "meeting_id": "m", "about": "health_and_weight"}
    named = unnamed | {"review_line_id": "l2", "child_id": "bob"}
    lines = _known("review_line", unnamed, named, child=TWINS, meeting=[shared])
    assert sorted((row["review_line_id"], row["child_id"]) for row in lines) == [
        *(("l1", "ann"), ("l1", "bob"), ("l2", "bob"))
    ]


def test_only_the_columns_wanted_are_read() -> None:
    source = record_set({"child": [], "plan": [_plan(led_by="somebody", ended_on=date(2026, 3, 1))]})
    wanted = {"plan": frozenset({"ended_on"})}
    known = KnownRecords(polars_frames(source, source.frames), DAY, wanted=wanted).of("plan")
    assert set(known.collect_schema()) == {"plan_id", "child_id", "pregnancy_id", "ended_on"}

"""Records as they stand: one version of each row, without what was voided."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from lapwing.exchange.standing import expected_dates_in_force, latest_rows
from lapwing.vocabulary.record_set import RecordSet

MARCH, APRIL = datetime(2026, 3, 1), datetime(2026, 4, 1)
DAY = date(2026, 6, 1)


def _stated(key: str, expected_on: date, **more: Any) -> dict[str, Any]:
    return {"expected_date_id": key, "pregnancy_id": "g", "expected_on": expected_on, "recorded_at": MARCH, **more}


def test_each_row_stands_in_its_latest_version() -> None:
    versions = [{"plan_id": "p", "led_by": by, "recorded_at": at} for by, at in (("second", APRIL), ("first", MARCH))]
    assert [row["led_by"] for row in latest_rows(RecordSet.of_rows({"plan": versions}), "plan")] == ["second"]


def test_a_row_whose_latest_version_is_voided_does_not_stand_at_all() -> None:
    entry = {"plan_id": "p", "child_id": "c", "recorded_at": MARCH}
    voided = entry | {"recorded_at": APRIL, "voided_at": APRIL}
    assert latest_rows(RecordSet.of_rows({"plan": [entry, voided]}), "plan") == []


def test_an_expected_date_that_was_voided_is_not_in_force() -> None:
    right = _stated("right", date(2026, 9, 1), stated_on=date(2026, 2, 1))
    wrong = _stated("wrong", date(2026, 12, 1), stated_on=date(2026, 2, 20))
    voided = wrong | {"recorded_at": APRIL, "voided_at": APRIL}
    assert expected_dates_in_force(RecordSet.of_rows({"expected_date": [right, wrong]}), DAY) == {
        "g": date(2026, 12, 1)
    }
    records = RecordSet.of_rows({"expected_date": [right, wrong, voided]})
    assert expected_dates_in_force(records, DAY) == {"g": date(2026, 9, 1)}

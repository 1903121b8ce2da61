"""The rows of one child, as a write for that child has them in hand.

That they are what frames give, whatever the records, is held in `generative/test_child_rows.py`.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from lapwing.engine.gather import ChildRows
from lapwing.engine.known_rows import child_rows
from lapwing.vocabulary.records import TABLES

DAY = date(2026, 6, 1)
VOIDED = datetime(2026, 6, 1, 14, 30)


def _rows(stored: dict[str, list[dict[str, Any]]], day: date = DAY, child: str = "ann") -> ChildRows:
    """What is known of a child, of rows whose other columns are empty."""
    whole = {name: [dict.fromkeys(TABLES[name].names) | row for row in some] for name, some in stored.items()}
    return child_rows(whole, child, day, tables=TABLES)


ENTRY = {"plan_id": "p", "child_id": "ann", "recorded_at": datetime(2026, 3, 1)}
IN_ERROR = ENTRY | {"recorded_at": VOIDED, "voided_at": VOIDED}


@pytest.mark.parametrize(
    ("day", "plans"),
    [
        (date(2026, 2, 28), 0),
        (date(2026, 3, 1), 1),
        (date(2026, 5, 31), 1),
        (date(2026, 6, 1), 0),
        (date(2026, 6, 2), 0),
    ],
)
def test_an_entry_made_in_error_is_there_until_the_day_before_it_was_voided(day: date, plans: int) -> None:
    assert len(_rows({"child": [{"child_id": "ann"}], "plan": [ENTRY, IN_ERROR]}, day).get("plan", [])) == plans


def test_a_child_whose_record_was_opened_later_or_voided_has_no_rows() -> None:
    opened = {"child_id": "ann", "recorded_at": datetime(2026, 3, 1)}
    stored = {"child": [opened, opened | {"recorded_at": VOIDED, "voided_at": VOIDED}], "plan": [ENTRY]}
    assert [_rows(stored, day) == {} for day in (date(2026, 2, 28), date(2026, 3, 1), DAY)] == [True, False, True]


def test_a_row_of_the_pregnancy_is_the_childs_and_not_that_of_a_twin() -> None:
    twins = [{"child_id": one, "pregnancy_id": "g"} for one in ("bob", "ann")]
    rows = _rows({"child": twins, "plan": [ENTRY | {"child_id": None, "pregnancy_id": "g"}]})
    assert [row["child_id"] for name in ("child", "plan") for row in rows[name]] == ["ann", "ann"]


def test_what_lay_ahead_is_unseen() -> None:
    plan = ENTRY | {"started_on": date(2026, 5, 1), "ended_on": date(2026, 6, 2), "ended_reason": "court_order"}
    (row,) = _rows({"child": [{"child_id": "ann"}], "plan": [plan]})["plan"]
    assert (row["started_on"], row["ended_on"], row["ended_reason"]) == (date(2026, 5, 1), None, None)
    assert row["first_recorded_on"] == row["recorded_on"] == date(2026, 3, 1)


def test_agencies_are_those_of_the_childs_rows_and_of_the_practitioners_named() -> None:
    rows = _rows(
        {
            "child": [{"child_id": "ann"}],
            "plan": [ENTRY | {"led_by": "leader", "recorded_agency_id": "council"}],
            "practitioner": [{"practitioner_id": "leader", "agency_id": "trust"}, {"practitioner_id": "other"}],
            "agency": [{"agency_id": one} for one in ("council", "trust", "police")],
        }
    )
    assert [row["practitioner_id"] for row in rows["practitioner"]] == ["leader"]
    assert [row["agency_id"] for row in rows["agency"]] == ["council", "trust"]


def test_a_table_that_is_not_asked_for_is_not_looked_at() -> None:
    rows = {"child": [dict.fromkeys(TABLES["child"].names) | {"child_id": "ann"}], "plan": [{}]}
    assert list(child_rows(rows, "ann", DAY, tables=["child"])) == ["child"]

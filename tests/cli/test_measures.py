"""`lapwing measures`: every measure of a source, with small numbers kept back unless somebody asks for them."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

from command_line import DAY, Lapwing
from lapwing.measures import MEASURES

FEWEST = 5
KEYS = {"measure", "asks", "lesson", "since", "until", "met", "of", "left_out", "cannot_tell", "says"}


def test_every_measure_is_told_as_json_without_small_numbers(lapwing: Lapwing, partnership: Path) -> None:
    ran = lapwing("measures", partnership, "--as-of", DAY, "--format", "json")
    assert ran.exit == 0
    told = json.loads(ran.out)
    assert told.keys() == {"source", "as_of", "settings", "measures", "could_not_run"}
    assert told["as_of"] == DAY
    assert [one["measure"] for one in told["measures"]] == list(MEASURES)
    for one in told["measures"]:
        assert one.keys() == KEYS
        if one["of"] is not None:
            numbers = (one["met"], one["of"] - one["met"], one["left_out"], one["cannot_tell"])
            assert not any(number is not None and 0 < number < FEWEST for number in numbers)
        assert (one["met"] is None) == (one["of"] is None)
        assert one["says"]
    assert any(one["of"] for one in told["measures"])


def test_who_works_with_the_children_may_see_every_number(lapwing: Lapwing, partnership: Path) -> None:
    ran = lapwing("measures", partnership, "--as-of", DAY, "--since", "2026-01-01", "--format", "csv", "--show-small")
    rows = list(csv.DictReader(StringIO(ran.out)))
    assert {row["From"] for row in rows} == {"2026-01-01"}
    assert all(row["Holds of"].isdigit() for row in rows)
    assert any(0 < int(row["Holds of"]) < FEWEST for row in rows)


def test_periods_that_could_be_subtracted_are_not_told(lapwing: Lapwing, partnership: Path) -> None:
    ran = lapwing("measures", partnership, "--as-of", DAY, "--since", "2026-05-01")
    assert ran.exit == 2
    assert "--since: needs --show-small" in ran.err


def test_what_a_source_cannot_tell_is_said_aloud(lapwing: Lapwing, tmp_path: Path) -> None:
    (tmp_path / "child.csv").write_text("child_id,person_id\nc1,p1\n")
    (tmp_path / "person.csv").write_text("person_id,born_on\np1,2026-01-05\n")
    ran = lapwing("measures", tmp_path, "--as-of", DAY, "--format", "json")
    told = json.loads(ran.out)
    missed = {one["measure"]: one["why"] for one in told["could_not_run"]}
    assert missed["advice_and_housing.co_sleeping_talked_through"] == "This source carries no relationship records."
    assert "advice_and_housing.co_sleeping_talked_through" in ran.err
    assert {*missed, *(one["measure"] for one in told["measures"])} == set(MEASURES)

"""Columns that no source gives: a weight in grams, by its unit alone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generated_records import record_set
from lapwing.engine.gather import rows_by_child
from lapwing.engine.known import KnownRecords
from lapwing.engine.plan import columns_of, plan_facts, silent_facts
from lapwing.engine.run import polars_frames, tables_of
from lapwing.vocabulary.records import measurement
from lapwing.vocabulary.vulnerable_baby import Infant
from lapwing.vocabulary.weighed_baby import WeighedBaby

DAY = date(2026, 6, 1)


def _known(value: Any, unit: str | None) -> KnownRecords:
    row = {"measurement_id": "m", "child_id": "ann", "kind": "weight", "value": value, "unit": unit}
    source = record_set({"child": [{"child_id": "ann"}], "measurement": [row]})
    return KnownRecords(polars_frames(source, source.frames), DAY)


@pytest.mark.parametrize(
    ("value", "unit", "grams"),
    [
        (3400.0, "g", 3400),
        (3.4, "kg", 3400),
        (3.405, "kg", 3405),
        (7.5, "lb", 3402),
        (3400.4, "g", 3400),
        (3400.5, "g", 3401),
        (3400.0, "kg", 3_400_000),
        (3.4, "g", 3),
        (3400.0, None, None),
        (3.4, None, None),
        (54.0, "cm", None),
        (3.4, "Kg.", None),
        (None, "g", None),
        (0.0, "g", None),
        (-3400.0, "g", None),
        (float("nan"), "g", None),
        (float("inf"), "kg", None),
        (1e300, "kg", None),
    ],
)
def test_grams_come_from_the_number_and_its_unit_and_never_from_the_size(
    value: float | None, unit: str | None, grams: int | None
) -> None:
    known = _known(value, unit)
    by_frame = known.of("measurement").collect("polars")["weight_grams"].to_list()
    by_row = [row["weight_grams"] for row in rows_by_child(known, ["measurement"])["ann"]["measurement"]]
    assert by_frame == by_row == [grams]


def test_it_is_read_only_where_it_is_wanted() -> None:
    source = record_set({"child": [], "measurement": []})
    wanted = {"measurement": frozenset({"kind"})}
    known = KnownRecords(polars_frames(source, source.frames), DAY, wanted=wanted).of("measurement")
    assert "weight_grams" not in known.collect_schema()
    assert "weight_grams" not in measurement.names


def test_what_it_is_made_from_is_read_and_must_be_carried() -> None:
    plan = plan_facts([Infant.birth_grams])
    assert {"value", "unit", "weight_grams"} <= columns_of(plan)["measurement"]
    without_unit = [name for name in measurement.names if name != "unit"]
    source = record_set({"measurement": []}, {"measurement": frozenset(without_unit)})
    assert "measurement.unit" in silent_facts(plan, source)[Infant.birth_grams]


def test_a_place_on_the_chart_is_made_from_tables_of_the_child_too() -> None:
    plan = plan_facts([WeighedBaby.birth_space])
    assert {"person", "expected_date", "measurement"} <= tables_of(plan)
    assert {"sex", "born_on"} <= columns_of(plan)["person"]
    source = record_set({name: [] for name in tables_of(plan) - {"expected_date"}})
    assert "expected_date.expected_on" in silent_facts(plan, source)[WeighedBaby.birth_space]

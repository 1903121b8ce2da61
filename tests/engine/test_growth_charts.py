"""Where weights lie on the UK-WHO charts, and what is said where the charts are not installed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from generated_records import record_set
from lapwing.engine import growth_charts
from lapwing.engine.growth_charts import NoGrowthCharts
from lapwing.engine.known import KnownRecords
from lapwing.engine.run import Question, polars_frames
from lapwing.lessons.settings import overridden, shipped_settings

BORN = date(2025, 12, 1)
DAY = date(2026, 6, 1)
ON = {"weight.centiles": "on"}


def _places(
    *weights: tuple[int, float],
    birth: float | None = 3400,
    sex: str | None = "female",
    early: int = 0,
    on: bool = True,
    **more: list[dict[str, Any]],
) -> dict[int, tuple[str | None, int | None]]:
    """By age in days where each weight lies and how far it has fallen; `early` is by how many days the birth was."""
    told = [(age, "weight", grams) for age, grams in weights]
    told += [(0, "birth_weight", birth)] if birth else []
    rows: dict[str, list[dict[str, Any]]] = {
        "child": [{"child_id": "ann", "person_id": "p", "pregnancy_id": "g"}],
        "person": [{"person_id": "p", "sex": sex, "born_on": BORN}],
        "expected_date": [{"expected_date_id": "e", "pregnancy_id": "g", "expected_on": BORN + timedelta(early)}],
        "measurement": [
            {"measurement_id": f"{kind}-{age}", "child_id": "ann", "kind": kind, "value": grams, "unit": "g",
             "measured_on": BORN + timedelta(age)} for age, kind, grams in told
        ],
    } | more  # fmt: skip
    source = record_set(rows)
    known = KnownRecords(polars_frames(source, source.frames), DAY, places_weights=on)
    made = known.of("measurement").collect("polars").to_native()
    return {
        (row["measured_on"] - BORN).days: (row["chart_space"], row["spaces_fallen"])
        for row in made.to_dicts()
        if row["kind"] == "weight"
    }


@pytest.mark.parametrize(
    ("sex", "age", "grams", "space"),
    [
        # the medians and lines of the WHO's published tables, at 13 and 26 weeks
        ("female", 91, 5_900, "from_50th"),
        ("female", 91, 5_780, "from_25th"),
        ("female", 91, 4_450, "from_0_4th"),
        ("male", 91, 6_450, "from_50th"),
        ("male", 91, 6_300, "from_25th"),
        ("male", 91, 4_950, "from_0_4th"),
        ("female", 182, 7_350, "from_50th"),
        ("male", 182, 7_850, "from_25th"),
        ("male", 182, 11_000, "above_99_6th"),
        ("male", 182, 5_500, "below_0_4th"),
    ],
)
def test_a_weight_lies_where_the_published_tables_have_it(sex: str, age: int, grams: float, space: str) -> None:
    assert _places((age, grams), sex=sex)[age][0] == space


def test_how_far_a_weight_has_fallen_is_counted_in_whole_spaces() -> None:
    told = _places((84, 5_700), (85, 4_900), (86, 4_700), (87, 4_300))
    assert [told[age][1] for age in (84, 85, 86, 87)] == [0, 1, 2, 3]


def test_of_a_baby_born_early_the_age_counts_from_the_expected_date() -> None:
    assert _places((84, 3_900), birth=1_800, early=56) == {84: ("from_25th", 0)}
    assert _places((84, 3_900), birth=1_800, early=20)[84][0] == "below_0_4th"


def test_a_birth_of_37_weeks_is_not_early() -> None:
    at_term, a_day_sooner = _places((84, 5_100), early=21), _places((84, 5_100), early=22)
    assert at_term[84] == _places((84, 5_100))[84] == ("from_9th", 1)
    assert a_day_sooner[84] == ("from_25th", 2)  # the birth weight, too, lies higher for its age


def test_the_first_days_are_no_part_of_the_curve() -> None:
    told = _places((5, 3_100), (13, 3_300), (14, 3_400))
    assert told[5] == told[13] == (None, None)
    assert told[14][0] is not None


@pytest.mark.parametrize(
    "lacking",
    [
        {"sex": None},
        {"sex": "unknown"},
        {"early": 200},
        {"early": -60},
        {"person": [{"person_id": "p", "sex": "female"}]},
        {"person": [{"person_id": "other", "sex": "female", "born_on": BORN}]},
        {"expected_date": []},
        {"expected_date": [{"expected_date_id": "e", "pregnancy_id": "g", "expected_on": BORN, "superseded_on": BORN}]},
    ],
)
def test_what_is_not_known_of_the_child_places_nothing(lacking: Mapping[str, Any]) -> None:
    assert _places((84, 4_700), **lacking) == {84: (None, None)}


def test_expected_dates_that_disagree_place_nothing() -> None:
    dates = [
        {"expected_date_id": f"e{days}", "pregnancy_id": "g", "expected_on": BORN + timedelta(days)} for days in (0, 9)
    ]
    assert _places((84, 4_700), expected_date=dates) == {84: (None, None)}


def test_without_a_birth_weight_it_has_a_place_and_no_fall() -> None:
    assert _places((84, 4_700), birth=None) == {84: ("from_2nd", None)}


def test_a_slip_of_the_pen_has_no_place() -> None:
    assert _places((84, 47), (85, 470_000)) == {84: (None, None), 85: (None, None)}


def test_where_it_is_off_nothing_is_placed_and_nothing_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(growth_charts, "_charts", lambda: pytest.fail("the charts were asked for"))
    monkeypatch.setattr(growth_charts, "find_spec", lambda name: pytest.fail("the charts were looked for"))
    assert _places((84, 4_700), on=False) == {84: (None, None)}
    assert not Question([], DAY, shipped_settings()).places_weights


def test_where_it_is_on_and_the_charts_are_not_installed_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(growth_charts, "find_spec", lambda name: None)
    with pytest.raises(NoGrowthCharts) as refused:
        Question([], DAY, overridden(ON))
    assert "Install them with the extra: lapwing[growth]. Or set weight.centiles to off." in str(refused.value)


def test_checks_are_known_without_the_library() -> None:
    """Nothing that is imported with Lapwing imports it."""
    code = (
        "import sys, lapwing.checks, lapwing.engine.run; sys.exit(not {'rcpchgrowth', 'scipy'}.isdisjoint(sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

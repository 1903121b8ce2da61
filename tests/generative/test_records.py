"""Any records at all: frames and rows find the same."""

from __future__ import annotations

from datetime import date, datetime
from random import Random
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreement import COMPARED, Findings, by_frames, by_rows, differences
from examples import BY_SEED, examples
from generated_records import RecordMaker, Rows, record_set
from lapwing.checks import CHECKS, HEADINGS
from lapwing.engine.run import Question, run
from lapwing.lessons.settings import overridden, shipped_settings
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.records import TABLES

FAMILIES = 60
"""In one record set: a run over frames costs about the same for one family as for many."""
DAYS = st.sampled_from([date(2026, 6, 1), date(2026, 4, 7), date(2026, 1, 3), date(2028, 2, 29)])
"""A Monday; the day after Easter; a Saturday after New Year; a leap day."""
DAY = date(2026, 6, 1)
SEEDS = st.integers(0, 2**32 - 1)


def _question(day: date) -> Question:
    """Every check, with what is off as shipped switched on."""
    return Question(list(CHECKS.values()), day, overridden({"weight.centiles": "on"}))


def _rows(seed: int, day: date, families: int = FAMILIES) -> Rows:
    return RecordMaker(_question(day), Random(seed)).rows(families)


@settings(max_examples=examples(1), phases=BY_SEED)
@given(seed=SEEDS, day=DAYS)
def test_frames_and_rows_find_the_same(seed: int, day: date) -> None:
    records = record_set(_rows(seed, day))
    told = differences(by_frames(_question(day), records), by_rows(_question(day), records))
    assert told == []


@settings(max_examples=examples(1), phases=BY_SEED)
@given(seed=SEEDS, day=DAYS)
def test_frames_and_rows_find_the_same_where_the_source_is_silent(seed: int, day: date) -> None:
    records = _less(_rows(seed, day), Random(seed))
    told = differences(by_frames(_question(day), records), by_rows(_question(day), records))
    assert told == []


def _less(rows: Rows, random: Random) -> RecordSet:
    """The rows from a source that cannot give some of the tables and columns."""
    subjects = ("child", "concern", "meeting", "person", "pregnancy")
    rows = {name: made for name, made in rows.items() if name in subjects or random.random() < 0.8}
    carried = {name: frozenset(_some(name, random)) for name in rows}
    kept = {
        name: [{column: value for column, value in row.items() if column in carried[name]} for row in made]
        for name, made in rows.items()
    }
    return record_set(kept, carried)


def _some(name: str, random: Random) -> list[str]:
    needed = (TABLES[name].key, "child_id", "pregnancy_id", "person_id", "meeting_id", "recorded_at")
    return [column for column in TABLES[name].names if column in needed or random.random() < 0.85]


SELDOM_ASKED = {
    "parents.capacity_looked_at_again",
    "health.weight_loss_answered",
    "health.fall_across_centiles_answered",
    "health.closer_weighing_has_reason",
    "health.missed_appointments_answered",
}
"""Checks whose question arises only where several rows fit together; their case tables have them by rows and frames."""


@pytest.mark.long  # 400 families for each heading; it is about the maker, not the engine
def test_the_records_made_reach_every_outcome() -> None:
    """Agreement over records on which nothing is ever found would say nothing."""
    found = pl.concat([_found_of(heading) for heading in HEADINGS])
    by_check = found.group_by("check").agg(pl.col("outcome").n_unique())
    assert set(by_check.filter(pl.col("outcome") < 3)["check"]) <= SELDOM_ASKED
    assert set(by_check["check"]) == set(CHECKS)
    assert set(found["outcome"]) == {
        *("not_met", "cannot_tell", "due_soon", "not_yet_due", "met_late", "excepted", "met", "not_applicable")
    }


def _found_of(heading: str) -> pl.DataFrame:
    """What the checks of one heading find in records that are made for them alone."""
    checks = [check for code, check in CHECKS.items() if code.startswith(f"{heading}.")]
    question = Question(checks, DAY, shipped_settings())
    return run(question, record_set(RecordMaker(question, Random(7)).rows(400))).frame


@pytest.mark.parametrize("seed", [0, *(pytest.param(more, marks=pytest.mark.long) for more in (1, 2))])
def test_frames_and_rows_find_the_same_of_young_parents(seed: int) -> None:
    """Of all checks these alone go by two children's records; rows of other families change nothing in them."""
    question = Question([c for code, c in CHECKS.items() if code.startswith("parents.")], DAY, shipped_settings())
    maker = RecordMaker(question, Random(seed))
    families = [maker.family(number) for number in range(120)]
    found = by_frames(question, record_set(_joined(families, maker)))
    assert differences(found, by_rows(question, record_set(_joined(families, maker)))) == []
    assert len({(code, one["outcome"]) for (_, _, code), one in found.items()}) > 20
    half = families[::2]
    children = {child["child_id"] for family in half for child in family["child"]}
    of_half = {key: finding for key, finding in found.items() if key[0] in children}
    assert differences(of_half, by_rows(question, record_set(_joined(half, maker)))) == []


def _joined(families: list[Rows], maker: RecordMaker) -> Rows:
    return {name: [row for family in families for row in family.get(name, [])] for name in maker.columns}


# ---------------------------------------------------------------- the comparison itself


def _one(**changed: Any) -> Findings:
    found = dict.fromkeys(COMPARED) | {"facts": {"born_on": None}} | changed
    return {("child", "subject", "check"): found}


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"outcome": "met"}, "outcome is None and 'met'"),
        ({"facts": {"born_on": "2026-06-01"}}, "facts.born_on is None and '2026-06-01'"),
        ({"facts": {}}, "facts.born_on is None and nothing"),
        ({"missing": ["the decision"]}, "missing is None and ['the decision']"),
    ],
)
def test_a_difference_is_told(changed: Any, told: str) -> None:
    assert [line.partition(": ")[2] for line in differences(_one(), _one(**changed))] == [told]


def test_a_finding_on_one_side_only_is_told() -> None:
    assert len(differences(_one(), {})) == len(differences({}, _one())) == 1


def test_two_versions_of_a_key_make_a_table_versioned() -> None:
    rows = {"child": [{"child_id": "ann"}, {"child_id": "ann", "recorded_at": datetime(2026, 1, 1)}], "person": []}
    assert record_set(rows).versioned == {"child"}

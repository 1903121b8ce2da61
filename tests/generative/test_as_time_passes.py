"""As days pass: a one-off duty once met stays met, and nothing recorded later changes what was known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from generated_records import Row, record_set
from lapwing.checks import CHECKS
from lapwing.engine.known import as_known_on
from lapwing.engine.run import polars_frames, run
from lapwing.simulate import simulate
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.records import TABLES
from recurring import BY_RECORD, BY_TIME
from worlds import DAY, SEEDS, every_check, known_on, of_case_tables, world

Outcomes = dict[tuple[str, str, str], str]
LATER = (9, 400)
"""How many days pass while nobody records anything."""
BEFORE = (30, 0)
"""The days before DAY on which histories are looked at, one after the other."""
SIMULATED = 500
HAPPENED = ("met", "met_late")
LONG_PAST = "the expected date is long past"
STILL = {"met": {"met", "not_applicable", LONG_PAST}, "met_late": {"met", "met_late", "not_applicable", LONG_PAST}}
"""What a finding that was met may say later: the same, in time after all, or that nothing is asked any more."""


def _outcomes(records: RecordSet, day: date) -> Outcomes:
    """Every outcome; where it is that a birth is long past and unrecorded, that in its place."""
    found = run(every_check(day), records).frame
    long_past = pl.col("facts").str.contains('"birth_unrecorded":true', literal=True)
    told = (
        pl.when(long_past & (pl.col("outcome") == "cannot_tell")).then(pl.lit(LONG_PAST)).otherwise(pl.col("outcome"))
    )
    rows = found.select("child", "subject", "check", told.alias("outcome")).rows()
    return {(child, subject, check): outcome for child, subject, check, outcome in rows}


def _undone(then: Outcomes, now: Outcomes, unborn: set[str], recurring: Mapping[str, str]) -> list[str]:
    """What was met and is not any more; after an expected date long past nothing is judged, and that is no lapse."""
    return [
        f"{key}: {outcome}, then {now[key]}"
        for key, outcome in then.items()
        if outcome in HAPPENED
        and now.get(key, outcome) not in STILL[outcome]
        and key[2] not in recurring
        and not (key[0] in unborn and now[key] == "cannot_tell")
    ]


def _unborn(records: RecordSet, day: date) -> set[str]:
    """Children of whom no date of birth was recorded by then."""
    frames = polars_frames(records, ("person", "child"))
    person, child = (
        as_known_on(frame, TABLES[name], day, versioned=name in records.versioned, voiding=False).to_native()
        for name, frame in frames.items()
    )
    born = person.filter(pl.col("born_on").is_not_null())
    return set(child.join(born, on="person_id", how="anti").collect()["child_id"])


@pytest.mark.parametrize("seed", SEEDS)
def test_once_met_it_stays_met_while_nobody_records_anything(seed: int) -> None:
    here = world(seed)
    then = {key: finding["outcome"] for key, finding in here.found.items()}
    stands = known_on(here.records, DAY)
    unborn = _unborn(here.records, DAY)
    for days in LATER:
        assert _undone(then, _outcomes(stands, DAY + timedelta(days)), unborn, BY_TIME) == []


@pytest.fixture(scope="module")
def histories() -> RecordSet:
    """What was recorded day by day: the case tables, and an invented partnership."""
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    for name, row in of_case_tables():
        rows[name].append(row)
    told, cases = simulate(SIMULATED, 3, today=DAY), record_set(rows)
    frames = {name: pl.concat([told.frame(name), cases.frame(name)]) for name in TABLES}
    return replace(cases, frames=frames, versioned=told.versioned | cases.versioned)


@pytest.mark.long  # two more runs of all checks over a partnership
def test_once_met_it_stays_met_as_more_is_recorded(histories: RecordSet) -> None:
    unborn = _unborn(histories, DAY)
    days = [DAY - timedelta(before) for before in BEFORE]
    for then, now in pairwise(_outcomes(histories, day) for day in days):
        assert _undone(then, now, unborn, {**BY_TIME, **BY_RECORD}) == []


def test_what_recurs_is_said_of_checks_that_there_are() -> None:
    assert {*BY_TIME, *BY_RECORD} <= set(CHECKS)


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_recorded_later_leaks_back(seed: int) -> None:
    day, everything = DAY - timedelta(12), world(seed).records
    recorded_on = pl.col("recorded_at").dt.date()
    then = {
        name: frame.filter((recorded_on <= day) | recorded_on.is_null()) for name, frame in everything.frames.items()
    }
    found = [run(every_check(day), records).frame for records in (everything, replace(everything, frames=then))]
    assert found[0].height > 0
    assert_frame_equal(*(one.sort("child", "subject", "check") for one in found))

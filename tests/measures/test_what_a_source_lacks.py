"""Where a source cannot say, no measure says that something was not done."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lapwing.engine.measuring import Counting, measured
from lapwing.engine.run import CouldNotRun
from lapwing.lessons.settings import SETTINGS
from lapwing.measures import MEASURES
from lapwing.vocabulary.record_set import RecordSet
from measures.plain import SINCE, TODAY, counted, partnership

HEADINGS = ("health", "advice_and_housing", "young_people", "responsibility")
OURS = [code for code in MEASURES if code.partition(".")[0] in HEADINGS]

LACKED = {
    "health.hand_over_accepted_in_time": ("hand_over", "accepted_on"),
    "health.hand_over_sent_in_time": ("hand_over", "sent_on"),
    "health.spoken_of_vulnerable": ("hand_over", "verbal"),
    "health.visited_after_birth": ("appointment", "held_on"),
    "health.weighed_in_second_week": ("measurement", "measured_on"),
    "health.assessment_rests_on_observation": ("contribution", "observation_id"),
    "advice_and_housing.overlay_talked_through": ("advice", "discussed"),
    "advice_and_housing.social_care_told": ("housing_approach", "social_care_told_on"),
    "advice_and_housing.roof_recorded": ("housing_approach", "sleeping_at"),
    "young_people.standing_verified": ("legal_status", "verified_on"),
    "young_people.action_at_cause": ("action", "aim"),
    "responsibility.referral_acknowledged": ("referral", "acknowledged_on"),
    "responsibility.outcome_told": ("referral", "referrer_told_on"),
    "responsibility.task_has_person": ("action", "owned_by"),
    "responsibility.contribution_received": ("contribution", "received_on"),
    "responsibility.disagreement_resolved": ("disagreement", "resolved_on"),
}
"""By measure, a column without which what it asks cannot be said to be wanting."""


def without_column(records: RecordSet, table: str, column: str) -> RecordSet:
    """The same source, but for what it never carried."""
    frame = records.frames[table].collect()
    emptied = frame.with_columns(frame.get_column(column).clear(frame.height).alias(column)).lazy()
    carried = {**records.carried, table: records.carried[table] - {column}}
    return replace(records, frames={**records.frames, table: emptied}, carried=carried)


@pytest.mark.parametrize("code", LACKED)
def test_measure_does_not_say_not_met_where_the_source_carries_no_such_column(code: str) -> None:
    statuses = {one.status for one in counted(without_column(partnership(3), *LACKED[code]), [code])[code].values()}
    assert "not_met" not in statuses
    assert statuses & {"cannot_tell"}


@pytest.mark.parametrize("code", OURS)
def test_measure_could_not_run_where_the_source_carries_no_such_records(code: str) -> None:
    table, records = MEASURES[code].about.table.name, partnership(3)
    lacking = replace(records, carried={name: some for name, some in records.carried.items() if name != table})
    ((_, told),) = measured(Counting([MEASURES[code]], TODAY, SETTINGS, SINCE), lacking)
    assert told == CouldNotRun(code, f"This source carries no {table} records.")


@pytest.mark.parametrize("code", OURS)
def test_measure_tells_in_words_who_counts_and_what_it_does_not_show(code: str) -> None:
    measure = MEASURES[code]
    assert measure.asks.endswith("?")
    assert all(told.endswith(".") for told in (measure.counts, measure.meets, measure.unlike, *measure.leaves_out))
    assert measure.findings


def test_what_one_measure_lengthens_to_look_back_means_nothing_else_to_another() -> None:
    lengthened = {key for measure in MEASURES.values() for key in measure.looking_back}
    for code, measure in MEASURES.items():
        assert lengthened & {*measure.settings()} <= {*measure.looking_back}, code

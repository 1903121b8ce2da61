"""Nothing recorded later leaks back: a replay up to a day is the same whatever was recorded after it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from random import Random

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from examples import BY_SEED, examples
from generated_records import RecordMaker, Rows, record_set
from lapwing.checks import CHECKS
from lapwing.engine.replay import replay
from lapwing.engine.run import Question
from lapwing.lessons.settings import shipped_settings
from lapwing.vocabulary.record_set import RecordSet

END = date(2026, 6, 1)
DAYS = [END - timedelta(weeks * 7) for weeks in (4, 1, 0)]
ASKED = Question(list(CHECKS.values()), END, shipped_settings())


@pytest.mark.long  # two replays of all checks; tests/engine/test_replay.py says the same of one family
@settings(max_examples=examples(1), phases=BY_SEED)
@given(seed=st.integers(0, 2**32 - 1))
def test_what_was_recorded_after_a_day_changes_nothing_said_up_to_it(seed: int) -> None:
    rows = RecordMaker(ASKED, Random(seed)).rows(60)
    whole = replay(ASKED, record_set(rows), DAYS)
    assert whole.first.height > 10
    upto = DAYS[:2]
    then = replay(ASKED, _recorded_by(rows, upto[-1]), upto)
    assert then.spoken.equals(whole.spoken.filter(pl.col("on") <= upto[-1]))
    said = ["child", "lesson", "first_on", "due_on", "check", "subject", "reason"]
    assert then.first.select(said).equals(whole.first.filter(pl.col("first_on") <= upto[-1]).select(said))


def _recorded_by(rows: Rows, day: date) -> RecordSet:
    """The source as it stood at the end of a day: what was recorded later is not in it at all."""
    end = datetime.combine(day, time.max)
    return record_set(
        {name: [row for row in made if (row.get("recorded_at") or end) <= end] for name, made in rows.items()}
    )

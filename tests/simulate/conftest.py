"""One invented partnership for all the tests of the simulator."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from lapwing.simulate import simulate
from lapwing.vocabulary.record_set import RecordSet

TODAY = date(2026, 1, 14)


@pytest.fixture(scope="session")
def partnership() -> RecordSet:
    return simulate(2_000, 7, today=TODAY)


@pytest.fixture(scope="session")
def frames(partnership: RecordSet) -> dict[str, pl.DataFrame]:
    """Every version of every row."""
    return {name: frame.collect() for name, frame in partnership.frames.items()}


@pytest.fixture(scope="session")
def latest(frames: dict[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """The last version of every row: what is known today."""
    return {
        name: frame.sort("recorded_at").unique(frame.columns[0], keep="last", maintain_order=True)
        for name, frame in frames.items()
    }

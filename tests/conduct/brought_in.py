"""Sources brought into the database for tests."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

import polars as pl

from lapwing.conduct.bringing_in import BroughtIn, bring_in
from lapwing.simulate import simulate
from lapwing.vocabulary.record_set import RecordSet

TODAY = date(2026, 6, 1)
NOON = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)


@cache
def invented(children: int = 60, seed: int = 7) -> RecordSet:
    """An invented partnership's records."""
    return simulate(children, seed, today=TODAY)


def brought_in(records: RecordSet, *, feed: str = "maternity", mark: str = "first", days: int = 0) -> BroughtIn:
    """The records brought in under the name of a feed, some days after the first time."""
    at = NOON + timedelta(days=days)
    return bring_in(records, feed=feed, format="record tables", source="a folder", mark=mark, at=at)


def of_rows(**rows: list[dict[str, Any]]) -> RecordSet:
    """A source with just these rows, each table carrying the columns that its rows name."""
    carried = {name: {column for row in some for column in row} for name, some in rows.items()}
    return RecordSet.of_rows(rows, carried)


def without_feed(frame: pl.DataFrame, feed: str = "maternity") -> pl.DataFrame:
    """A frame with its keys as the source had them."""
    text = [name for name, type in frame.schema.items() if type == pl.String]
    return frame.with_columns(pl.col(text).str.strip_prefix(f"{feed}:"))

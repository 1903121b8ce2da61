"""Records as they stand, for formats that know one version of each row and one child a row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import polars as pl

from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.records import TABLES

Row = Mapping[str, Any]
ByChild = Mapping[str, list[Row]]


def latest_rows(records: RecordSet, table: str) -> list[dict[str, Any]]:
    """The rows of a table, each in its latest version, by key; what was voided as made in error is not among them."""
    return _latest(records, table).collect().to_dicts()


def _latest(records: RecordSet, table: str) -> pl.LazyFrame:
    key = TABLES[table].key
    versions = records.frame(table).sort(key, "recorded_at", nulls_last=False)
    return versions.unique(key, keep="last", maintain_order=True).filter(pl.col("voided_at").is_null())


def expected_dates_in_force(records: RecordSet, day: date) -> dict[str, date]:
    """For each pregnancy the expected date in force, the latest stated where there are several."""
    frame = _latest(records, "expected_date").filter(
        pl.col("superseded_on").is_null() | (pl.col("superseded_on") > day),
        pl.col("stated_on").is_null() | (pl.col("stated_on") <= day),
    )
    rows = frame.sort("stated_on", "expected_date_id", nulls_last=False).select("pregnancy_id", "expected_on").collect()
    return {pregnancy: expected for pregnancy, expected in rows.iter_rows() if expected is not None}


def by_child(rows: Iterable[dict[str, Any]], siblings: Mapping[str, list[str]]) -> ByChild:
    """The rows beside the child each is about; a row about a pregnancy stands with each child of it."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        for child_id in [row["child_id"]] if row["child_id"] else siblings.get(row["pregnancy_id"], []):
            found[child_id].append({**row, "child_id": child_id})
    return found

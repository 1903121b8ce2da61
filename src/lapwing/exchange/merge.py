"""Two readings of the same area brought together, such as this week's extract and all that came before."""

from __future__ import annotations

import polars as pl

from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Table


def merge(earlier: RecordSet, later: RecordSet) -> RecordSet:
    """The rows of both; what either could carry is carried.

    Nothing that was once read is dropped: a row that the later reading no longer gives stays, and so an
    expected date outlives the birth after which its source forgets it. A row that both give is one row where
    it is the same, and stands in both versions where `recorded_at` tells them apart. Where it does not, the
    later reading's values take the place of the earlier ones, and a value that the later reading leaves empty
    stays as it was. An expected date is never replaced: where the later reading gives another one, the
    earlier statement stands beside it under its own key, and is superseded on the day the later one was
    stated, if that is known.
    """
    names = [name for name in TABLES if name in earlier.carried or name in later.carried]
    frames = {name: _merged(TABLES[name], earlier, later) for name in names}
    carried = {name: earlier.carried.get(name, frozenset()) | later.carried.get(name, frozenset()) for name in names}
    kinds = {
        column: earlier.kinds_told(column) | later.kinds_told(column)
        for column in (*earlier.kinds, *later.kinds)
        if not (earlier.tells_every_kind(column) or later.tells_every_kind(column))
    }
    delivered = {name: max(day, earlier.delivered.get(name, day)) for name, day in later.delivered.items()}
    delivered = {**earlier.delivered, **delivered}
    versioned = frozenset(name for name in names if frames[name][TABLES[name].key].is_duplicated().any())
    return RecordSet({name: frame.lazy() for name, frame in frames.items()}, carried, versioned, kinds, delivered)


BEFORE = ":before"


def _merged(table: Table, earlier: RecordSet, later: RecordSet) -> pl.DataFrame:
    before, after = earlier.frame(table.name).collect(), later.frame(table.name).collect()
    if table.name == "expected_date":
        before = _under_own_keys(before, after)
    version = [table.key, "recorded_at"]
    renewed = after.join(before, on=version, how="left", nulls_equal=True, suffix=BEFORE, maintain_order="left")
    rows = renewed.select(_renewed(name, table) for name in table.names)
    kept = before.join(after, on=version, how="anti", nulls_equal=True, maintain_order="left")
    if table.name == "expected_date":
        kept = _superseded(kept, after)
    return pl.concat([kept, rows])


def _renewed(name: str, table: Table) -> pl.Expr:
    """The later value, or the earlier one where the later is empty."""
    if name in (table.key, "recorded_at"):
        return pl.col(name)
    kept = pl.coalesce(name, f"{name}{BEFORE}")
    if table.reaches_through_pregnancy and name in ("child_id", "pregnancy_id"):
        # A row that has moved from the pregnancy to the child no longer belongs to the pregnancy.
        return pl.when(pl.col("child_id").is_null() & pl.col("pregnancy_id").is_null()).then(kept).otherwise(name)
    return kept


def _under_own_keys(before: pl.DataFrame, after: pl.DataFrame) -> pl.DataFrame:
    """The earlier statements; one whose key a later and different statement has taken gets a key of its own."""
    version = ["expected_date_id", "recorded_at"]
    taken = after.select(*version, _now="expected_on")
    beside = before.join(taken, on=version, how="left", nulls_equal=True, maintain_order="left")
    key, day = pl.col("expected_date_id"), pl.col("expected_on")
    own = pl.format("{}@{}", key, day.dt.to_string("%Y-%m-%d"))
    keyed = beside.with_columns(pl.when(day != pl.col("_now")).then(own).otherwise(key).alias("expected_date_id"))
    return keyed.drop("_now").unique(version, keep="first", maintain_order=True)


def _superseded(kept: pl.DataFrame, after: pl.DataFrame) -> pl.DataFrame:
    """Earlier statements that stand no more: since the first day a different one was stated of the pregnancy."""
    stated = pl.coalesce("stated_on", pl.col("recorded_at").dt.date())
    standing = after.filter(pl.col("superseded_on").is_null(), pl.col("voided_at").is_null())
    newer = standing.select("pregnancy_id", "expected_on", _key="expected_date_id", _since=stated)
    old = kept.with_row_index("_row")
    pairs = old.select("_row", "pregnancy_id", "expected_date_id", _was="expected_on", _stated=stated).join(
        newer, on="pregnancy_id"
    )
    another = (pl.col("_was") != pl.col("expected_on")) & (pl.col("expected_date_id") != pl.col("_key"))
    not_before = (pl.col("_since") >= pl.col("_stated")).fill_null(True)
    days = pairs.filter(another & not_before).group_by("_row").agg(pl.col("_since").min())
    dated = old.join(days, on="_row", how="left", maintain_order="left")
    return dated.with_columns(pl.coalesce("superseded_on", "_since").alias("superseded_on")).drop("_row", "_since")

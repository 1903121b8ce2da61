"""Rows of one table of the dataset as rows of a record table, each value checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import polars as pl
from nhs_number.validate import is_valid

from lapwing.exchange.cells import needs, parsed
from lapwing.exchange.faults import HIDDEN, MOST_LISTED, ROW, shown
from lapwing.exchange.reading import Notice
from lapwing.exchange.safeguarding_dataset_files import Dataset
from lapwing.exchange.safeguarding_dataset_tables import Coded, Target
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Kind

TIME_OF_DAY = r"[T ]\d{1,2}:\d\d.*$"


@dataclass
class Taken:
    """The record tables as they fill, and which of their columns the files at hand can give."""

    dataset: Dataset
    frames: dict[str, pl.DataFrame] = field(default_factory=dict)
    columns: dict[str, set[str]] = field(default_factory=dict)

    def add(self, target: Target, rows: pl.DataFrame) -> None:
        """More rows of a record table; of two with one key the first is kept."""
        name, key = target.table, TABLES[target.table].key
        earlier = self.frames.get(name)
        whole = rows if earlier is None else pl.concat([earlier, rows], how="diagonal")
        once = whole.unique(key, keep="first", maintain_order=True)
        if once.height < whole.height:
            needs = f"needs each key once; {whole.height - once.height:,} later rows were left out"
            self.doubt(name, key, f"the same key more than once in {target.source}", needs)
        self.frames[name] = once
        self.columns.setdefault(name, set()).update(column for column in rows.columns if column != ROW)

    def doubt(self, table: str, column: str, has: str, needs: str) -> None:
        """Doubts something of a table as a whole."""
        self.dataset.doubted.append(Notice(table, column, has, needs))


def rows_of(target: Target, dataset: Dataset, taken: Taken) -> pl.DataFrame:
    """The rows of a target, with ROW; those without a key, a child or what every row needs are set aside."""
    source = dataset.tables[target.source]
    if target.source == "ssd_person":
        source = _with_sex(source)
    text = source.select(ROW, *_as_ours(target, source, dataset))
    for name, value in target.fixed.items():
        fixed = pl.lit(value)
        text = text.with_columns((pl.col(name).fill_null(fixed) if name in text.columns else fixed).alias(name))
    if target.through:
        text = _through_plan(target, source, text, taken)
    table = TABLES[target.table]
    days = [name for name in text.columns if name != ROW and table.column(name).kind is Kind.DATE]
    text = text.with_columns(pl.col(name).str.replace(TIME_OF_DAY, "") for name in days)
    typed = text.with_columns(parsed(table.column(name)) for name in text.columns if name != ROW)
    _doubt_values(target, dataset, text, typed)
    if "nhs_number" in typed.columns:
        typed = _with_valid_numbers(target, dataset, typed)
    return _without_unusable(target, dataset, typed)


def _with_sex(persons: pl.DataFrame) -> pl.DataFrame:
    given = [pl.col(name) for name in ("pers_sex", "pers_gender") if name in persons.columns]
    return persons.with_columns(pl.coalesce(given).alias("pers_sex")) if given else persons


def _as_ours(target: Target, source: pl.DataFrame, dataset: Dataset) -> Iterator[pl.Expr]:
    for name, column in target.columns.items():
        given = column.column if isinstance(column, Coded) else column
        if given not in source.columns:
            continue
        if isinstance(column, Coded):
            known = pl.col(given).str.to_uppercase().replace_strict(column.codes, default=None, return_dtype=pl.String)
            _doubt_codes(target, dataset, source, given, known)
            yield pl.when(known != "").then(known).alias(name)
        else:
            yield pl.col(given).alias(name)


def _doubt_codes(target: Target, dataset: Dataset, source: pl.DataFrame, column: str, known: pl.Expr) -> None:
    strange = source.filter(pl.col(column).is_not_null() & known.is_null())
    for value, rows in strange.group_by(column, maintain_order=True).agg(ROW).head(MOST_LISTED).rows():
        more = f" and {len(rows) - 1:,} more rows" if len(rows) > 1 else ""
        has = HIDDEN if is_valid(value) else f"“{value}”" if len(value) <= 40 else "a long text that is not shown here"
        place = dataset.place(target.source, rows[0]) + more
        dataset.doubted.append(Notice(place, column, has, "needs a code of the dataset; it was left out"))


def _through_plan(target: Target, source: pl.DataFrame, text: pl.DataFrame, taken: Taken) -> pl.DataFrame:
    """Rows that do not name their child are told of the child of the plan that they name."""
    plans = taken.frames.get("plan")
    if plans is None or target.through not in source.columns:
        return text
    owners = plans.select(pl.col("plan_id").alias("_plan"), pl.col("child_id").alias("_child"))
    linked = source.select(ROW, pl.col(target.through).alias("_plan")).join(owners, on="_plan", how="left")
    joined = text.join(linked.select(ROW, "_child"), on=ROW, how="left", maintain_order="left")
    given = pl.coalesce("child_id", "_child") if "child_id" in text.columns else pl.col("_child")
    return joined.with_columns(given.alias("child_id")).drop("_child")


def _doubt_values(target: Target, dataset: Dataset, text: pl.DataFrame, typed: pl.DataFrame) -> None:
    table = TABLES[target.table]
    for name in (name for name in target.columns if name in text.columns):
        lost = text.filter(text[name].is_not_null() & typed[name].is_null()).select(ROW, name)
        given = target.columns[name]
        column = given.column if isinstance(given, Coded) else given
        for row, value in lost.head(MOST_LISTED).rows():
            has, needed = shown(table.column(name), value), f"{needs(table.column(name))}; it was left out"
            dataset.doubted.append(Notice(dataset.place(target.source, row), column, has, needed))
        if lost.height > MOST_LISTED:
            more = f"{lost.height - MOST_LISTED:,} more rows like these"
            dataset.doubted.append(Notice(dataset.files[target.source], column, more, needs(table.column(name))))


def _with_valid_numbers(target: Target, dataset: Dataset, typed: pl.DataFrame) -> pl.DataFrame:
    """NHS numbers without spaces; one with a wrong check digit is left out, for nobody is matched on it."""
    bare = pl.col("nhs_number").str.replace_all(r"[\s-]", "")
    typed = typed.with_columns(bare)
    good = typed["nhs_number"].map_elements(is_valid, return_dtype=pl.Boolean, skip_nulls=True)
    for row in typed.filter(~good.fill_null(True))[ROW].head(MOST_LISTED):
        place = dataset.place(target.source, row)
        dataset.doubted.append(
            Notice(
                place,
                "pers_single_unique_id",
                HIDDEN,
                "needs an NHS number whose check digit is right; it was left out",
            )
        )
    return typed.with_columns(pl.when(good.fill_null(False)).then(pl.col("nhs_number")).alias("nhs_number"))


def _without_unusable(target: Target, dataset: Dataset, typed: pl.DataFrame) -> pl.DataFrame:
    table = TABLES[target.table]
    required = [name for name in table.required if name in typed.columns]
    needed = [table.key, *required, *(["child_id"] if "child_id" in target.columns else [])]
    for name in dict.fromkeys(needed):
        if name not in typed.columns:
            typed = typed.with_columns(pl.lit(None, pl.String).alias(name))
        lacking = typed.filter(pl.col(name).is_null())
        given = target.columns.get(name, name)
        column = given.column if isinstance(given, Coded) else given
        for row in lacking[ROW].head(MOST_LISTED):
            place = dataset.place(target.source, row)
            dataset.skipped.append(
                Notice(place, column, "nothing that can be used", "needs one; the row was set aside")
            )
        if lacking.height > MOST_LISTED:
            more = f"{lacking.height - MOST_LISTED:,} more rows like these"
            dataset.skipped.append(Notice(dataset.files[target.source], column, more, "need one; they were set aside"))
        typed = typed.filter(pl.col(name).is_not_null())
    return typed

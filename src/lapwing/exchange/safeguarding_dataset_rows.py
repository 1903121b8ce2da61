"""Rows of one table of the dataset as rows of a record table, each value checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import polars as pl

from lapwing.exchange.cells import needs, parsed
from lapwing.exchange.checked_tables import is_nhs_number
from lapwing.exchange.faults import HIDDEN, ROW, shown
from lapwing.exchange.safeguarding_dataset_codes import NOT_OFFERED
from lapwing.exchange.safeguarding_dataset_files import Dataset
from lapwing.exchange.safeguarding_dataset_tables import MEANT, SHARED, Coded, Target, column_of
from lapwing.vocabulary.order_in_time import PERIODS
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Kind, Table

TIME_OF_DAY = r"[T ]\d{1,2}:\d\d.*$"
EXPLANATION = r"\s*:.*$"
"""What stands behind a code, as in "6: Police" or "Multiple: Neglect, Physical abuse"."""


@dataclass
class Taken:
    """The record tables as they fill, and which of their columns the files at hand can give.

    `lacking` are columns that one of several files should fill and does not: empty, they say nothing of its rows.
    """

    dataset: Dataset
    frames: dict[str, pl.DataFrame] = field(default_factory=dict)
    columns: dict[str, set[str]] = field(default_factory=dict)
    lacking: dict[str, set[str]] = field(default_factory=dict)

    def add(self, target: Target, rows: pl.DataFrame) -> None:
        """More rows of a record table; of two with one key the first is kept."""
        name, key = target.table, TABLES[target.table].key
        earlier = self.frames.get(name)
        known = earlier[key] if earlier is not None else pl.Series([], dtype=pl.String)
        again = ~pl.col(key).is_first_distinct() | pl.col(key).is_in(known.implode())
        repeated = rows.filter(again)[ROW]
        wants = "needs each key once; the first row was kept and this one set aside"
        self.dataset.set_aside(
            target.source, repeated, column_of(target.columns[key]), "a key for a second time", wants
        )
        once = rows.filter(~again)
        self.frames[name] = once if earlier is None else pl.concat([earlier, once], how="diagonal")
        given = {column for column in rows.columns if column != ROW} - target.unsaid
        self.columns.setdefault(name, set()).update(given)
        if rows.height:
            lacking = {column for column in target.columns if column not in given or rows[column].is_null().all()}
            self.lacking.setdefault(name, set()).update(lacking)
        elif self.dataset.tables[target.source].height:
            self.dataset.unusable.add(target.source)


def rows_of(target: Target, dataset: Dataset) -> pl.DataFrame:
    """The rows of a target, with ROW; those without a key, a child or what every row needs are set aside."""
    prepare = PREPARED.get(target.source)
    source = dataset.tables[target.source]
    source = prepare(source) if prepare else source
    table = TABLES[target.table]
    text = source.select(ROW, *_as_ours(target, source, dataset))
    text = text.with_columns(_fixed(text, *given) for given in target.fixed.items())
    text = _with_child(target, source, text, dataset)
    days = [name for name in text.columns if name != ROW and table.column(name).kind is Kind.DATE]
    text = text.with_columns(pl.col(name).str.replace(TIME_OF_DAY, "") for name in days)
    typed = text.with_columns(parsed(table.column(name)) for name in text.columns if name != ROW)
    _doubt_values(target, dataset, text, typed)
    _doubt_periods(target, dataset, typed)
    if "nhs_number" in typed.columns:
        typed = _with_valid_numbers(target, dataset, typed)
    return _without_unusable(target, dataset, typed).with_columns(_qualified(target, table, typed.columns))


def _fixed(text: pl.DataFrame, name: str, value: str) -> pl.Expr:
    fixed = pl.lit(value)
    return (pl.col(name).fill_null(fixed) if name in text.columns else fixed).alias(name)


# Tables in which two columns make one of ours


def _with_sex(persons: pl.DataFrame) -> pl.DataFrame:
    given = [pl.col(name) for name in ("pers_sex", "pers_gender") if name in persons.columns]
    return persons.with_columns(pl.coalesce(given).alias("pers_sex")) if given else persons


def _with_interview(episodes: pl.DataFrame) -> pl.DataFrame:
    """An interview that was not offered was not accepted either, whatever stands there."""
    if not {"miss_missing_rhi_offered", "miss_missing_rhi_accepted"} <= set(episodes.columns):
        return episodes.drop("miss_missing_rhi_accepted", strict=False)
    offered = pl.col("miss_missing_rhi_offered").str.to_uppercase()
    accepted = pl.when(offered.is_in(["N", "NO", "FALSE", "0"])).then(pl.lit(NOT_OFFERED))
    return episodes.with_columns(accepted.otherwise("miss_missing_rhi_accepted").alias("miss_missing_rhi_accepted"))


def _without_cancelled(reviews: pl.DataFrame) -> pl.DataFrame:
    """A review that was cancelled was not held, whatever day stands there."""
    if not {"clar_cla_review_cancelled", "clar_cla_review_date"} <= set(reviews.columns):
        return reviews
    cancelled = pl.col("clar_cla_review_cancelled").str.to_uppercase().is_in(["Y", "YES", "TRUE", "1"])
    return reviews.with_columns(
        pl.when(~cancelled.fill_null(False)).then("clar_cla_review_date").alias("clar_cla_review_date")
    )


PREPARED: Mapping[str, Callable[[pl.DataFrame], pl.DataFrame]] = {
    "ssd_person": _with_sex,
    "ssd_missing": _with_interview,
    "ssd_cla_reviews": _without_cancelled,
}


# Values


def _as_ours(target: Target, source: pl.DataFrame, dataset: Dataset) -> Iterator[pl.Expr]:
    for name, column in target.columns.items():
        given = column_of(column)
        if given not in source.columns:
            continue
        if isinstance(column, Coded):
            code = pl.col(given).str.replace(EXPLANATION, "").str.to_uppercase()
            known = code.replace_strict(column.codes, default=None, return_dtype=pl.String)
            _doubt_codes(target, dataset, source, name, known)
            yield pl.when(known != "").then(known).alias(name)
        else:
            yield pl.col(given).alias(name)


def _doubt_codes(target: Target, dataset: Dataset, source: pl.DataFrame, name: str, known: pl.Expr) -> None:
    column, given = TABLES[target.table].column(name), column_of(target.columns[name])
    strange = source.filter(pl.col(given).is_not_null() & known.is_null())
    has = [shown(column, value) for value in strange[given]]
    dataset.doubt(target.source, strange[ROW], given, has, "needs a code of the dataset; it was left out")


def _with_child(target: Target, source: pl.DataFrame, text: pl.DataFrame, dataset: Dataset) -> pl.DataFrame:
    """Rows that do not name their child are told of the child of the row that they name."""
    way = target.through
    to = dataset.tables.get(way.source) if way else None
    if way is None or to is None or way.column not in source.columns or not {way.key, way.child} <= set(to.columns):
        return text
    owners = to.select(pl.col(way.key).alias("_key"), pl.col(way.child).alias("_child")).drop_nulls().unique("_key")
    linked = source.select(ROW, pl.col(way.column).alias("_key")).join(owners, on="_key", how="left")
    joined = text.join(linked.select(ROW, "_child"), on=ROW, how="left", maintain_order="left")
    given = pl.coalesce("child_id", "_child") if "child_id" in text.columns else pl.col("_child")
    return joined.with_columns(given.alias("child_id")).drop("_child")


def _doubt_values(target: Target, dataset: Dataset, text: pl.DataFrame, typed: pl.DataFrame) -> None:
    table = TABLES[target.table]
    for name in (name for name in target.columns if name in text.columns):
        lost = text.filter(text[name].is_not_null() & typed[name].is_null())
        has = [shown(table.column(name), value) for value in lost[name]]
        wants = f"{needs(table.column(name))}; it was left out"
        dataset.doubt(target.source, lost[ROW], column_of(target.columns[name]), has, wants)


def _doubt_periods(target: Target, dataset: Dataset, typed: pl.DataFrame) -> None:
    for began, ended in PERIODS:
        if began in typed.columns and ended in typed.columns:
            odd = typed.filter(pl.col(ended) < pl.col(began))
            has = [f"{end}, before {begin}" for begin, end in odd.select(began, ended).rows()]
            wants = f"needs a day on or after {column_of(target.columns[began])}; the row is kept as it stands"
            dataset.doubt(target.source, odd[ROW], column_of(target.columns[ended]), has, wants)


def _with_valid_numbers(target: Target, dataset: Dataset, typed: pl.DataFrame) -> pl.DataFrame:
    """NHS numbers without spaces; one with a wrong check digit is left out, for nobody is matched on it."""
    number = pl.col("nhs_number")
    bare = typed.with_columns(number.str.replace_all(r"[\s-]", ""))
    wrong = bare.filter(number.is_not_null() & ~is_nhs_number(number))[ROW]
    wants = "needs an NHS number whose check digit is right; it was left out"
    dataset.doubt(target.source, wrong, column_of(target.columns["nhs_number"]), [HIDDEN] * len(wrong), wants)
    return bare.with_columns(pl.when(is_nhs_number(number)).then(number).alias("nhs_number"))


def _without_unusable(target: Target, dataset: Dataset, typed: pl.DataFrame) -> pl.DataFrame:
    table = TABLES[target.table]
    belongs = "child_id" in target.columns or target.through is not None
    required = [name for name in table.required if name in target.columns or name in typed.columns]
    for name in dict.fromkeys([table.key, *required, *(["child_id"] if belongs else [])]):
        given = (
            target.through.column if target.through and name not in target.columns else target.columns.get(name, name)
        )
        if name not in typed.columns:
            dataset.set_aside_all(target.source, column_of(given), typed.height)
            return typed.with_columns(pl.lit(None, pl.String).alias(name)).clear()
        lacking = typed.filter(pl.col(name).is_null())[ROW]
        wants = "needs one; the row was set aside"
        dataset.set_aside(target.source, lacking, column_of(given), "nothing that can be used", wants)
        typed = typed.filter(pl.col(name).is_not_null())
    return typed


def _qualified(target: Target, table: Table, columns: list[str]) -> Iterator[pl.Expr]:
    """Keys that are bare numbers, and references to such, with the table of the dataset that they count in."""
    for column in (column for column in table if column.name in columns):
        meant = target.source if column.name == table.key else MEANT.get(column.refers_to or "")
        if meant and (column.refers_to or table.name) in SHARED:
            key = pl.col(column.name)
            counted = pl.concat_str(pl.lit(f"{meant}:"), key)
            yield pl.when(key.str.contains("^[0-9]+$")).then(counted).otherwise(key).alias(column.name)

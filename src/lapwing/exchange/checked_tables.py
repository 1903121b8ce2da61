"""Rows of text checked against their record table: what is sound, what is set aside, what is doubted."""

from __future__ import annotations

from dataclasses import dataclass, field

import polars as pl

from lapwing.exchange import cells
from lapwing.exchange.faults import HIDDEN, ROW, Fault, rows_with, shown
from lapwing.exchange.text_tables import BEYOND, TextTable
from lapwing.vocabulary.order_in_time import periods_of
from lapwing.vocabulary.record_set import DTYPES
from lapwing.vocabulary.tables import Column, Table


@dataclass
class CheckedTable:
    """A table's rows, typed, with what was found wrong with them.

    `rows` are the sound ones, with ROW beside the columns of the table; the rows of `faults` are out of it,
    the rows of `doubts` are in it.
    """

    source: TextTable
    rows: pl.DataFrame
    faults: list[Fault] = field(default_factory=list)
    doubts: list[Fault] = field(default_factory=list)

    @property
    def table(self) -> Table:
        return self.source.table

    @property
    def file(self) -> str:
        return self.source.file

    @property
    def sound(self) -> pl.LazyFrame:
        """The rows that are kept, as a record table holds them."""
        return self.rows.select(self.table.names).lazy()

    @property
    def put_aside(self) -> pl.DataFrame:
        """The rows that are not kept, in their own words, with their number and why."""
        why = rows_with(self.faults)
        rows = why.join(self.source.rows, on=ROW, how="left", maintain_order="left")
        return rows.drop(name for name in BEYOND if name in rows.columns and rows[name].is_null().all())

    def has(self, column: str) -> bool:
        return column in self.source.rows.columns

    def set_aside(self, fault: Fault) -> None:
        """Take the fault's rows out."""
        if fault.rows.len():
            self.faults.append(fault)
            self.rows = self.rows.join(fault.found, on=ROW, how="anti", maintain_order="left")

    def doubt(self, fault: Fault) -> None:
        """Keep the fault's rows, and say so."""
        if fault.rows.len():
            self.doubts.append(fault)


def checked_table(source: TextTable) -> CheckedTable:
    """The table with its rows typed and each looked at by itself; references are another matter."""
    ragged = _too_many_cells(source.rows)
    even = source.rows.join(ragged.found, on=ROW, how="anti", maintain_order="left")
    text = even.with_columns(cells.cleaned(column) for column in source.columns)
    checked = CheckedTable(source, text.select(ROW, *_all_columns(source)))
    checked.set_aside(ragged)
    for fault in [*_cells_at_fault(checked, text), *_belonging(checked)]:
        checked.set_aside(fault)
    checked.set_aside(_duplicates(checked))
    _blank_wrong_nhs_numbers(checked)
    for fault in _periods(checked):
        checked.doubt(fault)
    return checked


def _all_columns(source: TextTable) -> list[pl.Expr]:
    present = {column.name for column in source.columns}
    return [
        _tidied(column) if column.name in present else pl.lit(None, DTYPES[column.kind]).alias(column.name)
        for column in source.table
    ]


def _tidied(column: Column) -> pl.Expr:
    """The typed value; NHS numbers and postcodes without the spaces people write in them."""
    if column.name in ("nhs_number", "postcode"):
        return pl.col(column.name).str.replace_all(r"[\s-]", "").str.to_uppercase()
    return cells.parsed(column)


def _too_many_cells(rows: pl.DataFrame) -> Fault:
    beyond = [name for name in BEYOND if name in rows.columns]
    found = rows.filter(pl.any_horizontal(pl.col(beyond).is_not_null())) if beyond else rows.clear()
    needs = "needs no more cells than columns; put a value with a comma in it in quotation marks"
    return Fault("", found.select(ROW), lambda: "more cells than the header has columns", needs)


def _cells_at_fault(checked: CheckedTable, text: pl.DataFrame) -> list[Fault]:
    """Cells that cannot be understood, and empty cells of a column that every row needs."""
    faults = []
    for column in checked.source.columns:
        is_empty, is_unread = text[column.name].is_null(), checked.rows[column.name].is_null()
        faults.append(_wrong_value(column, text.filter(~is_empty & is_unread).select(ROW, column.name)))
        if column.required:
            faults.append(_no_value(column, text.filter(is_empty).select(ROW)))
    return faults


def _no_value(column: Column, found: pl.DataFrame) -> Fault:
    return Fault(column.name, found, lambda: "nothing", cells.needs(column))


def _wrong_value(column: Column, found: pl.DataFrame) -> Fault:
    return Fault(
        column.name,
        found,
        lambda value: shown(column, value),
        cells.needs(column),
        lambda value: cells.nearest_code(column, value),
    )


def _belonging(checked: CheckedTable) -> list[Fault]:
    """Rows that name neither a child nor a pregnancy, or both, where it must be one of the two."""
    if not checked.table.reaches_through_pregnancy:
        return []
    child, pregnancy = pl.col("child_id").is_not_null(), pl.col("pregnancy_id").is_not_null()
    neither = checked.rows.filter(~child & ~pregnancy).select(ROW)
    both = checked.rows.filter(child & pregnancy).select(ROW)
    where = "child_id, pregnancy_id"
    return [
        Fault(where, neither, lambda: "neither a child nor a pregnancy", "needs one of the two"),
        Fault(where, both, lambda: "both a child and a pregnancy", "needs one of the two, not both"),
    ]


def _duplicates(checked: CheckedTable) -> Fault:
    """Rows whose key and moment of recording an earlier row already has."""
    key = checked.table.column(checked.table.key)
    version = [key.name, "recorded_at"]
    again = checked.rows.filter(~pl.struct(version).is_first_distinct()).select(ROW, *version)
    first = checked.rows.filter(pl.struct(version).is_first_distinct()).select(*version, first=ROW)
    found = again.join(first, on=version, nulls_equal=True, how="left", maintain_order="left")
    needs = (
        f"needs another {key.name}, or its own recorded_at if it is a later version of the same {checked.table.name}"
    )
    return Fault(
        key.name,
        found.select(ROW, key.name, "first"),
        lambda value, first: f"{shown(key, value)}, as row {first} has",
        needs,
    )


def _blank_wrong_nhs_numbers(checked: CheckedTable) -> None:
    if not checked.has("nhs_number") or "nhs_number" not in checked.table.names:
        return
    number = pl.col("nhs_number")
    wrong = number.is_not_null() & ~is_nhs_number(number)
    found = checked.rows.filter(wrong).select(ROW)
    checked.rows = checked.rows.with_columns(pl.when(~wrong).then(number).alias("nhs_number"))
    needs = "needs ten digits that pass the check of NHS numbers; the number is left out and the row kept"
    checked.doubt(Fault("nhs_number", found, lambda: HIDDEN, needs))


def is_nhs_number(number: pl.Expr) -> pl.Expr:
    """Whether ten digits end in the right check digit: weights 10 to 2, modulus 11 (NHS Data Dictionary)."""
    ten_digits = number.str.contains(r"^[0-9]{10}$")
    digits = [number.str.slice(place, 1).cast(pl.Int32, strict=False) for place in range(10)]
    total = pl.sum_horizontal(digit * (10 - place) for place, digit in enumerate(digits[:9]))
    return (ten_digits & ((11 - total % 11) % 11 == digits[9])).fill_null(False)


def _periods(checked: CheckedTable) -> list[Fault]:
    return [_out_of_order(checked.rows, *pair) for pair in periods_of(checked.table)]


def _out_of_order(rows: pl.DataFrame, began: str, ended: str) -> Fault:
    found = rows.filter(pl.col(ended) < pl.col(began)).select(ROW, ended, began)
    needs = f"needs a day on or after {began}; the row is kept as it stands"
    return Fault(ended, found, lambda end, begin: f"{end}, which is before {began} ({begin})", needs)

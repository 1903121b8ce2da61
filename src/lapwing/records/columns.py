"""Values as the database holds them and as record tables have them, on SQLite and PostgreSQL alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

import polars as pl
from django.db import connection

from lapwing.vocabulary.record_set import DTYPES
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Kind, Table

Read = Callable[[Any], Any]


def quoted(name: str) -> str:
    """A name of a table or column, for SQL; `check` and `of` are words of its own."""
    return f'"{name}"'


def placeholders(count: int) -> str:
    """So many values to be given beside a statement."""
    return ", ".join(["%s"] * count)


@cache
def selected(table: Table, vendor: str) -> str:
    """The columns of a table, in order, for a SELECT; days and moments as text on SQLite, which has no type for them."""
    return ", ".join(
        _as_text(column.name) if _is_text(column.kind, vendor) else quoted(column.name) for column in table
    )


def _is_text(kind: Kind, vendor: str) -> bool:
    return vendor == "sqlite" and kind in (Kind.DATE, Kind.MOMENT, Kind.YES_NO)


def _as_text(name: str) -> str:
    """An expression has no declared type, so the driver leaves it as it is stored."""
    return f"+{quoted(name)}"


READING: Mapping[Kind, Read] = {
    Kind.DATE: date.fromisoformat,
    Kind.MOMENT: datetime.fromisoformat,
    Kind.YES_NO: bool,
}
"""How a value that SQLite holds as text or number is read."""


@cache
def _readers(name: str, vendor: str) -> tuple[tuple[int, Read], ...]:
    columns = enumerate(TABLES[name])
    return tuple((place, READING[column.kind]) for place, column in columns if _is_text(column.kind, vendor))


def rows_of(name: str, found: list[tuple[Any, ...]]) -> list[dict[str, Any]]:
    """Rows as `selected` gave them, by column, each value of its own type."""
    names, readers = TABLES[name].names, _readers(name, connection.vendor)
    rows = []
    for values in found:
        row = dict(zip(names, values, strict=True))
        for place, read in readers:
            value = values[place]
            if value is not None:
                row[names[place]] = read(value)
        rows.append(row)
    return rows


def written(value: Any) -> Any:
    """A value as it is given to the database."""
    if isinstance(value, date) and connection.vendor == "sqlite":
        return str(value)
    return value


def frame_of(
    table: Table, found: Sequence[tuple[Any, ...]], beside: Mapping[str, pl.DataType] | None = None
) -> pl.DataFrame:
    """Rows as `selected` gave them, as a frame in the types of record tables; `beside` are columns selected after those."""
    types = {column.name: _as_read(column.kind) for column in table}
    also = {name: pl.Int64() if isinstance(type, pl.Boolean) else type for name, type in (beside or {}).items()}
    frame = pl.DataFrame(found, schema=types | also, orient="row", strict=False)
    return frame.with_columns(*_typed(table), *(pl.col(name).cast(type) for name, type in (beside or {}).items()))


def _as_read(kind: Kind) -> pl.DataType:
    if not _is_text(kind, connection.vendor):
        return DTYPES[kind]
    return pl.Int64() if kind is Kind.YES_NO else pl.String()


def _typed(table: Table) -> Iterator[pl.Expr]:
    for column in table:
        if not _is_text(column.kind, connection.vendor):
            continue
        match column.kind:
            case Kind.DATE:
                yield pl.col(column.name).str.to_date("%Y-%m-%d")
            case Kind.MOMENT:
                yield pl.col(column.name).str.to_datetime("%Y-%m-%d %H:%M:%S%.f", time_unit="us")
            case _:
                yield pl.col(column.name).cast(pl.Boolean)

"""Values as the database holds them and as record tables have them, on SQLite and PostgreSQL alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

import polars as pl
from django.db import connection
from django.utils import timezone

from lapwing.vocabulary.board import EVERY_TABLE
from lapwing.vocabulary.record_set import schema_of
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
    columns = enumerate(EVERY_TABLE[name])
    return tuple((place, READING[column.kind]) for place, column in columns if _is_text(column.kind, vendor))


def dates_read(name: str, type: pl.DataType) -> str:
    """A column of another table for a SELECT, its days as text on SQLite."""
    return _as_text(name) if isinstance(type, pl.Date | pl.Boolean) and connection.vendor == "sqlite" else quoted(name)


def rows_of(name: str, found: list[tuple[Any, ...]]) -> list[dict[str, Any]]:
    """Rows as `selected` gave them, by column, each value of its own type."""
    names, readers = EVERY_TABLE[name].names, _readers(name, connection.vendor)
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


def moment_given(value: Any) -> Any:
    """A value as the database takes it; a moment with its zone as Django stores it."""
    if isinstance(value, datetime) and timezone.is_aware(value):
        return connection.ops.adapt_datetimefield_value(value)
    return written(value)


def frame_of(
    table: Table, found: Sequence[tuple[Any, ...]], beside: Mapping[str, pl.DataType] | None = None
) -> pl.DataFrame:
    """Rows as `selected` gave them, as a frame in the types of record tables; `beside` are columns selected after those."""
    return framed(found, {**schema_of(table), **(beside or {})})


def framed(found: Sequence[tuple[Any, ...]], types: Mapping[str, pl.DataType]) -> pl.DataFrame:
    """Rows as a frame of these types, from what the database has for them."""
    if connection.vendor != "sqlite":
        return pl.DataFrame(found, schema=dict(types), orient="row")
    held = {name: _HELD.get(type.base_type(), type) for name, type in types.items()}
    return pl.DataFrame(found, schema=held, orient="row").with_columns(*_read(types))


_HELD: Mapping[Any, pl.DataType] = {pl.Date: pl.String(), pl.Datetime: pl.String(), pl.Boolean: pl.Int64()}
"""What SQLite holds in place of a type that it does not have."""


def _read(types: Mapping[str, pl.DataType]) -> Iterator[pl.Expr]:
    for name, type in types.items():
        match type:
            case pl.Date():
                yield pl.col(name).str.to_date("%Y-%m-%d")
            case pl.Datetime():
                yield pl.col(name).str.to_datetime("%Y-%m-%d %H:%M:%S%.f", time_unit="us")
            case pl.Boolean():
                yield pl.col(name).cast(pl.Boolean)
            case _:
                pass

"""Record tables filled with rows: what a source gave, and which columns it could give at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import polars as pl

from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Kind, Table

DTYPES: dict[Kind, pl.DataType] = {
    Kind.IDENTIFIER: pl.String(),
    Kind.TEXT: pl.String(),
    Kind.CODE: pl.String(),
    Kind.DATE: pl.Date(),
    Kind.MOMENT: pl.Datetime("us"),
    Kind.YES_NO: pl.Boolean(),
    Kind.WHOLE: pl.Int64(),
    Kind.NUMBER: pl.Float64(),
}
"""How each kind of column is held in a frame. Codes are held as their code."""


def schema_of(table: Table) -> dict[str, pl.DataType]:
    """The columns of a record table with the types they have in a frame."""
    return {column.name: DTYPES[column.kind] for column in table}


@dataclass(frozen=True)
class RecordSet:
    """The rows of one source, by table.

    `frames` holds every carried table with all of its columns, in order, typed as `schema_of` says.
    `carried` says which columns of which tables the source can give. A table or column that it does not
    carry says nothing: a check that depends on it cannot tell. A carried table with no rows says "none".
    `versioned` names the tables in which some key stands in more than one version. `kinds` says, by
    `table.column`, which codes rows of the source can have there, where that is not all of them: that no row
    has another says nothing. `delivered` has, by table, the last day of a delivery, where rows come in deliveries:
    that a row of a later day is missing says nothing.
    """

    frames: Mapping[str, pl.LazyFrame]
    carried: Mapping[str, frozenset[str]]
    versioned: frozenset[str] = frozenset()
    kinds: Mapping[str, frozenset[str]] = field(default_factory=dict)
    delivered: Mapping[str, date] = field(default_factory=dict)

    @classmethod
    def of_rows(
        cls,
        rows: Mapping[str, Sequence[Mapping[str, Any]]],
        carried: Mapping[str, Iterable[str]] | None = None,
        kinds: Mapping[str, Iterable[str]] | None = None,
    ) -> RecordSet:
        """A record set from plain rows; columns that a row leaves out are empty.

        Without `carried`, the source is taken to carry every column of every table that `rows` names; without
        `kinds`, rows of every kind.
        """
        carries = carried if carried is not None else {name: TABLES[name].names for name in rows}
        frames = {name: _frame(TABLES[name], rows.get(name, ())).lazy() for name in carries}
        told = {column: frozenset(codes) for column, codes in (kinds or {}).items()}
        return cls(frames, {name: frozenset(columns) for name, columns in carries.items()}, kinds=told)

    def carries(self, table: str, column: str) -> bool:
        """Whether the source can say anything in this column."""
        return column in self.carried.get(table, frozenset())

    def kinds_told(self, column: str) -> frozenset[str]:
        """The codes that rows of the source can have in a column, named `table.column`, where it does not tell all."""
        return self.kinds.get(column, frozenset())

    def tells_every_kind(self, column: str) -> bool:
        """Whether the source carries the table of a column, named `table.column`, with rows of any kind."""
        return column not in self.kinds and self.carries(*column.split("."))

    def carried_frames(self) -> dict[str, pl.DataFrame]:
        """Every carried table with the columns that are carried, and those that every row needs."""
        return {
            name: self.frame(name).select(c.name for c in TABLES[name] if c.name in carried or c.required).collect()
            for name, carried in self.carried.items()
        }

    def frame(self, table: str) -> pl.LazyFrame:
        """The rows of a table; no rows where the source does not carry it."""
        known = self.frames.get(table)
        return known if known is not None else _frame(TABLES[table], ()).lazy()


def _frame(table: Table, rows: Sequence[Mapping[str, Any]]) -> pl.DataFrame:
    columns = {column.name: [row.get(column.name) for row in rows] for column in table}
    return pl.DataFrame(columns, schema=schema_of(table))

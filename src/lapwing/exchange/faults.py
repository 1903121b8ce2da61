"""Faults in the rows of a table, and the sentences in which their owner reads of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import polars as pl
from nhs_number.validate import is_valid

from lapwing.exchange.reading import Notice
from lapwing.vocabulary.tables import Column, Personal

MOST_LISTED = 20
"""How many rows with one fault are listed one by one; the rest are counted."""

LONGEST_SHOWN = 40
"""Longer values are not shown: they are likely to be free text that slipped into another column."""

HIDDEN = "a value that is not shown here"

ROW = "row_in_file"
"""Beside the columns of a file: the row, as a spreadsheet numbers it."""

WHY = "why_set_aside"
"""Beside the columns of a row that is set aside: what it needs."""

TABLES_PAGE = "docs/reference/tables.md"


@dataclass(frozen=True)
class Fault:
    """One fault in one column, in however many rows.

    `found` holds the faulty rows in order: ROW, then the values that `has` and
    `hint` put into words. `needs` is what any such row needs; `hint` adds what would help with this one.
    """

    field: str
    found: pl.DataFrame
    has: Callable[..., str]
    needs: str
    hint: Callable[..., str] = lambda *values: ""

    @property
    def rows(self) -> pl.Series:
        return self.found[ROW]

    def notices(self, file: str) -> list[Notice]:
        """The first rows one by one, and the rest as a number."""
        listed = [
            Notice(f"{file}, row {row}", self.field, self.has(*values), self.needs + self.hint(*values))
            for row, *values in self.found.head(MOST_LISTED).iter_rows()
        ]
        more = self.found.height - len(listed)
        if more:
            has = "1 more row like these" if more == 1 else f"{more:,} more rows like these"
            listed.append(Notice(file, self.field, has, self.needs))
        return listed


def all_notices(file: str, faults: Iterable[Fault]) -> list[Notice]:
    return [notice for fault in faults for notice in fault.notices(file)]


def rows_with(faults: Iterable[Fault]) -> pl.DataFrame:
    """The rows that have any of the faults, in order, with WHY: what each of them needs."""
    said = [fault.found.select(ROW, pl.lit(f"{fault.field} {fault.needs}".strip()).alias(WHY)) for fault in faults]
    empty = pl.DataFrame(schema={ROW: pl.UInt32, WHY: pl.String})
    return pl.concat([empty, *said]).group_by(ROW).agg(pl.col(WHY).str.join("; ")).sort(ROW)


def shown(column: Column, value: str) -> str:
    """A value in quotation marks, unless showing it could name a person or say where one lives."""
    if column.personal in (Personal.NAMES, Personal.LOCATES) or is_valid(value):
        return HIDDEN
    return f"“{value}”" if len(value) <= LONGEST_SHOWN else "a long text that is not shown here"

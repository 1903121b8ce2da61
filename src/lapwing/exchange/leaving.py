"""Records on their way out: what is taken from them, and a list of every place where that was done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import polars as pl

from lapwing.exchange.belonging import CASE, with_cases
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Kind

PLACE = {"table": pl.String(), "key": pl.String(), "column": pl.String(), "why": pl.String()}
"""The columns of the list; `column` is empty where the whole row was left out."""


@dataclass
class Leaving:
    """The rows that are still to leave, by table, each beside its case."""

    frames: dict[str, pl.DataFrame]
    withheld: list[pl.DataFrame] = field(default_factory=list)

    @classmethod
    def of(cls, records: RecordSet) -> Leaving:
        carried = [name for name in TABLES if name in records.frames]
        frames = pl.collect_all([records.frame(name) for name in carried])
        return cls(with_cases(dict(zip(carried, frames, strict=True))))

    def frame(self, name: str) -> pl.DataFrame:
        """The rows of a table; none where the source does not carry it."""
        known = self.frames.get(name)
        return known if known is not None else with_cases(RecordSet.of_rows({name: ()}).carried_frames())[name]

    def leave_out(self, name: str, gone: pl.Series, why: str | None) -> None:
        """Leaves rows out; with `why`, each is listed."""
        frame = self.frames[name]
        if why is not None and gone.any():
            self._list(name, frame.filter(gone), None, why)
        self.frames[name] = frame.filter(~gone)

    def empty(self, name: str, columns: Iterable[str], where: pl.Series, why: str) -> None:
        """Empties the columns of some rows, and lists each that held something."""
        for column in columns:
            filled = where & self.frames[name][column].is_not_null()
            if filled.any():
                self._list(name, self.frames[name].filter(filled), column, why)
                kept = pl.when(~filled).then(pl.col(column)).alias(column)
                self.frames[name] = self.frames[name].with_columns(kept)

    def rewrite(self, name: str, column: str, texts: Mapping[str, str], why: str) -> None:
        """Puts other texts in the place of some, and lists each."""
        found = self.frames[name][column].is_in(list(texts)).fill_null(False)
        if found.any():
            self._list(name, self.frames[name].filter(found), column, why)
            self.frames[name] = self.frames[name].with_columns(pl.col(column).replace(texts))

    def rewrite_in_cases(self, name: str, column: str, texts: pl.DataFrame, where: pl.Series, why: str) -> None:
        """The same where what is put in place of a text depends on the case: `texts` has CASE, `text` and `told`."""
        renamed = texts.rename({"text": column})
        told = self.frames[name].join(renamed, on=[CASE, column], how="left", maintain_order="left")["told"]
        found = told.is_not_null() & where
        if found.any():
            self._list(name, self.frames[name].filter(found), column, why)
            kept = pl.when(found).then(told).otherwise(pl.col(column)).alias(column)
            self.frames[name] = self.frames[name].with_columns(kept)

    def _list(self, name: str, rows: pl.DataFrame, column: str | None, why: str) -> None:
        key = pl.col(TABLES[name].key).alias("key")
        said = [
            pl.lit(value, pl.String()).alias(place)
            for place, value in (("table", name), ("column", column), ("why", why))
        ]
        self.withheld.append(rows.select(key, *said).select(*PLACE))

    def list_of_withheld(self) -> pl.DataFrame:
        """Every place, once."""
        return pl.concat([pl.DataFrame(schema=PLACE), *self.withheld]).unique(maintain_order=True)


def texts_of(name: str) -> list[str]:
    """The columns of a table that hold text."""
    return [column.name for column in TABLES[name] if column.kind is Kind.TEXT]


def references_to(name: str, *targets: str) -> list[str]:
    """The columns of a table that name a row of one of these tables."""
    return [column.name for column in TABLES[name] if column.refers_to in targets]


def as_last_said(frame: pl.DataFrame, name: str, column: str) -> pl.DataFrame:
    """The rows in which a column was last said anything of, for each key; several where they share a moment."""
    said = frame.filter(pl.col(column).is_not_null())
    newest = pl.col("recorded_at").max().over(TABLES[name].key)
    return said.filter(newest.is_null() | (pl.col("recorded_at") == newest))

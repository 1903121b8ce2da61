"""Record tables as somebody else made them, CSV, Parquet or a frame, brought to rows of text with known columns."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import polars as pl

from lapwing.exchange.faults import ROW, TABLES_PAGE, WHY
from lapwing.exchange.reading import Notice
from lapwing.vocabulary.tables import Column, Kind, Table

BEYOND = tuple(f"beyond_the_header_{n}" for n in range(1, 9))
"""Where cells are kept that stand to the right of the last column of the header."""

_OURS = (ROW, WHY, *BEYOND)
_UNNAMED = "unnamed column"
_SET_ASIDE = "set aside"

_QUOTATION = "a cell that begins with one needs one at its end, and any inside it written twice"

_ANY_TEXT = (pl.String, pl.Categorical, pl.Enum, pl.Null)
_WHOLE_NUMBERS = (pl.Int8, pl.Int16, pl.Int32, pl.Int64, pl.UInt8, pl.UInt16, pl.UInt32, pl.UInt64)
_NUMBERS = (*_WHOLE_NUMBERS, pl.Float32, pl.Float64, pl.Decimal)

_PARQUET_TYPES: dict[Kind, tuple[type[pl.DataType], ...]] = {
    Kind.IDENTIFIER: _WHOLE_NUMBERS,
    Kind.TEXT: _WHOLE_NUMBERS,
    Kind.CODE: (),
    Kind.DATE: (pl.Date, pl.Datetime),
    Kind.MOMENT: (pl.Date, pl.Datetime),
    Kind.YES_NO: (pl.Boolean, *_WHOLE_NUMBERS),
    Kind.WHOLE: _NUMBERS,
    Kind.NUMBER: _NUMBERS,
}


class UnreadableFile(Exception):
    """A file of a folder that cannot be read as its record table; the text names it and what it needs."""


@dataclass(frozen=True)
class TextTable:
    """One file or frame as text: `rows` has ROW (as its owner numbers it) and every column of it by name."""

    table: Table
    file: str
    rows: pl.DataFrame
    doubted: list[Notice]

    @property
    def columns(self) -> list[Column]:
        """The columns of the record table that the file has, in the table's order."""
        return [column for column in self.table if column.name in self.rows.columns]


def text_table(table: Table, path: Path) -> TextTable:
    """The file as text; UnreadableFile where it has no header or lacks a column that every row needs."""
    rows = _csv_rows(path, table) if path.suffix.lower() == ".csv" else _parquet_rows(path, table)
    return TextTable(table, path.name, rows, _unknown_columns(rows, table, path.name))


# CSV


def _csv_rows(path: Path, table: Table) -> pl.DataFrame:
    names = _header(path)
    _check_columns(names, table, path.name)
    told_apart = [_told_apart(name, place) for place, name in enumerate(names, start=1)]
    try:
        rows = pl.read_csv(
            path,
            has_header=False,
            skip_rows=1,
            schema=dict.fromkeys([*told_apart, *BEYOND], pl.String()),
            row_index_name=ROW,
            row_index_offset=2,
            missing_columns="insert",
            extra_columns="ignore",
            glob=False,
        )
    except pl.exceptions.PolarsError:
        raise UnreadableFile(_why_unreadable(path)) from None
    theirs = rows.select(name for name in rows.columns if not _is_idle(rows[name]))
    return theirs.filter(~pl.all_horizontal(pl.exclude(ROW).is_null()))


def _told_apart(name: str, place: int) -> str:
    """A name for each column of the file; those that Lapwing gave to a file of rows set aside are marked."""
    if name in _OURS:
        return f"{_SET_ASIDE} {place}"
    return name or f"{_UNNAMED} {place}"


def _is_idle(column: pl.Series) -> bool:
    """Whether a column is Lapwing's own, or has neither a name nor a value."""
    return column.name.startswith(_SET_ASIDE) or (column.name.startswith(_UNNAMED) and column.is_null().all())


def _header(path: Path) -> list[str]:
    """The names in the first row, in small letters and with underscores for spaces."""
    with path.open("rb") as file:
        start = file.read(2**16)
    if not start.strip(b"\xef\xbb\xbf \r\n"):
        raise UnreadableFile(f"{path.name} is empty; it needs a first row with the names of its columns.")
    try:
        # Cut at a line's end, so that no letter is cut in two.
        text = start[: start.rfind(b"\n") + 1 or None].decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableFile(_why_unreadable(path)) from None
    first = next(csv.reader(io.StringIO(text, newline="")), [])
    if "\r" in text.split("\n", 1)[0].rstrip("\r"):
        raise UnreadableFile(f"{path.name} ends its lines as old Macintosh programs did; save it as “CSV UTF-8”.")
    return ["_".join(name.split()).lower() for name in first]


def _check_columns(names: list[str], table: Table, file: str) -> None:
    known = [name for name in names if name in table.names]
    if not known:
        raise UnreadableFile(f"{file} has no column of the table {table.name} in its first row{_separator(names)}.")
    twice = sorted({name for name in names if name and names.count(name) > 1})
    if twice:
        raise UnreadableFile(f"{file} has the column {' and '.join(twice)} more than once; it needs each once.")
    missing = _missing(names, table)
    if missing:
        raise UnreadableFile(f"{file} has the columns {', '.join(known)}; it also needs {' and '.join(missing)}.")


def _missing(names: list[str], table: Table) -> list[str]:
    missing = [name for name in table.required if name not in names]
    belongs = "child_id" in names or "pregnancy_id" in names
    return missing if belongs or not table.reaches_through_pregnancy else [*missing, "child_id or pregnancy_id"]


def _separator(names: list[str]) -> str:
    for sign, word in ((";", "semicolons"), ("\t", "tabs"), ("|", "bars")):
        if len(names) == 1 and sign in names[0].strip():
            return f", which is divided by {word}; it needs commas"
    return f"; it needs the names of columns there, as {TABLES_PAGE} lists them"


def _why_unreadable(path: Path) -> str:
    """What stops the file from being read, found by going through it line by line."""
    with path.open("rb") as file:
        if file.read(2) in (b"\xff\xfe", b"\xfe\xff"):
            return f"{path.name} is UTF-16 text; save it as “CSV UTF-8”."
        file.seek(0)
        for number, line in enumerate(file, start=1):
            try:
                line.decode()
            except UnicodeDecodeError:
                return f"{path.name}, line {number}: has a letter that is not UTF-8; save the file as “CSV UTF-8”."
    return f"{path.name}, {_stray_quotation_mark(path)}: has a quotation mark out of place; {_QUOTATION}."


def _stray_quotation_mark(path: Path) -> str:
    row = 0
    with path.open(encoding="utf-8-sig", newline="") as file:
        try:
            for row, _ in enumerate(csv.reader(file, strict=True), start=1):  # noqa: B007
                pass
        except csv.Error:
            return f"row {row + 1}"
    return "in a row that cannot be told"


# Parquet and frames


def frame_table(table: Table, frame: pl.DataFrame) -> TextTable:
    """A frame as text, its rows counted from 0; UnreadableFile where a column is lacking or of a wrong type."""
    if not set(frame.columns) & set(table.names):
        raise UnreadableFile(f"{table.name} has no column of that table; {TABLES_PAGE} lists them.")
    rows = _typed_rows(frame, table, table.name, first=0)
    return TextTable(table, table.name, rows, _unknown_columns(rows, table, table.name))


def _parquet_rows(path: Path, table: Table) -> pl.DataFrame:
    try:
        frame = pl.read_parquet(path, glob=False)
    except pl.exceptions.PolarsError:
        raise UnreadableFile(f"{path.name} is not a whole Parquet file; write it again.") from None
    return _typed_rows(frame, table, path.name, first=1)


def _typed_rows(frame: pl.DataFrame, table: Table, file: str, first: int) -> pl.DataFrame:
    _check_columns(frame.columns, table, file)
    wrong = [_wrong_type(table.column(name), kind) for name, kind in frame.schema.items() if name in table.names]
    if any(wrong):
        raise UnreadableFile(f"{file} has {' and '.join(filter(None, wrong))}.")
    own = frame.drop(_OURS, strict=False)
    return own.select(_as_text(*column) for column in own.schema.items()).with_row_index(ROW, offset=first)


def _wrong_type(column: Column, found: pl.DataType) -> str:
    if isinstance(found, (*_ANY_TEXT, *_PARQUET_TYPES[column.kind])):
        return ""
    return f"{found} values in {column.name}, which needs {column.kind.value} values or text"


def _as_text(name: str, kind: pl.DataType) -> pl.Expr:
    column = pl.col(name)
    if kind.is_nested() or kind in (pl.Binary, pl.Object):
        return pl.lit(None, pl.String).alias(name)
    if isinstance(kind, pl.Datetime):
        local = column.dt.convert_time_zone("Europe/London").dt.replace_time_zone(None) if kind.time_zone else column
        return local.dt.to_string("%Y-%m-%dT%H:%M:%S%.6f")
    return column.dt.to_string("%Y-%m-%d") if isinstance(kind, pl.Date) else column.cast(pl.String)


# Columns that no record table has


def _unknown_columns(rows: pl.DataFrame, table: Table, file: str) -> list[Notice]:
    unknown = [name for name in rows.columns if name not in (*table.names, *BEYOND, ROW)]
    return [Notice(file, name, f"a column that {table.name} does not have", _meant(name, table)) for name in unknown]


def _meant(name: str, table: Table) -> str:
    near = get_close_matches(name, table.names, n=1)
    return f"needs the name {near[0]} if that is what it is, and is left out" if near else "it is left out"

"""The files of a Standard Safeguarding Dataset as rows of text, under the names of the specification."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import polars as pl

from lapwing.exchange.faults import MOST_LISTED, ROW
from lapwing.exchange.folder import is_beside
from lapwing.exchange.reading import Notice, Progress, UnusableSource
from lapwing.exchange.safeguarding_dataset_aliases import ALIASES, NOT_KEPT, UNREAD, is_table, table_called
from lapwing.exchange.safeguarding_dataset_tables import SOURCES, columns_read

KINDS = (".csv", ".parquet", ".json")
EMPTY = ("", "NULL", "PLACEHOLDER_DATA", "SSD_PH")
"""What stands where there is nothing, the last two in what no system fills yet."""
ELSEWHERE = r"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"


@dataclass
class Dataset:
    """The tables of a dataset by name, each with ROW and the columns that are looked at, all of them text.

    `others` are tables that are known and not read, `unusable` those that have rows and none that can be used.
    """

    tables: dict[str, pl.DataFrame] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)
    unusable: set[str] = field(default_factory=set)
    skipped: list[Notice] = field(default_factory=list)
    doubted: list[Notice] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def place(self, table: str, row: object) -> str:
        """Where a row is, as its owner would look it up."""
        file = self.files[table]
        return f"{file}, {table} {row}" if file.lower().endswith(".json") else f"{file}, row {row}"

    def tells_of(self, table: str) -> bool:
        """Whether a table is there, so that what is not in it did not happen."""
        return table in self.tables and table not in self.unusable

    def doubt(self, table: str, rows: pl.Series, column: str, has: Sequence[str], needs: str) -> None:
        """Doubts a value in each of some rows; the first are listed, the rest counted."""
        self.doubted += self._notices(table, rows, column, has, needs)

    def set_aside(self, table: str, rows: pl.Series, column: str, has: str, needs: str) -> None:
        """Tells of rows that are set aside; the first are listed, the rest counted."""
        self.skipped += self._notices(table, rows, column, [has] * len(rows), needs)

    def set_aside_all(self, table: str, column: str, height: int) -> None:
        """Tells of a table none of whose rows can be used, because it lacks a column."""
        if height:
            needs = f"needs it in every row; all {height:,} {'row was' if height == 1 else 'rows were'} set aside"
            self.skipped.append(Notice(self.files[table], column, "no such column", needs))

    def _notices(self, table: str, rows: pl.Series, column: str, has: Sequence[str], needs: str) -> list[Notice]:
        listed = [Notice(self.place(table, row), column, one, needs) for row, one in zip(rows, has, strict=True)]
        more = len(listed) - MOST_LISTED
        if more <= 0:
            return listed
        rest = "1 more row like these" if more == 1 else f"{more:,} more rows like these"
        return [*listed[:MOST_LISTED], Notice(self.files[table], column, rest, needs)]


def read_files(path: Path, progress: Progress | None = None) -> Dataset:
    """The dataset in a folder, or in one file; UnusableSource where a file cannot be read at all."""
    dataset = Dataset()
    files = _files(path)
    for place, file in enumerate(files, start=1):
        try:
            _take_file(dataset, file)
        except OSError as error:
            raise UnusableSource(f"{file} cannot be opened ({error.strerror or error}).") from None
        if progress is not None:
            progress(place / len(files))
    if not dataset.tables:
        raise UnusableSource(f"{path} holds no table of the Standard Safeguarding Dataset that Lapwing reads.")
    return dataset


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    entries = sorted(entry for entry in path.iterdir() if not is_beside(entry.name))
    return [entry for entry in entries if entry.suffix.lower() in KINDS and is_table(entry.stem)]


def _take_file(dataset: Dataset, file: Path) -> None:
    match file.suffix.lower():
        case ".json":
            for name, frame in _json_tables(file).items():
                _take(dataset, name, file, frame)
        case ".csv":
            _take(dataset, table_called(file.stem), file, _csv(file, dataset))
        case ".parquet":
            _take(dataset, table_called(file.stem), file, _parquet(file))
        case _:
            raise UnusableSource(f"{file} is not CSV, Parquet or JSON, which the dataset comes in.")


def _take(dataset: Dataset, name: str, file: Path, frame: pl.DataFrame) -> None:
    if name not in SOURCES:
        _tell_of_table(dataset, name, file.name)
        return
    if name in dataset.tables:
        raise UnusableSource(
            f"{file}: {name} stands in {dataset.files[name]} already; the dataset needs each table once."
        )
    if not frame.width:  # a list without a row says nothing of columns
        return
    dataset.files[name] = file.name
    renamed = frame.rename(_names(name, frame.columns, file.name, dataset))
    wanted = [column for column in columns_read(name) if column in renamed.columns]
    if not wanted:
        raise UnusableSource(
            f"{file} has none of the columns of {name}; it needs {', '.join(list(columns_read(name))[:3])} ..."
        )
    text = renamed.select(_cleaned(column) for column in wanted)
    start = 2 if file.suffix.lower() == ".csv" else 1
    rows = text.with_row_index(ROW, offset=start)
    dataset.tables[name] = rows.filter(~pl.all_horizontal(pl.exclude(ROW).is_null()))


def _tell_of_table(dataset: Dataset, name: str, file: str) -> None:
    if name in NOT_KEPT:
        dataset.others.append(name)
        return
    near = get_close_matches(name, [*SOURCES, *NOT_KEPT], n=1)
    meant = f"needs the name {near[0]} if that is what it is, and is left out" if near else "it is left out"
    dataset.skipped.append(Notice(file, name, "a table that the dataset does not have", meant))


def _cleaned(column: str) -> pl.Expr:
    """The text of a cell; whole numbers without the ".0" that programs add to a column with empty cells."""
    bare = pl.col(column).str.strip_chars().str.replace(r"^([0-9]+)\.0+$", "$1")
    day = pl.when(bare.str.contains(ELSEWHERE)).then(_day_here(bare)).otherwise(bare)
    return pl.when(~bare.str.to_uppercase().is_in(EMPTY)).then(day).alias(column)


def _day_here(moment: pl.Expr) -> pl.Expr:
    """The day on the clocks of England of a moment that names its offset, such as midnight in summer in UTC."""
    offset = moment.str.replace(" ", "T", literal=True).str.replace("Z$", "+00:00")
    read = offset.str.to_datetime("%Y-%m-%dT%H:%M:%S%.f%:z", strict=False, time_unit="us", time_zone="Europe/London")
    return pl.coalesce(read.dt.to_string("%Y-%m-%d"), moment)


def _names(table: str, columns: list[str], file: str, dataset: Dataset) -> dict[str, str]:
    """The specification's name for each column of a file; a second column of the same name is left as it is."""
    known, names, taken = columns_read(table), {}, set(columns)
    for column in columns:
        name = _name(table, "_".join(column.split()).lower(), known)
        if name is not None and name != column and name not in taken:
            names[column] = name
            taken.add(name)
        elif name is None:
            _tell_of_column(dataset, table, column, file)
    return names


def _tell_of_column(dataset: Dataset, table: str, column: str, file: str) -> None:
    known, unread = columns_read(table), UNREAD.get(table, "").split()
    bare = "_".join(column.split()).lower()
    if bare in unread or f"{_prefix(known)}{bare}" in unread or bare in ALIASES.get(table, ()):
        return
    near = get_close_matches(bare, [*known, *unread], n=1)
    meant = f"needs the name {near[0]} if that is what it is, and is left out" if near else "it is left out"
    dataset.skipped.append(Notice(file, column, f"a column that {table} does not have", meant))


def _name(table: str, column: str, known: dict[str, None]) -> str | None:
    aliases = ALIASES.get(table, {})
    if column in known or column in aliases:
        return aliases.get(column, column)
    with_prefix = f"{_prefix(known)}{column}"
    return with_prefix if with_prefix in known else None


def _prefix(known: dict[str, None]) -> str:
    """What the columns of a table begin with, such as "pers_"."""
    return next(iter(known)).split("_")[0] + "_"


# Files of each kind


def _csv(path: Path, dataset: Dataset) -> pl.DataFrame:
    raw = path.read_bytes()
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnusableSource(f"{path} is UTF-16 text; save it as “CSV UTF-8”.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
        dataset.notes.append(f"{path.name} is not UTF-8; it was read as Western European (Windows).")
    if not text.strip():
        raise UnusableSource(f"{path} is empty; it needs a first row with the names of its columns.")
    try:
        return pl.read_csv(io.StringIO(text), infer_schema=False, truncate_ragged_lines=False)
    except pl.exceptions.PolarsError:
        raise UnusableSource(
            f"{path} is not a whole CSV file: a row has more cells than the first, or a quotation mark is out of "
            "place. Export it again."
        ) from None


def _parquet(path: Path) -> pl.DataFrame:
    try:
        frame = pl.read_parquet(path, glob=False)
    except pl.exceptions.PolarsError:
        raise UnusableSource(f"{path} is not a whole Parquet file; write it again.") from None
    return frame.select(_text(name, kind) for name, kind in frame.schema.items())


def _text(name: str, kind: pl.DataType) -> pl.Expr:
    column = pl.col(name)
    if isinstance(kind, pl.Datetime) and kind.time_zone:
        column = column.dt.convert_time_zone("Europe/London")
    if isinstance(kind, pl.Date | pl.Datetime):
        return column.dt.to_string("%Y-%m-%d")
    return pl.lit(None, pl.String).alias(name) if kind.is_nested() else column.cast(pl.String)


def _json_tables(path: Path) -> dict[str, pl.DataFrame]:
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError):
        raise UnusableSource(f"{path} is JSON that is not whole. Export it again.") from None
    if isinstance(content, list):
        content = {path.stem: content}
    if not isinstance(content, dict):
        raise UnusableSource(f"{path} needs the names of tables, each with a list of rows.")
    return {
        table_called(str(name)): _json_frame(path, str(name), rows)
        for name, rows in content.items()
        if isinstance(rows, list) or is_table(str(name))
    }


def _json_frame(path: Path, name: str, rows: Any) -> pl.DataFrame:
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise UnusableSource(f"{path}: {name} needs a list of rows, each with its columns by name.")
    columns = dict.fromkeys(str(column) for row in rows for column in row)
    values = {column: [_as_text(row.get(column)) for row in rows] for column in columns}
    return pl.DataFrame(values, schema=dict.fromkeys(columns, pl.String()))


def _as_text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "Y" if value else "N"
    return json.dumps(value) if isinstance(value, dict | list) else str(value)

"""The files of a Standard Safeguarding Dataset as rows of text, under the names of the specification."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import polars as pl

from lapwing.exchange.faults import ROW
from lapwing.exchange.folder import is_beside
from lapwing.exchange.reading import Notice, Progress, UnusableSource
from lapwing.exchange.safeguarding_dataset_tables import ALIASES, PREFIX, SOURCES, columns_read

KINDS = (".csv", ".parquet", ".json")
EMPTY = ("", "NULL", "null")


@dataclass
class Dataset:
    """The tables of a dataset by name, each with ROW and the columns that are looked at, all of them text."""

    tables: dict[str, pl.DataFrame] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)
    skipped: list[Notice] = field(default_factory=list)
    doubted: list[Notice] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def place(self, table: str, row: object) -> str:
        """Where a row is, as its owner would look it up."""
        file = self.files[table]
        return f"{file}, {table} {row}" if file.endswith(".json") else f"{file}, row {row}"


def read_files(path: Path, progress: Progress | None = None) -> Dataset:
    """The dataset in a folder, or in one file; UnusableSource where a file cannot be read at all."""
    dataset = Dataset()
    files = _files(path)
    for place, file in enumerate(files, start=1):
        if file.suffix.lower() == ".json":
            for name, frame in _json_tables(file).items():
                _take(dataset, name, file, frame)
        else:
            frame = _csv(file, dataset) if file.suffix.lower() == ".csv" else _parquet(file)
            _take(dataset, file.stem.lower(), file, frame)
        if progress is not None:
            progress(place / len(files))
    if not dataset.tables:
        raise UnusableSource(f"{path} holds no table of the Standard Safeguarding Dataset that Lapwing reads.")
    return dataset


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    entries = sorted(entry for entry in path.iterdir() if not is_beside(entry.name))
    return [entry for entry in entries if entry.suffix.lower() in KINDS and entry.name.lower().startswith(PREFIX)]


def _take(dataset: Dataset, name: str, file: Path, frame: pl.DataFrame) -> None:
    if name not in SOURCES:
        dataset.others.append(name)
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
    start = 1 if file.suffix.lower() == ".json" else 2 if file.suffix.lower() == ".csv" else 1
    rows = text.with_row_index(ROW, offset=start)
    dataset.tables[name] = rows.filter(~pl.all_horizontal(pl.exclude(ROW).is_null()))


def _cleaned(column: str) -> pl.Expr:
    bare = pl.col(column).str.strip_chars()
    return pl.when(~bare.is_in(EMPTY)).then(bare).alias(column)


def _names(table: str, columns: list[str], file: str, dataset: Dataset) -> dict[str, str]:
    """The specification's name for each column of a file; a second column of the same name is left as it is."""
    known, names, taken = columns_read(table), {}, set(columns)
    for column in columns:
        name = _name(table, "_".join(column.split()).lower(), known)
        if name is not None and name != column and name not in taken:
            names[column] = name
            taken.add(name)
        elif name is None and not column.lower().startswith(_prefix(known)):
            near = get_close_matches(column.lower(), known, n=1)
            meant = f"needs the name {near[0]} if that is what it is, and is left out" if near else "it is left out"
            dataset.skipped.append(Notice(file, column, f"a column that {table} does not have", meant))
    return names


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
    if isinstance(kind, pl.Date | pl.Datetime):
        return pl.col(name).dt.to_string("%Y-%m-%d")
    return pl.lit(None, pl.String).alias(name) if kind.is_nested() else pl.col(name).cast(pl.String)


def _json_tables(path: Path) -> dict[str, pl.DataFrame]:
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError):
        raise UnusableSource(f"{path} is JSON that is not whole. Export it again.") from None
    if isinstance(content, list):
        content = {path.stem: content}
    if not isinstance(content, dict):
        raise UnusableSource(f"{path} needs the names of tables, each with a list of rows.")
    return {str(name).lower(): _json_frame(path, str(name), rows) for name, rows in content.items()}


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

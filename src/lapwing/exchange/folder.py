"""A folder of record tables: one file a table, as CSV or as Parquet, to and from a record set."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path

import polars as pl

from lapwing.exchange.checked_tables import CheckedTable, checked_table
from lapwing.exchange.faults import TABLES_PAGE, all_notices
from lapwing.exchange.manifest import HOLDS, NAME, FileKind, Manifest, Written, load_manifest, vocabulary_now
from lapwing.exchange.reading import Progress, Reading, UnusableSource
from lapwing.exchange.references import check_references
from lapwing.exchange.text_tables import UnreadableFile, text_table
from lapwing.vocabulary.record_set import DTYPES, RecordSet, schema_of
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Table

SET_ASIDE = "set_aside"
"""The folder, within a folder of record tables, that keeps the rows a source had and its tables do not."""

_TABLE_FILES = (".csv", ".parquet")
_OTHER_RECORDS = (".tsv", ".txt", ".xlsx", ".xls", ".ods", ".json", ".jsonl", ".xml", ".zip")


@dataclass
class FolderReading(Reading):
    """A folder of record tables as it was read.

    `set_aside` holds, by table, the rows that were skipped: which row, why, and the file's own columns in its
    own words, so that they can be put right and given again.
    """

    set_aside: dict[str, pl.DataFrame] = field(default_factory=dict)


def read_folder(path: Path, progress: Progress | None = None) -> FolderReading:
    """The record tables in a folder, each row checked unless Lapwing itself wrote it there.

    UnusableSource names, all at once, every file that is not a record table or cannot be read as one.
    Faulty rows are set aside and listed; the rest is kept.
    """
    files, others = _files(path)
    written = load_manifest(path)
    tell = progress or (lambda share: None)
    reading = _trusted_reading(path, files, written) if written else None
    if reading is None:
        reading = _checked_reading(path, files, tell)
        if written:
            reading.records = replace(reading.records, kinds=written.kinds, delivered=written.delivered)
            reading.notes += _changed(written, files)
    reading.notes += [f"{name} was not read." for name in others]
    if (path / SET_ASIDE).is_dir():
        reading.notes.append(f"{SET_ASIDE} holds rows of an earlier source, which are not among the tables.")
    tell(1.0)
    return reading


# Which files


def is_beside(name: str) -> bool:
    """Whether a file or folder of that name may stand in a folder of record tables without being one."""
    return name.startswith((".", "report.")) or name.upper().startswith("README") or name in (NAME, SET_ASIDE)


def _files(path: Path) -> tuple[dict[str, Path], list[str]]:
    """The files by table, and the names of what else is there."""
    if not path.is_dir():
        raise UnusableSource(f"{path} is not a folder; give the folder that holds the record tables.")
    entries = sorted(entry for entry in path.iterdir() if not is_beside(entry.name))
    files = [entry for entry in entries if entry.suffix.lower() in (*_TABLE_FILES, *_OTHER_RECORDS)]
    troubles = [trouble for entry in files if (trouble := _not_a_table(entry))]
    by_table: dict[str, Path] = {}
    for entry in files:
        other = by_table.setdefault(entry.stem.lower(), entry)
        if other is not entry and not _not_a_table(entry):
            troubles.append(f"{other.name} and {entry.name} are the same table; it needs one of them.")
    if not by_table and not troubles:
        troubles.append(f"{path.name} holds no record tables; the list of tables is in {TABLES_PAGE}.")
    refuse(path, troubles)
    return by_table, [entry.name for entry in entries if entry not in files]


def _not_a_table(entry: Path) -> str:
    if entry.stem.lower() in TABLES and entry.suffix.lower() in _TABLE_FILES:
        return "" if entry.is_file() else f"{entry.name} is a folder; it needs to be one file."
    if entry.stem.lower() in TABLES:
        return f"{entry.name} is neither CSV nor Parquet; save it as {entry.stem}.csv."
    near = get_close_matches(entry.stem.lower(), TABLES, n=1)
    nearest = f" The nearest is {near[0]}." if near else ""
    return f"{entry.name} is not named after a record table.{nearest} The list of tables is in {TABLES_PAGE}."


def refuse(path: Path, troubles: list[str]) -> None:
    """Says all that keeps a source from being read, where anything does."""
    if len(troubles) == 1:
        raise UnusableSource(f"{path}: {troubles[0]}")
    if troubles:
        listed = "\n".join(f"- {trouble}" for trouble in troubles)
        raise UnusableSource(f"{path} has {len(troubles)} things to put right:\n{listed}")


# What Lapwing wrote


def _trusted_reading(path: Path, files: Mapping[str, Path], written: Manifest) -> FolderReading | None:
    """The tables as they stand, unread; None where anything is not as Lapwing wrote it."""
    as_written = written.kind == "parquet" and written.vocabulary == vocabulary_now() and written.is_whole(path)
    if not as_written or written.files != {file.name for file in files.values()}:
        return None
    scans = {name: pl.scan_parquet(files[name], glob=False) for name in written.tables}
    if not all(_is_as_written(TABLES[name], scans[name], one) for name, one in written.tables.items()):
        return None
    frames = {name: _with_all_columns(TABLES[name], scan) for name, scan in scans.items()}
    carried = {name: frozenset(one.columns) for name, one in written.tables.items()}
    rows = {name: one.rows for name, one in written.tables.items()}
    return _reading(path, RecordSet(frames, carried, written.versioned, written.kinds, written.delivered), rows)


def _is_as_written(table: Table, scan: pl.LazyFrame, one: Written) -> bool:
    try:
        found, rows = scan.collect_schema(), scan.select(pl.len()).collect().item()
    except pl.exceptions.PolarsError:
        return False
    needed = schema_of(table)
    return (
        rows == one.rows and set(found) >= set(one.columns) and all(needed.get(name) == found[name] for name in found)
    )


def _with_all_columns(table: Table, frame: pl.LazyFrame) -> pl.LazyFrame:
    present = frame.collect_schema().names()
    return frame.select(
        pl.col(column.name) if column.name in present else pl.lit(None, DTYPES[column.kind]).alias(column.name)
        for column in table
    )


def _changed(written: Manifest, files: Mapping[str, Path]) -> list[str]:
    gone = sorted(written.files - {file.name for file in files.values()})
    notes = [f"{NAME} lists {name}, which is not there." for name in gone]
    if written.kind == "parquet":
        notes.append("The folder is not as Lapwing wrote it, so every row was checked.")
    return notes


# What somebody else wrote


def _checked_reading(path: Path, files: Mapping[str, Path], progress: Progress) -> FolderReading:
    return reading_of(path, _checked_tables(path, files, progress))


def reading_of(path: Path, tables: Mapping[str, CheckedTable]) -> FolderReading:
    """What checked tables come to together: references between them, and what was skipped and doubted."""
    check_references(tables)
    reading = _reading(path, _record_set(tables), {name: one.rows.height for name, one in tables.items()})
    for name, checked in tables.items():
        reading.skipped += all_notices(checked.file, checked.faults)
        reading.doubted += [*checked.source.doubted, *all_notices(checked.file, checked.doubts)]
        if checked.faults:
            reading.set_aside[name] = checked.put_aside
            reading.notes.append(_how_many(checked, reading.set_aside[name].height))
    return reading


def _checked_tables(path: Path, files: Mapping[str, Path], progress: Progress) -> dict[str, CheckedTable]:
    """Every file checked by itself; UnusableSource tells of all that cannot be read."""
    size = sum(file.stat().st_size for file in files.values())
    tables, troubles, done = {}, [], 0
    for name, table in TABLES.items():
        if name not in files:
            continue
        try:
            tables[name] = checked_table(text_table(table, files[name]))
        except UnreadableFile as trouble:
            troubles.append(str(trouble))
        except PermissionError:
            troubles.append(f"{files[name].name} may not be read; ask for permission to read it.")
        done += files[name].stat().st_size
        progress(done / size if size else 1.0)
    refuse(path, troubles)
    return tables


def _record_set(tables: Mapping[str, CheckedTable]) -> RecordSet:
    carried = {name: frozenset(column.name for column in one.source.columns) for name, one in tables.items()}
    versioned = frozenset(name for name, one in tables.items() if one.rows[one.table.key].is_duplicated().any())
    return RecordSet({name: one.sound for name, one in tables.items()}, carried, versioned)


def _reading(path: Path, records: RecordSet, rows: Mapping[str, int]) -> FolderReading:
    return FolderReading(path, HOLDS, records, Counter(rows))


def _how_many(checked: CheckedTable, aside: int) -> str:
    return f"{checked.file}: {aside:,} of {checked.source.rows.height:,} rows set aside."


# Writing


class CannotWrite(Exception):
    """A place where the tables are not to be written; the text says what is there and what to do."""


def write_folder(
    records: RecordSet, path: Path, kind: FileKind = "parquet", set_aside: Mapping[str, pl.DataFrame] | None = None
) -> None:
    """Write every carried table, with the columns that are carried, as a folder.

    The same content gives the same bytes. The folder appears, or takes the place of one that Lapwing wrote
    before, only once it is whole; a new one may be opened by its owner alone. `set_aside` are rows that a
    source had and the tables do not (FolderReading.set_aside): they go into a folder of that name, as CSV.
    CannotWrite where other files are in the way.
    """
    path = path.resolve()
    try:
        check_nothing_in_the_way(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{path.name}-", dir=path.parent) as beside:
            fresh, old = Path(beside) / "fresh", Path(beside) / "old"
            fresh.mkdir(mode=0o700)
            _write_tables(records, fresh, kind)
            _write_set_aside(set_aside or {}, fresh)
            _put_in_place(fresh, path, old)
    except OSError as error:
        raise CannotWrite(
            f"{path} cannot be written ({error.strerror or error}). Nothing there was changed."
        ) from error


def check_nothing_in_the_way(path: Path) -> None:
    """CannotWrite where tables cannot be written to a folder, since a file or what is not Lapwing's stands there."""
    if path.is_file():
        raise CannotWrite(f"{path} is a file; give the name of a folder.")
    written = load_manifest(path)
    ours = written.files if written else frozenset()
    entries = sorted(entry.name for entry in path.iterdir()) if path.is_dir() else []
    others = [name for name in entries if name not in ours and not is_beside(name)]
    if others:
        some = ", ".join(others[:3]) + (f" and {len(others) - 3} more" if len(others) > 3 else "")
        raise CannotWrite(f"{path} holds what Lapwing did not write there ({some}); give the name of a new folder.")


def _write_tables(records: RecordSet, folder: Path, kind: FileKind) -> None:
    tables, versioned = {}, set()
    for name, table in TABLES.items():
        if name not in records.carried:
            continue
        carried = records.carried[name]
        rows = _in_order(records.frame(name), table)
        if (rows[table.key] == rows[table.key].shift()).any():
            versioned.add(name)
        file = folder / f"{name}.{kind}"
        _write_rows(rows.select(c.name for c in table if c.name in carried or c.required), file)
        columns = tuple(column for column in table.names if column in carried)
        tables[name] = Written(rows.height, file.stat().st_size, columns)
    told = (dict(records.kinds), dict(records.delivered))
    Manifest(kind, tables, frozenset(versioned), vocabulary_now(), *told).save(folder)


def _in_order(frame: pl.LazyFrame, table: Table) -> pl.DataFrame:
    return frame.sort(table.key, "recorded_at", maintain_order=True).collect()


def _write_rows(rows: pl.DataFrame, file: Path) -> None:
    if file.suffix == ".parquet":
        rows.write_parquet(file, compression="zstd", compression_level=3, row_group_size=2**18)
    else:
        # The mark at the start makes spreadsheet programs read the letters of names aright.
        rows.write_csv(file, include_bom=True, datetime_format="%Y-%m-%dT%H:%M:%S%.f")


def _write_set_aside(set_aside: Mapping[str, pl.DataFrame], folder: Path) -> None:
    for name, rows in set_aside.items():
        (folder / SET_ASIDE).mkdir(exist_ok=True)
        _write_rows(rows, folder / SET_ASIDE / f"{name}.csv")


def _put_in_place(fresh: Path, path: Path, old: Path) -> None:
    """Move the fresh folder to its place, and what stood there out of it, but for files beside the tables."""
    if not path.exists():
        fresh.rename(path)
        return
    shutil.copymode(path, fresh)
    path.rename(old)
    try:
        fresh.rename(path)
    except OSError:
        old.rename(path)
        raise
    for entry in old.iterdir():
        if is_beside(entry.name) and entry.name not in (NAME, SET_ASIDE):
            entry.rename(path / entry.name)

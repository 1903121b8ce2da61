"""The Standard Safeguarding Dataset as record tables: a folder of CSV, Parquet or JSON files, or one JSON file.

Keys are the dataset's own, so they are the same from run to run; a child is the person's key. What the
specification has and the files at hand do not, or hold nowhere, is not carried.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import polars as pl

from lapwing.exchange.faults import ROW
from lapwing.exchange.reading import Notice, Progress, Reading
from lapwing.exchange.safeguarding_dataset_aliases import NOT_KEPT
from lapwing.exchange.safeguarding_dataset_children import children_of
from lapwing.exchange.safeguarding_dataset_factors import concerns_of
from lapwing.exchange.safeguarding_dataset_files import Dataset, read_files
from lapwing.exchange.safeguarding_dataset_rows import Taken, rows_of
from lapwing.exchange.safeguarding_dataset_tables import TARGETS, kinds_given
from lapwing.vocabulary.record_set import RecordSet, schema_of
from lapwing.vocabulary.records import TABLES

FORMAT = "Standard Safeguarding Dataset"
NOTES = (
    "The dataset names no father and no partner, and a mother only where it was filled with her.",
    "It holds no reasons, contributions, actions, hand-overs or observations: what needs them is answered as cannot tell.",
    "It says when things happened and not when they were recorded.",
    "A factor is kept as a concern of the day its assessment was authorised; one that is not there may not have been considered.",
    "An expected date is not dated itself: where two extracts give different ones, both stand until a person says which.",
)

LATER = {"expected_date": ("superseded_on",)}
"""What only bringing two extracts together can tell, and must not be lost when they are written."""


def read_safeguarding_dataset(path: Path, progress: Progress | None = None) -> Reading:
    """Read a dataset; rows without a key or a child are set aside, values that cannot be used left out and doubted.

    UnusableSource where a file cannot be read at all, or nothing in it belongs to the dataset.
    """
    dataset = read_files(path, progress)
    taken = Taken(dataset)
    for target in TARGETS:
        if target.source in dataset.tables:
            taken.add(target, rows_of(target, dataset))
    concerns_of(dataset, taken)
    children_of(dataset, taken)
    _settle_references(taken)
    read = Counter({name: frame.height for name, frame in dataset.tables.items()})
    notes = [*dataset.notes, *NOTES, *_not_kept(dataset)]
    return Reading(path, FORMAT, _record_set(taken), read, dataset.skipped, dataset.doubted, notes)


def _not_kept(dataset: Dataset) -> list[str]:
    whys = [f"{name} ({NOT_KEPT[name]})" for name in sorted(set(dataset.others))]
    return [f"Not read: {', '.join(whys)}."] if whys else []


def _settle_references(taken: Taken) -> None:
    """Whoever is named and has no row gets one with the key alone; any other key that leads nowhere is left out."""
    for name in ("practitioner", "person"):
        _name_the_unlisted(taken, name)
    for table in list(taken.frames):
        for column in TABLES[table]:
            known = taken.frames.get(column.refers_to or "")
            if column.refers_to and column.name in taken.frames[table].columns and column.refers_to != table:
                _leave_out_dangling(taken, table, column.name, column.refers_to, known)


def _name_the_unlisted(taken: Taken, name: str) -> None:
    key = TABLES[name].key
    named = [
        frame.select(pl.col(column.name).alias(key))
        for table, frame in taken.frames.items()
        for column in TABLES[table]
        if column.refers_to == name and column.name in frame.columns
    ]
    if not named:
        return
    listed = taken.frames.get(name, pl.DataFrame(schema={key: pl.String()}))
    missing = pl.concat(named).drop_nulls().unique(maintain_order=True).join(listed, on=key, how="anti")
    if missing.height:
        taken.frames[name] = pl.concat([listed, missing], how="diagonal")
        taken.columns.setdefault(name, set()).add(key)


def _leave_out_dangling(taken: Taken, table: str, column: str, refers_to: str, known: pl.DataFrame | None) -> None:
    frame = taken.frames[table]
    keys = known[TABLES[refers_to].key] if known is not None else pl.Series([], dtype=pl.String)
    dangling = pl.col(column).is_not_null() & ~pl.col(column).is_in(keys.implode())
    count = frame.select(dangling.sum()).item()
    if count:
        needs = f"needs a key of {refers_to}; left out of {count:,} {'row' if count == 1 else 'rows'}"
        taken.dataset.doubted.append(Notice(table, column, "keys that lead nowhere", needs))
        taken.frames[table] = frame.with_columns(pl.when(~dangling).then(pl.col(column)).alias(column))


def _record_set(taken: Taken) -> RecordSet:
    frames, carried = {}, {}
    for name in (name for name in TABLES if name in taken.frames):
        frame = taken.frames[name].drop(ROW, strict=False).with_columns(pl.lit(FORMAT).alias("source_system"))
        carried[name] = _carried(name, frame, taken)
        frames[name] = frame.select(
            pl.col(column).cast(kind) if column in frame.columns else pl.lit(None, kind).alias(column)
            for column, kind in schema_of(TABLES[name]).items()
        ).lazy()
    return RecordSet(frames, carried, kinds=_kinds(taken))


def _kinds(taken: Taken) -> dict[str, frozenset[str]]:
    """The kinds of row that the tables at hand can have."""
    kinds: dict[str, frozenset[str]] = {}
    for target in TARGETS:
        for column, codes in kinds_given(target).items():
            told = codes if taken.dataset.tells_of(target.source) else frozenset()
            kinds[column] = kinds.get(column, frozenset()) | told
    return {column: codes for column, codes in kinds.items() if column.split(".")[0] in taken.frames}


def _carried(name: str, frame: pl.DataFrame, taken: Taken) -> frozenset[str]:
    """The columns in which something stands for every file that fills the table."""
    silent = taken.lacking.get(name, set())
    given = [column for column in taken.columns[name] if column in frame.columns and column not in silent]
    told = {column for column in given if not frame.height or frame[column].is_not_null().any()}
    return frozenset({*told, TABLES[name].key, "source_system", *LATER.get(name, ())})

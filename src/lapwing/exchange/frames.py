"""Record tables that somebody holds as frames: looked at as closely as those of a folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import narwhals as nw
import polars as pl

from lapwing.exchange.checked_tables import CheckedTable, checked_table
from lapwing.exchange.faults import TABLES_PAGE
from lapwing.exchange.folder import FolderReading, reading_of, refuse
from lapwing.exchange.text_tables import UnreadableFile, frame_table
from lapwing.lessons.near import nearest_said
from lapwing.vocabulary.records import TABLES

GIVEN = Path("what was given")
"""What stands for a source that has no file."""


def read_frames(frames: Mapping[str, Any]) -> FolderReading:
    """The record tables in frames (Polars, pandas or Arrow) by name, each row checked.

    UnusableSource names, all at once, every table that is unknown, lacks a column or has one of a wrong type.
    Faulty rows are set aside and listed, by their number from 0; the rest is kept.
    """
    tables: dict[str, CheckedTable] = {}
    troubles = [] if frames else [f"no table at all. The list of tables is in {TABLES_PAGE}."]
    for name, frame in frames.items():
        try:
            tables[name] = checked_table(frame_table(_table(name), _polars(name, frame)))
        except UnreadableFile as trouble:
            troubles.append(str(trouble))
    refuse(GIVEN, troubles)
    return reading_of(GIVEN, {name: tables[name] for name in TABLES if name in tables})


def _table(name: str) -> Any:
    if name not in TABLES:
        raise UnreadableFile(
            f"{name} is not the name of a record table. {nearest_said(str(name), TABLES)} "
            f"The list of tables is in {TABLES_PAGE}."
        )
    return TABLES[name]


def _polars(name: str, frame: Any) -> pl.DataFrame:
    if isinstance(frame, pl.LazyFrame):
        return frame.collect()
    try:
        polars: pl.DataFrame = nw.from_native(frame, eager_only=True).to_polars()
    except TypeError:
        kind = type(frame).__name__
        raise UnreadableFile(f"{name} is a {kind}; it needs to be a frame of Polars or pandas.") from None
    except ImportError:
        raise UnreadableFile(f"{name} needs PyArrow to be read from pandas: pip install pyarrow.") from None
    return polars

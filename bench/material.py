"""What is measured on: an invented partnership, as many times over as is needed, on disk below `build/bench`."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import polars as pl

from lapwing.exchange.folder import read_folder, write_folder
from lapwing.exchange.manifest import vocabulary_now
from lapwing.simulate import simulate
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Kind

DAY = date(2026, 6, 1)
SEED = 1
ONE = 20_000
"""Children in the partnership that larger ones repeat."""
PLACE = Path("build/bench")


def partnership(children: int = ONE) -> Path:
    """Record tables of so many children; beyond ONE the same people over again, under keys of their own."""
    folder = PLACE / f"records-{children}-{_as_told()}"
    if not folder.exists():
        write_folder(simulate(children, SEED, today=DAY) if children <= ONE else _repeated(children // ONE), folder)
    return folder


def _as_told() -> str:
    """A sign of how the invented partnership is told now, and in which words: another telling makes material of its own."""
    told = sorted(Path(simulate.__code__.co_filename).parent.rglob("*.py"))
    words = [file.read_bytes() for file in told] + [vocabulary_now().encode()]
    return hashlib.sha256(b"".join(words)).hexdigest()[:8]


def _repeated(times: int) -> RecordSet:
    once = read_folder(partnership()).records
    return RecordSet({name: _copies(once, name, times) for name in once.carried}, once.carried, once.versioned)


def _copies(once: RecordSet, name: str, times: int) -> pl.LazyFrame:
    keys = [column.name for column in TABLES[name] if column.kind is Kind.IDENTIFIER]
    rows = once.frame(name)
    return pl.concat(
        [rows.with_columns((pl.lit(f"{copy:03}-") + pl.col(key)).alias(key) for key in keys) for copy in range(times)]
    )

"""`lapwing.json`: what Lapwing wrote into a folder of record tables, so that it can be trusted unread."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal

from lapwing.vocabulary.records import TABLES

NAME = "lapwing.json"
HOLDS = "record tables"
FORMAT = 1

FileKind = Literal["parquet", "csv"]


@dataclass(frozen=True)
class Written:
    """One table as it was written: its rows, the size of its file in bytes, and the columns the source carried."""

    rows: int
    bytes: int
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Manifest:
    """The tables that were written, and those of them in which some key stands in several versions.

    `kinds` says which codes the source could have in a column, where that is not all (RecordSet.kinds); `delivered`
    until when rows of a table had come, where they come in deliveries (RecordSet.delivered).
    `vocabulary` tells apart the record tables of one version of Lapwing from those of another.
    """

    kind: FileKind
    tables: dict[str, Written]
    versioned: frozenset[str]
    vocabulary: str
    kinds: dict[str, frozenset[str]] = field(default_factory=dict)
    delivered: dict[str, date] = field(default_factory=dict)

    def save(self, folder: Path) -> None:
        tables = {name: {**vars(one), "columns": list(one.columns)} for name, one in self.tables.items()}
        content = {
            "holds": HOLDS,
            "format": FORMAT,
            "vocabulary": self.vocabulary,
            "kind": self.kind,
            "versioned": sorted(self.versioned),
            "kinds": {column: sorted(codes) for column, codes in sorted(self.kinds.items())},
            "delivered": {table: day.isoformat() for table, day in sorted(self.delivered.items())},
            "tables": tables,
        }
        (folder / NAME).write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")

    @property
    def files(self) -> frozenset[str]:
        return frozenset(f"{name}.{self.kind}" for name in self.tables)

    def is_whole(self, folder: Path) -> bool:
        """Whether every file still has the size it was written with."""
        return all(_size(folder / f"{name}.{self.kind}") == one.bytes for name, one in self.tables.items())


def load_manifest(folder: Path) -> Manifest | None:
    """The folder's manifest; None where it has none that can be read."""
    try:
        content = json.loads((folder / NAME).read_text(encoding="utf-8"))
        if (content["holds"], content["format"]) != (HOLDS, FORMAT) or content["kind"] not in ("parquet", "csv"):
            return None
        tables = {name: _written(one) for name, one in content["tables"].items() if name in TABLES}
        kinds = {str(column): frozenset(map(str, codes)) for column, codes in content.get("kinds", {}).items()}
        delivered = {str(table): date.fromisoformat(day) for table, day in content.get("delivered", {}).items()}
        versioned = frozenset(content["versioned"])
        return Manifest(content["kind"], tables, versioned, str(content["vocabulary"]), kinds, delivered)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def vocabulary_now() -> str:
    """A short fingerprint of the record tables, their columns and their codes."""
    told = [
        (table.name, column.name, column.kind.value, column.required, [str(code) for code in column.codes or ()])
        for table in TABLES.values()
        for column in table
    ]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]


def _written(one: dict[str, Any]) -> Written:
    return Written(int(one["rows"]), int(one["bytes"]), tuple(map(str, one["columns"])))


def _size(path: Path) -> int | None:
    return path.stat().st_size if path.is_file() else None

"""What reading a source gave: its record tables, and what was read, skipped and doubted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from lapwing.vocabulary.record_set import RecordSet

Progress = Callable[[float], None]
"""Told how far reading has come, from 0 to 1."""


class UnusableSource(Exception):
    """A source that cannot be read at all; its text says which file, where, what it has and what it needs."""


@dataclass(frozen=True)
class Notice:
    """One thing about the source that its owner should look at.

    `place` is where, as the owner would look it up: file and row as a spreadsheet numbers it (the header is
    row 1), file and line, or the child's own identifier. Never a name, an address or an NHS number.
    """

    place: str
    field: str
    has: str
    needs: str

    def __str__(self) -> str:
        where = f"{self.place}, {self.field}" if self.field else self.place
        return f"{where}: has {self.has}; {self.needs}"


@dataclass
class Reading:
    """A source turned into record tables.

    `read` counts what was taken, in the source's own words ("children", "assessments", or a table's name).
    `skipped` are things set aside; `doubted` are things kept as they stand although they look wrong.
    `notes` say in a sentence what this format cannot carry, or how something was understood.
    """

    source: Path
    format: str
    records: RecordSet
    read: Counter[str] = field(default_factory=Counter)
    skipped: list[Notice] = field(default_factory=list)
    doubted: list[Notice] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

"""What tests of the command line share: the day they run on, and how a command ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

DAY = "2026-06-01"


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it said where."""

    exit: int
    out: str
    err: str


Lapwing = Callable[..., Ran]

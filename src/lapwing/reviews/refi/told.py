"""What is told of an exchange: what came, what was lost or changed, and what was odd about the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

MOST_NAMES = 10
"""Of the things told, before the rest is only counted."""


@dataclass
class Came:
    """How many of a kind are new here, and how many were there already."""

    new: int = 0
    there_already: int = 0


@dataclass
class Told:
    """One thing told: of what, why or what became of it, how many, and the names of the first of them."""

    what: str
    why: str
    count: int = 0
    names: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        """As a line: 3 picture selections: why (names)."""
        return f"{self.count} {self.what}: {self.why}{self.named()}"

    def named(self) -> str:
        """The names in brackets, with a sign that there are more; nothing where there are none."""
        return f" ({', '.join(self.names)}{', ...' if self.count > len(self.names) else ''})" if self.names else ""


@dataclass
class Tellings:
    """Things told, each kind once, counted."""

    of: dict[tuple[str, str], Told] = field(default_factory=dict)

    def tell(self, what: str, why: str, name: str = "", count: int = 1) -> None:
        """Adds to the count of a thing, and its name where it is among the first."""
        if not count:
            return
        told = self.of.setdefault((what, why), Told(what, why))
        told.count += count
        if name and len(told.names) < MOST_NAMES:
            told.names.append(name)

    def __iter__(self) -> Iterator[Told]:
        """In the order in which they were first told."""
        return iter(self.of.values())


@dataclass(frozen=True)
class OffsetsTold:
    """How the positions of a text, or of every text together (`source` empty), are counted.

    `score` and `runner_up_score` are shares of the evidence that each fits, from 0 to 1; `how_sure` is 1 - 2 ** -lead,
    lead being by how many pieces of evidence the best is ahead, and is not a probability.
    """

    source: str
    convention: str
    score: float
    runner_up: str
    runner_up_score: float
    how_sure: float
    in_words: str
    selections: int


@dataclass
class LossReport:
    """What became of everything in an exchange, either way.

    `valid` is whether the file keeps to the standard's schema, and None where that was not asked.
    """

    origin: str = ""
    valid: bool | None = None
    schema_errors: list[str] = field(default_factory=list)
    came: dict[str, Came] = field(default_factory=dict)
    lost: Tellings = field(default_factory=Tellings)
    changed: Tellings = field(default_factory=Tellings)
    defects: Tellings = field(default_factory=Tellings)
    offsets: list[OffsetsTold] = field(default_factory=list)

    def count(self, kind: str, *, new: bool = True) -> None:
        """One more of a kind, new here or there already."""
        came = self.came.setdefault(kind, Came())
        if new:
            came.new += 1
        else:
            came.there_already += 1

    def plain(self) -> dict[str, Any]:
        """As plain values, for JSON."""
        return {
            "origin": self.origin,
            "valid": self.valid,
            "schema_errors": self.schema_errors,
            "came": {kind: asdict(came) for kind, came in self.came.items()},
            "lost": [asdict(told) for told in self.lost],
            "changed": [asdict(told) for told in self.changed],
            "defects": [asdict(told) for told in self.defects],
            "offsets": [asdict(told) for told in self.offsets],
        }

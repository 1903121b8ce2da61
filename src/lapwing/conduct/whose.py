"""On whose record an entry is made: one child's, or that of every child of a pregnancy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from lapwing.records.store import CannotEnter


@dataclass(frozen=True)
class Whose:
    """A child, or instead a pregnancy; CannotEnter where it is neither or both."""

    child: str | None
    pregnancy: str | None

    def __post_init__(self) -> None:
        if (self.child is None) == (self.pregnancy is None):
            raise CannotEnter("Give a child or a pregnancy, one of the two.")

    @property
    def columns(self) -> dict[str, str | None]:
        """The two columns by which the entry belongs."""
        return {"child_id": self.child, "pregnancy_id": self.pregnancy}

    @classmethod
    def of(cls, entry: Mapping[str, Any]) -> Self:
        """Whose an entry is that stands already."""
        return cls(entry["child_id"], entry["pregnancy_id"])

    @property
    def named(self) -> dict[str, str | None]:
        """The child or the pregnancy, for what asks after either by name."""
        return {"child": self.child, "pregnancy": self.pregnancy}

"""On whose record an entry is made: one child's, or that of every child of a pregnancy."""

from __future__ import annotations

from dataclasses import dataclass

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

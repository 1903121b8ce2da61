"""On whose record an entry is made: one child's, or that of every child of a pregnancy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from django.db.models import Q, QuerySet

from lapwing.records.entries import entries
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

    def entries(self, table: str) -> QuerySet[Any]:
        """The entries of a table about the child or its pregnancy; about the pregnancy or any child of it."""
        child = entries("child")
        if self.child is not None:
            before_birth = child.filter(pk=self.child, pregnancy__isnull=False).values("pregnancy")
            return entries(table).filter(Q(child=self.child) | Q(pregnancy__in=before_birth))
        return entries(table).filter(
            Q(pregnancy=self.pregnancy) | Q(child__in=child.filter(pregnancy=self.pregnancy).values("pk"))
        )

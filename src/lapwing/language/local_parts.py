"""A part of a setting that is a table, as expressions speak of it."""

from __future__ import annotations

from dataclasses import dataclass

from lapwing.language.expressions import Local


@dataclass(frozen=True, eq=False)
class LocalPart(Local):
    """One number or text of an area's table: `part` has the row, counted from 1, and the column, as in `2.clock_wd`."""

    part: str

    @property
    def row(self) -> int:
        """The row, counted from 1."""
        return int(self.part.partition(".")[0])

    @property
    def column(self) -> str:
        """The column."""
        return self.part.partition(".")[2]


def looked_up(local: Local) -> str:
    """Under what key a setting, or a part of one, stands among the givens."""
    return f"{local.key}.{local.part}" if isinstance(local, LocalPart) else local.key

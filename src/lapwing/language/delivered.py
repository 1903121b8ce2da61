"""What a source says of itself: the last day on which anything of one table reached it."""

from __future__ import annotations

from dataclasses import dataclass

from lapwing.language.expressions import Expression, Type


@dataclass(frozen=True, eq=False)
class Delivered(Expression):
    """The last day on which rows of the table were delivered to the source; not known where the source does not say.

    What should have happened later may have happened and only not have arrived.
    """

    table: str
    type = Type.DATE

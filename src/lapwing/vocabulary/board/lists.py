"""Columns that hold several codes of one list, since what a register has is often for more than one kind of parent."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from lapwing.vocabulary.tables import Codes

C = TypeVar("C", bound=Codes)
BETWEEN = ", "


def joined(some: Iterable[C]) -> str:
    """Codes as a column of text holds them: each once, in the order of their list."""
    given = set(some)
    kinds = {type(one) for one in given}
    return BETWEEN.join(str(one) for kind in kinds for one in kind if one in given)


def code_of(held: object, codes: type[C]) -> C:
    """The code that a column holds; StopIteration where it holds none of them."""
    return next(one for one in codes if one == held)


def parted(held: str | None, codes: type[C]) -> tuple[C, ...]:
    """The codes that a column of text holds."""
    given = (held or "").split(BETWEEN)
    return tuple(one for one in codes if one in given)


def in_words(held: str | None, codes: type[C]) -> str:
    """The same as people read it."""
    return "; ".join(one.label for one in parted(held, codes))

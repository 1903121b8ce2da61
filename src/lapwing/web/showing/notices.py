"""What somebody was told, in words, each with where to look."""

from __future__ import annotations

from dataclasses import dataclass

from lapwing.conduct.reading import Notice
from lapwing.vocabulary.records import TABLES
from lapwing.web.templating import address, in_words


@dataclass(frozen=True)
class Told:
    """One notice: its sentence, when it came, and the page that it is about while that is open to the reader."""

    number: int
    says: str
    when: str
    href: str | None
    is_new: bool


def told(one: Notice) -> Told:
    """A notice as the list has it."""
    return Told(one.number, one.what, in_words(one.at), _where(one), one.read_at is None)


def _where(one: Notice) -> str | None:
    """The entry that it is about; the child where it is about no entry of a record."""
    if one.child is None:
        return None
    if one.key is not None and one.table in TABLES and one.table != "child":
        return address("entry", one.child, one.table, one.key)
    return address("child", one.child)

"""Days and numbers as people write them."""

from __future__ import annotations

from datetime import date

from lapwing.engine.plan import ANY_KIND
from lapwing.engine.sentences import in_words
from lapwing.engine.silences import Silence
from lapwing.vocabulary.records import TABLES

NOBODY_ASKED = "Nobody in this source is of an age, on that day, at which the checks that could run ask anything."
"""Said where a source was read and there is no finding at all."""


def day(value: date | None) -> str:
    """A day in words; "no day" where there is none."""
    return "no day" if value is None else in_words(value)


def number(value: int) -> str:
    """A whole number with its thousands apart."""
    return f"{value:,}"


def lacks(silence: Silence) -> str:
    """What a source lacks of a record table, in words."""
    return ", ".join(_part(silence.table, name) for name in silence.columns) if silence.columns else "all of it"


def _part(table: str, name: str) -> str:
    column, _, code = name.partition("=")
    if code == ANY_KIND:
        return f"any other {column.replace('_', ' ')}"
    codes = TABLES[table].column(column).codes
    return f"“{codes.labels()[code]}”" if code and codes is not None else column.replace("_", " ")

"""What the Board kept in a year, as rows to report on: of one table, with the names that its keys stand for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from lapwing.board.counting import fewest
from lapwing.records.entries import entries
from lapwing.records.models import Account
from lapwing.records.models.tables import held_in
from lapwing.vocabulary.board import BOARD_TABLES

NONE = "none"
"""What stands in a cell of a table for what there is not."""
Row = Mapping[str, Any]
"""An entry of the Board's by column, with its key under `key` and who stored it under `stored_by`."""


def rows_of(table: str) -> list[Row]:
    """Every entry of a table of the Board that stands, the oldest first."""
    columns = {column.name: held_in(column) for column in BOARD_TABLES[table]}
    found = entries(table).order_by("recorded_at", "pk")
    return [
        {"key": one.pk, "stored_by": one.stored_by_id, **{name: getattr(one, held) for name, held in columns.items()}}
        for one in found
    ]


def agencies_by_key() -> Mapping[str, str]:
    """The names of agencies by key."""
    return {key: name for key, name in entries("agency").values_list("pk", "name") if name}


def accounts_by_key() -> Mapping[int, str]:
    """The names of those who can sign in, or once could, by the number of the account."""
    return dict(Account.objects.values_list("pk", "name"))


def label(table: str, column: str, code: str | None) -> str:
    """A code of a column as people read it; a word where there is none."""
    codes = BOARD_TABLES[table].column(column).codes
    return codes.labels().get(code or "", NONE) if codes is not None else code or NONE


def told(children: int) -> str:
    """A number of children as it may be told."""
    return f"fewer than {fewest()}" if 0 < children < fewest() else str(children)


def in_words(day: date | None) -> str:
    """A day as people write it; a word where there is none."""
    return f"{day.day} {day:%B %Y}" if day is not None else NONE

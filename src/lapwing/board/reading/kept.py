"""What stands in the tables of the Board: entries as they are now, those of one, and how each came to be so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import BOARD
from lapwing.conduct.permissions import NOT_HERE, check_user_can
from lapwing.conduct.reading.record import note_reading
from lapwing.records.entries import entries
from lapwing.records.models import Account
from lapwing.records.models.tables import held_in
from lapwing.records.store import NoSuchEntry, versions
from lapwing.vocabulary.board import BOARD_TABLES
from lapwing.vocabulary.tables import Table

OF_PEOPLE = ("child", "pregnancy", "person")
"""What a table refers to that is about children or families: its entries are read by readings of their own."""


@dataclass(frozen=True)
class KeptEntry:
    """An entry of the Board's: its values by column, who stored this version of it, and when."""

    key: str
    version: int
    values: Mapping[str, Any]
    stored_by: str
    stored_at: datetime


def is_open(table: Table) -> bool:
    """Whether whoever sees what the Board sees may read every entry of a table: it names no child, and is not private."""
    return (
        table.name in BOARD_TABLES and not any(one.refers_to in OF_PEOPLE for one in table) and not _is_private(table)
    )


def _is_private(table: Table) -> bool:
    return any(one.name == "kept_private" for one in table)


def kept(*, by: Acting, table: str) -> list[KeptEntry]:
    """Every entry of a table of the Board that stands, the newest last; NoSuchEntry where it is not open to readers."""
    check_user_can("see_board", BOARD, by=by, child=None)
    _check_open(table)
    rows = list(entries(table).order_by("recorded_at", "pk"))
    note_reading(by, "kept", table=table)
    names = _names(row.stored_by_id for row in rows)
    return [_entry(table, row, names) for row in rows]


def kept_one(*, by: Acting, table: str, key: str) -> KeptEntry:
    """One entry; NoSuchEntry where there is none, or none that is open to readers."""
    check_user_can("see_board", BOARD, by=by, child=None)
    _check_open(table)
    row = entries(table).filter(pk=key).first()
    if row is None:
        raise NoSuchEntry(NOT_HERE)
    note_reading(by, "kept", table=table, key=key)
    return _entry(table, row, _names([row.stored_by_id]))


def kept_before(*, by: Acting, table: str, key: str) -> list[KeptEntry]:
    """Every version that an entry has had, the first one first and the one that stands last."""
    kept_one(by=by, table=table, key=key)
    every = versions(table, key)
    names = _names(one.stored_by for one in every)
    return [KeptEntry(key, one.number, one.values, names.get(one.stored_by, ""), one.stored_at) for one in every]


def _check_open(table: str) -> None:
    if table not in BOARD_TABLES or not is_open(BOARD_TABLES[table]):
        raise NoSuchEntry(NOT_HERE)


def _names(accounts: Any) -> dict[int | None, str]:
    return dict(Account.objects.filter(pk__in=set(accounts) - {None}).values_list("pk", "name"))


def _entry(table: str, row: Any, names: Mapping[int | None, str]) -> KeptEntry:
    values = {column.name: getattr(row, held_in(column)) for column in BOARD_TABLES[table]}
    return KeptEntry(row.pk, row.version, values, names.get(row.stored_by_id, ""), row.stored_at)


READ_HERE = {kept: BOARD, kept_one: BOARD, kept_before: BOARD}

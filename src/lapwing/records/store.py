"""Entries are added, amended and voided here and nowhere else; every version that they had is kept.

Nothing here asks whether somebody may: that is for `conduct`. Whatever is wrong with a value is said in a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from django.db import connection
from django.utils import timezone

from lapwing.records.columns import moment_given, placeholders, quoted, rows_of, selected
from lapwing.records.models import EARLIER, MODELS, Account, Entry
from lapwing.records.name_words import note_names
from lapwing.vocabulary.board import EVERY_TABLE
from lapwing.vocabulary.board.columns import ACCOUNT
from lapwing.vocabulary.tables import Column, Kind, Table

LAPWING = "Lapwing"
"""The source system of what is entered here."""
STAMPED = ("recorded_by", "recorded_agency_id", "source_system", "recorded_at", "voided_at")
"""Columns that nobody enters: they say who entered the rest."""

Values = Mapping[str, Any]


class CannotEnter(ValueError):
    """Something that cannot be entered as it is; the text says which field, what it has and what it needs."""


class NoSuchEntry(LookupError):
    """There is no such entry; the text says so without saying of whom."""


class ChangedMeanwhile(Exception):
    """Somebody else changed the entry since it was read; `changes` has the columns that differ now, with their values.

    Who it was is not said here, since not everybody may learn of their service; the history of the entry tells those who may.
    """

    def __init__(self, table: str, changes: Mapping[str, Any], at: datetime) -> None:
        self.table, self.changes, self.at = table, changes, at
        when = timezone.localtime(at)
        fields = ", ".join(sorted(changes)) or "nothing that shows"
        super().__init__(
            f"Somebody changed this {in_words(table)} while you had it open, on {when:%-d %B %Y at %H:%M} "
            f"({fields}). Nothing of yours was saved. Look at what it says now, and enter what is still right."
        )


@dataclass(frozen=True)
class Stamp:
    """Who stores something, when, and why: an account, the practitioner and agency it stands for."""

    at: datetime
    account: int | None
    practitioner: str | None = None
    agency: str | None = None
    why: str = ""

    @property
    def local(self) -> datetime:
        """The moment in local time without a zone, as record tables have it."""
        return timezone.make_naive(self.at) if timezone.is_aware(self.at) else self.at


def in_words(table: str) -> str:
    """A table's name as it is said in a sentence: hand-over, missing episode."""
    return "hand-over" if table == "hand_over" else table.replace("_", " ")


# Reading one entry


def current(table: str, key: str) -> dict[str, Any]:
    """An entry as it stands, by column; NoSuchEntry where there is none."""
    found = _select(table, f"{quoted(EVERY_TABLE[table].key)} = %s AND NOT only_named", [key])
    if not found:
        raise _no_such(table)
    return found[0]


def _no_such(table: str) -> NoSuchEntry:
    return NoSuchEntry(f"There is no such {in_words(table)} here, or not for you.")


def _select(table: str, where: str, values: list[Any]) -> list[dict[str, Any]]:
    columns = selected(EVERY_TABLE[table], connection.vendor)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM {quoted(table)} WHERE {where}", values)  # noqa: S608  # names of our own
        return rows_of(table, cursor.fetchall())


def version_of(table: str, key: str) -> int:
    """Which version of an entry stands."""
    found = MODELS[table]._default_manager.filter(pk=key).values_list("version", flat=True).first()
    if found is None:
        raise _no_such(table)
    return int(found)


@dataclass(frozen=True)
class Version:
    """One version of an entry: its values, and who stored it, when and why."""

    number: int
    values: Mapping[str, Any]
    stored_at: datetime
    stored_by: int | None
    why: str
    feed: str | None


def versions(table: str, key: str) -> list[Version]:
    """Every version of an entry, the first one first and the one that stands last; NoSuchEntry where there is none."""
    by_key = {EVERY_TABLE[table].key: key}
    earlier = EARLIER[table]._default_manager.filter(**by_key).order_by("version")
    standing = MODELS[table]._default_manager.filter(pk=key)
    every = [_version(table, row) for row in (*earlier, *standing)]
    if not every:
        raise _no_such(table)
    return every


def _version(table: str, row: Any) -> Version:
    from lapwing.records.models.tables import held_in

    values = {column.name: getattr(row, held_in(column)) for column in EVERY_TABLE[table]}
    return Version(row.version, values, row.stored_at, row.stored_by_id, row.why, row.feed_id)


# Writing


def add(table: str, values: Values, stamp: Stamp, *, key: str | None = None) -> str:
    """Enters something new; the key that it has from now on. CannotEnter says what is wrong with a value."""
    checked = _checked(EVERY_TABLE[table], values)
    name = key or str(uuid4())
    recorded = {
        "recorded_by": stamp.practitioner,
        "recorded_agency_id": stamp.agency,
        "source_system": LAPWING,
        "recorded_at": stamp.local,
    }
    beside = {"feed_id": None, "amended_here": False, "only_named": False}
    row = {EVERY_TABLE[table].key: name, **checked, **recorded, **_kept(1, stamp), **beside}
    _insert(table, row)
    note_names(table, [name])
    return name


def amend(table: str, key: str, values: Values, stamp: Stamp, *, seen: int | None = None) -> dict[str, Any]:
    """Changes an entry and keeps it as it was; what has changed, by column.

    `seen` is the version that the person had before them: ChangedMeanwhile where it no longer stands. Who made the
    entry stays; who made this version is kept beside it.
    """
    standing = _locked(table, key)
    if seen is not None and standing.version != seen:
        raise _changed_since(table, key, seen, standing)
    before = current(table, key)
    checked = _checked(EVERY_TABLE[table], values, amending=True)
    changes = {name: value for name, value in checked.items() if before[name] != value}
    if changes:
        _replace(table, key, {**changes, "recorded_at": stamp.local}, standing.version, stamp)
        note_names(table, [key])
    return changes


def void(table: str, key: str, stamp: Stamp) -> None:
    """Marks an entry as made in error: from now on it is not there; that it was, stays to be seen in its versions."""
    standing = _locked(table, key)
    _replace(table, key, {"voided_at": stamp.local, "recorded_at": stamp.local}, standing.version, stamp)


def _kept(version: int, stamp: Stamp) -> dict[str, Any]:
    return {
        "version": version,
        "stored_at": stamp.at,
        "stored_by_id": stamp.account,
        "why": stamp.why,
    }


def _insert(table: str, row: Mapping[str, Any]) -> None:
    names = ", ".join(quoted(name) for name in row)
    statement = f"INSERT INTO {quoted(table)} ({names}) VALUES ({placeholders(len(row))})"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(statement, [moment_given(value) for value in row.values()])


def hold(named: Iterable[tuple[str, str]]) -> None:
    """Holds entries until the transaction ends: whoever wants one of them meanwhile waits, and sees what became of it.

    Each table after the other and each key in order, so that no two wait for each other. New rows may still refer to them.
    """
    by_table: dict[str, set[str]] = {}
    for table, key in named:
        by_table.setdefault(table, set()).add(key)
    for table in (name for name in EVERY_TABLE if name in by_table):
        held = MODELS[table]._default_manager.select_for_update(no_key=True)
        list(held.filter(pk__in=by_table[table]).order_by("pk").values_list("pk"))


def _locked(table: str, key: str) -> Entry:
    """The entry, held until the transaction ends, so that nobody else changes it meanwhile."""
    found = MODELS[table]._default_manager.select_for_update(of=("self",)).filter(pk=key, only_named=False).first()
    if found is None:
        raise _no_such(table)
    return found


def _replace(table: str, key: str, changes: Values, version: int, stamp: Stamp) -> None:
    keep_as_earlier(table, [key], stamp.at)
    row = {**changes, **_kept(version + 1, stamp), "amended_here": True}
    sets = ", ".join(f"{quoted(name)} = %s" for name in row)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {quoted(table)} SET {sets} WHERE {quoted(EVERY_TABLE[table].key)} = %s",  # noqa: S608
            [*(moment_given(value) for value in row.values()), key],
        )


KEPT = ("version", "stored_at", "stored_by_id", "why", "feed_id", "amended_here")
"""What stands beside the columns of a table in both an entry and its earlier versions."""


def keep_as_earlier(table: str, keys: list[str], at: datetime, *, seen: bool = True) -> None:
    """Keeps entries as they stand among the earlier versions."""
    columns = ", ".join(quoted(name) for name in (*EVERY_TABLE[table].names, *KEPT))
    where = f"{quoted(EVERY_TABLE[table].key)} IN ({placeholders(len(keys))})"
    statement = (
        f"INSERT INTO {quoted(f'{table}_earlier')} ({columns}, replaced_at, seen) "  # noqa: S608
        f"SELECT {columns}, %s, %s FROM {quoted(table)} WHERE {where}"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [moment_given(at), seen, *keys])


def _changed_since(table: str, key: str, seen: int, standing: Entry) -> ChangedMeanwhile:
    theirs = next((one.values for one in versions(table, key) if one.number == seen), {})
    now = current(table, key)
    changes = {n: v for n, v in now.items() if n not in STAMPED and theirs.get(n) != v}
    return ChangedMeanwhile(table, changes, standing.stored_at)


# Values


def _checked(table: Table, values: Values, *, amending: bool = False) -> dict[str, Any]:
    strange = sorted(set(values) - set(table.names) | set(values) & {table.key, *STAMPED})
    if strange:
        raise CannotEnter(f"{in_words(table.name).capitalize()} has no field {', '.join(strange)} that can be entered.")
    given = {name: _value(table.column(name), value) for name, value in values.items()}
    needed = [c.name for c in table if c.required and c.name != table.key and (not amending or c.name in given)]
    lacking = [name for name in needed if given.get(name) is None]
    if lacking:
        raise CannotEnter(f"This {in_words(table.name)} needs {' and '.join(lacking)}; give it.")
    _check_references(table, given)
    return given


def _check_references(table: Table, given: Values) -> None:
    """CannotEnter where something is named that is not there; the database itself would say so at the very end."""
    for column in table:
        key = given.get(column.name)
        if key is None or column.refers_to is None:
            continue
        if not _is_there(column.refers_to, key):
            raise CannotEnter(f"{column.name}: there is no such {in_words(column.refers_to)} here.")


def _is_there(table: str, key: Any) -> bool:
    if table == ACCOUNT:
        return Account.objects.filter(pk=key).exists()
    model: Any = MODELS[table]
    return bool(model._default_manager.filter(pk=key, voided_at__isnull=True).exists())


KINDS: Mapping[Kind, tuple[type, ...]] = {
    Kind.IDENTIFIER: (str,),
    Kind.TEXT: (str,),
    Kind.CODE: (str,),
    Kind.DATE: (date,),
    Kind.MOMENT: (datetime,),
    Kind.YES_NO: (bool,),
    Kind.WHOLE: (int,),
    Kind.NUMBER: (int, float),
}


YEARS = range(1900, 2100)
"""Years that days and moments on record lie in; one that does not is a slip."""
MOST = 1e12
"""No number on record is as large as this; a database holds none that is much larger."""


def _value(column: Column, value: Any) -> Any:
    """The value as it is stored: text without blanks around it, nothing for empty text; CannotEnter where it does not fit."""
    if isinstance(value, str):
        value = value.strip() or None
    if value is None:
        return None
    is_moment = isinstance(value, datetime)
    fits = isinstance(value, KINDS[column.kind]) and is_moment == (column.kind is Kind.MOMENT)
    if not fits or (isinstance(value, bool) and column.kind is not Kind.YES_NO):
        raise CannotEnter(f"{column.name}: needs a {column.kind.value}. ({column.means})")
    if column.codes and value not in column.codes.labels():
        raise CannotEnter(f"{column.name}: needs one of {', '.join(column.codes.labels())}.")
    if isinstance(value, date) and value.year not in YEARS:
        raise CannotEnter(f"{column.name}: needs a day between 1900 and 2099.")
    if isinstance(value, int | float) and not abs(value) < MOST:
        raise CannotEnter(f"{column.name}: needs a smaller number. ({column.means})")
    if isinstance(value, str) and "\x00" in value:
        raise CannotEnter(f"{column.name}: has a character that cannot be stored; type it again without pasting.")
    return str(value) if column.codes else value

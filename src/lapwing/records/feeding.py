"""Rows of a feed put into their table: new ones, changed ones, and those that contradict what was entered here."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import polars as pl
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from lapwing.records.columns import frame_of, moment_given, placeholders, quoted, rows_of, selected
from lapwing.records.models import MODELS, Reconciliation
from lapwing.records.name_words import note_names
from lapwing.records.store import keep_as_earlier
from lapwing.vocabulary.record_set import schema_of
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Kind, Table

NOT_COMPARED = ("recorded_at", "source_system")
"""When and whence a row says it was recorded does not make it another."""

WHO_RECORDED = ("recorded_by", "recorded_agency_id")
"""Who recorded something in the feed's own system contradicts nobody who entered something here."""

SAYS_OTHERWISE = "The feed says otherwise since."
"""What is kept of a contradiction that nobody settled before the feed said something else again."""

AT_ONCE = 900
"""So many keys are asked after in one statement."""


@dataclass
class Feeding:
    """One table of a feed, batch after batch. Keys get the feed's name before them, so that no two feeds' collide."""

    name: str
    carried: frozenset[str]
    feed: str
    at: datetime
    is_versioned: bool
    _is_new: bool = field(init=False)

    def __post_init__(self) -> None:
        given = MODELS[self.name]._default_manager.filter(pk__startswith=f"{self.feed}:")
        self._is_new = not self.is_versioned and not given.exists()

    @property
    def table(self) -> Table:
        """The record table."""
        return TABLES[self.name]

    @property
    def _told(self) -> list[str]:
        """The columns in which the feed can say something of an entry."""
        left_out = (*NOT_COMPARED, self.table.key)
        return [name for name in self.table.names if name in self.carried and name not in left_out]

    def take(self, batch: pl.DataFrame) -> Counter[str]:
        """Stores a batch; how many rows were new, changed, the same or left to a person."""
        rows = self._keyed(batch)
        self._name_others(rows)
        counts: Counter[str] = Counter()
        for part in self._one_version_each(rows):
            counts += self._take(part)
        note_names(self.name, rows[self.table.key])
        return counts

    def take_one_by_one(self, batch: pl.DataFrame) -> Counter[str]:
        """Stores a batch of which the database will not have some rows: those are kept aside for a person."""
        self._is_new = False
        rows, counts = self._keyed(batch), Counter[str]()
        self._name_others(rows)
        for one in rows.iter_slices(1):
            try:
                with transaction.atomic():
                    counts += self._take(one)
            except IntegrityError:
                (row,) = one.iter_rows(named=True)
                counts[self._put_to_a_person(row, [name for name in self._told if row[name] is not None])] += 1
        note_names(self.name, rows[self.table.key])
        return counts

    def _take(self, rows: pl.DataFrame) -> Counter[str]:
        if self._is_new:
            self._insert(rows)
            return Counter(new=rows.height)
        standing = self._standing(rows[self.table.key].to_list())
        known = standing.filter(~pl.col("only_named"))
        named = standing.filter(pl.col("only_named"))
        fresh = rows.join(known, on=self.table.key, how="anti", maintain_order="left")
        self._forget_names(named.join(fresh, on=self.table.key, how="semi")[self.table.key].to_list(), fresh)
        self._insert(fresh.join(named, on=self.table.key, how="anti", maintain_order="left"))
        return Counter(new=fresh.height) + self._compare(rows, known)

    # Keys and references

    def _keyed(self, batch: pl.DataFrame) -> pl.DataFrame:
        keys = [c.name for c in self.table if c.kind is Kind.IDENTIFIER]
        return batch.with_columns(pl.format("{}:{}", pl.lit(self.feed), pl.col(key)).alias(key) for key in keys)

    def _name_others(self, rows: pl.DataFrame) -> None:
        """Rows that are referred to and are not there get a place that says no more than their key, as the source does."""
        for column in self.table:
            if column.refers_to is None or rows[column.name].null_count() == rows.height:
                continue
            target = TABLES[column.refers_to]
            named = rows[column.name].drop_nulls().unique()
            own = set(rows[self.table.key]) if column.refers_to == self.name else set()
            lacking = sorted(set(named) - own - _keys_there(target, named.to_list()))
            if lacking:
                values = {target.key: lacking}
                _insert(column.refers_to, pl.DataFrame(values), {**self._kept(), "only_named": True})
                self._is_new &= column.refers_to != self.name

    def _forget_names(self, keys: list[str], fresh: pl.DataFrame) -> None:
        """What was only named so far has come: it takes the place kept for it."""
        if keys:
            come = fresh.filter(pl.col(self.table.key).is_in(keys))
            _update(self.name, come, {**self._kept(), "only_named": False})

    # Versions

    def _one_version_each(self, rows: pl.DataFrame) -> Iterable[pl.DataFrame]:
        """The rows in parts, so that each key stands in a part once, an earlier version before a later one."""
        if not rows[self.table.key].is_duplicated().any():
            return [rows]
        place = pl.int_range(pl.len()).over(self.table.key, order_by="recorded_at")
        return rows.with_columns(place.alias("_place")).sort("_place").partition_by("_place", include_key=False)

    def _standing(self, keys: list[str]) -> pl.DataFrame:
        """The entries of these keys as they stand, with what stands beside them."""
        columns = selected(self.table, connection.vendor)
        beside = {"version": pl.Int64(), "is_ours": pl.Boolean(), "only_named": pl.Boolean()}
        found: list[tuple[Any, ...]] = []
        with connection.cursor() as cursor:
            for start in range(0, len(keys), AT_ONCE):
                part = keys[start : start + AT_ONCE]
                cursor.execute(
                    f"SELECT {columns}, version, (amended_here OR feed_id IS NULL), only_named FROM {quoted(self.name)} "  # noqa: S608
                    f"WHERE {quoted(self.table.key)} IN ({placeholders(len(part))})",
                    part,
                )
                found += cursor.fetchall()
        return frame_of(self.table, found, beside)

    def _compare(self, rows: pl.DataFrame, known: pl.DataFrame) -> Counter[str]:
        """What the rows say that the entries do not; the feed's own are changed, others are filled or put to a person."""
        told = self._told
        both = rows.join(known, on=self.table.key, how="inner", suffix=":was", maintain_order="left")
        says_other = [
            pl.when(pl.col(name).is_not_null() & pl.col(name).ne_missing(pl.col(f"{name}:was"))).then(pl.lit(name))
            for name in told
        ]
        both = both.with_columns(
            pl.concat_list(says_other).list.drop_nulls().alias("_other") if told else pl.lit([]).alias("_other")
        )
        counts: Counter[str] = Counter()
        differing = both.filter(pl.col("_other").list.len() > 0)
        counts["same"] = both.height - differing.height
        for row in differing.iter_rows(named=True):
            counts[self._settle(row)] += 1
        return counts

    def _settle(self, row: Mapping[str, Any]) -> str:
        since = self._since_last_given(row[self.table.key]) if row["is_ours"] else []
        given, stood = row["recorded_at"], since[0]["recorded_at"] if since else row["recorded_at:was"]
        if given is not None and stood is not None and given < stood:
            return self._add_older(row)
        if row["is_ours"]:
            return self._beside_what_was_entered(row, since)
        # A change that does not say when it was made is known from the day on which it came.
        moment = given if given is not None and given != stood else _local(self.at)
        self._change(row, row["_other"], moment)
        return "changed"

    def _change(self, row: Mapping[str, Any], columns: Iterable[str], moment: datetime) -> None:
        """A new version, in which these columns say what the row does."""
        key = row[self.table.key]
        values = {name: row[name] for name in columns} | {"recorded_at": moment}
        keep_as_earlier(self.name, [key], self.at)
        kept = {"version": row["version"] + 1, "stored_at": self.at, "stored_by_id": None, "why": f"from {self.feed}"}
        _update(self.name, self._one(values | {self.table.key: key}), kept)

    def _add_older(self, row: Mapping[str, Any]) -> str:
        """A version from before the one that stands, where it was not known yet."""
        key = row[self.table.key]
        if any(one["recorded_at"] == row["recorded_at"] for one, _ in self._earlier(key)):
            return "same"
        kept = {**self._kept(), "version": row["version"], "replaced_at": self.at, "seen": True}
        with connection.cursor() as cursor:
            cursor.execute(
                f"UPDATE {quoted(self.name)} SET version = version + 1 WHERE {quoted(self.table.key)} = %s",  # noqa: S608
                [key],
            )
        _insert(f"{self.name}_earlier", self._one({name: row[name] for name in self.table.names}), kept)
        return "changed"

    def _one(self, values: Mapping[str, Any]) -> pl.DataFrame:
        types = schema_of(self.table)
        return pl.DataFrame([values], schema={name: types[name] for name in values})

    def _earlier(self, key: str) -> list[tuple[dict[str, Any], bool]]:
        """The versions that an entry had before, the latest recorded first, each with whether somebody here had changed it."""
        columns, by_key = selected(self.table, connection.vendor), f"{quoted(self.table.key)} = %s"
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT {columns}, amended_here FROM {quoted(f'{self.name}_earlier')} WHERE {by_key} "  # noqa: S608
                "ORDER BY recorded_at IS NULL, recorded_at DESC, version DESC",
                [key],
            )
            found = cursor.fetchall()
        return [(rows_of(self.name, [values])[0], bool(amended)) for *values, amended in found]

    # What was entered here

    def _since_last_given(self, key: str) -> list[dict[str, Any]]:
        """What an entry said before, from the version on that the feed last gave and nobody here had changed; that one first."""
        since: list[dict[str, Any]] = []
        for values, amended in self._earlier(key):
            since.insert(0, values)
            if not amended:
                break
        return since

    def _beside_what_was_entered(self, row: Mapping[str, Any], since: Sequence[Mapping[str, Any]]) -> str:
        """What a feed says of an entry that somebody here changed: news are only what it has not said since it last gave it.

        They are taken where nothing stands; where anything does, or the entry was voided, all of them wait for a person.
        """
        other = [name for name in row["_other"] if name not in WHO_RECORDED]
        news = [name for name in other if all(row[name] != one[name] for one in since)]
        if not news:
            return "same"
        stands = any(row[f"{name}:was"] is not None for name in news)
        if stands or row["voided_at:was"] is not None or "voided_at" in news:
            return self._put_to_a_person(row, news)
        try:
            with transaction.atomic():
                self._change(row, news, _local(self.at))
        except IntegrityError:
            return self._put_to_a_person(row, news)
        return "changed"

    def _put_to_a_person(self, row: Mapping[str, Any], columns: list[str]) -> str:
        """Keeps aside what a feed says, in the place of what it said before and nobody has settled yet; each once."""
        given = {name: row[name] for name in self.table.names if row[name] is not None}
        theirs = json.loads(json.dumps(given, default=str))
        asked = Reconciliation.objects.filter(table=self.name, key=row[self.table.key], feed_id=self.feed)
        for one in asked:
            if all(name in one.columns and (one.theirs or {}).get(name) == theirs.get(name) for name in columns):
                return "same"
        asked.filter(settled_at=None).update(settled_at=self.at, outcome=SAYS_OTHERWISE)
        asked.create(
            table=self.name,
            key=row[self.table.key],
            feed_id=self.feed,
            columns=columns,
            theirs=theirs,
            found_at=self.at,
        )
        return "contradicting"

    # Writing

    def _kept(self) -> dict[str, Any]:
        return {
            "version": 1,
            "stored_at": self.at,
            "stored_by_id": None,
            "why": "",
            "feed_id": self.feed,
            "amended_here": False,
        }

    def _insert(self, rows: pl.DataFrame) -> None:
        if rows.height:
            _insert(self.name, rows.select(self.table.names), {**self._kept(), "only_named": False})


def _local(at: datetime) -> datetime:
    return timezone.make_naive(at)


def _keys_there(table: Table, keys: list[str]) -> set[str]:
    there: set[str] = set()
    with connection.cursor() as cursor:
        for start in range(0, len(keys), AT_ONCE):
            part = keys[start : start + AT_ONCE]
            where = f"{quoted(table.key)} IN ({placeholders(len(part))})"
            cursor.execute(f"SELECT {quoted(table.key)} FROM {quoted(table.name)} WHERE {where}", part)  # noqa: S608
            there.update(key for (key,) in cursor.fetchall())
    return there


def _as_written(rows: pl.DataFrame) -> pl.DataFrame:
    """Values as the database takes them: SQLite has days and moments as text."""
    if connection.vendor != "sqlite":
        return rows
    moments = [name for name, type in rows.schema.items() if isinstance(type, pl.Datetime)]
    days = [name for name, type in rows.schema.items() if isinstance(type, pl.Date)]
    return rows.with_columns(
        *(pl.col(name).dt.to_string("%Y-%m-%d %H:%M:%S%.f") for name in moments),
        *(pl.col(name).dt.to_string("%Y-%m-%d") for name in days),
    )


def _beside(kept: Mapping[str, Any]) -> list[Any]:
    return [moment_given(value) for value in kept.values()]


def _insert(table: str, rows: pl.DataFrame, kept: Mapping[str, Any]) -> None:
    names = ", ".join(quoted(name) for name in (*rows.columns, *kept))
    statement = f"INSERT INTO {quoted(table)} ({names}) VALUES ({placeholders(len(rows.columns) + len(kept))})"  # noqa: S608
    beside = tuple(_beside(kept))
    with connection.cursor() as cursor:
        cursor.executemany(statement, [(*row, *beside) for row in _as_written(rows).iter_rows()])


def _update(table: str, rows: pl.DataFrame, kept: Mapping[str, Any]) -> None:
    key = TABLES[table].key
    values = [name for name in rows.columns if name != key]
    sets = ", ".join(f"{quoted(name)} = %s" for name in (*values, *kept))
    statement = f"UPDATE {quoted(table)} SET {sets} WHERE {quoted(key)} = %s"  # noqa: S608
    beside = _beside(kept)
    with connection.cursor() as cursor:
        for row in _as_written(rows).iter_rows(named=True):
            cursor.execute(statement, [*(row[name] for name in values), *beside, row[key]])

"""Findings of everybody, worked out anew: time passes, and what was due tomorrow is due today.

It may run twice at once, or beside people at work: only findings that changed are written, and none of a child about
whom somebody entered something meanwhile, whose findings are newer. Of two runs at once the later one looks again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import polars as pl
from django.db import connection, transaction

from lapwing.conduct.drafts import discard_old_drafts
from lapwing.conduct.events import hold_log, record_event
from lapwing.conduct.findings import OPEN_OUTCOMES, SAID, question_of
from lapwing.conduct.open_counts import count_open
from lapwing.engine.check import Outcome
from lapwing.engine.run import CouldNotRun, run
from lapwing.records.columns import dates_read, framed, moment_given, placeholders, quoted, written
from lapwing.records.models import ChainHead, Event, FindingChange
from lapwing.records.stored import stored_records

WHICH = ("child", "subject", "check")
"""What tells one finding from another."""
FOR_ALL = ("import", "keep_here", "recompute")
"""Events after which the findings of every child may be others."""
SAYS = (*WHICH, *SAID)
AT_ONCE = 50_000

STORED: dict[str, pl.DataType] = {
    **dict.fromkeys(SAYS, pl.String()),
    "due_on": pl.Date(),
    "since": pl.Date(),
    "urgent": pl.Boolean(),
}
"""The columns of findings that are compared, as they are held in a frame."""


IN_TABLE = {"child": "child_id"}
"""Columns that the table of findings calls otherwise."""


@dataclass(frozen=True)
class Recomputed:
    """What came of a run: how many findings opened, changed and closed, how many stand, and the checks that could not run."""

    day: date
    opened: int
    changed: int
    closed: int
    standing: int
    could_not_run: Sequence[CouldNotRun]


def recompute_all(*, day: date, at: datetime) -> Recomputed:
    """Works out every finding for a day and writes what changed, all of it or nothing; old drafts go."""
    discard_old_drafts(at)
    while True:
        done = _recomputed(day, at)
        if done is not None:
            count_open(day)
            return done


def _recomputed(day: date, at: datetime) -> Recomputed | None:
    """None where what was read is out of date for everybody by the time at which it could be written."""
    before = ChainHead.objects.values_list("place", flat=True).first() or 0
    question = question_of(day)
    found = run(question, stored_records())
    now = _as_stored(found.frame, question.settings.version)
    was = _stored()
    with transaction.atomic():
        hold_log()
        if Event.objects.filter(place__gt=before, verb__in=FOR_ALL).exists():
            return None
        moved = _moved_since(before)
        gone, fresh, other = _differences(
            was.filter(~pl.col("child").is_in(moved)), now.filter(~pl.col("child").is_in(moved))
        )
        _write(gone, fresh, other, at)
        changes = _changes(gone, fresh, other)
        _write_changes(changes, day, at)
        counts = dict(changes.group_by("kind").len().iter_rows())
        details = {"day": day, "written": gone.height + fresh.height + other.height}
        record_event("recompute", by=None, at=at, details=details)
    opened, changed, closed = (counts.get(kind, 0) for kind in ("opened", "changed", "closed"))
    return Recomputed(day, opened, changed, closed, now.height, found.could_not_run)


def _as_stored(found: pl.DataFrame, settings_version: str) -> pl.DataFrame:
    """Findings as the table of findings has them: those that ask something of somebody, or did."""
    asked = found.filter(pl.col("outcome") != Outcome.NOT_APPLICABLE)
    listed = pl.struct("missing").struct.json_encode().str.strip_prefix('{"missing":').str.strip_suffix("}")
    told = asked.with_columns(listed.alias("missing"), pl.lit(settings_version).alias("settings_version"))
    return told.select(SAYS).cast(STORED)  # type: ignore[arg-type]


def _stored() -> pl.DataFrame:
    columns = ", ".join(dates_read(IN_TABLE.get(name, name), type) for name, type in STORED.items())
    parts = [framed([], STORED)]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM finding")  # noqa: S608
        while rows := cursor.fetchmany(AT_ONCE):
            parts.append(framed(rows, STORED))
    return pl.concat(parts)


def _moved_since(place: int) -> list[str]:
    """The children about whom something was entered after that event."""
    later = Event.objects.filter(place__gt=place).values_list("details", flat=True)
    return sorted({child for details in later for child in json.loads(details).get("children", ())})


def _differences(was: pl.DataFrame, now: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """Findings that are gone, that are new, and that say something else: these with what they said, in `..:was`."""
    gone = was.join(now, on=WHICH, how="anti")
    fresh = now.join(was, on=WHICH, how="anti")
    both = now.join(was, on=WHICH, how="inner", suffix=":was")
    differs = pl.any_horizontal(pl.col(name).ne_missing(pl.col(f"{name}:was")) for name in SAID)
    return gone, fresh, both.filter(differs)


def _changes(gone: pl.DataFrame, fresh: pl.DataFrame, other: pl.DataFrame) -> pl.DataFrame:
    """How findings opened, changed and closed: the same rule as for one child (`findings.kind_of`)."""
    ended = gone.select(*WHICH, was="outcome", became=None, due_on=None, reason=None, due_was="due_on")
    begun = fresh.select(*WHICH, was=None, became="outcome", due_on="due_on", reason="reason", due_was=None)
    differing = other.select(
        *WHICH, was="outcome:was", became="outcome", due_on="due_on", reason="reason", due_was="due_on:was"
    )
    changes = pl.concat([ended, begun, differing], how="vertical_relaxed")
    was_open, is_open = (pl.col(name).is_in(list(OPEN_OUTCOMES)).fill_null(False) for name in ("was", "became"))
    differs = pl.col("was").ne(pl.col("became")) | pl.col("due_on").ne_missing(pl.col("due_was"))
    moved = differs & pl.col("was").is_not_null() & pl.col("became").is_not_null()
    kind = (
        pl.when(is_open & ~was_open).then(pl.lit(FindingChange.OPENED))
        .when(was_open & ~is_open).then(pl.lit(FindingChange.CLOSED))
        .when(moved).then(pl.lit(FindingChange.CHANGED))
    )  # fmt: skip
    return changes.with_columns(kind.alias("kind")).filter(pl.col("kind").is_not_null())


def _write(gone: pl.DataFrame, fresh: pl.DataFrame, other: pl.DataFrame, at: datetime) -> None:
    names = [IN_TABLE.get(name, name) for name in SAYS]
    sets = ", ".join(f"{quoted(name)} = %s" for name in (*SAID, "changed_at"))
    where = 'child_id = %s AND subject = %s AND "check" = %s'
    moment = moment_given(at)
    columns = ", ".join(quoted(name) for name in (*names, "changed_at"))
    with connection.cursor() as cursor:
        cursor.executemany(f"DELETE FROM finding WHERE {where}", gone.select(WHICH).rows())  # noqa: S608
        statement = f"INSERT INTO finding ({columns}) VALUES ({placeholders(len(names) + 1)})"  # noqa: S608
        cursor.executemany(statement, [(*_given(row), moment) for row in fresh.select(SAYS).iter_rows()])
        values = [(*_given(row[len(WHICH) :]), moment, *row[: len(WHICH)]) for row in other.select(SAYS).iter_rows()]
        cursor.executemany(f"UPDATE finding SET {sets} WHERE {where}", values)  # noqa: S608


def _given(row: Sequence[Any]) -> Iterator[Any]:
    return (written(value) for value in row)


def _write_changes(changes: pl.DataFrame, day: date, at: datetime) -> None:
    columns = ("child_id", "subject", "check", "was", "became", "due_on", "reason", "kind", "on", "at")
    names = ", ".join(quoted(name) for name in columns)
    statement = f"INSERT INTO finding_change ({names}) VALUES ({placeholders(len(columns))})"  # noqa: S608
    when = (written(day), moment_given(at))
    rows = changes.select(*WHICH, "was", "became", "due_on", "reason", "kind").iter_rows()
    with connection.cursor() as cursor:
        cursor.executemany(statement, [(*_given(row), *when) for row in rows])

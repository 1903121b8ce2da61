"""A source brought into the database: in batches, each whole or not at all; again and again, and nothing twice.

What somebody entered here is never overwritten. Where a feed contradicts it, a person is asked to settle it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from graphlib import TopologicalSorter
from hashlib import sha256
from pathlib import Path

import polars as pl
from django.db import IntegrityError, transaction

from lapwing.conduct.endings import fall_silent_where_over
from lapwing.conduct.events import record_event
from lapwing.conduct.reconciling import list_new_contradictions
from lapwing.records.feeding import Feeding
from lapwing.records.models import Carries, Feed, ImportRun
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.records import TABLES

BATCH = 5_000
"""So many rows are stored at once, and lost at most when the machine stops."""

Tell = Callable[[float], None]


@dataclass(frozen=True)
class BroughtIn:
    """What came of bringing a source in: by table, how many rows were new, changed, the same, or left to a person."""

    feed: str
    resumed: bool
    counts: dict[str, Counter[str]]

    def total(self, what: str) -> int:
        """Over all tables."""
        return sum(count[what] for count in self.counts.values())


def tables_in_order() -> list[str]:
    """Every record table, each after those that its rows refer to; agencies and practitioners name each other, and come first."""
    first = ("agency", "practitioner")
    needs = {name: {str(c.refers_to) for c in table if c.refers_to} - {name, *first} for name, table in TABLES.items()}
    return [*first, *(name for name in TopologicalSorter(needs).static_order() if name not in first)]


def fingerprint(path: Path) -> str:
    """What tells a source from another of the same name: the content of its files."""
    digest = sha256()
    files = sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]
    for file in files:
        digest.update(file.name.encode())
        with file.open("rb") as content:
            while part := content.read(2**20):
                digest.update(part)
    return digest.hexdigest()


def bring_in(
    records: RecordSet, *, feed: str, format: str, source: str, mark: str, at: datetime, tell: Tell = lambda share: None
) -> BroughtIn:
    """Stores what a source gives under the name of a feed; goes on where an earlier try with the same `mark` stopped."""
    run, resumed = _run(feed, format, source, mark, at)
    rows = {name: int(records.frame(name).select(pl.len()).collect().item()) for name in records.carried}
    whole, seen = sum(rows.values()) or 1, 0
    for name in tables_in_order():
        if name not in records.carried:
            continue
        feeding_in = Feeding(name, records.carried[name], feed, at, is_versioned=name in records.versioned)
        for start, batch in _batches(records.frame(name), rows[name], run.done.get(name, 0)):
            _store(run, feeding_in, start, batch)
            tell((seen + start + batch.height) / whole)
        seen += rows[name]
    _finish(run, records, at)
    return BroughtIn(feed, resumed, {name: Counter(count) for name, count in run.counts.items()})


def _run(feed: str, format: str, source: str, mark: str, at: datetime) -> tuple[ImportRun, bool]:
    Feed.objects.get_or_create(name=feed, defaults={"format": format})
    unfinished = ImportRun.objects.filter(feed=feed, fingerprint=mark, ended_at__isnull=True).first()
    if unfinished is not None:
        return unfinished, True
    return ImportRun.objects.create(feed_id=feed, source=source, fingerprint=mark, began_at=at), False


def _batches(frame: pl.LazyFrame, rows: int, start: int) -> Iterator[tuple[int, pl.DataFrame]]:
    for place in range(start, rows, BATCH):
        yield place, frame.slice(place, BATCH).collect()


def _store(run: ImportRun, feeding_in: Feeding, start: int, batch: pl.DataFrame) -> None:
    """One batch and how far it brings the run, together or not at all."""
    with transaction.atomic():
        try:
            with transaction.atomic():
                counts = feeding_in.take(batch)
        except IntegrityError:
            counts = feeding_in.take_one_by_one(batch)
        run.counts[feeding_in.name] = dict(Counter(run.counts.get(feeding_in.name, {})) + counts)
        run.done[feeding_in.name] = start + batch.height
        run.save(update_fields=["counts", "done"])


def _finish(run: ImportRun, records: RecordSet, at: datetime) -> None:
    """From now on the feed's silence says something."""
    with transaction.atomic():
        for name, columns in records.carried.items():
            _carry(run.feed_id, name, columns, records)
        list_new_contradictions(at=at)
        Feed.objects.filter(pk=run.feed_id).update(last_at=at)
        ImportRun.objects.filter(pk=run.pk).update(ended_at=at)
        details = {"feed": run.feed_id, "source": run.source, "fingerprint": run.fingerprint, "counts": run.counts}
        record_event("import", by=None, at=at, details=details)
        fall_silent_where_over(at)


def _carry(feed: str, name: str, columns: frozenset[str], records: RecordSet) -> None:
    before = Carries.objects.filter(feed=feed, table=name).first()
    kinds = {c: sorted(records.kinds_told(f"{name}.{c}")) for c in sorted(columns) if f"{name}.{c}" in records.kinds}
    known = set(columns) | set(before.columns if before else ())
    given = {"columns": sorted(known), "kinds": kinds, "delivered_on": records.delivered.get(name)}
    Carries.objects.update_or_create(feed_id=feed, table=name, defaults=given)

"""Counting what the Board's measures look at, once a month, and working out what may be told of it.

The window ends with the first day of the month. Figures of two days close to each other, held against each other, would
tell of the one child of whom something was recorded between. So a measure is counted anew in a new month, or when its rule
or the area's settings changed; then the same window is looked at again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any

import polars as pl
from django.db import transaction

from lapwing.conduct.events import record_event
from lapwing.conduct.findings import settings_now
from lapwing.engine.measuring import Counting, measured
from lapwing.engine.publishing import publish
from lapwing.engine.recoding import first_days
from lapwing.engine.run import CouldNotRun
from lapwing.measures import MEASURES
from lapwing.records.models import Measured
from lapwing.records.stored import stored_records


@dataclass(frozen=True)
class Counted:
    """One measure as it was counted: on which day, of what, or why not."""

    on: date
    units: pl.DataFrame | None
    why_not: str = ""


def count_due(*, day: date, at: datetime) -> None:
    """Counts anew every measure that is due on a day, and works out what may be told."""
    stored = {one.code: one for one in Measured.objects.defer("units", "told")}
    due = [code for code in MEASURES if _is_due(stored.get(code), code, day)]
    if not due and stored.keys() <= MEASURES.keys():
        return
    until = min((one.until for one in stored.values() if _is_of_month(one, day)), default=window_ends(day))
    counted = _counted_before(MEASURES.keys() - due) | _count(due, stored, day, until)
    with transaction.atomic():
        _store(counted, until)
        record_event("count_measures", by=None, at=at, details={"day": day, "counted": sorted(due)})


def window_ends(day: date) -> date:
    """The last day of what is counted on a day: the first of the month, on whichever day of it the daily run comes to it.

    So windows move by whole months. Two quarters that differ by a single day would tell of the children of that day.
    """
    return day.replace(day=1)


def _is_of_month(one: Measured, day: date) -> bool:
    return not one.why_not and (one.until.year, one.until.month) == (day.year, day.month)


def _is_due(one: Measured | None, code: str, day: date) -> bool:
    if one is None or not _is_of_month(one, day):
        return True
    versions = (one.rule_version, one.settings_version)
    return versions != (MEASURES[code].rule_version(), settings_now().version)


def _count(codes: Iterable[str], stored: Mapping[str, Measured], day: date, until: date) -> dict[str, Counted]:
    """Those measures, each as of the day on which it was first counted this month."""
    again = {code for code in codes if code in stored and _is_of_month(stored[code], day)}
    by_day: dict[date, list[Any]] = {}
    for code in codes:
        by_day.setdefault(stored[code].counted_on if code in again else day, []).append(MEASURES[code])
    found: dict[str, Counted] = {}
    records = stored_records()
    for on, some in by_day.items():
        for measure, said in measured(Counting(some, on, settings_now(), first_days(until)[0]), records):
            found[measure.code] = Counted(on, None, said.why) if isinstance(said, CouldNotRun) else Counted(on, said)
    return found


def _counted_before(codes: Iterable[str]) -> dict[str, Counted]:
    rows = Measured.objects.filter(pk__in=codes).values_list("code", "counted_on", "units")
    return {code: Counted(on, pl.read_parquet(BytesIO(bytes(units)))) for code, on, units in rows}


def _store(counted: Mapping[str, Counted], until: date) -> None:
    told = {code: one for some in _by_subject(counted) for code, one in publish(some, until, fewest()).items()}
    Measured.objects.exclude(pk__in=counted).delete()
    for code, one in counted.items():
        values = {
            "counted_on": one.on,
            "since": first_days(until)[0],
            "until": until,
            "rule_version": MEASURES[code].rule_version(),
            "settings_version": settings_now().version,
            "units": _as_parquet(one.units),
            "told": told[code].written() if code in told else "",
            "why_not": one.why_not,
        }
        Measured.objects.update_or_create(code=code, defaults=values)


def _by_subject(counted: Mapping[str, Counted]) -> list[dict[str, pl.DataFrame]]:
    """The units of those that were counted, the measures of one subject together."""
    found: dict[Any, dict[str, pl.DataFrame]] = {}
    for code, one in counted.items():
        if one.units is not None:
            found.setdefault(MEASURES[code].about, {})[code] = one.units
    return list(found.values())


def fewest() -> int:
    """The smallest number of children that is told."""
    return int(settings_now().number("suppress.below"))


def _as_parquet(units: pl.DataFrame | None) -> bytes:
    if units is None:
        return b""
    held = BytesIO()
    units.write_parquet(held)
    return held.getvalue()

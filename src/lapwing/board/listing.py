"""Those who stand behind a figure, under signs that nobody can read: how each stands, in which period, and how long it took.

A sign is of one line of one list of one count: it stands for another line in no other list, so that two lists held
against each other, or those of two months, tell no more than their figures do. Periods are those that are told of the
measure, and spans are in bands, joined until each band of a period is large enough.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from lapwing.conduct.reading.worklist import pseudonym
from lapwing.engine.measure import Measure, SpanKind, Status
from lapwing.engine.publishing import Group, Told
from lapwing.engine.recoding import COUNTED, OTHERS, WHOLE, Category, Cell, Part, parts_of

BANDS = (
    (0, "on the same day"),
    (7, "within 1 week"),
    (28, "1 to 4 weeks"),
    (91, "4 to 13 weeks"),
    (182, "13 to 26 weeks"),
)
BEYOND, BEFORE = "longer than 26 weeks", "before"
GESTATIONS = ((83, "before 12 weeks"), (139, "12 to 20 weeks"), (195, "20 to 28 weeks"), (251, "28 to 36 weeks"))
LATE = "36 weeks or later"


@dataclass(frozen=True)
class Line:
    """One of those behind a figure: how it stands, its period (none where that is not told), and the span in words."""

    sign: str
    status: str
    since: date | None
    until: date | None
    span: str


def listed(measure: type[Measure], told: Told, units: pl.DataFrame, fewest: int, count: str) -> list[Line]:
    """Those behind the latest figure, by period, how they stand, and sign; none where they are too few to be listed.

    `count` names the count that they come from: in another one the same child has another sign.
    """
    if not told.lists:
        return []
    latest = told.latest
    periods = [one for one in told.over_time if latest.since <= one.since and one.until <= latest.until]
    rows = list(_within(units, latest).iter_rows(named=True))
    statuses = [*COUNTED, *(one for one in (Status.LEFT_OUT, Status.CANNOT_TELL) if getattr(latest, one) is not None)]
    lines = []
    for period in periods:
        for status in COUNTED:
            some = [row for row in rows if row["status"] == status and _is_in(row["on"], period)]
            lines += _lines(measure, period, status, some, fewest, count)
    for status in statuses[len(COUNTED) :]:
        some = [row for row in rows if row["status"] == status]
        lines += _lines(measure, None, status, some, fewest, count)
    return lines


def _within(units: pl.DataFrame, group: Group) -> pl.DataFrame:
    on = pl.col("on").fill_null(group.until)
    return units.filter(on.is_between(group.since, group.until)).select("child", "subject", "on", "status", "span")


def _is_in(on: date | None, period: Group) -> bool:
    return period.since <= (on or period.until) <= period.until


def _lines(
    measure: type[Measure],
    period: Group | None,
    status: str,
    rows: Sequence[Mapping[str, object]],
    fewest: int,
    count: str,
) -> list[Line]:
    said = [_band(measure, row["span"]) if status == Status.MET and period is not None else "" for row in rows]
    told = _bands_told(zip(said, rows, strict=True), fewest)
    since, until = (period.since, period.until) if period is not None else (None, None)
    return sorted(
        (
            Line(_sign(measure, row, count), status, since, until, told.get(band, ""))
            for band, row in zip(said, rows, strict=True)
        ),
        key=lambda line: (line.span, line.sign),
    )


def _sign(measure: type[Measure], row: Mapping[str, object], count: str) -> str:
    return pseudonym(f"{measure.code} {count} {row['child']} {row['subject']}")


def _band(measure: type[Measure], span: object) -> str:
    if measure.span is None or not isinstance(span, int):
        return ""
    of_birth = measure.span.kind is SpanKind.GESTATION
    if span < 0:
        return BEFORE
    bands, last = (GESTATIONS, LATE) if of_birth else (BANDS, BEYOND)
    return next((name for days, name in bands if span <= days), last)


def _bands_told(said: Iterable[tuple[str, Mapping[str, object]]], fewest: int) -> dict[str, str]:
    """Which band is told by itself: those too small are told together, as no band."""
    children: dict[Category, list[str]] = defaultdict(list)
    for band, row in said:
        children[(band,)].append(str(row["child"]))
    cells = {key: Cell(len(some), frozenset(some)) for key, some in children.items()}
    held: dict[Category, Mapping[range, Part]] = {key: {WHOLE: {Status.MET: cell}} for key, cell in cells.items()}
    if len(held) == 1 and next(iter(cells.values())).may_be_told(fewest):
        return {band: band for (band,) in held}
    return {band: "" if part == (OTHERS,) else band for (band,), part in parts_of(held, fewest).items()}

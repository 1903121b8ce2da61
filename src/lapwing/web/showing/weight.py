"""A child's weights as a chart and as the table that says the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import altair as alt
import polars as pl

from lapwing.conduct.reading import Weighed, Weights
from lapwing.report.pictures import INK, QUIET, as_svg
from lapwing.vocabulary.care_codes import MeasurementKind
from lapwing.web.showing.record import OpenRecord
from lapwing.web.templating import counted, in_words

WEIGHTS = (MeasurementKind.WEIGHT, MeasurementKind.BIRTH_WEIGHT)
WIDTH, HEIGHT = 560, 320
"""The size of the part of the chart in which weights stand, in pixels."""
ON = alt.X("on:T", title=None, scale=alt.Scale(type="utc"), axis=alt.Axis(format="%-d %b %Y", labelAngle=-40))


@dataclass(frozen=True)
class WeightRow:
    """A weight in the table: the days and the change since the one before, who measured, and whether somebody responded."""

    on: str
    kilograms: str
    since: str
    change: str
    fell: bool
    space: str
    source: str
    response: str
    waits: bool
    href: str


def rows_of(record: OpenRecord, found: Weights) -> list[WeightRow]:
    """The table, the latest first."""
    before: list[Weighed | None] = [None, *found.weighed]
    pairs = list(zip(before, found.weighed, strict=False))
    return [_row(record, earlier, one) for earlier, one in reversed(pairs)]


def _row(record: OpenRecord, earlier: Weighed | None, one: Weighed) -> WeightRow:
    values = one.entry.values
    grams = one.grams - earlier.grams if earlier else 0
    responded = values.get("responded_on")
    waits = bool(values.get("needs_response")) and responded is None
    return WeightRow(
        on=in_words(one.on) + (" (at birth)" if values["kind"] == MeasurementKind.BIRTH_WEIGHT else ""),
        kilograms=f"{one.grams / 1000:.3f}".rstrip("0").rstrip(".") + " kg",
        since=counted((one.on - earlier.on).days, "day") if earlier else "",
        change=f"{'-' if grams < 0 else '+'}{abs(grams):,} g" if earlier else "",
        fell=grams < 0,
        space=one.space or values.get("centile_space") or "",
        source=record.said("measurement", "source", values.get("source")),
        response=f"Responded {in_words(responded)}"
        if responded
        else "Needs a response; nobody has responded"
        if waits
        else "",
        waits=waits,
        href=record.page("measurement", one.entry.key),
    )


def said_of(found: Weights) -> str:
    """What the chart shows, for whoever does not see it."""
    first, last = found.weighed[0], found.weighed[-1]
    falls = sum(1 for before, after in pairwise(found.weighed) if after.grams < before.grams)
    fell = f" It fell {counted(falls, 'time')}." if falls else ""
    return (
        f"{counted(len(found.weighed), 'weight')} from {in_words(first.on)} ({first.grams:,} g) "
        f"to {in_words(last.on)} ({last.grams:,} g).{fell} The table says the same."
    )


def chart_of(found: Weights) -> str:
    """The chart, as SVG: weights over time, with the lines of the growth chart behind them where there are any."""
    told = [{"on": _day(one.on), "kg": one.grams / 1000} for one in found.weighed]
    weight = alt.Y("kg:Q", title="Weight in kilograms", scale=alt.Scale(zero=False))
    shown = alt.Chart(pl.DataFrame(told)).encode(ON, weight)
    layers = [
        *_lines(found, weight),
        shown.mark_line(color=INK),
        shown.mark_point(color=INK, filled=True, size=60),
    ]
    return as_svg(alt.LayerChart(layer=layers).properties(width=WIDTH, height=HEIGHT))


def _lines(found: Weights, weight: alt.Y) -> list[alt.Chart]:
    """Dashed for the lines between, whole for the 50th; each with its name at its end."""
    if not found.lines:
        return []
    points = [{"centile": name, "on": _day(on), "kg": kilograms} for name, on, kilograms in found.lines]
    last = {
        name: {"centile": name, "on": _day(on + timedelta(1)), "kg": kilograms} for name, on, kilograms in found.lines
    }
    lines = (
        alt.Chart(pl.DataFrame(points))
        .mark_line(color=QUIET, strokeWidth=1)
        .encode(
            ON,
            weight,
            alt.Detail("centile:N"),
            strokeDash=alt.condition("datum.centile == '50th'", alt.value([1, 0]), alt.value([4, 3])),
        )
    )
    names = (
        alt.Chart(pl.DataFrame(list(last.values())))
        .mark_text(align="left", dx=4, fontSize=11, color=QUIET)
        .encode(ON, weight, alt.Text("centile:N"))
    )
    return [lines, names]


def _day(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"

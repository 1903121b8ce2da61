"""Prevalence drawn: a dot for each share and a line for its interval, the most frequent theme first."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from typing import Any

import altair as alt
import polars as pl

from lapwing.report.pictures import INK, QUIET, as_svg
from lapwing.reviews.prevalence import ALL, By, Cell, Prevalence
from lapwing.reviews.prevalence.told import headings
from lapwing.reviews.refusal import Refusal

SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down", "triangle-right")
SHADES = (INK, "#8a979c", "#c96f2b", QUIET, "#7a1f1f", "#b8c2c6", "#e0a060")
"""Told apart by shape where there is no colour."""
ROOM_OF_A_DOT = 13
LETTERS_IN_A_LINE = 34
LINES = "split(datum.label, '\\n')"
"""The name of a theme over several lines."""
ABOVE = alt.Legend(orient="top", labelLimit=0)


class NotDrawn(Refusal):
    """A table that no chart of ours shows."""


def chart_of(table: Prevalence) -> str:
    """The chart as SVG, of a table by cohort, by period or by neither; what is kept back is not drawn.

    It tells nothing to a screen reader: it belongs beside the table that says the same.
    """
    if table.asked.by is By.BOTH:
        raise NotDrawn("A chart shows cohorts or periods. Give --by cohort or --by period, or another --format.")
    rows = list(_rows(table))
    if not rows:
        raise NotDrawn("There is nothing to draw: nothing is assessed, or every number is kept back.")
    return as_svg(_chart(table, rows))


def _rows(table: Prevalence) -> Iterator[dict[str, Any]]:
    for theme in _largest_first(table):
        for heading, cell in zip(headings(table), table.cells[theme].values(), strict=True):
            if not table.is_hidden(cell) and cell.interval is not None:
                low, high = cell.interval
                yield {
                    "theme": "\n".join(wrap(table.book[theme].name, LETTERS_IN_A_LINE)),
                    "column": heading,
                    "share": cell.share,
                    "low": low,
                    "high": high,
                }


def _largest_first(table: Prevalence) -> list[str]:
    return sorted(table.cells, key=lambda theme: (-_shown_share(table, table.cell(theme)), table.book[theme].name))


def _shown_share(table: Prevalence, cell: Cell) -> float:
    """The share by which themes are ordered; a kept-back one does not show by its place."""
    return -1.0 if table.is_hidden(cell) or cell.share is None else cell.share


def _chart(table: Prevalence, rows: list[dict[str, Any]]) -> alt.LayerChart:
    drawn = {row["column"] for row in rows}
    columns = [heading for heading in headings(table) if heading in drawn]
    themes = list(dict.fromkeys(row["theme"] for row in rows))
    shapes = [SHAPES[at % len(SHAPES)] for at in range(len(columns))]
    shades = [SHADES[at % len(SHADES)] for at in range(len(columns))]
    heading_of_share = f"Share of {table.asked.of} assessed, with 95% interval"
    heading = None if columns == [ALL] else str(table.asked.by).capitalize()
    colour = alt.Color(
        "column:N", title=heading, legend=ABOVE, sort=columns, scale=alt.Scale(domain=columns, range=shades)
    )
    shape = alt.Shape(
        "column:N", title=heading, legend=ABOVE, sort=columns, scale=alt.Scale(domain=columns, range=shapes)
    )
    base = alt.Chart(pl.DataFrame(rows)).encode(
        y=alt.Y("theme:N", title=None, sort=themes, axis=alt.Axis(labelExpr=LINES, labelLimit=0)),
        yOffset=alt.YOffset("column:N", sort=columns),
    )
    spans = base.mark_rule(strokeWidth=1.5).encode(x=alt.X("low:Q", title=heading_of_share), x2="high:Q", color=colour)
    share = alt.X(
        "share:Q",
        title=heading_of_share,
        scale=alt.Scale(domain=[0, 1]),
        axis=alt.Axis(format="%"),
    )
    dots = base.mark_point(size=46, filled=True, opacity=1).encode(x=share, color=colour, shape=shape)
    return alt.LayerChart(layer=[spans, dots]).properties(width=520, height=alt.Step(ROOM_OF_A_DOT))

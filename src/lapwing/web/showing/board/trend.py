"""The trend of a measure as a chart; the table beside it says the same."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import polars as pl

from lapwing.board.figures import Figure
from lapwing.report.pictures import INK, QUIET, as_svg
from lapwing.web.showing.board.figures import told_shares
from lapwing.web.templating import briefly

WIDTH, HEIGHT = 560, 260
"""The size of the part of the chart in which shares stand, in pixels."""


def chart_of(periods: Sequence[Figure]) -> str:
    """A dot for each share, joined in time, and a line for its interval, as SVG."""
    shown = told_shares(periods)
    table = pl.DataFrame(
        {
            "period": [f"to {briefly(one.until)}" for one in shown],
            "share": [one.share for one in shown],
            "low": [one.low for one in shown],
            "high": [one.high for one in shown],
        }
    )
    share = alt.Y(
        "share:Q", title="Share, with 95% interval", scale=alt.Scale(domain=[0, 1]), axis=alt.Axis(format="%")
    )
    base = alt.Chart(table).encode(
        x=alt.X("period:N", title=None, sort=None, axis=alt.Axis(labelAngle=-40, labelLimit=0))
    )
    spans = base.mark_rule(strokeWidth=1.5, color=QUIET).encode(
        y=alt.Y("low:Q", title="Share, with 95% interval"), y2="high:Q"
    )
    steps = base.mark_line(strokeWidth=1, color=QUIET).encode(y=share)
    dots = base.mark_point(size=46, filled=True, opacity=1, color=INK).encode(y=share)
    return as_svg(alt.LayerChart(layer=[spans, steps, dots]).properties(width=WIDTH, height=HEIGHT))

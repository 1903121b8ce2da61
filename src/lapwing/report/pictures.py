"""Charts as SVG: no script, no network; each stands beside the table that says the same."""

from __future__ import annotations

import json
from typing import Any

import altair as alt
import vl_convert

INK, QUIET, LINE = "#16252b", "#4a5c63", "#c9d3d6"
FEW_TO_MANY = ["#f6d9a8", "#c96f2b", "#7a1f1f"]
"""A scale that darkens as numbers grow, so that it reads without colour too."""

ROOM = {"left": 24, "right": 24, "top": 6, "bottom": 6}
"""Space around a chart: another machine's letters may be wider than those it was measured with."""


def as_svg(chart: alt.Chart | alt.LayerChart) -> str:
    """The chart drawn. What it shows is told by its table, so it names nothing to a screen reader itself."""
    drawn = (
        chart.configure(aria=False, background="#ffffff", font="sans-serif", padding=ROOM)
        .configure_axis(
            labelColor=INK, titleColor=INK, gridColor=LINE, domainColor=QUIET, labelLimit=260, labelFontSize=12
        )
        .configure_legend(labelColor=INK, titleColor=INK, labelFontSize=12)
        .configure_mark(aria=False)
        .configure_view(stroke=LINE)
    )
    told: dict[str, Any] = drawn.to_dict()
    return vl_convert.vegalite_to_svg(json.dumps(told))

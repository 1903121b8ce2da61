"""A child's weights over time, beside the lines of the growth chart where the area has switched that on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lapwing.conduct.acting import Acting
from lapwing.conduct.findings import settings_now
from lapwing.conduct.reading.past import rows_known_on
from lapwing.conduct.reading.record import open_child
from lapwing.conduct.reading.rows import Rows, rows_about
from lapwing.conduct.reading.shown import Shown, sight_of
from lapwing.engine.growth_charts import lines_beside, places
from lapwing.records import links
from lapwing.vocabulary.care_codes import ChartSpace, MeasurementKind

WEIGHTS = (MeasurementKind.WEIGHT, MeasurementKind.BIRTH_WEIGHT)
CENTILES = "weight.centiles"
"""The setting by which an area has weights placed on growth charts."""


@dataclass(frozen=True)
class Weighed:
    """A weight: when, how heavy, the entry that says so, and where it lies on the growth chart, where that is told."""

    on: date
    grams: int
    entry: Shown
    space: str | None


@dataclass(frozen=True)
class Weights:
    """A child's weights, the earliest first.

    `placed` says whether the area places weights on growth charts; `lines` are the chart's: centile, day and kilograms,
    none where the child's sex, date of birth or expected date is not known.
    """

    weighed: tuple[Weighed, ...]
    placed: bool
    lines: tuple[tuple[str, date, float], ...]


@links.asked_once()
def weights(*, by: Acting, child: str) -> Weights:
    """A child's weights, as far as this reader may see them."""
    open_child(by, child, "weights")
    kept = links.kept("child", child)
    rows = rows_known_on(child, by.today)
    sight = sight_of(by, child, rows_about(child), rows)
    told = [
        one
        for one in rows["measurement"]
        if one.row["kind"] in WEIGHTS
        and one.row["measured_on"] is not None
        and one.row["weight_grams"] is not None
        and sight.shows("measurement", one.row)
    ]
    placed = settings_now().value(CENTILES) == "on"
    spaces = places((one.row for one in told), *_who(rows)) if placed else {}
    weighed = [
        Weighed(
            on=one.row["measured_on"],
            grams=one.row["weight_grams"],
            entry=sight.entry("measurement", one),
            space=_said(spaces.get((kept, one.row["kind"], one.row["measured_on"], one.row["weight_grams"]))),
        )
        for one in told
    ]
    weighed.sort(key=lambda one: (one.on, one.entry.values["kind"] != MeasurementKind.BIRTH_WEIGHT))
    lines = lines_beside(kept, weighed[-1].on, *_who(rows)) if placed and weighed else []
    return Weights(tuple(weighed), placed, tuple(lines))


def _who(rows: Rows) -> tuple[list[dict[str, object]], ...]:
    """What places a weight: the children, the people and the expected dates."""
    return tuple([dict(one.row) for one in rows[name]] for name in ("child", "person", "expected_date"))


def _said(place: tuple[str, int | None] | None) -> str | None:
    return ChartSpace.labels()[place[0]] if place is not None else None

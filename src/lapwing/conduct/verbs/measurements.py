"""Verbs: measuring a baby or child, and answering a measurement that calls for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from lapwing.conduct.acting import Acting
from lapwing.conduct.at_work import tell_lead
from lapwing.conduct.may import FRONT_LINE
from lapwing.conduct.policies import check_not_yet, check_says
from lapwing.conduct.verb import verb
from lapwing.records.store import CannotEnter, current
from lapwing.vocabulary.care_codes import MeasurementKind, MeasurementSource

UNITS: Mapping[MeasurementKind, tuple[str, ...]] = {
    MeasurementKind.WEIGHT: ("g", "kg", "lb"),
    MeasurementKind.BIRTH_WEIGHT: ("g", "kg", "lb"),
    MeasurementKind.LENGTH: ("cm",),
    MeasurementKind.HEAD_CIRCUMFERENCE: ("cm",),
}
"""The units in which each may be given."""


@verb(may=FRONT_LINE)
def measure(
    *,
    by: Acting,
    on: date,
    child: str,
    kind: MeasurementKind,
    value: float,
    unit: str,
    source: MeasurementSource,
    undressed: bool | None = None,
    centile_space: str | None = None,
    needs_response: bool | None = None,
) -> str:
    """Records a weight, length or head circumference with its unit, and whether somebody should respond; the key.

    Whoever leads is told where it needs a response.
    """
    _check_amount(kind, value, unit)
    measurement = by.enter(
        "measurement",
        child_id=child,
        kind=kind,
        measured_on=on,
        value=float(value),
        unit=unit,
        source=source,
        undressed=undressed,
        centile_space=centile_space,
        needs_response=needs_response,
    )
    if needs_response:
        what = "A measurement was marked as needing a response. Look at it, and record what is done."
        tell_lead(by, what, child=child, pregnancy=None, table="measurement", key=measurement)
    return measurement


def _check_amount(kind: MeasurementKind, value: float, unit: str) -> None:
    if unit not in UNITS[kind]:
        raise CannotEnter(f"unit: has {unit}; needs {' or '.join(UNITS[kind])} for {kind.label.lower()}.")
    if value <= 0:
        raise CannotEnter(f"value: has {value:g}; needs what was measured, more than nothing.")


@verb(may=FRONT_LINE)
def respond_to_measurement(*, by: Acting, on: date, measurement: str, response: str, seen: int | None = None) -> None:
    """Records what was found and done about a measurement."""
    was = current("measurement", measurement)
    check_not_yet(was["responded_on"], "This measurement was responded to")
    check_says(response, "response", "what was found and done, in words")
    by.amend("measurement", measurement, seen=seen, responded_on=on, response=response)

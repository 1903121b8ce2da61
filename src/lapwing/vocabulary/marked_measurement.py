"""Facts about one measurement of a vulnerable baby that whoever measured marked as needing a response."""

from __future__ import annotations

from lapwing.language.delivered import Delivered
from lapwing.vocabulary import records
from lapwing.vocabulary.care_codes import MeasurementKind
from lapwing.vocabulary.facts import Subject, columns, derived, own, wider
from lapwing.vocabulary.weighed_baby import WeighedBaby

measurement = columns(records.measurement)


class MarkedMeasurement(Subject):
    """A measurement marked as needing a response, unless the loss that it shows is asked after by itself."""

    table = records.measurement
    called = "measurement marked as needing a response"

    child_id = own(measurement.child_id, "the child")
    measurement_id = own(measurement.measurement_id, "the measurement")
    kind = own(measurement.kind, "what was measured")
    measured_on = own(measurement.measured_on, "when it was measured")
    needs_response = own(measurement.needs_response, "whether it was marked as needing a response")
    responded_on = own(measurement.responded_on, "when it was responded to")
    response = own(measurement.response, "the response")

    is_of_baby = wider(WeighedBaby.is_baby)
    record_has_ended = wider(WeighedBaby.record_has_ended)
    lost_on = wider(WeighedBaby.lost_on)
    below_on = wider(WeighedBaby.below_on)
    fallen_on = wider(WeighedBaby.fallen_on)
    delivered_on = derived(Delivered("measurement"), "the last day on which measurements reached this record")

    is_asked_after = derived(
        (kind == MeasurementKind.WEIGHT)
        & (
            (measured_on == lost_on).is_true()
            | (measured_on == below_on).is_true()
            | (measured_on == fallen_on).is_true()
        ),
        "whether what this weight shows is asked after by itself",
    )

    members = needs_response & is_of_baby & ~is_asked_after
    ended = record_has_ended


marked_measurement = MarkedMeasurement

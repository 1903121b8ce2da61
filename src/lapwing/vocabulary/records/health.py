"""Record tables: what was seen and measured, appointments, advice, and hand-overs between services."""

from __future__ import annotations

from lapwing.vocabulary import care_codes, work_codes
from lapwing.vocabulary.tables import (
    ABOUT_CHILD,
    Column,
    Kind,
    WorkedOut,
    ahead,
    code,
    happened,
    key,
    number,
    refers,
    scaled,
    table,
    text,
    yes_no,
)

PLACED_BY = (
    *("child_id", "kind", "measured_on", "value", "unit", "source"),
    *("child.person_id", "child.pregnancy_id", "person.sex", "person.born_on"),
    *("expected_date.pregnancy_id", "expected_date.expected_on", "expected_date.superseded_on"),
)
"""What places a weight on a growth chart: the weight, the child's sex and age, and how early the birth was."""

observation = table(
    "observation",
    "What a practitioner saw, was told, or thinks; the three kept apart.",
    key("observation_id", "The observation."),
    *ABOUT_CHILD,
    refers("person", "The adult observed or quoted, where there is one."),
    code("basis", work_codes.EvidenceBasis, "Seen, reported or opinion.", required=True),
    code("of", care_codes.ObservedWhat, "What it was of."),
    happened("observed_on", "Day of the observation."),
    refers("practitioner", "Who observed.", name="observed_by"),
    code("place", care_codes.SettingKind, "Where."),
    text("says", "What was seen or heard."),
    yes_no("significant", "Whether the observer marked it significant."),
    on="observed_on",
)

measurement = table(
    "measurement",
    "One measurement of a baby or child.",
    key("measurement_id", "The measurement."),
    *ABOUT_CHILD,
    code("kind", care_codes.MeasurementKind, "What was measured.", required=True),
    happened("measured_on", "Day of the measurement."),
    number("value", "The value, in the unit given."),
    text("unit", "g, kg, lb or cm; never guessed from the size of the value."),
    code("source", care_codes.MeasurementSource, "Who measured."),
    yes_no("undressed", "For a weight: whether the baby was undressed."),
    text("centile_space", "Centile or centile space, as a health professional entered it."),
    yes_no("needs_response", "Whether the measurer marked it as needing a response."),
    happened("responded_on", "Day of the response."),
    text("response", "The response.", known_on="responded_on"),
    on="measured_on",
    worked_out=(
        scaled(
            "weight_grams",
            "The value in whole grams, where its unit is one of weight.",
            number="value",
            unit="unit",
            factors={"g": 1, "kg": 1000, "lb": 453.59237},
        ),
        WorkedOut(
            Column("chart_space", Kind.CODE, "Where a weight lies on the growth chart.", care_codes.ChartSpace),
            made_from=PLACED_BY,
        ),
        WorkedOut(
            Column("spaces_fallen", Kind.WHOLE, "How many whole centile spaces a weight lies below the birth weight."),
            made_from=PLACED_BY,
        ),
    ),
)

appointment = table(
    "appointment",
    "An appointment or routine contact, and whether it took place.",
    key("appointment_id", "The appointment."),
    *ABOUT_CHILD,
    refers("person", "The adult it was for, where it was a parent's own."),
    code("kind", care_codes.AppointmentKind, "What it was for.", required=True),
    refers("agency", "The service."),
    ahead("booked_for_on", "Day it was booked for."),
    happened("held_on", "Day it took place."),
    code("kept", care_codes.Kept, "Whether it took place.", known_on="booked_for_on"),
    text("response", "What the service did where it did not."),
)

advice = table(
    "advice",
    "Advice given to one parent or carer, and whether it was talked through.",
    key("advice_id", "The advice."),
    *ABOUT_CHILD,
    refers("person", "Who was advised."),
    code("topic", care_codes.AdviceTopic, "On what.", required=True),
    happened("given_on", "Day it was given."),
    refers("practitioner", "Who gave it.", name="given_by"),
    yes_no("discussed", "Whether it was talked through, not only handed over."),
    text("understood", "What the parent made of it."),
    text("agreed", "What was agreed or seen, such as where medicines are kept."),
    on="given_on",
)

hand_over = table(
    "hand_over",
    "Responsibility passing from one service or worker to another; nothing is handed over until it is accepted.",
    key("hand_over_id", "The hand-over."),
    *ABOUT_CHILD,
    code("kind", care_codes.HandOverKind, "What passes.", required=True),
    refers("agency", "From.", name="from_agency_id"),
    refers("practitioner", "The practitioner handing over.", name="from_practitioner_id"),
    refers("agency", "To.", name="to_agency_id"),
    refers("practitioner", "The practitioner asked to take over.", name="to_practitioner_id"),
    ahead("due_on", "Day by which it is to be sent."),
    happened("sent_on", "Day it was sent."),
    yes_no("verbal", "Whether it was also spoken."),
    yes_no("says_dates", "Whether it gives the expected date or date of birth."),
    yes_no("says_parents", "Whether it names each parent, the father included, or says why not."),
    yes_no("says_risks", "Whether it gives the risks."),
    yes_no("says_plan", "Whether it gives the plan."),
    yes_no("says_agencies", "Whether it names the other agencies."),
    yes_no("says_address_safety", "Whether it says how to keep the address safe."),
    happened("received_on", "Day it arrived."),
    happened("accepted_on", "Day somebody accepted it."),
    refers("practitioner", "Who accepted it.", name="accepted_by"),
    happened("declined_on", "Day it was declined."),
    text("declined_reason", "Why.", known_on="declined_on"),
    happened("first_contact_on", "Day the new service first saw the family."),
    on="sent_on",
)

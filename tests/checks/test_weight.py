"""P41.2, the weighing of vulnerable babies: what is said of each situation.

The day is Monday 2 March 2026; the baby, unless it is said, was born on Monday 1 December 2025 and is thirteen weeks
old. By the schedule weights are due at birth, by day 5, day 14, 8, 12 and 16 weeks, then every 28 days, and from six
months every 56; a weight up to 14 days before its day is that of 8, 12 or 16 weeks.
"""

from __future__ import annotations

from case_tables import ALWAYS_KNOWN, WITHIN_THE_WARNING, Says, Table, case, every_line
from families import assessed, born, concern, expecting, moved_and_accepted, plan
from families.weighing import (
    appointed,
    birth_weight,
    health_set_aside,
    known_baby,
    on_ward,
    vulnerable_baby,
    weighed,
    weighed_until,
)

BABY = vulnerable_baby()
ALL_ALONG = weighed_until("2025-12-05", "2025-12-12", "2026-01-22", "2026-02-20")
"""Weighed on day 4, day 11, at seven and at eleven and a half weeks."""
AT_SEVEN_WEEKS = weighed_until("2025-12-05", "2025-12-12", "2026-01-22")

CODES = (
    "weighed_on_schedule",
    "birth_weight_regained",
    "weight_loss_answered",
    "closer_weighing_has_reason",
    "marked_measurement_answered",
)
SILENT = {
    "measurement": ("weighed_on_schedule", "birth_weight_regained", "weight_loss_answered"),
    "concern": ("closer_weighing_has_reason",),
}
RECURS = "it is met until the next weight is due, and then no longer"
AFTERWARDS = "it is asked once the weights lie close together, as of the day of the last"
CANNOT_BE = {
    ("cannot_tell", ALWAYS_KNOWN): ("weight_loss_answered", "closer_weighing_has_reason"),
    ("met_late", RECURS): ("weighed_on_schedule",),
    ("not_yet_due", WITHIN_THE_WARNING): ("weighed_on_schedule", "weight_loss_answered", "marked_measurement_answered"),
    ("not_yet_due", AFTERWARDS): ("closer_weighing_has_reason",),
}


def baby(situation: str, *stories: list, **expected: object) -> object:
    """A case of the baby with a child in need plan."""
    return case(situation, BABY, *stories, **expected)


TABLE = Table(
    "health",
    "2026-03-02",
    [
        # -------------------------------------------------------- who is looked at
        case("A baby about whom nobody worries", known_baby(), ALL_ALONG, weighed_on_schedule="nothing"),
        case("A baby on a child protection plan", known_baby(), plan("child_protection", "2025-12-08"), ALL_ALONG,
             weighed_on_schedule="met"),
        case("The plan has ended", known_baby(), plan("child_in_need", "2025-12-08", ended="2026-02-20"), ALL_ALONG,
             weighed_on_schedule="nothing"),
        case("A section 47 enquiry is open", known_baby(), assessed("2026-02-23", kind="section_47"), ALL_ALONG,
             weighed_on_schedule="met"),
        case("Assessed before birth", known_baby(), assessed("2025-09-01", signed_off="2025-10-20"), ALL_ALONG,
             weighed_on_schedule="met"),
        case("The mother's drinking is a concern", known_baby(), concern("alcohol", "2025-11-03"), ALL_ALONG,
             weighed_on_schedule="met"),
        case("Her drinking lies in the past", known_baby(), concern("alcohol", "2025-11-03", status="past"), ALL_ALONG,
             weighed_on_schedule="nothing"),
        case("Growth has faltered before", known_baby(), concern("faltering_growth", "2026-01-05", of="baby"), ALL_ALONG,
             weighed_on_schedule="met"),
        case("Born at 36 weeks and 6 days", known_baby(due="2025-12-23"), ALL_ALONG, weighed_on_schedule="met"),
        case("Born at 37 weeks", known_baby(due="2025-12-22"), ALL_ALONG, weighed_on_schedule="nothing"),
        case("Born on time with 2,490 g", known_baby(), birth_weight(2490), weighed("2026-02-20", 4300),
             weighed_on_schedule="met"),
        case("Not yet born", expecting("2026-04-06"), plan("unborn_child_protection", "2026-01-12"),
             weighed_on_schedule="nothing"),
        case("The first birthday was last week", vulnerable_baby("2025-02-23"), birth_weight(3400, "2025-02-23"),
             weighed_on_schedule=Says("not_applicable", has="until the baby is a year old")),
        # -------------------------------------------------------- on the schedule
        baby("Weighed all along: the weight of sixteen weeks is next", ALL_ALONG,
              weighed_on_schedule=Says("met", due="2026-03-23", has="on 20 February 2026. The next weight is due by 23 March")),
        baby("Weighed at seven weeks, and not at twelve", AT_SEVEN_WEEKS,
              weighed_on_schedule=Says("not_met", due="2026-02-23", has="Last weighed by a health professional: 22 January")),
        baby("Weighed at five weeks: the weight of eight weeks was due all the same", birth_weight(3400),
              weighed("2026-01-05", 3900), weighed_on_schedule=Says("not_met", due="2026-01-26")),
        case("Born yesterday, and not weighed on any record", vulnerable_baby("2026-03-01"),
             weighed_on_schedule=Says("due_soon", due="2026-03-02")),
        case("Born on Friday, and not weighed on any record", vulnerable_baby("2026-02-27"),
             weighed_on_schedule=Says("not_met", due="2026-02-28")),
        case("Born on Friday, with a birth weight: day 5 is next", vulnerable_baby("2026-02-27"),
             birth_weight(3400, "2026-02-27"), weighed_on_schedule=Says("met", due="2026-03-04")),
        case("Weighed on day 3: the weight of the new birth visit is next", vulnerable_baby("2026-02-27"),
             birth_weight(3400, "2026-02-27"), weighed("2026-03-02", 3300),
             weighed_on_schedule=Says("met", due="2026-03-13")),
        case("Five months old, weighed 41 days ago", vulnerable_baby("2025-09-29"), birth_weight(3400, "2025-09-29"),
             weighed("2026-01-20", 6500), weighed_on_schedule=Says("not_met", due="2026-02-17", has="20 January 2026")),
        case("Five months old, weighed 28 days ago", vulnerable_baby("2025-09-29"), birth_weight(3400, "2025-09-29"),
             weighed("2026-02-02", 6500), weighed_on_schedule=Says("met", due="2026-03-02")),
        case("Ten months old, weighed 41 days ago: the longer gap", vulnerable_baby("2025-05-05"),
             birth_weight(3400, "2025-05-05"), weighed("2026-01-20", 8500),
             weighed_on_schedule=Says("met", due="2026-03-17")),
        baby("Weighed by the parents at the library since: that does not count", AT_SEVEN_WEEKS,
              weighed("2026-02-24", 4900, source="parent"), weighed_on_schedule=Says("not_met", due="2026-02-23")),
        baby("A length was taken, and no weight", AT_SEVEN_WEEKS, weighed("2026-02-24", 58, "cm", kind="length"),
              weighed_on_schedule="not_met"),
        # -------------------------------------------------------- what a weight is worth
        baby("4.9 kilograms", AT_SEVEN_WEEKS, weighed("2026-02-24", 4.9, "kg"), weighed_on_schedule="met"),
        baby("10.8 pounds", AT_SEVEN_WEEKS, weighed("2026-02-24", 10.8, "lb"), weighed_on_schedule="met"),
        baby("4.9, and no unit: nobody guesses", AT_SEVEN_WEEKS, weighed("2026-02-24", 4.9, None),
              weighed_on_schedule=Says("cannot_tell", has="whose unit, amount or measurer is in doubt: 24 February 2026")),
        baby("4,900, and no unit: not guessed either", AT_SEVEN_WEEKS, weighed("2026-02-24", 4900, None),
              weighed_on_schedule="cannot_tell"),
        baby("4.9 grams: no baby weighs that", AT_SEVEN_WEEKS, weighed("2026-02-24", 4.9, "g"),
              weighed_on_schedule="cannot_tell"),
        baby("4,900 kilograms", AT_SEVEN_WEEKS, weighed("2026-02-24", 4900, "kg"), weighed_on_schedule="cannot_tell"),
        baby("4,900 centimetres", AT_SEVEN_WEEKS, weighed("2026-02-24", 4900, "cm"), weighed_on_schedule="cannot_tell"),
        baby("A weight of which nobody wrote who took it", AT_SEVEN_WEEKS, weighed("2026-02-24", 4900, source=None),
              weighed_on_schedule="cannot_tell"),
        baby("A weight without an amount", AT_SEVEN_WEEKS, weighed("2026-02-24", None), weighed_on_schedule="cannot_tell"),
        baby("A weight in doubt, and a sound one since", AT_SEVEN_WEEKS, weighed("2026-02-20", 4.9, None),
              weighed("2026-02-24", 4900), weighed_on_schedule="met"),
        # -------------------------------------------------------- on a ward, declined, not brought
        baby("In the neonatal unit", birth_weight(2900), on_ward("2025-12-01"),
              weighed_on_schedule=Says("not_applicable", word="inpatient", has="for the ward"),
              birth_weight_regained=Says("not_applicable", word="inpatient")),
        baby("Home from the ward on Friday: the weight that fell due there has five days", birth_weight(2900),
             on_ward("2025-12-01", until="2026-02-27"),
              weighed_on_schedule=Says("met", due="2026-03-04")),
        baby("Home from the ward for a fortnight", birth_weight(2900), on_ward("2025-12-01", until="2026-02-16"),
              weighed_on_schedule=Says("not_met", due="2026-02-21")),
        baby("Was not brought to be weighed", AT_SEVEN_WEEKS, appointed("weighing", "2026-02-24", kept="was_not_brought"),
              weighed_on_schedule=Says("not_met", word="was_not_brought", has="24 February 2026 is marked was not brought")),
        baby("Was not brought, and weighed two days later", AT_SEVEN_WEEKS, weighed("2026-02-26", 4900),
              appointed("weighing", "2026-02-24", kept="was_not_brought"), weighed_on_schedule=Says("met", word=None)),
        baby("The parents would rather wait; nothing else is recorded", AT_SEVEN_WEEKS,
              appointed("weighing", "2026-02-20", kept="declined"),
              weighed_on_schedule=Says("not_met", word="declined", has="what follows from that is not recorded")),
        baby("They would rather wait, and it is agreed what happens meanwhile", AT_SEVEN_WEEKS,
              appointed("weighing", "2026-02-20", kept="declined", response="Weighed at home after Easter"),
              weighed_on_schedule=Says("met", word="declined_with_next_step", due="2026-03-23", has_not="Easter")),
        baby("Declined first, and not brought the second time", AT_SEVEN_WEEKS,
              appointed("weighing", "2026-02-20", kept="declined"),
              appointed("weighing", "2026-02-26", kept="was_not_brought"),
              weighed_on_schedule=Says("not_met", word="was_not_brought")),
        # -------------------------------------------------------- the birth weight regained
        baby("Back at the birth weight on day 17", birth_weight(3400), weighed("2025-12-18", 3400),
              birth_weight_regained=Says("met", due="2025-12-22", has="by 18 December 2025")),
        baby("No weight on day 21; well above the birth weight at eight weeks", birth_weight(3400), weighed("2026-01-22", 4600),
              birth_weight_regained="met"),
        baby("Below the birth weight on day 22, and nobody responded", birth_weight(3400), weighed("2025-12-23", 3350),
              birth_weight_regained=Says("not_met", due="2025-12-24", has="below the birth weight of 3400 g"),
              weight_loss_answered="not_applicable"),
        baby("Below it on day 22, a feed watched the next day", birth_weight(3400),
              weighed("2025-12-23", 3350, responded_on="2025-12-24", response="A feed watched"),
              birth_weight_regained=Says("met", has_not="feed")),
        baby("Below it on day 22, seen by a doctor the next day", birth_weight(3400), weighed("2025-12-23", 3350),
              appointed("medical", "2025-12-24"), birth_weight_regained="met"),
        baby("Below it on day 22, above it a week later, with no response between", birth_weight(3400),
              weighed("2025-12-23", 3350), weighed("2025-12-30", 3500), birth_weight_regained="met_late"),
        baby("Below it on day 7, and no weight since", birth_weight(3400), weighed("2025-12-08", 3300),
              birth_weight_regained=Says("cannot_tell", has="the birth weight regained, or a response")),
        baby("The birth weight is not on record", weighed("2026-01-22", 4600),
              birth_weight_regained=Says("cannot_tell", has="Not recorded: the birth weight in grams")),
        baby("Two birth weights that differ", birth_weight(3400), birth_weight(3100), weighed("2026-01-22", 4600),
              birth_weight_regained="cannot_tell"),
        baby("A birth weight of 7.5 kg is taken for one in pounds, and not reckoned with",
              birth_weight(7.5, unit="kg"), weighed("2026-01-22", 4600), birth_weight_regained="cannot_tell"),
        case("Ten days old: there is time", vulnerable_baby("2026-02-20"), birth_weight(3400, "2026-02-20"),
             weighed("2026-02-25", 3250), birth_weight_regained=Says("not_yet_due", due="2026-03-13")),
        case("Eighteen days old", vulnerable_baby("2026-02-12"), birth_weight(3400, "2026-02-12"),
             weighed("2026-02-25", 3250), birth_weight_regained=Says("due_soon", due="2026-03-05")),
        # -------------------------------------------------------- a loss
        baby("11% below the birth weight on day 5, and no response", birth_weight(3400), weighed("2025-12-06", 3026),
              weight_loss_answered=Says("not_met", due="2025-12-08", has="Birth weight 3400 g; 3026 g on 6 December 2025")),
        baby("Exactly 10% below it is not more than 10%", birth_weight(3400), weighed("2025-12-06", 3060),
              weight_loss_answered="not_applicable"),
        baby("A gram more than 10%", birth_weight(3400), weighed("2025-12-06", 3059), weight_loss_answered="not_met"),
        baby("The loss shows in kilograms as in grams", birth_weight(3.4, unit="kg"), weighed("2025-12-06", 3.026, "kg"),
              weight_loss_answered=Says("not_met", has="3026 g")),
        baby("A 90% loss is a slip of the unit, and no loss", birth_weight(3400), weighed("2025-12-06", 3.3, "g"),
              weight_loss_answered="not_applicable"),
        baby("A loss on the parents' own scale is nobody's finding", birth_weight(3400),
              weighed("2025-12-06", 2900, source="parent"), weight_loss_answered="not_applicable"),
        baby("A feed watched on the next working day", birth_weight(3400),
              weighed("2025-12-06", 3026, needs_response=True, responded_on="2025-12-08"),
              weight_loss_answered=Says("met", due="2025-12-08"), marked_measurement_answered="nothing"),
        baby("Looked at after five days", birth_weight(3400), weighed("2025-12-06", 3026, responded_on="2025-12-11"),
              weight_loss_answered="met_late"),
        baby("Never answered; at the birth weight again after ten days", birth_weight(3400), weighed("2025-12-06", 3026),
              weighed("2025-12-16", 3410), weight_loss_answered=Says("met_late", has="or the weight was back, on 16 December")),
        baby("Responded to with the weight of two days later", birth_weight(3400), weighed("2025-12-06", 3026),
              weighed("2025-12-08", 3050, responded_on="2025-12-08"), weight_loss_answered="met"),
        baby("A response before the loss is not one to it", birth_weight(3400),
              weighed("2025-12-04", 3100, responded_on="2025-12-04"), weighed("2025-12-06", 3026),
              weight_loss_answered="not_met"),
        case("A loss seen today", vulnerable_baby("2026-02-26"), birth_weight(3400, "2026-02-26"), weighed("2026-03-02", 3026),
             weight_loss_answered=Says("due_soon", due="2026-03-03")),
        baby("In hospital since the loss", birth_weight(3400), weighed("2025-12-06", 3026),
              on_ward("2025-12-06", kind="child_ward"), weight_loss_answered=Says("not_applicable", word="inpatient")),
        # -------------------------------------------------------- marked by whoever measured
        baby("Marked as needing a response, and none came", ALL_ALONG, weighed("2026-02-23", 4000, needs_response=True),
              marked_measurement_answered=Says("not_met", due="2026-02-24", has="Weight of 23 February 2026 was marked")),
        baby("Marked today", ALL_ALONG, weighed("2026-03-02", 4000, needs_response=True),
              marked_measurement_answered=Says("due_soon", due="2026-03-03")),
        baby("Marked, and answered the next day", ALL_ALONG,
              weighed("2026-02-23", 4000, needs_response=True, responded_on="2026-02-24", response="Seen by the GP"),
              marked_measurement_answered=Says("met", has_not="GP")),
        baby("Answered after a week", ALL_ALONG,
              weighed("2026-02-16", 4000, needs_response=True, responded_on="2026-02-23"),
              marked_measurement_answered="met_late"),
        baby("There is an answer, and no day", ALL_ALONG,
              weighed("2026-02-16", 4000, needs_response=True, response="Seen by the GP"),
              marked_measurement_answered=Says("cannot_tell", missing=("when it was responded to",))),
        baby("A head circumference marked is asked after as a weight is", ALL_ALONG,
              weighed("2026-02-16", 44, "cm", kind="head_circumference", needs_response=True),
              marked_measurement_answered=Says("not_met", has="Head circumference of 16 February")),
        baby("Marked twice: each is asked after by itself", ALL_ALONG,
              weighed("2026-02-09", 4000, needs_response=True, responded_on="2026-02-09"),
              weighed("2026-02-16", 4000, needs_response=True),
              marked_measurement_answered=(
                  Says("met", subject="weight-2026-02-09-4000"), Says("not_met", subject="weight-2026-02-16-4000"))),
        baby("The marked weight is also the loss: one finding", birth_weight(3400),
              weighed("2025-12-06", 3026, needs_response=True), marked_measurement_answered="nothing",
              weight_loss_answered="not_met"),
        baby("A length was marked on the day of the loss: that is another matter", birth_weight(3400),
             weighed("2025-12-06", 3026), weighed("2025-12-06", 49, "cm", kind="length", needs_response=True),
             marked_measurement_answered=Says("not_met", has="Length of 6 December"), weight_loss_answered="not_met"),
        case("A marked weight of a child past the first year", vulnerable_baby("2025-02-23"),
             weighed("2026-02-16", 9000, needs_response=True), marked_measurement_answered="nothing"),
        # -------------------------------------------------------- more often than is routine
        case("Weighed every week at five months, and no concern is recorded", vulnerable_baby("2025-09-29"),
             weighed("2026-02-16", 6400), weighed("2026-02-23", 6500),
             closer_weighing_has_reason=Says("not_met", has="16 March 2026 would have been routine")),
        case("Weighed every week, with a concern on record", vulnerable_baby("2025-09-29"),
             concern("faltering_growth", "2026-01-12", of="baby"), weighed("2026-02-16", 6400), weighed("2026-02-23", 6500),
             closer_weighing_has_reason=Says("met", has="since 12 January 2026")),
        case("The concern was cleared", vulnerable_baby("2025-09-29"),
             concern("neglect", "2026-01-12", of="baby", status="cleared"), weighed("2026-02-16", 6400),
             weighed("2026-02-23", 6500), closer_weighing_has_reason="not_met"),
        case("The reason was written down some days later", vulnerable_baby("2025-09-29"),
             concern("faltering_growth", "2026-02-26", of="baby"), weighed("2026-02-16", 6400), weighed("2026-02-23", 6500),
             closer_weighing_has_reason="met_late"),
        case("A weight was marked, and a second one taken", vulnerable_baby("2025-09-29"),
             weighed("2026-02-16", 6400, needs_response=True), weighed("2026-02-23", 6500), closer_weighing_has_reason="met"),
        case("Four weeks apart is routine", vulnerable_baby("2025-09-29"), weighed("2026-01-26", 6400),
             weighed("2026-02-23", 6500), closer_weighing_has_reason="not_applicable"),
        case("Ten months old, five weeks apart: closer than routine", vulnerable_baby("2025-05-05"),
             weighed("2026-01-19", 8400), weighed("2026-02-23", 8500), closer_weighing_has_reason="not_met"),
        baby("In the first sixteen weeks the schedule itself has weights closer together", ALL_ALONG,
              weighed("2026-02-26", 5000), closer_weighing_has_reason="not_applicable"),
        case("Weighed twice today, first and last", vulnerable_baby("2025-09-29"),
             weighed("2026-02-23", 6500), weighed("2026-03-02", 6600),
             closer_weighing_has_reason=Says("due_soon", due="2026-03-02")),
        # -------------------------------------------------------- set aside, and at an end
        baby("A manager has set it all aside: the hospital abroad weighs the baby", birth_weight(3400),
              weighed("2025-12-06", 3026, needs_response=False), weighed("2025-12-23", 3350),
              weighed("2026-01-02", 3300, needs_response=True),
              appointed("weighing", "2026-02-24", kept="was_not_brought"),
              *(health_set_aside(check, until="2026-03-06") for check in CODES),
              weighed_on_schedule=Says("excepted", word=None, has="until 6 March 2026"),
              birth_weight_regained="excepted", weight_loss_answered="excepted", marked_measurement_answered="excepted"),
        case("A manager has set the closer weighing aside", vulnerable_baby("2025-09-29"), weighed("2026-02-16", 6400),
             weighed("2026-02-23", 6500), health_set_aside("closer_weighing_has_reason", until="2026-03-06"),
             closer_weighing_has_reason="excepted"),
        case("Twins: each is weighed", expecting("2025-12-01", known="2025-05-05", babies=("baby", "twin")), born("2025-12-01"),
             born("2025-12-01", baby="twin"), concern("alcohol", "2025-11-03"), ALL_ALONG,
             weighed_on_schedule=(Says("met"), Says("not_met", of="twin", due="2025-12-02"))),
        baby("The family has moved, and the other area has taken them on", AT_SEVEN_WEEKS, moved_and_accepted("2026-02-27"),
              weighed_on_schedule=Says("not_applicable", has="Nothing more is asked on this record.")),
    ],
)  # fmt: skip


@every_line(TABLE)
def test_it_says(engine: str, number: int, check: str, says: Says) -> None:
    TABLE.assert_says(engine, number, check, says)


LATE_FEED = Table(
    "health",
    "2026-03-02",
    [
        baby("Nothing has come from health visiting since the weight was due", AT_SEVEN_WEEKS,
              weighed_on_schedule=Says("cannot_tell", due="2026-02-23", has="last reached this record on: 22 February 2026")),
        baby("And it may yet turn out that the baby was brought", AT_SEVEN_WEEKS,
              appointed("weighing", "2026-02-20", kept="was_not_brought"),
              weighed_on_schedule=Says("cannot_tell", word=None)),
        case("What was due before is still told of", vulnerable_baby("2025-11-24"), birth_weight(3400, "2025-11-24"),
             weighed("2025-12-02", 3400), weighed("2026-02-22", 3300, needs_response=True),
             marked_measurement_answered=Says("cannot_tell", has="last reached this record on: 22 February 2026")),
        case("A weight of January, missing", vulnerable_baby("2025-11-24"), birth_weight(3400, "2025-11-24"),
             weighed_on_schedule=Says("not_met", due="2025-11-29")),
    ],
    delivered={"measurement": "2026-02-22"},
)  # fmt: skip


@every_line(LATE_FEED)
def test_a_weight_due_after_the_last_delivery_may_have_been_taken(
    engine: str, number: int, check: str, says: Says
) -> None:
    LATE_FEED.assert_says(engine, number, check, says)


def test_no_weight_is_judged() -> None:
    """The record is told as it is; whether a baby is well is for those who see the baby."""
    for finding in TABLE.found("polars").values():
        for word in ("underweight", "failing", "thrive", "malnourish", "abnormal", "too light"):
            assert word not in f"{finding['reason']} {finding['plain_reason']}".lower()

"""P41.2, a fall in weight across the growth chart, where an area has switched the charts on: what is said then.

The day is Monday 2 March 2026; the baby, unless it is said, is a girl born on time on Monday 1 December 2025. A birth
weight of 3,400 g lies in the middle of the chart; at twelve weeks 5,700 g does, 4,900 g lies one space below and
4,700 g two.
"""

from __future__ import annotations

from case_tables import Case, Says, Table, case, every_line
from families import Story, born, expecting, moved_and_accepted, plan
from families.weighing import appointed, birth_weight, health_set_aside, on_ward, vulnerable_baby, weighed

BABY = vulnerable_baby()
TWELVE_WEEKS = "2026-02-23"

CODES = ("fall_across_centiles_answered",)
SILENT = {"measurement": CODES, "expected_date": CODES}
CANNOT_BE = {
    (outcome, "as shipped the growth charts are off, and nothing is asked"): CODES
    for outcome in ("not_met", "cannot_tell", "due_soon", "not_yet_due", "met_late", "excepted", "met")
}


def baby(situation: str, *stories: Story, says: Says | str) -> Case:
    """A case of the baby with a child in need plan."""
    return case(situation, BABY, *stories, fall_across_centiles_answered=says)


def another(situation: str, *stories: Story, says: Says | str) -> Case:
    """A case of another baby."""
    return case(situation, *stories, fall_across_centiles_answered=says)


TABLE = Table(
    "health",
    "2026-03-02",
    [
        baby("As far up the chart as at birth", birth_weight(3400), weighed(TWELVE_WEEKS, 5700),
             says=Says("not_applicable", has="growth charts are on and a fall")),
        baby("One space down, from the middle", birth_weight(3400), weighed(TWELVE_WEEKS, 4900), says="not_applicable"),
        baby("Two spaces down, from the middle", birth_weight(3400), weighed(TWELVE_WEEKS, 4700),
             says=Says("not_met", due="2026-02-24", has="birth weight between the 25th and 50th centiles, and the weight of "
                       "23 February 2026 between the 2nd and 9th centiles")),
        baby("Two spaces down, in kilograms", birth_weight(3.4, unit="kg"), weighed(TWELVE_WEEKS, 4.7, "kg"), says="not_met"),
        baby("Two spaces down, from above the 91st: three would count", birth_weight(4200), weighed(TWELVE_WEEKS, 5700),
             says="not_applicable"),
        baby("Three spaces down, from above the 91st", birth_weight(4200), weighed(TWELVE_WEEKS, 5100), says="not_met"),
        baby("One space down, from below the 9th", birth_weight(2830), weighed(TWELVE_WEEKS, 4350), says="not_met"),
        baby("Hardly a change, and below the 9th all along", birth_weight(2800), weighed(TWELVE_WEEKS, 4500),
             says="not_applicable"),
        baby("Below the 2nd, wherever it began", birth_weight(2600), weighed(TWELVE_WEEKS, 4300),
             says=Says("not_met", has="between the 0.4th and 2nd")),
        another("A boy of the weight of the girl who is one space down: the chart is another",
                vulnerable_baby(sex="male"), birth_weight(3400), weighed(TWELVE_WEEKS, 4900), says="not_met"),
        baby("In the first fortnight weights lie where they lie", birth_weight(3400), weighed("2025-12-08", 3150),
             says="not_applicable"),
        baby("The parents' own scale", birth_weight(3400), weighed(TWELVE_WEEKS, 4300, source="parent"),
             says="not_applicable"),
        # -------------------------------------------------------- born early
        another("Born eight weeks early, and growing as such babies do", vulnerable_baby(due="2026-01-26"), birth_weight(1800),
                weighed(TWELVE_WEEKS, 3900), says="not_applicable"),
        another("Born eight weeks early, and well below that", vulnerable_baby(due="2026-01-26"), birth_weight(1800),
                weighed(TWELVE_WEEKS, 3000), says="not_met"),
        another("Born at 37 weeks, which is not early: by the age from birth", vulnerable_baby(due="2025-12-22"),
                birth_weight(3400), weighed(TWELVE_WEEKS, 4700), says="not_met"),
        # -------------------------------------------------------- what is not known
        another("The sex is not recorded", vulnerable_baby(sex=None), birth_weight(3400), weighed(TWELVE_WEEKS, 4700),
                says=Says("cannot_tell", has="could not be placed: 23 February 2026. Not recorded: the sex as registered")),
        another("The sex is recorded as not known", vulnerable_baby(sex="unknown"), birth_weight(3400),
                weighed(TWELVE_WEEKS, 4700), says="cannot_tell"),
        another("No expected date: nobody knows whether the birth was early", expecting(None, known="2025-05-05"),
                born("2025-12-01"), plan("child_in_need", "2025-12-01"), birth_weight(3400), weighed(TWELVE_WEEKS, 4700),
                says=Says("cannot_tell", has="the expected date of birth")),
        another("An expected date that cannot be that of this birth", vulnerable_baby(due="2026-06-01"), birth_weight(3400),
                weighed(TWELVE_WEEKS, 4700), says="cannot_tell"),
        baby("No birth weight", weighed(TWELVE_WEEKS, 4700), says=Says("cannot_tell", has="the birth weight in grams")),
        baby("No birth weight, and below the 2nd all the same", weighed(TWELVE_WEEKS, 4300), says="not_met"),
        baby("Two birth weights that differ", birth_weight(3400), birth_weight(3000), weighed(TWELVE_WEEKS, 4700),
             says="cannot_tell"),
        # -------------------------------------------------------- what answers it
        baby("Responded to the next day", birth_weight(3400), weighed(TWELVE_WEEKS, 4700, responded_on="2026-02-24"),
             says=Says("met", has="between the 2nd and 9th centiles, was responded to on 24 February")),
        baby("Seen by the GP the next day", birth_weight(3400), weighed(TWELVE_WEEKS, 4700), appointed("medical", "2026-02-24"),
             says="met"),
        baby("Responded to after four days", birth_weight(3400), weighed(TWELVE_WEEKS, 4700, responded_on="2026-02-27"),
             says="met_late"),
        baby("Weighed today", birth_weight(3400), weighed("2026-03-02", 4700), says=Says("due_soon", due="2026-03-03")),
        case("The measurer marked that very weight: one finding", BABY, birth_weight(3400),
             weighed(TWELVE_WEEKS, 4700, needs_response=True), fall_across_centiles_answered="not_met",
             marked_measurement_answered="nothing"),
        baby("On the ward", birth_weight(3400), weighed(TWELVE_WEEKS, 4700), on_ward("2026-02-24", kind="child_ward"),
             says="not_applicable"),
        baby("A manager has set it aside", birth_weight(3400), weighed(TWELVE_WEEKS, 4700),
             health_set_aside("fall_across_centiles_answered", until="2026-03-06"), says="excepted"),
        baby("The family has moved, and the other area has taken them on", birth_weight(3400), weighed(TWELVE_WEEKS, 4700),
             moved_and_accepted("2026-02-27"), says="not_applicable"),
    ],
    settings={"weight.centiles": "on"},
)  # fmt: skip


@every_line(TABLE)
def test_it_says(engine: str, number: int, check: str, says: Says) -> None:
    TABLE.assert_says(engine, number, check, says)


AS_SHIPPED = Table(
    "health",
    "2026-03-02",
    [baby("Two spaces down, and the charts are off", birth_weight(3400), weighed(TWELVE_WEEKS, 4700), says="not_applicable")],
)  # fmt: skip


@every_line(AS_SHIPPED)
def test_as_shipped_nothing_is_placed_on_a_chart(engine: str, number: int, check: str, says: Says) -> None:
    AS_SHIPPED.assert_says(engine, number, check, says)
    for finding in AS_SHIPPED.found(engine).values():
        assert finding["facts"].get("fallen_to") is None
        assert finding["facts"].get("birth_space") is None

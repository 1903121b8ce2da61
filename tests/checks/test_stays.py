"""P67.2, places that do not suit a young person's age, and nights in a police cell: what is said of each situation.

The day is Monday 2 March 2026; Kyra has been worked with since June.
"""

from __future__ import annotations

from case_tables import WITHIN_THE_WARNING, Says, Table, case, every_line
from families.rights import another_area_leads, kyra, set_aside_for_kyra, status, stayed, told

CODES = ("setting_suits_age", "appropriate_adult_present")
SILENT = {"rights": ("appropriate_adult_present",)}
CANNOT_BE = {("not_yet_due", WITHIN_THE_WARNING): CODES}


def of(outcome: str, **more: object) -> Says:
    """The same of Kyra."""
    return Says(outcome, of="kyra-record", **more)  # type: ignore[arg-type]


TABLE = Table(
    "young_people",
    "2026-03-02",
    [
        case(
            "Seventeen, in bed and breakfast since 3 February; no exception and no plan to move",
            kyra("2008-09-08"),
            stayed("bed_and_breakfast", "2026-02-03"),
            setting_suits_age=of(
                "not_met", due="2026-02-03", has="Bed and breakfast, since 3 February 2026. There is no exception"
            ),
            appropriate_adult_present=of("not_applicable"),
        ),
        case(
            "Placed there today",
            kyra("2008-09-08"),
            stayed("adult_hostel", "2026-03-02"),
            setting_suits_age=of("due_soon", due="2026-03-02"),
        ),
        case(
            "In a hostel, and the move is planned for Friday",
            kyra("2008-09-08"),
            stayed("adult_hostel", "2026-02-24", moving="2026-03-06"),
            setting_suits_age=of("met", word="move_planned", has="Day planned for the move: 6 March 2026"),
        ),
        case(
            "The day planned for the move has passed, and she is still there",
            kyra("2008-09-08"),
            stayed("adult_hostel", "2026-02-03", moving="2026-02-20"),
            setting_suits_age=of("not_met", has="Day last planned for one: 20 February 2026"),
        ),
        case(
            "She left after two weeks without a plan ever being made",
            kyra("2008-09-08"),
            stayed("adult_hostel", "2026-02-03", until="2026-02-17"),
            setting_suits_age=of("met_late", due="2026-02-03", has="to 17 February 2026"),
        ),
        case(
            "One night only, left the same day it was found",
            kyra("2008-09-08"),
            stayed("bed_and_breakfast", "2026-02-03", until="2026-02-03"),
            setting_suits_age=of("met"),
        ),
        case(
            "Two stays, each for itself",
            kyra("2008-09-08"),
            stayed("bed_and_breakfast", "2026-01-12", until="2026-02-03"),
            stayed("adult_hostel", "2026-02-03"),
            setting_suits_age=[
                of("met_late", subject="bed_and_breakfast-2026-01-12"),
                of("not_met", subject="adult_hostel-2026-02-03"),
            ],
        ),
        case(
            "Detained under the Mental Health Act on a ward that takes people of her age: a manager's exception",
            kyra("2008-09-08"),
            status("detained_mental_health", "2026-02-16", verified="2026-02-17"),
            stayed("adult_ward", "2026-02-16"),
            set_aside_for_kyra("setting_suits_age", until="2026-03-31"),
            setting_suits_age=of("excepted"),
        ),
        case(
            "That exception ended on Friday: it is asked again",
            kyra("2008-09-08"),
            stayed("adult_ward", "2026-02-16"),
            set_aside_for_kyra("setting_suits_age", until="2026-02-27"),
            setting_suits_age=of("not_met"),
        ),
        case(
            "Nobody wrote since when she is there",
            kyra("2008-09-08"),
            stayed("bed_and_breakfast", None),
            setting_suits_age=of("cannot_tell"),
        ),
        case(
            "Supported accommodation is not on the list",
            kyra("2008-09-08"),
            stayed("supported_accommodation", "2026-02-03"),
            setting_suits_age=of("nothing"),
        ),
        case(
            "A stay that ended before she was fourteen",
            kyra("2011-06-01"),
            stayed("bed_and_breakfast", "2025-03-03", until="2025-05-30"),
            setting_suits_age=of("nothing"),
        ),
        case(
            "In bed and breakfast since before she was fourteen: asked from the birthday",
            kyra("2012-02-20"),
            stayed("bed_and_breakfast", "2025-12-01"),
            setting_suits_age=of("not_met", due="2026-02-20"),
        ),
        case(
            "His age is disputed and he is in an adult hostel: treated as a child",
            kyra("2007-01-15", "disputed"),
            stayed("adult_hostel", "2026-02-03"),
            setting_suits_age=of("not_met"),
        ),
        case(
            "In a police cell overnight, with an appropriate adult after midnight",
            kyra(),
            stayed("police_cell", "2026-02-06", until="2026-02-07"),
            told("appropriate_adult", "2026-02-07"),
            appropriate_adult_present=of("met", due="2026-02-07", has="there on 7 February 2026"),
            setting_suits_age=of("met_late", due="2026-02-06"),
        ),
        case(
            "In a cell, and nobody came",
            kyra(),
            stayed("police_cell", "2026-02-06", until="2026-02-06"),
            appropriate_adult_present=of("not_met", due="2026-02-07", has="during the stay"),
            setting_suits_age=of("met"),
        ),
        case(
            "The adult who came in January was there for another night",
            kyra(),
            stayed("police_cell", "2026-01-09", until="2026-01-09"),
            stayed("police_cell", "2026-02-06", until="2026-02-06"),
            told("appropriate_adult", "2026-01-09"),
            appropriate_adult_present=[
                of("met", subject="police_cell-2026-01-09"),
                of("not_met", subject="police_cell-2026-02-06"),
            ],
        ),
        case(
            "Held for days, and somebody came on the third",
            kyra(),
            stayed("police_cell", "2026-02-06", until="2026-02-09"),
            told("appropriate_adult", "2026-02-08"),
            appropriate_adult_present=of("met_late", due="2026-02-07"),
        ),
        case(
            "Brought in today",
            kyra(),
            stayed("police_cell", "2026-03-02"),
            appropriate_adult_present=of("due_soon", due="2026-03-03"),
        ),
        case(
            "In a cell on a day that nobody wrote down",
            kyra(),
            stayed("police_cell", None),
            appropriate_adult_present=of("cannot_tell"),
        ),
        case(
            "Another area has taken her on: the stay is not asked about any more",
            kyra("2009-05-14"),
            stayed("police_cell", "2026-02-06", until="2026-02-06"),
            another_area_leads("2025-06-02", "2026-02-20"),
            **dict.fromkeys(CODES, of("not_applicable")),
        ),
    ],
)


@every_line(TABLE)
def test_what_is_said(engine: str, number: int, check: str, says: Says) -> None:
    TABLE.assert_says(engine, number, check, says)

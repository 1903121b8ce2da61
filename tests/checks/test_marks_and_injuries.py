"""P53.1 and key finding K7, a mark on a baby who cannot yet move about: what is said of each situation.

The day is Monday 2 March 2026. The mark is told to social care and seen by a paediatrician on the day it is seen;
the strategy discussion is held by the next working day.
"""

from __future__ import annotations

import pytest

from case_tables import ALWAYS_KNOWN, WITHIN_THE_WARNING, Says, Table, case, every_line
from families import (
    born,
    concern,
    examined,
    expecting,
    fragility_set_aside,
    moved_and_accepted,
    no_strategy_discussion,
    referred,
    stays,
    strategy_discussion,
)
from lapwing.cli.listing import carried_out_by
from lapwing.lessons import ages_of_concern

BABY = [*expecting("2025-12-01", known="2025-05-05"), *born("2025-12-01")]


def mark(on: str, **values: object) -> list:
    """Somebody saw a mark, bruise or injury on the baby."""
    return concern("mark_or_injury_not_mobile", on, of="baby", **{"key": "mark", **values})


TODAYS = mark("2026-03-02")
THURSDAYS = mark("2026-02-26")

CODES = ("mark_referred_same_day", "mark_seen_by_paediatrician_same_day", "mark_strategy_discussed")
SILENT = {
    "referral": ("mark_referred_same_day",),
    "appointment": ("mark_seen_by_paediatrician_same_day",),
    "meeting": ("mark_strategy_discussed",),
}
CANNOT_BE = {("not_yet_due", WITHIN_THE_WARNING): CODES, ("cannot_tell", ALWAYS_KNOWN): CODES}

TABLE = Table(
    "fragility",
    "2026-03-02",
    [
        case(
            "A baby without any mark",
            BABY,
            concern("alcohol", "2026-02-16"),
            mark_referred_same_day="nothing",
        ),
        case(
            "A bruise was seen this morning: it is all due today, the discussion tomorrow",
            BABY,
            TODAYS,
            mark_referred_same_day=Says("due_soon", due="2026-03-02"),
            mark_seen_by_paediatrician_same_day=Says("due_soon", due="2026-03-02"),
            mark_strategy_discussed=Says("due_soon", due="2026-03-03"),
        ),
        case(
            "A bruise of Thursday, told to nobody",
            BABY,
            THURSDAYS,
            mark_referred_same_day=Says("not_met", due="2026-02-26", has="seen on 26 February 2026. No referral"),
            mark_seen_by_paediatrician_same_day=Says("not_met", due="2026-02-26"),
            mark_strategy_discussed=Says("not_met", due="2026-02-27"),
        ),
        case(
            "Seen on a Saturday: the same day for social care and the doctor, Monday for the discussion",
            BABY,
            mark("2026-02-28"),
            mark_referred_same_day=Says("not_met", due="2026-02-28"),
            mark_strategy_discussed=Says("due_soon", due="2026-03-02"),
        ),
        case(
            "Referred, examined and talked over on the day",
            BABY,
            THURSDAYS,
            referred("2026-02-26"),
            examined("2026-02-26"),
            strategy_discussion("2026-02-26"),
            mark_referred_same_day=Says("met", has="with children's social care on 26 February 2026"),
            mark_seen_by_paediatrician_same_day=Says("met", due="2026-02-26"),
            mark_strategy_discussed=Says("met", due="2026-02-27"),
        ),
        case(
            "The door was slow: referred the next day, examined after two, talked over after three",
            BABY,
            mark("2026-02-23"),
            referred("2026-02-24"),
            examined("2026-02-25"),
            strategy_discussion("2026-02-26"),
            mark_referred_same_day=Says("met_late", due="2026-02-23"),
            mark_seen_by_paediatrician_same_day=Says("met_late", due="2026-02-23"),
            mark_strategy_discussed=Says("met_late", due="2026-02-24"),
        ),
        case(
            "Seen on Thursday and written down on Friday: the day of seeing counts",
            BABY,
            mark("2026-02-27", identified_on="2026-02-26"),
            referred("2026-02-27"),
            mark_referred_same_day=Says("met_late", due="2026-02-26"),
        ),
        case(
            "The mark came in a referral of the day before",
            BABY,
            mark("2026-02-26", referral_id="first"),
            referred("2026-02-25", key="first"),
            mark_referred_same_day="met",
        ),
        case(
            "A referral of a month ago was about something else",
            BABY,
            THURSDAYS,
            referred("2026-01-26"),
            mark_referred_same_day="not_met",
        ),
        case(
            "Social care works with the family already, and held a strategy discussion that day",
            BABY,
            THURSDAYS,
            strategy_discussion("2026-02-26"),
            mark_referred_same_day="met",
            mark_strategy_discussed="met",
        ),
        case(
            "The paediatrician found a birthmark: no discussion is needed, with reasons",
            BABY,
            THURSDAYS,
            referred("2026-02-26"),
            examined("2026-02-26"),
            no_strategy_discussion("2026-02-26"),
            mark_strategy_discussed=Says("met", has="found with reasons not to be needed"),
        ),
        case(
            "Found not to be needed, without reasons",
            BABY,
            THURSDAYS,
            no_strategy_discussion("2026-02-26", reasons=None),
            mark_strategy_discussed="not_met",
        ),
        case(
            "A birthmark, talked over that day and cleared",
            BABY,
            mark("2026-02-26", status="cleared"),
            mark_referred_same_day="nothing",
            mark_strategy_discussed="nothing",
        ),
        case(
            "An examination before the mark was seen is not one of it",
            BABY,
            THURSDAYS,
            examined("2026-02-12"),
            mark_seen_by_paediatrician_same_day="not_met",
        ),
        case(
            "Seen on the neonatal unit: a doctor is near, and looking is still to be written down",
            BABY,
            stays("neonatal_unit", "2025-12-01"),
            THURSDAYS,
            mark_seen_by_paediatrician_same_day="not_met",
            mark_referred_same_day="not_met",
        ),
        case(
            "Seen in the foster home: the path is the same",
            BABY,
            stays("foster_home", "2026-01-12"),
            THURSDAYS,
            mark_referred_same_day="not_met",
        ),
        case(
            "The health visitor and the midwife each write down the same mark: one finding",
            BABY,
            THURSDAYS,
            mark("2026-02-26", key="mark-again"),
            mark_referred_same_day=Says("not_met", subject="mark"),
        ),
        case(
            "A second mark, a fortnight later, is asked after by itself",
            BABY,
            mark("2026-02-10"),
            referred("2026-02-10"),
            mark("2026-02-26", key="second"),
            mark_referred_same_day=(Says("met", subject="mark"), Says("not_met", subject="second", due="2026-02-26")),
        ),
        case(
            "One twin has the mark; of the other nothing is asked",
            expecting("2025-12-01", known="2025-05-05", babies=("baby", "twin")),
            born("2025-12-01"),
            born("2025-12-01", baby="twin"),
            THURSDAYS,
            mark_referred_same_day=(Says("not_met"), Says("nothing", of="twin")),
        ),
        case(
            "It has healed and is past; that nobody looked is still so",
            BABY,
            mark("2026-02-12", status="past", ended_on="2026-02-26"),
            mark_seen_by_paediatrician_same_day="not_met",
        ),
        case(
            "Nobody wrote down when it was seen or recorded",
            BABY,
            [("concern", {**mark("2026-02-26")[0][1], "identified_on": None, "recorded_at": None})],
            mark_referred_same_day="cannot_tell",
            mark_seen_by_paediatrician_same_day="cannot_tell",
            mark_strategy_discussed=Says("cannot_tell", has="when it was seen"),
        ),
        case(
            "A manager has set it aside: the hospital abroad examined the baby",
            BABY,
            THURSDAYS,
            *(fragility_set_aside(check, until="2026-03-06") for check in CODES),
            mark_referred_same_day=Says("excepted", has="until 6 March 2026"),
            mark_seen_by_paediatrician_same_day="excepted",
            mark_strategy_discussed="excepted",
        ),
        case(
            "The family has moved, and the other area has taken them on",
            BABY,
            THURSDAYS,
            moved_and_accepted("2026-02-27"),
            mark_referred_same_day=Says("not_applicable", has="Nothing more is asked on this record."),
        ),
    ],
)


@every_line(TABLE)
def test_it_says(engine: str, number: int, check: str, says: Says) -> None:
    TABLE.assert_says(engine, number, check, says)


def _urgent(situation: str, engine: str) -> set[bool]:
    (number,) = [place for place, one in enumerate(TABLE.cases) if one.situation.startswith(situation)]
    return {
        finding["urgent"]
        for (child, _, code), finding in TABLE.found(engine).items()
        if child == f"{number}:baby" and code.partition(".")[2] in CODES
    }


@pytest.mark.parametrize("engine", ["rows", "polars"])
def test_it_is_urgent_while_it_is_open(engine: str) -> None:
    assert _urgent("A bruise was seen this morning", engine) == {True}
    assert _urgent("A bruise of Thursday", engine) == {True}


@pytest.mark.parametrize("engine", ["rows", "polars"])
def test_it_is_not_urgent_once_done_or_past(engine: str) -> None:
    assert _urgent("Referred, examined and talked over", engine) == {False}
    assert _urgent("It has healed", engine) == {False}


def test_it_carries_out_the_finding_on_fragility_and_not_that_on_parents_own_needs() -> None:
    codes = {f"fragility.{code}" for code in CODES}
    assert codes <= set(carried_out_by(ages_of_concern.finding("K7")))
    assert codes <= set(carried_out_by(ages_of_concern.bullet("P53.1")))
    assert not codes & set(carried_out_by(ages_of_concern.finding("K2")))

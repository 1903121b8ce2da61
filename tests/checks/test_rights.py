"""P67.2, the rights of young people, and choices that they can weigh: what is said of each situation.

The day is Monday 2 March 2026; Kyra is fifteen and has been worked with since June unless it is said otherwise.
"""

from __future__ import annotations

from case_tables import ALWAYS_KNOWN, WITHIN_THE_WARNING, Says, Table, case, every_line
from families import decided_about
from families.rights import (
    another_area_leads,
    known_as,
    kyra,
    set_aside_for_kyra,
    status,
    told,
    worked_with,
)

OF_RIGHTS = ("rights_and_advocacy_offered", "wishes_recorded")
CODES = (*OF_RIGHTS, "capacity_considered", "informed_choice_recorded")
SILENT = {"rights": CODES}
CANNOT_BE = {
    ("not_yet_due", WITHIN_THE_WARNING): ("capacity_considered", "informed_choice_recorded"),
    ("cannot_tell", ALWAYS_KNOWN): ("capacity_considered",),
}


def of(outcome: str, **more: object) -> Says:
    """The same of Kyra."""
    return Says(outcome, of="kyra-record", **more)  # type: ignore[arg-type]


TABLE = Table(
    "young_people",
    "2026-03-02",
    [
        case(
            "Rights explained, an advocate offered, wishes asked, all in the first weeks",
            kyra(),
            told("rights_explained", "2025-06-05"),
            told("advocacy_offered", "2025-06-10"),
            told("wishes_recorded", "2025-06-05"),
            rights_and_advocacy_offered=of("met", due="2025-06-16", has="an advocate was offered on 10 June 2025"),
            wishes_recorded=of("met", has="recorded on 5 June 2025"),
        ),
        case(
            "Rights were explained, and nobody offered an advocate",
            kyra(),
            told("rights_explained", "2025-06-05"),
            rights_and_advocacy_offered=of("not_met", missing=("an advocate offered",)),
        ),
        case(
            "The advocate came into it in the autumn; the wishes were asked then too",
            kyra(),
            told("rights_explained", "2025-06-05"),
            told("advocacy_offered", "2025-10-10"),
            told("wishes_recorded", "2025-10-10"),
            rights_and_advocacy_offered=of("met_late", due="2025-06-16"),
            wishes_recorded=of("met_late", due="2025-06-16"),
        ),
        case(
            "She said no to an advocate: it was offered, which is what is asked",
            kyra(),
            told("rights_explained", "2025-06-05"),
            told("advocacy_offered", "2025-06-05", says="Does not want one."),
            rights_and_advocacy_offered=of("met", has_not="want"),
        ),
        case(
            "He arrived alone and speaks little English: the finding says that an interpreter is needed",
            known_as("2010-05-14", "stated", language="Kurdish"),
            worked_with("2025-06-02"),
            status("unaccompanied", "2025-06-02"),
            rights_and_advocacy_offered=of(
                "not_met", has="An interpreter is recorded as needed: yes", has_not="Kurdish"
            ),
        ),
        case(
            "Social care closed, youth justice goes on: what was explained under the first stays explained",
            known_as("2010-05-14"),
            worked_with("2025-06-02", until="2025-11-28"),
            worked_with("2025-09-01", key="youth-justice", level="not_known"),
            told("rights_explained", "2025-06-05"),
            told("advocacy_offered", "2025-06-05"),
            rights_and_advocacy_offered=of("met", due="2025-09-15"),
        ),
        case(
            "Another area's social care has taken her on: nothing more is asked",
            kyra("2009-05-14"),
            status("declined_section_20", "2026-01-12"),
            decided_about("move", "2026-02-06"),
            another_area_leads("2025-06-02", "2026-02-20"),
            **dict.fromkeys(CODES, of("not_applicable")),
        ),
        case(
            "A return home, and whether she could weigh it was considered the day before",
            kyra(),
            decided_about("return_home", "2026-02-12"),
            told("capacity_considered", "2026-02-11", decision="return_home-2026-02-12"),
            capacity_considered=of("met", due="2026-02-12", has="considered on 11 February 2026"),
        ),
        case(
            "Capacity was considered for another decision; it does not carry over",
            kyra(),
            decided_about("return_home", "2026-02-12"),
            decided_about("discharge", "2026-02-10"),
            told("capacity_considered", "2026-02-09", decision="discharge-2026-02-10"),
            capacity_considered=[
                of("not_met", subject="return_home-2026-02-12", has="not recorded for this decision"),
                of("met", subject="discharge-2026-02-10"),
            ],
        ),
        case(
            "Considered, and tied to no decision",
            kyra(),
            decided_about("return_home", "2026-02-12"),
            told("capacity_considered", "2026-02-11"),
            capacity_considered=of("not_met"),
        ),
        case(
            "Considered only afterwards",
            kyra(),
            decided_about("return_home", "2026-02-12"),
            told("capacity_considered", "2026-02-20", decision="return_home-2026-02-12"),
            capacity_considered=of("met_late", due="2026-02-12"),
        ),
        case(
            "A move this morning that could not wait",
            kyra(),
            decided_about("move", "2026-03-02", urgent=True),
            capacity_considered=of("due_soon", due="2026-03-03"),
        ),
        case(
            "An exclusion is the school's to decide",
            kyra(),
            decided_about("exclusion", "2026-02-12"),
            capacity_considered=of("not_applicable"),
        ),
        case(
            "A manager has set it aside: the decision was a court's",
            kyra(),
            decided_about("return_home", "2026-02-12"),
            set_aside_for_kyra("capacity_considered", until="2026-04-01"),
            capacity_considered=of("excepted"),
        ),
        case(
            "Homeless at sixteen, declined care; what it would bring was explained, and understood",
            kyra("2009-05-14"),
            status("declined_section_20", "2026-02-02", verified="2026-02-03"),
            told("capacity_considered", "2026-01-30"),
            informed_choice_recorded=of("met", due="2026-02-09", has="recorded on 30 January 2026"),
        ),
        case(
            "Declined, and nothing shows that the choice was an informed one",
            kyra("2009-05-14"),
            status("declined_section_20", "2026-02-02", verified="2026-02-03"),
            informed_choice_recorded=of("not_met", due="2026-02-09", has="declined on 2 February 2026"),
        ),
        case(
            "What was considered last summer was about something else",
            kyra("2009-05-14"),
            status("declined_section_20", "2026-02-02", verified="2026-02-03"),
            told("capacity_considered", "2025-07-01"),
            informed_choice_recorded=of("not_met"),
        ),
        case(
            "Talked through two weeks later, when an advocate came along",
            kyra("2009-05-14"),
            status("declined_section_20", "2026-02-02", verified="2026-02-03"),
            told("capacity_considered", "2026-02-18"),
            informed_choice_recorded=of("met_late", due="2026-02-09"),
        ),
        case(
            "Declined on Thursday",
            kyra("2009-05-14"),
            status("declined_section_20", "2026-02-26"),
            informed_choice_recorded=of("due_soon", due="2026-03-05"),
        ),
        case(
            "Nobody knows on which day care was declined",
            kyra("2009-05-14"),
            status("declined_section_20", None),
            informed_choice_recorded=of(
                "cannot_tell", missing=("capacity or competence for this choice", "the day on which care was declined")
            ),
        ),
        case(
            "Accommodated, not declined",
            kyra("2009-05-14"),
            status("section_20", "2026-02-02"),
            informed_choice_recorded=of("nothing"),
        ),
    ],
)


@every_line(TABLE)
def test_what_is_said(engine: str, number: int, check: str, says: Says) -> None:
    TABLE.assert_says(engine, number, check, says)


def test_no_sentence_repeats_what_the_young_person_said_or_speaks() -> None:
    for engine in ("rows", "polars"):
        reasons = [one[name] for one in TABLE.found(engine).values() for name in ("reason", "plain_reason")]
        assert reasons
        assert [reason for reason in reasons if "near school" in reason or "Kurdish" in reason] == []

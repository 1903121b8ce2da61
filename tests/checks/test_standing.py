"""P67.2, the standing of young people: who is asked about, age, legal status, the time after eighteen.

The day is Monday 2 March 2026; Kyra is fifteen and has been worked with since June unless it is said otherwise.
"""

from __future__ import annotations

from case_tables import WITHIN_THE_WARNING, Says, Table, case, every_line
from families import plan_of_young_person
from families.rights import (
    another_area_leads,
    known_as,
    kyra,
    said_to_be,
    set_aside_for_kyra,
    status,
    stayed,
    told,
    worked_with,
)

CODES = ("age_and_how_sure_recorded", "legal_status_verified", "transition_planned")
SILENT = {
    "rights": ("transition_planned",),
    "legal_status": ("legal_status_verified",),
    "accommodation": ("legal_status_verified",),
}
RECURS = "it is asked again and again: what counts is whether it holds today"
STANDS = "how sure a date of birth is has no day of its own; once it is on record, that is what counts"
CANNOT_BE = {
    ("not_yet_due", WITHIN_THE_WARNING): (*("age_and_how_sure_recorded", "legal_status_verified"),),
    ("met_late", RECURS): ("legal_status_verified",),
    ("met_late", STANDS): ("age_and_how_sure_recorded",),
}
ASKED_OF_EVERYBODY = ("rights_and_advocacy_offered", "wishes_recorded", *CODES)


def of(outcome: str, **more: object) -> Says:
    """The same of Kyra."""
    return Says(outcome, of="kyra-record", **more)  # type: ignore[arg-type]


def all_of(says: Says, *checks: str) -> dict[str, Says]:
    """The same said by each of these checks."""
    return dict.fromkeys(checks, says)


TABLE = Table(
    "young_people",
    "2026-03-02",
    [
        case(
            "Nobody works with her but school and GP: nothing is asked",
            known_as("2010-05-14"),
            worked_with("2025-06-02", level="universal"),
            **all_of(of("nothing"), *ASKED_OF_EVERYBODY),
        ),
        case(
            "The work has ended",
            known_as("2010-05-14"),
            worked_with("2025-06-02", until="2025-12-19"),
            **all_of(of("nothing"), *ASKED_OF_EVERYBODY),
        ),
        case(
            "She is thirteen until tomorrow",
            kyra("2012-03-03"),
            **all_of(of("nothing"), *ASKED_OF_EVERYBODY),
        ),
        case(
            "Fourteen today: what is due runs from the birthday",
            kyra("2012-03-02"),
            rights_and_advocacy_offered=of("not_yet_due", due="2026-03-16"),
            wishes_recorded=of("not_yet_due", due="2026-03-16"),
            legal_status_verified=of("due_soon", due="2026-03-09"),
        ),
        case(
            "Eighteen today, at the start of the day",
            kyra("2008-03-02"),
            **all_of(of("nothing"), *ASKED_OF_EVERYBODY),
        ),
        case(
            "Born on 29 February: eighteen on 1 March, and no longer asked after on the 2nd",
            kyra("2008-02-29"),
            **all_of(of("nothing"), *ASKED_OF_EVERYBODY),
        ),
        case(
            "Seventeen for one day more",
            kyra("2008-03-03"),
            wishes_recorded=of("not_met", due="2025-06-16"),
            transition_planned=of("not_met", due="2025-09-03"),
        ),
        case(
            "Only a plan shows that somebody works with her",
            known_as("2010-05-14"),
            plan_of_young_person("youth_justice", "2025-09-01"),
            wishes_recorded=of("not_met", due="2025-09-15"),
        ),
        case(
            "Another area's social care has taken her on, and a club here still sees her",
            kyra(),
            another_area_leads("2025-06-02", "2026-02-20"),
            **all_of(of("not_applicable"), *ASKED_OF_EVERYBODY),
        ),
        case(
            "The passport has been seen",
            kyra(),
            age_and_how_sure_recorded=of(
                "met", word="age_is_recorded", has="Date of birth: 14 May 2010; how sure that is: Verified"
            ),
        ),
        case(
            "The date is as she says it, and the record says so",
            kyra(certainty="stated"),
            age_and_how_sure_recorded=of("met", has="As stated"),
        ),
        case(
            "There is a date, and nobody wrote how sure it is",
            kyra(certainty=None),
            age_and_how_sure_recorded=of(
                "not_met",
                due="2025-06-09",
                missing=("how sure the date of birth is",),
                has="Date of birth: 14 May 2010",
            ),
        ),
        case(
            "The same, first opened on Friday",
            kyra(certainty=None, since="2026-02-27"),
            age_and_how_sure_recorded=of("due_soon", due="2026-03-06"),
        ),
        case(
            "His age is disputed, and the date that he gave makes him nineteen: treated as a child",
            kyra("2007-01-15", "disputed"),
            age_and_how_sure_recorded=of("met", word="disputed_age_treated_as_child", has="asked for a child"),
            wishes_recorded=of("not_met", due="2025-06-16"),
            legal_status_verified=of("not_met"),
            transition_planned=of("not_met", due="2025-06-30"),
        ),
        case(
            "The date makes him nineteen, and a dispute stands among the legal statuses",
            kyra("2007-01-15"),
            status("age_disputed", "2025-06-02"),
            age_and_how_sure_recorded=of("met", word="disputed_age_treated_as_child"),
        ),
        case(
            "The dispute was settled: he is nineteen",
            kyra("2007-01-15"),
            status("age_disputed", "2025-06-02", until="2025-09-01"),
            **all_of(of("nothing"), *ASKED_OF_EVERYBODY),
        ),
        case(
            "Nineteen by the record, and nobody disputes it",
            kyra("2007-01-15", "stated"),
            **all_of(of("nothing"), *ASKED_OF_EVERYBODY),
        ),
        case(
            "Disputed, and no date of birth was ever given",
            kyra(None, "disputed"),
            age_and_how_sure_recorded=of("met", word="disputed_age_treated_as_child"),
            wishes_recorded=of("not_met", due="2025-06-16"),
            transition_planned=of("cannot_tell"),
        ),
        case(
            "Nobody wrote when he was born, and nobody disputes it: the record says nothing",
            kyra(None, None),
            stayed("adult_hostel", "2026-02-03"),
            age_and_how_sure_recorded=of("cannot_tell", missing=("the date of birth", "how sure the date of birth is")),
            wishes_recorded=of("cannot_tell"),
            legal_status_verified=of("cannot_tell"),
            setting_suits_age=of("cannot_tell"),
        ),
        case(
            "Disputed, and by the date given he is twelve: a child, and not yet asked after here",
            kyra("2013-06-01", "disputed"),
            **all_of(of("nothing"), *ASKED_OF_EVERYBODY),
        ),
        case(
            "The record itself says that records disagree about her age",
            kyra(certainty="contradictory"),
            age_and_how_sure_recorded=of(
                "cannot_tell", word="birth_records_disagree", has="14 May 2010 in one; in another, not recorded"
            ),
        ),
        case(
            "Two systems say how sure they are, and not the same",
            kyra(),
            said_to_be("2010-05-14", "estimated"),
            age_and_how_sure_recorded=of("cannot_tell", word="birth_records_disagree"),
        ),
        case(
            "One system says May, another June: fifteen by both, and both are named",
            kyra(),
            said_to_be("2010-06-14"),
            age_and_how_sure_recorded=of(
                "cannot_tell", word="birth_records_disagree", has="14 May 2010 in one; in another, 14 June 2010"
            ),
            wishes_recorded=of("not_met", due="2025-06-16"),
            transition_planned=of("cannot_tell"),
        ),
        case(
            "Seventeen in one system and nineteen in another: not disputed, only contradictory",
            kyra("2008-09-08"),
            said_to_be("2006-09-08"),
            stayed("bed_and_breakfast", "2026-02-03"),
            status("declined_section_20", "2026-02-02"),
            age_and_how_sure_recorded=of(
                "cannot_tell",
                word="birth_records_disagree",
                has="8 September 2006 in one; in another, 8 September 2008",
            ),
            wishes_recorded=of(
                "cannot_tell",
                missing=("the young person's wishes", "whether the records agree that this is a young person"),
            ),
            legal_status_verified=of("cannot_tell"),
            setting_suits_age=of("cannot_tell"),
            informed_choice_recorded=of("cannot_tell"),
        ),
        case(
            "The same two dates, and her age is recorded as disputed: treated as a child",
            kyra("2008-09-08", "disputed"),
            said_to_be("2006-09-08", "disputed"),
            age_and_how_sure_recorded=of("met", word="disputed_age_treated_as_child"),
            wishes_recorded=of("not_met"),
        ),
        case(
            "Thirteen in one system, twelve in the other",
            kyra("2012-06-01"),
            said_to_be("2013-06-01"),
            **all_of(of("nothing"), *ASKED_OF_EVERYBODY),
        ),
        case(
            "No legal status is on record",
            kyra(),
            legal_status_verified=of("not_met", due="2025-06-09", has="Legal status on record: no"),
        ),
        case(
            "A status is on record, and nobody has verified it",
            kyra(),
            status("section_17", "2025-06-02"),
            legal_status_verified=of(
                "not_met", due="2025-06-09", has="on record: yes; one that nobody has verified: yes. Last verified: not"
            ),
        ),
        case(
            "Verified in December: met, with the day on which it is due again",
            kyra(),
            status("section_17", "2025-06-02", verified="2025-12-08"),
            legal_status_verified=of("met", due="2026-06-08", has="verified again by 8 June 2026"),
        ),
        case(
            "Verified for the first time weeks late, and holding today",
            kyra(),
            status("section_17", "2025-06-02", verified="2025-10-01"),
            legal_status_verified=of("met", due="2026-04-01"),
        ),
        case(
            "Verified six months ago to the day",
            kyra(),
            status("section_17", "2025-06-02", verified="2025-09-02"),
            legal_status_verified=of("met", due="2026-03-02"),
        ),
        case(
            "Last verified fourteen months ago",
            kyra(since="2025-01-02"),
            status("section_31", "2019-06-03", verified="2025-01-02"),
            legal_status_verified=of("not_met", due="2025-07-02", has="Last verified: 2 January 2025"),
        ),
        case(
            "Verified in December, and moved on a Friday in February",
            kyra(),
            status("section_20", "2025-12-01", verified="2025-12-08"),
            stayed("foster_home", "2025-12-01", until="2026-02-06"),
            stayed("supported_accommodation", "2026-02-06"),
            legal_status_verified=of("not_met", due="2026-02-13", has="first move since then: 6 February 2026"),
        ),
        case(
            "Moved on Thursday: verified in December, and to be verified again this week",
            kyra(),
            status("section_20", "2025-12-01", verified="2025-12-08"),
            stayed("supported_accommodation", "2026-02-26"),
            legal_status_verified=of("met", due="2026-03-05"),
        ),
        case(
            "Verified on the day of the move",
            kyra(),
            status("section_20", "2025-12-01", verified="2026-02-06"),
            stayed("supported_accommodation", "2026-02-06"),
            legal_status_verified=of("met", due="2026-08-06"),
        ),
        case(
            "A night in a police cell is no move",
            kyra(),
            status("section_20", "2025-12-01", verified="2025-12-08"),
            stayed("police_cell", "2026-02-06", until="2026-02-06"),
            legal_status_verified=of("met", due="2026-06-08"),
        ),
        case(
            "An order of last week stands beside a status that was verified: the order is still to be checked",
            kyra(),
            status("section_20", "2025-12-01", verified="2025-12-08"),
            status("youth_justice_order", "2026-02-26"),
            legal_status_verified=of("due_soon", due="2026-03-05"),
        ),
        case(
            "The same order, and the other status has been overdue since January",
            kyra(),
            status("section_20", "2025-06-02", verified="2025-07-15"),
            status("youth_justice_order", "2026-02-26"),
            legal_status_verified=of("not_met", due="2026-01-15"),
        ),
        case(
            "The status ended last week and no other is on record yet",
            kyra(),
            status("section_20", "2025-06-02", until="2026-02-26", verified="2025-12-08"),
            legal_status_verified=of("due_soon", due="2026-03-05"),
        ),
        case(
            "At home without an order, says one record; in care under an order, says another",
            kyra(),
            status("at_home_no_order", "2025-06-02", verified="2025-06-03"),
            status("section_31", "2025-09-01", verified="2025-12-08"),
            legal_status_verified=of(
                "cannot_tell", word="statuses_disagree", has="“Care order” and “At home, no order”"
            ),
        ),
        case(
            "Alone in the country and accommodated: two statuses that go together",
            kyra(),
            status("unaccompanied", "2025-06-02", verified="2025-12-08"),
            status("section_20", "2025-06-02", verified="2025-12-08"),
            legal_status_verified=of("met"),
        ),
        case(
            "Her papers are with another authority's court; a manager has agreed to wait",
            kyra(),
            set_aside_for_kyra("legal_status_verified", until="2026-04-01"),
            legal_status_verified=of("excepted"),
        ),
        case(
            "Fifteen: the plan lies ahead",
            kyra(),
            transition_planned=of("not_yet_due", due="2027-11-14"),
        ),
        case(
            "Seventeen and a half next week",
            kyra("2008-09-08"),
            transition_planned=of("due_soon", due="2026-03-08"),
        ),
        case(
            "Planned with her in January",
            kyra("2008-07-20"),
            told("transition_plan", "2026-01-12"),
            transition_planned=of("met", due="2026-01-20"),
        ),
        case(
            "A pathway plan is the plan",
            kyra("2008-07-20"),
            plan_of_young_person("pathway", "2025-10-06"),
            transition_planned=of("met", has="planned on 6 October 2025"),
        ),
        case(
            "Planned a month after the day",
            kyra("2008-07-20"),
            told("transition_plan", "2026-02-20"),
            transition_planned=of("met_late", due="2026-01-20"),
        ),
        case(
            "First known three months before eighteen: there are some weeks to make one",
            kyra("2008-05-20", since="2026-02-23"),
            transition_planned=of("not_yet_due", due="2026-03-23"),
        ),
    ],
)


@every_line(TABLE)
def test_what_is_said(engine: str, number: int, check: str, says: Says) -> None:
    TABLE.assert_says(engine, number, check, says)

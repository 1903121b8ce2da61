"""P41.2, routine contacts and missed appointments of vulnerable babies: what is said of each situation.

The day is Monday 2 March 2026; the baby, unless it is said, was born on Monday 1 December 2025. The new birth visit is
due by day 14, the next contact by 8 weeks, the last of the first year by 12 months.
"""

from __future__ import annotations

from case_tables import ALWAYS_KNOWN, Case, Says, Table, case, every_line
from families import Story, born, concern, expecting, lost, moved_and_accepted, plan
from families.weighing import appointed, health_set_aside, known_baby, on_ward, vulnerable_baby

BABY = vulnerable_baby()
ON_PLAN = [*known_baby(), *plan("child_protection", "2025-12-08")]
YEAR_OLD = vulnerable_baby("2025-02-24")
"""A year old on Tuesday of last week."""
SEEN_IN_TIME = [*appointed("new_birth", "2025-12-12"), *appointed("six_to_eight_weeks", "2026-01-20")]

CODES = (
    "new_birth_visit_held",
    "six_to_eight_week_contact_held",
    "nine_to_twelve_month_contact_held",
    "missed_appointments_answered",
)
SILENT = {"appointment": CODES}
CANNOT_BE = {
    ("cannot_tell", ALWAYS_KNOWN): CODES,
    ("not_yet_due", "it is due in fewer days than the warning before it"): ("missed_appointments_answered",),
}


def baby(situation: str, *stories: Story, **expected: object) -> Case:
    """A case of the baby with a child in need plan."""
    return case(situation, BABY, *stories, **expected)


TABLE = Table(
    "health",
    "2026-03-02",
    [
        case("A baby about whom nobody worries", known_baby(), new_birth_visit_held="nothing"),
        case("Not yet born", expecting("2026-04-06"), concern("alcohol", "2025-11-03"), new_birth_visit_held="nothing"),
        # -------------------------------------------------------- the contacts
        baby("Both contacts were held in time", SEEN_IN_TIME,
             new_birth_visit_held=Says("met", due="2025-12-15", has="was held on 12 December 2025"),
             six_to_eight_week_contact_held=Says("met", due="2026-01-26"),
             nine_to_twelve_month_contact_held=Says("not_yet_due", due="2026-12-01")),
        baby("No contact is on record",
             new_birth_visit_held=Says("not_met", due="2025-12-15", has="It is not recorded as held"),
             six_to_eight_week_contact_held=Says("not_met", due="2026-01-26")),
        baby("Both were late", appointed("new_birth", "2025-12-22"), appointed("six_to_eight_weeks", "2026-02-09"),
             new_birth_visit_held="met_late", six_to_eight_week_contact_held="met_late"),
        case("Nine days old", vulnerable_baby("2026-02-21"), new_birth_visit_held=Says("due_soon", due="2026-03-07"),
             six_to_eight_week_contact_held="not_yet_due"),
        case("Three days old", vulnerable_baby("2026-02-27"), new_birth_visit_held=Says("not_yet_due", due="2026-03-13")),
        case("Seven weeks and a day old", vulnerable_baby("2026-01-11"), appointed("new_birth", "2026-01-20"),
             six_to_eight_week_contact_held=Says("due_soon", due="2026-03-08")),
        case("A year old last week, and not seen since the summer", YEAR_OLD,
             nine_to_twelve_month_contact_held=Says("not_met", due="2026-02-24"), new_birth_visit_held="not_met"),
        case("A year old last week, and seen at ten months", YEAR_OLD, appointed("nine_to_twelve_months", "2025-12-29"),
             nine_to_twelve_month_contact_held="met"),
        case("A year old last week, and seen yesterday", YEAR_OLD, appointed("nine_to_twelve_months", "2026-03-01"),
             nine_to_twelve_month_contact_held="met_late"),
        case("A year old this week", vulnerable_baby("2025-03-05"),
             nine_to_twelve_month_contact_held=Says("due_soon", due="2026-03-05")),
        case("Fifteen months old: nothing more is asked", vulnerable_baby("2024-12-02"),
             nine_to_twelve_month_contact_held="nothing"),
        baby("The visit is booked for next week and counts once it was held", appointed("new_birth", "2025-12-12"),
             appointed("six_to_eight_weeks", "2026-03-09", kept=None), six_to_eight_week_contact_held="not_met"),
        baby("Nobody was in at the visit", appointed("new_birth", "2025-12-12", kept="no_access"),
             new_birth_visit_held=Says("not_met", word=None)),
        baby("Not brought to the clinic that took the place of the new birth visit",
             appointed("new_birth", "2025-12-12", kept="was_not_brought"),
             new_birth_visit_held=Says("not_met", word="was_not_brought")),
        baby("The baby was not brought", SEEN_IN_TIME[:1],
             appointed("six_to_eight_weeks", "2026-01-20", kept="was_not_brought"),
             six_to_eight_week_contact_held=Says("not_met", word="was_not_brought", has="20 January 2026")),
        baby("Not brought, and seen a week later", SEEN_IN_TIME[:1],
             appointed("six_to_eight_weeks", "2026-01-13", kept="was_not_brought"),
             appointed("six_to_eight_weeks", "2026-01-20"), six_to_eight_week_contact_held=Says("met", word=None)),
        baby("Declined, and nothing else recorded", appointed("new_birth", "2025-12-12", kept="declined"),
             appointed("six_to_eight_weeks", "2026-01-20", kept="declined"),
             new_birth_visit_held=Says("not_met", word="declined", has="what follows from that is not recorded"),
             six_to_eight_week_contact_held=Says("not_met", word="declined")),
        baby("Declined, with what was agreed instead",
             appointed("new_birth", "2025-12-12", kept="declined", response="Comes to the children's centre"),
             appointed("six_to_eight_weeks", "2026-01-20", kept="declined", response="Sees the GP"),
             new_birth_visit_held=Says("met", word="declined_with_next_step", has_not="centre"),
             six_to_eight_week_contact_held=Says("met", word="declined_with_next_step")),
        case("The last contact of the year was declined", YEAR_OLD,
             appointed("nine_to_twelve_months", "2026-02-09", kept="declined"),
             nine_to_twelve_month_contact_held=Says("not_met", word="declined")),
        case("It was declined, with what was agreed instead", YEAR_OLD,
             appointed("nine_to_twelve_months", "2026-02-09", kept="declined", response="At nursery"),
             nine_to_twelve_month_contact_held=Says("met", word="declined_with_next_step")),
        case("The baby was not brought to it", YEAR_OLD,
             appointed("nine_to_twelve_months", "2026-02-09", kept="was_not_brought"),
             nine_to_twelve_month_contact_held=Says("not_met", word="was_not_brought")),
        case("At a year, on the children's ward", YEAR_OLD, on_ward("2026-02-20", kind="child_ward"),
             nine_to_twelve_month_contact_held=Says("not_applicable", word="inpatient")),
        baby("In the neonatal unit since the birth", on_ward("2025-12-01"),
             new_birth_visit_held=Says("not_applicable", word="inpatient", has="waits until the baby is at home"),
             six_to_eight_week_contact_held=Says("not_applicable", word="inpatient")),
        baby("At home from the unit since last week: the visits that fell due there wait a fortnight",
             on_ward("2025-12-01", until="2026-02-24"),
             new_birth_visit_held=Says("not_yet_due", due="2026-03-10"),
             six_to_eight_week_contact_held=Says("not_yet_due", due="2026-03-10")),
        baby("Held before the stay in hospital: it stays held", appointed("new_birth", "2025-12-12"),
             on_ward("2026-02-20", kind="child_ward"), new_birth_visit_held="met"),
        # -------------------------------------------------------- not brought
        baby("Not brought once: by itself that is seldom a worry",
             appointed("immunisation", "2026-02-09", kept="was_not_brought"),
             missed_appointments_answered=Says("not_applicable", has="No pattern")),
        baby("Not brought twice in 90 days, and nothing done", appointed("medical", "2025-12-15", kept="was_not_brought"),
             appointed("immunisation", "2026-02-09", kept="was_not_brought"),
             missed_appointments_answered=Says("not_met", due="2026-02-11", has="was not brought: 2, the last on 9 February")),
        baby("Not brought twice, three months and more between", appointed("medical", "2025-12-02", kept="was_not_brought"),
             appointed("immunisation", "2026-03-02", kept="was_not_brought"),
             missed_appointments_answered="not_applicable"),
        case("Not brought once, while on a child protection plan", ON_PLAN,
             appointed("immunisation", "2026-02-09", kept="was_not_brought"),
             missed_appointments_answered=Says("not_met", has="plan then: yes")),
        case("Not brought once, before the plan began", ON_PLAN, appointed("medical", "2025-12-04", kept="was_not_brought"),
             missed_appointments_answered="not_applicable"),
        baby("Not brought twice; the service rang and moved the clinic",
             appointed("medical", "2026-01-12", kept="was_not_brought"),
             appointed("immunisation", "2026-02-09", kept="was_not_brought", response="Rang; a clinic nearer by"),
             missed_appointments_answered=Says("met", has_not="clinic")),
        baby("Not brought twice; seen at the next appointment after a week",
             appointed("medical", "2026-01-12", kept="was_not_brought"),
             appointed("immunisation", "2026-02-09", kept="was_not_brought"), appointed("immunisation", "2026-02-16"),
             missed_appointments_answered=Says("met_late", has="recorded for 16 February 2026")),
        baby("Not brought twice, the second time today", appointed("medical", "2026-01-12", kept="was_not_brought"),
             appointed("immunisation", "2026-03-02", kept="was_not_brought"),
             missed_appointments_answered=Says("due_soon", due="2026-03-04")),
        baby("Cancelled twice by the family: this area does not count that",
             appointed("medical", "2026-01-12", kept="cancelled_by_family"),
             appointed("immunisation", "2026-02-09", kept="cancelled_by_family"),
             missed_appointments_answered="not_applicable"),
        baby("Cancelled twice by the service", appointed("medical", "2026-01-12", kept="cancelled_by_service"),
             appointed("immunisation", "2026-02-09", kept="cancelled_by_service"),
             missed_appointments_answered="not_applicable"),
        baby("The mother missed her own clinic twice: that is not the baby's",
             appointed("parent_service", "2026-01-12", kept="was_not_brought", person_id="mother"),
             appointed("parent_service", "2026-02-09", kept="was_not_brought", person_id="mother"),
             missed_appointments_answered="not_applicable"),
        # -------------------------------------------------------- set aside, and at an end
        baby("A manager has set it all aside", appointed("medical", "2026-01-12", kept="was_not_brought"),
             appointed("six_to_eight_weeks", "2026-02-09", kept="was_not_brought"),
             *(health_set_aside(check, until="2026-03-06") for check in CODES),
             new_birth_visit_held=Says("excepted", has="until 6 March 2026"),
             six_to_eight_week_contact_held=Says("excepted", word=None), missed_appointments_answered="excepted"),
        case("A manager has set the last contact aside", YEAR_OLD,
             health_set_aside("nine_to_twelve_month_contact_held", until="2026-03-06"),
             nine_to_twelve_month_contact_held="excepted"),
        case("One twin was seen", expecting("2025-12-01", known="2025-05-05", babies=("baby", "twin")), born("2025-12-01"),
             born("2025-12-01", baby="twin"), concern("alcohol", "2025-11-03"), SEEN_IN_TIME,
             new_birth_visit_held=(Says("met"), Says("not_met", of="twin"))),
        case("The pregnancy was lost", expecting("2026-01-12"), concern("alcohol", "2025-11-03"), lost("2025-12-15"),
             new_birth_visit_held="nothing"),
        baby("The family has moved, and the other area has taken them on", moved_and_accepted("2026-02-27"),
             new_birth_visit_held=Says("not_applicable", has="Nothing more is asked on this record.")),
    ],
)  # fmt: skip


@every_line(TABLE)
def test_it_says(engine: str, number: int, check: str, says: Says) -> None:
    TABLE.assert_says(engine, number, check, says)


LATE_FEED = Table(
    "health",
    "2026-03-02",
    [
        baby("No appointment of anybody has come since the visit was due", appointed("new_birth", "2025-12-12"),
             six_to_eight_week_contact_held=Says("cannot_tell", has="last reached this record on: 20 January 2026")),
        baby("Not brought to it as far as is known", appointed("six_to_eight_weeks", "2026-01-20", kept="was_not_brought"),
             six_to_eight_week_contact_held=Says("cannot_tell", word=None), new_birth_visit_held=Says("not_met", word=None)),
        baby("What is on record as held stays so", SEEN_IN_TIME, six_to_eight_week_contact_held="met"),
        case("Not brought, on a plan, on the last day of which anything is known", ON_PLAN,
             appointed("immunisation", "2026-01-20", kept="was_not_brought"), missed_appointments_answered="cannot_tell"),
    ],
    delivered={"appointment": "2026-01-20"},
)  # fmt: skip


@every_line(LATE_FEED)
def test_a_contact_due_after_the_last_delivery_may_have_been_held(
    engine: str, number: int, check: str, says: Says
) -> None:
    LATE_FEED.assert_says(engine, number, check, says)

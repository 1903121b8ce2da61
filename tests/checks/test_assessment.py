"""P17.1, pre-birth assessments in good time: what is said of each situation.

The day is Monday 2 March 2026. A baby due on Monday 10 August is then at 17 weeks: the assessment is to begin by
20 weeks (23 March) and to be signed off by 28 weeks (18 May). Days named "wd" are working days.
"""

from __future__ import annotations

from case_tables import WITHIN_THE_WARNING, Says, Table, case, every_line
from families import (
    AGENCIES,
    EVERYBODY,
    assessed,
    born,
    concern,
    contributed,
    decided,
    expected,
    expecting,
    father,
    lost,
    moved_and_accepted,
    opened_in_error,
    referred,
    set_aside,
)

AUGUST = expecting("2026-08-10")
APRIL = expecting("2026-04-20")
DRINKING = concern("alcohol", "2026-02-02")
NEEDED = decided("required", "2026-02-04")
BEGUN = assessed("2026-02-16")
QUIET = "Nothing more is asked on this record."

CODES = (
    "decision_recorded",
    "assessment_started",
    "assessment_completed",
    "everyone_contributed",
    "assessed_before_birth",
)
SILENT = {"decision": ("decision_recorded",), "contribution": ("everyone_contributed",)}
CANNOT_BE = {("not_yet_due", WITHIN_THE_WARNING): ("decision_recorded",)}

TABLE = Table(
    "before_birth",
    "2026-03-02",
    [
        # ---------------------------------------------------------------- the decision
        case(
            "Nothing on the area's list is recorded",
            AUGUST,
            concern("poverty", "2026-02-02"),
            decision_recorded="not_applicable",
            assessment_started="not_applicable",
            assessment_completed="not_applicable",
            everyone_contributed="not_applicable",
            assessed_before_birth="not_applicable",
        ),
        case(
            "Alcohol was recorded four working days ago, and nobody has referred",
            AUGUST,
            concern("alcohol", "2026-02-24"),
            decision_recorded=Says("due_soon", due="2026-03-03"),
        ),
        case(
            "The same on its last day: it is late only when the day is over",
            AUGUST,
            concern("alcohol", "2026-02-23"),
            decision_recorded=Says("due_soon", due="2026-03-02"),
        ),
        case(
            "The day after, nothing is decided",
            AUGUST,
            concern("alcohol", "2026-02-20"),
            decision_recorded=Says("not_met", due="2026-02-27", has="The area expects one by 27 February 2026"),
        ),
        case(
            "Two circumstances are counted, and the first is named",
            AUGUST,
            concern("alcohol", "2026-02-12"),
            concern("domestic_abuse", "2026-02-16"),
            decision_recorded=Says("not_met", due="2026-02-19", has="recorded: 2, the first on 12 February 2026"),
        ),
        case(
            "A referral is to be answered on the next working day",
            AUGUST,
            concern("alcohol", "2026-02-26"),
            referred("2026-02-26"),
            decision_recorded=Says("not_met", due="2026-02-27"),
        ),
        case(
            "A referral for something else, before anything on the list: the clock starts with what is on the list",
            AUGUST,
            referred("2026-01-12"),
            concern("alcohol", "2026-02-27"),
            decision_recorded=Says("due_soon", due="2026-03-02"),
        ),
        case(
            "A second agency refers the same thing again, and starts no second clock",
            AUGUST,
            concern("alcohol", "2026-02-24"),
            referred("2026-02-27", key="second", repeats="first"),
            decision_recorded=Says("due_soon", due="2026-03-03"),
        ),
        case(
            "Working days leave out Christmas, Boxing Day and New Year's Day",
            AUGUST,
            concern("alcohol", "2025-12-23"),
            decision_recorded=Says("not_met", due="2026-01-02"),
        ),
        case(
            "A concealed pregnancy: the clock runs from its discovery, not from what was known of the mother before",
            expecting("2026-08-10", known="2026-02-26"),
            concern("previous_child_removed", "2025-12-01"),
            decision_recorded=Says("due_soon", due="2026-03-05"),
        ),
        case(
            "Decided within the week, with reasons",
            AUGUST,
            DRINKING,
            NEEDED,
            decision_recorded=Says("met", has="on 4 February 2026"),
        ),
        case(
            "Decided with reasons, later than it should have been",
            AUGUST,
            DRINKING,
            decided("required", "2026-02-17"),
            decision_recorded=Says("met_late", due="2026-02-09", has="It was expected by 9 February 2026"),
        ),
        case(
            "A decision without its reasons is not yet one",
            AUGUST,
            DRINKING,
            decided("required", "2026-02-04", reasons=None),
            decision_recorded=Says("not_met", due="2026-02-09"),
        ),
        case(
            "A circumstance that was looked into and cleared puts no question",
            AUGUST,
            concern("alcohol", "2026-02-02", status="cleared"),
            decision_recorded="not_applicable",
        ),
        # ---------------------------------------------------------------- a reasoned no, and what reopens it
        case(
            "A reasoned no meets the decision and each step after it",
            AUGUST,
            DRINKING,
            decided("not_required", "2026-02-05"),
            decision_recorded="met",
            assessment_started=Says("met", word="decided_not_required", has="on 5 February 2026"),
            assessment_completed=Says("met", word="decided_not_required"),
            assessed_before_birth=Says("met", word="decided_not_required"),
        ),
        case(
            "A further circumstance opens the question again, from the day it was recorded",
            AUGUST,
            DRINKING,
            decided("not_required", "2026-02-05"),
            concern("domestic_abuse", "2026-02-20"),
            decision_recorded=Says("not_met", due="2026-02-27"),
            assessment_started=Says("not_yet_due", due="2026-03-23"),
        ),
        case(
            "It was first needed and then, with reasons, not",
            AUGUST,
            DRINKING,
            NEEDED,
            decided("not_required", "2026-02-18", key="later"),
            assessment_started=Says("met", word="decided_not_required"),
        ),
        case(
            "It was first not needed, and then it was",
            AUGUST,
            DRINKING,
            decided("not_required", "2026-02-04"),
            decided("required", "2026-02-10", key="later"),
            assessment_started=Says("not_met", due="2026-02-18"),
        ),
        # ---------------------------------------------------------------- begun and completed
        case(
            "Decided early: it begins ten working days later, before 20 weeks come",
            AUGUST,
            concern("alcohol", "2026-02-23"),
            decided("required", "2026-02-25"),
            assessment_started=Says("not_yet_due", due="2026-03-11"),
            assessment_completed=Says("not_yet_due", due="2026-05-18"),
            everyone_contributed="not_applicable",
            assessed_before_birth=Says("not_yet_due", due="2026-08-09"),
        ),
        case(
            "Decided a month ago, and not begun",
            AUGUST,
            DRINKING,
            NEEDED,
            assessment_started=Says("not_met", due="2026-02-18", has="No start of a pre-birth assessment is recorded"),
        ),
        case(
            "Begun in time, and going on",
            AUGUST,
            DRINKING,
            NEEDED,
            BEGUN,
            assessment_started=Says("met", has="began on 16 February 2026"),
            assessment_completed=Says("not_yet_due", due="2026-05-18"),
        ),
        case(
            "Referred: 45 working days, which here is before 28 weeks",
            AUGUST,
            DRINKING,
            referred("2026-02-02"),
            NEEDED,
            BEGUN,
            assessment_completed=Says("not_yet_due", due="2026-04-08"),
        ),
        case(
            "Signed off by a manager in good time",
            AUGUST,
            DRINKING,
            NEEDED,
            assessed("2026-02-16", signed_off="2026-02-27"),
            assessment_completed=Says("met", has="signed off on 27 February 2026"),
            assessed_before_birth="met",
        ),
        case(
            "An assessment that was given up unfinished does not count as begun",
            AUGUST,
            DRINKING,
            NEEDED,
            assessed("2026-02-16", stopped="2026-02-20"),
            assessment_started=Says("not_met", due="2026-02-18"),
        ),
        case(
            "An enquiry of another kind does not stand in for the assessment",
            AUGUST,
            DRINKING,
            NEEDED,
            assessed("2026-02-16", kind="section_47"),
            assessment_started=Says("not_met", due="2026-02-18"),
        ),
        # ---------------------------------------------------------------- late in the pregnancy
        case(
            "Booked late, at 32 weeks: begin within five working days, complete within three weeks",
            APRIL,
            concern("late_booking", "2026-02-26"),
            assessment_started=Says("due_soon", due="2026-03-05"),
            assessment_completed=Says("not_yet_due", due="2026-03-19"),
        ),
        case(
            "Ten days before the birth: completion is never due before the start is",
            expecting("2026-03-12"),
            concern("late_booking", "2026-02-27"),
            assessment_started=Says("due_soon", due="2026-03-06"),
            assessment_completed=Says("due_soon", due="2026-03-06"),
        ),
        # ---------------------------------------------------------------- the expected date
        case(
            "Nobody has recorded when the baby is expected",
            expecting(None),
            DRINKING,
            NEEDED,
            decision_recorded="met",
            # Ten working days from the decision have passed, whenever 20 weeks may be.
            assessment_started=Says("not_met", due="2026-02-18", has="Expected date of birth: not recorded"),
            assessment_completed=Says(
                "cannot_tell", missing=("the expected date of birth", "when the assessment was signed off")
            ),
            assessed_before_birth="cannot_tell",
        ),
        case(
            "Two agencies have different expected dates",
            AUGUST,
            expected("2026-07-27", stated="2026-01-12", key="booking"),
            DRINKING,
            NEEDED,
            decision_recorded="met",
            assessment_started=Says("cannot_tell", word="expected_dates_disagree", has="expected dates that disagree"),
        ),
        case(
            "The scan moved the expected date: the new one counts",
            expecting(None),
            expected("2026-08-24", stated="2025-12-01", superseded="2026-01-19", key="booking"),
            expected("2026-08-10", stated="2026-01-19"),
            DRINKING,
            assessment_completed=Says("not_yet_due", due="2026-05-18"),
        ),
        case(
            "The expected date is four weeks past, and no birth is recorded",
            expecting("2026-02-02"),
            concern("alcohol", "2025-11-03"),
            assessed("2025-11-24"),
            decision_recorded=Says("cannot_tell", word="birth_not_recorded"),
            assessment_started=Says("cannot_tell", word="birth_not_recorded"),
            everyone_contributed=Says("cannot_tell", word="birth_not_recorded"),
            assessed_before_birth=Says("cannot_tell", has="The expected date was 2 February 2026"),
        ),
        # ---------------------------------------------------------------- birth
        case(
            "The baby came before the assessment was due to begin",
            APRIL,
            concern("late_booking", "2026-02-25"),
            born("2026-02-28"),
            assessment_started=Says("not_applicable", word="born_before_due", has="The birth came on 28 February 2026"),
            assessment_completed=Says("not_applicable", word="born_before_due"),
            assessed_before_birth=Says("not_applicable", word="born_before_due"),
        ),
        case(
            "The baby was born and nobody had begun: looked back on, without blame",
            expecting("2026-02-20"),
            concern("alcohol", "2025-11-03"),
            decided("required", "2025-11-05"),
            born("2026-02-18"),
            decision_recorded="met",
            assessment_started=Says("not_met", word="retrospective_miss", has="What did the family need then"),
            assessment_completed=Says("not_met", word="retrospective_miss"),
            assessed_before_birth=Says("not_met", word="retrospective_miss"),
        ),
        case(
            "Begun before the birth and signed off after it: the sign-off is no longer before the birth",
            expecting("2026-02-20"),
            concern("alcohol", "2025-11-03"),
            assessed("2025-11-07", signed_off="2026-02-25"),
            born("2026-02-18"),
            assessment_started="met",
            assessment_completed="met_late",
            assessed_before_birth="met_late",
        ),
        case(
            "Something recorded only after the birth puts no question about before it",
            expecting("2026-02-20"),
            born("2026-02-18"),
            concern("alcohol", "2026-02-20"),
            decision_recorded="not_applicable",
        ),
        case(
            "The look-back ends: a baby of three months is not asked about any more",
            expecting("2025-12-01"),
            concern("alcohol", "2025-11-03"),
            born("2025-12-01"),
            decision_recorded="nothing",
        ),
        # ---------------------------------------------------------------- who contributed
        case(
            "Just begun: all five are still to come",
            AUGUST,
            DRINKING,
            NEEDED,
            BEGUN,
            everyone_contributed=Says(
                "not_yet_due",
                due="2026-05-18",
                missing=(
                    "midwifery's contribution",
                    "health visiting's contribution",
                    "the GP's contribution",
                    "the mother's own contribution",
                    "the father's own contribution, or why he is not asked",
                ),
            ),
        ),
        case(
            "All five have contributed",
            AUGUST,
            DRINKING,
            BEGUN,
            contributed(*EVERYBODY, on="2026-02-23"),
            everyone_contributed=Says("met", has="by 23 February 2026"),
        ),
        case(
            "Signed off without the health visitor",
            AUGUST,
            DRINKING,
            assessed("2026-02-16", signed_off="2026-02-27"),
            contributed("midwifery", "general_practice", "mother", "father", on="2026-02-23"),
            everyone_contributed=Says("not_met", due="2026-02-27", missing=("health visiting's contribution",)),
        ),
        case(
            "The GP did not answer, and the record says so: that is a reason",
            AUGUST,
            DRINKING,
            BEGUN,
            contributed("midwifery", "health_visiting", "mother", "father", on="2026-02-23"),
            contributed("general_practice", on="2026-02-24", reason_without="asked twice, no answer"),
            everyone_contributed="met",
        ),
        case(
            "What others say of the mother is not her own contribution",
            AUGUST,
            DRINKING,
            BEGUN,
            contributed(*AGENCIES, "father", on="2026-02-23"),
            contributed("mother", on="2026-02-23", direct=False),
            everyone_contributed=Says("not_yet_due", missing=("the mother's own contribution",)),
        ),
        # ---------------------------------------------------------------- fathers
        case(
            "Who the father is is withheld for safety, decided by somebody and to be looked at again",
            AUGUST,
            DRINKING,
            BEGUN,
            contributed(*AGENCIES, "mother", on="2026-02-23"),
            father("withheld_for_safety", identity_decided_by="sam", identity_review_on="2026-05-01"),
            everyone_contributed=Says("met", has_not="safety"),
        ),
        case(
            "Withheld, and nobody has said when it is looked at again",
            AUGUST,
            DRINKING,
            BEGUN,
            contributed(*AGENCIES, "mother", on="2026-02-23"),
            father("withheld_for_safety", identity_decided_by="sam"),
            everyone_contributed=Says(
                "not_yet_due", missing=("the father's own contribution, or why he is not asked",)
            ),
        ),
        case(
            "He does not know of the pregnancy: nobody is asked to contact him",
            AUGUST,
            DRINKING,
            BEGUN,
            contributed(*AGENCIES, "mother", on="2026-02-23"),
            father(
                "named_by_mother", contact_safety="unaware_of_pregnancy", contact_safety_reason="her wish, and safe"
            ),
            everyone_contributed=Says("met", has_not="contact"),
        ),
        case(
            "The mother does not know who he is",
            AUGUST,
            DRINKING,
            BEGUN,
            contributed(*AGENCIES, "mother", on="2026-02-23"),
            father("unknown_to_mother"),
            everyone_contributed="met",
        ),
        case(
            "Two mothers: there is no legal father, and the second mother is a parent like the first",
            AUGUST,
            DRINKING,
            BEGUN,
            contributed(*AGENCIES, "mother", on="2026-02-23"),
            father("no_legal_father"),
            everyone_contributed="met",
        ),
        case(
            "He is named, safe to contact, and has not been asked",
            AUGUST,
            DRINKING,
            BEGUN,
            contributed(*AGENCIES, "mother", on="2026-02-23"),
            father("named_and_verified"),
            everyone_contributed=Says(
                "not_yet_due", missing=("the father's own contribution, or why he is not asked",)
            ),
        ),
        # ---------------------------------------------------------------- twins, endings, exceptions
        case(
            "Twins: one circumstance is asked about for each of them",
            expecting("2026-08-10", babies=("anna", "ben")),
            concern("alcohol", "2026-02-20"),
            decision_recorded=(
                Says("not_met", due="2026-02-27", of="anna"),
                Says("not_met", due="2026-02-27", of="ben"),
            ),
        ),
        case(
            "After a loss nothing is asked, and no date is shown",
            AUGUST,
            DRINKING,
            NEEDED,
            lost("2026-02-20"),
            decision_recorded=Says("not_applicable", has=QUIET),
            assessment_started=Says("not_applicable", has=QUIET),
            assessed_before_birth=Says("not_applicable", has=QUIET, missing=()),
        ),
        case(
            "The family has moved, and the other area has taken them on",
            AUGUST,
            DRINKING,
            moved_and_accepted("2026-02-16"),
            decision_recorded=Says("not_applicable", has=QUIET),
        ),
        case(
            "The record was opened in error",
            AUGUST,
            DRINKING,
            opened_in_error("2026-02-16"),
            decision_recorded=Says("not_applicable", has=QUIET),
        ),
        case(
            "A manager has set the start aside until Easter",
            AUGUST,
            DRINKING,
            NEEDED,
            set_aside("assessment_started", until="2026-04-03"),
            assessment_started=Says("excepted", has="until 3 April 2026"),
            decision_recorded="met",
        ),
        case(
            "What was set aside speaks again once the day has passed",
            AUGUST,
            DRINKING,
            NEEDED,
            set_aside("assessment_started", until="2026-03-01"),
            assessment_started="not_met",
        ),
        case(
            "Setting aside needs a reason",
            AUGUST,
            DRINKING,
            NEEDED,
            set_aside("assessment_started", until="2026-04-03", reason=None),
            assessment_started="not_met",
        ),
        case(
            "What is done is met, whether or not it was set aside",
            AUGUST,
            DRINKING,
            NEEDED,
            BEGUN,
            set_aside("assessment_started", until="2026-04-03"),
            assessment_started="met",
        ),
    ],
)


@every_line(TABLE)
def test_it_says(engine: str, number: int, check: str, says: Says) -> None:
    TABLE.assert_says(engine, number, check, says)

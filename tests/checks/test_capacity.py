"""P31.3, the capacity of each parent and of others who care: what is said of each situation.

The day is Monday 2 March 2026. Help began on Monday 12 January; the assessment was signed off on 16 February, or is to
be by 16 March. Somebody who came later has ten working days from the first mention.
"""

from __future__ import annotations

from case_tables import Says, Table, case, every_line
from families import assessed, concern, expecting, lost
from families.fathers import (
    BABY,
    MOTHER,
    SIX,
    UNBORN,
    capacity,
    considered,
    dead,
    fitted_to,
    known,
    nobody_named,
    not_assessed,
    parents_set_aside,
    signed_off,
    thought_through,
    withheld,
    worked_with,
)
from lapwing.checks.parents import capacity as checks
from lapwing.lessons.settings import SETTINGS
from lapwing.vocabulary.work_codes import Dimension

WORK = worked_with("2026-01-12")
SIGNED = signed_off("2026-02-16")
GOES_ON = assessed("2026-01-12", kind="child_and_family")
FATHER = known("father")
BOTH = [*MOTHER, *FATHER]
CODES = (
    "second_parents_capacity_analysed",
    "carers_capacity_analysed",
    "capacity_looked_at_again",
    "assessment_adapted",
    "mothers_needs_weighed",
)
SILENT = {
    "analysis": ("second_parents_capacity_analysed", "carers_capacity_analysed"),
    "relationship": ("second_parents_capacity_analysed",),
}
CANNOT_BE: dict[tuple[str, str], tuple[str, ...]] = {}
QUIET = "Nothing more is asked on this record."

TABLE = Table(
    "parents",
    "2026-03-02",
    [
        # ---------------------------------------------------------------- each parent, dimension by dimension
        case(
            "No assessment yet: nothing is asked of it",
            UNBORN,
            WORK,
            BOTH,
            second_parents_capacity_analysed="not_applicable",
            carers_capacity_analysed="nothing",
        ),
        case(
            "An assessment of the mother alone, called one of the parents",
            UNBORN,
            WORK,
            SIGNED,
            BOTH,
            capacity("mother", "2026-02-02"),
            second_parents_capacity_analysed=Says(
                "not_met", due="2026-02-16", has="Father or second parent: 0 of 6 dimensions on record, and no reason"
            ),
            carers_capacity_analysed=[
                Says(
                    "met", due="2026-02-16", has="Birth mother: 6 of 6", subject="mother-birth_mother", has_not="ather"
                ),
                Says("not_applicable", subject="father-birth_father"),
            ],
        ),
        case(
            "Both, in time",
            UNBORN,
            WORK,
            SIGNED,
            BOTH,
            capacity("mother", "2026-02-02"),
            capacity("father", "2026-02-16"),
            second_parents_capacity_analysed=Says("met", due="2026-02-16", has="6 of 6 dimensions on record"),
        ),
        case(
            "His last dimension a week after the signing off",
            UNBORN,
            WORK,
            SIGNED,
            BOTH,
            capacity("father", "2026-02-02", *SIX[:5]),
            capacity("father", "2026-02-23", SIX[5]),
            second_parents_capacity_analysed=Says("met_late", due="2026-02-16"),
        ),
        case(
            "Four of six for the mother; the same one twice is one",
            UNBORN,
            WORK,
            SIGNED,
            BOTH,
            capacity("mother", "2026-02-02", *SIX[:4]),
            capacity("mother", "2026-02-09", SIX[0]),
            carers_capacity_analysed=[
                Says(
                    "not_met",
                    has="Birth mother: 4 of 6 dimensions",
                    missing=("guidance and boundaries", "stability"),
                    subject="mother-birth_mother",
                )
            ],
        ),
        case(
            "A dimension without a day of evidence, one without a conclusion",
            UNBORN,
            WORK,
            SIGNED,
            BOTH,
            capacity("mother", "2026-02-02", *SIX[2:]),
            capacity("mother", "2026-02-02", "basic_care", evidence_on=None),
            capacity("mother", "2026-02-02", "ensuring_safety", conclusion=None),
            carers_capacity_analysed=[
                Says("not_met", missing=("basic care", "ensuring safety"), subject="mother-birth_mother")
            ],
        ),
        case(
            "The assessment goes on; there is time until the 45 working days are over",
            UNBORN,
            WORK,
            GOES_ON,
            BOTH,
            capacity("father", "2026-02-02", *SIX[:2]),
            second_parents_capacity_analysed=Says("not_yet_due", due="2026-03-16", has="2 of 6"),
            carers_capacity_analysed=[Says("not_yet_due", due="2026-03-16", subject="mother-birth_mother")],
        ),
        case(
            "The 45 working days end next Monday",
            UNBORN,
            worked_with("2026-01-05"),
            assessed("2026-01-05", kind="child_and_family"),
            MOTHER,
            known("father", on="2026-01-05"),
            second_parents_capacity_analysed=Says("due_soon", due="2026-03-09"),
            carers_capacity_analysed=[Says("due_soon", due="2026-03-09", subject="mother-birth_mother")],
        ),
        case(
            "What was written of the mother was written twice, and nothing of him",
            BABY,
            WORK,
            SIGNED,
            BOTH,
            capacity("mother", "2026-01-19"),
            capacity("mother", "2026-02-02"),
            second_parents_capacity_analysed=Says("not_met", has="0 of 6"),
        ),
        # ---------------------------------------------------------------- who the second parent is
        case(
            "Nobody is recorded as second parent: cannot tell, and the gap is another check's",
            UNBORN,
            WORK,
            SIGNED,
            MOTHER,
            capacity("mother", "2026-02-02"),
            second_parents_capacity_analysed=Says("cannot_tell", has="who the father or second parent is"),
            father_or_second_parent_recorded="not_met",
        ),
        case(
            "She would rather not say who he is",
            UNBORN,
            WORK,
            SIGNED,
            MOTHER,
            nobody_named("not_disclosed"),
            second_parents_capacity_analysed="cannot_tell",
        ),
        case(
            "He has no part in the baby's care, and the record says so",
            UNBORN,
            WORK,
            SIGNED,
            MOTHER,
            known("father", caring_role=False, lives_with_child=False),
            second_parents_capacity_analysed="not_applicable",
        ),
        case(
            "Whether he will care is not written: both parents are assessed until it is",
            UNBORN,
            WORK,
            SIGNED,
            MOTHER,
            known("father", caring_role=None),
            second_parents_capacity_analysed="not_met",
        ),
        case(
            "He has died",
            UNBORN,
            WORK,
            SIGNED,
            BOTH,
            dead("father", "2026-01-20"),
            second_parents_capacity_analysed="not_applicable",
        ),
        case(
            "A donor, and a mother alone",
            UNBORN,
            WORK,
            SIGNED,
            MOTHER,
            nobody_named("no_legal_father"),
            second_parents_capacity_analysed="not_applicable",
        ),
        case(
            "Two mothers: the second is assessed as a parent is",
            UNBORN,
            WORK,
            SIGNED,
            MOTHER,
            known("ama", "second_legal_parent"),
            nobody_named("no_legal_father"),
            capacity("ama", "2026-02-02"),
            second_parents_capacity_analysed=Says("met", has="6 of 6"),
        ),
        case(
            "Two men may be the father: both who will care are assessed, and the fewer counts",
            UNBORN,
            WORK,
            SIGNED,
            known("dan", identity_status="disputed"),
            known("lee", identity_status="disputed"),
            capacity("dan", "2026-02-02"),
            capacity("lee", "2026-02-02", "stability"),
            second_parents_capacity_analysed=Says("not_met", has="1 of 6"),
        ),
        case(
            "Withheld for safety: no care, and nothing that asks for him",
            UNBORN,
            WORK,
            SIGNED,
            MOTHER,
            withheld(),
            second_parents_capacity_analysed=Says("not_applicable", has_not="withheld"),
        ),
        case(
            "Mentioned after the signing off: ten working days",
            UNBORN,
            WORK,
            SIGNED,
            MOTHER,
            known("father", on="2026-02-23"),
            second_parents_capacity_analysed=Says("due_soon", due="2026-03-09"),
        ),
        # ---------------------------------------------------------------- one parent only, and others who care
        case(
            "One parent only, with the reason and a day ahead",
            UNBORN,
            WORK,
            SIGNED,
            BOTH,
            not_assessed("father", "2026-01-20", again="2026-06-01"),
            second_parents_capacity_analysed=Says(
                "met", word="one_parent_only", has="looked at again on 1 June 2026", has_not="abroad"
            ),
        ),
        case(
            "The day to look at that again has passed",
            UNBORN,
            WORK,
            SIGNED,
            BOTH,
            not_assessed("father", "2026-01-20", again="2026-02-27"),
            second_parents_capacity_analysed=Says("not_met", due="2026-02-27"),
        ),
        case(
            "A reason without a day, and a day without a reason",
            UNBORN,
            WORK,
            SIGNED,
            known("father"),
            known("ama", "second_legal_parent"),
            not_assessed("father", "2026-01-20", again=None),
            not_assessed("ama", "2026-01-20", again="2026-06-01", why=None),
            second_parents_capacity_analysed=Says("not_met", due="2026-02-16"),
        ),
        case(
            "A grandmother who cares is not assessed, and it is said why; a partner is, in part",
            BABY,
            WORK,
            SIGNED,
            known("nan", "grandparent"),
            known("partner", "partner_of_parent"),
            not_assessed("nan", "2026-01-20", again="2026-06-01"),
            capacity("partner", "2026-02-02", "basic_care"),
            carers_capacity_analysed=[
                Says("met", word="reason_on_record", subject="nan-grandparent", has="looked at again on 1 June 2026"),
                Says("not_met", subject="partner-partner_of_parent", has="Partner of a parent: 1 of 6"),
            ],
        ),
        case(
            "The reason for the grandmother has run out",
            BABY,
            WORK,
            SIGNED,
            known("nan", "grandparent"),
            not_assessed("nan", "2026-01-20", again="2026-02-27"),
            carers_capacity_analysed=Says("not_met", due="2026-02-27"),
        ),
        case(
            "A partner who neither cares nor lives there, an aunt who visits, a foster carer",
            BABY,
            WORK,
            SIGNED,
            known("partner", "partner_of_parent", caring_role=False, lives_with_child=False),
            known("aunt", "other_relative", caring_role=None),
            known("carer", "foster_carer"),
            carers_capacity_analysed="nothing",
        ),
        case(
            "A partner is said not to care, and lives there: assessed, a week late",
            BABY,
            WORK,
            SIGNED,
            known("partner", "partner_of_parent", caring_role=False, lives_with_child=True),
            capacity("partner", "2026-02-23"),
            carers_capacity_analysed="met_late",
        ),
        case(
            "A partner of whom it is not written since when",
            BABY,
            WORK,
            SIGNED,
            known("partner", "partner_of_parent", mentioned_on=None),
            carers_capacity_analysed="cannot_tell",
        ),
        case(
            "Somebody cares, and the record does not say who",
            BABY,
            WORK,
            SIGNED,
            known(None, "other_adult"),
            carers_capacity_analysed=Says("cannot_tell", has="who this person is in the record"),
        ),
        # ---------------------------------------------------------------- looked at again
        case(
            "Assessed before the birth, both of them; since then the mother alone",
            BABY,
            worked_with("2025-09-01"),
            signed_off("2025-10-20", began="2025-09-01"),
            MOTHER,
            known("father", on="2025-09-01"),
            capacity("mother", "2025-10-06"),
            capacity("father", "2025-10-06"),
            capacity("mother", "2025-12-08", "basic_care"),
            capacity_looked_at_again=[
                Says("met", due="2025-12-15", subject="mother-birth_mother", has="after a change on 1 December 2025"),
                Says("not_met", due="2025-12-15", subject="father-birth_father"),
            ],
        ),
        case(
            "Looked at again in January",
            BABY,
            worked_with("2025-09-01"),
            signed_off("2025-10-20", began="2025-09-01"),
            MOTHER,
            capacity("mother", "2025-10-06"),
            capacity("mother", "2026-01-05", "stability"),
            capacity_looked_at_again="met_late",
        ),
        case(
            "One dimension was on record before the birth, and nothing since: what is lacking, and that nobody looked again",
            BABY,
            worked_with("2025-09-01"),
            signed_off("2025-10-20", began="2025-09-01"),
            MOTHER,
            capacity("mother", "2025-10-06", "basic_care"),
            capacity_looked_at_again=Says("not_met", due="2025-12-15"),
            carers_capacity_analysed=Says("not_met", has="1 of 6"),
        ),
        case(
            "Nothing was on record before the birth: that gap is told once",
            BABY,
            worked_with("2025-09-01"),
            signed_off("2025-10-20", began="2025-09-01"),
            MOTHER,
            capacity_looked_at_again="not_applicable",
            carers_capacity_analysed="not_met",
        ),
        case(
            "A relapse a week ago, and one this morning",
            UNBORN,
            WORK,
            signed_off("2026-02-09"),
            BOTH,
            capacity("mother", "2026-02-02"),
            capacity("father", "2026-02-02"),
            concern("drugs", "2026-02-23", person_id="mother"),
            concern("alcohol", "2026-03-02", person_id="father"),
            capacity_looked_at_again=[
                Says("due_soon", due="2026-03-09", subject="mother-birth_mother"),
                Says("not_yet_due", due="2026-03-16", subject="father-birth_father"),
            ],
        ),
        # ---------------------------------------------------------------- a learning disability; the mother's own needs
        case(
            "A learning disability is on record, and nothing on how the assessment was fitted to it",
            UNBORN,
            WORK,
            SIGNED,
            BOTH,
            concern("learning_disability", "2026-01-20", person_id="mother"),
            assessment_adapted=[
                Says("not_met", due="2026-02-16", subject="mother-birth_mother", has="since 20 January 2026"),
                Says("not_applicable", subject="father-birth_father"),
            ],
        ),
        case(
            "It was fitted to him, and that is written",
            UNBORN,
            WORK,
            SIGNED,
            FATHER,
            considered("father", "2026-01-20", "learning_disability", explored="found"),
            fitted_to("father", "2026-02-02"),
            assessment_adapted=Says("met", has="written on 2 February 2026"),
        ),
        case(
            "Written after the signing off",
            UNBORN,
            WORK,
            SIGNED,
            FATHER,
            considered("father", "2026-01-20", "learning_disability", explored="found"),
            fitted_to("father", "2026-02-23"),
            assessment_adapted="met_late",
        ),
        case(
            "Found last week, after the signing off; and found today",
            UNBORN,
            WORK,
            SIGNED,
            BOTH,
            considered("father", "2026-02-23", "learning_disability", explored="found"),
            concern("learning_disability", "2026-03-02", person_id="mother"),
            assessment_adapted=[
                Says("due_soon", due="2026-03-09", subject="father-birth_father"),
                Says("not_yet_due", due="2026-03-16", subject="mother-birth_mother"),
            ],
        ),
        case(
            "Looked into and cleared",
            UNBORN,
            WORK,
            SIGNED,
            FATHER,
            concern("learning_disability", "2026-01-20", person_id="father", status="cleared"),
            assessment_adapted="not_applicable",
        ),
        case(
            "Her low mood is on record, and nothing of what it means for the baby",
            UNBORN,
            WORK,
            SIGNED,
            BOTH,
            concern("parental_mental_health", "2026-01-20", person_id="mother"),
            mothers_needs_weighed=[
                Says(
                    "not_met", due="2026-02-16", subject="mother-birth_mother", has="last recorded on 20 January 2026"
                ),
                Says("not_applicable", subject="father-birth_father"),
            ],
        ),
        case(
            "What it means is written in time",
            UNBORN,
            WORK,
            SIGNED,
            MOTHER,
            considered("mother", "2026-02-02", "parental_mental_health", explored="found", means="nights are shared"),
            mothers_needs_weighed=Says("met", has_not="nights"),
        ),
        case(
            "What it means is written a week late",
            UNBORN,
            WORK,
            SIGNED,
            MOTHER,
            considered("mother", "2026-02-02", "parental_mental_health", explored="found"),
            thought_through("mother", "2026-02-23"),
            mothers_needs_weighed="met_late",
        ),
        case(
            "Her need was found last week; another's today",
            UNBORN,
            WORK,
            SIGNED,
            MOTHER,
            considered("mother", "2026-02-23", "homelessness", explored="found"),
            mothers_needs_weighed=Says("due_soon", due="2026-03-09"),
        ),
        case(
            "Found this morning",
            UNBORN,
            WORK,
            SIGNED,
            MOTHER,
            considered("mother", "2026-03-02", "homelessness", explored="found"),
            mothers_needs_weighed=Says("not_yet_due", due="2026-03-16"),
        ),
        case(
            "Her drinking is asked after under paragraph 53",
            UNBORN,
            WORK,
            SIGNED,
            MOTHER,
            concern("alcohol", "2026-01-20", person_id="mother"),
            mothers_needs_weighed="not_applicable",
        ),
        # ---------------------------------------------------------------- where nothing more is asked
        case(
            "The pregnancy was lost",
            UNBORN,
            WORK,
            SIGNED,
            BOTH,
            lost("2026-02-20"),
            second_parents_capacity_analysed=Says("not_applicable", has=QUIET),
            carers_capacity_analysed=[Says("not_applicable", has=QUIET, subject="mother-birth_mother")],
        ),
        case(
            "The expected date is weeks past, and nothing is recorded",
            expecting("2026-01-26"),
            WORK,
            SIGNED,
            BOTH,
            concern("learning_disability", "2026-01-20", person_id="mother"),
            second_parents_capacity_analysed=Says("cannot_tell", has="an ending recorded: yes"),
            carers_capacity_analysed=[Says("cannot_tell", subject="mother-birth_mother")],
            assessment_adapted=[Says("cannot_tell", subject="mother-birth_mother")],
            mothers_needs_weighed=[Says("cannot_tell", subject="mother-birth_mother")],
        ),
        case(
            "A manager has set it aside while the father is at sea",
            UNBORN,
            WORK,
            SIGNED,
            BOTH,
            parents_set_aside("second_parents_capacity_analysed", until="2026-04-01"),
            second_parents_capacity_analysed="excepted",
        ),
    ],
)


@every_line(TABLE)
def test_what_is_said(engine: str, number: int, check: str, says: Says) -> None:
    TABLE.assert_says(engine, number, check, says)


def test_what_is_said_of_one_parent_speaks_of_no_other() -> None:
    for (_, subject, code), finding in TABLE.found("polars").items():
        told = f"{finding['reason']} {finding['facts']}".lower()
        if code.endswith(("carers_capacity_analysed", "mothers_needs_weighed")) and subject.endswith("birth_mother"):
            assert "birth father" not in told
        if code.endswith("second_parents_capacity_analysed"):
            assert "mother" not in told


def test_no_sentence_repeats_what_somebody_wrote() -> None:
    told = [finding["reason"] for engine in ("rows", "polars") for finding in TABLE.found(engine).values()]
    for words in ("fed and settled", "good enough", "abroad until", "an advocate", "nights are shared"):
        assert not [reason for reason in told if words in reason]


def test_every_dimension_of_the_shipped_list_is_looked_at() -> None:
    assert [entry.code for entry in SETTINGS["parents.capacity_dimensions"].form.entries] == list(Dimension)
    labels = {fact.label for fact in checks.CarersCapacityAnalysed.needs}
    assert {dimension.label.lower() for dimension in Dimension} <= labels

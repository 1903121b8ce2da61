"""P53.1, domestic abuse, drugs and alcohol around a baby: what is said of each situation.

The day is Monday 2 March 2026. A concern is looked at within five working days of being recorded, a new incident
(one of the seven days before it was recorded) within one. A baby born on 1 December 2025 is then three months old.
"""

from __future__ import annotations

import pytest

from case_tables import ALWAYS_KNOWN, WITHIN_THE_WARNING, Says, Table, case, every_line
from families import (
    action,
    adult,
    advised,
    born,
    concern,
    danger_weighed,
    decided,
    expecting,
    fragility_set_aside,
    lost,
    meaning,
    moved_and_accepted,
    opened_in_error,
    stays,
    treatment_service,
)

AUGUST = expecting("2026-08-10")
BABY = [*expecting("2025-12-01", known="2025-05-05"), *born("2025-12-01")]
MOTHER = adult("mother", "birth_mother")
FATHER = adult("father", "birth_father", mentioned="2025-12-01")
HARMED = concern("domestic_abuse", "2026-02-16", key="harmed", person_id="mother", part="harmed")
DRINKING = concern("alcohol", "2026-02-16", key="drinking", person_id="father", part="affected")
USING = concern("drugs", "2026-02-16", key="using", person_id="mother", part="affected")
ASKED_OF_ABUSE = ("high_risk_case_considered", "who_is_responsible_recorded")
QUIET = "Nothing more is asked on this record."


def incident(happened: str, recorded: str, who: str = "mother", part: str = "harmed", key: str = "") -> list:
    """An incident between the parents, as written down about one of them."""
    values = {"incident_on": happened, "person_id": who, "part": part}
    return concern("domestic_abuse", recorded, key=key or f"{who}-{part}", **values)


CODES = (
    "meaning_for_this_baby_written",
    "meaning_looked_at_again_at_birth",
    "action_or_reason_recorded",
    "high_risk_case_considered",
    "who_is_responsible_recorded",
    "treatment_service_heard",
    "storage_seen_or_agreed",
    "safer_sleep_discussed_with_carer",
)
SILENT = {
    "analysis": ("meaning_for_this_baby_written", "meaning_looked_at_again_at_birth"),
    "action": ("action_or_reason_recorded",),
    "decision": ("high_risk_case_considered",),
    "contribution": ("treatment_service_heard",),
    "advice": ("storage_seen_or_agreed", "safer_sleep_discussed_with_carer"),
    "accommodation": ("storage_seen_or_agreed", "safer_sleep_discussed_with_carer"),
}
CANNOT_BE = {
    ("not_yet_due", WITHIN_THE_WARNING): CODES,
    ("cannot_tell", ALWAYS_KNOWN): ("meaning_looked_at_again_at_birth",),
}

TABLE = Table(
    "fragility",
    "2026-03-02",
    [
        # ---------------------------------------------------------------- what it means for this baby
        case(
            "Poverty is recorded, and no abuse, drink or drugs",
            BABY,
            MOTHER,
            concern("poverty", "2026-02-16"),
            meaning_for_this_baby_written="nothing",
            safer_sleep_discussed_with_carer="not_applicable",
        ),
        case(
            "Drinking recorded on Monday a week ago: the five working days end today",
            BABY,
            concern("alcohol", "2026-02-23"),
            meaning_for_this_baby_written=Says("due_soon", due="2026-03-02"),
            action_or_reason_recorded=Says("due_soon", due="2026-03-02"),
            treatment_service_heard=Says("due_soon", due="2026-03-02"),
            storage_seen_or_agreed=Says("due_soon", due="2026-03-02"),
            high_risk_case_considered="not_applicable",
            who_is_responsible_recorded="not_applicable",
        ),
        case(
            "Recorded one working day earlier, and nothing is written",
            BABY,
            concern("alcohol", "2026-02-20"),
            meaning_for_this_baby_written=Says(
                "not_met", due="2026-02-27", has="Alcohol: recorded on 20 February 2026. Nothing is written since"
            ),
            action_or_reason_recorded=Says("not_met", due="2026-02-27"),
            treatment_service_heard=Says("not_met", due="2026-02-27"),
            storage_seen_or_agreed=Says("not_met", due="2026-02-27", has="home since: 1 December 2025"),
        ),
        case(
            "An unborn child is asked after as a baby is",
            AUGUST,
            DRINKING,
            meaning_for_this_baby_written=Says("not_met", due="2026-02-23"),
            meaning_looked_at_again_at_birth="not_applicable",
            storage_seen_or_agreed=Says("not_met", due="2026-02-23", has="home since: not recorded"),
        ),
        case(
            "Written three days after it was recorded",
            BABY,
            HARMED,
            meaning("2026-02-19", about="harmed"),
            meaning_for_this_baby_written=Says("met", has="was written on 19 February 2026"),
        ),
        case(
            "Written of the kind of concern, without naming which",
            BABY,
            HARMED,
            meaning("2026-02-19", concern_kind="domestic_abuse"),
            meaning_for_this_baby_written="met",
        ),
        case(
            "Written of another concern",
            BABY,
            HARMED,
            DRINKING,
            meaning("2026-02-19", about="drinking"),
            meaning_for_this_baby_written=(Says("not_met", subject="harmed"), Says("met", subject="drinking")),
        ),
        case(
            "Written late",
            BABY,
            HARMED,
            meaning("2026-02-26", about="harmed"),
            meaning_for_this_baby_written=Says("met_late", due="2026-02-23", has="It was expected by 23 February 2026"),
        ),
        case(
            "What was written a month before the concern says nothing of it",
            BABY,
            HARMED,
            meaning("2026-01-19", concern_kind="domestic_abuse"),
            meaning_for_this_baby_written="not_met",
        ),
        case(
            "An empty entry is not yet a thought",
            BABY,
            HARMED,
            meaning("2026-02-19", about="harmed", finding=None),
            meaning_for_this_baby_written="not_met",
        ),
        case(
            "A concealed pregnancy: the clock runs from its discovery",
            expecting("2026-08-10", known="2026-02-26"),
            concern("drugs", "2025-12-01"),
            meaning_for_this_baby_written=Says("due_soon", due="2026-03-05"),
        ),
        case(
            "The concern is settled by now; what was written in its time still counts",
            BABY,
            HARMED,
            meaning("2026-02-18", about="harmed"),
            concern(
                "domestic_abuse",
                "2026-02-27",
                key="harmed",
                person_id="mother",
                part="harmed",
                status="past",
                identified_on="2026-02-16",
                ended_on="2026-02-27",
            ),
            meaning_for_this_baby_written="met",
        ),
        # ---------------------------------------------------------------- new incidents
        case(
            "An incident of last Thursday, recorded the same day: one working day",
            BABY,
            incident("2026-02-26", "2026-02-26"),
            meaning_for_this_baby_written=Says("not_met", due="2026-02-27"),
            high_risk_case_considered=Says("not_met", due="2026-02-27"),
        ),
        case(
            "An incident seven days before it was recorded is still new",
            BABY,
            incident("2026-02-20", "2026-02-27"),
            meaning_for_this_baby_written=Says("due_soon", due="2026-03-02"),
        ),
        case(
            "Eight days before, it is not",
            BABY,
            incident("2026-02-19", "2026-02-27"),
            meaning_for_this_baby_written=Says("due_soon", due="2026-03-06"),
        ),
        case(
            "A new incident asks again, whatever was written of the abuse before",
            BABY,
            HARMED,
            meaning("2026-02-17", about="harmed"),
            incident("2026-02-25", "2026-02-26", key="again"),
            meaning_for_this_baby_written=(
                Says("met", subject="harmed"),
                Says("not_met", subject="again", due="2026-02-27"),
            ),
        ),
        case(
            "One incident seen through two people is one finding, and one entry on it meets it",
            BABY,
            incident("2026-02-25", "2026-02-25", "mother", "harmed", key="a"),
            incident("2026-02-25", "2026-02-26", "father", "responsible", key="b"),
            meaning("2026-02-26", about="b"),
            action("b", assigned="2026-02-26", child_id="baby"),
            danger_weighed("required", "2026-02-26", about="b"),
            meaning_for_this_baby_written=Says("met", subject="a"),
            action_or_reason_recorded=Says("met", subject="a"),
            high_risk_case_considered=Says("met", subject="a", due="2026-02-26"),
            who_is_responsible_recorded=Says("met", subject="a"),
        ),
        case(
            "A standing account of abuse, written about both on one day, is one finding",
            BABY,
            HARMED,
            concern("domestic_abuse", "2026-02-16", key="responsible", person_id="father", part="responsible"),
            who_is_responsible_recorded=Says("met", subject="harmed"),
            meaning_for_this_baby_written=Says("not_met", subject="harmed"),
        ),
        case(
            "Both parents drink: two concerns, each with its own answer",
            BABY,
            DRINKING,
            concern("alcohol", "2026-02-16", key="hers", person_id="mother"),
            meaning("2026-02-17", about="drinking"),
            meaning_for_this_baby_written=(Says("met", subject="drinking"), Says("not_met", subject="hers")),
        ),
        # ---------------------------------------------------------------- counter-allegations, and who answers for it
        case(
            "Each accuses the other: both parts of both are recorded, and it is one finding",
            BABY,
            incident("2026-02-23", "2026-02-23", "mother", "harmed"),
            incident("2026-02-23", "2026-02-23", "mother", "responsible"),
            incident("2026-02-23", "2026-02-23", "father", "harmed"),
            incident("2026-02-23", "2026-02-23", "father", "responsible"),
            who_is_responsible_recorded=Says("met", subject="father-harmed"),
            high_risk_case_considered=Says("not_met", subject="father-harmed"),
        ),
        case(
            "The allegation against her was looked into and cleared; nobody else is recorded as responsible",
            BABY,
            HARMED,
            concern("domestic_abuse", "2026-02-16", key="cleared", part="responsible", status="cleared"),
            who_is_responsible_recorded=Says("not_met", subject="harmed", due="2026-02-23", has_not="mother"),
        ),
        case(
            "Only the part of the person harmed is recorded",
            BABY,
            HARMED,
            who_is_responsible_recorded=Says("not_met", has="can be asked only of those harmed"),
        ),
        case(
            "The one who abuses is recorded without a name, for safety",
            BABY,
            HARMED,
            concern("domestic_abuse", "2026-02-17", key="unnamed", part="responsible", identified_on="2026-02-16"),
            who_is_responsible_recorded="met",
        ),
        case(
            "Who is responsible was recorded late",
            BABY,
            HARMED,
            concern("domestic_abuse", "2026-02-25", key="later", part="responsible", identified_on="2026-02-16"),
            who_is_responsible_recorded=Says("met_late", subject="harmed", due="2026-02-23"),
        ),
        case(
            "An incident without an answer to who is responsible, on the next working day",
            BABY,
            incident("2026-02-26", "2026-02-27"),
            who_is_responsible_recorded=Says("due_soon", due="2026-03-02"),
        ),
        # ---------------------------------------------------------------- MARAC
        case(
            "Judgement is enough: it was decided to refer, on no score",
            BABY,
            HARMED,
            danger_weighed("required", "2026-02-18"),
            high_risk_case_considered=Says("met", has="on 18 February 2026"),
        ),
        case(
            "A reasoned no meets it as well",
            BABY,
            HARMED,
            danger_weighed("not_required", "2026-02-20"),
            high_risk_case_considered="met",
        ),
        case(
            "A decision without its reasons is not yet one",
            BABY,
            HARMED,
            danger_weighed("required", "2026-02-18", reasons=None),
            high_risk_case_considered="not_met",
        ),
        case(
            "A decision put off is not yet one",
            BABY,
            HARMED,
            danger_weighed("deferred", "2026-02-18"),
            high_risk_case_considered="not_met",
        ),
        case(
            "A decision of last year was about what was known then",
            BABY,
            HARMED,
            danger_weighed("not_required", "2025-12-15"),
            high_risk_case_considered="not_met",
        ),
        case(
            "Decided four working days late",
            BABY,
            HARMED,
            danger_weighed("required", "2026-02-27"),
            high_risk_case_considered=Says("met_late", due="2026-02-23"),
        ),
        case(
            "Another decision than that on MARAC",
            BABY,
            HARMED,
            decided("required", "2026-02-18"),
            high_risk_case_considered="not_met",
        ),
        # ---------------------------------------------------------------- action or reason
        case(
            "A named practitioner has an action on it",
            BABY,
            DRINKING,
            action("drinking", assigned="2026-02-18"),
            action_or_reason_recorded=Says("met", has="on 18 February 2026"),
        ),
        case(
            "The action is given to nobody by name",
            BABY,
            DRINKING,
            action("drinking", assigned="2026-02-18", owner=None),
            action_or_reason_recorded="not_met",
        ),
        case(
            "The action is asked of a parent alone",
            BABY,
            HARMED,
            action("harmed", assigned="2026-02-18", owner=None, owned_by_person_id="mother"),
            action_or_reason_recorded="not_met",
        ),
        case(
            "Help was declined, and it is recorded what happens instead",
            BABY,
            DRINKING,
            action("drinking", assigned="2026-02-18", declined_on="2026-02-19", declined_next="the GP asks again"),
            action_or_reason_recorded="met",
        ),
        case(
            "Help was declined, and nothing is recorded of what happens instead",
            BABY,
            DRINKING,
            action("drinking", assigned="2026-02-18", declined_on="2026-02-19"),
            action_or_reason_recorded="not_met",
        ),
        case(
            "An action of the eighth working day",
            BABY,
            DRINKING,
            action("drinking", assigned="2026-02-26"),
            action_or_reason_recorded=Says("met_late", due="2026-02-23"),
        ),
        case(
            "Methadone as prescribed, in stable treatment, is not itself harm: the reason suffices; storage and sleep stay",
            BABY,
            MOTHER,
            concern(
                "drugs",
                "2026-02-16",
                key="methadone",
                person_id="mother",
                no_action_on="2026-02-18",
                no_action_reason="stable on prescribed methadone for two years, as the service confirms",
            ),
            treatment_service("2026-02-17", about="mother"),
            meaning_for_this_baby_written=Says("met", has="or why nothing is needed, was written on 18 February 2026"),
            action_or_reason_recorded=Says("met", has_not="methadone"),
            treatment_service_heard="met",
            storage_seen_or_agreed=Says("not_met", due="2026-02-23"),
            safer_sleep_discussed_with_carer=Says("not_met", due="2026-02-23"),
        ),
        case(
            "Found to need no action, without a reason",
            BABY,
            concern("drugs", "2026-02-16", no_action_on="2026-02-18"),
            action_or_reason_recorded="not_met",
            meaning_for_this_baby_written="not_met",
        ),
        # ---------------------------------------------------------------- past and cleared concerns
        case(
            "A historic concern that was looked into and cleared is not raised again",
            BABY,
            concern("domestic_abuse", "2026-02-16", status="cleared"),
            meaning_for_this_baby_written="nothing",
            high_risk_case_considered="nothing",
        ),
        case(
            "Past abuse that ended fifteen months before it was recorded is looked at",
            BABY,
            concern("domestic_abuse", "2026-02-16", status="past", ended_on="2024-11-16", part="harmed"),
            meaning_for_this_baby_written="not_met",
            high_risk_case_considered="not_met",
            who_is_responsible_recorded="not_met",
        ),
        case(
            "And there a reason suffices for all that is asked",
            BABY,
            concern(
                "domestic_abuse",
                "2026-02-16",
                status="past",
                ended_on="2024-11-16",
                no_action_on="2026-02-17",
                no_action_reason="no contact since, as police confirm",
            ),
            meaning_for_this_baby_written="met",
            action_or_reason_recorded="met",
            high_risk_case_considered=Says("met", has="on 17 February 2026"),
            who_is_responsible_recorded="met",
        ),
        case(
            "To the day two years past",
            BABY,
            concern("alcohol", "2026-02-16", status="past", ended_on="2024-02-16"),
            meaning_for_this_baby_written="not_met",
        ),
        case(
            "Longer past: no more than a reason is asked for",
            BABY,
            concern("alcohol", "2026-02-16", status="past", ended_on="2024-02-15"),
            meaning_for_this_baby_written="not_applicable",
            treatment_service_heard="not_applicable",
            storage_seen_or_agreed="not_applicable",
            action_or_reason_recorded=Says("not_met", due="2026-02-23"),
        ),
        case(
            "Past, and nobody wrote down since when",
            BABY,
            concern("domestic_abuse", "2026-02-16", status="past"),
            meaning_for_this_baby_written=Says("cannot_tell", has="A past concern was last so on: not recorded"),
            high_risk_case_considered="cannot_tell",
            who_is_responsible_recorded="cannot_tell",
        ),
        # ---------------------------------------------------------------- at birth
        case(
            "Recorded before the birth and written of then; not looked at again within five working days of it",
            expecting("2026-02-20", known="2025-08-04"),
            born("2026-02-20"),
            concern("drugs", "2025-12-01", key="using"),
            meaning("2025-12-03", about="using"),
            meaning_for_this_baby_written="met",
            meaning_looked_at_again_at_birth=Says("not_met", due="2026-02-27", has="the birth on 20 February 2026"),
        ),
        case(
            "Born on Friday: there is time until this Friday",
            expecting("2026-02-27", known="2025-08-04"),
            born("2026-02-27"),
            concern("drugs", "2025-12-01"),
            meaning_looked_at_again_at_birth=Says("due_soon", due="2026-03-06"),
            storage_seen_or_agreed=Says("due_soon", due="2026-03-06"),
        ),
        case(
            "Looked at again on the fourth day after the birth",
            expecting("2026-02-16", known="2025-08-04"),
            born("2026-02-16"),
            concern("drugs", "2025-12-01", key="using"),
            meaning("2026-02-20", about="using"),
            meaning_looked_at_again_at_birth=Says("met", has="on 20 February 2026"),
        ),
        case(
            "Looked at again a week late",
            expecting("2026-02-13", known="2025-08-04"),
            born("2026-02-13"),
            concern("drugs", "2025-12-01", key="using"),
            meaning("2026-02-27", about="using"),
            meaning_looked_at_again_at_birth=Says("met_late", due="2026-02-20"),
        ),
        case(
            "A concern from after the birth has nothing to look at again",
            BABY,
            DRINKING,
            meaning_looked_at_again_at_birth="not_applicable",
        ),
        case(
            "Twins: what is written of the one does not speak for the other",
            expecting("2026-08-10", babies=("baby", "twin")),
            concern("drugs", "2026-02-16", key="using"),
            meaning("2026-02-18", about="using"),
            meaning_for_this_baby_written=(Says("met"), Says("not_met", of="twin")),
        ),
        case(
            "The expected date is long past and nothing more is recorded: nobody is judged",
            expecting("2026-02-02", known="2025-06-02"),
            HARMED,
            DRINKING,
            meaning_for_this_baby_written=(
                Says("cannot_tell", subject="harmed", has="neither a birth nor an ending recorded: yes"),
                Says("cannot_tell", subject="drinking"),
            ),
            action_or_reason_recorded=(Says("cannot_tell", subject="harmed"), Says("cannot_tell", subject="drinking")),
            who_is_responsible_recorded=(
                Says("cannot_tell", subject="harmed"),
                Says("not_applicable", subject="drinking"),
            ),
        ),
        # ---------------------------------------------------------------- drugs and alcohol: the treatment service
        case(
            "The service has said what it knows of him",
            BABY,
            DRINKING,
            treatment_service("2026-02-18", about="father"),
            treatment_service_heard=Says("met", has="by 18 February 2026"),
        ),
        case(
            "It has spoken of her, and the concern is about him",
            BABY,
            DRINKING,
            treatment_service("2026-02-18", about="mother"),
            treatment_service_heard="not_met",
        ),
        case(
            "He is in no treatment, which is recorded as the reason",
            BABY,
            DRINKING,
            treatment_service("2026-02-18", about="father", why_not="known to no service; he does not wish it now"),
            treatment_service_heard="met",
        ),
        case(
            "Heard in the second week",
            BABY,
            DRINKING,
            treatment_service("2026-02-27"),
            treatment_service_heard=Says("met_late", due="2026-02-23"),
        ),
        case(
            "One evening, both drunk with the baby in their care: one finding, and the service is heard of one of them",
            BABY,
            concern("alcohol", "2026-02-24", key="a", person_id="mother", incident_on="2026-02-22"),
            concern("alcohol", "2026-02-24", key="b", person_id="father", incident_on="2026-02-22"),
            treatment_service("2026-02-25", about="mother"),
            treatment_service_heard=Says("not_met", subject="a", due="2026-02-25"),
        ),
        case(
            "Drinking recorded, and the record may not say what became of the pregnancy",
            expecting("2026-02-02", known="2025-06-02"),
            DRINKING,
            treatment_service_heard="cannot_tell",
            storage_seen_or_agreed="cannot_tell",
        ),
        # ---------------------------------------------------------------- drugs and alcohol: storage
        case(
            "A locked box was seen at the visit",
            BABY,
            USING,
            advised("mother", "prescribed_medicines", "2026-02-20", agreed="locked box, seen"),
            storage_seen_or_agreed=Says("met", has="on 20 February 2026", has_not="locked"),
        ),
        case(
            "Advice without anything seen or agreed",
            BABY,
            USING,
            advised("mother", "parental_substances", "2026-02-20"),
            storage_seen_or_agreed="not_met",
        ),
        case(
            "Agreed with the other parent, about the other parent's",
            BABY,
            USING,
            advised("father", "parental_substances", "2026-02-20", agreed="no drink in the house"),
            storage_seen_or_agreed="not_met",
        ),
        case(
            "Agreed in the second week",
            BABY,
            USING,
            advised(None, "parental_substances", "2026-02-27", agreed="kept at the neighbour's"),
            storage_seen_or_agreed=Says("met_late", due="2026-02-23"),
        ),
        case(
            "Agreed before the birth: it is asked again once the baby is home",
            expecting("2026-02-20", known="2025-08-04"),
            born("2026-02-20"),
            concern("drugs", "2025-12-01", person_id="mother"),
            advised("mother", "prescribed_medicines", "2025-12-10", agreed="locked box"),
            storage_seen_or_agreed=Says("not_met", due="2026-02-27"),
        ),
        # ---------------------------------------------------------------- a baby in hospital or with other carers
        case(
            "The baby is on the neonatal unit: the home waits, the thinking does not",
            expecting("2026-02-13", known="2025-08-04"),
            born("2026-02-13"),
            MOTHER,
            USING,
            stays("neonatal_unit", "2026-02-13"),
            meaning_for_this_baby_written="not_met",
            storage_seen_or_agreed="not_applicable",
            safer_sleep_discussed_with_carer="not_applicable",
        ),
        case(
            "The baby came home from it on Thursday: five working days from there",
            expecting("2026-02-13", known="2025-08-04"),
            born("2026-02-13"),
            MOTHER,
            USING,
            stays("neonatal_unit", "2026-02-13", until="2026-02-26"),
            storage_seen_or_agreed=Says("due_soon", due="2026-03-05"),
            safer_sleep_discussed_with_carer=Says("due_soon", due="2026-03-05"),
        ),
        case(
            "What was talked through on the ward counts at home",
            expecting("2026-02-13", known="2025-08-04"),
            born("2026-02-13"),
            MOTHER,
            USING,
            stays("neonatal_unit", "2026-02-13", until="2026-02-26"),
            advised("mother", "co_sleeping", "2026-02-25"),
            safer_sleep_discussed_with_carer="met",
        ),
        case(
            "The baby lives with foster carers, who are not asked on account of the parents' drinking",
            BABY,
            MOTHER,
            adult("foster", "foster_carer"),
            USING,
            stays("foster_home", "2026-02-18"),
            storage_seen_or_agreed="not_applicable",
            safer_sleep_discussed_with_carer="not_applicable",
            action_or_reason_recorded="not_met",
        ),
        case(
            "A placement for mother and baby together is their home",
            BABY,
            USING,
            stays("mother_and_baby", "2026-02-18"),
            storage_seen_or_agreed=Says("not_met", due="2026-02-23"),
        ),
        # ---------------------------------------------------------------- an adult's part has ended
        case(
            "A partner who drank has left the family: of him nothing more is asked",
            BABY,
            adult("partner", "partner_of_parent", ended="2026-02-20"),
            concern("alcohol", "2026-02-16", person_id="partner"),
            meaning_for_this_baby_written="not_applicable",
            treatment_service_heard="not_applicable",
            storage_seen_or_agreed="not_applicable",
        ),
        case(
            "He has parted from the mother and is still the father",
            BABY,
            adult("father", "partner_of_parent", ended="2026-02-20"),
            adult("father", "birth_father", caring_role=False),
            concern("alcohol", "2026-02-16", person_id="father"),
            meaning_for_this_baby_written="not_met",
        ),
        case(
            "Abuse by a partner who has left is asked after all the same: parting does not end it",
            BABY,
            adult("partner", "partner_of_parent", ended="2026-02-20"),
            concern("domestic_abuse", "2026-02-16", person_id="partner", part="responsible"),
            meaning_for_this_baby_written="not_met",
            high_risk_case_considered="not_met",
        ),
        # ---------------------------------------------------------------- safer sleep with each carer
        case(
            "He drinks; sleep was talked through with her and not with him",
            BABY,
            MOTHER,
            FATHER,
            DRINKING,
            advised("mother", "co_sleeping", "2026-02-18"),
            safer_sleep_discussed_with_carer=(
                Says("met", subject="mother-birth_mother", has="Birth mother: safer sleep was talked through"),
                Says("not_met", subject="father-birth_father", due="2026-02-23", has="Birth father: drugs or alcohol"),
            ),
        ),
        case(
            "A leaflet alone is not a talk",
            BABY,
            MOTHER,
            DRINKING,
            advised("mother", "co_sleeping", "2026-02-18", discussed=False),
            safer_sleep_discussed_with_carer="not_met",
        ),
        case(
            "Talked through in the second week",
            BABY,
            MOTHER,
            DRINKING,
            advised("mother", "overlay", "2026-02-27"),
            safer_sleep_discussed_with_carer=Says("met_late", due="2026-02-23"),
        ),
        case(
            "A new incident with drink: one working day",
            BABY,
            MOTHER,
            concern("alcohol", "2026-02-26", incident_on="2026-02-25"),
            safer_sleep_discussed_with_carer=Says("not_met", due="2026-02-27"),
        ),
        case(
            "A partner first mentioned last week is spoken with in his own time",
            BABY,
            adult("partner", "partner_of_parent", mentioned="2026-02-25"),
            DRINKING,
            safer_sleep_discussed_with_carer=Says("due_soon", due="2026-03-04"),
        ),
        case(
            "A carer with whom services may not be in touch is not spoken to",
            BABY,
            adult("father", "birth_father", contact_safety="must_not_contact"),
            DRINKING,
            safer_sleep_discussed_with_carer="not_applicable",
        ),
        case(
            "Somebody cares for the baby whom nobody has named",
            BABY,
            adult("", "partner_of_parent", person_id=None),
            DRINKING,
            safer_sleep_discussed_with_carer=Says("cannot_tell", has="who the carer is"),
        ),
        case(
            "Abuse alone, without drink or drugs, puts no question about sleep",
            BABY,
            MOTHER,
            HARMED,
            safer_sleep_discussed_with_carer="not_applicable",
            treatment_service_heard="not_applicable",
            storage_seen_or_agreed="not_applicable",
        ),
        # ---------------------------------------------------------------- set aside, and the end of a record
        case(
            "A manager has set the questions aside",
            BABY,
            MOTHER,
            DRINKING,
            *(fragility_set_aside(check, until="2026-03-31") for check in CODES if "birth" not in check),
            meaning_for_this_baby_written=Says("excepted", has="until 31 March 2026"),
            action_or_reason_recorded="excepted",
            treatment_service_heard="excepted",
            storage_seen_or_agreed="excepted",
            safer_sleep_discussed_with_carer="excepted",
        ),
        case(
            "Set aside for one concern, and not for the other",
            BABY,
            DRINKING,
            HARMED,
            fragility_set_aside("meaning_for_this_baby_written", until="2026-03-31", concern_id="drinking"),
            meaning_for_this_baby_written=(Says("excepted", subject="drinking"), Says("not_met", subject="harmed")),
        ),
        case(
            "After a loss nothing more is asked",
            AUGUST,
            MOTHER,
            HARMED,
            lost("2026-02-24"),
            meaning_for_this_baby_written=Says("not_applicable", has=QUIET),
            high_risk_case_considered=Says("not_applicable", has=QUIET),
        ),
        case(
            "Another area has taken the family on",
            BABY,
            DRINKING,
            moved_and_accepted("2026-02-24"),
            meaning_for_this_baby_written=Says("not_applicable", has=QUIET),
        ),
        case(
            "The record was opened in error",
            AUGUST,
            DRINKING,
            opened_in_error("2026-02-24"),
            meaning_for_this_baby_written=Says("not_applicable", has=QUIET),
        ),
        case(
            "From the first birthday it is no longer asked as of a baby",
            expecting("2025-03-02", known="2024-09-02"),
            born("2025-03-02"),
            DRINKING,
            meaning_for_this_baby_written="nothing",
        ),
    ],
)


@every_line(TABLE)
def test_it_says(engine: str, number: int, check: str, says: Says) -> None:
    TABLE.assert_says(engine, number, check, says)


@pytest.mark.parametrize("engine", ["rows", "polars"])
def test_no_sentence_names_anybody_or_repeats_free_text(engine: str) -> None:
    for finding in TABLE.found(engine).values():
        for word in ("methadone", "locked", "neighbour", "police confirm", "GP asks"):
            assert word not in finding["reason"] + finding["plain_reason"]


@pytest.mark.parametrize("engine", ["rows", "polars"])
def test_what_the_family_reads_speaks_of_no_other_person(engine: str) -> None:
    for finding in TABLE.found(engine).values():
        for word in ("Alcohol", "father", "mother", "MARAC"):
            assert word not in finding["plain_reason"]

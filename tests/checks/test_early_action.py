"""P17.2, early action on known risks: what is said of each risk, and of what must be in place around the birth.

The day is Monday 2 March 2026, and the baby is due on Monday 10 August (today 17 weeks; 34 weeks on 29 June). An
action is given to somebody within ten working days, begins within fifteen, and is looked at after six weeks.
"""

from __future__ import annotations

from case_tables import ALWAYS_KNOWN, WITHIN_THE_WARNING, Says, Table, case, every_line
from families import (
    ALL_IN_PLACE,
    action,
    born,
    concern,
    expecting,
    in_place,
    lost,
    not_needed,
    plan,
    set_aside,
)

AUGUST = expecting("2026-08-10")
HELPED = plan("child_in_need", "2026-01-12")
DRINKING = concern("alcohol", "2026-02-02")
GIVEN = action("alcohol", assigned="2026-02-10")
BEGUN = action("alcohol", assigned="2026-02-10", started_on="2026-02-16")
SOON = expecting("2026-03-23")
PROTECTED = plan("unborn_child_protection", "2026-01-12")

MILESTONES = (
    "birth_plan_agreed",
    "out_of_hours_alert_set",
    "discharge_meeting_set",
    "family_group_offered",
    "legal_advice_considered",
    "unborn_plan_on_cpis",
)


def every(outcome: str, **told: str) -> dict[str, Says]:
    """The same of everything that must be in place around the birth."""
    return {check: Says(outcome, **told) for check in MILESTONES}


CODES = (
    "each_risk_has_an_action",
    "action_begun_before_birth",
    "effect_looked_at",
    "birth_plan_agreed",
    "out_of_hours_alert_set",
    "discharge_meeting_set",
    "family_group_offered",
    "legal_advice_considered",
    "unborn_plan_on_cpis",
)
SILENT = {"action": ("each_risk_has_an_action", "action_begun_before_birth"), "milestone": CODES[3:]}
CANNOT_BE = {
    ("not_yet_due", WITHIN_THE_WARNING): ("unborn_plan_on_cpis",),
    ("cannot_tell", ALWAYS_KNOWN): ("each_risk_has_an_action", "effect_looked_at"),
}

TABLE = Table(
    "before_birth",
    "2026-03-02",
    [
        # ---------------------------------------------------------------- an action for each risk
        case(
            "A risk is known, and nobody helps the family yet: the first question is the assessment",
            AUGUST,
            DRINKING,
            each_risk_has_an_action="not_applicable",
            action_begun_before_birth="not_applicable",
            effect_looked_at="not_applicable",
        ),
        case(
            "Drinking was recorded a month ago, and nobody has been asked to do anything about it",
            AUGUST,
            HELPED,
            DRINKING,
            each_risk_has_an_action=Says("not_met", due="2026-02-16", has="Alcohol: recorded on 2 February 2026"),
            action_begun_before_birth=Says("not_met", due="2026-02-23"),
            effect_looked_at="not_applicable",
        ),
        case(
            "The risk was recorded last week",
            AUGUST,
            HELPED,
            concern("alcohol", "2026-02-24"),
            each_risk_has_an_action=Says("not_yet_due", due="2026-03-10"),
            action_begun_before_birth=Says("not_yet_due", due="2026-03-17"),
        ),
        case(
            "The risk is older than the help: the time for an action runs from when help began",
            AUGUST,
            plan("child_in_need", "2026-02-23"),
            concern("alcohol", "2025-12-01"),
            each_risk_has_an_action=Says("due_soon", due="2026-03-09"),
        ),
        case(
            "A named person has it, and it is meant to change something",
            AUGUST,
            HELPED,
            DRINKING,
            GIVEN,
            each_risk_has_an_action=Says("met", has="on 10 February 2026"),
            action_begun_before_birth=Says("not_met", due="2026-02-23"),
        ),
        case(
            "An agency is not a person",
            AUGUST,
            HELPED,
            DRINKING,
            action("alcohol", assigned="2026-02-10", owner=None, owner_agency_id="substance service"),
            each_risk_has_an_action=Says("not_met", has="Any action linked to it: yes"),
        ),
        case(
            "An action that is meant to change nothing in particular does not count",
            AUGUST,
            HELPED,
            DRINKING,
            action("alcohol", assigned="2026-02-10", intended_effect=None),
            each_risk_has_an_action="not_met",
        ),
        case(
            "Given late",
            AUGUST,
            HELPED,
            DRINKING,
            action("alcohol", assigned="2026-02-18"),
            each_risk_has_an_action=Says("met_late", due="2026-02-16"),
        ),
        case(
            "Twins share the risk, and one action answers it for both",
            expecting("2026-08-10", babies=("baby", "twin")),
            HELPED,
            DRINKING,
            BEGUN,
            each_risk_has_an_action=(Says("met", of="baby"),),
            action_begun_before_birth=(Says("met", of="baby"),),
        ),
        case(
            "Two risks, one of them without an action",
            AUGUST,
            HELPED,
            DRINKING,
            concern("homelessness", "2026-02-02"),
            BEGUN,
            each_risk_has_an_action=(
                Says("met", subject="alcohol"),
                Says("not_met", subject="homelessness", has="Homelessness or frequent moves"),
            ),
        ),
        case(
            "History that needs a note and no action: considered, with the reason",
            AUGUST,
            HELPED,
            concern(
                "previous_child_removed", "2026-02-02", no_action_on="2026-02-09", no_action_reason="ten years ago"
            ),
            each_risk_has_an_action=Says(
                "met", word="considered_no_action", has="on 9 February 2026", has_not="ten years"
            ),
            action_begun_before_birth=Says("met", word="considered_no_action"),
        ),
        case(
            "That it was considered is not enough without the reason",
            AUGUST,
            HELPED,
            concern("previous_child_removed", "2026-02-02", no_action_on="2026-02-09"),
            each_risk_has_an_action="not_met",
        ),
        case(
            "The risk is over",
            AUGUST,
            HELPED,
            concern("alcohol", "2026-02-02", ended_on="2026-02-20"),
            each_risk_has_an_action="not_applicable",
        ),
        # ---------------------------------------------------------------- begun before the birth
        case(
            "Work began two weeks after the risk was recorded",
            AUGUST,
            HELPED,
            DRINKING,
            BEGUN,
            action_begun_before_birth=Says("met", has="on 16 February 2026"),
            effect_looked_at=Says("not_yet_due", due="2026-03-30"),
        ),
        case(
            "A referral to a service is not yet an action begun",
            AUGUST,
            HELPED,
            DRINKING,
            action("alcohol", assigned="2026-02-10", kind="referral_only", started_on="2026-02-12"),
            action_begun_before_birth=Says("not_met", has="a referral alone is not yet one"),
        ),
        case(
            "The plan's next step starts only after the birth",
            AUGUST,
            HELPED,
            DRINKING,
            action("alcohol", assigned="2026-02-10", starts_on="2026-09-01"),
            action_begun_before_birth=Says("not_met", has="The next is to start on: 1 September 2026"),
        ),
        case(
            "The birth is nearer than fifteen working days: action is due before it",
            expecting("2026-03-06"),
            HELPED,
            concern("alcohol", "2026-02-24"),
            action_begun_before_birth=Says("due_soon", due="2026-03-06"),
        ),
        case(
            "Help was offered and declined, and the record says what happens instead",
            AUGUST,
            HELPED,
            DRINKING,
            action("alcohol", assigned="2026-02-10", declined_on="2026-02-16", declined_next="midwife asks again"),
            action_begun_before_birth=Says("met", word="declined_with_next_step", has_not="midwife asks"),
        ),
        case(
            "Help was offered and declined, and nothing is said of what happens instead",
            AUGUST,
            HELPED,
            DRINKING,
            action("alcohol", assigned="2026-02-10", declined_on="2026-02-16"),
            action_begun_before_birth=Says("not_met", word="declined_without_next_step", has="offered and declined"),
        ),
        # ---------------------------------------------------------------- whether it works
        case(
            "Six weeks have gone by, and nobody has looked at whether it works",
            AUGUST,
            HELPED,
            concern("alcohol", "2025-12-15"),
            action("alcohol", assigned="2026-01-13", started_on="2026-01-15"),
            effect_looked_at=Says("not_met", due="2026-02-26"),
        ),
        case(
            "Somebody has looked, and it does not work: the check is met by the looking",
            AUGUST,
            HELPED,
            concern("alcohol", "2025-12-15"),
            action(
                "alcohol",
                assigned="2026-01-13",
                started_on="2026-01-15",
                effect_reviewed_on="2026-02-20",
                effect="did_not_work",
            ),
            effect_looked_at=Says("met", has="on 20 February 2026"),
        ),
        # ---------------------------------------------------------------- around the birth
        case("No plan: nothing around the birth is asked", AUGUST, DRINKING, **every("not_applicable")),
        case(
            "A child in need plan asks for no legal advice and no entry on CP-IS",
            AUGUST,
            HELPED,
            birth_plan_agreed=Says("not_yet_due", due="2026-06-29"),
            family_group_offered=Says("not_yet_due", due="2026-06-29"),
            legal_advice_considered="not_applicable",
            unborn_plan_on_cpis="not_applicable",
        ),
        case(
            "A protection plan: CP-IS on the next working day, the rest by 34 weeks",
            AUGUST,
            plan("unborn_child_protection", "2026-02-27"),
            birth_plan_agreed=Says("not_yet_due", due="2026-06-29"),
            legal_advice_considered=Says("not_yet_due", due="2026-06-29"),
            unborn_plan_on_cpis=Says("due_soon", due="2026-03-02"),
        ),
        case(
            "Everything is in place",
            AUGUST,
            plan("unborn_child_protection", "2026-02-13"),
            [record for kind in ALL_IN_PLACE for record in in_place(kind, "2026-02-16")],
            **every("met", has="16 February 2026"),
        ),
        case(
            "Considered and not needed, with the reason",
            AUGUST,
            plan("unborn_child_protection", "2026-02-13"),
            [record for kind in ALL_IN_PLACE for record in not_needed(kind, "2026-02-16")],
            **every("met"),
        ),
        case(
            "Not needed, and nobody says why",
            AUGUST,
            PROTECTED,
            not_needed("legal_gateway", "2026-02-16", reason=None),
            legal_advice_considered=Says("not_yet_due", due="2026-06-29"),
        ),
        case(
            "Three weeks before the birth and no birth plan: urgent",
            SOON,
            HELPED,
            birth_plan_agreed=Says("not_met", due="2026-02-09", has="Not recorded: the safeguarding birth plan"),
        ),
        case(
            "The plan itself began late: five working days for the arrangements",
            SOON,
            plan("child_in_need", "2026-02-26"),
            birth_plan_agreed=Says("due_soon", due="2026-03-05"),
        ),
        case(
            "The baby came on the day after the protection plan began",
            expecting("2026-06-01"),
            plan("unborn_child_protection", "2026-02-26"),
            born("2026-02-27"),
            **every("not_applicable", word="born_before_due"),
        ),
        case(
            "The baby came before the arrangements were due",
            expecting("2026-06-01"),
            HELPED,
            born("2026-02-27"),
            birth_plan_agreed=Says("not_applicable", word="born_before_due"),
            discharge_meeting_set=Says("not_applicable", word="born_before_due"),
        ),
        case(
            "The baby was born without a birth plan that was due: what of it is still needed?",
            expecting("2026-02-27"),
            HELPED,
            born("2026-02-25"),
            birth_plan_agreed=Says("not_met", word="retrospective_miss", has="What of it is still needed?"),
        ),
        case(
            "A protection plan, three weeks before the birth, and no legal advice considered",
            SOON,
            PROTECTED,
            legal_advice_considered=Says("not_met", has="Not recorded: the decision on legal advice"),
        ),
        case(
            "On a protection plan, the baby was born without arrangements that were due",
            expecting("2026-02-27"),
            PROTECTED,
            born("2026-02-25"),
            **every("not_met", word="retrospective_miss"),
        ),
        case(
            "After a loss nothing is asked",
            AUGUST,
            PROTECTED,
            DRINKING,
            lost("2026-02-20"),
            **every("not_applicable", has="Nothing more is asked on this record."),
            each_risk_has_an_action=Says("not_applicable", has="Nothing more is asked on this record."),
        ),
        case(
            "The expected date is four weeks past, and no birth is recorded: it may be a loss, and nothing presses",
            expecting("2026-02-02"),
            PROTECTED,
            **every("cannot_tell", word="birth_not_recorded", has="neither a birth nor an ending is recorded"),
        ),
        case(
            "The expected date is not known: by when cannot be told",
            expecting(None),
            PROTECTED,
            birth_plan_agreed="cannot_tell",
            unborn_plan_on_cpis=Says("not_met", due="2026-01-13"),
        ),
        case(
            "A manager has set one risk's action aside",
            AUGUST,
            HELPED,
            DRINKING,
            set_aside("each_risk_has_an_action", until="2026-03-31"),
            each_risk_has_an_action="excepted",
            action_begun_before_birth="not_met",
        ),
    ],
)


@every_line(TABLE)
def test_it_says(engine: str, number: int, check: str, says: Says) -> None:
    TABLE.assert_says(engine, number, check, says)

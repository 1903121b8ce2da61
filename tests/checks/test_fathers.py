"""P31.2, the father and every partner kept in view: what is said of each situation.

The day is Monday 2 March 2026; help mostly began on Monday 12 January. Who somebody is is recorded within ten working
days, by 26 January; the rest by the signing off of the assessment, within 45 working days, or within ten of the first
mention of somebody who came later.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from case_tables import Says, Table, case, every_line
from families import concern, expecting, father, lost, moved_and_accepted, opened_in_error, plan
from families.fathers import (
    ALL_NEEDS,
    BABY,
    MOTHER,
    UNBORN,
    agency_asked,
    agency_told,
    agreed_with,
    all_but,
    away_from,
    capacity,
    conference,
    considered,
    dead,
    for_themselves,
    invited,
    known,
    lives,
    nobody_named,
    parents_set_aside,
    signed_off,
    spoke,
    support_ended,
    thought_through,
    withheld,
    worked_with,
)
from lapwing.checks import CHECKS
from lapwing.checks.parents import fathers
from lapwing.lessons.settings import SETTINGS, read_overrides

WORK = worked_with("2026-01-12")
PLAN = plan("child_in_need", "2026-01-12")
SIGNED = signed_off("2026-02-16")
FATHER = known("father")
OF_ONE = (
    "identity_recorded",
    "role_in_family_written",
    "own_needs_considered",
    "seen_or_spoken_to",
    "other_agencies_asked",
)
CODES = (
    "father_or_second_parent_recorded",
    "identity_recorded",
    "safety_decision_kept_up",
    "role_in_family_written",
    "own_needs_considered",
    "meaning_of_needs_written",
    "seen_or_spoken_to",
    "other_agencies_asked",
    "included_in_plan",
    "looked_at_again",
)
SILENT = {
    "relationship": ("father_or_second_parent_recorded",),
    "analysis": ("own_needs_considered",),
    "contact": ("seen_or_spoken_to",),
    "information_share": ("other_agencies_asked",),
    "attendance": ("included_in_plan",),
}
UNDATED = "the record keeps no day of its own for it, so that what is there is never called late"
CANNOT_BE = {("met_late", UNDATED): ("role_in_family_written", "safety_decision_kept_up")}


def all_of(says: str | Says, *checks: str) -> dict[str, Says]:
    """The same said by several checks; by those that are asked of one adult where none is named."""
    return dict.fromkeys(checks or OF_ONE, says if isinstance(says, Says) else Says(says))


def no_prompt() -> dict[str, Says]:
    """Nothing that is said of the adult asks anybody to be in touch."""
    return dict.fromkeys(("seen_or_spoken_to", "included_in_plan"), Says("not_applicable", has_not="talk"))


TABLE = Table(
    "parents",
    "2026-03-02",
    [
        # ---------------------------------------------------------------- whether anybody is recorded
        case(
            "Nobody works with the family",
            BABY,
            MOTHER,
            FATHER,
            father_or_second_parent_recorded="nothing",
            **all_of("nothing"),
        ),
        case(
            "Help began seven weeks ago, and nothing stands on a father or second parent",
            BABY,
            MOTHER,
            WORK,
            father_or_second_parent_recorded=Says(
                "not_met", due="2026-01-26", has="Help began on 12 January 2026. Nothing is recorded", has_not="mother"
            ),
            **all_of("nothing"),
        ),
        case(
            "Help began last Monday: there is time until 9 March",
            UNBORN,
            MOTHER,
            worked_with("2026-02-23"),
            father_or_second_parent_recorded=Says("due_soon", due="2026-03-09"),
        ),
        case(
            "Help begins today",
            UNBORN,
            worked_with("2026-03-02"),
            father_or_second_parent_recorded=Says("not_yet_due", due="2026-03-16"),
        ),
        case(
            "He was mentioned this morning",
            UNBORN,
            WORK,
            known("father", on="2026-03-02", identity_status=None, identity_status_on=None),
            identity_recorded=Says("not_yet_due", due="2026-03-16", has="is to be recorded by 16 March 2026"),
        ),
        case(
            "A limit on contact was written this morning, without its reason",
            UNBORN,
            worked_with("2026-03-02"),
            known("father", on="2026-03-02", contact_safety="must_not_contact"),
            safety_decision_kept_up=Says("not_yet_due", due="2026-03-16"),
        ),
        case(
            "A limit on contact of last Monday",
            UNBORN,
            worked_with("2026-02-23"),
            known("father", on="2026-02-23", contact_safety="must_not_contact"),
            safety_decision_kept_up=Says("due_soon", due="2026-03-09"),
        ),
        case(
            "He was mentioned on the second day",
            UNBORN,
            WORK,
            known("father", on="2026-01-13"),
            father_or_second_parent_recorded=Says("met", has="on record since 13 January 2026"),
        ),
        case(
            "He was first mentioned in February: late for the record, in time for him",
            UNBORN,
            WORK,
            known("father", on="2026-02-23"),
            father_or_second_parent_recorded=Says("met_late", due="2026-01-26"),
            identity_recorded=Says("met", due="2026-03-09"),
        ),
        case(
            "A partner is on record, and still nothing on the father",
            UNBORN,
            WORK,
            known("partner", "partner_of_parent"),
            father_or_second_parent_recorded="not_met",
        ),
        case(
            "A man recorded as the father has turned out not to be: his entry has ended, and the question is open",
            UNBORN,
            WORK,
            known("father", ended_on="2026-02-02"),
            father_or_second_parent_recorded="not_met",
            **all_of("not_applicable"),
        ),
        case(
            "Twins: each has a finding of its own",
            expecting("2026-08-10", babies=("baby", "other")),
            worked_with("2026-01-12", twins=True),
            father_or_second_parent_recorded=[Says("not_met"), Says("not_met", of="other")],
        ),
        # ---------------------------------------------------------------- who he is
        case(
            "Named by the mother, ten working days after the first mention",
            UNBORN,
            WORK,
            known("father", identity_status="named_by_mother", identity_status_on="2026-01-26"),
            identity_recorded=Says("met", due="2026-01-26", has="Birth father: who this is"),
        ),
        case(
            "Named the day after",
            UNBORN,
            WORK,
            known("father", identity_status="named_by_mother", identity_status_on="2026-01-27"),
            identity_recorded=Says("met_late", due="2026-01-26", has="It was expected by 26 January 2026"),
        ),
        case(
            "Mentioned, and nothing says who he is",
            UNBORN,
            WORK,
            known(None, identity_status=None, identity_status_on=None),
            identity_recorded=Says("not_met", due="2026-01-26"),
            **all_of("not_applicable", "own_needs_considered", "seen_or_spoken_to", "other_agencies_asked"),
        ),
        case(
            "Who he is stands in the record without a day; it was there in time",
            UNBORN,
            WORK,
            known("father", identity_status_on=None),
            identity_recorded=Says("met", due="2026-01-26"),
        ),
        case(
            "Without a day, and the entry was touched since: nobody can say when it was known",
            UNBORN,
            WORK,
            known("father", on="2026-02-23", mentioned_on="2026-01-12", identity_status_on=None),
            identity_recorded=Says("cannot_tell", missing=("the day on which that was established",)),
        ),
        case(
            "She does not know who he is: that is an answer, and nothing is asked of her or him",
            UNBORN,
            WORK,
            nobody_named("unknown_to_mother"),
            father_or_second_parent_recorded="met",
            identity_recorded=Says("met", has_not="mother"),
            role_in_family_written="not_applicable",
            own_needs_considered="not_applicable",
            seen_or_spoken_to="not_applicable",
        ),
        case(
            "She would rather not say",
            UNBORN,
            WORK,
            nobody_named("not_disclosed", role_in_family=None),
            identity_recorded=Says("met", has_not="mother"),
            role_in_family_written=Says("not_yet_due", due="2026-03-16"),
            own_needs_considered="not_applicable",
        ),
        case(
            "Two mothers and a donor",
            UNBORN,
            WORK,
            known("ama", "second_legal_parent"),
            nobody_named("no_legal_father"),
            father_or_second_parent_recorded="met",
            identity_recorded=[
                Says("met", subject="ama-second_legal_parent", has="Second legal parent"),
                Says("met", subject="nobody-birth_father"),
            ],
            own_needs_considered=[
                Says("not_yet_due", subject="ama-second_legal_parent"),
                Says("not_applicable", subject="nobody-birth_father"),
            ],
        ),
        case(
            "Two men may be the father: each is asked after as he stands, and no test is spoken of",
            UNBORN,
            WORK,
            SIGNED,
            known("dan", identity_status="disputed"),
            known("lee", identity_status="disputed"),
            identity_recorded=[
                Says("met", subject="dan-birth_father"),
                Says("met", subject="lee-birth_father", has_not="test"),
            ],
            own_needs_considered=[
                Says("not_met", subject="dan-birth_father"),
                Says("not_met", subject="lee-birth_father", has_not="test"),
            ],
        ),
        case(
            "He has died, as his identity says",
            UNBORN,
            WORK,
            SIGNED,
            known("father", identity_status="deceased"),
            identity_recorded="met",
            **all_of(
                "not_applicable",
                "role_in_family_written",
                "own_needs_considered",
                "seen_or_spoken_to",
                "included_in_plan",
            ),
        ),
        case(
            "He has died since, as his own entry says: nobody is asked to ring him",
            UNBORN,
            WORK,
            SIGNED,
            FATHER,
            dead("father", "2026-02-20"),
            **all_of("not_applicable", "role_in_family_written", "own_needs_considered", "seen_or_spoken_to"),
        ),
        case(
            "A new partner, mentioned last week after the assessment was signed off: ten working days for everything",
            BABY,
            WORK,
            SIGNED,
            known("partner", "partner_of_parent", on="2026-02-23", identity_status=None, role_in_family=None),
            identity_recorded=Says("due_soon", due="2026-03-09", has="Partner of a parent: who this is"),
            role_in_family_written=Says("due_soon", due="2026-03-09"),
            own_needs_considered=Says("due_soon", due="2026-03-09", has_not="undeclared"),
            seen_or_spoken_to=Says("due_soon", due="2026-03-09"),
        ),
        case(
            "A partner of whom nobody wrote when he was first mentioned",
            BABY,
            WORK,
            SIGNED,
            known("partner", "partner_of_parent", mentioned_on=None, identity_status=None, identity_status_on=None),
            identity_recorded=Says(
                "cannot_tell",
                missing=(
                    "when they were first mentioned",
                    "who they are, or why that is not known",
                    "the day on which that was established",
                ),
            ),
            own_needs_considered="cannot_tell",
        ),
        case(
            "A grandmother who cares is looked at; an uncle who does not is not, nor a brother, nor the mother",
            BABY,
            WORK,
            MOTHER,
            known("nan", "grandparent"),
            known("uncle", "other_relative", caring_role=False),
            known("brother", "sibling"),
            identity_recorded=Says("met", has="Grandparent: who this is"),
        ),
        # ---------------------------------------------------------------- withheld, or not to be contacted
        case(
            "Withheld for safety, decided by a manager, with a day ahead: identity, contact and invitation are met",
            UNBORN,
            PLAN,
            SIGNED,
            withheld(),
            identity_recorded=Says("met", word="withheld_for_safety", has="looked at again on 1 June 2026"),
            seen_or_spoken_to=Says("met", word="withheld_for_safety", has_not="talk"),
            included_in_plan=Says("met", word="withheld_for_safety", has_not="invit"),
            own_needs_considered=Says("not_met", has="under 0 of 12 headings"),
            other_agencies_asked="not_met",
            safety_decision_kept_up="not_applicable",
        ),
        case(
            "Withheld, and the police were asked what they know; each heading is answered from that",
            UNBORN,
            PLAN,
            SIGNED,
            withheld(),
            agency_asked("father", "2026-01-20"),
            considered("father", "2026-02-02", explored="not_explored", reason="known to the police only"),
            own_needs_considered="met",
            other_agencies_asked=Says("met", has="on 20 January 2026"),
        ),
        case(
            "Withheld, and nothing in the record to which what agencies know could be tied",
            UNBORN,
            PLAN,
            SIGNED,
            withheld(None),
            identity_recorded=Says("met", word="withheld_for_safety"),
            own_needs_considered=Says("cannot_tell", has="who this person is in the record"),
            seen_or_spoken_to=Says("met", word="withheld_for_safety"),
        ),
        case(
            "Withheld, and nobody is recorded as having decided it: nothing asks to be in touch with him",
            UNBORN,
            PLAN,
            SIGNED,
            withheld(by=None),
            identity_recorded=Says("not_met", due="2026-01-26", has="somebody who decided it"),
            **no_prompt(),
        ),
        case(
            "Withheld, and the day to look at it again has passed: asked after, without a word on contact",
            UNBORN,
            PLAN,
            SIGNED,
            withheld(again="2026-02-27"),
            identity_recorded=Says("not_met", due="2026-02-27"),
            **no_prompt(),
        ),
        case(
            "He does not know of the pregnancy, which is on record with its reason and review",
            UNBORN,
            PLAN,
            SIGNED,
            away_from("father", "unaware_of_pregnancy"),
            seen_or_spoken_to=Says("met", word="withheld_for_safety", has_not="pregnan"),
            included_in_plan=Says("met", word="withheld_for_safety", has_not="know"),
            safety_decision_kept_up=Says("met", has="looked at again on 1 June 2026", has_not="pregnan"),
            own_needs_considered=Says("not_met", has_not="pregnan"),
        ),
        case(
            "He does not know of the pregnancy, and no reason is written: the decision is asked for, never a talk",
            UNBORN,
            PLAN,
            SIGNED,
            away_from("father", "unaware_of_pregnancy", why=None, again=None),
            safety_decision_kept_up=Says(
                "not_met",
                due="2026-01-26",
                missing=("the reason for limiting contact", "when the limit is looked at again"),
                has_not="pregnan",
            ),
            **no_prompt(),
        ),
        case(
            "A court order forbids contact, and its review has passed",
            UNBORN,
            PLAN,
            SIGNED,
            away_from("father", "must_not_contact", again="2026-02-16"),
            safety_decision_kept_up=Says("not_met", due="2026-02-16", has="nobody gets in touch"),
            **no_prompt(),
        ),
        case(
            "Nobody has written whether he may be spoken to: that comes first",
            UNBORN,
            WORK,
            SIGNED,
            known("father", contact_safety=None),
            seen_or_spoken_to=Says(
                "cannot_tell",
                has="Whether contact is safe comes first",
                missing=("whether services may be in touch with them", "a talk with them, two attempts, or why not"),
            ),
        ),
        # ---------------------------------------------------------------- his part, and his own needs
        case(
            "He is named, and nothing is written of his part or his needs",
            UNBORN,
            WORK,
            SIGNED,
            known("father", role_in_family=None),
            role_in_family_written=Says("not_met", due="2026-02-16", has="nothing is written of their part"),
            own_needs_considered=Says("not_met", due="2026-02-16", has="under 0 of 12 headings"),
        ),
        case(
            "“Away, and writes every week” is a part",
            UNBORN,
            WORK,
            SIGNED,
            known("father", role_in_family="away, and writes every week"),
            role_in_family_written=Says("met", has_not="writes every week"),
        ),
        case(
            "Every heading was considered by the signing off",
            UNBORN,
            WORK,
            SIGNED,
            FATHER,
            considered("father", "2026-02-02"),
            own_needs_considered=Says("met", due="2026-02-16", has="all 12 headings by 2 February 2026"),
            meaning_of_needs_written="not_applicable",
        ),
        case(
            "Ten headings in time, two a week after the signing off",
            UNBORN,
            WORK,
            SIGNED,
            FATHER,
            considered("father", "2026-02-02", *all_but("alcohol", "drugs")),
            considered("father", "2026-02-23", "alcohol", "drugs"),
            own_needs_considered="met_late",
        ),
        case(
            "Not explored, with a reason, counts; without one it does not",
            UNBORN,
            WORK,
            SIGNED,
            FATHER,
            considered("father", "2026-02-02", *all_but("alcohol", "drugs")),
            considered("father", "2026-02-02", "alcohol", explored="not_explored", reason="would not be drawn"),
            considered("father", "2026-02-02", "drugs", explored="not_explored"),
            own_needs_considered=Says("not_met", has="11 of 12", missing=("drugs",), has_not="would not be drawn"),
        ),
        case(
            "A concern about his drinking is on record: that heading is found already",
            UNBORN,
            WORK,
            SIGNED,
            FATHER,
            concern("alcohol", "2026-01-19", person_id="father"),
            considered("father", "2026-02-02", *all_but("alcohol")),
            own_needs_considered="met",
        ),
        case(
            "The concern is about the mother, and says nothing of him",
            UNBORN,
            WORK,
            SIGNED,
            FATHER,
            concern("alcohol", "2026-01-19", person_id="mother"),
            considered("father", "2026-02-02", *all_but("alcohol")),
            own_needs_considered=Says("not_met", missing=("alcohol",)),
        ),
        case(
            "The conference has been held; where the area looks by then this would be due, and here it is not",
            UNBORN,
            WORK,
            FATHER,
            conference("2026-02-02"),
            own_needs_considered=Says("not_yet_due", due="2026-03-16", has="0 of 12 headings considered"),
            seen_or_spoken_to=Says("not_yet_due", due="2026-03-16"),
            other_agencies_asked=Says("not_yet_due", due="2026-03-16"),
        ),
        case(
            "A need was found, and nothing is written of what it means",
            UNBORN,
            WORK,
            SIGNED,
            FATHER,
            considered("father", "2026-02-09", "alcohol", explored="found"),
            meaning_of_needs_written=Says("not_met", due="2026-02-23", has="last recorded on 9 February 2026"),
        ),
        case(
            "Found with what it means for the baby",
            UNBORN,
            WORK,
            SIGNED,
            FATHER,
            considered("father", "2026-02-02", "alcohol", explored="found", means="not alone with the baby at night"),
            meaning_of_needs_written=Says("met", due="2026-02-16", has_not="alone"),
        ),
        case(
            "Of two needs one has its meaning",
            UNBORN,
            WORK,
            SIGNED,
            FATHER,
            considered("father", "2026-02-02", "alcohol", explored="found", means="not alone at night"),
            considered("father", "2026-02-02", "drugs", explored="found"),
            meaning_of_needs_written="not_met",
        ),
        case(
            "One entry says what his needs mean together, a week late",
            UNBORN,
            WORK,
            SIGNED,
            FATHER,
            considered("father", "2026-02-02", "alcohol", "drugs", explored="found"),
            thought_through("father", "2026-02-23"),
            meaning_of_needs_written="met_late",
        ),
        case(
            "An entry with nothing in it says nothing",
            UNBORN,
            WORK,
            SIGNED,
            FATHER,
            considered("father", "2026-02-02", "alcohol", explored="found"),
            thought_through("father", "2026-02-09", finding=None),
            meaning_of_needs_written="not_met",
        ),
        case(
            "His low mood is a concern; his drinking is asked after under paragraph 53, and not twice",
            UNBORN,
            WORK,
            SIGNED,
            FATHER,
            concern("parental_mental_health", "2026-02-23", person_id="father"),
            meaning_of_needs_written=Says("due_soon", due="2026-03-09"),
        ),
        case(
            "Only his drinking is on record",
            UNBORN,
            WORK,
            SIGNED,
            FATHER,
            concern("alcohol", "2026-02-23", person_id="father"),
            meaning_of_needs_written="not_applicable",
        ),
        # ---------------------------------------------------------------- seen, asked after, part of the plan
        case(
            "Spoken about only: what the mother says of him is not a talk with him",
            UNBORN,
            WORK,
            SIGNED,
            FATHER,
            spoke("mother", "2026-01-20"),
            for_themselves("2026-01-20", direct=False),
            seen_or_spoken_to=Says("not_met", due="2026-02-16", has="Birth father: no talk with this adult"),
        ),
        case(
            "Visited in time",
            UNBORN,
            WORK,
            SIGNED,
            FATHER,
            spoke("father", "2026-01-20"),
            seen_or_spoken_to=Says("met", has="by 20 January 2026"),
        ),
        case(
            "In prison, and spoken to by telephone after the signing off",
            UNBORN,
            WORK,
            SIGNED,
            FATHER,
            spoke("father", "2026-02-20", how="telephone"),
            seen_or_spoken_to="met_late",
        ),
        case(
            "A letter was sent abroad, and no answer came",
            UNBORN,
            WORK,
            SIGNED,
            FATHER,
            spoke("father", "2026-01-20", how="message"),
            seen_or_spoken_to="not_met",
        ),
        case(
            "Tried on one day only, twice",
            UNBORN,
            WORK,
            SIGNED,
            FATHER,
            spoke("father", "2026-01-20", how="attempt"),
            seen_or_spoken_to="not_met",
        ),
        case(
            "Tried on two days",
            UNBORN,
            WORK,
            SIGNED,
            FATHER,
            spoke("father", "2026-01-20", how="attempt"),
            spoke("father", "2026-02-03", how="attempt"),
            seen_or_spoken_to=Says("met", has="by 3 February 2026"),
        ),
        case(
            "He spoke for himself in the assessment, which names him as the father and no more",
            UNBORN,
            WORK,
            SIGNED,
            FATHER,
            for_themselves("2026-01-28"),
            seen_or_spoken_to="met",
        ),
        case(
            "What the father said is not what the partner said",
            UNBORN,
            WORK,
            SIGNED,
            known("partner", "partner_of_parent"),
            for_themselves("2026-01-28"),
            seen_or_spoken_to="not_met",
        ),
        case(
            "It is written why he was not spoken to",
            UNBORN,
            WORK,
            SIGNED,
            FATHER,
            for_themselves("2026-01-28", who="father", why_not="abroad, with no telephone"),
            seen_or_spoken_to=Says("met", has_not="abroad"),
        ),
        case(
            "No agency was asked",
            UNBORN,
            WORK,
            SIGNED,
            FATHER,
            other_agencies_asked=Says("not_met", due="2026-02-16"),
        ),
        case(
            "Probation answered a request, a week late",
            UNBORN,
            WORK,
            SIGNED,
            FATHER,
            agency_told("father", "2026-02-23"),
            other_agencies_asked="met_late",
        ),
        case(
            "Something was passed on that nobody had asked for",
            UNBORN,
            WORK,
            SIGNED,
            FATHER,
            agency_told("father", "2026-02-02", asked=False),
            other_agencies_asked="not_met",
        ),
        case(
            "No plan: no place in it",
            UNBORN,
            WORK,
            FATHER,
            included_in_plan="not_applicable",
        ),
        case(
            "A plan of seven weeks that does not know him",
            UNBORN,
            PLAN,
            FATHER,
            included_in_plan=Says("not_met", due="2026-01-26", has="the plan began on 12 January 2026"),
        ),
        case(
            "Invited as the father, whether he came or not",
            UNBORN,
            PLAN,
            FATHER,
            invited("2026-01-14"),
            included_in_plan=Says("met", has="by 14 January 2026"),
        ),
        case(
            "Not invited, and it is said why",
            UNBORN,
            PLAN,
            FATHER,
            invited(None, who="father", why_not="a meeting of his own, as both wished"),
            included_in_plan=Says("met", has_not="both wished"),
        ),
        case(
            "Not invited, and nothing said",
            UNBORN,
            PLAN,
            FATHER,
            invited(None, who="father"),
            included_in_plan="not_met",
        ),
        case(
            "An action agreed with him, late",
            UNBORN,
            PLAN,
            FATHER,
            agreed_with("father", "2026-02-02"),
            included_in_plan="met_late",
        ),
        case(
            "A plan of today",
            UNBORN,
            plan("child_in_need", "2026-03-02"),
            known("father", on="2026-03-02"),
            included_in_plan=Says("not_yet_due", due="2026-03-16"),
        ),
        case(
            "A plan of last Monday",
            UNBORN,
            plan("child_in_need", "2026-02-23"),
            FATHER,
            included_in_plan="due_soon",
        ),
        # ---------------------------------------------------------------- looked at again
        case(
            "Considered before the birth and not since",
            BABY,
            worked_with("2025-09-01"),
            signed_off("2025-10-20", began="2025-09-01"),
            known("father", on="2025-09-01"),
            considered("father", "2025-10-06"),
            looked_at_again=Says("not_met", due="2025-12-15", has="something changed on 1 December 2025"),
        ),
        case(
            "Looked at again a week after the birth",
            BABY,
            worked_with("2025-09-01"),
            signed_off("2025-10-20", began="2025-09-01"),
            known("father", on="2025-09-01"),
            considered("father", "2025-10-06"),
            considered("father", "2025-12-08", "alcohol"),
            looked_at_again=Says("met", due="2025-12-15"),
        ),
        case(
            "Looked at again after a month",
            BABY,
            worked_with("2025-09-01"),
            signed_off("2025-10-20", began="2025-09-01"),
            known("father", on="2025-09-01"),
            considered("father", "2025-10-06"),
            thought_through("father", "2026-01-05"),
            looked_at_again="met_late",
        ),
        case(
            "What was never considered cannot be looked at again: that is one gap and not two",
            BABY,
            worked_with("2025-09-01"),
            signed_off("2025-10-20", began="2025-09-01"),
            known("father", on="2025-09-01"),
            looked_at_again="not_applicable",
            own_needs_considered="not_met",
        ),
        case(
            "A relapse a fortnight ago, a week after the signing off",
            UNBORN,
            WORK,
            signed_off("2026-02-09"),
            FATHER,
            considered("father", "2026-02-02"),
            concern("alcohol", "2026-02-16", person_id="father"),
            looked_at_again=Says("due_soon", due="2026-03-02"),
        ),
        case(
            "The mother's relapse is not his",
            UNBORN,
            WORK,
            signed_off("2026-02-09"),
            FATHER,
            considered("father", "2026-02-02"),
            concern("alcohol", "2026-02-16", person_id="mother"),
            looked_at_again="not_applicable",
        ),
        case(
            "A new partner came this morning: the father is looked at again, the partner for the first time",
            UNBORN,
            WORK,
            signed_off("2026-02-09"),
            FATHER,
            considered("father", "2026-02-02"),
            known("partner", "partner_of_parent", on="2026-03-02"),
            looked_at_again=[
                Says("not_yet_due", due="2026-03-16", subject="father-birth_father", has_not="partner"),
                Says("not_applicable", subject="partner-partner_of_parent"),
            ],
        ),
        case(
            "A support service ended, and he moved before that",
            UNBORN,
            WORK,
            signed_off("2026-02-09"),
            FATHER,
            considered("father", "2026-02-02"),
            lives("father", "2026-02-11"),
            support_ended("2026-02-13"),
            looked_at_again=Says("not_met", due="2026-02-27", has="on 13 February 2026"),
        ),
        case(
            "He moved",
            UNBORN,
            WORK,
            signed_off("2026-02-09"),
            FATHER,
            considered("father", "2026-02-02"),
            lives("father", "2026-02-11"),
            looked_at_again=Says("not_met", due="2026-02-25"),
        ),
        case(
            "Where he has moved to is protected: not even the day is told",
            UNBORN,
            WORK,
            signed_off("2026-02-09"),
            FATHER,
            considered("father", "2026-02-02"),
            lives("father", "2026-02-11", protected=True),
            looked_at_again="not_applicable",
        ),
        # ---------------------------------------------------------------- where nothing more is asked
        *(
            case(
                situation,
                UNBORN,
                PLAN,
                SIGNED,
                father("named_by_mother", on="2026-01-12"),
                ended,
                father_or_second_parent_recorded=Says("not_applicable", has="Nothing more is asked on this record."),
                **all_of(Says("not_applicable", has="Nothing more is asked on this record.")),
            )
            for situation, ended in (
                ("The pregnancy was lost: every question stops, and says nothing", lost("2026-02-20")),
                ("Opened in error", opened_in_error("2026-02-20")),
                ("Another area has taken the family on", moved_and_accepted("2026-02-20")),
            )
        ),
        case(
            "The expected date is weeks past, and nothing is recorded",
            expecting("2026-01-26"),
            PLAN,
            SIGNED,
            known("father", identity_status=None, role_in_family=None),
            considered("father", "2026-01-20", "alcohol", explored="found"),
            father_or_second_parent_recorded="cannot_tell",
            meaning_of_needs_written="cannot_tell",
            included_in_plan="cannot_tell",
            **all_of("cannot_tell"),
        ),
        case(
            "A manager has set two of the questions aside for a time",
            UNBORN,
            PLAN,
            SIGNED,
            FATHER,
            parents_set_aside("seen_or_spoken_to", until="2026-04-01"),
            parents_set_aside("own_needs_considered", until="2026-03-01"),
            seen_or_spoken_to="excepted",
            own_needs_considered="not_met",
        ),
        case(
            "He is written about dimension by dimension, and that is another lesson's",
            UNBORN,
            WORK,
            SIGNED,
            FATHER,
            capacity("father", "2026-02-02"),
            own_needs_considered="not_met",
        ),
    ],
)


@every_line(TABLE)
def test_what_is_said(engine: str, number: int, check: str, says: Says) -> None:
    TABLE.assert_says(engine, number, check, says)


def test_an_area_may_look_into_fathers_by_the_initial_conference(tmp_path: Path) -> None:
    ours = tmp_path / "ours.toml"
    ours.write_text('[settings]\n"father.seen_by" = "initial_conference"\n', encoding="utf-8")
    records = [*UNBORN, *WORK, *FATHER, *conference("2026-02-02")]
    earlier = Table("parents", "2026-03-02", [case("The conference was held on 2 February", records)])
    earlier.question = replace(earlier.question, settings=read_overrides(ours))
    for engine in ("rows", "polars"):
        earlier.assert_says(engine, 0, "own_needs_considered", Says("not_met", due="2026-02-02"))
        earlier.assert_says(engine, 0, "role_in_family_written", Says("met", due="2026-02-02"))


def test_what_an_area_has_struck_off_its_lists_is_not_missing(tmp_path: Path) -> None:
    ours = tmp_path / "ours.toml"
    ours.write_text('[settings."parents.own_needs".value]\ndrugs = false\n', encoding="utf-8")
    records = [*UNBORN, *WORK, *SIGNED, *FATHER, *considered("father", "2026-02-02", *all_but("drugs", "alcohol"))]
    fewer = Table("parents", "2026-03-02", [case("Neither drink nor drugs", records)])
    fewer.question = replace(fewer.question, settings=read_overrides(ours))
    for engine in ("rows", "polars"):
        says = Says("not_met", has="under 10 of 11 headings", missing=("alcohol",))
        fewer.assert_says(engine, 0, "own_needs_considered", says)


KEPT_AWAY = [
    number
    for number, one in enumerate(TABLE.cases)
    if any(
        values.get("contact_safety") in ("must_not_contact", "unaware_of_pregnancy")
        or values.get("identity_status") == "withheld_for_safety"
        for _, values in one.records
    )
]


@pytest.mark.parametrize("engine", ["rows", "polars"])
def test_no_finding_on_a_man_who_is_kept_away_asks_anybody_to_be_in_touch(engine: str) -> None:
    assert len(KEPT_AWAY) >= 8
    asking = ("seen_or_spoken_to", "included_in_plan")
    for (child, _, code), finding in TABLE.found(engine).items():
        if child.partition(":")[0] in map(str, KEPT_AWAY):
            said = f"{finding['reason']} {finding['plain_reason']}".lower()
            if finding["outcome"] in ("not_met", "cannot_tell", "due_soon", "not_yet_due"):
                assert code.partition(".")[2] not in asking
                rule = CHECKS[code]
                said += f" {rule.would_meet} {rule.ask_next}".lower()
            for words in (
                "no talk",
                "speak to him",
                "spoken to by",
                "invite him",
                "pregnan",
                "unaware",
                "does not know of",
            ):
                assert words not in said, (code, words)


def test_no_fact_of_a_finding_tells_why_contact_is_limited() -> None:
    told = [str(finding["facts"]) for finding in TABLE.found("polars").values()]
    assert told
    assert not [facts for facts in told if "unaware_of_pregnancy" in facts or "must_not_contact" in facts]


def test_every_heading_of_the_shipped_lists_is_looked_at() -> None:
    assert [entry.code for entry in SETTINGS["parents.own_needs"].form.entries] == list(ALL_NEEDS)
    labels = {entry.wording[0].lower() + entry.wording[1:] for entry in SETTINGS["parents.own_needs"].form.entries}
    assert labels <= {fact.label for fact in fathers.OwnNeedsConsidered.needs}
    assert len(labels) == 12

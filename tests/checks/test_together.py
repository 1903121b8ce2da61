"""P81.2, services that work as one around a young person: what is said of each situation.

The day is Monday 2 March 2026 and Kyra is fifteen. From the second service on, ten working days are given for who is
involved, who leads, each part in the plan and what was shared; a meeting is judged on the day it is held.
"""

from __future__ import annotations

from case_tables import ALWAYS_KNOWN, WITHIN_THE_WARNING, Says, Table, case, every_line
from families import concern, left_for_another_area, responsibility_set_aside, young_person
from families.together import does_its_part, joint_plan, met, sent_word, service, three_services, told, took_part

OF_EACH = ("service_has_named_person", "service_has_part_in_plan", "sharing_is_logged")
AT_MEETINGS = ("invited_to_meetings", "heard_at_meetings")
OF_ALL = ("one_person_leads", "plans_read_together")
CODES = (*OF_EACH, *AT_MEETINGS, *OF_ALL)
SILENT = {
    "involvement": ("one_person_leads",),
    "meeting": AT_MEETINGS,
    "attendance": ("invited_to_meetings",),
    "plan": ("service_has_part_in_plan", "plans_read_together"),
    "action": ("service_has_part_in_plan",),
    "information_share": ("sharing_is_logged",),
}
CANNOT_BE = {
    ("not_yet_due", WITHIN_THE_WARNING): AT_MEETINGS,
    ("cannot_tell", ALWAYS_KNOWN): (*OF_EACH, *AT_MEETINGS, "plans_read_together"),
}

JUSTICE, SCHOOL, CARE = "youth_justice-2026-01-05", "education-2026-01-05", "childrens_social_care-2026-01-05"
DUE = "2026-01-19"
KEPT = "'kept_private': True"


def kyra(says: str, subject: str | None = None, **more: object) -> Says:
    """What is said of Kyra, or of one service that works with her."""
    return Says(says, of="kyra-record", subject=subject, **more)  # type: ignore[arg-type]


TABLE = Table(
    "responsibility",
    "2026-03-02",
    [
        case(
            "Social care alone works with her",
            young_person(),
            service("childrens_social_care", "2026-01-05"),
            service_has_named_person=kyra("nothing"),
            one_person_leads=kyra("not_applicable"),
            plans_read_together=kyra("not_applicable"),
        ),
        case(
            "Social care and her school, and there is neither a plan nor a concern: the school does not count",
            young_person(),
            service("childrens_social_care", "2026-01-05"),
            service("education", "2026-01-05"),
            service_has_named_person=kyra("nothing"),
            one_person_leads=kyra("not_applicable"),
        ),
        case(
            "With a concern, the school counts",
            young_person(),
            service("childrens_social_care", "2026-01-05"),
            service("education", "2026-01-05"),
            concern("exclusion", "2026-01-05", of="kyra-record"),
            service_has_named_person=[kyra("met", CARE), kyra("met", SCHOOL)],
            one_person_leads=kyra("not_met", due=DUE, has="2 services have worked with the young person together"),
        ),
        case(
            "The concern was looked into and cleared",
            young_person(),
            service("childrens_social_care", "2026-01-05"),
            service("education", "2026-01-05"),
            concern("exclusion", "2026-01-05", of="kyra-record", status="cleared"),
            service_has_named_person=kyra("nothing"),
        ),
        case(
            "Two teams of one service are one service",
            young_person(),
            service("childrens_social_care", "2026-01-05"),
            service("childrens_social_care", "2026-01-12"),
            one_person_leads=kyra("not_applicable"),
        ),
        case(
            "Only universal help from both",
            young_person(),
            service("school_nursing", "2026-01-05", level="universal"),
            service("youth_justice", "2026-01-05", level="universal"),
            one_person_leads=kyra("not_applicable"),
        ),
        case(
            "Everybody is known, asked, heard, in the plan and told",
            young_person(),
            three_services(),
            joint_plan("child_in_need", "2026-01-12"),
            met("2026-02-10"),
            took_part("youth_justice", "2026-02-10", invited_on="2026-01-30", attended=True),
            took_part(
                "education", "2026-02-10", invited_on="2026-01-30", attended=False, report_received_on="2026-02-06"
            ),
            does_its_part("youth_justice", "2026-01-14"),
            does_its_part("education", "2026-01-14", owner="ms-hale"),
            told("youth_justice", "2026-01-12"),
            told("education", "2026-01-13", decision="not_shared", what=None, reason="she asked us to wait"),
            service_has_named_person=[
                kyra("met", JUSTICE, due=DUE, has="Youth justice has worked"),
                kyra("met", SCHOOL),
            ],
            one_person_leads=kyra("met", due=DUE, has="3 services work with the young person"),
            invited_to_meetings=[
                kyra("met", CARE),
                kyra("met", JUSTICE, due="2026-02-10", has_not="Meetings without"),
                kyra("met", SCHOOL),
            ],
            heard_at_meetings=[kyra("met", CARE), kyra("met", JUSTICE), kyra("met", SCHOOL, due="2026-02-10")],
            service_has_part_in_plan=[
                kyra("met", CARE, due="2026-01-26"),
                kyra("met", JUSTICE),
                kyra("met", SCHOOL, has="a part in the plan since 14 January 2026"),
            ],
            sharing_is_logged=[kyra("met", CARE), kyra("met", JUSTICE), kyra("met", SCHOOL, has_not="wait")],
            plans_read_together=kyra("not_applicable"),
        ),
        case(
            "Youth justice has worked with her since May, is not in the plan and was left out of two meetings",
            young_person(),
            service("childrens_social_care", "2025-05-05", lead=True),
            service("youth_justice", "2025-05-12", named=None),
            joint_plan("child_in_need", "2025-05-19"),
            met("2025-11-03"),
            met("2026-02-09", kind="core_group"),
            service_has_named_person=kyra(
                "not_met",
                "youth_justice-2025-05-12",
                due="2025-05-27",
                missing=("a named person",),
                has="Youth justice has worked with the young person since 12 May 2025. The record does not name",
            ),
            invited_to_meetings=kyra(
                "not_met", "youth_justice-2025-05-12", due="2026-02-09", has="or since it began: 2."
            ),
            heard_at_meetings=kyra("not_applicable", "youth_justice-2025-05-12"),
            service_has_part_in_plan=kyra("not_met", "youth_justice-2025-05-12", due="2025-06-03"),
            sharing_is_logged=kyra("not_met", "youth_justice-2025-05-12", due="2025-05-27"),
        ),
        case(
            "Asked to one meeting, and left out of the next",
            young_person(),
            three_services(),
            met("2026-01-20"),
            met("2026-02-17"),
            took_part("youth_justice", "2026-01-20", invited_on="2026-01-13", attended=True),
            invited_to_meetings=kyra("not_met", JUSTICE, due="2026-02-17", has="or since it began: 1."),
        ),
        case(
            "Left out of one meeting, and asked to the next: it is in again",
            young_person(),
            three_services(),
            met("2026-01-20"),
            met("2026-02-17"),
            took_part("youth_justice", "2026-02-17", invited_on="2026-02-02", attended=False),
            invited_to_meetings=kyra("met", JUSTICE),
            heard_at_meetings=kyra("not_met", JUSTICE, due="2026-02-17", has="neither that it came, nor a report"),
        ),
        case(
            "The chair wrote down why it was not asked, and on the day why it did not come",
            young_person(),
            three_services(),
            met("2026-02-17"),
            took_part("youth_justice", "2026-02-17", attended=False, absent_reason="a sentence hearing that morning"),
            took_part("education", "2026-02-17", invited_on="2026-02-02", absent_reason="half-term"),
            invited_to_meetings=[kyra("met", JUSTICE), kyra("met", SCHOOL)],
            heard_at_meetings=[kyra("met", JUSTICE, has_not="hearing"), kyra("met", SCHOOL)],
        ),
        case(
            "Why it was not asked was written down days after; the report came days after",
            young_person(),
            three_services(),
            met("2026-02-17"),
            took_part("youth_justice", "2026-02-17", absent_reason="overlooked", recorded="2026-02-20"),
            took_part(
                "education",
                "2026-02-17",
                invited_on="2026-02-02",
                report_received_on="2026-02-24",
                recorded="2026-02-24",
            ),
            invited_to_meetings=kyra("met_late", JUSTICE, due="2026-02-17"),
            heard_at_meetings=kyra("met_late", SCHOOL, due="2026-02-17"),
        ),
        case(
            "A voluntary service without access to the record: the chair notes that it was asked and came",
            young_person(),
            service("childrens_social_care", "2026-01-05", lead=True),
            service("voluntary", "2026-01-05"),
            met("2026-02-17"),
            took_part("voluntary", "2026-02-17", invited_on="2026-02-02", attended=True),
            told("voluntary", "2026-01-12"),
            service_has_named_person=kyra("met", "voluntary-2026-01-05"),
            invited_to_meetings=kyra("met", "voluntary-2026-01-05", has="Voluntary sector has worked"),
            heard_at_meetings=kyra("met", "voluntary-2026-01-05"),
            sharing_is_logged=kyra("met", "voluntary-2026-01-05"),
        ),
        case(
            "The minutes say only which kind of service came",
            young_person(),
            three_services(),
            met("2026-02-17", called_by=None),
            took_part("youth_justice", "2026-02-17", by_kind=True, attended=True),
            took_part("social_care", "2026-02-17", by_kind=True, attended=True),
            invited_to_meetings=[kyra("met", JUSTICE), kyra("met", CARE), kyra("not_met", SCHOOL)],
            heard_at_meetings=[kyra("met", JUSTICE), kyra("met", CARE)],
        ),
        case(
            "It sent a report for the assessment since the meeting before; another one before that",
            young_person(),
            three_services(),
            met("2026-01-20"),
            met("2026-02-17"),
            took_part("youth_justice", "2026-02-17", invited_on="2026-02-02"),
            took_part("education", "2026-02-17", invited_on="2026-02-02"),
            sent_word("youth_justice", "2026-02-03"),
            sent_word("education", "2026-01-19"),
            heard_at_meetings=[kyra("met", JUSTICE), kyra("not_met", SCHOOL)],
        ),
        case(
            "The meeting is today, and youth justice is not asked",
            young_person(),
            three_services(),
            met("2026-03-02"),
            took_part("education", "2026-03-02", invited_on="2026-02-16"),
            invited_to_meetings=kyra("due_soon", JUSTICE, due="2026-03-02", has="The meeting is today"),
            heard_at_meetings=kyra("due_soon", SCHOOL, due="2026-03-02"),
        ),
        case(
            "A meeting before it began, and a strategy discussion, are not its meetings",
            young_person(),
            three_services("2026-02-02"),
            met("2026-01-20"),
            met("2026-02-10", kind="strategy_discussion"),
            invited_to_meetings=kyra("not_applicable", "youth_justice-2026-02-02"),
        ),
        case(
            "She asked that her counselling be kept from the others: it is neither named nor counted",
            young_person(),
            service("childrens_social_care", "2026-01-05"),
            service("child_mental_health", "2026-01-05", kept_private=True),
            concern("self_harm", "2026-01-05", of="kyra-record"),
            service_has_named_person=kyra("nothing"),
            one_person_leads=kyra("not_applicable"),
        ),
        case(
            "She asked for it once, of one of two workers there: the service stays unnamed",
            young_person(),
            service("childrens_social_care", "2026-01-05", lead=True),
            service("youth_justice", "2026-01-05"),
            service("child_mental_health", "2026-01-05", kept_private=True),
            service("child_mental_health", "2026-01-12"),
            concern("self_harm", "2026-01-05", of="kyra-record"),
            service_has_named_person=[kyra("met", CARE), kyra("met", JUSTICE)],
            one_person_leads=kyra("met", has="2 services work"),
        ),
        case(
            "Because of the harm feared, her wish no longer holds, and she has been told",
            young_person(),
            service("childrens_social_care", "2026-01-05", lead=True),
            service("child_mental_health", "2026-01-05", named=None, kept_private=False),
            service_has_named_person=kyra("not_met", "child_mental_health-2026-01-05"),
        ),
        case(
            "Two people are marked as leading",
            young_person(),
            service("childrens_social_care", "2026-01-05", lead=True),
            service("youth_justice", "2026-01-05", lead=True),
            one_person_leads=kyra("cannot_tell", word="more_than_one_leads", has="entries so marked: 2"),
        ),
        case(
            "Nobody is marked as leading; one person leads every plan",
            young_person(),
            service("childrens_social_care", "2026-01-05"),
            service("youth_justice", "2026-01-05"),
            joint_plan("child_in_need", "2026-01-09", led_by="ms-ray"),
            one_person_leads=kyra("met", has="one person leads"),
        ),
        case(
            "Each plan has a lead of its own, and nobody leads them all",
            young_person(),
            service("childrens_social_care", "2026-01-05"),
            service("youth_justice", "2026-01-05"),
            joint_plan("child_in_need", "2026-01-09", led_by="ms-ray"),
            joint_plan("youth_justice", "2026-01-12", kept_by="youth_justice", led_by="mr-oke"),
            one_person_leads=kyra("not_met", due=DUE, missing=("one person who leads",)),
            plans_read_together=kyra(
                "not_met", due="2026-01-26", has="2 plans run side by side; the latest began on 12"
            ),
        ),
        case(
            "A lead was named only in February, and so was the person at youth justice",
            young_person(),
            service("childrens_social_care", "2026-01-05"),
            service("childrens_social_care", "2026-02-09", lead=True),
            service("youth_justice", "2026-01-05", named=None),
            service("youth_justice", "2026-02-09"),
            told("youth_justice", "2026-02-10"),
            one_person_leads=kyra("met_late", due=DUE),
            service_has_named_person=kyra("met_late", JUSTICE, due=DUE),
            sharing_is_logged=kyra("met_late", JUSTICE, due=DUE),
        ),
        case(
            "Its part came into the plan weeks later; both plans were read together weeks later",
            young_person(),
            three_services(),
            joint_plan("child_in_need", "2026-01-12", compared_on="2026-02-12"),
            joint_plan("education_health_care", "2026-01-13", kept_by="education"),
            does_its_part("youth_justice", "2026-02-12"),
            service_has_part_in_plan=kyra("met_late", JUSTICE, due="2026-01-26"),
            plans_read_together=kyra("met_late", due="2026-01-27", has="read together on 12 February 2026"),
        ),
        case(
            "The plans were read together before the youth justice plan began, and not since",
            young_person(),
            joint_plan("child_in_need", "2025-09-01", compared_on="2025-10-06"),
            joint_plan("youth_justice", "2026-01-12", kept_by="youth_justice"),
            plans_read_together=kyra("not_met", due="2026-01-26", has_not="October"),
        ),
        case(
            "One of two plans has ended",
            young_person(),
            joint_plan("child_in_need", "2025-09-01", ended_on="2026-01-05"),
            joint_plan("youth_justice", "2026-01-12", kept_by="youth_justice"),
            plans_read_together=kyra("not_applicable"),
        ),
        case(
            "Youth justice acts in a plan of its own, of which the joint plan knows nothing",
            young_person(),
            three_services(),
            joint_plan("child_in_need", "2026-01-12"),
            joint_plan("youth_justice", "2026-01-12", kept_by="youth_justice", compared_on="2026-01-15"),
            does_its_part("youth_justice", "2026-01-14", plan="youth_justice"),
            service_has_part_in_plan=[kyra("not_met", JUSTICE, due="2026-01-26"), kyra("met", CARE)],
            plans_read_together=kyra("met", due="2026-01-26"),
        ),
        case(
            "Youth justice began last week: there is time still",
            young_person(),
            service("childrens_social_care", "2026-01-05"),
            service("youth_justice", "2026-02-26", named=None),
            joint_plan("child_in_need", "2026-02-26"),
            joint_plan("youth_justice", "2026-02-26", kept_by="youth_justice"),
            service_has_named_person=kyra("not_yet_due", "youth_justice-2026-02-26", due="2026-03-12"),
            service_has_part_in_plan=kyra("not_yet_due", "youth_justice-2026-02-26", due="2026-03-12"),
            sharing_is_logged=kyra("not_yet_due", "youth_justice-2026-02-26", due="2026-03-12"),
            one_person_leads=kyra("not_yet_due", due="2026-03-12"),
            plans_read_together=kyra("not_yet_due", due="2026-03-12"),
        ),
        case(
            "It has worked with her since January, and the record has shown it only since last week",
            young_person(),
            service("childrens_social_care", "2026-01-05"),
            service("youth_justice", "2026-01-05", named=None, recorded="2026-02-19"),
            service_has_named_person=kyra("due_soon", JUSTICE, due="2026-03-05"),
            one_person_leads=kyra("due_soon", due="2026-03-05"),
        ),
        case(
            "Something about her mother's partner was shared: that says nothing of what was shared about Kyra",
            young_person(),
            three_services(),
            told("youth_justice", "2026-01-12", person_id="partner"),
            told("education", "2026-01-12", what=None),
            sharing_is_logged=[kyra("not_met", JUSTICE), kyra("not_met", SCHOOL)],
        ),
        case(
            "A manager has set some of it aside",
            young_person(),
            three_services(),
            responsibility_set_aside("sharing_is_logged", until="2026-04-01"),
            sharing_is_logged=kyra("excepted", JUSTICE),
        ),
        case(
            "Another area has accepted her; the other services' work is not wound up yet",
            young_person(),
            three_services(),
            left_for_another_area("2026-02-20"),
            sharing_is_logged=kyra("not_applicable", JUSTICE, has="Nothing more is asked"),
            one_person_leads=kyra("not_applicable"),
        ),
        case(
            "She is eighteen today",
            young_person("2008-03-02"),
            three_services(),
            service_has_named_person=kyra("nothing"),
            one_person_leads=kyra("nothing"),
        ),
    ],
)


@every_line(TABLE)
def test_what_is_said(engine: str, number: int, check: str, says: Says) -> None:
    TABLE.assert_says(engine, number, check, says)


def test_a_service_that_she_asked_to_keep_private_is_nowhere_named() -> None:
    kept = {f"{number}:kyra-record" for number, one in enumerate(TABLE.cases) if KEPT in str(one.records)}
    assert len(kept) == 2
    for engine in ("rows", "polars"):
        told_of = [finding for (child, _, _), finding in TABLE.found(engine).items() if child in kept]
        assert told_of
        assert not [one for one in told_of if "ental health" in one["reason"] or "mental_health" in str(one["facts"])]

"""P81.3, following through: what is said of each situation.

The day is Monday 2 March 2026. A referrer hears the next working day and knows the outcome within five; a named
person accepts a task or a hand-over within two.
"""

from __future__ import annotations

from case_tables import ALWAYS_KNOWN, WITHIN_THE_WARNING, Says, Table, case, every_line, no_longer_met
from families import (
    born,
    concern,
    expecting,
    left_for_another_area,
    plan_of_young_person,
    responsibility_set_aside,
    young_person,
)
from families.follow_through import decided_on_worry, handed_over, referral_of, task, works, worry

CODES = (
    "referral_acknowledged",
    "referrer_told_outcome",
    "task_accepted_by_person",
    "task_outcome_known",
    "hand_over_accepted",
    "concern_has_outcome",
)
SILENT = {
    "plan": ("task_accepted_by_person",),
    "decision": ("concern_has_outcome",),
    "action": ("concern_has_outcome",),
}
CANNOT_BE = {
    ("not_yet_due", WITHIN_THE_WARNING): tuple(code for code in CODES if code != "task_outcome_known"),
    ("cannot_tell", ALWAYS_KNOWN): CODES,
}


def on(outcome: str, **more: object) -> Says:
    """The same of Kyra."""
    return Says(outcome, of="kyra-record", **more)  # type: ignore[arg-type]


TABLE = Table(
    "responsibility",
    "2026-03-02",
    [
        # -------------------------------------------------------- referrals
        case(
            "School referred last Monday and has heard nothing at all",
            young_person(),
            referral_of("education", "2026-02-23"),
            referral_acknowledged=on(
                "not_met",
                due="2026-02-24",
                has="It is still the referrer's until somebody accepts it. Time to ask again: 25 February 2026. From 27 "
                "February 2026 a supervisor should know of it",
                missing=("when the referrer first heard that it had arrived",),
            ),
            referrer_told_outcome=on("due_soon", due="2026-03-02"),
        ),
        case(
            "The GP referred on Friday: Monday evening is in time",
            young_person(),
            referral_of("general_practice", "2026-02-27"),
            referral_acknowledged=on("due_soon", due="2026-03-02", has="received on 27 February 2026"),
        ),
        case(
            "The midwife was told the next day that it had arrived, and within the week what was decided",
            young_person(),
            referral_of("midwifery", "2026-02-16", acknowledged_on="2026-02-17", referrer_told_on="2026-02-20"),
            referral_acknowledged=on("met", due="2026-02-17", has="Midwife: the referral was received"),
            referrer_told_outcome=on("met", due="2026-02-23"),
        ),
        case(
            "No word that it had arrived, but the outcome itself came two days later",
            young_person(),
            referral_of("police", "2026-02-16", referrer_told_on="2026-02-18"),
            referral_acknowledged=on("met_late", due="2026-02-17"),
            referrer_told_outcome=on("met"),
        ),
        case(
            "Acknowledged, then closed, and nobody told the school nurse what had come of it",
            young_person(),
            referral_of("school_nurse", "2026-02-16", acknowledged_on="2026-02-16", closed_on="2026-02-18"),
            referral_acknowledged=on("met"),
            referrer_told_outcome=on("not_met", word="closed_without_outcome", has="closed on 18 February 2026"),
        ),
        case(
            "Closed yesterday but one; until tonight the referrer may still be told",
            young_person(),
            referral_of("school_nurse", "2026-02-24", acknowledged_on="2026-02-24", closed_on="2026-02-27"),
            referrer_told_outcome=on("due_soon", due="2026-03-03"),
        ),
        case(
            "A decision three weeks ago that the referrer was never told of",
            young_person(),
            referral_of("housing", "2026-02-02", acknowledged_on="2026-02-03", decided_on="2026-02-03"),
            referrer_told_outcome=on("not_met", due="2026-02-09", has_not="closed"),
        ),
        case(
            "A neighbour and somebody who gave no name hear what is safe, and in another way",
            young_person(),
            referral_of("individual", "2026-02-16", key="neighbour"),
            referral_of("anonymous", "2026-02-16", key="caller"),
            referral_acknowledged=on("nothing"),
            referrer_told_outcome=on("nothing"),
        ),
        case(
            "It is not recorded what service it was, but a practitioner is named",
            young_person(),
            referral_of(None, "2026-02-16", referred_by="sam"),
            referral_acknowledged=on("not_met"),
        ),
        case(
            "Two services referred the same thing; it was merged, and only the first was told",
            young_person(),
            referral_of(
                "police", "2026-02-10", key="first", acknowledged_on="2026-02-11", referrer_told_on="2026-02-12"
            ),
            referral_of("education", "2026-02-11", key="second", repeats_referral_id="first"),
            referral_acknowledged=[on("met", subject="first"), on("not_met", subject="second")],
            referrer_told_outcome=[on("met", subject="first"), on("not_met", subject="second")],
        ),
        case(
            "Over Christmas: received on Christmas Eve, acknowledged on the next working day",
            young_person(),
            referral_of("police", "2025-12-24", acknowledged_on="2025-12-29", referrer_told_on="2026-01-02"),
            referral_acknowledged=on("met", due="2025-12-29"),
            referrer_told_outcome=on("met", due="2026-01-05"),
        ),
        case(
            "A referral from last spring still lies there: it does not drop out of sight",
            young_person(),
            referral_of("education", "2025-05-06"),
            referral_acknowledged=on("not_met", due="2025-05-07"),
        ),
        case(
            "One from last spring that was answered and closed then",
            young_person(),
            referral_of(
                "education",
                "2025-05-06",
                acknowledged_on="2025-05-07",
                referrer_told_on="2025-05-09",
                closed_on="2025-06-20",
            ),
            referral_acknowledged=on("nothing"),
        ),
        case(
            "She moved, and another area has taken her on",
            young_person(),
            referral_of("education", "2026-02-02"),
            left_for_another_area("2026-02-20"),
            referral_acknowledged=on("not_applicable", has="Nothing more is asked"),
        ),
        case(
            "A manager has set the acknowledgement aside for a time",
            young_person(),
            referral_of("education", "2026-02-16", closed_on="2026-02-17"),
            responsibility_set_aside("referral_acknowledged", until="2026-04-01"),
            responsibility_set_aside("referrer_told_outcome", until="2026-04-01"),
            referral_acknowledged=on("excepted"),
            referrer_told_outcome=on("excepted"),
        ),
        # -------------------------------------------------------- tasks
        case(
            "Given to the clinic, to nobody in it",
            young_person(),
            task("2026-02-16", owner=None),
            task_accepted_by_person=on("not_met", word="assumed", due="2026-02-18", has="to an agency and no person"),
            task_outcome_known=on("not_applicable"),
        ),
        case(
            "Given to nobody at all",
            young_person(),
            task("2026-02-16", owner=None, owner_agency_id=None),
            task_accepted_by_person=on("not_met", due="2026-02-18", missing=("acceptance by a named person",)),
        ),
        case(
            "Sam was asked and has not said yes",
            young_person(),
            task("2026-02-16"),
            works("sam"),
            task_accepted_by_person=on(
                "not_met",
                word="passed_not_accepted",
                has="until then it is still with whoever gave it. From 23 February 2026 a supervisor should know",
                has_not="sam",
            ),
        ),
        case(
            "Sam was asked on Friday",
            young_person(),
            task("2026-02-27"),
            task_accepted_by_person=on("due_soon", due="2026-03-03"),
        ),
        case(
            "Sam said yes the next day, and began a week later",
            young_person(),
            task("2026-02-16", accepted_on="2026-02-17", started_on="2026-02-24"),
            task_accepted_by_person=on("met", has="accepted it on 17 February 2026"),
        ),
        case(
            "Nobody wrote that she said yes, but Sam began with it: late",
            young_person(),
            task("2026-02-16", started_on="2026-02-24"),
            task_accepted_by_person=on("met_late", due="2026-02-18"),
        ),
        case(
            "The mother took it on herself",
            young_person(),
            task("2026-02-16", owner=None, owner_agency_id=None, owned_by_person_id="mum", accepted_on="2026-02-16"),
            task_accepted_by_person=on("met"),
        ),
        case(
            "Given to somebody else since: the first one's yes and beginning do not count, the second one's yes does",
            young_person(),
            task("2026-02-23", key="without", accepted_on="2026-01-13", started_on="2026-01-20"),
            task("2026-02-23", key="with", accepted_on="2026-02-24", started_on="2026-01-20"),
            task_accepted_by_person=[
                on("not_met", subject="without", word="passed_not_accepted", due="2026-02-25"),
                on("met", subject="with", due="2026-02-25"),
            ],
        ),
        case(
            "Sam accepted it in January and has left; nobody has it",
            young_person(),
            task("2026-01-12", accepted_on="2026-01-13", due_on="2026-03-20"),
            works("sam", left="2026-02-20"),
            task_accepted_by_person=on(
                "not_met", word="left_behind", due="2026-02-24", has="left on 20 February 2026, and it is not finished"
            ),
        ),
        case(
            "Sam left on Friday: until tomorrow there is time to find somebody",
            young_person(),
            task("2026-01-12", accepted_on="2026-01-13"),
            works("sam", left="2026-02-27"),
            task_accepted_by_person=on("due_soon", due="2026-03-03"),
        ),
        case(
            "Sam finished it before leaving",
            young_person(),
            task("2026-01-12", accepted_on="2026-01-13", completed_on="2026-02-10", due_on="2026-02-13"),
            works("sam", left="2026-02-20"),
            task_accepted_by_person=on("met", due="2026-01-14"),
            task_outcome_known=on("met", due="2026-02-18"),
        ),
        case(
            "Accepted by Sam in time, and declined by the family later: the yes was given all the same",
            young_person(),
            task("2026-02-09", accepted_on="2026-02-10", declined_on="2026-02-16", due_on="2026-02-20"),
            task_accepted_by_person=on("met"),
            task_outcome_known=on("not_met", due="2026-02-25"),
        ),
        case(
            "Declined by the family before anybody took it, and what happens instead is written down",
            young_person(),
            task(
                "2026-02-09", declined_on="2026-02-10", declined_next="the school nurse asks again", due_on="2026-02-20"
            ),
            task_accepted_by_person=on("not_applicable"),
            task_outcome_known=on("met", has_not="school nurse"),
        ),
        case(
            "The clinic finished it; nobody was ever named",
            young_person(),
            task("2026-02-09", owner=None, completed_on="2026-02-16"),
            task_accepted_by_person=on("not_applicable"),
        ),
        case(
            "It was to be done by the middle of February, and nobody says whether it was",
            young_person(),
            task("2026-01-12", accepted_on="2026-01-13", due_on="2026-02-13"),
            task_outcome_known=on("not_met", due="2026-02-18", has="to be done by 13 February 2026"),
        ),
        case(
            "Looked at in time, when it was too early to say; finished late",
            young_person(),
            task(
                "2026-01-12",
                accepted_on="2026-01-13",
                due_on="2026-02-13",
                effect_reviewed_on="2026-02-12",
                effect="too_early",
                completed_on="2026-02-25",
            ),
            task_outcome_known=on("met_late", due="2026-02-18"),
        ),
        case(
            "To be done by the end of March, and one by the end of this week",
            young_person(),
            task("2026-02-09", key="later", accepted_on="2026-02-10", due_on="2026-03-31"),
            task("2026-02-09", key="soon", accepted_on="2026-02-10", due_on="2026-03-04"),
            task_outcome_known=[
                on("not_yet_due", subject="later", due="2026-04-07"),
                on("due_soon", subject="soon", due="2026-03-09"),
            ],
        ),
        case(
            "The plan ended and the task in it was never spoken of again",
            young_person(),
            plan_of_young_person("child_in_need", "2025-09-01", until="2026-02-06", reason="concerns_resolved"),
            task("2026-01-12", plan_id="child_in_need-plan"),
            task_accepted_by_person=on("not_applicable"),
            task_outcome_known=on("not_met", word="closed_without_outcome", due="2026-02-11", has="6 February 2026"),
        ),
        case(
            "Accepted in time; then the plan ended, and Sam left",
            young_person(),
            plan_of_young_person("child_in_need", "2025-09-01", until="2026-02-06", reason="concerns_resolved"),
            task("2026-01-12", accepted_on="2026-01-13", plan_id="child_in_need-plan"),
            works("sam", left="2026-02-20"),
            task_accepted_by_person=on("met"),
        ),
        case(
            "A task of two years ago that a leaver still has",
            young_person(),
            task("2024-03-04", accepted_on="2024-03-05"),
            works("sam", left="2025-06-30"),
            task_accepted_by_person=on("not_met", word="left_behind"),
        ),
        case(
            "One of two years ago that was finished then",
            young_person(),
            task("2024-03-04", completed_on="2024-05-05"),
            task_accepted_by_person=on("nothing"),
        ),
        case(
            "A manager has set the tasks aside while the file is with an inquiry",
            young_person(),
            plan_of_young_person("child_in_need", "2025-09-01", until="2026-02-06", reason="concerns_resolved"),
            task("2026-02-09", key="alone", owner=None),
            task("2026-01-12", key="of-plan", plan_id="child_in_need-plan"),
            responsibility_set_aside("task_accepted_by_person", until="2026-04-01"),
            responsibility_set_aside("task_outcome_known", until="2026-04-01"),
            task_accepted_by_person=[on("excepted", subject="alone"), on("not_applicable", subject="of-plan")],
            task_outcome_known=[on("not_applicable", subject="alone"), on("excepted", subject="of-plan")],
        ),
        # -------------------------------------------------------- hand-overs
        case(
            "Handed over to Ola, who said yes the next day",
            young_person(),
            handed_over("change_of_worker", "2026-02-16", accepted_on="2026-02-17", accepted_by="ola"),
            hand_over_accepted=on("met", due="2026-02-18", has="Change of worker, sent on 16 February 2026"),
        ),
        case(
            "Ola said yes a week later",
            young_person(),
            handed_over("change_of_worker", "2026-02-16", accepted_on="2026-02-24", accepted_by="ola"),
            hand_over_accepted=on("met_late"),
        ),
        case(
            "Sent to a service, to nobody in it",
            young_person(),
            handed_over("adult_services", "2026-02-16", to=None),
            hand_over_accepted=on("not_met", word="assumed", has="to a service and no person"),
        ),
        case(
            "Sent to Ola, who has not answered",
            young_person(),
            handed_over("area_move", "2026-02-16"),
            hand_over_accepted=on("not_met", word="passed_not_accepted", has_not="ola"),
        ),
        case(
            "Accepted by the service; by whom is not recorded",
            young_person(),
            handed_over("adult_services", "2026-02-16", accepted_on="2026-02-17"),
            hand_over_accepted=on("not_met", missing=("acceptance by a named person",)),
        ),
        case(
            "The service said no: it is still with whoever sent it",
            young_person(),
            handed_over("adult_services", "2026-02-16", declined_on="2026-02-18", declined_reason="not for us"),
            hand_over_accepted=on("not_met", word="declined", has="declined on 18 February 2026", has_not="not for us"),
        ),
        case(
            "Declined, sent again and accepted: only the second is asked about",
            young_person(),
            handed_over("adult_services", "2026-02-02", key="first", declined_on="2026-02-04"),
            handed_over("adult_services", "2026-02-09", key="second", accepted_on="2026-02-10", accepted_by="ola"),
            hand_over_accepted=[
                on("not_applicable", subject="first", has="sent again on 9 February 2026"),
                on("met", subject="second"),
            ],
        ),
        case(
            "Sent on Friday",
            young_person(),
            handed_over("change_of_worker", "2026-02-27"),
            hand_over_accepted=on("due_soon", due="2026-03-03"),
        ),
        case(
            "A manager has set the hand-over aside",
            young_person(),
            handed_over("area_move", "2026-02-16"),
            responsibility_set_aside("hand_over_accepted", until="2026-04-01"),
            hand_over_accepted=on("excepted"),
        ),
        # -------------------------------------------------------- concerns
        case(
            "A significant concern, and nothing after it",
            young_person(),
            worry("neglect", "2026-02-16"),
            concern_has_outcome=on("not_met", due="2026-02-23", has="From 26 February 2026 a supervisor should know"),
        ),
        case(
            "Something was added to its entry a week later: the time still runs from the day it was first recorded",
            young_person(),
            worry("neglect", "2026-02-16"),
            worry("neglect", "2026-02-16", recorded="2026-02-25"),
            concern_has_outcome=on("not_met", due="2026-02-23"),
        ),
        case(
            "One that nobody marked significant, and one that was looked into and cleared",
            young_person(),
            worry("neglect", "2026-02-16", significant=None),
            worry("physical_abuse", "2026-02-16", status="cleared"),
            concern_has_outcome=on("nothing"),
        ),
        case(
            "Something was given to somebody to do about it; whether they have it is asked of the task",
            young_person(),
            worry("neglect", "2026-02-16"),
            task("2026-02-18", owner=None, concern_id="neglect"),
            concern_has_outcome=on("met", has="on record since 18 February 2026"),
        ),
        case(
            "Decided on with reasons, late; a decision without any is no outcome",
            young_person(),
            worry("neglect", "2026-02-09"),
            decided_on_worry("neglect", "2026-02-24"),
            worry("physical_abuse", "2026-02-09"),
            decided_on_worry("physical_abuse", "2026-02-10", reasons=None),
            concern_has_outcome=[on("met_late", subject="neglect"), on("not_met", subject="physical_abuse")],
        ),
        case(
            "It came in a referral that was decided on; that the referrer was told later changes nothing",
            young_person(),
            referral_of("police", "2026-02-09", decided_on="2026-02-10", referrer_told_on="2026-02-25"),
            worry("neglect", "2026-02-09", referral_id="referral"),
            concern_has_outcome=on("met", has="10 February 2026"),
        ),
        case(
            "Found to need no action, and why; and one closed with not a word",
            young_person(),
            worry("neglect", "2026-02-09", no_action_on="2026-02-11", no_action_reason="her aunt has moved in"),
            worry("physical_abuse", "2026-02-09", ended_on="2026-02-12", status="past"),
            concern_has_outcome=[
                on("met", subject="neglect", has_not="aunt"),
                on("not_met", subject="physical_abuse", word="closed_without_outcome"),
            ],
        ),
        case(
            "It ceased, and it is written why",
            young_person(),
            worry("neglect", "2026-02-09", ended_on="2026-02-12", ended_reason="it was another family", status="past"),
            concern_has_outcome=on("met"),
        ),
        case(
            "Written down last week",
            young_person(),
            worry("neglect", "2026-02-25"),
            concern_has_outcome=on("due_soon", due="2026-03-04"),
        ),
        case(
            "Of an unborn child, and of drink around a baby, other checks ask it",
            expecting("2026-02-20"),
            concern("neglect", "2025-12-01", significant=True),
            born("2026-02-16"),
            concern("alcohol", "2026-02-18", of="baby", significant=True),
            concern_has_outcome=Says("nothing"),
        ),
        case(
            "Neglect of the baby after the birth is asked about here",
            expecting("2026-02-10"),
            born("2026-02-06"),
            concern("neglect", "2026-02-18", of="baby", significant=True),
            concern_has_outcome=Says("not_met", due="2026-02-25"),
        ),
        case(
            "A manager has set the question aside",
            young_person(),
            worry("neglect", "2026-02-09", ended_on="2026-02-12", status="past"),
            responsibility_set_aside("concern_has_outcome", until="2026-04-01"),
            concern_has_outcome=on("excepted"),
        ),
    ],
)


@every_line(TABLE)
def test_what_is_said(engine: str, number: int, check: str, says: Says) -> None:
    TABLE.assert_says(engine, number, check, says)


def test_what_was_met_once_is_met_on_every_later_day() -> None:
    assert no_longer_met(TABLE, CODES) == []


def test_it_is_urgent_only_where_nobody_has_answered_or_decided() -> None:
    found = TABLE.found("polars").items()
    urgent = {(TABLE.cases[int(key[0].split(":")[0])].situation, key[2]) for key, one in found if one["urgent"]}
    situations = {situation for situation, _ in urgent}
    assert "School referred last Monday and has heard nothing at all" in situations
    assert "The GP referred on Friday: Monday evening is in time" not in situations
    assert "A decision three weeks ago that the referrer was never told of" not in situations
    assert {code for _, code in urgent} == {"responsibility.referral_acknowledged"}

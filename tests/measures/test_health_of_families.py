"""What measures of health say of families made for each answer, on 9 March 2026."""

from __future__ import annotations

import pytest

from families import Story, concern, day, expecting, lost, moved_and_accepted, opened_in_error
from families.observation import WORKFORCE, baby_born, contributed, saw, signed_off, works_with
from families.weighing import appointed, on_ward, weighed
from lapwing.measures import MEASURES
from measures.of_families import Families, situation

BABY = baby_born("2026-01-05")
TWO_WEEKS = baby_born("2026-02-23")
"""A baby who is two weeks old on the day: what is due by then is due today."""
VULNERABLE = [*BABY, *concern("alcohol", "2025-11-03")]


def handed(
    sent: str | None, *, kind: str = "postnatal_transfer", of: str = "baby", key: str = "one", **told: object
) -> Story:
    """A hand-over from midwife Mo to health visitor Bea, unless it is said otherwise."""
    days = {name: day(str(value)) for name, value in told.items() if name.endswith("_on") and value}
    said = {"kind": kind, "from_agency_id": "midwives", "to_agency_id": "visiting", **told, **days}
    whose = {"pregnancy_id": of} if of == "pregnancy" else {"child_id": of}
    sent_on = {"sent_on": day(sent)} if sent else {}
    return [*WORKFORCE, ("hand_over", {"hand_over_id": key, "recorded_at": None, **whose, **said, **sent_on})]


def accepted(on: str, **told: object) -> dict[str, object]:
    return {"accepted_on": on, "accepted_by": "bea", **told}


ALL_SAID = dict.fromkeys(
    ("says_dates", "says_parents", "says_risks", "says_plan", "says_agencies", "says_address_safety"), True
)

FAMILIES = Families(
    "health",
    [
        situation(
            "sent, accepted and seen in time",
            BABY,
            handed(
                "2026-01-14", due_on="2026-01-19", **accepted("2026-01-15", first_contact_on="2026-01-19", **ALL_SAID)
            ),
            hand_over_sent_in_time="met",
            hand_over_accepted_in_time="met",
            hand_over_answered="met",
            seen_after_hand_over="met",
            hand_over_complete="met",
            move_accepted=(),
            transfer_notified="met",
            health_visitor_named="met",
        ),
        situation(
            "sent late, accepted late by somebody, the first contact late, and the risks left out",
            BABY,
            handed(
                "2026-01-20",
                due_on="2026-01-19",
                **accepted("2026-01-26", first_contact_on="2026-02-02", **{**ALL_SAID, "says_risks": False}),
            ),
            hand_over_sent_in_time="not_met",
            hand_over_accepted_in_time="not_met",
            hand_over_answered="met",
            seen_after_hand_over="not_met",
            hand_over_complete="not_met",
            transfer_notified="not_met",
            health_visitor_named="not_met",
        ),
        situation(
            "accepted in time by a service, and nobody by name",
            BABY,
            handed("2026-01-14", accepted_on="2026-01-15", says_dates=True),
            hand_over_accepted_in_time="not_met",
            hand_over_answered="met",
            hand_over_complete="cannot_tell",
            health_visitor_named="not_met",
        ),
        situation(
            "due, and never sent",
            BABY,
            handed(None, due_on="2026-01-19"),
            hand_over_sent_in_time="not_met",
            hand_over_accepted_in_time=(),
            hand_over_answered=(),
        ),
        situation(
            "declined in time",
            BABY,
            handed("2026-01-14", declined_on="2026-01-16"),
            hand_over_accepted_in_time="left_out",
            hand_over_answered="met",
        ),
        situation("lost", BABY, handed("2026-01-14"), hand_over_answered="not_met", seen_after_hand_over=()),
        situation(
            "lost at first, sent again and accepted",
            BABY,
            handed("2026-01-14"),
            handed("2026-01-26", key="two", **accepted("2026-01-27")),
            hand_over_answered=("left_out", "met"),
        ),
        situation(
            "sent a working day ago",
            TWO_WEEKS,
            handed("2026-03-06"),
            hand_over_accepted_in_time="not_yet",
            hand_over_answered="not_yet",
            transfer_notified="met",
        ),
        situation(
            "two weeks old today, and nothing has happened yet",
            TWO_WEEKS,
            handed(None, due_on="2026-03-09"),
            hand_over_sent_in_time="not_yet",
            transfer_notified="not_yet",
            health_visitor_named="not_yet",
            registered_with_gp=(),
        ),
        situation(
            "notice of a pregnancy by 28 weeks where nobody is worried",
            expecting("2026-05-04"),
            handed("2026-02-09", kind="antenatal_notice", of="pregnancy"),
            hand_over_sent_in_time="met",
            spoken_of_vulnerable=(),
        ),
        situation(
            "the same notice where there was worry by 20 weeks, and it was spoken",
            expecting("2026-05-04"),
            concern("drugs", "2025-11-03"),
            handed("2026-02-09", kind="antenatal_notice", of="pregnancy", verbal=True),
            hand_over_sent_in_time="not_met",
            spoken_of_vulnerable="met",
        ),
        situation(
            "notice of a pregnancy whose expected date nobody knows",
            expecting(None),
            handed("2026-02-09", kind="antenatal_notice", of="pregnancy"),
            hand_over_sent_in_time="cannot_tell",
        ),
        situation(
            "a pregnancy that became known after 28 weeks",
            expecting("2026-05-04", known="2026-02-16"),
            handed("2026-02-20", kind="antenatal_notice", of="pregnancy"),
            hand_over_sent_in_time="left_out",
        ),
        situation(
            "notice of twins is a notice of each",
            expecting("2026-05-04", babies=("baby", "twin")),
            handed("2026-02-02", kind="antenatal_notice", of="pregnancy", **accepted("2026-02-03")),
            hand_over_sent_in_time=("met", "met"),
            hand_over_accepted_in_time=("met", "met"),
        ),
        situation(
            "the pregnancy ended, and nothing more is asked",
            expecting("2026-05-04"),
            lost("2026-02-16"),
            handed("2026-02-02", kind="antenatal_notice", of="pregnancy"),
            hand_over_sent_in_time="left_out",
            hand_over_answered="left_out",
        ),
        situation(
            "opened in error",
            expecting("2026-05-04"),
            opened_in_error("2026-02-16"),
            handed("2026-02-02", kind="antenatal_notice", of="pregnancy"),
            hand_over_answered="left_out",
        ),
        situation(
            "a vulnerable baby handed over in writing alone",
            VULNERABLE,
            handed("2026-01-14", verbal=False),
            spoken_of_vulnerable="not_met",
        ),
        situation(
            "a vulnerable baby of whom it is not said whether it was spoken",
            VULNERABLE,
            handed("2026-01-14"),
            spoken_of_vulnerable="cannot_tell",
        ),
        situation(
            "moved away and accepted there: counted, although the record here has ended",
            BABY,
            moved_and_accepted("2026-02-20"),
            handed("2026-02-16", kind="area_move", **accepted("2026-02-18", first_contact_on="2026-02-27")),
            move_accepted="met",
            seen_after_hand_over="met",
            registered_with_gp="not_met",
        ),
        situation(
            "a vulnerable baby is seen sooner after a move",
            VULNERABLE,
            handed("2026-02-16", kind="area_move", **accepted("2026-02-18", first_contact_on="2026-02-27")),
            seen_after_hand_over="not_met",
        ),
        situation(
            "a move that nobody answered, and one sent lately",
            BABY,
            handed("2026-01-19", kind="area_move"),
            handed("2026-03-06", kind="area_move", key="two", declined_on="2026-03-09"),
            move_accepted=("left_out", "not_yet"),
        ),
        situation("a move that nobody answered", BABY, handed("2026-01-19", kind="area_move"), move_accepted="not_met"),
        situation(
            "moved on before the baby's days were over",
            BABY,
            moved_and_accepted("2026-01-12"),
            transfer_notified="left_out",
            health_visitor_named="left_out",
            registered_with_gp="left_out",
        ),
        situation(
            "a health visitor by name since before the birth, the visit in time, and a GP",
            BABY,
            works_with("visiting", who="bea"),
            handed("2026-01-30", kind="gp_registration", **accepted("2026-02-02")),
            appointed("new_birth", "2026-01-16"),
            health_visitor_named="met",
            visited_after_birth="met",
            registered_with_gp="met",
        ),
        situation(
            "a health visitor by name, and the visit late",
            BABY,
            works_with("visiting", who="bea"),
            appointed("new_birth", "2026-01-20"),
            visited_after_birth="not_met",
        ),
        situation(
            "a health visitor by name, and the parents declined the visit",
            BABY,
            works_with("visiting", who="bea"),
            appointed("new_birth", "2026-01-16", kept="declined"),
            visited_after_birth="left_out",
        ),
        situation(
            "a visitor by name, the baby on a ward that day",
            BABY,
            works_with("visiting", who="bea"),
            on_ward("2026-01-05", until="2026-01-23"),
            visited_after_birth="left_out",
        ),
        situation(
            "a visitor by name, the baby home in time",
            BABY,
            works_with("visiting", who="bea"),
            on_ward("2026-01-05", until="2026-01-09"),
            visited_after_birth="not_met",
        ),
        situation(
            "two weeks old today, a visitor by name, the visit to come",
            TWO_WEEKS,
            works_with("visiting", who="bea"),
            visited_after_birth="not_yet",
        ),
        situation(
            "somebody works with the family whose post nobody wrote down",
            BABY,
            works_with("visiting", who=None),
            health_visitor_named="cannot_tell",
            visited_after_birth=(),
        ),
        situation(
            "a vulnerable baby weighed in the second week, and at seven weeks",
            VULNERABLE,
            weighed("2026-01-16", 3600),
            weighed("2026-02-23", 4900),
            weighed_in_second_week="met",
            weighed_at_six_to_eight_weeks="met",
        ),
        situation(
            "a vulnerable baby weighed on the fifth day, by a parent later, and in pounds that no baby has",
            VULNERABLE,
            weighed("2026-01-10", 3400),
            weighed("2026-01-16", 3600, source="parent"),
            weighed("2026-02-23", 4900, "lb"),
            weighed_in_second_week="not_met",
            weighed_at_six_to_eight_weeks="not_met",
        ),
        situation(
            "worry that came after the second week",
            BABY,
            concern("alcohol", "2026-01-26"),
            weighed_in_second_week=(),
            weighed_at_six_to_eight_weeks="not_met",
        ),
        situation(
            "a vulnerable baby on a ward",
            VULNERABLE,
            on_ward("2026-01-05"),
            weighed_in_second_week="left_out",
            weighed_at_six_to_eight_weeks="left_out",
        ),
        situation(
            "born small, two weeks ago: the weight of the second week is due today, and the next is not asked about",
            TWO_WEEKS,
            weighed("2026-02-23", 2300, kind="birth_weight"),
            weighed_in_second_week="not_yet",
            weighed_at_six_to_eight_weeks=(),
        ),
        situation(
            "born small, eight weeks ago today",
            baby_born("2026-01-12"),
            weighed("2026-01-12", 2300, kind="birth_weight"),
            weighed_at_six_to_eight_weeks="not_yet",
        ),
        situation(
            "six weeks old today, and with no GP yet",
            baby_born("2026-01-26"),
            registered_with_gp="not_yet",
        ),
        situation(
            "an assessment rests on what the health visitor saw that month",
            BABY,
            saw("2026-02-24"),
            signed_off("2026-03-03"),
            contributed("health_visiting", "2026-03-02"),
            assessment_rests_on_observation="met",
        ),
        situation(
            "what was contributed had been seen five weeks before",
            BABY,
            saw("2026-01-26"),
            signed_off("2026-03-03"),
            contributed("health_visiting", "2026-03-02"),
            assessment_rests_on_observation="not_met",
        ),
        situation(
            "of a baby of a few weeks, what was seen eight days before is not recent",
            TWO_WEEKS,
            saw("2026-02-23"),
            signed_off("2026-03-03"),
            contributed("health_visiting", "2026-03-02"),
            assessment_rests_on_observation="not_met",
        ),
        situation(
            "what was contributed was only told to the health visitor",
            BABY,
            saw("2026-02-24", basis="reported"),
            signed_off("2026-03-03"),
            contributed("health_visiting", "2026-03-02"),
            assessment_rests_on_observation="not_met",
        ),
        situation(
            "a contribution names an observation that is not on record",
            BABY,
            signed_off("2026-03-03"),
            contributed("health_visiting", "2026-03-02"),
            assessment_rests_on_observation="cannot_tell",
        ),
        situation(
            "assessed before a birth that did not come",
            expecting("2026-05-04"),
            lost("2026-02-23"),
            signed_off("2026-02-10"),
            assessment_rests_on_observation="left_out",
        ),
    ],
)


@pytest.mark.parametrize(("number", "code"), FAMILIES.lines(), ids=FAMILIES.named())
def test_measure_says_of_family(number: int, code: str) -> None:
    assert FAMILIES.said(number, code) == FAMILIES.situations[number].expected[code]


@pytest.mark.parametrize("code", [code.partition(".")[2] for code in MEASURES if code.startswith("health.")])
def test_each_measure_is_both_met_and_not_met_in_some_family(code: str) -> None:
    assert {"met", "not_met"} <= FAMILIES.statuses(code)

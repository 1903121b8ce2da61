"""What measures of young people say of lives made for each answer, on 9 March 2026."""

from __future__ import annotations

import pytest

from families import Story, day, left_for_another_area, young_person
from families.behaviour import cause, died, help_given, incident, missing, worry
from families.follow_through import referral_of
from families.rights import set_aside_for_kyra, status, stayed
from lapwing.measures import MEASURES
from measures.of_families import Families, situation

FIFTEEN = young_person("2010-05-14")
SEVENTEEN = young_person("2008-10-20")
NINETEEN = young_person("2006-05-14")
"""Who is an adult by now, and was a young person in these years."""


def began(on: str, *, agency: str = "clinic", until: str | None = None, **told: object) -> Story:
    """A service's work with Kyra."""
    days = {"started_on": day(on), "ended_on": day(until) if until else None}
    said = {"involvement_id": f"work-{agency}", "child_id": "kyra-record", "agency_id": agency, "recorded_at": None}
    return [("involvement", {**said, **days, **told})]


FAMILIES = Families(
    "young_people",
    [
        situation(
            "referred at 17, and taken up within a fortnight",
            SEVENTEEN,
            referral_of("education", "2025-11-03", to_agency_id="clinic", outcome="assessment"),
            began("2025-11-14"),
            taken_up_at_sixteen="met",
            taken_up_at_fourteen=(),
            begun_before_eighteen="met",
        ),
        situation(
            "referred at 17, and answered with advice",
            SEVENTEEN,
            referral_of("education", "2025-11-03", to_agency_id="clinic", outcome="information_or_advice"),
            taken_up_at_sixteen="not_met",
            begun_before_eighteen=(),
        ),
        situation(
            "referred at 15, and closed",
            FIFTEEN,
            referral_of("education", "2025-11-03", to_agency_id="clinic", outcome="no_further_action"),
            taken_up_at_sixteen=(),
            taken_up_at_fourteen="not_met",
        ),
        situation(
            "referred at 15, and taken up",
            FIFTEEN,
            referral_of("education", "2025-11-03", outcome="early_or_family_help"),
            taken_up_at_fourteen="met",
        ),
        situation(
            "referred on the sixteenth birthday",
            young_person("2009-11-03"),
            referral_of("education", "2025-11-03", outcome="early_or_family_help"),
            taken_up_at_sixteen="met",
            taken_up_at_fourteen=(),
            begun_before_eighteen=(),
        ),
        situation(
            "referred, and not decided on",
            FIFTEEN,
            referral_of("education", "2026-03-02"),
            taken_up_at_fourteen=(),
        ),
        situation(
            "taken up at 17 two years ago, and begun after eighteen",
            NINETEEN,
            referral_of("education", "2024-02-05", to_agency_id="clinic", outcome="assessment"),
            began("2024-06-03"),
            taken_up_at_sixteen="met",
            begun_before_eighteen="not_met",
        ),
        situation(
            "taken up at 17, and still waited for",
            SEVENTEEN,
            referral_of("education", "2026-02-02", to_agency_id="clinic", outcome="assessment"),
            begun_before_eighteen="not_yet",
        ),
        situation(
            "taken up by nobody by name, and by who worked with them already",
            SEVENTEEN,
            referral_of("education", "2026-02-02", outcome="assessment"),
            referral_of("police", "2026-02-03", key="second", to_agency_id="clinic", outcome="already_open"),
            begun_before_eighteen=("cannot_tell", "left_out"),
        ),
        situation(
            "a foster home",
            FIFTEEN,
            stayed("foster_home", "2025-11-03"),
            place_suits_age="met",
            unsuitable_place_answered=(),
        ),
        situation(
            "an adult hostel, and nothing planned",
            SEVENTEEN,
            stayed("adult_hostel", "2025-11-03"),
            place_suits_age="not_met",
            unsuitable_place_answered="not_met",
        ),
        situation(
            "an adult hostel, a move planned",
            NINETEEN,
            stayed("adult_hostel", "2024-02-05", until="2024-02-26", moving="2024-02-20"),
            place_suits_age="not_met",
            unsuitable_place_answered="met",
        ),
        situation(
            "an adult hostel that a manager answers for",
            SEVENTEEN,
            stayed("adult_hostel", "2026-01-26"),
            set_aside_for_kyra("setting_suits_age", until="2026-03-02"),
            unsuitable_place_answered="met",
        ),
        situation(
            "an adult hostel since today",
            SEVENTEEN,
            stayed("adult_hostel", "2026-03-09"),
            unsuitable_place_answered="not_yet",
        ),
        situation("an adult hostel at nineteen", NINETEEN, stayed("adult_hostel", "2025-11-03"), place_suits_age=()),
        situation(
            "passed to adult services on the birthday",
            NINETEEN,
            began("2023-05-15", until="2024-05-14", ended_reason="transferred_to_adult_services"),
            kept_until_eighteen="met",
        ),
        situation(
            "passed to adult services at 17",
            SEVENTEEN,
            began("2023-05-15", until="2026-02-16", ended_reason="transferred_to_adult_services"),
            kept_until_eighteen="not_met",
        ),
        situation(
            "ended otherwise at 17",
            SEVENTEEN,
            began("2023-05-15", until="2026-02-16", ended_reason="concerns_resolved"),
            kept_until_eighteen=(),
        ),
        situation(
            "a standing checked in time, and one never checked",
            FIFTEEN,
            status("section_20", "2026-01-05", verified="2026-01-12"),
            status("private_fostering", "2026-01-05"),
            standing_verified=("not_met", "met"),
        ),
        situation(
            "a standing of last week",
            FIFTEEN,
            status("section_20", "2026-03-05"),
            standing_verified="not_yet",
        ),
        situation(
            "a check on record that may be the second",
            FIFTEEN,
            status("section_20", "2026-01-05", verified="2026-01-07"),
            status("section_20", "2026-01-05", verified="2026-02-16"),
            standing_verified="cannot_tell",
        ),
        situation(
            "causes looked into under two headings, an action at one in time",
            FIFTEEN,
            incident("aggression", "2026-01-12"),
            cause("bereavement", "2026-01-19"),
            cause("poverty", "2026-01-20", explored="not_found"),
            help_given("cause", "2026-01-26"),
            causes_explored="met",
            action_at_cause="met",
        ),
        situation(
            "one heading alone, and sanctions",
            FIFTEEN,
            incident("aggression", "2026-01-12"),
            cause("bereavement", "2026-01-19"),
            help_given("behaviour", "2026-01-26"),
            causes_explored="not_met",
            action_at_cause="not_met",
        ),
        situation(
            "what came weeks later belongs to the first; what came after a long quiet is asked anew",
            NINETEEN,
            worry("exclusion", "2023-04-03"),
            worry("aggression", "2023-04-24"),
            worry("aggression", "2024-01-08"),
            cause("bereavement", "2023-04-11"),
            cause("poverty", "2023-04-12"),
            causes_explored=("not_met", "met"),
        ),
        situation(
            "nobody looked, and it is written why no action is needed",
            FIFTEEN,
            worry("exclusion", "2026-01-12", no_action_on="2026-01-13", no_action_reason="the school's error"),
            causes_explored="left_out",
            action_at_cause=(),
        ),
        situation("found last week", FIFTEEN, worry("exclusion", "2026-03-02"), causes_explored="not_yet"),
        situation(
            "a cause found last week",
            FIFTEEN,
            worry("exclusion", "2026-02-02"),
            cause("bereavement", "2026-03-03"),
            action_at_cause="not_yet",
        ),
        situation("found at nineteen", NINETEEN, worry("aggression", "2026-01-12"), causes_explored=()),
        situation(
            "help that lasted, that did not, and that goes on",
            SEVENTEEN,
            help_given("cause", "2025-09-01", key="a", started_on="2025-09-01", completed_on="2025-12-15"),
            help_given("cause", "2025-09-01", key="b", started_on="2025-09-01", completed_on="2025-10-13"),
            help_given("cause", "2026-02-02", key="c", started_on="2026-02-02"),
            help_lasted=("met", "not_met", "not_yet"),
        ),
        situation(
            "help that had worked, and that was declined for something else",
            SEVENTEEN,
            help_given(
                "cause", "2025-09-01", key="a", started_on="2025-09-01", completed_on="2025-10-13", effect="worked"
            ),
            help_given(
                "cause",
                "2025-09-01",
                key="b",
                started_on="2025-09-01",
                declined_on="2025-10-13",
                declined_next="a mentor",
            ),
            help_lasted=("left_out", "left_out"),
        ),
        situation(
            "help with the behaviour, and a referral alone",
            SEVENTEEN,
            help_given("behaviour", "2025-09-01", started_on="2025-09-01"),
            help_given("cause", "2025-09-01", started_on="2025-09-01", kind="referral_only"),
            help_lasted=(),
        ),
        situation(
            "offered within three days, and late",
            FIFTEEN,
            missing("2026-01-10", back="2026-01-12", interview_offered_on="2026-01-15", interview_outcome="declined"),
            missing("2026-01-24", back="2026-01-26", interview_offered_on="2026-01-30", interview_outcome="held"),
            return_interview_offered=("met", "not_met"),
        ),
        situation(
            "held on a day that nobody wrote, back on Saturday, and still away",
            FIFTEEN,
            missing("2026-01-10", back="2026-01-12", interview_outcome="held"),
            missing("2026-03-06", back="2026-03-07"),
            missing("2026-03-08", back=None),
            return_interview_offered=("cannot_tell", "not_yet"),
        ),
        situation(
            "died since: counted by what was done before",
            FIFTEEN,
            missing("2026-01-10", back="2026-01-12"),
            died("2026-02-02"),
            return_interview_offered="not_met",
        ),
        situation(
            "opened in error",
            [(table, {**values, "opened_in_error": True} if table == "child" else values) for table, values in FIFTEEN],
            missing("2026-01-10", back="2026-01-12"),
            return_interview_offered="left_out",
        ),
        situation(
            "in another area's care since",
            FIFTEEN,
            left_for_another_area("2026-02-02"),
            missing("2026-01-10", back="2026-01-12"),
            return_interview_offered="not_met",
        ),
    ],
)


@pytest.mark.parametrize(("number", "code"), FAMILIES.lines(), ids=FAMILIES.named())
def test_measure_says_of_young_person(number: int, code: str) -> None:
    assert FAMILIES.said(number, code) == FAMILIES.situations[number].expected[code]


@pytest.mark.parametrize("code", [code.partition(".")[2] for code in MEASURES if code.startswith("young_people.")])
def test_each_measure_is_both_met_and_not_met_in_some_life(code: str) -> None:
    assert {"met", "not_met"} <= FAMILIES.statuses(code)

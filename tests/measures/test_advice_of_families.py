"""What measures of advice and housing say of families made for each answer, on 9 March 2026."""

from __future__ import annotations

import pytest

from families import Story, adult, advised, concern, day, expecting, lost, moved_and_accepted, stays
from families.observation import baby_born
from lapwing.measures import MEASURES
from measures.of_families import Families, situation

BABY = baby_born("2026-01-05")
DRINK = [*BABY, *concern("alcohol", "2025-11-03")]
DRUGS = [*BABY, *concern("drugs", "2025-11-03")]
MOTHER = adult("mother", "birth_mother")
FATHER = adult("father", "birth_father")


def approached(on: str = "2026-02-02", *, finding: str | None = "may_be_intentional", **told: object) -> Story:
    """The family came to housing."""
    days = {name: day(str(value)) for name, value in told.items() if name.endswith("_on")}
    said = {"approached_on": day(on), "finding": finding, "recorded_at": None, **told, **days}
    return [("housing_approach", {"housing_approach_id": "approach", "child_id": "baby", **said})]


FAMILIES = Families(
    "advice_and_housing",
    [
        situation(
            "everything talked through with the mother, and a leaflet for the father",
            DRUGS,
            MOTHER,
            FATHER,
            *(
                advised("mother", topic, "2026-01-07")
                for topic in ("co_sleeping", "overlay", "parental_substances", "prescribed_medicines")
            ),
            advised("father", "co_sleeping", "2026-01-07", discussed=False),
            co_sleeping_talked_through=("not_met", "met"),
            overlay_talked_through=("not_met", "met"),
            substances_talked_through=("not_met", "met"),
            medicines_talked_through=("not_met", "met"),
        ),
        situation(
            "alcohol alone says nothing of medicines",
            DRINK,
            MOTHER,
            co_sleeping_talked_through="not_met",
            medicines_talked_through=(),
        ),
        situation("no worry on record", BABY, MOTHER, co_sleeping_talked_through=()),
        situation(
            "a worry that was looked into and cleared",
            BABY,
            concern("drugs", "2025-11-03", status="cleared"),
            MOTHER,
            overlay_talked_through=(),
        ),
        situation(
            "talked through before the birth alone",
            DRINK,
            MOTHER,
            advised("mother", "overlay", "2025-12-15"),
            overlay_talked_through="not_met",
        ),
        situation(
            "the worry came after the talk",
            BABY,
            MOTHER,
            advised("mother", "overlay", "2026-01-07"),
            concern("alcohol", "2026-02-02"),
            overlay_talked_through="not_met",
        ),
        situation(
            "the worry is of last week",
            BABY,
            MOTHER,
            concern("drugs", "2026-03-05"),
            overlay_talked_through="not_yet",
            medicines_talked_through="not_yet",
        ),
        situation(
            "a father to whom services must not speak",
            DRINK,
            adult("father", "birth_father", contact_safety="must_not_contact"),
            substances_talked_through="left_out",
        ),
        situation(
            "the baby is with foster carers",
            DRINK,
            MOTHER,
            stays("foster_home", "2026-01-06"),
            adult("carer", "foster_carer"),
            co_sleeping_talked_through="left_out",
        ),
        situation(
            "a partner who left before the birth",
            DRINK,
            adult("ed", "partner_of_parent", mentioned="2025-11-03", ended="2025-12-01"),
            co_sleeping_talked_through=(),
        ),
        situation(
            "moved to another area in the first days",
            DRINK,
            MOTHER,
            moved_and_accepted("2026-01-08"),
            co_sleeping_talked_through="left_out",
        ),
        situation(
            "twins: of each",
            baby_born("2026-01-05", "baby", "twin"),
            concern("alcohol", "2025-11-03"),
            MOTHER,
            [(table, {**values, "child_id": "twin", "relationship_id": "mother-of-twin"}) for table, values in MOTHER],
            advised("mother", "overlay", "2026-01-07"),
            overlay_talked_through=("met", "not_met"),
        ),
        situation(
            "told the same day, decided the next, a roof, and how it ended",
            BABY,
            approached(
                found_on="2026-02-03",
                social_care_told_on="2026-02-03",
                social_care_decided_on="2026-02-04",
                sleeping_at="bed_and_breakfast",
                closed_on="2026-02-20",
                outcome="Housed together",
            ),
            social_care_told="met",
            social_care_decided="met",
            roof_recorded="met",
            housing_outcome_recorded="met",
        ),
        situation(
            "told the day after, decided late, nowhere to sleep, and closed without a word",
            BABY,
            approached(
                finding="intentional",
                found_on="2026-02-03",
                social_care_told_on="2026-02-04",
                social_care_decided_on="2026-02-09",
                sleeping_at="no_fixed_address",
                closed_on="2026-02-20",
            ),
            social_care_told="not_met",
            social_care_decided="not_met",
            roof_recorded="not_met",
            housing_outcome_recorded="not_met",
        ),
        situation(
            "how it ended is written, and no roof",
            BABY,
            approached(closed_on="2026-02-20", outcome="Duty ended"),
            roof_recorded="not_met",
            housing_outcome_recorded="not_met",
        ),
        situation(
            "the family did not agree that social care is told",
            BABY,
            approached(consent_given=False),
            social_care_told="left_out",
            social_care_decided=(),
            housing_outcome_recorded=(),
        ),
        situation(
            "the family did not agree, and social care was told for the baby's safety",
            BABY,
            approached(consent_given=False, social_care_told_on="2026-02-02"),
            social_care_told="met",
        ),
        situation(
            "likely today",
            BABY,
            approached("2026-03-09", social_care_told_on="2026-03-09"),
            social_care_told="met",
            social_care_decided="not_yet",
        ),
        situation("likely today, and not told yet", BABY, approached("2026-03-09"), social_care_told="not_yet"),
        situation("housing accepts its duty", BABY, approached(finding="duty_accepted"), social_care_told=()),
        situation("still expected", expecting("2026-05-04"), approached(), social_care_told="not_met"),
        situation(
            "expected, and lost", expecting("2026-05-04"), lost("2026-02-16"), approached(), roof_recorded="left_out"
        ),
        situation("past the first year", baby_born("2024-12-02"), approached(), social_care_told=()),
    ],
)


@pytest.mark.parametrize(("number", "code"), FAMILIES.lines(), ids=FAMILIES.named())
def test_measure_says_of_family(number: int, code: str) -> None:
    assert FAMILIES.said(number, code) == FAMILIES.situations[number].expected[code]


@pytest.mark.parametrize(
    "code", [code.partition(".")[2] for code in MEASURES if code.startswith("advice_and_housing.")]
)
def test_each_measure_is_both_met_and_not_met_in_some_family(code: str) -> None:
    assert {"met", "not_met"} <= FAMILIES.statuses(code)

"""A family's approach to a housing authority: nothing is closed while nobody knows where they sleep."""

from __future__ import annotations

import pytest
from cast import MONDAY, Partnership

from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.verbs.children import open_record
from lapwing.conduct.verbs.housing import (
    ask_housing_consent,
    close_housing_approach,
    record_housing_approach,
    record_housing_finding,
    record_sleeping_place,
    record_social_care_decided,
    record_social_care_told,
)
from lapwing.conduct.verbs.involvements import begin_involvement, make_lead
from lapwing.records.models import Notification, Role
from lapwing.records.store import CannotEnter, current, versions
from lapwing.vocabulary.care_codes import HousingFinding, SettingKind


@pytest.fixture
def child(area: Partnership) -> str:
    """A baby with whom a housing officer and a social worker work; the social worker leads."""
    area.agency("Housing", "housing")
    area.account("Holly Dean", Role.PRACTITIONER, "Housing", post="housing_officer", team="Options")
    baby = open_record(by=area.as_("Holly Dean"), on=MONDAY, given_name="Wren", born_on=MONDAY)
    social_worker = area.accounts["Sam Birch"]
    lead = begin_involvement(
        by=area.as_("Holly Dean"), on=MONDAY, child=baby, agency=social_worker.agency_id,
        practitioner=social_worker.practitioner_id,
    )  # fmt: skip
    make_lead(by=area.as_("Sam Birch"), on=MONDAY, involvement=lead)
    return baby


@pytest.fixture
def approach(area: Partnership, child: str) -> str:
    return record_housing_approach(by=area.as_("Holly Dean"), on=MONDAY, child=child)


def told() -> list[str]:
    return [one.account.name for one in Notification.objects.all()]


def test_each_step_is_on_record_with_its_day(area: Partnership, approach: str) -> None:
    step = {"on": MONDAY, "housing_approach": approach}
    record_housing_finding(by=area.as_("Holly Dean"), finding=HousingFinding.MAY_BE_INTENTIONAL, **step)
    ask_housing_consent(by=area.as_("Holly Dean"), given=True, **step)
    record_social_care_told(by=area.as_("Holly Dean"), **step)
    record_social_care_decided(by=area.as_("Sam Birch"), reasons="Assess, and pay for a room meanwhile", **step)
    record_sleeping_place(by=area.as_("Holly Dean"), sleeping_at=SettingKind.KINSHIP, out_of_area=False, **step)
    close_housing_approach(by=area.as_("Holly Dean"), outcome="Stays with her aunt", **step)
    entry = current("housing_approach", approach)
    days = (
        "approached_on",
        "found_on",
        "consent_asked_on",
        "social_care_told_on",
        "social_care_decided_on",
        "closed_on",
    )
    assert {entry[day] for day in days} == {MONDAY}
    assert (entry["finding"], entry["consent_given"], entry["sleeping_at"]) == ("may_be_intentional", True, "kinship")
    with pytest.raises(NotPossible, match="closed on 1 June 2026 already"):
        ask_housing_consent(by=area.as_("Holly Dean"), given=True, **step)


@pytest.mark.parametrize(
    ("finding", "names"), [(HousingFinding.INTENTIONAL, ["Sam Birch"]), (HousingFinding.DUTY_ACCEPTED, [])]
)
def test_whoever_leads_is_told_where_the_home_may_be_lost(
    area: Partnership, approach: str, finding: HousingFinding, names: list[str], django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        record_housing_finding(by=area.as_("Holly Dean"), on=MONDAY, housing_approach=approach, finding=finding)
    assert told() == names


def test_without_the_familys_consent_it_takes_a_reason_to_tell_social_care(area: Partnership, approach: str) -> None:
    step = {"on": MONDAY, "housing_approach": approach}
    ask_housing_consent(by=area.as_("Holly Dean"), given=False, **step)
    with pytest.raises(CannotEnter, match="although the family did not agree"):
        record_social_care_told(by=area.as_("Holly Dean"), **step)
    record_social_care_told(by=area.as_("Holly Dean"), despite_refusal="A baby without a roof tonight", **step)
    assert versions("housing_approach", approach)[-1].why == "A baby without a roof tonight"
    with pytest.raises(NotPossible, match="told on 1 June 2026 already"):
        record_social_care_told(by=area.as_("Holly Dean"), despite_refusal="Again", **step)


def test_only_social_care_says_what_it_has_decided(area: Partnership, approach: str) -> None:
    step = {"on": MONDAY, "housing_approach": approach}
    with pytest.raises(Refused, match="Only somebody of children's social care"):
        record_social_care_decided(by=area.as_("Holly Dean"), reasons="Nothing", **step)
    with pytest.raises(CannotEnter, match="reasons: needs what was decided"):
        record_social_care_decided(by=area.as_("Sam Birch"), reasons="", **step)


def test_only_housing_changes_what_housing_does(area: Partnership, approach: str) -> None:
    with pytest.raises(Refused, match="another agency's work"):
        close_housing_approach(
            by=area.as_("Sam Birch"), on=MONDAY, housing_approach=approach, outcome="Social care pays"
        )


def test_it_is_not_closed_while_nobody_knows_where_the_family_sleeps(area: Partnership, approach: str) -> None:
    step = {"on": MONDAY, "housing_approach": approach}
    with pytest.raises(NotPossible, match="not on record where the family sleeps"):
        close_housing_approach(by=area.as_("Holly Dean"), outcome="No duty", **step)
    record_sleeping_place(by=area.as_("Holly Dean"), sleeping_at=SettingKind.NO_FIXED_ADDRESS, **step)
    with pytest.raises(NotPossible, match="Tell children's social care"):
        close_housing_approach(by=area.as_("Holly Dean"), outcome="No duty", **step)
    record_social_care_decided(by=area.as_("Sam Birch"), reasons="Accommodated under section 20", **step)
    close_housing_approach(by=area.as_("Holly Dean"), outcome="Social care accommodates", **step)
    assert current("housing_approach", approach)["closed_on"] == MONDAY

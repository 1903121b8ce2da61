"""Verbs: a family's approach to a housing authority, step by step, so that no child is left without a roof unseen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from lapwing.conduct.acting import Acting
from lapwing.conduct.at_work import tell_lead
from lapwing.conduct.may import FRONT_LINE
from lapwing.conduct.policies import NotPossible, check_agencys_work, check_not_yet, check_of_social_care, check_says
from lapwing.conduct.verb import verb
from lapwing.conduct.whose import Whose
from lapwing.records.store import current
from lapwing.vocabulary.care_codes import HousingFinding, SettingKind

MAY_LOSE_HOME = (HousingFinding.MAY_BE_INTENTIONAL, HousingFinding.INTENTIONAL, HousingFinding.INELIGIBLE)
"""Findings after which a family may be left without a home."""


@verb(may=FRONT_LINE)
def record_housing_approach(
    *,
    by: Acting,
    on: date,
    child: str | None = None,
    pregnancy: str | None = None,
    person: str | None = None,
    sleeping_at: SettingKind | None = None,
    out_of_area: bool | None = None,
) -> str:
    """Records that a family came to a housing authority, who came, and where they sleep meanwhile; the approach's key."""
    return by.enter(
        "housing_approach",
        **Whose(child, pregnancy).columns,
        person_id=person,
        approached_on=on,
        finding=HousingFinding.UNDER_ENQUIRY,
        sleeping_at=sleeping_at,
        out_of_area=out_of_area,
    )


@verb(may=FRONT_LINE)
def record_housing_finding(
    *, by: Acting, on: date, housing_approach: str, finding: HousingFinding, seen: int | None = None
) -> None:
    """Records what a housing authority has found, or may find, of a family; whoever leads is told where it may cost the home."""
    was = _open(by, housing_approach)
    by.amend("housing_approach", housing_approach, seen=seen, finding=finding, found_on=on)
    if finding in MAY_LOSE_HOME:
        what = (
            "A family with whom you work may be left without a home. See that social care knows, and where they sleep."
        )
        _tell_lead(by, was, housing_approach, what)


@verb(may=FRONT_LINE)
def ask_housing_consent(
    *, by: Acting, on: date, housing_approach: str, given: bool | None = None, seen: int | None = None
) -> None:
    """Records that a family was asked whether social care may be told, and what they answered, if they have."""
    _open(by, housing_approach)
    by.amend("housing_approach", housing_approach, seen=seen, consent_asked_on=on, consent_given=given)


@verb(may=FRONT_LINE)
def record_social_care_told(
    *, by: Acting, on: date, housing_approach: str, despite_refusal: str | None = None, seen: int | None = None
) -> None:
    """Records that children's social care was told of a family's approach; the request that it act is a referral.

    Where the family did not agree, `despite_refusal` says why the child's safety outweighs that.
    """
    was = _open(by, housing_approach)
    check_not_yet(was["social_care_told_on"], "Social care was told")
    if was["consent_given"] is False:
        check_says(despite_refusal, "despite_refusal", "why social care is told although the family did not agree")
    by.amend("housing_approach", housing_approach, seen=seen, why=despite_refusal or "", social_care_told_on=on)


@verb(may=FRONT_LINE)
def record_social_care_decided(
    *, by: Acting, on: date, housing_approach: str, reasons: str, seen: int | None = None
) -> None:
    """Records that children's social care has decided what to do for a family without a home, and why."""
    was = current("housing_approach", housing_approach)
    check_of_social_care(by, "Only somebody of children's social care can say what it has decided.")
    check_not_yet(was["social_care_decided_on"], "Social care decided")
    check_says(reasons, "reasons", "what was decided and why, in words")
    by.amend("housing_approach", housing_approach, seen=seen, why=reasons, social_care_decided_on=on)


@verb(may=FRONT_LINE)
def record_sleeping_place(
    *,
    by: Acting,
    on: date,
    housing_approach: str,
    sleeping_at: SettingKind,
    out_of_area: bool | None = None,
    seen: int | None = None,
) -> None:
    """Records in what kind of place a family sleeps now, and whether that lies outside the area; never the address."""
    was = _open(by, housing_approach)
    by.amend("housing_approach", housing_approach, seen=seen, sleeping_at=sleeping_at, out_of_area=out_of_area)
    if sleeping_at is SettingKind.NO_FIXED_ADDRESS:
        _tell_lead(by, was, housing_approach, "A family with whom you work has nowhere to sleep that lasts.")


@verb(may=FRONT_LINE)
def close_housing_approach(
    *, by: Acting, on: date, housing_approach: str, outcome: str, seen: int | None = None
) -> None:
    """Records that housing has closed a family's approach, and how it ended; not while nobody knows where they sleep."""
    was = _open(by, housing_approach)
    check_says(outcome, "outcome", "how it ended, in words")
    _check_roof(was)
    by.amend("housing_approach", housing_approach, seen=seen, closed_on=on, outcome=outcome)


def _check_roof(was: Mapping[str, Any]) -> None:
    if was["sleeping_at"] is None:
        raise NotPossible("It is not on record where the family sleeps. Record that first; then this can be closed.")
    if was["sleeping_at"] == SettingKind.NO_FIXED_ADDRESS and was["social_care_decided_on"] is None:
        raise NotPossible(
            "The family has nowhere to sleep that lasts. Tell children's social care, and wait for what it decides, "
            "before this is closed."
        )


def _open(by: Acting, housing_approach: str) -> dict[str, Any]:
    """An approach that has not been closed, of an agency of whose work one may speak."""
    was = current("housing_approach", housing_approach)
    check_agencys_work(by, was["recorded_agency_id"])
    check_not_yet(was["closed_on"], "This approach was closed")
    return was


def _tell_lead(by: Acting, was: Mapping[str, Any], housing_approach: str, what: str) -> None:
    about = {"child": was["child_id"], "pregnancy": was["pregnancy_id"]}
    tell_lead(by, what, **about, table="housing_approach", key=housing_approach)

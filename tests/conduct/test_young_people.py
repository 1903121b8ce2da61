"""A young person's standing in law, the places where they stay, and what they were told, offered and asked."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from cast import MONDAY, Partnership

from lapwing.conduct.policies import NotPossible
from lapwing.conduct.verbs.children import open_record
from lapwing.conduct.verbs.involvements import change_help_level
from lapwing.conduct.verbs.legal_status import end_legal_status, record_legal_status, verify_legal_status
from lapwing.conduct.verbs.rights import record_rights
from lapwing.conduct.verbs.stays import begin_stay, end_stay, plan_move
from lapwing.records.entries import entries
from lapwing.records.models import Finding
from lapwing.records.store import CannotEnter, NoSuchEntry, Stamp, add, current
from lapwing.vocabulary.care_codes import LegalStatusKind, RightsKind, SettingKind
from lapwing.vocabulary.codes import HelpLevel

IN_A_WEEK = MONDAY + timedelta(days=7)


@pytest.fixture
def child(area: Partnership) -> str:
    """A young person of sixteen, helped as a child in need."""
    child = open_record(by=area.as_("Sam Birch"), on=MONDAY, given_name="Robin", born_on=date(2010, 3, 4))
    change_help_level(
        by=area.as_("Sam Birch"), on=MONDAY, involvement=entries("involvement").get(child=child).pk,
        level=HelpLevel.CHILD_IN_NEED, why="Assessed",
    )  # fmt: skip
    return child


def outcomes(check: str) -> list[str]:
    return sorted(Finding.objects.filter(check_code=f"young_people.{check}").values_list("outcome", flat=True))


def test_a_legal_status_is_recorded_and_then_verified(area: Partnership, child: str) -> None:
    status = record_legal_status(by=area.as_("Sam Birch"), on=MONDAY, child=child, kind=LegalStatusKind.SECTION_20)
    assert outcomes("legal_status_verified") == ["due_soon"]
    verify_legal_status(by=area.as_("Sam Birch"), on=MONDAY, legal_status=status, evidence="The signed agreement")
    assert outcomes("legal_status_verified") == ["met"]
    verify_legal_status(by=area.as_("Sam Birch"), on=MONDAY, legal_status=status)
    verified = current("legal_status", status)
    assert (verified["verified_by"], verified["evidence"]) == (
        area.accounts["Sam Birch"].practitioner_id,
        "The signed agreement",
    )


def test_a_status_that_has_ended_is_not_verified_and_may_come_again(area: Partnership, child: str) -> None:
    asked = {"child": child, "kind": LegalStatusKind.REMAND}
    status = record_legal_status(by=area.as_("Sam Birch"), on=MONDAY, **asked)
    with pytest.raises(NotPossible, match="on record already and has not ended"):
        record_legal_status(by=area.as_("Sam Birch"), on=MONDAY, **asked)
    end_legal_status(by=area.as_("Sam Birch"), on=MONDAY, legal_status=status)
    with pytest.raises(NotPossible, match="ended on 1 June 2026"):
        verify_legal_status(by=area.as_("Sam Birch"), on=MONDAY, legal_status=status)
    assert record_legal_status(by=area.as_("Sam Birch"), on=MONDAY, **asked) != status


def test_an_adoption_is_more_than_a_legal_status(area: Partnership, child: str) -> None:
    with pytest.raises(NotPossible, match="Record the adoption"):
        record_legal_status(by=area.as_("Sam Birch"), on=MONDAY, child=child, kind=LegalStatusKind.ADOPTION_ORDER)


def test_an_ending_before_the_beginning_is_refused(area: Partnership, child: str) -> None:
    status = record_legal_status(by=area.as_("Sam Birch"), on=MONDAY, child=child, kind=LegalStatusKind.SECTION_17)
    with pytest.raises(CannotEnter, match="wrong order"):
        end_legal_status(by=area.as_("Sam Birch"), on=date(2026, 5, 1), legal_status=status)


def test_a_place_that_does_not_suit_the_age_is_answered_by_a_move(area: Partnership, child: str) -> None:
    stay = begin_stay(
        by=area.as_("Sam Birch"), on=MONDAY, child=child, kind=SettingKind.BED_AND_BREAKFAST, reason="Nothing else"
    )
    assert outcomes("setting_suits_age") == ["due_soon"]
    with pytest.raises(CannotEnter, match="still lies ahead"):
        plan_move(by=area.as_("Sam Birch"), on=MONDAY, accommodation=stay, move_planned_on=date(2026, 5, 1))
    plan_move(by=area.as_("Sam Birch"), on=MONDAY, accommodation=stay, move_planned_on=IN_A_WEEK)
    assert outcomes("setting_suits_age") == ["met"]
    end_stay(by=area.as_("Sam Birch"), on=MONDAY, accommodation=stay)
    for again in (
        lambda: end_stay(by=area.as_("Sam Birch"), on=MONDAY, accommodation=stay),
        lambda: plan_move(by=area.as_("Sam Birch"), on=MONDAY, accommodation=stay, move_planned_on=IN_A_WEEK),
    ):
        with pytest.raises(NotPossible, match="ended on 1 June 2026"):
            again()


def test_an_appropriate_adult_at_the_police_station_is_on_record(area: Partnership, child: str) -> None:
    begin_stay(by=area.as_("Sam Birch"), on=MONDAY, child=child, kind=SettingKind.POLICE_CELL)
    assert outcomes("appropriate_adult_present") == ["due_soon"]
    record_rights(by=area.as_("Sam Birch"), on=MONDAY, child=child, kind=RightsKind.APPROPRIATE_ADULT)
    assert outcomes("appropriate_adult_present") == ["met"]


def test_rights_are_explained_and_an_advocate_offered(area: Partnership, child: str) -> None:
    record_rights(by=area.as_("Sam Birch"), on=MONDAY, child=child, kind=RightsKind.RIGHTS_EXPLAINED)
    assert "met" not in outcomes("rights_and_advocacy_offered")
    record_rights(by=area.as_("Sam Birch"), on=MONDAY, child=child, kind=RightsKind.ADVOCACY_OFFERED, says="No, thanks")
    assert outcomes("rights_and_advocacy_offered") == ["met"]


@pytest.mark.parametrize(
    ("kind", "says", "check"),
    [
        (RightsKind.WISHES_RECORDED, "To stay at this school", "wishes_recorded"),
        (RightsKind.TRANSITION_PLAN, "The leaving care team, from March", "transition_planned"),
    ],
)
def test_what_is_nothing_without_words_has_them(
    area: Partnership, child: str, kind: RightsKind, says: str, check: str
) -> None:
    with pytest.raises(CannotEnter, match="says: needs"):
        record_rights(by=area.as_("Sam Birch"), on=MONDAY, child=child, kind=kind)
    record_rights(by=area.as_("Sam Birch"), on=MONDAY, child=child, kind=kind, says=says)
    assert outcomes(check) == ["met"]


def test_care_that_was_declined_was_understood(area: Partnership, child: str) -> None:
    declined = LegalStatusKind.DECLINED_SECTION_20
    record_legal_status(by=area.as_("Sam Birch"), on=MONDAY, child=child, kind=declined)
    assert outcomes("informed_choice_recorded") == ["due_soon"]
    record_rights(
        by=area.as_("Sam Birch"), on=MONDAY, child=child, kind=RightsKind.CAPACITY_CONSIDERED,
        says="Told what care brings, with an advocate there",
    )  # fmt: skip
    assert outcomes("informed_choice_recorded") == ["met"]


def test_capacity_is_considered_for_a_decision_about_this_young_person(area: Partnership, child: str) -> None:
    stamp = Stamp(area.as_("Ada Keys").at, None)
    other = open_record(by=area.as_("Sam Birch"), on=MONDAY, given_name="Finch", born_on=date(2010, 3, 4))
    mine, theirs = (add("decision", {"child_id": key, "kind": "move"}, stamp) for key in (child, other))
    asked = {"child": child, "kind": RightsKind.CAPACITY_CONSIDERED, "says": "Understood, with drawings"}
    with pytest.raises(NoSuchEntry, match="not for you"):
        record_rights(by=area.as_("Sam Birch"), on=MONDAY, decision=theirs, **asked)
    entry = record_rights(by=area.as_("Sam Birch"), on=MONDAY, decision=mine, **asked)
    assert current("rights", entry)["decision_id"] == mine

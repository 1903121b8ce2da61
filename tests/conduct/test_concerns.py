"""A concern, from the day on which somebody raises it until it is on record what came of it."""

from __future__ import annotations

import pytest
from at_work import days_on, expected_baby, father, me, outcomes, told, works_with, young_person
from cast import MONDAY, Partnership

from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.verbs.concerns import (
    end_concern,
    find_no_action_needed,
    mark_concern_significant,
    raise_concern,
    say_part_in_concern,
)
from lapwing.conduct.verbs.referrals import acknowledge_referral, decide_referral
from lapwing.records.store import CannotEnter, NoSuchEntry, current, versions
from lapwing.vocabulary.codes import ConcernKind, ConcernPart, ConcernStatus
from lapwing.vocabulary.work_codes import ReferralOutcome

HAS_OUTCOME = "responsibility.concern_has_outcome"


@pytest.fixture
def tess(area: Partnership) -> str:
    return young_person(area)


@pytest.fixture
def concern(area: Partnership, tess: str) -> str:
    return raise_concern(
        by=area.as_("Sam Birch"), on=MONDAY, child=tess, kind=ConcernKind.GOING_MISSING, significant=True
    )


def test_a_significant_concern_waits_until_it_is_found_to_need_no_action(area: Partnership, concern: str) -> None:
    assert outcomes(HAS_OUTCOME) == ["due_soon"]
    find_no_action_needed(by=area.as_("Sela Marsh"), on=MONDAY, concern=concern, reason="She was at her aunt's.")
    assert outcomes(HAS_OUTCOME) == ["met"]


def test_whoever_raised_a_significant_concern_does_not_find_that_nothing_is_needed(
    area: Partnership, concern: str
) -> None:
    with pytest.raises(Refused, match="your own work; somebody else has to do this"):
        find_no_action_needed(by=area.as_("Sam Birch"), on=MONDAY, concern=concern, reason="She is back.")


def test_it_is_found_once_and_with_a_reason(area: Partnership, concern: str) -> None:
    with pytest.raises(CannotEnter, match="reason: needs words"):
        find_no_action_needed(by=area.as_("Sela Marsh"), on=MONDAY, concern=concern, reason=" ")
    find_no_action_needed(by=area.as_("Sela Marsh"), on=MONDAY, concern=concern, reason="She was at her aunt's.")
    with pytest.raises(NotPossible, match="on 1 June 2026 already"):
        find_no_action_needed(by=area.as_("Sela Marsh"), on=MONDAY, concern=concern, reason="Once more.")


def test_what_comes_of_the_referral_comes_of_the_concern_that_went_with_it(area: Partnership, tess: str) -> None:
    police = area.agencies["Police"]
    raised = raise_concern(
        by=area.as_("Sam Birch"),
        on=MONDAY,
        child=tess,
        kind=ConcernKind.CHILD_CRIMINAL_EXPLOITATION,
        significant=True,
        to_agency=police,
    )
    referral = current("concern", raised)["referral_id"]
    assert current("referral", referral)["referred_by"] == me(area, "Sam Birch")
    assert outcomes("responsibility.referral_acknowledged") == ["due_soon"]
    works_with(area, "Perry Stone", child=tess)
    acknowledge_referral(by=area.as_("Perry Stone"), on=MONDAY, referral=referral)
    decide_referral(
        by=area.as_("Perry Stone"), on=MONDAY, referral=referral, outcome=ReferralOutcome.ALREADY_OPEN, reasons="Known."
    )
    assert outcomes(HAS_OUTCOME) == ["met"]


def test_a_concern_comes_in_a_referral_or_goes_out_in_one(area: Partnership, tess: str) -> None:
    raised = raise_concern(
        by=area.as_("Sam Birch"), on=MONDAY, child=tess, kind=ConcernKind.GANGS, to_agency=area.agencies["Police"]
    )
    with pytest.raises(CannotEnter, match="not both"):
        raise_concern(
            by=area.as_("Sam Birch"),
            on=MONDAY,
            child=tess,
            kind=ConcernKind.GANGS,
            referral=current("concern", raised)["referral_id"],
            to_agency=area.agencies["Police"],
        )


def test_a_concern_is_not_referred_to_ones_own_agency(area: Partnership, tess: str) -> None:
    with pytest.raises(NotPossible, match="your own agency"):
        raise_concern(
            by=area.as_("Sam Birch"),
            on=MONDAY,
            child=tess,
            kind=ConcernKind.GANGS,
            to_agency=area.agencies["Social care"],
        )


def test_the_lead_is_told_of_a_significant_concern(
    area: Partnership, tess: str, django_capture_on_commit_callbacks
) -> None:
    works_with(area, "Sela Marsh", child=tess, lead=True)
    with django_capture_on_commit_callbacks(execute=True):
        raised = raise_concern(by=area.as_("Sam Birch"), on=MONDAY, child=tess, kind=ConcernKind.SELF_HARM)
        assert told("Sela Marsh") == []
        mark_concern_significant(by=area.as_("Sam Birch"), on=MONDAY, concern=raised, reason="She told her teacher.")
    assert told("Sela Marsh") == [
        "A significant concern was recorded in work that you lead. Read it, and say what comes of it."
    ]
    assert [(one.values["significant"], one.why) for one in versions("concern", raised)] == [
        (None, ""),
        (True, "She told her teacher."),
    ]


def test_a_concern_ends_with_a_reason_and_its_raiser_is_told(
    area: Partnership, concern: str, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        end_concern(by=area.as_("Sela Marsh", days_on(1)), on=days_on(1), concern=concern, reason="Safe at home.")
    assert outcomes(HAS_OUTCOME) == ["met"]
    assert current("concern", concern)["status"] == "past"
    assert told("Sam Birch") == ["A concern that you raised has ended. Read why, and say so if you disagree."]


def test_a_concern_that_has_ended_is_not_current(area: Partnership, concern: str) -> None:
    with pytest.raises(CannotEnter, match="is past, or was looked into and cleared"):
        end_concern(
            by=area.as_("Sela Marsh"), on=MONDAY, concern=concern, reason="Quiet.", status=ConcernStatus.CURRENT
        )


def test_a_concern_is_about_one_person_with_their_part_in_it(area: Partnership) -> None:
    pregnancy = expected_baby(area)
    mother = current("pregnancy", pregnancy)["mother_id"]
    raised = raise_concern(
        by=area.as_("Mira Wells"),
        on=MONDAY,
        pregnancy=pregnancy,
        kind=ConcernKind.DOMESTIC_ABUSE,
        person=mother,
        part=ConcernPart.HARMED,
    )
    assert current("concern", raised)["part"] == "harmed"
    assert outcomes("before_birth.decision_recorded") == ["due_soon"]


def test_whose_part_is_which_is_said_once_it_is_known(area: Partnership) -> None:
    pregnancy = expected_baby(area)
    noah = father(area, pregnancy)
    raised = raise_concern(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, kind=ConcernKind.DOMESTIC_ABUSE)
    say_part_in_concern(by=area.as_("Mira Wells"), on=MONDAY, concern=raised, part=ConcernPart.RESPONSIBLE, person=noah)
    assert (current("concern", raised)["part"], current("concern", raised)["person_id"]) == ("responsible", noah)
    with pytest.raises(NotPossible, match="Raise another one about anybody else"):
        say_part_in_concern(by=area.as_("Mira Wells"), on=MONDAY, concern=raised, part=ConcernPart.HARMED)


def test_a_concern_names_nobody_of_another_family(area: Partnership, tess: str) -> None:
    stranger = current("pregnancy", expected_baby(area))["mother_id"]
    with pytest.raises(NoSuchEntry, match="or not for you"):
        raise_concern(by=area.as_("Sam Birch"), on=MONDAY, child=tess, kind=ConcernKind.GANGS, person=stranger)


def test_an_incident_lies_before_the_day_on_which_it_was_found(area: Partnership, tess: str) -> None:
    with pytest.raises(CannotEnter, match="incident_on: has 2 June 2026, which lies after 1 June 2026"):
        raise_concern(
            by=area.as_("Sam Birch"), on=MONDAY, child=tess, kind=ConcernKind.AGGRESSION, incident_on=days_on(1)
        )

"""Asking another service to act, until somebody there has answered."""

from __future__ import annotations

import pytest
from cast import MONDAY, Partnership, morning

from lapwing.conduct.notifications import quieten
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.verbs.children import record_pregnancy
from lapwing.conduct.verbs.referrals import acknowledge_referral, decide_referral, refer
from lapwing.records.entries import entries
from lapwing.records.models import Event, Finding, Notification
from lapwing.records.store import CannotEnter, NoSuchEntry, current, versions
from lapwing.vocabulary.work_codes import ReferralOutcome


@pytest.fixture
def pregnancy(area: Partnership) -> str:
    return record_pregnancy(by=area.as_("Mira Wells"), on=MONDAY, given_name="Anna", family_name="Vale")


@pytest.fixture
def referral(area: Partnership, pregnancy: str) -> str:
    social_care = area.agencies["Social care"]
    return refer(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, to_agency=social_care)


def outcomes(check: str) -> list[str]:
    return list(Finding.objects.filter(check_code=check).values_list("outcome", flat=True))


def test_a_referral_is_open_until_the_other_agency_acknowledges_it(area: Partnership, referral: str) -> None:
    assert outcomes("responsibility.referral_acknowledged") == ["due_soon"]
    acknowledge_referral(by=area.as_("Sam Birch"), on=MONDAY, referral=referral)
    assert outcomes("responsibility.referral_acknowledged") == ["met"]
    assert [one.values["acknowledged_on"] for one in versions("referral", referral)] == [None, MONDAY]


def test_only_the_agency_that_was_asked_can_acknowledge_it(area: Partnership, referral: str) -> None:
    with pytest.raises(Refused, match="put to another agency"):
        acknowledge_referral(by=area.as_("Mira Wells"), on=MONDAY, referral=referral)


def test_a_third_agency_does_not_learn_that_there_is_a_referral(area: Partnership, referral: str) -> None:
    with pytest.raises(NoSuchEntry, match="no such record here, or not for you"):
        acknowledge_referral(by=area.as_("Perry Stone"), on=MONDAY, referral=referral)
    assert Event.objects.filter(verb="refused").count() == 1


def test_a_referral_is_acknowledged_once(area: Partnership, referral: str) -> None:
    acknowledge_referral(by=area.as_("Sam Birch"), on=MONDAY, referral=referral)
    with pytest.raises(NotPossible, match="acknowledged on 1 June 2026 already"):
        acknowledge_referral(by=area.as_("Sela Marsh"), on=MONDAY, referral=referral)


def test_both_sides_are_told(area: Partnership, pregnancy: str, django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        key = refer(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, to_agency=area.agencies["Social care"])
        decide_referral(
            by=area.as_("Sela Marsh"),
            on=MONDAY,
            referral=key,
            outcome=ReferralOutcome.ASSESSMENT,
            reasons="Unborn child",
        )
    told = Notification.objects.values_list("account__name", "what")
    assert [name for name, _ in told] == ["Sela Marsh", "Mira Wells"]
    assert not any("Vale" in what for _, what in told)
    assert current("referral", key)["outcome"] == "assessment"


def test_an_agency_that_is_not_there_cannot_be_asked(area: Partnership, pregnancy: str) -> None:
    with pytest.raises(CannotEnter, match="to_agency_id: there is no such agency here"):
        refer(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, to_agency="nowhere")


def test_what_was_told_of_a_pregnancy_is_taken_back_with_what_was_told_of_its_child(
    area: Partnership, pregnancy: str, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        refer(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, to_agency=area.agencies["Social care"])
    quieten(children_of(pregnancy), morning(MONDAY))
    assert Notification.objects.filter(quiet_at__isnull=True).count() == 0
    assert Notification.objects.count() == 1


def children_of(pregnancy: str) -> list[str]:
    return list(entries("child").filter(pregnancy=pregnancy).values_list("pk", flat=True))

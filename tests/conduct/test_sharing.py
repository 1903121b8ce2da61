"""Telling another agency something, by name, or saying why not."""

from __future__ import annotations

from datetime import date

import pytest
from cast import MONDAY, Partnership

from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.verbs.children import open_record
from lapwing.conduct.verbs.involvements import begin_involvement, keep_private, stop_keeping_private
from lapwing.conduct.verbs.observations import observe
from lapwing.conduct.verbs.sharing import acknowledge_share, decide_not_to_share, share
from lapwing.records.entries import entries
from lapwing.records.models import Finding, Notification
from lapwing.records.store import CannotEnter, NoSuchEntry, current
from lapwing.vocabulary.care_codes import ObservedWhat
from lapwing.vocabulary.codes import HelpLevel
from lapwing.vocabulary.work_codes import EvidenceBasis

REACHED, ACKNOWLEDGED = "health.observation_reached_named_person", "health.observation_acknowledged"


@pytest.fixture
def baby(area: Partnership) -> str:
    return open_record(by=area.as_("Mira Wells"), on=MONDAY, given_name="Wren", born_on=MONDAY)


@pytest.fixture
def observation(area: Partnership, baby: str) -> str:
    return observe(
        by=area.as_("Mira Wells"), on=MONDAY, child=baby, basis=EvidenceBasis.SEEN, of=ObservedWhat.SLEEP_PLACE,
        says="A sofa", significant=True,
    )  # fmt: skip


def shared(area: Partnership, child: str, to: str = "Sam Birch", by: str = "Mira Wells", **more: str) -> str:
    """Something shared with somebody by name; the entry."""
    reached = area.accounts[to]
    return share(
        by=area.as_(by), on=MONDAY, child=child, to_agency=reached.agency_id,
        to_practitioner=reached.practitioner_id, what="Where the baby sleeps", reason="To plan together", **more,
    )  # fmt: skip


def outcomes(check: str) -> list[str]:
    return sorted(Finding.objects.filter(check_code=check).values_list("outcome", flat=True))


def test_a_significant_observation_reaches_somebody_by_name_who_acknowledges_it(
    area: Partnership, baby: str, observation: str, django_capture_on_commit_callbacks
) -> None:
    assert outcomes(REACHED) == ["due_soon"]
    with django_capture_on_commit_callbacks(execute=True):
        entry = shared(area, baby, observation=observation)
    assert [one.account.name for one in Notification.objects.all()] == ["Sam Birch"]
    assert (outcomes(REACHED), outcomes(ACKNOWLEDGED)) == (["met"], ["due_soon"])
    acknowledge_share(by=area.as_("Sam Birch"), on=MONDAY, information_share=entry)
    assert outcomes(ACKNOWLEDGED) == ["met"]
    with pytest.raises(NotPossible, match="acknowledged on 1 June 2026 already"):
        acknowledge_share(by=area.as_("Sela Marsh"), on=MONDAY, information_share=entry)


def test_without_a_name_the_managers_there_are_told(
    area: Partnership, baby: str, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        share(
            by=area.as_("Mira Wells"), on=MONDAY, child=baby, to_agency=area.agencies["Social care"], what="A visit",
            reason="They asked", asked_for=True,
        )  # fmt: skip
    assert [one.account.name for one in Notification.objects.all()] == ["Sela Marsh"]


def test_a_decision_not_to_share_has_its_reason_and_is_told_to_nobody(
    area: Partnership, baby: str, observation: str, django_capture_on_commit_callbacks
) -> None:
    police = area.agencies["Police"]
    with pytest.raises(CannotEnter, match="reason: needs why it is not shared"):
        decide_not_to_share(by=area.as_("Mira Wells"), on=MONDAY, child=baby, to_agency=police, reason=" ")
    with django_capture_on_commit_callbacks(execute=True):
        entry = decide_not_to_share(
            by=area.as_("Mira Wells"), on=MONDAY, child=baby, to_agency=police, observation=observation,
            reason="It would make the mother less safe",
        )  # fmt: skip
    assert outcomes(REACHED) == ["met"]
    assert not Notification.objects.exists()
    with pytest.raises(NoSuchEntry, match="not for you"):
        acknowledge_share(by=area.as_("Perry Stone"), on=MONDAY, information_share=entry)
    with pytest.raises(NotPossible, match="nothing to acknowledge"):
        acknowledge_share(by=area.as_("Mira Wells"), on=MONDAY, information_share=entry)


def test_what_was_shared_with_a_person_is_acknowledged_by_them_or_their_manager(area: Partnership, baby: str) -> None:
    entry = shared(area, baby, to="Sela Marsh")
    with pytest.raises(Refused, match="shared with a colleague by name"):
        acknowledge_share(by=area.as_("Sam Birch"), on=MONDAY, information_share=entry)
    with pytest.raises(Refused, match="put to another agency"):
        acknowledge_share(by=area.as_("Mira Wells"), on=MONDAY, information_share=entry)
    other = shared(area, baby, to="Sam Birch")
    acknowledge_share(by=area.as_("Sela Marsh"), on=MONDAY, information_share=other)
    assert current("information_share", other)["acknowledged_on"] == MONDAY


def test_an_observation_of_another_child_cannot_be_shared_here(area: Partnership, observation: str) -> None:
    other = open_record(by=area.as_("Mira Wells"), on=MONDAY, given_name="Finch", born_on=MONDAY)
    with pytest.raises(NoSuchEntry, match="not for you"):
        shared(area, other, observation=observation)


def test_what_is_shared_is_said_and_why(area: Partnership, baby: str) -> None:
    asked = {"child": baby, "to_agency": area.agencies["Police"]}
    with pytest.raises(CannotEnter, match="what: needs what was shared"):
        share(by=area.as_("Mira Wells"), on=MONDAY, what="", reason="Safety", **asked)
    with pytest.raises(CannotEnter, match="reason: needs why it was shared"):
        share(by=area.as_("Mira Wells"), on=MONDAY, what="A visit", reason="", **asked)


def test_what_a_young_person_asked_to_keep_private_is_not_shared_unasked(area: Partnership) -> None:
    child = open_record(by=area.as_("Mira Wells"), on=MONDAY, given_name="Robin", born_on=date(2011, 3, 4))
    work = entries("involvement").get(child=child).pk
    keep_private(by=area.as_("Mira Wells"), on=MONDAY, involvement=work)
    with pytest.raises(NotPossible, match="asked that other services not be told"):
        shared(area, child)
    assert shared(area, child, to="Moss Adair")
    stop_keeping_private(by=area.as_("Mira Wells"), on=MONDAY, involvement=work, why="Harm outweighs it")
    assert shared(area, child)


def test_what_was_shared_with_each_service_is_on_record(area: Partnership) -> None:
    child = open_record(by=area.as_("Sam Birch"), on=MONDAY, given_name="Robin", born_on=date(2011, 3, 4))
    for name in ("Perry Stone", "Hazel Ford", "Mira Wells"):
        account = area.accounts[name]
        begin_involvement(
            by=area.as_("Sam Birch"), on=MONDAY, child=child, agency=account.agency_id,
            practitioner=account.practitioner_id, level=HelpLevel.CHILD_IN_NEED,
        )  # fmt: skip
    before = outcomes("responsibility.sharing_is_logged").count("met")
    shared(area, child, to="Perry Stone", by="Sam Birch")
    assert outcomes("responsibility.sharing_is_logged").count("met") > before

"""A child who died or was seriously harmed: recorded quietly by children's social care, and told to the national panel."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from cast import MONDAY, Partnership

from lapwing.conduct.findings import OPEN_OUTCOMES
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.verbs.births import record_death
from lapwing.conduct.verbs.children import open_record
from lapwing.conduct.verbs.involvements import begin_involvement
from lapwing.conduct.verbs.serious_incidents import record_panel_told, record_serious_incident
from lapwing.records.entries import entries
from lapwing.records.models import Finding, Notification
from lapwing.records.store import CannotEnter, current
from lapwing.vocabulary.care_codes import SeriousIncidentKind

HARMED = SeriousIncidentKind.SERIOUSLY_HARMED
DIED = SeriousIncidentKind.DIED
BEFORE = MONDAY - timedelta(days=3)


@pytest.fixture
def child(area: Partnership) -> str:
    """A baby with whom social care works."""
    return open_record(by=area.as_("Sam Birch"), on=MONDAY, given_name="Robin", born_on=date(2026, 2, 4))


def harmed(area: Partnership, child: str, who: str = "Sela Marsh") -> str:
    return record_serious_incident(by=area.as_(who), on=MONDAY, child=child, kind=HARMED, occurred_on=BEFORE)


def test_a_manager_of_social_care_records_it_and_nobody_is_sent_anything(area: Partnership, child: str) -> None:
    incident = current("serious_incident", harmed(area, child))
    assert (incident["kind"], incident["occurred_on"], incident["known_on"]) == (HARMED, BEFORE, MONDAY)
    assert incident["notified_on"] is None
    assert not Notification.objects.exists()


def test_practitioner_of_social_care_does_not_record_it(area: Partnership, child: str) -> None:
    with pytest.raises(Refused):
        harmed(area, child, "Sam Birch")


def test_manager_of_another_agency_does_not_record_it(area: Partnership, child: str) -> None:
    begin_involvement(by=area.as_("Sam Birch"), on=MONDAY, child=child, agency=area.agencies["Health visiting"])
    with pytest.raises(Refused, match="children's social care"):
        harmed(area, child, "Heath Lane")


def test_the_day_on_which_it_happened_may_be_unknown(area: Partnership, child: str) -> None:
    key = record_serious_incident(by=area.as_("Sela Marsh"), on=MONDAY, child=child, kind=HARMED)
    assert current("serious_incident", key)["occurred_on"] is None


def test_it_is_not_known_before_it_happened(area: Partnership, child: str) -> None:
    with pytest.raises(CannotEnter):
        record_serious_incident(by=area.as_("Sela Marsh"), on=BEFORE, child=child, kind=HARMED, occurred_on=MONDAY)


def test_the_same_harm_is_recorded_once(area: Partnership, child: str) -> None:
    harmed(area, child)
    with pytest.raises(NotPossible, match="already"):
        harmed(area, child)


def test_a_death_is_recorded_first_and_asks_nothing_more(area: Partnership, child: str) -> None:
    with pytest.raises(NotPossible, match="No death"):
        record_serious_incident(by=area.as_("Sela Marsh"), on=MONDAY, child=child, kind=DIED, occurred_on=BEFORE)
    record_death(by=area.as_("Sela Marsh"), on=BEFORE, child=child)
    record_serious_incident(by=area.as_("Sela Marsh"), on=MONDAY, child=child, kind=DIED, occurred_on=BEFORE)
    assert entries("serious_incident").filter(child=child).count() == 1
    assert not Notification.objects.filter(quiet_at__isnull=True).exists()
    assert not Finding.objects.filter(child=child, outcome__in=OPEN_OUTCOMES).exists()


def test_the_panel_is_told_once(area: Partnership, child: str) -> None:
    incident = harmed(area, child)
    record_panel_told(by=area.as_("Sela Marsh"), on=MONDAY, serious_incident=incident)
    assert current("serious_incident", incident)["notified_on"] == MONDAY
    with pytest.raises(NotPossible, match="The national panel was told on 1 June 2026 already"):
        record_panel_told(by=area.as_("Sela Marsh"), on=MONDAY, serious_incident=incident)

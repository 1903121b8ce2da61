"""What was seen, told and thought of a baby; measurements and advice beside it."""

from __future__ import annotations

import pytest
from cast import MONDAY, Partnership

from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.verbs.advice import advise, talk_advice_through
from lapwing.conduct.verbs.appointments import hold_unbooked_appointment
from lapwing.conduct.verbs.children import open_record, record_pregnancy
from lapwing.conduct.verbs.involvements import begin_involvement, change_help_level, make_lead
from lapwing.conduct.verbs.measurements import measure, respond_to_measurement
from lapwing.conduct.verbs.observations import mark_observation, observe
from lapwing.records.entries import entries
from lapwing.records.models import Finding, Notification
from lapwing.records.store import CannotEnter, NoSuchEntry, Stamp, add, current
from lapwing.vocabulary.care_codes import AdviceTopic, AppointmentKind, MeasurementKind, MeasurementSource, ObservedWhat
from lapwing.vocabulary.codes import HelpLevel
from lapwing.vocabulary.work_codes import EvidenceBasis

SEEN = {"basis": EvidenceBasis.SEEN, "of": ObservedWhat.BABY, "says": "Alert, fed well"}


@pytest.fixture
def baby(area: Partnership) -> str:
    """A baby born today, with whom midwifery works because of worries; a social worker leads."""
    child = open_record(by=area.as_("Mira Wells"), on=MONDAY, given_name="Wren", born_on=MONDAY)
    change_help_level(
        by=area.as_("Mira Wells"), on=MONDAY, involvement=entries("involvement").get(child=child).pk,
        level=HelpLevel.CHILD_PROTECTION, why="Conference before birth",
    )  # fmt: skip
    social_worker = area.accounts["Sam Birch"]
    lead = begin_involvement(
        by=area.as_("Mira Wells"), on=MONDAY, child=child, agency=social_worker.agency_id,
        practitioner=social_worker.practitioner_id, level=HelpLevel.CHILD_PROTECTION,
    )  # fmt: skip
    make_lead(by=area.as_("Sam Birch"), on=MONDAY, involvement=lead)
    return child


def outcomes(check: str) -> list[str]:
    return sorted(Finding.objects.filter(check_code=check).values_list("outcome", flat=True))


def told() -> list[str]:
    return [one.account.name for one in Notification.objects.all()]


def test_what_was_seen_at_an_appointment_is_an_entry_of_its_own(area: Partnership, baby: str) -> None:
    check = "health.seen_at_appointment_written"
    hold_unbooked_appointment(by=area.as_("Mira Wells"), on=MONDAY, child=baby, kind=AppointmentKind.NEW_BIRTH)
    assert outcomes(check) == ["due_soon"]
    observe(
        by=area.as_("Mira Wells"), on=MONDAY, child=baby, basis=EvidenceBasis.REPORTED, of=ObservedWhat.BABY,
        says="Sleeps in a cot, says the grandmother",
    )  # fmt: skip
    assert outcomes(check) == ["due_soon"]
    observe(by=area.as_("Mira Wells"), on=MONDAY, child=baby, **SEEN)
    assert outcomes(check) == ["met"]


def test_whoever_leads_is_told_of_what_is_significant(
    area: Partnership, baby: str, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        observe(by=area.as_("Mira Wells"), on=MONDAY, child=baby, **SEEN)
        observed = observe(by=area.as_("Mira Wells"), on=MONDAY, child=baby, significant=True, **SEEN)
    assert told() == ["Sam Birch"]
    assert outcomes("health.observation_reached_named_person") == ["due_soon", "due_soon"]
    assert current("observation", observed)["observed_by"] == area.accounts["Mira Wells"].practitioner_id


def test_only_whoever_observed_takes_back_that_it_is_significant(area: Partnership, baby: str) -> None:
    observed = observe(by=area.as_("Mira Wells"), on=MONDAY, child=baby, **SEEN)
    mark_observation(by=area.as_("Sam Birch"), on=MONDAY, observation=observed, significant=True)
    with pytest.raises(Refused, match="Only whoever observed this"):
        mark_observation(by=area.as_("Sam Birch"), on=MONDAY, observation=observed, significant=False)
    mark_observation(by=area.as_("Mira Wells"), on=MONDAY, observation=observed, significant=False)
    assert current("observation", observed)["significant"] is False
    assert outcomes("health.observation_reached_named_person") == []


def test_an_observation_says_how_it_is_known_and_what(area: Partnership, baby: str) -> None:
    with pytest.raises(CannotEnter, match="seen, reported or is an opinion"):
        observe(by=area.as_("Mira Wells"), on=MONDAY, child=baby, **{**SEEN, "basis": EvidenceBasis.NONE})
    with pytest.raises(CannotEnter, match="says: needs what was seen"):
        observe(by=area.as_("Mira Wells"), on=MONDAY, child=baby, **{**SEEN, "says": "  "})


def test_somebody_of_another_family_cannot_be_named(area: Partnership, baby: str) -> None:
    stranger = add("person", {"given_name": "Noor"}, Stamp(area.as_("Ada Keys").at, None))
    with pytest.raises(NoSuchEntry, match="not for you"):
        observe(by=area.as_("Mira Wells"), on=MONDAY, child=baby, person=stranger, **SEEN)


def test_a_weight_by_a_health_professional_is_on_the_schedule(area: Partnership, baby: str) -> None:
    check = "health.weighed_on_schedule"
    assert outcomes(check) == ["due_soon"]
    measure(
        by=area.as_("Mira Wells"), on=MONDAY, child=baby, kind=MeasurementKind.BIRTH_WEIGHT, value=3.4, unit="kg",
        source=MeasurementSource.HEALTH_PROFESSIONAL, undressed=True,
    )  # fmt: skip
    assert outcomes(check) == ["met"]


@pytest.mark.parametrize(
    ("kind", "value", "unit", "said"),
    [
        (MeasurementKind.WEIGHT, 3400.0, "cm", "needs g or kg or lb for weight"),
        (MeasurementKind.LENGTH, 50.0, "kg", "needs cm for length"),
        (MeasurementKind.WEIGHT, 0.0, "g", "more than nothing"),
    ],
)
def test_the_unit_is_one_of_what_was_measured(
    area: Partnership, baby: str, kind: MeasurementKind, value: float, unit: str, said: str
) -> None:
    with pytest.raises(CannotEnter, match=said):
        measure(
            by=area.as_("Mira Wells"), on=MONDAY, child=baby, kind=kind, value=value, unit=unit,
            source=MeasurementSource.HEALTH_PROFESSIONAL,
        )  # fmt: skip


def test_a_measurement_that_needs_a_response_is_open_until_it_has_one(
    area: Partnership, baby: str, django_capture_on_commit_callbacks
) -> None:
    check = "health.marked_measurement_answered"
    with django_capture_on_commit_callbacks(execute=True):
        measured = measure(
            by=area.as_("Mira Wells"), on=MONDAY, child=baby, kind=MeasurementKind.HEAD_CIRCUMFERENCE, value=39,
            unit="cm", source=MeasurementSource.HEALTH_PROFESSIONAL, needs_response=True,
        )  # fmt: skip
    assert (outcomes(check), told()) == (["due_soon"], ["Sam Birch"])
    with pytest.raises(CannotEnter, match="response: needs what was found"):
        respond_to_measurement(by=area.as_("Sam Birch"), on=MONDAY, measurement=measured, response="")
    respond_to_measurement(by=area.as_("Mira Wells"), on=MONDAY, measurement=measured, response="Seen by the doctor")
    assert outcomes(check) == ["met"]
    with pytest.raises(NotPossible, match="responded to on 1 June 2026 already"):
        respond_to_measurement(by=area.as_("Mira Wells"), on=MONDAY, measurement=measured, response="Again")


def test_advice_is_given_to_one_parent_and_may_be_talked_through_later(area: Partnership) -> None:
    pregnancy = record_pregnancy(by=area.as_("Mira Wells"), on=MONDAY, given_name="Anna")
    mother = current("pregnancy", pregnancy)["mother_id"]
    given = advise(
        by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, person=mother, topic=AdviceTopic.CO_SLEEPING,
        discussed=False,
    )  # fmt: skip
    talk_advice_through(by=area.as_("Mira Wells"), on=MONDAY, advice=given, agreed="A cot beside the bed")
    entry = current("advice", given)
    assert (entry["discussed"], entry["agreed"], entry["understood"]) == (True, "A cot beside the bed", None)
    assert entry["given_by"] == area.accounts["Mira Wells"].practitioner_id

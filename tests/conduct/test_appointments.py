"""Appointments, and what a service does about those that did not take place."""

from __future__ import annotations

from datetime import timedelta

import pytest
from cast import MONDAY, Partnership

from lapwing.conduct.policies import NotPossible
from lapwing.conduct.verbs.appointments import (
    book_appointment,
    hold_appointment,
    hold_unbooked_appointment,
    record_not_kept,
    respond_to_missed_appointment,
)
from lapwing.conduct.verbs.children import open_record, record_pregnancy
from lapwing.conduct.verbs.involvements import change_help_level
from lapwing.records.entries import entries
from lapwing.records.models import Finding
from lapwing.records.store import CannotEnter, Stamp, add, amend, current
from lapwing.vocabulary.care_codes import AppointmentKind, Kept
from lapwing.vocabulary.codes import HelpLevel

TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
def baby(area: Partnership) -> str:
    """A baby born today on whose family midwives work because of worries."""
    child = open_record(by=area.as_("Mira Wells"), on=MONDAY, given_name="Wren", born_on=MONDAY)
    change_help_level(
        by=area.as_("Mira Wells"), on=MONDAY, involvement=entries("involvement").get(child=child).pk,
        level=HelpLevel.CHILD_PROTECTION, why="Conference before birth",
    )  # fmt: skip
    return child


def booked(area: Partnership, baby: str, kind: AppointmentKind = AppointmentKind.MEDICAL) -> str:
    return book_appointment(by=area.as_("Mira Wells"), on=MONDAY, child=baby, kind=kind, booked_for_on=MONDAY)


def outcomes(check: str) -> list[str]:
    return sorted(Finding.objects.filter(check_code=check).values_list("outcome", flat=True))


def test_the_new_birth_visit_is_booked_and_held(area: Partnership, baby: str) -> None:
    check = "health.new_birth_visit_held"
    visit = booked(area, baby, AppointmentKind.NEW_BIRTH)
    assert outcomes(check) == ["not_yet_due"]
    hold_appointment(by=area.as_("Mira Wells"), on=MONDAY, appointment=visit)
    assert outcomes(check) == ["met"]
    with pytest.raises(NotPossible, match="took place on 1 June 2026 already"):
        hold_appointment(by=area.as_("Mira Wells"), on=MONDAY, appointment=visit)
    assert current("appointment", visit)["agency_id"] == area.agencies["Maternity"]


def test_missed_appointments_make_a_pattern_until_the_service_responds(area: Partnership, baby: str) -> None:
    check = "health.missed_appointments_answered"
    missed = [booked(area, baby) for _ in range(3)]
    for appointment in missed:
        record_not_kept(by=area.as_("Mira Wells"), on=MONDAY, appointment=appointment, kept=Kept.WAS_NOT_BROUGHT)
    assert outcomes(check) == ["due_soon"]
    respond_to_missed_appointment(
        by=area.as_("Mira Wells"), on=MONDAY, appointment=missed[-1], response="Rang; visits at home tomorrow"
    )
    assert outcomes(check) == ["met"]


def test_what_the_service_did_may_be_said_at_once(area: Partnership, baby: str) -> None:
    visit = booked(area, baby)
    record_not_kept(
        by=area.as_("Mira Wells"), on=MONDAY, appointment=visit, kept=Kept.DECLINED, response="Agreed: next week"
    )
    assert (current("appointment", visit)["kept"], current("appointment", visit)["response"]) == (
        "declined",
        "Agreed: next week",
    )


def test_an_appointment_that_was_held_was_not_missed_nor_the_other_way_round(area: Partnership, baby: str) -> None:
    visit = booked(area, baby)
    with pytest.raises(CannotEnter, match="recorded as held"):
        record_not_kept(by=area.as_("Mira Wells"), on=MONDAY, appointment=visit, kept=Kept.KEPT)
    with pytest.raises(NotPossible, match="not on record as missed"):
        respond_to_missed_appointment(by=area.as_("Mira Wells"), on=MONDAY, appointment=visit, response="Rang")
    hold_appointment(by=area.as_("Mira Wells"), on=MONDAY, appointment=visit)
    with pytest.raises(NotPossible, match="took place on 1 June 2026"):
        record_not_kept(by=area.as_("Mira Wells"), on=MONDAY, appointment=visit, kept=Kept.NO_ACCESS)


def test_nobody_is_said_not_to_have_been_brought_before_the_day(area: Partnership, baby: str) -> None:
    visit = book_appointment(
        by=area.as_("Mira Wells"), on=MONDAY, child=baby, kind=AppointmentKind.WEIGHING, booked_for_on=TUESDAY
    )
    with pytest.raises(CannotEnter, match="before that of the appointment, 2 June 2026"):
        record_not_kept(by=area.as_("Mira Wells"), on=MONDAY, appointment=visit, kept=Kept.WAS_NOT_BROUGHT)
    record_not_kept(by=area.as_("Mira Wells"), on=MONDAY, appointment=visit, kept=Kept.CANCELLED_BY_SERVICE)


def test_an_examination_the_same_day_needs_no_booking(area: Partnership, baby: str) -> None:
    seen = hold_unbooked_appointment(by=area.as_("Mira Wells"), on=MONDAY, child=baby, kind=AppointmentKind.MEDICAL)
    assert (current("appointment", seen)["held_on"], current("appointment", seen)["kept"]) == (MONDAY, "kept")


@pytest.mark.parametrize(("safety", "is_booked"), [("must_not_contact", False), ("may_contact", True)])
def test_nobody_is_booked_whom_services_must_not_contact(area: Partnership, safety: str, is_booked: bool) -> None:
    pregnancy = record_pregnancy(by=area.as_("Mira Wells"), on=MONDAY, given_name="Anna")
    stamp = Stamp(area.as_("Ada Keys").at, None)
    father = add("person", {"given_name": "Ivo"}, stamp)
    add(
        "relationship",
        {
            "pregnancy_id": pregnancy, "person_id": father, "role": "birth_father", "contact_safety": safety,
            "identity_status": "named_by_mother",
        },
        stamp,
    )  # fmt: skip
    asked = {"kind": AppointmentKind.PARENT_SERVICE, "booked_for_on": TUESDAY, "person": father}
    if is_booked:
        assert book_appointment(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, **asked)
        return
    with pytest.raises(NotPossible, match="must not be in touch with this parent"):
        book_appointment(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, **asked)


def test_after_a_loss_nothing_is_booked_and_what_was_held_can_be_recorded(area: Partnership) -> None:
    pregnancy = record_pregnancy(by=area.as_("Mira Wells"), on=MONDAY, given_name="Anna")
    amend("pregnancy", pregnancy, {"ended_on": MONDAY, "outcome": "stillbirth"}, Stamp(area.as_("Ada Keys").at, None))
    asked = {"pregnancy": pregnancy, "kind": AppointmentKind.ANTENATAL}
    with pytest.raises(NotPossible, match="This record has ended"):
        book_appointment(by=area.as_("Mira Wells"), on=MONDAY, booked_for_on=TUESDAY, **asked)
    assert hold_unbooked_appointment(by=area.as_("Mira Wells"), on=MONDAY, **asked)
    assert not Finding.objects.exists()

"""Facts about one appointment or visit of a health practitioner around a baby, and what was written down of it."""

from __future__ import annotations

from lapwing.language.expressions import Expression, cases
from lapwing.vocabulary import records
from lapwing.vocabulary.baby_observation import BabyObservation, OpenBaby, in_health, may_be
from lapwing.vocabulary.care_codes import AppointmentKind, Kept
from lapwing.vocabulary.facts import Link, Subject, any_of, columns, derived, earliest, its, only, own, wider
from lapwing.vocabulary.fragile_baby import FragileBaby
from lapwing.vocabulary.helped_baby import HelpedBaby
from lapwing.vocabulary.local import local
from lapwing.vocabulary.work_codes import ContactKind

appointment = columns(records.appointment)
contact = columns(records.contact)
practitioner = columns(records.practitioner)
agency = columns(records.agency)

BEFORE_BIRTH = (AppointmentKind.ANTENATAL, AppointmentKind.ANTENATAL_HEALTH_VISITOR)
FACE_TO_FACE = (ContactKind.VISIT, ContactKind.OFFICE)


def _by(agency_id: Expression) -> Expression:
    """Whether an entry is by that service, so far as the record says which service each was."""
    return agency_id.is_unknown() | BabyObservation.agency_id.is_unknown() | (BabyObservation.agency_id == agency_id)


class HealthAppointment(Subject):
    """An appointment of a kind on the area's list that took place while the family was being helped."""

    table = records.appointment
    called = "health appointment around a baby"

    child_id = own(appointment.child_id, "the child")
    appointment_id = own(appointment.appointment_id, "the appointment")
    kind = own(appointment.kind, "what it was for")
    kept = own(appointment.kept, "whether it took place")
    person_id = own(appointment.person_id, "the adult it was for")
    agency_id = own(appointment.agency_id, "the service")
    booked_for_on = own(appointment.booked_for_on, "the day it was booked for")
    held_on = own(appointment.held_on, "the day it took place")

    is_of_baby = wider(FragileBaby.is_member)
    record_has_ended = wider(FragileBaby.record_has_ended)
    help_goes_on = wider(HelpedBaby.is_helped)
    help_first_on = wider(OpenBaby.help_first_on)
    due_day = derived(cases((held_on.is_known(), held_on), otherwise=booked_for_on), "the day it was for")

    _that_day = (Link("child_id", child_id), Link("observed_on", held_on))
    written_on = earliest(
        BabyObservation.recorded_on,
        "the entry on what was seen",
        by=_that_day,
        where=BabyObservation.seen_by_health & _by(its(agency_id)),
    )
    may_be_written = any_of(
        BabyObservation,
        "whether an entry of that day may be of it",
        by=_that_day,
        where=may_be(BabyObservation.seen_by_health) & _by(its(agency_id)),
    )

    members = (
        is_of_baby
        & kind.is_in(local("observation.appointment_kinds"))
        & ((kept == Kept.KEPT) | (kept.is_unknown() & held_on.is_known()))
        & (person_id.is_unknown() | kind.is_in(*BEFORE_BIRTH))
        & help_goes_on
        & ~(due_day < help_first_on).is_true()
    )
    ended = record_has_ended


class HealthVisit(Subject):
    """A visit or meeting face to face that a health practitioner recorded, and that is no appointment of that day."""

    table = records.contact
    called = "visit by a health practitioner around a baby"

    child_id = own(contact.child_id, "the child")
    contact_id = own(contact.contact_id, "the contact")
    kind = own(contact.kind, "how they met")
    held_on = own(contact.happened_on, "the day of the visit")
    recorded_by = own(contact.recorded_by, "who recorded it")
    recorded_agency_id = own(contact.recorded_agency_id, "for which agency it was recorded")

    is_of_baby = wider(FragileBaby.is_member)
    record_has_ended = wider(FragileBaby.record_has_ended)
    help_goes_on = wider(HelpedBaby.is_helped)
    help_first_on = wider(OpenBaby.help_first_on)

    _visitor = (Link("practitioner_id", recorded_by),)
    role = only(practitioner.role, "the visitor's post", by=_visitor)
    works_for = only(practitioner.agency_id, "where the visitor works", by=_visitor)
    agency_id = derived(cases((works_for.is_known(), works_for), otherwise=recorded_agency_id), "the service")
    agency_kind = only(agency.kind, "what that service does", by=(Link("agency_id", agency_id),))
    by_health = derived(in_health(agency_kind, role), "whether a health practitioner visited")
    is_appointment = any_of(
        HealthAppointment,
        "whether it is recorded as an appointment too",
        by=(Link("child_id", child_id), Link("held_on", held_on)),
        where=HealthAppointment.agency_id == its(agency_id),
    )

    _that_day = (Link("child_id", child_id), Link("observed_on", held_on))
    written_on = earliest(
        BabyObservation.recorded_on,
        "the entry on what was seen",
        by=_that_day,
        where=BabyObservation.seen_by_health & _by(its(agency_id)),
    )
    may_be_written = any_of(
        BabyObservation,
        "whether an entry of that day may be of it",
        by=_that_day,
        where=may_be(BabyObservation.seen_by_health) & _by(its(agency_id)),
    )

    members = (
        is_of_baby
        & kind.is_in(*FACE_TO_FACE)
        & help_goes_on
        & ~(held_on < help_first_on).is_true()
        & by_health
        & ~is_appointment.is_true()
    )
    ended = record_has_ended


health_appointment = HealthAppointment
health_visit = HealthVisit

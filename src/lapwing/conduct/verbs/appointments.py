"""Verbs: appointments and routine contacts, whether they took place, and what a service did where they did not."""

from __future__ import annotations

from datetime import date

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import FRONT_LINE
from lapwing.conduct.policies import NotPossible, check_goes_on, check_may_be_asked, check_not_yet, check_says
from lapwing.conduct.verb import verb
from lapwing.conduct.whose import Whose
from lapwing.records.store import CannotEnter, current
from lapwing.vocabulary.care_codes import AppointmentKind, Kept


@verb(may=FRONT_LINE)
def book_appointment(
    *,
    by: Acting,
    on: date,
    child: str | None = None,
    pregnancy: str | None = None,
    kind: AppointmentKind,
    booked_for_on: date,
    person: str | None = None,
    agency: str | None = None,
) -> str:
    """Records that an appointment or routine contact was booked, at one's own service where no other is given; its key.

    `person` is the parent, where it is for a parent and not for the child.
    """
    check_goes_on(child, pregnancy)
    whose = Whose(child, pregnancy)
    check_may_be_asked(whose, person, None, "Speak with whoever leads before anything is sent.")
    return by.enter(
        "appointment",
        **whose.columns,
        person_id=person,
        kind=kind,
        agency_id=agency or by.agency,
        booked_for_on=booked_for_on,
    )


@verb(may=FRONT_LINE)
def hold_appointment(*, by: Acting, on: date, appointment: str, seen: int | None = None) -> None:
    """Records that an appointment took place on that day."""
    was = current("appointment", appointment)
    check_not_yet(was["held_on"], "This appointment took place")
    by.amend("appointment", appointment, seen=seen, held_on=on, kept=Kept.KEPT)


@verb(may=FRONT_LINE)
def hold_unbooked_appointment(
    *,
    by: Acting,
    on: date,
    child: str | None = None,
    pregnancy: str | None = None,
    kind: AppointmentKind,
    person: str | None = None,
    agency: str | None = None,
) -> str:
    """Records an appointment that took place without having been booked, such as an examination the same day; its key."""
    return by.enter(
        "appointment",
        **Whose(child, pregnancy).columns,
        person_id=person,
        kind=kind,
        agency_id=agency or by.agency,
        booked_for_on=on,
        held_on=on,
        kept=Kept.KEPT,
    )


@verb(may=FRONT_LINE)
def record_not_kept(
    *, by: Acting, on: date, appointment: str, kept: Kept, response: str | None = None, seen: int | None = None
) -> None:
    """Records why an appointment did not take place, such as that the child was not brought, and what the service did."""
    was = current("appointment", appointment)
    check_not_yet(was["held_on"], "This appointment took place")
    if kept is Kept.KEPT:
        raise CannotEnter("kept: needs why it did not take place; an appointment that was kept is recorded as held.")
    missed = kept in (Kept.WAS_NOT_BROUGHT, Kept.NO_ACCESS)
    if missed and was["booked_for_on"] is not None and on < was["booked_for_on"]:
        raise CannotEnter(f"on: has a day before that of the appointment, {was['booked_for_on']:%-d %B %Y}.")
    by.amend("appointment", appointment, seen=seen, kept=kept, response=response or was["response"])


@verb(may=FRONT_LINE)
def respond_to_missed_appointment(
    *, by: Acting, on: date, appointment: str, response: str, seen: int | None = None
) -> None:
    """Records what the service did about an appointment that did not take place, or what was agreed instead."""
    was = current("appointment", appointment)
    if was["kept"] in (None, Kept.KEPT):
        raise NotPossible(
            "This appointment is not on record as missed. Record first that it did not take place, and why."
        )
    check_says(response, "response", "what the service did, or what was agreed, in words")
    by.amend("appointment", appointment, seen=seen, response=response)

"""Facts about the routine contacts of a vulnerable baby, and about appointments to which the baby was not brought."""

from __future__ import annotations

from lapwing.language.delivered import Delivered
from lapwing.language.expressions import Expression, cases, earliest_of
from lapwing.vocabulary import records
from lapwing.vocabulary.care_codes import AppointmentKind, Kept
from lapwing.vocabulary.facts import Fact, Link, any_of, columns, count_of, derived, earliest, its, latest
from lapwing.vocabulary.local import local
from lapwing.vocabulary.unborn_child import PROTECTION_PLANS
from lapwing.vocabulary.vulnerable_baby import VulnerableBaby

appointment = columns(records.appointment)
plan = columns(records.plan)

OF_BABY = appointment.person_id.is_unknown()
"""Not a parent's own appointment."""


def _contact(kind: AppointmentKind, by: tuple[Link, ...], called: str) -> tuple[Fact, Fact, Fact, Fact]:
    """Of one contact: when it was held, declined with a next step and without, and when the baby was not brought."""
    of_kind = (appointment.kind == kind) & OF_BABY
    declined = of_kind & (appointment.kept == Kept.DECLINED)
    return (
        earliest(appointment.held_on, f"when {called} was held", by=by, where=of_kind),
        latest(
            appointment.booked_for_on,
            f"when {called} was declined and what follows was agreed",
            by=by,
            where=declined & appointment.response.is_known(),
        ),
        latest(
            appointment.booked_for_on,
            f"when {called} was declined",
            by=by,
            where=declined & appointment.response.is_unknown(),
        ),
        latest(
            appointment.booked_for_on,
            f"when the baby was not brought to {called}",
            by=by,
            where=of_kind & (appointment.kept == Kept.WAS_NOT_BROUGHT),
        ),
    )


def _due(by_age_on: Expression) -> Expression:
    """The day by which a contact is due; one that fell due on a ward waits until the baby is at home."""
    home_on = VulnerableBaby.home_from_ward_on
    return cases(
        ((home_on >= by_age_on).is_true(), home_on.plus_days(local("hv.new_birth_days"))),
        otherwise=by_age_on,
    )


class BabyContacts(VulnerableBaby):
    """What is known of the contacts that every baby is offered, and of those missed."""

    _child = (Link("child_id", VulnerableBaby.child_id),)
    contacts_delivered_on = derived(Delivered("appointment"), "the last day on which appointments reached this record")

    new_birth_held_on, new_birth_settled_on, new_birth_declined_on, new_birth_missed_on = _contact(
        AppointmentKind.NEW_BIRTH, _child, "the new birth visit"
    )
    six_weeks_held_on, six_weeks_settled_on, six_weeks_declined_on, six_weeks_missed_on = _contact(
        AppointmentKind.SIX_TO_EIGHT_WEEKS, _child, "the contact at six to eight weeks"
    )
    nine_months_held_on, nine_months_settled_on, nine_months_declined_on, nine_months_missed_on = _contact(
        AppointmentKind.NINE_TO_TWELVE_MONTHS, _child, "the contact at nine to twelve months"
    )
    new_birth_due_on = derived(
        _due(VulnerableBaby.born_on.plus_days(local("hv.new_birth_days"))), "by when the new birth visit is due"
    )
    six_weeks_due_on = derived(
        _due(VulnerableBaby.born_on.plus_days(local("hv.six_to_eight_weeks_days"))),
        "by when the contact at six to eight weeks is due",
    )
    nine_months_due_on = derived(
        _due(VulnerableBaby.born_on.plus_months(local("hv.nine_to_twelve_months"))),
        "by when the contact at nine to twelve months is due",
    )

    _missed = appointment.kept.is_in(local("wnb.counted")) & OF_BABY
    last_missed_on = latest(appointment.booked_for_on, "when the baby was last not brought", by=_child, where=_missed)
    missed_count = count_of(
        appointment,
        "how many appointments the baby was not brought to in those weeks",
        by=_child,
        where=_missed
        & (appointment.booked_for_on <= its(last_missed_on))
        & (appointment.booked_for_on > its(last_missed_on).minus_days(local("wnb.pattern_days"))),
    )
    missed_while_on_plan = any_of(
        plan,
        "whether there was a child protection plan then",
        by=_child,
        where=plan.kind.is_in(*PROTECTION_PLANS)
        & (plan.started_on <= its(last_missed_on))
        & (plan.ended_on.is_unknown() | (plan.ended_on >= its(last_missed_on))),
    )
    is_pattern = derived(
        last_missed_on.is_known()
        & (
            (missed_count >= local("wnb.pattern_count"))
            | (missed_while_on_plan & (missed_count >= local("wnb.pattern_count_on_plan")))
        ),
        "whether these make a pattern",
    )
    response_recorded_on = earliest(
        appointment.booked_for_on,
        "when what the service did about it was recorded with the appointment",
        by=_child,
        where=_missed & appointment.response.is_known() & (appointment.booked_for_on == its(last_missed_on)),
    )
    seen_since_on = earliest(
        appointment.held_on,
        "when the baby was next seen at an appointment",
        by=_child,
        where=OF_BABY & (appointment.held_on > its(last_missed_on)),
    )
    missed_answered_on = derived(earliest_of(response_recorded_on, seen_since_on), "what the service did about it")


baby_contacts = BabyContacts

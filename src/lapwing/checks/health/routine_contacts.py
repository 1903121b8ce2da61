"""P41.2: the contacts that every baby is offered, and what follows where a baby is not brought.

A contact that parents declined is no gap once it is recorded what was agreed instead.
"""

from __future__ import annotations

from typing import ClassVar

from lapwing.checks.health.weight import later, not_arrived
from lapwing.engine.check import Check, Outcome, Word
from lapwing.language.expressions import TODAY, Expression
from lapwing.lessons import ages_of_concern
from lapwing.lessons.settings import Basis
from lapwing.vocabulary.baby_contacts import baby_contacts
from lapwing.vocabulary.facts import Fact
from lapwing.vocabulary.local import local

P41_2 = ages_of_concern.bullet("P41.2")
DELIVERED = "Appointments last reached this record on: {contacts_delivered_on}."


def unless_otherwise(
    held_on: Fact, settled_on: Fact, declined_on: Fact, missed_on: Fact, due_on: Fact
) -> dict[str, Word]:
    """The words of a contact that was not held: on a ward, declined, or missed."""
    delivered_on = baby_contacts.contacts_delivered_on
    is_open = held_on.is_unknown() & settled_on.is_unknown()
    is_missing = is_open & (due_on < TODAY) & ~(due_on > delivered_on).is_true()
    return {
        "inpatient": Word(Outcome.NOT_APPLICABLE, baby_contacts.in_hospital & is_open),
        "declined_with_next_step": Word(Outcome.MET, held_on.is_unknown() & settled_on.is_known()),
        "declined": Word(Outcome.NOT_MET, is_missing & declined_on.is_known() & ~(missed_on > declined_on).is_true()),
        "was_not_brought": Word(Outcome.NOT_MET, is_missing & later(missed_on, declined_on)),
    }


def said_of(what: str, held_on: Fact, settled_on: Fact, declined_on: Fact, missed_on: Fact) -> dict[str, str]:
    """The sentences of one contact."""
    expected = f"{what} was expected by {{due_on}}."
    return {
        Outcome.NOT_MET: f"{expected} It is not recorded as held.",
        Outcome.NOT_YET_DUE: f"{what} is expected by {{due_on}}.",
        Outcome.CANNOT_TELL: f"The record cannot show whether this contact was held: {what}. Due by: {{due_on}}. {DELIVERED}",
        Outcome.MET: f"{what} was held on {{{held_on.name}}}.",
        "inpatient": "The baby is in hospital; this waits until the baby is at home.",
        "declined_with_next_step": f"{what} was declined on {{{settled_on.name}}}, and what follows was agreed.",
        "declined": f"{expected} It was declined on {{{declined_on.name}}}; what follows from that is not recorded.",
        "was_not_brought": f"{expected} The appointment on {{{missed_on.name}}} is marked was not brought.",
    }


class OfContact(Check, abstract=True):
    """What the checks on one routine contact have in common."""

    lesson = P41_2
    about = baby_contacts
    basis = Basis.NATIONAL_GOOD_PRACTICE
    applies: ClassVar[Expression] = baby_contacts.is_vulnerable
    tells: ClassVar[tuple[Fact, ...]] = (baby_contacts.contacts_delivered_on,)
    plainly = (
        "Every family is offered a set of visits in the first year, and services should see to it that they happen."
    )
    would_meet = "The day it was held; or, where the parents would rather not, what was agreed instead."
    who_can = "The health visiting team."
    ask_next = "What would make it easy for this family, and who knows them best?"


NEW_BIRTH = (
    baby_contacts.new_birth_held_on,
    baby_contacts.new_birth_settled_on,
    baby_contacts.new_birth_declined_on,
    baby_contacts.new_birth_missed_on,
)
SIX_WEEKS = (
    baby_contacts.six_weeks_held_on,
    baby_contacts.six_weeks_settled_on,
    baby_contacts.six_weeks_declined_on,
    baby_contacts.six_weeks_missed_on,
)
NINE_MONTHS = (
    baby_contacts.nine_months_held_on,
    baby_contacts.nine_months_settled_on,
    baby_contacts.nine_months_declined_on,
    baby_contacts.nine_months_missed_on,
)


class NewBirthVisitHeld(OfContact):
    """The first visit at home, at which much would have been seen, did not take place."""

    asks = "Was the new birth visit held in time?"
    met_on = baby_contacts.new_birth_held_on
    due_on = baby_contacts.new_birth_due_on
    cannot_tell = not_arrived(met_on, due_on, baby_contacts.contacts_delivered_on)
    words: ClassVar[dict[str, Word]] = unless_otherwise(*NEW_BIRTH, due_on)
    needs = (met_on,)
    says = said_of("The new birth visit", *NEW_BIRTH)


class SixToEightWeekContactHeld(OfContact):
    """Nobody looked at baby and parent together at six to eight weeks, when feeding and mood often falter."""

    asks = "Was the contact at six to eight weeks held in time?"
    met_on = baby_contacts.six_weeks_held_on
    due_on = baby_contacts.six_weeks_due_on
    cannot_tell = not_arrived(met_on, due_on, baby_contacts.contacts_delivered_on)
    words: ClassVar[dict[str, Word]] = unless_otherwise(*SIX_WEEKS, due_on)
    needs = (met_on,)
    says = said_of("The contact at six to eight weeks", *SIX_WEEKS)


class NineToTwelveMonthContactHeld(OfContact):
    """A baby went unseen through the second half of the first year."""

    asks = "Was the contact at nine to twelve months held in time?"
    met_on = baby_contacts.nine_months_held_on
    due_on = baby_contacts.nine_months_due_on
    cannot_tell = not_arrived(met_on, due_on, baby_contacts.contacts_delivered_on)
    words: ClassVar[dict[str, Word]] = unless_otherwise(*NINE_MONTHS, due_on)
    needs = (met_on,)
    says = said_of("The contact at nine to twelve months", *NINE_MONTHS)


class MissedAppointmentsAnswered(Check):
    """Each missed appointment was entered by itself, and nobody saw that they made a line."""

    asks = "Where a baby was not brought more than once, or at all while on a plan: did the service respond?"
    lesson = P41_2
    about = baby_contacts
    basis = Basis.LOCAL_PROCEDURE
    applies = baby_contacts.is_baby & baby_contacts.is_pattern
    met_on = baby_contacts.missed_answered_on
    due_on = baby_contacts.last_missed_on.plus_working_days(local("wnb.response_wd"))
    cannot_tell = not_arrived(met_on, due_on, baby_contacts.contacts_delivered_on)
    needs = (baby_contacts.missed_answered_on,)
    tells = (baby_contacts.missed_count, baby_contacts.missed_while_on_plan, baby_contacts.contacts_delivered_on)
    says = {
        Outcome.NOT_MET: "Appointments marked was not brought: {missed_count}, the last on {last_missed_on}; a child protection "
        "plan then: {missed_while_on_plan}. What the service did about it is not recorded. It was expected by {due_on}.",
        Outcome.NOT_YET_DUE: "Appointments marked was not brought: {missed_count}, the last on {last_missed_on}. What the "
        "service does about it is to be recorded by {due_on}.",
        Outcome.CANNOT_TELL: "The record cannot show whether the service responded to missed appointments; the last: "
        f"{{last_missed_on}}. {DELIVERED}",
        Outcome.MET: "Appointments marked was not brought: {missed_count}, the last on {last_missed_on}. What was done about it, "
        "or the baby seen again, is recorded for {missed_answered_on}.",
        Outcome.NOT_APPLICABLE: "No pattern of missed appointments is recorded.",
    }
    plainly = "If appointments for your baby are missed, somebody should ask you what would help, and see your baby."
    would_meet = "What the service did: a call, another day or place, a visit, a word with those who know the family."
    who_can = "The service whose appointments they were; the health visitor can bring them together."
    ask_next = "What stood in the way, and who can see this baby this week?"

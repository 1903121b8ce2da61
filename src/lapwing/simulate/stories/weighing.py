"""Stories of babies weighed and not weighed, seen and not seen, as paragraph 41 asks after them.

Each baby is vulnerable by a plan alone and no concern is on record, so that it shows what the weights themselves call for.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from lapwing.simulate.events.health import appoint
from lapwing.simulate.events.planning import make_plan
from lapwing.simulate.events.pregnancy import wind_up
from lapwing.simulate.events.referring import involve, raise_concern
from lapwing.simulate.events.sharing import set_aside
from lapwing.simulate.events.standing import stay
from lapwing.simulate.family import Family, Subject
from lapwing.simulate.people import a_child, a_mother, as_mother, at_home
from lapwing.simulate.workforce import Duty
from lapwing.vocabulary.care_codes import AppointmentKind, Kept, MeasurementKind, MeasurementSource, SettingKind
from lapwing.vocabulary.codes import ConcernKind, HelpLevel
from lapwing.vocabulary.work_codes import ClosureReason, PlanKind

OF_HEALTH = (
    "weighed_on_schedule",
    "birth_weight_regained",
    "weight_loss_answered",
    "marked_measurement_answered",
    "new_birth_visit_held",
    "six_to_eight_week_contact_held",
    "nine_to_twelve_month_contact_held",
    "missed_appointments_answered",
)
BIRTH_GRAMS = 3400.0
AGREED = "Talked it over; a weight at home next month."


def _baby(family: Family, age: int, plan: PlanKind = PlanKind.CHILD_IN_NEED, leaves_at: int | None = None) -> Subject:
    """A baby of so many days with a plan; who moves away at an age, if it is given."""
    born_on = family.today - timedelta(age)
    mother = a_mother(family, born_on)
    at_home(family, mother, born_on)
    baby = a_child(family, born_on, born_on, mother)
    if leaves_at is not None:
        baby.until = baby.at_age(leaves_at)
    as_mother(family, baby, mother, born_on)
    make_plan(family, baby, plan, born_on)
    return baby


def _weigh(family: Family, baby: Subject, age: int, grams: float, **more: Any) -> None:
    """A weight by a health professional, in grams and written down the same day."""
    on = baby.at_age(age)
    values = {
        "kind": MeasurementKind.WEIGHT,
        "measured_on": on,
        "value": grams,
        "unit": "g",
        "source": MeasurementSource.HEALTH_PROFESSIONAL,
        "needs_response": False,
    }
    family.record("measurement", family.worker(Duty.HEALTH_VISITOR), on, baby, wait=0, **{**values, **more})


def _born(family: Family, baby: Subject) -> None:
    _weigh(family, baby, 0, BIRTH_GRAMS, kind=MeasurementKind.BIRTH_WEIGHT)


def _lost(family: Family, baby: Subject) -> None:
    """Born, and on day 5 more than a tenth lighter."""
    _born(family, baby)
    _weigh(family, baby, 5, BIRTH_GRAMS * 0.88)


def _mark(family: Family, baby: Subject, age: int, **more: Any) -> None:
    """A head circumference that somebody marked as needing a response."""
    told = {"kind": MeasurementKind.HEAD_CIRCUMFERENCE, "unit": "cm", "needs_response": True}
    _weigh(family, baby, age, 41.0, **{**told, **more})


def _missed(family: Family, baby: Subject, kind: AppointmentKind, on: date, kept: Kept, agreed: bool = False) -> None:
    """An appointment that did not take place, and perhaps what was agreed instead."""
    told = {"held_on": None, "kept": kept, "response": AGREED if agreed else None}
    appoint(family, baby, kind, Duty.HEALTH_VISITOR, on, wait=0, **told)


def _set_aside(family: Family, baby: Subject, *checks: str) -> None:
    for check in checks:
        on = family.today - timedelta(1)
        set_aside(family, baby, f"health.{check}", on, family.chance.days(30, 80), wait=0)


def born_yesterday(family: Family) -> None:
    """Nothing is on record yet but the birth."""
    _baby(family, 1)


def losing_today(family: Family) -> None:
    """Weighed this morning, and a tenth lighter than at birth."""
    baby = _baby(family, 6)
    _born(family, baby)
    _weigh(family, baby, 6, BIRTH_GRAMS * 0.88)
    _mark(family, baby, 6)


def loss_unanswered(family: Family) -> None:
    """A loss, and weights that stay low; then an appointment to which the baby was not brought."""
    baby = _baby(family, family.chance.days(70, 80), PlanKind.CHILD_PROTECTION)
    _lost(family, baby)
    _weigh(family, baby, 24, BIRTH_GRAMS - 60)
    _missed(family, baby, AppointmentKind.WEIGHING, family.today, Kept.WAS_NOT_BROUGHT)


def weighing_declined(family: Family) -> None:
    """Weighed a week apart at five months and then not at all: the parents would rather not, and there it was left."""
    baby = _came_on(family)
    for kind, age in ((AppointmentKind.NEW_BIRTH, 12), (AppointmentKind.SIX_TO_EIGHT_WEEKS, 50)):
        _missed(family, baby, kind, baby.at_age(age), Kept.DECLINED)
    for age in (170, 180):
        _missed(family, baby, AppointmentKind.IMMUNISATION, baby.at_age(age), Kept.WAS_NOT_BROUGHT)
    _missed(family, baby, AppointmentKind.WEIGHING, baby.at_age(186), Kept.DECLINED)


def weighing_declined_for_now(family: Family) -> None:
    """The same, but it was agreed each time what happens instead, and written down why the weights were so close."""
    baby = _came_on(family)
    for kind, age in ((AppointmentKind.NEW_BIRTH, 12), (AppointmentKind.SIX_TO_EIGHT_WEEKS, 50)):
        _missed(family, baby, kind, baby.at_age(age), Kept.DECLINED, agreed=True)
    _missed(family, baby, AppointmentKind.WEIGHING, family.today - timedelta(9), Kept.DECLINED, agreed=True)
    raise_concern(family, baby, ConcernKind.FALTERING_GROWTH, baby.at_age(165), wait=0)


def _came_on(family: Family) -> Subject:
    """A loss and low weights that came right late; two weights within a week at five months."""
    baby = _baby(family, family.chance.days(200, 230))
    _lost(family, baby)
    _weigh(family, baby, 24, BIRTH_GRAMS - 60)
    _weigh(family, baby, 150, 6400)
    _weigh(family, baby, 157, 6450)
    return baby


def in_the_neonatal_unit(family: Family) -> None:
    """Still on the ward, where the staff weigh every day in records of their own."""
    baby = _baby(family, family.chance.days(20, 60))
    _lost(family, baby)
    stay(family, baby, SettingKind.NEONATAL_UNIT, baby.at_age(0), wait=0)


def weight_without_unit(family: Family) -> None:
    """The last weight came without its unit, and another measurement, marked, without its day."""
    baby = _baby(family, family.chance.days(90, 110))
    _born(family, baby)
    _weigh(family, baby, 45, 4700)
    _weigh(family, baby, 80, 5.4, unit=None)
    _mark(family, baby, 80, measured_on=None)


def moved_while_marked(family: Family) -> None:
    """The family moved, and the next area has accepted the baby; a measurement was still marked."""
    baby = _baby(family, family.chance.days(60, 90), leaves_at=50)
    raise_concern(family, baby, ConcernKind.PREMATURE_OR_SMALL, baby.at_age(1), wait=0)
    involve(family, baby, Duty.SOCIAL_WORKER, baby.at_age(1), HelpLevel.CHILD_IN_NEED, wait=0)
    _mark(family, baby, 40)
    wind_up(family, baby.until, ClosureReason.MOVED_ACCEPTED_ELSEWHERE)


def weighing_set_aside(family: Family) -> None:
    """A children's hospital far away weighs and sees the baby; a manager has set the routine aside, and why."""
    baby = _baby(family, family.chance.days(70, 90))
    _lost(family, baby)
    _mark(family, baby, 30)
    for age in (45, 60):
        _missed(family, baby, AppointmentKind.IMMUNISATION, baby.at_age(age), Kept.WAS_NOT_BROUGHT)
    _set_aside(family, baby, *OF_HEALTH)


def close_weights_set_aside(family: Family) -> None:
    """The parents asked for a weight each week, which helps them; a manager has set the question aside."""
    baby = _baby(family, 160)
    _born(family, baby)
    _weigh(family, baby, 150, 6400)
    _weigh(family, baby, 157, 6450)
    _set_aside(family, baby, "closer_weighing_has_reason")


def year_nearly_over(family: Family) -> None:
    """Weighed today, a week after the last time; the contact of the first year is due in days."""
    baby = _baby(family, 362)
    _born(family, baby)
    _weigh(family, baby, 355, 9100)
    _weigh(family, baby, 362, 9150)


def _year_old(family: Family, kept: Kept, *, agreed: bool = False) -> Subject:
    baby = _baby(family, family.chance.days(370, 385))
    _born(family, baby)
    _missed(family, baby, AppointmentKind.NINE_TO_TWELVE_MONTHS, baby.at_age(350), kept, agreed)
    return baby


def year_contact_declined(family: Family) -> None:
    """The contact of the first year was declined, and nothing said of it since."""
    _year_old(family, Kept.DECLINED)


def year_contact_declined_for_now(family: Family) -> None:
    """It was declined, and agreed what happens instead."""
    _year_old(family, Kept.DECLINED, agreed=True)


def year_contact_missed(family: Family) -> None:
    """The baby was not brought to it."""
    _year_old(family, Kept.WAS_NOT_BROUGHT)


def year_contact_late(family: Family) -> None:
    """The service put it off, and held it after the birthday."""
    baby = _year_old(family, Kept.CANCELLED_BY_SERVICE)
    on = baby.at_age(368)
    told = {"held_on": on, "kept": Kept.KEPT, "response": None}
    appoint(family, baby, AppointmentKind.NINE_TO_TWELVE_MONTHS, Duty.HEALTH_VISITOR, on, wait=0, **told)

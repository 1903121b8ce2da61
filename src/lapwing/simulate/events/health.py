"""A baby's health: what was seen, weights, routine contacts and advice."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from lapwing.simulate.chance import Odds
from lapwing.simulate.events.sharing import share
from lapwing.simulate.family import Family, Person, Subject
from lapwing.simulate.workforce import Duty
from lapwing.vocabulary.care_codes import (
    AdviceTopic,
    AppointmentKind,
    Kept,
    MeasurementKind,
    MeasurementSource,
    ObservedWhat,
    SettingKind,
)
from lapwing.vocabulary.work_codes import EvidenceBasis

SEEN = {
    ObservedWhat.BABY: "Alert, clean, looks towards her mother's voice.",
    ObservedWhat.PARENT_WITH_BABY: "Picked the baby up at once and settled her.",
    ObservedWhat.PARENT: "Tired; spoke openly about the nights.",
    ObservedWhat.HOME: "Warm; the floor clear; medicines on a high shelf.",
    ObservedWhat.SLEEP_PLACE: "Own basket beside the bed.",
    ObservedWhat.YOUNG_PERSON: "Quiet at first; talked in the car.",
}
TURNOUT = Odds(
    {
        Kept.KEPT: 84,
        Kept.WAS_NOT_BROUGHT: 6,
        Kept.NO_ACCESS: 3,
        Kept.CANCELLED_BY_FAMILY: 3,
        Kept.CANCELLED_BY_SERVICE: 3,
        Kept.DECLINED: 1,
    }
)
BASES = Odds({EvidenceBasis.SEEN: 80, EvidenceBasis.REPORTED: 14, EvidenceBasis.OPINION: 6})
FIRST_WEEKS = (
    (AppointmentKind.NEW_BIRTH, Duty.HEALTH_VISITOR, (10, 16)),
    (AppointmentKind.SIX_TO_EIGHT_WEEKS, Duty.HEALTH_VISITOR, (42, 58)),
    (AppointmentKind.MEDICAL, Duty.GP, (42, 60)),
    (AppointmentKind.IMMUNISATION, Duty.GP, (56, 64)),
    (AppointmentKind.IMMUNISATION, Duty.GP, (84, 92)),
    (AppointmentKind.IMMUNISATION, Duty.GP, (112, 122)),
    (AppointmentKind.NINE_TO_TWELVE_MONTHS, Duty.HEALTH_VISITOR, (275, 350)),
)
"""Routine contacts after birth: what for, by whom, and at what age in days."""


def observe(family: Family, about: Subject, duty: Duty, on: date | None, what: ObservedWhat, **more: Any) -> str | None:
    """What a practitioner saw or was told; shared where they marked it significant, or should have been."""
    by = family.worker(duty)
    significant = family.chance.yes(0.12)
    values = {
        "basis": family.chance.by_odds(BASES),
        "of": what,
        "observed_by": by.practitioner_id,
        "place": SettingKind.FAMILY_HOME,
        "says": SEEN[what],
        "significant": significant,
    }
    key = family.record("observation", by, on, about, observed_on=on, **{**values, **more})
    if significant and key and duty is not Duty.SOCIAL_WORKER:
        shared_on = family.done(on, (0, 1), (4, 20), never=0.2)
        share(
            family, about, duty, Duty.SOCIAL_WORKER, shared_on, observation_id=key, what="What was seen on the visit."
        )
    return key


def watch_over(family: Family, about: Subject, duty: Duty, start: date, end: date, gap: tuple[int, int]) -> None:
    """Visits one after another, with what was seen at each."""
    on = family.after(start, (0, gap[1]))
    while on is not None and on <= min(end, about.until):
        observe(family, about, duty, on, ObservedWhat.PARENT_WITH_BABY if family.chance.yes(0.6) else ObservedWhat.BABY)
        if family.chance.yes(0.25):
            observe(family, about, duty, on, family.chance.pick((ObservedWhat.HOME, ObservedWhat.SLEEP_PLACE)))
        on = family.after(on, gap)


def appoint(
    family: Family, about: Subject, kind: AppointmentKind, duty: Duty, on: date | None, **more: Any
) -> date | None:
    """An appointment made two weeks ahead; the day it took place, or None."""
    if on is None:
        return None
    by = family.worker(duty)
    kept = family.chance.by_odds(TURNOUT)
    missed = kept in (Kept.WAS_NOT_BROUGHT, Kept.NO_ACCESS)
    values = {
        "agency_id": by.agency_id,
        "booked_for_on": on,
        "held_on": on if kept is Kept.KEPT else None,
        "kept": kept,
        "response": "Telephoned the same day; a new date given." if missed and family.chance.yes(0.65) else None,
    }
    key = family.record("appointment", by, on - timedelta(14), about, kind=kind, **{**values, **more})
    return on if key and kept is Kept.KEPT else None


def routine_contacts(family: Family, baby: Subject) -> None:
    """The contacts that every baby is offered."""
    for kind, duty, ages in FIRST_WEEKS:
        held_on = appoint(family, baby, kind, duty, family.on_weekday(baby.at_age(family.chance.days(*ages))))
        if held_on and duty is Duty.HEALTH_VISITOR:
            observe(family, baby, duty, held_on, ObservedWhat.PARENT_WITH_BABY)


def weigh(family: Family, baby: Subject, on: date | None, grams: float, **more: Any) -> str | None:
    """A weight, in grams by a professional; now and then in kilograms, or by a parent."""
    at_station = family.chance.yes(0.04)
    in_kilograms = family.chance.yes(0.15)
    values = {
        "kind": MeasurementKind.WEIGHT,
        "value": round(grams / 1000, 2) if in_kilograms else float(round(grams, -1)),
        "unit": "kg" if in_kilograms else "g",
        "source": MeasurementSource.PARENT if at_station else MeasurementSource.HEALTH_PROFESSIONAL,
        "undressed": None if at_station else True,
        "centile_space": family.chance.pick(("9th-25th", "25th-50th", "50th-75th")) if family.chance.yes(0.6) else None,
        "needs_response": False,
    }
    duty = Duty.MIDWIFE if baby.person and on and (on - baby.person.born_on).days < 10 else Duty.HEALTH_VISITOR
    return family.record("measurement", family.worker(duty), on, baby, measured_on=on, **{**values, **more})


def weights(family: Family, baby: Subject, until_age: int = 365) -> None:
    """Birth weight, the first days, the weeks of immunisation, then every month or so; some left out."""
    birth_grams = float(family.chance.days(2300, 4100))
    more = {"kind": MeasurementKind.BIRTH_WEIGHT, "source": MeasurementSource.HEALTH_PROFESSIONAL, "unit": "g",
            "value": round(birth_grams, -1)}  # fmt: skip
    weigh(family, baby, baby.at_age(0), birth_grams, **more)
    _first_days(family, baby, birth_grams)
    age = family.chance.days(11, 15)
    for ahead in (age, family.chance.days(42, 58), 60, 88, 118, *range(145, until_age, 27)):
        if family.chance.yes(1 - 0.12 * family.strain):
            gained = (ahead - 10) * family.chance.days(18, 27)
            weigh(family, baby, family.on_weekday(baby.at_age(ahead)), birth_grams + gained)


def _first_days(family: Family, baby: Subject, birth_grams: float) -> None:
    on = baby.at_age(family.chance.days(4, 6))
    if family.chance.yes(0.08):
        responded_on = family.done(on, (0, 1), (3, 9), never=0.25)
        answer = {"needs_response": True, "responded_on": responded_on, "response": "A feed observed; weighed again."}
        weigh(family, baby, on, birth_grams * 0.89, **answer)
    elif family.chance.yes(0.93):
        weigh(family, baby, on, birth_grams * family.chance.pick((0.93, 0.95, 0.97)))


def advise(family: Family, about: Subject, person: Person | None, on: date | None, duty: Duty, share_of: float) -> None:
    """Advice to one parent on the topics that matter, talked through more often than not."""
    if person is None:
        return
    by = family.worker(duty)
    for topic in ADVISED:
        if family.chance.yes(share_of):
            discussed = family.chance.yes(0.8)
            told: dict[str, Any] = {
                "topic": topic,
                "given_by": by.practitioner_id,
                "discussed": discussed,
                "understood": "Said it back in her own words." if discussed and family.chance.yes(0.6) else None,
                "agreed": AGREED.get(topic) if discussed and family.chance.yes(0.6) else None,
            }
            family.record("advice", by, on, about, person_id=person.person_id, given_on=on, **told)


ADVISED = (
    AdviceTopic.CO_SLEEPING,
    AdviceTopic.OVERLAY,
    AdviceTopic.PARENTAL_SUBSTANCES,
    AdviceTopic.PRESCRIBED_MEDICINES,
    AdviceTopic.CRYING,
)
AGREED = {
    AdviceTopic.CO_SLEEPING: "Own cot in the parents' room; seen.",
    AdviceTopic.PRESCRIBED_MEDICINES: "Kept in a locked box; seen.",
    AdviceTopic.PARENTAL_SUBSTANCES: "One adult sober at all times; who, is written down.",
}

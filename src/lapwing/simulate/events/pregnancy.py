"""A pregnancy from the day it became known: expected dates, care, the birth, or an earlier ending."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Any

from lapwing.simulate.events.health import appoint
from lapwing.simulate.events.referring import involve
from lapwing.simulate.events.sharing import hand_over
from lapwing.simulate.family import Family, Person, Span, Subject
from lapwing.simulate.people import a_mother, as_mother, at_home, live_at_home, new_baby, open_record
from lapwing.simulate.workforce import Duty
from lapwing.vocabulary.care_codes import AppointmentKind, HandOverKind
from lapwing.vocabulary.codes import ExpectedDateMethod, HelpLevel, ParentalResponsibility, PregnancyOutcome
from lapwing.vocabulary.work_codes import ClosureReason

TERM = 280
"""Days from the first day of gestation to the expected date."""


class Dating(Enum):
    """How the expected date stands on record."""

    ONCE = "once"
    REVISED = "revised"
    CONTRADICTED = "contradicted"
    MISSING = "missing"


@dataclass(slots=True)
class Expecting:
    """A pregnancy and the children expected of it; `about` stands for all of them together.

    `birth_on` is the day on which the birth will turn out to be, which nobody knows before.
    """

    pregnancy_id: str
    mother: Person
    about: Subject
    babies: list[Subject]
    known_on: date
    expected_on: date
    birth_on: date

    def at(self, weeks: float) -> date:
        """The day on which the pregnancy reaches so many weeks."""
        return self.expected_on + timedelta(int(7 * weeks) - TERM)

    def end_record(self, on: date) -> None:
        """Nothing more about the children of this pregnancy is recorded after the day."""
        for subject in (self.about, *self.babies):
            subject.until = min(on, subject.until)


def expect(
    family: Family,
    expected_on: date,
    *,
    babies: int = 1,
    known_week: Span = (6, 11),
    booked: bool = True,
    dating: Dating = Dating.ONCE,
    mother_years: Span = (19, 38),
    mother: Person | None = None,
    until: date | None = None,
    **more: Any,
) -> Expecting:
    """A pregnancy becomes known; for two and more babies, what is recorded is about all of them.

    `until` is the day after which nothing is recorded, where the story has one.
    """
    until = until or family.today
    week = family.chance.days(*known_week)
    known_on = family.on_weekday(expected_on + timedelta(7 * week - TERM))
    known_on = min(known_on, family.today - timedelta(family.chance.days(2, 9)))
    mother = mother or a_mother(family, known_on, mother_years)
    booked_on = family.on_weekday(known_on + timedelta(family.chance.days(3, 20))) if booked else None
    values = {"mother_id": mother.person_id, "known_on": known_on, "booked_on": booked_on, "concealed": False,
              "babies_expected": babies, "booked_with": "Osmere General midwifery" if booked else None}  # fmt: skip
    midwife = family.worker(Duty.MIDWIFE)
    pregnancy_id = str(family.record("pregnancy", midwife, known_on, wait=0, **{**values, **more}))
    unborn = [
        Subject(open_record(family, known_on, pregnancy_id=pregnancy_id, birth_order=n + 1), pregnancy_id, until)
        for n in range(babies)
    ]
    about = unborn[0] if babies == 1 else Subject(None, pregnancy_id, until)
    birth_on = birth_day(family, expected_on)
    expecting = Expecting(pregnancy_id, mother, about, unborn, known_on, expected_on, birth_on)
    at_home(family, mother, known_on)
    as_mother(family, about, mother, known_on)
    _date(family, expecting, dating)
    return expecting


def _date(family: Family, expecting: Expecting, dating: Dating) -> None:
    """When the birth is expected, as first stated, as the scan found, or as two services say it differently."""
    known_on, expected_on = expecting.known_on, expecting.expected_on
    scanned_on = max(known_on, expecting.at(12) + timedelta(family.chance.days(-5, 9)))
    guessed_on = expected_on + timedelta(family.chance.pick((-16, -11, -9, 8, 12, 19)))
    if dating is Dating.MISSING:
        return
    if dating is Dating.CONTRADICTED:
        _state(family, expecting, known_on, guessed_on, ExpectedDateMethod.AS_RECORDED, Duty.SOCIAL_WORKER)
        _state(family, expecting, known_on, expected_on, ExpectedDateMethod.DATING_SCAN, Duty.MIDWIFE)
    elif dating is Dating.REVISED and scanned_on > known_on:
        last_period = ExpectedDateMethod.LAST_PERIOD
        _state(family, expecting, known_on, guessed_on, last_period, Duty.GP, superseded_on=scanned_on)
        _state(family, expecting, scanned_on, expected_on, ExpectedDateMethod.DATING_SCAN, Duty.MIDWIFE)
    else:
        _state(family, expecting, known_on, expected_on, ExpectedDateMethod.CLINICAL_ESTIMATE, Duty.MIDWIFE)


def _state(
    family: Family, expecting: Expecting, on: date, expected_on: date, how: ExpectedDateMethod, duty: Duty, **more: Any
) -> None:
    said = {"pregnancy_id": expecting.pregnancy_id, "expected_on": expected_on, "method": how, "stated_on": on}
    if on <= expecting.about.until:
        family.record("expected_date", family.worker(duty), on, wait=0, **said, **more)


def antenatal_care(family: Family, expecting: Expecting) -> None:
    """The midwife's and health visitor's contacts up to the birth, and the notice from one to the other."""
    about, before = expecting.about, expecting.birth_on
    involve(family, about, Duty.MIDWIFE, expecting.known_on, HelpLevel.UNIVERSAL)
    for week in (16, 25, 28, 34, 38):
        on = family.on_weekday(expecting.at(week))
        if expecting.known_on < on < before:
            appoint(family, about, AppointmentKind.ANTENATAL, Duty.MIDWIFE, on)
    notice_on = family.done(expecting.at(20), (0, 50), (58, 110), slow=0.2, never=0.12)
    if notice_on and expecting.known_on <= notice_on < before:
        notice = HandOverKind.ANTENATAL_NOTICE
        hand_over(family, about, notice, Duty.MIDWIFE, Duty.HEALTH_VISITOR, notice_on, expecting.at(28))
    visit_on = family.after(expecting.at(29), (0, 40))
    if notice_on and visit_on and visit_on < before:
        kind = AppointmentKind.ANTENATAL_HEALTH_VISITOR
        held_on = appoint(family, about, kind, Duty.HEALTH_VISITOR, visit_on)
        involve(family, about, Duty.HEALTH_VISITOR, held_on, HelpLevel.UNIVERSAL)


def birth_day(family: Family, expected_on: date) -> date:
    """Around the expected date; now and then weeks before it."""
    early = family.chance.yes(0.07)
    return expected_on + timedelta(family.chance.days(-60, -22) if early else family.chance.days(-14, 9))


def give_birth(family: Family, expecting: Expecting) -> bool:
    """The babies are born; False where that is not, or not yet, on record."""
    on = expecting.birth_on
    heard_on = on + timedelta(family.chance.days(0, 3))
    if heard_on > expecting.about.until:
        return False
    by = family.worker(Duty.MIDWIFE)
    for baby in expecting.babies:
        baby.person = new_baby(family, on, heard_on, expecting.mother)
        baby.mother, baby.father = expecting.about.mother, expecting.about.father
        person_id = baby.person.person_id if baby.person else None
        live_at_home(family, baby, heard_on)
        family.amend("child", baby.child_id, by, heard_on, baby.until, person_id=person_id)
    ended = {"ended_on": on, "outcome": PregnancyOutcome.LIVE_BIRTH}
    family.amend("pregnancy", expecting.pregnancy_id, by, heard_on, family.today, **ended)
    _take_responsibility(family, expecting, heard_on)
    return True


def _take_responsibility(family: Family, expecting: Expecting, on: date) -> None:
    """From the birth on somebody has parental responsibility."""
    by = family.worker(Duty.SOCIAL_WORKER)
    for row in list(family.rows.get("relationship", ())):
        mothers = row.get("person_id") == expecting.mother.person_id
        if row.get("parental_responsibility") is ParentalResponsibility.NOT_YET_BORN and row.get("person_id"):
            has = mothers or row.get("lives_with_child")
            now = ParentalResponsibility.HAS if has else ParentalResponsibility.NOT_KNOWN
            family.amend("relationship", row["relationship_id"], by, on, expecting.about.until,
                         parental_responsibility=now)  # fmt: skip


def lose(family: Family, expecting: Expecting, outcome: PregnancyOutcome, on: date) -> None:
    """The pregnancy has ended otherwise than by a live birth: said once, and everything about it ends that day."""
    wind_up(family, on, ClosureReason.PREGNANCY_ENDED)
    heard_on = min(on + timedelta(family.chance.days(0, 4)), family.today)
    ended = {"ended_on": on, "outcome": outcome}
    family.amend("pregnancy", expecting.pregnancy_id, family.worker(Duty.MIDWIFE), heard_on, family.today, **ended)


def wind_up(family: Family, on: date, reason: ClosureReason) -> None:
    """Whatever is still open in this family ends on the day, for that reason."""
    for table, ended_on, ended_reason in ENDINGS:
        for row in family.rows.get(table, ()):
            if row.get(ended_on) is None and on <= family.today:
                row.update({ended_on: on, ended_reason: reason})


ENDINGS = (
    ("involvement", "ended_on", "ended_reason"),
    ("plan", "ended_on", "ended_reason"),
    ("referral", "closed_on", "closed_reason"),
)

"""Stories of what health practitioners see of a baby, and of what becomes of it, as paragraph 41 asks."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from lapwing.simulate.events.assessing import assess
from lapwing.simulate.events.health import SEEN, appoint
from lapwing.simulate.events.meeting import meet_about
from lapwing.simulate.events.planning import make_plan
from lapwing.simulate.events.referring import involve, touch
from lapwing.simulate.events.sharing import set_aside, share
from lapwing.simulate.events.standing import stand
from lapwing.simulate.family import Family, Subject
from lapwing.simulate.stories.babies import a_baby
from lapwing.simulate.workforce import Duty
from lapwing.vocabulary.care_codes import AppointmentKind, Kept, LegalStatusKind, ObservedWhat, SettingKind
from lapwing.vocabulary.codes import HelpLevel
from lapwing.vocabulary.work_codes import (
    AssessmentKind,
    ContactKind,
    Contributor,
    EvidenceBasis,
    MeetingKind,
    PlanKind,
)

CHECKS = (
    "seen_at_appointment_written",
    "seen_on_visit_written",
    "assessment_rests_on_what_health_saw",
    "conference_rests_on_what_health_saw",
    "observation_reached_named_person",
    "observation_acknowledged",
)


def _ago(family: Family, low: int, high: int) -> date:
    return family.on_weekday(family.today - timedelta(family.chance.days(low, high)))


def _baby(family: Family) -> Subject:
    """A baby of some months, whose family has been helped for a while."""
    baby, _ = a_baby(family, family.chance.days(150, 250))
    make_plan(family, baby, PlanKind.CHILD_IN_NEED, _ago(family, 100, 120))
    return baby


def _seen(family: Family, baby: Subject, on: date, duty: Duty = Duty.HEALTH_VISITOR, **more: Any) -> str | None:
    """An entry of what a health practitioner saw, written the same day unless it is said otherwise."""
    by = family.worker(duty)
    told = {
        "basis": EvidenceBasis.SEEN,
        "of": ObservedWhat.BABY,
        "observed_on": on,
        "observed_by": by.practitioner_id,
        "place": SettingKind.FAMILY_HOME,
        "says": SEEN[ObservedWhat.BABY],
        "significant": False,
        "wait": 0,
    }
    return family.record("observation", by, on, baby, **{**told, **more})


def _in_touch(family: Family, baby: Subject, on: date) -> None:
    """Weighed by the health visitor and visited by the midwife, on one day."""
    kept: dict[str, Any] = {"kept": Kept.KEPT, "held_on": on, "response": None, "wait": 0}
    appoint(family, baby, AppointmentKind.WEIGHING, Duty.HEALTH_VISITOR, on, **kept)
    touch(family, baby, Duty.MIDWIFE, ContactKind.VISIT, on, child_seen=True, wait=0)


def _shared(family: Family, baby: Subject, seen: str | None, on: date, acknowledged_on: date | None) -> None:
    """Told to the social worker by name."""
    to = family.worker(Duty.SOCIAL_WORKER).practitioner_id
    told = {"to_practitioner_id": to, "acknowledged_on": acknowledged_on, "what": "What was seen on the visit."}
    share(family, baby, Duty.HEALTH_VISITOR, Duty.SOCIAL_WORKER, on, observation_id=seen, wait=0, **told)


def _decided(family: Family, baby: Subject, on: date) -> tuple[str | None, str | None]:
    """An assessment signed off and a conference held on one day; their keys."""
    began_on = family.on_weekday(on - timedelta(30))
    assessment = assess(family, baby, AssessmentKind.CHILD_AND_FAMILY, began_on, on, wait=0)
    meeting = meet_about(family, baby, MeetingKind.INITIAL_CONFERENCE, on, (), wait=0)
    return assessment.assessment_id if assessment else None, meeting


def _contributed(family: Family, baby: Subject, to: tuple[str | None, str | None], on: date, **told: Any) -> None:
    """What the health visitor put into both, or why there is nothing."""
    by = family.worker(Duty.HEALTH_VISITOR)
    for name, key in zip(("assessment_id", "meeting_id"), to, strict=True):
        whose = {name: key, "contributor": Contributor.HEALTH_VISITING}
        family.record("contribution", by, on, baby, wait=0, **whose, **told)


def seen_and_passed_on(family: Family) -> None:
    """Written down, shared and acknowledged within the day, and part of what was decided; before it, why nothing was."""
    baby, on = _baby(family), _ago(family, 20, 60)
    earlier_on = family.on_weekday(on - timedelta(15))
    _contributed(
        family, baby, _decided(family, baby, earlier_on), earlier_on, not_obtained_reason="On a ward far away."
    )
    _in_touch(family, baby, on)
    seen = _seen(family, baby, on, significant=True)
    _seen(family, baby, on, Duty.MIDWIFE)
    _shared(family, baby, seen, on, on)
    decided_on = family.on_weekday(on + timedelta(10))
    came_on = on + timedelta(5)
    _contributed(family, baby, _decided(family, baby, decided_on), came_on, received_on=came_on, observation_id=seen)


def seen_and_passed_on_late(family: Family) -> None:
    """Each step was taken, days after it was expected; of a later visit nothing was written."""
    baby, on = _baby(family), _ago(family, 40, 80)
    _in_touch(family, baby, on)
    seen = _seen(family, baby, on, significant=True, wait=6)
    _seen(family, baby, on, Duty.MIDWIFE, wait=6)
    _shared(family, baby, seen, on + timedelta(7), on + timedelta(16))
    decided_on = family.on_weekday(on + timedelta(10))
    came_on = decided_on + timedelta(4)
    _contributed(family, baby, _decided(family, baby, decided_on), came_on, received_on=came_on, observation_id=seen)
    _in_touch(family, baby, family.on_weekday(on + timedelta(20)))


def seen_today(family: Family) -> None:
    """All on one day, today: seen, one of two observations shared, an assessment signed off, a conference held."""
    baby, on = _baby(family), family.today
    _in_touch(family, baby, on)
    _seen(family, baby, on, Duty.DOCTOR, significant=True)
    _shared(family, baby, _seen(family, baby, on, Duty.GP, significant=True), on, None)
    _decided(family, baby, on)


def seen_on_days_left_out(family: Family) -> None:
    """Days are left out of the record, and the health visitor's post is vacant."""
    baby, on = _baby(family), _ago(family, 20, 60)
    appoint(family, baby, AppointmentKind.WEIGHING, Duty.GP, on, kept=Kept.KEPT, held_on=None, wait=0)
    visited = {"kind": ContactKind.VISIT, "happened_on": None, "child_seen": True}
    family.record("contact", family.worker(Duty.MIDWIFE), on, baby, wait=0, **visited)
    _seen(family, baby, on, significant=True, observed_on=None)
    vacant: dict[str, Any] = {"practitioner_id": None, "role": None, "wait": 0}
    involve(family, baby, Duty.HEALTH_VISITOR, on - timedelta(20), HelpLevel.UNIVERSAL, **vacant)
    _decided(family, baby, family.on_weekday(on + timedelta(10)))


def _left_open(family: Family, baby: Subject, on: date) -> None:
    """Seen, and neither written down nor passed on; decided without it."""
    _in_touch(family, baby, on)
    later_on = family.on_weekday(on + timedelta(2))
    _seen(family, baby, later_on, significant=True)
    _shared(family, baby, _seen(family, baby, later_on, Duty.GP, significant=True), later_on, None)
    _decided(family, baby, family.on_weekday(later_on + timedelta(5)))


def seen_before_adoption(family: Family) -> None:
    """What was left open is not asked after any more: the baby has been adopted, and the old record is at rest."""
    baby, on = _baby(family), _ago(family, 50, 80)
    family.end_record(baby, family.on_weekday(on + timedelta(25)))
    _left_open(family, baby, on)
    stand(family, baby, LegalStatusKind.ADOPTION_ORDER, baby.until, wait=0)


def seen_and_set_aside(family: Family) -> None:
    """The ward far away keeps its own record until the baby is home; a manager has set the questions aside."""
    baby, on = _baby(family), _ago(family, 15, 40)
    _left_open(family, baby, on)
    for check in CHECKS:
        set_aside(family, baby, f"health.{check}", on + timedelta(12), family.chance.days(60, 90), wait=0)

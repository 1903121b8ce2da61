"""Stories of marks on babies, and of abuse, drink and drugs around them, as paragraph 53 asks after them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from lapwing.simulate.events.courses import enquire
from lapwing.simulate.events.deciding import decide
from lapwing.simulate.events.health import appoint
from lapwing.simulate.events.meeting import AROUND_BABY, meet_about
from lapwing.simulate.events.pregnancy import wind_up
from lapwing.simulate.events.referring import involve, raise_concern, refer
from lapwing.simulate.events.sharing import set_aside
from lapwing.simulate.family import Family, Subject
from lapwing.simulate.fathers import lives_with_mother
from lapwing.simulate.people import a_child, a_mother, as_mother, at_home
from lapwing.simulate.stories.babies import a_baby
from lapwing.simulate.stories.case import begin, reach_birth
from lapwing.simulate.workforce import Duty
from lapwing.vocabulary.care_codes import AppointmentKind
from lapwing.vocabulary.codes import ConcernKind, ConcernPart, HelpLevel
from lapwing.vocabulary.work_codes import (
    ClosureReason,
    DecisionKind,
    DecisionOutcome,
    MeetingKind,
    ReferralOutcome,
    ReferralSource,
)

OF_MARKS = ("mark_referred_same_day", "mark_seen_by_paediatrician_same_day", "mark_strategy_discussed")
OF_HOMES = (
    "meaning_for_this_baby_written",
    "meaning_looked_at_again_at_birth",
    "action_or_reason_recorded",
    "high_risk_case_considered",
    "who_is_responsible_recorded",
    "treatment_service_heard",
    "storage_seen_or_agreed",
    "safer_sleep_discussed_with_carer",
)
ABUSE_AND_DRINK = (ConcernKind.DOMESTIC_ABUSE, ConcernKind.ALCOHOL)


def _ago(family: Family, low: int, high: int) -> date:
    """A weekday so many days before today."""
    return family.on_weekday(family.today - timedelta(family.chance.days(low, high)))


def _marked(family: Family, on: date) -> Subject:
    """A baby of a few months, with a bruise seen on that day."""
    baby, _ = a_baby(family, (family.today - on).days + family.chance.days(30, 120))
    kind = ConcernKind.MARK_OR_INJURY_NOT_MOBILE
    raise_concern(family, baby, kind, on, wait=0, significant=True, person_id=baby.person and baby.person.person_id)
    return baby


def _answered(family: Family, baby: Subject, on: date, wait: int) -> None:
    """Told, examined and talked over, each so many days after the mark was seen."""
    day = family.on_weekday(on + timedelta(wait))
    referral = refer(family, baby, day, ReferralSource.HEALTH_VISITOR, ReferralOutcome.SECTION_47)
    appoint(family, baby, AppointmentKind.MEDICAL, Duty.DOCTOR, day, wait=0)
    later = day + timedelta(wait)
    meet_about(family, baby, MeetingKind.STRATEGY_DISCUSSION, family.on_weekday(later), AROUND_BABY[:4])
    enquire(family, baby, referral, later)


def _set_aside(family: Family, baby: Subject, checks: Iterable[str], on: date) -> None:
    for check in checks:
        set_aside(family, baby, f"fragility.{check}", on, family.chance.days(30, 80), wait=0)


def mark_today(family: Family) -> None:
    """Seen this morning: the day on which everything is still to be done."""
    _marked(family, family.today)


def mark_answered_at_once(family: Family) -> None:
    """Told, examined and talked over on the day itself."""
    on = _ago(family, 10, 60)
    _answered(family, _marked(family, on), on, 0)


def mark_answered_late(family: Family) -> None:
    """Noted at a visit, and told to others days later."""
    on = _ago(family, 20, 60)
    _answered(family, _marked(family, on), on, family.chance.days(3, 7))


def mark_told_to_nobody(family: Family) -> None:
    """Written down at a visit, and left there."""
    _marked(family, _ago(family, 5, 40))


def mark_before_moving(family: Family) -> None:
    """The family moved soon after, and the next area has accepted the baby."""
    on = _ago(family, 30, 60)
    moved_on = family.on_weekday(on + timedelta(14))
    baby = _marked(family, on)
    family.end_record(baby, moved_on)
    involve(family, baby, Duty.SOCIAL_WORKER, on, HelpLevel.SECTION_47, wait=0)
    _answered(family, baby, on, 0)
    wind_up(family, moved_on, ClosureReason.MOVED_ACCEPTED_ELSEWHERE)


def marks_set_aside(family: Family) -> None:
    """Known marks of a bleeding disorder under a specialist; a manager has set the path aside, and why."""
    on = _ago(family, 5, 20)
    _set_aside(family, _marked(family, on), OF_MARKS, on + timedelta(1))


def homes_set_aside(family: Family) -> None:
    """Abuse and drink were known before the birth; mother and baby are in hospital far from home, and it waits."""
    case = begin(family, ABUSE_AND_DRINK, lives_with_mother, expected_in=(-60, -30))
    case.expecting.birth_on = case.expecting.expected_on
    if reach_birth(family, case):
        _set_aside(family, case.expecting.babies[0], OF_HOMES, _ago(family, 3, 9))


def born_to_it_this_week(family: Family) -> None:
    """Abuse and drink were known before the birth of this week, and the police were called since."""
    case = begin(family, ABUSE_AND_DRINK, lives_with_mother, expected_in=(-3, -1))
    case.expecting.birth_on = case.expecting.expected_on
    if reach_birth(family, case):
        on = family.today - timedelta(1)
        told = {"incident_on": on, "seen_by": Duty.POLICE, "wait": 0}
        raise_concern(family, case.expecting.babies[0], ConcernKind.DOMESTIC_ABUSE, on, **told)


def abuse_and_unheard_of(family: Family) -> None:
    """Abuse was known; the expected date is weeks past, and nothing more is recorded."""
    case = begin(family, (ConcernKind.DOMESTIC_ABUSE,), expected_in=(-60, -30))
    for subject in (case.expecting.about, *case.expecting.babies):
        subject.until = case.expecting.expected_on - timedelta(20)


def whose_abuse_it_was(family: Family) -> None:
    """The police wrote down on the day who was harmed and who had done it, or the second only weeks later."""
    born_on = family.today - timedelta(family.chance.days(90, 200))
    mother = a_mother(family, born_on)
    at_home(family, mother, born_on)
    baby = a_child(family, born_on, born_on, mother)
    as_mother(family, baby, mother, born_on)
    father = lives_with_mother(family, baby, born_on).person
    on = _ago(family, 50, 80)
    told = {"incident_on": on, "seen_by": Duty.POLICE, "wait": 0}
    raise_concern(family, baby, ConcernKind.DOMESTIC_ABUSE, on, **told)
    if father is not None:
        by_him = {"person_id": father.person_id, "part": ConcernPart.RESPONSIBLE}
        wait = family.chance.pick((0, family.chance.days(15, 30)))
        raise_concern(family, baby, ConcernKind.DOMESTIC_ABUSE, on, **{**told, **by_him, "wait": wait})
    decide(family, baby, DecisionKind.MARAC, family.after(on, (0, 1)), DecisionOutcome.REQUIRED, duty=Duty.POLICE)

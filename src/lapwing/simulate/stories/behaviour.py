"""Stories of what lies behind a young person's behaviour, and of nights away, as paragraph 67 asks after them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from lapwing.language.calendar import add_working_days
from lapwing.simulate.events.assessing import hear, think_of_cause
from lapwing.simulate.events.meeting import AROUND_YOUNG_PERSON, meet_about
from lapwing.simulate.events.planning import give_action
from lapwing.simulate.events.pregnancy import wind_up
from lapwing.simulate.events.referring import involve, raise_concern, touch
from lapwing.simulate.events.sharing import set_aside
from lapwing.simulate.family import Family, Subject
from lapwing.simulate.stories.young_people import a_young_person
from lapwing.simulate.workforce import Duty
from lapwing.vocabulary.care_codes import InterviewOutcome
from lapwing.vocabulary.codes import ConcernKind, HelpLevel
from lapwing.vocabulary.work_codes import ActionAim, ClosureReason, ContactKind, Contributor, Explored, MeetingKind

OF_RUN = (
    "causes_explored",
    "young_person_heard",
    "strategy_discussion_considered",
    "action_aims_at_cause",
    "talked_with_on_day_of_self_harm",
    "return_interview_offered",
)
LATER = ("causes_explored_again", "help_with_cause_lasts", "return_interview_independent", "return_interview_used")
ASKED_FIRST = (ConcernKind.BEREAVEMENT, ConcernKind.CHILD_MENTAL_HEALTH)


def _young_person(family: Family, until: date | None = None) -> Subject:
    young, _ = a_young_person(family, (250, 500), (15, 16), until)
    return young


def _ago(family: Family, low: int, high: int) -> date:
    return family.on_weekday(family.today - timedelta(family.chance.days(low, high)))


def _working_days_from(start: date, count: int) -> date:
    """The working day so many after the day, or before it."""
    return add_working_days(start, count) or start


def _hurt_and_used(family: Family, young: Subject, on: date) -> None:
    """Self-harm, and on the same day the first sign that somebody exploits the young person."""
    for kind in (ConcernKind.SELF_HARM, ConcernKind.CHILD_SEXUAL_EXPLOITATION):
        raise_concern(family, young, kind, on, wait=0)


def _fight(family: Family, young: Subject, on: date) -> None:
    raise_concern(family, young, ConcernKind.AGGRESSION, on, incident_on=on, wait=0)


def _look_into(family: Family, young: Subject, on: date, headings: Iterable[ConcernKind] = ASKED_FIRST) -> None:
    for heading in headings:
        think_of_cause(family, young, heading, on, explored=Explored.FOUND)


def _was_away(family: Family, young: Subject, back_on: date, **told: Any) -> None:
    """Two nights away; the row is what the police and the interviewer wrote down by then."""
    by = family.worker(Duty.POLICE)
    row = {"missing_from_on": back_on - timedelta(2), "returned_on": back_on, **told}
    family.record("missing_episode", by, back_on, young, wait=0, **row)


def _interview(held_on: date) -> dict[str, Any]:
    """Offered and held on one day."""
    return {
        "interview_outcome": InterviewOutcome.HELD,
        "interview_offered_on": held_on,
        "interview_held_on": held_on,
    }


def _help(family: Family, young: Subject, on: date, until_on: date | None = None) -> None:
    """Help with what lies behind it, begun on a day and perhaps ended on another, without much effect yet."""
    concern = raise_concern(family, young, ConcernKind.CHILD_MENTAL_HEALTH, on, wait=0)
    if concern is not None:
        course = {"assigned_on": on, "starts_on": on, "started_on": on, "completed_on": until_on}
        unknown = {"effect": None, "effect_reviewed_on": None}
        give_action(family, young, concern, None, on, aim=ActionAim.CAUSE, wait=0, **course, **unknown)


def hurt_today(family: Family) -> None:
    """Everything has come to light today, and everything is still to be done."""
    young = _young_person(family)
    _hurt_and_used(family, young, family.today)
    _was_away(family, young, family.today)


def hurt_last_week(family: Family) -> None:
    """What came to light last week is to be understood by the end of this one."""
    young = _young_person(family)
    _hurt_and_used(family, young, _working_days_from(family.today, -7))


def fights_go_on(family: Family) -> None:
    """Causes were looked into in spring; since then there were two more fights, days ago or a week."""
    young, on = _young_person(family), _ago(family, 60, 80)
    _fight(family, young, on)
    _look_into(family, young, family.working_days(on, (2, 6)) or on)
    back = family.chance.pick((1, 7))
    for wait in (back + 5, back):
        _fight(family, young, _working_days_from(family.today, -wait))


def understood_in_time(family: Family) -> None:
    """Somebody sat down with the young person at once; causes were looked into, and again when it went on."""
    young, on = _young_person(family), _ago(family, 120, 160)
    _hurt_and_used(family, young, on)
    person_id = young.person.person_id if young.person else None
    touch(family, young, Duty.SCHOOL_NURSE, ContactKind.OFFICE, on, person_id=person_id, wait=0)
    _understand(family, young, on, 2)


def understood_late(family: Family) -> None:
    """The same, each step weeks after it would have helped."""
    young, on = _young_person(family), _ago(family, 150, 180)
    _hurt_and_used(family, young, on)
    _understand(family, young, on, 16)


def _understand(family: Family, young: Subject, on: date, wait: int) -> None:
    """Each step so many working days after what called for it."""
    then = _working_days_from(on, wait)
    _look_into(family, young, then)
    hear(family, young, Contributor.CHILD, then, then, direct=True)
    meet_about(family, young, MeetingKind.STRATEGY_DISCUSSION, then, AROUND_YOUNG_PERSON[2:])
    again = then + timedelta(7)
    for days in (0, 7):
        _fight(family, young, again + timedelta(days))
    _look_into(family, young, _working_days_from(again + timedelta(7), wait), (ConcernKind.DISCRIMINATION,))
    _help(family, young, then, then + timedelta(30) if wait > 10 else None)
    if wait > 10:
        _help(family, young, then + timedelta(100))


def before_moving_away(family: Family) -> None:
    """Another area has accepted the young person; what is still open is not asked after here."""
    on = _ago(family, 60, 90)
    moved_on = family.on_weekday(on + timedelta(20))
    young = _young_person(family, moved_on)
    _hurt_and_used(family, young, on)
    _was_away(family, young, on + timedelta(3))
    involve(family, young, Duty.SOCIAL_WORKER, on, HelpLevel.CHILD_IN_NEED, wait=0)
    wind_up(family, moved_on, ClosureReason.MOVED_ACCEPTED_ELSEWHERE)


def set_aside_at_first(family: Family) -> None:
    """A court has asked that nobody else speaks with the young person yet; a manager has set the questions aside."""
    young, on = _young_person(family), _ago(family, 20, 40)
    _hurt_and_used(family, young, on)
    _was_away(family, young, on)
    _set_aside(family, young, OF_RUN, on)


def set_aside_later(family: Family) -> None:
    """Causes were looked into; what came after waits until the young person is out of hospital."""
    young, on = _young_person(family), _ago(family, 120, 150)
    _fight(family, young, on)
    _look_into(family, young, _working_days_from(on, 3))
    _help(family, young, _working_days_from(on, 4), on + timedelta(25))
    for days in (14, 21):
        _fight(family, young, on + timedelta(days))
    held_on = _working_days_from(on, 22)
    _was_away(family, young, held_on, **_interview(held_on), interview_independent=False)
    _set_aside(family, young, LATER, _ago(family, 3, 9))


def _set_aside(family: Family, young: Subject, checks: Iterable[str], on: date) -> None:
    for check in checks:
        set_aside(family, young, f"young_people.{check}", on, family.chance.days(60, 90), wait=0)


def interviews_half_recorded(family: Family) -> None:
    """One interview was declined on a day that nobody wrote down; of another it is not said who held it."""
    young, on = _young_person(family), _ago(family, 40, 90)
    _was_away(family, young, on, interview_outcome=InterviewOutcome.DECLINED)
    held_on = on + timedelta(15)
    _was_away(family, young, on + timedelta(14), **_interview(held_on))


def interviews_of_late(family: Family) -> None:
    """One interview of last week, and one of this morning with a foster carer: what was told is still to be used."""
    young = _young_person(family)
    for held_on, independent in ((_working_days_from(family.today, -7), True), (family.today, False)):
        _was_away(family, young, held_on, **_interview(held_on), interview_independent=independent)

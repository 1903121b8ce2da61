"""Stories of young people's standing and rights, as paragraph 67 asks: homeless at seventeen, held for a night, told or not."""

from __future__ import annotations

from datetime import date, timedelta

from lapwing.language.calendar import add_months
from lapwing.simulate.events.deciding import decide
from lapwing.simulate.events.referring import involve
from lapwing.simulate.events.sharing import set_aside
from lapwing.simulate.events.standing import stand, stay
from lapwing.simulate.family import Family, Subject
from lapwing.simulate.people import a_child
from lapwing.simulate.workforce import Duty
from lapwing.vocabulary.care_codes import LegalStatusKind, RightsKind, SettingKind
from lapwing.vocabulary.codes import DateCertainty, HelpLevel
from lapwing.vocabulary.work_codes import ClosureReason, DecisionKind

CHECKS = (
    *("rights_and_advocacy_offered", "wishes_recorded", "capacity_considered", "informed_choice_recorded"),
    *("age_and_how_sure_recorded", "legal_status_verified", "transition_planned"),
    *("setting_suits_age", "appropriate_adult_present"),
)
TOLD = {
    RightsKind.RIGHTS_EXPLAINED: "Read through together; what is kept between us, and what cannot be.",
    RightsKind.ADVOCACY_OFFERED: "Would like to think about it.",
    RightsKind.WISHES_RECORDED: "A room of one's own, and to finish college.",
}
PLAN_AGE = 210
"""In months: seventeen and a half years."""


def _ago(family: Family, low: int, high: int) -> date:
    return min(family.today, family.on_weekday(family.today - timedelta(family.chance.days(low, high))))


def _half_past_seventeen(family: Family, on: date) -> date:
    """A date of birth that makes somebody seventeen and a half on that day."""
    return add_months(on, -PLAN_AGE)


def _homeless(family: Family, on: date, born_on: date, certainty: DateCertainty | None) -> Subject:
    """A young person who came alone, and whom a social worker has worked with since that day."""
    young = a_child(family, on, born_on, None, born_on_certainty=certainty)
    involve(family, young, Duty.SOCIAL_WORKER, on, HelpLevel.CHILD_IN_NEED, wait=0)
    return young


def _say(family: Family, young: Subject, kind: RightsKind, on: date, says: str, decision_id: str | None = None) -> None:
    told = {"kind": kind, "happened_on": on, "says": says, "decision_id": decision_id}
    family.record("rights", family.worker(Duty.SOCIAL_WORKER), on, young, wait=0, **told)


def _tell_and_ask(family: Family, young: Subject, on: date) -> None:
    for kind, says in TOLD.items():
        _say(family, young, kind, on, says)


def _stands(family: Family, young: Subject, kind: LegalStatusKind, on: date, verified_on: date | None) -> None:
    by = family.worker(Duty.SOCIAL_WORKER).practitioner_id if verified_on else None
    stand(family, young, kind, on, wait=0, verified_on=verified_on, verified_by=by)


def _steps(
    family: Family, young: Subject, on: date, left_on: date | None = None, verified_on: date | None = None
) -> str | None:
    """Care declined, a room in a hostel, a night in a cell and a decision to move, all on one day; the decision's key."""
    _stands(family, young, LegalStatusKind.DECLINED_SECTION_20, on, verified_on)
    stay(family, young, SettingKind.ADULT_HOSTEL, on, left_on, wait=0)
    stay(family, young, SettingKind.POLICE_CELL, on, left_on, wait=0, reason="Held after a fight at the hostel.")
    return decide(family, young, DecisionKind.MOVE, on, wait=0)


def _think_of_steps(family: Family, young: Subject, on: date, decision_id: str | None) -> None:
    """What belongs to those steps: an adult in the cell, and whether each choice was understood."""
    understood = RightsKind.CAPACITY_CONSIDERED
    _say(family, young, understood, on, "Knows what was offered and what was not.")
    _say(family, young, understood, on, "Weighed both places.", decision_id)
    _say(family, young, RightsKind.APPROPRIATE_ADULT, on, "A volunteer came at once.")


def _left_unasked(family: Family, opened_on: date, born_on: date) -> Subject:
    """Homeless, held and moved; and nothing to show that anybody asked or explained anything."""
    young = _homeless(family, opened_on, born_on, None)
    _steps(family, young, _ago(family, 10, 30))
    return young


def came_this_week(family: Family) -> None:
    """Came the day before yesterday: everything has happened today, and is still to be explained."""
    young = _homeless(family, _ago(family, 1, 2), _half_past_seventeen(family, family.today), None)
    _steps(family, young, family.today)


def still_to_be_told(family: Family) -> None:
    """Came two weeks ago; this week somebody is to explain, offer and ask."""
    _homeless(family, _ago(family, 10, 12), _half_past_seventeen(family, family.today), DateCertainty.STATED)


def told_in_time(family: Family) -> None:
    """Whatever is owed to a child of seventeen was done when it was due."""
    opened_on, on = _ago(family, 60, 90), _ago(family, 10, 25)
    young = _homeless(family, opened_on, _half_past_seventeen(family, on), DateCertainty.VERIFIED)
    _tell_and_ask(family, young, opened_on + timedelta(2))
    decision_id = _steps(family, young, on, on, on + timedelta(1))
    _stands(family, young, LegalStatusKind.SECTION_17, opened_on, on + timedelta(1))
    _think_of_steps(family, young, on, decision_id)
    _say(family, young, RightsKind.TRANSITION_PLAN, on, "Who helps from eighteen on.")


def told_late(family: Family) -> None:
    """All of it was done in the end, weeks after the day on which it was needed."""
    opened_on, on = _ago(family, 90, 120), _ago(family, 40, 50)
    young = _homeless(family, opened_on, _half_past_seventeen(family, on - timedelta(20)), DateCertainty.STATED)
    later_on = on + timedelta(20)
    decision_id = _steps(family, young, on, later_on)
    _tell_and_ask(family, young, later_on)
    _think_of_steps(family, young, later_on, decision_id)
    _say(family, young, RightsKind.TRANSITION_PLAN, later_on, "Who helps from eighteen on.")


def never_told(family: Family) -> None:
    """Nothing was explained or asked; in some days the plan for adult life is due as well."""
    due_on = family.today + timedelta(family.chance.days(2, 5))
    _left_unasked(family, _ago(family, 50, 80), _half_past_seventeen(family, due_on))


def rights_set_aside(family: Family) -> None:
    """In hospital, too ill to be asked; a manager has set the questions aside for a time."""
    young = _left_unasked(family, _ago(family, 50, 80), _half_past_seventeen(family, _ago(family, 40, 80)))
    for check in CHECKS:
        set_aside(family, young, f"young_people.{check}", _ago(family, 3, 8), family.chance.days(30, 80), wait=0)


def another_area_leads(family: Family) -> None:
    """Another area's social care has taken over; youth justice here sees the young person to the end of the order."""
    opened_on = _ago(family, 90, 120)
    young = _left_unasked(family, opened_on, _half_past_seventeen(family, _ago(family, 40, 80)))
    involve(family, young, Duty.YOUTH_JUSTICE, opened_on, HelpLevel.NOT_KNOWN, wait=0)
    ended = {"ended_on": _ago(family, 3, 8), "ended_reason": ClosureReason.MOVED_ACCEPTED_ELSEWHERE}
    family.settle("involvement", family.rows["involvement"][0]["involvement_id"], young.until, **ended)


def standing_unclear(family: Family) -> None:
    """Two teams, two records: in care and at home, two ages; and stays of which nobody wrote the first day."""
    opened_on = _ago(family, 60, 90)
    young = _homeless(family, opened_on, _half_past_seventeen(family, family.today), DateCertainty.CONTRADICTORY)
    stand(family, young, LegalStatusKind.SECTION_20, opened_on, wait=0)
    stand(family, young, LegalStatusKind.AT_HOME_NO_ORDER, opened_on, wait=0)
    stand(family, young, LegalStatusKind.DECLINED_SECTION_20, opened_on, wait=0, started_on=None)
    for kind in (SettingKind.BED_AND_BREAKFAST, SettingKind.POLICE_CELL):
        stay(family, young, kind, opened_on, wait=0, started_on=None)


def no_date_of_birth(family: Family) -> None:
    """Opened in a hurry, and nobody has written how old this is."""
    young = _homeless(family, _ago(family, 20, 60), _half_past_seventeen(family, family.today), None)
    family.settle("person", family.people[0].person_id, young.until, born_on=None)


def age_never_given(family: Family) -> None:
    """Says that he is a child, and not when he was born; until that is settled he is treated as one."""
    on = _ago(family, 20, 60)
    young = _homeless(family, on, _half_past_seventeen(family, family.today), DateCertainty.DISPUTED)
    family.settle("person", family.people[0].person_id, young.until, born_on=None)
    _stands(family, young, LegalStatusKind.UNACCOMPANIED, on, on)
    _stands(family, young, LegalStatusKind.AGE_DISPUTED, on, on)

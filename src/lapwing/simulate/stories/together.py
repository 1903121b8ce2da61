"""Stories of services around one young person: working as one, side by side, or as strangers (paragraph 81)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from lapwing.simulate.events.meeting import meet_about
from lapwing.simulate.events.planning import Plan, make_plan
from lapwing.simulate.events.referring import involve, raise_concern, refer
from lapwing.simulate.events.sharing import set_aside, share
from lapwing.simulate.family import Family, Subject
from lapwing.simulate.stories.children import household
from lapwing.simulate.stories.young_people import a_young_person
from lapwing.simulate.workforce import Duty
from lapwing.vocabulary.care_codes import LegalStatusKind
from lapwing.vocabulary.codes import ConcernKind, HelpLevel
from lapwing.vocabulary.work_codes import ActionAim, ActionKind, Contributor, MeetingKind, PlanKind, ReferralSource

CHECKS = (
    "service_has_named_person",
    "invited_to_meetings",
    "heard_at_meetings",
    "service_has_part_in_plan",
    "sharing_is_logged",
    "one_person_leads",
    "plans_read_together",
)
BESIDE = {Duty.YOUTH_JUSTICE: Contributor.YOUTH_JUSTICE, Duty.CHILD_MENTAL_HEALTH: Contributor.CHILD_MENTAL_HEALTH}
"""Who works with the young person beside social care."""


@dataclass(frozen=True)
class Around:
    """How services come together: so many days after they began, or not at all where that is None.

    `asked` is how long before a meeting they are asked, `explained` how long after it somebody writes why not;
    with `each_leads` every service is marked as leading.
    """

    steps_after: int | None = 0
    asked: int | None = 8
    explained: int | None = None
    met_after: int | None = 14
    word_after: int | None = 0
    each_leads: bool = False


def _begin(family: Family, ago: tuple[int, int]) -> tuple[Subject, date]:
    young, _ = a_young_person(family, (310, 420), (15, 17))
    on = family.on_weekday(family.today - timedelta(family.chance.days(*ago)))
    refer(family, young, on, ReferralSource.POLICE)
    raise_concern(family, young, ConcernKind.GANGS, on)
    return young, min(on, family.today)


def _come_together(family: Family, young: Subject, on: date, how: Around) -> None:
    """Social care and two services around the young person, and what they do together."""
    done_on = None if how.steps_after is None else on + timedelta(how.steps_after)
    involve(family, young, Duty.SOCIAL_WORKER, on, HelpLevel.CHILD_IN_NEED, lead=False, wait=0)
    plan = make_plan(family, young, PlanKind.CHILD_IN_NEED, on)
    make_plan(family, young, PlanKind.YOUTH_JUSTICE, on, duty=Duty.YOUTH_JUSTICE)
    for duty in BESIDE:
        unnamed = {} if how.each_leads else {"practitioner_id": None}
        involve(family, young, duty, on, HelpLevel.NOT_KNOWN, lead=how.each_leads, wait=0, **unnamed)
        involve(family, young, duty, done_on, HelpLevel.NOT_KNOWN, lead=False, wait=0)
        _bring_in(family, young, duty, plan, done_on)
    involve(family, young, Duty.SOCIAL_WORKER, done_on, HelpLevel.CHILD_IN_NEED, lead=True, wait=0)
    if plan is not None and done_on is not None and done_on <= young.until:
        by = family.worker(Duty.SOCIAL_WORKER)
        family.amend("plan", plan.plan_id, by, done_on, young.until, compared_on=done_on)
    if how.met_after is not None:
        _meet(family, young, on + timedelta(how.met_after), how)


def _bring_in(family: Family, young: Subject, duty: Duty, plan: Plan | None, on: date | None) -> None:
    """A service gets its part in the plan, and is told what it needs to know."""
    owner = family.worker(duty)
    told = {"owner_agency_id": owner.agency_id, "owned_by": owner.practitioner_id, "assigned_on": on}
    what = {"kind": ActionKind.DIRECT_WORK, "aim": ActionAim.CAUSE, "says": "Time every week, where they feel safe."}
    plan_id = plan.plan_id if plan else None
    family.record("action", family.worker(Duty.SOCIAL_WORKER), on, young, wait=0, plan_id=plan_id, **told, **what)
    share(family, young, Duty.SOCIAL_WORKER, duty, on, what="What the young person is afraid of.", wait=0)


def _meet(family: Family, young: Subject, on: date, how: Around) -> None:
    """A review to which the services are asked or not, and at which they are heard or not."""
    meeting_id = meet_about(family, young, MeetingKind.CHILD_IN_NEED_REVIEW, on)
    by = family.worker(Duty.SOCIAL_WORKER)
    for duty, who in BESIDE.items():
        worker = family.worker(duty)
        late_on = None if how.explained is None else on + timedelta(how.explained)
        came_on = None if how.word_after is None else on + timedelta(how.word_after)
        told = {
            "invited_on": None if how.asked is None else on - timedelta(how.asked),
            "attended": how.word_after == 0,
            "report_received_on": came_on,
            "absent_reason": "The letter went to an old address." if late_on else None,
        }
        given = {"meeting_id": meeting_id, "attendee": who, "agency_id": worker.agency_id}
        family.record("attendance", by, late_on or came_on or on, young, wait=0, **given, **told)


def work_as_one(family: Family) -> None:
    """Everybody is known, asked, heard, planned with and told from the first day."""
    young, on = _begin(family, (30, 120))
    _come_together(family, young, on, Around())


def side_by_side(family: Family) -> None:
    """Each service does its own work well; nobody holds it together, and one was asked to nothing."""
    young, on = _begin(family, (30, 120))
    apart = Around(steps_after=None, asked=None, word_after=None)
    unheard = Around(steps_after=None, word_after=None, each_leads=True)
    _come_together(family, young, on, apart if family.chance.yes(0.5) else unheard)


def found_one_another_late(family: Family) -> None:
    """Weeks went by before somebody drew the services together, and wrote down why they had been left out."""
    young, on = _begin(family, (60, 120))
    late = Around(steps_after=35, asked=None, explained=5, word_after=None)
    _come_together(family, young, on, late if family.chance.yes(0.5) else Around(steps_after=35, word_after=6))


def begun_this_week(family: Family) -> None:
    """They came together this week; nothing is late yet."""
    young, on = _begin(family, (0, 1))
    _come_together(family, young, on, Around(steps_after=None, met_after=None))


def meeting_today(family: Family) -> None:
    """They came together last week, and meet today: not everybody is asked, and nobody has written up yet who came."""
    young, on = _begin(family, (10, 12))
    asked = 3 if family.chance.yes(0.5) else None
    met_after = (family.today - on).days
    _come_together(family, young, on, Around(steps_after=None, asked=asked, met_after=met_after, word_after=None))


def together_set_aside(family: Family) -> None:
    """Another area leads; a manager has set these questions aside for a time."""
    young, on = _begin(family, (40, 90))
    asked = 8 if family.chance.yes(0.5) else None
    _come_together(family, young, on, Around(steps_after=None, asked=asked, word_after=None))
    for check in CHECKS:
        set_aside(family, young, f"responsibility.{check}", on + timedelta(20), family.chance.days(80, 120), wait=0)


def adopted_by_their_carers(family: Family) -> None:
    """A young person's carers adopt them: what services had left undone between them is not asked any more."""
    (young,), on = household(family, 1, (40, 90), (15, 17))
    family.end_record(young, family.on_weekday(on + timedelta(25)))
    raise_concern(family, young, ConcernKind.GANGS, on)
    _come_together(family, young, on, Around(steps_after=None))
    told = {"kind": LegalStatusKind.ADOPTION_ORDER, "started_on": young.until}
    family.record("legal_status", family.worker(Duty.SOCIAL_WORKER), young.until, young, wait=0, **told)

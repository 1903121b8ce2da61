"""Meetings: strategy discussions, conferences, core groups, and reviews with their lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from lapwing.simulate.chance import Odds
from lapwing.simulate.events.assessing import SERVICES
from lapwing.simulate.events.planning import Plan
from lapwing.simulate.events.referring import Concern
from lapwing.simulate.family import Family, Subject
from lapwing.simulate.workforce import Duty
from lapwing.vocabulary.work_codes import (
    ClosureReason,
    ConcernChange,
    Contributor,
    Dissent,
    EvidenceBasis,
    MeetingKind,
    ReviewLineAbout,
    ReviewOutcome,
)

AROUND_BABY = (
    Contributor.MOTHER,
    Contributor.FATHER,
    Contributor.SOCIAL_CARE,
    Contributor.MIDWIFERY,
    Contributor.HEALTH_VISITING,
    Contributor.GENERAL_PRACTICE,
    Contributor.POLICE,
)
AROUND_CHILD = (
    Contributor.MOTHER,
    Contributor.FATHER,
    Contributor.SOCIAL_CARE,
    Contributor.EDUCATION,
    Contributor.HEALTH_VISITING,
    Contributor.POLICE,
)
AROUND_YOUNG_PERSON = (
    Contributor.CHILD,
    Contributor.MOTHER,
    Contributor.SOCIAL_CARE,
    Contributor.EDUCATION,
    Contributor.YOUTH_JUSTICE,
    Contributor.CHILD_MENTAL_HEALTH,
    Contributor.POLICE,
)
SHIFT_WORK = "Could not come: shifts."
CHAIRED = (MeetingKind.INITIAL_CONFERENCE, MeetingKind.REVIEW_CONFERENCE, MeetingKind.TRANSFER_CONFERENCE)


def meet_about(
    family: Family,
    about: Subject,
    kind: MeetingKind,
    on: date | None,
    around: Sequence[Contributor] = (),
    **more: Any,
) -> str | None:
    """A meeting that was held, with who was asked to it and who came."""
    if on is None:
        return None
    chair = family.worker(Duty.CHAIR if kind in CHAIRED else Duty.MANAGER)
    values = {
        "planned_for_on": on,
        "held_on": on,
        "chaired_by": chair.practitioner_id,
        "quorate": family.chance.yes(0.94) if kind in CHAIRED else None,
        **more,
    }
    key = family.record("meeting", chair, on, about, kind=kind, **values)
    attend(family, about, key, on, around)
    return key


def attend(family: Family, about: Subject, meeting_id: str | None, on: date, around: Sequence[Contributor]) -> None:
    """Everybody who was invited, and those who should have been; recorded at the meeting."""
    by = family.worker(Duty.SOCIAL_WORKER)
    for who in around:
        person = {Contributor.MOTHER: about.mother, Contributor.FATHER: about.father}.get(who)
        if person is None and who in (Contributor.MOTHER, Contributor.FATHER):
            continue
        service = family.worker(SERVICES[who]) if who in SERVICES else None
        invited = family.chance.yes(0.93)
        came = invited and family.chance.yes(0.8 if service else 0.7)
        family.record(
            "attendance",
            by,
            on,
            about,
            meeting_id=meeting_id,
            attendee=who,
            person_id=person.person_id if person else None,
            agency_id=service.agency_id if service else None,
            practitioner_id=service.practitioner_id if service else None,
            invited_on=on - timedelta(family.chance.days(4, 15)) if invited else None,
            attended=came,
            report_received_on=family.done(on, (-5, -1), never=0.4) if service and invited else None,
            absent_reason=None if came or family.chance.yes(0.5) else SHIFT_WORK if invited else None,
        )


@dataclass(frozen=True)
class Thoroughness:
    """How fully a review looks at what began the plan: shares of lines written, seen, and sustained."""

    concerns: float
    seen: float
    lines: float


COMPLETE, PARTIAL = Thoroughness(1.0, 0.95, 1.0), Thoroughness(0.6, 0.7, 0.7)
ONLY_REPORTED, BARE = Thoroughness(1.0, 0.05, 0.6), Thoroughness(0.1, 0.3, 0.2)
THOROUGHNESS = Odds({COMPLETE: 50, PARTIAL: 25, ONLY_REPORTED: 13, BARE: 12})
CHANGES = {
    ReviewOutcome.END: Odds({ConcernChange.RESOLVED: 55, ConcernChange.IMPROVED: 35, ConcernChange.WAS_MISTAKEN: 5,
                             ConcernChange.UNCHANGED: 5}),
    ReviewOutcome.STEP_DOWN: Odds({ConcernChange.IMPROVED: 65, ConcernChange.RESOLVED: 25, ConcernChange.UNCHANGED: 10}),
    ReviewOutcome.CONTINUE: Odds({ConcernChange.IMPROVED: 40, ConcernChange.UNCHANGED: 45, ConcernChange.WORSE: 15}),
    ReviewOutcome.STEP_UP: Odds({ConcernChange.WORSE: 60, ConcernChange.UNCHANGED: 40}),
}  # fmt: skip


@dataclass(frozen=True)
class Review:
    """A review as it is to go: how it is prepared, what is proposed, and what comes of it."""

    kind: MeetingKind = MeetingKind.REVIEW_CONFERENCE
    outcome: ReviewOutcome = ReviewOutcome.CONTINUE
    ended_reason: ClosureReason | None = None
    around: tuple[Contributor, ...] = AROUND_BABY
    thoroughness: Thoroughness | None = None
    due_on: date | None = None
    more: dict[str, Any] = field(default_factory=dict)


def hold_review(
    family: Family, about: Subject, plan: Plan | None, on: date | None, concerns: Sequence[Concern], review: Review
) -> str | None:
    """Planned some weeks ahead, prepared in the week before, then held; on any day it stands where it stands."""
    if on is None:
        return None
    chair = family.worker(Duty.CHAIR)
    ahead = {"plan_id": plan.plan_id if plan else None, "due_on": review.due_on or on, "planned_for_on": on}
    planned_on = on - timedelta(family.chance.days(20, 30))
    if plan is not None:
        planned_on = max(planned_on, plan.started_on)
    key = family.record("meeting", chair, planned_on, about, wait=0, kind=review.kind,
                        chaired_by=chair.practitioner_id, **ahead)  # fmt: skip
    if key is None:
        return None
    how = review.thoroughness or family.chance.by_odds(THOROUGHNESS)
    _prepare(family, about, key, on, concerns, review, how)
    if on <= about.until:
        _decide(family, about, key, on, review, how)
        attend(family, about, key, on, review.around)
    return key


def _prepare(
    family: Family, about: Subject, key: str, on: date, concerns: Sequence[Concern], review: Review, how: Thoroughness
) -> None:
    draft_on = on - timedelta(family.chance.days(5, 12))
    proposed = {"proposed_outcome": review.outcome, "ended_reason": review.ended_reason}
    family.amend("meeting", key, family.worker(Duty.CHAIR), draft_on, about.until, **proposed)
    for concern in concerns:
        if concern.on <= on and family.chance.yes(how.concerns):
            _line_on(family, about, key, concern, _written_on(family, draft_on, on), review.outcome, how)
    by = family.worker(Duty.SOCIAL_WORKER)
    for line, says in LINES.items():
        if family.chance.yes(how.lines):
            on_line = _written_on(family, draft_on, on)
            evidence_on = on_line - timedelta(family.chance.days(1, 25))
            told = {"says": says, "evidence_on": evidence_on, "written_on": on_line}
            family.record("review_line", by, on_line, about, wait=0, meeting_id=key, about=line, **told)


LINES = {
    ReviewLineAbout.HEALTH_AND_WEIGHT: "Latest weight, feeding and checks, from the health visitor.",
    ReviewLineAbout.FATHER_AND_PARTNERS: "His part in the baby's care since last time.",
}


def _written_on(family: Family, draft_on: date, on: date) -> date:
    """A line is mostly written while the review is prepared; now and then only afterwards."""
    if family.chance.yes(0.04 * family.strain):
        return on + timedelta(family.chance.days(1, 10))
    return draft_on + timedelta(family.chance.days(0, (on - draft_on).days))


def _line_on(
    family: Family, about: Subject, key: str, concern: Concern, on: date, outcome: ReviewOutcome, how: Thoroughness
) -> None:
    change = family.chance.by_odds(CHANGES[outcome])
    better = change in (ConcernChange.IMPROVED, ConcernChange.RESOLVED)
    seen = family.chance.yes(how.seen)
    since = on - timedelta(family.chance.days(20, 90))
    told = {
        "change": change,
        "basis": EvidenceBasis.SEEN if seen else EvidenceBasis.REPORTED,
        "sustained_since_on": max(since, concern.on) if better and seen and family.chance.yes(0.85) else None,
        "remains": "What it would look like if it came back." if family.chance.yes(0.7) else None,
        "written_on": on,
    }
    by = family.worker(Duty.SOCIAL_WORKER)
    family.record("concern_review", by, on, about, wait=0, meeting_id=key, concern_id=concern.concern_id, **told)


def _decide(family: Family, about: Subject, key: str, on: date, review: Review, how: Thoroughness) -> None:
    less = review.outcome in (ReviewOutcome.END, ReviewOutcome.STEP_DOWN)
    override = how is not COMPLETE and family.chance.yes(0.15)
    dissent = Dissent.RECORDED if family.chance.yes(0.1) else Dissent.NONE_EXPRESSED
    held = {
        "held_on": on,
        "quorate": family.chance.yes(0.94),
        "outcome_recorded_on": family.done(on, (0, 1), (3, 12), never=0.02),
        "outcome": review.outcome,
        "dissent": dissent if family.chance.yes(0.88) else None,
        "chair_statement": "What was seen, why now, and what help goes on."
        if less and family.chance.yes(0.6)
        else None,
        "proceed_reason": "Goes on today; the missing line follows within a week." if override else None,
        "unfinished_actions_reason": "What is open goes on under the next plan." if family.chance.yes(0.6) else None,
    }
    family.amend("meeting", key, family.worker(Duty.CHAIR), on, about.until, **{**held, **review.more})


def core_groups(
    family: Family, about: Subject, plan: Plan, from_on: date, until_on: date, around: Sequence[Contributor] = ()
) -> None:
    """The first within ten working days or so, then every six weeks, some left out."""
    on = family.working_days(from_on, (6, 11))
    while on is not None and on <= min(until_on, about.until):
        if family.chance.yes(1 - 0.08 * family.strain):
            meet_about(family, about, MeetingKind.CORE_GROUP, on, around[:4], plan_id=plan.plan_id)
        on = family.after(on, (35, 46))


def initial_conference(
    family: Family, about: Subject, on: date | None, around: Sequence[Contributor], **more: Any
) -> str | None:
    """A first conference, after the discussion at which enquiries were begun."""
    if on is None:
        return None
    earlier_on = family.working_days(on, (-15, -8)) if family.chance.yes(0.85) else family.working_days(on, (-30, -16))
    strategy = meet_about(family, about, MeetingKind.STRATEGY_DISCUSSION, earlier_on, (Contributor.SOCIAL_CARE,
                          Contributor.POLICE, *(who for who in around if who is Contributor.MIDWIFERY)))  # fmt: skip
    dissent = Dissent.NONE_EXPRESSED if family.chance.yes(0.9) else None
    return meet_about(family, about, MeetingKind.INITIAL_CONFERENCE, on, around,
                      follows_meeting_id=strategy, dissent=dissent, **more)  # fmt: skip

"""Information shared, hand-overs, disagreements between agencies, and rules set aside for a time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from lapwing.simulate.chance import Odds
from lapwing.simulate.family import Family, Subject
from lapwing.simulate.workforce import Duty
from lapwing.vocabulary.care_codes import DisagreementStep, ExceptionReason, HandOverKind, ShareDecision

EXCEPTED_BEFORE_BIRTH = (
    "before_birth.decision_recorded",
    "before_birth.assessment_started",
    "before_birth.assessment_completed",
    "before_birth.everyone_contributed",
    "before_birth.family_group_offered",
)
EXCEPTED_OF_RISK = ("before_birth.each_risk_has_an_action", "before_birth.action_begun_before_birth")
EXCEPTED_OF_REVIEWS = ("before_birth.health_line_written", "before_birth.father_line_written")
EXCEPTED_OF_YOUNG_PEOPLE = (
    "young_people.causes_explored",
    "young_people.action_aims_at_cause",
    "young_people.legal_status_verified",
)
"""Checks that managers set aside in these stories, by their codes."""


def share(family: Family, about: Subject, from_duty: Duty, to_duty: Duty, on: date | None, **more: Any) -> str | None:
    """Information given by one service to a named person at another."""
    sender, receiver = family.worker(from_duty), family.worker(to_duty)
    values = {
        "decision": ShareDecision.SHARED,
        "happened_on": on,
        "from_agency_id": sender.agency_id,
        "to_agency_id": receiver.agency_id,
        "to_practitioner_id": receiver.practitioner_id if family.chance.yes(0.85) else None,
        "reason": "It bears on the child's safety.",
        "asked_for": False,
        "acknowledged_on": family.done(on, (0, 1), (3, 9), never=0.2),
    }
    return family.record("information_share", sender, on, about, **{**values, **more})


def ask_about_father(family: Family, about: Subject, on: date | None) -> None:
    """Other services are asked what they know of the father, and some answer."""
    if about.father is None or on is None:
        return
    for duty in (Duty.GP, Duty.POLICE):
        if family.chance.yes(0.6 / max(family.strain, 0.8)):
            answered_on = family.done(on, (2, 15), (20, 50))
            what = "What the service knows of him."
            share(family, about, duty, Duty.SOCIAL_WORKER, answered_on,
                  person_id=about.father.person_id, asked_for=True, what=what)  # fmt: skip


def not_shared(family: Family, about: Subject, duty: Duty, on: date | None) -> None:
    """Decided not to share, with the reason."""
    kept = {"decision": ShareDecision.NOT_SHARED, "acknowledged_on": None, "to_practitioner_id": None}
    share(family, about, duty, Duty.SCHOOL, on, what="Where the mother lives.", **kept,
          reason="Sharing it would put her at risk.")  # fmt: skip


SAYS = ("says_dates", "says_parents", "says_risks", "says_plan", "says_agencies", "says_address_safety")


def hand_over(
    family: Family,
    about: Subject,
    kind: HandOverKind,
    from_duty: Duty,
    to_duty: Duty,
    on: date | None,
    due_on: date | None = None,
    **more: Any,
) -> str | None:
    """Responsibility passed on: sent, received, accepted by name and followed by a first contact, or not."""
    sender, receiver = family.worker(from_duty), family.worker(to_duty)
    received_on = family.done(on, (0, 2), (3, 10), never=0.06)
    accepted_on = family.done(received_on, (0, 2), (4, 20), never=0.12)
    values = {
        "from_agency_id": sender.agency_id,
        "from_practitioner_id": sender.practitioner_id,
        "to_agency_id": receiver.agency_id,
        "to_practitioner_id": receiver.practitioner_id if family.chance.yes(0.85) else None,
        "due_on": due_on,
        "verbal": family.chance.yes(0.45),
        **{name: family.chance.yes(0.85) for name in SAYS},
        "received_on": received_on,
        "accepted_on": accepted_on,
        "accepted_by": receiver.practitioner_id if accepted_on and accepted_on <= about.until else None,
        "first_contact_on": family.done(accepted_on, (2, 10), (15, 40), never=0.1),
    }
    return family.record("hand_over", sender, on, about, kind=kind, sent_on=on, **{**values, **more})


def change_of_worker(family: Family, about: Subject, opened_on: date) -> None:
    """The social worker has left since; what they had is handed to somebody else, who has accepted it or not yet."""
    leavers = family.workforce.leavers.get(Duty.SOCIAL_WORKER, [])
    since = [(worker, left_on) for worker, left_on in leavers if left_on >= opened_on]
    if not since:
        return
    leaver, left_on = family.chance.pick(since)
    family.another(Duty.SOCIAL_WORKER)
    passed: dict[str, Any] = {"from_practitioner_id": leaver.practitioner_id, "due_on": left_on}
    kind = HandOverKind.CHANGE_OF_WORKER
    hand_over(family, about, kind, Duty.SOCIAL_WORKER, Duty.SOCIAL_WORKER, left_on, **passed)


def decline_hand_over(
    family: Family, about: Subject, kind: HandOverKind, from_duty: Duty, to_duty: Duty, on: date
) -> None:
    """The service asked to take over says no, and why."""
    declined_on = family.after(on, (2, 8))
    refused: dict[str, Any] = {"accepted_on": None, "accepted_by": None, "first_contact_on": None, "declined_on": declined_on,
               "declined_reason": "Outside what the service is for."}  # fmt: skip
    hand_over(family, about, kind, from_duty, to_duty, on, **refused)


STAGE_DAYS = ((0, 2), (0, 5), (0, 5))
ENDINGS = Odds({1: 50, 2: 30, 3: 20})


def disagree(family: Family, about: Subject, on: date, from_duty: Duty, to_duty: Duty, **more: Any) -> None:
    """One agency challenges another, stage by stage, each answered in time, late, or not at all."""
    raiser, other = family.worker(from_duty), family.worker(to_duty)
    stages = family.chance.by_odds(ENDINGS)
    steps, ended_on = _stages(family, on, stages)
    values = {
        "raised_on": on,
        "from_agency_id": raiser.agency_id,
        "raised_by": raiser.practitioner_id,
        "to_agency_id": other.agency_id,
        "about": "Whether the threshold for a conference is met.",
        "immediate": False,
        "resolved_on": ended_on,
        "outcome": "Agreed together; the decision was looked at again." if ended_on else None,
        "raiser_told_on": family.done(ended_on, (0, 2), (5, 12), never=0.15),
        "learning": family.chance.yes(0.3),
    }
    key = family.record("disagreement", raiser, on, about, wait=0, **{**values, **more})
    for stage, step, day in steps:
        by = raiser if step in (DisagreementStep.RAISED, DisagreementStep.ESCALATED) else other
        interim = "Daily calls until it is settled." if family.chance.yes(0.7) else None
        told = {"stage": stage, "step": step, "happened_by": by.practitioner_id, "interim_safety": interim,
                "says": SAID[step] if family.chance.yes(0.8) else None}  # fmt: skip
        family.record("disagreement_stage", by, day, about, wait=0, disagreement_id=key, happened_on=day, **told)


SAID = {
    DisagreementStep.RAISED: "The harm described would meet the threshold.",
    DisagreementStep.ANSWERED: "The decision stands; the reasons were given.",
    DisagreementStep.ESCALATED: "Taken to the next managers.",
    DisagreementStep.RESOLVED: "Looked at together and agreed.",
}
Step = tuple[int, DisagreementStep, date]


def _stages(family: Family, on: date, stages: int) -> tuple[list[Step], date | None]:
    """What happened at each stage, and when it ended, if it did."""
    steps = [(1, DisagreementStep.RAISED, on)]
    day = on
    for stage in range(1, stages + 1):
        answered_on = family.done(day, STAGE_DAYS[stage - 1], (8, 20), slow=0.25, never=0.15)
        if answered_on is None:
            return steps, None
        day = answered_on
        last = stage == stages
        steps.append((stage, DisagreementStep.RESOLVED if last else DisagreementStep.ANSWERED, day))
        if not last:
            day = day + timedelta(family.chance.days(0, 2))
            steps.append((stage + 1, DisagreementStep.ESCALATED, day))
    return steps, day


def disagree_at_once(family: Family, about: Subject, on: date) -> None:
    """The child is thought to be at risk now: the immediate route, settled within the day or left standing."""
    raiser, other = family.worker(Duty.DOCTOR), family.worker(Duty.MANAGER)
    settled_on = on if family.chance.yes(0.7) else family.after(on, (2, 6))
    key = family.record(
        "disagreement", raiser, on, about, wait=0, raised_on=on, from_agency_id=raiser.agency_id,
        raised_by=raiser.practitioner_id, to_agency_id=other.agency_id, about="Going home tonight.", immediate=True,
        resolved_on=settled_on, outcome="Stays on the ward until the morning.", raiser_told_on=settled_on,
    )  # fmt: skip
    for step, day in ((DisagreementStep.RAISED, on), (DisagreementStep.RESOLVED, settled_on)):
        told = {"stage": 0, "step": step, "happened_by": raiser.practitioner_id, "interim_safety": "On the ward."}
        family.record("disagreement_stage", raiser, day, about, wait=0, disagreement_id=key, happened_on=day, **told)


REASONS = Odds(dict.fromkeys(ExceptionReason, 1.0))


def set_aside(family: Family, about: Subject, check: str, on: date, days: int, **more: Any) -> None:
    """A manager sets a check aside for this child, with a reason, until a day."""
    by = family.worker(Duty.MANAGER)
    values = {
        "reason": family.chance.by_odds(REASONS),
        "says": "Talked through with the lead practitioner; looked at again before it ends.",
        "decided_by": by.practitioner_id,
        "decided_on": on,
        "expires_on": on + timedelta(days),
    }
    family.record("exception", by, on, about, check=check, **{**values, **more})

"""Concerns raised, contacts, and referrals from their arrival to their closing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from lapwing.simulate.chance import Odds
from lapwing.simulate.family import Family, Person, Subject
from lapwing.simulate.workforce import Duty
from lapwing.simulate.worries import WORRIES, Whose
from lapwing.vocabulary.codes import ConcernKind, ConcernStatus, HelpLevel
from lapwing.vocabulary.work_codes import ClosureReason, ContactKind, ReferralOutcome, ReferralSource

SOURCES: Odds[ReferralSource] = Odds(
    {
        ReferralSource.POLICE: 29,
        ReferralSource.EDUCATION: 20,
        ReferralSource.LOCAL_AUTHORITY: 13,
        ReferralSource.INDIVIDUAL: 8,
        ReferralSource.OTHER_HEALTH: 6,
        ReferralSource.HEALTH_VISITOR: 4,
        ReferralSource.EMERGENCY_DEPARTMENT: 5,
        ReferralSource.OTHER_PRIMARY_HEALTH: 2,
        ReferralSource.GENERAL_PRACTICE: 3,
        ReferralSource.LEGAL: 3,
        ReferralSource.HOUSING: 2,
        ReferralSource.ANONYMOUS: 2,
        ReferralSource.OTHER: 3,
    }
)
"""Who refers, in shares that look like those of the children in need census."""
BEFORE_BIRTH: Odds[ReferralSource] = Odds(
    {
        ReferralSource.MIDWIFERY: 60,
        ReferralSource.POLICE: 12,
        ReferralSource.LOCAL_AUTHORITY: 10,
        ReferralSource.GENERAL_PRACTICE: 6,
        ReferralSource.OTHER_HEALTH: 6,
        ReferralSource.INDIVIDUAL: 6,
    }
)
REFERRED_BY: dict[ReferralSource, Duty] = {
    ReferralSource.POLICE: Duty.POLICE,
    ReferralSource.EDUCATION: Duty.SCHOOL,
    ReferralSource.LOCAL_AUTHORITY: Duty.FAMILY_HELP,
    ReferralSource.MIDWIFERY: Duty.MIDWIFE,
    ReferralSource.OTHER_HEALTH: Duty.ADULT_MENTAL_HEALTH,
    ReferralSource.HEALTH_VISITOR: Duty.HEALTH_VISITOR,
    ReferralSource.SCHOOL_NURSE: Duty.SCHOOL_NURSE,
    ReferralSource.EMERGENCY_DEPARTMENT: Duty.DOCTOR,
    ReferralSource.OTHER_PRIMARY_HEALTH: Duty.GP,
    ReferralSource.GENERAL_PRACTICE: Duty.GP,
    ReferralSource.LEGAL: Duty.PROBATION,
    ReferralSource.HOUSING: Duty.HOUSING,
}
"""The practitioner who refers; nobody's name for family, neighbours and callers who give none."""


@dataclass(frozen=True, slots=True)
class Concern:
    """A concern on the record."""

    concern_id: str
    kind: ConcernKind
    person: Person | None
    on: date


@dataclass(frozen=True, slots=True)
class Referral:
    """A referral, and the day of the decision on it."""

    referral_id: str | None
    received_on: date
    decided_on: date | None


def raise_concern(family: Family, about: Subject, kind: ConcernKind, on: date | None, **more: Any) -> Concern | None:
    """A concern of that kind, by whoever usually sees it first; None where it is not recorded."""
    worry = WORRIES[kind]
    person = {Whose.MOTHER: about.mother, Whose.FATHER: about.father, Whose.CHILD: about.person}[worry.whose]
    by = family.worker(more.pop("seen_by", worry.seen_by))
    values = {
        "person_id": person.person_id if person else None,
        "part": worry.part,
        "status": ConcernStatus.CURRENT,
        "identified_on": on,
        "significant": family.chance.yes(0.75),
        "note": worry.note,
    }
    key = family.record("concern", by, on, about, kind=kind, **{**values, **more})
    return Concern(key, kind, person, on) if key and on else None


def raise_concerns(
    family: Family, about: Subject, kinds: Sequence[ConcernKind], on: date, span: tuple[int, int] = (0, 12), **more: Any
) -> list[Concern]:
    """The first concern on the day, the others in the days after it."""
    found = [raise_concern(family, about, kind, family.after(on, span) if place else on, **more)
             for place, kind in enumerate(kinds)]  # fmt: skip
    return [concern for concern in found if concern]


def resolve_concern(family: Family, about: Subject, concern: Concern, on: date | None, why: str) -> None:
    """A concern ceases; the record of it as it stood before is kept."""
    by = family.worker(Duty.SOCIAL_WORKER)
    ended = {"status": ConcernStatus.PAST, "ended_on": on, "ended_reason": why}
    family.amend("concern", concern.concern_id, by, on, about.until, **ended)


def touch(family: Family, about: Subject, duty: Duty, kind: ContactKind, on: date | None, **more: Any) -> str | None:
    """A contact with the family, or one that was tried."""
    note = family.chance.pick(NOTES) if kind is ContactKind.VISIT else None
    return family.record("contact", family.worker(duty), on, about, kind=kind, happened_on=on, note=note, **more)


NOTES = ("Talked about the nights.", "Went through the plan together.", "A short visit; all well.", None)


def refer(
    family: Family,
    about: Subject,
    on: date,
    source: ReferralSource,
    outcome: ReferralOutcome = ReferralOutcome.ASSESSMENT,
    need: str | None = "N1",
    **more: Any,
) -> Referral:
    """A referral to social care, the contact it came by, its acknowledgement and the decision on it."""
    duty = REFERRED_BY.get(source)
    referrer = family.worker(duty) if duty else None
    decided_on = family.done(on, (0, 1), (2, 12), slow=0.12, never=0.04)
    values = {
        "from_agency_id": referrer.agency_id if referrer else None,
        "referred_by": referrer.practitioner_id if referrer else None,
        "source": source,
        "to_agency_id": "agency-social-care",
        "received_on": on,
        **_acknowledged(family, on, referrer is not None),
        "decided_on": decided_on,
        "outcome": outcome,
        "decision_reasons": "What is known now calls for it." if family.chance.yes(0.85) else None,
        "referrer_told_on": family.done(decided_on, (0, 2), (4, 15), never=0.15) if referrer else None,
        "primary_need": need,
    }
    by = family.worker(Duty.SOCIAL_WORKER)
    key = family.record("referral", by, on, about, wait=0, **{**values, **more})
    at_once = outcome if decided_on == on else None
    heard: dict[str, Any] = {"source": source, "referral_id": key, "outcome": at_once}
    family.record("contact", by, on, about, kind=ContactKind.INCOMING, happened_on=on, **heard)
    return Referral(key, on, decided_on if decided_on and decided_on <= about.until else None)


def _acknowledged(family: Family, on: date, somebody: bool) -> dict[str, Any]:
    if not somebody:
        return {}
    acknowledged_on = family.done(on, (0, 1), (2, 9), slow=0.12, never=0.06)
    by = family.worker(Duty.SOCIAL_WORKER).practitioner_id if acknowledged_on else None
    return {"acknowledged_on": acknowledged_on, "acknowledged_by": by}


def brought(family: Family, about: Subject, concerns: Sequence[Concern], referral: Referral) -> None:
    """The concerns that a referral brought are tied to it."""
    for concern in concerns:
        if concern.on <= referral.received_on:
            family.settle("concern", concern.concern_id, about.until, referral_id=referral.referral_id)


def close(family: Family, about: Subject, referral: Referral, on: date | None, reason: ClosureReason) -> None:
    """The work that came of a referral ends."""
    if on is not None and on <= about.until:
        family.settle("referral", referral.referral_id, about.until, closed_on=on, closed_reason=reason)
        end_involvement(family, about, WORKED_ON, on, reason)


WORKED_ON = ("agency-social-care", "agency-family-help")


def end_involvement(
    family: Family, about: Subject, agencies: Sequence[str], on: date | None, reason: ClosureReason
) -> None:
    """The work of these agencies with the child ends."""
    for row in family.rows.get("involvement", ()):
        its = row.get("child_id") == about.child_id or row.get("pregnancy_id", "") == about.pregnancy_id
        if its and row["agency_id"] in agencies and on and row["started_on"] <= on <= about.until:
            row.setdefault("ended_on", on)
            row.setdefault("ended_reason", reason)


IN_TEAMS = (Duty.SOCIAL_WORKER, Duty.FAMILY_HELP)
"""Duties whose work is recorded as their team's too."""


def involve(family: Family, about: Subject, duty: Duty, on: date | None, level: HelpLevel, **more: Any) -> str | None:
    """A practitioner's work with the child."""
    worker = family.worker(duty)
    values = {
        "agency_id": worker.agency_id,
        "practitioner_id": worker.practitioner_id,
        "role": worker.role,
        "team": worker.team if duty in IN_TEAMS else None,
        "level": level,
        "lead": duty is Duty.SOCIAL_WORKER,
        "started_on": on,
    }
    return family.record("involvement", worker, on, about, **{**values, **more})

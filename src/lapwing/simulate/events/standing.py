"""A young person's standing in law, where they live or are held, what they were told and asked, and missing episodes."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from lapwing.simulate.chance import Odds
from lapwing.simulate.family import Family, Subject
from lapwing.simulate.workforce import Duty
from lapwing.vocabulary.care_codes import (
    HousingFinding,
    InterviewOutcome,
    LegalStatusKind,
    RightsKind,
    SeriousIncidentKind,
    SettingKind,
)

IN_CARE = (
    LegalStatusKind.SECTION_20,
    LegalStatusKind.SECTION_31,
    LegalStatusKind.INTERIM_CARE_ORDER,
    LegalStatusKind.REMAND,
)
EVIDENCE = {
    LegalStatusKind.SECTION_20: "Agreement signed.",
    LegalStatusKind.SECTION_31: "Court order.",
    LegalStatusKind.INTERIM_CARE_ORDER: "Court order.",
    LegalStatusKind.REMAND: "Court order.",
    LegalStatusKind.YOUTH_JUSTICE_ORDER: "Court order.",
    LegalStatusKind.SPECIAL_GUARDIANSHIP: "Court order.",
    LegalStatusKind.ADOPTION_ORDER: "Court order.",
}


def stand(
    family: Family, about: Subject, kind: LegalStatusKind, on: date | None, ended_on: date | None = None, **more: Any
) -> str | None:
    """A legal status from a day; checked since, some of them long ago or never. Care ends being at home without an order."""
    verified_on = family.done(on, (0, 7), (30, 200), slow=0.2, never=0.12)
    last_day = min(ended_on or about.until, about.until)
    if verified_on and family.chance.yes(0.6 / family.strain):
        verified_on = max(verified_on, last_day - timedelta(family.chance.days(5, 170)))
    by = family.worker(Duty.SOCIAL_WORKER)
    values = {
        "started_on": on,
        "ended_on": ended_on,
        "evidence": EVIDENCE.get(kind) if family.chance.yes(0.9) else None,
        "verified_on": verified_on,
        "verified_by": by.practitioner_id if verified_on and verified_on <= about.until else None,
    }
    if kind in IN_CARE:
        _end_at_home(family, about, on)
    return family.record("legal_status", by, on, about, kind=kind, **{**values, **more})


def _end_at_home(family: Family, about: Subject, on: date | None) -> None:
    if on is None or on > about.until:
        return
    for row in family.rows.get("legal_status", ()):
        at_home = row["kind"] == LegalStatusKind.AT_HOME_NO_ORDER and row["child_id"] == about.child_id
        if at_home and row["started_on"] <= on:
            row.setdefault("ended_on", on)


def stay(
    family: Family, about: Subject, kind: SettingKind, on: date | None, ended_on: date | None = None, **more: Any
) -> str | None:
    """Where the child lives, stays or is held."""
    values = {"started_on": on, "ended_on": ended_on, "out_of_area": family.chance.yes(0.12), **more}
    return family.record("accommodation", family.worker(Duty.SOCIAL_WORKER), on, about, kind=kind, **values)


RIGHTS = {
    RightsKind.RIGHTS_EXPLAINED: "Went through the leaflet together.",
    RightsKind.ADVOCACY_OFFERED: "Will think about it.",
    RightsKind.WISHES_RECORDED: "Wants to stay near friends and to finish the course.",
    RightsKind.CAPACITY_CONSIDERED: "Understands the choice and what follows from it.",
}


def explain_rights(family: Family, about: Subject, on: date | None, share: float = 0.7, **more: Any) -> None:
    """What a young person should be told, offered and asked; how much of it was depends."""
    for kind, says in RIGHTS.items():
        if family.chance.yes(share):
            duty = Duty.ADVOCATE if kind is RightsKind.ADVOCACY_OFFERED else Duty.SOCIAL_WORKER
            told_on = family.after(on, (0, 12))
            family.record("rights", family.worker(duty), told_on, about, kind=kind, happened_on=told_on, says=says,
                          **(more if kind is RightsKind.CAPACITY_CONSIDERED else {}))  # fmt: skip


def say_of_rights(family: Family, about: Subject, kind: RightsKind, on: date | None, says: str) -> None:
    family.record("rights", family.worker(Duty.SOCIAL_WORKER), on, about, kind=kind, happened_on=on, says=says)


INTERVIEWS = Odds(
    {
        InterviewOutcome.HELD: 55,
        InterviewOutcome.DECLINED: 22,
        InterviewOutcome.NOT_OFFERED: 15,
        InterviewOutcome.DECIDED_AGAINST: 8,
    }
)


def go_missing(family: Family, about: Subject, on: date, nights: int) -> None:
    """A missing episode, and what came of the return interview."""
    returned_on = on + timedelta(nights)
    came_of_it = family.chance.by_odds(INTERVIEWS)
    offered = came_of_it in (InterviewOutcome.HELD, InterviewOutcome.DECLINED)
    offered_on = family.done(returned_on, (0, 2), (5, 14), slow=0.25, never=0.0) if offered else None
    held_on = family.after(offered_on, (0, 2)) if came_of_it is InterviewOutcome.HELD else None
    family.record(
        "missing_episode",
        family.worker(Duty.POLICE),
        on,
        about,
        missing_from_on=on,
        returned_on=returned_on,
        interview_offered_on=offered_on,
        interview_held_on=held_on,
        interview_outcome=came_of_it if _is_known(came_of_it, held_on, about.until) else None,
        interview_reason="Did not want to talk yet." if came_of_it is InterviewOutcome.DECLINED else None,
        interview_independent=family.chance.yes(0.8) if held_on else None,
        interview_used_on=family.done(held_on, (3, 20), (30, 60), never=0.3),
    )


def _is_known(outcome: InterviewOutcome, held_on: date | None, until: date) -> bool:
    return outcome is not InterviewOutcome.HELD or (held_on is not None and held_on <= until)


HOUSING_ENDS = Odds(
    {
        HousingFinding.DUTY_ACCEPTED: 50,
        HousingFinding.MAY_BE_INTENTIONAL: 18,
        HousingFinding.INTENTIONAL: 17,
        HousingFinding.UNDER_ENQUIRY: 10,
        HousingFinding.INELIGIBLE: 5,
    }
)
MEANWHILE = (SettingKind.BED_AND_BREAKFAST, SettingKind.KINSHIP, SettingKind.SUPPORTED_ACCOMMODATION, SettingKind.OTHER)


def ask_for_housing(family: Family, about: Subject, on: date | None) -> None:
    """A family turns to housing; where it may be found intentionally homeless, social care should be told at once."""
    finding = family.chance.by_odds(HOUSING_ENDS)
    found_on = family.done(on, (10, 40), (50, 90), never=0.15)
    homeless = finding in (HousingFinding.MAY_BE_INTENTIONAL, HousingFinding.INTENTIONAL, HousingFinding.INELIGIBLE)
    told_on = family.done(found_on, (0, 0), (3, 30), slow=0.25, never=0.2) if homeless else None
    closed_on = family.done(found_on, (10, 60), never=0.4)
    found = found_on is not None and found_on <= about.until
    person = about.mother or about.person
    family.record(
        "housing_approach",
        family.worker(Duty.HOUSING),
        on,
        about,
        person_id=person.person_id if person else None,
        approached_on=on,
        finding=finding if found else HousingFinding.UNDER_ENQUIRY,
        found_on=found_on,
        consent_asked_on=family.done(on, (0, 3), never=0.3),
        consent_given=family.chance.yes(0.8),
        social_care_told_on=told_on,
        social_care_decided_on=family.done(told_on, (0, 1), (4, 20), never=0.15),
        sleeping_at=family.chance.pick(MEANWHILE) if family.chance.yes(0.8) else None,
        out_of_area=family.chance.yes(0.2),
        closed_on=closed_on,
        outcome="Temporary home." if family.chance.yes(0.7) else None,
    )


def come_to_harm(family: Family, baby: Subject, on: date, kind: SeriousIncidentKind, known_on: date | None) -> None:
    """A baby died or was seriously harmed, which the local authority tells the national panel, in time or late."""
    told_on = family.done(known_on, (1, 5), (9, 20), never=0.1)
    by = family.worker(Duty.SOCIAL_WORKER)
    told = {"kind": kind, "occurred_on": on, "known_on": known_on, "notified_on": told_on}
    family.record("serious_incident", by, known_on, baby, wait=0, **told)

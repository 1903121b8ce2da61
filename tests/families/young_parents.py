"""Families in which a parent is a child, or a care leaver: what stands on their own record and on the baby's."""

from __future__ import annotations

from datetime import date
from typing import Any

from families import WHOLE, Record, Story, concern, day, expecting
from families import _recorded as recorded

ELLA, JAY = "ella-record", "jay-record"
JANUARY = "2026-01-12"
"""A Monday: when it became known that Ella, or Jay, is to be a parent."""


def young(who: str = "ella", born: str | None = "2009-05-14", *, certainty: str | None = "verified") -> Story:
    """A young person with a record of their own."""
    values = {"born_on": day(born) if born else None, "born_on_certainty": certainty}
    return [
        recorded("person", "2025-05-05", person_id=who, **values),
        recorded("child", "2025-05-05", child_id=f"{who}-record", person_id=who),
    ]


def person(who: str, born: str | None, *, certainty: str | None = "verified") -> Story:
    """Somebody who has no record as a child."""
    return [young(who, born, certainty=certainty)[0]]


def a_parent(who: str, role: str = "birth_mother", *, since: str | None = JANUARY, **values: Any) -> Story:
    """What somebody is to the baby, as the baby's record says."""
    told = {"role": role, "person_id": who, "mentioned_on": day(since) if since else None, **values}
    return [recorded("relationship", since or JANUARY, relationship_id=f"{who}-{role}", child_id="baby", **told)]


def expects(who: str = "ella", *, due: str = "2026-08-03") -> Story:
    """Ella is expecting, and stands on the baby's record as its mother."""
    return expecting(due, known=JANUARY) + a_parent(who)


def carries(who: str = "ella", *, known: str = JANUARY) -> Story:
    """The pregnancy's own record says who the mother is."""
    return [recorded("pregnancy", known, pregnancy_id="pregnancy", known_on=day(known), mother_id=who)]


def own_worry(on: str, *, of: str = ELLA, key: str = "worry", significant: bool | None = True, **values: Any) -> Story:
    """A concern about the young parent on their own record."""
    told = {"significant": significant, "recorded_by": "nurse", **values}
    return concern("child_sexual_exploitation", on, key=key, of=of, **told)


def worry_with_baby(who: str, on: str, *, key: str = "worry-with-baby", **values: Any) -> Story:
    """A significant concern about a parent that stands on the baby's record."""
    told = {"person_id": who, "part": "harmed", "significant": True, **values}
    return concern("domestic_abuse", on, key=key, of="baby", **told)


def need_decided(on: str, outcome: str = "required", *, of: str = ELLA, key: str | None = None, **values: Any) -> Story:
    """A whole decision on a young parent's own record, but for what is said to be otherwise."""
    told = {**WHOLE, "kind": "young_parent_in_need", "decided_on": day(on), "outcome": outcome, **values}
    written = told.pop("recorded", on)
    return [recorded("decision", written, decision_id=key or f"decided-{on}", child_id=of, **told)]


def works_with(who: str, child: str, since: str, level: str = "child_in_need", **values: Any) -> Story:
    """A practitioner's work with somebody."""
    told = {"practitioner_id": who, "started_on": day(since), "level": level, "lead": True, **values}
    ended: date | None = told.get("ended_on")
    return [recorded("involvement", ended or since, involvement_id=f"{who}-{child}", child_id=child, **told)]


def referred_about(child: str, on: str, *, key: str | None = None) -> Story:
    """A referral to children's social care about this child."""
    return [recorded("referral", on, referral_id=key or f"referral-{child}", child_id=child, received_on=day(on))]


def moved_to(kind: str, on: str, *, of: str = ELLA) -> Story:
    """The young parent came to live somewhere else."""
    return [recorded("accommodation", on, accommodation_id=f"{kind}-{on}", child_id=of, kind=kind, started_on=day(on))]


def stands_as(kind: str, since: str, *, of: str = ELLA) -> Story:
    """A standing in law."""
    return [recorded("legal_status", since, legal_status_id=kind, child_id=of, kind=kind, started_on=day(since))]


def again_a_parent(on: str, *, who: str = "ella") -> Story:
    """A second pregnancy, known from that day."""
    told = {"role": "birth_mother", "person_id": who, "mentioned_on": day(on)}
    return [
        recorded("pregnancy", on, pregnancy_id="second", known_on=day(on), mother_id=who),
        recorded("child", on, child_id="second-baby", pregnancy_id="second"),
        recorded("relationship", on, relationship_id="again", child_id="second-baby", **told),
    ]


def baby_died(on: str) -> Story:
    """The baby died."""
    return [recorded("person", on, person_id="baby-person", born_on=day("2026-02-16"), died_on=day(on))]


def offered_family_nurse(on: str) -> Story:
    """The family nurse was offered to Ella, who said no."""
    told = {"kind": "other", "booked_for_on": day(on), "kept": "declined"}
    return [recorded("appointment", on, appointment_id="family-nurse", child_id="baby", **told)]


def parents_set_aside(check: str, *, until: str, of: str = ELLA) -> Story:
    """A manager sets a check about parents aside."""
    told = {"check": f"parents.{check}", "decided_by": "manager", "reason": "family_choice", "expires_on": day(until)}
    return [recorded("exception", "2026-02-02", exception_id=check, child_id=of, **told)]


def left_with(on: str, *, child: str) -> Story:
    """Another area has accepted this child."""
    told = {"ended_on": day(on), "ended_reason": "moved_accepted_elsewhere"}
    return works_with("former-team", child, "2025-06-02", **told)


def others_rows(of: str, other: str) -> list[Record]:
    """Rows that have nothing to do with the young parent: a brother's record, which names him alone."""
    return [
        recorded("person", "2025-05-05", person_id=other, born_on=day("2012-03-01"), born_on_certainty="verified"),
        recorded("child", "2025-05-05", child_id=f"{other}-record", person_id=other),
        recorded(
            "relationship", "2025-05-05", relationship_id=f"{other}-{of}", child_id=f"{other}-record",
            person_id=of, role="sibling",
        ),
        *need_decided("2026-01-20", of=f"{other}-record", key=f"decided-{other}"),
        *own_worry("2026-01-19", of=f"{other}-record", key=f"worry-{other}"),
    ]  # fmt: skip

"""Verbs: a child who died or was seriously harmed, and the national panel that the local authority tells of it."""

from __future__ import annotations

from datetime import date

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import OVERSIGHT
from lapwing.conduct.policies import NotPossible, check_not_yet, check_of_social_care
from lapwing.conduct.verb import verb
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.store import current
from lapwing.vocabulary.care_codes import SeriousIncidentKind

NOT_YOURS = "Only a manager or named professional of children's social care records this."


@verb(may=OVERSIGHT)
def record_serious_incident(
    *, by: Acting, on: date, child: str, kind: SeriousIncidentKind, occurred_on: date | None = None
) -> str:
    """Records quietly that a child died or was seriously harmed, and since when it is known; the incident's key.

    Abuse or neglect is known or suspected. Without `occurred_on` it is not known when it happened. A death is recorded
    as a death first.
    """
    check_of_social_care(by, NOT_YOURS)
    person = current("child", child)["person_id"]
    if person is None:
        raise NotPossible("This child is not born yet, and this is asked only of children who were born.")
    same = links.one_with("person", [person])
    died = entries("person").filter(pk__in=same, died_on__isnull=False).exists()
    if kind is SeriousIncidentKind.DIED and not died:
        raise NotPossible("No death is on record for this child. Record that first.")
    before = entries("serious_incident").filter(child__in=links.one_with("child", [child]), kind=str(kind))
    if kind is SeriousIncidentKind.SERIOUSLY_HARMED:
        before = before.filter(occurred_on=occurred_on)
    if before.exists():
        raise NotPossible("This is on record already. If something in it is wrong, correct the entry.")
    return by.enter("serious_incident", child_id=child, kind=kind, occurred_on=occurred_on, known_on=on)


@verb(may=OVERSIGHT)
def record_panel_told(*, by: Acting, on: date, serious_incident: str, seen: int | None = None) -> None:
    """Records that the local authority told the national panel of a serious incident (Children Act 2004, section 16C)."""
    check_of_social_care(by, NOT_YOURS)
    check_not_yet(current("serious_incident", serious_incident)["notified_on"], "The national panel was told")
    by.amend("serious_incident", serious_incident, seen=seen, notified_on=on)

"""Verbs: a child's standing in law, and who has checked what shows it."""

from __future__ import annotations

from datetime import date

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import FRONT_LINE
from lapwing.conduct.policies import NotPossible, check_not_yet
from lapwing.conduct.verb import verb
from lapwing.records.entries import entries
from lapwing.records.store import current
from lapwing.vocabulary.care_codes import LegalStatusKind


@verb(may=FRONT_LINE)
def record_legal_status(*, by: Acting, on: date, child: str, kind: LegalStatusKind, evidence: str | None = None) -> str:
    """Records a legal status that a child has had since that day, and what shows it; the status's key.

    Somebody has still to verify it. What no longer holds is ended by itself.
    """
    if kind is LegalStatusKind.ADOPTION_ORDER:
        raise NotPossible("An adoption order seals this record. Record the adoption, and not a legal status alone.")
    standing = entries("legal_status").filter(child=child, kind=kind, ended_on__isnull=True)
    if standing.exists():
        raise NotPossible("This status is on record already and has not ended. Verify it, or end it first.")
    return by.enter("legal_status", child_id=child, kind=kind, started_on=on, evidence=evidence)


@verb(may=FRONT_LINE)
def verify_legal_status(
    *, by: Acting, on: date, legal_status: str, evidence: str | None = None, seen: int | None = None
) -> None:
    """Records that one has checked what shows a legal status, and that it holds; it is checked again and again."""
    was = current("legal_status", legal_status)
    check_not_yet(was["ended_on"], "This status ended")
    by.amend(
        "legal_status",
        legal_status,
        seen=seen,
        verified_on=on,
        verified_by=by.practitioner,
        evidence=evidence or was["evidence"],
    )


@verb(may=FRONT_LINE)
def end_legal_status(*, by: Acting, on: date, legal_status: str, seen: int | None = None) -> None:
    """Records that a legal status has ended."""
    check_not_yet(current("legal_status", legal_status)["ended_on"], "This status ended")
    by.amend("legal_status", legal_status, seen=seen, ended_on=on)

"""Verbs: an adoption. What was known before it is closed, and the child's new record bears no trace of the old one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lapwing.conduct.acting import Acting
from lapwing.conduct.endings import end_involvements, fall_silent
from lapwing.conduct.may import MANAGERS
from lapwing.conduct.policies import WHY, NotPossible, check_says
from lapwing.conduct.restrictions import Grounds, close_to_all_but
from lapwing.conduct.verb import verb
from lapwing.conduct.verbs.children import open_record
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.models import SealedLink
from lapwing.records.store import current
from lapwing.vocabulary.care_codes import LegalStatusKind
from lapwing.vocabulary.work_codes import ClosureReason


@verb(may=MANAGERS)
def record_adoption(
    *,
    by: Acting,
    on: date,
    child: str,
    lives_here: bool = True,
    given_name: str | None = None,
    family_name: str | None = None,
    nhs_number: str | None = None,
) -> str | None:
    """Records an adoption order made on that day, closes the record and opens a fresh one; the key of the fresh one.

    The old record is open to whoever does this alone, until they let others in. Nothing in either record leads to the
    other. Without `lives_here` the adoptive family lives elsewhere, and no record is opened.
    """
    before = current("child", child)
    if before["person_id"] is None:
        raise NotPossible("This child is not born yet; an adoption order is made after the birth.")
    same = links.one_with("child", [child])
    orders = entries("legal_status").filter(child__in=same, kind=str(LegalStatusKind.ADOPTION_ORDER))
    if orders.exists():
        raise NotPossible("An adoption order is on record for this child already.")
    by.enter("legal_status", child_id=child, kind=LegalStatusKind.ADOPTION_ORDER, started_on=on)
    end_involvements(by, on, child, ClosureReason.ADOPTED)
    close_to_all_but(by, child, [], grounds=Grounds.ADOPTION)
    fall_silent(by, [child])
    if not lives_here:
        return None
    person = current("person", before["person_id"])
    # A change of its own, so that the log of the one record does not name the other.
    after = open_record(
        by=replace(by, change=None),
        on=by.today,
        given_name=given_name,
        family_name=family_name,
        born_on=person["born_on"],
        sex=person["sex"],
        nhs_number=nhs_number,
    )
    SealedLink.objects.create(before_id=child, after_id=after, by=by.account, at=by.at)
    return after


@verb(may=MANAGERS)
def open_sealed_link(*, by: Acting, on: date, child: str, why: str) -> list[str]:
    """Says to which other record an adoption leads, from either side; why somebody asked stays in the log."""
    check_says(why, "why", WHY)
    same, sealed = links.one_with("child", [child]), SealedLink.objects.values_list("before", "after")
    found = [*(b for b, a in sealed.filter(after__in=same)), *(a for b, a in sealed.filter(before__in=same))]
    if not found:
        raise NotPossible("No other record of this child is kept here.")
    by.note(why=why)
    return found

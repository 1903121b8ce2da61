"""Verbs: a concern is raised, put to whoever can act on it, and ends with a reason or is found to need no action."""

from __future__ import annotations

from datetime import date

from lapwing.conduct.acting import Acting
from lapwing.conduct.at_work import tell_lead
from lapwing.conduct.may import FRONT_LINE
from lapwing.conduct.notifications import entered_by
from lapwing.conduct.policies import WHY, NotPossible, check_by_then, check_not_own, check_not_yet, check_says
from lapwing.conduct.verb import verb
from lapwing.conduct.verbs.referrals import put_to_agency
from lapwing.conduct.whose import Whose
from lapwing.records.store import CannotEnter, current
from lapwing.vocabulary.codes import ConcernKind, ConcernPart, ConcernStatus


@verb(may=FRONT_LINE)
def raise_concern(
    *,
    by: Acting,
    on: date,
    child: str | None = None,
    pregnancy: str | None = None,
    kind: ConcernKind,
    significant: bool | None = None,
    person: str | None = None,
    part: ConcernPart | None = None,
    status: ConcernStatus = ConcernStatus.CURRENT,
    incident_on: date | None = None,
    assessment: str | None = None,
    referral: str | None = None,
    note: str | None = None,
    to_agency: str | None = None,
) -> str:
    """Raises a concern for a child, about one person where it is about somebody; the concern's key.

    With `to_agency` it is put to that agency in the same step, as a referral: what is decided on the referral is then
    what came of the concern.
    """
    whose = Whose(child, pregnancy)
    check_by_then("incident_on", incident_on, on)
    if to_agency is not None and referral is not None:
        raise CannotEnter("Give the referral that the concern came in, or the agency to put it to; not both.")
    if to_agency is not None:
        referral = put_to_agency(by, on, whose, to_agency)
    concern = by.enter(
        "concern",
        **whose.columns,
        person_id=person,
        kind=kind,
        part=part,
        status=status,
        identified_on=on,
        incident_on=incident_on,
        significant=significant,
        assessment_id=assessment,
        referral_id=referral,
        note=note,
    )
    if significant:
        _tell_lead(by, whose, concern)
    return concern


@verb(may=FRONT_LINE)
def mark_concern_significant(*, by: Acting, on: date, concern: str, reason: str, seen: int | None = None) -> None:
    """Marks a concern significant that was not so marked when it was raised, and says why."""
    check_says(reason, "reason", WHY)
    was = current("concern", concern)
    check_not_yet(was["ended_on"], "This concern ended")
    by.amend("concern", concern, seen=seen, why=reason, significant=True)
    _tell_lead(by, Whose.of(was), concern)


@verb(may=FRONT_LINE)
def say_part_in_concern(
    *, by: Acting, on: date, concern: str, part: ConcernPart, person: str | None = None, seen: int | None = None
) -> None:
    """Says what part somebody has in a concern, and who it is, where that was not known when it was raised."""
    was = current("concern", concern)
    if was["part"] not in (None, ConcernPart.NOT_KNOWN) or was["person_id"] not in (None, person or was["person_id"]):
        raise NotPossible(
            "This concern says already whose part in it is which. Raise another one about anybody else; if it is wrong, correct it."
        )
    by.amend("concern", concern, seen=seen, part=part, person_id=person or was["person_id"])


@verb(may=FRONT_LINE)
def find_no_action_needed(*, by: Acting, on: date, concern: str, reason: str, seen: int | None = None) -> None:
    """Finds that a concern needs no action, and says why; a significant one is weighed by somebody who did not raise it."""
    check_says(reason, "reason", WHY)
    was = current("concern", concern)
    check_not_yet(was["no_action_on"], "This concern was found to need no action")
    raised_by = entered_by("concern", concern)
    if was["significant"]:
        check_not_own(by, raised_by, "This concern")
    by.amend("concern", concern, seen=seen, no_action_on=on, no_action_reason=reason)
    what = "A concern that you raised was found to need no action. Read why, and say so if you disagree."
    by.tell(raised_by, what, child=was["child_id"], table="concern", key=concern)


@verb(may=FRONT_LINE)
def end_concern(
    *,
    by: Acting,
    on: date,
    concern: str,
    reason: str,
    status: ConcernStatus = ConcernStatus.PAST,
    seen: int | None = None,
) -> None:
    """Ends a concern that is past, or was looked into and cleared, and says why.

    That a significant one was cleared, somebody says who did not raise it.
    """
    check_says(reason, "reason", WHY)
    if status == ConcernStatus.CURRENT:
        raise CannotEnter("status: has current; a concern that ends is past, or was looked into and cleared.")
    was = current("concern", concern)
    check_not_yet(was["ended_on"], "This concern ended")
    if was["significant"] and status == ConcernStatus.CLEARED:
        check_not_own(by, entered_by("concern", concern), "This concern")
    by.amend("concern", concern, seen=seen, ended_on=on, ended_reason=reason, status=status)
    what = "A concern that you raised has ended. Read why, and say so if you disagree."
    by.tell(entered_by("concern", concern), what, child=was["child_id"], table="concern", key=concern)


def _tell_lead(by: Acting, whose: Whose, concern: str) -> None:
    what = "A significant concern was recorded in work that you lead. Read it, and say what comes of it."
    tell_lead(by, what, **whose.named, table="concern", key=concern)

"""Verbs: what a review of a plan says of each concern, of the baby's health, and of the father and any partner."""

from __future__ import annotations

from datetime import date
from typing import Any

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import FRONT_LINE
from lapwing.conduct.policies import NotPossible, check_by_then, check_in_words
from lapwing.conduct.verb import verb
from lapwing.records.entries import entries
from lapwing.records.store import CannotEnter, current
from lapwing.vocabulary.work_codes import ConcernChange, EvidenceBasis, MeetingKind, ReviewLineAbout

REVIEWS = (
    MeetingKind.REVIEW_CONFERENCE,
    MeetingKind.CHILD_IN_NEED_REVIEW,
    MeetingKind.FAMILY_HELP_REVIEW,
    MeetingKind.LOOKED_AFTER_REVIEW,
)


@verb(may=FRONT_LINE)
def review_concern(
    *,
    by: Acting,
    on: date,
    meeting: str,
    concern: str,
    change: ConcernChange,
    basis: EvidenceBasis,
    sustained_since_on: date | None = None,
    remains: str | None = None,
) -> str:
    """Writes the line of a review on one concern: what changed, how that is known, since when it has held; its key."""
    was = _review(meeting)
    check_by_then("sustained_since_on", sustained_since_on, on)
    _check_no_line("concern_review", meeting=meeting, concern=concern)
    if change == ConcernChange.WORSE and sustained_since_on is not None:
        raise CannotEnter("sustained_since_on: says since when something has been better; leave it out.")
    return by.enter(
        "concern_review",
        meeting_id=meeting,
        concern_id=concern,
        child_id=was["child_id"],
        change=change,
        basis=basis,
        sustained_since_on=sustained_since_on,
        remains=remains,
        written_on=on,
    )


@verb(may=FRONT_LINE)
def write_review_line(
    *, by: Acting, on: date, meeting: str, about: ReviewLineAbout, says: str, evidence_on: date | None = None
) -> str:
    """Writes the line of a review on the baby's health and weight, or on the father and any partner; its key.

    That the father's name is withheld for safety is such a line.
    """
    was = _review(meeting)
    check_in_words(says=says)
    check_by_then("evidence_on", evidence_on, on)
    _check_no_line("review_line", meeting=meeting, about=str(about))
    return by.enter(
        "review_line",
        meeting_id=meeting,
        child_id=was["child_id"],
        about=about,
        says=says,
        evidence_on=evidence_on,
        written_on=on,
    )


def _review(meeting: str) -> dict[str, Any]:
    was = current("meeting", meeting)
    if was["kind"] not in REVIEWS:
        raise NotPossible(
            "This meeting is not a review of a plan. Write the line in the review, or an analysis instead."
        )
    return was


def _check_no_line(table: str, **which: str) -> None:
    if entries(table).filter(**which).exists():
        raise NotPossible("This review has that line already. If it is wrong, correct the entry.")

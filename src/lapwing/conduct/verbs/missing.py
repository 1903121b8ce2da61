"""Verbs: a child who was missing, and the return interview that somebody independent offers."""

from __future__ import annotations

from datetime import date
from typing import Any

from lapwing.conduct.acting import Acting
from lapwing.conduct.at_work import tell_lead
from lapwing.conduct.may import FRONT_LINE, OVERSIGHT
from lapwing.conduct.policies import NotPossible, check_not_yet, check_says
from lapwing.conduct.verb import verb
from lapwing.records.entries import entries
from lapwing.records.store import current
from lapwing.vocabulary.care_codes import InterviewOutcome


@verb(may=FRONT_LINE)
def report_missing(*, by: Acting, on: date, child: str) -> str:
    """Records that a child went missing on that day, and tells whoever leads; the episode's key."""
    if entries("missing_episode").filter(child=child, returned_on__isnull=True).exists():
        raise NotPossible("The child is on record as missing already. Record the return first, if there was one.")
    episode = by.enter("missing_episode", child_id=child, missing_from_on=on)
    what = "A child with whom you work was reported missing."
    tell_lead(by, what, child=child, pregnancy=None, table="missing_episode", key=episode)
    return episode


@verb(may=FRONT_LINE)
def record_return(*, by: Acting, on: date, missing_episode: str, seen: int | None = None) -> None:
    """Records that a child who was missing is back, and tells whoever leads that an interview is to be offered."""
    was = current("missing_episode", missing_episode)
    check_not_yet(was["returned_on"], "The child came back")
    by.amend("missing_episode", missing_episode, seen=seen, returned_on=on)
    what = "A child who was missing is back. Somebody who does not care for the child is to offer to talk."
    tell_lead(by, what, child=was["child_id"], pregnancy=None, table="missing_episode", key=missing_episode)


@verb(may=FRONT_LINE)
def offer_return_interview(*, by: Acting, on: date, missing_episode: str, seen: int | None = None) -> None:
    """Records that a return interview was offered, whether or not it was taken up."""
    was = _returned(missing_episode)
    check_not_yet(was["interview_offered_on"], "A return interview was offered")
    by.amend("missing_episode", missing_episode, seen=seen, interview_offered_on=on)


@verb(may=FRONT_LINE)
def record_return_interview_declined(
    *, by: Acting, on: date, missing_episode: str, reason: str | None = None, seen: int | None = None
) -> None:
    """Records that the young person did not want a return interview; nobody has to say where they were."""
    was = _returned(missing_episode)
    check_not_yet(was["interview_held_on"], "The return interview was held")
    by.amend(
        "missing_episode",
        missing_episode,
        seen=seen,
        interview_offered_on=was["interview_offered_on"] or on,
        interview_outcome=InterviewOutcome.DECLINED,
        interview_reason=reason,
    )


@verb(may=FRONT_LINE)
def hold_return_interview(
    *, by: Acting, on: date, missing_episode: str, independent: bool, seen: int | None = None
) -> None:
    """Records that a return interview was held, and whether by somebody who does not care for the child."""
    was = _returned(missing_episode)
    check_not_yet(was["interview_held_on"], "The return interview was held")
    by.amend(
        "missing_episode",
        missing_episode,
        seen=seen,
        interview_offered_on=was["interview_offered_on"] or on,
        interview_held_on=on,
        interview_outcome=InterviewOutcome.HELD,
        interview_reason=None,
        interview_independent=independent,
    )


@verb(may=OVERSIGHT)
def decide_against_return_interview(
    *, by: Acting, on: date, missing_episode: str, reason: str, seen: int | None = None
) -> None:
    """Records a decision to offer no return interview, and why; it takes a manager or a named professional."""
    was = _returned(missing_episode)
    check_says(reason, "reason", "why no interview is offered, in words")
    check_not_yet(was["interview_held_on"], "The return interview was held")
    check_not_yet(was["interview_offered_on"], "A return interview was offered")
    by.amend(
        "missing_episode",
        missing_episode,
        seen=seen,
        interview_outcome=InterviewOutcome.DECIDED_AGAINST,
        interview_reason=reason,
    )


@verb(may=FRONT_LINE)
def use_return_interview(*, by: Acting, on: date, missing_episode: str, seen: int | None = None) -> None:
    """Records that what the young person told was brought into an assessment or a plan."""
    was = current("missing_episode", missing_episode)
    if was["interview_held_on"] is None:
        raise NotPossible("No return interview is on record as held. Record that first.")
    check_not_yet(was["interview_used_on"], "What was told was brought into an assessment or a plan")
    by.amend("missing_episode", missing_episode, seen=seen, interview_used_on=on)


def _returned(missing_episode: str) -> dict[str, Any]:
    """An episode that is over."""
    was = current("missing_episode", missing_episode)
    if was["returned_on"] is None:
        raise NotPossible("The child is still on record as missing. Record the return first.")
    return was

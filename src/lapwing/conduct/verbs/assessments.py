"""Verbs: an assessment is started, written, signed off by a manager who does not lead it, or given up with a reason."""

from __future__ import annotations

from datetime import date
from typing import Any

from lapwing.conduct.acting import Acting
from lapwing.conduct.at_work import record_has_ended
from lapwing.conduct.may import FRONT_LINE, MANAGERS
from lapwing.conduct.notifications import account_of
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import (
    WHY,
    agency_leading,
    check_by_then,
    check_goes_on,
    check_is_there,
    check_may_hand_on,
    check_never_led,
    check_not_yet,
    check_one_of,
    check_same_agency,
    check_says,
)
from lapwing.conduct.verb import verb
from lapwing.conduct.whose import Whose
from lapwing.records.entries import entries
from lapwing.records.store import CannotEnter, current
from lapwing.vocabulary.codes import ConcernKind
from lapwing.vocabulary.work_codes import AnalysisKind, AssessmentKind, Dimension, Explored, ReferralOutcome

HEADED = (AnalysisKind.OWN_NEED, AnalysisKind.CAUSE_OF_BEHAVIOUR)
"""Entries of analysis that stand under a heading: a kind of concern."""


@verb(may=FRONT_LINE)
def start_assessment(
    *,
    by: Acting,
    on: date,
    child: str | None = None,
    pregnancy: str | None = None,
    kind: AssessmentKind,
    led_by: str | None = None,
    referral: str | None = None,
) -> str:
    """Starts an assessment, led by whoever starts it unless another practitioner is named; the assessment's key."""
    check_goes_on(child, pregnancy)
    check_is_there(led_by)
    lead = led_by or by.practitioner
    assessment = by.enter(
        "assessment",
        **Whose(child, pregnancy).columns,
        kind=kind,
        referral_id=referral,
        led_by=lead,
        started_on=on,
    )
    by.tell(
        account_of(lead), "An assessment was started for you to lead.", child=child, table="assessment", key=assessment
    )
    return assessment


@verb(may=FRONT_LINE)
def hand_on_assessment(
    *, by: Acting, on: date, assessment: str, led_by: str, reason: str, seen: int | None = None
) -> None:
    """Gives an assessment to another practitioner to lead, and says why; its lead does, or a manager of the lead's agency."""
    check_says(reason, "reason", WHY)
    was = _unfinished(assessment)
    check_may_hand_on(by, was, "this assessment")
    check_is_there(led_by)
    by.amend("assessment", assessment, seen=seen, why=reason, led_by=led_by)
    for practitioner, what in (
        (led_by, "An assessment was given to you to lead."),
        (was["led_by"], "An assessment that you led was given to somebody else."),
    ):
        by.tell(account_of(practitioner), what, child=was["child_id"], table="assessment", key=assessment)


@verb(may=FRONT_LINE)
def write_analysis(
    *,
    by: Acting,
    on: date,
    assessment: str | None = None,
    child: str | None = None,
    pregnancy: str | None = None,
    kind: AnalysisKind,
    person: str | None = None,
    concern: str | None = None,
    dimension: Dimension | None = None,
    concern_kind: ConcernKind | None = None,
    explored: Explored | None = None,
    not_explored_reason: str | None = None,
    evidence_on: date | None = None,
    finding: str | None = None,
    conclusion: str | None = None,
    review_on: date | None = None,
) -> str:
    """Writes one entry of analysis, of an assessment or of a child's record: one person and dimension, need or cause; its key.

    Where something was not explored, the reason stands in its place; of a parent who is not assessed, with the day on
    which that is looked at again.
    """
    check_one_of(assessment=assessment, child=child, pregnancy=pregnancy)
    _check_heading(kind, dimension, concern_kind)
    _check_says_something(explored, not_explored_reason, finding, conclusion)
    _check_looked_at_again(kind, dimension, explored, review_on)
    check_by_then("evidence_on", evidence_on, on)
    whose = Whose.of(_unfinished(assessment)) if assessment else Whose(child, pregnancy)
    return by.enter(
        "analysis",
        **whose.columns,
        kind=kind,
        assessment_id=assessment,
        person_id=person,
        concern_id=concern,
        dimension=dimension,
        concern_kind=concern_kind,
        explored=explored,
        not_explored_reason=not_explored_reason,
        evidence_on=evidence_on,
        finding=finding,
        conclusion=conclusion,
        written_on=on,
        review_on=review_on,
    )


@verb(may=MANAGERS)
def sign_off_assessment(
    *,
    by: Acting,
    on: date,
    assessment: str,
    outcome: ReferralOutcome,
    child_seen: bool | None = None,
    despite: str | None = None,
    seen: int | None = None,
) -> None:
    """Signs an assessment off, with what it leads to.

    A manager of the agency that leads it does this, who never led it and wrote no part of it. `despite` says why it is
    signed off although something is missing; it is kept with the version.
    """
    was = _unfinished(assessment)
    _check_is_for(by, was)
    _check_wrote_none(by, assessment)
    by.amend(
        "assessment",
        assessment,
        seen=seen,
        why=despite or "",
        signed_off_on=on,
        signed_off_by=by.practitioner,
        outcome=outcome,
        child_seen=was["child_seen"] if child_seen is None else child_seen,
    )
    what = "An assessment that you lead was signed off."
    by.tell(account_of(was["led_by"]), what, child=was["child_id"], table="assessment", key=assessment)


@verb(may=MANAGERS)
def stop_assessment(*, by: Acting, on: date, assessment: str, reason: str, seen: int | None = None) -> None:
    """Gives an assessment up unfinished, and says why; it takes a manager of the agency, who never led it."""
    check_says(reason, "reason", WHY)
    was = _unfinished(assessment)
    _check_is_for(by, was)
    by.amend("assessment", assessment, seen=seen, stopped_on=on, stopped_reason=reason)
    if not record_has_ended(was["child_id"], was["pregnancy_id"]):
        what = "An assessment that you lead was given up. Read why, and say so if you disagree."
        by.tell(account_of(was["led_by"]), what, child=was["child_id"], table="assessment", key=assessment)


def _unfinished(assessment: str) -> dict[str, Any]:
    was = current("assessment", assessment)
    check_not_yet(was["signed_off_on"], "This assessment was signed off")
    check_not_yet(was["stopped_on"], "This assessment was given up")
    return was


def _check_is_for(by: Acting, was: dict[str, Any]) -> None:
    check_same_agency(by, agency_leading(was), "This assessment")
    check_never_led(by, "assessment", was["assessment_id"])


def _check_wrote_none(by: Acting, assessment: str) -> None:
    written = entries("analysis").filter(assessment=assessment, recorded_by=by.practitioner)
    if written.exists():
        raise Refused("You wrote part of this assessment, so another manager of your agency has to sign it off.")


def _check_heading(kind: AnalysisKind, dimension: Dimension | None, concern_kind: ConcernKind | None) -> None:
    if dimension is not None and kind != AnalysisKind.PARENTING_CAPACITY:
        raise CannotEnter("dimension: belongs to parenting capacity; leave it out here.")
    if kind in HEADED and concern_kind is None:
        raise CannotEnter(f"concern_kind: {kind.label} needs the heading that it is about.")


def _check_says_something(
    explored: Explored | None, reason: str | None, finding: str | None, conclusion: str | None
) -> None:
    if explored == Explored.NOT_EXPLORED:
        check_says(reason, "not_explored_reason", "why it was not explored, in words")
    elif reason is not None:
        raise CannotEnter("not_explored_reason: stands with explored not_explored, and nothing else.")
    elif explored is None and not (finding or conclusion):
        raise CannotEnter("Say what was found, what it means for the child, or what came of asking.")


def _check_looked_at_again(
    kind: AnalysisKind, dimension: Dimension | None, explored: Explored | None, review_on: date | None
) -> None:
    """Whether an adult is assessed at all is never decided for good."""
    if kind != AnalysisKind.PARENTING_CAPACITY or explored != Explored.NOT_EXPLORED:
        return
    if dimension is None and review_on is None:
        raise CannotEnter("review_on: needs the day on which not assessing this adult is looked at again.")

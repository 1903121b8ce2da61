"""Verbs: saying that a finding does not fit, and setting a check aside for one child, for a reason and for a time."""

from __future__ import annotations

from datetime import date

from lapwing.conduct.acting import Acting
from lapwing.conduct.at_work import at_work
from lapwing.conduct.findings import OPEN_OUTCOMES
from lapwing.conduct.may import FRONT_LINE, MANAGERS
from lapwing.conduct.notifications import managers_of
from lapwing.conduct.permissions import NOT_HERE, Refused
from lapwing.conduct.policies import WHY, NotPossible, check_lies_ahead, check_not_own, check_says
from lapwing.conduct.posts import practitioners_of_same
from lapwing.conduct.verb import verb
from lapwing.records.entries import entries
from lapwing.records.models import Finding, FindingAnswer
from lapwing.records.store import NoSuchEntry, current
from lapwing.vocabulary.care_codes import ExceptionReason

ONE_OF_SEVERAL = {"concern": "concern_id", "meeting": "meeting_id"}
"""Tables of which each entry of a child may be set aside by itself, with the column that names it in an exception."""


@verb(may=MANAGERS)
def set_aside(
    *,
    by: Acting,
    on: date,
    child: str,
    check: str,
    subject: str,
    reason: ExceptionReason,
    says: str,
    expires_on: date,
) -> str:
    """Sets a check aside for one child, for a reason, to the end of a day ahead; the key of the exception.

    `check` and `subject` are those of the finding. It is decided by a manager who does not work with the child.
    """
    check_says(says, "says", "what is to be said, in words")
    return _set_aside(by, on, _finding(child, check, subject), reason, says, expires_on)


@verb(may=MANAGERS)
def end_exception(*, by: Acting, on: date, exception: str, why: str, seen: int | None = None) -> None:
    """Ends an exception with that day, before its time, and says why; from the next day the check speaks again."""
    check_says(why, "why", WHY)
    ends_on = current("exception", exception)["expires_on"]
    if ends_on is not None and ends_on <= on:
        raise NotPossible(f"This exception ended on {ends_on:%-d %B %Y}.")
    by.amend("exception", exception, seen=seen, why=why, expires_on=on)


@verb(may=FRONT_LINE)
def answer_finding(
    *, by: Acting, on: date, child: str, check: str, subject: str, reason: ExceptionReason, says: str
) -> int:
    """Says that a finding does not fit, and why; a manager agrees or does not. The number of the answer."""
    check_says(says, "says", "what is to be said, in words")
    finding = _finding(child, check, subject)
    of_it = FindingAnswer.objects.filter(child=child, check_code=check, subject=subject)
    if of_it.filter(decided_at__isnull=True).exists():
        raise NotPossible("An answer to this finding waits for a manager already.")
    answer = FindingAnswer.objects.create(
        child_id=child,
        subject=finding.subject,
        check_code=check,
        reason=str(reason),
        says=says,
        answered_by=by.account,
        answered_at=by.at,
    )
    by.note(check=check, subject=subject, answer=answer.pk, reason=str(reason))
    for manager in managers_of(by.agency):
        by.tell(manager, "Somebody says that a finding does not fit. Agree, or say why it stands.", child=child)
    return answer.pk


@verb(may=MANAGERS)
def agree_with_answer(*, by: Acting, on: date, child: str, answer: int, expires_on: date, says: str = "") -> str:
    """Agrees that a finding does not fit, and sets the check aside to the end of a day ahead; the key of the exception."""
    one = _waiting(by, child, answer)
    finding = _finding(child, one.check_code, one.subject)
    exception = _set_aside(by, on, finding, one.reason, one.says, expires_on)
    one.exception_id = exception
    _decide(by, one, agreed=True, says=says)
    by.tell(one.answered_by_id, "A manager agreed that the finding does not fit, for a time.", child=child)
    return exception


@verb(may=MANAGERS)
def disagree_with_answer(*, by: Acting, on: date, child: str, answer: int, says: str) -> None:
    """Says why a finding stands although somebody thought that it does not fit."""
    check_says(says, "says", "what is to be said, in words")
    one = _waiting(by, child, answer)
    _decide(by, one, agreed=False, says=says)
    by.tell(one.answered_by_id, "A manager looked at your answer, and the finding stands. Read why.", child=child)


def _finding(child: str, check: str, subject: str) -> Finding:
    """The open finding of a check about a subject of the child's record."""
    found = Finding.objects.filter(child=child, check_code=check, subject=subject, outcome__in=OPEN_OUTCOMES).first()
    if found is None:
        raise NotPossible("There is no such open finding for this child, so that there is nothing to set aside.")
    return found


def _set_aside(by: Acting, on: date, finding: Finding, reason: str, says: str, expires_on: date) -> str:
    check_lies_ahead(expires_on, by, "expires_on")
    _check_not_at_work(by, finding.child_id)
    return by.enter(
        "exception",
        child_id=finding.child_id,
        check=finding.check_code,
        reason=reason,
        says=says,
        decided_by=by.practitioner,
        decided_on=on,
        expires_on=expires_on,
        **_names_one(finding.subject),
    )


def _names_one(subject: str) -> dict[str, str]:
    """The concern or meeting that a finding is about, where the check is made of each."""
    return {column: subject for table, column in ONE_OF_SEVERAL.items() if entries(table).filter(pk=subject).exists()}


def _check_not_at_work(by: Acting, child: str) -> None:
    """Nobody sets aside what asks after their own work."""
    if at_work(child, None).filter(practitioner__in=practitioners_of_same(by.account)).exists():
        raise Refused("You work with this child yourself; another manager decides whether a finding does not fit.")


def _waiting(by: Acting, child: str, answer: int) -> FindingAnswer:
    """An answer about this child that no manager has decided on, and that is another person's."""
    one = FindingAnswer.objects.filter(pk=answer, child=child).first()
    if one is None:
        raise NoSuchEntry(NOT_HERE)
    if one.decided_at is not None:
        raise NotPossible("A manager has decided on this answer already.")
    check_not_own(by, one.answered_by_id, "This answer")
    return one


def _decide(by: Acting, one: FindingAnswer, *, agreed: bool, says: str) -> None:
    one.agreed, one.decided_by, one.decided_at, one.decision_says = agreed, by.account, by.at, says
    one.save(update_fields=["agreed", "decided_by", "decided_at", "decision_says", "exception"])
    by.note(answer=one.pk, agreed=agreed)

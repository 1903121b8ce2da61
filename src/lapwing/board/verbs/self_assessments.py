"""The yearly self-assessment: opened for every agency, answered by each for itself, sent, and moderated by others."""

from __future__ import annotations

from datetime import date
from typing import Any

from lapwing.board.roster import agencies_here
from lapwing.board.self_assessment import SCORES, standards
from lapwing.board.wording import check_written
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import OFFICERS, OVERSIGHT, SCRUTINY
from lapwing.conduct.notifications import overseers_of
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible, check_lies_ahead, check_says
from lapwing.conduct.verb import verb
from lapwing.records.entries import entries
from lapwing.records.store import CannotEnter, current
from lapwing.vocabulary.tables import Codes

OPENED = (
    "Your agency's yearly self-assessment is open until {due:%-d %B %Y}. You find it under Board, Self-assessment, with "
    "what your agency said last time."
)


class Score(Codes):
    """A score of an agency by a standard."""

    NOT_IN_PLACE = "0", SCORES[0]
    BEGUN = "1", SCORES[1]
    IN_PLACE = "2", SCORES[2]
    WORKS = "3", SCORES[3]


@verb(may=OFFICERS)
def open_self_assessment(*, by: Acting, round_title: str, due_on: date, on: date) -> str:
    """Opens a round for every agency of which somebody signs in, and tells their managers and named professionals."""
    check_says(round_title, "round_title", "what the round is called")
    check_lies_ahead(due_on, by, "due_on")
    key = by.enter("self_assessment", title=round_title, opened_on=on, due_on=due_on)
    for agency in agencies_here():
        by.enter("agency_return", self_assessment_id=key, agency_id=agency)
        for account in overseers_of(agency):
            by.tell(account, OPENED.format(due=due_on))
    return key


@verb(may=OVERSIGHT)
def answer_standard(
    *,
    by: Acting,
    agency_return: str,
    standard: str,
    score: Score,
    evidence: str,
    planned: str | None = None,
    seen: int | None = None,
    on: date,
) -> str:
    """Says how one's own agency stands by a standard, or says it anew before it is sent; the key of the answer."""
    _own_unsent(by, agency_return)
    if standard not in standards():
        raise CannotEnter(f"standard: needs one of {', '.join(standards())}.")
    check_written("evidence", evidence, "what shows it, and where that is found")
    said: dict[str, Any] = {"score": int(score), "evidence": evidence, "planned": planned}
    before = entries("standard_answer").filter(agency_return=agency_return, standard=standard).first()
    if before is None:
        return by.enter("standard_answer", agency_return_id=agency_return, standard=standard, **said)
    by.amend("standard_answer", before.pk, seen=seen, **said)
    return str(before.pk)


@verb(may=OVERSIGHT)
def submit_return(*, by: Acting, agency_return: str, on: date) -> None:
    """Sends an agency's answers, once every standard is answered."""
    _own_unsent(by, agency_return)
    answered = set(entries("standard_answer").filter(agency_return=agency_return).values_list("standard", flat=True))
    lacking = [one.title for code, one in standards().items() if code not in answered]
    if lacking:
        raise NotPossible(f"There is no answer yet to: {'; '.join(lacking)}.")
    by.amend("agency_return", agency_return, submitted_on=on, submitted_account_id=by.account.pk)


@verb(may=SCRUTINY)
def send_return_back(*, by: Acting, agency_return: str, reason: str, on: date) -> None:
    """Gives an agency its answers back to complete, and says why."""
    was = current("agency_return", agency_return)
    check_written("reason", reason, "what is to be completed")
    if was["submitted_on"] is None:
        raise NotPossible("These answers have not been sent yet.")
    by.amend("agency_return", agency_return, submitted_on=None, submitted_account_id=None, why=reason)
    for account in overseers_of(was["agency_id"]):
        by.tell(account, f"Your agency's self-assessment came back to be completed: {reason}")


@verb(may=SCRUTINY)
def moderate_answer(
    *, by: Acting, standard_answer: str, moderated_score: Score, reason: str, seen: int | None = None, on: date
) -> None:
    """Scores what an agency said of itself by a standard, with the reason; the agency's own score stays beside it."""
    _check_sent(current("standard_answer", standard_answer)["agency_return_id"])
    check_written("reason", reason, "why it is scored so")
    by.amend(
        "standard_answer",
        standard_answer,
        seen=seen,
        moderated_score=int(moderated_score),
        moderated_reason=reason,
        moderated_on=on,
    )


def _check_sent(agency_return: str) -> None:
    if current("agency_return", agency_return)["submitted_on"] is None:
        raise NotPossible("The agency has not sent its answers yet; what is being written is not scored.")


def _own_unsent(by: Acting, agency_return: str) -> None:
    was = current("agency_return", agency_return)
    if was["agency_id"] != by.agency:
        raise Refused("These are another agency's answers; its own managers and named professionals write them.")
    if was["submitted_on"] is not None:
        raise NotPossible("These answers were sent. Ask a partnership officer to give them back if they are to change.")

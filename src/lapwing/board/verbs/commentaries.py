"""Verbs: what people say of a figure or a key finding, and that the Board looked at something."""

from __future__ import annotations

from datetime import date

from lapwing.board.wording import check_names_nobody, check_written
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import PARTNERS, SCRUTINY, May
from lapwing.conduct.notifications import entered_by
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import WHY, check_lies_ahead, check_says
from lapwing.conduct.verb import verb
from lapwing.lessons.ages_of_concern import LESSONS
from lapwing.lessons.near import nearest_said
from lapwing.measures import MEASURES
from lapwing.records.store import CannotEnter, current

COMMENTATORS: May = {**SCRUTINY, **PARTNERS}
"""Who says what may lie behind a figure."""


@verb(may=COMMENTATORS)
def comment(*, by: Acting, about: str, says: str, on: date) -> str:
    """Says what may lie behind a figure or a key finding, or what was asked about it; the key of the comment."""
    known = [*MEASURES, *(lesson.id for lesson in LESSONS)]
    if about not in known:
        raise CannotEnter(f"about: needs a measure or a lesson of the report. {nearest_said(about, known)}")
    check_written("says", says, "what is to be said, in words and naming nobody")
    return by.enter("commentary", about=about, says=says, said_on=on)


@verb(may=COMMENTATORS)
def withdraw_comment(*, by: Acting, commentary: str, why: str, on: date) -> None:
    """Takes back a comment that one has written; it stays in the history."""
    check_says(why, "why", WHY)
    current("commentary", commentary)
    if entered_by("commentary", commentary) != by.account.pk:
        raise Refused("This was written by somebody else, and only they can withdraw it.")
    by.void("commentary", commentary, why=why)


@verb(may=SCRUTINY)
def record_board_review(
    *, by: Acting, about: str, on: date, decided: str, minute: str | None = None, next_on: date | None = None
) -> str:
    """Records that the Board looked at a finding, a measure or a register, and what it decided; the key of the review."""
    check_says(about, "about", "what was looked at")
    check_written("decided", decided, "what was decided")
    check_names_nobody(minute=minute)
    if next_on is not None:
        check_lies_ahead(next_on, by, "next_on")
    return by.enter("board_review", about=about, reviewed_on=on, decision=decided, minute=minute, next_on=next_on)

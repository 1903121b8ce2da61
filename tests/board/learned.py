"""An item of learning as an officer brings it along, for tests: taken up, its check chosen, told, done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from cast import MONDAY, Partnership

from lapwing.board.figures import Figure
from lapwing.board.verbs.board_actions import give_board_action
from lapwing.board.verbs.briefings import issue_briefing, write_briefing
from lapwing.board.verbs.learning import begin_learning, choose_practice_check
from lapwing.conduct.acting import Acting
from lapwing.vocabulary.board.codes import ArisesFrom
from lapwing.vocabulary.board.learning import CheckedBy

MEASURE = "before_birth.assessed"
DUE = date(2026, 11, 2)
YEAR = timedelta(days=365)
WORDS: dict[str, str] = {
    "title": "Assess before birth",
    "happened": "Several services knew that a baby was expected.\nNone of them asked for an assessment.",
    "matters": "Whoever waits for the birth has no time left to help.",
    "differently": "Refer when a circumstance on the list is known.\nSay on record where none is needed, and why.",
    "questions": "Who refers here?\nWhat keeps us from it?",
    "more": "The procedure before birth.",
}


class Counted:
    """What a measure is told as, until it is counted anew."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.figure = Figure(MEASURE, "", MONDAY - YEAR, MONDAY, MONDAY)
        for place in ("verbs.learning", "reading.learning"):
            monkeypatch.setattr(f"lapwing.board.{place}.latest", lambda code: self.figure)

    def say(self, met: int | None, of: int, day: date) -> None:
        """From now on it holds of so many; None where that is kept back."""
        says = f"fewer than 5 of {of}" if met is None else f"{met} of {of} ({met / of:.0%})"
        told = {"met": met, "of": None if met is None else of, "says": says}
        self.figure = replace(self.figure, since=day - YEAR, until=day, counted_on=day, **told)


def bea(area: Partnership, day: date = MONDAY) -> Acting:
    """The partnership officer on a day."""
    return area.as_("Bea Board", day)


def taken_up(area: Partnership, **other: Any) -> str:
    """An item out of a case review."""
    given: dict[str, Any] = {
        "title": "Assessments before birth come late",
        "learned": "Services knew of risks early, and nobody asked for an assessment.",
        "arises_from": ArisesFrom.REVIEW,
        "lessons": ["P17.2", "B17.1"],
        "source_title": "Review of a baby, published in 2025",
        "source_says": "Recommendation 3: assess wherever there may be a risk.",
        **other,
    }
    return begin_learning(by=bea(area), on=area.day, **given)


def checked(area: Partnership, item: str, **other: Any) -> str:
    """Its practice check, by the measure and after five months."""
    given: dict[str, Any] = {"checked_by": CheckedBy.MEASURE, "measure": MEASURE, "due_on": DUE, **other}
    return choose_practice_check(by=bea(area), on=area.day, learning_item=item, **given)


def acted(area: Partnership, item: str, owner: str = "Mona Reed") -> str:
    """Something to do for it."""
    return give_board_action(
        by=bea(area),
        on=area.day,
        says="Put the list of circumstances into the booking form.",
        arises_from=ArisesFrom.REVIEW,
        learning_item=item,
        lesson="B17.1",
        owner_account=int(area.accounts[owner].pk),
        due_on=area.day + timedelta(days=60),
    )


def briefed(area: Partnership, item: str, **words: str) -> str:
    """Its briefing, not sent yet."""
    return write_briefing(by=bea(area), on=area.day, learning_item=item, **{**WORDS, **words})


def sent(area: Partnership, briefing: str, by: str = "Bea Board", **to: Any) -> int:
    """To how many a briefing went."""
    return issue_briefing(by=area.as_(by), on=area.day, briefing=briefing, **to)

"""(m) What a case review led to: taken up, told in a briefing that is read; and what came of what was taken up in June."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from board_life import ANSWERED, UNANSWERED
from walking import Walker

from lapwing.demonstration.cast import Who
from lapwing.measures import MEASURES

pytestmark = pytest.mark.browser
TITLE, BRIEFING = "Weigh again after the first days", "A weight that falls is a question"
CHECK_ON = date(2027, 2, 1)
CHOOSE, STATE = "Choose how practice is looked at again", "Say what came of what was learned"
HOW_KNOWN = "How is it known?"


def test_from_a_case_review_to_a_briefing_that_is_read(of_board: Callable[[Who], Walker]) -> None:
    officer = of_board(Who.PARTNERSHIP_OFFICER)
    officer.open("/board/")
    officer.follow("Learning")
    officer.follow("Take up something that was learned")
    officer.fill_in(
        {
            "What is it called?": TITLE,
            "What was learned?": "A weight was known, and nobody was asked to look again.",
            "What does it come out of?": "A case review",
            "What is the source called?": "Review of a baby, published in August",
            "To which lessons of the report does it belong?": ["B41.1"],
        }
    )
    officer.press("Take up")
    officer.follow(TITLE)
    officer.follow(CHOOSE)
    officer.fill_in(
        {
            "By what is it seen?": "A measure, then and now",
            "Which measure?": MEASURES["health.weighed_in_second_week"].asks,
            "When is practice looked at again?": CHECK_ON,
        }
    )
    officer.press("Choose")
    officer.reads("Round 1", "At the start, 5 October 2026", "1 February 2027")

    officer.follow("Write a briefing")
    officer.fill_in(
        {
            "What is it called?": BRIEFING,
            "What happened?": "A baby lost weight. Several people saw it, each once.",
            "Why does it matter?": "A weight says something beside the one before.",
            "What is to be done differently?": "Weigh again within a week.",
            "Which questions should a team talk about?": "Who weighs next, and who is told?",
        }
    )
    officer.press("Save briefing")
    officer.follow(BRIEFING)
    officer.follow("Send a briefing")
    officer.fill_in({"Which agency?": "Health visiting: Marlbeck health visiting"})
    officer.press("Send")
    where = officer.page.url

    visitor = of_board(Who.HEALTH_VISITOR)
    visitor.open("/board/")
    visitor.follow("Briefings for you")
    visitor.follow(BRIEFING)
    visitor.reads("Weigh again within a week.")
    visitor.press("I have read this and talked about it with my team")
    visitor.reads("You said on 5 October 2026 that you read this")
    officer.open(where)
    reach = officer.page.get_by_role("row").filter(has_text="Marlbeck health visiting")
    assert reach.get_by_role("cell").all_inner_texts()[1:] == ["1", "1", "0"]


def test_what_worked_is_said_with_the_figures_then_and_now(of_board: Callable[[Who], Walker]) -> None:
    officer = of_board(Who.PARTNERSHIP_OFFICER)
    _state(officer, ANSWERED, "It worked", "The figure, and what midwives tell: the form asks for it now.")
    officer.reads("It worked", "On 7 June 2026:", "On 5 October 2026:")
    officer.follow("From where it came, and what came of it")
    officer.reads("Review of a baby, published in spring", "It worked")


def test_what_did_not_work_is_open_again(of_board: Callable[[Who], Walker]) -> None:
    officer = of_board(Who.PARTNERSHIP_OFFICER)
    _state(officer, UNANSWERED, "It did not work", "Five fathers were asked what changed for them: nothing.")
    officer.reads("It did not work: open again")
    officer.follow("Learning")
    officer.follow(UNANSWERED)
    officer.follow(CHOOSE)
    officer.fill_in(
        {
            "By what is it seen?": "A measure, then and now",
            "Which measure?": MEASURES["parents.father_needs_explored"].asks,
            "When is practice looked at again?": CHECK_ON,
        }
    )
    officer.press("Choose")
    officer.reads("Round 1", "Round 2", "1 February 2027")


def _state(officer: Walker, item: str, effect: str, how_known: str) -> None:
    officer.open("/board/")
    officer.follow("Learning")
    officer.follow(item)
    officer.reads("Practice check due")
    officer.follow(STATE)
    officer.fill_in({"What came of it?": effect, HOW_KNOWN: how_known})
    officer.press("Say so")

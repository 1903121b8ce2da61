"""(l) An audit of work before birth: sample, parts, a second auditor, moderation, a finding and an action; and the same again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from walking import Walker

from lapwing.demonstration.cast import CAST, Who

pytestmark = pytest.mark.browser
TOOL = """
title = "Was there one plan before the birth"
edition = "1"
lesson = "B17.1"
purpose = "To see whether agencies planned together."
grades = ["Good", "Fair", "Poor"]
good_enough = "Good"
population = "before_birth.assessed"

[[question]]
asks = "Did the agency do its part in time?"
guidance = "Look at the day on which it knew."
source = "The area's procedures"
answered_by = "yes_partly_no"
asked_of = "each"

[[question]]
asks = "How good was the plan?"
guidance = "Look for one plan, with both parents in it."
source = "The area's procedures"
answered_by = "grade"
asked_of = "together"
"""
SPRING, AUTUMN = "One plan, spring", "One plan, autumn"
DUE = date(2026, 11, 30)
LED = {"By when is every part to be in?": DUE, "Who leads it?": CAST[Who.PARTNERSHIP_OFFICER].name}
FIRST, SECOND, MODERATES = (
    "Marks it",
    "Marks it a second time, without seeing the first",
    "Moderates where the two differ",
)
IN_TIME, HOW_GOOD = "Answer to question 1", "Answer to question 2"
ALONE, ASKED = "One agency wrote it alone.", "All were asked by telephone."
FOUND = "Plans were written by one agency, and sent to the others."
FOLLOWS = "Midwives and social workers write the plan in one meeting."
TO_DO = "Hold one meeting before each birth on the list."


def test_from_a_sample_to_the_same_audit_again(of_board: Callable[[Who], Walker]) -> None:
    officer, auditor, nurse = of_board(Who.PARTNERSHIP_OFFICER), of_board(Who.AUDITOR), of_board(Who.NAMED_NURSE)
    _plan(officer)
    _draw(officer, SPRING)
    where = officer.page.url
    _give(officer, Who.AUDITOR, FIRST)
    officer.reads("Give it to a second auditor too.")
    _give(officer, Who.NAMED_NURSE, SECOND)
    _give(officer, Who.NAMED_NURSE, FIRST, agency="Health visiting: Marlbeck health visiting")

    _mark(auditor, f"{SPRING}, case 1: All together", {HOW_GOOD: "Poor", "Why, question 2": ALONE})
    _to_part(nurse, f"{SPRING}, case 1: All together")
    nurse.reads_not("Poor.", ALONE)
    _mark(nurse, f"{SPRING}, case 1: All together", {HOW_GOOD: "Good", "Why, question 2": ASKED})
    officer.open(where)
    officer.reads("Answers are told once every part that was given is in")
    _mark(
        nurse,
        f"{SPRING}, case 1: Marlbeck health visiting",
        {IN_TIME: "Partly", "Why, question 1": "In the sixth month."},
    )
    officer.open(where)
    officer.reads("Two auditors differ: a third person moderates.", "Partly: 1")
    officer.reads_not(ALONE, ASKED)

    _give(officer, Who.MIDWIFERY_MANAGER, MODERATES)
    moderator = of_board(Who.MIDWIFERY_MANAGER)
    _to_part(moderator, f"{SPRING}, case 1")
    moderator.reads(ALONE, ASKED)
    moderator.fill_in({"Which answer stands, question 2": "Fair", "Why it stands": "Asked, and not in the plan."})
    moderator.press("Hand in")
    officer.open(where)
    officer.reads("Fair: 1", "How far auditors agree")
    officer.reads_not("Asked, and not in the plan.")
    _close(officer)
    moderator.open("/board/given")
    moderator.reads_not(SPRING)

    _give_something_to_do(officer, nurse)
    officer.open(where)
    _again(officer)
    _draw(officer, AUTUMN)
    _give(officer, Who.AUDITOR, FIRST)
    _mark(auditor, f"{AUTUMN}, case 1", {HOW_GOOD: "Good", "Why, question 2": "One plan, and both parents in it."})
    officer.open("/board/audits")
    officer.follow(AUTUMN)
    officer.reads("Then and now", "It repeats an earlier round")
    compared = officer.page.get_by_role("region", name="Then and now")
    assert "1 of 1 good or better" in compared.get_by_role("row").filter(has_text="How good was the plan?").inner_text()


def _plan(officer: Walker) -> None:
    officer.open("/board/")
    officer.follow("Audit tools")
    officer.follow("Write an audit tool of your own")
    officer.fill_in({"The tool, as text": TOOL})
    officer.press("Bring in")
    officer.follow("Was there one plan before the birth, version 1")
    officer.follow("Plan an audit")
    officer.fill_in(
        {
            "What is this audit called?": SPRING,
            "Why this audit, and why now?": "The last one is two years old.",
            "How are its cases found?": "At random, from a seed",
            "How many cases?": "1",
            "How many in a hundred are marked by a second auditor?": "100",
            "From which day on?": date(2025, 10, 1),
            "Until which day is looked at?": date(2026, 10, 1),
            **LED,
        }
    )
    officer.press("Plan it")


def _draw(officer: Walker, title: str) -> None:
    """From the list of audits to the drawn sample, drawn again, and on to the round."""
    officer.follow(title)
    officer.follow("Draw its sample")
    officer.follow("Draw the sample")
    officer.fill_in({"Seed": "2026"})
    officer.press("Draw")
    officer.reads("the same cases come out")
    officer.follow(title)


def _give(officer: Walker, to: Who, does: str, agency: str = "") -> None:
    officer.follow("Give this case to an auditor")
    officer.fill_in({"What do they do?": does})
    if agency:
        officer.fill_in({"Whose part of the work do they mark? (optional)": agency})
    officer.fill_in({"Who is the auditor?": CAST[to].name, "By when?": DUE})
    officer.press("Give")


def _to_part(auditor: Walker, part: str) -> None:
    auditor.open("/board/")
    auditor.follow("Audits that you mark")
    auditor.follow(part, exact=False)


def _mark(auditor: Walker, part: str, answers: dict[str, str]) -> None:
    """Marks a part in two sittings, and hands it in."""
    _to_part(auditor, part)
    for (label, said), button in zip(answers.items(), ("Keep, and go on later", "Hand in"), strict=True):
        auditor.fill_in({label: said})
        auditor.press(button)
    auditor.reads("Handed in on 5 October 2026")


def _close(officer: Walker) -> None:
    officer.follow("Write down a finding")
    officer.fill_in({"What does it tell of?": "What could improve", "What was found?": FOUND})
    officer.press("Keep it")
    officer.follow("Close this audit")
    officer.fill_in({"What follows from this audit?": FOLLOWS})
    officer.press("Close it")
    officer.reads("Check before you go on")
    officer.press("Close it")
    officer.reads(FOUND, FOLLOWS, "Closed on 5 October 2026")


def _give_something_to_do(officer: Walker, owner: Walker) -> None:
    """What was found becomes somebody's to do, who accepts it and says what shows that it was done."""
    officer.follow("Give somebody something to do for the partnership")
    officer.fill_in({"What is to be done?": TO_DO, "Who is to see to it?": CAST[Who.NAMED_NURSE].name, "By when?": DUE})
    officer.press("Give")
    owner.open("/board/")
    owner.follow("Your actions for the partnership")
    owner.follow(TO_DO)
    owner.follow("Accept an action of the partnership")
    owner.press("Accept")
    owner.follow("Say that an action of the partnership is done")
    owner.fill_in({"What shows that it was done, and what it changed?": "The minutes of four meetings."})
    owner.press("Done")
    owner.reads("The minutes of four meetings.")


def _again(officer: Walker) -> None:
    officer.follow("Audit the same again")
    officer.fill_in(
        {
            "What is this audit called?": AUTUMN,
            "Why this audit, and why now?": "To see whether it is otherwise now.",
            "From which day on?": date(2026, 1, 1),
            "Until which day is looked at?": date(2026, 10, 1),
            **LED,
        }
    )
    officer.press("Plan it")
    officer.open("/board/audits")

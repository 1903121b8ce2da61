"""(a) Ines Tarrant books; what worries the midwife is on record; Nia is born; the health visitor accepts her by name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from walking import Walker

from lapwing.demonstration.cast import Who

pytestmark = pytest.mark.browser
CONTENT = (
    "Does it give the due date or the date of birth? (optional)",
    "Does it name each parent, the father included, or say why not? (optional)",
    "Does it give the risks? (optional)",
    "Does it give the plan? (optional)",
    "Does it name the other agencies? (optional)",
)
BABY, NIA = "Unborn child of Ines Tarrant", "Nia Tarrant"


def test_from_booking_to_an_accepted_hand_over(person: Callable[[Who], Walker]) -> None:
    midwife = person(Who.MIDWIFE)
    midwife.open("/")
    midwife.follow("Record")
    midwife.follow("Record a pregnancy")
    midwife.fill_in({"Or her given name (optional)": "Ines", "Her family name (optional)": "Tarrant"})
    midwife.fill_in(
        {"Her date of birth (optional)": date(2001, 3, 4), "When is the baby due? (optional)": date(2026, 10, 26)}
    )
    midwife.press("Save pregnancy")
    midwife.reads(BABY, "26 October 2026")

    midwife.follow("Record something")
    midwife.follow("Record somebody around the child")
    midwife.fill_in({"What are they to the child?": "Birth father"})
    midwife.fill_in({"What is known of who they are? (optional)": "Named by the mother"})
    midwife.press("Continue")
    midwife.fill_in({"Or given name (optional)": "Leo", "Family name (optional)": "Tarrant"})
    midwife.press("Save person")

    midwife.to_child(BABY)
    midwife.begin("Raise a concern")
    midwife.fill_in(
        {"What is the concern?": "Isolation", "Is it about one person? Who? (optional)": "Ines Tarrant (birth mother)"}
    )
    midwife.press("Continue")
    midwife.fill_in(
        {"The concern, in words (optional)": "New here, and knows nobody.", "Is it significant? (optional)": False}
    )
    midwife.press("Raise concern")
    midwife.reads(BABY, "Leo Tarrant")

    midwife.begin("Record a birth")
    midwife.fill_in({"Sex, as registered (optional)": "Female"})
    midwife.fill_in({"Given name (optional)": "Nia", "Family name (optional)": "Tarrant"})
    midwife.press("Save birth")
    midwife.reads(NIA)
    midwife.begin("Hand over the work with this child")
    midwife.fill_in({"What passes?": "Midwifery to health visiting"})
    midwife.fill_in({"Which service takes over?": "Health visiting: Marlbeck health visiting"})
    midwife.press("Continue")
    midwife.fill_in({"Who there, by name? (optional)": "Bethan Marsden"})
    midwife.fill_in(dict.fromkeys(CONTENT, True))
    midwife.press("Hand over")
    midwife.follow("Work")
    midwife.reads(NIA, "What you wait for")

    visitor = person(Who.HEALTH_VISITOR)
    visitor.open("/work")
    visitor.follow("Accept this hand-over", within=visitor.line(NIA, "Accept this hand-over"))
    visitor.press("Accept")
    visitor.reads("Accepted. You work with the child now, and whoever handed over was told.")
    visitor.to_child(NIA)
    visitor.reads("Bethan Marsden", "Leo Tarrant", "Ines Tarrant")

    midwife.open("/notices")
    midwife.reads("accepted")

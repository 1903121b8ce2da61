"""(j) The health visitor is rung about Milo Sayer, whose record she cannot see. She opens it in an emergency; that is reviewed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from walking import Walker

from lapwing.demonstration.cast import Who

pytestmark = pytest.mark.browser
WHY = "The hotel rang: a boy of nine struggles for breath, and nobody knows what he takes."


def test_from_a_call_to_a_review(person: Callable[[Who], Walker]) -> None:
    officer = person(Who.HOUSING_OFFICER)
    officer.open("/")
    officer.to_child("Milo Sayer")
    number = officer.said_of("NHS number")
    where = officer.page.url.removeprefix(officer.base)

    visitor = person(Who.HEALTH_VISITOR)
    visitor.open("/")
    visitor.follow("Children")
    visitor.reads_not("Milo")
    visitor.open(where, status=404)
    visitor.reads("This is not here, or not for you")
    visitor.reads_not("Milo")

    visitor.open("/emergency")
    visitor.press("Open the record")
    visitor.reads("There is a problem")
    visitor.fill_in({"Why can it not wait?": WHY, "NHS number": number})
    visitor.press("Open the record")
    visitor.reads("Milo Sayer", "Open to you in an emergency", "Sunita Mistry will ask you why")
    visitor.begin("Raise a concern")
    visitor.fill_in({"What is the concern?": "Homelessness or frequent moves"})
    visitor.press("Continue")
    visitor.fill_in({"The concern, in words (optional)": "A damp room, and his inhaler is empty."})
    visitor.press("Raise concern")
    visitor.open(f"{where}record")
    visitor.reads_not("Record a decision", "Start a plan", "Plan a meeting")

    officer.follow("Who has opened it")
    officer.reads("In an emergency", "Bethan Marsden")
    officer.reads_not(WHY)

    nurse = person(Who.NAMED_NURSE)
    nurse.open("/notices")
    nurse.reads("emergency")
    nurse.open("/emergency/reviews")
    nurse.reads(WHY, "Bethan Marsden")
    nurse.follow("Write your review")
    nurse.fill_in(
        {
            "Was there good reason to open the record?": True,
            "What did you find?": "Bethan was right to look, and rang the GP at once.",
        }
    )
    nurse.press("Save review")
    nurse.open("/emergency/reviews")
    nurse.reads("Nothing waits for your review.")
    visitor.open("/notices")
    visitor.reads("Your opening of a record in an emergency was reviewed and found justified.")


def test_nobody_gets_in_where_nobody_would_ask_why(person: Callable[[Who], Walker]) -> None:
    officer, doctor = person(Who.HOUSING_OFFICER), person(Who.GP)
    officer.open("/")
    officer.to_child("Milo Sayer")
    doctor.open("/emergency")
    doctor.reads("Nobody at your agency could ask you why, so you cannot open a record here.", "999")
    assert not doctor.page.get_by_role("button", name="Open the record").count()
    doctor.open(officer.page.url.removeprefix(officer.base), status=404)
    doctor.reads_not("Milo")

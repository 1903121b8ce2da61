"""(e) Kit Harrow, fifteen, was missing four times. He said much to those who asked, and none of it came into a plan."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from walking import Walker

from lapwing.demonstration.cast import Who

pytestmark = pytest.mark.browser
DID_IT_COME_IN = "Was what the young person told brought into an assessment or a plan?"
DOES_HE_SAY = "Is it on record what the young person wants?"
IS_IT_ACCEPTED = "Has a named person accepted this task, and are they still there to do it?"
WHY = "Has anybody looked into what may lie behind the behaviour?"


def test_from_what_he_said_to_a_plan_that_has_it(person: Callable[[Who], Walker]) -> None:
    kofi = person(Who.SOCIAL_WORKER)
    kofi.open("/")
    kofi.reads("You were given something to do. Accept it, or give it back and say why.", "Kit Harrow")
    kofi.to_child("Kit Harrow")
    kofi.follow(IS_IT_ACCEPTED)
    kofi.follow("Accept this action")
    kofi.press("Accept")
    kofi.reads(IS_IT_ACCEPTED, "Met late")
    kofi.follow("Work")
    kofi.reads_not("You were given something to do. Accept it, or give it back and say why.")

    kofi.to_child("Kit Harrow")
    kofi.reads(DID_IT_COME_IN)
    kofi.follow("All of them with their reasons")
    kofi.follow(re.compile("^Time missing: 25 July"))
    kofi.follow("Record that what was told was brought into a plan")
    kofi.press("Save")
    kofi.reads(DID_IT_COME_IN, "Met late")

    asks = person(Who.YOUTH_JUSTICE_WORKER)
    asks.open("/")
    asks.to_child("Kit Harrow")
    asks.follow(DOES_HE_SAY)
    asks.follow("Record what a young person was told, offered or asked")
    asks.fill_in({"What was it?": "Wishes recorded"})
    asks.fill_in(
        {"What did they say, or what was found? (optional)": "Kit wants to be picked up by somebody he knows."}
    )
    asks.press("Save")
    asks.reads(DOES_HE_SAY, "Met late")


def test_a_fifth_time_is_told_to_whoever_leads(person: Callable[[Who], Walker]) -> None:
    officer = person(Who.POLICE_OFFICER)
    officer.open("/")
    officer.to_child("Kit Harrow")
    officer.begin("Record that a child is missing")
    officer.press("Save")
    officer.follow("Chronology")
    officer.reads("5 October 2026")

    kofi = person(Who.SOCIAL_WORKER)
    kofi.open("/notices")
    kofi.reads("missing")

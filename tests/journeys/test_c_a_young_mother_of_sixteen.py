"""(c) Tilly Marlow, sixteen, is expecting. All that is on record is about the baby; she is a child herself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from walking import Walker

from lapwing.demonstration.cast import Who

pytestmark = pytest.mark.browser
BABY = "Unborn child of Tilly Marlow"
HAS_SHE_A_RECORD = "Does a young parent about whom there is concern have a record of their own, or is it said why not?"
HAS_IT_AN_ACTION = "Has a named person an action for this risk, with what it is meant to change?"


def test_from_a_record_of_the_baby_to_one_of_her_own(person: Callable[[Who], Walker]) -> None:
    kofi = person(Who.SOCIAL_WORKER)
    kofi.open("/")
    kofi.to_child(BABY)
    kofi.follow(HAS_SHE_A_RECORD)
    kofi.reads("Not met", "What would meet it")
    kofi.follow("Open the record of a child")
    kofi.fill_in({"Given name (optional)": "Tilly", "Family name": "Marlow"})
    kofi.fill_in({"Date of birth (optional)": date(2010, 6, 17)})
    kofi.press("Open record")
    kofi.reads("Tilly Marlow", "16 years old")

    kofi.to_child(BABY)
    kofi.follow(HAS_IT_AN_ACTION)
    kofi.follow("Give somebody something to do")
    kofi.fill_in(
        {
            "What is to be done?": "Find a home for Tilly where she may stay with the baby",
            "Who is to do it? (optional)": "Kofi Dlamini",
            "What is it meant to change for the child? (optional)": "Tilly knows where she will live, and with whom.",
            "By when is it to be done? (optional)": date(2026, 11, 2),
        }
    )
    kofi.press("Give action")
    kofi.reads(HAS_IT_AN_ACTION, "Met late", "Action: Find a home for Tilly where she may stay with the baby")

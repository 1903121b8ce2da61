"""(d) Robin Ashby, seven weeks old, loses weight, and was twice not brought when it was to be looked at."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from walking import Walker

from lapwing.demonstration.cast import Who

pytestmark = pytest.mark.browser
WAS_IT_ANSWERED = "Was a measurement that was marked as needing a response responded to?"
DID_ANYBODY_RESPOND = "Where a baby was not brought more than once, or at all while on a plan: did the service respond?"


def test_from_a_weight_that_fell_to_somebody_who_looks(person: Callable[[Who], Walker]) -> None:
    visitor = person(Who.HEALTH_VISITOR)
    visitor.open("/")
    visitor.to_child("Robin Ashby")
    visitor.reads("Nell Ashby", "Cal Orrin", WAS_IT_ANSWERED, DID_ANYBODY_RESPOND)

    visitor.begin("Record a weight or another measurement")
    visitor.press("Save measurement")
    visitor.reads("There is a problem", "What was measured?")
    visitor.fill_in({"What was measured?": "Weight", "How much?": "3240", "Unit": "g"})
    visitor.fill_in({"Who measured?": "Health professional", "Was the baby weighed undressed? (optional)": True})
    visitor.press("Save measurement")
    visitor.follow("Chronology")
    visitor.reads("3240")

    visitor.to_child("Robin Ashby")
    visitor.follow(WAS_IT_ANSWERED)
    visitor.follow("Say what was done about this measurement")
    visitor.fill_in(
        {"What was found and done?": "Watched two feeds at home. The GP sees Robin and Nell today at three."}
    )
    visitor.press("Save")
    visitor.reads(WAS_IT_ANSWERED, "Met late")

    visitor.to_child("Robin Ashby")
    visitor.follow(DID_ANYBODY_RESPOND)
    visitor.follow("Say what was done about a missed appointment (Appointment: Weighing: Was not brought)")
    visitor.fill_in(
        {"What did your service do, or what was agreed instead?": "Rang, and weighed Robin at home instead."}
    )
    visitor.press("Save")
    visitor.reads(DID_ANYBODY_RESPOND)

    doctor = person(Who.GP)
    doctor.open("/")
    doctor.to_child("Robin Ashby")
    doctor.begin("Record an appointment that was not booked before")
    doctor.fill_in({"What was it for?": "Six to eight weeks"})
    doctor.press("Save appointment")
    doctor.to_child("Robin Ashby")
    doctor.follow("Chronology")
    doctor.reads("Appointment: six to eight weeks, Cobble Street Surgery. Kept")

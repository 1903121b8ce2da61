"""(d) Robin Ashby, seven weeks old, loses weight, and was twice not brought when it was to be looked at."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from walking import Walker

from lapwing.demonstration.cast import Who

pytestmark = pytest.mark.browser
WAS_IT_ANSWERED = "Was a measurement that was marked as needing a response responded to?"
DID_ANYBODY_RESPOND = (
    "Where a baby was not brought more than once, or at all while on a plan: did the service respond?"
)


def test_from_a_weight_that_fell_to_somebody_who_looks(person: Callable[[Who], Walker]) -> None:
    visitor = person(Who.HEALTH_VISITOR)
    visitor.open("/")
    visitor.to_child("Robin Ashby")
    visitor.reads("Nell Ashby", "Cal Orrin", WAS_IT_ANSWERED, DID_ANYBODY_RESPOND)

    visitor.begin("Record a weight or another measurement")
    visitor.press("Save measurement")
    visitor.reads("There is a problem")
    visitor.fill_in({"What was measured?": "Weight", "How much?": "3180", "Unit": "g"})
    visitor.fill_in({"Who measured?": "Health professional", "Was the baby weighed undressed? (optional)": True})
    visitor.press("Save measurement")
    visitor.reads("Robin Ashby")

    visitor.follow(WAS_IT_ANSWERED)
    visitor.page.pause
    print(visitor.text())
    visitor.to_child("Robin Ashby")
    visitor.follow(DID_ANYBODY_RESPOND)
    print(visitor.text())
    1 / 0

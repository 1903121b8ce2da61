"""(f) Health visiting asked social care to help Ivy Calder a week ago. Nobody answered; it is taken to the third stage."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from walking import Walker

from lapwing.demonstration.cast import Who

pytestmark = pytest.mark.browser
IS_IT_THERE = "Was the referrer told in time that the referral had arrived?"
SOCIAL_CARE = "Children's social care: Marlbeck children's social care"
SAFE = "What keeps the child safe meanwhile, and who sees to it? (optional)"
MEANWHILE = "I see Ivy and her mother each second day, and bring a heater today."


def test_from_silence_to_the_third_stage(person: Callable[[Who], Walker]) -> None:
    visitor = person(Who.HEALTH_VISITOR)
    visitor.open("/")
    visitor.to_child("Ivy Calder")
    visitor.follow(IS_IT_THERE)
    visitor.reads("It is still the referrer's")

    visitor.to_child("Ivy Calder")
    visitor.begin("Disagree with another agency")
    visitor.fill_in({"With which agency do you disagree?": SOCIAL_CARE})
    visitor.fill_in(
        {
            "What do you disagree about, and what do you want for the child?": "Nobody has said that it arrived.",
            "Is the child at risk now? (optional)": False,
            SAFE: MEANWHILE,
            "Which referral is it about, if any? (optional)": "Referral: Marlbeck children's social care",
        }
    )
    visitor.press("Raise disagreement")
    visitor.follow(re.compile("^Disagreement of"), exact=False)
    visitor.reads("Raised by Bethan Marsden", "Daisy Ashdown", MEANWHILE)
    where = visitor.page.url.removeprefix(visitor.base)

    manager = person(Who.TEAM_MANAGER)
    manager.open("/work")
    manager.reads("Another agency disagrees with yours about a child and waits for an answer.", "Ivy Calder")
    manager.open(where)
    manager.reads("Whoever raised it is not named to other agencies.")
    manager.reads_not("Raised by Bethan Marsden")
    manager.follow("Answer this disagreement")
    manager.fill_in({"What do you answer, and why?": "We have many referrals, and come to it in turn."})
    manager.press("Send answer")

    for stage in (2, 3):
        visitor.open(where)
        visitor.follow("Take this disagreement to the next stage")
        visitor.fill_in({"Why is it not settled?": "Ivy is still cold, and no day was named.", SAFE: MEANWHILE})
        visitor.press("Take it further")
        visitor.open(where)
        assert "Waits for an answer" in visitor.line(f"Stage {stage}").inner_text()

    nurse = person(Who.NAMED_NURSE)
    nurse.open(where)
    nurse.reads("Senior officers of the safeguarding partners")
    nurse.follow("Record how this disagreement ended")
    nurse.fill_in({"How did it end, and why?": "Social care visits today. A duty worker now answers within a day."})
    nurse.press("Save how it ended")
    nurse.reads("Check before you go on")
    nurse.press("Save how it ended")
    manager.open("/work")
    manager.reads_not("Another agency disagrees with yours about a child and waits for an answer. It is at stage 3")

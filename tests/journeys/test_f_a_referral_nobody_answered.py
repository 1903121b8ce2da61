"""(f) The health visitor asked social care to help Ivy Calder a week ago. Nobody has answered; she takes it further, to the third stage."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from walking import Walker

from lapwing.demonstration.cast import Who

pytestmark = pytest.mark.browser
IS_IT_THERE = "Was the referrer told in time that the referral had arrived?"
SOCIAL_CARE = "Children's social care: Marlbeck children's social care"
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
            "Is the child at risk now? (optional)": True,
            "What keeps the child safe meanwhile, and who sees to it? (optional)": MEANWHILE,
            "Which referral is it about, if any? (optional)": "Referral: Marlbeck children's social care",
        }
    )
    visitor.press("Raise disagreement")
    visitor.follow(re.compile("^Disagreement of"), exact=False)
    print(visitor.text())
    where = visitor.page.url.removeprefix(visitor.base)
    manager = person(Who.TEAM_MANAGER)
    manager.open("/work")
    print(manager.text()[:3000])
    manager.open(where)
    print(manager.text()[:3000])
    nurse = person(Who.NAMED_NURSE)
    nurse.open(where)
    print(nurse.text()[:3000])
    1 / 0

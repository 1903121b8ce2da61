"""(g) Marnie Loxley loses her baby. From that moment nobody is asked or reminded of anything, on any page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from walking import Walker

from lapwing.demonstration.cast import Who

pytestmark = pytest.mark.browser
BABY = "Unborn child of Marnie Loxley"
LOSS = "Save"
BIRTH_PLAN = "Is there a safeguarding birth plan in good time?"
COLLEAGUES = (Who.SOCIAL_WORKER, Who.TEAM_MANAGER, Who.HEALTH_VISITOR, Who.MIDWIFERY_MANAGER, Who.NAMED_NURSE)


def test_everything_falls_quiet(person: Callable[[Who], Walker]) -> None:
    kofi = person(Who.SOCIAL_WORKER)
    kofi.open("/work")
    kofi.reads(BIRTH_PLAN, BABY)

    midwife = person(Who.MIDWIFE)
    midwife.open("/")
    midwife.to_child(BABY)
    where = midwife.page.url.removeprefix(midwife.base)
    midwife.begin("Record that a pregnancy ended in a miscarriage")
    midwife.press(LOSS)
    midwife.reads("Check before you go on")
    midwife.press(LOSS)

    for who in (Who.MIDWIFE, *COLLEAGUES):
        one = person(who)
        for page in ("/work", "/work?by=child", "/notices", "/children"):
            one.open(page)
            one.reads_not("Loxley", "Marnie", BIRTH_PLAN)
    for one in (kofi, midwife):
        one.open(where)
        one.reads("This record has ended. Nothing is asked of anybody any more.")
        one.reads_not(BIRTH_PLAN, "Not met", "Due soon", "Cannot tell", "Urgent")
        one.open(f"{where}checks")
        one.reads_not(BIRTH_PLAN, "Not met", "Due soon")


def test_a_loss_of_two_weeks_ago_is_nowhere(person: Callable[[Who], Walker]) -> None:
    for who in (Who.MIDWIFE, Who.SOCIAL_WORKER, Who.TEAM_MANAGER):
        one = person(who)
        for page in ("/work", "/work?by=child", "/notices", "/children"):
            one.open(page)
            one.reads_not("Brook", "Hana")

"""(j) The health visitor is rung about Milo Sayer, whom she does not work with. She opens his record in an emergency; it is looked at after."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from walking import Walker

from lapwing.demonstration.cast import Who

pytestmark = pytest.mark.browser
WHY = "The hotel rang: Milo is struggling for breath, and nobody there knows what he takes."


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
    visitor.reads("Milo Sayer")
    print(visitor.text())
    visitor.open(where)

    officer.follow("Who has opened it")
    officer.reads("In an emergency")
    print(officer.text())
    1 / 0

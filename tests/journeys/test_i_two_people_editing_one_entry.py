"""(i) Kofi and the midwife write about Joel Strand at the same time. Neither loses a word, and neither overwrites the other."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from walking import Walker

from lapwing.demonstration.cast import Who

pytestmark = pytest.mark.browser
BABY, JOEL = "Unborn child of Marnie Loxley", "Joel Strand"
DESCRIBE, PART = "Record what they are to the child now", "What part do they have in the child's care? (optional)"


def test_the_second_is_shown_what_the_first_wrote(person: Callable[[Who], Walker]) -> None:
    kofi, midwife = person(Who.SOCIAL_WORKER), person(Who.MIDWIFE)
    for one in (kofi, midwife):
        one.open("/")
        one.to_child(BABY)
        one.follow(JOEL)
        one.follow(DESCRIBE)
    print(kofi.text())
    kofi.fill_in({PART: "Cooks, and drives Marnie to the clinic."})
    midwife.fill_in({PART: "Says that he will get up at night."})
    kofi.press("Save")
    midwife.press("Save")
    print(midwife.text())
    1 / 0

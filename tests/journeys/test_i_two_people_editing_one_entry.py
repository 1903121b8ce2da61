"""(i) Kofi and the midwife write about Joel Strand at the same time. Neither loses a word, and neither overwrites the other."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from walking import Walker

from lapwing.demonstration.cast import Who

pytestmark = pytest.mark.browser
BABY, JOEL = "Unborn child of Marnie Loxley", "Joel Strand"
DESCRIBE, PART = "Record what they are to the child now", "What part do they have in the child's care? (optional)"
HIS, HERS = "Cooks, and drives Marnie to the clinic.", "Says that he will get up at night."


def test_the_second_is_shown_what_the_first_wrote(person: Callable[[Who], Walker]) -> None:
    kofi, midwife = person(Who.SOCIAL_WORKER), person(Who.MIDWIFE)
    for one in (kofi, midwife):
        one.open("/")
        one.to_child(BABY)
        one.follow(JOEL)
        one.follow(DESCRIBE)
    kofi.fill_in({PART: HIS})
    midwife.fill_in({PART: HERS})

    kofi.press("Save")
    midwife.press("Save")
    midwife.reads("Somebody else changed this while you wrote", HIS, HERS, "nothing of it was saved yet")
    kofi.to_child(BABY)
    kofi.follow(JOEL)
    kofi.reads(HIS)
    kofi.reads_not(HERS)

    midwife.fill_in({PART: f"{HIS} {HERS}"})
    midwife.press("Save")
    midwife.to_child(BABY)
    midwife.follow(JOEL)
    midwife.reads(f"{HIS} {HERS}", "How this entry came to say that")

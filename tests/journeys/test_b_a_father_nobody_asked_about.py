"""(b) Marnie Loxley's baby is due in four weeks. Joel lives with her; whether he is the father, and how he is, nobody asked."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from walking import Walker

from lapwing.demonstration.cast import Who

pytestmark = pytest.mark.browser
BABY = "Unborn child of Marnie Loxley"
IS_THERE_A_FATHER = "Does the record say anything of a father or second parent, be it only why he is not known?"
WAS_HE_SPOKEN_TO = "Has this adult been seen or spoken to, and not only spoken about?"


def test_from_the_question_to_what_he_said_himself(person: Callable[[Who], Walker]) -> None:
    kofi = person(Who.SOCIAL_WORKER)
    kofi.open("/")
    kofi.reads("Is there a safeguarding birth plan in good time?", BABY)

    kofi.to_child(BABY)
    kofi.reads("Joel Strand", "Nobody is recorded as the father.")
    kofi.follow(IS_THERE_A_FATHER)
    kofi.reads("What would meet it", "Who can do it:", "The rule and where it comes from", "If this does not fit")
    kofi.reads("Not met")

    kofi.follow("Record somebody around the child")
    kofi.fill_in({"What are they to the child?": "Birth father"})
    kofi.fill_in({"What is known of who they are? (optional)": "Named by the mother"})
    kofi.press("Continue")
    kofi.fill_in({"Who is it, if they are on record? (optional)": "Joel Strand (partner of a parent)"})
    kofi.press("Save person")
    kofi.reads(IS_THERE_A_FATHER, "Met late")

    kofi.to_child(BABY)
    kofi.reads("Birth father", "Joel Strand")
    kofi.follow(WAS_HE_SPOKEN_TO)
    kofi.follow("Record a visit, a call or another contact")
    kofi.fill_in({"How were you in touch?": "Visit"})
    kofi.fill_in({"With whom, or whom did you try to reach? (optional)": "Joel Strand (birth father)"})
    kofi.press("Continue")
    kofi.fill_in({"For a visit or meeting: were they seen alone? (optional)": True})
    kofi.fill_in(
        {"What passed, in words (optional)": "Joel wants to be there. He sleeps badly, and worries about the rent."}
    )
    kofi.press("Save contact")
    kofi.reads(WAS_HE_SPOKEN_TO, "Met late")

    carer = person(Who.MIDWIFE)
    carer.open("/")
    carer.to_child(BABY)
    carer.reads("Birth father", "Joel Strand")
    carer.reads_not("Nobody is recorded as the father.")

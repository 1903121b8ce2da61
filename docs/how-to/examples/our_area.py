"""An area's own checks: what Lapwing's docs/how-to/write-a-check-of-your-own.md builds up, whole.

lapwing check records --checks our_area.py
"""

from lapwing.engine.check import Check, Outcome, Word
from lapwing.language.expressions import latest_of
from lapwing.lessons.ages_of_concern import lesson_of_our_own
from lapwing.lessons.settings import Basis
from lapwing.vocabulary import records
from lapwing.vocabulary.facts import Link, columns, earliest
from lapwing.vocabulary.unborn_child import UnbornChild

# A lesson of the area's own. A check may also carry out one of the report's: ages_of_concern.bullet("P17.2").
SEE_THE_HOME = lesson_of_our_own(
    "OURS.1",
    "See the home that a baby will come to while there is time to make it safe.",
    "our review of two births, 2025",
)

# The area's own numbers, each with where it comes from.
DAYS_BEFORE_BIRTH = 28  # our pre-birth procedure, section 4
WORKING_DAYS_AFTER_HELP_BEGAN = 10  # the same

observation = columns(records.observation)


class OurUnbornChild(UnbornChild):
    """What our checks know of an unborn child besides what Lapwing's know."""

    home_seen_on = earliest(
        observation.observed_on,
        "when a practitioner saw the home",
        by=(Link("child_id", UnbornChild.child_id),),
        where=(observation.of == "home") & (observation.basis == "seen"),
    )


DUE = latest_of(
    OurUnbornChild.expected_on.minus_days(DAYS_BEFORE_BIRTH),
    OurUnbornChild.helped_since.plus_working_days(WORKING_DAYS_AFTER_HELP_BEGAN),
)


class HomeSeenBeforeBirth(Check):
    """Homes were first seen when the baby was already there."""

    asks = "Has a practitioner seen the home that the baby will come to?"
    lesson = SEE_THE_HOME
    about = OurUnbornChild
    basis = Basis.LOCAL_PROCEDURE
    applies = OurUnbornChild.helped_since.is_known()
    cannot_tell = OurUnbornChild.expected_dates_disagree.is_true()
    words = {
        "born_before_due": Word(
            Outcome.NOT_APPLICABLE, OurUnbornChild.home_seen_on.is_unknown() & (OurUnbornChild.born_on <= DUE)
        )
    }
    met_on = OurUnbornChild.home_seen_on
    due_on = DUE
    needs = (OurUnbornChild.expected_on, OurUnbornChild.home_seen_on)
    says = {
        Outcome.NOT_MET: "Help began on {helped_since}. No visit to the home is recorded. Our procedure expects one by "
        "{due_on}.",
        Outcome.NOT_YET_DUE: "Help began on {helped_since}. A visit to the home is expected by {due_on}.",
        Outcome.CANNOT_TELL: "The record cannot show whether the home was seen in time. Not recorded: {missing}.",
        Outcome.MET: "A practitioner saw the home on {home_seen_on}.",
        "born_before_due": "The birth came on {born_on}, before this was due.",
        Outcome.NOT_APPLICABLE: "No help before the birth is recorded.",
    }
    plainly = "Somebody who works with you should see where your baby will live, and offer help to make it ready."
    would_meet = "A visit to the home, with what was seen and the day."
    who_can = "The midwife, the health visitor or the social worker."
    ask_next = "Who is welcome there, and what would make the home ready?"

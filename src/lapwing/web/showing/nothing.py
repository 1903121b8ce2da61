"""What an empty list of work means, for each thing that it may be asked for. It never says that a child is well."""

from __future__ import annotations

from collections.abc import Mapping

from lapwing.conduct.drafts import KEPT_DAYS
from lapwing.conduct.reading.turns import NEW_FOR_WORKING_DAYS
from lapwing.web.showing.asked import MINE, Asked, Kind

NOTHING: Mapping[Kind | None, str] = {
    None: "Nothing waits: nothing is overdue or due soon as far as the records show, and nobody waits for an answer.",
    Kind.URGENT: "Nothing is urgent. That is said only of what the area’s procedures want done at once.",
    Kind.FOR_YOU: "Nothing waits for your answer: no hand-over, action, referral, disagreement or message is open to you.",
    Kind.NOT_DONE: "Nothing is overdue, and nothing that should be on record is missing.",
    Kind.DUE_SOON: "Nothing is due in the next working days.",
    Kind.FOR_OTHERS: "You wait for nobody: whatever you handed over, raised or referred was answered.",
    Kind.NEW: f"You have begun to work with nobody in the last {NEW_FOR_WORKING_DAYS} working days.",
    Kind.UNFINISHED: f"You have nothing unfinished. What you begin and do not send is kept here for {KEPT_DAYS} days.",
    Kind.CANNOT_TELL: "The checks can tell of every child what they ask, because what they need is on record.",
}
NO_JUDGEMENT = "This says what stands on record, and not how the children are."
OTHERS = {
    True: "It counts the children whom you work with yourself. Your team’s work is a choice away, under “Whose work”.",
    False: "It counts the children whom you work with yourself; if one is missing here, nobody has recorded that you do.",
}


def nothing_waits(asked: Asked, *, may_see_team: bool) -> str:
    """What it means that a list is empty."""
    said = [NOTHING[asked.kind]]
    if asked.age is not None:
        said.append(f"Only {asked.age.label[0].lower()}{asked.age.label[1:]} were looked at.")
    if asked.kind in (None, Kind.NOT_DONE, Kind.DUE_SOON, Kind.URGENT, Kind.CANNOT_TELL):
        said.append(NO_JUDGEMENT)
        if asked.whose == MINE:
            said.append(OTHERS[may_see_team])
    return " ".join(said)

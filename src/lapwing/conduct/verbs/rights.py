"""Verbs: what a young person was told, offered and asked."""

from __future__ import annotations

from datetime import date

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import FRONT_LINE
from lapwing.conduct.policies import check_says
from lapwing.conduct.verb import verb
from lapwing.vocabulary.care_codes import RightsKind

IN_WORDS = {
    RightsKind.WISHES_RECORDED: "what the young person wants, in their words, or that they would rather not say",
    RightsKind.CAPACITY_CONSIDERED: "whether the young person could understand and weigh it, and what helped them",
    RightsKind.TRANSITION_PLAN: "who helps after eighteen, with what and from which day",
}
"""Entries that are nothing without words, and which."""


@verb(may=FRONT_LINE)
def record_rights(
    *,
    by: Acting,
    on: date,
    child: str,
    kind: RightsKind,
    says: str | None = None,
    decision: str | None = None,
) -> str:
    """Records what a young person was told, offered or asked, and what they said; the entry's key.

    For capacity or competence the decision at hand is given. A no to an offer is an answer too.
    """
    if kind in IN_WORDS:
        check_says(says, "says", IN_WORDS[kind])
    return by.enter("rights", child_id=child, kind=kind, happened_on=on, decision_id=decision, says=says)

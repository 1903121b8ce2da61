"""Entries whose page shows where a piece of work stands, besides what they say: by table, with a template of the same name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lapwing.conduct.acting import Acting
from lapwing.conduct.reading import Shown
from lapwing.web.showing import assessments, disagreements, hand_overs, referrals, reviews
from lapwing.web.showing.offers import Offer, offers_on
from lapwing.web.showing.record import OpenRecord
from lapwing.web.words import words_of

Panel = Callable[[Acting, OpenRecord, Shown], Mapping[str, Any]]

PANELS: Mapping[str, Panel] = {
    "hand_over": hand_overs.panel,
    "referral": referrals.panel,
    "concern": referrals.panel_of_concern,
    "disagreement": disagreements.panel,
    "assessment": assessments.panel,
    "meeting": reviews.panel,
}
"""What `templates/entries/<table>.html` is given besides what every entry's page has; `does` is what to do next, in order."""


def what_next(by: Acting, record: OpenRecord, table: str, one: Shown) -> dict[str, Any]:
    """What an entry's page shows of where things stand, and what its reader can do: each thing once, the likeliest first."""
    panel = dict(PANELS[table](by, record, one)) if table in PANELS else {}
    disagree = disagreements.disagree_with(by, record, table, one)
    next_ones: list[Offer] = panel.get("does", [])
    said = {offer.text for offer in next_ones} | ({words_of("disagree").title} if disagree else set())
    others = [offer for offer in offers_on(by, record, table, one) if offer.text not in said]
    if table == "disagreement":
        others = []  # its own list leaves out what this reader could not do at the stage that it has reached
    return panel | {
        "first": next_ones[0] if next_ones else None,
        "offers": [*next_ones[1:], *([disagree] if disagree else []), *others],
    }

"""Entries whose page shows where a piece of work stands, besides what they say: by table, with a template of the same name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lapwing.conduct.acting import Acting
from lapwing.conduct.reading import Shown
from lapwing.web.showing import assessments, disagreements, hand_overs, referrals, reviews
from lapwing.web.showing.record import OpenRecord

Panel = Callable[[Acting, OpenRecord, Shown], Mapping[str, Any]]

PANELS: Mapping[str, Panel] = {
    "hand_over": hand_overs.panel,
    "referral": referrals.panel,
    "concern": referrals.panel_of_concern,
    "disagreement": disagreements.panel,
    "assessment": assessments.panel,
    "meeting": reviews.panel,
}
"""What `templates/entries/<table>.html` is given."""

"""What may be read. Every reading is checked, shows what this reader may see, and is kept in the log."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lapwing.conduct.may import (
    ANYBODY,
    ANYBODY_REACHED,
    EVERYBODY,
    MANAGERS,
    OVERSIGHT,
    READ,
    REVIEWERS,
    STAFF,
    TIE_KEEPERS,
    WHO_READ,
    WITHOUT_IDENTITIES,
    WORKLIST,
    May,
)
from lapwing.conduct.reading.access import (
    Emergency,
    KeptFrom,
    Opened,
    Restricted,
    Somebody,
    accounts_here,
    emergency,
    kept_from,
    opened_in_emergency,
    who_may_open,
    whom_to_ask,
)
from lapwing.conduct.reading.calling import Named
from lapwing.conduct.reading.chronology import (
    Chronology,
    Happened,
    Purpose,
    TakenOut,
    agencies_near,
    chronology,
    chronology_for,
    in_time,
)
from lapwing.conduct.reading.deciding import Awaited, Decides, decisions_awaited
from lapwing.conduct.reading.explaining import FindingExplained, explain_finding
from lapwing.conduct.reading.family import family_of
from lapwing.conduct.reading.leaving import Leaver, LeftChild, LeftEntry, left_behind
from lapwing.conduct.reading.lists import ChildListed, SomeChildren, children_within_sight, some_in_sight
from lapwing.conduct.reading.notices import STAYS_DAYS, Digest, Notice, digest, how_many_unread, notices, read_notices
from lapwing.conduct.reading.past import KnownOn, Reading, VersionShown, as_known_on, history, shown_now, who_read
from lapwing.conduct.reading.recent import opened_of_late
from lapwing.conduct.reading.record import Around, ChildRecord, FindingShown, OpenInEmergency, findings_of, read_child
from lapwing.conduct.reading.seeking import Found, How, search
from lapwing.conduct.reading.settling import Settling, Side, StageShown, how_settled
from lapwing.conduct.reading.shown import Shown
from lapwing.conduct.reading.staff import (
    AgencyListed,
    PractitionerListed,
    agencies,
    colleagues,
    practitioners_of,
    teams,
)
from lapwing.conduct.reading.team import Load, how_many_at_work, team_load
from lapwing.conduct.reading.turns import WaitsFor
from lapwing.conduct.reading.waiting import Waits, WhatWaits, waiting
from lapwing.conduct.reading.weights import Weighed, Weights, weights
from lapwing.conduct.reading.worklist import (
    URGENT_AT_MOST,
    Line,
    pseudonym,
    urgent_here,
    worklist,
    worklist_without_identities,
)

__all__ = [
    "READINGS",
    "STAYS_DAYS",
    "URGENT_AT_MOST",
    "AgencyListed",
    "Around",
    "Awaited",
    "ChildListed",
    "ChildRecord",
    "Chronology",
    "Decides",
    "Digest",
    "Emergency",
    "FindingExplained",
    "FindingShown",
    "Found",
    "Happened",
    "How",
    "KeptFrom",
    "KnownOn",
    "Leaver",
    "LeftChild",
    "LeftEntry",
    "Line",
    "Load",
    "Named",
    "Notice",
    "OpenInEmergency",
    "Opened",
    "PractitionerListed",
    "Purpose",
    "Reading",
    "Restricted",
    "Settling",
    "Shown",
    "Side",
    "SomeChildren",
    "Somebody",
    "StageShown",
    "TakenOut",
    "VersionShown",
    "Waits",
    "WaitsFor",
    "Weighed",
    "Weights",
    "WhatWaits",
    "accounts_here",
    "agencies",
    "agencies_near",
    "as_known_on",
    "children_within_sight",
    "chronology",
    "chronology_for",
    "colleagues",
    "decisions_awaited",
    "digest",
    "emergency",
    "explain_finding",
    "family_of",
    "findings_of",
    "history",
    "how_many_at_work",
    "how_many_unread",
    "how_settled",
    "in_time",
    "kept_from",
    "left_behind",
    "notices",
    "opened_in_emergency",
    "opened_of_late",
    "practitioners_of",
    "pseudonym",
    "read_child",
    "read_notices",
    "search",
    "shown_now",
    "some_in_sight",
    "team_load",
    "teams",
    "urgent_here",
    "waiting",
    "weights",
    "who_may_open",
    "who_read",
    "whom_to_ask",
    "worklist",
    "worklist_without_identities",
]

READINGS: Mapping[Callable[..., Any], May] = {
    children_within_sight: READ,
    some_in_sight: READ,
    search: READ,
    opened_of_late: READ,
    read_child: READ,
    findings_of: READ,
    explain_finding: READ,
    as_known_on: READ,
    chronology: READ,
    chronology_for: READ,
    weights: READ,
    shown_now: READ,
    history: READ,
    family_of: READ,
    who_read: WHO_READ,
    how_settled: READ,
    who_may_open: READ,
    whom_to_ask: ANYBODY_REACHED,
    kept_from: TIE_KEEPERS,
    accounts_here: TIE_KEEPERS,
    emergency: ANYBODY,
    opened_in_emergency: REVIEWERS,
    left_behind: OVERSIGHT,
    worklist: WORKLIST,
    urgent_here: READ,
    worklist_without_identities: WITHOUT_IDENTITIES,
    waiting: READ,
    team_load: MANAGERS,
    how_many_at_work: MANAGERS,
    decisions_awaited: OVERSIGHT,
    notices: EVERYBODY,
    read_notices: EVERYBODY,
    agencies: STAFF,
    practitioners_of: STAFF,
    colleagues: STAFF,
    teams: STAFF,
}
"""Every way of reading, with who may."""

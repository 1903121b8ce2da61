"""What may be read. Every reading is checked, shows what this reader may see, and is kept in the log."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lapwing.conduct.may import READ, WHO_READ, WITHOUT_IDENTITIES, WORKLIST, May
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
from lapwing.conduct.reading.explaining import FindingExplained, explain_finding
from lapwing.conduct.reading.lists import ChildListed, children_within_sight
from lapwing.conduct.reading.past import KnownOn, Reading, VersionShown, as_known_on, history, shown_now, who_read
from lapwing.conduct.reading.record import Around, ChildRecord, FindingShown, findings_of, read_child
from lapwing.conduct.reading.seeking import search
from lapwing.conduct.reading.shown import Shown
from lapwing.conduct.reading.worklist import Line, pseudonym, worklist, worklist_without_identities

__all__ = [
    "READINGS",
    "Around",
    "ChildListed",
    "ChildRecord",
    "Chronology",
    "FindingExplained",
    "FindingShown",
    "Happened",
    "KnownOn",
    "Line",
    "Named",
    "Purpose",
    "Reading",
    "Shown",
    "TakenOut",
    "VersionShown",
    "agencies_near",
    "as_known_on",
    "children_within_sight",
    "chronology",
    "chronology_for",
    "explain_finding",
    "findings_of",
    "history",
    "in_time",
    "pseudonym",
    "read_child",
    "search",
    "shown_now",
    "who_read",
    "worklist",
    "worklist_without_identities",
]

READINGS: Mapping[Callable[..., Any], May] = {
    children_within_sight: READ,
    search: READ,
    read_child: READ,
    findings_of: READ,
    explain_finding: READ,
    as_known_on: READ,
    chronology: READ,
    chronology_for: READ,
    shown_now: READ,
    history: READ,
    who_read: WHO_READ,
    worklist: WORKLIST,
    worklist_without_identities: WITHOUT_IDENTITIES,
}
"""Every way of reading, with who may."""

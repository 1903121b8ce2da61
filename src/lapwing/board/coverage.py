"""From which services nothing is on record: where one sends nothing, nobody knows what its part of a figure would be."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time, timedelta

from lapwing.records.entries import entries
from lapwing.records.store import in_words
from lapwing.records.stored import carried_now
from lapwing.vocabulary.codes import AgencyKind

SENT = ("concern", "contact", "observation", "referral", "involvement", "assessment", "contribution", "hand_over")
"""Tables that show that a service tells the record of its work."""
LOOKED_BACK = timedelta(days=365)


def silent_services(kinds: Collection[AgencyKind], today: date) -> list[str]:
    """Those kinds of service, in words, of which no entry was recorded in the last twelve months."""
    since = datetime.combine(today - LOOKED_BACK, time())
    agencies = dict(entries("agency").filter(kind__in=[str(kind) for kind in kinds]).values_list("pk", "kind"))
    telling: set[str] = set()
    for table in SENT:
        rest = [agency for agency, kind in agencies.items() if kind not in telling]
        if not rest:
            break
        recent = entries(table).filter(recorded_at__gte=since, recorded_agency__in=rest).order_by()
        telling |= {agencies[one] for one in recent.values_list("recorded_agency", flat=True).distinct()}
    return [kind.label for kind in kinds if str(kind) not in telling]


def not_carried(tables: Collection[str]) -> list[str]:
    """Those record tables, in words, that no system here tells anything of."""
    carried = carried_now().carried
    return [in_words(table) for table in tables if table not in carried]

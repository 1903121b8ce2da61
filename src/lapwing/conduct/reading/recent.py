"""The records that somebody opened of late, to find one's way back to them."""

from __future__ import annotations

from datetime import timedelta

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import READ
from lapwing.conduct.permissions import check_user_can
from lapwing.conduct.reading.calling import Named, named
from lapwing.conduct.reading.lists import in_sight
from lapwing.conduct.reading.record import note_reading
from lapwing.records import links
from lapwing.records.models import Event

OF_LATE_DAYS = 7
"""For so many days a record counts as opened of late: our own choice."""

LOOKED_AT = 300
"""So many of somebody's latest readings are looked through."""


@links.asked_once()
def opened_of_late(*, by: Acting, at_most: int = 10) -> list[Named]:
    """The children whose records somebody opened in the last days, the latest first; in sight now, and going on."""
    check_user_can("read", READ, by=by, child=None)
    mine = Event.objects.filter(
        by=by.account, verb="read", child__isnull=False, at__gte=by.at - timedelta(days=OF_LATE_DAYS)
    )
    opened = dict.fromkeys(mine.order_by("-place").values_list("child", flat=True)[:LOOKED_AT])
    children = list(dict.fromkeys(links.kept("child", child) for child in list(opened)[: 3 * at_most] if child))
    who = named(in_sight(by, among=children))
    found = [who[child] for child in children if child in who and not who[child].has_ended][:at_most]
    note_reading(by, "opened of late", count=len(found))
    return found

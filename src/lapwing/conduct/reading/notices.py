"""What somebody was told, and what a daily e-mail may say of it. No notice names anybody of a family."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet

from lapwing.conduct.acting import Acting
from lapwing.conduct.at_work import ended_among
from lapwing.conduct.may import EVERYBODY, READ
from lapwing.conduct.permissions import check_user_can
from lapwing.conduct.reading.lists import in_sight
from lapwing.conduct.reading.record import note_reading
from lapwing.conduct.reading.turns import WaitsFor
from lapwing.conduct.reading.waiting import what_waits, whose_children
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.models import Account, Notification
from lapwing.vocabulary.records import TABLES

STAYS_DAYS = 30
"""For so many days a notice that was read is still shown: our own choice."""


@dataclass(frozen=True)
class Notice:
    """Something that somebody was told. `child`, `table` and `key` say where to look, while that is open to the reader."""

    number: int
    what: str
    at: datetime
    read_at: datetime | None
    child: str | None
    table: str | None
    key: str | None


@dataclass(frozen=True)
class Digest:
    """What a daily e-mail says: sentences that name nobody, each with how often it was said and not read; and how many
    things of a kind wait, with how many of them are overdue.
    """

    told: tuple[tuple[str, int], ...]
    waits: tuple[tuple[WaitsFor, int, int], ...]


def notices(*, by: Acting, at_most: int = 200) -> list[Notice]:
    """What somebody was told: first what they have not read, then what they read of late, the latest first in each."""
    check_user_can("read_notices", EVERYBODY, by=by, child=None)
    ours = _told(by.account).order_by("-pk")
    late = ours.filter(read_at__gte=by.at - timedelta(days=STAYS_DAYS))
    found = [*ours.filter(read_at__isnull=True)[:at_most], *late[:at_most]][:at_most]
    shown = _shown(by, found)
    note_reading(by, "notices", count=len(shown))
    return shown


def read_notices(*, by: Acting, up_to: int) -> int:
    """Marks what somebody was told as read, up to the notice with that number; how many that were.

    It changes no child's record, so it is kept in the log as a reading.
    """
    check_user_can("read_notices", EVERYBODY, by=by, child=None)
    count = _told(by.account).filter(read_at__isnull=True, pk__lte=up_to).update(read_at=by.at)
    note_reading(by, "notices marked as read", count=count)
    return count


def how_many_unread(account: Account) -> int:
    """How many notices somebody has not read: a number, which is no reading."""
    return _told(account).filter(read_at__isnull=True).count()


def digest(account: Account, at: datetime) -> Digest | None:
    """What an e-mail may tell somebody in a day: no name, no key; None where there is nothing, or nobody to tell."""
    has_ended = not account.is_active or (account.ended_at is not None and account.ended_at <= at)
    if has_ended or account.is_system:
        return None
    by = Acting(account, at)
    unread = _shown(by, _told(account).filter(read_at__isnull=True).order_by("pk"))
    told = Counter(one.what for one in unread)
    waits = what_waits(by).waits if account.role in READ else ()
    kinds = Counter(one.kind for one in waits)
    overdue = Counter(one.kind for one in waits if one.is_overdue)
    found = Digest(tuple(told.items()), tuple((kind, count, overdue[kind]) for kind, count in kinds.items()))
    return found if found.told or found.waits else None


def _told(account: Account) -> QuerySet[Notification]:
    return Notification.objects.filter(account=account, quiet_at__isnull=True)


@links.asked_once()
def _shown(by: Acting, found: Iterable[Notification]) -> list[Notice]:
    """Notices without those about records that have ended; where to look only while it is in sight."""
    some = list(found)
    whose = _whose(some)
    about = whose_children(whose.values())
    every = set().union(*about.values())
    over = ended_among(every)
    seen = in_sight(by, among=every) - over if by.account.role in READ else set()
    told = [(one, about[whose[one.pk]]) for one in some]
    return [_notice(one, children, seen) for one, children in told if not children or not children <= over]


def _whose(some: Iterable[Notification]) -> dict[int, tuple[str | None, str | None]]:
    """The child whom each is about, or the pregnancy where its entry is of that."""
    keys: dict[str, list[str]] = {}
    for one in some:
        table = TABLES.get(one.table or "")
        if one.child is None and table is not None and "pregnancy_id" in table.names and one.key is not None:
            keys.setdefault(table.name, []).append(one.key)
    of = {
        (table, key): pregnancy
        for table, these in keys.items()
        for key, pregnancy in entries(table).filter(pk__in=these).values_list("pk", "pregnancy_id")
    }
    return {one.pk: (one.child, of.get((one.table or "", one.key or ""))) for one in some}


def _notice(one: Notification, children: set[str], seen: set[str]) -> Notice:
    """Where to look is said while one of the children is in sight, and where it is about no child."""
    child = min(children & seen, default=None)
    where = (child, one.table, one.key) if child is not None or not children else (None, None, None)
    return Notice(one.pk, one.what, one.at, one.read_at, *where)

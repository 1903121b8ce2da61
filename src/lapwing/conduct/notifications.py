"""What people are told once something is stored: what it is about and where to look, never of whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import Q, QuerySet

from lapwing.conduct.acting import Told
from lapwing.records.entries import entries
from lapwing.records.models import Account, Notification, Role
from lapwing.vocabulary.records import TABLES


def tell_all(told: Iterable[Told], at: datetime) -> None:
    """Stores what people are told; the same thing once."""
    Notification.objects.bulk_create(
        Notification(account_id=one.account, what=one.what, child=one.child, table=one.table, key=one.key, at=at)
        for one in dict.fromkeys(told)
    )


def account_of(practitioner: str | None) -> int | None:
    """The account of a practitioner, where they have one."""
    if practitioner is None:
        return None
    return Account.objects.filter(practitioner=practitioner, is_active=True).values_list("pk", flat=True).first()


def managers_of(agency: str | None) -> Sequence[int]:
    """The accounts of an agency's managers."""
    if agency is None:
        return ()
    return _people_of(agency, Role.MANAGER)


def overseers_of(agency: str | None) -> Sequence[int]:
    """The accounts of an agency's named or designated professionals and, after them, of its managers."""
    if agency is None:
        return ()
    return (*_people_of(agency, Role.NAMED_PROFESSIONAL), *_people_of(agency, Role.MANAGER))


def _people_of(agency: str, role: Role) -> list[int]:
    accounts = Account.objects.filter(agency=agency, role=role, is_active=True, is_system=False)
    return list(accounts.order_by("pk").values_list("pk", flat=True))


def quieten(children: Iterable[str], at: datetime, *, pregnancy: str | None = None) -> None:
    """Takes back, unread, whatever people were told about these children: after a loss nothing may prompt.

    With `pregnancy`, also what they were told about entries made for all of its children.
    """
    waiting = Notification.objects.filter(read_at__isnull=True, quiet_at__isnull=True)
    about = Q(child__in=list(children))
    for table in _told_of(waiting) if pregnancy is not None else ():
        keys = entries(table).filter(pregnancy_id=pregnancy).values_list("pk", flat=True)
        about |= Q(child__isnull=True, table=table, key__in=list(keys))
    waiting.filter(about).update(quiet_at=at)


def _told_of(waiting: QuerySet[Notification]) -> list[str]:
    """The tables of entries about a pregnancy that people were told of without a child."""
    tables = waiting.filter(child__isnull=True, table__isnull=False).order_by().values_list("table", flat=True)
    return [name for name in tables.distinct() if name in TABLES and "pregnancy_id" in TABLES[name].names]

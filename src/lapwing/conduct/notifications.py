"""What people are told once something is stored: what it is about and where to look, never of whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from lapwing.conduct.acting import Told
from lapwing.records.models import Account, Notification, Role
from lapwing.records.store import versions


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
    managers = Account.objects.filter(agency=agency, role=Role.MANAGER, is_active=True, is_system=False)
    return list(managers.values_list("pk", flat=True))


def entered_by(table: str, key: str) -> int | None:
    """The account that made an entry; nobody where it came from a feed."""
    return versions(table, key)[0].stored_by


def quieten(children: Iterable[str], at: datetime) -> None:
    """Takes back, unread, whatever people were told about these children: after a loss nothing may prompt."""
    waiting = Notification.objects.filter(child__in=list(children), read_at__isnull=True, quiet_at__isnull=True)
    waiting.update(quiet_at=at)

"""What people are told once something is stored: what it is about and where to look, never of whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import Q, QuerySet

from lapwing.conduct.acting import Told
from lapwing.conduct.whose import Whose
from lapwing.records.entries import entries
from lapwing.records.models import Account, Notification, Role
from lapwing.records.store import versions
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


def lead_of(whose: Whose) -> int | None:
    """The account of whoever leads the work with a child or a pregnancy."""
    leads = whose.entries("involvement").filter(lead=True, ended_on__isnull=True)
    return account_of(leads.order_by("-started_on").values_list("practitioner", flat=True).first())


def entered_by(table: str, key: str) -> int | None:
    """The account that made an entry; nobody where it came from a feed."""
    return versions(table, key)[0].stored_by


def overseers_of(agency: str | None) -> Sequence[int]:
    """The accounts of an agency's named or designated professionals and, after them, of its managers."""
    if agency is None:
        return ()
    return (*_people_of(agency, Role.NAMED_PROFESSIONAL), *_people_of(agency, Role.MANAGER))


def _people_of(agency: str, role: Role) -> list[int]:
    accounts = Account.objects.filter(agency=agency, role=role, is_active=True, is_system=False)
    return list(accounts.order_by("pk").values_list("pk", flat=True))


def quieten(children: Iterable[str], at: datetime, *, over: Iterable[str] = (), going_on: Iterable[str] = ()) -> None:
    """Takes back, unread, whatever people were told about these children: after a loss nothing may prompt.

    What they were told about a whole pregnancy goes with those that are over, and stays for those that go on.
    """
    waiting = Notification.objects.filter(read_at__isnull=True, quiet_at__isnull=True)
    theirs = Q(child__in=list(children)) & ~_about_pregnancies(waiting, going_on)
    waiting.filter(theirs | _about_pregnancies(waiting, over)).update(quiet_at=at)


def _about_pregnancies(waiting: QuerySet[Notification], pregnancies: Iterable[str]) -> Q:
    """Notices about entries that were made for every child of these pregnancies."""
    sought = list(pregnancies)
    about = Q(pk__in=[])
    tables = waiting.filter(table__isnull=False).order_by().values_list("table", flat=True).distinct() if sought else ()
    for table in filter(None, tables):
        if table != "child" and "pregnancy_id" in TABLES[table].names:
            keys = entries(table).filter(pregnancy_id__in=sought).values_list("pk", flat=True)
            about |= Q(table=table, key__in=list(keys))
    return about

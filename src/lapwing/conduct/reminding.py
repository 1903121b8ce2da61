"""The daily e-mail that says what waits for somebody: who gets one, once a day, and who does not want any."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from smtplib import SMTPException

from django.db.models import Q
from django.utils import timezone

from lapwing.conduct.acting import Acting
from lapwing.conduct.events import record_event
from lapwing.conduct.may import EVERYBODY
from lapwing.conduct.permissions import check_user_can
from lapwing.conduct.reading.notices import Digest, digest
from lapwing.records.models import Account

Send = Callable[[str, Digest], None]
"""Sends what waits for somebody to their e-mail address; SMTPException or OSError where that cannot be done."""


@dataclass(frozen=True)
class Reminded:
    """What came of a run: how many e-mails were sent, and how many could not be; these are tried again at the next run."""

    sent: int
    failed: int


def want_digest(*, by: Acting, wanted: bool) -> None:
    """Says whether somebody wants the daily e-mail. It changes no child's record; the log has it."""
    check_user_can("want_digest", EVERYBODY, by=by, child=None)
    Account.objects.filter(pk=by.account.pk).update(wants_digest=wanted)
    by.account.wants_digest = wanted
    record_event("want_digest", by=by.account.pk, at=by.at, details={"wanted": wanted})


def remind_all(*, at: datetime, send: Send) -> Reminded:
    """Sends everybody who wants it what waits for them, where there is anything; each at most once a day."""
    today = timezone.localdate(at)
    not_yet = Q(digest_on__isnull=True) | Q(digest_on__lt=today)
    due = Account.objects.filter(not_yet, wants_digest=True, is_active=True, is_system=False, ended_at__isnull=True)
    came = [_remind(account, at, send) for account in due.order_by("pk")]
    return Reminded(came.count(True), came.count(False))


def _remind(account: Account, at: datetime, send: Send) -> bool | None:
    """Whether it was sent; None where there is nothing to say, or another run has sent it meanwhile."""
    found = digest(account, at)
    if found is None or not _claimed(account, at):
        return None
    try:
        send(account.email, found)
    except (SMTPException, OSError):
        Account.objects.filter(pk=account.pk).update(digest_on=account.digest_on)
        return False
    details = {"told": sum(count for _, count in found.told), "waits": sum(count for _, count, _ in found.waits)}
    record_event("remind", by=None, at=at, details={"account": account.pk, **details})
    return True


def _claimed(account: Account, at: datetime) -> bool:
    """Whether this run is the one that sends today's e-mail."""
    mine = Account.objects.filter(pk=account.pk, digest_on=account.digest_on)
    return mine.update(digest_on=timezone.localdate(at)) == 1

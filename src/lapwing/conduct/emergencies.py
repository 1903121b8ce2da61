"""A record that somebody opens in an emergency: who reviews that, and for how long it stays open."""

from __future__ import annotations

from datetime import timedelta
from typing import cast

from lapwing.conduct.acting import Acting
from lapwing.conduct.findings import settings_now
from lapwing.conduct.notifications import overseers_of
from lapwing.conduct.policies import is_own
from lapwing.records.models import Account


def reviewer_of(by: Acting) -> Account | None:
    """Who would review that somebody opened a record in an emergency; None where nobody at their agency could."""
    others = [account for account in overseers_of(by.agency) if not is_own(by, account)]
    return Account.objects.get(pk=others[0]) if others else None


def stays_open() -> timedelta:
    """How long a record stays open to whoever broke the glass: the area's own number of hours."""
    return timedelta(hours=cast(int, settings_now().value("access.emergency_hours")))

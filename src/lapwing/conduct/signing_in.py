"""Who may sign in, and what the log keeps of it: the account and how, never what was typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.dispatch import Signal

from lapwing.conduct.events import record_event
from lapwing.records.models import Account

account_opened = Signal()
"""Sent with `account` once the account of a person is stored: whoever sends e-mails tells them."""


def may_sign_in(account: Account) -> bool:
    """Whether this is the account of a person, and has not ended. Systems show a token instead."""
    return account.is_active and account.ended_at is None and not account.is_system


def account_with(email: str) -> Account | None:
    """The account with this e-mail address, where somebody may sign in with it."""
    found = _account_with(email)
    return found if found is not None and may_sign_in(found) else None


def _account_with(email: str) -> Account | None:
    return Account.objects.filter(email=email.strip().lower()).first()


def note_of(account: Account, what: str, *, at: datetime, **details: Any) -> None:
    """Keeps in the log what somebody did about signing in."""
    record_event(what, by=account.pk, at=at, details=details)


def note_refusal(what: str, *, email: str, at: datetime) -> None:
    """Keeps in the log that somebody was not let in: nobody knows who it was, but at whose account, if it is one here."""
    tried = _account_with(email)
    record_event(what, by=None, at=at, details={"account": tried.pk if tried else None})


def end_sessions(account: Account, *, at: datetime) -> int:
    """Signs somebody out wherever they are signed in; in how many places that was."""
    ours = [one.pk for one in Session.objects.filter(expire_date__gt=at).iterator() if _is_of(one, account)]
    Session.objects.filter(pk__in=ours).delete()
    note_of(account, "signed_out_everywhere", at=at, sessions=len(ours))
    return len(ours)


def _is_of(session: Session, account: Account) -> bool:
    return session.get_decoded().get(SESSION_KEY) == str(account.pk)


@dataclass(frozen=True)
class WaysIn:
    """How somebody signs in: the names of their passkeys, and how many recovery codes are left."""

    password: bool
    passkeys: tuple[str, ...]
    one_time_codes: bool
    recovery_codes: int


def has_second_factor(account: Account) -> bool:
    """Whether somebody has a passkey or one-time codes set up; recovery codes alone are none."""
    ours = Authenticator.objects.filter(user=account).exclude(type=Authenticator.Type.RECOVERY_CODES)
    return bool(ours.exists())


def ways_in(account: Account) -> WaysIn:
    """How somebody signs in."""
    kept: Mapping[str, list[Any]] = {kind: [] for kind in Authenticator.Type.values}
    for one in Authenticator.objects.filter(user=account).order_by("pk"):
        kept[one.type].append(one.wrap())
    return WaysIn(
        password=account.has_usable_password(),
        passkeys=tuple(one.name for one in kept[Authenticator.Type.WEBAUTHN]),
        one_time_codes=bool(kept[Authenticator.Type.TOTP]),
        recovery_codes=sum(len(one.get_unused_codes()) for one in kept[Authenticator.Type.RECOVERY_CODES]),
    )

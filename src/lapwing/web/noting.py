"""What follows when somebody signs in, fails to, or changes how they do: the log keeps it, and the session is marked."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from allauth.account import signals as of_accounts
from allauth.mfa import signals as of_factors
from django.contrib.auth.signals import user_logged_out
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone

from lapwing.conduct import signing_in
from lapwing.conduct.signing_in import note_of

BEGAN, LAST_SEEN = "began_at", "seen_at"
BY_SINGLE_SIGN_ON, WITH_SECOND_FACTOR = "single_sign_on", "second_factor"
"""What a session is marked with: moments in seconds, and whether a second factor was asked for elsewhere or is there."""


def listen() -> None:
    """Listens to what allauth and conduct tell of."""
    for signal, follows in (
        (of_accounts.user_logged_in, signed_in),
        (user_logged_out, signed_out),
        (of_accounts.password_changed, password_changed),
        (of_accounts.password_reset, password_changed),
        (of_factors.authenticator_added, second_factor_changed),
        (of_factors.authenticator_removed, second_factor_changed),
        (of_factors.authenticator_reset, second_factor_changed),
        (of_factors.authentication_failed, second_factor_wrong),
        (signing_in.account_opened, welcome),
    ):
        signal.connect(follows, dispatch_uid=f"lapwing {follows.__name__}")


def signed_in(request: HttpRequest, user: Any, **how: Any) -> None:
    """Marks when the session began and how, so that it ends in time; `sociallogin` is given by single sign-on alone."""
    now = timezone.now()
    single = "sociallogin" in how
    request.session[BEGAN] = request.session[LAST_SEEN] = now.timestamp()
    request.session[BY_SINGLE_SIGN_ON] = single
    request.session.pop(WITH_SECOND_FACTOR, None)
    ways = [str(one.get("type", one["method"])) for one in request.session.get("account_authentication_methods", [])]
    note_of(user, "signed_in", at=now, ways=ways)


def signed_out(request: HttpRequest, user: Any, **_: Any) -> None:
    """Somebody signed out, or their session ended while they were away."""
    if user is not None:
        note_of(user, "signed_out", at=timezone.now())


def password_changed(user: Any, **_: Any) -> None:
    """A password was changed, or set by a link that was sent; every other session of the account ends with it."""
    note_of(user, "password_changed", at=timezone.now())


def second_factor_changed(request: HttpRequest, user: Any, authenticator: Any, **_: Any) -> None:
    """A passkey, one-time codes or recovery codes were added, taken away or made anew: what is there is asked anew."""
    request.session.pop(WITH_SECOND_FACTOR, None)
    note_of(user, "second_factor_changed", at=timezone.now(), kind=str(authenticator.type))


def second_factor_wrong(user: Any, **_: Any) -> None:
    """A one-time code or recovery code was wrong."""
    signing_in.note_refusal("second_factor_wrong", email=user.email, at=timezone.now())


def password_wrong(email: str) -> None:
    """A password was wrong, or there is no such account."""
    signing_in.note_refusal("password_wrong", email=email, at=timezone.now())


def not_let_in(email: str) -> None:
    """Somebody showed who they are, and has no account with which one may sign in."""
    signing_in.note_refusal("not_let_in", email=email, at=timezone.now())


def welcome(account: Any, **_: Any) -> None:
    """An account was opened: whose it is gets a link to set their password."""
    from lapwing.web.signing_in import send_first_link  # most who start Lapwing send nothing

    send_first_link(account)


def locked(email: str, seconds: int) -> None:
    """Somebody has to wait; kept once for each time that an address is locked."""
    if cache.add(f"locked:{sha256(email.strip().lower().encode()).hexdigest()}", True, seconds):
        signing_in.note_refusal("locked", email=email, at=timezone.now())

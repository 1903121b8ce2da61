"""How allauth lets people in: only accounts that an administrator opened, of people, and not ended."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import EmailAwarePasswordResetTokenGenerator, ResetPasswordForm
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.flows.password_reset import request_password_reset
from allauth.account.utils import user_pk_to_url_str
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base import AuthProcess
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from lapwing.conduct.signing_in import account_with, may_sign_in, ways_in
from lapwing.web import noting

LOG = logging.getLogger(__name__)
HERE = "http://127.0.0.1:8000"
"""Where Lapwing is reached where nobody has said so, and nobody asks from a browser."""
JUST_NOW = 10 * 60
"""Seconds after signing in in which nobody is asked once more who they are before they change how they sign in."""
NOT_LET_IN = "Nobody was signed in. Check what you gave, or ask whoever administers Lapwing at your agency."
WAIT = (
    f"There were too many tries. Wait {settings.LOCKED_MINUTES} minutes and try again; a passkey works meanwhile. "
    "If this was not you, or you cannot wait, tell whoever administers Lapwing at your agency."
)
CHANGED: Mapping[str, str] = {
    "account/email/password_changed": "your password was changed",
    "account/email/password_reset": "your password was set by a link that was sent to you",
    "account/email/password_set": "a password was set",
    "mfa/email/recovery_codes_generated": "new recovery codes were made, and the old ones do not work any more",
    "mfa/email/totp_activated": "one-time codes were set up",
    "mfa/email/totp_deactivated": "one-time codes were turned off",
    "mfa/email/webauthn_added": "a passkey was added",
    "mfa/email/webauthn_removed": "a passkey was removed",
}
"""What somebody is told by e-mail that they, or somebody with their password, did."""
SAID: Mapping[str, str] = {
    "account/messages/logged_out.txt": "You are signed out.",
    "account/messages/password_changed.txt": "Your password is changed. Wherever else you were signed in, you are not any more.",
    "mfa/messages/totp_activated.txt": "One-time codes are set up.",
    "mfa/messages/totp_deactivated.txt": "One-time codes are turned off.",
    "mfa/messages/webauthn_added.txt": "Your passkey is added.",
    "mfa/messages/webauthn_removed.txt": "The passkey is removed.",
}
"""What the next page says was done; of the rest the page itself tells."""


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Nobody opens an account for themselves, and what is refused says nothing of whether there is an account."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "The e-mail address and the password do not belong together. Check both.",
        "too_many_login_attempts": WAIT,
        "rate_limited": WAIT,
        "incorrect_password": "This is not your password",
        "enter_current_password": "This is not your password",
        "invalid_password_reset": "This link does not work any more. Ask for another one.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: an administrator opens accounts."""
        return False

    def is_safe_url(self, url: str) -> bool:
        """Only pages of this very place are gone on to."""
        return url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def pre_authenticate(self, request: HttpRequest, **given: Any) -> None:
        """Refused while somebody has to wait."""
        try:
            super().pre_authenticate(request, **given)
        except ValidationError:
            noting.locked(given.get("email", ""), 60 * settings.LOCKED_MINUTES)
            raise

    def authenticate(self, request: HttpRequest, **given: Any) -> Any:
        """Whose password it is; nobody where the account has ended, as if the password were wrong."""
        account = super().authenticate(request, **given)
        if account is not None and not may_sign_in(account):
            self.authentication_failed(request, **given)
            return None
        return account

    def authentication_failed(self, request: HttpRequest, **given: Any) -> None:
        """Keeps in the log that a password was wrong."""
        noting.password_wrong(given.get("email", ""))

    def pre_login(self, request: HttpRequest, user: Any, **how: Any) -> HttpResponse | None:
        """Stops whoever has proved who they are and may not sign in: an account that has ended, or of a system."""
        if may_sign_in(user):
            response: HttpResponse | None = super().pre_login(request, user, **how)
            return response
        request.session.flush()
        noting.not_let_in(user.email)
        messages.error(request, NOT_LET_IN)
        return redirect("account_login")

    def is_reauthentication_required(self, *, app: str, **more: Any) -> bool:
        """Before ways of signing in are changed, unless somebody has signed in just now."""
        records = get_authentication_records(self.request, self.request.user)
        is_new = bool(records) and timezone.now().timestamp() - records[-1]["at"] < JUST_NOW
        return not is_new and bool(super().is_reauthentication_required(app=app, **more))

    def get_reset_password_from_key_url(self, key: str) -> str:
        """The link in an e-mail: where people reach Lapwing, whatever the browser that asked said it was."""
        return (settings.ADDRESS or self.request.build_absolute_uri("/").rstrip("/")) + _to_set_password(key)

    def add_message(
        self, request: HttpRequest, level: int, message_template: str = "", *_: Any, message: str = "", **__: Any
    ) -> None:
        """Says on the next page what was done."""
        said = message or SAID.get(message_template)
        if said:
            messages.add_message(request, level, said)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to one's own page."""
        return reverse("you")

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """How somebody shows again that it is them, in our words."""
        ways = {
            "reauthenticate": "Give your password",
            "mfa_reauthenticate": "Give a one-time code",
            "mfa_reauthenticate:webauthn": "Use a passkey",
        }
        return [one | {"description": ways[one["id"]]} for one in super().get_reauthentication_methods(user)]

    def send_notification_mail(self, template_prefix: str, user: Any, *_: Any, **__: Any) -> None:
        """Tells somebody by e-mail that how they sign in has changed."""
        told = {"what": CHANGED[template_prefix], "user": user, "at": timezone.now()}
        try:
            self.send_mail("account/email/changed", user.email, told)
        except OSError as fault:  # what was changed is changed, whether or not e-mails leave
            LOG.warning("An e-mail could not be sent: %s.", type(fault).__name__)


class AskForPassword(ResetPasswordForm):  # type: ignore[misc]
    """Sends a link to whoever may sign in. Anybody else is written to as well, so that both take as long."""

    def clean_email(self) -> str:
        """The address; never refused for not being here."""
        email: str = self.cleaned_data["email"]
        account = account_with(email)
        self.users = [] if account is None else [account]
        return email

    def save(self, request: HttpRequest, **_: Any) -> str:
        """Sends the one or the other e-mail."""
        email: str = self.cleaned_data["email"]
        if self.users:
            request_password_reset(request, self.users[0].email, self.users, None)
        else:
            Accounts(request).send_mail("account/email/unknown_account", email, {})
        return email


class SecondFactors(DefaultMFAAdapter):  # type: ignore[misc]
    """Passkeys and one-time codes, in our words."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "This is not right, or has been used already. Try again with a new one.",
    }

    def get_totp_issuer(self) -> str:
        """What an authenticator app shows beside the e-mail address."""
        return "Lapwing"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """For which place a passkey is, and what the browser calls it."""
        place: dict[str, str] = super().get_public_key_credential_rp_entity()
        return place | {"name": "Lapwing"}

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        """What a passkey is called where nobody says."""
        there = len(ways_in(user).passkeys)
        return f"Passkey {there + 1}" if there else "Passkey"


class SingleSignOn(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Whom an organisation's single sign-on names is let in to the account of that e-mail address, where there is one."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Never."""
        return False

    def authenticate_by_email(self, sociallogin: Any) -> None:
        """Not allauth's way, which takes the password of the account away; see `pre_social_login`."""

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Finds the account by the address that the organisation has verified; nothing is linked or kept of it."""
        verified = [one.email for one in sociallogin.email_addresses if one.verified]
        account = account_with(verified[0]) if len(verified) == 1 else None
        if account is None or sociallogin.state.get("process") != AuthProcess.LOGIN:
            noting.not_let_in(verified[0] if verified else "")
            raise ImmediateHttpResponse(render(request, "socialaccount/not_here.html", {}, status=403))
        sociallogin.user = account


def link_to_set_password(account: Any) -> str:
    """A link by which somebody sets their password, good for some days and once."""
    key = EmailAwarePasswordResetTokenGenerator().make_token(account)
    return (settings.ADDRESS or HERE) + _to_set_password(f"{user_pk_to_url_str(account)}-{key}")


def _to_set_password(key: str) -> str:
    uid, _, token = key.partition("-")
    return reverse("account_reset_password_from_key", kwargs={"uidb36": uid, "key": token})


def send_first_link(account: Any) -> None:
    """Sends whoever has an account now a link by which they set their password."""
    days = settings.PASSWORD_RESET_TIMEOUT // (24 * 60 * 60)
    told = {"user": account, "link": link_to_set_password(account), "days": days}
    Accounts().render_mail("account/email/first_password", account.email, told).send()

"""How allauth lets people in: only accounts that an administrator opened, and nobody whose account has ended."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Nobody opens an account for themselves."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: an administrator opens accounts."""
        return False


class SingleSignOn(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Whom an organisation's single sign-on names is let in to the account of that e-mail address, where there is one."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Never."""
        return False

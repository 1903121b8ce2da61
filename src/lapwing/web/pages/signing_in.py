"""Signing in: by e-mail address and password, by a passkey alone, or by the organisation's own single sign-on."""

from __future__ import annotations

from typing import Any

from allauth.account.views import LoginView
from django.conf import settings
from django.utils.http import urlencode

from lapwing.demonstration.people import sign_ins
from lapwing.web.templating import address


class SignIn(LoginView):  # type: ignore[misc]  # allauth has no types
    """allauth's page, with the organisation's single sign-on where there is one."""

    def get_initial(self) -> dict[str, Any]:
        """In a demonstration, the address of whoever was chosen from the list."""
        initial: dict[str, Any] = super().get_initial()
        return initial | ({"login": self.request.GET.get("as", "")} if settings.DEMO else {})

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """What the page is given: where the organisation's own page is, and what it is called."""
        page: dict[str, Any] = super().get_context_data(**more)
        after = page["redirect_field_value"]
        page["organisation"] = None
        page["invented"] = sign_ins() if settings.DEMO else []
        apps: Any = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
        for one in apps:
            href = address("openid_connect_login", one["provider_id"])
            page["organisation"] = {
                "name": one["name"],
                "href": f"{href}?{urlencode({'next': after})}" if after else href,
            }
        return page

"""Who is let in to a page: whoever is signed in, for as long as a session lasts, with a second factor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from lapwing.web.drafting import keep_what_was_sent

OPEN = ("/api/", "/account/", "/assets/", "/help", "/favicon.ico")
"""What is open to whoever is not signed in: signing in itself, help, and what says nothing of anybody."""
TO_SET_UP = "/account/2fa/"
EVERY = 60
"""So many seconds pass before it is noted anew that somebody is still here: a page need not write."""


class LetIn:
    """Middleware: asks whoever is not signed in to do so; a session ends after a while without use, and at the end of a day."""

    def __init__(self, next_one: Callable[[HttpRequest], HttpResponse]) -> None:
        self.next_one = next_one

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.next_one(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Goes on to the page, or to signing in."""
        if request.user.is_authenticated and self._has_ended(request):
            logout(request)
        if request.path_info.startswith(OPEN):
            return None
        if not request.user.is_authenticated:
            return self._to_sign_in(request)
        if self._needs_second_factor(request):
            return redirect(TO_SET_UP)
        return None

    def _has_ended(self, request: HttpRequest) -> bool:
        now = timezone.now().timestamp()
        session = request.session
        session.setdefault("began_at", now)
        if now - session["began_at"] > settings.SESSION_AT_MOST or request.user.ended_at is not None:  # type: ignore[union-attr]
            return True
        if now - session.get("seen_at", 0) > EVERY:
            session["seen_at"] = now
        return False

    def _to_sign_in(self, request: HttpRequest) -> HttpResponse:
        if request.method == "POST":
            keep_what_was_sent(request)
        return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)

    def _needs_second_factor(self, request: HttpRequest) -> bool:
        if not settings.SECOND_FACTOR or request.session.get("single_sign_on"):
            return False
        if not request.session.get("second_factor"):
            request.session["second_factor"] = is_mfa_enabled(request.user)
        return not request.session["second_factor"]

"""Who is let in to a page: whoever is signed in, for as long as a session lasts, with a second factor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from lapwing.conduct.signing_in import has_second_factor, may_sign_in
from lapwing.web.drafting import keep_what_was_sent
from lapwing.web.noting import BEGAN, BY_SINGLE_SIGN_ON, LAST_SEEN, WITH_SECOND_FACTOR

OPEN = ("/api/", "/help", "/assets/", "/favicon.ico")
"""What is open to everybody: help, and what says nothing of anybody. The API asks for a token of its own."""
TO_SIGN_IN = "/account/"
"""Open to whoever is not signed in; each of these pages asks by itself for somebody who is, where it needs one."""
TO_SET_UP = ("/account/2fa/", "/account/reauthenticate/", "/account/logout/", "/account/password/reset/key/")
"""All that is open besides to whoever is signed in and has no second factor yet."""
EVERY = 60
"""So many seconds pass before it is noted anew that somebody is still here: a page need not write."""
ENDED = "You were signed out after a while, to keep the record safe. Sign in to go on where you were."
KEPT = "You were signed out before you sent this. What you wrote is kept: sign in and send it again."


class LetIn:
    """Middleware: asks whoever is not signed in to do so; a session ends after a while without use, and at the end of a day."""

    def __init__(self, next_one: Callable[[HttpRequest], HttpResponse]) -> None:
        self.next_one = next_one

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.next_one(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Goes on to the page, or to signing in."""
        if request.user.is_authenticated and _has_ended(request):
            logout(request)
            messages.info(request, ENDED)
        if request.path_info.startswith(OPEN):
            return None
        if not request.user.is_authenticated:
            return None if request.path_info.startswith(TO_SIGN_IN) else _to_sign_in(request)
        if needs_second_factor(request) and not request.path_info.startswith(TO_SET_UP):
            return redirect(TO_SET_UP[0])
        return None


def _has_ended(request: HttpRequest) -> bool:
    """Whether the session has lasted too long, or the account has ended; notes that somebody is here, if not."""
    now = timezone.now().timestamp()
    session = request.session
    began, seen = session.get(BEGAN), session.get(LAST_SEEN)
    if not may_sign_in(request.user):  # type: ignore[arg-type]
        return True
    if began is None or seen is None:
        session[BEGAN] = session[LAST_SEEN] = now
    elif now - began > settings.SESSION_AT_MOST or now - seen > settings.SESSION_COOKIE_AGE:
        return True
    elif now - seen > EVERY:
        session[LAST_SEEN] = now
    return False


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    if request.method == "POST" and keep_what_was_sent(request):
        messages.info(request, KEPT)
    return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)


def needs_second_factor(request: HttpRequest) -> bool:
    """Whether somebody is signed in who has to set up a second factor before they see anything."""
    session = request.session
    if not settings.SECOND_FACTOR or session.get(BY_SINGLE_SIGN_ON):
        return False
    if not session.get(WITH_SECOND_FACTOR):
        session[WITH_SECOND_FACTOR] = has_second_factor(request.user)  # type: ignore[arg-type]
    return not session[WITH_SECOND_FACTOR]

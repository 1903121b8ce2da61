"""One's own account: who one is here, how one signs in, and signing out everywhere."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from lapwing.conduct.signing_in import WaysIn, end_sessions, ways_in
from lapwing.web.asking import acting
from lapwing.web.showing.record import Line
from lapwing.web.templating import counted


def page(request: HttpRequest) -> HttpResponse:
    """Who one is here, and how one signs in."""
    account: Any = acting(request).account
    said = {
        "E-mail address": account.email,
        "Role": account.get_role_display(),
        "Agency": account.agency.name if account.agency else "",
        "Team": account.team,
    }
    lines = [Line(label, text) for label, text in said.items() if text]
    ways = ways_in(account)
    return render(request, "you.html", {"heading": account.name, "lines": lines, "ways": _in_words(ways), "set": ways})


def _in_words(ways: WaysIn) -> list[Line]:
    left = counted(ways.recovery_codes, "recovery code")
    return [
        Line("Password", "Set" if ways.password else "None: you sign in by your organisation"),
        Line("Passkeys", ", ".join(ways.passkeys) or "None"),
        Line("One-time codes", "Set up" if ways.one_time_codes else "Not set up"),
        Line("If you lose both", f"{left} left" if ways.recovery_codes else "No recovery codes"),
    ]


@require_POST
def sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    """Ends every session of one's account, this one too."""
    by = acting(request)
    end_sessions(by.account, at=by.at)
    logout(request)
    messages.success(request, "You are signed out everywhere. Change your password if somebody else may know it.")
    return redirect("account_login")

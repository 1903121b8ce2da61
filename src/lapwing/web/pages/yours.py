"""One's own account."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lapwing.web.asking import acting
from lapwing.web.showing.record import Line


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
    return render(request, "you.html", {"heading": account.name, "lines": lines})

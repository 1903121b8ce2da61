"""How work is spread and what waits for a decision, for managers; the whole without identities, for who oversees that."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lapwing.web.asking import acting


def team(request: HttpRequest) -> HttpResponse:
    """How work is spread."""
    return render(request, "team.html", {"heading": "Team", "by": acting(request)})


def without_identities(request: HttpRequest) -> HttpResponse:
    """What is open in the whole partnership, naming nobody."""
    return render(request, "without_identities.html", {"heading": "Work", "by": acting(request)})

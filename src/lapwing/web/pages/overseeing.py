"""How work is spread and what waits for a decision, for those who oversee it; the whole without identities, for others."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lapwing.conduct import reading
from lapwing.conduct.may import MANAGERS
from lapwing.web.asking import acting
from lapwing.web.paging import pages_of
from lapwing.web.showing import unnamed
from lapwing.web.showing.team import COLUMNS, columns, decisions, members


def team(request: HttpRequest) -> HttpResponse:
    """How work is spread over an agency or a team, and what waits for a decision."""
    by = acting(request)
    sorted_by = request.GET.get("sort", "name")
    sorted_by = sorted_by if sorted_by in COLUMNS else "name"
    wanted = request.GET.get("team", by.account.team)
    loads = reading.team_load(by=by) if by.account.role in MANAGERS else []
    teams = sorted({one.practitioner.team for one in loads if one.practitioner.team})
    wanted = wanted if wanted in teams else ""
    some, pages = pages_of(request, members((one for one in loads if wanted in ("", one.practitioner.team)), sorted_by))
    shown = {
        "heading": "The team",
        "members": some,
        "pages": pages,
        "columns": columns(sorted_by, wanted),
        "sorted_by": sorted_by,
        "teams": [{"value": "", "text": "Everybody at the agency", "selected": not wanted}]
        + [{"value": one, "text": one, "selected": one == wanted} for one in teams],
        "decisions": decisions(by, reading.decisions_awaited(by=by), request.get_full_path()),
        "manages": by.account.role in MANAGERS,
    }
    return render(request, "team.html", shown)


def without_identities(request: HttpRequest) -> HttpResponse:
    """What is open in the whole partnership, naming nobody and keeping small numbers back."""
    by = acting(request)
    asked = unnamed.asked_by(request.GET)
    lines = unnamed.pressing(reading.worklist_without_identities(by=by))
    some, pages = pages_of(request, unnamed.rows(lines, asked))
    shown = {
        "heading": "What is open, without names",
        "asked": asked,
        "filters": unnamed.filters(lines, asked),
        "columns": unnamed.COUNTED,
        "rows": some,
        "pages": pages,
        "fewest": unnamed.fewest(),
    }
    return render(request, "without_identities.html", shown)

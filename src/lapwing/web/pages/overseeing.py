"""How work is spread and what waits for a decision, for those who oversee it; the whole without identities, for others."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lapwing.conduct import reading
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import MANAGERS
from lapwing.web.asking import acting
from lapwing.web.paging import InParts, pages_of
from lapwing.web.showing import unnamed
from lapwing.web.showing.asked import FEW
from lapwing.web.showing.team import COLUMNS, TeamMember, columns, decisions, members, team_choices

SORTED_AT_MOST = 50
"""Beyond so many people a list is by name only, a page at a time: to sort it by their work, all of it would be counted."""


def team(request: HttpRequest) -> HttpResponse:
    """How work is spread over a team or an agency, and what waits for a decision."""
    by = acting(request)
    manages = by.account.role in MANAGERS
    shown = {
        "heading": "The team",
        "decisions": decisions(by, reading.decisions_awaited(by=by), request.get_full_path()),
        "manages": manages,
        **(_spread(request, by) if manages else {}),
    }
    return render(request, "team.html", shown)


def _spread(request: HttpRequest, by: Acting) -> dict[str, object]:
    """How work is spread over those whom the address asks for: one's own team, if it does not say."""
    teams = reading.teams(by=by)
    asked = request.GET.get("team", by.account.team or "").strip()
    wanted = asked if asked in teams else ""
    count = reading.how_many_at_work(by=by, team=wanted or None)
    sorted_by = request.GET.get("sort", "name")
    sorted_by = sorted_by if sorted_by in COLUMNS and count <= SORTED_AT_MOST else "name"

    def part(first: int, at_most: int) -> list[TeamMember]:
        return members(reading.team_load(by=by, team=wanted or None, first=first, at_most=at_most), sorted_by)

    some, pages = pages_of(request, InParts(count, part))
    return {
        "members": some,
        "pages": pages,
        "columns": columns(sorted_by, wanted, by_name_only=count > SORTED_AT_MOST),
        "sorted_by": sorted_by,
        "count": count,
        "wanted": wanted,
        "teams": team_choices(teams, wanted),
        "like": [one for one in teams if asked and asked.casefold() in one.casefold()][:FEW] if asked != wanted else [],
        "unknown": asked if asked != wanted else "",
    }


def without_identities(request: HttpRequest) -> HttpResponse:
    """What is open in the whole partnership, naming nobody and keeping small numbers back."""
    by = acting(request)
    asked = unnamed.asked_by(request.GET)
    counted = reading.open_counts(by=by)
    if asked.by is unnamed.By.CHILD and not unnamed.may_list(counted.counts, asked):
        asked = unnamed.Asked(unnamed.By.TEAM)
    if asked.by is unnamed.By.CHILD:
        team = (asked.agency, asked.team or None)
        rows = unnamed.of_children(reading.worklist_without_identities(by=by, led_by=team), asked)
    else:
        rows = unnamed.rows(counted.counts, asked)
    some, pages = pages_of(request, rows)
    shown = {
        "heading": "What is open, without names",
        "asked": asked,
        "counted_on": counted.counted_on,
        "filters": unnamed.filters(counted.counts, asked),
        "columns": unnamed.COUNTED,
        "rows": some,
        "pages": pages,
        "fewest": unnamed.fewest(),
    }
    return render(request, "without_identities.html", shown)

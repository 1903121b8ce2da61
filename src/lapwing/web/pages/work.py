"""What waits to be done: one's own work, and what one began to write."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST
from markupsafe import Markup

from lapwing.conduct import drafts, reading
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import OVERSIGHT, READ, WORKLIST
from lapwing.web.asking import acting
from lapwing.web.pages.overseeing import without_identities
from lapwing.web.paging import pages_of
from lapwing.web.showing.asked import AGENCY, OF_FINDINGS, Age, Asked, Kind, Option, asked_by, options, whose_options
from lapwing.web.showing.nothing import nothing_waits
from lapwing.web.showing.work import Lines, WorkLine, lines_of_findings, lines_that_wait, sections, unfinished


def home(request: HttpRequest) -> HttpResponse:
    """Where somebody begins: their work, or what they look after."""
    return redirect("work" if acting(request).account.role in WORKLIST else "begin")


def mine(request: HttpRequest) -> HttpResponse:
    """What is due, overdue, or waits for somebody; for those who oversee the whole, naming nobody."""
    by = acting(request)
    if by.account.role not in READ:
        return without_identities(request)
    asked = asked_by(by, request.GET)
    more = {"pages": Markup("")}

    def page(lines: Sequence[WorkLine]) -> list[WorkLine]:
        some, more["pages"] = pages_of(request, lines)
        return some

    found = list(sections(asked, _lines(by, asked, request.get_full_path()), page))
    begun = _begun(by, asked)
    shown = {
        "heading": "Work",
        "asked": asked,
        "sections": found,
        "begun": begun,
        "pages": more["pages"],
        "nothing": nothing_waits(asked, may_see_team=bool(by.account.team)) if not found and not begun else "",
        "filters": _filters(by, asked),
        "orders": [("By day", asked.narrowed(by_child=False)), ("By child", asked.narrowed(by_child=True))],
        "oversees": by.account.role in OVERSIGHT,
        "at_most": reading.URGENT_AT_MOST if asked.whose == AGENCY else None,
    }
    return render(request, "work.html", shown)


def _lines(by: Acting, asked: Asked, back: str) -> Lines:
    """Only what is asked for is read."""
    lines: Lines = {}
    if asked.kind is None or asked.kind in OF_FINDINGS:
        found = reading.urgent_here(by=by) if asked.whose == AGENCY else reading.worklist(by=by, **asked.within(by))
        lines |= lines_of_findings(by, asked, found, back)
    if asked.is_for_oneself and asked.kind not in (*OF_FINDINGS, Kind.UNFINISHED):
        lines |= lines_that_wait(by, asked, reading.waiting(by=by).waits, back)
    return lines


def _begun(by: Acting, asked: Asked) -> list[object]:
    if asked.age is not None or not asked.is_for_oneself or asked.kind not in (None, Kind.UNFINISHED):
        return []
    return list(unfinished(drafts.drafts_of(by=by)))


def _filters(by: Acting, asked: Asked) -> dict[str, object]:
    return {
        "whose": whose(by, asked, all_of_it=True),
        "kind": options(Kind, asked.kind, "Everything"),
        "age": options(Age, asked.age, "All children"),
    }


def whose(by: Acting, asked: Asked, *, all_of_it: bool) -> list[Option]:
    """Whose work somebody may look at, as choices; `all_of_it`: what is urgent at the whole agency among them."""
    if by.account.role not in OVERSIGHT:
        return whose_options(by, asked, [], all_of_it=False)
    colleagues = reading.colleagues(by=by, team=by.account.team or "", practitioner=asked.whose)
    return whose_options(by, asked, colleagues, reading.teams(by=by), all_of_it=all_of_it)


@require_POST
def throw_away(request: HttpRequest) -> HttpResponse:
    """Throws away what somebody began to write."""
    drafts.discard_draft(by=acting(request), form=request.POST.get("form", ""))
    messages.success(request, "What you began to write was thrown away.")
    return redirect("work")

"""What waits to be done."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from lapwing.conduct import reading
from lapwing.conduct.may import WORKLIST
from lapwing.engine.check import Outcome
from lapwing.web.asking import acting
from lapwing.web.showing.findings import tag
from lapwing.web.templating import address, in_words


def home(request: HttpRequest) -> HttpResponse:
    """Where somebody begins: their work, or what they look after."""
    return redirect("work" if acting(request).account.role in WORKLIST else "begin")


def mine(request: HttpRequest) -> HttpResponse:
    """What is due, overdue, or waits for somebody."""
    by = acting(request)
    lines = [
        {
            "asks": one.asks,
            "outcome": Outcome(one.outcome).label,
            "tag": tag(Outcome(one.outcome), one.urgent),
            "urgent": one.urgent,
            "due": f"Due {in_words(one.due_on)}" if one.due_on else "",
            "children": [{"called": who.called, "href": address("child", who.child)} for who in one.children],
        }
        for one in reading.worklist(by=by)
    ]
    return render(request, "work.html", {"heading": "Your work", "lines": lines})

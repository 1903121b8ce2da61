"""What somebody was told: the list, and marking it as read."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from lapwing.conduct import reading
from lapwing.conduct.reminding import want_digest
from lapwing.web.asking import acting
from lapwing.web.paging import pages_of
from lapwing.web.showing.notices import told


def listed(request: HttpRequest) -> HttpResponse:
    """What somebody was told, first what they have not read."""
    every = [told(one) for one in reading.notices(by=acting(request))]
    some, pages = pages_of(request, every)
    shown = {
        "heading": "Notices",
        "notices": some,
        "new": [one.number for one in every if one.is_new],
        "pages": pages,
        "stays_days": reading.STAYS_DAYS,
    }
    return render(request, "notices.html", shown)


@require_POST
def read(request: HttpRequest) -> HttpResponse:
    """Marks as read what somebody was shown, and nothing that came after."""
    up_to = request.POST.get("up_to", "")
    if up_to.isdecimal() and len(up_to) < 19:
        reading.read_notices(by=acting(request), up_to=int(up_to))
        messages.success(request, "Marked as read. What waits for you is still under Work until it is done.")
    return redirect("notices")


@require_POST
def daily_email(request: HttpRequest) -> HttpResponse:
    """Begins or stops the daily e-mail to oneself."""
    wanted = request.POST.get("wanted") == "yes"
    want_digest(by=acting(request), wanted=wanted)
    messages.success(request, "You get the daily e-mail." if wanted else "You get no daily e-mail any more.")
    return redirect("you")

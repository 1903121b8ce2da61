"""Working together: what was shared and with whom, beginning a hand-over, and what somebody who leaves has left behind."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lapwing.conduct import reading
from lapwing.conduct.verb import VERBS
from lapwing.web.asking import acting
from lapwing.web.forms.choices import Choices
from lapwing.web.forms.of_verbs import FormOfVerb
from lapwing.web.showing.hand_overs import content_of
from lapwing.web.showing.leaving import colleagues_listed, leavers
from lapwing.web.showing.offers import to_do
from lapwing.web.showing.record import OpenRecord
from lapwing.web.showing.sharing import shared, unshared, wishes
from lapwing.web.templating import address


def sharing(request: HttpRequest, child: str) -> HttpResponse:
    """What was shared with whom, why and by whom, and what it was decided not to share."""
    by = acting(request)
    record = OpenRecord(reading.read_child(by=by, child=child))
    page = {
        "heading": "What was shared, and what was not",
        "record": record,
        "shared": list(shared(by, record)),
        "unshared": list(unshared(by, record)),
        "wishes": list(wishes(by, record)),
        "has_ended": record.record.child.has_ended,
        "share": to_do("share", child, next=request.path),
        "keep": to_do("decide_not_to_share", child, next=request.path),
    }
    return render(request, "sharing.html", page)


def hand_over(request: HttpRequest, child: str) -> HttpResponse:
    """Beginning a hand-over: what it has to say, as the record has it, and what passes to which service."""
    by = acting(request)
    record = OpenRecord(reading.read_child(by=by, child=child))
    form = FormOfVerb(VERBS["hand_over"], Choices(by, record), fixed={}, step=("kind", "to_agency"))
    page = {
        "heading": "Hand over the work with this child",
        "record": record,
        "content": content_of(record),
        "form": form,
        "to": address("do", child, "hand_over"),
        "elsewhere": to_do("record_hand_over_from_elsewhere", child),
    }
    return render(request, "hand_over.html", page)


def handing_on(request: HttpRequest) -> HttpResponse:
    """What is still with whoever has left, or with one colleague who is about to: for managers, child by child."""
    by = acting(request)
    chosen = request.GET.get("practitioner") or None
    found = reading.left_behind(by=by, practitioner=chosen)
    page = {
        "heading": "Work to hand on",
        "leavers": leavers(by, found),
        "chosen": chosen,
        "colleagues": colleagues_listed(reading.colleagues(by=by), chosen),
    }
    return render(request, "handing_on.html", page)

"""Getting in: who may open a record, who has, and opening one in an emergency."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from lapwing.conduct import reading
from lapwing.conduct.may import TIE_KEEPERS
from lapwing.conduct.permissions import check_user_can
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.verb import VERBS
from lapwing.conduct.verbs.access import TRIES_A_DAY
from lapwing.records.store import CannotEnter
from lapwing.web.asking import acting
from lapwing.web.forms.choices import Choices
from lapwing.web.forms.of_verbs import FormOfVerb
from lapwing.web.paging import pages_of
from lapwing.web.showing.access import days_of_reading, own_family, readers_named, restricting, to_review
from lapwing.web.showing.offers import to_do
from lapwing.web.showing.record import OpenRecord

NOTHING_OPENED = (
    "No record opened for that number. Either there is none, or it cannot be opened this way; "
    "which of the two is not said."
)


def readers(request: HttpRequest, child: str) -> HttpResponse:
    """Who has opened a child's record, a line a person and day."""
    by = acting(request)
    record = OpenRecord(reading.read_child(by=by, child=child))
    found = reading.who_read(by=by, child=child)
    who = request.GET.get("who") or None
    in_emergency = request.GET.get("emergency") == "yes"
    some, pages = pages_of(request, days_of_reading(found, who, in_emergency=in_emergency))
    page = {
        "heading": "Who has opened this record",
        "record": record,
        "days": some,
        "pages": pages,
        "readers": readers_named(found, who),
        "who": who,
        "in_emergency": in_emergency,
    }
    return render(request, "readers.html", page)


def who_may(request: HttpRequest, child: str) -> HttpResponse:
    """Who may open a record: whether it is restricted, who is kept from it as family, and how that is changed."""
    by = acting(request)
    record = OpenRecord(reading.read_child(by=by, child=child))
    restricted = reading.who_may_open(by=by, child=child)
    keeps_ties = by.account.role in TIE_KEEPERS
    page = {
        "heading": "Who may open this record",
        "record": record,
        "restricted": restricted,
        "restricting": list(restricting(by, child, restricted)),
        "family": own_family(by, child),
        "keeps_ties": keeps_ties,
        "kept_from": reading.kept_from(by=by, child=child) if keeps_ties else [],
        "accounts": [one for one in reading.accounts_here(by=by) if one.account != by.account.pk] if keeps_ties else [],
        "of_somebody": to_do("declare_family_of", child),
        "withdraw": to_do("withdraw_family", child),
    }
    return render(request, "who_may.html", page)


def emergency(request: HttpRequest) -> HttpResponse:
    """Opening the record of a child in danger by the NHS number: what that means, and the form; nothing else is said."""
    by, verb = acting(request), VERBS["open_in_emergency"]
    check_user_can(verb.name, verb.may, by=by, child=None)
    form = FormOfVerb(verb, Choices(by, None), fixed={}, data=request.POST if request.method == "POST" else None)
    del form.fields["on"]
    if request.method != "POST" or not form.is_valid():
        return _emergency(request, form, status=422 if form.is_bound else 200)
    try:
        opened = verb.do(by=by, on=by.today, **form.values(None))
    except CannotEnter as refusal:
        form.refuse(refusal)
        return _emergency(request, form, status=422)
    except NotPossible as refusal:
        form.add_error(None, str(refusal))
        return _emergency(request, form, status=409)
    if opened:
        return redirect("child", opened)
    return _emergency(request, form, says=NOTHING_OPENED)


def _emergency(request: HttpRequest, form: FormOfVerb, *, status: int = 200, says: str = "") -> HttpResponse:
    page: dict[str, Any] = {
        "heading": "Open a record in an emergency",
        "form": form,
        "means": reading.emergency(by=acting(request)),
        "tries": TRIES_A_DAY,
        "says": says,
    }
    return render(request, "emergency.html", page, status=status)


def reviews(request: HttpRequest) -> HttpResponse:
    """What others opened in an emergency and one is named to review."""
    found = [to_review(one) for one in reading.opened_in_emergency(by=acting(request))]
    page = {
        "heading": "Opened in an emergency",
        "waiting": [one for one in found if one.review is not None],
        "reviewed": [one for one in found if one.review is None],
    }
    return render(request, "reviews.html", page)

"""Searching: what is sought stands in the body of a request, so that no address or log of addresses has a name."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lapwing.conduct import reading
from lapwing.records.store import CannotEnter
from lapwing.web.asking import acting
from lapwing.web.showing.listed import born_or_expected, listed
from lapwing.web.templating import address


def page(request: HttpRequest) -> HttpResponse:
    """The form, and below it what was found; before anything is sought, the records that one opened of late."""
    by, text = acting(request), request.POST.get("text", "").strip()
    shown: dict[str, Any] = {"heading": "Search", "text": text, "found": None, "wrong": "", "late": []}
    if request.method == "POST":
        try:
            shown["found"] = [(listed(one, by.today), _how(one)) for one in reading.search(by=by, text=text)]
        except CannotEnter as refusal:
            said = str(refusal).partition(": ")[2]
            shown["wrong"] = said[:1].upper() + said[1:]
    else:
        shown["late"] = [
            (one.called, address("child", one.child), born_or_expected(one.born_on, one.expected_on, by.today))
            for one in reading.opened_of_late(by=by)
        ]
    return render(request, "search.html", shown, status=422 if shown["wrong"] else 200)


def _how(one: reading.Found) -> str:
    """By what a child was found, where the list does not show it: what an unborn child is called has the mother's name."""
    if one.how is None or (one.how is reading.How.MOTHERS_NAME and one.born_on is None):
        return ""
    return f"Found by the {one.how}"

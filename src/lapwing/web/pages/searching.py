"""Searching: what is sought stands in the body of a request, so that no address or log of addresses has a name."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lapwing.conduct import reading
from lapwing.records.store import CannotEnter
from lapwing.web.asking import acting
from lapwing.web.showing.listed import listed


def page(request: HttpRequest) -> HttpResponse:
    """The form, and below it what was found."""
    by, text = acting(request), request.POST.get("text", "").strip()
    shown: dict[str, Any] = {"heading": "Search", "text": text, "found": None, "wrong": ""}
    if request.method == "POST":
        try:
            shown["found"] = [listed(one, by.today) for one in reading.search(by=by, text=text)]
        except CannotEnter as refusal:
            shown["wrong"] = str(refusal).partition(": ")[2].capitalize()
    return render(request, "search.html", shown, status=422 if shown["wrong"] else 200)

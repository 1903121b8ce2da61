"""A child's chronology: on the screen, to print, and as a document for an agency."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lapwing.conduct import reading
from lapwing.web.asking import Acting, acting
from lapwing.web.forms.filters import InTime
from lapwing.web.paging import pages_of
from lapwing.web.showing.chronology_document import DOCX, document_of
from lapwing.web.showing.giving import Giving, for_whom, taken_out_in_words
from lapwing.web.showing.offers import to_do
from lapwing.web.showing.record import OpenRecord
from lapwing.web.showing.timeline import agencies_among, asked_again, days, in_words_of_time, kinds_among, narrowed
from lapwing.web.templating import address, in_words

A_PAGE = 150
"""So many entries of a chronology stand on one page."""


def page(request: HttpRequest, child: str) -> HttpResponse:
    """The chronology, narrowed as the address asks, a part at a time; what is printed or given is whole."""
    shown = _in_time(request, acting(request), child)
    shown["moments"], shown["pages"] = pages_of(request, list(shown["moments"]), A_PAGE)
    return render(request, "chronology.html", shown, status=422 if shown["form"].errors else 200)


def printed(request: HttpRequest, child: str) -> HttpResponse:
    """The same, ready for paper."""
    return render(request, "chronology_print.html", _in_time(request, acting(request), child))


def _in_time(request: HttpRequest, by: Acting, child: str) -> dict[str, Any]:
    form = InTime(request.GET, today=by.today)
    known_on = form.day_known()
    found = reading.chronology(by=by, child=child, days=days(), known_on=known_on)
    record = OpenRecord(found.record)
    form.offer("agency", agencies_among(record, found.happened))
    form.offer("kind", kinds_among(found.happened))
    form.is_valid()
    some = narrowed(found.happened, form)
    until = known_on or by.today
    order = {"order": form.chosen("order")} if form.chosen("order") else {}
    again = urlencode(asked_again(request.GET))
    return {
        "heading": "Chronology",
        "record": record,
        "form": form,
        "count": len(some),
        "whole": len(found.happened),
        "moments": in_words_of_time(record, some, today=until, narrowed=form.narrows, **order),
        "known_on": known_on,
        "at": in_words(by.at),
        "as_it_is": address("chronology", child),
        "to_print": f"{address('chronology_print', child)}?{again}",
        "to_screen": f"{address('chronology', child)}?{again}",
        "to_give": address("give_chronology", child),
    }


def give(request: HttpRequest, child: str) -> HttpResponse:
    """For whom a chronology is to be written, and what they would not get: looked at before it goes."""
    by = acting(request)
    record = OpenRecord(reading.read_child(by=by, child=child))
    form = Giving(request.GET or None, agencies=for_whom(record))
    shown: dict[str, Any] = {"heading": "Chronology as a document", "record": record, "form": form, "chosen": None}
    if form.is_bound and form.is_valid():
        agency, purpose = form.cleaned_data["agency"], form.cleaned_data["purpose"]
        found = reading.chronology_for(by=by, child=child, days=days(), agency=agency)
        shown |= {
            "chosen": record.record.names.get(agency, ""),
            "count": len(found.happened),
            "taken_out": taken_out_in_words(record, found.taken_out),
            "document": f"{address('chronology_document', child)}?{urlencode({'agency': agency, 'purpose': purpose})}",
            "share": to_do("share", child, to_agency=agency) if agency != by.agency else None,
        }
    return render(request, "chronology_give.html", shown, status=422 if form.errors else 200)


def document(request: HttpRequest, child: str) -> HttpResponse:
    """The document, which goes to the agency that the address names."""
    by = acting(request)
    form = Giving(request.GET, agencies=for_whom(OpenRecord(reading.read_child(by=by, child=child))))
    if not form.is_valid():
        return give(request, child)
    purpose = reading.Purpose(form.cleaned_data["purpose"])  # type: ignore[call-arg]  # by its code
    found = reading.chronology_for(by=by, child=child, days=days(), agency=form.cleaned_data["agency"], purpose=purpose)
    made = HttpResponse(document_of(found, by, purpose.label), content_type=DOCX)
    made["Content-Disposition"] = f'attachment; filename="chronology-{by.today.isoformat()}.docx"'
    return made

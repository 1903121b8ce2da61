"""Inspections: by number and days, looking over a case before it leaves, and the bundle as one file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods, require_POST

from lapwing.board.reading import inspections as read
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import BOARD
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.together import Asked, do_together
from lapwing.records.store import CannotEnter
from lapwing.vocabulary.board.inspections import DoubtDecision
from lapwing.web.asking import acting
from lapwing.web.paging import pages_of
from lapwing.web.showing.board.audits import offered
from lapwing.web.showing.board.inspection_bundle import ZIP, bundle_of
from lapwing.web.showing.board.places import Heading, Place
from lapwing.web.showing.giving import taken_out_in_words
from lapwing.web.showing.record import OpenRecord
from lapwing.web.showing.timeline import days
from lapwing.web.templating import address, counted
from lapwing.web.words import table_words


def listed(request: HttpRequest) -> HttpResponse:
    """Every inspection, with the days that are left."""
    by = acting(request)
    some, pages = pages_of(request, read.inspections(by=by))
    shown = {
        "heading": "Inspections",
        "inspections": some,
        "pages": pages,
        "left": _left,
        "offers": offered(by, [("open_inspection", {})], next=request.path),
    }
    return render(request, "board/inspections.html", shown)


def page(request: HttpRequest, key: str, wrong: str = "") -> HttpResponse:
    """One inspection: its cases by number, and what is left to do."""
    by = acting(request)
    found = read.inspection_shown(by=by, key=key)
    offers = [] if found.closed_on else [("close_inspection", {"inspection": key})]
    shown = {
        "heading": found.kind,
        "found": found,
        "left": _left,
        "wrong": wrong,
        "offers": offered(by, offers, next=address("board_inspection", key)),
    }
    return render(request, "board/inspection.html", shown, status=422 if wrong else 200)


def _left(one: read.InspectionListed) -> str:
    if one.closed_on is not None:
        return "closed"
    if one.days_left < 0:
        return f"{counted(-one.days_left, 'working day')} late"
    return f"{counted(one.days_left, 'working day')} left"


@require_http_methods(["GET", "HEAD", "POST"])
def case(request: HttpRequest, key: str, case: str) -> HttpResponse:
    """What is taken out of a case before it leaves, and what is in doubt: looked at, place by place."""
    by = acting(request)
    found = read.case_to_leave(by=by, key=case, days=days())
    wrong: list[dict[str, str]] = []
    if request.method == "POST":
        try:
            do_together(by=by, asked=list(_decided(request, by, found)))
        except (CannotEnter, NotPossible) as refusal:
            wrong = [{"text": _sentence(str(refusal))}]
        else:
            messages.success(request, "Kept.")
            return redirect(request.path)
    record = OpenRecord(found.record)
    shown = {
        "heading": f"Case {found.number}: before it leaves",
        "inspection": key,
        "found": found,
        "wrong": wrong,
        "taken_out": taken_out_in_words(record, found.taken_out),
        "doubts": [_doubt(record, one, found) for one in found.doubts],
        "decisions": DoubtDecision.labels(),
        "offers": offered(
            by, [("take_inspection_case_out", {"inspection_case": case})], next=address("board_inspection", key)
        ),
    }
    return render(request, "board/inspection_case.html", shown, status=422 if wrong else 200)


def _sentence(refusal: str) -> str:
    said = refusal.partition(": ")[2] or refusal
    return f"Where something may go, {said.removeprefix('needs ')}" if said.startswith("needs why") else said


def _doubt(record: OpenRecord, one: Any, found: read.CaseToLeave) -> dict[str, Any]:
    label = table_words(one.table).labels[one.column].lower()
    called = f"{record.called(one.table, one.key)}: {label}"
    return {
        "doubt": one,
        "called": called,
        "href": record.page(one.table, one.key),
        "decided": found.decided.get(one.sign),
    }


def _decided(request: HttpRequest, by: Acting, found: read.CaseToLeave) -> Iterator[Asked]:
    """What was looked at or decided and was not before; of the list that is shown now and no other."""
    named = {"inspection_case": found.key, "on": by.today}
    if request.POST.get("looked") == found.sign and not found.is_looked_over:
        yield "look_over_inspection_case", {**named, "sign": found.sign}
    for one in found.doubts:
        said = request.POST.get(f"decision-{one.sign}", "")
        if said in DoubtDecision.labels() and said != found.decided.get(one.sign):
            decision = DoubtDecision(said)  # type: ignore[call-arg]  # by its code
            reason = request.POST.get(f"reason-{one.sign}", "").strip()
            yield "decide_on_doubt", {**named, "sign": one.sign, "doubt_decision": decision, "reason": reason}


@require_POST
def bundle(request: HttpRequest, key: str) -> HttpResponse:
    """The bundle as a file; while something was not looked at, the page of the inspection says what."""
    by = acting(request)
    try:
        found = read.inspection_bundle(by=by, key=key, days=days())
    except (NotPossible, Refused) as refusal:
        return page(request, key, wrong=str(refusal))
    made = HttpResponse(bundle_of(found, by), content_type=ZIP)
    made["Content-Disposition"] = f'attachment; filename="inspection-{by.today.isoformat()}.zip"'
    return made


PATHS = (
    path("inspections", listed, name="board_inspections"),
    path("inspections/<str:key>", page, name="board_inspection"),
    path("inspections/<str:key>/bundle", bundle, name="board_inspection_bundle"),
    path("inspections/<str:key>/cases/<str:case>", case, name="board_inspection_case"),
)
PLACES = (
    Place(
        Heading.AUDIT,
        "Inspections",
        "What was announced, the days that are left, and one bundle of chosen cases.",
        "board_inspections",
        BOARD,
        ("B81.1",),
    ),
)

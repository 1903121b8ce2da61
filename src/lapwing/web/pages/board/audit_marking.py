"""Marking: the cases that one was given to audit, and one part of one of them."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods

from lapwing.board.reading.audit_marking import PartToMark, audit_part_given, audit_parts_given
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import AUDITORS
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.together import Asked, do_together
from lapwing.records.store import CannotEnter
from lapwing.web.asking import acting
from lapwing.web.showing.board.audits import offered
from lapwing.web.showing.board.places import Heading, Place


def mine(request: HttpRequest) -> HttpResponse:
    """The parts that this reader was given to mark or to moderate."""
    shown = {"heading": "Audits that you mark", "parts_given": audit_parts_given(by=acting(request))}
    return render(request, "board/audit_parts.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
def part(request: HttpRequest, key: str) -> HttpResponse:
    """One part: its questions with guidance, what was answered so far, and handing it in."""
    by = acting(request)
    found = audit_part_given(by=by, key=key)
    wrong = _sent(request, by, found) if request.method == "POST" else ""
    if request.method == "POST" and not wrong:
        is_in = "submit" in request.POST
        messages.success(
            request, "Handed in. Nothing in it changes any more." if is_in else "Kept. You can go on later."
        )
        return redirect("board_audit_parts" if is_in else request.path)
    hand_back = [("hand_audit_part_back", {"audit_part": key})]
    shown = {
        "heading": f"{found.part.title}, case {found.part.number}",
        "shown": found,
        "wrong": wrong,
        "written": {name: str(value) for name, value in request.POST.items()},
        "views_offer": offered(by, [("record_audit_view", {"audit_part": key})], next=request.path),
        "finding_offer": offered(by, [("write_audit_finding", {"audit_round": found.audit_round})], next=request.path),
        "offers": offered(by, hand_back, next=request.path.rpartition("/parts/")[0] + "/parts"),
    }
    return render(request, "board/audit_part.html", shown, status=422 if wrong else 200)


def _sent(request: HttpRequest, by: Acting, found: PartToMark) -> str:
    """Does what was sent, all of it or nothing; why not, or nothing where it was done. What was answered is kept first."""
    try:
        do_together(by=by, asked=list(_settled(request, found) if found.moderates else _answers(request, found)))
        if "submit" in request.POST:
            do_together(by=by, asked=[("submit_audit_part", {"audit_part": found.part.key, "on": by.today})])
    except (CannotEnter, NotPossible) as refusal:
        return str(refusal).partition(": ")[2] if isinstance(refusal, CannotEnter) else str(refusal)
    return ""


def _answers(request: HttpRequest, found: PartToMark) -> Iterator[Asked]:
    """The answers that differ from those that are kept; an empty one takes nothing back."""
    for one in found.questions:
        answer = request.POST.get(f"answer-{one.number}", "")
        words = request.POST.get(f"words-{one.number}", "").strip().replace("\r\n", "\n")
        if (answer or words) and (answer, words) != (one.answer, one.words):
            said = {"judgement": answer, "judged_because": words}
            named = {"audit_part": found.part.key, "audit_question": one.key}
            yield "judge", {**named, **said, "on": acting(request).today}


def _settled(request: HttpRequest, found: PartToMark) -> Iterator[Asked]:
    for place, one in enumerate(found.to_settle):
        answer, reason = request.POST.get(f"answer-{place}", ""), request.POST.get(f"words-{place}", "").strip()
        if (answer or reason) and (answer, reason) != (one.settled, one.reason):
            said = {"judgement": answer, "settled_because": reason, "agency": one.agency}
            named = {"audit_part": found.part.key, "audit_question": one.question}
            yield "moderate", {**named, **said, "on": acting(request).today}


PATHS = (
    path("audits/parts", mine, name="board_audit_parts"),
    path("audits/parts/<str:key>", part, name="board_audit_part"),
)
PLACES = (
    Place(
        Heading.YOURS,
        "Audits that you mark",
        "Cases that you were given to mark or to moderate, each with its questions.",
        "board_audit_parts",
        AUDITORS,
        ("B81.1",),
    ),
)

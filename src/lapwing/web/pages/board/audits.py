"""The pages of case audits for those who run them: what is due, rounds, a round, its sample, tools and their versions."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods

from lapwing.board.reading.audit_rounds import audit_round_shown, audit_sample_again
from lapwing.board.reading.audits import audit_tool_shown, audits_due, rounds
from lapwing.board.reading.kept import kept
from lapwing.board.verbs.audit_tools import renew_audit_tool
from lapwing.conduct.may import BOARD
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.records.store import CannotEnter
from lapwing.vocabulary.board.audit_codes import AnsweredBy, AskedOf, SampleMethod
from lapwing.web.asking import acting
from lapwing.web.paging import pages_of
from lapwing.web.showing.board.audits import offered
from lapwing.web.showing.board.places import Heading, Place
from lapwing.web.templating import address
from lapwing.web.words import words_of


def page(request: HttpRequest) -> HttpResponse:
    """Which audits are due, and every round."""
    by = acting(request)
    some, pages = pages_of(request, rounds(by=by))
    shown = {
        "heading": "Audits",
        "due": audits_due(by=by),
        "rounds": some,
        "pages": pages,
        "offers": offered(by, [("plan_audit_round", {})], next=request.path),
    }
    return render(request, "board/audits.html", shown)


def tools(request: HttpRequest) -> HttpResponse:
    """Every audit tool that is here, the newest first."""
    by = acting(request)
    shown = {
        "heading": "Audit tools",
        "tools": list(reversed(kept(by=by, table="audit_tool"))),
        "offers": offered(by, [("bring_in_audit_tool", {}), ("write_audit_tool", {})], next=request.path),
    }
    return render(request, "board/audit_tools.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
def tool(request: HttpRequest, key: str) -> HttpResponse:
    """A tool with its questions; whoever may writes its next version here, from its text."""
    by = acting(request)
    found = audit_tool_shown(by=by, key=key)
    wrong = ""
    if request.method == "POST":
        try:
            made = renew_audit_tool(by=by, audit_tool=key, pasted=request.POST.get("pasted", ""), on=by.today)
        except (CannotEnter, NotPossible, Refused) as refusal:
            wrong = str(refusal).removeprefix("pasted: ")
        else:
            messages.success(request, words_of("renew_audit_tool").says_done)
            return redirect("board_audit_tool", key=made)
    shown = {
        "heading": f"{found.tool.title}, version {found.tool.edition}",
        "shown": found,
        "answered_by": AnsweredBy.labels(),
        "asked_of": AskedOf.labels(),
        "pasted": request.POST.get("pasted", found.text),
        "wrong": wrong,
        "may_renew": found.newer is None and bool(offered(by, [("renew_audit_tool", {})], next="")),
        "offers": offered(by, [("plan_audit_round", {"audit_tool": key})], next=address("board_audits")),
    }
    return render(request, "board/audit_tool.html", shown, status=422 if wrong else 200)


def one_round(request: HttpRequest, key: str) -> HttpResponse:
    """One round: its cases by number, who marks them, answers by question, agreement, findings and what follows."""
    by = acting(request)
    found = audit_round_shown(by=by, key=key)
    here = {"next": request.path}
    arises, lesson = {"arises_from": "audit", "arises_from_key": key}, found.values["lesson"] or ""
    is_open = found.values["closed_on"] is None
    shown = {
        "heading": found.values["title"],
        "shown": found,
        "is_open": is_open,
        "of_case": {case.key: offered(by, _of_case(case.key), **here) if is_open else [] for case in found.cases},
        "of_part": {
            part.key: offered(by, [("take_audit_part_back", {"audit_part": part.key})], **here)
            for case in found.cases
            for part in case.parts
            if is_open and part.submitted_on is None
        },
        "offers": offered(by, _of_round(key, is_open=is_open), **here),
        "learning": offered(
            by,
            [("give_board_action", {**arises, "lesson": lesson}), ("begin_learning", {**arises, "lessons": lesson})],
            **here,
        ),
    }
    return render(request, "board/audit_round.html", shown)


def _of_case(case: str) -> list[tuple[str, dict[str, str]]]:
    return [("assign_audit_part", {"audit_case": case}), ("withdraw_audit_case", {"audit_case": case})]


def _of_round(key: str, *, is_open: bool) -> list[tuple[str, dict[str, str]]]:
    verbs = ("write_audit_finding", "close_audit_round") if is_open else ("repeat_audit_round",)
    return [(verb, {"audit_round": key}) for verb in verbs]


def sample(request: HttpRequest, key: str) -> HttpResponse:
    """How the cases of a round are found: method, seed, how many there are, and that drawing again gives the same."""
    by = acting(request)
    found = audit_round_shown(by=by, key=key)
    can_draw = found.values["drawn_on"] is None and found.values["closed_on"] is None
    draws = can_draw and found.values["method"] != SampleMethod.PURPOSIVE
    shown = {
        "heading": "The sample",
        "shown": found,
        "again": audit_sample_again(by=by, key=key),
        "offers": offered(by, [("draw_audit_sample", {"audit_round": key})], next=request.path) if draws else [],
        "is_named": found.values["method"] == SampleMethod.PURPOSIVE,
    }
    return render(request, "board/audit_sample.html", shown)


PATHS = (
    path("audits", page, name="board_audits"),
    path("audits/tools", tools, name="board_audit_tools"),
    path("audits/tools/<str:key>", tool, name="board_audit_tool"),
    path("audits/rounds/<str:key>", one_round, name="board_audits_round"),
    path("audits/rounds/<str:key>/sample", sample, name="board_audits_sample"),
)
PLACES = (
    Place(
        Heading.AUDIT,
        "Audits",
        "Cases looked at together by several agencies: what is due, what goes on, and what was found.",
        "board_audits",
        BOARD,
        ("B17.1", "B17.2", "B31.1", "B81.1"),
    ),
    Place(
        Heading.AUDIT,
        "Audit tools",
        "The questions by which cases are audited, with what to look for and where that comes from.",
        "board_audit_tools",
        BOARD,
        ("B17.1", "B17.2", "B31.1", "B81.1"),
    ),
)

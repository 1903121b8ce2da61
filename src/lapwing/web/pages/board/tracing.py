"""Hand-overs traced from end to end: rounds by number and step, and for whoever traces one, the child and the form."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from lapwing.board.reading import traced_cases as read
from lapwing.conduct.may import AUDITORS, BOARD, OFFICERS
from lapwing.web.asking import acting
from lapwing.web.paging import pages_of
from lapwing.web.showing.board.places import Heading, Place

A_PAGE = 5


def traced(request: HttpRequest) -> HttpResponse:
    """Every round, naming nobody of a family."""
    by = acting(request)
    rounds, pages = pages_of(request, read.tracing_rounds(by=by), A_PAGE)
    shown = {
        "heading": "Hand-overs traced from end to end",
        "rounds": rounds,
        "pages": pages,
        "may_draw": by.account.role in OFFICERS,
    }
    return render(request, "board/traced.html", shown)


def to_trace(request: HttpRequest) -> HttpResponse:
    """The hand-overs that were given to this reader to trace, and what they found of those that they traced."""
    by = acting(request)
    traced, pages = pages_of(request, read.hand_overs_traced(by=by), A_PAGE)
    shown = {
        "heading": "Hand-overs that you trace",
        "cases": read.hand_overs_to_trace(by=by),
        "traced": traced,
        "pages": pages,
    }
    return render(request, "board/to_trace.html", shown)


PATHS = (
    path("hand-overs/traced", traced, name="board_traced"),
    path("hand-overs/to-trace", to_trace, name="board_to_trace"),
)
PLACES = (
    Place(
        Heading.AUDIT,
        "Hand-overs traced from end to end",
        "A few at a time, drawn from a seed and traced by somebody by name.",
        "board_traced",
        BOARD,
        ("B41.1",),
    ),
    Place(
        Heading.YOURS,
        "Hand-overs that you trace",
        "What was given to you to trace from sending to first contact.",
        "board_to_trace",
        AUDITORS,
    ),
)

"""The first page of the Board, and the cases given to somebody to read."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from lapwing.board.reading.given_cases import cases_given, cases_given_out
from lapwing.conduct.may import EVERYBODY, OVERSIGHT
from lapwing.web.asking import acting
from lapwing.web.showing.board.places import Heading, Place, places_for
from lapwing.web.showing.board.waiting import waiting_for


def page(request: HttpRequest) -> HttpResponse:
    """What waits for this reader, and what they can do here."""
    from lapwing.web.pages.board import PLACES

    by = acting(request)
    shown = {"heading": "Board", "waiting": waiting_for(by), "places": places_for(by, PLACES)}
    return render(request, "board/home.html", shown)


def given(request: HttpRequest) -> HttpResponse:
    """The cases that were given to this reader by name, and those that they gave to others."""
    by = acting(request)
    shown = {
        "heading": "Given to you to read",
        "cases": cases_given(by=by),
        "given_out": cases_given_out(by=by) if by.account.role in OVERSIGHT else [],
    }
    return render(request, "board/given.html", shown)


PATHS = (
    path("", page, name="board"),
    path("given", given, name="board_given"),
)
PLACES = (
    Place(
        Heading.YOURS,
        "Given to you to read",
        "Children's records that were given to you by name, for an audit, a scrutiny task or an inspection.",
        "board_given",
        EVERYBODY,
    ),
)

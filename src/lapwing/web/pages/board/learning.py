"""What the partnership has learned: the list, one item, bringing in what case reviews led to, and the chain of anything."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods

from lapwing.board.implications import Brought, read_implications
from lapwing.board.reading.learning import learning_item, learning_items
from lapwing.board.reading.tracing import trace
from lapwing.board.verbs.learning import bring_implication
from lapwing.conduct.may import BOARD, SCRUTINY
from lapwing.conduct.permissions import check_user_can
from lapwing.conduct.verb import VERBS
from lapwing.measures import MEASURES
from lapwing.records.store import CannotEnter
from lapwing.vocabulary.board.codes import ArisesFrom
from lapwing.web.asking import acting
from lapwing.web.paging import pages_of
from lapwing.web.showing.board import actions, learning
from lapwing.web.showing.board.places import Heading, Place
from lapwing.web.templating import address
from lapwing.web.words import words_of

LARGEST = 1_000_000
"""So many bytes a file of implications may have; an analysis has some dozen of them."""


def listed(request: HttpRequest) -> HttpResponse:
    """Every item of learning, what is open first."""
    by = acting(request)
    some, pages = pages_of(request, learning_items(by=by))
    may_begin = by.account.role in VERBS["begin_learning"].may
    shown = {
        "heading": "Learning",
        "items": some,
        "pages": pages,
        "begin_at": learning.do("begin_learning", address("board_learning")) if may_begin else "",
        "showing": learning,
    }
    return render(request, "board/learning.html", shown)


def one(request: HttpRequest, key: str) -> HttpResponse:
    """One item with everything that was done for it."""
    by = acting(request)
    found = learning_item(by=by, key=key)
    shown = {
        "heading": found.item.title,
        "one": found,
        "offers": learning.offered(found, by),
        "lacking": learning.lacking(found),
        "showing": learning,
        "of_actions": actions,
    }
    return render(request, "board/learning_item.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: HttpRequest) -> HttpResponse:
    """Implications of case reviews, pasted or from a file: what is in them, and taking one of them up."""
    by = acting(request)
    check_user_can("bring_implication", SCRUTINY, by=by, child=None)
    found: list[Brought] = []
    wrong, pasted = "", request.POST.get("pasted", "")
    try:
        if request.method == "POST" and "one" in request.POST:
            key = bring_implication(by=by, on=by.today, implication=request.POST["one"])
            messages.success(request, words_of("bring_implication").says_done)
            return redirect(address("board_learning_item", key))
        if request.method == "POST":
            found = read_implications(_given(request) or pasted)
    except CannotEnter as refusal:
        says = str(refusal).partition(": ")[2]
        wrong = says[:1].upper() + says[1:]
    shown = {"heading": "Take up implications of case reviews", "found": found, "wrong": wrong, "pasted": pasted}
    return render(request, "board/learning_bring.html", shown, status=422 if wrong else 200)


def _given(request: HttpRequest) -> str:
    """What is in the file that was sent; empty where none was."""
    file = request.FILES.get("file")
    if file is None:
        return ""
    if (file.size or 0) > LARGEST:
        raise CannotEnter("implication: has a file that is too large, needs the JSON of an analysis.")
    try:
        return str(file.read(), "utf-8-sig")
    except UnicodeDecodeError:
        raise CannotEnter("implication: has a file that is no text, needs the JSON of an analysis.") from None


def traced(request: HttpRequest, what: str) -> HttpResponse:
    """From where something came, and what came of it."""
    by = acting(request)
    found = trace(by=by, what=what)
    may_begin = what in MEASURES and by.account.role in VERBS["begin_learning"].may
    of_measure = {"arises_from": str(ArisesFrom.MEASURE), "arises_from_key": what}
    shown = {
        "heading": found.title,
        "found": found,
        "begin_at": learning.do("begin_learning", request.path, **of_measure) if may_begin else "",
        "showing": learning,
    }
    return render(request, "board/trace.html", shown)


PATHS = (
    path("learning", listed, name="board_learning"),
    path("learning/bring", bring, name="board_learning_bring"),
    path("learning/<str:key>", one, name="board_learning_item"),
    path("trace/<str:what>", traced, name="board_trace"),
)
PLACES = (
    Place(
        Heading.LEARN,
        "Learning",
        "What was learned and from where, what is done about it, and whether practice changed.",
        "board_learning",
        BOARD,
        ("B81.1",),
    ),
)

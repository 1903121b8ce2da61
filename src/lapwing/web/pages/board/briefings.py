"""Briefings: those that went to somebody, one to read on the screen or in Word, and how far it has reached."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_POST

from lapwing.board.reading.briefings import BriefingShown, briefing_to_read, briefings_for_me, reach_of
from lapwing.board.verbs.briefings import open_briefing, say_briefing_read
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import BOARD, EVERYBODY
from lapwing.conduct.verb import VERBS
from lapwing.web.asking import acting
from lapwing.web.paging import pages_of
from lapwing.web.showing.board.briefing_word import as_word
from lapwing.web.showing.board.learning import do
from lapwing.web.showing.board.places import Heading, Place
from lapwing.web.showing.chronology_document import DOCX
from lapwing.web.showing.offers import Offer
from lapwing.web.templating import address
from lapwing.web.words import words_of


def mine(request: HttpRequest) -> HttpResponse:
    """The briefings that went to the reader."""
    some, pages = pages_of(request, briefings_for_me(by=acting(request)))
    return render(request, "board/my_briefings.html", {"heading": "Briefings for you", "rows": some, "pages": pages})


def one(request: HttpRequest, key: str) -> HttpResponse:
    """A briefing to read; that somebody to whom it went opened it first is kept."""
    by = acting(request)
    found = briefing_to_read(by=by, key=key)
    if request.method == "GET" and found.was_sent_to_me and not found.has_opened:
        open_briefing(by=by, on=by.today, briefing=key)
    is_of_board = by.account.role in BOARD
    shown = {
        "heading": found.page.title,
        "one": found,
        "is_of_board": is_of_board,
        "offers": _offers(found, by),
        "reach": reach_of(by=by, key=key) if is_of_board else [],
    }
    return render(request, "board/briefing.html", shown)


def _offers(one: BriefingShown, by: Acting) -> list[Offer]:
    verbs = [
        *(["say_team_discussed"] if one.was_sent_to_me else []),
        "issue_briefing",
        "remind_of_briefing",
        "revise_briefing",
    ]
    after = address("board_briefing", one.key)
    return [
        Offer(words_of(verb).title, do(verb, after, briefing=one.key), words_of(verb).hint)
        for verb in verbs
        if by.account.role in VERBS[verb].may
    ]


def document(request: HttpRequest, key: str) -> HttpResponse:
    """The briefing as a Word document; whoever takes it has opened it."""
    by = acting(request)
    found = briefing_to_read(by=by, key=key)
    if found.was_sent_to_me and not found.has_opened:
        open_briefing(by=by, on=by.today, briefing=key)
    answer = HttpResponse(as_word(found.page, edition=found.version, at=by.at), content_type=DOCX)
    answer["Content-Disposition"] = 'attachment; filename="briefing.docx"'
    return answer


@require_POST
def read(request: HttpRequest, key: str) -> HttpResponse:
    """Says that the reader has read a briefing and talked about it."""
    by = acting(request)
    say_briefing_read(by=by, on=by.today, briefing=key)
    messages.success(request, words_of("say_briefing_read").says_done)
    return redirect(address("board_briefing", key))


PATHS = (
    path("briefings", mine, name="board_briefings"),
    path("briefings/<str:key>", one, name="board_briefing"),
    path("briefings/<str:key>/briefing.docx", document, name="board_briefing_document"),
    path("briefings/<str:key>/read", read, name="board_briefing_read"),
)
PLACES = (
    Place(
        Heading.YOURS,
        "Briefings for you",
        "One page each: what was learned, what to do differently, and questions for your team.",
        "board_briefings",
        EVERYBODY,
    ),
)

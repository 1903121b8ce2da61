"""The themed pages of the Board: before birth, fathers, hand-overs between services, and older children."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from lapwing.board.reading import themes as read
from lapwing.conduct.may import BOARD
from lapwing.web.asking import acting
from lapwing.web.showing.board.places import Heading, Place
from lapwing.web.showing.board.theme_page import answer, divided, period, places_beside, record_a_look, tables
from lapwing.web.showing.board.themes import BEFORE_BIRTH, FATHERS, HAND_OVERS, OLDER_CHILDREN, Theme


def page(request: HttpRequest, theme: Theme) -> HttpResponse:
    """One theme: the answer in words, the figures behind it, and what the Board has on it besides."""
    from lapwing.web.pages.board import PLACES

    by = acting(request)
    found = read.theme(by=by, asked=theme.asked())
    shown = {
        "heading": theme.heading,
        "theme": theme,
        "found": found,
        "answer": answer(theme, found),
        "period": period(found.figures[theme.answered_by]),
        "tables": list(tables(theme, found)),
        "divided": divided(theme, found),
        "beside": places_beside(theme, by, PLACES),
        "record_look": record_a_look(theme, by),
    }
    return render(request, "board/theme.html", shown)


PATHS = (
    path("before-birth", page, {"theme": BEFORE_BIRTH}, name=BEFORE_BIRTH.name),
    path("fathers", page, {"theme": FATHERS}, name=FATHERS.name),
    path("hand-overs", page, {"theme": HAND_OVERS}, name=HAND_OVERS.name),
    path("older-children", page, {"theme": OLDER_CHILDREN}, name=OLDER_CHILDREN.name),
)


def _place(theme: Theme, says: str) -> Place:
    return Place(Heading.SEE, theme.heading, says, theme.name, BOARD, theme.lessons)


PLACES = (
    _place(
        BEFORE_BIRTH, "Are pre-birth assessments routine here? Everybody with a circumstance on record, step by step."
    ),
    _place(FATHERS, "What services know of fathers and do with them, beside the same of mothers."),
    _place(HAND_OVERS, "Between midwifery, health visiting and GPs: sent, accepted, seen, or lost."),
    _place(OLDER_CHILDREN, "What is feared for young people, and whether they are treated as children up to 18."),
)

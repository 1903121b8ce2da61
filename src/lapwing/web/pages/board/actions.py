"""The actions of the partnership: all of them, one's own, each with its history, and the list as a file."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from lapwing.board.reading.board_actions import (
    BoardAction,
    actions_of_the_board,
    my_actions_of_the_board,
    one_action_of_the_board,
)
from lapwing.board.reading.self_assessments import Gap, gap_of
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import BOARD, EVERYBODY
from lapwing.conduct.verb import VERBS
from lapwing.vocabulary.board.codes import ArisesFrom
from lapwing.web.asking import acting
from lapwing.web.paging import pages_of
from lapwing.web.sheets import as_csv, as_workbook
from lapwing.web.showing.board import actions
from lapwing.web.showing.board.places import Heading, Place
from lapwing.web.templating import address


def listed(request: HttpRequest) -> HttpResponse:
    """Every action, as the address narrows them; one's own first."""
    by = acting(request)
    every, asked = actions_of_the_board(by=by), actions.asked_by(request.GET)
    some, pages = pages_of(request, [one for one in every if asked.fits(one)])
    gives = by.account.role in VERBS["give_board_action"].may
    shown = {
        "heading": "Actions of the partnership",
        "rows": some,
        "pages": pages,
        "asked": asked,
        "filters": actions.filters(every, asked),
        "overdue": sum(one.is_overdue for one in every),
        "give_at": _give_at() if gives else "",
        "showing": actions,
    }
    return render(request, "board/actions.html", shown)


def _give_at() -> str:
    return f"{address('do_anywhere', 'give_board_action')}?{urlencode({'next': address('board_actions')})}"


def mine(request: HttpRequest) -> HttpResponse:
    """The actions that are the reader's own, or that wait for them to accept."""
    some, pages = pages_of(request, my_actions_of_the_board(by=acting(request)))
    shown = {"heading": "Your actions for the partnership", "rows": some, "pages": pages, "showing": actions}
    return render(request, "board/my_actions.html", shown)


def one(request: HttpRequest, key: str) -> HttpResponse:
    """An action: where it came from, its history, and what can be done with it."""
    by = acting(request)
    action, history = one_action_of_the_board(by=by, key=key)
    shown = {
        "heading": action.says,
        "one": action,
        "history": history,
        "offers": actions.offered(action, by),
        "gap": _gap(action, by),
        "is_of_board": by.account.role in BOARD,
        "showing": actions,
    }
    return render(request, "board/action.html", shown)


def _gap(action: BoardAction, by: Acting) -> Gap | None:
    """The gap in a self-assessment that an action came out of, for those who may see it."""
    if action.arises_from_code != ArisesFrom.SELF_ASSESSMENT or by.account.role not in BOARD:
        return None
    return gap_of(by=by, standard_answer=action.arises_from_key) if action.arises_from_key else None


def as_file(request: HttpRequest, kind: str) -> HttpResponse:
    """The actions that the address asks for, as CSV or as a workbook."""
    asked = actions.asked_by(request.GET)
    rows = [actions.row(one) for one in actions_of_the_board(by=acting(request)) if asked.fits(one)]
    if kind == "csv":
        return as_csv("actions", actions.HEADS, rows)
    return as_workbook("actions", "Actions", actions.HEADS, rows)


PATHS = (
    path("actions", listed, name="board_actions"),
    path("actions/mine", mine, name="board_actions_mine"),
    path("actions.csv", as_file, {"kind": "csv"}, name="board_actions_csv"),
    path("actions.xlsx", as_file, {"kind": "xlsx"}, name="board_actions_xlsx"),
    path("actions/<str:key>", one, name="board_action"),
)
PLACES = (
    Place(
        Heading.LEARN,
        "Actions of the partnership",
        "Who is to do what, by when, whether a person said yes to it, and what shows that it was done.",
        "board_actions",
        BOARD,
    ),
    Place(
        Heading.YOURS,
        "Your actions for the partnership",
        "What you were asked to see to, to accept or to hand back.",
        "board_actions_mine",
        EVERYBODY,
    ),
)

"""The registers of the Board, and what is overdue over all of them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from lapwing.conduct.may import BOARD
from lapwing.web.asking import acting
from lapwing.web.showing.board.places import Heading, Place
from lapwing.web.showing.board.tabled import Cell, Part
from lapwing.web.templating import address

REGISTERS = ("board_policies",)


def page(request: HttpRequest) -> HttpResponse:
    """Every register that there is."""
    from lapwing.web.pages.board import PLACES

    by = acting(request)
    some = [one for one in PLACES if one.name in REGISTERS and by.account.role in one.may]
    shown = {
        "heading": "Registers",
        "back": Cell("Board", address("board")),
        "says": ["What the partnership has in force and offers. To be in a register is not to be there for a family."],
        "parts": [Part(one.title, (one.says,), offers=[Cell(f"Open: {one.title}", address(one.name))]) for one in some],
        "csv": "",
        "pages": "",
    }
    return render(request, "board/register.html", shown)


PATHS = (path("registers", page, name="board_registers"),)
PLACES = (
    Place(
        Heading.ASSURE,
        "All registers",
        "Policies, materials for parents, advice, housing, and the ages that agencies serve, with what is overdue.",
        "board_registers",
        BOARD,
    ),
)

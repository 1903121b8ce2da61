"""The registers of the Board, and what is overdue over all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from django.http import HttpRequest, HttpResponse
from django.urls import path

from lapwing.board.reading.overdue_in_registers import Overdue, overdue_in_registers
from lapwing.conduct.may import BOARD
from lapwing.web.asking import acting
from lapwing.web.paging import pages_of
from lapwing.web.showing.board.places import Heading, Place
from lapwing.web.showing.board.tabled import Cell, Part, Table, as_csv, drawn, rows_of, to_registers
from lapwing.web.templating import address

REGISTERS = (
    "board_prebirth_quality",
    "board_policies",
    "board_materials",
    "board_advice",
    "board_housing",
    "board_tools",
    "board_registers_overdue",
)
OVERDUE = "What is overdue in the registers"
WHERE: Mapping[str, tuple[str, Callable[[str], str]]] = {
    "policies": ("Policies and standards", lambda key: address("board_policy", key)),
    "materials": ("Materials for parents", lambda key: address("board_material", key)),
    "advice": ("Advice to parents", lambda key: address("board_advice_item", key)),
    "comparison": ("Advice to parents", lambda key: address("board_advice_topic", key)),
    "tools": ("Assessments and services to 18", lambda _: address("board_tools")),
    "prebirth": ("Pre-birth assessments", lambda _: address("board_prebirth_quality")),
    "actions": ("Actions out of gaps", lambda _: ""),
}
"""Each register in words, and where an entry of it is."""


def page(request: HttpRequest) -> HttpResponse:
    """Every register that there is."""
    from lapwing.web.pages.board import PLACES

    by = acting(request)
    places = {one.name: one for one in PLACES if by.account.role in one.may}
    some = [places[name] for name in REGISTERS if name in places]
    rows = ((Cell(one.title, address(one.name)), one.says) for one in some)
    return drawn(
        request,
        "Registers",
        [Part(table=Table("Registers of the partnership", ("Register", "What it answers"), rows_of(*rows)))],
        back=Cell("Board", address("board")),
        says=["What the partnership has in force and offers. To be in a register is not to be there for a family."],
    )


def overdue(request: HttpRequest) -> HttpResponse:
    """What is overdue over all registers."""
    some, pages = pages_of(request, overdue_in_registers(by=acting(request)))
    return drawn(
        request,
        OVERDUE,
        [Part(table=overdue_table(some))],
        back=to_registers(),
        csv=address("board_registers_overdue_csv"),
        pages=pages,
    )


def overdue_values(request: HttpRequest) -> HttpResponse:
    """The same as a file of values."""
    return as_csv(overdue_table(overdue_in_registers(by=acting(request))), "overdue")


def overdue_table(some: Sequence[Overdue]) -> Table:
    """What is overdue as a table has it."""
    rows = (
        (
            Cell(one.what, WHERE[one.register][1](one.key)),
            WHERE[one.register][0],
            one.due,
            one.since or "Never done",
            one.whose or "The partnership",
        )
        for one in some
    )
    columns = ("What", "Register", "What is due", "Due on", "Whose")
    return Table("Overdue, what was never done first", columns, rows_of(*rows), "Nothing is overdue.")


PATHS = (
    path("registers", page, name="board_registers"),
    path("registers/overdue", overdue, name="board_registers_overdue"),
    path("registers/overdue.csv", overdue_values, name="board_registers_overdue_csv"),
)
PLACES = (
    Place(
        Heading.ASSURE,
        "All registers",
        "Policies, materials for parents, advice, housing, and the ages that agencies serve.",
        "board_registers",
        BOARD,
    ),
    Place(
        Heading.ASSURE,
        OVERDUE,
        "Reviews, checks and yearly words whose day has gone by, and actions out of gaps.",
        "board_registers_overdue",
        BOARD,
        ("B31.2", "B53.1", "B67.1"),
    ),
)

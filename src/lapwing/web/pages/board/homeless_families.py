"""Families with a baby who may be left without a home: the protocol, and each from notice to roof."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.urls import path

from lapwing.board.reading.homeless_families import (
    Approach,
    FamilyNamed,
    families_without_home,
    housing_steps,
)
from lapwing.board.reading.policies_in_force import policies
from lapwing.conduct.may import BOARD, OVERSIGHT
from lapwing.vocabulary.board.register_codes import PolicyKind
from lapwing.web.asking import acting
from lapwing.web.pages.board.policies_in_force import policies_table
from lapwing.web.paging import pages_of
from lapwing.web.showing.board.places import Heading, Place
from lapwing.web.showing.board.tabled import (
    Cell,
    Part,
    Table,
    as_csv,
    drawn,
    figures_table,
    offers,
    rows_of,
    to_registers,
)
from lapwing.web.templating import address, in_words

TITLE = "Families with a baby and no home"
STEPS = (
    "Came to housing",
    "Found",
    "Agrees that social care is told",
    "Social care told",
    "Social care decided",
    "A roof tonight",
    "Outside the area",
    "Closed",
)
NEVER_WHERE = (
    "Whether a roof is on record is shown, and never where: that somebody is in a refuge must not become known."
)
WITHOUT_NAMES = (
    "Families are shown to the managers and named professionals of the agencies that work with them. Who stands behind each "
    "figure is listed under signs, with the measure, where they are not few."
)
WITHOUT_ROOF = "Closed with no roof on record"


def page(request: HttpRequest) -> HttpResponse:
    """The protocol, figures by step, and the families: named within one's reach."""
    by = acting(request)
    steps = housing_steps(by=by)
    parts = [
        Part(
            "The protocol",
            table=replace(
                policies_table(policies(by=by, kind=PolicyKind.HOUSING)), nothing="No joint protocol is entered."
            ),
            offers=[
                *offers(by, address("board_housing"), ("enter_policy", {"kind": PolicyKind.HOUSING})),
                Cell("Policies and standards in force", address("board_policies")),
            ],
        ),
        Part("From notice to roof, in figures", table=figures_table("Figures by step", steps)),
    ]
    pages: str = ""
    csv = ""
    if by.account.role in OVERSIGHT:
        some, pages = pages_of(request, families_without_home(by=by))
        parts.append(Part("Families whom your agency works with", (NEVER_WHERE,), families_table(some)))
        csv = address("board_housing_csv")
    else:
        parts.append(Part("The families", (WITHOUT_NAMES,)))
    return drawn(request, TITLE, parts, back=to_registers(), csv=csv, pages=pages)


def values(request: HttpRequest) -> HttpResponse:
    """The families within one's reach, as a file of values."""
    shown = families_table(families_without_home(by=acting(request)))
    rows = [row[:-1] for row in shown.rows]
    return as_csv(replace(shown, columns=shown.columns[:-1], rows=rows), "families")


def families_table(some: Iterable[FamilyNamed]) -> Table:
    """Families by the name of the child, each with its steps and the way to challenge."""
    rows = (
        (
            Cell(one.called, address("child", one.child)),
            *_dated(one.approach),
            Cell(f"Disagree about {one.called}", address("do", one.child, "disagree")),
        )
        for one in some
    )
    columns = ("Child", *STEPS, "Challenge")
    return Table(
        "Each family, the open ones first", columns, rows_of(*rows), "No such family is on record in your reach."
    )


def _dated(one: Approach) -> list[str]:
    """Each step with its day, or that it is not recorded."""
    return [
        in_words(one.approached_on) or "Not recorded",
        one.finding,
        one.consent,
        in_words(one.told_on) or "Not recorded",
        in_words(one.decided_on) or "Not recorded",
        _roof(one),
        _outside(one),
        _closed(one),
    ]


def _roof(one: Approach) -> str:
    return {True: "Recorded", False: "None that lasts", None: "Not recorded"}[one.has_roof]


def _outside(one: Approach) -> str:
    if not one.out_of_area:
        return "No"
    return "Yes, hand-over sent" if one.handed_on else "Yes, no hand-over recorded"


def _closed(one: Approach) -> str:
    if one.closed_on is None:
        return "Open"
    return f"{in_words(one.closed_on)}{f': {WITHOUT_ROOF}' if one.closed_without_roof else ''}"


PATHS = (
    path("registers/housing", page, name="board_housing"),
    path("registers/housing.csv", values, name="board_housing_csv"),
)
PLACES = (
    Place(
        Heading.ASSURE,
        TITLE,
        "The joint protocol with housing, and whether social care is told, decides, and every baby has a roof.",
        "board_housing",
        BOARD,
        ("B53.2",),
    ),
)

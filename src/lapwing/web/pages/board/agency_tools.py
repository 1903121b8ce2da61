"""The ages that agencies state for their assessments and services, beside what the records show."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.urls import path

from lapwing.board.reading.agency_tools import AgesServed, Return, Tool, ToolStands, ages_served
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import BOARD, OFFICERS
from lapwing.web.asking import acting
from lapwing.web.paging import pages_of
from lapwing.web.showing.board.places import Heading, Place
from lapwing.web.showing.board.tabled import (
    Cell,
    Part,
    Table,
    as_csv,
    asked,
    cell,
    drawn,
    offers,
    rows_of,
    to_registers,
    told,
)
from lapwing.web.templating import address, in_words

TITLE = "Assessments and services to 18"
COLUMNS = (
    "What",
    "Whose",
    "Kind",
    "Ages",
    "Stands",
    "At 16 and 17",
    "Made for their age",
    "Weeks of waiting",
    "Looked at",
)
LOOKS = {
    ToolStands.COVERS: "lw-tag--met",
    ToolStands.GAP: "lw-tag--not-met",
    ToolStands.PLANNED: "lw-tag--due-soon",
}


def page(request: HttpRequest) -> HttpResponse:
    """What is stated, who has not said, and what is actual."""
    by = acting(request)
    found = ages_served(by=by)
    some, pages = pages_of(request, found.tools)
    here = address("board_tools")
    parts = [
        Part("What agencies state", table=tools_table(some), offers=offers(by, here, ("list_tool", {}))),
        Part("What can be done with each", table=_to_do(by, some)),
        Part("Each agency's yearly word", table=_returns(by, found.returns), offers=_make_return(by, here)),
        *_actual(found),
    ]
    return drawn(
        request, TITLE, parts, back=to_registers(), says=_questions(found), csv=address("board_tools_csv"), pages=pages
    )


def values(request: HttpRequest) -> HttpResponse:
    """What agencies state, as a file of values."""
    return as_csv(tools_table(ages_served(by=acting(request)).tools), "ages")


def tools_table(some: Sequence[Tool]) -> Table:
    """Tools, thresholds and services as a table has them."""
    rows = (
        (
            one.name,
            one.agency,
            one.kind.label,
            one.ages,
            Cell(one.stands, look=LOOKS[one.stands]),
            one.from_16,
            one.age_appropriate,
            one.wait_weeks,
            one.reviewed_on,
        )
        for one in some
    )
    return Table("Assessment tools, thresholds and services", COLUMNS, rows_of(*rows))


def _to_do(by: Acting, some: Sequence[Tool]) -> Table:
    """A row each of those that are one's own, with what can be done."""
    here = address("board_tools")
    rows = [(one, {"agency_tool": one.agency_tool}) for one in some if one.may_change]
    cells = (
        (
            one.name,
            *offers(by, here, ("revise_tool", named)),
            *(offers(by, here, ("plan_for_tool_gap", named)) if one.stands is ToolStands.GAP else [Cell("")]),
            *offers(by, here, ("withdraw_tool", named)),
        )
        for one, named in rows
    )
    return Table(
        "Your own entries", ("What", "Change", "Plan", "End"), rows_of(*cells), "None of these is yours to change."
    )


def _returns(by: Acting, returns: Sequence[Return]) -> Table:
    rows = (
        (
            one.agency_name,
            Cell("Due", look="lw-tag--not-met") if one.is_due else Cell("Given", look="lw-tag--met"),
            one.returned_on or "Never",
            one.due_on,
            one.says,
            _ask(by, one),
        )
        for one in returns
    )
    columns = ("Agency", "Stands", "Given on", "Holds until", "What it says of 16 and 17", "Asked")
    return Table("Yearly words", columns, rows_of(*rows), "No agency answers for itself here yet.")


def _ask(by: Acting, one: Return) -> Cell:
    asked = in_words(one.asked_on)
    if one.is_due and by.account.role in OFFICERS:
        link = offers(by, address("board_tools"), ("ask_for_return", {"owner_agency": one.agency}))[0].href
        return Cell(f"Last asked on {asked}; ask again" if asked else "Ask", link)
    return Cell(asked)


def _make_return(by: Acting, here: str) -> list[Cell]:
    """One's own agency's; an officer chooses which."""
    if by.agency is None and by.account.role not in OFFICERS:
        return []
    given = {"owner_agency": by.agency} if by.agency else {}
    return offers(by, here, ("make_return", given))


def _questions(found: AgesServed) -> list[str]:
    gaps = sum(one.stands is ToolStands.GAP for one in found.tools)
    due = [one.agency_name for one in found.returns if one.is_due]
    says = [f"{gaps} of {len(found.tools)} leave out young people of 16 or 17, with no plan. What is done about it?"]
    return (says if gaps else []) + ([f"No word this year from: {'; '.join(due)}."] if due else [])


def _actual(found: AgesServed) -> list[Part]:
    """What the records show, whole and by agency; small numbers are kept back."""
    rows = []
    for whole, agencies in found.actual:
        rows.append((asked(whole), "All agencies", told(whole)))
        rows += [(cell(whole.asks), name, told(figure)) for name, figure in agencies]
    table = Table(
        "What the records show, by agency",
        ("What is asked", "Agency", "Figure"),
        rows_of(*rows),
        "No measure serves this yet.",
    )
    return [Part("Stated against actual", ("What is stated, and what happens, need not be the same.",), table)]


PATHS = (
    path("registers/ages", page, name="board_tools"),
    path("registers/ages.csv", values, name="board_tools_csv"),
)
PLACES = (
    Place(
        Heading.ASSURE,
        TITLE,
        "Up to which age each agency's assessments, thresholds and services go, and what happens at 16 and 17.",
        "board_tools",
        BOARD,
        ("B67.1",),
    ),
)

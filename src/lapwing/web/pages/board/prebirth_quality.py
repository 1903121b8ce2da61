"""How the partnership assures pre-birth assessments: each element of the system, and what shows it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path

from lapwing.board.reading.prebirth_quality import Element, PrebirthSystem, prebirth_system
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import BOARD
from lapwing.vocabulary.board.register_codes import Standing
from lapwing.web.asking import acting
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

TITLE = "How we assure pre-birth assessments"
LOOKS = {
    Standing.WITH_EVIDENCE: "lw-tag--met",
    Standing.NOT_EVIDENCED: "lw-tag--due-soon",
    Standing.NOT_IN_PLACE: "lw-tag--not-met",
    Standing.CANNOT_TELL: "lw-tag--cannot-tell",
}
COLUMNS = ("Element", "Stands", "What shows it", "Known from", "What somebody said of it")


def page(request: HttpRequest) -> HttpResponse:
    """Each element of the system, the figure of signing off, and the review of the system itself."""
    by = acting(request)
    found = prebirth_system(by=by)
    here = address("board_prebirth_quality")
    parts = [
        Part(table=elements_table(found), offers=offers(by, here, ("say_of_element", {}))),
        Part("Signed off", (found.quick_sign_offs,), table=figures_table("Signed off by a manager", [found.sign_off])),
        Part("The system itself", (_reviewed(found),), offers=_to_review(by, here)),
    ]
    return drawn(
        request,
        TITLE,
        parts,
        back=to_registers(),
        says=["What a record shows goes before what is said. Neither says how good one assessment is; people do."],
        csv=address("board_prebirth_quality_csv"),
    )


def values(request: HttpRequest) -> HttpResponse:
    """The elements as a file of values."""
    return as_csv(elements_table(prebirth_system(by=acting(request))), "assuring-pre-birth-assessments")


def elements_table(found: PrebirthSystem) -> Table:
    """The elements of the system as a table has them."""
    rows = (
        (
            one.element.label,
            Cell(one.standing.label, look=LOOKS[one.standing]),
            one.shows,
            "Our records" if one.from_records else "What was said" if one.said else "",
            _said(one),
        )
        for one in found.elements
    )
    return Table("The elements of the system", COLUMNS, rows_of(*rows))


def _said(one: Element) -> str:
    if one.said is None:
        return ""
    parts = (f"{one.said.standing.label}, {one.said.by} on {in_words(one.said.said_on)}", one.said.evidence)
    return ": ".join(filter(None, parts))


def _reviewed(found: PrebirthSystem) -> str:
    if found.reviewed_on is None:
        return "No review of the system is recorded."
    return f"Reviewed on {in_words(found.reviewed_on)}, due again on {in_words(found.review_due_on)}."


def _to_review(by: Acting, here: str) -> list[Cell]:
    policies = Cell("Policies and standards in force", address("board_policies"))
    return [policies, *offers(by, here, ("review_prebirth_system", {}))]


PATHS = (
    path("registers/pre-birth-assessments", page, name="board_prebirth_quality"),
    path("registers/pre-birth-assessments.csv", values, name="board_prebirth_quality_csv"),
)
PLACES = (
    Place(
        Heading.ASSURE,
        TITLE,
        "Standard, sign-off, samples, double marking, actions and review: what is in place, and what shows it.",
        "board_prebirth_quality",
        BOARD,
        ("B17.2",),
    ),
)

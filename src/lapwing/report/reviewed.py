"""An analysis of case reviews as one page: prevalence with its quotes, agreement, and the presence matrix.

The page stands on its own, prints and reads aloud. Small numbers are kept back, and what would give them away with
them, unless it is made for the team's own eyes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lapwing.report.page import PAGES
from lapwing.report.prevalence_chart import NotDrawn, chart_of
from lapwing.reviews.agreement.agreeing import agreement
from lapwing.reviews.agreement.comparing import NothingToCompare
from lapwing.reviews.agreement.result import Agreement
from lapwing.reviews.agreement.units import Unit
from lapwing.reviews.agreement.words import to_decimals
from lapwing.reviews.coding.states import State
from lapwing.reviews.messages.implications import Implication, implications
from lapwing.reviews.messages.kept import messages
from lapwing.reviews.messages.resolving import Resolved, Resolving
from lapwing.reviews.prevalence import (
    THRESHOLD,
    Asked,
    Behind,
    Cell,
    Passage,
    Prevalence,
    presence_matrix,
    prevalence,
)
from lapwing.reviews.prevalence.matrix import Row
from lapwing.reviews.project import Project, project_name
from lapwing.reviews.themes import Theme

MEASURES = {"percent": "Agree", "cohen": "Cohen's kappa", "fleiss": "Fleiss' kappa", "alpha": "Alpha", "ac1": "AC1"}
"""The coefficients that the page shows, of those worked out; Cohen's for two coders, Fleiss' for more."""
SIGNS = {State.PRESENT: "1", State.ABSENT: "0", State.NOT_ASSESSED: "", State.DISPUTED: "?"}


@dataclass(frozen=True)
class Quoted:
    """The passages of a theme behind one cell of the table; `passages` is None where they are kept back."""

    anchor: str
    cell: Cell
    passages: Sequence[Passage] | None


@dataclass(frozen=True)
class Analysed:
    """What the page tells; `matrix` is empty where small numbers are kept back."""

    name: str
    counts: Mapping[str, int]
    table: Prevalence
    quotes: Mapping[str, Sequence[Quoted]]
    matrix: Sequence[Row]
    agreement: Agreement | None
    no_agreement: str
    messages: Sequence[Resolved]
    implications: Sequence[Implication]

    @property
    def themes(self) -> list[Theme]:
        """The themes that were counted, in the order of their book."""
        return [theme for theme in self.table.book.themes if theme.code in self.table.cells]

    @property
    def shows_small(self) -> bool:
        """Whether the page is for the team's own eyes."""
        return self.table.threshold is None


def analysed(project: Project, asked: Asked, *, unit: Unit = Unit.PASSAGES, show_small: bool = False) -> Analysed:
    """Everything that the page tells of a project as it stands."""
    table = prevalence(project, asked, threshold=None if show_small else THRESHOLD)
    agreed, why_not = _agreement(project, unit)
    resolving = Resolving(project, threshold=table.threshold)
    return Analysed(
        name=project_name(project),
        counts=_counts(project),
        table=table,
        quotes=_quotes(project, table),
        matrix=presence_matrix(table) if show_small else (),
        agreement=agreed,
        no_agreement=why_not,
        messages=[resolving.of(message) for message in messages(project)],
        implications=implications(project),
    )


def reviews_page(told: Analysed, made_on: date) -> Iterator[str]:
    """The page as HTML."""
    measures = dict(MEASURES)
    if told.agreement:
        del measures["cohen" if len(told.agreement.coders) > 2 else "fleiss"]
    yield PAGES.get_template("reviews.html.jinja").render(
        told=told,
        made_on=made_on,
        picture=_picture(told.table),
        anchor_of=anchor_of,
        cell_told=cell_told,
        measures=measures,
        signs=SIGNS,
        threshold=THRESHOLD,
        to_decimals=to_decimals,
    )


def _picture(table: Prevalence) -> str:
    """The chart, or nothing where there is nothing to draw."""
    try:
        return chart_of(table)
    except NotDrawn:
        return ""


def cell_told(table: Prevalence, cell: Cell) -> str:
    """A cell as people read it: n of N, per cent and interval; or that it is kept back, or that nobody looked."""
    if table.is_hidden(cell):
        return "kept back"
    if cell.share is None or cell.interval is None:
        return "not assessed"
    low, high = cell.interval
    return f"{cell.present} of {cell.assessed}, {cell.share:.0%} ({low:.0%} to {high:.0%})"


def _agreement(project: Project, unit: Unit) -> tuple[Agreement | None, str]:
    try:
        return agreement(project, unit=unit), ""
    except NothingToCompare as why_not:
        return None, str(why_not)


def anchor_of(cell: Cell) -> str:
    """What the list behind a cell is called in the page's addresses."""
    return "-".join((cell.theme, *cell.key)).replace(" ", "-")


def _quotes(project: Project, table: Prevalence) -> dict[str, list[Quoted]]:
    """The passages behind each cell that is shown and in which a theme is present."""
    behind = Behind(project, table)

    def quoted(cell: Cell) -> Quoted:
        return Quoted(anchor_of(cell), cell, None if table.lists_hidden(cell) else behind.passages(cell))

    return {
        theme: [quoted(cell) for cell in cells.values() if cell.present and not table.is_hidden(cell)]
        for theme, cells in table.cells.items()
    }


SHOWN = """FROM standing_coding WHERE NOT EXISTS (
    SELECT 1 FROM sealed WHERE sealed.document_id = standing_coding.document_id AND sealed.coder_id = standing_coding.coder_id
)"""
"""Codings that nobody has to wait for: how many are sealed is told as little as which."""
COUNTED = {
    "reviews": "SELECT count(*) FROM review",
    "children": "SELECT count(*) FROM child",
    "documents": "SELECT count(*) FROM document",
    "pages": "SELECT count(*) FROM page JOIN newest_reading USING (reading_id)",
    "coded passages": f"SELECT count(DISTINCT passage_id) {SHOWN}",
    "of them from suggestions that a person accepted": (
        f"SELECT count(DISTINCT passage_id) {SHOWN} AND suggestion_id IS NOT NULL"
    ),
}


def _counts(project: Project) -> dict[str, int]:
    return {what: int(project.rows(question)[0][0]) for what, question in COUNTED.items()}

"""`lapwing reviews report`: one page with prevalence and its quotes, the presence matrix, and agreement."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from lapwing.cli.giving import give, one_of
from lapwing.cli.reviewing_words import ProjectFile
from lapwing.report.reviewed import analysed, reviews_page
from lapwing.reviews.agreement.units import Unit
from lapwing.reviews.cohorts import SCHEMES
from lapwing.reviews.prevalence import Asked, Of
from lapwing.reviews.project import open_project

Out = Annotated[Path, typer.Option("--out", metavar="FILE", help="Where to write the page.")]
Counted = Annotated[str, typer.Option("--of", help="What is counted: reviews or children.")]
SchemeOf = Annotated[str, typer.Option("--scheme", help="The age groups: reviews (five) or report (two).")]
UnitOf = Annotated[str, typer.Option("--unit", help="What coders are compared on: passages, documents or characters.")]
ShowSmall = Annotated[bool, typer.Option("--show-small", help="For the team's own eyes: small numbers and the matrix.")]


def report(
    project: ProjectFile,
    out: Out,
    of: Counted = "reviews",
    scheme: SchemeOf = "reviews",
    unit: UnitOf = "passages",
    show_small: ShowSmall = False,
) -> None:
    """Write prevalence with its quotes, the presence matrix and agreement as one page of HTML."""
    one_of("--of", of, list(Of))
    one_of("--scheme", scheme, SCHEMES)
    one_of("--unit", unit, list(Unit))
    with open_project(project) as opened:
        asked = Asked(of=Of(of), scheme=SCHEMES[scheme])
        give(reviews_page(analysed(opened, asked, unit=Unit(unit), show_small=show_small), date.today()), out)

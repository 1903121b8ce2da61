"""`lapwing reviews search`: the passages that hold what is asked for, with where they stand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated

import typer

from lapwing.cli.giving import Refused, give, one_of
from lapwing.cli.reviewing_words import Coder, Format, ProjectFile
from lapwing.reviews.cohorts import scheme_named
from lapwing.reviews.periods import Calendar, Dated
from lapwing.reviews.prevalence.placing import placed
from lapwing.reviews.project import Project, coder_names, document_named, open_project
from lapwing.reviews.searching import KINDS, Findings, Within, search
from lapwing.reviews.themes import newest_book

Query = Annotated[
    str, typer.Argument(metavar="QUERY", help='Words, "phrases", OR, -without, beginnings* and NEAR; put it in quotes.')
]
Limit = Annotated[int, typer.Option("--limit", metavar="N", help="So many of the best.")]
Documents = Annotated[list[str] | None, typer.Option("--document", help="Only this document; may be given again.")]
Reviews = Annotated[
    list[str] | None, typer.Option("--review", help="Only the review of this reference; may be given again.")
]
Area = Annotated[str, typer.Option("--area", help="Only reviews of this area.")]
SchemeName = Annotated[str, typer.Option("--scheme", help="The scheme that --cohort belongs to.")]
Cohort = Annotated[str, typer.Option("--cohort", help="Only reviews of a child in this cohort.")]
Kinds = Annotated[list[str] | None, typer.Option("--kind", help=f"Only one kind of passage: {', '.join(KINDS)}.")]
Theme = Annotated[str, typer.Option("--theme", help="Only passages coded to this theme.")]
NotTheme = Annotated[str, typer.Option("--not-theme", help="Only passages not coded to this theme yet.")]

SCHEME = "reviews"


def search_passages(
    query: Query,
    project: ProjectFile,
    limit: Limit = 20,
    theme: Theme = "",
    not_theme: NotTheme = "",
    document: Documents = None,
    review: Reviews = None,
    area: Area = "",
    scheme: SchemeName = "",
    cohort: Cohort = "",
    kind: Kinds = None,
    by: Coder = "",
    format: Format = "table",
) -> None:
    """Search the passages of all documents for QUERY, the best first.

    Words must all be there; father OR partner, "not seen", neglec*, -mother, father NEAR/5 seen. A search sees what
    is coded as --coder may see it.
    """
    one_of("--format", format, ("table", "json"))
    for given in kind or ():
        one_of("--kind", given, KINDS)
    if theme and not_theme:
        raise Refused("--theme and --not-theme: give one of them.")
    with open_project(project) as opened:
        within = Within(
            reviews=_reviews(opened, review or [], scheme, cohort),
            documents=[document_named(opened, one)["document_id"] for one in document] if document else None,
            area=area or None,
            kinds=kind or None,
            theme=newest_book(opened).named(theme or not_theme).code if theme or not_theme else None,
            coded=bool(theme),
            viewer=_viewer(opened, by),
        )
        findings = search(opened, query, within, limit)
    give(_as_json(findings) if format == "json" else _as_lines(findings), None)


def _reviews(opened: Project, references: list[str], scheme: str, cohort: str) -> set[int] | None:
    """The ids of the reviews that are asked for, or None where all are."""
    if not (references or scheme or cohort):
        return None
    rows = opened.rows("SELECT review_id, reference FROM review")
    known = {row["reference"].casefold(): row["review_id"] for row in rows}
    unknown = [reference for reference in references if reference.casefold() not in known]
    if unknown:
        raise Refused(f"--review: no review has the reference {unknown[0]}.")
    wanted = {known[reference.casefold()] for reference in references} or set(known.values())
    return wanted & _in_cohort(opened, scheme, cohort) if scheme or cohort else wanted


def _viewer(opened: Project, by: str) -> int | None:
    """The id of a coder who is known; looking makes nobody one."""
    return next((coder_id for coder_id, name in coder_names(opened).items() if name.casefold() == by.casefold()), None)


def _in_cohort(opened: Project, scheme: str, cohort: str) -> set[int]:
    chosen = scheme_named(scheme or SCHEME)
    name = chosen.named(cohort)
    children = placed(opened, chosen, Calendar.APRIL, Dated.INCIDENT).children
    return {child.review_id for child in children if child.cohort == name}


def _as_json(findings: Findings) -> Iterator[str]:
    told = {
        "query": findings.query,
        "total": findings.total,
        "results": [result.as_json() for result in findings.results],
    }
    yield json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _as_lines(findings: Findings) -> Iterator[str]:
    shown = len(findings.results)
    yield f"{findings.total} passage{'' if findings.total == 1 else 's'}" + (
        f", the best {shown} of them:\n" if shown < findings.total else ".\n"
    )
    for number, result in enumerate(findings.results, 1):
        heading = f" · {result.heading}" if result.heading and result.kind != "heading" else ""
        themes = f" · coded: {', '.join(result.themes)}" if result.themes else ""
        yield f"\n{number}. {result.document}, {result.place}{heading}{themes}\n   {result.shown()}\n"

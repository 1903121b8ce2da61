"""`lapwing reviews prevalence`: themes counted by cohort and by period, with what stands behind each cell."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from lapwing.cli.giving import Refused, give, give_bytes, one_of, tell
from lapwing.cli.reviewing_words import ProjectFile
from lapwing.report.prevalence_chart import chart_of
from lapwing.report.prevalence_tables import Told, as_csv, as_json, as_table, as_workbook
from lapwing.reviews.cohorts import SCHEMES, scheme_named
from lapwing.reviews.periods import Calendar, Dated
from lapwing.reviews.prevalence import THRESHOLD, Asked, Behind, By, Of, Passage, Prevalence, compared, prevalence
from lapwing.reviews.prevalence.told import meaning, on_small_numbers
from lapwing.reviews.project import Project, open_project
from lapwing.reviews.themes import book_of, newest_book

FORMATS = ("table", "json", "csv", "xlsx", "svg")

Format = Annotated[
    str, typer.Option("--format", metavar="FORMAT", help="table, json, csv, xlsx or svg (with its table).")
]
ByWhat = Annotated[str, typer.Option("--by", metavar="WHAT", help="cohort, period, both or none.")]
OfWhat = Annotated[str, typer.Option("--of", metavar="WHAT", help="Whether reviews or children are counted.")]
Cohorts = Annotated[str, typer.Option("--scheme", metavar="NAME", help=f"Cohorts: {', '.join(SCHEMES)}.")]
Years = Annotated[str, typer.Option("--period", metavar="YEARS", help="april (April to March) or calendar.")]
DatedBy = Annotated[str, typer.Option("--dated", metavar="BY", help="By date of incident or of publication.")]
Themes = Annotated[list[str] | None, typer.Option("--theme", help="A theme by code or name; all if not said.")]
Between = Annotated[
    tuple[str, str] | None, typer.Option("--between", metavar="COHORT COHORT", help="Compare two cohorts.")
]
OneCell = Annotated[
    tuple[str, str] | None,
    typer.Option("--cell", metavar="THEME COHORT", help="Open the passages of a cell, or of all."),
]
OfBook = Annotated[
    int | None, typer.Option("--book", metavar="VERSION", help="Themes as of a version of the theme book.")
]
ShowSmall = Annotated[bool, typer.Option("--show-small", help="Show small numbers: for the team's own eyes.")]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write there instead of on the screen.")]


def count_themes(
    project: ProjectFile,
    by: ByWhat = "cohort",
    of: OfWhat = "reviews",
    scheme: Cohorts = "reviews",
    period: Years = "april",
    dated: DatedBy = "incident",
    theme: Themes = None,
    between: Between = None,
    cell: OneCell = None,
    book: OfBook = None,
    show_small: ShowSmall = False,
    format: Format = "table",
    out: Out = None,
) -> None:
    """Count themes by cohort and period: n of N, per cent and interval, with the passages behind each cell.

    Counts under 5 are kept back, with what would give them away, unless --show-small is given.
    """
    one_of("--format", format, FORMATS if cell is None else ("table", "json"))
    by = "cohort" if between or cell else one_of("--by", by, list(By))
    asked = Asked(
        Of(one_of("--of", of, list(Of))),
        By(by),
        scheme_named(scheme),
        Calendar(one_of("--period", period, list(Calendar))),
        Dated(one_of("--dated", dated, list(Dated))),
    )
    with open_project(project) as opened:
        themes = book_of(opened, book) if book is not None else newest_book(opened)
        codes = [themes.named(one).code for one in ([cell[0]] if cell else theme or ())]
        table = prevalence(opened, asked, book=themes, themes=codes, threshold=None if show_small else THRESHOLD)
        if cell:
            give(_opened(opened, table, codes[0], cell[1], format), out)
        else:
            _give(opened, table, between, format, out)


def _give(project: Project, table: Prevalence, between: tuple[str, str] | None, format: str, out: Path | None) -> None:
    several = compared(table, *map(table.asked.scheme.named, between)) if between else []
    told = Told(table, Behind(project, table), several)
    if format == "xlsx":
        if out is None:
            raise Refused("--format xlsx: a workbook needs a file; give --out FILE.")
        give_bytes(as_workbook(told), out)
    elif format == "svg":
        _give_chart(told, out)
    else:
        give({"table": as_table, "json": as_json, "csv": as_csv}[format](told), out)
    if format in ("csv", "svg"):
        tell(*meaning(table))


def _give_chart(told: Told, out: Path | None) -> None:
    """A chart never goes without its table: as CSV in a file of the same name, or beside the output."""
    give([chart_of(told.table)], out)
    if out is None:
        tell(*as_table(told))
        return
    give(as_csv(told), out.with_suffix(".csv"))
    tell(f"The table of the chart is in {out.with_suffix('.csv')}.")


def _opened(project: Project, table: Prevalence, theme: str, cohort: str, format: str) -> Iterator[str]:
    named = "all" if cohort.strip().casefold() == "all" else table.asked.scheme.named(cohort)
    behind = Behind(project, table)
    cell = table.cell(theme, named) if (named, "all") in table.cells[theme] else None
    passages = behind.passages(cell) if cell else []
    if format == "json":
        told = {"theme": theme, "cohort": named, "counted": table.asked.of, "in": behind.units(cell) if cell else []}
        yield json.dumps(told | {"passages": list(map(asdict, passages))}, ensure_ascii=False, indent=1) + "\n"
        return
    units = behind.units(cell) if cell else []
    yield f"{table.book[theme].name}, {named}: present in {len(units)} {table.asked.of}.\n"
    for passage in passages:
        yield _in_words(passage)
    yield on_small_numbers(table.threshold) + "\n"


def _in_words(passage: Passage) -> str:
    who = f"{passage.review}, {passage.child}" if passage.child else passage.review
    said = f"“{passage.quote}”" if passage.quote else f"(as a whole) {passage.why}"
    return f"\n{who}: {passage.cited} ({passage.coder})\n  {said}\n"

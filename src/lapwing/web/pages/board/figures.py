"""What the report found beside what the records show: findings, measures, one measure, and those behind its figure."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from lapwing.board.reading.figures import FigureSeen, NamedLines, behind_figure, figure_of, figures_here
from lapwing.conduct.may import BOARD
from lapwing.web.asking import acting
from lapwing.web.paging import pages_of
from lapwing.web.sheets import as_csv, as_workbook
from lapwing.web.showing.board import figures as showing
from lapwing.web.showing.board.places import Heading, Place, places_of
from lapwing.web.showing.board.trend import chart_of
from lapwing.web.templating import address


def findings(request: HttpRequest) -> HttpResponse:
    """What the report found, and what the records show."""
    by = acting(request)
    seen = figures_here(by=by)
    rows = showing.finding_rows(by, seen)
    shown = {
        "heading": "What the report found, what our records show",
        "rows": rows,
        "in_rows": showing.in_rows(rows, seen),
        "latest": list(seen.latest.values()),
        "showing": showing,
        "here": address("board_findings"),
    }
    return render(request, "board/findings.html", shown)


def measures(request: HttpRequest) -> HttpResponse:
    """Every measure by the lesson that it comes from, those that the address seeks."""
    seen = figures_here(by=acting(request))
    text = request.GET.get("text", "").strip()
    shown = {
        "heading": "Measures",
        "text": text,
        "headings": showing.by_heading(seen, text),
        "latest": list(seen.latest.values()),
    }
    return render(request, "board/measures.html", shown)


def measure(request: HttpRequest, code: str) -> HttpResponse:
    """One measure: its figure, how it went, how it is divided, and how it is defined."""
    from lapwing.web.pages.board import PLACES

    by = acting(request)
    seen = figure_of(by=by, measure=code)
    here = address("board_measure", code)
    shown = {
        "heading": seen.measure.asks,
        "seen": seen,
        "one": seen.measure,
        "figure": seen.latest,
        "has_chart": len(showing.told_shares(seen.over_time)) > 1,
        "showing": showing,
        "offers": list(showing.offers(by, code, here)),
        "here": here,
        "beside": places_of([seen.measure.lesson.id, *(one.id for one in seen.measure.findings)], by, PLACES),
    }
    return render(request, "board/measure.html", shown)


def chart(request: HttpRequest, code: str) -> HttpResponse:
    """The trend of a measure, as a picture."""
    seen = figure_of(by=acting(request), measure=code)
    if len(showing.told_shares(seen.over_time)) < 2:
        raise Http404
    return HttpResponse(chart_of(seen.over_time), content_type="image/svg+xml")


def as_file(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """All that is told of a measure, its definition with it, as CSV or as a workbook."""
    seen: FigureSeen = figure_of(by=acting(request), measure=code)
    rows, name = list(showing.as_rows(seen)), code.replace(".", "-")
    if kind == "csv":
        return as_csv(name, showing.FILE_HEADS, rows)
    return as_workbook(name, "Figures", showing.FILE_HEADS, rows)


def behind(request: HttpRequest, code: str) -> HttpResponse:
    """Those behind the figure of a measure: by name within one's reach, or under signs."""
    found = behind_figure(by=acting(request), measure=code)
    lines = found.under_signs if found.by_name is None else found.by_name
    some, pages = pages_of(request, lines)
    shown = {
        "heading": "Who stands behind this figure",
        "found": found,
        "lines": some,
        "how_many": len(lines),
        "is_by_day": isinstance(found.by_name, NamedLines),
        "pages": pages,
        "showing": showing,
    }
    return render(request, "board/behind_figure.html", shown)


PATHS = (
    path("findings", findings, name="board_findings"),
    path("measures", measures, name="board_measures"),
    path("measures/<str:code>.csv", as_file, {"kind": "csv"}, name="board_measure_csv"),
    path("measures/<str:code>.xlsx", as_file, {"kind": "xlsx"}, name="board_measure_xlsx"),
    path("measures/<str:code>.svg", chart, name="board_measure_chart"),
    path("measures/<str:code>/list", behind, name="board_measure_list"),
    path("measures/<str:code>", measure, name="board_measure"),
)
PLACES = (
    Place(
        Heading.SEE,
        "What the report found, what our records show",
        "Each key finding with the measures of it, and what people say of them.",
        "board_findings",
        BOARD,
        ("K0", "K1", "K2", "K3", "K4", "K5", "K6", "K7", "K8", "K9", "K10"),
    ),
    Place(
        Heading.SEE,
        "Measures",
        "Every measure by the lesson that it comes from: its figure, its trend, how it is divided and how it is defined.",
        "board_measures",
        BOARD,
    ),
)

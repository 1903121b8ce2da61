"""The yearly reports: which there are, and each as a page and as a Word document."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from lapwing.board.reading.yearly_reports import yearly_report, yearly_reports
from lapwing.conduct.may import BOARD, OFFICERS
from lapwing.web.asking import acting
from lapwing.web.showing.board.places import Heading, Place
from lapwing.web.showing.board.report_word import as_word
from lapwing.web.showing.board.reports import parts_to_write, publishing
from lapwing.web.showing.chronology_document import DOCX
from lapwing.web.templating import address


def listed(request: HttpRequest) -> HttpResponse:
    """Every yearly report, and where the next one is begun."""
    by = acting(request)
    found, may_begin = yearly_reports(by=by), by.account.role in OFFICERS
    shown = {
        "heading": "Yearly reports",
        "reports": found.reports,
        "to_begin": found.to_begin,
        "begin": _begin(address("board_report", found.to_begin.year)) if found.to_begin and may_begin else "",
        "begin_other": _begin(address("board_reports")) if may_begin else "",
    }
    return render(request, "board/reports.html", shown)


def _begin(after: str) -> str:
    """The form that begins a report, which leads on to a page."""
    return f"{address('do_anywhere', 'begin_yearly_report')}?{urlencode({'next': after})}"


def page(request: HttpRequest, year: int) -> HttpResponse:
    """One report: as it was told when it was published, or as it would be told today."""
    by = acting(request)
    found = yearly_report(by=by, year=year)
    shown = {
        "heading": found.document.title,
        "document": found.document,
        "year": year,
        "parts": parts_to_write(found, by),
        "publish": publishing(found, by),
    }
    return render(request, "board/report.html", shown)


def word(request: HttpRequest, year: int) -> HttpResponse:
    """The same as a Word document."""
    by = acting(request)
    found = yearly_report(by=by, year=year)
    made = HttpResponse(as_word(found.document, at=by.at, author=by.account.name), content_type=DOCX)
    made["Content-Disposition"] = f'attachment; filename="yearly-report-{year}.docx"'
    return made


PATHS = (
    path("reports", listed, name="board_reports"),
    path("report/<int:year>", page, name="board_report"),
    path("report/<int:year>/word", word, name="board_report_word"),
)
PLACES = (
    Place(
        Heading.REPORT,
        "Yearly report",
        "What was done, what the records show, what changed and how that is known, and what is missing.",
        "board_reports",
        BOARD,
    ),
)

"""The yearly reports: which there are, and one as it would be told today or as it was told when it was published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from lapwing.board.yearly.building import Written, document_of, written_for
from lapwing.board.yearly.document import Document, from_json
from lapwing.board.yearly.year import ReportYear, report_year, year_to_report
from lapwing.conduct.acting import Acting
from lapwing.conduct.findings import settings_now
from lapwing.conduct.may import BOARD
from lapwing.conduct.permissions import NOT_HERE, check_user_can
from lapwing.conduct.reading.record import note_reading
from lapwing.records.entries import entries
from lapwing.records.store import NoSuchEntry
from lapwing.vocabulary.board.reports import ReportPart


@dataclass(frozen=True)
class ReportListed:
    """A yearly report: its key, the twelve months that it is about, and when it was published."""

    key: str
    about: ReportYear
    published_on: date | None


@dataclass(frozen=True)
class ReportsListed:
    """Every yearly report, the newest first; and the year that is over and has none yet, where there is one."""

    reports: list[ReportListed]
    to_begin: ReportYear | None


@dataclass(frozen=True)
class OneReport:
    """A yearly report with what people wrote of it by part: as published, or as it would be told today."""

    listed: ReportListed
    document: Document
    written: Mapping[ReportPart, Written]


def yearly_reports(*, by: Acting) -> ReportsListed:
    """The yearly reports that there are, and the year that waits for one."""
    check_user_can("see_board", BOARD, by=by, child=None)
    settings = settings_now()
    rows = entries("yearly_report").order_by("-year").values_list("pk", "year", "published_on")
    listed = [ReportListed(key, report_year(year, settings), published_on) for key, year, published_on in rows]
    waiting = year_to_report(by.today, settings)
    note_reading(by, "yearly_reports")
    return ReportsListed(listed, None if any(one.about.year == waiting.year for one in listed) else waiting)


def yearly_report(*, by: Acting, year: int) -> OneReport:
    """The report on a year: as it was told if it is published, and else as it would be told today; NoSuchEntry if there is none."""
    check_user_can("see_board", BOARD, by=by, child=None)
    row = entries("yearly_report").filter(year=year).first()
    if row is None:
        raise NoSuchEntry(NOT_HERE)
    note_reading(by, "yearly_report", year=year)
    about = report_year(year, settings_now())
    told = from_json(row.told) if row.told else document_of(row.pk, year, published_on=None, today=by.today)
    return OneReport(ReportListed(row.pk, about, row.published_on), told, written_for(row.pk))


READ_HERE = {yearly_reports: BOARD, yearly_report: BOARD}

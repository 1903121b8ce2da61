"""What people write in a yearly report: each part, how it stands, and what this reader can do about it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from lapwing.board.reading.yearly_reports import OneReport
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import OFFICERS, SCRUTINY
from lapwing.vocabulary.board.reports import ReportPart
from lapwing.web.templating import address, in_words


@dataclass(frozen=True)
class PartToWrite:
    """A part of the report: its title, how it stands in words, and where it is written, if this reader may."""

    title: str
    stands: str
    href: str
    does: str


def parts_to_write(report: OneReport, by: Acting) -> list[PartToWrite]:
    """Every part that people write; none once the report is published."""
    if report.listed.published_on is not None or by.account.role not in SCRUTINY:
        return []
    return [_part(report, part, by) for part in ReportPart]


def _part(report: OneReport, part: ReportPart, by: Acting) -> PartToWrite:
    standing = report.written.get(part)
    stands = f"{standing.author}, {in_words(standing.on)}" if standing else "Nothing is written yet."
    if _is_for(part, by):
        verb = "revise_report_part" if standing else "write_report_part"
        fixed = {"report_part": standing.key} if standing else {"yearly_report": report.listed.key, "part": str(part)}
        return PartToWrite(part.label, stands, form(verb, report, **fixed), "Change" if standing else "Write")
    return PartToWrite(part.label, stands, "", "")


def _is_for(part: ReportPart, by: Acting) -> bool:
    """Scrutiny writes its own part; whoever runs the business of the Board writes the others."""
    return (by.account.role in OFFICERS) == (part is not ReportPart.SCRUTINY)


def publishing(report: OneReport, by: Acting) -> str:
    """Where this reader publishes the report; empty where they cannot."""
    is_ready = report.listed.published_on is None and ReportPart.FOREWORD in report.written
    if not is_ready or by.account.role not in OFFICERS:
        return ""
    return form("publish_report", report, yearly_report=report.listed.key)


def form(verb: str, report: OneReport, **fixed: str) -> str:
    """The form of a verb about a report, which leads back to it."""
    back = address("board_report", report.listed.about.year)
    return f"{address('do_anywhere', verb)}?{urlencode({**fixed, 'next': back})}"

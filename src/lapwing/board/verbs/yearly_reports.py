"""Verbs: the yearly report, from its first words to its publication."""

from __future__ import annotations

from datetime import date

from lapwing.board.wording import check_written
from lapwing.board.yearly.building import document_of
from lapwing.board.yearly.document import as_json
from lapwing.board.yearly.year import report_year, year_to_report
from lapwing.conduct.acting import Acting
from lapwing.conduct.findings import settings_now
from lapwing.conduct.may import OFFICERS, SCRUTINY
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.verb import verb
from lapwing.records.entries import entries
from lapwing.records.models import Role
from lapwing.records.store import CannotEnter, current
from lapwing.vocabulary.board.reports import ReportPart

WORDS = "what this part is to say"
PUBLISHED = "This report was published on {day:%-d %B %Y} and stands as it was told then. Write it in the next one."


@verb(may=OFFICERS)
def begin_yearly_report(*, by: Acting, on: date, year: int | None = None) -> str:
    """Begins the report on the twelve months that begin in a year, or on the last that are over; the key of the report."""
    if year is None:
        year = year_to_report(by.today, settings_now()).year
    if not 2000 <= year <= by.today.year:
        raise CannotEnter(
            f"year: has {year}, needs the year in which the twelve months began, such as {by.today.year - 1}."
        )
    about = report_year(year, settings_now())
    if about.until > by.today:
        raise NotPossible(f"That year is over on {about.until:%-d %B %Y}; begin its report then.")
    if entries("yearly_report").filter(year=year).exists():
        raise NotPossible("There is a report on that year already; go on with that one.")
    return by.enter("yearly_report", year=year, begun_on=on)


@verb(may=SCRUTINY)
def write_report_part(*, by: Acting, on: date, yearly_report: str, part: ReportPart, says: str) -> str:
    """Writes what people say in one part of a yearly report; the independent scrutineer writes the part of scrutiny."""
    check_written("says", says, WORDS)
    _check_open(yearly_report)
    _check_author(by, part)
    if entries("report_part").filter(yearly_report=yearly_report, part=part).exists():
        raise NotPossible("Somebody wrote that part already; change what stands there.")
    return by.enter(
        "report_part",
        yearly_report_id=yearly_report,
        part=part,
        says=says,
        author_account_id=by.account.pk,
        written_on=on,
    )


@verb(may=SCRUTINY)
def revise_report_part(*, by: Acting, on: date, report_part: str, says: str, seen: int | None = None) -> None:
    """Changes what people say in one part of a yearly report; what it said before is kept."""
    check_written("says", says, WORDS)
    standing = current("report_part", report_part)
    _check_open(standing["yearly_report_id"])
    _check_author(by, ReportPart(standing["part"]))  # type: ignore[call-arg]  # by its code
    by.amend("report_part", report_part, seen=seen, says=says, written_on=on)


@verb(may=OFFICERS)
def publish_report(*, by: Acting, on: date, yearly_report: str) -> None:
    """Publishes a yearly report: it stands from then on as it was told, whatever is counted or written later."""
    _check_open(yearly_report)
    if not entries("report_part").filter(yearly_report=yearly_report, part=ReportPart.FOREWORD).exists():
        raise NotPossible("Nobody has written a foreword; a report needs a word from those whose report it is.")
    year = current("yearly_report", yearly_report)["year"]
    told = document_of(yearly_report, year, published_on=on, today=by.today)
    by.amend("yearly_report", yearly_report, published_on=on, told=as_json(told))


def _check_open(yearly_report: str) -> None:
    published_on = current("yearly_report", yearly_report)["published_on"]
    if published_on is not None:
        raise NotPossible(PUBLISHED.format(day=published_on))


def _check_author(by: Acting, part: ReportPart) -> None:
    """Independent scrutiny writes its own part, and no other."""
    is_scrutineer = by.account.role == Role.SCRUTINEER
    if part is ReportPart.SCRUTINY and not is_scrutineer:
        raise Refused("What independent scrutiny says, an independent scrutineer writes.")
    if part is not ReportPart.SCRUTINY and is_scrutineer:
        raise Refused("This part is for a partnership officer to write; write the part of independent scrutiny.")

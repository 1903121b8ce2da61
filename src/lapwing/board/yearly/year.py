"""The twelve months that a yearly report is about, and by when it is published, as the area's settings have it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from lapwing.lessons.settings import Settings

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class ReportYear:
    """Twelve months by the year in which they begin: their first and last day, and the last day for publication."""

    year: int
    since: date
    until: date
    due_on: date

    @property
    def called(self) -> str:
        """The year as people call it: 2025, or 2025 to 2026."""
        return str(self.year) if self.since.month == 1 else f"{self.year} to {self.until.year}"

    def has(self, day: date | None) -> bool:
        """Whether a day falls within it."""
        return day is not None and self.since <= day <= self.until


def report_year(year: int, settings: Settings) -> ReportYear:
    """The twelve months that begin in a year."""
    month = settings.number("report.first_month")
    after = _first_of(year, month + 12)
    due_on = _first_of(year, month + 12 + settings.number("report.publish_months")) - ONE_DAY
    return ReportYear(year, _first_of(year, month), after - ONE_DAY, due_on)


def year_to_report(today: date, settings: Settings) -> ReportYear:
    """The last twelve months that are over."""
    year = today.year
    while report_year(year, settings).until >= today:
        year -= 1
    return report_year(year, settings)


def _first_of(year: int, month: int) -> date:
    """The first day of a month, counted from January of a year; beyond December in a later year."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)

from __future__ import annotations

from datetime import date

import pytest

from lapwing.board.yearly.document import Chapter, Document, Paragraph, Points, Sheet, as_json, from_json
from lapwing.board.yearly.year import report_year, year_to_report
from lapwing.lessons.settings import shipped_settings

REPORT = Document(
    "Yearly report",
    ("About a year",),
    (
        Chapter(
            "What we did",
            (Paragraph("Much.", "Bea Board, 1 June 2026"), Points("And:", ("one", "two"))),
            (Chapter("Audits", (Sheet("Audits", ("Audit", "Cases"), (("First", "6"), ("Second", "7"))),)),),
        ),
    ),
)


def test_what_is_kept_of_a_report_is_the_report() -> None:
    assert from_json(as_json(REPORT)) == REPORT


def test_the_year_of_a_report_begins_in_april_and_is_due_by_the_end_of_september() -> None:
    year = report_year(2025, shipped_settings())
    assert (year.since, year.until, year.due_on) == (date(2025, 4, 1), date(2026, 3, 31), date(2026, 9, 30))
    assert year.called == "2025 to 2026"
    assert year.has(date(2026, 3, 31))
    assert not year.has(date(2026, 4, 1))
    assert not year.has(None)


@pytest.mark.parametrize(
    ("today", "year"),
    [(date(2026, 3, 31), 2024), (date(2026, 4, 1), 2025), (date(2026, 12, 31), 2025), (date(2027, 1, 1), 2025)],
)
def test_the_year_to_report_on_is_the_last_that_is_over(today: date, year: int) -> None:
    assert year_to_report(today, shipped_settings()).year == year

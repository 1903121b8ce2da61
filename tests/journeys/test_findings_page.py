"""The page of findings in a real browser: wide and narrow, by keyboard, in print, and read by axe."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from journey import NARROW, axe

from lapwing.checks import CHECKS
from lapwing.engine.run import Question
from lapwing.exchange.reading import Notice, Reading
from lapwing.lessons.settings import shipped_settings
from lapwing.report import check
from lapwing.report.page import findings_page
from lapwing.simulate import simulate
from lapwing.vocabulary.record_set import RecordSet

pytestmark = pytest.mark.browser
DAY = date(2026, 6, 1)


def _written(folder: Path, records: RecordSet) -> str:
    doubted = [Notice("child.csv, row 4", "pregnancy_id", "“p9”, which is not in pregnancy.csv", "needs one that is")]
    reading = Reading(
        folder, "record tables", records, doubted=doubted, notes=["A note on what the source cannot hold."]
    )
    checked = check(reading, Question(list(CHECKS.values()), DAY, shipped_settings()))
    page = folder / "findings.html"
    page.write_text("".join(findings_page(checked)), encoding="utf-8")
    return page.as_uri()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    return _written(tmp_path_factory.mktemp("page"), simulate(200, 1, today=DAY))


def test_axe_finds_nothing(page: Any) -> None:
    assert axe(page) == []


def test_axe_finds_nothing_with_everything_open(page: Any) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert axe(page) == []


def test_nothing_runs_off_the_side(page: Any) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_from_what_is_due_to_the_facts_by_keyboard_alone(page: Any) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to what is due"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    asked = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    finding = page.locator(":target")
    assert finding.text_content() == asked
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert finding.locator("xpath=following-sibling::details[1]//table").is_visible()


def test_print_has_no_navigation_and_shows_every_fact(page: Any) -> None:
    page.emulate_media(media="print")
    assert not page.locator("header nav").is_visible()
    assert page.locator("table.facts").first.is_visible()


def test_it_reads_well_where_no_check_could_run(browser: Any, tmp_path: Path) -> None:
    page = browser.new_page(viewport=NARROW)
    page.goto(_written(tmp_path, RecordSet.of_rows({"agency": [{"agency_id": "a"}]})))
    assert page.locator(".loud").is_visible()
    assert axe(page) == []
    page.close()

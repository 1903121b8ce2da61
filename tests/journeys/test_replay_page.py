"""The page of a replay in a real browser: the picture beside its table, wide and narrow, read by axe."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from journey import axe

from lapwing.checks import CHECKS
from lapwing.engine.replay import Every, days_between, replay
from lapwing.engine.run import Question
from lapwing.exchange.reading import Reading
from lapwing.lessons.settings import shipped_settings
from lapwing.report.replayed import Replayed, as_page
from lapwing.simulate import simulate

pytestmark = pytest.mark.browser
DAY = date(2026, 6, 1)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("replay")
    records = simulate(200, 1, today=DAY)
    asked = Question(list(CHECKS.values()), DAY, shipped_settings())
    said = replay(asked, records, days_between(date(2026, 3, 2), DAY, Every.MONTH))
    page = folder / "replay.html"
    page.write_text(
        "".join(as_page(Replayed(Reading(folder, "record tables", records), asked, Every.MONTH, said))), "utf-8"
    )
    return page.as_uri()


def test_axe_finds_nothing(page: Any) -> None:
    assert axe(page) == []


def test_nothing_runs_off_the_side(page: Any) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_picture_has_a_row_for_each_lesson_of_the_table(page: Any) -> None:
    drawn = page.locator("figure svg text").all_text_contents()
    for row in page.locator("#lessons ~ .scroll tbody th").all_text_contents():
        assert [text for text in drawn if text.startswith(row.split()[0])]

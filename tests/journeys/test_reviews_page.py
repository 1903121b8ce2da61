"""The page of an analysis of case reviews in a real browser: wide and narrow, read by axe, everything opened."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from journey import axe

from command_line import into_a_pipe
from lapwing.report.reviewed import analysed, reviews_page
from lapwing.reviews.messages.implications import keep_implication
from lapwing.reviews.messages.kept import Bearing, keep_message, name_review
from lapwing.reviews.prevalence import Asked, Of
from lapwing.reviews.project import open_project

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The team's page of an invented analysis, with every list open."""
    folder = tmp_path_factory.mktemp("reviews")
    assert into_a_pipe("reviews", "invent", folder, "--reviews", "12", "--coded").exit == 0
    with open_project(folder / "reviews.lapwing") as project:
        said: dict[str, Any] = {"coder_id": 1, "at": datetime(2026, 3, 2, tzinfo=UTC)}
        message = keep_message(project, "In most cases fathers were left at the edge.", ["fathers"], **said)
        review = project.rows("SELECT reference FROM review")[0]["reference"]
        name_review(project, message, review, bearing=Bearing.COUNTER_EXAMPLE, why="He was met at home.", **said)
        keep_implication(
            project, audience="the Board", action="Ask about fathers.", passages=[1], theme="fathers", **said
        )
        told = "".join(reviews_page(analysed(project, Asked(of=Of.CHILDREN), show_small=True), date(2026, 3, 2)))
    page = folder / "reviews.html"
    page.write_text(told.replace("<details", "<details open"), "utf-8")
    return page.as_uri()


def test_axe_finds_nothing(page: Any) -> None:
    assert axe(page) == []


def test_nothing_runs_off_the_side(page: Any) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_every_number_that_is_a_link_leads_to_its_passages(page: Any) -> None:
    links = page.locator("#prevalence ~ .scroll td a").all()
    assert links
    for link in links:
        behind = page.locator(f'[id="{link.get_attribute("href")[1:]}"]')
        assert behind.locator("figure").count() >= int(link.inner_text().split()[0])

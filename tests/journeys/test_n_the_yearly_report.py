"""(n) The yearly report: put together, written on, published, read on the screen and opened in Word."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document
from walking import Walker

from lapwing.demonstration.cast import Who

pytestmark = pytest.mark.browser
FOREWORD = "We looked at what we know, and at what we do not know."
AHEAD = "We ask fathers what they need."


def test_a_report_is_written_published_and_opened_in_word(of_board: Callable[[Who], Walker]) -> None:
    officer = of_board(Who.PARTNERSHIP_OFFICER)
    officer.open("/board/")
    officer.follow("Yearly report")
    officer.follow("Begin a report on another year")
    officer.fill_in({"In which year did its twelve months begin? (optional)": "2023"})
    officer.press("Begin")
    officer.follow("Report on 2023 to 2024")
    _write(officer, "Foreword", FOREWORD)
    _write(officer, "What we mean to do next", AHEAD)
    officer.follow("Publish")
    officer.press("Publish")
    officer.reads("Check before you go on")
    officer.press("Publish")
    officer.reads("Published on 5 October 2026", FOREWORD, AHEAD)
    assert not officer.page.get_by_role("link", name="Write").count()

    chapters = [
        one.inner_text() for one in officer.page.get_by_role("navigation", name="Contents").get_by_role("link").all()
    ]
    rows = officer.page.get_by_role("row").count()
    link = officer.page.get_by_role("link", name="As a Word document").get_attribute("href")
    word = Document(BytesIO(officer.context.request.get(link).body()))
    said = {one.text: one.style.name for one in word.paragraphs if one.style is not None}
    assert {FOREWORD, AHEAD} <= said.keys()
    assert [said[one] for one in chapters] == ["Heading 1"] * len(chapters)
    assert sum(len(one.rows) for one in word.tables) == rows


def _write(officer: Walker, part: str, says: str) -> None:
    officer.follow(re.compile(rf"^Write\s*: {part}"))
    officer.fill_in({"What does it say?": says})
    officer.press("Save")

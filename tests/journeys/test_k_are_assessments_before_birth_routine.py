"""(k) Are assessments before birth routine here? An officer asks the Board; a manager sees whose record it is about."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from walking import Walker

from lapwing.demonstration.cast import Who

pytestmark = pytest.mark.browser
BEFORE_BIRTH, BEHIND = "Before birth", "Who stands behind it"
SHARE = re.compile(r"\d+ of \d+ \(\d+%\)")


def test_an_officer_has_the_answer_and_the_list_in_three_clicks(of_board: Callable[[Who], Walker]) -> None:
    officer = of_board(Who.PARTNERSHIP_OFFICER)
    officer.open("/")
    officer.follow("Board")
    officer.follow(BEFORE_BIRTH)
    officer.reads("Are pre-birth assessments routine here?")
    assert SHARE.search(officer.text())
    officer.follow(BEHIND)
    officer.reads("Nobody is named.")
    assert officer.page.get_by_role("row").count() > 5
    assert not officer.page.get_by_role("table").get_by_role("link").count()


def test_a_manager_reaches_children_by_name_from_the_same_figure(of_board: Callable[[Who], Walker]) -> None:
    manager = of_board(Who.MIDWIFERY_MANAGER)
    manager.open("/board/")
    manager.follow(BEFORE_BIRTH)
    manager.follow(BEHIND)
    manager.reads("These are the children of the figure whose records you may open.")
    first = manager.page.get_by_role("rowheader").get_by_role("link").first
    called = first.inner_text()
    manager.follow(called)
    assert called in manager.page.get_by_role("heading", level=1).inner_text()

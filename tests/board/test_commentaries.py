"""What people say of figures and findings: dated, with a name, and taken back by whoever said it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from cast import MONDAY, Partnership

from lapwing.board.reading.figures import Comment, figure_of, figures_here
from lapwing.board.verbs.commentaries import comment, record_board_review, withdraw_comment
from lapwing.conduct.permissions import Refused
from lapwing.records.store import CannotEnter, NoSuchEntry

pytestmark = pytest.mark.django_db
SAYS = "The new form asks for the decision; before, nobody did."
REFERRED = "before_birth.referred"


def comments(area: Partnership, name: str) -> list[tuple[str, str, bool]]:
    seen: tuple[Comment, ...] = figure_of(by=area.as_(name), measure=REFERRED).comments
    return [(one.says, one.said_by, one.is_own) for one in seen]


def test_a_comment_stands_beside_its_figure_with_name_and_day(area: Partnership) -> None:
    comment(by=area.as_("Sol Quill"), about=REFERRED, says=SAYS, on=MONDAY)
    comment(by=area.as_("Mona Reed"), about="K1", says="We asked maternity.", on=MONDAY)
    assert comments(area, "Bea Board") == [(SAYS, "Sol Quill", False)]
    assert comments(area, "Sol Quill") == [(SAYS, "Sol Quill", True)]
    assert {one.about for one in figures_here(by=area.as_("Audra Page")).comments} == {REFERRED, "K1"}


def test_only_whoever_wrote_a_comment_withdraws_it(area: Partnership) -> None:
    key = comment(by=area.as_("Sol Quill"), about=REFERRED, says=SAYS, on=MONDAY)
    with pytest.raises(Refused, match="written by somebody else"):
        withdraw_comment(by=area.as_("Bea Board"), commentary=key, why="I disagree.", on=MONDAY)
    withdraw_comment(by=area.as_("Sol Quill"), commentary=key, why="It was about another figure.", on=MONDAY)
    assert comments(area, "Bea Board") == []


def test_a_comment_that_is_not_there_cannot_be_withdrawn(area: Partnership) -> None:
    with pytest.raises(NoSuchEntry):
        withdraw_comment(by=area.as_("Sol Quill"), commentary="not-there", why="It was wrong.", on=MONDAY)


@pytest.mark.parametrize("name", ["Audra Page", "Mira Wells", "Ada Keys"])
def test_others_do_not_comment(area: Partnership, name: str) -> None:
    with pytest.raises(Refused):
        comment(by=area.as_(name), about="K1", says=SAYS, on=MONDAY)


@pytest.mark.parametrize(
    ("about", "says"), [("K99", SAYS), ("K1", "  "), ("K1", "The child with 999 000 0018 was missed.")]
)
def test_a_comment_is_on_something_that_there_is_and_names_nobody(area: Partnership, about: str, says: str) -> None:
    with pytest.raises(CannotEnter):
        comment(by=area.as_("Bea Board"), about=about, says=says, on=MONDAY)


def test_that_the_board_looked_at_a_finding_stands_beside_it(area: Partnership) -> None:
    again = MONDAY + timedelta(days=180)
    record_board_review(
        by=area.as_("Bea Board"), about="K1", on=MONDAY, decided="Ask each agency.", minute="June, 4", next_on=again
    )
    (look,) = figures_here(by=area.as_("Nell Frost")).looks
    assert (look.about, look.reviewed_on, look.decision, look.minute, look.next_on) == (
        "K1", MONDAY, "Ask each agency.", "June, 4", again,
    )  # fmt: skip
    with pytest.raises(Refused):
        record_board_review(by=area.as_("Mona Reed"), about="K1", on=MONDAY, decided="Nothing.")


def test_there_is_no_figure_of_what_is_no_measure(area: Partnership) -> None:
    with pytest.raises(NoSuchEntry):
        figure_of(by=area.as_("Bea Board"), measure="before_birth.nothing")

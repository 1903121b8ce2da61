"""Up to what age agencies say that they go, who has not said, and who is asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from cast import MONDAY, Partnership
from django.test import Client

from lapwing.board.owning import ANOTHERS
from lapwing.board.reading.agency_tools import Return, ToolStands, ages_served
from lapwing.board.verbs.agency_tools import ask_for_return, list_tool, make_return, plan_for_tool_gap, withdraw_tool
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.records.models import Notification
from lapwing.records.store import CannotEnter
from lapwing.vocabulary.board.register_codes import ToolKind

SignedIn = Callable[[str], Client]


def tool(area: Partnership, from_age: int = 0, to_age: int = 17, *, name: str = "Mona Reed") -> str:
    return list_tool(
        by=area.as_(name), owner_agency=area.agencies["Maternity"], kind=ToolKind.ASSESSMENT, name="First assessment",
        from_age=from_age, to_age=to_age,
    )  # fmt: skip


def stands(area: Partnership) -> ToolStands:
    (one,) = ages_served(by=area.as_("Sol Quill")).tools
    return one.stands


def word_of(area: Partnership, agency: str) -> Return:
    return next(one for one in ages_served(by=area.as_("Sol Quill")).returns if one.agency_name == agency)


@pytest.mark.parametrize(
    ("from_age", "to_age", "expected"),
    [
        (0, 17, ToolStands.COVERS),
        (16, 25, ToolStands.COVERS),
        (0, 16, ToolStands.GAP),
        (0, 15, ToolStands.GAP),
        (17, 25, ToolStands.GAP),
        (18, 25, ToolStands.GAP),
    ],
)
def test_what_does_not_go_through_16_and_17_leaves_somebody_out(
    area: Partnership, from_age: int, to_age: int, expected: ToolStands
) -> None:
    tool(area, from_age, to_age)
    assert stands(area) is expected


def test_a_gap_with_an_action_is_planned(area: Partnership) -> None:
    key = tool(area, 0, 15)
    plan_for_tool_gap(
        by=area.as_("Mona Reed"), agency_tool=key, says="Extend it to 18.", account=area.accounts["Nell Frost"].pk,
        due_on=MONDAY + timedelta(days=90),
    )  # fmt: skip
    assert stands(area) is ToolStands.PLANNED


def test_ages_stand_in_order(area: Partnership) -> None:
    with pytest.raises(CannotEnter, match="to_age: has 12 to 5, needs years from 0 to 25"):
        tool(area, 12, 5)


def test_an_agency_speaks_for_itself_alone(area: Partnership) -> None:
    key = tool(area)
    with pytest.raises(Refused, match=ANOTHERS):
        tool(area, name="Heath Lane")
    with pytest.raises(Refused, match=ANOTHERS):
        withdraw_tool(by=area.as_("Heath Lane"), on=MONDAY, agency_tool=key, why="Not used.")
    with pytest.raises(Refused, match=ANOTHERS):
        make_return(by=area.as_("Heath Lane"), on=MONDAY, owner_agency=area.agencies["Maternity"], says="All to 18.")


def test_every_agency_that_answers_for_itself_is_due_until_it_has_given_its_word(area: Partnership) -> None:
    assert word_of(area, "Maternity").is_due
    make_return(by=area.as_("Mona Reed"), on=MONDAY, owner_agency=area.agencies["Maternity"], says="All to 18.")
    given = word_of(area, "Maternity")
    assert (given.is_due, given.due_on, given.says) == (False, date(2027, 6, 1), "All to 18.")
    area.day = date(2027, 6, 2)
    assert word_of(area, "Maternity").is_due


def test_who_answers_for_an_agency_is_told_that_it_is_asked(area: Partnership) -> None:
    first = ask_for_return(by=area.as_("Bea Board"), on=MONDAY, owner_agency=area.agencies["Maternity"])
    again = ask_for_return(by=area.as_("Bea Board"), on=MONDAY, owner_agency=area.agencies["Maternity"])
    assert first == again
    assert word_of(area, "Maternity").asked_on == MONDAY
    given = make_return(by=area.as_("Nell Frost"), on=MONDAY, owner_agency=area.agencies["Maternity"], says="To 18.")
    assert given == first
    assert word_of(area, "Maternity").asked_on is None


def test_the_notice_reaches_managers_and_named_professionals(
    area: Partnership, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        ask_for_return(by=area.as_("Bea Board"), on=MONDAY, owner_agency=area.agencies["Maternity"])
    told = set(Notification.objects.values_list("account__name", flat=True))
    assert told == {"Mona Reed", "Nell Frost"}


def test_an_agency_where_nobody_answers_cannot_be_asked(area: Partnership) -> None:
    nobody = area.agency("Probation", "probation")
    with pytest.raises(NotPossible, match="Nobody who answers for that agency"):
        ask_for_return(by=area.as_("Bea Board"), on=MONDAY, owner_agency=nobody)


def test_the_page_asks_about_gaps_and_names_who_has_not_said(area: Partnership, signed_in: SignedIn) -> None:
    tool(area, 0, 15)
    page = signed_in("Bea Board").get("/board/registers/ages").content.decode()
    assert "1 of 1 leave out young people of 16 or 17, with no plan." in page
    assert "No word this year from: " in page
    assert f"/do/ask_for_return?owner_agency={area.agencies['Maternity']}" in page
    assert "First assessment" in signed_in("Audra Page").get("/board/registers/ages.csv").content.decode()


def test_a_manager_gives_their_own_agencys_word_by_the_form(area: Partnership, signed_in: SignedIn) -> None:
    browser = signed_in("Mona Reed")
    address = f"/do/make_return?owner_agency={area.agencies['Maternity']}&next=/board/registers/ages"
    assert address.replace("&", "&amp;").split("next")[0] in browser.get("/board/registers/ages").content.decode()
    sent = {
        "says": "All to 18.",
        "owner_agency": area.agencies["Maternity"],
        "on-day": "1",
        "on-month": "6",
        "on-year": "2026",
    }
    assert browser.post(address, sent).status_code == 302
    assert not word_of(area, "Maternity").is_due

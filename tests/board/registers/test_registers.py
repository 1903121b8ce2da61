"""All registers together: what is overdue, and pages that everybody of the Board may open and nobody else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from cast import MONDAY, Partnership
from django.test import Client

from lapwing.board.reading.overdue_in_registers import Overdue, overdue_in_registers
from lapwing.board.verbs.advice_catalogue import compare_advice, list_advice
from lapwing.board.verbs.agency_tools import make_return
from lapwing.board.verbs.materials import check_material, list_material, plan_for_skill_gap
from lapwing.board.verbs.policies_in_force import enter_policy, sign_off_policy
from lapwing.board.verbs.prebirth_quality import review_prebirth_system
from lapwing.records.store import add
from lapwing.vocabulary.board.lists import in_words, joined, parted
from lapwing.vocabulary.board.register_codes import (
    MaterialFormat,
    ParentGroup,
    PolicyKind,
    Quality,
    SameMessage,
    SkillTopic,
)
from lapwing.vocabulary.care_codes import AdviceTopic

SignedIn = Callable[[str], Client]
PAGES = (
    "registers",
    "registers/overdue",
    "registers/overdue.csv",
    "registers/policies",
    "registers/materials",
    "registers/materials/gaps",
    "registers/advice",
    "registers/housing",
    "registers/ages",
    "registers/pre-birth-assessments",
)
BOARD = ("Mona Reed", "Nell Frost", "Bea Board", "Audra Page", "Sol Quill")


def overdue(area: Partnership) -> list[Overdue]:
    return overdue_in_registers(by=area.as_("Bea Board"))


def all_in_order(area: Partnership) -> None:
    """One entry of every register, in order for a year less a day."""
    by, until = area.as_("Bea Board"), MONDAY + timedelta(days=364)
    policy = enter_policy(by=by, kind=PolicyKind.HOUSING, name="Protocol", in_force_on=MONDAY, review_on=until)
    sign_off_policy(by=by, on=MONDAY, policy=policy, signed_off_by="The executive")
    material = list_material(
        by=by, owner_agency=area.agencies["Maternity"], name="Group", made_for=[ParentGroup.YOUNG],
        covers=[SkillTopic.FEEDING], comes_as=MaterialFormat.GROUP,
    )  # fmt: skip
    check_material(
        by=by,
        on=MONDAY,
        material=material,
        still_offered=True,
        criteria="Its aim",
        quality=Quality.MEETS,
        found="Fine.",
    )
    for name in ("Maternity", "Police"):
        list_advice(
            by=by, owner_agency=area.agencies[name], name=name, topics=[AdviceTopic.OVERLAY],
            made_for=[ParentGroup.ANY], review_on=until,
        )  # fmt: skip
    compare_advice(by=area.as_("Sol Quill"), on=MONDAY, topic=AdviceTopic.OVERLAY, result=SameMessage.SAME)
    for agency in area.agencies.values():
        make_return(by=area.as_("Bea Board"), on=MONDAY, owner_agency=agency, says="All to 18.")
    review_prebirth_system(by=area.as_("Bea Board"), on=MONDAY, says="Goes on.", evidence="Minute 7")
    plan_for_skill_gap(
        by=area.as_("Bea Board"), group=ParentGroup.YOUNG, skill=SkillTopic.CRYING, says="Start one.",
        account=area.accounts["Mona Reed"].pk, due_on=until,
    )  # fmt: skip


def test_nothing_is_overdue_where_all_is_in_order(area: Partnership) -> None:
    all_in_order(area)
    area.day = MONDAY + timedelta(days=364)
    assert overdue(area) == []


def test_all_of_it_is_overdue_a_year_and_a_day_later(area: Partnership) -> None:
    all_in_order(area)
    area.day = date(2027, 6, 2)
    found = {(one.register, one.due) for one in overdue(area)}
    assert found == {
        ("policies", "Review"),
        ("materials", "Check"),
        ("advice", "Review"),
        ("tools", "Yearly word on ages"),
        ("prebirth", "Review of the system"),
        ("actions", "Action"),
    }


def test_what_was_never_done_is_overdue_at_once_and_stands_first(area: Partnership) -> None:
    policy = enter_policy(
        by=area.as_("Bea Board"), kind=PolicyKind.HOUSING, name="Protocol", in_force_on=MONDAY, review_on=MONDAY
    )
    sign_off_policy(by=area.as_("Bea Board"), on=MONDAY, policy=policy, signed_off_by="The executive")
    area.day = MONDAY + timedelta(days=1)
    found = overdue(area)
    assert [one.since for one in found] == [*[None] * (len(found) - 1), MONDAY]
    assert {one.what for one in found if one.register == "tools"} == set(area.agencies)


def test_items_that_nobody_has_compared_are_to_be_compared(area: Partnership) -> None:
    for name in ("Maternity", "Police"):
        list_advice(
            by=area.as_("Bea Board"), owner_agency=area.agencies[name], name=name, topics=[AdviceTopic.OVERLAY],
            made_for=[ParentGroup.ANY], review_on=MONDAY,
        )  # fmt: skip
    assert [one.key for one in overdue(area) if one.register == "comparison"] == ["overlay"]


def test_an_action_that_is_done_is_not_overdue(area: Partnership) -> None:
    by = area.as_("Bea Board")
    values = {"says": "Start one.", "arises_from": "register", "due_on": MONDAY}
    add("board_action", values, by.stamp())
    add("board_action", {**values, "done_on": MONDAY}, by.stamp())
    area.day = MONDAY + timedelta(days=1)
    assert len([one for one in overdue(area) if one.register == "actions"]) == 1


@pytest.mark.parametrize("page", PAGES)
def test_the_board_may_open_each_page_and_nobody_else(area: Partnership, signed_in: SignedIn, page: str) -> None:
    all_in_order(area)
    for name in BOARD:
        assert signed_in(name).get(f"/board/{page}").status_code == 200, name
    if page != "registers":
        for name in ("Mira Wells", "Ada Keys"):
            assert signed_in(name).get(f"/board/{page}").status_code == 403, name


def test_the_first_page_of_the_board_leads_to_every_register(area: Partnership, signed_in: SignedIn) -> None:
    home = signed_in("Bea Board").get("/board/").content.decode()
    for page in PAGES:
        if not page.endswith((".csv", "gaps")):
            assert f'href="/board/{page}"' in home


def test_every_offer_of_a_page_opens(area: Partnership, signed_in: SignedIn) -> None:
    all_in_order(area)
    browser = signed_in("Bea Board")
    pages = [browser.get(f"/board/{page}").content.decode() for page in PAGES]
    links = {part.partition('"')[0] for page in pages for part in page.split('href="')[1:]}
    within = sorted(one.replace("&amp;", "&") for one in links if one.startswith(("/do/", "/board/")))
    assert len(within) > 50
    assert [one for one in within if browser.get(one).status_code != 200] == []


def test_several_codes_stand_in_the_order_of_their_list_and_each_once() -> None:
    held = joined([ParentGroup.FATHERS, ParentGroup.YOUNG, ParentGroup.FATHERS])
    assert held == "young, fathers"
    assert parted(held, ParentGroup) == (ParentGroup.YOUNG, ParentGroup.FATHERS)
    assert in_words(held, ParentGroup) == "Teenage and young parents; Fathers and partners"
    assert parted(None, ParentGroup) == ()

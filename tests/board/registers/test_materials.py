"""Materials and programmes for parents: who may check them, for whom there is nothing, and which numbers are kept back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from cast import MONDAY, Partnership
from django.test import Client

from lapwing.board.owning import ANOTHERS
from lapwing.board.reading.materials import (
    KEPT_BACK,
    GapCell,
    MaterialStands,
    material_in_full,
    materials,
    skill_gaps,
    told_in_turn,
)
from lapwing.board.verbs.materials import (
    check_material,
    list_material,
    plan_for_skill_gap,
    record_parents_view,
    record_uptake,
    revise_material,
    void_uptake,
    withdraw_material,
)
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.records.store import CannotEnter, NoSuchEntry
from lapwing.vocabulary.board.register_codes import MaterialFormat, ParentGroup, Quality, SkillTopic

SignedIn = Callable[[str], Client]
YOUNG_FEEDING = (ParentGroup.YOUNG, SkillTopic.FEEDING)


def group(area: Partnership, *, district: str | None = None, wait_weeks: int | None = None) -> str:
    """A group of Maternity's for young parents, on feeding and on caring for a newborn."""
    return list_material(
        by=area.as_("Mona Reed"),
        owner_agency=area.agencies["Maternity"],
        name="Young parents' group",
        made_for=[ParentGroup.YOUNG, ParentGroup.FATHERS],
        covers=[SkillTopic.NEWBORN_CARE, SkillTopic.FEEDING],
        comes_as=MaterialFormat.GROUP,
        district=district,
        wait_weeks=wait_weeks,
    )


def checked(area: Partnership, key: str, *, offered: bool = True, quality: Quality = Quality.MEETS) -> None:
    check_material(
        by=area.as_("Heath Lane"), on=area.day, material=key, still_offered=offered, criteria="Is it for their age?",
        quality=quality, found="I rang and they have places.",
    )  # fmt: skip


def stands(area: Partnership) -> MaterialStands:
    (one,) = materials(by=area.as_("Bea Board"))
    return one.stands


def cell(area: Partnership, *, district: str = "") -> GapCell:
    return skill_gaps(by=area.as_("Bea Board"), district=district).cells[YOUNG_FEEDING]


# Checks


def test_what_is_listed_is_not_available_until_somebody_else_has_looked(area: Partnership) -> None:
    key = group(area)
    assert (stands(area), cell(area)) == (MaterialStands.NEVER, GapCell.LISTED)
    checked(area, key)
    assert (stands(area), cell(area)) == (MaterialStands.AVAILABLE, GapCell.AVAILABLE)


def test_a_check_holds_twelve_months_and_its_last_day(area: Partnership) -> None:
    checked(area, group(area))
    area.day = date(2027, 6, 1)
    assert stands(area) is MaterialStands.AVAILABLE
    area.day += timedelta(days=1)
    assert (stands(area), cell(area)) == (MaterialStands.OVERDUE, GapCell.LISTED)


def test_nobody_of_the_agency_that_offers_it_checks_it(area: Partnership) -> None:
    key = group(area)
    for name in ("Mona Reed", "Nell Frost"):
        with pytest.raises(Refused, match="somebody else has to look at it"):
            check_material(
                by=area.as_(name), on=MONDAY, material=key, still_offered=True, criteria="Ours", quality=Quality.MEETS,
                found="Fine.",
            )  # fmt: skip


def test_nor_does_an_officer_who_keeps_the_entry(area: Partnership) -> None:
    key = group(area)
    revise_material(
        by=area.as_("Bea Board"), material=key, name="Young parents' group", made_for=[ParentGroup.YOUNG],
        covers=[SkillTopic.FEEDING], comes_as=MaterialFormat.GROUP, keeper_account=area.accounts["Bea Board"].pk,
    )  # fmt: skip
    with pytest.raises(Refused):
        check_material(
            by=area.as_("Bea Board"), on=MONDAY, material=key, still_offered=True, criteria="Its aim",
            quality=Quality.MEETS, found="Fine.",
        )  # fmt: skip


def test_what_is_no_longer_offered_or_falls_short_fills_no_gap_as_available(area: Partnership) -> None:
    key = group(area)
    checked(area, key, quality=Quality.DOES_NOT)
    assert (stands(area), cell(area)) == (MaterialStands.FALLS_SHORT, GapCell.LISTED)
    checked(area, key, offered=False)
    assert (stands(area), cell(area)) == (MaterialStands.NOT_OFFERED, GapCell.NOTHING)


# The grid


def test_a_district_has_what_is_there_and_what_is_for_the_whole_area(area: Partnership) -> None:
    checked(area, group(area, district="North"))
    assert [cell(area, district=one) for one in ("North", "South")] == [GapCell.AVAILABLE, GapCell.NOTHING]


def test_what_is_for_any_parent_does_not_fill_a_gap_for_young_parents(area: Partnership) -> None:
    list_material(
        by=area.as_("Bea Board"), owner_agency=area.agencies["Police"], name="Feeding for all",
        made_for=[ParentGroup.ANY], covers=[SkillTopic.FEEDING], comes_as=MaterialFormat.PRINTED,
    )  # fmt: skip
    assert cell(area) is GapCell.NOTHING


def test_a_gap_with_an_action_is_planned_and_whoever_is_to_see_to_it_is_told(area: Partnership) -> None:
    owner = area.accounts["Heath Lane"].pk
    plan_for_skill_gap(
        by=area.as_("Bea Board"), group=ParentGroup.YOUNG, skill=SkillTopic.FEEDING, says="Start a group.", account=owner,
        due_on=MONDAY + timedelta(days=30),
    )  # fmt: skip
    assert cell(area) is GapCell.PLANNED


def test_an_action_needs_a_day_ahead(area: Partnership) -> None:
    with pytest.raises(CannotEnter, match="due_on: has 31 May 2026"):
        plan_for_skill_gap(
            by=area.as_("Bea Board"), group=ParentGroup.YOUNG, skill=SkillTopic.FEEDING, says="Start one.",
            account=area.accounts["Heath Lane"].pk, due_on=MONDAY - timedelta(days=1),
        )  # fmt: skip


def test_what_is_withdrawn_is_in_no_list_and_fills_no_gap(area: Partnership) -> None:
    key = group(area)
    withdraw_material(by=area.as_("Mona Reed"), on=MONDAY, material=key, why="The room is gone.")
    assert (materials(by=area.as_("Bea Board")), cell(area)) == ([], GapCell.NOTHING)
    assert material_in_full(by=area.as_("Bea Board"), material=key).material.stands is MaterialStands.WITHDRAWN
    with pytest.raises(NotPossible):
        checked(area, key)


# Whose it is, and what is said of it


def test_an_agency_enters_and_changes_its_own_alone(area: Partnership) -> None:
    key = group(area)
    with pytest.raises(Refused, match=ANOTHERS):
        withdraw_material(by=area.as_("Heath Lane"), on=MONDAY, material=key, why="Not ours.")
    with pytest.raises(Refused, match=ANOTHERS):
        list_material(
            by=area.as_("Mona Reed"), owner_agency=area.agencies["Police"], name="Theirs", made_for=[ParentGroup.ANY],
            covers=[SkillTopic.CRYING], comes_as=MaterialFormat.FILM,
        )  # fmt: skip


def test_what_it_is_for_is_always_said(area: Partnership) -> None:
    with pytest.raises(CannotEnter, match="choose at least one of each"):
        list_material(
            by=area.as_("Bea Board"), owner_agency=area.agencies["Police"], name="Something", made_for=[],
            covers=[SkillTopic.CRYING], comes_as=MaterialFormat.FILM,
        )  # fmt: skip


# Numbers of parents


def test_small_numbers_are_kept_back_and_so_is_what_would_tell_of_a_few() -> None:
    assert told_in_turn([40, 30, 20]) == ["40", "30", "20"]
    assert told_in_turn([40, 38, 30]) == ["40", KEPT_BACK, "30"]
    assert told_in_turn([40, 38, 37]) == ["40", KEPT_BACK, KEPT_BACK]
    assert told_in_turn([4, 4, 4]) == [KEPT_BACK] * 3
    assert told_in_turn([9, 9, 0]) == ["9", "9", "0"]


def test_no_two_told_numbers_differ_by_a_few() -> None:
    for offered in range(16):
        for begun in range(offered + 1):
            for finished in range(begun + 1):
                told = [int(one) for one in told_in_turn([offered, begun, finished]) if one != KEPT_BACK]
                apart = [abs(one - other) for one in told for other in told]
                assert all(some == 0 or some >= 5 for some in (*told, *apart))


def test_uptake_is_counted_once_for_each_time(area: Partnership) -> None:
    key = group(area)
    numbers = {"offered": 20, "begun": 12, "finished": 4}
    first = record_uptake(
        by=area.as_("Mona Reed"), material=key, since_on=date(2026, 1, 1), until_on=date(2026, 3, 31), **numbers
    )
    with pytest.raises(NotPossible, match="figures over part of this time already"):
        record_uptake(
            by=area.as_("Mona Reed"), material=key, since_on=date(2026, 3, 1), until_on=date(2026, 5, 1), **numbers
        )
    (shown,) = material_in_full(by=area.as_("Sol Quill"), material=key).uptake
    assert (shown.offered, shown.begun, shown.finished) == ("20", "12", KEPT_BACK)
    void_uptake(by=area.as_("Nell Frost"), material_uptake=first, why="They were counted twice.")
    assert material_in_full(by=area.as_("Sol Quill"), material=key).uptake == []


def test_uptake_is_read_by_no_other_way(area: Partnership) -> None:
    from lapwing.board.reading.kept import kept

    with pytest.raises(NoSuchEntry):
        kept(by=area.as_("Bea Board"), table="material_uptake")


def test_nobody_finishes_who_did_not_begin(area: Partnership) -> None:
    with pytest.raises(CannotEnter, match="begun: needs no more than it was offered to"):
        record_uptake(
            by=area.as_("Mona Reed"), material=group(area), since_on=MONDAY, until_on=MONDAY, offered=1, begun=2,
            finished=0,
        )  # fmt: skip


# The pages


def test_the_page_asks_what_is_done_where_there_is_nothing_for_young_parents(
    area: Partnership, signed_in: SignedIn
) -> None:
    checked(area, group(area))
    page = signed_in("Mona Reed").get("/board/registers/materials/gaps").content.decode()
    asked = page.partition("For teenage and young parents there is nothing, and no plan, on: ")[2].partition(".")[0]
    assert "Coping with crying" in asked
    assert "Feeding" not in asked
    assert "/do/plan_for_skill_gap?group=young&amp;skill=crying" in page


def test_who_only_reads_is_offered_no_plan(area: Partnership, signed_in: SignedIn) -> None:
    assert "/do/plan" not in signed_in("Sol Quill").get("/board/registers/materials/gaps").content.decode()


def test_a_page_shows_checks_views_and_uptake(area: Partnership, signed_in: SignedIn) -> None:
    key = group(area, wait_weeks=6)
    checked(area, key)
    record_parents_view(
        by=area.as_("Mona Reed"), on=MONDAY, material=key, asked=3, young_parents=True, says="They were kind to us."
    )
    page = signed_in("Sol Quill").get(f"/board/registers/materials/{key}").content.decode()
    for said in ("I rang and they have places.", "Heath Lane", "They were kind to us.", KEPT_BACK):
        assert said in page


def test_a_material_is_entered_by_the_form_with_several_choices(area: Partnership, signed_in: SignedIn) -> None:
    browser = signed_in("Mona Reed")
    sent = {
        "owner_agency": area.agencies["Maternity"], "name": "Dads and babies", "made_for": ["fathers", "young"],
        "covers": ["crying"], "comes_as": "group",
    }  # fmt: skip
    answer = browser.post("/do/list_material?next=/board/registers/materials", sent)
    assert (answer.status_code, answer["Location"]) == (302, "/board/registers/materials")
    (one,) = materials(by=area.as_("Bea Board"))
    assert (one.name, one.made_for) == ("Dads and babies", (ParentGroup.YOUNG, ParentGroup.FATHERS))
    form = browser.get(f"/do/revise_material?material={one.material}").content.decode()
    for chosen in ("young", "fathers", "crying", "group"):
        assert f'value="{chosen}" checked' in form
    assert 'value="any" checked' not in form


def test_the_lists_come_as_files_of_values(area: Partnership, signed_in: SignedIn) -> None:
    group(area)
    browser = signed_in("Audra Page")
    assert "Young parents' group" in browser.get("/board/registers/materials.csv").content.decode()
    assert "Teenage and young parents" in browser.get("/board/registers/materials/gaps.csv").content.decode()

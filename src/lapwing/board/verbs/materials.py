"""Materials and programmes by which parents gain parenting skills: what there is, and whether it is what is said of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from lapwing.board.owning import check_in_use, check_may_keep, check_number, may_keep, plan_action
from lapwing.board.wording import check_written
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import BOARD, PARTNERS
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import WHY, NotPossible, check_says, is_own
from lapwing.conduct.verb import verb
from lapwing.records.entries import entries
from lapwing.records.store import CannotEnter, current
from lapwing.vocabulary.board.lists import joined
from lapwing.vocabulary.board.register_codes import MaterialFormat, ParentGroup, Quality, SkillTopic


@verb(may=PARTNERS)
def list_material(
    *,
    by: Acting,
    owner_agency: str,
    name: str,
    made_for: list[ParentGroup],
    covers: list[SkillTopic],
    comes_as: MaterialFormat,
    district: str | None = None,
    times: str | None = None,
    languages: str | None = None,
    capacity: int | None = None,
    wait_weeks: int | None = None,
    cost: str | None = None,
    link: str | None = None,
    effect_known: str | None = None,
    keeper_account: int | None = None,
) -> str:
    """Enters a material or programme for parents: for whom it is and what they learn; its key."""
    check_may_keep(by, owner_agency)
    said = _said(name, made_for, covers, capacity, wait_weeks)
    return by.enter(
        "material",
        **said,
        owner_agency_id=owner_agency,
        comes_as=comes_as,
        district=district,
        times=times,
        languages=languages,
        cost=cost,
        link=link,
        effect_known=effect_known,
        keeper_account_id=keeper_account,
    )


@verb(may=PARTNERS)
def revise_material(
    *,
    by: Acting,
    material: str,
    name: str,
    made_for: list[ParentGroup],
    covers: list[SkillTopic],
    comes_as: MaterialFormat,
    district: str | None = None,
    times: str | None = None,
    languages: str | None = None,
    capacity: int | None = None,
    wait_weeks: int | None = None,
    cost: str | None = None,
    link: str | None = None,
    effect_known: str | None = None,
    keeper_account: int | None = None,
    seen: int | None = None,
) -> None:
    """Puts what is said of a material or programme right."""
    _of_ones_own(by, material)
    by.amend(
        "material",
        material,
        seen=seen,
        **_said(name, made_for, covers, capacity, wait_weeks),
        comes_as=comes_as,
        district=district,
        times=times,
        languages=languages,
        cost=cost,
        link=link,
        effect_known=effect_known,
        keeper_account_id=keeper_account,
    )


@verb(may=PARTNERS)
def withdraw_material(*, by: Acting, on: date, material: str, why: str, seen: int | None = None) -> None:
    """Records that a material or programme is no longer offered, and why."""
    check_says(why, "why", WHY)
    _of_ones_own(by, material)
    by.amend("material", material, seen=seen, why=why, withdrawn_on=on)


@verb(may=BOARD)
def check_material(
    *,
    by: Acting,
    on: date,
    material: str,
    still_offered: bool,
    criteria: str,
    quality: Quality,
    found: str,
    link_works: bool | None = None,
) -> str:
    """Records that one looked whether a material or programme is what the register says; never of one's own; the check's key."""
    check_says(criteria, "criteria", "by which criteria it was looked at, in words")
    check_written("found", found, "what was found, in words")
    was = current("material", material)
    check_in_use(was["withdrawn_on"])
    _check_another_looks(by, was)
    return by.enter(
        "material_check",
        material_id=material,
        checked_by_account_id=by.account.pk,
        checked_on=on,
        still_offered=still_offered,
        link_works=link_works,
        criteria=criteria,
        quality=quality,
        found=found,
    )


@verb(may=PARTNERS)
def record_parents_view(*, by: Acting, on: date, material: str, asked: int, young_parents: bool, says: str) -> str:
    """Records what parents said of a material or programme, and of how many one asked; the view's key. It names nobody."""
    check_written("says", says, "what they said, in words")
    check_number(asked, "asked", least=1)
    check_in_use(current("material", material)["withdrawn_on"])
    return by.enter(
        "material_view", material_id=material, asked_on=on, asked=asked, young_parents=young_parents, says=says
    )


@verb(may=PARTNERS)
def record_uptake(
    *, by: Acting, material: str, since_on: date, until_on: date, offered: int, begun: int, finished: int
) -> str:
    """Records to how many parents something was offered over a time, how many began and how many finished; the key."""
    _of_ones_own(by, material)
    check_number(finished, "finished")
    if not finished <= begun <= offered:
        raise CannotEnter("begun: needs no more than it was offered to, and no fewer than finished.")
    if not since_on <= until_on <= by.today:
        raise CannotEnter("until_on: needs a day from the first day of the time to today.")
    _check_counted_once(material, since_on, until_on)
    numbers = {"offered": offered, "begun": begun, "finished": finished}
    return by.enter(
        "material_uptake", material_id=material, since_on=since_on, until_on=until_on, kept_private=True, **numbers
    )


@verb(may=PARTNERS)
def void_uptake(*, by: Acting, material_uptake: str, why: str) -> None:
    """Takes figures that are wrong out, so that the right ones can be entered."""
    check_says(why, "why", WHY)
    check_may_keep(
        by, current("material", current("material_uptake", material_uptake)["material_id"])["owner_agency_id"]
    )
    by.void("material_uptake", material_uptake, why=why)


@verb(may=PARTNERS)
def plan_for_skill_gap(
    *, by: Acting, group: ParentGroup, skill: SkillTopic, says: str, account: int, due_on: date
) -> str:
    """Gives somebody the action of filling a gap: parents of a kind for whom there is nothing on a topic; its key."""
    return plan_action(by, lesson="B31.2", key=f"material:{group}:{skill}", says=says, account=account, due_on=due_on)


def _said(
    name: str, made_for: list[ParentGroup], covers: list[SkillTopic], capacity: int | None, wait_weeks: int | None
) -> Mapping[str, Any]:
    """What stands of every material, looked at as it is entered."""
    check_says(name, "name", "what it is called")
    if not made_for or not covers:
        raise CannotEnter("made_for: needs for whom it is, and covers what they learn; choose at least one of each.")
    check_number(capacity, "capacity", least=1)
    check_number(wait_weeks, "wait_weeks")
    return {
        "name": name,
        "made_for": joined(made_for),
        "covers": joined(covers),
        "capacity": capacity,
        "wait_weeks": wait_weeks,
    }


def _of_ones_own(by: Acting, material: str) -> None:
    was = current("material", material)
    check_may_keep(by, was["owner_agency_id"])
    check_in_use(was["withdrawn_on"])


def _check_another_looks(by: Acting, was: Mapping[str, Any]) -> None:
    """Nobody looks at what they keep themselves; nor do the people of the agency that offers it."""
    if is_own(by, was["keeper_account_id"]) or (by.agency is not None and may_keep(by, was["owner_agency_id"])):
        raise Refused("This is your own agency's, or yours to keep up; somebody else has to look at it.")


def _check_counted_once(material: str, since_on: date, until_on: date) -> None:
    """Two figures over times that overlap would tell, one from the other, of a few parents."""
    if entries("material_uptake").filter(material=material, since_on__lte=until_on, until_on__gte=since_on).exists():
        raise NotPossible("There are figures over part of this time already. Take those out first if they are wrong.")

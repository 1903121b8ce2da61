"""Materials and programmes for parents: what there is, whether somebody has looked, for whom there is nothing, and uptake."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from lapwing.board.owning import agencies_by_key, may_keep, people_by_account
from lapwing.board.planned import planned_gaps
from lapwing.conduct.acting import Acting
from lapwing.conduct.findings import settings_now
from lapwing.conduct.may import BOARD, May
from lapwing.conduct.permissions import NOT_HERE, check_user_can
from lapwing.conduct.reading.record import note_reading
from lapwing.language.calendar import add_months
from lapwing.records.entries import entries
from lapwing.records.store import NoSuchEntry
from lapwing.vocabulary.board.lists import code_of, parted
from lapwing.vocabulary.board.register_codes import MaterialFormat, ParentGroup, Quality, SkillTopic

KEPT_BACK = "kept back"


class MaterialStands(StrEnum):
    """What is known on a day of whether something is there for parents."""

    AVAILABLE = "Available"
    FALLS_SHORT = "Looked at, falls short"
    NOT_OFFERED = "No longer offered, by the last check"
    OVERDUE = "Check overdue"
    NEVER = "Never checked"
    WITHDRAWN = "Withdrawn"


@dataclass(frozen=True)
class Check:
    """That somebody looked, what they found, and by which criteria."""

    checked_on: date
    by: str
    still_offered: bool
    link_works: bool | None
    criteria: str
    quality: Quality
    found: str


@dataclass(frozen=True)
class Material:
    """A material or programme, with the last check of it. `due_on` is the last day on which that check holds."""

    material: str
    name: str
    made_for: tuple[ParentGroup, ...]
    covers: tuple[SkillTopic, ...]
    comes_as: str
    languages: str
    district: str
    times: str
    capacity: int | None
    wait_weeks: int | None
    cost: str
    link: str
    effect_known: str
    keeper: str
    agency: str
    stands: MaterialStands
    last: Check | None
    due_on: date | None
    may_change: bool
    may_check: bool


@dataclass(frozen=True)
class View:
    """What parents said; how many were asked as it may be told."""

    asked_on: date
    asked: str
    young_parents: bool
    says: str


@dataclass(frozen=True)
class Uptake:
    """How many parents took something up over a time, as it may be told."""

    material_uptake: str
    since_on: date
    until_on: date
    offered: str
    begun: str
    finished: str


@dataclass(frozen=True)
class MaterialInFull:
    """A material with every check, view and count, the newest first."""

    material: Material
    checks: Sequence[Check]
    views: Sequence[View]
    uptake: Sequence[Uptake]


class GapCell(StrEnum):
    """What there is for parents of a kind on a topic."""

    AVAILABLE = "Available"
    LISTED = "Listed, not checked"
    PLANNED = "Nothing yet, planned"
    NOTHING = "Nothing"


@dataclass(frozen=True)
class Grid:
    """For each kind of parents and each topic what there is; `districts` are those that can be asked for."""

    cells: Mapping[tuple[ParentGroup, SkillTopic], GapCell]
    districts: Sequence[str]


def materials(*, by: Acting, district: str = "") -> list[Material]:
    """Every material and programme that is still in the register, by name; with a district those that are there."""
    check_user_can("see_board", BOARD, by=by, child=None)
    note_reading(by, "materials")
    return [one for one in materials_as_they_stand(by) if _is_in(one, district)]


def material_in_full(*, by: Acting, material: str) -> MaterialInFull:
    """One with its checks, what parents said, and its uptake; NoSuchEntry where there is none."""
    check_user_can("see_board", BOARD, by=by, child=None)
    row = entries("material").filter(pk=material).values().first()
    if row is None:
        raise NoSuchEntry(NOT_HERE)
    note_reading(by, "material", key=material)
    checks = _checks([material]).get(material, [])
    (one,) = _materials(by, [row], {material: checks})
    return MaterialInFull(one, checks, _views(material), _uptake(material))


def skill_gaps(*, by: Acting, district: str = "") -> Grid:
    """What there is for each kind of parents on each topic, in the whole area or one district of it."""
    check_user_can("see_board", BOARD, by=by, child=None)
    note_reading(by, "skill_gaps")
    every = materials_as_they_stand(by)
    there = [one for one in every if _is_in(one, district)]
    planned = planned_gaps("material")
    cells = {(group, skill): _cell(there, group, skill, planned) for group in ParentGroup for skill in SkillTopic}
    return Grid(cells, sorted({one.district for one in every if one.district}))


def materials_as_they_stand(by: Acting) -> list[Material]:
    """The same for readings that have been asked for already."""
    rows = list(entries("material").filter(withdrawn_on__isnull=True).values())
    return _materials(by, rows, _checks([row["material_id"] for row in rows]))


def _materials(by: Acting, rows: Sequence[Mapping[str, Any]], checks: Mapping[str, Sequence[Check]]) -> list[Material]:
    agencies = agencies_by_key(row["owner_agency_id"] for row in rows)
    people = people_by_account(row["keeper_account_id"] for row in rows)
    some = [_material(by, row, agencies, people, next(iter(checks.get(row["material_id"], [])), None)) for row in rows]
    return sorted(some, key=lambda one: (one.name.casefold(), one.material))


def _material(
    by: Acting,
    row: Mapping[str, Any],
    agencies: Mapping[str | None, str],
    people: Mapping[int | None, str],
    last: Check | None,
) -> Material:
    due_on = _holds_until(last)
    own = may_keep(by, row["owner_agency_id"])
    said = ("languages", "district", "times", "cost", "link", "effect_known")
    return Material(
        material=row["material_id"],
        name=row["name"] or "",
        made_for=parted(row["made_for"], ParentGroup),
        covers=parted(row["covers"], SkillTopic),
        comes_as=MaterialFormat.labels().get(row["comes_as"], ""),
        **{column: row[column] or "" for column in said},
        capacity=row["capacity"],
        wait_weeks=row["wait_weeks"],
        keeper=people.get(row["keeper_account_id"], ""),
        agency=agencies.get(row["owner_agency_id"], ""),
        stands=MaterialStands.WITHDRAWN if row["withdrawn_on"] else _stands(last, due_on, by.today),
        last=last,
        due_on=due_on,
        may_change=own,
        may_check=not (own and by.agency is not None) and row["keeper_account_id"] != by.account.pk,
    )


def _holds_until(last: Check | None) -> date | None:
    if last is None:
        return None
    return add_months(last.checked_on, int(settings_now().number("resources.check_months")))


def _stands(last: Check | None, due_on: date | None, today: date) -> MaterialStands:
    if last is None or due_on is None:
        return MaterialStands.NEVER
    if not last.still_offered:
        return MaterialStands.NOT_OFFERED
    if due_on < today:
        return MaterialStands.OVERDUE
    falls_short = last.link_works is False or last.quality is Quality.DOES_NOT
    return MaterialStands.FALLS_SHORT if falls_short else MaterialStands.AVAILABLE


def _is_in(one: Material, district: str) -> bool:
    """What is for the whole area is in each of its districts."""
    return not district or one.district in ("", district)


def _cell(there: Iterable[Material], group: ParentGroup, skill: SkillTopic, planned: set[tuple[str, ...]]) -> GapCell:
    fitting = {one.stands for one in there if group in one.made_for and skill in one.covers}
    if MaterialStands.AVAILABLE in fitting:
        return GapCell.AVAILABLE
    if fitting - {MaterialStands.NOT_OFFERED}:
        return GapCell.LISTED
    return GapCell.PLANNED if (str(group), str(skill)) in planned else GapCell.NOTHING


def _checks(materials: Sequence[str]) -> dict[str, list[Check]]:
    """The checks of some materials, of each the newest first."""
    rows = list(
        entries("material_check").filter(material__in=materials).order_by("-checked_on", "-recorded_at").values()
    )
    people = people_by_account(row["checked_by_account_id"] for row in rows)
    found: dict[str, list[Check]] = {}
    for row in rows:
        said = {name: row[name] for name in ("checked_on", "still_offered", "link_works", "criteria", "found")}
        check = Check(**said, by=people.get(row["checked_by_account_id"], ""), quality=code_of(row["quality"], Quality))
        found.setdefault(row["material_id"], []).append(check)
    return found


def _views(material: str) -> list[View]:
    rows = entries("material_view").filter(material=material).order_by("-asked_on").values()
    return [
        View(row["asked_on"], told_in_turn([row["asked"]])[0], bool(row["young_parents"]), row["says"]) for row in rows
    ]


def _uptake(material: str) -> list[Uptake]:
    rows = entries("material_uptake").filter(material=material).order_by("-since_on").values()
    return [
        Uptake(
            row["material_uptake_id"],
            row["since_on"],
            row["until_on"],
            *told_in_turn([row["offered"], row["begun"], row["finished"]]),
        )
        for row in rows
    ]


def told_in_turn(numbers: Sequence[int]) -> list[str]:
    """Numbers of parents each of whom is among those before: one is told where neither it nor what it leaves of the last
    one that is told is a small group.
    """
    fewest = int(settings_now().number("suppress.below"))
    told: list[str] = []
    last: int | None = None
    for number in numbers:
        left = 0 if last is None else last - number
        if any(0 < some < fewest for some in (number, left)):
            told.append(KEPT_BACK)
        else:
            told.append(f"{number:,}")
            last = number
    return told


READ_HERE: Mapping[Callable[..., Any], May] = {materials: BOARD, material_in_full: BOARD, skill_gaps: BOARD}

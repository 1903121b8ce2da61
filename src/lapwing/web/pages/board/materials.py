"""The register of materials and programmes for parents, and the grid of those for whom there is nothing."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.urls import path

from lapwing.board.reading.materials import (
    GapCell,
    Grid,
    Material,
    MaterialInFull,
    MaterialStands,
    material_in_full,
    materials,
    skill_gaps,
)
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import BOARD, PARTNERS
from lapwing.vocabulary.board.register_codes import ParentGroup, SkillTopic
from lapwing.web.asking import acting
from lapwing.web.paging import pages_of
from lapwing.web.showing.board.places import Heading, Place
from lapwing.web.showing.board.tabled import (
    Cell,
    Choice,
    Part,
    Table,
    as_csv,
    drawn,
    offers,
    rows_of,
    to_registers,
)
from lapwing.web.templating import address, in_words

TITLE = "Materials and programmes for parents"
GAPS = "For whom there is nothing"
COLUMNS = ("What", "For", "Parents learn", "How", "Where", "Weeks of waiting", "Stands", "Last checked", "Offered by")
LOOKS = {
    MaterialStands.AVAILABLE: "lw-tag--met",
    MaterialStands.FALLS_SHORT: "lw-tag--due-soon",
    MaterialStands.OVERDUE: "lw-tag--not-met",
    MaterialStands.NOT_OFFERED: "lw-tag--not-met",
}
UNKNOWN = "lw-tag--cannot-tell"
OF_CELLS = {GapCell.AVAILABLE: "lw-tag--met", GapCell.LISTED: UNKNOWN, GapCell.PLANNED: "lw-tag--due-soon"}


def page(request: HttpRequest) -> HttpResponse:
    """Every material and programme, and what can be entered."""
    by = acting(request)
    some, pages = pages_of(request, materials(by=by))
    to_gaps = Cell(GAPS, address("board_skill_gaps"))
    asked = offers(by, address("board_materials"), ("list_material", {}))
    return drawn(
        request,
        TITLE,
        [Part(table=materials_table(some), offers=[to_gaps, *asked])],
        back=to_registers(),
        says=["To be listed is not to be there for parents: what counts is what somebody has looked at."],
        csv=address("board_materials_csv"),
        pages=pages,
    )


def values(request: HttpRequest) -> HttpResponse:
    """The same as a file of values."""
    return as_csv(materials_table(materials(by=acting(request))), "materials")


def materials_table(some: Sequence[Material]) -> Table:
    """Materials as a table has them."""
    rows = (
        (
            Cell(one.name, address("board_material", one.material)),
            _labels(one.made_for),
            _labels(one.covers),
            one.comes_as,
            one.district or "The whole area",
            one.wait_weeks,
            Cell(one.stands, look=LOOKS.get(one.stands, UNKNOWN)),
            one.last.checked_on if one.last else "",
            one.agency,
        )
        for one in some
    )
    return Table(TITLE, COLUMNS, rows_of(*rows))


def one(request: HttpRequest, material: str) -> HttpResponse:
    """One material: what is said of it, who looked, what parents say, and how many took it up."""
    by = acting(request)
    found = material_in_full(by=by, material=material)
    return drawn(request, found.material.name, _parts(by, found), back=Cell(TITLE, address("board_materials")))


def gaps(request: HttpRequest) -> HttpResponse:
    """What there is for each kind of parents on each topic."""
    by = acting(request)
    district = request.GET.get("district", "")
    grid = skill_gaps(by=by, district=district)
    options = [("", "The whole area"), *((one, one) for one in grid.districts)]
    return drawn(
        request,
        GAPS,
        [Part(table=gaps_table(by, grid))],
        back=Cell(TITLE, address("board_materials")),
        says=[*_questions(grid), "What is for any parent stands in its own row, and fills no other."],
        csv=address("board_skill_gaps_csv"),
        choices=[Choice("district", "Where", options, district)] if grid.districts else [],
    )


def gaps_values(request: HttpRequest) -> HttpResponse:
    """The grid as a file of values."""
    by = acting(request)
    return as_csv(gaps_table(by, skill_gaps(by=by, district=request.GET.get("district", ""))), "gaps")


def gaps_table(by: Acting, grid: Grid) -> Table:
    """The grid: a row a kind of parents, a column a topic; an empty cell leads to planning for it."""
    rows = ((group.label, *(_cell(by, grid, group, skill) for skill in SkillTopic)) for group in ParentGroup)
    return Table("What there is, by parents and topic", ("For", *(one.label for one in SkillTopic)), rows_of(*rows))


def _cell(by: Acting, grid: Grid, group: ParentGroup, skill: SkillTopic) -> Cell:
    stands = grid.cells[group, skill]
    if stands is GapCell.NOTHING and by.account.role in PARTNERS:
        asked = offers(by, address("board_skill_gaps"), ("plan_for_skill_gap", {"group": group, "skill": skill}))
        return Cell("Nothing: plan for it", asked[0].href)
    return Cell(stands, look=OF_CELLS.get(stands, ""))


def _questions(grid: Grid) -> list[str]:
    empty = [skill.label for skill in SkillTopic if grid.cells[ParentGroup.YOUNG, skill] is GapCell.NOTHING]
    if not empty:
        return []
    return [
        f"For teenage and young parents there is nothing, and no plan, on: {'; '.join(empty)}. What is done about it?"
    ]


def _parts(by: Acting, found: MaterialInFull) -> list[Part]:
    one = found.material
    named, here = {"material": one.material}, address("board_material", one.material)
    is_used = one.stands is not MaterialStands.WITHDRAWN
    own = ("revise_material", "record_uptake", "withdraw_material") if is_used and one.may_change else ()
    looked = ("check_material",) if is_used and one.may_check else ()
    views = ("record_parents_view",) if is_used else ()
    return [
        Part(lines=_lines(one), offers=offers(by, here, *((verb, named) for verb in (*own, *looked, *views)))),
        Part("Who looked", table=_checks(found)),
        Part("What parents say", table=_views(found)),
        Part(
            "Uptake",
            ("Small numbers are kept back, and so is what would tell of a few.",),
            _uptake(found),
            offers=_wrong_figures(by, found, here) if one.may_change else (),
        ),
    ]


def _lines(one: Material) -> list[tuple[str, str]]:
    lines = (
        ("Stands", str(one.stands)),
        ("Check holds until", in_words(one.due_on)),
        ("For", _labels(one.made_for)),
        ("Parents learn", _labels(one.covers)),
        ("How it comes to them", one.comes_as),
        ("Languages", one.languages),
        ("Where", one.district or "The whole area"),
        ("Place and times", one.times),
        ("Parents at once", in_words(one.capacity)),
        ("Weeks of waiting", in_words(one.wait_weeks)),
        ("Cost to a parent", one.cost),
        ("More about it", one.link),
        ("What is known of its effect", one.effect_known),
        ("Offered by", one.agency),
        ("Kept right by", one.keeper),
    )
    return [(label, text or "Not recorded") for label, text in lines]


def _checks(found: MaterialInFull) -> Table:
    columns = ("Day", "By", "Still offered", "Link leads to it", "Criteria", "Stands to them", "Found")
    rows = (
        (one.checked_on, one.by, one.still_offered, one.link_works, one.criteria, one.quality.label, one.found)
        for one in found.checks
    )
    return Table("Checks, the newest first", columns, rows_of(*rows), "Nobody has looked yet.")


def _views(found: MaterialInFull) -> Table:
    rows = ((one.asked_on, one.asked, one.young_parents, one.says) for one in found.views)
    return Table(
        "What parents say, the newest first",
        ("Asked on", "How many", "Young parents", "What they said"),
        rows_of(*rows),
        "No parent has been asked yet.",
    )


def _uptake(found: MaterialInFull) -> Table:
    rows = (
        (f"{in_words(one.since_on)} to {in_words(one.until_on)}", one.offered, one.begun, one.finished)
        for one in found.uptake
    )
    return Table("Uptake, the newest first", ("When", "Offered to", "Began", "Finished"), rows_of(*rows))


def _wrong_figures(by: Acting, found: MaterialInFull, here: str) -> list[Cell]:
    """For each count a way to take it out, named by its days."""
    asked = [(one, offers(by, here, ("void_uptake", {"material_uptake": one.material_uptake}))) for one in found.uptake]
    return [
        Cell(f"{cells[0].text}: {in_words(one.since_on)} to {in_words(one.until_on)}", cells[0].href)
        for one, cells in asked
        if cells
    ]


def _labels(some: Sequence[ParentGroup] | Sequence[SkillTopic]) -> str:
    return "; ".join(one.label for one in some)


PATHS = (
    path("registers/materials", page, name="board_materials"),
    path("registers/materials.csv", values, name="board_materials_csv"),
    path("registers/materials/gaps", gaps, name="board_skill_gaps"),
    path("registers/materials/gaps.csv", gaps_values, name="board_skill_gaps_csv"),
    path("registers/materials/<slug:material>", one, name="board_material"),
)
PLACES = (
    Place(
        Heading.ASSURE,
        TITLE,
        "What helps parents gain skills, who looked at it, and for which parents there is nothing.",
        "board_materials",
        BOARD,
        ("B31.2",),
    ),
)

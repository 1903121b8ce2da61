"""(o) Somebody gathers every number of a small area that the Board's pages have, and takes them from each other."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import Any

import pytest
from lxml import html
from openpyxl import load_workbook
from subtracting import FEWEST, Line, given_away, left_over, lines_of
from walking import Walker

from lapwing.demonstration.cast import Who

pytestmark = pytest.mark.browser
SHARE = re.compile(r"[\d,]+ of [\d,]+ \(\d+%\)")
HIDDEN = "Kept back"
NEXT = re.compile("^Next")
THEMES = ("before-birth", "fathers", "hand-overs", "older-children")
KEPT_BACK = re.compile("fewer than 5 of|too few to tell|kept back", re.IGNORECASE)


@dataclass(frozen=True)
class Gathered:
    """What one measure tells: on its page, and in its two files."""

    page: Any
    csv: list[list[str]]
    excel: list[list[str]]

    @property
    def lines(self) -> list[Line]:
        """The file as lines, without the definition after it."""
        head, *rows = self.csv
        return lines_of([dict(zip(head, row, strict=True)) for row in rows[: rows.index([])]])

    @property
    def shown(self) -> set[tuple[str, ...]]:
        """The rows of figures on the page: group, how many it holds of, and of how many, where these are told."""
        rows = self.page.xpath("//table[contains(@class, 'lw-numbers')]/tbody/tr")
        shown = {tuple(cell.text_content() for cell in row[:3]) for row in rows}
        return {row for row in shown if row[1:] != (HIDDEN, HIDDEN)}

    @property
    def in_file(self) -> set[tuple[str, ...]]:
        """The same as the file has it."""
        return {
            (one.group, *(f"{one.numbers[kind]:,}" if kind in one.numbers else HIDDEN for kind in ("holds", "of")))
            for one in self.lines
        }


@pytest.fixture
def officer(at_board_desk: Callable[[Who], Walker]) -> Walker:
    return at_board_desk(Who.PARTNERSHIP_OFFICER)


def gather(officer: Walker) -> dict[str, Gathered]:
    """Every measure that the list of measures leads to, as the officer's browser is answered."""
    officer.open("/board/")
    officer.follow("Measures")
    links = officer.page.get_by_role("main").get_by_role("listitem").get_by_role("link").all()
    found = dict.fromkeys(str(one.get_attribute("href")) for one in links)
    return {where: _gathered(officer, where) for where in found}


def _gathered(officer: Walker, where: str) -> Gathered:
    page, plain, excel = (officer.context.request.get(f"{where}{kind}") for kind in ("", ".csv", ".xlsx"))
    sheet = load_workbook(BytesIO(excel.body())).active
    rows = (
        [["" if one is None else str(one) for one in row] for row in sheet.iter_rows(values_only=True)] if sheet else []
    )
    return Gathered(html.fromstring(page.text()), list(csv.reader(StringIO(plain.body().decode("utf-8-sig")))), rows)


def test_taking_numbers_from_each_other_tells_of_no_child(officer: Walker) -> None:
    gathered = gather(officer)
    assert len(gathered) > 50
    tried = [left for one in gathered.values() for left in left_over(one.lines)]
    assert len(tried) > 1000
    assert not {where: given for where, one in gathered.items() if (given := given_away(one.lines))}
    for where, one in gathered.items():
        assert one.excel == [[*row, *[""] * (len(one.csv[0]) - len(row))] for row in one.csv], where
        assert one.shown <= one.in_file, f"{where} shows more than its file has"
    in_words = {row[-1] for one in gathered.values() for row in one.csv if row}
    for theme in THEMES:
        officer.open(f"/board/{theme}")
        assert set(SHARE.findall(officer.text())) <= in_words, f"{theme} tells more than its measures do"


def test_lines_without_names_cannot_be_counted_down_to_a_child(officer: Walker) -> None:
    listed = {theme: told for theme in THEMES if (told := list(_told_without_names(officer, theme)))}
    assert len(listed) > 1
    for theme, told in listed.items():
        assert len({sign for sign, *_ in told}) == len(told)
        assert min(Counter((status, period) for _, status, period, *_ in told).values()) >= FEWEST, theme
    signs = [sign for told in listed.values() for sign, *_ in told]
    assert len(set(signs)) == len(signs), "a sign stands in two lists"


def _told_without_names(officer: Walker, theme: str) -> Iterator[tuple[str, ...]]:
    """Every line of the list behind a theme's figure, page after page; none where they are too few."""
    officer.open(f"/board/{theme}")
    officer.follow("Who stands behind it")
    while True:
        for row in officer.page.get_by_role("row").all()[1:]:
            yield (row.get_by_role("rowheader").inner_text(), *row.get_by_role("cell").all_inner_texts())
        if not officer.page.get_by_role("link", name=NEXT).count():
            return
        officer.follow(NEXT)


def test_where_a_number_would_name_a_child_a_small_area_reads_words(officer: Walker) -> None:
    officer.open("/board/measures")
    kept = officer.page.get_by_role("listitem").filter(has_text=KEPT_BACK).filter(has_not_text=SHARE)
    assert kept.count() > 5
    officer.follow(kept.first.get_by_role("link").inner_text())
    officer.reads("Numbers that would tell of a few children are kept back.", "It is too small to be divided further.")
    assert KEPT_BACK.search(officer.text())
    assert not SHARE.search(officer.text())
    officer.follow("Who stands behind this figure")
    officer.reads("They are too few to be listed")


def test_primary_suppression_alone_falls_to_the_same_subtraction() -> None:
    """Two of three groups are told, and the third is kept back: what is left of the total is the third."""
    total = {"Table": "Latest", "Group": "", "From": "2025-10-06", "To": "2026-10-05", "Holds of": "20", "Of": "40"}
    parts = [{**total, "Table": "Sex", "Group": "Girls", "Holds of": "12", "Of": "22"}]
    parts += [{**total, "Table": "Sex", "Group": "Boys", "Holds of": "6", "Of": "14"}]
    parts += [{**total, "Table": "Sex", "Group": "Not known", "Holds of": "", "Of": ""}]
    assert {number for _, number in given_away(lines_of([total, *parts]))} == {2, 4}

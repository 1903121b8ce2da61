"""Prevalence as tables, JSON, CSV, Excel and a chart: whole for the team, and without small numbers for others."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from counted_rooms import CountedRoom
from openpyxl import load_workbook

from lapwing.report.prevalence_chart import NotDrawn, chart_of
from lapwing.report.prevalence_tables import Told, as_csv, as_json, as_table, as_workbook
from lapwing.reviews.prevalence import THRESHOLD, Asked, Behind, By, Of, compared, prevalence

BABIES, YOUNG_PEOPLE, TWELVE = 12, 14, 11


@pytest.fixture
def room(tmp_path: Path) -> Iterator[CountedRoom]:
    """Twelve babies (fathers in six, fragility in two), fourteen young people (fathers in five), eleven children of 12
    (fathers in five), and one of 7.
    """
    room = CountedRoom(tmp_path)
    for number in range(BABIES + YOUNG_PEOPLE):
        reference = f"R{number:02}"
        baby = number < BABIES
        room.review_of(reference, {f"Child {number}": "7 weeks" if baby else "15"})
        if number < 6 or number >= BABIES + 9:
            room.present(reference)
        else:
            room.said(reference, "absent")
        if number < 2:
            room.present(reference, theme="fragility")
        elif number < 20:
            room.said(reference, "absent", theme="fragility")
    for number in range(40, 40 + TWELVE):
        room.review_of(f"R{number}", {f"Child {number}": "12"})
        if number < 45:
            room.present(f"R{number}")
        else:
            room.said(f"R{number}", "absent")
    room.review_of("R99", {"Child 99": "7"})
    room.present("R99")
    yield room
    room.project.close()


def _told(
    room: CountedRoom, asked: Asked | None = None, threshold: int | None = None, *, comparing: bool = False
) -> Told:
    table = prevalence(room.project, asked, themes=["fathers", "fragility"], threshold=threshold)
    several = compared(table, "under 1", "14 and over") if comparing else []
    return Told(table, Behind(room.project, table), several)


def _whole(told: Told) -> str:
    return "".join(as_json(told))


def test_json_has_every_cell_with_who_is_in_it_and_its_passages(room: CountedRoom) -> None:
    told = json.loads(_whole(_told(room)))
    cell = next(c for c in told["cells"] if (c["theme"], c["cohort"]) == ("fathers", "under 1"))
    assert (cell["n"], cell["N"], cell["not_assessed"], cell["disputed"]) == (6, 12, 0, 0)
    assert cell["share"] == 0.5
    assert cell["low"] < 0.5 < cell["high"]
    assert cell["in"] == [f"R0{number}" for number in range(6)]
    first = next(p for p in told["passages"] if p["review"] == "R00" and p["theme"] == "fathers")
    assert (first["document"], first["page"], first["paragraph"]) == ("R00.txt", 1, "1")
    assert first["quote"] == "The father was not seen."
    assert len(told["passages"]) == 6 + 5 + 5 + 1 + 2
    assert told["presence"][0]["themes"] == {"fathers": 1, "fragility": 1}
    assert told["presence"][20]["themes"] == {"fathers": 0, "fragility": None}


def test_json_says_what_was_counted_and_how(room: CountedRoom) -> None:
    told = json.loads(_whole(_told(room, Asked(of=Of.CHILDREN))))
    head = {name: told[name] for name in ("counted", "by", "scheme", "period", "dated_by", "book", "kept_back_under")}
    assert head == {
        "counted": "children",
        "by": "cohort",
        "scheme": "reviews",
        "period": "april",
        "dated_by": "incident",
        "book": 1,
        "kept_back_under": None,
    }
    assert any("for the team's own eyes" in sentence for sentence in told["meaning"])
    assert told["columns"][0] == {"cohort": "under 1", "period": "all", "size": 12}


def test_what_is_kept_back_is_in_no_number_and_no_list(room: CountedRoom) -> None:
    """The child of 7 is alone in its column, and its review is named nowhere; nor are those of the two fragile babies."""
    told = json.loads(_whole(_told(room, threshold=THRESHOLD)))
    cells = {(c["theme"], c["cohort"]): c for c in told["cells"]}
    alone, few = cells["fathers", "6-10"], cells["fragility", "under 1"]
    for cell in (alone, few):
        assert cell["kept_back"]
        assert all(cell[part] is None for part in ("n", "N", "not_assessed", "disputed", "share", "low", "high", "in"))
    assert next(c["size"] for c in told["columns"] if c["cohort"] == "6-10") is None
    assert "R99" not in json.dumps(told)
    assert [p for p in told["passages"] if p["theme"] == "fragility"] == []
    assert "presence" not in told


def test_a_column_that_is_kept_back_cannot_be_had_from_the_total(room: CountedRoom) -> None:
    told = json.loads(_whole(_told(room, threshold=THRESHOLD)))
    sizes = [column["size"] for column in told["columns"]]
    assert sum(size is None for size in sizes) >= 2


def test_csv_has_a_line_a_cell_and_nothing_of_what_is_kept_back(room: CountedRoom) -> None:
    rows = list(csv.DictReader(io.StringIO("".join(as_csv(_told(room, threshold=THRESHOLD))))))
    assert len(rows) == 2 * 6  # themes by cohorts and the total
    assert {row["counted"] for row in rows} == {"reviews"}
    assert any(row["kept_back"] == "yes" for row in rows)
    for row in rows:
        if row["kept_back"] == "yes":
            assert {row[part] for part in ("n", "N", "not_assessed", "disputed", "share", "low", "high")} == {""}


@pytest.mark.parametrize("threshold", [None, THRESHOLD])
def test_every_format_tells_the_same_cells(room: CountedRoom, threshold: int | None) -> None:
    told = _told(room, threshold=threshold)
    of_json = [(c["n"], c["N"]) for c in json.loads(_whole(told))["cells"]]
    of_csv = [(row["n"], row["N"]) for row in csv.DictReader(io.StringIO("".join(as_csv(told))))]
    sheet = load_workbook(io.BytesIO(as_workbook(told)))["Prevalence"]
    names = [cell.value for cell in sheet[1]]
    of_sheet = [(row[names.index("n")], row[names.index("N")]) for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert of_json == of_sheet
    assert [tuple("" if part is None else str(part) for part in pair) for pair in of_json] == of_csv


def test_a_workbook_has_numbers_as_numbers_and_no_formula(room: CountedRoom) -> None:
    room.project.connection.execute("UPDATE passage SET quote = '=1+1' WHERE passage_id = 1")
    room.project.connection.execute("UPDATE theme SET name = '=2+2' WHERE code = 'fathers'")
    book = load_workbook(io.BytesIO(as_workbook(_told(room, comparing=True))))
    assert book.sheetnames == ["Prevalence", "Differences", "Presence", "Passages", "What the numbers mean"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.value for cell in cells if cell.data_type == "s"} >= {"=1+1", "=2+2"}
    assert [cell for cell in cells if cell.data_type == "f"] == []
    share = next(cell for cell in book["Prevalence"][2] if book["Prevalence"].cell(1, cell.column).value == "share")
    assert (share.value, share.data_type, share.number_format) == (0.5, "n", "0.0%")


def test_a_workbook_for_others_has_no_line_about_one_review(room: CountedRoom) -> None:
    book = load_workbook(io.BytesIO(as_workbook(_told(room, threshold=THRESHOLD))))
    assert "Presence" not in book.sheetnames
    told = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "R99" not in told


def test_no_text_in_csv_is_run_by_a_spreadsheet(room: CountedRoom) -> None:
    room.project.connection.execute("UPDATE theme SET name = '=2+2' WHERE code = 'fathers'")
    rows = list(csv.DictReader(io.StringIO("".join(as_csv(_told(room))))))
    assert rows[0]["name"] == "'=2+2"


def test_the_screen_has_n_of_n_with_its_interval_and_what_the_numbers_mean(room: CountedRoom) -> None:
    shown = "".join(as_table(_told(room, threshold=THRESHOLD, comparing=True)))
    assert "6 of 12" in shown
    assert "50% (25% to 75%)" in shown
    assert "kept back" in shown
    assert "Wilson's (1927)" in shown
    assert "comparison was looked at" in shown


def test_by_both_the_screen_has_a_table_a_theme(room: CountedRoom) -> None:
    shown = "".join(as_table(_told(room, Asked(by=By.BOTH))))
    assert "Fathers were left at the edge (fathers)" in shown
    assert "2010-11" in shown


def test_the_chart_has_a_dot_a_cell_the_most_frequent_theme_first(room: CountedRoom) -> None:
    picture = chart_of(_told(room).table)
    ElementTree.fromstring(picture)  # noqa: S314 -- our own
    assert picture.index("Fathers were left") < picture.index("fragility was")
    assert "<script" not in picture


def test_the_chart_draws_nothing_that_is_kept_back(room: CountedRoom) -> None:
    assert "6-10" in chart_of(_told(room).table)
    assert "6-10" not in chart_of(_told(room, threshold=THRESHOLD).table)


def test_a_chart_of_nothing_is_refused(room: CountedRoom) -> None:
    with pytest.raises(NotDrawn, match="nothing to draw"):
        chart_of(prevalence(room.project, themes=["coordination"]))
    with pytest.raises(NotDrawn, match="--by cohort or --by period"):
        chart_of(_told(room, Asked(by=By.BOTH)).table)

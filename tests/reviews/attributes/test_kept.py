"""A sheet of attributes taken into a project: whole rows or none, and nothing lost."""

from __future__ import annotations

import json
from typing import Any

import pytest
from rooms import AT, Room

from lapwing.reviews.attributes import KeptAttributes, keep_attributes, sheet_of


def keep(room: Room, text: str) -> KeptAttributes:
    return keep_attributes(room.project, sheet_of("sheet.csv", text.encode()), AT)


def rows(room: Room, question: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in room.project.rows(question)]


REVIEWS = "SELECT reference, title, area, published_on FROM review ORDER BY reference"
CHILDREN = "SELECT reference, label, born_on FROM child JOIN review USING (review_id) ORDER BY reference, label"
INCIDENTS = "SELECT reference, label, occurred_on, kind FROM incident JOIN review USING (review_id) ORDER BY 1, 2"
AGES = (
    "SELECT child.label, incident.label, stated_age FROM child_in_incident JOIN child USING (child_id) "
    "JOIN incident USING (incident_id) ORDER BY 1, 2"
)


def everything(room: Room) -> list[list[tuple[Any, ...]]]:
    tables = (
        "SELECT * FROM review",
        "SELECT * FROM child",
        "SELECT * FROM incident",
        "SELECT * FROM child_in_incident",
    )
    return [rows(room, question) for question in tables]


def test_a_row_gives_a_review_a_child_and_an_incident(room: Room) -> None:
    room.document("a.pdf", "Words")
    kept = keep(
        room,
        "file,review,title,area,published on,child,dob,age,incident,incident date,incident type,Ethnicity\n"
        "a.pdf,R1,Overview,Bala,May 2010,Child A,4/5/2009,7 weeks,Fall,23 June 2009,injury,Welsh\n",
    )
    assert (kept.rows, kept.reviews, kept.children, kept.incidents, kept.faults) == (1, 1, 1, 1, ())
    assert rows(room, REVIEWS) == [("R1", "Overview", "Bala", "2010-05")]
    assert rows(room, CHILDREN) == [("R1", "Child A", "2009-05-04")]
    assert rows(room, INCIDENTS) == [("R1", "Fall", "2009-06-23", "injury")]
    assert rows(room, AGES) == [("Child A", "Fall", "7 weeks")]
    assert rows(room, "SELECT attributes FROM review") == [(json.dumps({"Ethnicity": "Welsh"}),)]
    assert rows(room, "SELECT reference FROM document JOIN review USING (review_id)") == [("R1",)]


def test_several_rows_of_a_file_are_several_children_and_incidents(room: Room) -> None:
    room.document("a.pdf", "Words")
    kept = keep(
        room,
        "file,child,age,incident,incident_on\n"
        "a.pdf,Child A,2 years,Fire,2010\na.pdf,Child B,4 months,Fire,\na.pdf,Child A,3 years,Fall,2011\n",
    )
    assert (kept.reviews, kept.children, kept.incidents) == (1, 2, 2)
    assert rows(room, AGES) == [
        ("Child A", "Fall", "3 years"), ("Child A", "Fire", "2 years"), ("Child B", "Fire", "4 months"),
    ]  # fmt: skip


def test_several_files_may_report_one_review(room: Room) -> None:
    documents = [room.document(name, name) for name in ("a.pdf", "b.pdf")]
    kept = keep(room, "file,review,child\na.pdf,R1,A\nb.pdf,r1,a\n")
    assert (kept.reviews, kept.children) == (1, 1)
    assert rows(room, "SELECT document_id, reference FROM document JOIN review USING (review_id)") == [
        (documents[0], "R1"), (documents[1], "R1"),
    ]  # fmt: skip


def test_a_review_is_called_as_the_sheet_writes_it(room: Room) -> None:
    room.document("a.pdf", "Words", review=room.review("scr-1"))
    room.document("b.pdf", "More", review=room.review("scr-2"))
    keep(room, "file,review\na.pdf,\na.pdf,SCR-1\n")
    assert rows(room, "SELECT reference FROM review ORDER BY 1") == [("SCR-1",), ("scr-2",)]


def test_a_file_that_no_row_gives_a_review_has_one_of_its_own(room: Room) -> None:
    room.document("a.pdf", "Words")
    keep(room, "file,area\na.pdf,Bala\n")
    assert rows(room, REVIEWS) == [("a", "", "Bala", None)]


def test_children_and_incidents_without_a_name_are_numbered(room: Room) -> None:
    room.document("a.pdf", "Words")
    kept = keep(room, "file,age,incident date\na.pdf,7 weeks,2010\na.pdf,3 years,\na.pdf,,\n")
    assert rows(room, AGES) == [("Child 1", "Incident 1", "7 weeks"), ("Child 2", "Incident 1", "3 years")]
    assert "2 rows name no child; each was taken as a child of its own." in kept.notes


def test_a_row_that_is_mended_moves_no_other_child(room: Room) -> None:
    room.document("a.pdf", "Words")
    broken = keep(room, "file,born,age\na.pdf,soon,7 weeks\na.pdf,2007,3 years\n")
    assert (broken.rows, rows(room, CHILDREN)) == (1, [("a", "Child 2", "2007")])
    keep(room, "file,born,age\na.pdf,2010,7 weeks\na.pdf,2007,3 years\n")
    assert rows(room, CHILDREN) == [("a", "Child 1", "2010"), ("a", "Child 2", "2007")]


def test_the_same_sheet_twice_changes_nothing(room: Room) -> None:
    room.document("a.pdf", "Words")
    text = "file,review,child,age,incident_on,Sex\na.pdf,R1,,7 weeks,2010,girl\na.pdf,R1,B,unborn,,\n"
    keep(room, text)
    before = everything(room)
    assert keep(room, text).notes[-1:] == ("1 row names no child; it was taken as a child of its own.",)
    assert everything(room) == before


def test_what_a_later_sheet_does_not_say_stays_and_is_told(room: Room) -> None:
    room.document("a.pdf", "Words")
    keep(room, "file,title,child\na.pdf,Overview,A\n")
    kept = keep(room, "file,area,child\na.pdf,Bala,B\n")
    assert rows(room, REVIEWS) == [("a", "Overview", "Bala", None)]
    assert kept.notes == ("a keeps A, which the project had and the sheet does not name.",)


@pytest.mark.parametrize("named", ["a.pdf", "A.PDF", "a", r"C:\reviews\a.pdf", "reviews/a.pdf"])
def test_a_file_is_known_by_its_name_however_it_is_written(room: Room, named: str) -> None:
    room.document("a.pdf", "Words")
    assert keep(room, f"file,area\n{named},Bala\n").reviews == 1


def test_files_that_are_not_there_and_documents_without_a_row_are_listed(room: Room) -> None:
    room.document("overview-b.pdf", "Words")
    room.document("other.pdf", "More")
    kept = keep(room, "file,area\noverview b.pdf,Bala\nquite-another.docx,Y\n")
    assert [(one.row, one.file, one.near) for one in kept.unknown_files] == [
        (2, "overview b.pdf", "overview-b.pdf"), (3, "quite-another.docx", ""),
    ]  # fmt: skip
    assert kept.unknown_files[0].cells == {"file": "overview b.pdf", "area": "Bala"}
    assert (kept.without_row, kept.rows) == (("other.pdf", "overview-b.pdf"), 0)


@pytest.mark.parametrize("named", [".", "/", "..", "a/", ".pdf"])
def test_what_is_no_name_of_a_file_is_listed_too(room: Room, named: str) -> None:
    room.document("b.pdf", "Words")
    assert [one.file for one in keep(room, f"file,area\n{named},Bala\n").unknown_files] == [named]


def test_a_row_may_name_a_review_alone_where_that_is_known(room: Room) -> None:
    room.document("a.pdf", "Words")
    kept = keep(room, "file,review,child\na.pdf,R1,A\n,R1,B\n,R2,C\n")
    assert rows(room, CHILDREN) == [("R1", "A", None), ("R1", "B", None)]
    assert [(one.row, one.column, one.has) for one in kept.faults] == [(4, "review", "“R2”")]


@pytest.mark.parametrize(
    ("row", "column", "has", "needs"),
    [
        ("a.pdf,,13/13/2010,,,", "born_on", "“13/13/2010”", "day, month, year"),
        ("a.pdf,,,old,,", "age", "“old”", "7 weeks"),
        (",B,,,,", "file", "nothing", "the name of a file"),
        ("a.pdf,A,2011,,,2010", "born_on", "2011", "before the review was published"),
        ("a.pdf,A,,,,,extra", "(no heading)", "“extra”", "no more cells"),
    ],
)
def test_a_row_with_a_bad_cell_is_told_and_left_out_whole(
    room: Room, row: str, column: str, has: str, needs: str
) -> None:
    room.document("a.pdf", "Words")
    kept = keep(room, f"file,child,born,age,area,published\n{row}\na.pdf,Sound,,,,\n")
    (fault,) = kept.faults
    assert (fault.row, fault.column, fault.has) == (2, column, has)
    assert needs in fault.needs
    assert str(fault) == f"Row 2, {column}: has {has}; needs {fault.needs}."
    assert [child for _, child, _ in rows(room, CHILDREN)] == ["Sound"]


@pytest.mark.parametrize(
    ("later", "column"),
    [
        ("a.pdf,A,2010,,Fire,,Cardiff", "area"),
        ("a.pdf,a,2009,,Fire,,Bala", "born_on"),
        ("a.pdf,B,,,fire,2011,Bala", "incident_on"),
    ],
)
def test_a_row_that_contradicts_an_earlier_one_is_told_and_left_out(room: Room, later: str, column: str) -> None:
    room.document("a.pdf", "Words")
    kept = keep(room, f"file,child,born,age,incident,incident_on,area\na.pdf,A,2010,,Fire,2012,Bala\n{later}\n")
    (fault,) = kept.faults
    assert (fault.row, fault.column) == (3, column)
    assert "what row 2 says of it too" in fault.needs
    assert len(rows(room, CHILDREN)) == 1


def test_an_age_needs_its_incident_where_there_are_several(room: Room) -> None:
    room.document("a.pdf", "Words")
    kept = keep(room, "file,child,age,incident\na.pdf,A,1 year,Fire\na.pdf,A,2 years,Fall\na.pdf,B,3 years,\n")
    assert [(one.row, one.column) for one in kept.faults] == [(4, "incident")]


def test_a_file_reports_one_review(room: Room) -> None:
    room.document("a.pdf", "Words")
    kept = keep(room, "file,review\na.pdf,\na.pdf,R1\na.pdf,R2\n")
    assert [(one.row, one.has) for one in kept.faults] == [(4, "“R2”")]
    assert rows(room, "SELECT reference FROM review") == [("R1",)]


def test_a_review_that_a_document_leaves_goes_only_if_it_is_empty(room: Room) -> None:
    empty, full = room.review("empty"), room.review("full", "Child A")
    room.document("a.pdf", "Words", review=empty)
    room.document("b.pdf", "More", review=full)
    keep(room, "file,review\na.pdf,R1\nb.pdf,R1\n")
    assert rows(room, "SELECT reference FROM review ORDER BY 1") == [("R1",), ("full",)]


@pytest.mark.parametrize("said", ["unknown", "n/a", "-", "not stated", "?"])
def test_what_only_says_that_nothing_is_known_is_nothing(room: Room, said: str) -> None:
    room.document("a.pdf", "Words")
    assert keep(room, f"file,child,born,age\na.pdf,A,{said},{said}\n").faults == ()
    assert rows(room, CHILDREN) == [("a", "A", None)]

"""The one file that an analysis is kept in."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from rooms import AT, Room, document_of

from lapwing.reviews.beginning import begin_project
from lapwing.reviews.document import Document
from lapwing.reviews.project import UnusableProject, document_named, make_project, open_project
from lapwing.reviews.project.documents import keep_reading, original_of, stored_document
from lapwing.reviews.refusal import Refusal
from lapwing.reviews.themes import newest_book


def test_a_project_begins_with_the_reports_ten_findings(tmp_path: Path) -> None:
    with begin_project(tmp_path / "p.lapwing", "Ours", AT) as project:
        book = newest_book(project)
    assert (book.version, len(book.themes)) == (1, 10)
    assert [theme.lesson for theme in book.themes] == [f"K{number}" for number in range(1, 11)]


def test_what_is_no_project_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all")
    other = sqlite3.connect(tmp_path / "other.sqlite")
    other.execute("CREATE TABLE t (x)")
    other.close()
    for name, why in (
        ("absent", "There is no project"),
        ("letter.txt", "not a project"),
        ("other.sqlite", "not a project"),
    ):
        with pytest.raises(UnusableProject, match=why):
            open_project(tmp_path / name)


def test_a_project_is_never_written_over(tmp_path: Path) -> None:
    make_project(tmp_path / "p", "One", AT).close()
    with pytest.raises(UnusableProject, match="is there already"):
        make_project(tmp_path / "p", "Two", AT)


def test_a_change_that_fails_leaves_nothing_behind(room: Room) -> None:
    with pytest.raises(Refusal, match="needs a name"), room.project.changing():
        room.coder("Anna"), room.coder("")
    assert room.project.one("SELECT 1 FROM coder WHERE name = 'Anna'") is None


def test_a_document_comes_back_as_it_was_read(room: Room) -> None:
    lines = ("# Findings", "1. The father was not seen.", "- an item", "= Page 3")
    document_id = room.document("a.txt", *lines)
    assert stored_document(room.project, document_id) == document_of(*lines)
    assert original_of(room.project, document_id) == "\n".join(lines).encode()


def test_a_second_document_of_a_name_or_content_is_refused(room: Room) -> None:
    room.document("a.txt", "One.")
    for name, line in (("a.txt", "Two."), ("b.txt", "One.")):
        with pytest.raises(Refusal, match=r"in the project already, as a\.txt"):
            room.document(name, line)


def test_only_the_newest_reading_is_searched(room: Room) -> None:
    document_id = room.document("a.txt", "The father was not seen.")
    keep_reading(room.project, document_id, document_of("The mother was not seen."), AT)
    found = room.project.rows("SELECT words FROM block_words WHERE block_words MATCH 'father OR mother'")
    assert [row["words"] for row in found] == ["The mother was not seen."]


def test_what_is_set_aside_is_not_searched(room: Room) -> None:
    room.document("a.txt", "= Serious case review of Child A", "The child was seen.")
    assert room.project.rows("SELECT 1 FROM block_words WHERE block_words MATCH 'serious'") == []


def test_a_document_is_found_by_the_beginning_of_its_name(room: Room) -> None:
    room.document("child-a.pdf", "One.")
    room.document("child-b.pdf", "Two.")
    assert document_named(room.project, "child-b")["name"] == "child-b.pdf"
    with pytest.raises(Refusal, match="2 documents begin with child"):
        document_named(room.project, "child")
    with pytest.raises(Refusal, match=r"Nearest: child-a\.pdf"):
        document_named(room.project, "chlid-a.pdf")


def test_an_empty_text_has_no_places() -> None:
    assert Document("", (), ()).quote(0, 0) == ""

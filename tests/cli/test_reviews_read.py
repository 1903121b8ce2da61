"""`lapwing reviews read`, as a person types it."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from read_here import read_here
from word_files import definition, level, numbering_list, paragraph, word_file

from command_line import Lapwing

PLAIN = "17. The midwife was not told.\n"
NUMBERED = word_file(
    paragraph("Agencies", numbered=(1, 0)),
    numbering=definition(0, level(0, "decimal", "%1.")) + numbering_list(1, 0),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of reviews, one of which is no document."""
    folder = tmp_path / "reviews"
    (folder / "2010").mkdir(parents=True)
    (folder / "2010" / "b.docx").write_bytes(NUMBERED)
    (folder / "a.txt").write_text(PLAIN)
    (folder / "broken.docx").write_bytes(NUMBERED[:100])
    (folder / "~$b.docx").write_bytes(b"Word was here")
    (folder / ".hidden").write_bytes(b"x")
    return folder


@pytest.fixture
def in_processes(lapwing: Lapwing, tmp_path: Path) -> Any:
    """Runs `lapwing reviews read` as it is, and gives what it says as JSON."""

    def run(*words: object, exit: int = 0) -> Any:
        ran = lapwing("reviews", "read", *words, "--project", tmp_path / "ours.lapwing", "--format", "json")
        assert ran.exit == exit, ran.err
        return json.loads(ran.out)

    return run


@pytest.fixture
def read(in_processes: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The same, without the processes."""
    read_here(monkeypatch)
    return in_processes


def test_a_folder_is_read_and_what_is_refused_is_told(in_processes: Any, folder: Path) -> None:
    told = in_processes(folder)
    assert [(one["file"], one["review"], one["paragraphs"]) for one in told["read"]] == [
        ("2010/b.docx", "2010/b", 1), ("a.txt", "a", 1),
    ]  # fmt: skip
    assert [one["file"] for one in told["refused"]] == ["broken.docx"]
    assert told["attributes"] is None


def test_every_result_says_all_of_it(read: Any, folder: Path) -> None:
    (one,) = read(folder / "a.txt")["read"]
    assert one == {
        "file": "a.txt",
        "review": "a",
        "pages": 1,
        "paragraphs": 1,
        "characters": len(PLAIN),
        "sha256": one["sha256"],
        "title": "",
        "notes": ["Read as UTF-8.", "The file has no form feeds and so no pages: everything stands on page 1."],
        "already": False,
        "did": "added",
        "shifted": [],
    }
    assert len(one["sha256"]) == 64


def test_a_sheet_says_which_review_and_children_a_file_is_about(read: Any, folder: Path) -> None:
    sheet = folder / "sheet.csv"
    sheet.write_text("file,review,age\na.txt,R1,7 weeks\nb.docx,R1,old\nc.pdf,,\n")
    told = read(folder, "--attributes", sheet)
    assert [one["review"] for one in told["read"]] == ["2010/b", "R1"]
    assert told["attributes"] == {
        "rows": 1,
        "reviews": 1,
        "children": 1,
        "incidents": 1,
        "faults": [
            {
                "file": "b.docx",
                "row": 3,
                "column": "age",
                "has": "“old”",
                "needs": told["attributes"]["faults"][0]["needs"],
                "cells": {"file": "b.docx", "review": "R1", "age": "old"},
            }
        ],
        "unknown_files": [{"row": 4, "file": "c.pdf", "near": "", "cells": {"file": "c.pdf", "review": "", "age": ""}}],
        "without_row": [],
        "notes": ["1 row names no child; it was taken as a child of its own."],
    }


def test_a_sheet_may_come_later(read: Any, folder: Path) -> None:
    read(folder / "a.txt")
    sheet = folder / "sheet.csv"
    sheet.write_text("file;area\na.txt;Bala\n")
    told = read("--attributes", sheet)
    assert (told["read"], told["attributes"]["rows"]) == ([], 1)


def test_reading_twice_and_again_changes_nothing(read: Any, folder: Path) -> None:
    read(folder / "a.txt")
    assert [(one["already"], one["did"]) for one in read(folder / "a.txt")["read"]] == [(True, "known")]
    assert [(one["already"], one["did"]) for one in read("--again")["read"]] == [(True, "unchanged")]


def test_another_file_of_a_known_name_needs_to_be_asked_for(read: Any, folder: Path) -> None:
    read(folder / "a.txt")
    (folder / "a.txt").write_text("Other words\n")
    assert "--replace" in read(folder / "a.txt", exit=2)["refused"][0]["why"]
    assert read(folder / "a.txt", "--replace")["read"][0]["did"] == "replaced"


def test_where_nothing_can_be_read_it_ends_with_2(read: Any, folder: Path) -> None:
    told = read(folder / "broken.docx", folder / "missing.txt", exit=2)
    assert {one["file"] for one in told["refused"]} == {"missing.txt", "broken.docx"}
    assert all(one["why"].endswith(".") for one in told["refused"])
    assert not list(folder.parent.glob("*.lapwing")), "no empty project is left behind"


def test_the_table_says_it_to_a_person(lapwing: Lapwing, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_here(monkeypatch)
    sheet = folder / "sheet.csv"
    sheet.write_text("file,born\na.txt,soon\nab.txt,\n")
    ran = lapwing("reviews", "read", folder, "--project", folder.parent / "ours.lapwing", "--attributes", sheet)
    assert ran.exit == 0
    for said in (
        "│ 2010/b.docx │ 2010/b │",
        "2010/b.docx: The file says nothing of its pages",
        "Not read: broken.docx.",
        "Attributes: 0 rows taken in",
        "Row left out. Row 2, born_on: has “soon”; needs a day such as",
        "Row left out. Row 3: the project has no file ab.txt. Near it: a.txt.",
        "No row is about 2010/b.docx.",
    ):
        assert said in ran.out


def test_notes_on_several_files_are_added_up(lapwing: Lapwing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_here(monkeypatch)
    deletion = "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>"
    for at in range(1, 6):
        (tmp_path / f"{at}.docx").write_bytes(
            word_file(paragraph("<w:r><w:t>Words</w:t></w:r>" + deletion * (at + 1)) * at)
        )
    ran = lapwing("reviews", "read", *sorted(tmp_path.glob("*.docx")), "--project", tmp_path / "ours.lapwing")
    assert "1.docx, 2.docx, 3.docx and 2 more: 70 tracked deletions are left out." in ran.out
    assert "5 files are in the project; 0 were refused." in ran.out


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ((), "There is nothing to read"),
        (("--again",), "There is no project"),
        (("empty",), "There is no file in the folder"),
        (("a.txt", "--attributes", "none.csv"), "none.csv cannot be opened"),
        (("a.txt", "--format", "csv"), "needs one of table, json"),
    ],
)
def test_what_cannot_be_done_is_refused_before_anything_is_made(
    lapwing: Lapwing, folder: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], why: str
) -> None:
    (folder / "empty").mkdir()
    monkeypatch.chdir(folder)
    ran = lapwing("reviews", "read", *words, "--project", "ours.lapwing")
    assert (ran.exit, ran.out) == (2, "")
    assert why in ran.err
    assert not (folder / "ours.lapwing").exists()


def test_a_link_out_of_a_folder_is_not_followed_and_said(read: Any, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.txt").write_text("Somebody's own.\n")
    (folder / "link.txt").symlink_to(tmp_path / "elsewhere.txt")
    refused = {one["file"]: one["why"] for one in read(folder)["refused"]}
    assert refused["link.txt"].startswith("It is a link to a file outside the folder.")


def test_a_pipe_is_refused_and_not_waited_for(read: Any, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (refused,) = read(tmp_path / "pipe.txt", exit=2)["refused"]
    assert refused["why"].startswith("It is no file but a device or a pipe.")


def test_a_name_that_is_not_written_in_letters_stops_nothing(read: Any, folder: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(folder) + b"/review\xff.txt")).write_text("Nobody asked.\n")
    except OSError:
        pytest.skip("This file system takes names in Unicode alone.")
    assert [one["file"] for one in read(folder)["read"]] == ["2010/b.docx", "a.txt", "review\ufffd.txt"]

"""`lapwing reviews invent`: what it writes, what it says, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command_line import into_a_pipe
from lapwing.reviews.invented.planting import PLANTED
from lapwing.reviews.project import open_project


def test_it_writes_files_and_prints_what_to_try_next(tmp_path: Path) -> None:
    ran = into_a_pipe("reviews", "invent", tmp_path / "corpus", "--reviews", 3, "--pages", 5)
    assert (ran.exit, ran.err) == (0, "")
    assert ran.out.startswith("Wrote 3 invented reviews of ")
    assert f"lapwing reviews read {tmp_path / 'corpus' / 'reviews'}" in ran.out
    assert len(list((tmp_path / "corpus" / "reviews").iterdir())) == 3
    assert not (tmp_path / "corpus" / "reviews.lapwing").exists()


def test_coded_it_makes_a_project_too(tmp_path: Path) -> None:
    words = ("reviews", "invent", tmp_path, "--reviews", 9, "--pages", 5, "--coded", "--format", "json")
    told = json.loads(into_a_pipe(*words).out)
    assert told["project"] == "reviews.lapwing"
    assert [coder["name"] for coder in told["coders"]] == ["Robin Ash", "Sam Reed"]
    assert set(told["coded_twice"]) <= {review["review"] for review in told["reviews"]}
    with open_project(tmp_path / "reviews.lapwing") as project:
        assert {row["name"] for row in project.rows("SELECT name FROM document")} == {
            Path(review["file"]).name for review in told["reviews"]
        }
    assert into_a_pipe(*words).exit == 2


def test_json_has_the_files_and_what_each_review_says_of_the_themes(tmp_path: Path) -> None:
    told = json.loads(into_a_pipe("reviews", "invent", tmp_path, "--reviews", 2, "--pages", 5, "--format", "json").out)
    assert set(told) == {"folder", "reviews", "sheets", "planted", "report", "project", "coders", "coded_twice"}
    assert told["project"] is None
    for review in told["reviews"]:
        assert (tmp_path / review["file"]).is_file()
        assert set(review["states"]) <= set(PLANTED)
        assert set(review["states"].values()) <= {"present", "absent"}
    assert all((tmp_path / name).is_file() for name in [*told["sheets"], told["planted"], *told["report"]])


@pytest.mark.parametrize("words", [("--reviews", 0), ("--pages", 2), ("--format", "xml")])
def test_what_cannot_be_made_is_refused_in_a_sentence(tmp_path: Path, words: tuple[object, ...]) -> None:
    ran = into_a_pipe("reviews", "invent", tmp_path / "corpus", *words)
    assert ran.exit == 2
    assert "needs" in ran.err
    assert not (tmp_path / "corpus").exists()


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ran = into_a_pipe("reviews", "invent", tmp_path / "file", "--reviews", 1, "--pages", 5)
    assert ran.exit == 2
    assert "cannot be written" in ran.err

"""`lapwing reviews export` and `import`: out to other tools and in from them, each with what was lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from refi_files import CODES, coding, project, qdpx, selection, sources, text_source

from command_line import Lapwing
from lapwing.reviews.project import open_project, project_name


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A project of another tool."""
    coded = selection(1, 4, 10, coding(11), name="father")
    return qdpx(tmp_path / "other.qdpx", project(sources(text_source(coded))), inner="Trial.qde")


def test_a_project_is_made_of_what_another_tool_exported(lapwing: Lapwing, tmp_path: Path, other: Path) -> None:
    ran = lapwing("reviews", "import", other, "--project", tmp_path / "a.lapwing")
    assert ran.exit == 0, ran.err
    assert ran.out.startswith("Brought in other.qdpx (made by Invented tool 1.0).\nIt keeps to the schema.\n")
    assert ["documents", "1", "0"] in [line.split() for line in ran.out.splitlines()]
    assert "  all texts: code points, CRLF is 1, BOM not counted, end exclusive\n" in ran.out
    assert "1  name of the inner file: is not project.qde; it was taken all the same (Trial.qde)" in ran.out
    with open_project(tmp_path / "a.lapwing") as opened:
        assert project_name(opened) == "Invented"


def test_what_was_brought_in_is_told_as_json(lapwing: Lapwing, tmp_path: Path, other: Path) -> None:
    lapwing("reviews", "import", other, "--project", tmp_path / "a.lapwing")
    ran = lapwing(
        "reviews", "import", other, "--project", tmp_path / "a.lapwing", "--coder", "Cleo Invented", "--format", "json"
    )
    told = json.loads(ran.out)
    assert list(told) == [
        "file",
        "project",
        "origin",
        "valid",
        "schema_errors",
        "came",
        "lost",
        "changed",
        "defects",
        "offsets",
    ]
    assert told["came"]["codings"] == {"new": 0, "there_already": 1}
    assert told["defects"][0] == {
        "what": "name of the inner file",
        "why": "is not project.qde; it was taken all the same",
        "count": 1,
        "names": ["Trial.qde"],
    }
    assert set(told["offsets"][0]) == {
        *("source", "convention", "score", "runner_up", "runner_up_score", "how_sure", "in_words", "selections")
    }


def test_an_analysis_goes_out_and_comes_back_the_same(lapwing: Lapwing, tmp_path: Path, other: Path) -> None:
    lapwing("reviews", "import", other, "--project", tmp_path / "a.lapwing")
    for ending in ("qdpx", "qdc"):
        ran = lapwing("reviews", "export", tmp_path / f"one.{ending}", "--project", tmp_path / "a.lapwing")
        assert ran.exit == 0, ran.err
        assert ran.out.startswith(f"Wrote one.{ending}.\nIt keeps to the schema.\n\nWhat went out\n")
        lapwing("reviews", "import", tmp_path / f"one.{ending}", "--project", tmp_path / f"b-{ending}.lapwing")
        lapwing("reviews", "export", tmp_path / f"two.{ending}", "--project", tmp_path / f"b-{ending}.lapwing")
        assert (tmp_path / f"one.{ending}").read_bytes() == (tmp_path / f"two.{ending}").read_bytes()


def test_what_is_refused_leaves_no_project_behind(lapwing: Lapwing, tmp_path: Path) -> None:
    bad = tmp_path / "bad.qdpx"
    bad.write_bytes(b"<html>")
    ran = lapwing("reviews", "import", bad, "--project", tmp_path / "a.lapwing")
    assert (ran.exit, ran.out) == (2, "")
    assert (
        ran.err == "bad.qdpx is not a .qdpx: it is no zip file. Export the project again in the tool it comes from.\n"
    )
    assert not (tmp_path / "a.lapwing").exists()


def test_other_endings_unknown_coders_and_missing_projects_are_refused(
    lapwing: Lapwing, tmp_path: Path, other: Path
) -> None:
    held = tmp_path / "a.lapwing"
    lapwing("reviews", "import", other, "--project", held)
    ran = lapwing("reviews", "export", tmp_path / "a.zip", "--project", held)
    assert (ran.exit, ran.err) == (2, "OUT: has “.zip”; needs one of .qdpx, .qdc.\n")
    assert lapwing("reviews", "import", tmp_path / "a.xml", "--project", held).exit == 2
    ran = lapwing("reviews", "export", tmp_path / "a.qdpx", "--project", held, "--coder", "Dee")
    assert ran.exit == 2
    assert ran.err.startswith("--coder: nobody called Dee codes here; needs one of Lapwing, Ann Invented")
    assert lapwing("reviews", "export", tmp_path / "a.qdpx", "--project", tmp_path / "none.lapwing").exit == 2
    assert lapwing("reviews", "import", tmp_path / "none.qdpx", "--project", held).err.startswith("There is no file")


def test_a_file_that_breaks_the_schema_is_told_where(lapwing: Lapwing, tmp_path: Path) -> None:
    broken = qdpx(tmp_path / "other.qdpx", project().replace(CODES, CODES.replace(' isCodable="true"', "")))
    ran = lapwing("reviews", "import", broken, "--project", tmp_path / "a.lapwing")
    assert "It does not keep to the schema; taken as far as it could be:\n  line 1: Code" in ran.out

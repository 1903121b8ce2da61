"""`lapwing reviews digest`, as a person types it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from rooms import Room

from command_line import Lapwing

LINES = (
    "# Findings",
    "16. In too many cases the father of the baby was not seen by anybody.",
    "# Recommendations",
    "17. The Board should:",
    "- ask about fathers",
    "- see that a baby is weighed",
    "18. Practitioners should write down what they see.",
)
NAME = "child-a.pdf"


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Room]:
    """A project with one document."""
    room = Room(tmp_path)
    room.document(NAME, *LINES)
    yield room
    room.project.close()


def test_a_document_of_the_project_is_reduced(lapwing: Lapwing, opened: Room) -> None:
    ran = lapwing("reviews", "digest", "child-a", "--project", opened.project.path, "--length", "60%")
    assert ran.exit == 0, ran.err
    assert "  - ask about fathers (page 1, paragraph 17)" in ran.out


def test_only_one_audience_can_be_asked_for(lapwing: Lapwing, opened: Room) -> None:
    ran = lapwing(
        "reviews", "digest", "--audience", "practitioners", "--format", "json", NAME, "--project", opened.project.path
    )
    assert list(json.loads(ran.out)["by_audience"]) == ["Practitioners"]


@pytest.mark.parametrize("format", ["table", "markdown", "docx"])
def test_a_digest_in_a_file_holds_against_its_source(
    lapwing: Lapwing, opened: Room, tmp_path: Path, format: str
) -> None:
    digest = tmp_path / f"digest.{'docx' if format == 'docx' else 'txt'}"
    made = lapwing("reviews", "digest", NAME, "--project", opened.project.path, "--format", format, "--out", digest)
    assert made.exit == 0, made.err
    ran = lapwing("reviews", "digest", "verify", digest, NAME, "--project", opened.project.path, "--format", "json")
    assert ran.exit == 0, ran.err
    totals = json.loads(ran.out)["totals"]
    assert totals["lines"] == totals["verbatim"] >= 3
    assert totals["cited places that are wrong"] == 0


def test_somebodys_line_is_told_with_what_was_changed(lapwing: Lapwing, opened: Room, tmp_path: Path) -> None:
    digest = tmp_path / "theirs.txt"
    digest.write_text("In some cases the father of the baby was seen by anybody. (paragraph 17)\n", "utf-8")
    ran = lapwing("reviews", "digest", "verify", digest, NAME, "--project", opened.project.path)
    assert ran.exit == 0
    assert "It touches a negation." in ran.out
    assert "It says paragraph 17; found on page 1, paragraph 16." in ran.out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["nothing.pdf"], "There is no file nothing.pdf."),
        (["verify", "nothing.pdf", "other.pdf"], "There is no file nothing.pdf."),
        (["nothing.pdf", "--format", "rtf"], "needs one of table, json, markdown, docx"),
        (["nothing.pdf", "--format", "docx"], "say where with --out FILE"),
        (["nothing.pdf", "--audience", "Martians"], "--audience has “Martians”"),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_sentence(lapwing: Lapwing, words: list[str], told: str) -> None:
    ran = lapwing("reviews", "digest", *words)
    assert ran.exit == 2
    assert told in ran.err


def test_a_name_longer_than_any_file_has_is_refused_with_a_sentence(lapwing: Lapwing) -> None:
    ran = lapwing("reviews", "digest", "x" * 5_000)
    assert ran.exit == 2
    assert "cannot be read" in ran.err
    assert len(ran.err) < 400

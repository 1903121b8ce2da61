"""`lapwing reviews code` and `themes`, as a person types them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rooms import Room

from command_line import Lapwing

LINES = (
    "# Findings",
    "16. The father was not seen.",
    "17. The Board should:",
    "- ask about fathers",
    "- see that a baby is weighed",
    "18. The father was not seen.",
)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Room]:
    """A project with one document about one child."""
    room = Room(tmp_path)
    room.document("child-a.pdf", *LINES, review=room.review("Review A", "Child A"))
    yield room
    room.project.close()


@pytest.fixture
def coding(lapwing: Lapwing, opened: Room) -> Any:
    """Runs `lapwing reviews code` as Anna, and gives what it says as JSON."""

    def run(*words: str, by: str = "Anna") -> Any:
        ran = lapwing("reviews", "code", *words, "--project", opened.project.path, "--coder", by, "--format", "json")
        assert ran.exit == 0, ran.err
        return json.loads(ran.out)

    return run


@pytest.fixture
def refused(lapwing: Lapwing, opened: Room) -> Any:
    """Runs `lapwing reviews code` as Anna, and gives the sentence that refuses it."""

    def run(*words: str) -> str:
        ran = lapwing("reviews", "code", *words, "--project", opened.project.path, "--coder", "Anna")
        assert (ran.exit, ran.out) == (2, "")
        return str(ran.err)

    return run


def test_a_passage_is_coded_by_its_words(coding: Any) -> None:
    (told,) = coding("child-a", "--theme", "fathers", "--quote", "ask  about\nfathers")["coded"]
    assert told == {
        "coding": 1,
        "document": "child-a.pdf",
        "theme": "fathers",
        "coder": "Anna",
        "quote": "ask about fathers",
        "page": 1,
        "paragraph": "17",
        "heading": "Findings",
        "block": 4,
    }


def test_a_paragraph_is_coded_with_the_list_that_hangs_from_it(coding: Any) -> None:
    (told,) = coding("child-a", "--theme", "fathers", "--paragraph", "17")["coded"]
    assert told["quote"].startswith("The Board should:")
    assert told["quote"].endswith("a baby is weighed")


def test_words_that_stand_twice_need_their_paragraph(coding: Any, refused: Any) -> None:
    said = refused("child-a", "--theme", "fathers", "--quote", "The father was not seen.")
    assert "stands 2 times: page 1, paragraph 16, page 1, paragraph 18" in said
    told = coding("child-a", "--theme", "fathers", "--quote", "The father was not seen.", "--paragraph", "18")
    assert told["coded"][0]["paragraph"] == "18"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--theme", "fathers", "--quote", "the uncle"], "does not stand in the document"),
        (["--theme", "fathers", "--paragraph", "99"], "No paragraph is numbered 99"),
        (["--theme", "uncles", "--paragraph", "17"], "has no theme uncles"),
        (["--theme", "fathers", "--whole", "perhaps"], "present, absent or not-assessed"),
        (["--theme", "fathers", "--whole", "absent", "--child", "Child B"], "no child Child B. It has: Child A"),
        (["--withdraw", "1", "--why", "wrong"], "no coding 1 that stands"),
        (["--withdraw", "9" * 30, "--why", "wrong"], "A number is larger than a project can keep"),
        (["--theme", "fathers", "--memo", "Ask about this."], "Which passage, or what of the whole document?"),
        (["--theme", "fathers", "--whole", "absent", "--quote", "asked"], "A passage or the whole document?"),
        (["--theme", "fathers", "--paragraph", "16", "--memo", "\udcff"], "in an encoding other than"),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_sentence(refused: Any, words: list[str], said: str) -> None:
    assert said in refused("child-a", *words)


def test_whole_documents_and_memos_and_what_is_finished_are_listed(coding: Any) -> None:
    coding("child-a", "--theme", "fathers", "--paragraph", "16", "--memo", "Compare with 18.", "--child", "Child A")
    coding("child-a", "--theme", "fragility", "--whole", "not-assessed")
    coding("child-a", "--finish")
    told = coding()
    assert [(one["quote"], one["memos"]) for one in told["codings"]] == [
        ("The father was not seen.", ["Compare with 18."])
    ]
    assert [(one["theme"], one["state"]) for one in told["whole"]] == [("fragility", "not assessed")]
    assert [one["coder"] for one in told["finished"]] == ["Anna"]


def test_a_coding_taken_back_is_no_longer_listed(coding: Any) -> None:
    coding("child-a", "--theme", "fathers", "--paragraph", "16")
    assert coding("--withdraw", "1", "--why", "It is about the uncle.") == {"withdrawn": 1}
    assert coding()["codings"] == []


def test_a_sheet_is_kept_whole_or_not_at_all(coding: Any, refused: Any, tmp_path: Path) -> None:
    sheet = tmp_path / "codings.csv"
    sheet.write_text("document,theme,paragraph,whole\nchild-a.pdf,fathers,16,\nchild-a.pdf,uncles,17,\n,fathers,17,\n")
    said = refused("--from", str(sheet))
    assert "2 of its rows cannot be used" in said
    assert "row 3: " in said
    assert coding()["codings"] == []
    sheet.write_text("document,theme,paragraph,whole\nchild-a.pdf,fathers,16,\nchild-a.pdf,fragility,,absent\n")
    assert len(coding("--from", str(sheet))["coded"]) == 2


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("child-a.pdf,fathers,²,16", "page has ²; needs a number"),
        (f'child-a.pdf,fathers,,"{"x" * 200_000}', "Look for a quotation mark that is never closed"),
    ],
)
def test_a_sheet_that_cannot_be_read_says_where(refused: Any, tmp_path: Path, row: str, said: str) -> None:
    sheet = tmp_path / "codings.csv"
    sheet.write_text(f"document,theme,page,paragraph\n{row}\n")
    assert said in refused("--from", str(sheet))


def test_a_child_named_twice_is_one_child(coding: Any, opened: Room) -> None:
    twice = ("--child", "Child A", "--child", "child a")
    coding("child-a", "--theme", "fathers", "--paragraph", "16", *twice)
    coding("child-a", "--theme", "fragility", "--whole", "absent", *twice)
    assert len(opened.project.rows("SELECT * FROM coding_child")) == 1
    assert len(opened.project.rows("SELECT * FROM assessment")) == 1


def test_words_of_the_theme_book_are_shown_as_they_are_written(lapwing: Lapwing, opened: Room, tmp_path: Path) -> None:
    book = tmp_path / "themes.toml"
    book.write_text('[[theme]]\ncode = "fathers"\nname = "Fathers [/b]"\n')
    words = ("reviews", "themes", "--project", opened.project.path, "--from", book, "--coder", "Anna")
    ran = lapwing(*words, "--why", "[bold]shorter")
    assert ran.exit == 0, ran.err
    assert "[bold]shorter" in ran.out
    assert "Fathers [/b]" in ran.out


def test_a_sheet_without_its_columns_is_refused(refused: Any, tmp_path: Path) -> None:
    sheet = tmp_path / "codings.csv"
    sheet.write_text("theme,colour\nfathers,red\n")
    assert "no column document" in refused("--from", str(sheet))


def test_a_new_version_of_the_book_needs_a_reason_and_sound_themes(
    lapwing: Lapwing, opened: Room, tmp_path: Path
) -> None:
    book = tmp_path / "themes.toml"
    assert lapwing("reviews", "themes", "--project", opened.project.path, "--format", "toml", "--out", book).exit == 0
    words = ("reviews", "themes", "--project", opened.project.path, "--from", book, "--coder", "Anna")
    assert "needs a reason" in lapwing(*words).err
    book.write_text(book.read_text() + '\n[[theme]]\ncode = "uncles"\nname = "Uncles were left out"\n')
    told = json.loads(lapwing(*words, "--why", "uncles matter", "--format", "json").out)
    assert (told["version"], len(told["themes"])) == (2, 11)
    assert any("uncles has no definition" in sentence for sentence in told["weaknesses"])
    assert "Uncles were left out" in lapwing("reviews", "themes", "--project", opened.project.path).out


def test_a_project_that_is_not_there_says_how_to_make_one(lapwing: Lapwing, tmp_path: Path) -> None:
    ran = lapwing("reviews", "code", "--project", tmp_path / "none.lapwing")
    assert ran.exit == 2
    assert "There is no project" in ran.err

"""`lapwing reviews suggest`, as a person types it and as a script reads it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from read_rooms import FATHERS, Reviewed

from command_line import Lapwing


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Reviewed]:
    """A project with two reviews on fathers and one of something else."""
    room = Reviewed(tmp_path)
    room.review_with("one", *FATHERS)
    room.review_with("two", FATHERS[0])
    room.review_with("three")
    yield room
    room.project.close()


@pytest.fixture
def told(lapwing: Lapwing, opened: Reviewed) -> Any:
    """Runs `lapwing reviews suggest` for fathers, and gives what it says as JSON."""

    def run(*words: object) -> Any:
        ran = lapwing("reviews", "suggest", *words, "--project", opened.project.path, "--format", "json")
        assert ran.exit == 0, ran.err
        return json.loads(ran.out)

    return run


def test_a_suggestion_has_everything_that_a_script_needs_and_is_marked(told: Any) -> None:
    made = told("--theme", "fathers", "--document", "two", "--way", "words")
    (one,) = made.pop("suggestions")
    note = "Suggested by the machine; nothing counts before somebody accepts it."
    assert made == {"total": 1, "double_coding": [], "note": note}
    assert one.pop("why").startswith("Shares “father” with the theme's name")
    assert 0 < one.pop("score") <= 1
    assert one.pop("end") - one.pop("start") == len(FATHERS[0])
    assert one == {
        "id": 1,
        "way": "words",
        "document": "two.txt",
        "page": 1,
        "paragraph": "2",
        "heading": "two",
        "quote": FATHERS[0],
        "theme": "fathers",
        "also": [],
        "by": "machine",
    }


def test_people_accept_and_decline_by_number_and_see_how_good_it_was(
    told: Any, lapwing: Lapwing, opened: Reviewed
) -> None:
    ids = [one["id"] for one in told("--theme", "fathers")["suggestions"]]
    decided = told("--accept", ids[0], "--accept", ids[1], "--decline", ids[2], "--coder", "Anna")
    codings = decided.pop("codings")
    assert len(codings) == 2
    assert decided == {"accepted": ids[:2], "declined": [ids[2]], "coder": "Anna"}
    assert not set(ids[:3]) & {one["id"] for one in told("--theme", "fathers", "--way", "words")["suggestions"]}
    (so_far,) = told("--how-good", "--way", "words")["accepted"]
    assert so_far == {
        "way": "words",
        "theme": "fathers",
        "accepted": 2,
        "decided": 3,
        "share": 0.6667,
        "least": 0.2077,
        "most": 0.9385,
    }
    ran = lapwing("reviews", "suggest", "--how-good", "--project", opened.project.path)
    assert "2 of 3" in ran.out
    assert "67% (21% to 94%)" in ran.out


def test_how_good_says_what_is_found_of_what_people_coded(told: Any, lapwing: Lapwing, opened: Reviewed) -> None:
    for name in ("one", "two"):
        opened.code(name, FATHERS[0])
    judged = told("--how-good", "--theme", "fathers", "--way", "alike")["left_out"]
    assert [(one["depth"], one["coded"], one["hits"], one["recall"]) for one in judged] == [
        (5, 2, 2, 1.0),
        (10, 2, 2, 1.0),
        (20, 2, 2, 1.0),
    ]
    ran = lapwing("reviews", "suggest", "--how-good", "--project", opened.project.path)
    assert "best 10 in each: 2 of 2 coded, 100%" in ran.out
    assert "best 5 in each" not in ran.out
    assert "nobody has finished" in ran.out


def test_people_read_why_and_how_to_decide(lapwing: Lapwing, opened: Reviewed) -> None:
    ran = lapwing("reviews", "suggest", "--theme", "fathers", "--project", opened.project.path, "--limit", "1")
    assert ran.exit == 0
    assert ran.out.startswith("Suggested by the machine; nothing counts before somebody accepts it. The best 1 of 5:")
    assert ". fathers? " in ran.out
    assert "words 0." in ran.out
    assert "--accept 1 --coder NAME codes it" in ran.out


def test_a_document_that_is_being_double_coded_is_named(lapwing: Lapwing, opened: Reviewed) -> None:
    opened.hand_out("two", "Anna", "Ben")
    ran = lapwing("reviews", "suggest", "--document", "two", "--project", opened.project.path)
    assert ran.out == "Nothing more to suggest.\n\nBeing double-coded, and so left alone: two.txt.\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--accept", "1"), "A coder needs a name"),
        (("--accept", "7", "--coder", "Anna"), "no suggestion 7"),
        (("--accept", "7", "--decline", "7", "--coder", "Anna"), "both accepted and declined"),
        (("--theme", "uncles"), "has no theme uncles"),
        (("--way", "magic"), "needs one of"),
        (("--cue", "uncle"), "--theme"),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_sentence(
    lapwing: Lapwing, opened: Reviewed, words: tuple[str, ...], sentence: str
) -> None:
    ran = lapwing("reviews", "suggest", *words, "--project", opened.project.path)
    assert (ran.exit, ran.out) == (2, "")
    assert sentence in ran.err

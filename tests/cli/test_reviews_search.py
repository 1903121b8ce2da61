"""`lapwing reviews search`, as a person types it and as a script reads it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rooms import Room

from command_line import Lapwing
from lapwing.reviews.project import coder_names, new_guid

LINES = (
    "# Findings",
    "16. The father was not seen before the birth.",
    "17. The Board should:",
    "- ask about fathers and partners",
    "18. The baby was weighed.",
)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Room]:
    """A project with two reviews: of a baby in Northshire, and of a young person elsewhere."""
    room = Room(tmp_path)
    for name, area, age in (("Review A", "Northshire", "3 months"), ("Review B", "", "15")):
        review = room.review(name, name[-1])
        room.project.connection.execute("UPDATE review SET area = ? WHERE review_id = ?", (area, review))
        incident = room.project.insert(
            "incident", guid=new_guid(), review_id=review, label="1", occurred_on="2010-05-04"
        )
        room.project.insert("child_in_incident", child_id=room.child(name[-1]), incident_id=incident, stated_age=age)
        room.document(f"{name}.txt", *(LINES if name == "Review A" else LINES[:2]), review=review)
    yield room
    room.project.close()


@pytest.fixture
def searched(lapwing: Lapwing, opened: Room) -> Any:
    """Runs `lapwing reviews search` and gives what it says as JSON."""

    def run(*words: str) -> Any:
        ran = lapwing("reviews", "search", *words, "--project", opened.project.path, "--format", "json")
        assert ran.exit == 0, ran.err
        return json.loads(ran.out)

    return run


def test_a_result_has_everything_that_a_script_needs(searched: Any) -> None:
    told = searched("partners")
    (result,) = told.pop("results")
    assert told == {"query": "partners", "total": 1}
    assert result.pop("score") > 0
    assert result == {
        "document": "Review A.txt",
        "review": "Review A",
        "page": 1,
        "paragraph": "17",
        "heading": "Findings",
        "kind": "bullet",
        "quote": "ask about fathers and partners",
        "marks": [[22, 30]],
        "start": 81,
        "end": 111,
        "themes": [],
    }


def test_people_read_where_it_is_and_see_the_matches_marked(lapwing: Lapwing, opened: Room) -> None:
    ran = lapwing("reviews", "search", "father", "--project", opened.project.path, "--limit", "1")
    assert ran.exit == 0
    assert ran.out.startswith("3 passages, the best 1 of them:\n\n1. Review A.txt, page 1, paragraph 17 · Findings\n")
    assert "ask about [fathers] and partners" in ran.out


@pytest.mark.parametrize(
    ("narrowed", "total"),
    [
        (("--document", "Review A"), 2),
        (("--review", "review b"), 1),
        (("--area", "Northshire"), 2),
        (("--scheme", "report", "--cohort", "14 and over"), 1),
        (("--cohort", "under 1"), 2),
        (("--cohort", "1-5"), 0),
        (("--kind", "bullet"), 1),
        (("--theme", "fathers"), 0),
        (("--not-theme", "fathers"), 3),
    ],
)
def test_a_search_is_narrowed(searched: Any, narrowed: tuple[str, ...], total: int) -> None:
    assert searched("father", *narrowed)["total"] == total


def test_looking_makes_nobody_a_coder(searched: Any, opened: Room) -> None:
    before = coder_names(opened.project)
    assert searched("father", "--coder", "Nobody Known")["total"] == 3
    assert coder_names(opened.project) == before


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("?!",), "no words"),
        (("father", "--review", "Review Z"), "no review has the reference Review Z"),
        (("father", "--theme", "uncles"), "has no theme uncles"),
        (("father", "--theme", "fathers", "--not-theme", "fathers"), "give one of them"),
        (("father", "--kind", "poem"), "needs one of"),
        (("father", "--limit", "0"), "needs 1 to 1000000"),
    ],
)
def test_what_cannot_be_searched_is_refused_with_a_sentence(
    lapwing: Lapwing, opened: Room, words: tuple[str, ...], sentence: str
) -> None:
    ran = lapwing("reviews", "search", *words, "--project", opened.project.path)
    assert (ran.exit, ran.out) == (2, "")
    assert sentence in ran.err

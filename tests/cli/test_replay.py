"""`lapwing replay`, as people and scripts use it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from command_line import DAY, Lapwing, into_a_pipe

SPAN = ("--from", "2026-05-25", "--to", DAY)


def test_a_table_by_lesson_and_what_was_said_first(lapwing: Lapwing, partnership: Path) -> None:
    ran = lapwing("replay", partnership, *SPAN)
    assert ran.exit == 0
    assert "looking every week, 2 times" in ran.out
    assert "P17.1" in ran.out
    assert "What was said first:" in ran.out
    assert ran.err == ""


@pytest.fixture(scope="module")
def told(partnership: Path) -> dict[str, Any]:
    """What `lapwing replay` gives of the invented partnership as JSON: run once, since it takes seconds."""
    document: dict[str, Any] = json.loads(into_a_pipe("replay", partnership, *SPAN, "--format", "json").out)
    return document


def test_json_has_a_line_for_each_child_and_lesson(told: dict[str, Any]) -> None:
    assert told["days"] == ["2026-05-25", "2026-06-01"]
    assert told["could_not_run"] == told["undated"] == []
    assert len({(row["child"], row["lesson"]) for row in told["first"]}) == len(told["first"]) > 10
    assert all(row["first_on"] in told["days"] and row["due_on"] < row["first_on"] for row in told["first"])
    last = {(row["on"], row["lesson"]): row["children"] for row in told["spoken"]}
    for lesson in told["lessons"]:
        to_the_end = [row for row in told["first"] if row["lesson"] == lesson and row["goes_on"]]
        assert last.get((DAY, lesson), 0) == len(to_the_end)


def test_one_child_alone(lapwing: Lapwing, partnership: Path, told: dict[str, Any]) -> None:
    every = told["first"]
    child = every[0]["child"]
    alone = json.loads(lapwing("replay", partnership, *SPAN, "--child", child, "--format", "json").out)["first"]
    assert alone == [row for row in every if row["child"] == child]


def test_the_picture_is_svg_without_a_script(lapwing: Lapwing, partnership: Path, tmp_path: Path) -> None:
    out = tmp_path / "timeline.svg"
    assert lapwing("replay", partnership, *SPAN, "--format", "svg", "--out", out).exit == 0
    drawn = ElementTree.parse(out).getroot()  # noqa: S314
    assert drawn.tag.endswith("svg")
    assert not [one for one in drawn.iter() if one.tag.endswith("script")]
    assert "P17.1  Before birth" in [text.text for text in drawn.iter() if text.tag.endswith("text")]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--from", "2026-06-02", "--to", DAY), "--to: has 2026-06-01, which is before --from 2026-06-02"),
        (("--from", "last May"), "--from: has “last May”; needs a day"),
        ((*SPAN, "--every", "hour"), "--every: has “hour”; needs one of day, week, month"),
        (("--from", "2020-01-01", "--to", DAY, "--every", "day"), "--every: from 2020-01-01 to 2026-06-01"),
        ((*SPAN, "--child", "nobody"), "has no child “nobody”"),
        ((*SPAN, "--format", "pdf"), "--format: has “pdf”"),
    ],
)
def test_what_cannot_be_used_is_refused(lapwing: Lapwing, partnership: Path, words: tuple[str, ...], said: str) -> None:
    ran = lapwing("replay", partnership, *words)
    assert ran.exit == 2
    assert said in ran.err
    assert ran.out == ""

"""`lapwing reviews prevalence` and `lapwing reviews messages`, as a person types them."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from counted_rooms import CountedRoom
from openpyxl import load_workbook

from command_line import Lapwing, Ran


@pytest.fixture
def room(tmp_path: Path) -> Iterator[CountedRoom]:
    """Twenty reviews of babies: fathers present in eight."""
    room = CountedRoom(tmp_path)
    for number in range(20):
        room.review_of(f"R{number:02}", {"Child A": "7 weeks"}, occurred_on="2010" if number < 6 else "2010-05-04")
        if number < 8:
            room.present(f"R{number:02}")
        else:
            room.said(f"R{number:02}", "absent")
    yield room
    room.project.close()


@pytest.fixture
def reviews(lapwing: Lapwing, room: CountedRoom) -> Any:
    """Runs a command on the room's project."""

    def run(*words: object) -> Ran:
        return lapwing("reviews", *words, "--project", room.project.path)

    return run


@pytest.fixture
def told(reviews: Any) -> Any:
    """Runs a command on the room's project, and gives its JSON."""

    def run(*words: object) -> Any:
        ran = reviews(*words, "--format", "json")
        assert (ran.exit, ran.err) == (0, "")
        return json.loads(ran.out)

    return run


def test_themes_are_counted_by_cohort_of_reviews(told: Any) -> None:
    whole = told("prevalence", "--theme", "fathers")
    assert (whole["counted"], whole["by"], whole["kept_back_under"]) == ("reviews", "cohort", 5)
    assert [(c["cohort"], c["n"], c["N"]) for c in whole["cells"] if c["N"]] == [("under 1", 8, 20), ("all", 8, 20)]


def test_themes_are_counted_by_period_of_children(told: Any) -> None:
    whole = told("prevalence", "--by", "period", "--of", "children", "--theme", "fathers", "--show-small")
    assert {(c["period"], c["n"], c["N"]) for c in whole["cells"]} == {
        ("2010-11", 2, 14),
        ("not known which", 6, 6),
        ("all", 8, 20),
    }


def test_two_cohorts_are_compared(told: Any) -> None:
    whole = told("prevalence", "--between", "under 1", "14 and over", "--theme", "fathers", "--scheme", "report")
    assert whole["differences"][0]["one_n"] == 8
    assert whole["differences"][0]["difference"] is None
    assert whole["on_comparing"][0] == "No comparison could be made."


def test_a_cell_opens_its_passages(told: Any, reviews: Any) -> None:
    cell = told("prevalence", "--cell", "fathers", "Under 1")
    assert cell["in"] == [f"R0{number}" for number in range(8)]
    assert cell["passages"][0]["paragraph"] == "1"
    assert (
        "R00: R00.txt, page 1, paragraph 1 (Ann)\n  “The father was not seen.”"
        in reviews("prevalence", "--cell", "fathers", "all").out
    )


def test_a_cell_that_is_kept_back_is_refused(reviews: Any, room: CountedRoom) -> None:
    room.review_of("R50", {"Child A": "7"})
    room.present("R50")
    ran = reviews("prevalence", "--cell", "fathers", "6-10")
    assert ran.exit == 2
    assert "--show-small" in ran.err
    assert "R50" in reviews("prevalence", "--cell", "fathers", "6-10", "--show-small").out


def test_a_chart_goes_with_its_table(reviews: Any, tmp_path: Path) -> None:
    ran = reviews("prevalence", "--format", "svg", "--out", tmp_path / "chart.svg")
    assert ran.exit == 0
    assert (tmp_path / "chart.svg").read_text("utf-8").startswith("<svg")
    with (tmp_path / "chart.csv").open(encoding="utf-8") as table:
        assert {row["theme"] for row in csv.DictReader(table)} >= {"fathers"}
    assert "fathers" in reviews("prevalence", "--format", "svg").err


def test_a_workbook_needs_a_file(reviews: Any, tmp_path: Path) -> None:
    assert reviews("prevalence", "--format", "xlsx").exit == 2
    assert "is a folder" in reviews("prevalence", "--format", "xlsx", "--out", tmp_path).err
    assert reviews("prevalence", "--format", "xlsx", "--out", tmp_path / "p.xlsx").exit == 0
    assert load_workbook(tmp_path / "p.xlsx").sheetnames[0] == "Prevalence"


def test_a_cohort_in_which_nobody_is_has_nothing_to_compare(told: Any) -> None:
    (line,) = told("prevalence", "--between", "under 1", "outside the scheme", "--theme", "fathers")["differences"]
    assert (line["other_N"], line["difference"]) == (0, None)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--by", "age"), "--by: has “age”"),
        (("--of", "documents"), "--of: has “documents”"),
        (("--scheme", "bands"), "no scheme of cohorts “bands”"),
        (("--period", "may"), "--period: has “may”"),
        (("--theme", "mothers"), "no theme mothers"),
        (("--book", "9"), "no version 9"),
        (("--between", "babies", "under 1"), "no cohort “babies”"),
        (("--between", "under 1", "Under 1"), "“under 1” is named twice"),
        (("--cell", "fathers", "babies"), "no cohort “babies”"),
        (("--format", "html"), "--format: has “html”"),
    ],
)
def test_what_cannot_be_counted_is_refused_in_a_sentence(reviews: Any, words: tuple[str, ...], sentence: str) -> None:
    ran = reviews("prevalence", *words)
    assert (ran.exit, ran.out) == (2, "")
    assert sentence in ran.err


# ---------------------------------------------------------------- messages


def _add(told: Any) -> Any:
    statement = "In most cases fathers were left out."
    return told("messages", "add", statement, "--theme", "fathers", "--cohort", "under 1", "--coder", "Ann")


def test_a_message_is_made_and_resolves_to_n_of_n(told: Any) -> None:
    made = _add(told)
    assert (made["n"], made["N"], made["kept_back"]) == (8, 20, False)
    assert made["supporting"] == [f"R0{number}" for number in range(8)]
    assert made["wording"][0]["fit"] == "does not fit"
    assert told("messages", "list") == [made] == told("messages")
    assert told("messages", "show", 1) == made


def test_a_review_is_named_as_a_counter_example(told: Any) -> None:
    _add(told)
    source = ("--document", "R09", "--paragraph", "1")
    shown = told("messages", "name", 1, "R09", "--against", "--why", "he came to all", *source, "--coder", "Ann")
    [named] = shown["named"]
    assert (named["reference"], named["bearing"]) == ("R09", "counter-example")
    assert named["passage"]["document"] == "R09.txt"


def test_naming_a_review_is_confirmed_where_lists_are_kept_back(reviews: Any, told: Any) -> None:
    _add(told)
    ran = reviews("messages", "name", 1, "R09", "--against", "--why", "he came to all", "--coder", "Ann")
    assert ran.out.startswith("Review R09 is named for message 1: counter-example.\n")


def test_messages_are_listed_for_a_person(reviews: Any, told: Any) -> None:
    assert "There are no messages yet" in reviews("messages").out
    _add(told)
    listed = reviews("messages").out
    assert "8 of 20 reviews (40%, interval 22% to 61%), under 1 (fathers)" in listed
    assert "“most” says more than half" in listed
    assert "R00: R00.txt, page 1, paragraph 1" in reviews("messages", "show", 1).out


def test_a_message_is_taken_back(reviews: Any, told: Any) -> None:
    _add(told)
    assert told("messages", "withdraw", 1, "--coder", "Ann") == {"withdrawn": 1}
    assert told("messages", "list") == []
    assert reviews("messages", "show", 1).exit == 2


def test_an_implication_becomes_a_lesson(told: Any, reviews: Any) -> None:
    _add(told)
    words = ("--audience", "practitioners", "--document", "R00", "--quote", "The father", "--theme", "fathers")
    [implication] = told("messages", "imply", "Ask about the father.", *words, "--message", 1, "--coder", "Ann")
    assert implication["sources"][0]["paragraph"] == "1"
    assert told("messages", "implications") == [implication]
    lesson = told("messages", "lesson", 1, "--coder", "Ann")
    assert (lesson["id"], lesson["age_group"]) == ("OURS.1", "unborn_and_under_1")
    assert lesson["source"] == "R00.txt, page 1, paragraph 1"
    assert reviews("messages", "lesson", 1, "--coder", "Ann").out == lesson["python"]
    assert "lesson OURS.1" in reviews("messages", "implications").out
    assert told("messages", "withdraw-implication", 1, "--coder", "Ann") == {"withdrawn": 1}


def test_what_cannot_be_done_leaves_nothing_behind(reviews: Any, told: Any) -> None:
    assert reviews("messages", "add", "Said.", "--theme", "mothers", "--coder", "Ann").exit == 2
    assert reviews("messages", "imply", "Ask.", "--audience", "the Board", "--coder", "Ann").exit == 2
    assert told("messages", "list") == told("messages", "implications") == []


def test_themes_recur_and_are_saturated(told: Any, reviews: Any) -> None:
    whole = told("messages", "recurring", "--period", "calendar")
    fathers = next(theme for theme in whole["themes"] if theme["theme"] == "fathers")
    assert (fathers["first"], fathers["last"], fathers["periods"]) == ("2010", "2010", 1)
    assert whole["saturation"]["last_new_after"] == 1
    assert "fathers: in 1 year, from 2010 to 2010" in reviews("messages", "recurring", "--period", "calendar").out


def test_the_list_of_messages_needs_a_project(lapwing: Lapwing) -> None:
    ran = lapwing("reviews", "messages")
    assert ran.exit == 2
    assert "--project" in ran.err

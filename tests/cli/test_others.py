"""`lapwing simulate` and `lessons`, and how the command line itself behaves."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from command_line import DAY, Lapwing
from lapwing.cli import checking, listing
from lapwing.lessons.ages_of_concern import LESSONS

# simulate


def test_the_same_seed_and_day_give_the_same_bytes(lapwing: Lapwing, tmp_path: Path) -> None:
    for name in ("one", "two"):
        ran = lapwing("simulate", "--children", 60, "--seed", 4, "--as-of", DAY, "--out", tmp_path / name)
        assert ran.exit == 0
    one, two = ({file.name: file.read_bytes() for file in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert one == two
    lapwing("simulate", "--children", 60, "--seed", 5, "--as-of", DAY, "--out", tmp_path / "other")
    assert (tmp_path / "other" / "person.parquet").read_bytes() != one["person.parquet"]


@pytest.mark.parametrize(("form", "name"), [("cin", "census.xml"), ("ssd", "dataset"), ("csv", "tables")])
def test_what_is_simulated_in_a_format_is_read_in_that_format(
    lapwing: Lapwing, tmp_path: Path, form: str, name: str
) -> None:
    made = tmp_path / name
    assert lapwing("simulate", "--children", 60, "--seed", 4, "--as-of", DAY, "--as", form, "--out", made).exit == 0
    ran = lapwing("check", made, "--as-of", DAY, "--format", "json")
    assert ran.exit == 0
    assert json.loads(ran.out)["findings"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--children", "-1"), "--children: has -1; needs a number from 0"),
        (("--as", "xlsx"), "--as: has “xlsx”; needs one of parquet, csv, cin, ssd"),
        (("--as-of", "2049-01-01"), "needs a day from 2012-01-01 to 2048-12-31"),
    ],
)
def test_what_cannot_be_simulated_is_refused(
    lapwing: Lapwing, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    ran = lapwing("simulate", *words, "--out", tmp_path / "out")
    assert ran.exit == 2
    assert said in ran.err
    assert not (tmp_path / "out").exists()


# lessons


def test_every_lesson_is_listed_with_what_carries_it_out(lapwing: Lapwing) -> None:
    listed = {one["id"]: one for one in json.loads(lapwing("lessons", "--format", "json").out)}
    assert list(listed) == [lesson.id for lesson in LESSONS]
    assert listed["P17.1"]["checks"][0] == "before_birth.decision_recorded"
    assert listed["P17.1"]["not_yet"] == []
    assert all(
        {"id", "paragraph", "audience", "age_group", "text", "checks", "pages"} <= set(one) for one in listed.values()
    )


def test_everything_is_carried_out_by_a_check_or_a_page(lapwing: Lapwing) -> None:
    listed = json.loads(lapwing("lessons", "--format", "json").out)
    assert [one["id"] for one in listed if one["not_yet"] or not (one["checks"] or one["pages"])] == []
    assert "Not yet: none." in lapwing("lessons").out


def test_what_is_not_carried_out_is_said_plainly(lapwing: Lapwing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "LESSONS", [replace(one, pages=()) for one in LESSONS])
    table = lapwing("lessons").out
    said = table.split("Not yet:")[1].split(".\n")[0]
    boards = {one.id for one in LESSONS if one.id.startswith("B")} | {"K0"}
    assert {id.strip() for id in said.replace("\n", " ").split(",")} >= boards
    assert "not carried out yet" in table


# the command line itself


def test_help_lists_every_command_with_a_whole_sentence(lapwing: Lapwing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    ran = lapwing("--help")
    listed = ran.out.split("Commands:\n")[1].splitlines()
    assert ran.exit == 0
    assert [line.split()[0] for line in listed] == [
        "check", "convert", "replay", "measures", "simulate", "lessons", "wording", "demo", "migrate", "administrator",
        "import", "export", "recompute", "match", "scrub", "verify-log", "remind", "serve",
        "reviews",
    ]  # fmt: skip
    assert all(line.endswith(".") and not line.endswith("...") for line in listed)


def test_help_lists_every_command_for_reviews_likewise(lapwing: Lapwing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    listed = lapwing("reviews", "--help").out.split("Commands:\n")[1].splitlines()
    assert {line.split()[0] for line in listed} >= {
        "read", "code", "suggest", "assign", "agree", "prevalence", "messages", "digest", "search", "import", "export",
    }  # fmt: skip
    assert all(line.endswith(".") and not line.endswith("...") for line in listed)


def test_an_unknown_option_ends_with_two(lapwing: Lapwing) -> None:
    assert lapwing("check", "--loudly").exit == 2


def test_a_fault_of_our_own_is_a_sentence_too(
    lapwing: Lapwing, partnership: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*given: object) -> None:
        raise ZeroDivisionError("somewhere inside")

    monkeypatch.setattr(checking, "read_source", breaks)
    monkeypatch.delenv("LAPWING_DEBUG", raising=False)
    ran = lapwing("check", partnership)
    assert ran.exit == 1
    assert "fault of its own (ZeroDivisionError at checking.py, line" in ran.err
    assert "somewhere inside" not in ran.err, "a message may hold somebody's record"
    assert "Traceback" not in ran.err

"""Every check over files as agencies have them: what they cannot hold is said, with whose systems could supply it."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from lapwing.checks import CHECKS
from lapwing.engine.run import Question
from lapwing.exchange.recognise import read_source
from lapwing.lessons.settings import shipped_settings
from lapwing.report import Checked, check
from lapwing.report.summary import summary
from lapwing.vocabulary.held import held_in_words

pytestmark = pytest.mark.long  # all checks over every one of the files
SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
CENSUSES = ("cin/cin-2022.xml", "cin/CIN_Census_2021.xml")
FIELDS = SAMPLES / "ssd" / "fields_as_shipped.csv"
SYSTEMS = {"M": "Mosaic", "S": "System C", "E": "Eclipse"}
UNBORN, FIFTEEN = date(1966, 3, 1), date(1981, 6, 1)
"""Days in the life of the sample child, in the sample's own years."""
DAY = date(2026, 3, 31)
JUDGED = {"cannot_tell", "not_applicable", "met", "met_late"}
"""What may be found where nobody could have recorded that something was not done."""

ROWS: Mapping[str, tuple[dict[str, str], ...]] = {
    "ssd_person": (
        {"pers_person_id": "kyra", "pers_dob": "2010-05-14"},
        {"pers_person_id": "sol", "pers_dob": "2026-01-20", "pers_expected_dob": "2026-01-25"},
        {"pers_person_id": "unborn", "pers_expected_dob": "2026-06-10"},
    ),
    "ssd_cin_episodes": tuple(
        {"cine_referral_id": f"R-{who}", "cine_person_id": who, "cine_referral_date": "2025-12-01"}
        for who in ("kyra", "sol", "unborn")
    ),
    "ssd_involvements": tuple(
        {"invo_involvements_id": f"I-{place}", "invo_person_id": "kyra", "invo_involvement_start_date": "2025-12-01",
         "invo_professional_id": f"P-{place}", "invo_referral_id": "R-kyra"} for place in (1, 2)
    ),
    "ssd_cin_plans": tuple(
        {"cinp_cin_plan_id": f"C-{who}", "cinp_person_id": who, "cinp_referral_id": f"R-{who}",
         "cinp_cin_plan_start_date": "2025-12-15"} for who in ("kyra", "unborn")
    ),
}  # fmt: skip
"""A few rows for the tables as systems ship them; all that is not said is empty."""


def _dataset(folder: Path, system: str) -> Path:
    """Every table that a case system ships, with the fields that it ships."""
    with FIELDS.open(encoding="utf-8", newline="") as file:
        fields = [row for row in csv.DictReader(file) if system in row["present_in_Mosaic_SystemC_Eclipse"]]
    for table in dict.fromkeys(row["table"] for row in fields):
        names = [row["field"] for row in fields if row["table"] == table]
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, names, restval="", extrasaction="ignore")
            writer.writeheader()
            writer.writerows(ROWS.get(table, ()))
    return folder


def _sources(folder: Path) -> Iterator[tuple[str, Path, date]]:
    yield f"{CENSUSES[0]}, unborn", SAMPLES / CENSUSES[0], UNBORN
    yield from ((name, SAMPLES / name, FIFTEEN) for name in CENSUSES)
    for system, called in SYSTEMS.items():
        (folder / called).mkdir()
        yield called, _dataset(folder / called, system), DAY


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Checked]:
    """Every sample with all checks made over it."""
    if not SAMPLES.is_dir():
        pytest.skip("../shared/samples is absent")
    return {
        called: check(read_source(path), Question(list(CHECKS.values()), day, shipped_settings()))
        for called, path, day in _sources(tmp_path_factory.mktemp("samples"))
    }


def test_no_check_fails_on_any_of_them(checked: dict[str, Checked]) -> None:
    whys = {one.why for each in checked.values() for one in each.findings.could_not_run}
    assert [why for why in whys if not why.startswith("This source carries no ")] == []


def test_something_is_asked_of_each_system_before_birth_and_of_a_young_person(checked: dict[str, Checked]) -> None:
    asked = {called for called, each in checked.items() if not each.findings.frame.is_empty()}
    assert asked == {*SYSTEMS.values(), *CENSUSES, f"{CENSUSES[0]}, unborn"}


def test_nothing_is_found_undone_that_the_file_could_not_have_shown(checked: dict[str, Checked]) -> None:
    for called, each in checked.items():
        assert set(each.findings.frame["outcome"]) <= JUDGED, called


def test_most_cannot_be_told_and_what_is_missing_is_named(checked: dict[str, Checked]) -> None:
    for called, each in checked.items():
        outcomes = each.findings.frame["outcome"]
        assert (outcomes == "cannot_tell").sum() >= (outcomes == "met").sum(), called
        for row in each.findings.frame.filter(outcomes == "cannot_tell").iter_rows(named=True):
            assert "Not recorded: nothing" not in row["reason"], f"{called}: {row['check']}: {row['reason']}"


def test_it_is_said_whose_systems_could_supply_what_a_check_waits_for(checked: dict[str, Checked]) -> None:
    for called, each in checked.items():
        lacking = each.silences
        waiting = {code for one in lacking for code in one.checks if one.held_by}
        cannot = set(each.findings.frame.filter(each.findings.frame["outcome"] == "cannot_tell")["check"])
        assert cannot <= waiting, called
        for one in each.findings.could_not_run:
            assert one.why.partition("Usually held by: ")[2], called
        assert "decision" in {one.table for one in lacking}, called


def test_the_summary_names_those_systems(checked: dict[str, Checked]) -> None:
    page = "".join(summary(checked["Mosaic"]))
    assert held_in_words("decision") in page
    assert "found nobody in this source of whom to ask anything" in page

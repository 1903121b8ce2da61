"""`lapwing check`: what it gives in each format, and how it refuses what cannot be used."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from command_line import DAY, Lapwing, Ran
from lapwing.checks import CHECKS
from lapwing.engine.check import Outcome

# What programs get


def test_json_has_what_scripts_rely_on(found: dict[str, Any], partnership: Path) -> None:
    assert found["source"] == str(partnership)
    assert (found["as_of"], found["engine"]) == (DAY, "polars")
    assert found["read"]["child"] >= 300
    assert (found["skipped"], found["doubted"], found["could_not_run"]) == ([], [], [])
    each = {"child", "subject", "subject_kind", "check", "lesson", "outcome", "due_on", "since", "reason", "facts"}
    each |= {"missing", "basis", "rule_version"}
    assert found["findings"]
    assert all(each <= set(finding) for finding in found["findings"])


def test_json_explains_each_rule_once(found: dict[str, Any]) -> None:
    assert set(found["checks"]) == set(CHECKS)
    rule = found["checks"]["before_birth.assessment_started"]
    assert rule["lesson"] == "P17.1"
    assert rule["settings"]["prebirth.start_by"].endswith("weeks")


def test_an_open_finding_names_the_records_behind_its_facts(found: dict[str, Any], partnership: Path) -> None:
    late = [one for one in found["findings"] if one["outcome"] == "not_met" and one["facts"].get("expected_on")]
    assert late
    for finding in late:
        assert finding["records"]["expected_on"]
        assert all(key.startswith("expected_date-") for key in finding["records"]["expected_on"])


def test_a_finding_that_is_met_says_since_when(found: dict[str, Any]) -> None:
    met = [one for one in found["findings"] if one["outcome"] in ("met", "met_late") and one["since"]]
    assert met
    assert all(finding["since"] <= DAY for finding in met)


def test_csv_has_the_same_findings(lapwing: Lapwing, partnership: Path, found: dict[str, Any]) -> None:
    ran = lapwing("check", partnership, "--as-of", DAY, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    which = ("child", "subject", "check", "outcome", "reason")
    assert [[row[name] for name in which] for row in rows] == [
        [one[name] for name in which] for one in found["findings"]
    ]
    assert all(json.loads(row["facts"]) == one["facts"] for row, one in zip(rows, found["findings"], strict=True))


def test_a_pipe_gets_the_output_and_nothing_else(piped: Ran) -> None:
    assert (piped.exit, piped.err) == (0, "")
    json.loads(piped.out)


def test_the_output_goes_to_a_file_whole_or_not_at_all(lapwing: Lapwing, partnership: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "findings.json"
    ran = lapwing("check", partnership, "--as-of", DAY, "--format", "json", "--out", out)
    assert (ran.exit, ran.out) == (0, "")
    assert json.loads(out.read_text(encoding="utf-8"))["as_of"] == DAY
    assert [entry.name for entry in out.parent.iterdir()] == ["findings.json"]


# What people get


def test_the_table_counts_every_finding_once(lapwing: Lapwing, partnership: Path, found: dict[str, Any]) -> None:
    ran = lapwing("check", partnership, "--as-of", DAY)
    for code in CHECKS:
        (line,) = [line for line in ran.out.splitlines() if code in line.split()]
        counts = [0 if cell == "-" else int(cell.replace(",", "")) for cell in line.split()[2:]]
        expected = [
            sum(one["check"] == code and one["outcome"] == outcome for one in found["findings"]) for outcome in Outcome
        ]
        assert counts == expected, code


def test_an_area_sets_its_own_numbers(
    lapwing: Lapwing, partnership: Path, tmp_path: Path, found: dict[str, Any]
) -> None:
    own = tmp_path / "area.toml"
    own.write_text('[settings]\n"prebirth.trigger_decision_wd" = 4\n"referral.ack_wd" = 2\n')
    ran = lapwing("check", partnership, "--as-of", DAY, "--format", "json", "--settings", own)
    ours = json.loads(ran.out)
    assert ours["settings_version"] != found["settings_version"]
    assert ours["checks"]["before_birth.decision_recorded"]["settings"]["referral.ack_wd"] == "2 working days"
    assert ours["findings"] != found["findings"]


def test_a_source_that_lacks_a_table_says_which_checks_could_not_run(lapwing: Lapwing, tmp_path: Path) -> None:
    (tmp_path / "child.csv").write_text("child_id\nc1\n")
    ran = lapwing("check", tmp_path, "--as-of", DAY, "--format", "json")
    assert ran.exit == 0
    silent = {one["check"]: one["why"] for one in json.loads(ran.out)["could_not_run"]}
    assert "before_birth.each_risk_has_an_action" in silent
    assert "no concern" in silent["before_birth.each_risk_has_an_action"]
    assert "could not run" in ran.err
    assert all(code in ran.err for code in silent)


# Refusals


@pytest.mark.parametrize(
    ("option", "given", "said"),
    [
        ("--as-of", "2026-13-01", "--as-of: has “2026-13-01”; needs a day written as year-month-day"),
        ("--as-of", "tomorrow", "--as-of: has “tomorrow”"),
        ("--as-of", "1890-01-01", "needs a day from 1990-01-01 to 2050-12-31"),
        ("--engine", "duckdb", "--engine: has “duckdb”; needs one of polars, spark"),
        ("--format", "xlsx", "--format: has “xlsx”; needs one of table, json, csv, html"),
        ("--settings", "nowhere.toml", "nowhere.toml cannot be used"),
    ],
)
def test_an_option_that_cannot_be_used_is_refused(
    lapwing: Lapwing, partnership: Path, option: str, given: str, said: str
) -> None:
    ran = lapwing("check", partnership, option, given)
    assert ran.exit == 2
    assert ran.out == ""
    assert said in ran.err


def test_out_may_not_be_a_folder(lapwing: Lapwing, partnership: Path, tmp_path: Path) -> None:
    ran = lapwing("check", partnership, "--as-of", DAY, "--out", tmp_path)
    assert ran.exit == 2
    assert "is a folder; needs the name of a file" in ran.err


def _nothing(path: Path) -> Path:
    return path / "census.xml"


def _empty(path: Path) -> Path:
    (path / "census.xml").write_text("")
    return path / "census.xml"


def _truncated(path: Path) -> Path:
    text = (
        "<Message><Header><CollectionDetails><Collection>CIN</Collection></CollectionDetails></Header><Children><Child>"
    )
    (path / "census.xml").write_text(text)
    return path / "census.xml"


BOMB = """<?xml version="1.0"?>
<!DOCTYPE Message [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>&c;</Year></CollectionDetails></Header></Message>
"""
PEEKS = """<?xml version="1.0"?>
<!DOCTYPE Message [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>&x;</Year></CollectionDetails></Header></Message>
"""


def _bomb(path: Path) -> Path:
    (path / "census.xml").write_text(BOMB)
    return path / "census.xml"


def _peeks(path: Path) -> Path:
    (path / "census.xml").write_text(PEEKS)
    return path / "census.xml"


def _workbook(path: Path) -> Path:
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.save(path / "annex.xlsx")
    return (path / "annex.xlsx").rename(path / "census.xml")


def _unknown_tables(path: Path) -> Path:
    (path / "childs.csv").write_text("child_id\n1\n")
    return path


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (_nothing, "is not there"),
        (_empty, "is empty"),
        (_truncated, "not whole"),
        (_bomb, "document type declaration"),
        (_peeks, "document type declaration"),
        (_workbook, "Excel workbook"),
        (_unknown_tables, "childs.csv is not named after a record table. The nearest is child."),
    ],
)
def test_a_source_that_cannot_be_used_is_refused_in_a_sentence(
    lapwing: Lapwing, tmp_path: Path, source: Any, said: str
) -> None:
    given = source(tmp_path)
    ran = lapwing("check", given)
    assert ran.exit == 2
    assert ran.out == ""
    assert said in ran.err
    assert given.name in ran.err
    assert "Traceback" not in ran.err
    assert "root:" not in ran.err


# Checks of the area's own

OURS = Path(__file__).parents[2] / "docs" / "how-to" / "examples" / "our_area.py"


def test_an_area_adds_checks_of_its_own(lapwing: Lapwing, partnership: Path, found: dict[str, Any]) -> None:
    ran = lapwing("check", partnership, "--as-of", DAY, "--format", "json", "--checks", OURS)
    assert (ran.exit, ran.err) == (0, "")
    document = json.loads(ran.out)
    own = "our_area.home_seen_before_birth"
    assert set(document["checks"]) == {*found["checks"], own}
    which = ("child", "subject", "check", "outcome", "reason")
    others = [one for one in document["findings"] if one["check"] != own]
    assert [[one[name] for name in which] for one in others] == [
        [one[name] for name in which] for one in found["findings"]
    ]
    assert lapwing("check", partnership, "--as-of", DAY, "--format", "html", "--checks", OURS).exit == 0


def test_checks_that_break_a_rule_are_refused_in_a_sentence(
    lapwing: Lapwing, partnership: Path, tmp_path: Path
) -> None:
    wrong = tmp_path / "our_area.py"
    wrong.write_text(OURS.read_text(encoding="utf-8").replace("{born_on}", "{birthday}"), encoding="utf-8")
    ran = lapwing("check", partnership, "--as-of", DAY, "--checks", wrong)
    assert (ran.exit, ran.out) == (2, "")
    assert ran.err.startswith("our_area.py, line 45: HomeSeenBeforeBirth.says uses {birthday}")
    assert "Traceback" not in ran.err


def test_parquet_goes_into_a_folder(lapwing: Lapwing, partnership: Path, tmp_path: Path) -> None:
    ran = lapwing("check", partnership, "--as-of", DAY, "--format", "parquet", "--out", tmp_path / "findings")
    assert (ran.exit, ran.out) == (0, "")
    assert "asked.json" in {entry.name for entry in (tmp_path / "findings").iterdir()}
    refused = lapwing("check", partnership, "--as-of", DAY, "--format", "parquet")
    assert refused.exit == 2
    assert "needs --out with the name of a folder" in refused.err

"""Lapwing from Python: what it gives, what it refuses, and that it asks as the command line does."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import lapwing
from lapwing.engine.run import FINDING
from lapwing.exchange.recognise import read_source
from lapwing.lessons.settings import shipped_settings
from lapwing.report import FORMATS, check

DAY = date(2026, 6, 1)
HOW_TO = Path(__file__).parents[2] / "docs" / "how-to" / "use-lapwing-from-python.md"
CHILD = pl.DataFrame({"child_id": ["c1"], "pregnancy_id": ["p1"]})
REFERRAL = pl.DataFrame({"referral_id": ["r1"], "child_id": ["c1"], "received_on": [date(2026, 2, 2)]})


def test_importing_lapwing_fetches_nothing_heavy() -> None:
    asks = (
        "import sys, lapwing; print([name for name in ('polars', 'lxml', 'narwhals', 'rich') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_every_public_name_is_there_and_says_what_it_is() -> None:
    for name in lapwing.__all__:
        assert (getattr(lapwing, name).__doc__ or "").strip()
    assert set(lapwing.__all__) <= set(dir(lapwing))
    with pytest.raises(AttributeError, match="has no attribute 'chek'"):
        lapwing.chek  # noqa: B018


# What it gives


def test_it_says_what_the_command_line_says(result: lapwing.Result, records: Path) -> None:
    question = result.checked.question
    assert "".join(FORMATS["csv"](check(read_source(records), question))) == "".join(FORMATS["csv"](result.checked))


def test_the_tables_of_a_source_can_be_checked_as_the_source_is(result: lapwing.Result) -> None:
    again = lapwing.check(result.source.tables, as_of=DAY)
    assert again.source.skipped == ()
    assert again.source.counts == result.source.counts
    assert again.frame.equals(result.frame)


def test_lazy_frames_are_as_good(result: lapwing.Result) -> None:
    lazy = {name: frame.lazy() for name, frame in result.source.tables.items()}
    assert lapwing.check(lazy, as_of=DAY).frame.equals(result.frame)


def test_frames_of_another_library_are_as_good(result: lapwing.Result) -> None:
    pytest.importorskip("pyarrow")
    other = {name: frame.to_arrow() for name, frame in result.source.tables.items()}
    assert lapwing.check(other, as_of=DAY).frame.equals(result.frame)


def test_the_page_documents_every_column_in_order() -> None:
    assert re.findall(r"^\| `(\w+)` \|", HOW_TO.read_text(encoding="utf-8"), re.MULTILINE) == list(FINDING)


def test_a_table_that_is_not_given_says_nothing() -> None:
    found = lapwing.check({"child": CHILD, "referral": REFERRAL}, as_of=DAY)
    assert {one.check for one in found.could_not_run} >= {"before_birth.each_risk_has_an_action"}
    assert "not_met" not in found.frame["outcome"].to_list()


def test_faulty_rows_are_set_aside_by_their_number_and_doubtful_columns_named() -> None:
    faulty = REFERRAL.with_columns(pl.lit("soon").alias("received_on"), pl.lit(1).alias("recieved_by"))
    source = lapwing.read({"child": CHILD, "referral": faulty})
    assert [str(one) for one in source.skipped] == [
        "referral, row 0, received_on: has “soon”; needs a day between 1900 and 2099, such as 2026-03-14 or 14/03/2026"
    ]
    assert "recieved_by" in str(source.doubts)
    assert source.tables["referral"].height == 0


# What it refuses


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        ({}, "no table at all"),
        ({"childs": CHILD}, "childs is not the name of a record table. Nearest: child."),
        ({"child": [CHILD]}, "child is a list; it needs to be a frame of Polars or pandas."),
        ({"child": pl.DataFrame({"name": ["x"]})}, "child has no column of that table"),
        ({"referral": REFERRAL.drop("referral_id")}, "it also needs referral_id"),
        ({"referral": REFERRAL.drop("child_id")}, "it also needs child_id or pregnancy_id"),
        (
            {"referral": REFERRAL.with_columns(received_on=pl.lit(2.5))},
            "referral has Float64 values in received_on, which needs date values or text.",
        ),
    ],
)
def test_tables_that_cannot_be_used_are_refused_in_plain_words(tables: Any, said: str) -> None:
    with pytest.raises(lapwing.UnusableSource) as refused:
        lapwing.check(tables, as_of=DAY)
    assert said in str(refused.value)


def test_all_that_is_wrong_with_tables_is_said_at_once() -> None:
    with pytest.raises(lapwing.UnusableSource, match="2 things to put right"):
        lapwing.read({"childs": CHILD, "child": 1})


@pytest.mark.parametrize(("day", "error"), [("2026-06-01", TypeError), (date(1890, 1, 1), ValueError)])
def test_a_day_that_cannot_be_asked_about_is_refused(day: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match=r"as_of has .*; needs a"):
        lapwing.check({"child": CHILD}, as_of=day)


def test_a_moment_counts_as_its_day() -> None:
    assert lapwing.check({"child": CHILD}, as_of=datetime(2026, 6, 1, 12)).as_of == DAY


# Settings


def test_settings_can_be_given_by_key_by_file_or_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / "area.toml"
    file.write_text('[settings]\n"referral.ack_wd" = 2\n')
    by_key = lapwing.check({"child": CHILD}, as_of=DAY, settings={"referral.ack_wd": 2})
    for given in (file, str(file), by_key.settings):
        assert lapwing.check({"child": CHILD}, as_of=DAY, settings=given).settings.version == by_key.settings.version
    assert by_key.settings.overridden == ("referral.ack_wd",)
    assert lapwing.check({"child": CHILD}, as_of=DAY).settings.version == shipped_settings().version


def test_a_wrong_setting_is_refused_by_name() -> None:
    with pytest.raises(lapwing.WrongSettings, match=r'settings\."referral\.akc_wd": there is no such setting'):
        lapwing.check({"child": CHILD}, as_of=DAY, settings={"referral.akc_wd": 2})


# Explaining


def test_a_finding_is_found_by_its_row_or_by_values(result: lapwing.Result) -> None:
    row = result.worklist.row(0, named=True)
    which = {name: row[name] for name in ("child", "subject", "check")}
    assert result.finding(row).row == result.finding(**which).row == row


def test_what_names_no_finding_or_several_is_refused(result: lapwing.Result) -> None:
    with pytest.raises(ValueError, match="0 findings have child nobody"):
        result.finding(child="nobody")
    with pytest.raises(ValueError, match=r"\d+ findings have outcome met; needs what only one has"):
        result.finding(outcome="met")
    with pytest.raises(ValueError, match="A finding has no chidl; it has child, subject"):
        result.finding(chidl="c1")


@pytest.mark.long  # compiles every check by itself; one is explained below
def test_a_finding_of_every_check_is_explained(result: lapwing.Result) -> None:
    for row in result.frame.sort("outcome", descending=True).group_by("check", maintain_order=True).first().to_dicts():
        finding = result.finding(child=row["child"], subject=row["subject"], check=row["check"])
        why = lapwing.explain(finding)
        assert (why.check, why.outcome, why.due_on, why.reason) == tuple(
            finding.row[name] for name in ("check", "outcome", "due_on", "reason")
        )
        assert why.rule_version == row["rule_version"]
        assert [part.decides for part in why.rule][-2:]
        assert all(
            text in str(why) for text in (why.question, why.reason, why.would_meet, why.who_can, why.does_not_fit)
        )
        assert all(setting.key in str(why) and setting.source in str(why) for setting in why.settings)


def test_an_explanation_names_the_records_behind_a_fact(result: lapwing.Result) -> None:
    late = result.worklist.filter(check="before_birth.decision_recorded", outcome="not_met").row(0, named=True)
    facts = {fact.name: fact for fact in lapwing.explain(result.finding(late)).facts}
    assert facts["expected_on"].records
    assert all(key.startswith("expected_date-") for key in facts["expected_on"].records)
    assert str(facts["expected_on"].value.year) in facts["expected_on"].said
    assert facts["expected_on"].worked_out.startswith("of the child: “expected on”")
    assert facts["decided_on"].said == "not recorded"


def test_nothing_is_told_of_a_record_that_has_ended(result: lapwing.Result) -> None:
    ended = result.frame.filter(pl.col("reason") == "Nothing more is asked on this record.").row(0, named=True)
    assert all(fact.value is None for fact in lapwing.explain(result.finding(ended)).facts)

"""A copy to share: nobody can be told from it, and what the checks say of it stays."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from nhs_number import is_valid

from lapwing.checks import CHECKS
from lapwing.engine.run import Question, run
from lapwing.exchange.folder import read_folder, write_folder
from lapwing.lessons.settings import shipped_settings
from lapwing.records.fakes import BOYS, GIRLS
from lapwing.records.scrub import MOST_WEEKS, scrubbed
from lapwing.records.scrub_rules import SENTENCE, TEXTS, Allowed, Fake, Scrubbed, rule_of
from lapwing.simulate import simulate
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Column, Kind, Personal

DAY = date(2026, 3, 2)
MARK = "Zyx"
"""Stands in no code, sentence or invented name."""


BORN = date(2010, 5, 4)
FAMILY = RecordSet.of_rows(
    {
        "person": [
            {"person_id": "mother", "sex": "female", "born_on": BORN, "recorded_at": datetime(2026, 1, 5, 9, 30)},
            {"person_id": "baby", "sex": "unknown", "born_on": BORN},
            {"person_id": "stranger", "sex": "male", "born_on": BORN},
        ],
        "pregnancy": [{"pregnancy_id": "g", "mother_id": "mother"}],
        "child": [{"child_id": "c", "pregnancy_id": "g", "person_id": "baby"}],
    }
)


@pytest.fixture(scope="module")
def records() -> RecordSet:
    return simulate(200, 8, today=DAY)


@pytest.fixture(scope="module")
def copy(records: RecordSet) -> RecordSet:
    return scrubbed(records, 11)


def marked(records: RecordSet) -> RecordSet:
    """The records with a mark, and where it stands, in every cell of text and every key."""

    def cell(name: str, column: Column) -> pl.Expr:
        if column.kind is Kind.IDENTIFIER:
            return pl.lit(f"{MARK}{column.refers_to or name}-") + pl.col(column.name)
        if column.kind is Kind.TEXT and column.name != "source_system":
            return pl.format(f"{MARK} {name} {column.name} {{}}", pl.int_range(pl.len())).alias(column.name)
        return pl.col(column.name)

    frames = {
        name: records.frame(name).select(cell(name, column).alias(column.name) for column in table)
        for name, table in TABLES.items()
    }
    return RecordSet(frames, records.carried, records.versioned)


# Every column is decided about


def test_every_column_is_scrubbed_or_allowed_with_a_reason() -> None:
    for name, table in TABLES.items():
        for column in table:
            rule = rule_of(name, column)
            assert isinstance(rule, Scrubbed) or rule.why, f"{name}.{column.name}"


def test_every_decision_is_about_a_column_that_there_is() -> None:
    texts = {f"{name}.{column.name}" for name, table in TABLES.items() for column in table if column.kind is Kind.TEXT}
    assert set(TEXTS) == texts - {f"{name}.source_system" for name in TABLES}


def test_whatever_names_or_locates_somebody_is_scrubbed() -> None:
    for name, table in TABLES.items():
        for column in table:
            if column.personal in (Personal.NAMES, Personal.LOCATES):
                assert isinstance(rule_of(name, column), Scrubbed)


def test_text_is_allowed_only_where_it_says_a_code() -> None:
    allowed = {key: rule for key, rule in TEXTS.items() if isinstance(rule, Allowed)}
    for key, rule in allowed.items():
        assert rule.only is not None, key
        assert not rule.only.match("14 Elm Road"), key


# Nothing of the original is left


def test_no_text_and_no_key_of_the_original_is_in_any_cell(records: RecordSet) -> None:
    original, copy = marked(records), scrubbed(marked(records), 3)
    for name in TABLES:
        before, after = original.frame(name).collect(), copy.frame(name).collect()
        assert MARK in before.write_csv()
        assert MARK not in after.write_csv(), name
        assert after.columns == list(TABLES[name].names)
        assert after.schema == before.schema
        assert after.height == before.height


def test_a_cell_says_something_where_it_did_before(records: RecordSet, copy: RecordSet) -> None:
    for name in TABLES:
        before, after = records.frame(name).collect(), copy.frame(name).collect()
        assert after.null_count().row(0) == before.null_count().row(0), name


def test_a_code_that_is_none_is_left_out_and_words_among_codes_are_scrubbed() -> None:
    people = [
        {"person_id": "p1", "sex": "female", "ethnicity": "WBRI", "disabilities": "AUT LD"},
        {"person_id": "p2", "sex": "of Elm Road", "ethnicity": "From Osmere", "disabilities": "AUT, of Elm Road"},
    ]
    copy = scrubbed(RecordSet.of_rows({"person": people}), 1).frame("person").collect()
    assert sorted(copy.select("sex", "ethnicity", "disabilities").rows(), key=str) == [
        ("female", "WBRI", "AUT LD"),
        (None, SENTENCE, SENTENCE),
    ]


def test_no_free_text_is_kept(copy: RecordSet) -> None:
    for key, rule in TEXTS.items():
        if rule == Scrubbed(Fake.WORDS):
            name, column = key.split(".")
            assert set(copy.frame(name).collect()[column].drop_nulls()) <= {SENTENCE}


# What is invented holds together


def test_links_hold(copy: RecordSet, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("copy") / "out"
    write_folder(copy, folder, "csv")
    reading = read_folder(folder)
    assert (reading.skipped, reading.doubted) == ([], [])


def test_keys_are_as_many_and_named_as_often_as_before(records: RecordSet, copy: RecordSet) -> None:
    for name, table in TABLES.items():
        before, after = records.frame(name).collect(), copy.frame(name).collect()
        for column in (one.name for one in table if one.kind is Kind.IDENTIFIER):
            assert sorted(Counter(before[column]).values()) == sorted(Counter(after[column]).values())


def test_names_are_invented_ones_of_the_same_sex(copy: RecordSet) -> None:
    for given, sex in copy.frame("person").collect().select("given_name", "sex").drop_nulls().iter_rows():
        assert given in {"female": GIRLS, "male": BOYS}.get(sex, GIRLS + BOYS)


def test_those_of_a_family_who_had_one_name_have_one_name() -> None:
    named = (("mother", "female", "Hallam"), ("baby", "unknown", "Hallam"), ("stranger", "male", "Hallam"))
    people = [{"person_id": key, "sex": sex, "family_name": name} for key, sex, name in named]
    records = RecordSet({**FAMILY.frames, **RecordSet.of_rows({"person": people}).frames}, FAMILY.carried)
    copies = [scrubbed(records, seed).frame("person").collect() for seed in range(6)]
    names = [dict(copy.select("sex", "family_name").iter_rows()) for copy in copies]
    assert all(one["female"] == one["unknown"] for one in names)
    assert any(one["female"] != one["male"] for one in names)
    assert all("Hallam" not in one.values() for one in names)


def test_nhs_numbers_are_valid_of_the_synthetic_range_and_one_for_each(records: RecordSet, copy: RecordSet) -> None:
    numbers = copy.frame("person").collect()["nhs_number"].drop_nulls()
    assert all(number.startswith("999") and is_valid(number) for number in numbers)
    assert numbers.n_unique() == records.frame("person").collect()["nhs_number"].drop_nulls().n_unique()


def test_people_who_shared_an_address_share_one(records: RecordSet, copy: RecordSet) -> None:
    for column in ("address", "postcode"):
        before, after = (each.frame("address").collect()[column].drop_nulls() for each in (records, copy))
        assert sorted(Counter(before).values()) == sorted(Counter(after).values())
    assert all(code.startswith("ZZ") for code in copy.frame("address").collect()["postcode"].drop_nulls())


# Days


def days(records: RecordSet, most_weeks: int, seed: int = 1) -> dict[str, dict[str, Any]]:
    copy = scrubbed(records, seed, most_weeks=most_weeks)
    return {row["sex"]: row for row in copy.frame("person").collect().to_dicts()}


def test_days_of_a_family_move_together_by_whole_weeks_and_only_back() -> None:
    moved = days(FAMILY, 8)
    gap = BORN - moved["female"]["born_on"]
    assert timedelta(weeks=1) <= gap <= timedelta(weeks=8)
    assert gap % timedelta(weeks=1) == timedelta(0)
    assert moved["unknown"]["born_on"] == moved["female"]["born_on"]
    assert moved["female"]["recorded_at"] == datetime(2026, 1, 5, 9, 30) - gap


def test_another_family_moves_by_itself() -> None:
    apart = [days(FAMILY, 8, seed) for seed in range(12)]
    assert any(one["male"]["born_on"] != one["female"]["born_on"] for one in apart)


def test_a_row_that_ties_two_families_makes_them_one() -> None:
    concern = {"concern_id": "k", "child_id": "c", "person_id": "stranger", "kind": "neglect"}
    tied = {**FAMILY.frames, **RecordSet.of_rows({"concern": [concern]}).frames}
    for seed in range(6):
        moved = days(RecordSet(tied, {name: frozenset(TABLES[name].names) for name in tied}), 8, seed)
        assert len({row["born_on"] for row in moved.values()}) == 1


def test_a_day_of_delivery_moves_as_far_as_any_row() -> None:
    records = RecordSet(FAMILY.frames, FAMILY.carried, delivered={"measurement": DAY})
    assert scrubbed(records, 1).delivered == {"measurement": DAY - timedelta(weeks=MOST_WEEKS)}


def test_a_number_of_weeks_below_0_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a number from 0"):
        scrubbed(FAMILY, 1, most_weeks=-1)


# The same, and not the same


def test_the_same_seed_gives_the_same_copy_and_another_another(records: RecordSet, copy: RecordSet) -> None:
    again, other = scrubbed(records, 11), scrubbed(records, 12)
    for name in ("person", "concern", "address"):
        assert again.frame(name).collect().equals(copy.frame(name).collect())
        assert not other.frame(name).collect().equals(copy.frame(name).collect())


def findings(records: RecordSet) -> pl.DataFrame:
    return run(Question(list(CHECKS.values()), DAY, shipped_settings()), records).frame


@pytest.fixture(scope="module")
def found(records: RecordSet) -> pl.DataFrame:
    """What the checks say of the original."""
    return findings(records)


@pytest.mark.long  # all checks over an invented partnership, twice
def test_without_moving_days_the_checks_say_the_same(records: RecordSet, found: pl.DataFrame) -> None:
    outcomes = ["check", "subject_kind", "outcome", "word", "due_on", "since", "urgent", "missing"]
    same = findings(scrubbed(records, 4, most_weeks=0))
    before, after = (Counter(map(str, one.select(outcomes).iter_rows())) for one in (found, same))
    assert before == after


@pytest.mark.long  # all checks over an invented partnership, twice
def test_with_days_moved_as_much_is_asked_of_nearly_as_many(found: pl.DataFrame, copy: RecordSet) -> None:
    before, after = (Counter(one["check"]) for one in (found, findings(copy)))
    assert before.keys() == after.keys()
    assert all(abs(after[check] - before[check]) <= 3 + before[check] // 10 for check in before)


def test_rows_stand_in_the_order_of_their_new_keys(copy: RecordSet) -> None:
    assert all(one <= other for one, other in pairwise(copy.frame("concern").collect()["concern_id"]))


def test_it_is_done_without_django() -> None:
    script = "import sys, lapwing.records.scrub; sys.exit('django' in sys.modules)"
    ours = {"PYTHONPATH": str(Path(__file__).parents[2] / "src")}
    assert subprocess.run([sys.executable, "-c", script], check=False, env=ours).returncode == 0

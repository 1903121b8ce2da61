"""What holds for every check: its form, its sentences, its code, and that the case tables reach all that it says."""

from __future__ import annotations

import ast
import inspect
import re
from dataclasses import replace
from pathlib import Path

import pytest

from agreement import by_frames, by_rows, differences
from case_tables import Table
from every_table import TABLE_MODULES, TABLES
from lapwing.checks import CHECKS, HEADINGS
from lapwing.engine.check import Check, Outcome, placeholders
from lapwing.engine.sentences import PLAIN, template
from lapwing.lessons import ages_of_concern
from lapwing.lessons.ages_of_concern import IMPLICATIONS
from lapwing.lessons.settings import SETTINGS
from lapwing.vocabulary.record_set import RecordSet

EVERY = list(CHECKS.values())
BLAMING = re.compile(
    r"\b(fail(s|ed|ure|ing)?|refus\w+|non-?engag\w+|disengag\w+|neglig\w+|unco-?operative|hard to reach|"
    r"chaotic|manipulat\w+|resist\w+|unwilling|blame\w*|fault\w*|careless)\b",
    re.IGNORECASE,
)


def test_codes_are_what_they_were() -> None:
    listed = {f"{module.TABLE.heading}.{code}" for module in TABLE_MODULES.values() for code in module.CODES}
    assert sorted(CHECKS) == sorted(listed)


def test_they_stand_in_the_reports_order() -> None:
    places = [(list(HEADINGS).index(code.partition(".")[0]), check.lesson.id) for code, check in CHECKS.items()]
    assert places == sorted(places)


def test_a_case_table_stands_for_every_heading_in_the_reports_order() -> None:
    assert list(HEADINGS) == [name for name in ages_of_concern.HEADINGS if name in HEADINGS]
    assert {module.TABLE.heading for module in TABLE_MODULES.values()} == set(HEADINGS)


@pytest.mark.parametrize("check", EVERY, ids=list(CHECKS))
def test_it_carries_out_an_implication_for_practitioners(check: type[Check]) -> None:
    assert check.lesson in IMPLICATIONS
    assert check.lesson.id.startswith("P")


@pytest.mark.parametrize("check", EVERY, ids=list(CHECKS))
def test_it_uses_settings_that_serve_its_lesson_or_every_check(check: type[Check]) -> None:
    assert set(check.settings()) <= set(SETTINGS)


@pytest.mark.parametrize("check", EVERY, ids=list(CHECKS))
def test_nothing_in_it_blames(check: type[Check]) -> None:
    told = [check.asks, check.plainly, check.would_meet, check.who_can, check.ask_next, *check.says.values()]
    told += [fact.label for fact in check.looks_at()]
    assert [sentence for sentence in told if BLAMING.search(sentence)] == []


@pytest.mark.parametrize("check", EVERY, ids=list(CHECKS))
def test_its_sentences_are_sentences(check: type[Check]) -> None:
    assert check.asks.endswith("?")
    assert check.ask_next.endswith("?")
    for sentence in (check.plainly, check.would_meet, check.who_can, (check.__doc__ or "").strip()):
        assert sentence.endswith(".")
        assert sentence[0].isupper()
    for outcome in Outcome:
        assert template(check, outcome, None).endswith((".", "?"))


@pytest.mark.parametrize("check", EVERY, ids=list(CHECKS))
def test_what_it_says_to_the_family_holds_no_fact_of_anybody(check: type[Check]) -> None:
    assert placeholders(check.plainly) == ()
    assert {name for sentence in PLAIN.values() for name in placeholders(sentence)} == {"plainly", "due_on"}


def test_the_check_of_blaming_words_finds_them() -> None:
    assert BLAMING.search("Mother failed to engage")
    assert BLAMING.search("The family refused")


def test_no_check_is_longer_than_forty_lines() -> None:
    for package in HEADINGS.values():
        for path in Path(inspect.getfile(package)).parent.glob("*.py"):
            for node in ast.parse(path.read_text(encoding="utf-8")).body:
                if isinstance(node, ast.ClassDef):
                    assert node.end_lineno is not None
                    assert node.end_lineno - node.lineno < 40, node.name


def test_the_tables_reach_every_word_of_every_check() -> None:
    reached = {(finding[2], one["word"]) for table in TABLES.values() for finding, one in table.found("polars").items()}
    words = {(code, word) for code, check in CHECKS.items() for word in check.words}
    assert sorted(words - reached) == []


def test_the_tables_reach_met_not_met_and_cannot_tell_of_every_check() -> None:
    reached = {
        (finding[2], one["outcome"]) for table in TABLES.values() for finding, one in table.found("polars").items()
    }
    wanted = {(code, outcome) for code in CHECKS for outcome in ("met", "not_met")}
    assert sorted(wanted - reached) == []


@pytest.mark.parametrize("table", TABLES.values(), ids=list(TABLES))
def test_rows_and_frames_say_the_same_of_every_case(table: Table) -> None:
    assert differences(table.found("rows"), table.found("polars")) == []


@pytest.mark.parametrize("table", TABLES.values(), ids=list(TABLES))
def test_no_reason_has_a_gap(table: Table) -> None:
    for finding in table.found("polars").values():
        assert "{" not in finding["reason"] + finding["plain_reason"]
        assert "None" not in finding["reason"]


# ---------------------------------------------------------------- sources that are silent

SILENT = [(name, table, codes) for name, module in TABLE_MODULES.items() for table, codes in module.SILENT.items()]
"""What a source may lack, and the checks that then cannot tell, as each case table says."""


def _without(records: RecordSet, name: str) -> RecordSet:
    frames = {table: frame for table, frame in records.frames.items() if table != name}
    return replace(records, frames=frames, carried={table: records.carried[table] for table in frames})


@pytest.mark.parametrize(("module", "name", "codes"), SILENT, ids=[f"{one[0]}-{one[1]}" for one in SILENT])
def test_a_source_without_a_table_is_never_told_that_it_was_not_done(
    module: str, name: str, codes: tuple[str, ...]
) -> None:
    table = TABLES[module]
    records = _without(table.records(), name)
    found = by_frames(table.question, records)
    assert differences(found, by_rows(table.question, records)) == []
    told = {finding["outcome"] for (_, _, code), finding in found.items() if code.partition(".")[2] in codes}
    assert "cannot_tell" in told
    assert "not_met" not in told

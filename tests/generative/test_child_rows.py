"""One child's rows in plain Python: the same as over frames, and so are the answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from examples import BY_SEED, examples
from generated_records import RecordMaker, Row, Rows, record_set
from lapwing.checks import CHECKS
from lapwing.engine.explain import Answer, ChildAnswers
from lapwing.engine.gather import ChildRows, rows_by_child
from lapwing.engine.known_rows import child_rows
from lapwing.engine.run import Question, polars_frames, tables_of
from lapwing.lessons.settings import overridden
from lapwing.simulate import simulate
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.records import TABLES
from worlds import DAY, OwnRows, every_check

FAMILIES = 25
SIMULATED = 60


def _question(day: date) -> Question:
    """Every check, with weights placed on growth charts."""
    return Question(list(CHECKS.values()), day, overridden({"weight.centiles": "on"}))


def _whole(records: RecordSet) -> Rows:
    """Every version of every row, with all its columns."""
    return {name: records.frame(name).collect().to_dicts() for name in TABLES}


class Stored:
    """What is stored of each child: its own rows, those of its babies and parents, each in every version."""

    def __init__(self, rows: Rows) -> None:
        self.own = OwnRows(rows)
        self.versions: dict[tuple[str, str], list[Row]] = {}
        for name, made in rows.items():
            for row in made:
                self.versions.setdefault((name, row[TABLES[name].key]), []).append(row)

    def of(self, child: str) -> Rows:
        return {
            name: [row for key in {row[TABLES[name].key]: None for row in made} for row in self.versions[name, key]]
            for name, made in self.own.of(child).items()
        }


def _by_frames(question: Question, records: RecordSet) -> dict[str, ChildRows]:
    """The rows of each child that was known on the day."""
    tables = _tables(question)
    return dict(rows_by_child(question.known(polars_frames(records, tables), records), tables))


def _tables(question: Question) -> set[str]:
    return tables_of(question.plan()) | {"relationship"}


def _by_rows(question: Question, stored: Rows, child: str) -> ChildRows:
    weights, tables = question.places_weights, _tables(question)
    return child_rows(stored, child, question.as_of, places_weights=weights, tables=tables)


def _counted(rows: ChildRows) -> dict[str, Counter[frozenset[tuple[str, Any]]]]:
    return {name: Counter(frozenset(row.items()) for row in some) for name, some in rows.items()}


def _differing(question: Question, records: RecordSet) -> Iterator[str]:
    """Where the rows of a child differ, or another than the child stands first."""
    rows, by_frames = _whole(records), _by_frames(question, records)
    stored = Stored(rows)
    for child in {row["child_id"]: None for row in rows["child"]}:
        there = _by_rows(question, stored.of(child), child)
        if _counted(there) != _counted(by_frames.get(child, {})):
            yield child
        if there and there["child"][0]["child_id"] != child:
            yield f"{child} is not first"


@settings(max_examples=examples(3), phases=BY_SEED)
@given(seed=st.integers(0, 2**32 - 1), before=st.sampled_from([0, 1, 20, 100]))
def test_rows_are_the_same_as_over_frames(seed: int, before: int) -> None:
    records = record_set(RecordMaker(_question(DAY), Random(seed)).rows(FAMILIES))
    assert list(_differing(_question(DAY - timedelta(before)), records)) == []


@pytest.fixture(scope="module")
def simulated() -> RecordSet:
    """An invented partnership in which every seventh row of a table is voided some days after it was last recorded."""
    rows = _whole(simulate(SIMULATED, 5, today=DAY))
    return record_set({name: [*made, *_voided(made)] for name, made in rows.items()})


def _voided(rows: Sequence[Row]) -> Iterator[Row]:
    for place, row in enumerate(rows[::7]):
        moment = row["recorded_at"] + timedelta(days=place % 40, minutes=1)
        yield row | {"recorded_at": moment, "voided_at": moment}


@pytest.mark.parametrize("before", [0, 30, 200])
def test_rows_of_an_invented_partnership_are_the_same(simulated: RecordSet, before: int) -> None:
    assert list(_differing(_question(DAY - timedelta(before)), simulated)) == []


def test_answers_are_the_same(simulated: RecordSet) -> None:
    question = _question(DAY)
    answers, stored = ChildAnswers(question, simulated), Stored(_whole(simulated))
    for child, rows in _by_frames(question, simulated).items():
        assert _in_order(answers.of(_by_rows(question, stored.of(child), child))) == _in_order(answers.of(rows))


def _in_order(answers: list[Answer]) -> list[Answer]:
    return sorted(answers, key=lambda answer: (answer.check.code, answer.subject))


def test_rows_of_others_may_lie_beside_those_of_the_child(simulated: RecordSet) -> None:
    question, rows = every_check(DAY), _whole(simulated)
    stored = Stored(rows)
    for child in sorted({row["child_id"] for row in rows["child"]})[::10]:
        assert _counted(_by_rows(question, rows, child)) == _counted(_by_rows(question, stored.of(child), child))


def test_what_is_compared_has_versions_voided_rows_and_young_parents(simulated: RecordSet) -> None:
    """That two ways agree about rows in which nothing of this occurs would say nothing."""
    by_frames = _by_frames(every_check(DAY), simulated)
    assert any(len(rows["child"]) > 1 for rows in by_frames.values())
    rows = _whole(simulated)
    assert len({row["child_id"] for row in rows["child"]} - by_frames.keys()) > 2
    concerns = [row for one in by_frames.values() for row in one.get("concern", ())]
    assert any(row["first_recorded_on"] < row["recorded_on"] for row in concerns)
    weights = [row for one in _by_frames(_question(DAY), simulated).values() for row in one.get("measurement", ())]
    assert any(row["spaces_fallen"] is not None for row in weights)

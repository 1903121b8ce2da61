"""The form of a case table: a situation in a sentence, a family's records, and what each check then says.

All the families of a table are put into one set of records, each under keys of its own, and asked once; every
expectation is then a test of its own, by rows and by frames.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest

from agreement import Findings, by_frames, by_rows
from families import Record, Story, day
from generated_records import record_set
from lapwing.checks import CHECKS
from lapwing.engine.run import Question
from lapwing.lessons.settings import overridden, shipped_settings
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Kind

WITHIN_THE_WARNING = "it is due in no more working days than the warning before it"
MET_ON_THE_DAY = "what meets it is dated on or before the day it is due"
ALWAYS_KNOWN = "by when it is due is always known where every table is carried"


@dataclass(frozen=True)
class Says:
    """What a check says: its outcome, and as far as a case minds, its due date, its word, what its reason has."""

    outcome: str
    due: str | None = None
    word: str | None = None
    has: str | None = None
    has_not: str | None = None
    missing: tuple[str, ...] | None = None
    of: str = "baby"
    subject: str | None = None


@dataclass(frozen=True)
class Case:
    """A situation, its records, and what is said of it; `expected` has the checks by their short codes."""

    situation: str
    records: Sequence[Record]
    expected: Mapping[str, tuple[Says, ...]]


def case(situation: str, *stories: Story, **expected: str | Says | Sequence[Says]) -> Case:
    """One line of a table: the stories that make the family, and what each check says of it."""
    records = [record for story in stories for record in story]
    return Case(situation, records, {check: _each(says) for check, says in expected.items()})


def _each(says: str | Says | Sequence[Says]) -> tuple[Says, ...]:
    if isinstance(says, str):
        return (Says(says),)
    return (says,) if isinstance(says, Says) else tuple(says)


def own_records(number: int | str, records: Iterable[Record]) -> Iterable[Record]:
    """A family's records under keys that no other family has."""
    for name, values in records:
        keys = {column.name for column in TABLES[name] if column.kind is Kind.IDENTIFIER}
        yield (
            name,
            {column: f"{number}:{value}" if column in keys and value else value for column, value in values.items()},
        )


def records_of(tables: Mapping[str, Sequence[Case]]) -> RecordSet:
    """Every family of these tables together; all record tables are carried."""
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
    for table, cases in tables.items():
        for number, one in enumerate(cases):
            for name, values in own_records(f"{table}{number}", one.records):
                rows[name].append(values)
    return record_set(rows)


class Table:
    """Cases on one day, asked together what the checks of one heading that they name ask.

    They are asked with the shipped settings but for `settings`.
    `delivered` says by table until when rows have come, where they come in deliveries.
    """

    def __init__(
        self,
        heading: str,
        today: str,
        cases: Sequence[Case],
        settings: Mapping[str, Any] | None = None,
        delivered: Mapping[str, str] | None = None,
    ) -> None:
        self.heading = heading
        self.today: date = day(today)
        self.cases = cases
        self.delivered = {table: day(until) for table, until in (delivered or {}).items()}
        named = {f"{heading}.{code}" for one in cases for code in one.expected}
        asked = named or {code for code in CHECKS if code.startswith(f"{heading}.")}
        checks = [check for code, check in CHECKS.items() if code in asked]
        self.question = Question(checks, self.today, overridden(settings or {}))
        self._found: dict[str, Findings] = {}

    def records(self) -> RecordSet:
        """Every family's records together; all tables are carried."""
        return replace(records_of({"": self.cases}), delivered=self.delivered)

    def found(self, engine: str) -> Findings:
        """What an engine finds: "rows" or "polars"."""
        if engine not in self._found:
            by = by_rows if engine == "rows" else by_frames
            self._found[engine] = by(self.question, self.records())
        return self._found[engine]

    def lines(self) -> list[tuple[str, int, str, Says]]:
        """Every expectation: what it is called, the case's number, the check, and what it says."""
        return [
            (f"{one.situation}: {check}", number, check, says)
            for number, one in enumerate(self.cases)
            for check, some in one.expected.items()
            for says in some
        ]

    def assert_says(self, engine: str, number: int, check: str, says: Says) -> None:
        """The check says of the case's child what is expected, by that engine."""
        found = [
            finding
            for (child, subject, code), finding in self.found(engine).items()
            if child == f"{number}:{says.of}"
            and code == f"{self.heading}.{check}"
            and (says.subject is None or subject == f"{number}:{says.subject}")
        ]
        if says.outcome == "nothing":
            assert found == []
            return
        assert len(found) == 1, f"{len(found)} findings; name the subject"
        _assert_one(found[0], says)


def _assert_one(finding: Mapping[str, Any], says: Says) -> None:
    told = f"{finding['outcome']}, due {finding['due_on']}, word {finding['word']}: {finding['reason']}"
    assert finding["outcome"] == says.outcome, told
    if says.due is not None:
        assert finding["due_on"] == day(says.due), told
    if says.word is not None:
        assert finding["word"] == says.word, told
    if says.has is not None:
        assert says.has in finding["reason"], told
    if says.has_not is not None:
        assert says.has_not not in finding["reason"], told
    if says.missing is not None:
        assert tuple(finding["missing"]) == says.missing, told


LATER = (1, 2, 5, 9, 30, 100, 200, 400)


def no_longer_met(table: Table, codes: Iterable[str]) -> list[tuple[str, str, int]]:
    """What is met on the table's day and is said to be anything else on a later one, nothing having been recorded since.

    What is no longer looked at is not said to be anything.
    """
    checks = [CHECKS[f"{table.heading}.{code}"] for code in codes]
    days = [0, *LATER]
    said = [
        by_rows(Question(checks, table.today + timedelta(day), shipped_settings()), table.records()) for day in days
    ]
    return [
        (key[2], key[0], day)
        for key, now in said[0].items()
        if now["outcome"] in ("met", "met_late")
        for day, later in zip(days, said, strict=True)
        if key in later and later[key]["outcome"] != now["outcome"]
    ]


def every_line(table: Table) -> Callable[[Any], Any]:
    """Makes a test of each expectation of a table, by rows and by frames."""
    lines = table.lines()
    by_line = pytest.mark.parametrize(
        ("number", "check", "says"), [one[1:] for one in lines], ids=[one[0] for one in lines]
    )
    by_engine = pytest.mark.parametrize("engine", ["rows", "polars"])
    return lambda test: by_engine(by_line(test))

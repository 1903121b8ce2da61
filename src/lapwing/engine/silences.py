"""What a source cannot say, which checks wait for it, and whose systems hold it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lapwing.engine.check import Check
from lapwing.engine.plan import silent_facts
from lapwing.engine.run import Question
from lapwing.vocabulary.facts import Fact
from lapwing.vocabulary.held import held_in_words
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.records import TABLES


@dataclass(frozen=True)
class Silence:
    """A record table, or some of its columns, about which a source says nothing.

    `columns` is empty where the source has nothing of the table at all; a column may stand with one code of it
    (`kind=pathway`, or `kind=*` for any), where only rows of that kind are lacking. `checks` are those that need what is lacking.
    """

    table: str
    columns: tuple[str, ...]
    checks: tuple[str, ...]

    @property
    def held_by(self) -> str:
        """Whose systems usually hold it, in words."""
        return held_in_words(self.table)

    @property
    def means(self) -> str:
        """What a row of the table is."""
        return TABLES[self.table].means


def silences(question: Question, records: RecordSet) -> list[Silence]:
    """What the source lacks of all that the checks look at, by record table in their order."""
    silent = silent_facts(question.plan(), records)
    waiting: dict[tuple[str, str], dict[str, None]] = {}
    for check in question.checks:
        for name in _lacking(check, silent):
            table, _, column = name.partition(".")
            waiting.setdefault((table, column), {})[check.code] = None
    return [
        _silence(table, {column: codes for (one, column), codes in waiting.items() if one == table}, records)
        for table in TABLES
        if any(one == table for one, _ in waiting)
    ]


def _lacking(check: type[Check], silent: dict[Fact, tuple[str, ...]]) -> Iterator[str]:
    for fact in check.looks_at():
        yield from silent.get(fact, ())


def _silence(table: str, columns: dict[str, dict[str, None]], records: RecordSet) -> Silence:
    order = {name: place for place, name in enumerate(TABLES[table].names)}
    named = sorted(columns, key=lambda name: order[name.partition("=")[0]]) if table in records.carried else ()
    return Silence(table, tuple(named), tuple(dict.fromkeys(code for codes in columns.values() for code in codes)))

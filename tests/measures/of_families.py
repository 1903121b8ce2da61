"""The form of a table of families: a situation in a sentence, a family's records, and what each measure then says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from case_tables import own_records
from families import Record, Story
from generated_records import record_set
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.records import TABLES
from measures.plain import counted


@dataclass(frozen=True)
class Situation:
    """A family, and by the short code of a measure what is said: a status for each that it looks at, in order."""

    says: str
    records: Sequence[Record]
    expected: Mapping[str, tuple[str, ...]]


def situation(says: str, *stories: Story, **expected: str | tuple[str, ...]) -> Situation:
    """One line of a table; a measure that looks at nobody in the family says ()."""
    records = [record for story in stories for record in story]
    each = {code: (said,) if isinstance(said, str) else said for code, said in expected.items()}
    return Situation(says, records, each)


class Families:
    """Situations that are counted together on one day, each under keys of its own."""

    def __init__(self, heading: str, situations: Sequence[Situation]) -> None:
        self.heading, self.situations = heading, situations

    @cached_property
    def records(self) -> RecordSet:
        """Every family's rows together; all tables are carried."""
        rows: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
        for number, one in enumerate(self.situations):
            for name, values in own_records(number, one.records):
                rows[name].append(values)
        return record_set(rows)

    @cached_property
    def _told(self) -> Mapping[str, Mapping[tuple[str, str], Any]]:
        return counted(self.records, {f"{self.heading}.{code}" for one in self.situations for code in one.expected})

    def lines(self) -> list[tuple[int, str]]:
        """Every expectation: the number of its situation, and the measure."""
        return [(number, code) for number, one in enumerate(self.situations) for code in one.expected]

    def named(self) -> list[str]:
        """What each expectation is called."""
        return [f"{self.situations[number].says}: {code}" for number, code in self.lines()]

    def said(self, number: int, code: str) -> tuple[str, ...]:
        """What the measure says of a situation's children."""
        told = self._told[f"{self.heading}.{code}"]
        own = {key: one for key, one in told.items() if key[0].startswith(f"{number}:")}
        return tuple(own[key].status for key in sorted(own))

    def statuses(self, code: str) -> set[str]:
        """Every status that is expected of a measure somewhere in the table."""
        return {said for one in self.situations for said in one.expected.get(code, ())}

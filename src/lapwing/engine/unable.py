"""Why a check cannot be run over a source at all: there is nothing that it could look at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lapwing.engine.check import Check
from lapwing.engine.fact_frames import conditions_of
from lapwing.language.rows import Given, meaning
from lapwing.lessons.settings import Settings
from lapwing.vocabulary.facts import DAYS_OF_RECORDING, Own, facts_in
from lapwing.vocabulary.held import held_in_words
from lapwing.vocabulary.record_set import RecordSet

SOME_DAY = date(2026, 1, 5)
"""Any day: what is asked here does not turn on it."""


def nobody_to_look_at(check: type[Check], records: RecordSet, settings: Settings) -> str:
    """Why the check has nobody to look at in this source, and whose systems could tell; empty where it may have."""
    tables = [table.name for table in (check.about.table, check.about.beside) if table is not None]
    lacking = [name for name in tables if name not in records.carried]
    if lacking:
        held = "; ".join(dict.fromkeys(held_in_words(name) for name in lacking))
        what = f"no {' and no '.join(lacking)} records, which the check is made of"
        return f"This source carries {what}. Usually held by: {held}."
    for table, column in _needed_of_members(check, records, settings):
        what = f"no {column.replace('_', ' ')} in its {table} records, by which the check knows whom to look at"
        return f"This source carries {what}. Usually held by: {held_in_words(table)}."
    return ""


def _needed_of_members(check: type[Check], records: RecordSet, settings: Settings) -> Iterator[tuple[str, str]]:
    """Columns that the source does not carry, and without which nobody can be told to be a member."""
    for condition in conditions_of(check.about.members):
        columns = {fact.name: _own_column(fact.definition) for fact in facts_in(condition)}
        lacking = [column for column in columns.values() if column is not None and not records.carries(*column)]
        if columns and len(lacking) == len(columns):
            given = Given(SOME_DAY, settings.local(check.settings()), frozenset(columns))
            if meaning(condition, given)(dict.fromkeys(columns)) is not True:
                yield lacking[0]


def _own_column(definition: object) -> tuple[str, str] | None:
    """The table and column that a subject's own fact is read from."""
    if not isinstance(definition, Own):
        return None
    column = definition.column
    return column.table.name, "recorded_at" if column.name in DAYS_OF_RECORDING else column.name

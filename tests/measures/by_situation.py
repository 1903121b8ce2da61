"""What a measure says of families made by hand, by the situation that each is in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl

from case_tables import own_records
from families import Story
from generated_records import record_set
from lapwing.engine.measuring import Counting, measured
from lapwing.engine.run import CouldNotRun
from lapwing.lessons.settings import SETTINGS
from lapwing.measures import MEASURES
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.records import TABLES
from measures.plain import SINCE, TODAY

Situations = Mapping[str, Iterable[Story]]


def records_of(situations: Situations) -> RecordSet:
    """The records of every family together, each under keys of its own; all tables are carried."""
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
    for number, stories in enumerate(situations.values()):
        for name, values in own_records(number, (record for story in stories for record in story)):
            rows[name].append(values)
    return record_set(rows)


def without(records: RecordSet, *tables: str) -> RecordSet:
    """The same source without some tables."""
    carried = {name: columns for name, columns in records.carried.items() if name not in tables}
    return RecordSet({name: records.frames[name] for name in carried}, carried, records.versioned)


def said(code: str, situations: Situations, *lacking: str) -> dict[str, list[str]]:
    """What the measure says of each family: the status of each that it counts there, in order."""
    units = units_of(code, without(records_of(situations), *lacking))
    assert isinstance(units, pl.DataFrame), units
    told: dict[str, list[str]] = {name: [] for name in situations}
    names = [*situations]
    for row in units.to_dicts():
        told[names[int(row["child"].split(":")[0])]].append(row["status"])
    return {name: sorted(some) for name, some in told.items()}


def units_of(code: str, records: RecordSet) -> pl.DataFrame | CouldNotRun:
    """What the measure looks at, or why it could not run."""
    ((_, units),) = measured(Counting([MEASURES[code]], TODAY, SETTINGS, SINCE), records)
    return units

"""What befalls others does not matter: a child's findings rest on the child's own rows alone."""

from __future__ import annotations

import json
from datetime import datetime, time, timedelta
from random import Random
from typing import Any

import pytest

from agreement import Findings, by_frames, by_rows, differences
from generated_records import Row, Rows, record_set
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Kind
from worlds import DAY, SEEDS, OwnRows, World, every_check, together, world

ALONE = 2
"""Of how many children all others are taken away; it takes a run for each."""


@pytest.mark.parametrize("seed", SEEDS)
def test_neither_strangers_nor_the_order_of_rows_nor_what_is_recorded_later_matter(seed: int) -> None:
    here, random = world(seed), Random(seed)
    more = {name: [*made, *_of_strangers(here, name), *_later(made)] for name, made in here.rows.items()}
    shuffled = {name: random.sample(made, len(made)) for name, made in more.items()}
    known = set(here.children)
    among = by_frames(every_check(DAY), record_set(shuffled))
    assert differences(here.found, {key: finding for key, finding in among.items() if key[0] in known}) == []


def _of_strangers(here: World, name: str) -> list[Row]:
    """Rows of other families, and rows that belong to nobody."""
    nobody = dict.fromkeys(TABLES[name].names) | {TABLES[name].key: f"stray-{name}"}
    owners = [{"child_id": None}, {"child_id": "unheard-of"}] if TABLES[name].is_about_child else [{}]
    return [*here.strangers.get(name, []), *({**nobody, **owner, "recorded_at": None} for owner in owners)]


def _later(rows: list[Row]) -> list[Row]:
    """The same rows with other dates, recorded on the day after."""
    after = datetime.combine(DAY + timedelta(1), time(0))
    return [{column: _moved(value) for column, value in row.items()} | {"recorded_at": after} for row in rows[::5]]


def _moved(value: Any) -> Any:
    return value if isinstance(value, str | bool | int | float | None) else value - timedelta(40)


@pytest.mark.parametrize("seed", SEEDS)
def test_it_is_the_same_for_children_who_share_not_one_row(seed: int) -> None:
    """Everything a child's rows name is given to that child alone: brothers, sisters and others lose sight of it."""
    here = world(seed)
    own = OwnRows(here.rows)
    apart = together(_under_own_keys(child, own.of(child)) for child in here.children)
    found = by_frames(every_check(DAY), record_set(apart))
    assert differences(here.found, _under_shared_keys(found)) == []


MARK = "|"


def _under_own_keys(child: str, rows: Rows) -> Rows:
    """The rows with the child's name before each of their keys."""
    return {
        name: [
            {
                column.name: f"{child}{MARK}{value}" if column.kind is Kind.IDENTIFIER and value else value
                for column in TABLES[name]
                if (value := row.get(column.name)) is not None or column.name in row
            }
            for row in made
        ]
        for name, made in rows.items()
    }


def _under_shared_keys(found: Findings) -> Findings:
    """What was found of each child where it stands with its own rows, under the keys that it has among others."""
    told: Findings = {}
    for (child, subject, check), finding in found.items():
        whose, _, named = child.partition(MARK)
        if whose == named:
            prefix = whose + MARK
            facts = json.loads(json.dumps(finding["facts"]).replace(prefix, ""))
            told[named, subject.removeprefix(prefix), check] = finding | {"facts": facts}
    return told


@pytest.mark.parametrize("seed", SEEDS)
def test_it_is_the_same_for_a_child_with_nobody_else_in_the_records(seed: int) -> None:
    here = world(seed)
    own = OwnRows(here.rows)
    for child in Random(seed).sample(sorted({key[0] for key in here.found}), ALONE):
        alone = by_rows(every_check(DAY), record_set(own.of(child)))
        among = {key: finding for key, finding in here.found.items() if key[0] == child}
        assert differences(among, {key: finding for key, finding in alone.items() if key[0] == child}) == []

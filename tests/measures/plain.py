"""Records as plain rows, and what a measure says of each counted from them in plain Python: nothing here knows the engine.

`World` has the last version of every row, each beside the child it belongs to. A measure recounted by hand is a function
from a world to `Told` by child and subject.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, cached_property
from typing import Any, cast

import polars as pl

from lapwing.engine.measuring import Counting, measured
from lapwing.language.calendar import working_days
from lapwing.lessons.settings import SETTINGS
from lapwing.measures import MEASURES
from lapwing.simulate import simulate
from lapwing.vocabulary.record_set import RecordSet

Row = Mapping[str, Any]
TODAY = date(2026, 3, 9)
SINCE = date(2023, 3, 10)
WORKING = sorted(working_days())


@dataclass(frozen=True)
class Told:
    """What is said of one: its status, the day by which it falls into a period, a span in days, and its divisions."""

    status: str
    on: date | None
    span: int | None = None
    by: Mapping[str, Any] = field(default_factory=dict)


Counted = dict[tuple[str, str], Told]


class World:
    """A source's rows by table, as they stand today; each with the days on which it was recorded, first and last."""

    def __init__(self, records: RecordSet, today: date = TODAY) -> None:
        self.today = today
        frames = {name: frame.collect() for name, frame in records.frames.items()}
        self.rows: dict[str, list[Row]] = {name: _last_versions(name, frame) for name, frame in frames.items()}
        self._recorded: dict[str, dict[str, list[date]]] = {
            name: by_day_of_recording(name, frame) for name, frame in frames.items()
        }
        self.child = {row["child_id"]: row for row in self.rows["child"]}
        self.person = {row["person_id"]: row for row in self.rows["person"]}
        self.agency = {row["agency_id"]: row for row in self.rows.get("agency", ())}
        self.practitioner = {row["practitioner_id"]: row for row in self.rows.get("practitioner", ())}
        self.pregnancy = {row["pregnancy_id"]: row for row in self.rows["pregnancy"]}
        self._expected = by_key(self.rows["expected_date"], "pregnancy_id")
        self._of_pregnancy = by_key(self.rows["child"], "pregnancy_id")
        self._by_child: dict[str, Mapping[str, list[Row]]] = {}

    @property
    def expected_dates(self) -> Mapping[Any, list[Row]]:
        """Every statement of when a birth is expected, by pregnancy."""
        return self._expected

    @cached_property
    def attended(self) -> Mapping[Any, list[Row]]:
        """Everybody's part in a meeting, by meeting."""
        return by_key(self.rows["attendance"], "meeting_id")

    @cached_property
    def as_parent(self) -> Mapping[Any, list[tuple[str, Row]]]:
        """Where somebody stands as a parent on a child's record, by person: the child, and the entry."""
        found: dict[Any, list[tuple[str, Row]]] = defaultdict(list)
        for child, row in self.each("relationship"):
            if row["role"] in ("birth_mother", "birth_father", "second_legal_parent"):
                found[row["person_id"]].append((child, row))
        return found

    @cached_property
    def carried_by(self) -> Mapping[Any, list[str]]:
        """The children of whose pregnancy somebody is the expectant mother, by person."""
        found: dict[Any, list[str]] = defaultdict(list)
        for child, row in self.child.items():
            mother = self.pregnancy.get(row["pregnancy_id"], {}).get("mother_id")
            found[mother].append(child)
        return found

    def recorded(self, table: str, row: Row) -> tuple[date, date]:
        """On which days the first version of a row was recorded, and the last."""
        days = self._recorded[table][row[f"{table}_id"]]
        return min(days), max(days)

    def each(self, table: str) -> Iterator[tuple[str, Row]]:
        """Every row with its child; a row of a pregnancy once for each child of it."""
        for row in self.rows[table]:
            if row["child_id"]:
                yield row["child_id"], row
            else:
                for child in self._of_pregnancy.get(row.get("pregnancy_id"), ()):
                    yield child["child_id"], row

    def of(self, child: str, table: str) -> list[Row]:
        """The rows of one child."""
        if table not in self._by_child:
            found = defaultdict(list)
            for owner, row in self.each(table):
                found[owner].append(row)
            self._by_child[table] = found
        return self._by_child[table].get(child, [])

    def born(self, child: str) -> date | None:
        """The date of birth."""
        return self.person.get(self.child[child]["person_id"], {}).get("born_on")

    def expected(self, child: str) -> date | None:
        """The expected date in force, where the records agree."""
        said = self._expected.get(self.child[child]["pregnancy_id"], ())
        days = {row["expected_on"] for row in said if row["superseded_on"] is None and row["expected_on"]}
        return days.pop() if len(days) == 1 else None

    def never_was(self, child: str) -> bool:
        """Whether the pregnancy ended without a birth, or the record was opened in error."""
        pregnancy = self.pregnancy.get(self.child[child]["pregnancy_id"], {})
        return bool(
            (pregnancy.get("ended_on") and self.born(child) is None) or self.child[child]["opened_in_error"] is True
        )

    def died(self, child: str) -> date | None:
        """When the child died."""
        return self.person.get(self.child[child]["person_id"], {}).get("died_on")

    def left(self, child: str) -> date | None:
        """When the child died, moved or was adopted."""
        moved = [
            row["ended_on"]
            for row in self.of(child, "involvement")
            if row["ended_reason"] == "moved_accepted_elsewhere"
        ]
        adopted = [row["started_on"] for row in self.of(child, "legal_status") if row["kind"] == "adoption_order"]
        return first([self.died(child), last(moved), first(adopted)])


def _last_versions(name: str, frame: pl.DataFrame) -> list[Row]:
    rows: dict[Any, Row] = {}
    for row in frame.sort("recorded_at", nulls_last=False).to_dicts():
        key, day = row[f"{name}_id"], row["recorded_at"].date() if row["recorded_at"] else None
        before = rows.get(key, {}).get("first_recorded_on", day)
        rows[key] = row | {"recorded_on": day, "first_recorded_on": before}
    return [*rows.values()]


def by_day_of_recording(name: str, frame: pl.DataFrame) -> dict[str, list[date]]:
    """The days on which the versions of each row were recorded."""
    days: dict[str, list[date]] = defaultdict(list)
    for key, at in frame.select(f"{name}_id", "recorded_at").rows():
        days[key].append(at.date())
    return days


def was_past(row: Row) -> bool:
    """Whether a concern was past already when it was found."""
    ended, identified = row["ended_on"], row["identified_on"]
    return (row["status"] == "past" and ended is None) or bool(ended and identified and ended < identified)


def found_on(row: Row) -> date:
    """When a concern was found; every one in an invented partnership says so."""
    return cast(date, row["identified_on"])


def birthday(born: date, years: int) -> date:
    """When so many years are complete; of somebody born on 29 February, 1 March in other years."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


def by_key(rows: Iterable[Row], key: str) -> dict[Any, list[Row]]:
    """Rows by the value in one column."""
    found: dict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        if row[key] is not None:
            found[row[key]].append(row)
    return found


def first(days: Iterable[date | None]) -> date | None:
    """The earliest day that is known."""
    return min((day for day in days if day), default=None)


def last(days: Iterable[date | None]) -> date | None:
    """The latest day that is known."""
    return max((day for day in days if day), default=None)


def done(day: date | None, due: date | None) -> bool | None:
    """Whether a day is no later than another; not known where that other is not."""
    return None if due is None else day is not None and day <= due


def after(day: date | None, days: int) -> date | None:
    """So many days later."""
    return day + timedelta(days) if day else None


def working(day: date | None, count: int) -> date | None:
    """So many working days later, the day itself not counted."""
    return WORKING[bisect_right(WORKING, day) + count - 1] if day else None


def days_between(since: date | None, until: date | None) -> int | None:
    """The days from one date to another."""
    return (until - since).days if since and until else None


def number(key: str) -> int:
    """A setting of the shipped register; of weeks, hours or weeks of pregnancy, in days."""
    return cast(int, SETTINGS.local([key])[key])


def codes(key: str) -> tuple[str, ...]:
    """The codes that are on in a setting's list."""
    return cast("tuple[str, ...]", SETTINGS.local([key])[key])


def status(
    world: World, met: bool | None, *, out: bool = False, settled: date | None = None, cannot_tell: bool = False
) -> str:
    """What is said, from the answers to what a measure asks, in their order."""
    if out:
        return "left_out"
    if cannot_tell:
        return "cannot_tell"
    if met:
        return "met"
    if settled is not None and settled >= world.today:
        return "not_yet"
    return "cannot_tell" if met is None else "not_met"


def counted(records: RecordSet, codes: Iterable[str] | None = None) -> dict[str, Counted]:
    """What measures say, by the engine, worked out together; all of them unless some are named."""
    asked = [MEASURES[code] for code in (codes or MEASURES)]
    told = {}
    for measure, units in measured(Counting(asked, TODAY, SETTINGS, SINCE), records):
        assert isinstance(units, pl.DataFrame), units
        told[measure.code] = {
            (row["child"], row["subject"]): Told(
                row["status"], row["on"], row["span"], {name: row[name] for name in measure.by}
            )
            for row in units.to_dicts()
        }
    return told


def within(told: Counted) -> Counted:
    """Those that fall into the period, or of whom the day is not known."""
    return {key: one for key, one in told.items() if one.on is None or SINCE <= one.on <= TODAY}


def differences(code: str, seed: int, by_hand: Callable[[World], Counted]) -> list[str]:
    """Where the engine and the count by hand say different things of an invented partnership, a line each."""
    ours, theirs = engine_on(seed)[code], within(by_hand(world(seed)))
    return [
        f"{key}: the engine says {ours.get(key)}, the count by hand {theirs.get(key)}"
        for key in sorted(ours.keys() | theirs.keys())
        if ours.get(key) != theirs.get(key)
    ]


@cache
def partnership(seed: int) -> RecordSet:
    """An invented partnership of some hundreds of children."""
    made = simulate(700, seed, today=TODAY)
    return RecordSet(
        {name: frame.collect().lazy() for name, frame in made.frames.items()}, made.carried, made.versioned
    )


@cache
def world(seed: int) -> World:
    """The same as plain rows."""
    return World(partnership(seed))


@cache
def engine_on(seed: int) -> dict[str, Counted]:
    """What every measure says of it, by the engine."""
    return counted(partnership(seed))

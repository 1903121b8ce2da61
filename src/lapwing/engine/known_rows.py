"""The rows of one child as known on a day, from versions in hand: what `known` and `gather` do with frames.

A write for one child has its rows at hand, and frames would take longer than all the checks. What is known when, and
whose rows a child has, is said there; here it is done without frames.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from lapwing.engine.gather import THROUGH, ChildRows, with_parents
from lapwing.engine.growth_charts import PLACES, key_of, places
from lapwing.engine.known import MOST, reached_through, seen_from
from lapwing.vocabulary.codes import PARENTS
from lapwing.vocabulary.facts import FIRST_RECORDED_ON, RECORDED_ON
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import WorkedOut

Row = Mapping[str, Any]
KnownRow = dict[str, Any]


def child_rows(
    stored: Mapping[str, Sequence[Row]],
    child: str,
    day: date,
    *,
    places_weights: bool = False,
    tables: Iterable[str],
) -> ChildRows:
    """The rows of a child by table, as `rows_by_child` gives them; none where the child was not known on the day.

    `stored` has, by table, every row about the child, its parents who are children and its babies, and whatever these
    rows name. A row of which one version belongs there is there in all its versions, each with all columns of its table,
    moments in local time and without a zone. Rows of others may be among them.
    Only `tables` are looked at; `child` must be one of them.
    """
    known = _KnownRows(stored, day, frozenset(tables), places_weights)
    if child not in known.by_child("child"):
        return {}
    pairs = [pair for pair in known.parents() if child in pair]
    every = {young: {"child": known.by_child("child")[young]} for young, _ in pairs}
    every |= {one: known.own(one) for one in {child, *(baby for _, baby in pairs)}}
    return with_parents(every, pairs, [child])[child]


def own_rows(stored: Mapping[str, Sequence[Row]], child: str, day: date, *, tables: Iterable[str]) -> ChildRows:
    """The same, without what crosses between a child who is a parent and its baby."""
    known = _KnownRows(stored, day, frozenset(tables), places_weights=False)
    return known.own(child) if child in known.by_child("child") else {}


@dataclass(frozen=True)
class _Form:
    """What is to be done with the rows of a table, settled once."""

    name: str
    key: str
    happened_on: str | None
    seen_from: tuple[tuple[str, tuple[str, ...]], ...]
    worked_out: tuple[WorkedOut, ...]
    reached_through: tuple[str, str] | None


@lru_cache(maxsize=len(TABLES))
def _form(name: str) -> _Form:
    table = TABLES[name]
    dates = tuple(seen_from(table).items())
    return _Form(name, table.key, table.happened_on, dates, table.worked_out, reached_through(table))


@dataclass(frozen=True)
class _Tables:
    """How some tables hang together.

    `naming`: for each that is about a child, its columns that name rows of others; `named`: the others, each with the
    column by which its rows are named and the table whose key that is.
    """

    naming: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    named: tuple[tuple[str, str, str], ...]


@lru_cache(maxsize=8)
def _hanging_together(tables: frozenset[str]) -> _Tables:
    about = [name for name in TABLES if name in tables and (name == "child" or TABLES[name].is_about_child)]
    others = {name: THROUGH.get(name, name) for name in TABLES if name in tables and name not in about}
    naming = tuple(
        (name, tuple((c.name, c.refers_to) for c in TABLES[name] if c.refers_to in others.values())) for name in about
    )
    return _Tables(naming, tuple((name, TABLES[of].key, of) for name, of in others.items()))  # type: ignore[arg-type]


class _KnownRows:
    """The stored rows as known on the day, each table worked out when it is first asked for."""

    def __init__(
        self, stored: Mapping[str, Sequence[Row]], day: date, tables: frozenset[str], places_weights: bool
    ) -> None:
        self.stored, self.day, self.tables, self.places_weights = stored, day, tables, places_weights
        self.hanging = _hanging_together(tables)
        self._known: dict[str, list[KnownRow]] = {}
        self._by_child: dict[str, dict[str, list[KnownRow]]] = {}

    def of(self, name: str) -> list[KnownRow]:
        """The rows of a table, one for each child that it is about."""
        if name not in self._known:
            form = _form(name)
            known = [
                _seen(row, first, form, self.day) for row, first in _standing(self.stored.get(name, ()), form, self.day)
            ]
            known = self._each_with_its_child(known, form)
            self._work_out(known, form)
            self._known[name] = known
        return self._known[name]

    def by_child(self, name: str) -> dict[str, list[KnownRow]]:
        """The rows of a table that is about children, by child."""
        if name not in self._by_child:
            grouped = self._by_child[name] = {}
            for row in self.of(name):
                grouped.setdefault(row["child_id"], []).append(row)
        return self._by_child[name]

    def _each_with_its_child(self, known: list[KnownRow], form: _Form) -> list[KnownRow]:
        if form.reached_through is None:
            return known
        through, owner = form.reached_through
        direct = [row for row in known if row["child_id"] is not None]
        shared = [row for row in known if row["child_id"] is None and row[through] is not None]
        if shared and owner in self.tables:
            children: dict[str, list[str]] = {}
            for one in self.of(owner):
                children.setdefault(one[through], []).append(one["child_id"])
            direct += [
                {**row, "child_id": child} for row in shared for child in children.get(row[through], ()) if child
            ]
        return direct

    def _work_out(self, known: list[KnownRow], form: _Form) -> None:
        """Adds the columns that no source gives."""
        for one in form.worked_out:
            for row in known:
                row[one.column.name] = _in_units(row, one) if one.factors else None
        if known and self.places_weights and any(not one.factors for one in form.worked_out):
            found = places(known, self.of("child"), self.of("person"), self.of("expected_date"))
            for row in known:
                row.update(zip(PLACES, found.get(key_of(row), (None, None)), strict=True))

    def parents(self) -> Iterator[tuple[str, str]]:
        """Whose record is that of a parent of which child, by a relationship or as the expectant mother."""
        records: dict[str, list[str]] = {}
        for row in self.of("child"):
            records.setdefault(row["person_id"], []).append(row["child_id"])
        pairs = ((young, baby) for baby, person in self._named_as_parents() for young in records.get(person, ()))
        known = self.by_child("child")
        yield from dict.fromkeys((young, baby) for young, baby in pairs if young != baby and baby in known)

    def _named_as_parents(self) -> Iterator[tuple[str, str]]:
        """Each child with a person named as its parent."""
        if "relationship" in self.tables:
            for row in self.of("relationship"):
                if row["person_id"] is not None and row["role"] in PARENTS:
                    yield row["child_id"], row["person_id"]
        if "pregnancy" in self.tables:
            mothers = {row["pregnancy_id"]: row["mother_id"] for row in self.of("pregnancy")}
            for row in self.of("child"):
                if mothers.get(row["pregnancy_id"]) is not None:
                    yield row["child_id"], mothers[row["pregnancy_id"]]

    def own(self, child: str) -> ChildRows:
        """The rows about a child by itself, and those of the people, services and dates that they name."""
        rows: ChildRows = {}
        named: dict[str, set[Any]] = {of: set() for _, _, of in self.hanging.named}
        for name, naming in self.hanging.naming:
            own = self.by_child(name).get(child)
            if own:
                rows[name] = own
                for column, of in naming:
                    named[of].update([row[column] for row in own])
        if {"agency", "practitioner"} <= self.tables:
            staff = (row for row in self.of("practitioner") if row["practitioner_id"] in named["practitioner"])
            named["agency"].update([row["agency_id"] for row in staff])
        for name, key, of in self.hanging.named:
            own = [row for row in self.of(name) if row[key] is not None and row[key] in named[of]]
            if own:
                rows[name] = own
        return rows


def _standing(rows: Iterable[Row], form: _Form, day: date) -> Iterator[tuple[Row, date | None]]:
    """Each row in the version that stands on the day, with the day on which it was first recorded."""
    versions: dict[str, list[Row]] = {}
    for row in rows:
        if _day_of(row["recorded_at"], day) <= day:
            versions.setdefault(row[form.key], []).append(row)
    for some in versions.values():
        moments = [row["recorded_at"] for row in some if row["recorded_at"] is not None]
        first = min(moments).date() if len(moments) == len(some) else None
        newest = max(moments, default=None)
        yield from ((row, first) for row in some if row["recorded_at"] == newest and _is_there(row, form, day))


def _day_of(moment: datetime | None, otherwise: date) -> date:
    return otherwise if moment is None else moment.date()


def _is_there(row: Row, form: _Form, day: date) -> bool:
    """Whether it is not voided, and, where nobody says when it was recorded, has come about."""
    if row["voided_at"] is not None and row["voided_at"].date() <= day:
        return False
    came_about = row[form.happened_on] if form.happened_on is not None and row["recorded_at"] is None else None
    return came_about is None or came_about <= day


def _seen(row: Row, first: date | None, form: _Form, day: date) -> KnownRow:
    """The row without what lay ahead, with the days of recording."""
    moment = row["recorded_at"]
    seen = {**row, RECORDED_ON: None if moment is None else moment.date(), FIRST_RECORDED_ON: first}
    for unseen_by, names in form.seen_from:
        from_day = row[unseen_by]
        if from_day is not None and from_day > day:
            seen.update(dict.fromkeys(names))
    return seen


def _in_units(row: Row, worked_out: WorkedOut) -> int | None:
    """What `known.amount_in_units` gives, of one row."""
    number, unit = (row[name] for name in worked_out.made_from)
    factor = dict(worked_out.factors).get(unit)
    if number is None or factor is None or not 0 < number * factor < MOST:
        return None
    return int(number * factor + 0.5)

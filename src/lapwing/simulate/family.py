"""One family's record while its story is being told: a story says what happened, this says what was recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from lapwing.language.calendar import add_working_days
from lapwing.simulate.chance import Chance, Odds
from lapwing.simulate.workforce import SYSTEM, Duty, Worker, Workforce
from lapwing.vocabulary.codes import Sex
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Table

Span = tuple[int, int]
"""From so many days to so many."""

PRACTICE = Odds({0.4: 45.0, 1.0: 35.0, 2.0: 20.0})
"""How often things go late or are left out around a family, against the usual."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a story."""

    person_id: str
    born_on: date
    sex: Sex
    family_name: str
    ethnicity: str


@dataclass(slots=True)
class Subject:
    """A child, or every child expected of a pregnancy; nothing about it is recorded after `until`."""

    child_id: str | None
    pregnancy_id: str | None
    until: date
    person: Person | None = None
    mother: Person | None = None
    father: Person | None = None

    def at_age(self, days: int) -> date:
        """The day on which the child is so many days old."""
        if self.person is None:
            raise ValueError("A child not yet born has no age.")
        return self.person.born_on + timedelta(days)


class Family:
    """A family, those who work with it, and the rows recorded so far.

    A story is told to its end, whatever the day: what would be recorded after `today`, or after the day on
    which a record ends, is left out, and dates that still lie ahead are empty.
    """

    def __init__(self, number: int, seed: int, workforce: Workforce, today: date) -> None:
        self.number = number
        self.today = today
        self.workforce = workforce
        self.chance = Chance(f"{seed}:{number}")
        self.strain = self.chance.by_odds(PRACTICE)
        self.rows: dict[str, list[dict[str, Any]]] = {}
        self.amended: dict[str, None] = {}
        self.people: list[Person] = []
        self.home: dict[str, Any] | None = None
        self._workers: dict[Duty, Worker] = {}

    def worker(self, duty: Duty) -> Worker:
        """The practitioner who does this for the family: the same one all through."""
        if duty not in self._workers:
            self._workers[duty] = self.chance.pick(self.workforce.staying[duty])
        return self._workers[duty]

    def another(self, duty: Duty) -> Worker:
        """A practitioner for the same thing, who takes it over from now on; where there is only one, the same."""
        staying = self.workforce.staying[duty]
        place = self.chance.days(0, len(staying) - 1)
        if staying[place] == self._workers.get(duty):
            place -= 1
        self._workers[duty] = staying[place]
        return staying[place]

    def record(
        self,
        table: str,
        by: Worker,
        on: date | None,
        about: Subject | None = None,
        /,
        *,
        wait: int | None = None,
        **values: Any,
    ) -> str | None:
        """Records a row about something of the day `on`; the key, or None where it is not (or not yet) recorded.

        `wait` is how many days passed before it was written down, drawn where it is not given.
        """
        if on is None:
            return None
        until = self.today if about is None else about.until
        written_on = on + timedelta(self._wait() if wait is None else wait)
        if written_on > until:
            return None
        form = FORMS[table]
        told = self.rows.setdefault(table, [])
        values[form.key] = key = f"{table}-{self.number}-{len(told) + 1}"
        form.tie(values, about)
        form.unsee(values, until)
        for name in form.required:
            if values.get(name) is None:
                return None
        values["recorded_by"], values["recorded_agency_id"] = by.practitioner_id, by.agency_id
        values["source_system"], values["recorded_at"] = SYSTEM, self._moment(written_on)
        told.append(values)
        return key

    def amend(self, table: str, key: str | None, by: Worker, on: date | None, until: date, **changes: Any) -> None:
        """Records a further version of a row; the earlier one stays as what was known until then."""
        if key is None or on is None or on > until:
            return
        form = FORMS[table]
        row = {**self._latest(form, table, key), **changes}
        form.unsee(row, until)
        moment = max(self._moment(on), row["recorded_at"] + timedelta(minutes=7))
        if moment.date() > until:
            return
        row |= {"recorded_by": by.practitioner_id, "recorded_agency_id": by.agency_id, "recorded_at": moment}
        self.rows[table].append(row)
        self.amended[table] = None

    @property
    def last_recorded_on(self) -> date:
        """The last day on which anything was recorded so far: nothing ends before it."""
        last: datetime = max(row["recorded_at"] for rows in self.rows.values() for row in rows)
        return last.date()

    def settle(self, table: str, key: str | None, until: date, **values: Any) -> None:
        """Fills in how something went on: dates on a row that each become known on their own day."""
        if key is not None:
            form = FORMS[table]
            row = self._latest(form, table, key)
            row.update(values)
            form.unsee(row, until)

    def end_record(self, about: Subject, on: date) -> None:
        """A child's record ends on the day: what had waited is written down by then, and what came later is not there."""
        about.until = on
        for table, rows in self.rows.items():
            for row in [row for row in rows if row.get("child_id") == about.child_id]:
                FORMS[table].unsee(row, on)
                if row["recorded_at"].date() > on:
                    row["recorded_at"] = self._moment(on)

    def _latest(self, form: Form, table: str, key: str) -> dict[str, Any]:
        return next(row for row in reversed(self.rows[table]) if row[form.key] == key)

    def _wait(self) -> int:
        """How long something waits to be written down: mostly no time, now and then months."""
        drawn = self.chance.random()
        if drawn < 0.9:
            return 0
        if drawn < 0.98:
            return self.chance.days(1, 4)
        return self.chance.days(5, 30) if drawn < 0.998 else self.chance.days(60, 200)

    def _moment(self, day: date) -> datetime:
        minute = int(self.chance.random() * 600)
        return datetime(day.year, day.month, day.day, 8 + minute // 60, minute % 60)

    def on_weekday(self, day: date) -> date:
        """The day, or the Monday after it where it falls on a weekend."""
        return day + timedelta(max(0, 7 - day.weekday())) if day.weekday() > 4 else day

    def after(self, start: date | None, span: Span) -> date | None:
        """A weekday so many days after the start."""
        return None if start is None else self.on_weekday(start + timedelta(self.chance.days(*span)))

    def done(
        self, start: date | None, good: Span, late: Span = (0, 0), *, slow: float = 0.15, never: float = 0.08
    ) -> date | None:
        """The day on which a step was taken: in good time, late, or None where it never was."""
        if start is None:
            return None
        drawn = self.chance.random() / self.strain
        if drawn < never:
            return None
        return self.after(start, late if drawn < never + slow and late != (0, 0) else good)

    def working_days(self, start: date | None, span: Span) -> date | None:
        """A working day so many working days after the start."""
        return None if start is None else add_working_days(start, self.chance.days(*span))


@dataclass(frozen=True)
class Form:
    """What recording a row has to know of its table."""

    key: str
    required: tuple[str, ...]
    of_child: bool
    of_pregnancy: bool
    seen: tuple[tuple[str, bool, tuple[str, ...]], ...]

    @classmethod
    def of(cls, table: Table) -> Form:
        depends: dict[str, list[str]] = {column.name: [] for column in table if column.happens}
        for column in table:
            if column.known_on is not None:
                depends.setdefault(column.known_on, []).append(column.name)
        seen = tuple((name, table.column(name).happens, tuple(names)) for name, names in depends.items())
        return cls(table.key, table.required, table.is_about_child, table.reaches_through_pregnancy, seen)

    def tie(self, row: dict[str, Any], about: Subject | None) -> None:
        """Ties a row to its child, or to the children of its pregnancy."""
        if about is None:
            return
        if about.child_id is None:
            if self.of_pregnancy:
                row["pregnancy_id"] = about.pregnancy_id
        elif self.of_child:
            row["child_id"] = about.child_id

    def unsee(self, row: dict[str, Any], until: date) -> None:
        """Empties what lies after the day."""
        for name, happens, dependent in self.seen:
            on = row.get(name)
            if on is None or on > until:
                for each in (*dependent, name) if happens else dependent:
                    row.pop(each, None)


FORMS = {name: Form.of(table) for name, table in TABLES.items()}

"""Random record sets for the engines to agree on: small families whose dates and codes lie close together.

Made from the description of the tables and from what the facts ask for, so a new check brings its own rows:
a column is filled above all with the codes that some fact looks for, and a date with one of a family's few.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from generated_behaviour import add_run_of_concerns
from generated_young_parents import add_young_parent
from lapwing.engine.check import due_and_met, outcome_of
from lapwing.engine.plan import columns_of
from lapwing.engine.run import Question, tables_of
from lapwing.language.expressions import Compare, Constant, Expression, IsIn, Local
from lapwing.language.local_parts import looked_up
from lapwing.vocabulary.facts import ColumnName, Fact, Gathered, Its, Own
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Column, Kind, Table

Row = dict[str, Any]
Rows = dict[str, list[Row]]

FROM_FAMILY = ("person", "pregnancy", "child", "expected_date")
"""Tables whose rows a family is made of; all others are drawn freely about its children."""
ENDING = {
    *{("involvement", "ended_reason"), ("legal_status", "kind"), ("meeting", "ended_reason"), ("concern", "status")},
    *{("relationship", "identity_status"), ("relationship", "contact_safety")},
}
"""Columns in which the codes that are asked for end something, and so silence checks: seldom those."""
SELDOM = (
    *("ended_on", "stopped_on", "superseded_on", "died_on", "declined_on", "no_action_on"),
    *("proceed_reason", "repeats_referral_id", "kept_private"),
)
"""Columns that make a row count for little once they are filled: filled in one row of five."""
ROWS = (0, 2, 3, 5, 8, 12)
"""How many rows of a table a family has, one as likely as another."""
VOIDED = 0.1
"""The share of further versions that take the row back as made in error."""
YOUNG_PEOPLE = 0.4
"""The share of families around one young person instead of a birth."""
WHOSE = ("child_id", "pregnancy_id")
"""The columns by which a row belongs to somebody."""
LEAVES_CHILD_TO = {
    "attendance": "meeting_id",
    "concern_review": "meeting_id",
    "review_line": "meeting_id",
    "disagreement_stage": "disagreement_id",
}
"""Tables whose rows may leave their child to the meeting or disagreement that they belong to, and the column for it."""


@dataclass
class Family:
    """The identifiers that a family's rows may refer to, by table, and the days on which things befall it."""

    number: int
    days: list[date]
    ids: dict[str, list[str]] = field(default_factory=dict)
    owners: dict[Any, Row] = field(default_factory=dict)

    def new_id(self, table: str) -> str:
        known = self.ids.setdefault(table, [])
        known.append(f"{table}-{self.number}-{len(known)}")
        return known[-1]


class RecordMaker:
    """Makes families of rows for a question, the same ones for the same random numbers."""

    def __init__(self, question: Question, random: Random) -> None:
        plan = question.plan()
        self.random, self.today = random, question.as_of
        self.settings = question.given().local
        self.checks = [check.code for check in question.checks]
        self.asked = _asked_for(question, self.settings)
        read = columns_of(plan)
        self.much_asked = _much_asked(question)
        needed = tables_of(plan) | set(FROM_FAMILY)
        self.columns = {name: _filled(TABLES[name], read.get(name, frozenset())) for name in TABLES if name in needed}

    def rows(self, families: int) -> Rows:
        """The rows of so many families by table, every table that the question reads among them."""
        rows: Rows = {name: [] for name in self.columns}
        for number in range(families):
            for name, made in self.family(number).items():
                rows[name] += made
        return rows

    def family(self, number: int) -> Rows:
        """The rows of one family."""
        near = [self.today + timedelta(self.random.randint(-25, 12)) for _ in range(4)]
        far = [self.today + timedelta(self.random.randint(-420, 230)) for _ in range(4)]
        family = Family(number, [self.today, *near, *far])
        rows: Rows = {}
        around = self._around_young_person if self.random.random() < YOUNG_PEOPLE else self._around_birth
        around(family, rows)
        for name in self.columns:
            if name not in FROM_FAMILY:
                # What is compared row with row, or read for many facts, needs more rows.
                several = 3 if TABLES[name].worked_out else 2 if name in self.much_asked else 1
                rows[name] = [self._row(name, family) for _ in range(several * self.random.choice(ROWS))]
        add_run_of_concerns(self, family, rows)
        add_young_parent(self, family, rows)
        return {name: self._versions(name, made, family) for name, made in rows.items() if name in self.columns}

    def _around_birth(self, family: Family, rows: Rows) -> None:
        chance = self.random.random
        rows["person"] = [self._row("person", family) | {"person_id": family.new_id("person")} for _ in range(2)]
        if chance() < 0.9:
            rows["pregnancy"] = [self._row("pregnancy", family) | {"pregnancy_id": family.new_id("pregnancy")}]
            if chance() < 0.9:
                rows["pregnancy"][0] |= {"ended_on": None, "outcome": None}
            dates = range(self.random.choice((0, 1, 1, 1, 2)))
            rows["expected_date"] = [self._row("expected_date", family) for _ in dates]
        for one in rows["person"]:
            one["born_on"] = self._of_an_age() if chance() < 0.35 else one.get("born_on")
            one["died_on"] = one.get("died_on") if chance() < 0.1 else None
        children = self.random.choice((0, 1, 1, 1, 1, 2, 2, 3))
        rows["child"] = [self._row("child", family) | self._who(family, rows["person"]) for _ in range(children)]

    def _around_young_person(self, family: Family, rows: Rows) -> None:
        young = self._row("person", family) | {"person_id": family.new_id("person"), "born_on": self._of_an_age()}
        rows["person"] = [young | {"died_on": None}]
        child = {"child_id": family.new_id("child"), "person_id": young["person_id"]}
        rows["child"] = [self._row("child", family) | {"pregnancy_id": None, "opened_in_error": None} | child]

    def _of_an_age(self) -> date:
        """A date of birth some thirteen to nineteen years ago, a birthday of today or thereabouts now and then."""
        years = self.random.choice((14, 15, 16, 17, 18))
        days = self.random.choice((0, -1, 1, self.random.randint(-360, 0), self.random.randint(-360, 0)))
        return self.today - timedelta(round(years * 365.25)) + timedelta(days)

    def _who(self, family: Family, people: list[Row]) -> Row:
        one = self.random.choice((None, None, *people, *people))
        person, born_on = (one["person_id"], one["born_on"]) if one else (None, None)
        grown = born_on is not None and born_on < self.today - timedelta(4_000)
        known_unborn = self.random.random() < (0.1 if grown else 0.93)
        pregnancy = family.ids.get("pregnancy", [None])[0] if known_unborn else None
        in_error = True if self.random.random() < 0.03 else self.random.choice((None, False))
        return {
            "child_id": family.new_id("child"),
            "pregnancy_id": pregnancy,
            "person_id": person,
            "opened_in_error": in_error,
        }

    def _row(self, name: str, family: Family) -> Row:
        table = TABLES[name]
        row = {column.name: self._value(column, table, family) for column in self.columns[name]}
        if name not in FROM_FAMILY or name == "expected_date":
            row[table.key] = family.new_id(name)
        if table.is_about_child:
            row |= self._owner_as_written(row, name, family) or self._owner(table, family)
            family.owners[row[table.key]] = {who: row[who] for who in WHOSE if who in row}
        return row

    def _owner_as_written(self, row: Row, name: str, family: Family) -> Row | None:
        """An action belongs where its concern does; a line names the child of its meeting, or leaves it to that."""
        if name in LEAVES_CHILD_TO:
            owner = family.owners.get(row.get(LEAVES_CHILD_TO[name]), {})
            return {"child_id": self.random.choice((owner.get("child_id"), None))}
        return family.owners.get(row.get("concern_id")) if name == "action" else None

    def _owner(self, table: Table, family: Family) -> Row:
        whose = dict.fromkeys(WHOSE) if table.reaches_through_pregnancy else {}
        children, pregnancies = family.ids.get("child", []), family.ids.get("pregnancy", [])
        if table.reaches_through_pregnancy and pregnancies and self.random.random() < 0.3:
            return whose | {"pregnancy_id": self.random.choice(pregnancies)}
        if not children or self.random.random() < 0.03:
            return whose | {"child_id": f"nobody-{family.number}"}
        return whose | {"child_id": self.random.choice(children)}

    def _value(self, column: Column, table: Table, family: Family) -> Any:
        random = self.random
        if column.kind is Kind.MOMENT:
            return self._moment()
        if column.kind is Kind.DATE and column.name == "expires_on":
            return self.today + timedelta(random.randint(-2, 5))
        empty = 0.8 if column.name in SELDOM else 0.03 if column.required else 0.18
        if random.random() < empty:
            return None
        match column.kind:
            case Kind.DATE:
                return random.choice(family.days) + timedelta(random.choice((0, 0, 0, -1, 1)))
            case Kind.YES_NO:
                return random.random() < 0.5
            case Kind.WHOLE:
                return random.randint(0, 4)
            case Kind.NUMBER:
                return random.choice((random.randint(0, 400) / 4, *(random.randint(2_000, 5_000) for _ in range(4))))
        return self._text(column, table, family)

    def _text(self, column: Column, table: Table, family: Family) -> str | None:
        asked = self.asked.get((table.name, column.name), ())
        if column.refers_to is not None:
            known = family.ids.get(column.refers_to, ())
            return self.random.choice((*known, *known, *known, None, f"{column.refers_to}-nowhere-{family.number}"))
        if column.name == "check":
            return self.random.choice(self.checks)
        units = [unit for one in table.worked_out if column.name in one.made_from for unit, _ in one.factors]
        if units:
            return self.random.choice((*units, *units[:1] * 6, "cm"))
        if column.codes is None:
            return self.random.choice((*asked, "said in words"))
        likely = 0.03 if (table.name, column.name) in ENDING else 0.5 if len(asked) == 1 else 0.85
        every = list(column.codes.labels())
        if (table.name, column.name) in ENDING and self.random.random() < 0.6:
            every = [code for code in every if code not in asked] or every
        return self.random.choice(asked) if asked and self.random.random() < likely else self.random.choice(every)

    def _moment(self) -> datetime | None:
        if self.random.random() < 0.12:
            return None
        day = self.today + timedelta(self.random.choice((*range(-30, 3), *range(-200, -30, 10))))
        return datetime.combine(day, self.random.choice((time(0), time(9, 30), time(23, 59, 59, 999_999))))

    def _versions(self, name: str, rows: list[Row], family: Family) -> list[Row]:
        """The rows, and earlier or later versions of some; a key stands but once at each moment."""
        made: dict[tuple[Any, Any], Row] = {}
        key = TABLES[name].key
        for row in rows:
            made[row[key], row["recorded_at"]] = row
            while self.random.random() < 0.2:
                other = self._changed(row, name, family)
                made[other[key], other["recorded_at"]] = other
        return list(made.values())

    def _changed(self, row: Row, name: str, family: Family) -> Row:
        table, moment = TABLES[name], self._moment()
        if self.random.random() < VOIDED:
            return row | {"recorded_at": moment, "voided_at": moment}
        kept = {table.key, *WHOSE, LEAVES_CHILD_TO.get(name)}
        free = [column for column in self.columns[name] if column.name not in kept]
        changed = self.random.sample(free, min(2, len(free)))
        other = row | {column.name: self._value(column, table, family) for column in changed}
        return other | {"recorded_at": moment}


def record_set(rows: Mapping[str, list[Row]], carried: Mapping[str, frozenset[str]] | None = None) -> RecordSet:
    """The rows as a record set that says which of its tables hold more than one version of a key."""
    versioned = set()
    for name, made in rows.items():
        keys = [row[TABLES[name].key] for row in made]
        if len(set(keys)) < len(keys):
            versioned.add(name)
    return replace(RecordSet.of_rows(rows, carried), versioned=frozenset(versioned))


def _filled(table: Table, read: frozenset[str]) -> list[Column]:
    """The columns worth filling: those that facts read, and those that these hang on."""
    always = {table.key, "recorded_at", *WHOSE, table.happened_on}
    known_on = {column.known_on for column in table if column.name in read}
    return [column for column in table if column.name in always | known_on | read]


def _much_asked(question: Question) -> frozenset[str]:
    """The tables that so many facts are gathered from, each from rows of its own kind, that a few rows reach few."""
    plan = question.plan()
    gathered = [fact.definition for subject in plan.subjects for fact in (*plan.first[subject], *plan.then[subject])]
    named = Counter(one.rows.name for one in gathered if isinstance(one, Gathered) and isinstance(one.rows, Table))
    return frozenset(name for name, count in named.items() if count > 20)


def _asked_for(question: Question, settings: Mapping[str, Any]) -> dict[tuple[str, str], tuple[str, ...]]:
    """For each column the texts that some fact or check compares it with."""
    asked: dict[tuple[str, str], dict[str, None]] = {}
    for expression in _expressions(question):
        for node in expression.walk():
            match node:
                case Compare(left=Expression() as of, right=Constant(value=str() as text)):
                    texts: tuple[str, ...] = (text,)
                case IsIn(of=of, choices=Constant(value=tuple() as listed)):
                    texts = listed
                case IsIn(of=of, choices=Local() as choices):
                    texts = tuple(settings[looked_up(choices)])
                case _:
                    continue
            column = _column(of)
            if column is not None:
                asked.setdefault((column.table.name, column.name), {}).update(dict.fromkeys(texts))
    return {column: tuple(texts) for column, texts in asked.items()}


def _expressions(question: Question) -> Iterator[Expression]:
    plan = question.plan()
    for check in question.checks:
        yield from (outcome_of(check), *due_and_met(check).values(), check.urgent)
    for subject in plan.subjects:
        yield from (subject.members, subject.ended)
        for fact in (*plan.first[subject], *plan.then[subject]):
            yield from (value for value in vars(fact.definition).values() if isinstance(value, Expression))


def _column(of: Expression) -> ColumnName | None:
    match of:
        case ColumnName():
            return of
        case Its():
            return _column(of.fact)
        case Fact(definition=Own(column)) | Fact(definition=Gathered(column=ColumnName() as column)):
            return column
    return None

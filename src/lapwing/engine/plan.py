"""Which facts a set of checks needs, in which order, and which of them the source is silent about."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lapwing.language.expressions import Compare, Constant, Expression, IsIn, Not, WrongExpression
from lapwing.vocabulary.facts import (
    DAYS_OF_RECORDING,
    ColumnName,
    Derived,
    Fact,
    Gathered,
    Own,
    Subject,
    Wider,
    facts_in,
)
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.tables import Table


@dataclass(frozen=True)
class FactPlan:
    """The facts of each subject in an order in which they can be worked out.

    `first` are those by which a subject's members are told; only members' other facts are worked out.
    """

    first: dict[type[Subject], tuple[Fact, ...]]
    then: dict[type[Subject], tuple[Fact, ...]]

    @property
    def subjects(self) -> tuple[type[Subject], ...]:
        """The subjects, each after those that it rests on."""
        return tuple(self.first)


ANY_KIND = "*"
"""Stands for the kinds of row, whichever they are, that a source cannot have."""


def plan_facts(wanted: Iterable[Fact]) -> FactPlan:
    """The plan for these facts and for all that they rest on."""
    ordered: dict[Fact, None] = {}
    for fact in wanted:
        _visit(fact, ordered)
    subjects: list[type[Subject]] = []
    while new := [fact.subject for fact in ordered if fact.subject not in subjects]:
        subjects.append(new[0])
        for fact in facts_in(new[0].members):
            _visit(fact, ordered)
    first: dict[type[Subject], tuple[Fact, ...]] = {}
    then: dict[type[Subject], tuple[Fact, ...]] = {}
    for subject in _in_order(subjects, ordered):
        early: dict[Fact, None] = {}
        for fact in facts_in(subject.members):
            _visit(fact, early)
        own = tuple(fact for fact in early if fact.subject is subject)
        first[subject] = own
        then[subject] = tuple(fact for fact in ordered if fact.subject is subject and fact not in early)
    return FactPlan(first, then)


def _visit(fact: Fact, ordered: dict[Fact, None]) -> None:
    if fact in ordered:
        return
    for needed in rests_on(fact):
        _visit(needed, ordered)
    ordered[fact] = None


def rests_on(fact: Fact) -> Iterator[Fact]:
    """The facts, of this subject and of others, that must be worked out before this one."""
    yield from fact.needs()
    definition = fact.definition
    if isinstance(definition, Wider):
        yield from (definition.fact, definition.fact.subject.child_id)
        yield from facts_in(definition.fact.subject.members)
        yield fact.subject.child_id
    if isinstance(definition, Gathered) and not isinstance(definition.rows, Table):
        finer = definition.rows
        yield from facts_in(finer.members)
        yield from (finer.facts()[link.column] for link in definition.links)
        for expression in (definition.column, definition.where):
            yield from facts_in(expression) if expression is not None else ()


def behind(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """These facts, then all that they are worked out from."""
    found: dict[Fact, None] = {}
    waiting = deque(facts)
    while waiting:
        fact = waiting.popleft()
        if fact not in found:
            found[fact] = None
            waiting.extend(rests_on(fact))
    return tuple(found)


def _in_order(subjects: list[type[Subject]], facts: Iterable[Fact]) -> list[type[Subject]]:
    """Subjects so that each comes after those whose facts it uses."""
    uses: dict[type[Subject], set[type[Subject]]] = {subject: set() for subject in subjects}
    for fact in (*facts, *(fact for subject in subjects for fact in subject.facts().values())):
        uses[fact.subject] |= set(_others(fact))
    ordered: list[type[Subject]] = []
    while len(ordered) < len(subjects):
        ready = [s for s in subjects if s not in ordered and uses[s] & set(subjects) <= set(ordered)]
        if not ready:
            each = " and ".join(subject.__name__ for subject in subjects if subject not in ordered)
            raise WrongExpression(f"The facts of {each} rest on each other; no order is left to work them out in.")
        ordered.extend(ready)
    return ordered


def _others(fact: Fact) -> Iterator[type[Subject]]:
    return (needed.subject for needed in rests_on(fact) if needed.subject is not fact.subject)


def rest_on(plan: FactPlan) -> dict[type[Subject], frozenset[type[Subject] | Table]]:
    """For each subject of a plan the tables that its facts are gathered from, and the subjects that they rest on."""
    return {subject: frozenset(_rests_on(plan, subject)) - {subject} for subject in plan.subjects}


def _rests_on(plan: FactPlan, subject: type[Subject]) -> Iterator[type[Subject] | Table]:
    yield from (table for table in (subject.table, subject.beside) if table is not None)
    for fact in (*plan.first[subject], *plan.then[subject]):
        match fact.definition:
            case Gathered(rows=rows):
                yield rows
            case Wider(wide):
                yield wide.subject


def silent_facts(plan: FactPlan, records: RecordSet) -> dict[Fact, tuple[str, ...]]:
    """The facts about which the source says nothing, each with what it does not carry.

    That is a column (`plan.started_on`), or rows of a kind (`plan.kind=pathway`; `plan.kind=*` where any kind will
    do). Such a fact may still be known from what the source does carry; but that it is missing means nothing.
    """
    silent: dict[Fact, tuple[str, ...]] = {}
    for subject in plan.subjects:
        for fact in (*plan.first[subject], *plan.then[subject]):
            lacking = [name for column in _columns(fact) for name in _made_from(column) if not _carried(name, records)]
            lacking += _kinds_not_told(fact, records)
            lacking += [name for needed in rests_on(fact) for name in silent.get(needed, ())]
            if lacking:
                silent[fact] = tuple(dict.fromkeys(lacking))
    return silent


def columns_of(plan: FactPlan) -> dict[str, frozenset[str]]:
    """The columns of each record table that the facts of a plan are worked out from."""
    wanted: dict[str, set[str]] = {}
    for subject in plan.subjects:
        facts = [*plan.first[subject], *plan.then[subject], *(subject.facts()[name] for name in subject.key())]
        for column in (column for fact in facts for column in _columns(fact)):
            wanted.setdefault(column.table.name, set()).add(column.name)
            for source in _made_from(column):
                table, _, name = source.partition(".")
                wanted.setdefault(table, set()).add(name)
    return {table: frozenset(columns) for table, columns in wanted.items()}


def _carried(name: str, records: RecordSet) -> bool:
    table, _, column = name.partition(".")
    return records.carries(table, column)


def _kinds_not_told(fact: Fact, records: RecordSet) -> Iterator[str]:
    """Which of the kinds of row that a fact asks for the source cannot have."""
    match fact.definition:
        case Gathered(rows=Table(), where=Expression() as where):
            for column, codes in _codes_asked(where, wanted=True):
                name = _column_name(column)
                told = records.kinds.get(name)
                if told is not None:
                    yield from (
                        [f"{name}={ANY_KIND}"] if codes is None else [f"{name}={code}" for code in sorted(codes - told)]
                    )


def _codes_asked(where: Expression, *, wanted: bool) -> Iterator[tuple[ColumnName, frozenset[str] | None]]:
    """The codes that a condition wants in a column; None where it wants all but some."""
    match where:
        case Compare(left=ColumnName() as column, right=Constant(value=str(code)), relation="=="):
            yield column, frozenset([code]) if wanted else None
        case Compare(left=ColumnName() as column, right=Constant(value=str(code)), relation="!="):
            yield column, None if wanted else frozenset([code])
        case IsIn(of=ColumnName() as column, choices=Constant(value=tuple() as codes)):
            yield column, frozenset(map(str, codes)) if wanted else None
        case IsIn(of=ColumnName() as column):  # a list of the area's: which kinds it has is not known here
            yield column, None
        case Not(of=inner):
            yield from _codes_asked(inner, wanted=not wanted)
        case _:
            for part in where.parts():
                yield from _codes_asked(part, wanted=wanted)


def _columns(fact: Fact) -> Iterator[ColumnName]:
    match fact.definition:
        case Own(column):
            yield column
        case Gathered(rows=Table() as table, column=column, where=where, links=links):
            yield from (ColumnName(link.column, fact.type, table) for link in links if link.column)
            for expression in (column, where):
                yield from _names_in(expression)
        case Derived() | Wider() | Gathered():
            return


def _names_in(expression: Expression | None) -> Iterator[ColumnName]:
    if expression is not None:
        yield from (part for part in expression.walk() if isinstance(part, ColumnName))


def _made_from(column: ColumnName) -> Iterator[str]:
    """The columns of the source, as `table.column`, that a column comes from: itself, or what it is worked out from."""
    if column.name in DAYS_OF_RECORDING:
        yield _column_name(column)
    else:
        made_from = column.table.made_from(column.name)
        yield from (name if "." in name else f"{column.table.name}.{name}" for name in made_from)


def _column_name(column: ColumnName) -> str:
    name = "recorded_at" if column.name in DAYS_OF_RECORDING else column.name
    return f"{column.table.name}.{name}"

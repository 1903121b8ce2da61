"""Facts over one child's rows: plain Python, what a write for one child runs and what explains a finding.

Beside each gathered value stand the keys of the rows that gave it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from lapwing.engine.fact_frames import blind_names, masked
from lapwing.engine.plan import FactPlan
from lapwing.language.rows import Given, meaning
from lapwing.vocabulary.facts import Derived, Fact, Gathered, How, Its, Own, Subject, Wider, facts_in
from lapwing.vocabulary.tables import Table

Rows = Mapping[str, Sequence[Mapping[str, Any]]]
"""The rows about one child, by table, as known on a day (see `engine.gather`).

The child's own row stands first among `child`; after it, and in the other tables, may stand rows of a baby whose
parent the child is, or the bare records of parents who are children. Nothing is found of those.
"""


@dataclass
class SubjectRow:
    """One subject's facts by name, and for each gathered fact the keys of the rows behind it."""

    values: dict[str, Any] = field(default_factory=dict)
    evidence: dict[str, list[str]] = field(default_factory=dict)


Step = Callable[[SubjectRow, "Found"], None]
Found = dict[type[Subject], list[SubjectRow]]


class FactRows:
    """Works out the facts of a plan over one child's rows; made once, run for each child."""

    def __init__(self, plan: FactPlan, given: Given, silent: Iterable[Fact]) -> None:
        self.plan = plan
        self.silent = frozenset(silent)
        self.steps = {subject: self._compiled(subject, given) for subject in plan.subjects}

    def of(self, rows: Rows) -> Found:
        """The members of every subject, with their facts."""
        found: Found = {}
        for subject in self.plan.subjects:
            own, first, is_member, then = self.steps[subject]
            found[subject] = []
            for base in _bases(subject, rows):
                row = SubjectRow()
                for name, column in own:
                    row.values[name] = base[column]
                for step in first:
                    step(rows, row, found)
                if is_member(row.values) is not True:
                    continue
                for step in then:
                    step(rows, row, found)
                found[subject].append(row)
        return _of_the_child(rows, found)

    def given_for(self, subject: type[Subject], given: Given) -> Given:
        """The givens, blind to the subject's own silent facts."""
        return replace(given, blind=blind_names(subject, self.silent))

    def _compiled(self, subject: type[Subject], given: Given) -> Any:
        given = self.given_for(subject, given)
        facts = {fact.name: fact for fact in (*self.plan.first[subject], *self.plan.then[subject])}
        facts |= {name: subject.facts()[name] for name in subject.key()}
        own = [
            (name, _base_name(subject, fact.definition))
            for name, fact in facts.items()
            if isinstance(fact.definition, Own)
        ]
        first, then = (
            [self._step(fact, given) for fact in part if not isinstance(fact.definition, Own)]
            for part in (self.plan.first[subject], self.plan.then[subject])
        )
        return own, first, meaning(subject.members, given), then

    def _step(self, fact: Fact, given: Given) -> Any:
        match fact.definition:
            case Derived(expression):
                return _derive(fact.name, meaning(expression, given))
            case Wider(wide):
                return _widen(fact.name, wide)
            case Gathered():
                return _gather(fact, given, fact in self.silent)
        raise TypeError(f"{fact.name} is of no known definition.")


def _of_the_child(rows: Rows, found: Found) -> Found:
    """What was found of the child itself, without the children whose rows helped to find it."""
    records = rows.get("child", ())
    if len(records) < 2:
        return found
    own = records[0]["child_id"]
    return {subject: [one for one in some if one.values["child_id"] == own] for subject, some in found.items()}


def _base_name(subject: type[Subject], definition: Own) -> str:
    beside = subject.beside is not None and definition.column.table is subject.beside
    return f"{definition.column.table.name}__{definition.column.name}" if beside else definition.column.name


def _bases(subject: type[Subject], rows: Rows) -> Iterable[Mapping[str, Any]]:
    own = rows.get(subject.table.name, ())
    if subject.beside is None:
        return own
    beside = subject.beside.name
    others = [{f"{beside}__{name}": value for name, value in other.items()} for other in rows.get(beside, ())]
    same = f"{beside}__child_id"
    return ({**row, **other} for row in own for other in others if row["child_id"] == other[same])


def _derive(name: str, value: Callable[[Mapping[str, Any]], Any]) -> Any:
    def step(rows: Rows, row: SubjectRow, found: Found) -> None:
        row.values[name] = value(row.values)

    return step


def _widen(name: str, wide: Fact) -> Any:
    behind = tuple(gathered_behind(wide))

    def step(rows: Rows, row: SubjectRow, found: Found) -> None:
        wider = next((one for one in found[wide.subject] if one.values["child_id"] == row.values["child_id"]), None)
        row.values[name] = None if wider is None else wider.values[wide.name]
        keys = [] if wider is None else [key for one in behind for key in wider.evidence.get(one, ())]
        if keys:
            row.evidence[name] = keys

    return step


def gathered_behind(fact: Fact) -> Iterator[str]:
    """The names of the facts, gathered or the subject's own, that a fact is worked out from."""
    if isinstance(fact.definition, Derived):
        for inner in facts_in(fact.definition.expression):
            yield from gathered_behind(inner)
    else:
        yield fact.name


def _gather(fact: Fact, given: Given, is_silent: bool) -> Any:
    gathered = fact.definition
    assert isinstance(gathered, Gathered)  # noqa: S101
    table = gathered.rows if isinstance(gathered.rows, Table) else None
    finer = None if isinstance(gathered.rows, Table) else gathered.rows
    links = [(link.column, link.fact.name) for link in gathered.links]
    give = masked(fact)
    asked = {part.name: part.fact.name for part in give.walk() if isinstance(part, Its)}
    value, name = meaning(give, given), fact.name
    of_nothing = _settled(gathered.how, [], is_silent)

    def step(rows: Rows, row: SubjectRow, found: Found) -> None:
        values = row.values
        related = rows.get(table.name) if table is not None else [one.values for one in found[finer]]  # type: ignore[index]
        if not related:
            values[name] = of_nothing
            return
        its = {inner: values[source] for inner, source in asked.items()}
        wanted = [(column, values[source]) for column, source in links]
        gave = []
        for other in related:
            if _belongs(other, wanted):
                given_value = value({**other, **its} if its else other)
                if given_value is not None:
                    gave.append((given_value, other))
        values[name] = _settled(gathered.how, [one for one, _ in gave], is_silent) if gave else of_nothing
        if gave and table is not None:
            row.evidence[name] = _evidence(gathered.how, gave, values[name], table.key)

    return step


def _belongs(other: Mapping[str, Any], wanted: list[tuple[str, Any]]) -> bool:
    return all(match is not None and other[column] == match for column, match in wanted)


def _settled(how: How, values: list[Any], is_silent: bool) -> Any:
    match how:
        case How.EARLIEST:
            return min(values, default=None)
        case How.LATEST:
            return max(values, default=None)
        case How.ONLY:
            return values[0] if values and all(value == values[0] for value in values) else None
        case How.ANY:
            return True if values else (None if is_silent else False)
        case How.COUNT:
            return None if is_silent else len(values)


def _evidence(how: How, gave: list[tuple[Any, Mapping[str, Any]]], value: Any, key: str) -> list[str]:
    whole = how in (How.ANY, How.COUNT, How.ONLY)
    return [str(row[key]) for one, row in gave if whole or one == value]

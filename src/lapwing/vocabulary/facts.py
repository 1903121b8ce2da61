"""How a fact is declared: one named value of a subject, worked out from record tables.

A subject (an unborn child, a risk, a review) is a class whose attributes are its facts. All joining of
tables is said here, once for each fact, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any, ClassVar

from lapwing.language.expressions import Constant, Expression, Name, Type, WrongExpression
from lapwing.vocabulary.tables import Kind, Table

TYPES = {
    Kind.IDENTIFIER: Type.TEXT,
    Kind.TEXT: Type.TEXT,
    Kind.CODE: Type.TEXT,
    Kind.DATE: Type.DATE,
    Kind.YES_NO: Type.YES_NO,
    Kind.WHOLE: Type.WHOLE,
}
RECORDED_ON = "recorded_on"
"""The day of `recorded_at`: when a row was recorded as it stands. Every table has it once rows are looked at as known."""
FIRST_RECORDED_ON = "first_recorded_on"
"""The day on which the first version of a row was recorded: when it became known. A later version does not move it.

Not known where some version does not say when it was recorded: that one may have been the first.
"""
DAYS_OF_RECORDING = (RECORDED_ON, FIRST_RECORDED_ON)


@dataclass(frozen=True, eq=False)
class ColumnName(Name):
    """A column of a record table, inside the definition of a fact."""

    table: Table


class Columns:
    """The columns of a record table by attribute: `columns(records.referral).received_on`."""

    def __init__(self, table: Table) -> None:
        self.table = table

    def __getattr__(self, name: str) -> ColumnName:
        if name in DAYS_OF_RECORDING:
            return ColumnName(name, Type.DATE, self.table)
        try:
            kind = self.table.column(name).kind
        except KeyError as unknown:
            raise AttributeError(unknown.args[0]) from None
        if kind not in TYPES:
            raise WrongExpression(f"{self.table.name}.{name} is a {kind.value}; a fact cannot use it as it is.")
        return ColumnName(name, TYPES[kind], self.table)


class How(Enum):
    """How several rows become one value."""

    EARLIEST = "earliest"
    LATEST = "latest"
    ANY = "any"
    COUNT = "count"
    ONLY = "only"


@dataclass(frozen=True)
class Own:
    """The value in a column of the subject's own row."""

    column: ColumnName


@dataclass(frozen=True)
class Link:
    """Which rows belong to the subject: those whose column equals the subject's fact."""

    column: str
    fact: Fact


@dataclass(frozen=True)
class Gathered:
    """A value gathered from the rows of a record table, or from a finer subject, that belong to the subject.

    ONLY is the one value that all the rows agree on; where they disagree it is not known.
    """

    how: How
    rows: Table | type[Subject]
    column: Expression | None
    where: Expression | None
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Derived:
    """A value worked out from other facts of the same subject."""

    expression: Expression


@dataclass(frozen=True)
class Wider:
    """A fact of the child to whom the subject belongs."""

    fact: Fact


Definition = Own | Gathered | Derived | Wider


class Fact(Name):
    """One named value of a subject; as an expression it stands for that value.

    `label` is what people call it, in a list of what is missing.
    """

    label: str
    definition: Definition
    subject: type[Subject]
    its: Its

    def __init__(self, type: Type, label: str, definition: Definition) -> None:
        self._become("", type)
        object.__setattr__(self, "label", label)
        object.__setattr__(self, "definition", definition)

        object.__setattr__(self, "its", Its("", type, self))

    def _become(self, name: str, type: Type) -> None:
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "type", type)

    def __set_name__(self, owner: type, name: str) -> None:
        if self.name:  # a second name in the same class, such as `members = is_member`
            return
        self._become(name, self.type)
        object.__setattr__(self.its, "name", f"its__{name}")
        object.__setattr__(self, "subject", owner)

    @property
    def is_free_text(self) -> bool:
        """Whether the value is what somebody wrote in their own words: it is never repeated outside its record."""
        match self.definition:
            case Wider(fact):
                return fact.is_free_text
            case Own(column) | Gathered(column=ColumnName() as column):
                return column.name not in DAYS_OF_RECORDING and column.table.column(column.name).kind is Kind.TEXT
        return False

    def needs(self) -> Iterator[Fact]:
        """The facts of the same subject that this one is worked out from."""
        match self.definition:
            case Derived(expression):
                yield from facts_in(expression)
            case Gathered(where=where, links=links):
                yield from (link.fact for link in links)
                yield from (part.fact for part in where.walk() if isinstance(part, Its)) if where is not None else ()


@dataclass(frozen=True, eq=False)
class Its(Name):
    """The subject's own fact, inside a condition on the rows that belong to it."""

    fact: Fact


def its(fact: Fact) -> Expression:
    """The subject's own value of a fact, to be compared with a column of each row."""
    return fact.its


def facts_in(expression: Expression) -> Iterator[Fact]:
    """The facts that an expression speaks of."""
    return (part for part in expression.walk() if isinstance(part, Fact))


class Subject:
    """Something that checks are made about: one row of `table` for each, keyed by `key`.

    `beside` pairs every row with each row of a second table of the same child; its columns are read as
    `<table>__<column>`. Only `members` are looked at. Where `ended` holds, no check asks for anything more.

    A class below a subject, without a table of its own, adds facts: they are facts of that subject.
    """

    table: ClassVar[Table]
    beside: ClassVar[Table | None] = None
    called: ClassVar[str]
    members: ClassVar[Expression]
    ended: ClassVar[Expression] = Constant(False)
    child_id: ClassVar[Fact]

    def __init_subclass__(cls) -> None:
        whole = cls.whole()
        if whole is not cls:
            again = [name for name in vars(cls) if not name.startswith("_") and hasattr(whole, name)]
            if again:
                raise WrongExpression(f"{cls.__name__} has {again[0]}, which {whole.__name__} has already; rename it.")
            for fact in cls.facts().values():
                object.__setattr__(fact, "subject", whole)

    @classmethod
    def whole(cls) -> type[Subject]:
        """The subject that this one adds facts to; itself where it stands by itself."""
        return next((base for base in cls.__mro__ if "table" in vars(base)), cls)

    @classmethod
    def key(cls) -> tuple[str, ...]:
        """The columns that tell one subject from another; the first is the child."""
        keys = [table.key for table in (cls.table, cls.beside) if table is not None]
        return tuple(dict.fromkeys(["child_id", *keys]))

    @classmethod
    def facts(cls) -> dict[str, Fact]:
        """Every fact of the subject by name."""
        return {name: fact for name, fact in vars(cls).items() if isinstance(fact, Fact) and fact.name == name}


def columns(table: Table) -> Any:
    """The columns of a record table, by attribute; a name that it has not is refused."""
    return Columns(table)


def own(column: ColumnName, label: str) -> Fact:
    """The value in the subject's own row."""
    return Fact(column.type, label, Own(column))


def derived(expression: Expression, label: str) -> Fact:
    """A value worked out from the subject's other facts."""
    return Fact(expression.type, label, Derived(expression))


def wider(fact: Fact, label: str = "") -> Fact:
    """A fact of the child to whom the subject belongs."""
    return Fact(fact.type, label or fact.label, Wider(fact))


def earliest(column: Expression, label: str, *, by: tuple[Link, ...], where: Expression | None = None) -> Fact:
    """The earliest date in the rows that belong to the subject."""
    return _gathered(How.EARLIEST, column, label, by, where)


def latest(column: Expression, label: str, *, by: tuple[Link, ...], where: Expression | None = None) -> Fact:
    """The latest date in the rows that belong to the subject."""
    return _gathered(How.LATEST, column, label, by, where)


def only(column: Expression, label: str, *, by: tuple[Link, ...], where: Expression | None = None) -> Fact:
    """The one value on which the rows agree; not known where they disagree."""
    return _gathered(How.ONLY, column, label, by, where)


def any_of(rows: Any, label: str, *, by: tuple[Link, ...], where: Expression | None = None) -> Fact:
    """Whether any row belongs to the subject."""
    return Fact(Type.YES_NO, label, Gathered(How.ANY, _rows(rows), None, where, by))


def count_of(rows: Any, label: str, *, by: tuple[Link, ...], where: Expression | None = None) -> Fact:
    """How many rows belong to the subject."""
    return Fact(Type.WHOLE, label, Gathered(How.COUNT, _rows(rows), None, where, by))


def _gathered(how: How, column: Expression, label: str, by: tuple[Link, ...], where: Expression | None) -> Fact:
    first = next(part for part in column.walk() if isinstance(part, ColumnName | Fact))
    rows = first.table if isinstance(first, ColumnName) else first.subject
    return Fact(column.type, label, Gathered(how, rows, column, where, by))


def _rows(rows: Any) -> Table | type[Subject]:
    return rows.table if isinstance(rows, Columns) else rows.whole()

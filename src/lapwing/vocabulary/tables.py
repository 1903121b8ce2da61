"""How a record table is described: its columns, what each means, and when each became known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum, StrEnum
from typing import Self


class Codes(StrEnum):
    """A closed list of codes, each with the words shown to people."""

    label: str

    def __new__(cls, code: str, label: str) -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member

    @classmethod
    def labels(cls) -> dict[str, str]:
        """Every code with its words, in the order of the list."""
        return {str(member): member.label for member in cls}


class Kind(Enum):
    """What a column holds."""

    IDENTIFIER = "identifier"
    TEXT = "text"
    CODE = "code"
    DATE = "date"
    MOMENT = "moment"
    YES_NO = "yes or no"
    WHOLE = "whole number"
    NUMBER = "number"


class Personal(Enum):
    """How closely a column touches a person; exports and the scrubbed copy go by it."""

    NO = "not about a person"
    RECORD = "part of a person's record"
    NAMES = "names or identifies a person"
    LOCATES = "says where a person can be found"


@dataclass(frozen=True)
class Column:
    """One typed column.

    `happens`: a date on which something happened, as opposed to one that lies ahead (expected, planned, due).
    `known_on`: the date column of the same row on which this value became known; before it, it is unseen.
    """

    name: str
    kind: Kind
    means: str
    codes: type[Codes] | None = None
    required: bool = False
    refers_to: str | None = None
    happens: bool = False
    known_on: str | None = None
    personal: Personal = Personal.RECORD


@dataclass(frozen=True)
class WorkedOut:
    """A column that no source gives: it is worked out from others once rows are looked at as known on a day.

    `made_from` are the columns that it needs: of its own row, or `table.column`. With `factors` it is a whole number:
    the first of those columns by the factor of the unit in the second, and not known where that unit is none of these.
    """

    column: Column
    made_from: tuple[str, ...]
    factors: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, repr=False)
class Table:
    """One record table: a name, what a row is, and its columns; the first column is its key.

    `happened_on` names the date on which the whole row came about, where there is one. `worked_out` are columns
    that facts may use like the others, and that are in no file.
    """

    name: str
    means: str
    columns: tuple[Column, ...]
    happened_on: str | None = None
    worked_out: tuple[WorkedOut, ...] = ()

    def __repr__(self) -> str:
        """Its name alone: a rule that is spelled out must not change when a table gains a column."""
        return self.name

    @property
    def key(self) -> str:
        return self.columns[0].name

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    @property
    def required(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns if column.required)

    @property
    def is_about_child(self) -> bool:
        """Whether its rows belong to a child, or to all the children of a pregnancy."""
        return "child_id" in self.names and self.key != "child_id"

    @property
    def reaches_through_pregnancy(self) -> bool:
        """Whether a row may name a pregnancy instead of a child, and so belong to each of its children."""
        return self.is_about_child and "pregnancy_id" in self.names

    def column(self, name: str) -> Column:
        """The column of that name; KeyError says which names there are."""
        for column in (*self.columns, *(one.column for one in self.worked_out)):
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column {name}. It has: {', '.join(self.names)}.")

    def made_from(self, name: str) -> tuple[str, ...]:
        """The columns in which a source must say something for this one to be known: itself, unless it is worked out."""
        return next((one.made_from for one in self.worked_out if one.column.name == name), (name,))

    def __iter__(self) -> Iterator[Column]:
        return iter(self.columns)


def key(name: str, means: str) -> Column:
    """The identifier of a row: stable from run to run, unique in its table for each moment of recording."""
    return Column(name, Kind.IDENTIFIER, means, required=True)


def refers(table: str, means: str, *, name: str = "", required: bool = False) -> Column:
    """The identifier of a row in another table."""
    return Column(name or f"{table}_id", Kind.IDENTIFIER, means, refers_to=table, required=required)


def text(name: str, means: str, *, known_on: str | None = None, personal: Personal = Personal.RECORD) -> Column:
    return Column(name, Kind.TEXT, means, known_on=known_on, personal=personal)


def code(name: str, codes: type[Codes], means: str, *, known_on: str | None = None, required: bool = False) -> Column:
    return Column(name, Kind.CODE, means, codes=codes, known_on=known_on, required=required)


def happened(name: str, means: str) -> Column:
    """A date on which something happened; never later than the day it is looked at."""
    return Column(name, Kind.DATE, means, happens=True)


def ahead(name: str, means: str, *, known_on: str | None = None) -> Column:
    """A date that may lie ahead: expected, planned, due, to be reviewed."""
    return Column(name, Kind.DATE, means, known_on=known_on)


def yes_no(name: str, means: str, *, known_on: str | None = None) -> Column:
    return Column(name, Kind.YES_NO, means, known_on=known_on)


def whole(name: str, means: str) -> Column:
    return Column(name, Kind.WHOLE, means)


def number(name: str, means: str, *, known_on: str | None = None) -> Column:
    return Column(name, Kind.NUMBER, means, known_on=known_on)


def identifying(column: Column) -> Column:
    """The column, marked as naming a person."""
    return replace(column, personal=Personal.NAMES)


def locating(column: Column) -> Column:
    """The column, marked as saying where a person can be found."""
    return replace(column, personal=Personal.LOCATES)


RECORDED = (
    refers("practitioner", "Who recorded it.", name="recorded_by"),
    refers("agency", "The agency on whose behalf it was recorded.", name="recorded_agency_id"),
    text("source_system", "The system or file the row came from.", personal=Personal.NO),
    Column("recorded_at", Kind.MOMENT, "When it was recorded, local time; empty where the source does not say."),
    Column("voided_at", Kind.MOMENT, "When the entry was voided as made in error; empty otherwise."),
)
"""The columns every row ends with: who recorded it, for which agency, in which system, when, and whether in error."""

ABOUT_CHILD = (
    refers("child", "The child or unborn child the row is about."),
    refers("pregnancy", "Instead of a child: the pregnancy, when the row is about every child expected of it."),
)
"""The columns by which a row belongs to one child, or to all the children of a pregnancy."""


def scaled(name: str, means: str, *, number: str, unit: str, factors: Mapping[str, float]) -> WorkedOut:
    """A whole number worked out from a number and the unit beside it, by the unit alone and never by the size."""
    return WorkedOut(Column(name, Kind.WHOLE, means), (number, unit), tuple(factors.items()))


def table(
    name: str, means: str, *columns: Column, on: str | None = None, worked_out: tuple[WorkedOut, ...] = ()
) -> Table:
    """A record table, with the columns that every row ends with."""
    return Table(name, means, (*columns, *RECORDED), happened_on=on, worked_out=worked_out)

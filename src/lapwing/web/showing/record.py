"""A child's record in words: what its entries are called and what their values say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from lapwing.conduct.reading import ChildRecord, Shown
from lapwing.records.store import STAMPED
from lapwing.vocabulary.codes import RelationshipRole
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Column, Kind
from lapwing.web.templating import address, in_words
from lapwing.web.words import table_words

WITHHELD = "Not shown, for safety"
NOT_NAMED = "Not named here"


@dataclass(frozen=True)
class Line:
    """A value with its label, and the page of what it names."""

    label: str
    text: str
    href: str | None = None
    is_withheld: bool = False


@dataclass(frozen=True)
class OpenRecord:
    """A child's record as one reader is shown it, in words."""

    record: ChildRecord

    @property
    def child(self) -> str:
        return self.record.child.child

    def entry(self, table: str, key: str) -> Shown | None:
        """An entry that this reader is shown; None where there is none for them."""
        return self._by_key.get((table, key))

    def entry_of(self, key: str) -> Shown | None:
        """An entry of whichever table that this reader is shown."""
        table = self.table_of(key)
        return self.entry(table, key) if table is not None else None

    def all(self, table: str) -> tuple[Shown, ...]:
        """The entries of a table, in the order in which they were stored."""
        return self.record.entries.get(table, ())

    def table_of(self, key: str) -> str | None:
        """The table of the entry with this key."""
        return next((table for table, one in self._by_key if one == key), None)

    @cached_property
    def _by_key(self) -> dict[tuple[str, str], Shown]:
        return {(table, one.key): one for table, some in self.record.entries.items() for one in some}

    @cached_property
    def people(self) -> dict[str, str]:
        """What the people of the family are called, by key."""
        called = {one.person: one.called for one in self.record.around if one.person is not None}
        own = {one.values.get("person_id") for one in self.all("child")}
        return called | {key: self.record.child.called for key in own if key is not None}

    def called(self, table: str, key: str) -> str:
        """What an entry is called, briefly."""
        if table == "person":
            return self.people.get(key, NOT_NAMED)
        if table in ("agency", "practitioner"):
            return self.record.names.get(key, NOT_NAMED)
        if table in ("child", "pregnancy"):
            return self.record.child.called
        one = self.entry(table, key)
        return self.title(table, one) if one is not None else NOT_NAMED

    def title(self, table: str, one: Shown) -> str:
        """One line for an entry: what it is and what it is about."""
        words = table_words(table)
        parts = [self.said(table, name, one.values.get(name)) for name in words.title if name in one.values]
        what = ": ".join(part for part in parts if part)
        return f"{words.one[0].upper()}{words.one[1:]}{': ' + what if what else ''}"

    def sentence(self, table: str, one: Shown) -> str:
        """The line of an entry in a chronology: codes in small letters within a sentence."""
        columns = [(TABLES[table].column(name), value) for name, value in one.values.items()]
        line = table_words(table).line({column.name: self._in_line(column, value) for column, value in columns})
        for column, value in columns:
            if column.codes is not None and value is not None:
                begins = str(self._in_line(column, value))
                line = line.replace(f". {begins}", f". {_capital(begins)}")
        return _capital(line)

    def _in_line(self, column: Column, value: Any) -> str | bool | None:
        if value is None or column.kind is Kind.YES_NO:
            return bool(value)
        text = self._text(column, value)
        if column.codes is not None:
            is_word = text[1:2].islower() or text[1:2] == " "
            return text[:1].lower() + text[1:] if is_word else text
        return None if text == NOT_NAMED else text

    def said(self, table: str, name: str, value: Any) -> str:
        """A value of a column as it is said."""
        return self._text(TABLES[table].column(name), value)

    def _text(self, column: Column, value: Any) -> str:
        if value is None:
            return ""
        if column.codes is not None:
            return column.codes.labels().get(str(value), str(value))
        if column.refers_to is not None:
            return self.called(column.refers_to, value)
        if column.kind is Kind.YES_NO:
            return "Yes" if value else "No"
        if isinstance(value, (date, datetime)):
            return in_words(value)
        if isinstance(value, float):
            return f"{value:g}"
        return str(value)

    def lines(self, table: str, one: Shown) -> Iterator[Line]:
        """What an entry says, line by line; what is kept from this reader is named as that."""
        words = table_words(table)
        for name in words.shown:
            column = TABLES[table].column(name)
            if name in STAMPED:
                continue
            if name in one.withheld:
                yield Line(words.labels[name], WITHHELD, is_withheld=True)
            elif one.values.get(name) is not None:
                value = one.values[name]
                yield Line(words.labels[name], self._text(column, value), self._page(column, value))

    def some_lines(self, table: str, one: Shown, names: Iterable[str]) -> Iterator[Line]:
        """Of these columns, in this order, those that say something to this reader."""
        told = {line.label: line for line in self.lines(table, one) if not line.is_withheld}
        labels = table_words(table).labels
        yield from (told[labels[name]] for name in names if labels[name] in told)

    def _page(self, column: Column, value: Any) -> str | None:
        table = column.refers_to
        if table is None or table in ("agency", "practitioner", "child", "pregnancy"):
            return None
        return self.page(table, value) if self.entry(table, value) is not None else None

    def page(self, table: str, key: str) -> str:
        """Where an entry is shown."""
        return address("entry", self.child, table, key)

    def who_recorded(self, one: Shown) -> str:
        """By which agency, and when, an entry was recorded."""
        agency = self.record.names.get(one.recorded_agency or "", "")
        when = in_words(one.recorded_at.date()) if one.recorded_at else ""
        return " on ".join(part for part in (agency and f"Recorded by {agency}", when) if part)

    def role_of(self, role: str) -> str:
        """What somebody is to the child."""
        return RelationshipRole.labels().get(role, role)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

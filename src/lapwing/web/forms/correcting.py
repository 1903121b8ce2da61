"""The form that puts an entry right: what stands in each of its columns that may be corrected."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from inspect import Parameter
from typing import Any

from django import forms

from lapwing.conduct.reading import Shown
from lapwing.conduct.verbs.corrections import columns_corrected
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Column, Kind
from lapwing.web.forms.asked import MOST_LETTERS, of_type
from lapwing.web.forms.choices import Choices
from lapwing.web.forms.fields import Lines, OneOf
from lapwing.web.forms.of_verbs import FormOfVerb
from lapwing.web.words.of_tables import table_words

VALUES = "values"
TYPES = {Kind.DATE: date, Kind.YES_NO: bool, Kind.WHOLE: int, Kind.NUMBER: float}
LINE = 60
"""Text that is longer than so many letters gets several lines."""


class FormOfCorrection(FormOfVerb):
    """Asks for each column that may be corrected, filled with what stands in it; gives only what was changed."""

    def _in_order(self) -> list[Parameter]:
        return [one for one in super()._in_order() if one.name != VALUES]

    def _make_fields(self, *given: Any) -> None:
        self.entry = self._entry()
        for column in self._columns():
            name = f"{VALUES}-{column.name}"
            self.fields[name] = self._field(column)
            self.initial.setdefault(name, _asked(column, self._standing(column)))
        super()._make_fields(*given)

    def _entry(self) -> Shown | None:
        record = self.choices.record
        return record.entry(self.fixed.get("table", ""), self.fixed.get("key", "")) if record is not None else None

    def _columns(self) -> Iterator[Column]:
        """Columns in which something stands that this reader is shown."""
        if self.entry is None:
            return
        for column in columns_corrected(TABLES[self.fixed["table"]]):
            if column.name not in self.entry.withheld and self._standing(column) is not None:
                yield column

    def _standing(self, column: Column) -> Any:
        assert self.entry is not None  # noqa: S101  # there are no columns without an entry
        return self.entry.values.get(column.name)

    def _field(self, column: Column) -> forms.Field:
        label = table_words(self.fixed["table"]).labels[column.name]
        given: dict[str, Any] = {"label": label, "required": False, "error_messages": {}}
        if column.codes is not None:
            return OneOf(choices=list(column.codes.labels().items()), **given)
        if column.refers_to is not None:
            return OneOf(choices=_entries(self.choices, column.refers_to), **given)
        if len(str(self._standing(column))) > LINE:
            return Lines(max_length=MOST_LETTERS, **given)
        return of_type(TYPES.get(column.kind, str), False, given)

    def changed(self) -> dict[str, Any]:
        """The columns that were answered otherwise than they stand, as the verb takes them."""
        found = {}
        for column in self._columns():
            value = self.cleaned_data.get(f"{VALUES}-{column.name}")
            if value in ("", None) or value == _asked(column, self._standing(column)):
                continue
            found[column.name] = value.isoformat() if isinstance(value, date) else value
        return found

    def clean(self) -> dict[str, Any]:
        """Something has to differ from what stands."""
        if not self.errors and not self.changed():
            raise forms.ValidationError("Nothing here differs from what is on record. Change what is wrong.")
        return self.cleaned_data

    def values(self, seen: int | None) -> dict[str, Any]:
        """What the verb is called with: the columns that were changed, and why."""
        return super().values(seen) | {VALUES: self.changed()}

    def name_of(self, column: str) -> str | None:
        """The question that asks for a column."""
        return f"{VALUES}-{column}" if f"{VALUES}-{column}" in self.fields else None

    @property
    def _folded(self) -> list[str]:
        return []


def _asked(column: Column, value: Any) -> Any:
    """A value as its field has it."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    return str(value) if column.codes is not None and value is not None else value


def _entries(choices: Choices, table: str) -> list[tuple[str, str]]:
    record = choices.record
    return [(one.key, record.title(table, one)) for one in record.all(table)] if record is not None else []

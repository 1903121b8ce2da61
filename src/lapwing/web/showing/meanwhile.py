"""What somebody else entered while a form was being filled in, beside what the form says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from lapwing.records.store import STAMPED, ChangedMeanwhile
from lapwing.web.forms.of_verbs import FormOfVerb
from lapwing.web.showing.record import WITHHELD, OpenRecord
from lapwing.web.words.of_tables import table_words


@dataclass(frozen=True)
class Difference:
    """One column: its label, what stands now, and what this form has for it, where it asks that."""

    label: str
    theirs: str
    yours: str | None


@dataclass(frozen=True)
class Differs:
    """What was changed meanwhile, and when."""

    at: datetime
    lines: tuple[Difference, ...]


def differing(record: OpenRecord, form: FormOfVerb, meanwhile: ChangedMeanwhile) -> Differs:
    """Theirs and yours side by side, as far as this reader is shown it."""
    labels, shown = table_words(meanwhile.table).labels, table_words(meanwhile.table).shown
    names = [name for name in meanwhile.changes if name in shown and name not in STAMPED]
    lines = (
        Difference(
            labels[name], _theirs(record, form, meanwhile.table, name), _yours(record, form, meanwhile.table, name)
        )
        for name in names
    )
    return Differs(meanwhile.at, tuple(lines))


def _theirs(record: OpenRecord, form: FormOfVerb, table: str, name: str) -> str:
    """What stands now, read as this reader may see it and not from what the store says."""
    keys = {form.fixed.get("key"), *(form.fixed.get(one) for one, of in form.verb.naming.items() if of == table)}
    entry = next((one for one in record.all(table) if one.key in keys), None)
    if entry is None or name in entry.withheld:
        return WITHHELD
    return record.said(table, name, entry.values.get(name)) or "Nothing"


def _yours(record: OpenRecord, form: FormOfVerb, table: str, name: str) -> str | None:
    asked = form.name_of(name)
    return record.said(table, name, form.cleaned_data.get(asked)) or "Nothing" if asked is not None else None

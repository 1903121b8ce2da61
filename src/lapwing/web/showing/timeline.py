"""A child's record in time, in words: each entry with its day and when it was recorded, and the stretches with none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from lapwing.conduct.reading import Happened
from lapwing.vocabulary.records import TABLES
from lapwing.web.forms.filters import NEWEST_FIRST, InTime
from lapwing.web.showing.record import OpenRecord
from lapwing.web.templating import counted, in_words
from lapwing.web.words import table_words

A_GAP = 28
"""So many days without an entry are shown as a gap. Our own choice: four weeks."""


@dataclass(frozen=True)
class Moment:
    """An entry in its place in time. `recorded` says when it was recorded, where that was not on its day."""

    on: str
    line: str
    kind: str
    agency: str
    recorded: str
    href: str
    lies_ahead: bool


@dataclass(frozen=True)
class Gap:
    """A stretch of time in which nothing stands."""

    says: str


@cache
def days() -> Mapping[str, tuple[str, ...]]:
    """By table the columns that place its entries in time."""
    return {name: table_words(name).day for name in TABLES}


def kinds_among(happened: Iterable[Happened]) -> dict[str, str]:
    """The kinds of entries that there are, by table."""
    there = {one.table for one in happened}
    return {name: _capital(table_words(name).many) for name in TABLES if name in there}


def agencies_among(record: OpenRecord, happened: Iterable[Happened]) -> dict[str, str]:
    """The agencies that recorded any of it, by key, in order of their names."""
    names = record.record.names
    there = {one.entry.recorded_agency for one in happened} & names.keys()
    return {key: names[key] for key in sorted((key for key in there if key), key=lambda key: names[key])}


def narrowed(happened: Sequence[Happened], form: InTime) -> list[Happened]:
    """What is asked for, the oldest first."""
    agency, kind, since, until = (form.chosen(name) for name in ("agency", "kind", "since", "until"))
    return [
        one
        for one in happened
        if agency in (None, one.entry.recorded_agency)
        and kind in (None, one.table)
        and (since is None or since <= one.day)
        and (until is None or one.day <= until)
    ]


def in_words_of_time(
    record: OpenRecord, some: Sequence[Happened], *, today: date, order: str = NEWEST_FIRST, narrowed: bool = False
) -> list[Moment | Gap]:
    """Entries in time with the gaps between them, `today` being the day up to which nothing may have happened."""
    told: list[Moment | Gap] = []
    before: date | None = None
    for one in some:
        if before is not None and one.day <= today:
            told += _gap(before, one.day, narrowed)
        told.append(moment(record, one, today))
        before = one.day
    if before is not None and not record.record.child.has_ended:
        told += _gap(before, today, narrowed, still=True)
    return told[::-1] if order == NEWEST_FIRST else told


def moment(record: OpenRecord, one: Happened, today: date) -> Moment:
    """An entry in its place in time."""
    return Moment(
        on=in_words(one.day),
        line=record.sentence(one.table, one.entry) or _capital(table_words(one.table).one),
        kind=_capital(table_words(one.table).one),
        agency=record.record.names.get(one.entry.recorded_agency or "", ""),
        recorded=_recorded(one),
        href=record.page(one.table, one.entry.key),
        lies_ahead=one.day > today and not record.record.child.has_ended,
    )


def _recorded(one: Happened) -> str:
    if not one.dated:
        return "no day given; recorded then"
    if one.recorded_on is None or one.recorded_on == one.day:
        return ""
    later = (one.recorded_on - one.day).days
    return f"recorded {counted(later, 'day')} after" if later > 0 else f"recorded {in_words(one.recorded_on)}"


def _gap(start: date, end: date, narrowed: bool, *, still: bool = False) -> Iterator[Gap]:
    length = (end - start).days
    if length < A_GAP:
        return
    what = "Nothing of what is chosen" if narrowed else "Nothing recorded"
    yield Gap(f"{what} {'since, for' if still else 'for'} {how_long(length)}")


def how_long(length: int) -> str:
    """A stretch of days as people say it: in weeks, from half a year in months, from two years in years."""
    if length < 183:
        return counted(length // 7, "week")
    return counted(length // 30, "month") if length < 730 else counted(length // 365, "year")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def asked_again(asked: Mapping[str, Any]) -> dict[str, str]:
    """What an address asks of a list in time, to be asked of another page of the same."""
    return {name: str(asked[name]) for name in InTime.base_fields if asked.get(name)}

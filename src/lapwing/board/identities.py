"""Whether words that leave a case name somebody of the family: names, days of birth, numbers and addresses on record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from lapwing.conduct.reading.rows import Rows, named_in, rows_about
from lapwing.exchange.spellings import (
    Screen,
    Spelling,
    spellings_of_address,
    spellings_of_name,
    spellings_of_postcode,
)
from lapwing.records.entries import entries
from lapwing.records.store import CannotEnter

NOBODY = "names somebody, or says where or when somebody was born or lives. Say it so that nobody can be recognised."
DIGITS = re.compile(r"[\s-]")


def check_names_nobody(text: str, children: Iterable[str], field: str) -> None:
    """CannotEnter where a text has a name, an NHS number, a day of birth or an address of these children's families."""
    for child in sorted(set(children)):
        rows = rows_about(child)
        if Screen(_spellings(rows)).told(text) != text or _has_number_or_day(text, rows):
            raise CannotEnter(f"{field}: {NOBODY}")


def _spellings(rows: Rows) -> Iterator[Spelling]:
    for one in rows["address"]:
        yield from spellings_of_address(one.row["address"] or "")
        yield from spellings_of_postcode(one.row["postcode"] or "")
    for name in _names(rows):
        yield from spellings_of_name(name)


def _names(rows: Rows) -> set[str]:
    others = entries("other_name").filter(person__in=named_in(rows, "person"))
    called: list[dict[str, Any]] = [dict(one.row) for one in rows["person"]]
    called += others.values("given_name", "family_name")
    return {one[part] for one in called for part in ("given_name", "family_name") if one[part]}


def _has_number_or_day(text: str, rows: Rows) -> bool:
    plain = DIGITS.sub("", text)
    people = [one.row for one in rows["person"]]
    days = {form for one in people if one["born_on"] for form in _written(one["born_on"])}
    return any(one["nhs_number"] and one["nhs_number"] in plain for one in people) or any(day in text for day in days)


def _written(day: date) -> Iterator[str]:
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%-d/%-m/%Y", "%d.%m.%Y", "%-d %B %Y", "%d %B %Y", "%-d %b %Y"):
        yield day.strftime(form)

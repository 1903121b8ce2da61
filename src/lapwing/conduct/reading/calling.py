"""What children are called: by their name, or before they have one by their mother's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from lapwing.conduct.at_work import ended_among
from lapwing.records import links
from lapwing.records.entries import entries

AT_ONCE = 5_000
"""So many keys are given to the database at a time; it takes no more than some tens of thousands."""


@dataclass(frozen=True)
class Named:
    """A child by key and by what they are called.

    `expected_on` only while a birth is expected and those who gave a date agree. `has_ended`: after a loss or a death, an
    adoption, a move accepted elsewhere, or where the record was opened in error; no list shows it then.
    """

    child: str
    called: str
    born_on: date | None
    expected_on: date | None
    has_ended: bool


def in_batches(keys: Iterable[str]) -> Iterator[list[str]]:
    """The keys in order, so many at a time."""
    rest = iter(sorted(keys))
    while batch := list(islice(rest, AT_ONCE)):
        yield batch


def named(children: Iterable[str]) -> dict[str, Named]:
    """What each of these children is called."""
    return {one: said for batch in in_batches(children) for one, said in _Batch(batch).named()}


def full_name(person: Mapping[str, Any] | None) -> str:
    """Given and family name, as far as they are on record."""
    names = (person.get("given_name"), person.get("family_name")) if person else ()
    return " ".join(name for name in names if name)


PERSON = ("given_name", "family_name", "born_on")


class _Batch:
    """Some children with what tells who they are; records of one child, person or pregnancy are one."""

    def __init__(self, keys: list[str]) -> None:
        self.children = _by_key("child", keys, ("person_id", "pregnancy_id", "birth_order"))
        pregnancies = {row["pregnancy_id"] for row in self.children.values()} - {None}
        self.pregnancies = _by_key("pregnancy", pregnancies, ("mother_id", "ended_on", "babies_expected"))
        people = {row["person_id"] for row in self.children.values()}
        people |= {row["mother_id"] for row in self.pregnancies.values()}
        self.people = _by_key("person", people - {None}, PERSON)
        self.expected = _expected(pregnancies)
        self.ended = ended_among(keys)

    def named(self) -> Iterator[tuple[str, Named]]:
        for key, row in self.children.items():
            person = self.people.get(row["person_id"])
            pregnancy = self.pregnancies.get(row["pregnancy_id"])
            is_expected = person is None and (pregnancy is None or pregnancy["ended_on"] is None)
            dates = self.expected.get(row["pregnancy_id"], set()) if is_expected and key not in self.ended else set()
            yield (
                key,
                Named(
                    child=key,
                    called=_called(row, person, pregnancy, self._mother(row)),
                    born_on=person["born_on"] if person else None,
                    expected_on=next(iter(dates)) if len(dates) == 1 else None,
                    has_ended=key in self.ended,
                ),
            )

    def _mother(self, row: Mapping[str, Any]) -> Mapping[str, Any] | None:
        pregnancy = self.pregnancies.get(row["pregnancy_id"])
        return self.people.get(pregnancy["mother_id"]) if pregnancy else None


def _called(
    row: Mapping[str, Any],
    person: Mapping[str, Any] | None,
    pregnancy: Mapping[str, Any] | None,
    mother: Mapping[str, Any] | None,
) -> str:
    of_whom = full_name(mother) or "a mother whose name is not recorded"
    if person is not None:
        name = full_name(person)
        return (
            name
            if person["given_name"]
            else f"Child of {full_name(mother)}"
            if mother
            else name or "Child without a name"
        )
    if pregnancy is not None and pregnancy["ended_on"] is not None:
        return f"A pregnancy of {of_whom}, which has ended"
    expected = (pregnancy or {}).get("babies_expected") or 1
    which = f", {row['birth_order']} of {expected}" if expected > 1 and row["birth_order"] else ""
    return f"Unborn child of {of_whom}{which}"


def _by_key(table: str, keys: Iterable[str], columns: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """What each of these records says, or a record that is one with it where it says nothing."""
    own = set(keys)
    same = links.groups(table, own)
    rows = {row["pk"]: row for row in entries(table).filter(pk__in=own.union(*same.values())).values("pk", *columns)}
    told = {key: [rows[one] for one in same.get(key, [key]) if one in rows] for key in own}
    return {
        key: {name: next((row[name] for row in some if row[name] is not None), None) for name in columns}
        for key, some in told.items()
        if some
    }


def _expected(pregnancies: Iterable[str]) -> dict[str, set[date]]:
    """The expected dates that stand, by pregnancy."""
    own = set(pregnancies)
    same = links.groups("pregnancy", own)
    standing = entries("expected_date").filter(
        pregnancy__in=own.union(*same.values()), superseded_on__isnull=True, expected_on__isnull=False
    )
    dates: dict[str, set[date]] = {}
    for pregnancy, day in standing.values_list("pregnancy_id", "expected_on"):
        for one in same.get(pregnancy, [pregnancy]):
            dates.setdefault(one, set()).add(day)
    return dates

"""What people wrote, without where somebody can be found who must not be, and without names that are withheld."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lapwing.conduct.reading.rows import Rows
from lapwing.exchange.spellings import (
    Screen,
    Spelling,
    spellings_of_address,
    spellings_of_name,
    spellings_of_postcode,
)
from lapwing.records.entries import entries


def screen_of(rows: Rows, *, guarded: set[str], people: set[str], agencies: set[str]) -> Screen:
    """Finds in any text the guarded addresses, the names of withheld people, and of agencies that work in private."""
    return Screen([*_places(rows, guarded), *_people(rows, people), *_services(agencies)])


def _places(rows: Rows, guarded: set[str]) -> Iterator[Spelling]:
    for row in (one.row for one in rows["address"] if one.row["address_id"] in guarded):
        yield from spellings_of_address(row["address"] or "")
        yield from spellings_of_postcode(row["postcode"] or "")


def _people(rows: Rows, withheld: set[str]) -> Iterator[Spelling]:
    """Their full names and other names, and each by itself unless somebody else of the family bears it too."""
    if not withheld:
        return
    others = [one.row for one in rows["person"] if one.row["person_id"] not in withheld]
    shared = {row[name] for row in others for name in ("given_name", "family_name")}
    theirs = ("given_name", "family_name")
    called = entries("person").filter(pk__in=withheld).values_list(*theirs)
    also_called = entries("other_name").filter(person__in=withheld).values_list(*theirs)
    for given, family in (*called, *also_called):
        names = {given, family} - shared - {None}
        yield from _spelled([f"{given or ''} {family or ''}" if given and family else "", *names])


def _services(agencies: set[str]) -> Iterator[Spelling]:
    if agencies:
        yield from _spelled(
            entries("agency").filter(pk__in=agencies, name__isnull=False).values_list("name", flat=True)
        )
        staff = entries("practitioner").filter(agency__in=agencies, name__isnull=False)
        yield from _spelled(staff.values_list("name", flat=True))


def _spelled(names: Iterable[str]) -> Iterator[Spelling]:
    for name in names:
        yield from spellings_of_name(name)

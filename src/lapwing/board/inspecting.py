"""What stands behind the bundle of an inspection: who may make it, and what of a case may say where somebody is."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import READ
from lapwing.conduct.permissions import Refused, is_near, refusal_of
from lapwing.conduct.policies import NotPossible, check_not_yet
from lapwing.conduct.reading import ChildRecord, Shown, TakenOut
from lapwing.conduct.taking_out import restricted_now
from lapwing.exchange.spellings import ORDINARY, STREETS, WITHHELD, Screen, Spelling, spellings_of_name
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.store import current
from lapwing.vocabulary.board.codes import TaskKind
from lapwing.vocabulary.codes import AgencyKind
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Kind

NOT_BY_YOU = (
    "You cannot make this bundle as it stands: it takes somebody who may open every case in it. Ask another manager or "
    "named professional, or whoever chose the cases."
)
"""Says the same of one's own family, a restricted record and one out of reach, so that it tells of none."""

NEAR_HOME = (AgencyKind.EDUCATION, AgencyKind.GENERAL_PRACTICE)
"""Services that say in which neighbourhood a family lives."""
SAYS_NEAR = "it names a school or a doctor's practice, and the family is kept safe"
OF_PEOPLE = ("person", "other_name", "address")
LAST_WORDS = frozenset((
    "primary", "secondary", "junior", "infant", "infants", "high", "grammar", "school", "academy", "college", "nursery",
    "playgroup", "childcare", "surgery", "practice", "medical", "health", "centre", "clinic", "doctors",
))  # fmt: skip
"""Words at the end of such a service's name that people leave out."""

_STREET = "|".join(
    sorted({one.capitalize() for one in STREETS} | {"Rd", "St", "Ave", "Av", "Ln", "Cl", "Cres", "Terr"})
)
DOUBTFUL = re.compile(
    r"(?<![A-Za-z0-9])[A-Za-z]{1,2}[0-9][A-Za-z0-9]?\W{0,3}[0-9][A-Za-z]{2}(?![A-Za-z0-9])"
    r"|(?<![A-Za-z0-9])(?:[A-Z]\W){1,2}[0-9]\W(?:[A-Z0-9]\W)?\W{0,2}[0-9]\W[A-Z]\W[A-Z](?![A-Za-z0-9])"
    rf"|(?<![A-Za-z0-9])[0-9]{{1,4}}[A-Za-z]?,?\s+(?:[A-Z][\w’']*\s+){{1,3}}(?:{_STREET})(?![A-Za-z])"
    r"|(?<![0-9])0(?:[\s-]?[0-9]){9,10}(?![0-9])"
)
"""What looks like a postcode, like a house in a street or like the number of a telephone, whoever's it is."""
DOUBTFUL_KEPT_SAFE = re.compile(
    DOUBTFUL.pattern
    + r"|(?:[A-Z][\w’'.]*\s+){1,4}(?:School|Academy|College|Nursery|Playgroup|Surgery|(?:Medical|Health) (?:Centre|Practice))"
)
"""The same, and what looks like a school or a doctor's practice: for families that are kept safe."""

Told = Callable[[str], str]
Place = tuple[str, str]
"""An entry, by its table and key."""


# Who may make it


def open_inspection_case(key: str) -> dict[str, Any]:
    """A case in the bundle of an open inspection; NotPossible where it was taken out, or the inspection was closed."""
    case = current("inspection_case", key)
    if case["taken_out_on"] is not None:
        raise NotPossible("This case is not in the bundle any more.")
    check_not_yet(current("inspection", case["inspection_id"])["closed_on"], "This inspection was closed")
    return case


def may_make_of(by: Acting, child: str) -> bool:
    """Whether somebody may take a child's case out: within their own reach, or given to them for an inspection.

    Nobody takes out a restricted record or one of their own family, and no broken glass is enough.
    """
    if links.kept("child", child) in restricted_now() or refusal_of("read", READ, by=by, child=child) is not None:
        return False
    return is_near(READ, by=by, child=child) or _is_given(by, child)


def _is_given(by: Acting, child: str) -> bool:
    same = links.one_with("child", [child])
    given = entries("given_case").filter(reader_account=by.account, child__in=same, task=TaskKind.INSPECTION)
    return bool(given.filter(until_on__gte=by.today, ended_on__isnull=True).exists())


def check_may_make_of(by: Acting, children: Iterable[str]) -> None:
    """Refused unless somebody may take all of these cases out."""
    if not all(may_make_of(by, child) for child in children):
        raise Refused(NOT_BY_YOU)


# What may say where somebody is


@dataclass(frozen=True)
class InDoubt:
    """Words that may say where somebody can be found, in a column of an entry; `sign` stands for exactly that text."""

    table: str
    key: str
    column: str
    words: tuple[str, ...]
    sign: str


def sign_of(*said: Any) -> str:
    """A sign of exactly this: the same gives the same, and it cannot be read back."""
    return sha256(json.dumps(said, default=str, sort_keys=True).encode()).hexdigest()[:32]


def screen_of_services() -> Screen:
    """Finds the names of schools and doctors' practices of the area, in full or as people shorten them, and who works there."""
    services = entries("agency").filter(kind__in=NEAR_HOME, name__isnull=False)
    staff = entries("practitioner").filter(agency__kind__in=NEAR_HOME, name__isnull=False)
    named = [*services.values_list("name", flat=True), *staff.values_list("name", flat=True)]
    return Screen(spelling for name in named for spelling in _spelled(name))


def _spelled(name: str) -> Iterator[Spelling]:
    yield from spellings_of_name(name)
    words = name.split()
    while words and words[-1].strip(".,").lower() in LAST_WORDS:
        words.pop()
    if {one.lower() for one in words} - ORDINARY and len(words) < len(name.split()):
        yield from spellings_of_name(" ".join(words))


def keys_of_services() -> set[str]:
    """The schools and doctors' practices of the area, and who works there, by key."""
    services = entries("agency").filter(kind__in=NEAR_HOME).values_list("pk", flat=True)
    return {*services, *entries("practitioner").filter(agency__in=list(services)).values_list("pk", flat=True)}


def without_services(record: ChildRecord) -> tuple[ChildRecord, list[TakenOut]]:
    """The record of a family that is kept safe without schools and doctors, and every place where one was taken out."""
    screen, hidden = screen_of_services(), keys_of_services()
    told = {table: tuple(rewritten(table, one, screen.told) for one in some) for table, some in record.entries.items()}
    names = {key: name for key, name in record.names.items() if key not in hidden}
    found = [
        TakenOut(table, one.key, column, SAYS_NEAR)
        for table, some in record.entries.items()
        for one, after in zip(some, told[table], strict=True)
        for column in one.values
        if one.values[column] != after.values[column] or _names_one(table, column, one.values[column], hidden)
    ]
    return replace(record, entries=told, names=names), found


def _names_one(table: str, column: str, value: Any, hidden: set[str]) -> bool:
    return TABLES[table].column(column).refers_to in ("agency", "practitioner") and value in hidden


def rewritten(table: str, one: Shown, told: Told, only: str | None = None) -> Shown:
    """An entry with each of its texts as it may be told, or one of them; what people and places are called stays."""
    texts = {
        name: told(value)
        for name, value in one.values.items()
        if value is not None and TABLES[table].column(name).kind is Kind.TEXT and only in (None, name)
    }
    return one if table in OF_PEOPLE else replace(one, values={**one.values, **texts})


def doubts_in(table: str, one: Shown, doubtful: re.Pattern[str]) -> Iterator[InDoubt]:
    """Each text of an entry in which something is in doubt."""
    for name, value in one.values.items():
        if table in OF_PEOPLE or value is None or TABLES[table].column(name).kind is not Kind.TEXT:
            continue
        words = tuple(dict.fromkeys(doubtful.findall(value)))
        if words:
            yield InDoubt(table, one.key, name, words, sign_of(table, one.key, name, value))


def without_doubtful(text: str, doubtful: re.Pattern[str] = DOUBTFUL_KEPT_SAFE) -> str:
    """A text without whatever is in doubt."""
    return doubtful.sub(WITHHELD, text)


def with_decisions(record: ChildRecord, leaving: Container[Place], doubts: Iterable[InDoubt]) -> ChildRecord:
    """The record without the words in doubt that were decided to be taken out, `doubts` being these.

    Of entries that do not leave by themselves, and may be named by others that do, all such words are taken out.
    """
    columns: dict[Place, list[str | None]] = {}
    for one in doubts:
        columns.setdefault((one.table, one.key), []).append(one.column)
    told = {
        table: tuple(
            _without(table, one, columns.get((table, one.key), []) if (table, one.key) in leaving else [None])
            for one in some
        )
        for table, some in record.entries.items()
    }
    return replace(record, entries=told)


def _without(table: str, one: Shown, columns: Iterable[str | None]) -> Shown:
    for column in columns:
        one = rewritten(table, one, without_doubtful, only=column)
    return one

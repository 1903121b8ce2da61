"""Which records may be of one person: found for a person to decide, and shown to those who may."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from lapwing.conduct.acting import Acting
from lapwing.conduct.events import record_event
from lapwing.conduct.identities import (
    RESTRICTED,
    WITHHELD,
    are_sealed_apart,
    is_kept_from,
    is_of_own_family,
    is_withheld,
)
from lapwing.conduct.may import STEWARDS
from lapwing.conduct.permissions import check_user_can
from lapwing.records import links
from lapwing.records.candidates import Pair, candidates
from lapwing.records.entries import entries
from lapwing.records.matching import Alike, Particulars
from lapwing.records.models import PossibleMatch, SealedLink
from lapwing.records.particulars import kept_by_other, people_on_record, unborn_on_record
from lapwing.records.unborn import UnbornParticulars, unborn_candidates

Pairs = Iterable[tuple[str, Pair]]
"""Pairs that may be one, each with its table."""

Which = tuple[str, str, str]
One = TypeVar("One")

MATCHED = ("person", "child", "pregnancy")
"""The tables of whose records somebody may have decided; pregnancies follow from their children."""
AT_MOST = 50


# Finding


def find_matches(*, at: datetime) -> int:
    """Looks through the whole database for records that may be of one person or of one unborn child; how many are new.

    None that somebody decided is found again, and none of two records that are read as one.
    """
    with links.asked_once():
        people = candidates(people_on_record())
        return _keep([*_named("person", people), *_named("child", _unborn(people))], at)


def _named(table: str, pairs: Iterable[Pair]) -> list[tuple[str, Pair]]:
    return [(table, pair) for pair in pairs]


def _unborn(people: Sequence[Pair]) -> Iterator[Pair]:
    """Pairs of children known before birth, but for those of whom both are born: they are found as people."""
    kept = kept_by_other("person")
    alike = {_pair(kept, one.one, one.other) for one in people} - {
        _pair(kept, *pair) for pair in _decided_apart("person")
    }
    mothers = [(min(pair), max(pair)) for pair in alike if len(pair) == 2]
    born = set(entries("child").filter(person__isnull=False).values_list("pk", flat=True))
    found = unborn_candidates(unborn_on_record(), mothers)
    yield from (pair for pair in found if not {pair.one, pair.other} <= born)


def _keep(pairs: Pairs, at: datetime) -> int:
    """Stores what was found, the likeliest first; how many are new."""
    tables = {table: _Known(table) for table in MATCHED}
    new = [_possible(table, pair, at) for table, found in pairs if (pair := tables[table].new(found)) is not None]
    PossibleMatch.objects.bulk_create(new, ignore_conflicts=True)
    record_event("find_matches", by=None, at=at, details={"found": len(new)})
    return len(new)


def _possible(table: str, pair: Pair, at: datetime) -> PossibleMatch:
    return PossibleMatch(
        table=table,
        one=pair.one,
        other=pair.other,
        how=str(pair.likeness.how),
        speaks_for=list(pair.likeness.speaks_for),
        speaks_against=list(pair.likeness.speaks_against),
        found_at=at,
    )


class _Known:
    """What is known of the pairs of a table: which are found already, decided or one."""

    def __init__(self, table: str) -> None:
        self.table = table
        self.kept = kept_by_other(table)
        self.are_sealed = SealedLink.objects.exists()
        found = PossibleMatch.objects.filter(table=table).values_list("one", "other")
        self.found = {_pair(self.kept, *pair) for pair in found}

    def new(self, found: Pair) -> Pair | None:
        """The pair by the records that are kept, where nobody has been asked about it yet."""
        pair = _pair(self.kept, found.one, found.other)
        if len(pair) < 2 or pair in self.found:
            return None
        if self.are_sealed and are_sealed_apart(self.table, found.one, found.other):
            return None
        self.found.add(pair)
        one, other = sorted(pair)
        return Pair(one, other, found.likeness)


def _pair(kept: Mapping[str, str], one: str, other: str) -> frozenset[str]:
    """Two records by those that are kept; one alone where they are read as one."""
    return frozenset((kept.get(one, one), kept.get(other, other)))


def _decided_apart(table: str) -> Iterator[tuple[str, str]]:
    yield from PossibleMatch.objects.filter(table=table, is_same=False).values_list("one", "other")


def waiting_to_be_decided() -> int:
    """How many pairs wait for somebody to say whether they are of one person."""
    return len(_waiting())


# Showing


@dataclass(frozen=True)
class OneOfTwo:
    """One of two records, as it is shown to whoever decides: a person, or a child known before birth with the mother.

    `recorded_for` is the agency for which it was recorded; postcodes are those that need no protection.
    """

    key: str
    recorded_for: str | None
    person: Particulars | None = None
    unborn: UnbornParticulars | None = None
    mother: Particulars | None = None


@dataclass(frozen=True)
class ToDecide:
    """Two records that may be one, and why; `hidden` says why neither is shown, where one may not be."""

    table: str
    one: str
    other: str
    how: Alike
    speaks_for: tuple[str, ...] = ()
    speaks_against: tuple[str, ...] = ()
    sides: tuple[OneOfTwo, ...] = ()
    hidden: str = ""


def possible_matches(*, by: Acting, first: int = 0, at_most: int = AT_MOST) -> list[ToDecide]:
    """Records that may be of one person and wait for somebody to decide, the likeliest first; the log keeps who looked.

    Nothing of one's own family is among them, and of restricted records only that there is something to decide.
    """
    check_user_can("look at possible matches", STEWARDS, by=by, child=None)
    with links.asked_once():
        theirs = [one for one in _waiting() if not _is_of_own_family(by, one)]
        told = [_to_decide(by, one) for one in theirs[first : first + at_most]]
    pairs = [[one.table, one.one, one.other] for one in told if not one.hidden]
    record_event("possible_matches", by=by.account.pk, at=by.at, details={"pairs": pairs})
    return told


def _waiting() -> list[ToDecide]:
    """What nobody has decided, by the records that are kept, the likeliest first."""
    kept = {table: kept_by_other(table) for table in MATCHED}
    apart: set[Which] = set()
    waiting: dict[Which, ToDecide] = {}
    for match in PossibleMatch.objects.exclude(is_same=True).order_by("pk"):
        one, other = sorted(kept[match.table].get(key, key) for key in (match.one, match.other))
        which = (match.table, one, other)
        if match.is_same is False:
            apart.add(which)
        elif one != other:
            reasons = tuple(match.speaks_for), tuple(match.speaks_against)
            waiting.setdefault(which, ToDecide(*which, Alike(match.how), *reasons))
    left = [one for which, one in waiting.items() if which not in apart]
    return sorted(left, key=lambda one: list(Alike).index(one.how))


def _is_of_own_family(by: Acting, pair: ToDecide) -> bool:
    return any(is_of_own_family(by.account, pair.table, key) for key in (pair.one, pair.other))


def _to_decide(by: Acting, pair: ToDecide) -> ToDecide:
    """The pair with what is shown of either side, or with neither that nor why where one is restricted."""
    keys = (pair.one, pair.other)
    hidden = WITHHELD if any(is_withheld(pair.table, key) for key in keys) else ""
    hidden = RESTRICTED if any(is_kept_from(by.account, pair.table, key) for key in keys) else hidden
    if hidden:
        return replace(pair, speaks_for=(), speaks_against=(), hidden=hidden)
    return replace(pair, sides=tuple(_shown(pair.table, key) for key in keys))


def _shown(table: str, key: str) -> OneOfTwo:
    agency = entries(table).filter(pk=key).values_list("recorded_agency__name", flat=True).first()
    if table == "person":
        return OneOfTwo(key, agency, person=_one(people_on_record([key])))
    unborn = _one(unborn_on_record([key]))
    mother = unborn.mother if unborn else None
    return OneOfTwo(key, agency, unborn=unborn, mother=_one(people_on_record([mother])) if mother else None)


def _one(found: Sequence[One]) -> One | None:
    return found[0] if found else None

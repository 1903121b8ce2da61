"""The links in force: which records people confirmed to be of one person, child or pregnancy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.db.models import Q, QuerySet

from lapwing.records.merging import LINKED, Same, grouped
from lapwing.records.models import Account
from lapwing.records.models import Same as Link

MANY = 1_000
"""Beyond so many keys it is quicker to read every link than to ask after each."""

Keys = Mapping[str, Iterable[str]]
"""Keys by table."""

_there_are: ContextVar[dict[str, bool] | None] = ContextVar("there_are", default=None)


@contextmanager
def asked_once() -> Iterator[None]:
    """Within it, whether there are links at all is asked of the database once."""
    if _there_are.get() is not None:
        yield
        return
    outside = _there_are.set({})
    try:
        yield
    finally:
        _there_are.reset(outside)


def all_in_force() -> list[Same]:
    """Every link in force."""
    return _read(_in_force())


def in_force(keys: Keys) -> list[Same]:
    """The links that join these records to any others, over as many steps as there are."""
    if not are_there():
        return []
    found: set[Same] = set()
    for table in LINKED:
        sought = set(keys.get(table, ()))
        seen: set[str] = set()
        while sought:
            links = _touching(table, sought)
            found.update(links)
            seen |= sought
            sought = {key for link in links for key in (link.other, link.keep)} - seen
    return sorted(found)


def _touching(table: str, keys: set[str]) -> list[Same]:
    if len(keys) > MANY:
        return [link for link in all_in_force() if link.table == table and not keys.isdisjoint((link.other, link.keep))]
    return _read(_in_force().filter(Q(other__in=keys) | Q(keep__in=keys), table=table))


def all_of(table: str, key: str) -> list[str]:
    """The keys of every record that is one with this one: the one that is kept first, then the nearest to it."""
    groups = grouped(in_force({table: [key]})).get(table, {})
    return next(iter(groups.values()), [key])


def groups(table: str, keys: Iterable[str]) -> dict[str, list[str]]:
    """By key, every record that is one with it, as `all_of` has them; those linked to none are left out."""
    found = grouped(in_force({table: keys})).get(table, {})
    return {key: group for group in found.values() for key in group}


def kept(table: str, key: str) -> str:
    """The record as which this one is read; itself where it is linked to none."""
    return all_of(table, key)[0]


def one_with(table: str, keys: Iterable[str]) -> set[str]:
    """These records and all that are one with any of them."""
    own = set(keys)
    return own.union(*((link.other, link.keep) for link in in_force({table: own})))


def read_as_another(table: str, keys: Iterable[str]) -> set[str]:
    """Those among these records that are read as another one."""
    own = set(keys)
    return {link.other for link in in_force({table: own}) if link.table == table} & own


def link(same: Same, *, by: Account, at: datetime, why: str, along_with: Link | None = None) -> Link:
    """Makes a link. Nothing here asks whether it leads anywhere (`merging.grouped` does)."""
    made = Link.objects.create(
        table=same.table, keep=same.keep, other=same.other, why=why, by=by, at=at, along_with=along_with
    )
    _forget()
    return made


def end_link(link: Link, *, by: Account, at: datetime, why: str) -> None:
    """Ends a link; the records stand by themselves again."""
    link.ended_by, link.ended_at, link.ended_why = by, at, why
    link.save(update_fields=["ended_by", "ended_at", "ended_why"])
    _forget()


def standing_link(table: str, other: str) -> Link | None:
    """The link by which a record is read as another."""
    return _in_force().filter(table=table, other=other).first()


def along_with(link: Link) -> list[Link]:
    """The links in force that were made along with another."""
    return list(_in_force().filter(along_with=link).order_by("pk"))


def _in_force() -> QuerySet[Link]:
    return Link.objects.filter(ended_at__isnull=True)


def _read(links: QuerySet[Link]) -> list[Same]:
    return [Same(*values) for values in links.values_list("table", "other", "keep")]


def are_there() -> bool:
    """Whether any link is in force."""
    known = _there_are.get()
    if known is None:
        return _in_force().exists()
    if "any" not in known:
        known["any"] = _in_force().exists()
    return known["any"]


def _forget() -> None:
    known = _there_are.get()
    if known is not None:
        known.clear()

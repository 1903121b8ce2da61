"""What a link means before it is made and after it ended: which others follow from it, and what then contradicts itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lapwing.records import links
from lapwing.records.merging import LINKED, Same, contradictions, what_follows
from lapwing.records.stored import rows_among
from lapwing.vocabulary.record_set import RecordSet

Keys = dict[str, set[str]]
"""Keys by table."""


def keys_of(some: Iterable[Same]) -> Keys:
    """The records that these links join."""
    keys: Keys = {name: set() for name in LINKED}
    for link in some:
        keys[link.table] |= {link.other, link.keep}
    return keys


def following(new: Sequence[Same]) -> list[Same]:
    """The links that have to be made along with new ones."""
    keys = _around(keys_of(new))
    return what_follows(_rows(keys), [*links.in_force(keys), *new])


def following_without(ended: Sequence[Same]) -> list[Same]:
    """The links that would have to be made again at once if these ended, since others in force lead to them."""
    keys = _around(keys_of(ended))
    return what_follows(_rows(keys), [link for link in links.in_force(keys) if link not in ended])


def contradicting(keys: Keys) -> dict[tuple[str, str], list[str]]:
    """Where the records that are one with these have different values: the columns, by table and key that is kept."""
    around = _around(keys)
    found: dict[tuple[str, str], list[str]] = {}
    for table, key, column in contradictions(_rows(around), links.in_force(keys)).iter_rows():
        found.setdefault((table, key), []).append(column)
    return found


def _around(keys: Keys) -> Keys:
    """These records and those that are one with them, with the children, people and pregnancies that belong to them."""
    while True:
        more = {name: links.one_with(name, keys.get(name, ())) for name in LINKED}
        for row in rows_among("child", {f"{name}_id": more[name] for name in LINKED}):
            for name in LINKED:
                more[name] |= {row[f"{name}_id"]} - {None}
        if more == keys:
            return more
        keys = more


def _rows(keys: Keys) -> RecordSet:
    return RecordSet.of_rows({name: rows_among(name, {f"{name}_id": keys[name]}) for name in LINKED})

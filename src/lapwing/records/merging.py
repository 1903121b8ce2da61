"""Two records that are of one person, looked at as one while a link between them is in force.

Nothing is moved in what is stored: without its link, a record stands by itself again. Links that are in force
hold for every day that is looked at, the days before somebody made them too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

import polars as pl

from lapwing.records.one_row import contradicting, folded, latest
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Table

Row = Mapping[str, Any]
Groups = dict[str, dict[str, list[str]]]
"""By table and by the key that is kept, the keys of one person's records: the kept one first, then the nearest to it."""

LINKED = ("person", "child", "pregnancy")
"""The tables whose records may be linked."""


@dataclass(frozen=True, order=True)
class Same:
    """A person decided that the record `other` is of the same person, child or pregnancy as `keep`."""

    table: str
    other: str
    keep: str


def as_one(records: RecordSet, links: Iterable[Same]) -> RecordSet:
    """The records with each linked record folded into the one that is kept, and every reference to it led there.

    ValueError says what is wrong with a link. Nothing else is changed: without links it is the same record set.
    """
    groups = grouped(links)
    if not groups:
        return records
    frames, versioned = dict(records.frames), set(records.versioned)
    for name, frame in records.frames.items():
        frame = _led_to_kept(frame, TABLES[name], groups)
        if name in groups:
            frame, several = _folded_frame(frame, TABLES[name], groups[name])
            versioned |= {name} if several else set()
        frames[name] = frame
    return replace(records, frames=frames, versioned=frozenset(versioned))


def as_one_rows(stored: Mapping[str, Sequence[Row]], links: Iterable[Same]) -> dict[str, list[dict[str, Any]]]:
    """The same of rows in hand, by table; every version of a linked row must be among them."""
    groups = grouped(links)
    return {name: _rows_as_one(TABLES[name], rows, groups) for name, rows in stored.items()}


def contradictions(records: RecordSet, links: Iterable[Same]) -> pl.DataFrame:
    """Where linked records have different values as they stand: `table`, the `key` kept, `column`; never a value.

    There a person has to put right the record that is wrong.
    """
    found = [
        (name, kept, column)
        for name, kept, newest in _newest(records, grouped(links))
        for column in contradicting(TABLES[name], newest)
    ]
    return pl.DataFrame(found, schema={"table": pl.String, "key": pl.String, "column": pl.String}, orient="row")


def what_follows(records: RecordSet, links: Iterable[Same]) -> list[Same]:
    """The links that have to be made along with these: one child is one person, born of one pregnancy.

    Whoever confirms that two records are of one child is asked to confirm these too; they are not made silently,
    for the reference of one of the records may be what is wrong.
    """
    given = list(links)
    found: list[Same] = []
    while more := _next_to_follow(records, [*given, *found]):
        found += more
    return found


def grouped(links: Iterable[Same]) -> Groups:
    """The records of one person, by table; ValueError where the links lead in a circle or to two records."""
    kept: dict[tuple[str, str], str] = {}
    for link in sorted(set(links)):
        _refuse_unusable(link, kept)
        kept[link.table, link.other] = link.keep
    distances: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for table, other in kept:
        steps = _steps_to_kept(kept, table, other)
        distances.setdefault((table, steps[-1]), []).append((len(steps), other))
    groups: Groups = {}
    for (table, root), others in sorted(distances.items()):
        groups.setdefault(table, {})[root] = [root, *(other for _, other in sorted(others))]
    return groups


def _refuse_unusable(link: Same, kept: Mapping[tuple[str, str], str]) -> None:
    if link.table not in LINKED:
        raise ValueError(f"A link has the table {link.table}; it needs one of: {', '.join(LINKED)}.")
    if (link.table, link.other) in kept:
        raise ValueError(
            f"{link.table} {link.other} is linked to two records, {kept[link.table, link.other]} and {link.keep}; "
            "it needs one. Undo one of the two links, or link those two records to each other."
        )


def _steps_to_kept(kept: Mapping[tuple[str, str], str], table: str, other: str) -> list[str]:
    """The records on the way from one to the one that is kept."""
    steps: list[str] = []
    place: str | None = kept[table, other]
    while place is not None:
        steps.append(place)
        if place == other:
            raise ValueError(
                f"The links of {table} {other} lead in a circle; they need one record that is kept. Undo one of the links."
            )
        if len(steps) > len(kept):
            break  # Another circle, which is told when its own records are looked at.
        place = kept.get((table, place))
    return steps


def _kept_by_other(groups: Groups, table: str) -> dict[str, str]:
    return {other: root for root, members in groups.get(table, {}).items() for other in members[1:]}


# ---------------------------------------------------------------- frames


def _led_to_kept(frame: pl.LazyFrame, table: Table, groups: Groups) -> pl.LazyFrame:
    led = [
        pl.col(column.name).replace(_kept_by_other(groups, column.refers_to))
        for column in table
        if column.refers_to in groups
    ]
    return frame.with_columns(led) if led else frame


def _folded_frame(frame: pl.LazyFrame, table: Table, groups: Mapping[str, list[str]]) -> tuple[pl.LazyFrame, bool]:
    """The frame with its linked rows folded, and whether any of these stands in several versions."""
    members = pl.col(table.key).is_in(list(chain.from_iterable(groups.values())))
    rows = frame.filter(members).collect().to_dicts()
    made = _folded_rows(table, rows, groups)
    keys = [row[table.key] for row in made]
    own = RecordSet.of_rows({table.name: made}).frame(table.name)
    return pl.concat([frame.filter(~members), own]), len(set(keys)) < len(keys)


def _newest(records: RecordSet, groups: Groups) -> Iterator[tuple[str, str, list[Row]]]:
    """For every record that is kept, the newest version of each record of the same person."""
    for name in [name for name in groups if name in records.frames]:
        table = TABLES[name]
        linked = pl.col(table.key).is_in(list(chain.from_iterable(groups[name].values())))
        frame = _led_to_kept(records.frames[name].filter(linked), table, groups)
        versions = _by_key(table, frame.collect().to_dicts())
        for root, members in groups[name].items():
            yield name, root, [latest(versions[key]) for key in members if key in versions]


def _next_to_follow(records: RecordSet, links: list[Same]) -> list[Same]:
    """The links that follow from what is linked so far, and are not among it."""
    seen: dict[Same, None] = {}
    for name, _, newest in _newest(records, {"child": grouped(links).get("child", {})}):
        for column in (column for column in TABLES[name] if column.refers_to in LINKED):
            named = list(dict.fromkeys(row[column.name] for row in newest if row[column.name] is not None))
            seen |= {Same(str(column.refers_to), other, named[0]): None for other in named[1:]}
    for first, *others in _children_of_one_person(records, links):
        seen |= {Same("child", other, first): None for other in others}
    return _not_yet_linked(seen, links)


def _not_yet_linked(found: Iterable[Same], links: list[Same]) -> list[Same]:
    """Those that join records which are not one yet, each led to the record that is kept."""
    made: list[Same] = []
    for link in found:
        kept = _kept_by_other(grouped([*links, *made]), link.table)
        other, keep = kept.get(link.other, link.other), kept.get(link.keep, link.keep)
        if other != keep:
            made.append(Same(link.table, other, keep))
    return made


def _children_of_one_person(records: RecordSet, links: list[Same]) -> list[list[str]]:
    """Children's records that name one person through two linked records of that person."""
    linked = list(chain.from_iterable(grouped(links).get("person", {}).values()))
    if "child" not in records.frames or not linked:
        return []
    kept = _kept_by_other(grouped(links), "person")
    rows = records.frames["child"].select("child_id", "person_id", "recorded_at").collect().to_dicts()
    children: dict[str, list[str]] = {}
    for child, versions in _by_key(TABLES["child"], rows).items():
        person: str = latest(versions)["person_id"]
        if person in linked:
            children.setdefault(kept.get(person, person), []).append(child)
    return [sorted(one) for one in children.values() if len(one) > 1]


# ---------------------------------------------------------------- rows


def _rows_as_one(table: Table, rows: Sequence[Row], groups: Groups) -> list[dict[str, Any]]:
    led = {column.name: _kept_by_other(groups, column.refers_to) for column in table if column.refers_to in groups}
    renamed = [{**row, **{name: kept.get(row[name], row[name]) for name, kept in led.items()}} for row in rows]
    own = groups.get(table.name)
    if not own:
        return renamed
    members = frozenset(chain.from_iterable(own.values()))
    apart = [row for row in renamed if row[table.key] not in members]
    return apart + _folded_rows(table, [row for row in renamed if row[table.key] in members], own)


def _folded_rows(table: Table, rows: Sequence[Row], groups: Mapping[str, list[str]]) -> list[dict[str, Any]]:
    versions = _by_key(table, rows)
    return [
        row
        for root, members in groups.items()
        for row in folded(table, root, [versions[key] for key in members if key in versions])
    ]


def _by_key(table: Table, rows: Sequence[Row]) -> dict[str, list[Row]]:
    versions: dict[str, list[Row]] = {}
    for row in rows:
        versions.setdefault(row[table.key], []).append(row)
    return versions

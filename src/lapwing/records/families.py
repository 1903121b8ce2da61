"""Which rows belong to one family: children, pregnancies and people whom any row ties together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import polars as pl

from lapwing.exchange.belonging import CASE
from lapwing.vocabulary.records import TABLES

FAMILY = "_family"
"""The added column; empty for services and practitioners, who belong to none."""


def with_families(frames: Mapping[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """Tables that have CASE, with FAMILY beside their rows, in the order in which they were."""
    family_of = _families(_ties(frames))
    known = pl.DataFrame(
        {"_member": list(family_of), FAMILY: list(family_of.values())}, {"_member": pl.String(), FAMILY: pl.String()}
    )
    return {name: _with_family(name, frame, known) for name, frame in frames.items()}


def _with_family(name: str, frame: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    members = [pl.col(CASE), *(_person(column) for column in _people(name))]
    named = frame.with_columns(pl.coalesce(members).alias("_member"))
    joined = named.join(known, on="_member", how="left", maintain_order="left")
    # Whoever is tied to nobody is a family alone.
    return joined.with_columns(pl.coalesce(FAMILY, "_member").alias(FAMILY)).drop("_member")


def _people(name: str) -> list[str]:
    return [
        column.name
        for column in TABLES[name]
        if column.refers_to == "person" or column.name == TABLES[name].key == "person_id"
    ]


def _person(column: str) -> pl.Expr:
    return pl.lit("person ") + pl.col(column)


# What ties two together


def _ties(frames: Mapping[str, pl.DataFrame]) -> Iterator[tuple[str, str]]:
    for name, frame in frames.items():
        for person in _people(name):
            yield from _pairs(frame.select(pl.coalesce(CASE, _person(person)), _person(person).alias("other")))
        for column, target in _other_rows(name, frames):
            cases = frames[target].select(pl.col(TABLES[target].key).alias(column), pl.col(CASE).alias("other"))
            yield from _pairs(frame.select(CASE, column).join(cases.unique(), on=column).select(CASE, "other"))


def _other_rows(name: str, frames: Mapping[str, pl.DataFrame]) -> Iterator[tuple[str, str]]:
    """The columns of a table that name a row with a case of its own, and its table."""
    for column in TABLES[name]:
        target = column.refers_to or ""
        if target in frames and target not in ("person", "agency", "practitioner"):
            yield column.name, target


def _pairs(both: pl.DataFrame) -> Iterable[tuple[str, str]]:
    return both.drop_nulls().filter(pl.nth(0) != pl.nth(1)).unique().iter_rows()


def _families(ties: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The family of each member, named by the first of its members in order."""
    above: dict[str, str] = {}

    def first(member: str) -> str:
        while (higher := above.setdefault(member, member)) != member:
            above[member] = above[higher]
            member = higher
        return member

    for one, other in ties:
        ends = sorted((first(one), first(other)))
        above[ends[1]] = ends[0]
    return {member: first(member) for member in above}

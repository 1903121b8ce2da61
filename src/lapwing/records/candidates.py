"""Pairs of records, of a whole area that somebody may want to look at as one person.

Only records that share something are compared at all: an NHS number; a date of birth, or the same with day and
month turned round, with the first sound of a name; a postcode with the first sound of a given name; how a family
name sounds, with the year of birth and that sound; a mother, with the year of birth; or, where a date of birth is not
known, how the whole name sounds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import polars as pl

from lapwing.records.matching import Alike, Likeness, Particulars, Words, likeness
from lapwing.records.names import sound

CALLED = "called:"
"""Begins what a whole name is shared by: it counts only where one of the two has no date of birth."""
ORDER = {how: place for place, how in enumerate(Alike)}


class Pair(NamedTuple):
    """The keys of two records that may be of one person, and why."""

    one: str
    other: str
    likeness: Likeness


def candidates(people: Sequence[Particulars]) -> list[Pair]:
    """The pairs of records that may be of one person, the likeliest first."""
    compared = (_compared(people[one], people[other]) for one, other in _sharing(people))
    return in_order(pair for pair in compared if pair is not None)


def _blocks(person: Particulars) -> Iterator[str]:
    """What a record must share with another for the two to be compared."""
    if person.number is not None:
        yield f"number:{person.number}"
    givens, families = _sounds(person.given, person.other_givens), _sounds(person.family, person.other_families)
    initials = {given[0] for given in givens}
    yield from (f"place:{place}:{initial}" for place in person.places for initial in initials)
    yield from (f"{CALLED}{family}:{given}" for family in families for given in givens)
    if person.born_on is not None:
        year, month, day = person.born_on.year, person.born_on.month, person.born_on.day
        together = f"born:{year}-{min(month, day)}-{max(month, day)}"
        yield from (f"{together}:{initial}" for initial in initials | {family[0] for family in families})
        yield from (f"name:{family}:{year}:{initial}" for family in families for initial in initials)
        yield from (f"mother:{mother}:{year}" for mother in {person.mother} - {None})


def _sounds(name: Words, others: Iterable[Words]) -> set[str]:
    """How each word of a name and of the other names sounds."""
    return {sound(word) for words in (name, *others) for word in words} - {""}


def _compared(one: Particulars, other: Particulars) -> Pair | None:
    found = likeness(one, other)
    return Pair(one.key, other.key, found) if found is not None else None


def in_order(pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs as somebody looks at them: by how they are alike, then by how much speaks for it."""
    return sorted(pairs, key=lambda pair: (ORDER[pair.likeness.how], -pair.likeness.score, pair.one, pair.other))


# ---------------------------------------------------------------- a whole area


def _sharing(people: Sequence[Particulars]) -> Iterator[tuple[int, int]]:
    """The places of the records that share something, each pair once."""
    each = [(place, block) for place, person in enumerate(people) for block in set(_blocks(person))]
    shared = pl.LazyFrame(each, schema={"place": pl.Int64, "block": pl.String}, orient="row")
    called = pl.col("block").str.starts_with(CALLED)
    undated = pl.Series([place for place, person in enumerate(people) if person.born_on is None], dtype=pl.Int64)
    usual = _pairs(shared.filter(~called), shared.filter(~called))
    by_name = _pairs(shared.filter(called), shared.filter(called & pl.col("place").is_in(undated.implode())))
    yield from pl.concat([usual, by_name]).unique().sort("one", "other").collect().iter_rows()


def _pairs(some: pl.LazyFrame, others: pl.LazyFrame) -> pl.LazyFrame:
    both = some.join(others, on="block", suffix="_too").filter(pl.col("place") != pl.col("place_too"))
    return both.select(one=pl.min_horizontal("place", "place_too"), other=pl.max_horizontal("place", "place_too"))

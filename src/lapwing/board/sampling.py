"""Drawing cases from a seed: the same seed and the same population give the same cases, in whatever order or database.

Each key is hashed under the seed, and those whose hashes come first are drawn; so whether a case is drawn hangs on nothing
but the seed and who else can be drawn. Pure: nothing is read here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b

ALL = ""
"""The one group of a population that is not divided."""


@dataclass(frozen=True)
class Drawn:
    """One that was drawn, and the group within which it was."""

    key: str
    stratum: str


@dataclass(frozen=True)
class Sample:
    """Those drawn, and those in reserve for each group, both in the order of the draw."""

    drawn: tuple[Drawn, ...]
    reserve: tuple[Drawn, ...]


def place_of(key: str, seed: int) -> bytes:
    """Where a key comes in the order of a seed."""
    return blake2b(key.encode(), key=str(seed).encode(), digest_size=16).digest()


def in_order(keys: Iterable[str], seed: int) -> list[str]:
    """Keys in the order of a seed, none twice."""
    return sorted(set(keys), key=lambda key: (place_of(key, seed), key))


def draw(strata: Mapping[str, str], *, seed: int, size: int) -> Sample:
    """Draws so many of a population, given as the group of each by key; a population in one group is drawn at random.

    Each group gives in proportion to its size (largest remainders), and at least one where as many are drawn as there
    are groups. As many again stand in reserve, where there are.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for key in in_order(strata, seed):
        groups[strata[key]].append(key)
    shares = allotted({name: len(keys) for name, keys in groups.items()}, size)
    drawn = {key for name, keys in groups.items() for key in keys[: shares[name]]}
    reserve = {key for name, keys in groups.items() for key in keys[shares[name] : 2 * shares[name]]}
    return Sample(_in_order(drawn, strata, seed), _in_order(reserve, strata, seed))


def _in_order(keys: set[str], strata: Mapping[str, str], seed: int) -> tuple[Drawn, ...]:
    return tuple(Drawn(key, strata[key]) for key in in_order(keys, seed))


def allotted(sizes: Mapping[str, int], size: int) -> dict[str, int]:
    """How many each group gives, by its size; together `size`, or all there are."""
    total = sum(sizes.values())
    size = min(size, total)
    least = 1 if size >= len(sizes) else 0
    given = {name: max(least, size * count // total) for name, count in sizes.items()} if total else {}
    rest = {name: (size * count % total, count, name) for name, count in sizes.items()} if total else {}
    for name in sorted(given, key=lambda one: rest[one], reverse=True) * 2:
        if sum(given.values()) < size and given[name] < sizes[name]:
            given[name] += 1
    while sum(given.values()) > size:  # where each small group gives one, the largest give fewer
        given[max(given, key=lambda one: (given[one], one))] -= 1
    return given


def digest(strata: Mapping[str, str], secret: str) -> str:
    """A sign of exactly whom a population has, and in which groups; nobody is found by it.

    `secret` makes signs of two populations differ although the same children are in both.
    """
    hashed = blake2b(key=secret.encode()[:64], digest_size=16)
    for key in sorted(strata):
        hashed.update(f"{key}\x1f{strata[key]}\x1e".encode())
    return hashed.hexdigest()

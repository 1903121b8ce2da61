"""Codings of invented coders with stated error rates, and the contingency tables that come of them, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lapwing.reviews.invented.composing import Review
from lapwing.reviews.invented.planting import PLANTED
from lapwing.reviews.invented.wording import Chance

Unit = tuple[str, str]
"""A review, by its reference, and a theme."""


@dataclass(frozen=True)
class InventedCoder:
    """Somebody who misses a theme that stands there, and sees one that does not, each in such a share of cases."""

    name: str
    misses: float
    adds: float


CODERS = (
    InventedCoder("Robin Ash", 0.05, 0.02),
    InventedCoder("Sam Reed", 0.12, 0.05),
    InventedCoder("Kim Vale", 0.2, 0.1),
)


@dataclass(frozen=True)
class TwoCoders:
    """How often two coders said yes and no to the same units: the four cells of their table."""

    both: int
    first_only: int
    second_only: int
    neither: int


@dataclass(frozen=True)
class DoubleCoding:
    """What each coder said of each unit, in the order of `coders`; True is present."""

    coders: tuple[InventedCoder, ...]
    said: Mapping[Unit, tuple[bool, ...]]

    def of(self, theme: str) -> Mapping[str, tuple[bool, ...]]:
        """What was said of one theme, by review."""
        return {review: said for (review, named), said in self.said.items() if named == theme}

    def table(self, first: int, second: int, theme: str = "") -> TwoCoders:
        """The table of two of the coders, by their places, for a theme or for all."""
        counts = Counter((said[first], said[second]) for (_, named), said in self.said.items() if theme in ("", named))
        return TwoCoders(counts[True, True], counts[True, False], counts[False, True], counts[False, False])

    def patterns(self, theme: str = "") -> Counter[str]:
        """How often each pattern was said, a digit a coder: `101` is yes, no, yes."""
        return Counter(
            "".join("1" if yes else "0" for yes in said)
            for (_, named), said in self.said.items()
            if theme in ("", named)
        )


def truth(reviews: Iterable[Review]) -> dict[Unit, bool]:
    """Whether each theme stands in each review; one that is said to be absent, or not spoken of, does not."""
    return {
        (review.reference, theme): review.states().get(theme) == "present" for review in reviews for theme in PLANTED
    }


def coded_twice(reviews: Iterable[Review], seed: int, coders: Sequence[InventedCoder] = CODERS[:2]) -> DoubleCoding:
    """What coders say of every theme in every review: the truth, but for their errors, which the seed draws."""
    chance = Chance(f"{seed} coders")
    said = {
        unit: tuple(_says(coder, is_there, chance) for coder in coders) for unit, is_there in truth(reviews).items()
    }
    return DoubleCoding(tuple(coders), said)


def _says(coder: InventedCoder, is_there: bool, chance: Chance) -> bool:
    errs = chance.random() < (coder.misses if is_there else coder.adds)
    return is_there != errs


def coded_as(patterns: Mapping[str, int], seed: int, theme: str = "fathers") -> DoubleCoding:
    """Codings whose table is given beforehand, as so many units of each pattern; only their order is drawn.

    Units are invented references; the coders, as many as a pattern has digits, have no rates of their own.
    """
    said = [tuple(digit == "1" for digit in pattern) for pattern, times in patterns.items() for _ in range(times)]
    Chance(f"{seed} order").shuffle(said)
    coders = tuple(InventedCoder(coder.name, 0.0, 0.0) for coder in CODERS[: len(said[0])])
    return DoubleCoding(coders, {(f"UNIT-{at:03}", theme): each for at, each in enumerate(said, 1)})

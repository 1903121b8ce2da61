"""Cohorts compared theme by theme, and how often one looked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lapwing.reviews.prevalence.counting import Cell, Of, Prevalence
from lapwing.reviews.prevalence.intervals import LEVEL, Difference, difference_of
from lapwing.reviews.prevalence.suppressing import ALL
from lapwing.reviews.refusal import Refusal


@dataclass(frozen=True)
class Compared:
    """A theme in two cohorts; `difference` is None where one has nothing assessed or is kept back."""

    theme: str
    one: Cell
    other: Cell
    kept_back: bool
    difference: Difference | None


class SameCohort(Refusal):
    """A cohort was to be compared with itself."""


def compared(table: Prevalence, one: str, other: str) -> list[Compared]:
    """Each theme of a table by cohort, in the first cohort against the second; one in which nobody is has none assessed."""
    if one == other:
        raise SameCohort(f"Two cohorts are compared; “{one}” is named twice. Name another beside it.")
    several = []
    for theme in table.cells:
        first, second = (table.cells[theme].get((name, ALL)) or Cell(theme, (name, ALL), {}) for name in (one, other))
        cells = first, second
        kept_back = any(table.is_hidden(cell) for cell in cells)
        counts = [(cell.present, cell.assessed) for cell in cells]
        several.append(Compared(theme, *cells, kept_back, None if kept_back else difference_of(*counts)))
    return several


def in_both(table: Prevalence, one: str, other: str) -> int:
    """How many reviews have children in both cohorts, and so count on both sides."""
    if table.asked.of is Of.CHILDREN:
        return 0
    cohorts = [{child.review_id for child in table.rests_on.children if child.cohort == name} for name in (one, other)]
    return len(cohorts[0] & cohorts[1])


def on_looking(several: Sequence[Compared]) -> str:
    """How many comparisons were looked at, and what chance alone makes of so many."""
    looked = sum(one.difference is not None for one in several)
    if looked < 2:
        return f"{looked} comparison was looked at." if looked else "No comparison could be made."
    chance = 1 - LEVEL
    return (
        f"{looked} comparisons were looked at. Where no cohort differed from another in truth, chance alone would be "
        f"expected to give p under {chance:.2f} in about {looked * chance:.1f} of them; to hold all together to {chance:.2f}, "
        f"look for p under {chance / looked:.4f} (Bonferroni). An interval says how large a difference may be; p does not."
    )


def on_reviews_in_both(table: Prevalence, one: str, other: str) -> str:
    """What the comparison takes for granted of reviews with children in both, or of children of one review."""
    if table.asked.of is Of.CHILDREN:
        return "Children of one review share what was said of the review; the interval takes them as separate."
    both = in_both(table, one, other)
    if not both or (table.threshold is not None and both < table.threshold):
        return "A review with children in both counts on both sides; the interval takes the sides as separate."
    have = "review has children in both and counts" if both == 1 else "reviews have children in both and count"
    return f"{both} {have} on both sides; the interval takes the sides as separate."

"""Which theme stands in which review: exact shares of the children of each cohort, so that tables have a known answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lapwing.reviews.invented.facts import COHORTS, Facts
from lapwing.reviews.invented.wording import Chance

PLANTED: Mapping[str, tuple[float, float, float, float, float]] = {
    "late_or_poor_assessment": (0.62, 0.0, 0.0, 0.0, 0.0),
    "parents_needs": (0.70, 0.45, 0.30, 0.20, 0.10),
    "young_parents": (0.38, 0.12, 0.0, 0.0, 0.0),
    "fathers": (0.66, 0.40, 0.25, 0.15, 0.10),
    "parenting_capacity": (0.54, 0.35, 0.25, 0.10, 0.05),
    "health_agencies": (0.58, 0.25, 0.10, 0.05, 0.08),
    "fragility": (0.48, 0.0, 0.0, 0.0, 0.0),
    "behaviour_not_causes": (0.0, 0.0, 0.15, 0.40, 0.64),
    "treated_as_adults": (0.0, 0.0, 0.0, 0.15, 0.56),
    "coordination": (0.12, 0.15, 0.20, 0.35, 0.70),
}
"""Of the children of each cohort, how many have the theme in their review, in the order of COHORTS."""
NEGATIVES = 0.25
"""Of the children whose cohort could have a theme and whose review has it for nobody: looked for, and said to be absent."""


@dataclass(frozen=True)
class Planting:
    """A theme in a review, for one of its children: `present`, or `absent` where the review says so."""

    review: int
    child: str
    theme: str
    state: str


def plant(reviews: Sequence[Facts], chance: Chance) -> list[Planting]:
    """What is to stand in which review, by child; of each cohort and theme the share of PLANTED, to the nearest child."""
    plantings: list[Planting] = []
    for theme, shares in PLANTED.items():
        present = _present(reviews, theme, shares, chance)
        plantings += present
        plantings += _said_to_be_absent(reviews, theme, shares, {planting.review for planting in present}, chance)
    return plantings


def children_of(reviews: Sequence[Facts], cohort: str) -> list[tuple[int, str]]:
    """The children of a cohort, each as the place of its review and its label."""
    return [(at, child.label) for at, facts in enumerate(reviews) for child in facts.children if child.cohort == cohort]


def to_the_nearest(share: float, count: int) -> int:
    """A share of a count; half goes up."""
    return int(share * count + 0.5)


def _present(reviews: Sequence[Facts], theme: str, shares: Sequence[float], chance: Chance) -> list[Planting]:
    found = []
    for cohort, share in zip(COHORTS, shares, strict=True):
        children = children_of(reviews, cohort)
        for review, label in sorted(chance.sample(children, to_the_nearest(share, len(children)))):
            found.append(Planting(review, label, theme, "present"))
    return found


def _said_to_be_absent(
    reviews: Sequence[Facts], theme: str, shares: Sequence[float], present: set[int], chance: Chance
) -> list[Planting]:
    possible = [cohort for cohort, share in zip(COHORTS, shares, strict=True) if share]
    free = sorted(
        {at: label for cohort in possible for at, label in children_of(reviews, cohort) if at not in present}.items()
    )
    drawn = sorted(chance.sample(free, to_the_nearest(NEGATIVES, len(free))))
    return [Planting(review, label, theme, "absent") for review, label in drawn]

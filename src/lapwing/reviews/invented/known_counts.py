"""The prevalence that was planted, counted from the truth: what every table over the corpus has to show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lapwing.reviews.invented.composing import Review
from lapwing.reviews.invented.facts import COHORTS
from lapwing.reviews.invented.planting import PLANTED


@dataclass(frozen=True)
class Known:
    """Of `of` children or reviews of a cohort, `present` have the theme."""

    theme: str
    cohort: str
    present: int
    of: int


def known_by_child(reviews: Sequence[Review]) -> Iterator[Known]:
    """By theme and cohort, each child counted once, at the age of the first incident."""
    children: dict[str, list[tuple[Review, str]]] = defaultdict(list)
    for review in reviews:
        for child in review.facts.children:
            children[child.cohort].append((review, child.label))
    for theme in PLANTED:
        for cohort in COHORTS:
            present = sum(review.states(label).get(theme) == "present" for review, label in children[cohort])
            yield Known(theme, cohort, present, len(children[cohort]))


def known_by_review(reviews: Sequence[Review]) -> Iterator[Known]:
    """By theme and cohort, a review counted once in each cohort of which it has a child who has the theme."""
    for theme in PLANTED:
        for cohort in COHORTS:
            of = [review for review in reviews if any(child.cohort == cohort for child in review.facts.children)]
            present = sum(_has(review, theme, cohort) for review in of)
            yield Known(theme, cohort, present, len(of))


def _has(review: Review, theme: str, cohort: str) -> bool:
    labels = [child.label for child in review.facts.children if child.cohort == cohort]
    return any(review.states(label).get(theme) == "present" for label in labels)

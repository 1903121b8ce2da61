"""Prevalence: in how many reviews, or for how many children, each theme is present, by cohort and by period."""

from lapwing.reviews.prevalence.behind import Behind, KeptBack, Passage
from lapwing.reviews.prevalence.comparing import Compared, compared, on_looking, on_reviews_in_both
from lapwing.reviews.prevalence.counting import Asked, By, Cell, Of, Prevalence, prevalence, prevalences
from lapwing.reviews.prevalence.matrix import MARKS, presence_matrix
from lapwing.reviews.prevalence.suppressing import ALL, THRESHOLD

__all__ = [
    "ALL",
    "MARKS",
    "THRESHOLD",
    "Asked",
    "Behind",
    "By",
    "Cell",
    "Compared",
    "KeptBack",
    "Of",
    "Passage",
    "Prevalence",
    "compared",
    "on_looking",
    "on_reviews_in_both",
    "presence_matrix",
    "prevalence",
    "prevalences",
]

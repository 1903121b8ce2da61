"""Suggesting which passages are about which themes: the machine proposes and says why, and people decide."""

from lapwing.reviews.suggesting.deciding import Acceptance, accept, acceptances, decline
from lapwing.reviews.suggesting.judging import Judged, judge
from lapwing.reviews.suggesting.making import WAYS, Reason, Suggestion, Suggestions, Wanted, suggest

__all__ = [
    "WAYS",
    "Acceptance",
    "Judged",
    "Reason",
    "Suggestion",
    "Suggestions",
    "Wanted",
    "accept",
    "acceptances",
    "decline",
    "judge",
    "suggest",
]

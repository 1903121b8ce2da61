"""An invented corpus of case reviews: for tests, to look around, and to measure. Nobody in it is real.

The same count, seed and pages give the same reviews; what stands in them is known as data.
"""

from __future__ import annotations

from itertools import cycle

from lapwing.reviews.invented.composing import Composer, Review
from lapwing.reviews.invented.facts import invent_facts
from lapwing.reviews.invented.manuscript import Look
from lapwing.reviews.invented.planting import plant
from lapwing.reviews.invented.wording import Chance
from lapwing.reviews.refusal import Refusal

__all__ = ["Review", "invent_reviews"]

FEWEST_PAGES = 5


def invent_reviews(count: int, seed: int, *, pages: int = 12) -> list[Review]:
    """So many reviews, each of about so many pages when set as PDF; their looks take turns.

    Raises Refusal for fewer than one review, or fewer pages than a review can do with.
    """
    if count < 1 or pages < FEWEST_PAGES:
        raise Refusal(
            f"Has {count} reviews of {pages} pages; needs one review or more, of {FEWEST_PAGES} pages or more each."
        )
    chance = Chance(f"{seed} facts")
    facts = invent_facts(count, chance)
    plantings = plant(facts, chance)
    reviews = []
    for at, (one, look) in enumerate(zip(facts, cycle(Look), strict=False)):
        own = [planting for planting in plantings if planting.review == at]
        reviews.append(Composer(one, look, Chance(f"{seed} {at}")).review(own, pages))
    return reviews

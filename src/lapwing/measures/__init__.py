"""Every measure of the Board, a module a heading of the report; importing this package declares them all.

`MEASURES` has them by code, in the order in which a reader of the report would ask.
"""

from lapwing.engine.measure import MEASURES
from lapwing.measures import (
    advice_and_housing,
    before_birth,
    fragility,
    health,
    needs_of_parents,
    parents,
    responsibility,
    young_parents,
    young_people,
)

__all__ = [
    "MEASURES",
    "advice_and_housing",
    "before_birth",
    "fragility",
    "health",
    "needs_of_parents",
    "parents",
    "responsibility",
    "young_parents",
    "young_people",
]

"""Every check, one package for each heading of the report, in its order.

`CHECKS` has them by code, `HEADINGS` the packages; importing this is what makes the checks known.
"""

from lapwing.checks import before_birth, fragility, health, parents, responsibility, young_people
from lapwing.engine.check import CHECKS

HEADINGS = {
    "before_birth": before_birth,
    "parents": parents,
    "health": health,
    "fragility": fragility,
    "young_people": young_people,
    "responsibility": responsibility,
}

__all__ = ["CHECKS", "HEADINGS", "before_birth", "fragility", "health", "parents", "responsibility", "young_people"]

"""Every check, one package for each heading of the report, in its order.

`CHECKS` has them by code, `HEADINGS` the packages; importing this is what makes the checks known.
"""

from lapwing.checks import before_birth, fragility, health, parents, responsibility, young_people
from lapwing.engine.check import CHECKS, Check

HEADINGS = {
    "before_birth": before_birth,
    "parents": parents,
    "health": health,
    "fragility": fragility,
    "young_people": young_people,
    "responsibility": responsibility,
}


def _place(check: type[Check]) -> tuple[int, str]:
    """Where the report has what a check carries out: its heading, then its bullet."""
    return list(HEADINGS).index(check.code.partition(".")[0]), check.lesson.id


_ORDERED = sorted(CHECKS.values(), key=_place)
CHECKS.clear()
CHECKS.update({check.code: check for check in _ORDERED})

__all__ = ["CHECKS", "HEADINGS", "before_birth", "fragility", "health", "parents", "responsibility", "young_people"]

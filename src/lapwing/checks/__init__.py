"""Every check, one package for each heading of the report, in its order.

`CHECKS` has them by code, `HEADINGS` the packages; importing this is what makes the checks known.
"""

from lapwing.checks import before_birth, fragility, parents, responsibility
from lapwing.engine.check import CHECKS

HEADINGS = {
    "before_birth": before_birth,
    "parents": parents,
    "fragility": fragility,
    "responsibility": responsibility,
}

__all__ = ["CHECKS", "HEADINGS", "before_birth", "fragility", "parents", "responsibility"]

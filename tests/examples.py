"""How many generated examples a test takes, and that they are the same every time."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings

LONGER = int(os.environ.get("LAPWING_EXAMPLES", "0"))
"""How many examples to search through instead; 0 for the few that are always the same."""
SLOW_IS_FINE = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
BY_SEED = (Phase.explicit, Phase.generate)
"""For examples made from a seed: a smaller seed is not a smaller example."""


def examples(few: int) -> int:
    """How many examples a test takes: a few, or as many as are asked for."""
    return LONGER or few


def load_profile() -> None:
    """Makes generated tests repeatable, or lets them search anew where they are to run longer."""
    settings.register_profile(
        "same", derandomize=True, deadline=None, database=None, suppress_health_check=SLOW_IS_FINE
    )
    settings.register_profile("search", deadline=None, database=None, suppress_health_check=SLOW_IS_FINE)
    settings.load_profile("search" if LONGER else "same")

"""Health (paragraph 41): what is seen of a baby, and the routine that shows early how a baby is doing.

`observation` (P41.1) asks whether what health practitioners saw was written down, weighed and passed on.
"""

from lapwing.checks.health import observation

__all__ = ["observation"]

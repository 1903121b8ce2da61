"""Health (paragraph 41): what is seen of a baby, and the routine that shows early how a baby is doing.

`observation` (P41.1) asks whether what health practitioners saw was written down, weighed and passed on; `weight` and
`routine_contacts` (P41.2) whether vulnerable babies were weighed and seen, and what followed.
"""

from lapwing.checks.health import observation, routine_contacts, weight

__all__ = ["observation", "routine_contacts", "weight"]

"""Health (paragraph 41): what is seen of a baby, and the routine that shows early how a baby is doing.

`weight` and `routine_contacts` (P41.2) ask whether vulnerable babies were weighed and seen, and what followed.
"""

from lapwing.checks.health import routine_contacts, weight

__all__ = ["routine_contacts", "weight"]

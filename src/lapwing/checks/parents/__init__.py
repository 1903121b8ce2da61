"""Parents (paragraph 31): young parents, the father and other adults who care, and what each can give a baby.

`young_parents` (P31.1) asks what was decided about a parent who is a child; `fathers` (P31.2) keeps the father and
every partner in view; `capacity` (P31.3) asks after each parent's capacity.
"""

from lapwing.checks.parents import capacity, fathers, young_parents

__all__ = ["capacity", "fathers", "young_parents"]

"""Parents (paragraph 31): young parents, fathers, and what each parent can give a baby.

`young_parents` (P31.1) asks what was decided about a parent who is a child.
"""

from lapwing.checks.parents import young_parents

__all__ = ["young_parents"]

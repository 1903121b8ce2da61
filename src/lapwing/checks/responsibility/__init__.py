"""Responsibility (paragraph 81): deciding with the risks in view, working together, seeing it through, challenging.

`decisions` (P81.1) asks what stands behind each step that changes much for a young person.
"""

from lapwing.checks.responsibility import decisions

__all__ = ["decisions"]

"""Responsibility (paragraph 81): deciding with the risks in view, working together, seeing it through, challenging.

`decisions` (P81.1) asks what stands behind each step that changes much for a young person.
`together` (P81.2) asks whether the services around a young person work as one.
"""

from lapwing.checks.responsibility import decisions, together

__all__ = ["decisions", "together"]

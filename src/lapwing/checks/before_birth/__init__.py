"""Before birth (paragraph 17): assess in good time, act early on what is known, do not talk risks down.

One module for each of the report's three points: `assessment` (P17.1), `early_action` (P17.2) and
`reviews` (P17.3).
"""

from lapwing.checks.before_birth import assessment, early_action, reviews

__all__ = ["assessment", "early_action", "reviews"]

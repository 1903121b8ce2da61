"""Responsibility (paragraph 81): deciding with the risks in view, working together, seeing it through, challenging.

`decisions` (P81.1) asks what stands behind each step that changes much for a young person; `together` (P81.2) whether
the services around them work as one; `follow_through` (P81.3) what became of what was raised, asked or handed over;
`challenge` (P81.4) how agencies settled what they disagreed on.
"""

from lapwing.checks.responsibility import challenge, decisions, follow_through, together

__all__ = ["challenge", "decisions", "follow_through", "together"]

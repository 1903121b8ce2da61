"""What people do, a module a subject; importing this package declares every verb."""

from __future__ import annotations

from lapwing.conduct.verbs import children, referrals

__all__ = ["children", "referrals"]

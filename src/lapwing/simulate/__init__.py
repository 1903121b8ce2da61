"""An invented partnership of any size, from a seed."""

from __future__ import annotations

from lapwing.simulate.partnership import simulate, simulate_in_parts

__all__ = ["simulate", "simulate_in_parts"]

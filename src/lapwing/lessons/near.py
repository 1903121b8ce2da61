"""Naming what a mistyped name may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """At most three of the known names that come near the one given, nearest first; capitals do not count."""
    by_folded = {each.casefold(): each for each in known}
    return tuple(by_folded[near] for near in get_close_matches(name.casefold(), by_folded, n=3, cutoff=0.5))


def nearest_said(name: str, known: Iterable[str]) -> str:
    """The nearest known names as a sentence, or that nothing comes near."""
    near = nearest(name, known)
    return f"Nearest: {', '.join(near)}." if near else "Nothing comes near it."

"""Facts of our own within a Description: below what people read, one a line, where other tools leave them alone.

What the theme is about.

[Lapwing]
include: fathers and mothers' partners
lesson: fathers
"""

from __future__ import annotations

import re
from collections.abc import Mapping

MARK = "[Lapwing]"
ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}
UNESCAPES = {written: meant for meant, written in ESCAPES.items()}


def with_facts(words: str, facts: Mapping[str, str]) -> str:
    """The words, and below them the facts that are not empty; `facts_in` takes them apart again."""
    lines = [f"{key}: {_escaped(value)}" for key, value in facts.items() if value]
    if not lines and MARK not in words.split("\n"):
        return words
    return "\n".join([*([words, ""] if words else []), MARK, *lines])


def facts_in(description: str) -> tuple[str, dict[str, str]]:
    """What people read, and the facts below the last mark; no facts where there is no mark."""
    lines = description.split("\n")
    if MARK not in lines:
        return description, {}
    at = len(lines) - 1 - lines[::-1].index(MARK)
    words = lines[: at - 1] if at and not lines[at - 1] else lines[:at]
    facts = dict(line.split(": ", 1) for line in lines[at + 1 :] if ": " in line)
    return "\n".join(words), {key: _meant(value) for key, value in facts.items()}


def _escaped(value: str) -> str:
    return re.sub(r"[\\\n\r]", lambda found: ESCAPES[found[0]], value)


def _meant(value: str) -> str:
    return re.sub(r"\\[\\nr]", lambda found: UNESCAPES[found[0]], value)

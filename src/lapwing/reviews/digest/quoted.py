"""Other people's words and case examples, which are no findings of a report."""

from __future__ import annotations

import re

from lapwing.reviews.digest.cues import cues

_QUOTED = re.compile(r"“[^”]{12,}”|‘(?:[^’]|’(?=\w)){25,}’(?!\w)|\"[^\"]{12,}\"")
SHARE = 0.5
"""A sentence of which more than that is within quotation marks is somebody else's."""


def is_apart(text: str, start: int, end: int) -> bool:
    """Whether a sentence of a text is mostly a quotation, brings one in, or belongs to a case example."""
    if cues().examples.search(text) or cues().saying.search(text, start, end):
        return True
    within = sum(
        min(found.end(), end) - max(found.start(), start)
        for found in _QUOTED.finditer(text)
        if found.start() < end and found.end() > start
    )
    return within > SHARE * (end - start)

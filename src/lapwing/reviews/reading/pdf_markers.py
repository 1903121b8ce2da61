"""Numbers and signs at the head of lines, brought to the words that they open."""

from __future__ import annotations

from collections.abc import Sequence

from lapwing.reviews.reading.markers import Opens, needs_a_gap, opens
from lapwing.reviews.reading.pdf_pages import Line

_TAB = 0.5
"""From here on, in sizes of the letters, what follows a word is more than a space."""

_BAND = 12.0
"""Points of height that are looked through above and below a sign."""

_FURTHEST = 6.0
"""A number or sign further than this, in sizes of the letters, from the words to its right does not open them."""


def with_markers(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page with what opens them held apart.

    A sign drawn as a run of text of its own, even much later than the words beside it, is brought to them.
    """
    alone = [line for line in lines if len(line.words) == 1 and opens(line.text) is not Opens.NOTHING]
    by_height: dict[int, list[Line]] = {}
    for line in lines:
        by_height.setdefault(int(line.y // _BAND), []).append(line)
    brought = {id(marker) for marker in alone if _brought(marker, _near(marker, by_height))}
    kept = [line for line in lines if id(line) not in brought]
    for line in kept:
        if not line.marker:
            _hold_apart(line)
    return kept


def _near(marker: Line, by_height: dict[int, list[Line]]) -> list[Line]:
    """The lines at about the height of a sign; those of a page of figures would be too many to look through."""
    band = int(marker.y // _BAND)
    return [line for at in (band - 1, band, band + 1) for line in by_height.get(at, ())]


def _brought(marker: Line, lines: Sequence[Line]) -> bool:
    """Whether the sign found words to its right on its own baseline or, if drawn just before them, nearly so."""
    beside = [
        line
        for line in lines
        if line.x0 > marker.x0 and _is_level(marker, line) and not line.marker and line is not marker
    ]
    nearest = min(beside, key=lambda line: line.x0, default=None)
    if nearest is None or nearest.x0 - marker.x1 > _FURTHEST * nearest.size or not _has_words(nearest):
        return False
    if opens(marker.text) is Opens.PLAIN_NUMBER and _is_among_numbers(marker, lines):
        return False
    nearest.take_marker(marker.text, marker.x0)
    return True


def _is_level(marker: Line, line: Line) -> bool:
    """Whether a sign stands on the baseline of a line or, as the number of a footnote, small and above it."""
    rise = marker.y - line.y
    is_raised = marker.size < line.size and 0 < rise < 0.75 * line.size and line.x0 - marker.x1 < line.size
    return is_raised or abs(rise) < 0.4 * line.size


def _has_words(line: Line) -> bool:
    return sum(letter.isalpha() for letter in line.text) > 1


def _is_among_numbers(marker: Line, lines: Sequence[Line]) -> bool:
    """Whether something stands to its left, as in a row of a table of figures."""
    return any(line.x1 < marker.x0 and abs(line.y - marker.y) < 0.4 * line.size for line in lines)


def _hold_apart(line: Line) -> None:
    words = line.words
    first = words[0].text
    if len(first) > 1 and not needs_a_gap(first) and first[1:2].isalpha():
        sign, words[0].text = first[0], first[1:]
        line.settle()
        line.take_marker(sign, line.x0)
        return
    if len(words) < 2 or words[1].glued:
        return
    opened = opens(first)
    gap = (words[1].x0 - words[0].x1) / max(line.size, 1)
    needed = 0.0 if not needs_a_gap(first) else _TAB * 1.6 if opened is Opens.PLAIN_NUMBER else _TAB
    if opened is not Opens.NOTHING and gap >= needed:
        hold(line)


def hold(line: Line) -> None:
    """Holds the first word of a line apart as what opens it."""
    first = line.words.pop(0)
    line.settle()
    line.take_marker(first.text, first.x0)

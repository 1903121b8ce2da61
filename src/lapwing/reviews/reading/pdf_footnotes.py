"""Footnotes: small print at the end of a page that opens with the number or sign of a note."""

from __future__ import annotations

import re
from dataclasses import replace

from lapwing.reviews.reading.glyphs import lowered
from lapwing.reviews.reading.pdf_markers import hold
from lapwing.reviews.reading.pdf_order import Run
from lapwing.reviews.reading.pdf_pages import Line

_NOTE = re.compile(r"\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[*†‡]{1,3}|\[\d{1,3}\]")
_GLUED = re.compile(r"(\d{1,3})(?=[A-Z“‘(])")
"""A note's number without room before its first word."""
_SMALL = 0.93


def split_footnotes(runs: list[Run], body_size: float) -> tuple[list[Run], Run]:
    """The runs of a page without its footnotes, and the lines of these, the first of each with its number as marker."""
    lines = [line for run in runs for line in run]
    at = len(lines)
    while at and lines[at - 1].size <= _SMALL * body_size:
        at -= 1
    margin = min((line.left for line in lines), default=0.0) + 2 * body_size
    while at < len(lines) and not (lines[at].left < margin and _opens_a_note(lines[at])):
        at += 1
    if at == len(lines):
        return runs, []
    notes = lines[at:]
    for line in notes:
        if not line.marker and _opens_a_note(line):
            _part(line)
            hold(line)
            line.marker = lowered(line.marker)
    within = {id(line) for line in notes}
    left = [[line for line in run if id(line) not in within] for run in runs]
    return [run for run in left if run], notes


def _opens_a_note(line: Line) -> bool:
    """A number held apart already, or one printed smaller or higher than what follows it."""
    if line.marker:
        return _NOTE.fullmatch(line.marker) is not None
    if _GLUED.match(line.words[0].text):
        return True
    if len(line.words) < 2 or not _NOTE.fullmatch(line.words[0].text):
        return False
    first, second = line.words[:2]
    return first.size < line.size or first.y > second.y + 0.1 * line.size or not first.text.isdigit()


def _part(line: Line) -> None:
    """Takes a number apart from the word that it is glued to."""
    first = line.words[0]
    glued = _GLUED.match(first.text)
    if glued:
        line.words[:1] = [replace(first, text=glued[1]), replace(first, text=first.text[glued.end() :])]

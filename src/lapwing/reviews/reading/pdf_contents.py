"""Lines of a table of contents: words, a gap or a row of dots, and the number of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from lapwing.reviews.reading.pdf_pages import Line

_DOTTED = re.compile(r"(?:[.…·_]\s?){4,}\s*(\d{1,3}|[ivxl]{1,6})$|…+\s*(\d{1,3})$")
_PAGE = re.compile(r"\d{1,3}|[ivxl]{1,6}")
_HEADED = re.compile(r"(?:table of )?contents(?: page)?:?", re.IGNORECASE)
_FEWEST = 3

Entry = tuple[Line, Line | None, str]
"""A line of the table, the piece that is its page number where that stands apart, and the number."""


def with_contents(lines: Sequence[Line], page_count: int) -> tuple[list[Line], set[int]]:
    """The lines of a page with the page numbers of a table of contents joined to their entries; and which these are.

    A page has such a table where three or more entries (two below a heading that says so) name pages that hardly
    ever go back, none far beyond the last.
    """
    entries = _with_close_numbers(_entries(lines), lines)
    pages = [int(number) for _, _, number in entries if number.isdigit()]
    fewest = 2 if any(_HEADED.fullmatch(line.text) for line in lines) else _FEWEST
    if len(entries) < fewest or not _go_up(pages) or max(pages, default=0) > 1.5 * page_count + 10:
        return list(lines), set()
    joined = {id(number) for _, number, _ in entries if number is not None}
    for entry, number, _ in entries:
        if number is not None:
            entry.words += number.words
            entry.settle()
    kept = [line for line in lines if id(line) not in joined]
    return kept, _with_lines_above({id(entry) for entry, _, _ in entries}, kept)


def _go_up(pages: Sequence[int]) -> bool:
    """Whether numbers go up, but for a slip of the author's in a long table."""
    return sum(upper > lower for upper, lower in pairwise(pages)) <= len(pages) // 8


def _entries(lines: Sequence[Line]) -> list[Entry]:
    """Each line that ends in the number of a page after a gap or dots."""
    found: list[Entry] = []
    for at, line in enumerate(lines):
        dotted = _DOTTED.search(line.text)
        after = lines[at + 1] if at + 1 < len(lines) else None
        if dotted:
            found.append((line, None, dotted[1] or dotted[2]))
        elif (
            after is not None
            and after.row == line.row
            and _PAGE.fullmatch(after.text)
            and not _PAGE.fullmatch(line.text)
        ):
            further = lines[at + 2] if at + 2 < len(lines) else None
            if further is None or further.row != line.row:
                found.append((line, after, after.text))
    return found


def _with_close_numbers(entries: list[Entry], lines: Sequence[Line]) -> list[Entry]:
    """A long entry may leave no gap before its number, which ends where most numbers end."""
    if len(entries) < _FEWEST:
        return entries
    edge = median((number or entry).x1 for entry, number, _ in entries)
    known = {id(line) for entry, number, _ in entries for line in (entry, number)}
    by_line = {id(entry): (entry, number, page) for entry, number, page in entries}
    for line in lines:
        last = line.words[-1].text
        if id(line) not in known and len(line.words) > 1 and abs(line.x1 - edge) < 2 and _PAGE.fullmatch(last):
            by_line[id(line)] = (line, None, last)
    return [by_line[id(line)] for line in lines if id(line) in by_line]


def _with_lines_above(entries: set[int], lines: Sequence[Line]) -> set[int]:
    """An entry may begin on the line above, close by and in the same letters."""
    found = set(entries)
    for upper, lower in pairwise(lines):
        alike = upper.size == lower.size and upper.bold == lower.bold and abs(upper.left - lower.left) < 2 * lower.size
        if id(lower) in entries and id(upper) not in entries and alike and 0 < upper.y - lower.y < 1.3 * lower.size:
            found.add(id(upper))
    return found


def ends_an_entry(line: Line) -> bool:
    """Whether the line ends in the number of a page."""
    return _PAGE.fullmatch(line.words[-1].text) is not None or _DOTTED.search(line.text) is not None
